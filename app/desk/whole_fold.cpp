// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/whole_fold.h"

#include "app/desk/folded_entry.h"
#include "app/domain/codec.h"

#include <QLoggingCategory>

#include <algorithm>
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

} // namespace

FoldedEntry read(const Entry& entry) {
    auto fact = decode(entry.fact);
    if (fact)
        return {entry, std::move(*fact)};
    qCWarning(log) << "entry" << entry.seq << "cannot be read:" << fact.error().kind << fact.error().field
                   << fact.error().detail;
    return {entry, std::nullopt};
}

std::expected<Situation, JournalFault> foldWhole(JournalReader& journal, qint64 toSeq) {
    Situation situation;
    std::future<QList<FoldedEntry>> decoding;
    for (qint64 from = 1; from <= toSeq; from += chunk) {
        const auto entries = journal.read(from, int(std::min<qint64>(chunk, toSeq - from + 1)));
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
