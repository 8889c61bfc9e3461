// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/script_file.h"

#include <QFile>
#include <QFileInfo>

namespace tridesk {

using namespace Qt::StringLiterals;

std::expected<line::Script, QString> loadScript(const QString& path) {
    QFile file(path);
    const bool isFolder = QFileInfo(path).isDir();
    if (isFolder || !file.open(QIODevice::ReadOnly))
        return std::unexpected(u"%1: %2"_s.arg(path, isFolder ? u"is a folder"_s : file.errorString()));
    return line::readScript(file.read(line::longestScript + 1), QTimeZone::systemTimeZone())
        .transform_error([&](const line::ScriptFault& fault) { return fault.toString(path); });
}

std::expected<void, QString> mayPlayFrom(Instant begin, Instant newest) {
    if (newest <= begin)
        return {};
    return std::unexpected(u"begin: \"%1\": the journal's newest entry is of %2, later than that"_s.arg(
        toIso(begin), toIso(newest)));
}

} // namespace tridesk
