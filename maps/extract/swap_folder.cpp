// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/swap_folder.h"

#include "maps/package/package.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

std::expected<void, QString> checkReplaceable(const QString& folder) {
    const QFileInfo info(folder);
    if (!info.exists())
        return {};
    if (!info.isDir())
        return std::unexpected(u"%1: there is a file of this name"_s.arg(folder));
    const QDir dir(folder);
    if (dir.isEmpty() || dir.exists(package_file::Manifest.toString()))
        return {};
    return std::unexpected(u"%1: this folder holds something other than a map package"_s.arg(folder));
}

std::expected<void, QString> swapFolder(const QString& finished, const QString& target) {
    const QByteArray from = QFile::encodeName(finished);
    const QByteArray to = QFile::encodeName(target);
    if (std::rename(from.constData(), to.constData()) == 0)
        return {};
    // there is one already: exchange the two, so that there is never an instant without a package
    if ((errno == ENOTEMPTY || errno == EEXIST) &&
        renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_EXCHANGE) == 0)
        return {};
    return std::unexpected(
        u"%1: cannot be put in place: %2"_s.arg(target, QString::fromLocal8Bit(std::strerror(errno))));
}

} // namespace tridesk::maps
