// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/map_pane.h"

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "maps/package/package.h"
#include "maps/raster/make_provider.h"
#include "ui/actions/action_table.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/map/drag_payload.h"
#include "ui/panes/common/advisor.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/common/drop_preview.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/common/recall_strip.h"
#include "ui/panes/map/beat_feed.h"
#include "ui/panes/map/camera_feed.h"
#include "ui/panes/map/escape_bar.h"
#include "ui/panes/map/go_to.h"
#include "ui/panes/map/map_feed.h"
#include "ui/panes/map/map_tools.h"
#include "ui/panes/map/names_panel.h"
#include "ui/panes/map/overlay.h"
#include "ui/panes/map/place_box.h"
#include "ui/panes/map/place_names.h"
#include "ui/panes/map/proposed_layer.h"
#include "ui/panes/map/ring_tools.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
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
    showSource({});
    m_search = new PlaceBox(m_context.places, m_context.look, m_canvas);
    m_recall = new RecallStrip(m_context.desk, this);
    m_prompts = new PromptBar(this);
    m_dispatcher = new Dispatcher(m_context.desk, *m_prompts, this);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_recall);
    column->addWidget(m_prompts);
    m_feed = new MapFeed(m_context, *m_canvas, this);
    new BeatFeed(m_context, *m_canvas, this);
    m_canvas->addLayer(ui::MapLayerRole::Selection, std::make_unique<ProposedLayer>(m_context, *m_feed));
    m_cameras = new CameraFeed(m_context, *m_canvas, this);
    m_rings = new RingTools(m_context, *m_canvas, *m_feed, places, this);
    column->insertWidget(1, &m_rings->bar());
    connect(m_rings, &RingTools::told, m_prompts, &PromptBar::complain);
    if (package)
        showCameras(*package);
    m_names = new PlaceNames(
        m_context, {.dispatcher = *m_dispatcher, .prompts = *m_prompts, .places = places}, m_canvas);
    m_tools = new MapTools(m_context,
                           {.canvas = *m_canvas,
                            .feed = *m_feed,
                            .cameras = *m_cameras,
                            .dispatcher = *m_dispatcher,
                            .prompts = *m_prompts,
                            .rings = *m_rings},
                           this);
    m_tools->overlay().add(*m_search, MapOverlay::Spot::TopLeft);
    m_search->setDirect([this](const QString& text) { return goTo(text); });
}

void MapPane::showSource(const maps::TileSource& source) {
    const bool ofPackage = source.kind == maps::TileSource::Kind::Package;
    // Of the others the map itself says whom it is owed to, where the site does not.
    m_canvas->setAttribution(ofPackage && m_package ? m_package->manifest().attribution : source.attribution);
    switch (source.kind) {
    case maps::TileSource::Kind::Package:
        m_canvas->setBasemap(m_package ? m_package->basemapFile() : QString());
        return;
    case maps::TileSource::Kind::File:
        m_canvas->setBasemap(source);
        return;
    case maps::TileSource::Kind::Xyz:
    case maps::TileSource::Kind::Wmts:
        m_canvas->setBasemap(
            maps::makeProvider(source, {.storePath = maps::TileStore::usualPath(), .limits = {}}));
        return;
    }
}

void MapPane::takeActions(ActionTable& actions) {
    m_tools->takeActions(actions);
    joinNames(actions);
}

void MapPane::joinNames(ActionTable& actions) {
    NamesPanel& panel = m_names->panel();
    m_tools->overlay().add(panel, MapOverlay::Spot::BesideStrip);
    QAction& list = actions.action(ActionId::NamedPlaces);
    QAction& layers = actions.action(ActionId::MapLayers); // stands in the same spot
    connect(&list, &QAction::toggled, this, [&panel, &layers](bool on) {
        panel.setVisible(on);
        if (on) {
            layers.setChecked(false);
            panel.focusFilter();
        }
    });
    connect(&layers, &QAction::toggled, &list, [&list](bool on) {
        if (on)
            list.setChecked(false);
    });
    connect(&panel, &NamesPanel::closed, &list, [this, &list] {
        list.setChecked(false);
        m_canvas->setFocus(Qt::OtherFocusReason);
    });
    QAction& name = actions.action(ActionId::NamePlace);
    name.setEnabled(m_names->mayName());
    connect(&name, &QAction::triggered, this, &MapPane::pickToName);
    connect(m_names, &PlaceNames::pickAsked, this, &MapPane::pickToName);
    connect(m_names, &PlaceNames::goAsked, this, &MapPane::lookAt);
}

void MapPane::pickToName() {
    pick();
    m_naming = true;
    m_prompts->complain({});
}

void MapPane::takePicked(const QGeoCoordinate& at) {
    if (!std::exchange(m_naming, false)) {
        Q_EMIT picked(at);
        return;
    }
    if (const auto point = GeoPoint::from(at))
        m_names->name(*point);
}

