// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/work_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <unistd.h>

#include <utility>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

using Fault = std::unexpected<QString>;

/// Raised with every change of what the phases write; with the version it tells whose folder it is.
constexpr int format = 1;
constexpr qint64 mostBytes = 1024 * 1024; ///< of the checkpoint file

const std::pair<Checkpoint, QString> names[] = {
    {Checkpoint::Sorted, u"sorted"_s}, {Checkpoint::Parts, u"parts"_s}, {Checkpoint::Tiles, u"tiles"_s}};

QString maker() {
    return u"%1/%2"_s.arg(QStringLiteral(TRIDESK_VERSION)).arg(format);
}

QJsonArray pair(const QGeoCoordinate& at) {
    return {at.longitude(), at.latitude()};
}

QGeoCoordinate coordinate(const QJsonValue& value) {
    return {value[1].toDouble(), value[0].toDouble()};
}

QJsonArray box(const QGeoRectangle& bounds) {
    return {pair(bounds.topLeft()), pair(bounds.bottomRight())};
}

QGeoRectangle rectangle(const QJsonValue& value) {
    return {coordinate(value[0]), coordinate(value[1])};
}

QJsonObject numbers(const QMap<QString, qint64>& counts) {
    QJsonObject object;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QMap<QString, qint64> numbers(const QJsonObject& object) {
    QMap<QString, qint64> counts;
    for (auto it = object.begin(); it != object.end(); ++it)
        counts.insert(it.key(), it.value().toInteger());
    return counts;
}

QString file(const QString& folder) {
    return QDir(folder).filePath(u"checkpoint.json"_s);
}

QJsonObject saved(const QString& folder) {
    QFile from(file(folder));
    if (!from.open(QIODevice::ReadOnly) || from.size() > mostBytes)
        return {};
    return QJsonDocument::fromJson(from.readAll()).object();
}

} // namespace

std::expected<void, QString> syncFolder(const QString& folder) {
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile written(info.filePath());
        if (!written.open(QIODevice::ReadOnly) || ::fsync(written.handle()) != 0)
            return Fault(u"%1: cannot be brought to the disk"_s.arg(info.filePath()));
    }
    return {};
}

QString WorkFolder::pathFor(const QString& target) {
    const QFileInfo info(target);
    return info.absoluteDir().filePath(u".%1.import"_s.arg(info.fileName()));
}

bool WorkFolder::isWaiting(const QString& target) {
    return saved(pathFor(target)).value(u"maker"_s).toString() == maker();
}

WorkFolder::WorkFolder(QString path)
    : m_path(std::move(path)) {}

std::expected<WorkFolder, QString> WorkFolder::open(const QString& target) {
    WorkFolder folder(pathFor(target));
    if (const auto made = folder.makeFolders(); !made)
        return Fault(made.error());
    folder.m_lock = std::make_unique<QLockFile>(QDir(folder.m_path).filePath(u"lock"_s));
    folder.m_lock->setStaleLockTime(
        0); // an import takes as long as it takes; only a dead one's lock is broken
    if (!folder.m_lock->tryLock())
        return Fault(folder.m_lock->error() == QLockFile::LockFailedError
                         ? u"%1: another import is making this package"_s.arg(target)
                         : u"%1: cannot be locked"_s.arg(folder.m_path));
    folder.read();
    return folder;
}

void WorkFolder::read() {
    const QJsonObject object = saved(m_path);
    if (object.value(u"maker"_s).toString() != maker())
        return;
    m_source = object.value(u"source"_s).toString().toLatin1();
    m_withTiles = object.value(u"tiles"_s).toBool();
    const QJsonArray done = object.value(u"done"_s).toArray();
    for (const auto& [checkpoint, name] : names)
        if (done.contains(name))
            m_done.insert(checkpoint);
    counts = {.read = numbers(object.value(u"read"_s).toObject()),
              .leftOut = numbers(object.value(u"leftOut"_s).toObject()),
              .bounds = rectangle(object.value(u"bounds"_s)),
              .extent = rectangle(object.value(u"extent"_s)),
              .centre = coordinate(object.value(u"centre"_s))};
}

std::expected<void, QString> WorkFolder::makeFolders() const {
    for (const QString& folder : {package(), scratch()})
        if (!QDir().mkpath(folder))
            return Fault(u"%1: cannot be made"_s.arg(folder));
    return {};
}

std::expected<void, QString> WorkFolder::startFor(const QByteArray& sha256, bool withTiles) {
    if (m_source == sha256 && m_withTiles == withTiles)
        return {};
    forget(); // first, so that half a folder is never taken for a whole one
    QDir(package()).removeRecursively();
    QDir(scratch()).removeRecursively();
    m_source = sha256;
    m_withTiles = withTiles;
    m_done.clear();
    counts = {};
    return makeFolders();
}

std::expected<void, QString> WorkFolder::reach(Checkpoint checkpoint) {
    for (const QString& folder : {package(), scratch()})
        if (const auto synced = syncFolder(folder); !synced)
            return synced;
    m_done.insert(checkpoint);
    QJsonArray done;
    for (const auto& [each, name] : names)
        if (m_done.contains(each))
            done.append(name);
    QJsonObject object{{u"maker"_s, maker()},
                       {u"source"_s, QString::fromLatin1(m_source)},
                       {u"tiles"_s, m_withTiles},
                       {u"done"_s, done}};
    if (m_done.contains(Checkpoint::Parts)) {
        object.insert(u"read"_s, numbers(counts.read));
        object.insert(u"leftOut"_s, numbers(counts.leftOut));
        object.insert(u"bounds"_s, box(counts.bounds));
        object.insert(u"extent"_s, box(counts.extent));
        object.insert(u"centre"_s, pair(counts.centre));
    }
    QSaveFile to(file(m_path));
    const QByteArray bytes = QJsonDocument(object).toJson();
    if (!to.open(QIODevice::WriteOnly) || to.write(bytes) != bytes.size() || !to.commit())
        return Fault(u"%1: %2"_s.arg(to.fileName(), to.errorString()));
    return {};
}

void WorkFolder::forget() const {
    QFile::remove(file(m_path));
}

QString WorkFolder::package() const {
    return QDir(m_path).filePath(u"package"_s);
}

QString WorkFolder::scratch() const {
    return QDir(m_path).filePath(u"scratch"_s);
}

void WorkFolder::remove() {
    forget();
    m_lock->unlock();
    QDir(m_path).removeRecursively();
}

} // namespace tridesk::maps
