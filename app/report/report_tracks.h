// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"
#include "app/report/span_list.h"

#include <QByteArray>

namespace tridesk {

class FixStore;

/// Where the units of a report went: those ordered to it, each over the time that it is about.
struct ReportTracks {
    struct Track {
        UnitId unit;
        QString callsign;
        QList<Fix> fixes; ///< by time measured; empty: none are kept of that time
    };
    QList<Track> tracks; ///< by callsign
    bool isCut = false;  ///< there were more than mostFixes

    static constexpr qsizetype mostFixes = 2'000'000;
};

/// Which unit, and from when to when.
struct WantedTrack {
    UnitId unit;
    Instant from;
    Instant to;
};

/// The units ordered to the listed incidents (or the one that was asked for), over the span; of one incident
/// each from its order to its report.
[[nodiscard]] QList<WantedTrack> wantedTracks(const SpanList& list, const Situation& situation,
                                              const StatisticsQuery& query);
[[nodiscard]] QList<WantedTrack> wantedTracks(const QList<Order>& orders, Instant now);

/// Blocks; the store's thread. False of `progress` stops it with what it has.
[[nodiscard]] ReportTracks readTracks(FixStore& store, const QList<WantedTrack>& wanted,
                                      const Situation& situation,
                                      const std::function<bool(int)>& progress = {});

/// GPX 1.1: incidents as way points, tracks with the times measured.
[[nodiscard]] QByteArray reportGpx(const QList<ListedIncident>& incidents, const ReportTracks& tracks);
/// RFC 7946: the same, with number, type, level and stage, and the track's times in `coordTimes`.
[[nodiscard]] QByteArray reportGeoJson(const QList<ListedIncident>& incidents, const ReportTracks& tracks);

} // namespace tridesk
