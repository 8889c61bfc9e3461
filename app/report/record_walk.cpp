// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/record_walk.h"

#include "app/desk/fact_reel.h"

#include <algorithm>
#include <future>

namespace tridesk {

namespace {

using Block = std::expected<QList<FoldedEntry>, JournalFault>;

/// The next entries from `from` on: a block of the reel, else of the journal.
Block blockFrom(JournalReader& journal, const FactReel* reel, qint64 from) {
    if (reel && from <= reel->lastSeq() && (from - 1) % FactReel::blockEntries == 0)
        if (auto entries = reel->block(qsizetype((from - 1) / FactReel::blockEntries)))
            return *entries;
    return journal.read(from, FactReel::blockEntries).transform([](const QList<Entry>& entries) {
        QList<FoldedEntry> all;
        all.reserve(entries.size());
        std::ranges::transform(entries, std::back_inserter(all), read);
        return all;
    });
}

} // namespace

std::expected<void, JournalFault> walkRecord(JournalReader& journal, const FactReel* reel,
                                             const RecordTaker& take, const RecordProgress& progress) {
    const auto head = journal.head();
    if (!head)
        return std::unexpected(head.error());
    std::future<Block> coming;
    for (qint64 from = 1; from <= head->seq;) {
        const Block block = coming.valid() ? coming.get() : blockFrom(journal, reel, from);
        if (!block)
            return std::unexpected(block.error());
        if (block->isEmpty())
            return {};
        const qint64 next = block->constLast().entry.seq + 1;
        if (next <= head->seq)
            coming = std::async(std::launch::async, blockFrom, std::ref(journal), reel, next);
        for (const FoldedEntry& each : *block) {
            if (each.entry.seq > head->seq)
                return {}; // came in since
            if (each.entry.seq == head->seq && each.entry.hash.isEmpty()) {
                FoldedEntry last = each;
                last.entry.hash = head->hash;
                take(last);
            } else {
                take(each);
            }
        }
        from = next;
        if (progress && !progress(next - 1, head->seq))
            return {};
    }
    return {};
}

} // namespace tridesk
