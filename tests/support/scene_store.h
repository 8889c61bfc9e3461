// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/memory_journal.h"
#include "tests/support/scene.h"

namespace tridesk::test {

/// A scene's entries as a journal that was there before.
[[nodiscard]] inline std::shared_ptr<MemoryJournal::Store> storeOf(const Scene& scene) {
    auto store = MemoryJournal::makeStore();
    MemoryJournal journal(store);
    auto step = journal.begin().value();
    for (const Entry& entry : scene.entries)
        Q_UNUSED(step->append({entry.fact}, entry.recordedAt).value());
    step->commit().value();
    return store;
}

} // namespace tridesk::test
