// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/footage_store.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSaveFile>

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

qint64 freeOn(const QString& folder) {
    struct statvfs disk{};
    if (::statvfs(QFile::encodeName(folder).constData(), &disk) != 0)
        return 0;
    return qint64(disk.f_bavail) * qint64(disk.f_frsize);
}

// What it takes on the disk, room that was taken ahead too.
qint64 takenBy(const QString& path) {
    struct stat file{};
    if (::stat(QFile::encodeName(path).constData(), &file) != 0)
        return 0;
    return std::max(qint64(file.st_size), qint64(file.st_blocks) * 512);
}

WriteFault cannotWrite(const QString& why) {
    return {WriteFault::Kind::CannotWrite, why};
}

QString freePath(const QDir& folder, const QString& file) {
    const QString base = QFileInfo(file).completeBaseName();
    const QString suffix = QFileInfo(file).suffix();
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? file : u"%1-%2.%3"_s.arg(base).arg(number).arg(suffix);
        if (!folder.exists(name) && !folder.exists(name + u".sha256"_s))
            return folder.filePath(name);
    }
}

// Where QFile's own copying cannot say whether there was no room.
std::expected<void, WriteFault> copy(const QString& from, const QString& to) {
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly))
        return std::unexpected(cannotWrite(source.errorString()));
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return std::unexpected(cannotWrite(target.errorString()));
    constexpr qint64 piece = 1024LL * 1024;
    while (!source.atEnd()) {
        const QByteArray bytes = source.read(piece);
        if (bytes.isEmpty() || target.write(bytes) != bytes.size()) {
            const bool isFull = target.error() == QFileDevice::ResourceError || errno == ENOSPC;
            target.remove();
            return std::unexpected(WriteFault{
                isFull ? WriteFault::Kind::NoRoom : WriteFault::Kind::CannotWrite, target.errorString()});
        }
    }
    if (::fsync(target.handle()) != 0) {
        target.remove();
        return std::unexpected(cannotWrite(target.errorString()));
    }
    return {};
}

} // namespace

std::expected<FootageStore, WriteFault> FootageStore::open(const QString& folder) {
    const QString path = QDir(folder).absolutePath();
    if (!QDir().mkpath(path) || !QFileInfo(path).isWritable())
        return std::unexpected(cannotWrite(path));
    return FootageStore(path);
}

QString FootageStore::pathOf(const QString& file) const {
    if (file.isEmpty() || file.startsWith(u'.') || file.contains(u'/') || file.contains(QChar::Null))
        return {};
    return m_folder + u'/' + file;
}

QString FootageStore::nameFor(const QString& feed, Instant begins) {
    const QString salt = QString::number(QRandomGenerator::global()->generate() % 0x1000000, 16);
    return toDateTime(begins).toString(u"yyyyMMdd-HHmmss-"_s) + feed + u'-' + salt.rightJustified(6, u'0');
}

qint64 FootageStore::used(const QSet<QString>& gone) const {
    qint64 sum = 0;
    QDirIterator files(m_folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!gone.contains(path.sliced(m_folder.size() + 1)))
            sum += takenBy(path);
    }
    return sum;
}

RoomCheck FootageStore::room(const StoreBounds& bounds) const {
    return [store = *this, bounds](qint64 more) {
        return store.used() + more <= bounds.most && freeOn(store.m_folder) - more >= bounds.leaveFree;
    };
}

qint64 FootageStore::tooMuch(const StoreBounds& bounds, const QSet<QString>& gone) const {
    constexpr qint64 mostHeadroom = 512LL * 1024 * 1024;
    const qint64 headroom = std::min(bounds.most / 10, mostHeadroom);
    qint64 leaving = 0;
    for (const QString& file : gone)
        leaving += takenBy(pathOf(file));
    const qint64 overStore = used(gone) - (bounds.most - headroom);
    const qint64 overDisk = bounds.leaveFree + headroom - freeOn(m_folder) - leaving;
    return std::max<qint64>({0, overStore, overDisk});
}

std::expected<void, WriteFault> FootageStore::remove(const QString& file) const {
    QFile there(pathOf(file));
    if (!there.exists() || there.remove())
        return {};
    return std::unexpected(cannotWrite(there.errorString()));
}

QStringList FootageStore::unclaimed() const {
    const QDir folder(m_folder);
    QStringList files = folder.entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    files.removeIf([&](const QString& file) { return FileClaim::isClaimed(folder.filePath(file)); });
    return files;
}

FootageStore::Order FootageStore::putInOrder(const QStringList& unclaimed,
                                             const QHash<QString, bool>& recorded) const {
    Order order;
    const QDir folder(m_folder);
    for (const QString& file : unclaimed) {
        const auto record = recorded.constFind(file);
        if (record == recorded.constEnd()) {
            if (folder.mkpath(aside()) &&
                QFile::rename(folder.filePath(file), freePath(QDir(folder.filePath(aside())), file)))
                order.setAside.push_back(file);
        } else if (!*record) {
            (remove(file) ? order.removed : order.stuck).push_back(file);
        }
    }
    for (const auto& [file, isThere] : recorded.asKeyValueRange()) {
        if (isThere && !folder.exists(file))
            order.missing.push_back(file);
    }
    order.missing.sort();
    return order;
}

FootageStore::Check FootageStore::verify(const QString& file, const QByteArray& sha256) const {
    const QString path = pathOf(file);
    if (path.isEmpty() || !QFileInfo::exists(path))
        return Check::Missing;
    return hashOfFile(path) == sha256 ? Check::Whole : Check::Changed;
}

std::expected<QString, WriteFault> FootageStore::exportTo(const QString& file, const QByteArray& sha256,
                                                          const QString& folder) const {
    if (verify(file, sha256) != Check::Whole)
        return std::unexpected(WriteFault{WriteFault::Kind::NoPicture, file});
    if (!QFileInfo(folder).isDir())
        return std::unexpected(cannotWrite(folder));
    const QString path = freePath(QDir(folder), file);
    if (const auto copied = copy(pathOf(file), path); !copied)
        return std::unexpected(copied.error());
    QSaveFile words(path + u".sha256"_s);
    const QByteArray line = sha256.toHex() + "  " + QFileInfo(path).fileName().toUtf8() + '\n';
    if (hashOfFile(path) != sha256 || !words.open(QIODevice::WriteOnly) || words.write(line) != line.size() ||
        !words.commit()) {
        QFile::remove(path);
        return std::unexpected(cannotWrite(words.errorString()));
    }
    return path;
}

} // namespace tridesk
