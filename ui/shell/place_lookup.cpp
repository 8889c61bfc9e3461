// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/place_lookup.h"

#include "maps/geoservice/geo_service.h"

namespace tridesk {

namespace {

constexpr int offered = 8;

QList<PlaceCandidate> candidates(const QList<maps::ServicePlace>& places) {
    QList<PlaceCandidate> found;
    for (const maps::ServicePlace& place : places)
        if (const auto at = GeoPoint::from(place.at))
            found << PlaceCandidate{.label = place.label, .detail = place.street, .at = *at};
    return found;
}

} // namespace

PlaceSearch placeLookup(maps::GeoService* places) {
    if (!places || !places->placesError().isEmpty())
        return {};
    return [places](const QString& text, const std::function<void(const QList<PlaceCandidate>&)>& found) {
        places->find(text, {}, offered).then(places, [found](const maps::GeoService::Places& answer) {
            found(answer ? candidates(*answer) : QList<PlaceCandidate>());
        });
    };
}

void addressAt(maps::GeoService* places, GeoPoint at, QObject* owner,
               const std::function<void(const QString&)>& found) {
    if (!places || !places->placesError().isEmpty()) {
        found({});
        return;
    }
    places->reverse(at.coordinate()).then(owner, [found](const maps::GeoService::Places& answer) {
        found(answer && !answer->isEmpty() ? answer->first().label : QString());
    });
}

} // namespace tridesk
