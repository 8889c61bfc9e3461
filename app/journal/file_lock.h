// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/fault.h"

#include <chrono>
#include <expected>

namespace tridesk {

/// Who has a store open. Locks on a small file beside it that the system drops when a process dies, however
/// it dies. Two places in that file: "opening" is held while a store is opened and put in order, "living" for
/// as long as it is open, by any number of instances at once.
class FileLock {
public:
    /// Takes "opening" alone, waiting at most `wait` (then Locked), and "living" alone too if nobody else
    /// lives.
    [[nodiscard]] static std::expected<FileLock, JournalFault> open(const QString& path,
                                                                    std::chrono::milliseconds wait);

    /// Whether anybody has the store of this lock file open; false where there is no such file.
    [[nodiscard]] static bool isLiving(const QString& path);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

    /// Nobody else has the store open; holds until opened().
    [[nodiscard]] bool isAlone() const { return m_alone; }

    /// The store is in order: lets the next one in, lives on beside others.
    [[nodiscard]] std::expected<void, JournalFault> opened();

private:
    explicit FileLock(int file)
        : m_file(file) {}

    int m_file;
    bool m_alone = false;
};

} // namespace tridesk
