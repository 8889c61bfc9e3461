// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/file_lock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr off_t opening = 0;
constexpr off_t living = 1;

struct flock placeOf(off_t place, short type) {
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = place;
    lock.l_len = 1;
    return lock;
}

/// Locks of the open file, not of the process, so that instances in one process see each other too.
bool set(int file, off_t place, short type) {
    struct flock lock = placeOf(place, type);
    return ::fcntl(file, F_OFD_SETLK, &lock) == 0;
}

JournalFault lastFault(const QString& path) {
    const int error = errno;
    const bool readOnly = error == EROFS || error == EACCES || error == EPERM;
    const JournalFault::Code code = readOnly          ? JournalFault::Code::ReadOnly
                                    : error == ENOSPC ? JournalFault::Code::Full
                                                      : JournalFault::Code::Io;
    return {code, path, QString::fromLocal8Bit(std::strerror(error))};
}

} // namespace

std::expected<FileLock, JournalFault> FileLock::open(const QString& path, std::chrono::milliseconds wait) {
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0)
        return std::unexpected(lastFault(path));
    FileLock lock(file);
    const QDeadlineTimer deadline(wait);
    while (!set(file, opening, F_WRLCK)) {
        if (errno != EAGAIN && errno != EACCES)
            return std::unexpected(lastFault(path));
        if (deadline.hasExpired())
            return std::unexpected(
                JournalFault{JournalFault::Code::Locked, path, u"another program is opening it"_s});
        QThread::msleep(2);
    }
    lock.m_alone = set(file, living, F_WRLCK);
    return lock;
}

bool FileLock::isLiving(const QString& path) {
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    struct flock lock = placeOf(living, F_WRLCK);
    const bool known = ::fcntl(file, F_OFD_GETLK, &lock) == 0;
    ::close(file);
    return known && lock.l_type != F_UNLCK;
}

FileLock::FileLock(FileLock&& other) noexcept
    : m_file(std::exchange(other.m_file, -1))
    , m_alone(other.m_alone) {}

FileLock::~FileLock() {
    if (m_file >= 0)
        ::close(m_file);
}

std::expected<void, JournalFault> FileLock::opened() {
    m_alone = false;
    if (!set(m_file, living, F_RDLCK) || !set(m_file, opening, F_UNLCK))
        return std::unexpected(lastFault(u"lock"_s));
    return {};
}

} // namespace tridesk
