// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_tracks.h"

#include "app/journal/fix_store.h"
#include "maps/layers/writers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

QJsonArray position(GeoPoint at) {
    const auto rounded = [](double degrees) { return std::round(degrees * 1e7) / 1e7; };
    return {rounded(at.longitude()), rounded(at.latitude())};
}

QJsonObject feature(const QJsonObject& geometry, const QJsonObject& properties) {
    return {{u"type"_s, u"Feature"_s}, {u"geometry"_s, geometry}, {u"properties"_s, properties}};
}

QString numberOf(const Incident& incident) {
    return incident.number ? incidentNumberText(incident.number) : QString();
}

QJsonObject featureOf(const Incident& incident, GeoPoint at) {
    return feature({{u"type"_s, u"Point"_s}, {u"coordinates"_s, position(at)}},
                   {{u"kind"_s, u"incident"_s},
                    {u"number"_s, numberOf(incident)},
                    {u"incident_type"_s, incident.details.type.toString()},
                    {u"level"_s, QString(enumName(incident.details.level))},
                    {u"stage"_s, QString(enumName(incident.stage))},
                    {u"reported_at"_s, toIso(incident.reportedAt)},
                    {u"area"_s, incident.post.toString()}});
}

/// A line of fewer than two points is none.
QJsonObject featureOf(const ReportTracks::Track& track) {
    QJsonArray points;
    QJsonArray times;
    for (const Fix& fix : track.fixes) {
        points.append(position(fix.at));
        times.append(toIso(fix.measuredAt));
    }
    const bool isLine = points.size() > 1;
    return feature({{u"type"_s, isLine ? u"LineString"_s : u"Point"_s},
                    {u"coordinates"_s, isLine ? points : points.first().toArray()}},
                   {{u"kind"_s, u"track"_s},
                    {u"unit"_s, track.unit.toString()},
                    {u"callsign"_s, track.callsign},
                    {u"coordTimes"_s, times}});
}

maps::MappedFeature wayPointOf(const Incident& incident, GeoPoint at) {
    maps::MappedFeature point;
    point.name = numberOf(incident);
    point.kind = incident.details.type.toString();
    point.shape = {.kind = maps::ShapeKind::Point, .parts = {{at.coordinate()}}, .times = {}};
    return point;
}

/// In stretches that our own import reads back.
void appendTrack(QList<maps::MappedFeature>& features, const ReportTracks::Track& track) {
    maps::MappedFeature stretch;
    const auto end = [&] {
        if (!stretch.shape.times.isEmpty())
            features.append(stretch);
        stretch.name = track.callsign;
        stretch.shape = {.kind = maps::ShapeKind::Line, .parts = {{}}, .times = {}};
    };
    end();
    for (const Fix& fix : track.fixes) {
        if (stretch.shape.times.size() >= maps::layer_limits::Points)
            end();
        stretch.shape.parts.first().append(fix.at.coordinate());
        stretch.shape.times.append(toDateTime(fix.measuredAt));
    }
    end();
}

} // namespace

QList<WantedTrack> wantedTracks(const SpanList& list, const Situation& situation,
                                const StatisticsQuery& query) {
    QSet<UnitId> units;
    for (const ListedIncident& each : list.incidents)
        for (const OrderId& id : each.incident.orders) {
            const Order* order = situation.orders().find(id);
            const bool isSent = order && order->unit() && order->stage != OrderStage::Recalled;
            if (isSent && (query.unit.isNull() || order->unit() == query.unit))
                units.insert(*order->unit());
        }
    if (!query.unit.isNull())
        units.insert(query.unit);
    QList<WantedTrack> wanted;
    for (const UnitId& unit : std::as_const(units))
        wanted.append({unit, query.from, query.to});
    return wanted;
}

QList<WantedTrack> wantedTracks(const QList<Order>& orders, Instant now) {
    QList<WantedTrack> wanted;
    for (const Order& order : orders) {
        const auto from = order.reached(OrderStage::Issued);
        if (!order.unit() || !from || order.stage == OrderStage::Recalled)
            continue;
        const auto end = order.reached(OrderStage::Reported);
        const auto over = order.reached(order.stage);
        wanted.append({*order.unit(), *from, end ? *end : isOver(order.stage) && over ? *over : now});
    }
    return wanted;
}

ReportTracks readTracks(FixStore& store, const QList<WantedTrack>& wanted, const Situation& situation,
                        const std::function<bool(int)>& progress) {
    ReportTracks read;
    qsizetype fixes = 0;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (progress && !progress(int(i)))
            break;
        const Unit* unit = situation.units().find(wanted[i].unit);
        auto track = store.track(wanted[i].unit, wanted[i].from, wanted[i].to).value_or(QList<Fix>());
        if (fixes + track.size() > ReportTracks::mostFixes) {
            track.resize(ReportTracks::mostFixes - fixes);
            read.isCut = true;
        }
        fixes += track.size();
        read.tracks.append(
            {.unit = wanted[i].unit,
             .callsign = unit ? unit->definition.callsign.toString() : wanted[i].unit.toString(),
             .fixes = track});
        if (read.isCut)
            break;
    }
    std::ranges::stable_sort(read.tracks, {}, &ReportTracks::Track::callsign);
    return read;
}

QByteArray reportGpx(const QList<ListedIncident>& incidents, const ReportTracks& tracks) {
    QList<maps::MappedFeature> features;
    for (const ListedIncident& each : incidents)
        if (const auto& at = each.incident.details.place.at)
            features.append(wayPointOf(each.incident, *at));
    for (const ReportTracks::Track& track : tracks.tracks)
        appendTrack(features, track);
    return maps::writeGpx(features).bytes;
}

QByteArray reportGeoJson(const QList<ListedIncident>& incidents, const ReportTracks& tracks) {
    QJsonArray features;
    for (const ListedIncident& each : incidents)
        if (const auto& at = each.incident.details.place.at)
            features.append(featureOf(each.incident, *at));
    for (const ReportTracks::Track& track : tracks.tracks)
        if (!track.fixes.isEmpty())
            features.append(featureOf(track));
    return QJsonDocument({{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}})
        .toJson(QJsonDocument::Compact);
}

} // namespace tridesk
