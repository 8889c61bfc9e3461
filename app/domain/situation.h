// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/checklist.h"
#include "app/domain/entry.h"
#include "app/domain/facts.h"
#include "app/domain/sector.h"
#include "app/domain/table.h"

#include <QDate>
#include <QHash>
#include <QSet>

namespace tridesk {

/// What a fold changed, so that screens change rows and never start over.
struct Changes {
    QSet<IncidentId> incidents;
    QSet<UnitId> units;
    QSet<PostId> posts;
    QSet<BeatId> beats;
    QSet<OrderId> orders;
    QSet<MessageId> messages;
    QSet<PlotId> plots;
    QSet<NamedPlaceId> places;
    QSet<CameraId> cameras;
    QSet<HandoverId> handovers;
    QSet<FeedId> feeds;
    QSet<ViewId> views;
    QSet<FootageId> footage;
    QSet<PremiseNoteId> premises;
    QSet<BookmarkId> bookmarks;
    QSet<QString> seats;  ///< that somebody took or left
    QSet<PostId> sectors; ///< which desk answers for them
    QSet<QString> alarms; ///< seats that took notice of alarms, or shelved one
    bool catalogue = false;
    bool policy = false;
    bool videoPolicy = false;

    void add(const Changes& more);
    [[nodiscard]] bool isEmpty() const;
};

/// The fold of the journal: everything as it stands at one instant. A value: copies are cheap (table.h) and
/// do not follow each other. Only fold() changes it.
class Situation {
public:
    [[nodiscard]] const Table<IncidentId, Incident>& incidents() const { return m_incidents; }
    [[nodiscard]] const Table<UnitId, Unit>& units() const { return m_units; }
    [[nodiscard]] const Table<PostId, Post>& posts() const { return m_posts; }
    [[nodiscard]] const Table<BeatId, Beat>& beats() const { return m_beats; }
    [[nodiscard]] const Table<OrderId, Order>& orders() const { return m_orders; }
    [[nodiscard]] const Table<MessageId, Message>& messages() const { return m_messages; }
    [[nodiscard]] const Table<PlotId, Plot>& plots() const { return m_plots; }
    [[nodiscard]] const Table<NamedPlaceId, NamedPlace>& places() const { return m_places; }
    [[nodiscard]] const Table<CameraId, Camera>& cameras() const { return m_cameras; }
    [[nodiscard]] const Table<HandoverId, Handover>& handovers() const { return m_handovers; }
    [[nodiscard]] const Table<FeedId, VideoFeed>& feeds() const { return m_feeds; }
    [[nodiscard]] const Table<ViewId, FeedView>& views() const { return m_views; } ///< those that are open
    [[nodiscard]] const Table<FootageId, Footage>& footage() const { return m_footage; }
    [[nodiscard]] const VideoPolicy& videoPolicy() const { return m_videoPolicy; }
    [[nodiscard]] const Table<PremiseNoteId, PremiseNote>& premises() const { return m_premises; }
    [[nodiscard]] const Table<BookmarkId, Bookmark>& bookmarks() const { return m_bookmarks; }
    /// What the journal was made of, where it is practice and not live.
    [[nodiscard]] const std::optional<Practice>& practice() const { return m_practice; }
    [[nodiscard]] const Table<QString, SeatOnDuty>& duty() const { return m_duty; } ///< by seat
    [[nodiscard]] const Table<PostId, SectorCover>& sectors() const { return m_sectors; }
    /// Null: the incident had no plan.
    [[nodiscard]] const Checklist* checklist(const IncidentId& id) const { return m_checklists.find(id); }
    /// What a seat did about its alarms; empty: nothing.
    [[nodiscard]] AlarmMarks alarmMarks(const QString& seat) const;
    [[nodiscard]] const RecommendPolicy& policy() const { return m_policy; }
    [[nodiscard]] const QSet<UnitId>& emergencies() const { return m_emergencies; }
    [[nodiscard]] const Catalogue& catalogue() const { return m_catalogue; }

    [[nodiscard]] const QSet<IncidentId>& openIncidents() const { return m_open; }
    [[nodiscard]] const QSet<QString>& openSeats() const { return m_seats; }
    [[nodiscard]] qint64 seq() const { return m_seq; } ///< of the last entry folded in

    [[nodiscard]] const Unit* unitByCallsign(const Callsign& callsign) const;
    [[nodiscard]] const Unit* unitByDevice(const QString& device) const;
    [[nodiscard]] const Incident* incidentByNumber(qint64 number) const;
    [[nodiscard]] const Incident* incidentBySource(const Source& source) const;
    [[nodiscard]] const NamedPlace* placeNamed(const QString& name, GeoPoint at) const; ///< exactly so
    [[nodiscard]] PostId postAt(GeoPoint point) const; ///< the station whose area holds it, or null
    [[nodiscard]] BeatId beatAt(const PostId& post, GeoPoint point) const; ///< of that post, or null
    [[nodiscard]] qint64 nextNumber(QDate day) const; ///< the next free incident number of a day

    /// Takes one fact in. `entry` gives the time and the seat; facts that refer to what is not there change
    /// nothing.
    Changes fold(const Entry& entry, const Fact& fact);
    /// Passes over an entry whose fact cannot be read.
    void skip(const Entry& entry) { m_seq = entry.seq; }

    /// Everything in it, the entry that it stands at too.
    friend bool operator==(const Situation&, const Situation&) = default;

private:
    friend class Fold;
    friend Changes changesBetween(const Situation& a, const Situation& b);

    Table<IncidentId, Incident> m_incidents;
    Table<UnitId, Unit> m_units;
    Table<PostId, Post> m_posts;
    Table<BeatId, Beat> m_beats;
    Table<OrderId, Order> m_orders;
    Table<MessageId, Message> m_messages;
    Table<PlotId, Plot> m_plots;
    Table<NamedPlaceId, NamedPlace> m_places;
    Table<CameraId, Camera> m_cameras;
    Table<HandoverId, Handover> m_handovers;
    Table<FeedId, VideoFeed> m_feeds;
    Table<ViewId, FeedView> m_views;
    Table<FootageId, Footage> m_footage;
    VideoPolicy m_videoPolicy;
    Table<PremiseNoteId, PremiseNote> m_premises;
    Table<BookmarkId, Bookmark> m_bookmarks;
    std::optional<Practice> m_practice;
    Table<QString, SeatOnDuty> m_duty;
    Table<PostId, SectorCover> m_sectors;
    Table<IncidentId, Checklist> m_checklists;
    Table<QString, AlarmMarks> m_alarmMarks;
    Catalogue m_catalogue;
    RecommendPolicy m_policy;
    QSet<UnitId> m_emergencies;
    QSet<IncidentId> m_open;
    QSet<QString> m_seats;
    QHash<Callsign, UnitId> m_callsigns;
    QHash<QString, UnitId> m_devices;
    QHash<qint64, IncidentId> m_numbers;
    QHash<Source, IncidentId> m_sources;
    QMultiHash<QString, NamedPlaceId> m_placeNames;
    qint64 m_lastNumber = 0;
    qint64 m_seq = 0;
};

/// Which rows differ between two situations, whichever came first. Rows that both share are not looked into.
[[nodiscard]] Changes changesBetween(const Situation& a, const Situation& b);

} // namespace tridesk
