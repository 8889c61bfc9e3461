// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/recommend.h"

#include "app/domain/recommend_cover.h"
#include "app/domain/recommend_weigh.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostRows = 20; ///< as IssueOrder takes them

/// One who may go.
struct Runner {
    qsizetype candidate = 0;
    Milliseconds travel{0};
    qint64 alone = 0; ///< seconds: the way and what stands against it, without coverage
    bool qualified = false;
};

class Ranking {
public:
    explicit Ranking(const RecommendQuestion& question)
        : m_question(question)
        , m_cover(question) {
        sort();
    }

    [[nodiscard]] Recommendation take();

private:
    using Key = std::tuple<qint64, Milliseconds, const QString&>;

    void sort();
    void bar(const Candidate& candidate, Barrier barrier);
    [[nodiscard]] const Candidate& of(const Runner& runner) const {
        return m_question.candidates[size_t(runner.candidate)];
    }
    [[nodiscard]] Key key(const Runner& runner) const {
        return {runner.alone + m_cover.cost(runner.candidate), runner.travel, of(runner).unit.toString()};
    }
    [[nodiscard]] Pick pickOf(const Runner& runner, std::optional<OrderRole> role) const;
    void propose(std::vector<Runner>::iterator runner, OrderRole role);
    bool proposeBest(OrderRole role, bool qualified);
    void listNext(qint64 rows);
    void fallShort(ShortfallCode code, qint64 missing);

    const RecommendQuestion& m_question;
    CoverCount m_cover;
    std::vector<Runner> m_runners; ///< not picked yet
    std::vector<std::pair<const Candidate*, Barrier>> m_busy;
    std::array<qint64, barrierCount> m_barred = {};
    Recommendation m_result;
};

void Ranking::sort() {
    QSet<UnitId> seen;
    seen.reserve(qsizetype(m_question.candidates.size()));
    for (size_t i = 0; i < m_question.candidates.size(); ++i) {
        const Candidate& candidate = m_question.candidates[i];
        if (const auto before = seen.size(); seen.insert(candidate.unit), seen.size() == before)
            continue; // nobody twice
        if (const auto barrier = weigh::barrier(m_question, candidate)) {
            bar(candidate, *barrier);
            continue;
        }
        const Milliseconds travel = weigh::travel(m_question, candidate).value_or(Milliseconds(0));
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(travel);
        m_runners.push_back({qsizetype(i), travel, seconds.count() + weigh::penalties(m_question, candidate),
                             weigh::isQualified(m_question, candidate)});
    }
}

void Ranking::bar(const Candidate& candidate, Barrier barrier) {
    ++m_barred[size_t(barrier)];
    if (barrier == Barrier::Busy || barrier == Barrier::HeldByHigherTier || barrier == Barrier::Reserved)
        m_busy.emplace_back(&candidate, barrier);
}

Pick Ranking::pickOf(const Runner& runner, std::optional<OrderRole> role) const {
    Pick pick{.unit = of(runner).unit,
              .role = role,
              .travel = runner.travel,
              .estimated = of(runner).travel.kind != TravelTime::Kind::Known,
              .cost = std::get<0>(key(runner)),
              .reasons = {}};
    Q_UNUSED(weigh::penalties(m_question, of(runner), &pick.reasons));
    pick.reasons.append(m_cover.losses(runner.candidate));
    return pick;
}

void Ranking::propose(std::vector<Runner>::iterator runner, OrderRole role) {
    m_result.picks.append(pickOf(*runner, role));
    m_cover.take(runner->candidate);
    m_runners.erase(runner);
}

bool Ranking::proposeBest(OrderRole role, bool qualified) {
    const auto end = m_runners.end();
    auto best = end;
    for (auto runner = m_runners.begin(); runner != end; ++runner)
        if ((runner->qualified || !qualified) && (best == end || key(*runner) < key(*best)))
            best = runner;
    if (best == end)
        return false;
    propose(best, role);
    return true;
}

void Ranking::listNext(qint64 rows) {
    const auto middle = m_runners.begin() + std::clamp(rows, qint64(0), qint64(m_runners.size()));
    std::ranges::partial_sort(m_runners, middle, {}, [this](const Runner& runner) { return key(runner); });
    for (auto runner = m_runners.begin(); runner != middle; ++runner)
        m_result.picks.append(pickOf(*runner, {}));
}

