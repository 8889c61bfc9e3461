// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace tridesk {

class SpillFile;

/// A stretch of a spill file; whoever lets go of it last gives the place back.
class SpilledBytes {
public:
    SpilledBytes(std::shared_ptr<SpillFile> file, qint64 at, qint64 size);
    ~SpilledBytes();
    Q_DISABLE_COPY_MOVE(SpilledBytes)

    /// From `offset` into it; false where the disk does not give it back.
    [[nodiscard]] bool read(qint64 offset, std::span<std::byte> into) const;

private:
    std::shared_ptr<SpillFile> m_file;
    qint64 m_at;
    qint64 m_size;
};

/// A file without a name for what is kept for a minute and need not fill the memory: nobody else can open it,
/// and it is gone with the program, however that ends. Bounded, and it grows only while its disk has room.
/// Any thread.
class SpillFile : public std::enable_shared_from_this<SpillFile> {
public:
    static constexpr qint64 leaveFree = 512LL * 1024 * 1024; ///< on its disk

    /// In `folder`; null where no such file can be made there.
    [[nodiscard]] static std::shared_ptr<SpillFile> create(const QString& folder, qint64 most);
    ~SpillFile();
    Q_DISABLE_COPY_MOVE(SpillFile)

    /// One piece behind the other. Null: there is no room, or the disk took it not.
    [[nodiscard]] std::shared_ptr<const SpilledBytes>
    write(const std::vector<std::span<const std::byte>>& pieces);

    [[nodiscard]] qint64 size() const; ///< of the file, freed places too
    [[nodiscard]] qint64 used() const;

private:
    friend class SpilledBytes;
    SpillFile(int descriptor, qint64 most)
        : m_descriptor(descriptor)
        , m_most(most) {}

    [[nodiscard]] qint64 take(qint64 size); ///< -1: no room
    void give(qint64 at, qint64 size);
    [[nodiscard]] bool hasRoom(qint64 more) const;

    int m_descriptor;
    qint64 m_most;
    mutable std::mutex m_lock;
    std::map<qint64, qint64> m_free; ///< where, how much; no two of them touch
    qint64 m_size = 0;
    qint64 m_used = 0;
};

} // namespace tridesk
