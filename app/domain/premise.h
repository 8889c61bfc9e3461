// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/id.h"
#include "app/domain/incident.h"
#include "app/domain/instant.h"

#include <QString>

#include <optional>

namespace tridesk {

/// What a note on a place is about: a danger to who goes there, how the place is (door code, dog, lift), or a
/// site that matters (重点单位).
enum class PremiseKind { Hazard, Premise, KeySite };

/// A note on a place, read to the crew before it arrives (product.md, capability 14). The place is a point
/// with a radius, an area, or an address; more than one may be given.
struct PremiseNoteDetails {
    PremiseKind kind = PremiseKind::Premise;
    QString words;
    std::optional<GeoPoint> at;
    qint64 radius = 0; ///< metres round the point
    Area area;
    QString address;
    std::optional<Instant> expiresAt;

    friend bool operator==(const PremiseNoteDetails&, const PremiseNoteDetails&) = default;
};

struct PremiseNote {
    PremiseNoteId id;
    PremiseNoteDetails details;
    QString by;   ///< seat that wrote it, or changed it last
    QString user; ///< and who sat there
    Instant notedAt;
    Instant changedAt;

    [[nodiscard]] bool stands(Instant now) const { return !details.expiresAt || now < *details.expiresAt; }
    friend bool operator==(const PremiseNote&, const PremiseNote&) = default;
};

namespace limits {
constexpr qint64 premiseRadius = 5'000; ///< metres; more is an area
constexpr qint64 usualPremiseRadius = 50;
} // namespace limits

} // namespace tridesk
