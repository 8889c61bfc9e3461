// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/plot_bar.h"

#include "app/domain/incident.h"
#include "ui/map/map_style.h"
#include "ui/theme/look.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

struct Named {
    const char* code;
    const char* text;
};

constexpr Named pens[] = {{"point", QT_TRANSLATE_NOOP("tridesk::PlotBar", "Point with text")},
                          {"line", QT_TRANSLATE_NOOP("tridesk::PlotBar", "Line")},
                          {"arrow", QT_TRANSLATE_NOOP("tridesk::PlotBar", "Arrow")},
                          {"zone", QT_TRANSLATE_NOOP("tridesk::PlotBar", "Area")},
                          {"cordon", QT_TRANSLATE_NOOP("tridesk::PlotBar", "Cordon")},
                          {"freehand", QT_TRANSLATE_NOOP("tridesk::PlotBar", "Freehand line")}};
constexpr Named colours[] = {{"blue", QT_TRANSLATE_NOOP("tridesk::PlotBar", "Blue")},
                             {"orange", QT_TRANSLATE_NOOP("tridesk::PlotBar", "Orange")},
                             {"green", QT_TRANSLATE_NOOP("tridesk::PlotBar", "Green")},
                             {"purple", QT_TRANSLATE_NOOP("tridesk::PlotBar", "Purple")},
                             {"grey", QT_TRANSLATE_NOOP("tridesk::PlotBar", "Grey")}};

QToolButton* choice(QWidget* parent, const QString& name, const QString& text) {
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setCheckable(true);
    button->setProperty("tool", true);
    button->setIconSize({20, 20});
    button->setFixedSize(28, 28);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QIcon swatch(const QColor& colour) {
    QPixmap picture(18, 18);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(2, 2, 14, 14);
    return picture;
}

} // namespace

PlotBar::PlotBar(const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_pens(new QButtonGroup(this))
    , m_colours(new QButtonGroup(this))
    , m_label(new QLineEdit(this))
    , m_incident(new QCheckBox(this))
    , m_expiry(new QComboBox(this))
    , m_erase(new QPushButton(tr("Erase"), this))
    , m_about(new QLabel(this)) {
    setObjectName(u"plotBar"_s);
    setProperty("overlay", true);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(1);
    buildPens(*tools);
    tools->addSpacing(8);
    buildColours(*tools);
    tools->addStretch(1);
    auto* close = choice(this, u"plot.close"_s, tr("Done drawing"));
    close->setCheckable(false);
    close->setText(u"✕"_s);
    connect(close, &QToolButton::clicked, this, &PlotBar::closed);
    tools->addWidget(close);
    auto* words = new QHBoxLayout;
    words->setSpacing(6);
    buildWords(*words);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(6, 4, 6, 6);
    all->setSpacing(4);
    all->addLayout(tools);
    all->addLayout(words);
    all->addWidget(m_about);
    m_about->setObjectName(u"plot.about"_s);
    m_about->setProperty("caption", true);
    m_about->setWordWrap(true);
    showPens();
    dress(look);
    connect(&look, &Look::changed, this, [this, &look] { dress(look); });
}

void PlotBar::buildPens(QHBoxLayout& row) {
    for (int i = 0; i < int(std::size(pens)); ++i) {
        QToolButton* pen = choice(this, u"plot.pen."_s + QLatin1StringView(pens[i].code), tr(pens[i].text));
        m_pens->addButton(pen, i);
        row.addWidget(pen);
    }
    m_pens->button(int(PlotPen::Line))->setChecked(true);
    connect(m_pens, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT penChosen(PlotPen(id)); });
}

void PlotBar::buildColours(QHBoxLayout& row) {
    for (int i = 0; i < int(std::size(colours)); ++i) {
        QToolButton* colour =
            choice(this, u"plot.colour."_s + QLatin1StringView(colours[i].code), tr(colours[i].text));
        m_colours->addButton(colour, i);
        row.addWidget(colour);
    }
    m_colours->button(0)->setChecked(true);
    connect(m_colours, &QButtonGroup::idClicked, this, &PlotBar::edited);
}

