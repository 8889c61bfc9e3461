// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/access_file.h"

#include "app/journal/data_folder.h"
#include "app/journal/sql.h"

#include <QFile>

#include <sodium.h>

namespace tridesk {

using namespace Qt::StringLiterals;

std::expected<std::unique_ptr<SqlDatabase>, QString> openAccessFile(const QString& dataFolder,
                                                                    std::chrono::milliseconds wait) {
    if (sodium_init() < 0)
        return std::unexpected(u"access.db: no source of random numbers"_s);
    const auto folder = DataFolder::open(dataFolder);
    if (!folder)
        return std::unexpected(folder.error().toString());
    auto database = SqlDatabase::open(folder->access(), SqlDatabase::Access::ReadWrite, wait);
    if (!database)
        return std::unexpected(database.error().toString());
    QFile::setPermissions(folder->access(), QFile::ReadOwner | QFile::WriteOwner);
    return std::move(*database);
}

} // namespace tridesk
