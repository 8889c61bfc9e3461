// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/map_pane.h"

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "maps/package/package.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/map/drag_payload.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/common/recall_strip.h"
#include "ui/panes/map/map_feed.h"
#include "ui/panes/map/place_box.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QToolTip>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr double streetZoom = 16; ///< at which a found place and its streets are read

} // namespace

MapPane::MapPane(const PaneContext& context, const maps::Package* package, maps::GeoService* places,
                 QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_package(package) {
    setObjectName(u"mapPane"_s);
    build(package, places);
    join();
    dress();
    connect(&context.look, &Look::changed, this, &MapPane::dress);
}

void MapPane::build(const maps::Package* package, maps::GeoService* places) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_canvas = new ui::MapCanvas(this);
    m_canvas->setAccessibleName(tr("Map"));
    m_canvas->setBasemap(package ? package->basemapFile() : QString());
    m_canvas->setAttribution(package ? package->manifest().attribution : QString());
    m_search = new PlaceBox(places, m_canvas);
    m_search->move(10, 10);
    m_recall = new RecallStrip(m_context.desk, this);
    m_prompts = new PromptBar(this);
    m_dispatcher = new Dispatcher(m_context.desk, *m_prompts, this);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_recall);
    column->addWidget(m_prompts);
    m_feed = new MapFeed(m_context, *m_canvas, this);
    if (package)
        showCameras(*package);
}

void MapPane::showCameras(const maps::Package& package) {
    const auto cameras = package.cameras();
    if (!cameras) {
        m_prompts->complain(cameras.error());
        return;
    }
    quint64 key = 0;
    for (const maps::FixedCamera& camera : *cameras) {
        ui::CameraSymbol symbol;
        symbol.key = ++key;
        symbol.at = ui::toMercator(camera.at);
        symbol.heading = float(camera.heading);
        symbol.label = camera.name;
        symbol.id = camera.ref;
        m_canvas->upsert(symbol);
    }
}

void MapPane::join() {
    connect(m_canvas, &ui::MapCanvas::clicked, this, &MapPane::click);
    connect(m_canvas, &ui::MapCanvas::doubleClicked, this, [this](ui::SymbolKind kind, quint64 key) {
        if (kind == ui::SymbolKind::Incident)
            Q_EMIT detailsAsked(m_feed->incident(key));
    });
    connect(m_canvas, &ui::MapCanvas::dropped, this, &MapPane::drop);
    connect(m_canvas, &ui::MapCanvas::dragHovered, this, &MapPane::previewDrop);
    connect(m_canvas, &ui::MapCanvas::contextRequested, this, &MapPane::openMenu);
    connect(m_canvas, &ui::MapCanvas::hovered, this, &MapPane::tell);
    connect(m_canvas, &ui::MapCanvas::pointPicked, this, &MapPane::picked);
    connect(m_dispatcher, &Dispatcher::echoed, this, &MapPane::echoed);
    connect(m_dispatcher, &Dispatcher::issued, m_recall, &RecallStrip::offer);
    connect(m_recall, &RecallStrip::recallAsked, m_dispatcher, &Dispatcher::submit);
    connect(&m_context.selection, &Selection::revealRequested, this, &MapPane::showSelected);
    connect(m_search, &PlaceBox::chosen, this, [this](const QGeoCoordinate& at, const QString& label) {
        m_canvas->lookAt(at, qMax(streetZoom, m_canvas->view().zoom()));
        Q_EMIT echoed(u'@' + label);
    });
    connect(m_canvas, &ui::MapCanvas::viewChanged, this,
            [this](const ui::MapView& view) { m_search->setNear(ui::fromMercator(view.centre())); });
}

void MapPane::dress() {
    m_canvas->setStyle(m_context.look.theme().night ? ui::MapStyle::night() : ui::MapStyle::day());
    const bool chinese = QLocale().language() == QLocale::Chinese;
    m_canvas->setLabelLanguage(chinese ? ui::LabelLanguage::Chinese : ui::LabelLanguage::English);
}

