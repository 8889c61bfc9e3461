// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/layer_import_sheet.h"

#include "ui/shell/mapping_table.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace tridesk {

using namespace Qt::StringLiterals;
using maps::Datum;
using maps::LayerTarget;

namespace {

constexpr int trackTarget = -1; ///< among the choices of what a file holds

QString targetText(LayerTarget target) {
    switch (target) {
    case LayerTarget::Areas:
        return LayerImportSheet::tr("Areas of stations");
    case LayerTarget::Cameras:
        return LayerImportSheet::tr("Fixed cameras");
    case LayerTarget::Places:
        return LayerImportSheet::tr("Places with a name");
    case LayerTarget::Plots:
        return LayerImportSheet::tr("Drawings on the map");
    case LayerTarget::Notes:
        return LayerImportSheet::tr("Notes on places");
    }
    return {};
}

QPushButton* button(QDialogButtonBox* box, const QString& text, const QString& name,
                    QDialogButtonBox::ButtonRole role) {
    auto* made = new QPushButton(text, box);
    made->setObjectName(name);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    made->setProperty("main", role == QDialogButtonBox::ActionRole); // before the box measures it
    box->addButton(made, role);
    return made;
}

} // namespace

LayerImportSheet::LayerImportSheet(const QString& file, const QList<std::pair<UnitId, QString>>& units,
                                   QWidget* parent)
    : QDialog(parent)
    , m_title(new QLabel(file, this))
    , m_format(new QLabel(this))
    , m_choices(new QWidget(this))
    , m_target(new QComboBox(this))
    , m_datum(new QComboBox(this))
    , m_unitWord(new QLabel(tr("Track of"), this))
    , m_unit(new QComboBox(this))
    , m_mapping(new MappingTable(this))
    , m_figures(new QLabel(this))
    , m_lines(new FaultList(u"layerImport.lines"_s, this))
    , m_progress(new QProgressBar(this)) {
    setObjectName(u"layerImportSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import a list or layer"));
    resize(920, 640);
    nameParts();
    fillChoices(units);
    build();
    connect(m_target, &QComboBox::activated, this, &LayerImportSheet::change);
    connect(m_datum, &QComboBox::activated, this, &LayerImportSheet::change);
    connect(m_unit, &QComboBox::activated, this, &LayerImportSheet::change);
    connect(m_mapping, &MappingTable::edited, this, &LayerImportSheet::change);
    set(State::Reading);
    m_figures->setText(tr("Reading the file…"));
}

void LayerImportSheet::nameParts() {
    m_title->setObjectName(u"layerImport.file"_s);
    m_title->setAccessibleName(tr("File"));
    m_title->setProperty("title", true);
    m_format->setObjectName(u"layerImport.format"_s);
    m_format->setAccessibleName(tr("What the file is"));
    m_format->setProperty("dim", true);
    m_format->setWordWrap(true);
    m_target->setObjectName(u"layerImport.target"_s);
    m_target->setAccessibleName(tr("What it holds"));
    m_datum->setObjectName(u"layerImport.datum"_s);
    m_datum->setAccessibleName(tr("Coordinates are in"));
    m_unit->setObjectName(u"layerImport.unit"_s);
    m_unit->setAccessibleName(m_unitWord->text());
    m_figures->setObjectName(u"layerImport.figures"_s);
    m_figures->setAccessibleName(tr("What is read and what is left out"));
    m_figures->setProperty("strong", true);
    m_figures->setWordWrap(true);
    m_progress->setObjectName(u"layerImport.progress"_s);
    m_progress->setAccessibleName(tr("Progress"));
}

void LayerImportSheet::fillChoices(const QList<std::pair<UnitId, QString>>& units) {
    for (const LayerTarget target : {LayerTarget::Areas, LayerTarget::Cameras, LayerTarget::Places,
                                     LayerTarget::Plots, LayerTarget::Notes})
        m_target->addItem(targetText(target), int(target));
    m_datum->addItem(tr("WGS-84 (satellite receivers, OpenStreetMap)"), int(Datum::Wgs84));
    m_datum->addItem(tr("GCJ-02 (Chinese maps: Amap, Tencent)"), int(Datum::Gcj02));
    m_datum->addItem(tr("BD-09 (Baidu)"), int(Datum::Bd09));
    for (const auto& [unit, word] : units)
        m_unit->addItem(word, QVariant::fromValue(unit));
}

void LayerImportSheet::build() {
    auto* form = new QFormLayout(m_choices);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("What it holds"), m_target);
    form->addRow(m_unitWord, m_unit);
    form->addRow(tr("Coordinates are in"), m_datum);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_format);
    column->addWidget(m_choices);
    column->addWidget(m_mapping, 3);
    column->addWidget(m_figures);
    column->addWidget(m_progress);
    column->addWidget(m_lines, 2);
    column->addStretch();
    buildButtons(*column);
}

