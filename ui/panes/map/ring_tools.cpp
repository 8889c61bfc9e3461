// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/ring_tools.h"

#include "app/desk/desk.h"
#include "app/domain/situation.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/panes/map/escape_bar.h"
#include "ui/panes/map/map_feed.h"
#include "ui/panes/map/ring_layer.h"
#include "ui/text/names.h"

#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {
namespace {

constexpr auto beat = 3s; ///< how often the escape ring grows; a search takes tens of milliseconds

std::vector<RingShapesLayer::Area> areasOf(const maps::ReachRing& ring, const QString& label, bool strong) {
    const auto loopOf = [](const QList<QGeoCoordinate>& points) {
        QPolygonF loop;
        for (const QGeoCoordinate& point : points)
            loop << ui::toMercator(point);
        return loop;
    };
    std::vector<RingShapesLayer::Area> areas;
    for (const QGeoPolygon& polygon : ring.areas) {
        RingShapesLayer::Area area;
        area.strong = strong;
        area.loops.push_back(loopOf(polygon.perimeter()));
        for (qsizetype hole = 0; hole < polygon.holesCount(); ++hole)
            area.loops.push_back(loopOf(polygon.holePath(hole)));
        areas.push_back(std::move(area));
    }
    // One word a ring, on its largest piece.
    const auto largest = std::ranges::max_element(areas, {}, [](const RingShapesLayer::Area& area) {
        const QRectF box = area.loops.front().boundingRect();
        return box.width() * box.height();
    });
    if (largest != areas.end())
        largest->label = label;
    return areas;
}

bool isOut(UnitStatus status) {
    return status != UnitStatus::Off && status != UnitStatus::OutOfService;
}

} // namespace

RingTools::RingTools(const PaneContext& context, ui::MapCanvas& canvas, const MapFeed& feed,
                     maps::GeoService* places, QWidget* parent)
    : QObject(parent)
    , m_context(context)
    , m_canvas(canvas)
    , m_feed(feed)
    , m_places(places)
    , m_bar(new EscapeBar(parent))
    , m_beat(new QTimer(this)) {
    auto layer = std::make_unique<RingShapesLayer>();
    m_layer = layer.get();
    m_canvas.addLayer(ui::MapLayerRole::Rings, std::move(layer));
    m_beat->setInterval(beat);
    connect(m_beat, &QTimer::timeout, this, [this] {
        if (m_ringsShown)
            askRings(); // units move
        if (m_escapeShown)
            askEscape();
    });
    const auto select = [this] {
        m_station = {};
        follow();
    };
    connect(&context.selection, &Selection::incidentChanged, this, select);
    connect(&context.selection, &Selection::unitsChanged, this, select);
    connect(m_bar, &EscapeBar::changed, this, &RingTools::askEscape);
    connect(m_bar, &EscapeBar::ended, this, &RingTools::endEscape);
}

bool RingTools::isAvailable() {
    if (m_places && m_places->networkError().isEmpty())
        return true;
    Q_EMIT told(m_places ? tr("No rings here: they need the roads of a map package.")
                         : tr("No rings: open a map."));
    return false;
}

void RingTools::setRingsShown(bool shown) {
    m_ringsShown = shown && isAvailable();
    follow();
    if (shown && !m_ringsShown)
        Q_EMIT refused();
}

void RingTools::setStation(const PostId& station) {
    if (station == m_station)
        return;
    m_station = station;
    follow();
}

std::optional<GeoPoint> RingTools::middle(maps::TimeField::Direction& direction) const {
    const Selection& selection = m_context.selection;
    if (const Post* post = m_context.desk.situation().posts().find(m_station)) {
        direction = maps::TimeField::Direction::From;
        return post->at;
    }
    if (const auto incident = m_feed.placeOf(selection.incident()))
        return incident;
    if (selection.units().isEmpty())
        return std::nullopt;
    direction = maps::TimeField::Direction::From;
    return m_feed.placeOf(*selection.units().constBegin());
}

void RingTools::follow() {
    m_ringsShown || m_escapeShown ? m_beat->start() : m_beat->stop();
    if (m_ringsShown)
        askRings();
    else
        m_rings.clear();
    draw();
}

void RingTools::askRings() {
    maps::ReachQuestion question;
    const std::optional<GeoPoint> place = middle(question.direction);
    ++m_question;
    if (!place) {
        m_rings.clear();
        return draw();
    }
    question.place = place->coordinate();
    question.travel = {.vehicle = maps::Vehicle::PoliceOnCall,
                       .departure = toDateTime(m_context.desk.now()).toLocalTime()};
    m_places->reach(question).then(this, [this, asked = m_question](const maps::GeoService::Reached& answer) {
        if (asked == m_question && m_ringsShown)
            takeRings(answer);
    });
}

void RingTools::takeRings(const maps::GeoService::Reached& answer) {
    m_rings = answer.value_or(std::vector<maps::ReachRing>());
    if (!answer)
        Q_EMIT told(tr("No rings: there is no road near the place."));
    draw();
}

void RingTools::beginEscape() {
    const Incident* incident = m_context.desk.situation().incidents().find(m_context.selection.incident());
    if (incident && incident->details.place.at)
        beginEscape(*incident->details.place.at, incident->reportedAt);
    else
        Q_EMIT told(tr("Select an incident that has a place, or click with the right button on the map."));
}