void MapPane::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void MapPane::pick() {
    m_canvas->setPickMode(true);
    m_canvas->setFocus();
}

void MapPane::showSelected() {
    QList<QGeoCoordinate> places;
    if (const auto at = m_feed->placeOf(m_context.selection.incident()))
        places << at->coordinate();
    for (const UnitId& unit : m_context.selection.units())
        if (const auto at = m_feed->placeOf(unit))
            places << at->coordinate();
    if (places.size() == 1)
        m_canvas->lookAt(places.first(), qMax(streetZoom - 1, m_canvas->view().zoom()));
    else if (!places.isEmpty())
        m_canvas->fit(places);
}

void MapPane::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (std::exchange(m_looked, true))
        return;
    // once the window has laid out its panes, since what fits depends on the size
    QMetaObject::invokeMethod(this, &MapPane::showOwn, Qt::QueuedConnection);
}

void MapPane::showEverything() {
    if (const auto all = m_feed->areas() + m_feed->places(); !all.isEmpty())
        m_canvas->fit(all);
    else
        showOwn();
}

/// What the seat answers for, as far as the map reaches; else all of the map; else whatever there is.
void MapPane::showOwn() {
    const QGeoRectangle bounds = m_package ? m_package->manifest().bounds : QGeoRectangle();
    QList<QGeoCoordinate> own = m_feed->areas();
    if (bounds.isValid())
        own.removeIf([&](const QGeoCoordinate& corner) { return !bounds.contains(corner); });
    if (!own.isEmpty())
        m_canvas->fit(own);
    else if (bounds.isValid())
        m_canvas->fit({bounds.topLeft(), bounds.bottomRight()});
    else if (const auto places = m_feed->places(); !places.isEmpty())
        m_canvas->fit(places);
}

void MapPane::click(ui::SymbolKind kind, quint64 key, Qt::KeyboardModifiers modifiers) {
    if (kind == ui::SymbolKind::Incident) {
        m_context.selection.setIncident(m_feed->incident(key));
        return;
    }
    QSet<UnitId> units = modifiers & Qt::ControlModifier ? m_context.selection.units() : QSet<UnitId>();
    if (kind == ui::SymbolKind::Unit) {
        const UnitId unit = m_feed->unit(key);
        if (!units.remove(unit))
            units.insert(unit);
    }
    m_context.selection.setUnits(units);
}

void MapPane::drop(const QString& mime, const QByteArray& payload, ui::SymbolKind kind, quint64 key,
                   const QGeoCoordinate& at) {
    const QStringList ids = ui::drag::decodeIds(payload);
    if (mime == ui::drag::unitsMime)
        dropUnits(parseUnits(ids), kind, key);
    else if (const auto incident = IncidentId::parse(ids.value(0)))
        dropIncident(*incident, kind, key, at);
}

void MapPane::dropUnits(const QList<UnitId>& units, ui::SymbolKind kind, quint64 key) {
    if (units.isEmpty())
        return;
    if (kind == ui::SymbolKind::Incident)
        m_dispatcher->send(m_feed->incident(key), units);
    else
        m_prompts->complain(tr("There is no incident where the unit was dropped."));
}

void MapPane::dropIncident(const IncidentId& incident, ui::SymbolKind kind, quint64 key,
                           const QGeoCoordinate& at) {
    if (kind == ui::SymbolKind::Unit) {
        m_dispatcher->send(incident, {m_feed->unit(key)});
        return;
    }
    if (kind == ui::SymbolKind::Station) {
        m_dispatcher->refer(incident, m_feed->station(key));
        return;
    }
    const auto place = GeoPoint::from(at);
    if (m_feed->placeOf(incident) || !place) {
        m_prompts->complain(tr("Drop it on a unit, or on a station to refer it."));
        return;
    }
    AmendIncident change;
    change.incident = incident;
    change.place = m_context.desk.situation().incidents().find(incident)->details.place;
    change.place->at = place;
    m_dispatcher->submit(change);
}

