// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/database.h"
#include "maps/gazetteer/vocabulary.h"

#include <optional>

namespace tridesk::maps {

/// A gazetteer file that is open: the connection, and what is read of it once.
class NameStore : public Database {
public:
    /// The error names the file and what to do: one of another format has to be imported again.
    [[nodiscard]] static std::expected<NameStore, QString> open(const QString& path);

    [[nodiscard]] qint64 placeCount() const { return m_places; }
    [[nodiscard]] qint64 streetCount() const { return m_streets; }
    /// Read when it is first asked for: only mistyped text needs it.
    [[nodiscard]] const Vocabulary& vocabulary() const;

private:
    explicit NameStore(Database opened)
        : Database(std::move(opened)) {}

    qint64 m_places = 0;
    qint64 m_streets = 0;
    mutable std::optional<Vocabulary> m_vocabulary;
};

} // namespace tridesk::maps
