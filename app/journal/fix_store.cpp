// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/fix_store.h"

#include "app/domain/fix_age.h"
#include "app/journal/bell.h"
#include "app/journal/file_lock.h"
#include "app/journal/fix_codec.h"
#include "app/journal/fix_walk.h"
#include "app/journal/migrations.h"
#include "app/journal/sql.h"

#include <QLoggingCategory>

#include <algorithm>
#include <limits>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// since() hands out at most so many batches, or fixes; also how far the kept newest positions may lie
/// behind.
constexpr int tailBatches = 256;
constexpr qsizetype tailFixes = 16'384;
/// Bytes of batches, some 30,000 fixes: whoever looks at an instant reads no more than that to know where all
/// were; four times what a keyframe takes itself where the units are very many.
constexpr qint64 leastBetween = 512LL * 1024;

struct Batch {
    qint64 id = 0;
    QList<Fix> fixes;
};

Q_LOGGING_CATEGORY(logFixes, "tridesk.fixes")

/// The rows (id, format, data) of `found`, unpacked; no more of them once `most` fixes are. One damaged batch
/// must not hold up all that came after it.
std::expected<QList<Batch>, JournalFault> unpacked(const SqlDatabase& database,
                                                   std::expected<SqlRows, JournalFault> found,
                                                   const UnitId& only = {},
                                                   qsizetype most = std::numeric_limits<qsizetype>::max()) {
    if (!found)
        return std::unexpected(found.error());
    QList<Batch> batches;
    for (qsizetype fixesFound = 0;;) {
        const auto more = found->next();
        if (!more)
            return std::unexpected(more.error());
        if (!*more || fixesFound >= most)
            return batches;
        auto fixes = found->number(1) == fixFormat ? unpackFixes(found->bytes(2), only) : std::nullopt;
        if (!fixes)
            qCWarning(logFixes).noquote()
                << database.path() << "batch" << found->number(0) << "is damaged and left out";
        batches += {found->number(0), std::move(fixes).value_or(QList<Fix>())};
        fixesFound += batches.constLast().fixes.size();
    }
}

QList<Fix> fixesOf(const QList<Batch>& batches) {
    QList<Fix> fixes;
    for (const Batch& batch : batches)
        fixes += batch.fixes;
    return fixes;
}

} // namespace

std::expected<std::unique_ptr<FixStore>, JournalFault>
FixStore::open(const QString& path, std::chrono::milliseconds wait, std::chrono::hours keeps) {
    // Two programs may be making the file at the same moment; the lock goes when this returns.
    const auto lock = FileLock::open(path + u".lock"_s, wait);
    if (!lock)
        return std::unexpected(lock.error());
    auto database = SqlDatabase::open(path, SqlDatabase::Access::ReadWrite, wait);
    if (!database)
        return std::unexpected(database.error());
    return (*database)
        ->run("PRAGMA journal_mode=WAL")
        .and_then([&] { return (*database)->run("PRAGMA synchronous=NORMAL"); })
        .and_then([&] { return migrate(**database, fixSchema); })
        .transform([&]() -> std::unique_ptr<FixStore> {
            return std::make_unique<FileFixStore>(std::move(*database), path, keeps);
        });
}

FileFixStore::FileFixStore(std::unique_ptr<SqlDatabase> database, const QString& path,
                           std::chrono::hours keeps)
    : m_database(std::move(database))
    , m_bell(std::make_unique<Bell>(path))
    , m_keeps(keeps) {}

FileFixStore::~FileFixStore() = default;

std::expected<void, JournalFault> FileFixStore::append(std::span<const Fix> fixes) {
    if (fixes.empty())
        return {};
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return std::unexpected(step.error());
    for (auto left = fixes; !left.empty(); left = left.subspan(std::min<std::size_t>(left.size(), maxBatch)))
        if (const auto inserted = insert(left.first(std::min<std::size_t>(left.size(), maxBatch))); !inserted)
            return std::unexpected(inserted.error());
    if (const auto kept = keepLatest(); !kept)
        return kept;
    const auto done = step->commit();
    if (done)
        m_bell->ring(0);
    return done;
}

