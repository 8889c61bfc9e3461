// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/fact_reel.h"
#include "app/replay/film_index.h"

#include <functional>
#include <memory>

namespace tridesk {

/// The board at any instant of the journal: folded once from the first entry to the last, with a situation
/// kept at every so many entries (keyframes), from the nearest of which any other is folded. Belongs to one
/// thread, and so do the journal and the reel that it stands on, which outlive it.
class Film {
public:
    /// More would make a seek shorter and take more memory: each holds tables of all rows (the rows
    /// themselves are shared), some 8 MB at 100,000 incidents.
    static constexpr qsizetype mostKeyframes = 48;

    Film(FactReel& reel, JournalReader& journal);

    /// Folds what the journal has beyond what was folded; the first time, all of it. Stopped by `progress`,
    /// it stands where it was.
    [[nodiscard]] std::expected<void, JournalFault> follow(const FactReel::Progress& progress = {});

    [[nodiscard]] const FilmIndex& index() const { return m_index; }
    [[nodiscard]] qint64 lastSeq() const { return m_index.lastSeq(); }
    [[nodiscard]] const Situation& last() const { return m_last; }

    /// The fold up to entry `seq`, and nothing after it; `seq` is at most lastSeq().
    [[nodiscard]] std::expected<Situation, JournalFault> at(qint64 seq);

    /// Folds `situation` on up to `seq`, at most lastSeq(), and says what that changed.
    [[nodiscard]] std::expected<Changes, JournalFault> advance(Situation& situation, qint64 seq);

    /// The entry and its fact, as a fold needs them.
    [[nodiscard]] std::expected<FoldedEntry, JournalFault> entry(qint64 seq);

    [[nodiscard]] qsizetype keyframes() const { return m_keyframes.size(); }

private:
    using Taker = std::function<void(const FoldedEntry&)>;

    [[nodiscard]] std::expected<void, JournalFault> walk(qint64 from, qint64 to, const Taker& take,
                                                         const FactReel::Progress& progress = {});
    [[nodiscard]] std::expected<QList<FoldedEntry>, JournalFault> stretch(qint64 from, qint64 to) const;
    void keep();

    FactReel& m_reel;
    JournalReader& m_journal;
    FilmIndex m_index;
    Situation m_last;
    QList<Situation> m_keyframes; ///< by seq; the first is empty
    qint64 m_spacing = FactReel::blockEntries;
    Situation m_here;             ///< where the last at() was: the next one is often a little later
    QList<FoldedEntry> m_stretch; ///< decoded last, for steps
};

} // namespace tridesk
