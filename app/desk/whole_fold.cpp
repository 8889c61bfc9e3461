// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/whole_fold.h"

#include "app/desk/fact_reel.h"
#include "app/domain/codec.h"

#include <QLoggingCategory>

#include <future>

namespace tridesk {

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.desk")

/// Large enough that starting a thread for each does not count, small enough to lie in memory twice.
constexpr int chunk = 8'000;

QList<FoldedEntry> decoded(const QList<Entry>& entries) {
    QList<FoldedEntry> all;
    all.reserve(entries.size());
    for (const Entry& entry : entries)
        all.append(read(entry));
    return all;
}

void fold(Situation& situation, const QList<FoldedEntry>& entries) {
    for (const FoldedEntry& each : entries) {
        if (each.fact)
            situation.fold(each.entry, *each.fact);
        else
            situation.skip(each.entry);
    }
}

/// As far as the cache goes: to its end, or to what is damaged in it.
void foldCached(Situation& situation, JournalReader& journal, const QString& facts) {
    const auto reel = FactReel::open(facts, journal);
    if (!reel) {
        qCWarning(log).noquote() << "the journal is read from its beginning:" << reel.error().toString();
        return;
    }
    const auto unpack = [&reel](qsizetype block) {
        return std::async(std::launch::async, [&reel, block] { return (*reel)->block(block); });
    };
    const qsizetype blocks = (*reel)->blocks();
    std::future<std::optional<QList<FoldedEntry>>> unpacking;
    if (blocks > 0)
        unpacking = unpack(0);
    for (qsizetype i = 0; i < blocks; ++i) {
        const auto entries = unpacking.get();
        if (!entries)
            return;
        if (i + 1 < blocks)
            unpacking = unpack(i + 1);
        fold(situation, *entries); // while the next ones are unpacked
    }
}

} // namespace

FoldedEntry read(const Entry& entry) {
    auto fact = decode(entry.fact);
    if (fact)
        return {entry, std::move(*fact)};
    qCWarning(log) << "entry" << entry.seq << "cannot be read:" << fact.error().kind << fact.error().field
                   << fact.error().detail;
    return {entry, std::nullopt};
}

std::expected<Situation, JournalFault> foldWhole(JournalReader& journal, const QString& facts) {
    Situation situation;
    if (!facts.isEmpty())
        foldCached(situation, journal, facts);
    std::future<QList<FoldedEntry>> decoding;
    for (qint64 from = situation.seq() + 1;; from += chunk) {
        const auto entries = journal.read(from, chunk);
        if (!entries)
            return std::unexpected(entries.error());
        QList<FoldedEntry> before = decoding.valid() ? decoding.get() : QList<FoldedEntry>();
        decoding = std::async(std::launch::async, decoded, *entries);
        fold(situation, before); // while the next ones are decoded
        if (entries->size() < chunk)
            break;
    }
    if (decoding.valid())
        fold(situation, decoding.get());
    return situation;
}

} // namespace tridesk
