// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/fix_store.h"
#include "app/journal/postgres_line.h"

namespace tridesk {

/// Positions of many machines, on a PostgreSQL server: packed batches in a partition a day
/// (postgres/003_fixes.sql says why), which go after as many days as the site keeps. Its bell is
/// PostgresBell::Channel::Fixes. Loses its line as PostgresJournal does.
class PostgresFixStore final : public FixStore {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<FixStore>, JournalFault>
    open(const PostgresAddress& address, std::chrono::milliseconds wait = std::chrono::seconds(5));
    PostgresFixStore(const PostgresAddress& address, std::chrono::milliseconds wait)
        : m_line(address, wait) {}

    [[nodiscard]] std::expected<void, JournalFault> append(std::span<const Fix> fixes) override;
    [[nodiscard]] std::expected<FixCursor, JournalFault> end() override;
    [[nodiscard]] std::expected<FixTail, JournalFault> since(FixCursor cursor) override;
    [[nodiscard]] std::expected<QList<Fix>, JournalFault> late(FixCursor cursor, Instant from,
                                                               Instant to) override;
    [[nodiscard]] std::expected<FixTail, JournalFault> latest() override;
    [[nodiscard]] std::expected<FixSpan, JournalFault> span(Instant from, Instant to) override;
    [[nodiscard]] std::expected<QList<Fix>, JournalFault> track(const UnitId& unit, Instant from,
                                                                Instant to) override;

private:
    [[nodiscard]] std::expected<PostgresRows, JournalFault> ask(const PostgresConnection::Call& call);
    [[nodiscard]] std::expected<void, JournalFault> keepKeyframe();
    [[nodiscard]] std::expected<FixCursor, JournalFault> keyframe(const PostgresConnection::Call& call,
                                                                  QHash<UnitId, Fix>& newest);

    PostgresLine m_line;
};

} // namespace tridesk
