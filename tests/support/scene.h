// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/codec.h"
#include "app/domain/decide.h"
#include "tests/support/must.h"

#include <atomic>

namespace tridesk::test {

/// Ids 1, 2, 3 …: the same in every run.
class CountedIds final : public IdSource {
public:
    QUuid next() override { return QUuid(uint(++m_last), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1); }

private:
    std::atomic<uint> m_last = 0;
};

/// Stands still until set. Asked from any thread.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start = instantFromMs(1'795'262'400'000))
        : m_now(toMs(start)) {} // 2026-11-21 12:00 UTC
    [[nodiscard]] Instant now() const override { return instantFromMs(m_now); }
    void advance(Milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now;
};

[[nodiscard]] inline Actor actor(QStringView seat) {
    return {must(Seat::parse(seat)), QStringLiteral("test")};
}

template <class C>
[[nodiscard]] C code(QStringView text) {
    return must(C::parse(text));
}

/// Why something was refused; where it was not, a refusal of no code.
[[nodiscard]] inline Refusal refusalOf(const Result<QList<Entry>>& made) {
    return made ? Refusal{RefusalCode(-1), {}, {}, {}} : made.error();
}

/// A desk without a journal: what is decided is written, read back and folded at once, as the programs do.
class Scene {
public:
    ManualClock clock;
    CountedIds ids;
    Situation situation;
    QList<Entry> entries;

    /// What was journalled, or why not.
    Result<QList<Entry>> ask(QStringView seat, Command command, std::optional<Instant> happenedAt = {}) {
        return ask(actor(seat), std::move(command), happenedAt);
    }
    Result<QList<Entry>> ask(const Actor& who, Command command, std::optional<Instant> happenedAt = {}) {
        const Request request{RequestId(ids.next()), who, happenedAt, std::move(command)};
        DecisionContext context{clock.now(), toDateTime(clock.now()).date(), ids};
        const Decision decision = decide(situation, request, context);
        if (!decision)
            return std::unexpected(decision.error());
        QList<Entry> made;
        for (const Fact& fact : *decision) {
            Entry entry{qint64(entries.size()) + 1,
                        clock.now(),
                        encode(fact, request, happenedAt.value_or(clock.now())),
                        {},
                        {}};
            situation.fold(entry, decode(entry.fact).value());
            entries.append(entry);
            made.append(entry);
        }
        return made;
    }

    /// Two stations side by side, the bureau, three cars (1A12 and 1A14 of ST01, 2A01 of ST02) logged on, a
    /// catalogue.
    void furnish();

    IncidentId report(const QString& text = QStringLiteral("collision"), double longitude = 118.55);
    OrderId issue(const IncidentId& incident, QStringView unit, QStringView seat = u"bureau");

    [[nodiscard]] const Incident& incident(const IncidentId& id) const {
        return *situation.incidents().find(id);
    }
    [[nodiscard]] const Order& order(const OrderId& id) const { return *situation.orders().find(id); }
    [[nodiscard]] const Unit& unit(QStringView id) const { return *situation.units().find(code<UnitId>(id)); }
};

} // namespace tridesk::test