/// Returns its size in the file.
std::expected<qint64, JournalFault> FileFixStore::insert(std::span<const Fix> batch) {
    const auto [first, last] = fix_walk::timesOf(batch);
    const QByteArray packed = packFixes(batch);
    return m_database
        ->run("INSERT INTO batches (first_at, last_at, count, format, data) VALUES (?, ?, ?, ?, ?)",
              {first, last, qint64(batch.size()), fixFormat, packed})
        .transform([&packed] { return qint64(packed.size()); });
}

/// Where nothing better is known, one after the other.
std::expected<void, JournalFault> FixStore::appendBatches(std::span<const QList<Fix>> batches) {
    for (const QList<Fix>& batch : batches)
        if (const auto appended = append(batch); !appended)
            return appended;
    return {};
}

/// The newest positions are kept in hand from batch to batch, where append() would read them again.
std::expected<void, JournalFault> FileFixStore::appendBatches(std::span<const QList<Fix>> batches) {
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return std::unexpected(step.error());
    auto behind = sinceKept();
    const auto before = latest();
    if (!behind || !before)
        return std::unexpected(behind ? before.error() : behind.error());
    QHash<UnitId, Fix> newest;
    fix_walk::keepNewer(newest, before->fixes);
    for (const QList<Fix>& batch : batches) {
        for (std::span<const Fix> left = batch; !left.empty();) {
            const auto part = left.first(std::min<std::size_t>(left.size(), maxBatch));
            const auto inserted = insert(part);
            if (!inserted)
                return std::unexpected(inserted.error());
            fix_walk::keepNewer(newest, part);
            left = left.subspan(part.size());
            ++behind->batches;
            behind->bytes += *inserted;
            if (!behind->isFar())
                continue;
            const auto last = end();
            if (!last)
                return std::unexpected(last.error());
            if (const auto kept = keep(newest.values(), last->batch); !kept)
                return kept;
            behind = sinceKept();
            if (!behind)
                return std::unexpected(behind.error());
        }
    }
    const auto done = step->commit();
    if (done)
        m_bell->ring(0);
    return done;
}

bool FileFixStore::Behind::isFar() const {
    return batches >= tailBatches || bytes >= std::max(leastBetween, 4 * keyframe);
}

std::expected<FileFixStore::Behind, JournalFault> FileFixStore::sinceKept() {
    auto rows = m_database->query("SELECT count(*), ifnull(sum(length(data)), 0), "
                                  "ifnull((SELECT length(data) FROM latest WHERE id = 1), 0) FROM batches "
                                  "WHERE id > ifnull((SELECT batch FROM latest WHERE id = 1), 0)");
    if (!rows)
        return std::unexpected(rows.error());
    return rows->next().transform(
        [&rows](bool) { return Behind{rows->number(0), rows->number(1), rows->number(2)}; });
}

/// Once in a while, so that latest() always has little to read.
std::expected<void, JournalFault> FileFixStore::keepLatest() {
    const auto behind = sinceKept();
    if (!behind)
        return std::unexpected(behind.error());
    if (!behind->isFar())
        return {};
    const auto now = latest();
    if (!now)
        return std::unexpected(now.error());
    return keep(now->fixes, now->next.batch).and_then([&] { return letGo(now->fixes, now->next.batch); });
}

/// What lies before the newest positions, which were kept just now, by more than is wanted.
std::expected<void, JournalFault> FileFixStore::letGo(const QList<Fix>& newest, qint64 batch) {
    const auto last = std::ranges::max_element(newest, {}, knownAt);
    if (m_keeps == std::chrono::hours(0) || last == newest.end())
        return {};
    const qint64 before = toMs(knownAt(*last) - m_keeps);
    return m_database->run("DELETE FROM batches WHERE last_at < ? AND id <= ?", {before, batch})
        .and_then([&] { return m_database->run("DELETE FROM keyframes WHERE at < ?", {before}); });
}

