// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_file.h"

#include <QSaveFile>

namespace tridesk {

std::expected<void, QString> saveReport(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(QStringLiteral("%1: %2").arg(path, file.errorString()));
    return {};
}

} // namespace tridesk
