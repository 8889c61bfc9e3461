// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/folded_entry.h"
#include "app/journal/journal.h"

#include <QFile>
#include <QList>
#include <QLockFile>

#include <atomic>
#include <functional>
#include <memory>

namespace tridesk {

/// The journal's facts once more, read and packed (app/domain/fact_bytes.h): a cache beside the journal, so
/// that a million entries are folded in the time in which a tenth would be read from the journal. It holds
/// whole blocks of entries, each with a sum of its bytes and the hash that the journal's last entry of the
/// block has; what does not agree with the journal, was made by another program, or is damaged is made anew.
/// May be deleted at any time. Of several processes one keeps it up, the others read what was there when they
/// opened it. One instance belongs to one thread, but for block(), which any may call while nothing else is.
class FactReel {
public:
    static constexpr int blockEntries = 4'096;

    /// How many of how many entries were taken so far; false: stop.
    using Progress = std::function<bool(qint64 done, qint64 of)>;

    /// Opens or makes the file and checks it against the journal.
    [[nodiscard]] static std::expected<std::unique_ptr<FactReel>, JournalFault> open(const QString& path,
                                                                                     JournalReader& journal);

    /// Takes the whole blocks that the journal has beyond it. Where the file cannot grow (a full disk), what
    /// it has stays good.
    [[nodiscard]] std::expected<void, JournalFault> follow(JournalReader& journal,
                                                           const Progress& progress = {});

    [[nodiscard]] qsizetype blocks() const { return m_blocks.size(); }
    [[nodiscard]] qint64 lastSeq() const { return blocks() * qint64(blockEntries); }
    [[nodiscard]] qint64 bytes() const { return m_end; }

    /// The entries of one block, in order, as far as a fold needs them: no request, stream, kind, payload or
    /// hash. Nothing where the block is damaged.
    [[nodiscard]] std::optional<QList<FoldedEntry>> block(qsizetype index) const;

private:
    struct Block {
        qint64 at = 0; ///< of its bytes in the file
        quint32 size = 0;
        quint32 sum = 0;
        QByteArray lastHash;
    };

    explicit FactReel(const QString& path);

    [[nodiscard]] std::expected<void, JournalFault> begin(JournalReader& journal);
    [[nodiscard]] std::expected<bool, JournalFault> agrees(JournalReader& journal) const;
    [[nodiscard]] std::expected<void, JournalFault> makeAnew();
    [[nodiscard]] std::expected<void, JournalFault> add(const QList<Entry>& entries);
    [[nodiscard]] bool map();
    void readBlocks();
    [[nodiscard]] JournalFault fault(const QString& tried) const;

    QLockFile m_lock; ///< held by who keeps the file up
    bool m_keeper = false;
    QFile m_file;
    QList<Block> m_blocks;
    qint64 m_end = 0;
    const uchar* m_bytes = nullptr; ///< the file in memory, as far as m_mapped
    qint64 m_mapped = 0;
};

} // namespace tridesk
