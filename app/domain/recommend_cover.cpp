// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/recommend_cover.h"

#include <algorithm>

namespace tridesk {

namespace {

bool isCar(UnitKind kind) {
    return kind == UnitKind::Car || kind == UnitKind::Motorcycle || kind == UnitKind::Van;
}

bool covers(const Candidate& candidate, const RecommendPolicy& policy) {
    return isCar(candidate.kind) && isAvailable(candidate.status) && candidate.crewed && candidate.place &&
           candidate.place->age < policy.staleAfter;
}

} // namespace

CoverCount::CoverCount(const RecommendQuestion& question)
    : m_question(question)
    , m_memberships(question.candidates.size()) {
    if (!question.cover)
        return;
    m_cars.resize(question.cover->size());
    for (size_t place = 0; place < m_cars.size(); ++place) {
        for (const CoverPlace::Near& near : (*question.cover)[place].near) {
            const auto index = size_t(near.candidate);
            const auto ring = std::ranges::lower_bound(coverRings, near.time);
            if (near.candidate < 0 || index >= question.candidates.size() || ring == coverRings.end() ||
                !covers(question.candidates[index], question.policy))
                continue;
            const auto innermost = size_t(ring - coverRings.begin());
            m_memberships[index].push_back({qsizetype(place), innermost});
            for (size_t wider = innermost; wider < coverRings.size(); ++wider)
                ++m_cars[place][wider];
        }
    }
}

qint64 CoverCount::costOf(size_t ring, qint64 cars) const {
    const RecommendPolicy& policy = m_question.policy;
    const std::array weights = {policy.lastOfRing1, policy.lastOfRing3, policy.lastOfRing5};
    if (cars > 2)
        return 0;
    return cars < 2 ? weights[ring] : weights[ring] * policy.secondLastPercent / 100;
}

qint64 CoverCount::cost(qsizetype candidate) const {
    qint64 sum = 0;
    for (const Membership& membership : m_memberships[size_t(candidate)])
        for (size_t ring = membership.innermost; ring < coverRings.size(); ++ring)
            sum += costOf(ring, m_cars[size_t(membership.place)][ring]);
    return sum;
}

QList<PickReason> CoverCount::losses(qsizetype candidate) const {
    QList<PickReason> losses;
    if (!m_question.cover)
        return losses;
    for (const Membership& membership : m_memberships[size_t(candidate)])
        for (size_t ring = membership.innermost; ring < coverRings.size(); ++ring) {
            const qint64 cars = m_cars[size_t(membership.place)][ring];
            if (cars > 2)
                continue;
            losses.append(
                {.code = cars < 2 ? PickReasonCode::LastOfRing : PickReasonCode::SecondLastOfRing,
                 .cost = costOf(ring, cars),
                 .post = (*m_question.cover)[size_t(membership.place)].post,
                 .ring = int(std::chrono::duration_cast<std::chrono::minutes>(coverRings[ring]).count())});
        }
    std::ranges::stable_sort(losses, std::ranges::greater(), &PickReason::cost);
    return losses;
}

void CoverCount::take(qsizetype candidate) {
    for (const Membership& membership : m_memberships[size_t(candidate)])
        for (size_t ring = membership.innermost; ring < coverRings.size(); ++ring)
            --m_cars[size_t(membership.place)][ring];
    m_memberships[size_t(candidate)].clear();
}

QList<PlaceCover> CoverCount::places() const {
    QList<PlaceCover> places;
    if (!m_question.cover)
        return places;
    for (size_t place = 0; place < m_cars.size(); ++place)
        places.append({(*m_question.cover)[place].post, m_cars[place]});
    return places;
}

} // namespace tridesk
