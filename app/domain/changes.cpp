// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/situation.h"

namespace tridesk {

void Changes::add(const Changes& more) {
    incidents |= more.incidents;
    units |= more.units;
    posts |= more.posts;
    orders |= more.orders;
    messages |= more.messages;
    plots |= more.plots;
    places |= more.places;
    cameras |= more.cameras;
    handovers |= more.handovers;
    feeds |= more.feeds;
    views |= more.views;
    footage |= more.footage;
    premises |= more.premises;
    seats |= more.seats;
    sectors |= more.sectors;
    alarms |= more.alarms;
    catalogue = catalogue || more.catalogue;
    policy = policy || more.policy;
    videoPolicy = videoPolicy || more.videoPolicy;
}

bool Changes::isEmpty() const {
    return incidents.isEmpty() && units.isEmpty() && posts.isEmpty() && orders.isEmpty() &&
           messages.isEmpty() && plots.isEmpty() && places.isEmpty() && cameras.isEmpty() &&
           handovers.isEmpty() && feeds.isEmpty() && views.isEmpty() && footage.isEmpty() &&
           premises.isEmpty() && seats.isEmpty() && sectors.isEmpty() && alarms.isEmpty() && !catalogue &&
           !policy && !videoPolicy;
}

} // namespace tridesk
