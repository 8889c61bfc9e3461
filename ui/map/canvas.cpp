// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/canvas.h"

#include "maps/raster/picture_provider.h"
#include "ui/map/canvas_parts.h"
#include "ui/map/symbol_art.h"

#include <QPainter>
#include <QRegularExpression>
#include <QResizeEvent>
#include <QScreen>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::ui {

namespace {

constexpr double packageZoom = 15; // a package of one street is not looked at from a metre away

} // namespace

void DropLayer::paint(QPainter& painter, const MapView& view) {
    if (!m_on)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const bool pin = m_target.kind == SymbolKind::Incident;
    drawHalo(painter, view.toPixel(m_at) + (pin ? incidentHead() : QPointF()),
             m_target.kind == SymbolKind::None ? 8 : 18, m_colour);
}

void MapParts::insert(MapLayerRole role, std::unique_ptr<MapLayer> layer) {
    const auto at = std::ranges::upper_bound(layers, role, {}, [](const auto& entry) { return entry.first; });
    layer->setStyle(style);
    layers.insert(at, {role, std::move(layer)});
}

MapCanvas::MapCanvas(QWidget* parent)
    : QWidget(parent)
    , m(std::make_unique<MapParts>()) {
    setObjectName(u"map"_s);
    setAccessibleName(tr("Map"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    grabGesture(Qt::PinchGesture);
    setMinimumSize(160, 120);

    m->add<LandLayer>(MapLayerRole::Basemap, m->basemap);
    m->areas = m->add<AreaLayer>(MapLayerRole::Areas);
    m->beats = m->add<AreaLayer>(MapLayerRole::Beats);
    m->rings = m->add<RingLayer>(MapLayerRole::Rings);
    m->routes = m->add<LineLayer>(MapLayerRole::Routes, SymbolKind::Route);
    m->plots = m->add<PlotLayer>(MapLayerRole::Plots);
    m->trails = m->add<LineLayer>(MapLayerRole::Trails, SymbolKind::Trail);
    m->add<LabelLayer>(MapLayerRole::Labels, m->basemap);
    m->stations = m->add<StationLayer>(MapLayerRole::Stations);
    m->cameras = m->add<CameraLayer>(MapLayerRole::Cameras);
    m->units = m->add<UnitLayer>(MapLayerRole::Units);
    m->incidents = m->add<IncidentLayer>(MapLayerRole::Incidents);
    m->add<EmergencyLayer>(MapLayerRole::Emergencies, *m->units);
    m->drop = m->add<DropLayer>(MapLayerRole::Selection);

    m->zoomIn = new MapButton(MapButton::Sign::Plus, this);
    m->zoomIn->setObjectName(u"map.zoomIn"_s);
    m->zoomIn->setAccessibleName(tr("Zoom in"));
    m->zoomOut = new MapButton(MapButton::Sign::Minus, this);
    m->zoomOut->setObjectName(u"map.zoomOut"_s);
    m->zoomOut->setAccessibleName(tr("Zoom out"));
    m->north = new MapButton(MapButton::Sign::North, this);
    m->north->setObjectName(u"map.north"_s);
    connect(m->north, &QAbstractButton::clicked, this, [this] { turnTo(0); });
    showBearing();
    connect(m->zoomIn, &QAbstractButton::clicked, this, [this] { zoomBy(0.7); });
    connect(m->zoomOut, &QAbstractButton::clicked, this, [this] { zoomBy(-0.7); });
    connect(&m->basemap, &Basemap::landChanged, this,
            [this](const QRectF& where) { m->ground.spoil(where); });
    connect(&m->basemap, &Basemap::changed, this, &MapCanvas::refresh);
    connect(&m->basemap, &Basemap::opened, this, [this] {
        if (!m->placed)
            showPackage();
    });
    connect(&m->basemap, &Basemap::failed, this, [this](const QString& reason) {
        m->basemapError = reason;
        refresh();
        Q_EMIT basemapFailed(reason);
    });
    m->clock.start();
}

MapCanvas::~MapCanvas() = default;

void MapCanvas::setBasemap(const QString& mbtilesPath) {
    m->ground.spoil();
    m->basemapError.clear();
    if (mbtilesPath.isEmpty()) {
        m->basemap.close();
        refresh();
    } else {
        setBasemap(maps::TileSource{.kind = maps::TileSource::Kind::File, .address = mbtilesPath});
    }
}

void MapCanvas::setBasemap(const maps::TileSource& file) {
    m->ground.spoil();
    m->basemapError.clear();
    m->basemap.open(file);
    m->basemap.aimAt(m->motion.goal(m->view));
    refresh();
}

void MapCanvas::setBasemap(std::unique_ptr<maps::PictureProvider> pictures) {
    m->ground.spoil();
    m->basemapError.clear();
    m->basemap.open(std::move(pictures));
    m->basemap.aimAt(m->motion.goal(m->view));
    refresh();
}

// Until someone says where to look, each package shows itself, and fills the widget: a map begins with
// streets, not with the emptiness around them.
void MapCanvas::showPackage() {
    const QRectF b = m->basemap.info().bounds;
    if (!b.isValid() || width() <= 0 || height() <= 0)
        return;
    const QPointF corner = toMercator(QGeoCoordinate(b.bottom(), b.left()));
    const QPointF other = toMercator(QGeoCoordinate(b.top(), b.right()));
    const QRectF box = QRectF(corner, other).normalized();
    const double zoom = std::log2(std::max(width() / box.width(), height() / box.height()) / 256);
    moveTo(MapView(box.center(), std::min(zoom, packageZoom), QSizeF(size()), devicePixelRatioF()).snapped());
}

void MapCanvas::setStyle(const MapStyle& style) {
    m->style = style;
    m->ground.spoil();
    m->basemap.setStyle(std::make_shared<const MapStyle>(style));
    for (const auto& [role, layer] : m->layers)
        layer->setStyle(style);
    m->zoomIn->setMapStyle(style);
    m->zoomOut->setMapStyle(style);
    m->north->setMapStyle(style);
    refresh();
}

const MapStyle& MapCanvas::style() const {
    return m->style;
}

void MapCanvas::setLabelLanguage(LabelLanguage language) {
    m->basemap.setLanguage(language);
}

bool MapCanvas::isBasemapComplete() const {
    return m->basemap.isComplete();
}

const MapView& MapCanvas::view() const {
    return m->view;
}

void MapCanvas::setView(const MapView& view) {
    m->placed = true;
    m->motion.stop();
    moveTo(view.withSize(QSizeF(size()), devicePixelRatioF()).snapped());
}

void MapCanvas::lookAt(const QGeoCoordinate& centre, double zoom) {
    setView(m->view.withCentre(toMercator(centre)).withZoom(zoom));
}

void MapCanvas::fit(const QList<QGeoCoordinate>& places) {
    if (places.isEmpty())
        return;
    QRectF box(toMercator(places.front()), QSizeF(0, 0));
    for (const QGeoCoordinate& place : places) {
        const QPointF p = toMercator(place);
        box.setLeft(std::min(box.left(), p.x()));
        box.setRight(std::max(box.right(), p.x()));
        box.setTop(std::min(box.top(), p.y()));
        box.setBottom(std::max(box.bottom(), p.y()));
    }
    setView(m->view.withSize(QSizeF(size()), devicePixelRatioF()).fitted(box, 48));
}

void MapCanvas::zoomBy(double levels) {
    zoomAbout({width() / 2.0, height() / 2.0}, levels);
}

void MapCanvas::moveTo(const MapView& view) {
    if (view == m->view)
        return;
    m->view = view;
    m->basemap.aimAt(m->motion.goal(view));
    refreshNow();
    showBearing();
    Q_EMIT viewChanged(view);
}

// A whole map takes longer than all the lists beside it. What an order changes is to stand in them first.
void MapCanvas::refresh() {
    if (!std::exchange(m->dirty, isVisible()) && m->dirty)
        m->soon.start(1, this);
}

void MapCanvas::refreshNow() {
    m->soon.stop();
    m->dirty = isVisible();
    if (m->surface != nullptr)
        m->surface->update();
    else
        update();
}

void MapCanvas::setPickMode(bool on) {
    m->picking = on;
    setCursor(on ? Qt::CrossCursor : Qt::ArrowCursor);
}

bool MapCanvas::pickMode() const {
    return m->picking;
}

MapHit MapCanvas::hitAt(QPointF pixel) const {
    for (auto it = m->layers.rbegin(); it != m->layers.rend(); ++it) {
        if (!it->second->isVisible())
            continue;
        if (const auto hit = it->second->hitTest(pixel, m->view))
            return *hit;
    }
    return {};
}

void MapCanvas::addLayer(MapLayerRole role, std::unique_ptr<MapLayer> layer) {
    m->insert(role, std::move(layer));
    refresh();
}

void MapCanvas::setAttribution(const QString& text) {
    m->attribution = text;
    refresh();
}

QString MapCanvas::attributionText() const {
    static const QRegularExpression markup(u"<[^>]*>"_s);
    QString text = m->attribution.isEmpty() ? m->basemap.info().attribution : m->attribution;
    return text.remove(markup).left(200);
}

QString MapCanvas::notice() const {
    return m->basemapError.isEmpty() ? tr("No map is installed: units and incidents stand on an empty grid.")
                                     : tr("The map cannot be read: %1").arg(m->basemapError);
}

void MapCanvas::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m->surface != nullptr) {
        m->surface->setGeometry(rect());
        m->surface->lower();
    }
    layOutButtons();
    moveTo(m->view.withSize(QSizeF(size()), devicePixelRatioF()).snapped());
    if (!m->placed && m->basemap.isOpen())
        showPackage();
}

