// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/premise_rules.h"

#include "app/domain/history.h"

#include <algorithm>

namespace tridesk::premise_rules {

namespace {

/// Gravest first.
int rank(PremiseKind kind) {
    switch (kind) {
    case PremiseKind::Hazard:
        return 0;
    case PremiseKind::KeySite:
        return 1;
    case PremiseKind::Premise:
        return 2;
    }
    return 2;
}

bool isAt(const PremiseNoteDetails& note, const Place& place, const QString& address) {
    if (place.at && note.at && note.at->metresTo(*place.at) <= double(note.radius))
        return true;
    if (place.at && !note.area.isEmpty() && contains(note.area, *place.at))
        return true;
    if (address.isEmpty() || address != plainAddress(note.address))
        return false;
    constexpr double farthest = 1'000; // the same words farther off are another street
    return !place.at || !note.at || note.at->metresTo(*place.at) <= farthest;
}

} // namespace

QList<const PremiseNote*> notesAt(const Situation& situation, const Place& place, Instant now) {
    QList<const PremiseNote*> found;
    const QString address = plainAddress(place.address);
    if (!place.at && address.isEmpty())
        return found;
    for (const PremiseNote& note : situation.premises())
        if (note.stands(now) && isAt(note.details, place, address))
            found.append(&note);
    std::ranges::sort(found, [](const PremiseNote* a, const PremiseNote* b) {
        return std::tuple(rank(a->details.kind), b->changedAt, a->id) <
               std::tuple(rank(b->details.kind), a->changedAt, b->id);
    });
    return found;
}

std::optional<GeoPoint> middleOf(const PremiseNoteDetails& details) {
    if (details.at || details.area.isEmpty())
        return details.at;
    double latitude = 0;
    double longitude = 0;
    for (const GeoPoint& corner : details.area.constFirst()) {
        latitude += corner.latitude();
        longitude += corner.longitude();
    }
    const auto corners = double(std::max<qsizetype>(1, details.area.constFirst().size()));
    return GeoPoint::from(latitude / corners, longitude / corners);
}

} // namespace tridesk::premise_rules
