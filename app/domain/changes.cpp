// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/situation.h"

namespace tridesk {

void Changes::add(const Changes& more) {
    incidents |= more.incidents;
    units |= more.units;
    posts |= more.posts;
    beats |= more.beats;
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
    bookmarks |= more.bookmarks;
    seats |= more.seats;
    sectors |= more.sectors;
    alarms |= more.alarms;
    catalogue = catalogue || more.catalogue;
    policy = policy || more.policy;
    videoPolicy = videoPolicy || more.videoPolicy;
}

bool Changes::isEmpty() const {
    return incidents.isEmpty() && units.isEmpty() && posts.isEmpty() && beats.isEmpty() && orders.isEmpty() &&
           messages.isEmpty() && plots.isEmpty() && places.isEmpty() && cameras.isEmpty() &&
           handovers.isEmpty() && feeds.isEmpty() && views.isEmpty() && footage.isEmpty() &&
           premises.isEmpty() && bookmarks.isEmpty() && seats.isEmpty() && sectors.isEmpty() &&
           alarms.isEmpty() && !catalogue && !policy && !videoPolicy;
}

Changes changesBetween(const Situation& a, const Situation& b) {
    Changes changes;
    const auto compare = [](const auto& table, const auto& other, auto& changed) {
        table.eachOther(other, [&](const auto& key) { changed.insert(key); });
    };
    compare(a.m_incidents, b.m_incidents, changes.incidents);
    compare(a.m_units, b.m_units, changes.units);
    compare(a.m_posts, b.m_posts, changes.posts);
    compare(a.m_beats, b.m_beats, changes.beats);
    compare(a.m_orders, b.m_orders, changes.orders);
    compare(a.m_messages, b.m_messages, changes.messages);
    compare(a.m_plots, b.m_plots, changes.plots);
    compare(a.m_places, b.m_places, changes.places);
    compare(a.m_cameras, b.m_cameras, changes.cameras);
    compare(a.m_handovers, b.m_handovers, changes.handovers);
    compare(a.m_feeds, b.m_feeds, changes.feeds);
    compare(a.m_views, b.m_views, changes.views);
    compare(a.m_footage, b.m_footage, changes.footage);
    compare(a.m_premises, b.m_premises, changes.premises);
    compare(a.m_bookmarks, b.m_bookmarks, changes.bookmarks);
    compare(a.m_duty, b.m_duty, changes.seats);
    compare(a.m_sectors, b.m_sectors, changes.sectors);
    compare(a.m_checklists, b.m_checklists, changes.incidents);
    compare(a.m_alarmMarks, b.m_alarmMarks, changes.alarms);
    changes.catalogue = !(a.m_catalogue == b.m_catalogue);
    changes.policy = !(a.m_policy == b.m_policy);
    changes.videoPolicy = !(a.m_videoPolicy == b.m_videoPolicy);
    return changes;
}

} // namespace tridesk
