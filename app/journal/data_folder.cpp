// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/data_folder.h"

#include "app/journal/bell.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int layout = 1;

std::unexpected<JournalFault> refused(JournalFault::Code code, const QString& path, const QString& detail) {
    return std::unexpected(JournalFault{code, path, detail});
}

/// The mark says which layout the folder has; a folder without one has not been used yet.
std::expected<void, JournalFault> checkMark(const DataFolder& folder, DataFolder::Use use) {
    const QString mark = folder.file(u"tridesk-data"_s);
    QFile known(mark);
    if (known.exists()) {
        if (!known.open(QIODevice::ReadOnly))
            return refused(JournalFault::Code::Io, mark, known.errorString());
        const QByteArray found = known.read(32).trimmed();
        const int version = found.toInt();
        if (version < 1)
            return refused(JournalFault::Code::Corrupt, mark,
                           u"layout \"%1\" is not a number"_s.arg(QString::fromUtf8(found)));
        if (version > layout)
            return refused(JournalFault::Code::TooNew, mark,
                           u"layout %1, known up to %2"_s.arg(version).arg(layout));
        return {};
    }
    if (use == DataFolder::Use::Read)
        return {};
    QSaveFile made(mark);
    if (made.open(QIODevice::WriteOnly) && made.write(QByteArray::number(layout) + '\n') > 0 && made.commit())
        return {};
    return refused(JournalFault::Code::Io, mark, made.errorString());
}

} // namespace

std::expected<DataFolder, JournalFault> DataFolder::open(const QString& path, Use use) {
    if (path.isEmpty())
        return refused(JournalFault::Code::Io, path, u"no data folder was named"_s);
    const QFileInfo info(path);
    const DataFolder folder(QDir::cleanPath(info.absoluteFilePath()));
    if (info.exists() && !info.isDir())
        return refused(JournalFault::Code::Io, folder.path(), u"not a folder"_s);
    if (!info.exists() && use == Use::Read)
        return refused(JournalFault::Code::Io, folder.path(), u"there is no such folder"_s);
    // What a desk holds is for those who run it alone: nobody else of the machine may look in.
    constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!info.exists() && !(QDir().mkpath(folder.path()) && QFile::setPermissions(folder.path(), owner)))
        return refused(JournalFault::Code::ReadOnly, folder.path(), u"the folder cannot be made"_s);
    if (use == Use::Write && !QFileInfo(folder.path()).isWritable())
        return refused(JournalFault::Code::ReadOnly, folder.path(), u"the folder cannot be written"_s);
    return checkMark(folder, use).transform([&] { return folder; });
}

QString DataFolder::journalBell() const {
    return bellOf(journal());
}

QString DataFolder::fixesBell() const {
    return bellOf(fixes());
}

} // namespace tridesk
