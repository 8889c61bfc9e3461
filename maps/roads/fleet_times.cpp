// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/fleet_times.h"

#include <algorithm>

namespace tridesk::maps {

template <class T>
const T* FleetTimes::Memory<T>::find(const Start& start) {
    if (const auto found = m_lately.constFind(start); found != m_lately.constEnd())
        return &*found;
    const auto before = m_before.find(start);
    if (before == m_before.end())
        return nullptr;
    insert(start, T(*before)); // may let go of all that was before
    return &*m_lately.constFind(start);
}

template <class T>
void FleetTimes::Memory<T>::insert(const Start& start, T&& value) {
    if (m_lately.size() >= MostStarts)
        m_before = std::exchange(m_lately, {});
    m_lately.insert(start, std::move(value));
}

template <class T>
void FleetTimes::Memory<T>::clear() {
    m_lately.clear();
    m_before.clear();
}

FleetTimes::FleetTimes(RoadGraph graph)
    : m_graph(std::move(graph)) {}

std::optional<RoadPoint> FleetTimes::roadPoint(const QGeoCoordinate& at, const TimeField& field,
                                               const Driving& driving) {
    const Start start{at.latitude(), at.longitude(), driving.profile.vehicle};
    if (const auto* known = m_points.find(start))
        return *known;
    const std::optional<RoadPoint> point = field.snap(at);
    m_points.insert(start, std::optional(point));
    return point;
}

std::vector<FleetTime> FleetTimes::toward(const QGeoCoordinate& place, std::span<const QGeoCoordinate> starts,
                                          double boundSeconds, const Driving& driving) {
    std::vector<FleetTime> times(starts.size());
    const TimeField field = m_graph.timesToward(place, boundSeconds, driving);
    if (!field.place())
        return times;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::optional<RoadPoint> point = roadPoint(starts[i], field, driving);
        if (!point)
            continue;
        const std::optional<double> seconds = field.secondsAt(*point);
        times[i] = {seconds ? FleetTime::Kind::Known : FleetTime::Kind::Beyond, seconds.value_or(0)};
    }
    return times;
}

void FleetTimes::begin(std::span<const QGeoCoordinate> places, double bound, const Driving& driving) {
    if (std::ranges::equal(m_round.places, places) && m_round.bound == bound &&
        m_round.driving.profile == driving.profile && m_round.driving.traffic == driving.traffic)
        return;
    m_round = {{places.begin(), places.end()}, bound, driving};
    m_near.clear();
    m_fields.clear();
}

const TimeField& FleetTimes::field(std::size_t place, std::optional<TimeField>& made) {
    if (place < m_fields.size())
        return m_fields[place];
    TimeField field = m_graph.timesToward(m_round.places[place], m_round.bound, m_round.driving);
    const qsizetype bytes = std::max<qsizetype>(m_graph.nodeCount() * qsizetype(sizeof(quint32)), 1);
    if (place == m_fields.size() && qsizetype(place + 1) * bytes <= MostFieldBytes)
        return m_fields.emplace_back(std::move(field));
    return made.emplace(std::move(field));
}

void FleetTimes::learn(const std::vector<QGeoCoordinate>& starts) {
    if (starts.empty())
        return;
    std::vector<std::vector<NearPlace>> near(starts.size());
    for (std::size_t place = 0; place < m_round.places.size(); ++place) {
        std::optional<TimeField> made;
        const TimeField& toPlace = field(place, made);
        if (!toPlace.place())
            continue;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const auto point = roadPoint(starts[i], toPlace, m_round.driving);
            const auto seconds = point ? toPlace.secondsAt(*point) : std::nullopt;
            if (seconds)
                near[i].push_back({place, *seconds});
        }
    }
    for (std::size_t i = 0; i < starts.size(); ++i)
        m_near.insert({starts[i].latitude(), starts[i].longitude(), m_round.driving.profile.vehicle},
                      std::move(near[i]));
}

std::vector<std::vector<FleetTimes::Near>> FleetTimes::near(std::span<const QGeoCoordinate> places,
                                                            std::span<const QGeoCoordinate> starts,
                                                            double boundSeconds, const Driving& driving) {
    begin(places, boundSeconds, driving);
    const auto keyOf = [&](const QGeoCoordinate& at) {
        return Start{at.latitude(), at.longitude(), driving.profile.vehicle};
    };
    std::vector<QGeoCoordinate> unknown;
    for (const QGeoCoordinate& start : starts)
        if (!m_near.find(keyOf(start)))
            unknown.push_back(start);
    learn(unknown);
    std::vector<std::vector<Near>> found(places.size());
    for (std::size_t i = 0; i < starts.size(); ++i)
        if (const auto* near = m_near.find(keyOf(starts[i])))
            for (const NearPlace& place : *near)
                found[place.place].push_back({i, place.seconds});
    return found;
}

} // namespace tridesk::maps