void Ranking::fallShort(ShortfallCode code, qint64 missing) {
    Shortfall shortfall{.code = code,
                        .missing = missing,
                        .within = m_question.policy.farthest,
                        .qualifications = code == ShortfallCode::NobodyQualified
                                              ? m_question.wants.qualifications
                                              : QStringList(),
                        .nearest = {},
                        .barred = m_barred};
    const auto distance = [](const Exclusion& one) {
        return std::tuple(one.travel.value_or(Milliseconds::max()), one.unit);
    };
    for (const auto& [candidate, barrier] : m_busy) {
        if (code == ShortfallCode::NobodyQualified && !weigh::isQualified(m_question, *candidate))
            continue;
        const Exclusion busy = weigh::exclusion(m_question, *candidate, barrier);
        if (!shortfall.nearest || distance(busy) < distance(*shortfall.nearest))
            shortfall.nearest = busy;
    }
    m_result.shortfalls.append(shortfall);
}

Recommendation Ranking::take() {
    const RecommendQuestion& q = m_question;
    m_result.incident = q.incident;
    m_result.at = q.now;
    m_result.wanted = q.wants.units;
    m_result.sent = q.sent;
    m_result.coverPriced = q.cover.has_value();
    qint64 open = std::clamp(q.wants.units - q.sent, qint64(0), mostRows);
    if (!q.at) {
        m_result.shortfalls.append({.code = ShortfallCode::IncidentNotLocated, .missing = open});
        return m_result;
    }
    OrderRole role = q.led ? OrderRole::Backup : OrderRole::Primary;
    if (open > 0 && !q.wants.qualifications.isEmpty() && !q.sentQualified) {
        if (!proposeBest(role, true))
            fallShort(ShortfallCode::NobodyQualified, 1);
        role = OrderRole::Backup; // who leads must be able to do the work: the lead waits for one
        --open;
    }
    for (; open > 0 && proposeBest(role, false); --open)
        role = OrderRole::Backup;
    if (open > 0)
        fallShort(ShortfallCode::TooFew, open);
    listNext(std::min(q.policy.picks, mostRows) - m_result.picks.size());
    return m_result;
}

} // namespace

QString codeText(const PickReason& reason) {
    const QString code(enumName(reason.code));
    return reason.ring > 0 ? u"%1:%2:%3"_s.arg(code, reason.post.toString()).arg(reason.ring) : code;
}

bool Pick::has(PickReasonCode code) const {
    return std::ranges::any_of(reasons, [code](const PickReason& reason) { return reason.code == code; });
}

QList<UnitId> Recommendation::proposed() const {
    QList<UnitId> units;
    for (const Pick& pick : picks)
        if (pick.role)
            units.append(pick.unit);
    return units;
}

Recommendation recommend(const RecommendQuestion& question) {
    return Ranking(question).take();
}

std::optional<std::expected<Pick, Exclusion>> appraise(const RecommendQuestion& question,
                                                       const UnitId& unit) {
    const auto found = std::ranges::find(question.candidates, unit, &Candidate::unit);
    if (found == question.candidates.end())
        return std::nullopt;
    if (const auto barrier = weigh::barrier(question, *found))
        return std::unexpected(weigh::exclusion(question, *found, *barrier));
    const CoverCount cover(question);
    const qsizetype index = found - question.candidates.begin();
    const Milliseconds travel = weigh::travel(question, *found).value_or(Milliseconds(0));
    Pick pick{.unit = unit,
              .role = {},
              .travel = travel,
              .estimated = found->travel.kind != TravelTime::Kind::Known,
              .cost = 0,
              .reasons = {}};
    pick.cost = std::chrono::duration_cast<std::chrono::seconds>(travel).count() +
                weigh::penalties(question, *found, &pick.reasons) + cover.cost(index);
    pick.reasons.append(cover.losses(index));
    return pick;
}

QList<PlaceCover> coverNow(const RecommendQuestion& question) {
    return CoverCount(question).places();
}

QList<ShownPick> shownPicks(const Recommendation& recommendation) {
    QList<ShownPick> shown;
    for (const Pick& pick :
         recommendation.picks.first(std::min<qsizetype>(mostRows, recommendation.picks.size()))) {
        ShownPick& line = shown.emplace_back();
        line.unit = pick.unit;
        line.travel = pick.travel;
        line.cost = pick.cost;
        for (const PickReason& reason : pick.reasons)
            line.reasons.append(codeText(reason));
    }
    return shown;
}

} // namespace tridesk
