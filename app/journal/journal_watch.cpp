// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal_watch.h"

#include "app/journal/file_watch.h"
#include "app/journal/postgres_watch.h"

namespace tridesk {

std::unique_ptr<JournalWatch> JournalWatch::on(const QString& bell) {
    if (const auto server = PostgresBell::parse(bell))
        return std::make_unique<PostgresWatch>(*server);
    return std::make_unique<FileWatch>(bell);
}

} // namespace tridesk
