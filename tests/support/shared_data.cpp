// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared_data.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tridesk {

std::optional<QString> sharedData(const QString& relative) {
    const QString beside = QStringLiteral(TRIDESK_SOURCE_DIR "/../shared/data");
    const QFileInfo found(QDir(qEnvironmentVariable("TRIDESK_SHARED", beside)), relative);
    if (!found.exists())
        return std::nullopt;
    return found.canonicalFilePath();
}

} // namespace tridesk
