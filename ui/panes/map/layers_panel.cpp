// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/layers_panel.h"

#include "ui/text/names.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

struct Named {
    const char* code;
    const char* text;
};

constexpr Named parts[] = {{"units", QT_TRANSLATE_NOOP("tridesk::LayersPanel", "Units")},
                           {"incidents", QT_TRANSLATE_NOOP("tridesk::LayersPanel", "Incidents")},
                           {"cameras", QT_TRANSLATE_NOOP("tridesk::LayersPanel", "Cameras")},
                           {"stations", QT_TRANSLATE_NOOP("tridesk::LayersPanel", "Stations")},
                           {"areas", QT_TRANSLATE_NOOP("tridesk::LayersPanel", "Station areas")},
                           {"orderLines", QT_TRANSLATE_NOOP("tridesk::LayersPanel", "Lines of orders")},
                           {"plots", QT_TRANSLATE_NOOP("tridesk::LayersPanel", "Drawings")},
                           {"trails", QT_TRANSLATE_NOOP("tridesk::LayersPanel", "Trails")},
                           {"rings", QT_TRANSLATE_NOOP("tridesk::LayersPanel", "Rings")},
                           {"beats", QT_TRANSLATE_NOOP("tridesk::LayersPanel", "Beats")}};
constexpr const char* kinds[] = {"car", "motorcycle", "foot", "van", "boat", "auxiliary"};

} // namespace

LayersPanel::LayersPanel(const LayerChoices& choices, std::function<Counts()> count, QWidget* parent)
    : QFrame(parent)
    , m_choices(choices)
    , m_count(std::move(count))
    , m_second(new QTimer(this)) {
    setObjectName(u"layersPanel"_s);
    setAccessibleName(tr("Layers of the map"));
    setProperty("overlay", true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(10, 6, 6, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    auto* title = new QLabel(tr("Layers"), this);
    title->setProperty("strong", true);
    auto* close = new QToolButton(this);
    close->setObjectName(u"layer.close"_s);
    close->setText(u"✕"_s);
    close->setAccessibleName(tr("Close the list of layers"));
    connect(close, &QToolButton::clicked, this, &LayersPanel::closed);
    grid->addWidget(title, 0, 0);
    grid->addWidget(close, 0, 1, Qt::AlignRight);
    buildParts(*grid);
    buildWords(*grid);
    connect(m_second, &QTimer::timeout, this, &LayersPanel::recount);
}

LayersPanel::Line LayersPanel::addLine(QGridLayout& grid, const QString& name, const QString& text, bool on,
                                       int indent) {
    auto* tick = new QCheckBox(text, this);
    tick->setObjectName(name);
    tick->setAccessibleName(text);
    tick->setChecked(on);
    auto* count = new QLabel(this);
    count->setProperty("dim", true);
    count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const int row = grid.rowCount();
    auto* holder = new QHBoxLayout;
    holder->addSpacing(indent);
    holder->addWidget(tick, 1);
    grid.addLayout(holder, row, 0);
    grid.addWidget(count, row, 1);
    return {tick, count};
}

void LayersPanel::buildParts(QGridLayout& grid) {
    for (int i = 0; i < mapParts; ++i) {
        const auto part = MapPart(i);
        const Line line = addLine(grid, u"layer."_s + QLatin1StringView(parts[i].code), tr(parts[i].text),
                                  !m_choices.hidden.contains(part), 0);
        m_parts.insert(part, line);
        connect(line.tick, &QCheckBox::toggled, this, [this, part](bool on) {
            on ? (void)m_choices.hidden.remove(part) : (void)m_choices.hidden.insert(part);
            tell();
        });
        if (part == MapPart::Units)
            buildKinds(grid);
    }
}

void LayersPanel::buildKinds(QGridLayout& grid) {
    for (int i = 0; i < unitKinds; ++i) {
        const auto kind = UnitKind(i);
        const Line line = addLine(grid, u"layer.kind."_s + QLatin1StringView(kinds[i]), text::name(kind),
                                  !m_choices.hiddenKinds.contains(kind), 18);
        m_kinds.insert(kind, line);
        connect(line.tick, &QCheckBox::toggled, this, [this, kind](bool on) {
            on ? (void)m_choices.hiddenKinds.remove(kind) : (void)m_choices.hiddenKinds.insert(kind);
            tell();
        });
    }
}

void LayersPanel::buildWords(QGridLayout& grid) {
    const auto addChoice = [&](const QString& name, const QString& text) {
        auto* caption = new QLabel(text, this);
        caption->setProperty("dim", true);
        auto* choice = new QComboBox(this);
        choice->setObjectName(name);
        choice->setAccessibleName(text);
        caption->setBuddy(choice);
        const int row = grid.rowCount();
        grid.addWidget(caption, row, 0);
        grid.addWidget(choice, row, 1);
        return choice;
    };
    QComboBox* words = addChoice(u"layer.words"_s, tr("Names on the map"));
    for (const QString& text : {tr("As the window"), tr("Chinese"), tr("English"), tr("Both")})
        words->addItem(text);
    words->setCurrentIndex(int(m_choices.words));
    connect(words, &QComboBox::activated, this, [this](int index) {
        m_choices.words = MapWords(index);
        tell();
    });
    QComboBox* minutes = addChoice(u"layer.trailMinutes"_s, tr("Trails reach back"));
    for (const int length : {5, 15, 30, 60, 120, 480})
        minutes->addItem(length < 60 ? tr("%1 min").arg(length) : tr("%1 h").arg(length / 60), length);
    minutes->setCurrentIndex(qMax(0, minutes->findData(m_choices.trailMinutes)));
    connect(minutes, &QComboBox::activated, this, [this, minutes] {
        m_choices.trailMinutes = minutes->currentData().toInt();
        tell();
    });
}

void LayersPanel::tell() {
    for (const Line& kind : m_kinds)
        kind.tick->setEnabled(!m_choices.hidden.contains(MapPart::Units));
    Q_EMIT chosen(m_choices);
}

void LayersPanel::setPart(MapPart part, bool visible) {
    m_parts[part].tick->setChecked(visible);
}

void LayersPanel::recount() {
    const Counts counts = m_count();
    for (const auto& [part, line] : m_parts.asKeyValueRange())
        line.count->setText(QString::number(counts.parts.value(part)));
    for (const auto& [kind, line] : m_kinds.asKeyValueRange())
        line.count->setText(QString::number(counts.kinds.value(kind)));
}

void LayersPanel::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    recount();
    m_second->start(1000);
}

void LayersPanel::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    m_second->stop();
}

void LayersPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace tridesk
