// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/postgres_fixes.h"

#include "app/domain/fix_age.h"
#include "app/journal/fix_codec.h"
#include "app/journal/fix_walk.h"

#include <QLoggingCategory>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logFixes, "tridesk.fixes")

/// since() hands out at most so many batches; also how far the newest keyframe may lie behind.
constexpr int tailBatches = 256;

/// Of rows (id, format, data). One damaged batch must not hold up all that came after it.
QList<Fix> unpacked(const PostgresRows& rows, int row, const UnitId& only = {}) {
    auto fixes = rows.number(row, 1) == fixFormat ? unpackFixes(rows.bytes(row, 2), only) : std::nullopt;
    if (!fixes)
        qCWarning(logFixes) << "batch" << rows.number(row, 0) << "is damaged and left out";
    return std::move(fixes).value_or(QList<Fix>());
}

QList<Fix> unpackedAll(const PostgresRows& rows, const UnitId& only = {}) {
    QList<Fix> fixes;
    for (int row = 0; row < rows.count(); ++row)
        fixes += unpacked(rows, row, only);
    return fixes;
}

PostgresConnection::Call adding(std::span<const Fix> batch) {
    const auto [first, last] = fix_walk::timesOf(batch);
    return {"SELECT tridesk.append_fixes($1, $2, $3, $4, $5)",
            {first, last, qint64(batch.size()), fixFormat, packFixes(batch)}};
}

} // namespace

std::expected<std::unique_ptr<FixStore>, JournalFault>
PostgresFixStore::open(const PostgresAddress& address, std::chrono::milliseconds wait) {
    auto store = std::make_unique<PostgresFixStore>(address, wait);
    return store->m_line.signIn().transform([&]() -> std::unique_ptr<FixStore> { return std::move(store); });
}

std::expected<PostgresRows, JournalFault> PostgresFixStore::ask(const PostgresConnection::Call& call) {
    return m_line.ask([&] { return m_line.connection().query(call); });
}

std::expected<void, JournalFault> PostgresFixStore::append(std::span<const Fix> fixes) {
    if (fixes.empty())
        return {};
    std::vector<PostgresConnection::Call> calls;
    for (auto left = fixes; !left.empty(); left = left.subspan(std::min<std::size_t>(left.size(), maxBatch)))
        calls.push_back(adding(left.first(std::min<std::size_t>(left.size(), maxBatch))));
    // Not asked twice where the line is lost in between: a position that is missing is made good by the next,
    // one that stands there twice is wrong for ever.
    if (const auto isReady = m_line.ready(); !isReady)
        return isReady;
    const auto added = m_line.connection().queryAll(calls);
    if (!added)
        return std::unexpected(added.error());
    const qint64 last = added->back().number(0, 0);
    // Whoever passes the mark keeps the positions as of then, once for all that add.
    return last / tailBatches != (last - qint64(calls.size())) / tailBatches
               ? keepKeyframe()
               : std::expected<void, JournalFault>();
}

std::expected<void, JournalFault> PostgresFixStore::keepKeyframe() {
    const auto now = latest();
    if (!now)
        return std::unexpected(now.error());
    const auto newest = std::ranges::max_element(now->fixes, {}, knownAt);
    if (newest == now->fixes.end())
        return {};
    return ask({"SELECT tridesk.keep_fixes($1, $2, $3, $4)",
                {now->next.batch, qint64(toMs(knownAt(*newest))), fixFormat, packFixes(now->fixes)}})
        .transform([](const PostgresRows&) {});
}

std::expected<FixCursor, JournalFault> PostgresFixStore::end() {
    return ask({"SELECT coalesce(max(id), 0) FROM tridesk.fix_batches"})
        .transform([](const PostgresRows& rows) { return FixCursor{rows.number(0, 0)}; });
}

std::expected<FixTail, JournalFault> PostgresFixStore::since(FixCursor cursor) {
    const auto rows =
        ask({"SELECT id, format, data FROM tridesk.fix_batches WHERE id > $1 ORDER BY id LIMIT $2",
             {cursor.batch, tailBatches}});
    if (!rows)
        return std::unexpected(rows.error());
    FixTail tail{{}, cursor, rows->count() < tailBatches};
    for (int row = 0; row < rows->count(); ++row) {
        tail.fixes += unpacked(*rows, row);
        tail.next.batch = rows->number(row, 0);
    }
    return tail;
}

std::expected<QList<Fix>, JournalFault> PostgresFixStore::late(FixCursor cursor, Instant from, Instant to) {
    return ask({"SELECT id, format, data FROM tridesk.fix_batches WHERE last_at BETWEEN $1 AND $2"
                " AND first_at <= $3 AND id > $4 ORDER BY id",
                {qint64(toMs(from)), qint64(toMs(to + fix_walk::longestAway)), qint64(toMs(to)),
                 cursor.batch}})
        .transform([](const PostgresRows& rows) { return unpackedAll(rows); });
}

/// What a keyframe knows, and the batch behind which to read on; all of them where there is none.
std::expected<FixCursor, JournalFault> PostgresFixStore::keyframe(const PostgresConnection::Call& call,
                                                                  QHash<UnitId, Fix>& newest) {
    return ask(call).transform([&](const PostgresRows& kept) {
        if (kept.count() == 0)
            return FixCursor();
        fix_walk::keepNewer(newest, unpacked(kept, 0));
        return FixCursor{kept.number(0, 0)};
    });
}

std::expected<FixTail, JournalFault> PostgresFixStore::latest() {
    fix_walk::Newest newest;
    return keyframe({"SELECT batch, format, data FROM tridesk.fix_keyframes ORDER BY batch DESC LIMIT 1"},
                    newest)
        .and_then([&](FixCursor cursor) { return fix_walk::latest(*this, cursor, std::move(newest)); });
}

std::expected<FixSpan, JournalFault> PostgresFixStore::span(Instant from, Instant to) {
    fix_walk::Newest newest;
    return keyframe({"SELECT batch, format, data FROM tridesk.fix_keyframes WHERE at <= $1"
                     " ORDER BY at DESC, batch DESC LIMIT 1",
                     {qint64(toMs(from))}},
                    newest)
        .and_then(
            [&](FixCursor cursor) { return fix_walk::span(*this, cursor, std::move(newest), from, to); });
}

std::expected<QList<Fix>, JournalFault> PostgresFixStore::track(const UnitId& unit, Instant from,
                                                                Instant to) {
    const auto rows =
        ask({"SELECT id, format, data FROM tridesk.fix_batches WHERE last_at >= $1 AND first_at <= $2"
             " ORDER BY id",
             {qint64(toMs(from)), qint64(toMs(to))}});
    if (!rows)
        return std::unexpected(rows.error());
    return fix_walk::track(unpackedAll(*rows, unit), from, to);
}

} // namespace tridesk
