// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/bell.h"

#include <QFile>
#include <QtEndian>

#include <fcntl.h>
#include <unistd.h>

#include <tuple>

namespace tridesk {

using namespace Qt::StringLiterals;

QString bellOf(const QString& storePath) {
    return storePath + u".bell"_s;
}

QString storeOfBell(const QString& bell) {
    return bell.chopped(QLatin1StringView(".bell").size());
}

Bell::Bell(const QString& storePath)
    : m_file(::open(QFile::encodeName(bellOf(storePath)).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666)) {
}

Bell::~Bell() {
    if (m_file >= 0)
        ::close(m_file);
}

std::optional<qint64> lastRung(const QString& storePath) {
    QFile file(bellOf(storePath));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray number = file.read(sizeof(qint64));
    return number.size() == sizeof(qint64) ? std::optional(qFromLittleEndian<qint64>(number.constData()))
                                           : std::nullopt;
}

void Bell::ring(qint64 last) {
    // Overwriting a few bytes counts as a change for inotify and needs no room on the disk.
    const qint64 number = qToLittleEndian(last);
    if (m_file >= 0)
        std::ignore = ::pwrite(m_file, &number, sizeof number, 0);
}

} // namespace tridesk
