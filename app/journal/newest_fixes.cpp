// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/newest_fixes.h"

#include "app/journal/fix_codec.h"

#include <QFile>
#include <QSaveFile>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

const QByteArray mark = "tridesk newest fixes 1\n";
constexpr qint64 mostBytes = 16 * 1024 * 1024; ///< hundreds of thousands of units: more is no such file

} // namespace

std::expected<void, QString> writeNewestFixes(const QString& path, std::span<const Fix> fixes) {
    QSaveFile file(path); // the one of before stands until this one is whole
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray bytes = mark + packFixes(fixes);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

std::expected<QList<Fix>, QString> readNewestFixes(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return QList<Fix>();
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    const QByteArray bytes = file.read(mostBytes + 1);
    auto fixes = bytes.startsWith(mark) && bytes.size() <= mostBytes ? unpackFixes(bytes.sliced(mark.size()))
                                                                     : std::nullopt;
    if (!fixes)
        return std::unexpected(u"%1: is damaged, and left out"_s.arg(path));
    return *std::move(fixes);
}

} // namespace tridesk