void MapPane::previewDrop(const QString& mime, const QByteArray& payload, ui::SymbolKind kind, quint64 key) {
    const QStringList ids = ui::drag::decodeIds(payload);
    const Situation& situation = m_context.desk.situation();
    QList<UnitVerdict> verdicts;
    if (mime == ui::drag::unitsMime && kind == ui::SymbolKind::Incident)
        for (const UnitId& unit : parseUnits(ids))
            verdicts << verdict(m_context.desk, m_feed->incident(key), unit);
    else if (const auto incident = IncidentId::parse(ids.value(0)); incident && kind == ui::SymbolKind::Unit)
        verdicts << verdict(m_context.desk, *incident, m_feed->unit(key));
    if (verdicts.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(QCursor::pos() + QPoint(12, 16), verdictText(verdicts, situation), m_canvas);
}

void MapPane::openMenu(ui::SymbolKind kind, quint64 key, const QGeoCoordinate& at, const QPoint& global) {
    auto* menu = new QMenu(this);
    menu->setObjectName(u"map.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (kind == ui::SymbolKind::Incident)
        addIncidentActions(*menu, m_feed->incident(key));
    if (kind == ui::SymbolKind::Unit && !m_context.selection.incident().isNull())
        menu->addAction(tr("Dispatch to the selected incident"), this, [this, unit = m_feed->unit(key)] {
            m_dispatcher->send(m_context.selection.incident(), {unit});
        });
    if (kind == ui::SymbolKind::Station && !m_context.selection.incident().isNull())
        menu->addAction(tr("Refer the selected incident here"), this, [this, post = m_feed->station(key)] {
            m_dispatcher->refer(m_context.selection.incident(), post);
        });
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addAction(tr("New incident here"), this, [this, at] { Q_EMIT newIncidentAsked(at); });
    menu->addAction(tr("Copy the coordinates"), this, [at] {
        QGuiApplication::clipboard()->setText(
            u"%1, %2"_s.arg(at.latitude(), 0, 'f', 6).arg(at.longitude(), 0, 'f', 6));
    });
    menu->popup(global);
}

void MapPane::addIncidentActions(QMenu& menu, const IncidentId& incident) {
    menu.addAction(tr("Details"), this, [this, incident] { Q_EMIT detailsAsked(incident); });
    const QSet<UnitId> units = m_context.selection.units();
    QAction* send = menu.addAction(tr("Dispatch the selected units"), this,
                                   [this, incident, units] { m_dispatcher->send(incident, units.values()); });
    send->setEnabled(!units.isEmpty());
}

void MapPane::tell(ui::SymbolKind kind, quint64 key, const QPoint& global) {
    const Situation& situation = m_context.desk.situation();
    QStringList lines;
    if (const Unit* unit =
            kind == ui::SymbolKind::Unit ? situation.units().find(m_feed->unit(key)) : nullptr) {
        lines << unit->definition.callsign.toString() + u"  "_s + text::name(unit->status)
              << unit->crew.join(u' ');
        const Fix* fix = m_context.fixes->latest(unit->definition.id);
        lines << (fix ? tr("Position %1 old, from %2")
                            .arg(text::age(m_context.desk.now() - fix->measuredAt), fix->source)
                      : QString());
    }
    if (const Incident* incident =
            kind == ui::SymbolKind::Incident ? situation.incidents().find(m_feed->incident(key)) : nullptr)
        lines << text::shortNumber(incident->number) + u"  "_s + text::name(incident->details.level)
              << text::typePath(situation.catalogue(), incident->details.type)
              << text::place(incident->details.place);
    lines.removeAll(QString());
    if (lines.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global + QPoint(10, 12), lines.join(u'\n'), m_canvas);
}

} // namespace tridesk
