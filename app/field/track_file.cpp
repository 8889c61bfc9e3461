// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/track_file.h"

#include "app/field/tracker_report.h"
#include "app/intake/import_report.h"
#include "app/intake/layer_commands.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

class TrackReading {
public:
    TrackReading(maps::Datum datum, const TrackOwner& owner)
        : m_datum(datum)
        , m_owner(owner) {}

    void add(const maps::Feature& feature) {
        if (feature.shape.times.isEmpty())
            return fault(feature.row, refuse(RefusalCode::Missing, u"time"_s).error());
        const QList<QGeoCoordinate>& points = feature.shape.parts.first();
        for (qsizetype i = 0; i < points.size(); ++i)
            add(feature.row, points[i], feature.shape.times[i]);
    }

    void fault(qint64 row, const Refusal& refusal) {
        ++m_track.faultCount;
        if (m_track.faults.size() < ImportReport::mostFaults)
            m_track.faults.append({row, refusal});
    }

    TrackFixes take() {
        std::ranges::stable_sort(m_track.fixes, {}, &Fix::measuredAt);
        const auto again = std::ranges::unique(m_track.fixes, {}, &Fix::measuredAt);
        m_track.fixes.erase(again.begin(), again.end());
        return std::move(m_track);
    }

private:
    void add(qint64 row, const QGeoCoordinate& at, const QDateTime& time) {
        const Instant measured = instantFromMs(time.toMSecsSinceEpoch());
        if (const auto wrong =
                impossibleTime(u"time"_s, time.toString(Qt::ISODate), measured, m_owner.receivedAt))
            return fault(row, *wrong);
        const auto point = GeoPoint::from(maps::toWgs84(at, m_datum));
        if (!point)
            return fault(row, refuse(RefusalCode::Invalid, u"place"_s, at.toString()).error());
        m_track.fixes.append({.unit = m_owner.unit,
                              .at = *point,
                              .measuredAt = measured,
                              .receivedAt = m_owner.receivedAt,
                              .speed = {},
                              .heading = {},
                              .accuracy = {},
                              .source = m_owner.source});
    }

    maps::Datum m_datum;
    const TrackOwner& m_owner;
    TrackFixes m_track;
};

} // namespace

bool hasTrack(const maps::Layer& layer) {
    return std::ranges::any_of(layer.features,
                               [](const maps::Feature& each) { return !each.shape.times.isEmpty(); });
}

TrackFixes trackFixes(const maps::Layer& layer, maps::Datum datum, const TrackOwner& owner) {
    TrackReading reading(datum, owner);
    for (const maps::LayerFault& fault : layer.faults)
        reading.fault(fault.row, refusalFor(fault));
    for (const maps::Feature& feature : layer.features)
        reading.add(feature);
    TrackFixes track = reading.take();
    track.faultCount += layer.faultCount - layer.faults.size(); // what the layer itself has only counted
    return track;
}

QList<maps::MappedFeature> trackFeatures(const QString& name, const QList<Fix>& fixes) {
    QList<maps::MappedFeature> stretches;
    for (const Fix& fix : fixes) {
        if (stretches.isEmpty() || stretches.last().shape.times.size() >= maps::layer_limits::Points) {
            maps::MappedFeature stretch;
            stretch.name = name;
            stretch.shape = {.kind = maps::ShapeKind::Line, .parts = {{}}, .times = {}};
            stretches.append(stretch);
        }
        stretches.last().shape.parts.first().append(fix.at.coordinate());
        stretches.last().shape.times.append(toDateTime(fix.measuredAt));
    }
    return stretches;
}

} // namespace tridesk
