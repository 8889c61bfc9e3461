// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/recommend_question.h"

#include "app/domain/checks.h"
#include "app/domain/fix_age.h"
#include "app/domain/order_rules.h"

#include <algorithm>

namespace tridesk {

namespace {

const IncidentType* nearestType(const Catalogue& catalogue, const TypeCode& code) {
    QStringView rest = code.toString();
    while (!rest.isEmpty()) {
        const auto part = TypeCode::parse(rest);
        if (const IncidentType* type = part ? catalogue.type(*part) : nullptr)
            return type;
        rest = rest.first(std::max<qsizetype>(rest.lastIndexOf(u'.'), 0));
    }
    return nullptr;
}

qint64 unitsOf(const RecommendPolicy& policy, Level level) {
    switch (level) {
    case Level::Critical:
        return policy.unitsCritical;
    case Level::Urgent:
        return policy.unitsUrgent;
    case Level::Routine:
        return policy.unitsRoutine;
    case Level::NonPolice:
        return policy.unitsNonPolice;
    }
    return 1;
}

std::optional<UnitWork> workOf(const Situation& situation, const Unit& unit) {
    const Order* order = unit.order ? situation.orders().find(*unit.order) : nullptr;
    const Incident* incident = order ? situation.incidents().find(order->incident) : nullptr;
    if (!incident)
        return std::nullopt;
    return UnitWork{incident->id, incident->details.level, order_rules::issuedBy(*order) == Tier::Bureau};
}

void addSent(RecommendQuestion& question, const Situation& situation, const Incident& incident) {
    for (const OrderId& id : incident.orders) {
        const Order* order = situation.orders().find(id);
        const auto unit = order && !isOver(order->stage) ? order->unit() : std::nullopt;
        const Unit* known = unit ? situation.units().find(*unit) : nullptr;
        if (!known)
            continue;
        ++question.sent;
        question.led = question.led || order->role == OrderRole::Primary;
        question.sentQualified =
            question.sentQualified ||
            std::ranges::all_of(question.wants.qualifications, [known](const QString& word) {
                return known->definition.qualifications.contains(word);
            });
    }
    if (incident.reinforcement) // a crew asks for more than was thought of
        question.wants.units = std::max(question.wants.units, question.sent + 1);
}

Candidate candidateOf(const Situation& situation, const Incident& incident, const Unit& unit,
                      const RecommendView& view) {
    const Fix* fix = view.fixOf ? view.fixOf(unit.definition.id) : nullptr;
    return {.unit = unit.definition.id,
            .kind = unit.definition.kind,
            .status = unit.status,
            .crewed = !unit.crew.isEmpty(),
            .qualifications = unit.definition.qualifications,
            .jobs = unit.jobs,
            .lastJobEnded = unit.lastJobEnded,
            .sent = order_rules::openOrder(situation, incident, unit.definition.id) != nullptr,
            .work = workOf(situation, unit),
            .place = placeOf(situation, unit, fix, view.now),
            .travel = {}};
}

std::optional<GeoPoint> middleOf(const Area& area) {
    double south = 90;
    double north = -90;
    double west = 180;
    double east = -180;
    for (const QList<GeoPoint>& ring : area)
        for (const GeoPoint& point : ring) {
            south = std::min(south, point.latitude());
            north = std::max(north, point.latitude());
            west = std::min(west, point.longitude());
            east = std::max(east, point.longitude());
        }
    return south <= north ? GeoPoint::from((south + north) / 2, (west + east) / 2) : std::nullopt;
}

} // namespace

Wants wantsOf(const Situation& situation, const Incident& incident) {
    const Level level = incident.details.level;
    Wants wants{
        .kinds = {}, .qualifications = {}, .units = unitsOf(situation.policy(), level), .level = level};
    if (const IncidentType* type = nearestType(situation.catalogue(), incident.details.type)) {
        wants.kinds = type->kinds;
        wants.qualifications = type->qualifications;
        wants.units = std::max(wants.units, type->units);
    }
    return wants;
}

std::optional<UnitPlace> placeOf(const Situation& situation, const Unit& unit, const Fix* fix, Instant now) {
    // A terminal's clock may run ahead; then the time of receipt says how old the fix is.
    const Milliseconds age = fix ? std::max(now - knownAt(*fix), Milliseconds(0)) : Milliseconds(0);
    const bool fresh = fix && age < situation.policy().staleAfter;
    const Post* home = situation.posts().find(unit.definition.post);
    if (!fresh && unit.status == UnitStatus::AvailableAtStation && home && home->at)
        return UnitPlace{*home->at, Milliseconds(0), true};
    return fix ? std::optional(UnitPlace{fix->at, age, false}) : std::nullopt;
}

RecommendQuestion questionOf(const Situation& situation, const Incident& incident,
                             const RecommendView& view) {
    RecommendQuestion question;
    question.incident = incident.id;
    question.at = incident.details.place.at;
    question.wants = wantsOf(situation, incident);
    question.tier = view.tier;
    question.now = view.now;
    question.policy = situation.policy();
    addSent(question, situation, incident);
    question.candidates.reserve(size_t(situation.units().size()));
    for (const Unit& unit : situation.units())
        if (!view.sees || view.sees(unit))
            question.candidates.push_back(candidateOf(situation, incident, unit, view));
    std::ranges::sort(question.candidates,
                      [](const Candidate& a, const Candidate& b) { return a.unit < b.unit; });
    return question;
}

QList<Station> stationsOf(const Situation& situation) {
    QList<Station> stations;
    for (const Post& post : situation.posts())
        if (const auto at = post.at ? post.at : middleOf(post.area); at && post.tier == Tier::Station)
            stations.append({post.id, *at});
    std::ranges::sort(stations, [](const Station& a, const Station& b) { return a.post < b.post; });
    return stations;
}

} // namespace tridesk
