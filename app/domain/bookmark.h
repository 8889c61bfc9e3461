// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"

#include <QString>

#include <optional>

namespace tridesk {

/// What a reviewer notes of an instant of the record.
struct BookmarkDetails {
    Instant at;
    QString words;
    std::optional<IncidentId> incident = {}; ///< that it is about

    friend bool operator==(const BookmarkDetails&, const BookmarkDetails&) = default;
};

/// Kept apart from the incident's own history, which goes to crews too: this is said about their work.
struct Bookmark {
    BookmarkId id;
    BookmarkDetails details;
    QString by;   ///< seat that set it, or changed it last
    QString user; ///< and who sat there
    Instant setAt;

    friend bool operator==(const Bookmark&, const Bookmark&) = default;
};

namespace limits {
constexpr int bookmark = 2'000; ///< characters
} // namespace limits

} // namespace tridesk