void MapPane::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_tools->isOn())
        m_tools->leaveMode();
    else
        QWidget::keyPressEvent(event);
}

bool MapPane::goTo(const QString& text) {
    const SeatDesk& desk = m_context.desk;
    const auto goal = parseGoal(desk.situation(), text, [&desk](const Incident& incident) {
        return desk.sight(incident) > Sight::Outline;
    });
    if (!goal)
        return false;
    std::optional<GeoPoint> at;
    if (const auto* point = std::get_if<GeoPoint>(&*goal)) {
        at = *point;
    } else if (const auto* unit = std::get_if<UnitId>(&*goal)) {
        at = m_feed->placeOf(*unit);
        m_context.selection.setUnits({*unit});
    } else if (const auto* incident = std::get_if<IncidentId>(&*goal)) {
        at = m_feed->placeOf(*incident);
        m_context.selection.setIncident(*incident);
    }
    if (at)
        lookAt(*at);
    else
        m_prompts->complain(tr("Where %1 is, is not known.").arg(text.trimmed()));
    return true;
}

void MapPane::lookAt(GeoPoint at) {
    m_tools->stopFollowing();
    m_canvas->lookAt(at.coordinate(), qMax(streetZoom, m_canvas->view().zoom()));
}

void MapPane::showCameras(const maps::Package& package) {
    const auto cameras = package.cameras();
    if (!cameras) {
        m_prompts->complain(cameras.error());
        return;
    }
    m_cameras->setPackage(*cameras);
}

void MapPane::join() {
    connect(m_canvas, &ui::MapCanvas::clicked, this, &MapPane::click);
    connect(m_canvas, &ui::MapCanvas::doubleClicked, this, [this](ui::SymbolKind kind, quint64 key) {
        if (kind == ui::SymbolKind::Incident)
            Q_EMIT detailsAsked(m_feed->incident(key));
        else if (kind == ui::SymbolKind::Unit && m_context.video)
            Q_EMIT pictureAsked(m_feed->unit(key));
    });
    connect(m_canvas, &ui::MapCanvas::dropped, this, &MapPane::drop);
    connect(m_canvas, &ui::MapCanvas::dragHovered, this, &MapPane::previewDrop);
    connect(m_canvas, &ui::MapCanvas::contextRequested, this, &MapPane::openMenu);
    connect(m_tools, &MapTools::noteAsked, this, &MapPane::noteAsked);
    connect(m_tools, &MapTools::messageAsked, this, &MapPane::messageAsked);
    connect(m_tools, &MapTools::clicked, this,
            [this](ui::SymbolKind kind, quint64 key) { click(kind, key, Qt::NoModifier); });
    connect(m_canvas, &ui::MapCanvas::pointPicked, this, &MapPane::takePicked);
    m_dispatcher->setAdvisor(m_context.advisor);
    if (m_context.advisor)
        connect(m_context.advisor, &Advisor::advised, this, [this] {
            m_canvas->update();
            if (QToolTip::isVisible() && !m_previewed.units.isEmpty())
                tellPreview(); // more has come to be known of what hovers
        });
    connect(m_dispatcher, &Dispatcher::echoed, this, &MapPane::echoed);
    connect(m_dispatcher, &Dispatcher::issued, m_recall, &RecallStrip::offer);
    connect(m_recall, &RecallStrip::recallAsked, m_dispatcher, &Dispatcher::submit);
    connect(&m_context.selection, &Selection::revealRequested, this, &MapPane::showSelected);
    connect(m_search, &PlaceBox::placeChosen, this, [this](const QGeoCoordinate& at, const QString& label) {
        m_tools->stopFollowing();
        m_canvas->lookAt(at, qMax(streetZoom, m_canvas->view().zoom()));
        Q_EMIT echoed(u'@' + label);
    });
}

void MapPane::dress() {
    m_canvas->setStyle(m_context.look.theme().night ? ui::MapStyle::night() : ui::MapStyle::day());
    m_tools->dress();
}

void MapPane::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void MapPane::find(const QString& text) {
    focusSearch();
    m_search->selectAll();
    m_search->insert(text);
}

