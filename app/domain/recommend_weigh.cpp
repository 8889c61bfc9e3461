// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/recommend_weigh.h"

#include <algorithm>

namespace tridesk::weigh {

namespace {

constexpr double walkingKmh = 5;

bool mayBeLeft(const RecommendQuestion& question, const Candidate& candidate) {
    if (!candidate.work)
        return true;
    return candidate.status == UnitStatus::BusyDivertable
               ? candidate.work->level >= question.wants.level // the lower the level, the greater its value
               : candidate.work->level > question.wants.level;
}

/// Of a unit on other work.
std::optional<Barrier> workBarrier(const RecommendQuestion& question, const Candidate& candidate) {
    if (candidate.work && candidate.work->byBureau && question.tier != Tier::Bureau)
        return Barrier::HeldByHigherTier;
    return mayBeLeft(question, candidate) ? std::nullopt : std::optional(Barrier::Busy);
}

std::optional<Barrier> statusBarrier(const RecommendQuestion& question, const Candidate& candidate) {
    switch (candidate.status) {
    case UnitStatus::Off:
        return Barrier::Off;
    case UnitStatus::OutOfService:
        return Barrier::OutOfService;
    case UnitStatus::Emergency:
        return Barrier::Emergency;
    case UnitStatus::Reserved:
        return Barrier::Reserved;
    case UnitStatus::OnScene:
    case UnitStatus::BusyCommitted:
    case UnitStatus::Transport:
        return Barrier::Busy;
    case UnitStatus::Dispatched:
    case UnitStatus::Signed:
    case UnitStatus::EnRoute:
    case UnitStatus::BusyDivertable:
        return workBarrier(question, candidate);
    case UnitStatus::Reporting:
    case UnitStatus::Available:
    case UnitStatus::AvailableAtStation:
        return std::nullopt;
    }
    return Barrier::Busy;
}

bool isOtherLane(UnitKind kind, Level level) {
    return kind == UnitKind::Boat || (kind == UnitKind::Auxiliary) != (level == Level::NonPolice);
}

/// Adds up, and takes each down where somebody wants to read it.
class Sum {
public:
    explicit Sum(QList<PickReason>* reasons)
        : m_reasons(reasons) {}
    void add(const PickReason& reason) {
        m_sum += reason.cost;
        if (m_reasons)
            m_reasons->append(reason);
    }
    [[nodiscard]] qint64 total() const { return m_sum; }

private:
    QList<PickReason>* m_reasons;
    qint64 m_sum = 0;
};

void addWay(Sum& sum, const RecommendQuestion& question, const Candidate& candidate) {
    const Milliseconds time = travel(question, candidate).value_or(Milliseconds(0));
    if (candidate.travel.kind == TravelTime::Kind::Known)
        sum.add({.code = PickReasonCode::RoadTime, .length = time});
    else if (candidate.place && question.at)
        sum.add({.code = PickReasonCode::EstimatedTime,
                 .length = time,
                 .count = qRound64(candidate.place->at.metresTo(*question.at))});
}

void addPlace(Sum& sum, const RecommendQuestion& question, const Candidate& candidate) {
    const RecommendPolicy& policy = question.policy;
    const UnitPlace place = candidate.place.value_or(UnitPlace());
    if (place.atStation) {
        sum.add({.code = PickReasonCode::AtStation});
    } else if (place.age >= policy.staleAfter) {
        // The older, the less it says: a car may be anywhere that it could have driven to since.
        const qint64 times = place.age / std::max(policy.staleAfter, Milliseconds(1000));
        constexpr qint64 most = 1000;
        sum.add({.code = PickReasonCode::StaleFix,
                 .cost = std::min(times, most) * policy.stalePenalty,
                 .length = place.age});
    }
}

void addWork(Sum& sum, const RecommendQuestion& question, const Candidate& candidate) {
    if (isAvailable(candidate.status))
        return;
    const UnitWork work = candidate.work.value_or(UnitWork());
    const auto code =
        candidate.status == UnitStatus::Reporting ? PickReasonCode::StillReporting : PickReasonCode::Diverts;
    sum.add({.code = code,
             .cost = question.policy.divertPenalty,
             .incident = work.incident,
             .level = work.level});
}

void addFitness(Sum& sum, const RecommendQuestion& question, const Candidate& candidate) {
    const Wants& wants = question.wants;
    if (!wants.kinds.isEmpty() && !wants.kinds.contains(candidate.kind))
        sum.add({.code = PickReasonCode::WrongKind, .cost = question.policy.wrongKindPenalty});
    else if (wants.kinds.isEmpty() && isOtherLane(candidate.kind, wants.level))
        sum.add({.code = PickReasonCode::OtherLane,
                 .cost = question.policy.wrongKindPenalty,
                 .level = wants.level});
    if (wants.qualifications.isEmpty())
        return;
    QStringList lacks = wants.qualifications;
    lacks.removeIf([&](const QString& word) { return candidate.qualifications.contains(word); });
    if (lacks.isEmpty())
        sum.add({.code = PickReasonCode::Qualified, .words = wants.qualifications});
    else
        sum.add({.code = PickReasonCode::NotQualified, .words = lacks});
}

void addLoad(Sum& sum, const RecommendQuestion& question, const Candidate& candidate) {
    const RecommendPolicy& policy = question.policy;
    if (candidate.jobs > 0)
        sum.add({.code = PickReasonCode::Jobs,
                 .cost = candidate.jobs * policy.perJobPenalty,
                 .count = candidate.jobs});
    if (!candidate.lastJobEnded)
        return;
    // A terminal whose clock runs ahead may end a job in the future: that is no rest either.
    const Milliseconds rested = std::max(question.now - *candidate.lastJobEnded, Milliseconds(0));
    if (rested < policy.rest)
        sum.add({.code = PickReasonCode::NoRest, .cost = policy.restPenalty, .length = rested});
}

} // namespace

std::optional<Milliseconds> travel(const RecommendQuestion& question, const Candidate& candidate) {
    if (candidate.travel.kind == TravelTime::Kind::Known)
        return candidate.travel.time;
    if (candidate.travel.kind == TravelTime::Kind::Beyond || !candidate.place || !question.at)
        return std::nullopt;
    const double kmh = candidate.kind == UnitKind::Foot ? walkingKmh : double(question.policy.detourKmh);
    const double metres =
        candidate.place->at.metresTo(*question.at) * double(question.policy.detourPercent) / 100;
    return Milliseconds(qint64(metres * 3600 / std::max(kmh, 1.0)));
}

bool isQualified(const RecommendQuestion& question, const Candidate& candidate) {
    return std::ranges::all_of(question.wants.qualifications,
                               [&](const QString& word) { return candidate.qualifications.contains(word); });
}

std::optional<Barrier> barrier(const RecommendQuestion& question, const Candidate& candidate) {
    if (candidate.sent)
        return Barrier::AlreadySent;
    if (const auto status = statusBarrier(question, candidate))
        return status;
    if (!candidate.crewed)
        return Barrier::NoCrew;
    if (!candidate.place)
        return Barrier::NoPlace;
    const auto time = travel(question, candidate);
    return time && *time <= question.policy.farthest ? std::nullopt : std::optional(Barrier::TooFar);
}

qint64 penalties(const RecommendQuestion& question, const Candidate& candidate, QList<PickReason>* reasons) {
    Sum sum(reasons);
    addWay(sum, question, candidate);
    addPlace(sum, question, candidate);
    addWork(sum, question, candidate);
    addFitness(sum, question, candidate);
    addLoad(sum, question, candidate);
    return sum.total();
}

Exclusion exclusion(const RecommendQuestion& question, const Candidate& candidate, Barrier barrier) {
    return {candidate.unit, barrier, candidate.status, travel(question, candidate), candidate.work};
}

} // namespace tridesk::weigh
