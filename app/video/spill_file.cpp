// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/spill_file.h"

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr qint64 grain = 4096; ///< places are so many bytes, or several times that: few and easily used again

// Not every file system knows files without a name; there it loses its name at once.
int openNameless(const QString& folder) {
    const QByteArray at = QFile::encodeName(folder);
    int descriptor = ::open(at.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        QByteArray name = QFile::encodeName(folder + u"/.rewind-XXXXXX"_s);
        descriptor = ::mkostemp(name.data(), O_CLOEXEC);
        if (descriptor >= 0)
            ::unlink(name.constData());
    }
    return descriptor;
}

bool writeAll(int descriptor, std::span<const std::byte> data, qint64 at) {
    while (!data.empty()) {
        const ssize_t written = ::pwrite(descriptor, data.data(), data.size(), at);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        data = data.subspan(std::size_t(written));
        at += written;
    }
    return true;
}

} // namespace

SpilledBytes::SpilledBytes(std::shared_ptr<SpillFile> file, qint64 at, qint64 size)
    : m_file(std::move(file))
    , m_at(at)
    , m_size(size) {}

SpilledBytes::~SpilledBytes() {
    m_file->give(m_at, m_size);
}

bool SpilledBytes::read(qint64 offset, std::span<std::byte> into) const {
    if (offset < 0 || offset + qint64(into.size()) > m_size)
        return false;
    qint64 at = m_at + offset;
    while (!into.empty()) {
        const ssize_t got = ::pread(m_file->m_descriptor, into.data(), into.size(), at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        into = into.subspan(std::size_t(got));
        at += got;
    }
    return true;
}

std::shared_ptr<SpillFile> SpillFile::create(const QString& folder, qint64 most) {
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return nullptr;
    const int descriptor = openNameless(folder);
    return descriptor < 0 ? nullptr : std::shared_ptr<SpillFile>(new SpillFile(descriptor, most));
}

SpillFile::~SpillFile() {
    ::close(m_descriptor);
}

bool SpillFile::hasRoom(qint64 more) const {
    struct statvfs disk{};
    return m_size + more <= m_most && ::fstatvfs(m_descriptor, &disk) == 0 &&
           qint64(disk.f_bavail) * qint64(disk.f_frsize) - more >= leaveFree;
}

qint64 SpillFile::take(qint64 size) {
    const std::scoped_lock lock(m_lock);
    for (auto free = m_free.begin(); free != m_free.end(); ++free) {
        const auto [at, there] = *free;
        if (there < size)
            continue;
        m_free.erase(free);
        if (there > size)
            m_free.emplace(at + size, there - size);
        m_used += size;
        return at;
    }
    if (!hasRoom(size))
        return -1;
    m_used += size;
    return std::exchange(m_size, m_size + size);
}

void SpillFile::give(qint64 at, qint64 size) {
    const std::scoped_lock lock(m_lock);
    m_used -= size;
    auto next = m_free.lower_bound(at);
    if (next != m_free.end() && at + size == next->first) {
        size += next->second;
        next = m_free.erase(next);
    }
    if (next != m_free.begin())
        if (const auto before = std::prev(next); before->first + before->second == at) {
            before->second += size;
            return;
        }
    m_free.emplace(at, size);
}

std::shared_ptr<const SpilledBytes> SpillFile::write(const std::vector<std::span<const std::byte>>& pieces) {
    qint64 size = 0;
    for (const auto& piece : pieces)
        size += qint64(piece.size());
    size = (size + grain - 1) / grain * grain;
    const qint64 at = size > 0 ? take(size) : -1;
    if (at < 0)
        return nullptr;
    auto bytes = std::make_shared<const SpilledBytes>(shared_from_this(), at, size);
    qint64 to = at;
    for (const auto& piece : pieces) {
        if (!writeAll(m_descriptor, piece, to))
            return nullptr;
        to += qint64(piece.size());
    }
    return bytes;
}

qint64 SpillFile::size() const {
    const std::scoped_lock lock(m_lock);
    return m_size;
}

qint64 SpillFile::used() const {
    const std::scoped_lock lock(m_lock);
    return m_used;
}

} // namespace tridesk
