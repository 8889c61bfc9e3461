// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"
#include "app/journal/fault.h"

#include <QHash>
#include <QList>

#include <chrono>
#include <expected>
#include <memory>
#include <span>

namespace tridesk {

class Bell;
class SqlDatabase;

/// Where a reader of the live tail stands. A new one stands before everything.
struct FixCursor {
    qint64 batch = 0;
    friend bool operator==(const FixCursor&, const FixCursor&) = default;
};

/// Fixes and where to read on.
struct FixTail {
    QList<Fix> fixes;
    FixCursor next;
    bool isComplete = true; ///< false: the bound was reached, ask again at once
};

/// Fixes of all units, and up to when they are all.
struct FixSpan {
    QList<Fix> fixes;
    Instant to;
};

/// The position fixes of one desk: many per second, written and read by many processes. Coordinates are kept
/// to 1e-7 degrees (a centimetre), speed, heading and accuracy as single-precision numbers. One instance
/// belongs to one thread. Others are woken by the store's bell (journal_watch.h).
class FixStore {
public:
    static constexpr qsizetype maxBatch = 4096; ///< fixes in one row; more are split, in one step

    /// That of a data folder. Of a server: postgres_fixes.h. With `keeps`, what was measured so much before
    /// the newest is let go of now and then, all but the newest of each unit; 0: never.
    [[nodiscard]] static std::expected<std::unique_ptr<FixStore>, JournalFault>
    open(const QString& path, std::chrono::milliseconds wait = std::chrono::seconds(5),
         std::chrono::hours keeps = std::chrono::hours(0));
    FixStore() = default;
    virtual ~FixStore() = default;
    Q_DISABLE_COPY_MOVE(FixStore)

    /// All of them or none. Give as many at a time as came together: a call costs as much as a few hundred
    /// fixes.
    [[nodiscard]] virtual std::expected<void, JournalFault> append(std::span<const Fix> fixes) = 0;

    /// Many batches at once, each as it came together: one step for all, which costs little more than the
    /// packing. For what was gathered elsewhere: a record that is copied, a day brought in.
    [[nodiscard]] virtual std::expected<void, JournalFault>
    appendBatches(std::span<const QList<Fix>> batches);

    /// The end of what is stored now.
    [[nodiscard]] virtual std::expected<FixCursor, JournalFault> end() = 0;

    /// What came in after `cursor`, in order of arrival, this process's own too; a bounded number at a time.
    [[nodiscard]] virtual std::expected<FixTail, JournalFault> since(FixCursor cursor) = 0;

    /// Of what came in after `cursor`, up to half a day late, the batches with something measured in
    /// [from, to], whole, in order of arrival: of a terminal that sent what it had kept while without a line.
    [[nodiscard]] virtual std::expected<QList<Fix>, JournalFault> late(FixCursor cursor, Instant from,
                                                                       Instant to) = 0;

    /// Each unit's newest fix by time measured, and the cursor behind them.
    [[nodiscard]] virtual std::expected<FixTail, JournalFault> latest() = 0;

    /// Where every unit was from one instant to another: of each its last fix before `from`, then all that
    /// were known up to `to`, in order of arrival; at most about mostInSpan, then `to` is nearer than was
    /// asked. A unit that was not heard of for longer than `lookBack` before `from` may be missing where the
    /// store was written by an older program.
    static constexpr qsizetype mostInSpan = 500'000;
    static constexpr std::chrono::minutes lookBack{30};
    [[nodiscard]] virtual std::expected<FixSpan, JournalFault> span(Instant from, Instant to) = 0;

    /// One unit's fixes measured in [from, to], by time measured.
    [[nodiscard]] virtual std::expected<QList<Fix>, JournalFault> track(const UnitId& unit, Instant from,
                                                                        Instant to) = 0;
};

/// A SQLite file (fixes.db) that holds them in batches as they arrived (facts.md, *Stores*, says why). A
/// crash of the machine may lose the last moments, never what lies before.
class FileFixStore final : public FixStore {
public:
    FileFixStore(std::unique_ptr<SqlDatabase> database, const QString& path, std::chrono::hours keeps);
    ~FileFixStore() override;

    [[nodiscard]] std::expected<void, JournalFault> append(std::span<const Fix> fixes) override;
    [[nodiscard]] std::expected<void, JournalFault>
    appendBatches(std::span<const QList<Fix>> batches) override;
    [[nodiscard]] std::expected<FixCursor, JournalFault> end() override;
    [[nodiscard]] std::expected<FixTail, JournalFault> since(FixCursor cursor) override;
    [[nodiscard]] std::expected<QList<Fix>, JournalFault> late(FixCursor cursor, Instant from,
                                                               Instant to) override;
    [[nodiscard]] std::expected<FixTail, JournalFault> latest() override;
    [[nodiscard]] std::expected<FixSpan, JournalFault> span(Instant from, Instant to) override;
    [[nodiscard]] std::expected<QList<Fix>, JournalFault> track(const UnitId& unit, Instant from,
                                                                Instant to) override;

private:
    /// What came since the newest positions were kept.
    struct Behind {
        qint64 batches = 0;
        qint64 bytes = 0;
        qint64 keyframe = 0; ///< bytes that the positions themselves take
        [[nodiscard]] bool isFar() const;
    };

    [[nodiscard]] std::expected<qint64, JournalFault> insert(std::span<const Fix> batch);
    [[nodiscard]] std::expected<void, JournalFault> keepLatest();
    [[nodiscard]] std::expected<Behind, JournalFault> sinceKept();
    [[nodiscard]] std::expected<void, JournalFault> keep(const QList<Fix>& newest, qint64 batch);
    [[nodiscard]] std::expected<void, JournalFault> letGo(const QList<Fix>& newest, qint64 batch);
    [[nodiscard]] std::expected<FixCursor, JournalFault> before(Instant at, QHash<UnitId, Fix>& newest);

    std::unique_ptr<SqlDatabase> m_database;
    std::unique_ptr<Bell> m_bell;
    std::chrono::hours m_keeps;
};

} // namespace tridesk