void PlotBar::buildWords(QHBoxLayout& row) {
    m_label->setObjectName(u"plot.label"_s);
    m_label->setAccessibleName(tr("Text of the drawing"));
    m_label->setPlaceholderText(tr("Text"));
    m_label->setMaxLength(limits::line);
    m_label->setMinimumWidth(90);
    m_incident->setObjectName(u"plot.incident"_s);
    m_expiry->setObjectName(u"plot.expiry"_s);
    m_expiry->setAccessibleName(tr("Until when it stands"));
    m_expiry->setToolTip(m_expiry->accessibleName());
    m_expiry->addItem(tr("Until erased"), 0);
    m_expiry->addItem(tr("30 minutes"), 30);
    m_expiry->addItem(tr("1 hour"), 60);
    m_expiry->addItem(tr("2 hours"), 120);
    m_expiry->addItem(tr("8 hours"), 480);
    m_expiry->addItem(tr("24 hours"), 1440);
    m_erase->setObjectName(u"plot.erase"_s);
    m_erase->setAccessibleName(tr("Erase the drawing"));
    row.addWidget(m_label, 1);
    row.addWidget(m_incident);
    row.addWidget(m_expiry);
    row.addWidget(m_erase);
    connect(m_label, &QLineEdit::editingFinished, this, [this] {
        if (m_label->isModified())
            Q_EMIT edited();
        m_label->setModified(false);
    });
    connect(m_incident, &QCheckBox::clicked, this, &PlotBar::edited);
    connect(m_expiry, &QComboBox::activated, this, &PlotBar::edited);
    connect(m_erase, &QPushButton::clicked, this, &PlotBar::eraseAsked);
    offerIncident({});
}

void PlotBar::dress(const Look& look) {
    const ui::MapStyle style = look.theme().night ? ui::MapStyle::night() : ui::MapStyle::day();
    for (int i = 0; i < int(std::size(pens)); ++i)
        m_pens->button(i)->setIcon(look.icon(u"plot-"_s + QLatin1StringView(pens[i].code)));
    for (int i = 0; i < int(std::size(colours)); ++i)
        m_colours->button(i)->setIcon(swatch(style.plotColour(ui::PlotInk(i))));
}

PlotPen PlotBar::pen() const {
    return PlotPen(m_pens->checkedId());
}

QString PlotBar::label() const {
    return m_label->text().trimmed();
}

PlotColour PlotBar::colour() const {
    return PlotColour(m_colours->checkedId());
}

bool PlotBar::isForIncident() const {
    return m_incident->isChecked();
}

std::optional<std::chrono::minutes> PlotBar::lifetime() const {
    const int minutes = m_expiry->currentData().toInt();
    return minutes > 0 ? std::optional(std::chrono::minutes(minutes)) : std::nullopt;
}

void PlotBar::offerIncident(const QString& number) {
    m_incident->setEnabled(!number.isEmpty());
    if (number.isEmpty())
        m_incident->setChecked(false);
    m_incident->setText(number.isEmpty() ? tr("For an incident") : tr("For %1").arg(number));
    m_incident->setAccessibleName(m_incident->text());
    m_incident->setToolTip(number.isEmpty()
                               ? tr("Select an incident to draw for it")
                               : tr("Drawn for the incident %1, not for the whole desk").arg(number));
}

void PlotBar::showPlot(const PlotDetails& details, const QString& about, bool mayChange) {
    m_label->setText(details.label);
    m_label->setModified(false);
    m_colours->button(int(details.colour))->setChecked(true);
    m_incident->setChecked(details.incident.has_value());
    m_expiry->setItemText(0, details.expiresAt ? tr("As it is") : tr("Until erased"));
    m_expiry->setCurrentIndex(0);
    for (QAbstractButton* pen : m_pens->buttons())
        pen->hide();
    for (QAbstractButton* colour : m_colours->buttons())
        colour->setEnabled(mayChange);
    for (QWidget* part :
         {static_cast<QWidget*>(m_label), static_cast<QWidget*>(m_expiry), static_cast<QWidget*>(m_erase)})
        part->setEnabled(mayChange);
    m_erase->show();
    m_about->setText(about);
    m_about->show();
}

void PlotBar::showPens() {
    m_label->clear();
    m_expiry->setItemText(0, tr("Until erased"));
    m_expiry->setCurrentIndex(0);
    for (QAbstractButton* button : m_pens->buttons() + m_colours->buttons()) {
        button->show();
        button->setEnabled(true);
    }
    m_label->setEnabled(true);
    m_expiry->setEnabled(true);
    m_erase->hide();
    m_about->hide();
}

void PlotBar::focusLabel() {
    m_label->setFocus(Qt::OtherFocusReason);
}

} // namespace tridesk
