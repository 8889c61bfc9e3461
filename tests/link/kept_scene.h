// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/memory_journal.h"
#include "app/link/seat_page.h"
#include "tests/support/scene.h"

namespace tridesk::test {

/// What a scene has decided, in a journal as it would stand there.
struct Kept {
    std::unique_ptr<MemoryJournal> journal;
    Situation situation;

    explicit Kept(const Scene& scene)
        : journal(std::make_unique<MemoryJournal>(MemoryJournal::makeStore())) {
        const auto step = journal->begin().value();
        for (const Entry& entry : scene.entries)
            (void)step->append({entry.fact}, entry.recordedAt);
        (void)step->commit();
        const QList<Entry> entries = journal->read(1, 100'000).value();
        for (const Entry& entry : entries)
            situation.fold(entry, decode(entry.fact).value());
    }
    [[nodiscard]] SeatPage page(QStringView seat, qint64 after = 0) const {
        return seatPage(*journal, situation, must(Seat::parse(seat)), after).value();
    }
};

} // namespace tridesk::test
