// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/roads/graph.h"

#include <QHash>

#include <span>
#include <vector>

namespace tridesk::maps {

/// How long somebody needs to a place.
struct FleetTime {
    enum class Kind : quint8 {
        OffRoad, ///< the one or the other lies on no road that the vehicle may use
        Known,
        Beyond, ///< further than the bound, or no way
    };
    Kind kind = Kind::OffRoad;
    double seconds = 0;

    bool operator==(const FleetTime&) const = default;
};

/// Times of a whole fleet to some places, asked again and again while few of it have moved: whoever stands
/// where it stood is not put on its road anew, and what lies near it is known. The same answers as
/// RoadGraph::timesTo. Not for several threads at once.
class FleetTimes {
public:
    static constexpr qsizetype MostStarts = 50'000;         ///< whose answers are kept; twice that at times
    static constexpr qsizetype MostFieldBytes = 64'000'000; ///< of searches around places that stay

    explicit FleetTimes(RoadGraph graph);

    /// To a place that is asked about once, an incident; by start.
    [[nodiscard]] std::vector<FleetTime> toward(const QGeoCoordinate& place,
                                                std::span<const QGeoCoordinate> starts, double boundSeconds,
                                                const Driving& driving);

    struct Near {
        std::size_t start = 0;
        double seconds = 0;
        bool operator==(const Near&) const = default;
    };
    /// Who is within the bound of places that stay, stations; by place, in the order of the starts. As long
    /// as places, bound and driving are the same, only new starts are asked about.
    [[nodiscard]] std::vector<std::vector<Near>> near(std::span<const QGeoCoordinate> places,
                                                      std::span<const QGeoCoordinate> starts,
                                                      double boundSeconds, const Driving& driving);

private:
    struct Start {
        double latitude;
        double longitude;
        Vehicle vehicle;
        bool operator==(const Start&) const = default;
        friend size_t qHash(const Start& start, size_t seed) noexcept {
            return qHashMulti(seed, start.latitude, start.longitude, quint8(start.vehicle));
        }
    };
    /// What was asked for lately, and what was before that and moves over when it is asked for again.
    template <class T>
    class Memory {
    public:
        [[nodiscard]] const T* find(const Start& start);
        void insert(const Start& start, T&& value);
        void clear();

    private:
        QHash<Start, T> m_lately;
        QHash<Start, T> m_before;
    };
    struct NearPlace {
        std::size_t place = 0;
        double seconds = 0;
    };
    /// Places that stay, and how they are driven to.
    struct Round {
        std::vector<QGeoCoordinate> places;
        double bound = 0;
        Driving driving;
    };

    [[nodiscard]] std::optional<RoadPoint> roadPoint(const QGeoCoordinate& at, const TimeField& field,
                                                     const Driving& driving);
    void begin(std::span<const QGeoCoordinate> places, double bound, const Driving& driving);
    void learn(const std::vector<QGeoCoordinate>& starts);
    [[nodiscard]] const TimeField& field(std::size_t place, std::optional<TimeField>& made);

    RoadGraph m_graph;
    Memory<std::optional<RoadPoint>> m_points;
    Round m_round;
    Memory<std::vector<NearPlace>> m_near; ///< of this round
    std::vector<TimeField> m_fields;       ///< of this round's first places, as many as there is room for
};

} // namespace tridesk::maps