void MapCanvas::layOutButtons() {
    int y = 12;
    for (MapButton* button : {m->zoomIn, m->zoomOut, m->north}) {
        button->move(width() - 44, y);
        y += 36;
    }
}

void MapCanvas::showBearing() {
    const double bearing = m->view.bearing();
    m->north->setBearing(bearing);
    const int degrees = int(std::lround(bearing)) % 360;
    const QString text =
        m->view.isTurned() ? tr("Up is %1°. Turn the map back to north").arg(degrees) : tr("North is up");
    if (text == m->north->toolTip())
        return;
    m->north->setToolTip(text);
    m->north->setAccessibleName(text);
}

void MapCanvas::updateTimers() {
    // Follows the screen: more steps than it shows would be drawn for nobody.
    const int frame = screen() == nullptr ? 16 : std::clamp(int(1000 / screen()->refreshRate()), 4, 16);
    if (m->motion.isActive() && !m->motionTimer.isActive()) {
        m->lastStep = m->clock.elapsed();
        m->motionTimer.start(frame, Qt::PreciseTimer, this);
    }
}

// Beats the time for what blinks, as long as there is something.
void MapCanvas::updateFlash() {
    const bool flash = m->incidents->hasOverdue() || m->units->hasAlarm();
    if (flash == m->flashTimer.isActive())
        return;
    if (flash)
        m->flashTimer.start(500, this);
    else
        m->flashTimer.stop();
    m->incidents->setFlash(false);
    m->units->setFlash(false);
}

void MapCanvas::timerEvent(QTimerEvent* event) {
    if (event->timerId() == m->soon.timerId()) {
        refreshNow();
        return;
    }
    if (event->timerId() == m->flashTimer.timerId()) {
        const bool dark = m->clock.elapsed() / 500 % 2 == 1;
        m->incidents->setFlash(dark);
        m->units->setFlash(dark);
        refresh();
        return;
    }
    if (event->timerId() != m->motionTimer.timerId())
        return;
    const qint64 now = m->clock.elapsed();
    const MapView view = m->motion.step(m->view, double(std::min<qint64>(now - m->lastStep, 100)) / 1000);
    m->lastStep = now;
    if (!m->motion.isActive())
        m->motionTimer.stop();
    moveTo(view);
}

} // namespace tridesk::ui
