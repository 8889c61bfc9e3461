// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/footage_file.h"

#include <QCryptographicHash>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace tridesk {

namespace {

WriteFault faultOf(int error) {
    const bool isFull = error == ENOSPC || error == EDQUOT || error == EFBIG;
    return {isFull ? WriteFault::Kind::NoRoom : WriteFault::Kind::CannotWrite,
            QString::fromStdString(std::generic_category().message(error))};
}

// A name is on the disk once its folder is.
bool syncFolder(const QString& folder) {
    const int file = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool ok = ::fsync(file) == 0;
    ::close(file);
    return ok;
}

} // namespace

FileClaim::~FileClaim() {
    ::close(m_file);
}

bool FileClaim::isClaimed(const QString& path) {
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool claimed = ::flock(file, LOCK_SH | LOCK_NB) != 0;
    ::close(file);
    return claimed;
}

FootageFile::FootageFile(QString folder, QString name, int file, RoomCheck room)
    : m_folder(std::move(folder))
    , m_name(std::move(name))
    , m_claim(std::make_shared<FileClaim>(file))
    , m_room(std::move(room)) {}

FootageFile::~FootageFile() {
    if (!m_finished)
        ::unlink(QFile::encodeName(partPath()).constData());
}

std::expected<std::unique_ptr<FootageFile>, WriteFault>
FootageFile::create(const QString& folder, const QString& name, RoomCheck room) {
    const QByteArray path = QFile::encodeName(folder + u'/' + name + partSuffix());
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
    if (file < 0)
        return std::unexpected(faultOf(errno));
    std::unique_ptr<FootageFile> made(new FootageFile(folder, name, file, std::move(room)));
    if (::flock(file, LOCK_EX | LOCK_NB) != 0)
        return made->fail();
    if (const auto reserved = made->reserve(0); !reserved)
        return std::unexpected(reserved.error());
    return made;
}

std::unexpected<WriteFault> FootageFile::fail() {
    m_fault = faultOf(errno);
    return std::unexpected(*m_fault);
}

std::expected<void, WriteFault> FootageFile::reserve(qint64 size) {
    while (size + slack > m_reserved) {
        if (m_room && !m_room(piece))
            return std::unexpected(WriteFault{WriteFault::Kind::NoRoom});
        // the size stays what was written: whoever looks into a file that was left lying sees no noughts
        if (::fallocate(m_claim->file(), FALLOC_FL_KEEP_SIZE, m_reserved, piece) != 0 &&
            errno != EOPNOTSUPP && errno != ENOSYS)
            return std::unexpected(faultOf(errno));
        m_reserved += piece;
    }
    return {};
}

bool FootageFile::write(const char* data, qint64 size) {
    while (size > 0) {
        const ssize_t done = ::pwrite(m_claim->file(), data, std::size_t(size), m_at);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0) {
            m_fault = faultOf(done == 0 ? EIO : errno);
            return false;
        }
        data += done;
        size -= done;
        m_at += done;
        m_size = std::max(m_size, m_at);
    }
    return true;
}

qint64 FootageFile::seek(qint64 to, int whence) {
    m_at = whence == SEEK_CUR ? m_at + to : whence == SEEK_END ? m_size + to : to;
    return m_at = std::max<qint64>(0, m_at);
}

std::expected<WrittenFile, WriteFault> FootageFile::finish() {
    if (m_fault)
        return std::unexpected(*m_fault);
    const int file = m_claim->file();
    if (::ftruncate(file, m_size) != 0 || ::fsync(file) != 0) // gives back what was taken and not used
        return fail();
    WrittenFile written{.name = m_name, .sha256 = hashOfFile(partPath()), .bytes = m_size, .claim = m_claim};
    const QByteArray path = QFile::encodeName(m_folder + u'/' + m_name);
    if (written.sha256.isEmpty() || ::link(QFile::encodeName(partPath()).constData(), path.constData()) != 0)
        return fail(); // a link, since a name that is taken stays what it is
    ::unlink(QFile::encodeName(partPath()).constData());
    m_finished = true;
    if (!syncFolder(m_folder))
        return fail();
    return written;
}

QByteArray hashOfFile(const QString& path) {
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return hash.result();
}

} // namespace tridesk