/// The positions as of that batch: for latest(), and as a keyframe for span().
std::expected<void, JournalFault> FileFixStore::keep(const QList<Fix>& fixes, qint64 batch) {
    const QByteArray packed = packFixes(fixes);
    const auto newest = std::ranges::max_element(fixes, {}, knownAt);
    if (newest != fixes.end())
        if (const auto kept = m_database->run(
                "INSERT OR REPLACE INTO keyframes (batch, at, format, data) VALUES (?, ?, ?, ?)",
                {batch, qint64(toMs(knownAt(*newest))), fixFormat, packed});
            !kept)
            return kept;
    return m_database->run("INSERT OR REPLACE INTO latest (id, batch, format, data) VALUES (1, ?, ?, ?)",
                           {batch, fixFormat, packed});
}

std::expected<FixCursor, JournalFault> FileFixStore::end() {
    return m_database->scalar("SELECT max(id) FROM batches").transform([](const QVariant& id) {
        return FixCursor{id.toLongLong()};
    });
}

std::expected<FixTail, JournalFault> FileFixStore::since(FixCursor cursor) {
    auto batches =
        unpacked(*m_database,
                 m_database->query("SELECT id, format, data FROM batches WHERE id > ? ORDER BY id LIMIT ?",
                                   {cursor.batch, tailBatches}),
                 {}, tailFixes);
    if (!batches)
        return std::unexpected(batches.error());
    FixTail tail{{}, cursor, false};
    for (const Batch& batch : std::as_const(*batches)) {
        tail.fixes += batch.fixes;
        tail.next.batch = batch.id;
    }
    tail.isComplete = batches->size() < tailBatches && tail.fixes.size() < tailFixes;
    return tail;
}

std::expected<QList<Fix>, JournalFault> FileFixStore::late(FixCursor cursor, Instant from, Instant to) {
    return unpacked(*m_database, m_database->query(
                                     "SELECT id, format, data FROM batches WHERE last_at BETWEEN ? AND ? AND "
                                     "first_at <= ? AND id > ? ORDER BY id",
                                     {qint64(toMs(from)), qint64(toMs(to + fix_walk::longestAway)),
                                      qint64(toMs(to)), cursor.batch}))
        .transform(fixesOf);
}

std::expected<FixTail, JournalFault> FileFixStore::latest() {
    const auto kept =
        unpacked(*m_database, m_database->query("SELECT batch, format, data FROM latest WHERE id = 1"));
    if (!kept)
        return std::unexpected(kept.error());
    fix_walk::Newest newest;
    FixCursor cursor;
    for (const Batch& batch : *kept) {
        fix_walk::keepNewer(newest, batch.fixes);
        cursor.batch = batch.id;
    }
    return fix_walk::latest(*this, cursor, std::move(newest));
}

/// The newest keyframe of which nothing is later than `at`. Where there is none, as in a store of an older
/// program, the batch from which on the last half hour is read.
std::expected<FixCursor, JournalFault> FileFixStore::before(Instant at, QHash<UnitId, Fix>& newest) {
    const auto keyframe = unpacked(
        *m_database,
        m_database->query(
            "SELECT batch, format, data FROM keyframes WHERE at <= ? ORDER BY at DESC, batch DESC LIMIT 1",
            {qint64(toMs(at))}));
    if (!keyframe)
        return std::unexpected(keyframe.error());
    for (const Batch& batch : *keyframe) {
        fix_walk::keepNewer(newest, batch.fixes);
        return FixCursor{batch.id};
    }
    return m_database
        ->scalar("SELECT min(id) - 1 FROM batches WHERE last_at >= ?", {qint64(toMs(at - lookBack))})
        .transform([](const QVariant& id) { return FixCursor{id.toLongLong()}; });
}

std::expected<FixSpan, JournalFault> FileFixStore::span(Instant from, Instant to) {
    fix_walk::Newest newest;
    const auto cursor = before(from, newest);
    if (!cursor)
        return std::unexpected(cursor.error());
    return fix_walk::span(*this, *cursor, std::move(newest), from, to);
}

std::expected<QList<Fix>, JournalFault> FileFixStore::track(const UnitId& unit, Instant from, Instant to) {
    const auto batches = unpacked(
        *m_database,
        m_database->query("SELECT id, format, data FROM batches WHERE last_at >= ? AND first_at <= ?",
                          {qint64(toMs(from)), qint64(toMs(to))}),
        unit);
    if (!batches)
        return std::unexpected(batches.error());
    return fix_walk::track(fixesOf(*batches), from, to);
}

} // namespace tridesk