void MapPane::pick() {
    m_tools->leaveMode();
    m_naming = false;
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

void MapPane::showUnit(const UnitId& id) {
    auto at = m_feed->placeOf(id);
    if (const Unit* unit = m_context.desk.situation().units().find(id); !at && unit && unit->emergency)
        at = unit->emergency->at;
    if (at)
        m_canvas->lookAt(at->coordinate(), qMax(streetZoom - 1, m_canvas->view().zoom()));
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
    if (m_tools->takeClick(kind, key))
        return;
    // A station is no part of the window's selection, so its reach is shown until something else is clicked.
    m_rings->setStation(kind == ui::SymbolKind::Station ? m_feed->station(key) : PostId());
    if (kind == ui::SymbolKind::Station)
        return;
    if (kind == ui::SymbolKind::Camera && m_context.video) {
        if (const auto camera = CameraId::parse(m_cameras->all().value(key).ref))
            Q_EMIT cameraPictureAsked(*camera);
        return;
    }
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
    m_previewed = {};
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
    m_previewed = {};
    if (mime == ui::drag::unitsMime && kind == ui::SymbolKind::Incident)
        m_previewed = {m_feed->incident(key), parseUnits(ids)};
    else if (const auto incident = IncidentId::parse(ids.value(0)); incident && kind == ui::SymbolKind::Unit)
        m_previewed = {*incident, {m_feed->unit(key)}};
    else if (incident && kind == ui::SymbolKind::Station)
        m_previewed = {*incident, {}, m_feed->station(key)};
    tellPreview();
}

void MapPane::tellPreview() {
    const auto& [incident, units, station] = m_previewed;
    if (units.isEmpty() && station.isNull())
        return QToolTip::hideText();
    const DropPreview preview = station.isNull() ? dropPreview(m_context, incident, units)
                                                 : referPreview(m_context, incident, station);
    QToolTip::showText(QCursor::pos() + QPoint(12, 16), preview.text, m_canvas);
}

void MapPane::openMenu(ui::SymbolKind kind, quint64 key, const QGeoCoordinate& at, const QPoint& global) {
    if (m_tools->isOn())
        return; // the hand is busy with a tool
    auto* menu = new QMenu(this);
    menu->setObjectName(u"map.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (kind == ui::SymbolKind::Incident)
        addIncidentActions(*menu, m_feed->incident(key));
    if (kind == ui::SymbolKind::Unit) {
        const UnitId unit = m_feed->unit(key);
        menu->addAction(tr("Follow"), this, [this, unit] { m_tools->follow(unit); });
        menu->addAction(tr("Message…"), this, [this, unit] { Q_EMIT messageAsked({unit}); });
    }
    if (m_context.video)
        addPictureActions(*menu, kind, key);
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
    menu->addAction(tr("Note on this place…"), this, [this, at] { Q_EMIT noteHereAsked(at); });
    QAction* name = menu->addAction(tr("Name this place…"), this, [this, at] {
        if (const auto point = GeoPoint::from(at))
            m_names->name(*point);
    });
    name->setEnabled(m_names->mayName());
    menu->addAction(tr("Escape ring from here"), this, [this, at] {
        if (const auto from = GeoPoint::from(at))
            m_rings->beginEscape(*from, m_context.desk.now());
    });
    menu->addAction(tr("Copy the coordinates"), this, [at] {
        QGuiApplication::clipboard()->setText(
            u"%1, %2"_s.arg(at.latitude(), 0, 'f', 6).arg(at.longitude(), 0, 'f', 6));
    });
    menu->popup(global);
}

void MapPane::addPictureActions(QMenu& menu, ui::SymbolKind kind, quint64 key) {
    if (kind == ui::SymbolKind::Unit) {
        const UnitId unit = m_feed->unit(key);
        menu.addAction(tr("Picture"), this, [this, unit] { Q_EMIT pictureAsked(unit); });
        menu.addAction(tr("Picture beside the marker"), this,
                       [this, unit] { Q_EMIT markerPictureAsked(unit); });
    } else if (kind == ui::SymbolKind::Incident) {
        menu.addAction(tr("Pictures of this incident"), this,
                       [this, incident = m_feed->incident(key)] { Q_EMIT incidentPicturesAsked(incident); });
    } else if (kind == ui::SymbolKind::Camera) {
        if (const auto camera = CameraId::parse(m_cameras->all().value(key).ref))
            menu.addAction(tr("Picture"), this, [this, id = *camera] { Q_EMIT cameraPictureAsked(id); });
    }
}

void MapPane::follow(const UnitId& unit) {
    m_tools->follow(unit);
}

std::optional<QPointF> MapPane::markerOf(const UnitId& unit) const {
    const auto at = m_feed->placeOf(unit);
    return at ? std::optional(m_canvas->view().toPixel(at->coordinate())) : std::nullopt;
}

void MapPane::addIncidentActions(QMenu& menu, const IncidentId& incident) {
    menu.addAction(tr("Details"), this, [this, incident] { Q_EMIT detailsAsked(incident); });
    const QSet<UnitId> units = m_context.selection.units();
    QAction* send = menu.addAction(tr("Dispatch the selected units"), this,
                                   [this, incident, units] { m_dispatcher->send(incident, units.values()); });
    send->setEnabled(!units.isEmpty());
}

} // namespace tridesk
