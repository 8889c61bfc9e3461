// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/escape.h"

#include "maps/geo/distance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace tridesk::maps {
namespace {

constexpr std::array<double, 3> Ahead = {60, 180, 300};
constexpr std::size_t MostGates = 32;
constexpr double SameTimeSeconds = 1;

bool isWayOut(const RoadInfo& road, bool onFoot) {
    return road.cls <= RoadClass::Tertiary || road.bridge || (onFoot && road.cls <= RoadClass::LivingStreet);
}

QGeoCoordinate pointOf(const RoadReach& road, std::size_t index, double share) {
    const RoadReach::Point& a = road.points[index - 1];
    const RoadReach::Point& b = road.points[index];
    return {a.latitude + share * (b.latitude - a.latitude),
            a.longitude + share * (b.longitude - a.longitude)};
}

// Where the front stands on a road at that time, if it crosses it there and does not come from both sides.
std::optional<QGeoCoordinate> crossingAt(const RoadReach& road, double seconds) {
    for (std::size_t index = 1; index < road.points.size(); ++index) {
        const double a = road.points[index - 1].seconds - seconds;
        const double b = road.points[index].seconds - seconds;
        if (a * b <= 0 && a != b)
            return pointOf(road, index, a / (a - b));
    }
    return std::nullopt;
}

class GateFinder {
public:
    GateFinder(const TimeField& field, double elapsed, bool onFoot)
        : m_field(field)
        , m_elapsed(elapsed)
        , m_onFoot(onFoot) {}

    // The nearest front first: a gate that is lost in a minute is the one to hurry to.
    std::vector<EscapeGate> find() {
        const std::vector<RoadReach> roads = m_field.reached();
        for (const double ahead : Ahead)
            addFront(roads, m_elapsed + ahead, MostGates * (ahead == Ahead.back() ? 2 : 1) / 4);
        return std::move(m_gates);
    }

private:
    struct Found {
        bool lesser; // neither an arterial nor a bridge
        RoadClass cls;
        EscapeGate gate;
    };

    void addFront(const std::vector<RoadReach>& roads, double seconds, std::size_t most) {
        std::map<quint32, Found> found; // by segment: one crossing each
        for (const RoadReach& road : roads) {
            const RoadInfo info = m_field.graph().info(road.segment);
            if (found.contains(road.segment) || !isWayOut(info, m_onFoot))
                continue;
            const auto at = crossingAt(road, seconds);
            if (!at || !isFirst(*at, seconds))
                continue;
            EscapeGate gate;
            gate.at = *at;
            gate.seconds = seconds;
            gate.nameZh = info.nameZh;
            gate.nameEn = info.nameEn;
            gate.ref = info.ref;
            gate.bridge = info.bridge;
            found.emplace(road.segment, Found{!info.bridge, info.cls, std::move(gate)});
        }
        std::vector<Found> ranked;
        ranked.reserve(found.size());
        for (auto& [segment, each] : found)
            ranked.push_back(std::move(each));
        const auto& from = m_field.place();
        const QGeoCoordinate place = from ? from->at : QGeoCoordinate();
        const auto rank = [](const Found& each) { return std::pair(each.lesser, each.cls); };
        std::ranges::stable_sort(ranked, {}, [&](const Found& each) {
            return std::tuple(each.lesser, each.cls, bearingTo(place, each.gate.at));
        });
        // The weightier roads first; of those that weigh the same, some on every side.
        for (auto first = ranked.begin(); first != ranked.end() && most > 0;) {
            const auto last = std::find_if(first, ranked.end(),
                                           [&](const Found& each) { return rank(each) != rank(*first); });
            const auto count = static_cast<std::size_t>(last - first);
            const std::size_t taken = std::min(most, count);
            for (std::size_t number = 0; number < taken; ++number)
                m_gates.push_back((first + static_cast<std::ptrdiff_t>(number * count / taken))->gate);
            most -= taken;
            first = last;
        }
    }

    // A road is reached from both ends: the later arrival is no front.
    bool isFirst(const QGeoCoordinate& at, double seconds) const {
        const auto first = m_field.secondsAt(at);
        return first && std::abs(*first - seconds) <= SameTimeSeconds;
    }

    const TimeField& m_field;
    double m_elapsed;
    bool m_onFoot;
    std::vector<EscapeGate> m_gates;
};

void cutGates(const RoadGraph& graph, const EscapeQuestion& question, EscapeAnswer& answer) {
    std::vector<std::optional<RoadPoint>> starts;
    const std::size_t count = std::min(question.cutters.size(), EscapeQuestion::MostCutters);
    starts.reserve(count);
    for (std::size_t cutter = 0; cutter < count; ++cutter)
        starts.push_back(
            graph.snap(question.cutters[cutter], RoadGraph::DefaultReachMetres, question.cutting));
    std::map<std::size_t, EscapeCut> best;
    for (std::size_t number = 0; number < answer.gates.size(); ++number) {
        EscapeGate& gate = answer.gates[number];
        const double left = gate.seconds - question.elapsedSeconds;
        const TimeField toGate = graph.timesToward(gate.at, left, question.cutting);
        for (std::size_t cutter = 0; cutter < starts.size(); ++cutter) {
            const std::optional<RoadPoint>& start = starts[cutter];
            const auto seconds = start ? toGate.secondsAt(*start) : std::nullopt;
            if (!seconds)
                continue;
            const double margin = left - *seconds;
            if (!gate.cutter || margin > gate.marginSeconds) {
                gate.cutter = cutter;
                gate.marginSeconds = margin;
            }
            const auto [known, isNew] = best.try_emplace(cutter, EscapeCut{cutter, number, *seconds, margin});
            if (!isNew && margin > known->second.marginSeconds)
                known->second = {cutter, number, *seconds, margin};
        }
    }
    for (const auto& [cutter, cut] : best)
        answer.cuts.push_back(cut);
}

} // namespace

std::expected<EscapeAnswer, EscapeError> escapeOf(const RoadGraph& graph, const EscapeQuestion& question) {
    if (!(question.elapsedSeconds >= 0))
        return std::unexpected(EscapeError::NotYet);
    if (question.elapsedSeconds > EscapeQuestion::LongestSeconds)
        return std::unexpected(EscapeError::TooLongAgo);
    if (!problemOf(question.fleeing.profile).isEmpty() || !problemOf(question.cutting.profile).isEmpty())
        return std::unexpected(EscapeError::SpeedOutOfRange);
    const TimeField field =
        graph.timesFrom(question.from, question.elapsedSeconds + Ahead.back() + 1, question.fleeing);
    if (!field.place())
        return std::unexpected(EscapeError::NoRoad);
    EscapeAnswer answer;
    const ReachSurface surface(field);
    answer.accuracyMetres = surface.accuracyMetres();
    answer.now = surface.ringAt(question.elapsedSeconds);
    for (const double ahead : Ahead)
        answer.next.push_back(surface.ringAt(question.elapsedSeconds + ahead));
    answer.gates = GateFinder(field, question.elapsedSeconds, question.fleeing.profile.onFoot).find();
    cutGates(graph, question, answer);
    return answer;
}

} // namespace tridesk::maps
