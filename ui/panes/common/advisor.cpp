// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/advisor.h"

#include "app/desk/fix_board.h"
#include "app/domain/recommend_question.h"

#include <QTimer>

#include <map>

using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr auto leastPause = 2s; ///< between two questions about the followed incident
constexpr auto firstPause =
    150ms;                        ///< after it changed: what the hand did is painted before it is asked about
constexpr auto ageingPause = 15s; ///< fixes grow old without anything happening
constexpr auto freshFor = 10s;    ///< an answer that a hovering unit is told without asking again
constexpr int mostKept = 12;

/// With lights and siren where it presses.
maps::Vehicle vehicleOf(UnitKind kind, Level level) {
    switch (kind) {
    case UnitKind::Foot:
        return maps::Vehicle::Foot;
    case UnitKind::Auxiliary:
        return maps::Vehicle::ElectricBike;
    case UnitKind::Motorcycle:
        return maps::Vehicle::Motorcycle;
    case UnitKind::Car:
    case UnitKind::Van:
    case UnitKind::Boat:
        break;
    }
    return level <= Level::Urgent ? maps::Vehicle::PoliceOnCall : maps::Vehicle::PoliceCar;
}

Milliseconds inMs(double seconds) {
    return Milliseconds(qRound64(seconds * 1000));
}

TravelTime travelOf(const maps::FleetTime& time) {
    switch (time.kind) {
    case maps::FleetTime::Kind::OffRoad:
        return {};
    case maps::FleetTime::Kind::Known:
        return TravelTime::known(inMs(time.seconds));
    case maps::FleetTime::Kind::Beyond:
        return {TravelTime::Kind::Beyond, Milliseconds(0)};
    }
    return {};
}

/// What the roads told, put into the question. `cars` of the fleet question are all candidates with a place,
/// in their order.
void fillIn(RecommendQuestion& question, const std::vector<std::vector<qsizetype>>& groups,
            const QList<PostId>& stations, const maps::FleetAnswer& answer) {
    for (size_t group = 0; group < groups.size() && group < answer.toPlace.size(); ++group)
        for (size_t i = 0; i < groups[group].size() && i < answer.toPlace[group].size(); ++i)
            question.candidates[size_t(groups[group][i])].travel = travelOf(answer.toPlace[group][i]);
    std::vector<qsizetype> cars;
    for (size_t i = 0; i < question.candidates.size(); ++i)
        if (question.candidates[i].place)
            cars.push_back(qsizetype(i));
    question.cover.emplace();
    for (qsizetype station = 0; station < stations.size(); ++station) {
        CoverPlace& place = question.cover->emplace_back();
        place.post = stations[station];
        for (const maps::FleetTimes::Near& near : answer.atStations[size_t(station)])
            place.near.push_back({cars[near.start], inMs(near.seconds)});
    }
}

} // namespace

