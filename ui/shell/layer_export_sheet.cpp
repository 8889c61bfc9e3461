// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/layer_export_sheet.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace tridesk {

using namespace Qt::StringLiterals;
using maps::LayerTarget;

namespace {

constexpr int trackTarget = -1; ///< among the choices of what is written
constexpr auto usualStretch = std::chrono::hours(1);

QDateTimeEdit* timeEdit(const QString& name, const QString& word, Instant at, QWidget* parent) {
    auto* edit = new QDateTimeEdit(toDateTime(at).toLocalTime(), parent);
    edit->setObjectName(name);
    edit->setAccessibleName(word);
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return edit;
}

} // namespace

LayerExportSheet::LayerExportSheet(const QList<std::pair<UnitId, QString>>& units, Instant now,
                                   QWidget* parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_what(new QComboBox(this))
    , m_unit(new QComboBox(this))
    , m_from(timeEdit(u"layerExport.from"_s, tr("From"), now - usualStretch, this))
    , m_to(timeEdit(u"layerExport.to"_s, tr("To"), now, this))
    , m_format(new QComboBox(this))
    , m_figures(new QLabel(this)) {
    setObjectName(u"layerExportSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export a layer or track"));
    resize(520, 300);
    m_what->setObjectName(u"layerExport.what"_s);
    m_what->setAccessibleName(tr("What is written"));
    m_what->addItem(tr("Areas of stations"), int(LayerTarget::Areas));
    m_what->addItem(tr("Fixed cameras"), int(LayerTarget::Cameras));
    m_what->addItem(tr("Places with a name"), int(LayerTarget::Places));
    m_what->addItem(tr("Drawings on the map"), int(LayerTarget::Plots));
    m_what->addItem(tr("Notes on places"), int(LayerTarget::Notes));
    if (!units.isEmpty())
        m_what->addItem(tr("Track of a unit"), trackTarget);
    m_unit->setObjectName(u"layerExport.unit"_s);
    m_unit->setAccessibleName(tr("Unit"));
    for (const auto& [unit, word] : units)
        m_unit->addItem(word, QVariant::fromValue(unit));
    m_format->setObjectName(u"layerExport.format"_s);
    m_format->setAccessibleName(tr("Format"));
    m_figures->setObjectName(u"layerExport.figures"_s);
    m_figures->setAccessibleName(tr("How much that is"));
    m_figures->setProperty("strong", true);
    m_figures->setWordWrap(true);
    build();
    fillFormats();
    for (QComboBox* box : {m_what, m_unit, m_format})
        connect(box, &QComboBox::activated, this, &LayerExportSheet::change);
    for (QDateTimeEdit* edit : {m_from, m_to})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &LayerExportSheet::change);
}

void LayerExportSheet::build() {
    m_form->addRow(tr("What is written"), m_what);
    m_form->addRow(tr("Unit"), m_unit);
    m_form->addRow(tr("From"), m_from);
    m_form->addRow(tr("To"), m_to);
    m_form->addRow(tr("Format"), m_format);
    auto* box = new QDialogButtonBox(this);
    m_save = new QPushButton(tr("Save as…"), box);
    m_save->setObjectName(u"layerExport.save"_s);
    m_save->setAccessibleName(m_save->text());
    m_save->setProperty("main", true); // before the box measures it
    m_save->setAutoDefault(false);
    m_save->setEnabled(false);
    box->addButton(m_save, QDialogButtonBox::ActionRole);
    QPushButton* close = box->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"layerExport.close"_s);
    close->setAccessibleName(close->text());
    close->setAutoDefault(false);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveAsked(choice()); });
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->addLayout(m_form);
    column->addWidget(m_figures);
    column->addStretch();
    column->addWidget(box);
}

bool LayerExportSheet::isTrack() const {
    return m_what->currentData().toInt() == trackTarget;
}

/// A track has one format, and GPX no areas.
void LayerExportSheet::fillFormats() {
    const QString before = m_format->currentData().toString();
    m_format->clear();
    if (!isTrack()) {
        m_format->addItem(u"GeoJSON"_s, u"geojson"_s);
        m_format->addItem(u"KML"_s, u"kml"_s);
        m_format->addItem(tr("CSV (spreadsheet)"), u"csv"_s);
    }
    if (m_what->currentData().toInt() != int(LayerTarget::Areas))
        m_format->addItem(u"GPX"_s, u"gpx"_s);
    m_format->setCurrentIndex(std::max(0, m_format->findData(before)));
    for (QWidget* part : std::initializer_list<QWidget*>{m_unit, m_from, m_to})
        m_form->setRowVisible(part, isTrack());
}

void LayerExportSheet::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    change();
}

void LayerExportSheet::change() {
    fillFormats();
    m_save->setEnabled(false);
    if (isTrack() && m_to->dateTime() <= m_from->dateTime())
        return m_figures->setText(tr("The end lies before the beginning."));
    m_figures->setText(tr("Counting…"));
    Q_EMIT choiceChanged(choice());
}

ExportChoice LayerExportSheet::choice() const {
    return {.isTrack = isTrack(),
            .target = isTrack() ? LayerTarget::Areas : LayerTarget(m_what->currentData().toInt()),
            .unit = m_unit->currentData().value<UnitId>(),
            .from = instantFromMs(m_from->dateTime().toMSecsSinceEpoch()),
            .to = instantFromMs(m_to->dateTime().toMSecsSinceEpoch()),
            .suffix = m_format->currentData().toString()};
}

void LayerExportSheet::setCount(qint64 count) {
    const QString number = QLocale().toString(count);
    m_figures->setText(count == 0  ? tr("There is nothing of that.")
                       : isTrack() ? tr("%1 positions").arg(number)
                                   : tr("%1 on the map").arg(number));
    m_save->setEnabled(count > 0);
}

void LayerExportSheet::setBusy() {
    m_save->setEnabled(false);
    m_figures->setText(tr("Writing…"));
}

void LayerExportSheet::finish(const QString& words) {
    m_save->setEnabled(true);
    m_figures->setText(words);
}

} // namespace tridesk
