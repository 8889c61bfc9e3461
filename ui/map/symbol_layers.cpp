// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/symbol_layers.h"

#include "ui/map/symbol_art.h"

#include <algorithm>
#include <numeric>

namespace tridesk::ui {
namespace {

constexpr std::size_t crowd = 900;    // units in sight from which they are drawn small
constexpr double plateZoom = 14.2;    // callsigns from here on …
constexpr std::size_t fewUnits = 120; // … or where there are no more than this in sight
constexpr double smallCameraZoom = 15.2;
constexpr double firstCameraZoom = 13;
constexpr double stationPlateZoom = 12.5;
constexpr double incidentPlateZoom = 13;
constexpr double plateGrid = 8;

// Which of the sprites of an atlas: kinds of key never meet.
enum KeySpace : quint64 { Body = 1ULL << 60, Plate = 2ULL << 60, Cluster = 3ULL << 60 };

// On the screen: a turned map turns what points somewhere.
int headingStep(float heading, double bearing) {
    constexpr double turns = 2; // keeps it positive for the remainder
    return heading < 0
               ? -1
               : qRound((double(heading) - bearing + 360 * turns) * headingSteps / 360.0) % headingSteps;
}

bool isInTrouble(const UnitSymbol& s) {
    return s.state == SymbolState::Emergency;
}

int fadeStep(float fade) {
    return fade < 0.34F ? 0 : fade < 0.75F ? 1 : 2;
}

quint64 keyOf(const UnitLook& l) {
    return Body | quint64(l.kind) | quint64(l.state) << 8 | quint64(l.headingStep + 1) << 16 |
           quint64(l.fade) << 24 | quint64(l.small) << 28 | quint64(l.overdue) << 29 |
           quint64(l.flash) << 30 | quint64(l.aside) << 31 | quint64(l.guessed) << 32;
}

bool isAlarm(const UnitSymbol& s) {
    return s.overdue || s.state == SymbolState::Emergency;
}

const SymbolAtlas::Sprite* plate(SymbolAtlas& atlas, const QString& text, const MapStyle& style,
                                 const QColor& edge) {
    const quint64 key = Plate | (qHashMulti(0x91, text, edge.rgba()) >> 4);
    return atlas.sprite(key, plateExtent(text), [&](QPainter& p) { drawPlate(p, text, style, edge); });
}

} // namespace

PlateSpace::PlateSpace(QSizeF view)
    : m_columns(int(view.width() / plateGrid) + 1)
    , m_rows(int(view.height() / plateGrid) + 1)
    , m_taken(std::size_t(m_columns) * std::size_t(m_rows), 0) {}

bool PlateSpace::isFree(QPointF at) const {
    const int column = int(at.x() / plateGrid);
    const int row = int(at.y() / plateGrid);
    return at.x() >= 0 && at.y() >= 0 && column < m_columns && row < m_rows &&
           m_taken[std::size_t(row) * std::size_t(m_columns) + std::size_t(column)] == 0;
}

bool PlateSpace::take(const QRectF& rect) {
    if (rect.left() < 0 || rect.top() < 0)
        return false;
    const int left = int(rect.left() / plateGrid);
    const int right = int(rect.right() / plateGrid);
    const int top = int(rect.top() / plateGrid);
    const int bottom = int(rect.bottom() / plateGrid);
    if (right >= m_columns || bottom >= m_rows)
        return false;
    const auto cells = [&](int y) { return m_taken.data() + std::size_t(y) * std::size_t(m_columns); };
    for (int y = top; y <= bottom; ++y) {
        if (std::any_of(cells(y) + left, cells(y) + right + 1, [](std::uint8_t taken) { return taken != 0; }))
            return false;
    }
    for (int y = top; y <= bottom; ++y)
        std::fill(cells(y) + left, cells(y) + right + 1, std::uint8_t(1));
    return true;
}

// From the top of the picture to its bottom, in bands: whoever stands further south lies in front, and the
// pixels of one band stay in the processor's cache while it is drawn.
void UnitLayer::gather(const MapView& view) {
    constexpr int bandPixels = 32;
    const auto bands = std::size_t(view.size().height() / bandPixels) + 4;
    const QRectF in = sight(view);
    m_clusters.follow(m_store, view.zoom());
    m_seen.clear();
    m_hasAlarm = false;
    bool anyOnTop = false;
    m_bandEnds.assign(bands, 0);
    for (const UnitSymbol& s : m_store.all()) {
        if (!in.contains(s.at) || !isShown(s, view))
            continue;
        const QPointF at = view.toPixel(s.at);
        const auto band = std::min(bands - 1, std::size_t(std::max(0.0, at.y() / bandPixels + 1)));
        m_seen.push_back({&s, at, std::uint32_t(band), isAlarm(s)});
        m_hasAlarm = m_hasAlarm || m_seen.back().alarm;
        anyOnTop = anyOnTop || m_seen.back().alarm || s.selected;
        ++m_bandEnds[band];
    }
    std::exclusive_scan(m_bandEnds.begin(), m_bandEnds.end(), m_bandEnds.begin(), 0U);
    m_shown.resize(m_seen.size());
    for (const Shown& s : m_seen)
        m_shown[m_bandEnds[s.band]++] = s;
    m_small = m_shown.size() > crowd;
    // Alarms last, on top of everything: a crowd must not hide them.
    if (anyOnTop)
        std::ranges::stable_partition(m_shown,
                                      [](const Shown& s) { return !s.alarm && !s.symbol->selected; });
}

bool UnitLayer::clusterAt(QPointF pixel, const MapView& view) const {
    bool found = false;
    m_clusters.forEach([&](const UnitCluster& c) {
        const QPointF d = view.toPixel(c.at) - pixel;
        found = found || std::hypot(d.x(), d.y()) <= clusterRadius(c.count);
    });
    return found;
}

void UnitLayer::paintClusters(QPainter& painter, const MapView& view) {
    SpriteBatch batch(m_atlas, 256);
    const QRectF in = sight(view);
    m_clusters.forEach([&](const UnitCluster& c) {
        if (!in.contains(c.at))
            return;
        const double r = clusterRadius(c.count) + 3;
        const quint64 key = Cluster | quint64(c.count) << 8 | quint64(c.strongest);
        batch.add(m_atlas.sprite(key, QRectF(-r, -r, 2 * r, 2 * r),
                                 [&](QPainter& p) { drawCluster(p, c.count, c.strongest, m_style); }),
                  view.toPixel(c.at));
    });
    batch.draw(painter);
}

void UnitLayer::addUnit(SpriteBatch& batch, const Shown& shown, double bearing) {
    const UnitSymbol& s = *shown.symbol;
    const bool small = m_small && !shown.alarm && !s.selected;
    const UnitLook look{small ? UnitGlyph::Car : s.kind, // a small one does not show its kind
                        s.state,
                        headingStep(s.heading, bearing),
                        shown.alarm ? 0 : fadeStep(s.ageFade), // who is in trouble never fades
                        small,
                        s.overdue,
                        m_flash && shown.alarm,
                        s.aside && !shown.alarm,
                        s.guessed};
    batch.add(m_atlas.sprite(keyOf(look), unitExtent(look), [&](QPainter& p) { drawUnit(p, look, m_style); }),
              shown.at);
}

void UnitLayer::addPlates(SpriteBatch& batch, const MapView& view) {
    PlateSpace space(view.size());
    for (const Shown& shown : m_shown)
        space.take(QRectF(shown.at - QPointF(4, 4), QSizeF(8, 8)));
    for (auto it = m_shown.rbegin(); it != m_shown.rend(); ++it) { // the most important were put last
        const UnitSymbol& s = *it->symbol;
        if (s.label.isEmpty() || (s.aside && !it->alarm))
            continue;
        const QPointF at = it->at + QPointF(m_small ? 8 : 15, 0);
        const bool must = it->alarm || s.selected;
        if (!must && !(space.isFree(at) && space.isFree(at + QPointF(plateGrid, 0))))
            continue;
        const QRectF rect = plateExtent(s.label).translated(at);
        if (!space.take(rect) && !must)
            continue;
        if (!isInTrouble(s))
            addPlate(batch, *it);
    }
}

void UnitLayer::addPlate(SpriteBatch& batch, const Shown& shown) {
    const UnitSymbol& s = *shown.symbol;
    const QColor edge = shown.alarm ? m_style.alarm : s.selected ? m_style.selection : QColor();
    batch.add(plate(m_atlas, s.label, m_style, edge), shown.at + QPointF(m_small ? 8 : 15, 0));
}

void UnitLayer::paintEmergencies(QPainter& painter, const MapView& view) {
    m_atlas.begin(view.dpr());
    const QRectF in = sight(view);
    SpriteBatch batch(m_atlas, 8);
    for (const UnitSymbol& s : m_store.all()) {
        if (!isInTrouble(s) || !in.contains(s.at))
            continue;
        const Shown shown{.symbol = &s, .at = view.toPixel(s.at), .alarm = true};
        if (s.selected)
            drawHalo(painter, shown.at, 15, m_style.selection);
        addUnit(batch, shown, view.bearing());
        addPlate(batch, shown);
    }
    batch.draw(painter);
}

std::optional<MapHit> UnitLayer::emergencyAt(QPointF pixel, const MapView& view) const {
    std::optional<MapHit> best;
    for (const UnitSymbol& s : m_store.all()) {
        if (!isInTrouble(s))
            continue;
        const QPointF gap = view.toPixel(s.at) - pixel;
        const double distance = std::hypot(gap.x(), gap.y());
        if (distance <= reach() && (!best || distance < best->distance))
            best = MapHit{SymbolKind::Unit, s.key, distance};
    }
    return best;
}

void UnitLayer::paint(QPainter& painter, const MapView& view) {
    gather(view);
    m_atlas.begin(view.dpr());
    paintClusters(painter, view);
    SpriteBatch batch(m_atlas, qsizetype(m_shown.size()) * 2);
    for (const Shown& shown : m_shown) {
        if (isInTrouble(*shown.symbol))
            continue; // on top of the incidents: paintEmergencies()
        if (shown.symbol->selected)
            drawHalo(painter, shown.at, 15, m_style.selection);
        addUnit(batch, shown, view.bearing());
    }
    batch.draw(painter);
    if (view.zoom() < plateZoom && m_shown.size() > fewUnits)
        return;
    addPlates(batch, view);
    batch.draw(painter);
}

QPointF IncidentLayer::middle() const {
    return incidentHead();
}

bool IncidentLayer::hasOverdue() const {
    return std::ranges::any_of(m_store.all(), [](const IncidentSymbol& s) { return s.overdue; });
}

void IncidentLayer::paint(QPainter& painter, const MapView& view) {
    m_atlas.begin(view.dpr());
    const QRectF in = sight(view);
    std::vector<const IncidentSymbol*> shown;
    for (const IncidentSymbol& s : m_store.all()) {
        if (in.contains(s.at))
            shown.push_back(&s);
    }
    // Closed ones at the bottom, the gravest on top; among equals the southern one in front.
    std::ranges::sort(shown, {}, [](const IncidentSymbol* s) {
        return std::tuple(s->selected, s->overdue, s->stage != IncidentStage::Closed, -int(s->level),
                          s->at.y());
    });
    SpriteBatch batch(m_atlas, qsizetype(shown.size()));
    for (const IncidentSymbol* s : shown) {
        if (s->selected)
            drawHalo(painter, view.toPixel(s->at) + incidentHead(), 17, m_style.selection);
        const quint64 key = Body | s->level | quint64(s->stage) << 8 | quint64(s->overdue) << 12 |
                            quint64(s->major) << 13 | quint64(s->dimmed) << 14 |
                            quint64(m_flash && s->overdue) << 15 | quint64(s->aside) << 16;
        batch.add(m_atlas.sprite(key, incidentExtent(s->major),
                                 [&](QPainter& p) { drawIncident(p, *s, m_style, m_flash); }),
                  view.toPixel(s->at));
    }
    batch.draw(painter);
    if (view.zoom() >= incidentPlateZoom)
        paintPlates(painter, view, shown);
}

void IncidentLayer::paintPlates(QPainter& painter, const MapView& view,
                                const std::vector<const IncidentSymbol*>& shown) {
    PlateSpace space(view.size());
    SpriteBatch batch(m_atlas, qsizetype(shown.size()));
    for (auto it = shown.rbegin(); it != shown.rend(); ++it) {
        const IncidentSymbol& s = **it;
        if (s.label.isEmpty() || s.dimmed || s.aside || (s.stage == IncidentStage::Closed && !s.selected))
            continue;
        const QPointF at = view.toPixel(s.at) + incidentHead() + QPointF(15, 0);
        if (!space.take(plateExtent(s.label).translated(at)) && !s.selected && !s.overdue)
            continue;
        const QColor edge = s.overdue    ? m_style.alarm
                            : s.selected ? m_style.selection
                                         : m_style.levelColour(s.level);
        batch.add(plate(m_atlas, s.label, m_style, edge), at);
    }
    batch.draw(painter);
}

bool CameraLayer::isShown(const CameraSymbol& s, const MapView& view) const {
    return s.selected || view.zoom() >= firstCameraZoom;
}

void CameraLayer::paint(QPainter& painter, const MapView& view) {
    m_atlas.begin(view.dpr());
    const bool small = view.zoom() < smallCameraZoom;
    const QRectF in = sight(view);
    SpriteBatch batch(m_atlas, m_store.size());
    for (const CameraSymbol& s : m_store.all()) {
        if (!isShown(s, view) || !in.contains(s.at))
            continue;
        if (s.selected)
            drawHalo(painter, view.toPixel(s.at), 13, m_style.selection);
        CameraSymbol look = s; // looks in steps of 10°, so that few sprites serve all
        look.heading =
            s.heading < 0 || small
                ? -1
                : float(int(std::lround((double(s.heading) - view.bearing() + 720) / 10)) % 36 * 10);
        const quint64 key = Body | quint64(look.heading + 1) | quint64(s.online) << 10 | quint64(small) << 11;
        batch.add(m_atlas.sprite(key, cameraExtent(small, look.heading >= 0),
                                 [&](QPainter& p) { drawCamera(p, look, m_style, small); }),
                  view.toPixel(s.at));
    }
    batch.draw(painter);
}

void StationLayer::paint(QPainter& painter, const MapView& view) {
    m_atlas.begin(view.dpr());
    SpriteBatch batch(m_atlas, 2 * m_store.size());
    const QRectF in = sight(view);
    for (const StationSymbol& s : m_store.all()) {
        if (!in.contains(s.at))
            continue;
        const QPointF at = view.toPixel(s.at);
        if (s.selected)
            drawHalo(painter, at, 17, m_style.selection);
        batch.add(m_atlas.sprite(Body | quint64(s.bureau), stationExtent(s.bureau),
                                 [&](QPainter& p) { drawStation(p, s.bureau, m_style); }),
                  at);
        if (view.zoom() >= stationPlateZoom && !s.label.isEmpty())
            batch.add(plate(m_atlas, s.label, m_style, m_style.station),
                      at + QPointF(-plateExtent(s.label).width() / 2, 21));
    }
    batch.draw(painter);
}

} // namespace tridesk::ui