Advisor::Advisor(SeatDesk& desk, const FixBoard* fixes, maps::GeoService* places, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_fixes(fixes)
    , m_places(places)
    , m_throttle(new QTimer(this))
    , m_ageing(new QTimer(this))
    , m_known(mostKept) {
    m_throttle->setSingleShot(true);
    m_ageing->setInterval(ageingPause);
    connect(m_throttle, &QTimer::timeout, this, &Advisor::askNext);
    connect(m_ageing, &QTimer::timeout, this, &Advisor::refreshSoon);
    connect(&desk, &SeatDesk::changed, this, &Advisor::take);
    if (fixes)
        connect(fixes, &FixBoard::moved, this, &Advisor::refreshSoon);
}

Advisor::~Advisor() = default;

bool Advisor::isOpen(const IncidentId& incident) const {
    const Incident* known = m_desk.situation().incidents().find(incident);
    return known && known->isOpen() && m_desk.maySee(*known);
}

void Advisor::follow(const IncidentId& incident) {
    if (incident == m_followed)
        return;
    m_followed = incident;
    m_stale = false;
    m_followed.isNull() ? m_ageing->stop() : m_ageing->start();
    want(incident);
}

void Advisor::want(const IncidentId& incident) {
    const Advice* known = advice(incident);
    if (!isOpen(incident) || m_wanted.contains(incident) ||
        (known && m_desk.now() - known->question.now < freshFor))
        return;
    m_wanted.prepend(incident); // what the hand is over now comes first
    askNext();
}

void Advisor::take(const Changes& changes) {
    for (const IncidentId& incident : changes.incidents)
        if (!isOpen(incident))
            m_known.remove(incident);
    if (changes.incidents.contains(m_followed)) {
        m_known.remove(m_followed); // what was said of it is not so any more
        m_outdated = m_asking;
        m_throttle->start(firstPause);
        refreshSoon();
        Q_EMIT advised(m_followed);
    } else if (!changes.units.isEmpty() || !changes.posts.isEmpty() || changes.catalogue || changes.policy) {
        refreshSoon();
    }
}

void Advisor::refreshSoon() {
    if (m_followed.isNull())
        return;
    m_stale = true;
    askNext();
}

void Advisor::askNext() {
    while (!m_asking && !m_wanted.isEmpty())
        ask(m_wanted.takeFirst());
    if (!m_asking && m_stale && !m_throttle->isActive())
        ask(m_followed);
}

void Advisor::ask(const IncidentId& incident) {
    if (incident == m_followed)
        m_stale = false;
    if (!isOpen(incident))
        return;
    const RecommendView view{
        .tier = m_desk.actor().seat.tier,
        .now = m_desk.now(),
        .sees = [this](const Unit& unit) { return m_desk.maySee(unit); },
        .fixOf = [this](const UnitId& unit) { return m_fixes ? m_fixes->latest(unit) : nullptr; }};
    const Incident& known = *m_desk.situation().incidents().find(incident);
    Started started{incident, questionOf(m_desk.situation(), known, view), {}, {}};
    m_asking = true;
    if (started.question.at && m_places && m_places->networkError().isEmpty())
        askRoads(std::move(started));
    else if (started.question.at && m_places && m_places->routesError().isEmpty())
        askRoutes(std::move(started));
    else
        rank(started, std::unexpected(QString()));
}

void Advisor::askRoads(Started started) {
    RecommendQuestion& question = started.question;
    maps::FleetQuestion roads;
    roads.place = question.at.value_or(GeoPoint()).coordinate();
    roads.boundSeconds = std::chrono::duration<double>(question.policy.farthest).count();
    roads.departure = toDateTime(question.now).toLocalTime();
    std::map<maps::Vehicle, size_t> groups;
    for (size_t i = 0; i < question.candidates.size(); ++i) {
        const Candidate& candidate = question.candidates[i];
        if (!candidate.place)
            continue;
        const maps::Vehicle vehicle = vehicleOf(candidate.kind, question.wants.level);
        const auto [group, isNew] = groups.try_emplace(vehicle, roads.groups.size());
        if (isNew) {
            roads.groups.push_back({vehicle, {}});
            started.groups.emplace_back();
        }
        const QGeoCoordinate at = candidate.place->at.coordinate();
        roads.groups[group->second].starts.push_back(at);
        started.groups[group->second].push_back(qsizetype(i));
        roads.cars.push_back(at);
    }
    // A station knows of its own cars only, so it can tell of its own place only.
    const auto own = m_desk.actor().seat.post();
    for (const Station& station : stationsOf(m_desk.situation()))
        if (!own || station.post == *own) {
            roads.stations.push_back(station.at.coordinate());
            started.stations.append(station.post);
        }
    m_places->fleet(roads)
        .then(this, [this, started = std::move(started)](
                        const maps::GeoService::Fleet& answer) { rank(started, answer); })
        .onCanceled(this, [this] { m_asking = false; });
}

/// Another provider knows single routes only: those of the nearest; coverage stays unknown.
void Advisor::askRoutes(Started started) {
    QList<QGeoCoordinate> starts;
    std::vector<qsizetype> asked;
    for (size_t i = 0; i < started.question.candidates.size(); ++i)
        if (const auto& place = started.question.candidates[i].place) {
            starts.append(place->at.coordinate());
            asked.push_back(qsizetype(i));
        }
    const double bound = std::chrono::duration<double>(started.question.policy.farthest).count();
    m_places
        ->timesTo(started.question.at.value_or(GeoPoint()).coordinate(), starts, bound,
                  {.vehicle = maps::Vehicle::PoliceOnCall,
                   .departure = toDateTime(started.question.now).toLocalTime()})
        .then(this, [this, started = std::move(started),
                     asked](const maps::GeoService::Times& times) mutable {
            for (size_t i = 0; times && i < asked.size() && i < times->size(); ++i)
                if (const auto seconds = (*times)[i])
                    started.question.candidates[size_t(asked[i])].travel = TravelTime::known(inMs(*seconds));
            rank(started, std::unexpected(QString()));
        });
}

void Advisor::rank(const Started& started, const maps::GeoService::Fleet& roads) {
    QFuture<Advice> ranked =
        QtFuture::makeReadyVoidFuture().then(QtFuture::Launch::Async, [asked = started, roads]() mutable {
            if (roads)
                fillIn(asked.question, asked.groups, asked.stations, *roads);
            Recommendation answer = recommend(asked.question);
            return Advice{std::move(asked.question), std::move(answer)};
        });
    ranked.then(this,
                [this, incident = started.incident](const Advice& advice) { finish(incident, advice); });
}

void Advisor::finish(const IncidentId& incident, const Advice& advice) {
    m_asking = false;
    const bool outdated = std::exchange(m_outdated, false) && incident == m_followed;
    if (!outdated && isOpen(incident))
        m_known.insert(incident, new Advice(advice));
    if (!outdated && incident == m_followed)
        m_throttle->start(leastPause);
    Q_EMIT advised(incident);
    askNext();
}

void Advisor::setShown(const IncidentId& incident, const QList<ShownPick>& picks) {
    if (m_shownFor == incident && m_shown == picks)
        return;
    m_shownFor = incident;
    m_shown = picks;
    Q_EMIT shownChanged();
}

QList<ShownPick> Advisor::shown(const IncidentId& incident) const {
    return incident == m_shownFor ? m_shown : QList<ShownPick>();
}

} // namespace tridesk