void LayerImportSheet::buildButtons(QVBoxLayout& column) {
    auto* box = new QDialogButtonBox(this);
    m_start = button(box, tr("Import"), u"layerImport.start"_s, QDialogButtonBox::ActionRole);
    m_stop = button(box, tr("Stop"), u"layerImport.stop"_s, QDialogButtonBox::ResetRole);
    button(box, tr("Close"), u"layerImport.close"_s, QDialogButtonBox::RejectRole);
    connect(m_start, &QPushButton::clicked, this, [this] {
        set(State::Running);
        m_figures->setText(tr("Starting…"));
        Q_EMIT startAsked(choice());
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        set(State::Stopping);
        m_figures->setText(tr("Stopping…"));
        Q_EMIT stopAsked();
    });
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::close);
    column.addWidget(box);
}

void LayerImportSheet::set(State state) {
    m_state = state;
    const bool isChoosing = state == State::Choosing || state == State::Counting;
    const bool isRunning = state == State::Running || state == State::Stopping;
    const bool isTrack = m_target->currentData().toInt() == trackTarget;
    for (QWidget* part : std::initializer_list<QWidget*>{m_target, m_datum, m_unit})
        part->setEnabled(isChoosing);
    m_choices->setVisible(isChoosing || isRunning);
    m_unit->setVisible(isTrack);
    m_unitWord->setVisible(isTrack);
    m_mapping->setVisible(isChoosing && !isTrack && m_mapping->rowCount() > 0);
    m_progress->setVisible(isRunning);
    m_lines->setVisible(m_lines->isVisible() && !isRunning);
    m_start->setVisible(!isRunning && state != State::Over);
    m_start->setEnabled(state == State::Choosing && m_canStart);
    m_stop->setVisible(isRunning);
    m_stop->setEnabled(state == State::Running);
}

LayerChoice LayerImportSheet::choice() const {
    LayerChoice choice;
    const int target = m_target->currentData().toInt();
    choice.isTrack = target == trackTarget;
    choice.unit = m_unit->currentData().value<UnitId>();
    choice.mapping = {.target = choice.isTrack ? LayerTarget::Plots : LayerTarget(target),
                      .columns = m_mapping->columns(),
                      .datum = Datum(m_datum->currentData().toInt())};
    return choice;
}

void LayerImportSheet::show(const maps::Layer& layer, const LayerChoice& choice, bool hasTrack,
                            const QString& note) {
    QStringList words{layer.format};
    if (!layer.encoding.isEmpty())
        words << layer.encoding;
    words << tr("%1 entries").arg(QLocale().toString(layer.features.size()));
    if (!note.isEmpty())
        words << note;
    m_format->setText(words.join(u"  ·  "_s));
    if (hasTrack && m_unit->count() > 0)
        m_target->addItem(tr("Track of a unit"), trackTarget);
    m_target->setCurrentIndex(m_target->findData(choice.isTrack ? trackTarget : int(choice.mapping.target)));
    m_datum->setCurrentIndex(m_datum->findData(int(choice.mapping.datum)));
    m_mapping->show(layer);
    m_mapping->setColumns(choice.mapping.columns);
    change();
    m_target->setFocus();
}

void LayerImportSheet::change() {
    m_figures->setText(tr("Counting…"));
    set(State::Counting);
    Q_EMIT choiceChanged(choice());
}

void LayerImportSheet::fail(const QString& why) {
    m_figures->setText(tr("Not read: %1").arg(why));
    set(State::Over);
}

QString LayerImportSheet::previewText(const LayerPreview& preview) const {
    const QLocale locale;
    const QString taken = locale.toString(preview.taken);
    QStringList words{choice().isTrack ? tr("%1 positions would be read").arg(taken)
                                       : tr("%1 would be read").arg(taken)};
    if (preview.known > 0)
        words << tr("%1 are there already").arg(locale.toString(preview.known));
    words << tr("%1 left out").arg(locale.toString(preview.leftOut));
    return words.join(u"  ·  "_s);
}

void LayerImportSheet::setPreview(const LayerPreview& preview) {
    if (m_state != State::Counting)
        return;
    m_figures->setText(previewText(preview));
    m_lines->show(preview.lines, preview.leftOut);
    m_canStart = preview.taken > 0;
    set(State::Choosing);
}

void LayerImportSheet::setProgress(qint64 done, qint64 all) {
    constexpr int Steps = 1000;
    m_progress->setRange(0, Steps);
    m_progress->setValue(all > 0 ? int(done * Steps / all) : Steps);
    if (m_state == State::Running)
        m_figures->setText(tr("%1 of %2").arg(QLocale().toString(done), QLocale().toString(all)));
}

void LayerImportSheet::finish(const ImportSummary& summary) {
    m_figures->setText(summaryText(summary));
    m_lines->show(summary.lines, summary.refused + summary.changed);
    set(State::Over);
}

} // namespace tridesk
