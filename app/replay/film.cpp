// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/film.h"

#include <QLoggingCategory>

#include <algorithm>
#include <future>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.replay")

constexpr qint64 block = FactReel::blockEntries;

qsizetype blockOf(qint64 seq) {
    return qsizetype((seq - 1) / block);
}

JournalFault missing(qint64 seq) {
    return {JournalFault::Code::Corrupt, u"journal"_s, u"entry %1 is missing"_s.arg(seq)};
}

void foldIn(Situation& situation, const FoldedEntry& each) {
    if (each.fact)
        situation.fold(each.entry, *each.fact);
    else
        situation.skip(each.entry);
}

} // namespace

Film::Film(FactReel& reel, JournalReader& journal)
    : m_reel(reel)
    , m_journal(journal) {
    m_keyframes.append(Situation());
}

std::expected<void, JournalFault> Film::follow(const FactReel::Progress& progress) {
    // Where the reel cannot grow the journal itself is read: slower, and as true.
    if (const auto grown = m_reel.follow(m_journal, progress); !grown)
        qCWarning(log) << "the reel does not grow:" << grown.error().toString();
    const auto head = m_journal.head();
    if (!head)
        return std::unexpected(head.error());
    if (m_keyframes.size() == 1) {
        m_spacing = std::max(block, (head->seq / mostKeyframes / block + 1) * block);
        m_index.reserve(head->seq + head->seq / 8);
    }
    return walk(
        m_last.seq() + 1, head->seq,
        [this](const FoldedEntry& each) {
            foldIn(m_last, each);
            m_index.add(each, m_last);
            keep();
        },
        progress);
}

void Film::keep() {
    if (m_last.seq() % m_spacing != 0)
        return;
    m_keyframes.append(m_last);
    if (m_keyframes.size() <= mostKeyframes + 1)
        return;
    m_spacing *= 2;
    m_keyframes.removeIf([this](const Situation& each) { return each.seq() % m_spacing != 0; });
}

std::expected<Situation, JournalFault> Film::at(qint64 seq) {
    if (seq >= m_last.seq())
        return m_last;
    const auto after = std::ranges::upper_bound(m_keyframes, seq, {}, &Situation::seq);
    const Situation& keyframe = *std::prev(after);
    const bool isNear = m_here.seq() <= seq && m_here.seq() >= keyframe.seq();
    Situation situation = isNear ? std::exchange(m_here, Situation()) : keyframe;
    if (const auto folded = advance(situation, seq); !folded)
        return std::unexpected(folded.error());
    m_here = situation;
    return situation;
}

std::expected<Changes, JournalFault> Film::advance(Situation& situation, qint64 seq) {
    Changes changes;
    const auto walked = walk(situation.seq() + 1, std::min(seq, lastSeq()), [&](const FoldedEntry& each) {
        if (each.fact)
            changes.add(situation.fold(each.entry, *each.fact));
        else
            situation.skip(each.entry);
    });
    if (!walked)
        return std::unexpected(walked.error());
    return changes;
}

std::expected<FoldedEntry, JournalFault> Film::entry(qint64 seq) {
    FoldedEntry found;
    return walk(seq, seq, [&](const FoldedEntry& each) { found = each; }).transform([&] { return found; });
}

/// One block's entries from `from` on, at most up to `to`; of the journal what the reel does not have.
std::expected<QList<FoldedEntry>, JournalFault> Film::stretch(qint64 from, qint64 to) const {
    if (blockOf(from) < m_reel.blocks())
        if (auto entries = m_reel.block(blockOf(from)))
            return *entries;
    const qint64 end = std::min(to, (qint64(blockOf(from)) + 1) * block);
    return m_journal.read(from, int(end - from + 1)).transform([](const QList<Entry>& entries) {
        QList<FoldedEntry> read;
        read.reserve(entries.size());
        for (const Entry& entry : entries)
            read.append(tridesk::read(entry));
        return read;
    });
}

/// While one stretch is taken the next one of the reel is unpacked on another thread.
std::expected<void, JournalFault> Film::walk(qint64 from, qint64 to, const Taker& take,
                                             const FactReel::Progress& progress) {
    using Unpacked = std::optional<QList<FoldedEntry>>;
    std::future<Unpacked> coming;
    qsizetype comingBlock = -1;
    for (qint64 seq = from; seq <= to;) {
        const bool isKept = !m_stretch.isEmpty() && m_stretch.constFirst().entry.seq <= seq &&
                            m_stretch.constLast().entry.seq >= seq;
        if (!isKept) {
            const Unpacked unpacked =
                comingBlock == blockOf(seq) && coming.valid() ? coming.get() : std::nullopt;
            auto entries =
                unpacked ? std::expected<QList<FoldedEntry>, JournalFault>(*unpacked) : stretch(seq, to);
            if (!entries)
                return std::unexpected(entries.error());
            if (entries->isEmpty() || entries->constFirst().entry.seq > seq ||
                entries->constLast().entry.seq < seq)
                return std::unexpected(missing(seq));
            m_stretch = std::move(*entries);
        }
        const qsizetype next = blockOf(m_stretch.constLast().entry.seq) + 1;
        if (next < m_reel.blocks() && next * block < to && comingBlock != next) {
            comingBlock = next;
            coming = std::async(std::launch::async, [this, next] { return m_reel.block(next); });
        }
        for (qsizetype i = seq - m_stretch.constFirst().entry.seq; i < m_stretch.size() && seq <= to;
             ++i, ++seq) {
            if (m_stretch[i].entry.seq != seq)
                return std::unexpected(missing(seq));
            take(m_stretch[i]);
        }
        if (progress && !progress(seq - 1, to))
            return {};
    }
    return {};
}

} // namespace tridesk