void RingTools::beginEscape(GeoPoint from, Instant since) {
    if (!isAvailable())
        return;
    m_from = from;
    m_escapeShown = true;
    m_escape.reset();
    m_bar->begin(since);
    m_beat->start();
    askEscape();
}

void RingTools::endEscape() {
    m_escapeShown = false;
    m_escape.reset();
    m_bar->hide();
    m_canvas.setFocus();
    follow();
}

void RingTools::askEscape() {
    if (m_asking || !m_escapeShown)
        return; // the next beat asks again
    maps::EscapeQuestion question;
    question.from = m_from.coordinate();
    const Instant now = m_context.desk.now();
    question.elapsedSeconds = std::chrono::duration<double>(now - m_bar->start()).count();
    const bool onFoot = m_bar->speed() == EscapeBar::Speed::OnFoot;
    const double kmh = m_bar->speed() == EscapeBar::Speed::Stated ? m_bar->kmh() : 0;
    question.fleeing.profile = maps::RoadProfile::fleeing(kmh, onFoot);
    m_cutterNames.clear();
    for (const Unit& unit : m_context.desk.situation().units()) {
        const auto at = m_feed.placeOf(unit.definition.id);
        if (!at || !isOut(unit.status) || question.cutters.size() >= maps::EscapeQuestion::MostCutters)
            continue;
        question.cutters.push_back(at->coordinate());
        m_cutterNames << unit.definition.callsign.toString();
    }
    m_cutters = question.cutters;
    m_asking = true;
    m_places->escape(question, toDateTime(now).toLocalTime())
        .then(this,
              [this](const maps::GeoService::Escaped& answer) {
                  m_asking = false;
                  if (m_escapeShown)
                      takeEscape(answer);
              })
        .onCanceled(this, [this] { m_asking = false; });
}

void RingTools::takeEscape(const maps::GeoService::Escaped& answer) {
    m_escape.reset();
    if (!answer)
        m_bar->tell(tr("No ring: the roads of the map cannot be read."), answer.error());
    else if (!*answer)
        m_bar->tell(wrong(answer->error()));
    else
        m_escape = **answer;
    if (m_escape)
        tellCuts(*m_escape);
    draw();
}

QString RingTools::wrong(maps::EscapeError error) const {
    switch (error) {
    case maps::EscapeError::NotYet:
        return tr("The start lies in the future.");
    case maps::EscapeError::TooLongAgo:
        return tr("More than two hours ago: a ring says nothing any more.");
    case maps::EscapeError::SpeedOutOfRange:
        return tr("The speed must be 1 to 250 km/h.");
    case maps::EscapeError::NoRoad:
        return tr("There is no road near the place.");
    }
    return {};
}

void RingTools::tellCuts(const maps::EscapeAnswer& answer) {
    constexpr qsizetype told = 6;
    std::vector<maps::EscapeCut> cuts = answer.cuts;
    std::ranges::stable_sort(cuts, std::ranges::greater(), &maps::EscapeCut::marginSeconds);
    QStringList words;
    for (const maps::EscapeCut& cut : cuts)
        words << tr("%1 +%2 s", "callsign, seconds that it is there before")
                     .arg(m_cutterNames.value(qsizetype(cut.cutter)))
                     .arg(qRound(cut.marginSeconds));
    const auto open =
        std::ranges::count_if(answer.gates, [](const maps::EscapeGate& gate) { return !gate.cutter; });
    const QString ways = tr("Ways out with nobody in time: %1").arg(open);
    const QString who = words.isEmpty()
                            ? tr("Nobody can cut it in the next five minutes")
                            : tr("Can cut it: %1").arg(words.first(qMin(told, words.size())).join(u", "_s));
    m_bar->tell(who + u" · "_s + ways, words.join(u'\n'));
}

void RingTools::draw() {
    std::vector<RingShapesLayer::Area> areas;
    std::vector<RingShapesLayer::Mark> marks;
    const auto add = [&areas](const maps::ReachRing& ring, const QString& label, bool strong) {
        for (RingShapesLayer::Area& area : areasOf(ring, label, strong))
            areas.push_back(std::move(area));
    };
    for (const maps::ReachRing& ring : m_rings)
        add(ring, tr("%1 min", "a ring on the map").arg(qRound(ring.seconds / 60)), ring.seconds <= 60);
    if (m_escape) {
        add(m_escape->now, tr("now", "where somebody may be"), true);
        for (const maps::ReachRing& ring : m_escape->next)
            add(ring,
                tr("+%1 min", "the ring in so many minutes")
                    .arg(qRound((ring.seconds - m_escape->now.seconds) / 60)),
                false);
        for (const maps::EscapeGate& gate : m_escape->gates) {
            if (!gate.cutter)
                marks.push_back({ui::toMercator(gate.at), QString(), true});
        }
        for (const maps::EscapeCut& cut : m_escape->cuts) {
            if (cut.cutter < m_cutters.size())
                marks.push_back({ui::toMercator(m_cutters[cut.cutter]),
                                 tr("+%1 s", "is there so much before").arg(qRound(cut.marginSeconds)),
                                 false});
        }
    }
    m_layer->show(std::move(areas), std::move(marks));
    m_canvas.update();
}

} // namespace tridesk
