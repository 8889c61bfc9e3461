// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/spill_file.h"

#include <memory>

namespace tridesk {

class Rewind;

/// Moves what rewinds keep from memory into a file, in a thread of its own: sixteen feeds' last minutes would
/// take a hundred megabytes, and a disk that hesitates must not hold up a picture. What cannot be written
/// stays in memory, within the rewinds' own bounds.
class RewindSpill {
public:
    /// `folder`: on a disk; without one that can be used all stays in memory.
    explicit RewindSpill(const QString& folder);
    ~RewindSpill(); ///< does not wait for the thread; what was moved can still be read
    Q_DISABLE_COPY_MOVE(RewindSpill)

    /// From now on its packets are moved, for as long as it lives.
    void watch(const std::shared_ptr<Rewind>& rewind);
    /// Null: nothing can be written there.
    [[nodiscard]] const std::shared_ptr<SpillFile>& file() const;

private:
    struct Shared;

    std::shared_ptr<Shared> m_shared;
};

} // namespace tridesk
