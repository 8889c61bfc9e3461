// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/geoservice/package_thread.h"

#include <QGeoCodeReply>
#include <QGeoCodingManagerEngine>

namespace tridesk::maps {

/// Names of the extended attributes that the provider adds to what Qt Location knows.
namespace geo_attribute {
inline constexpr QLatin1StringView Kind("tridesk.kind");   ///< int: PlaceKind
inline constexpr QLatin1StringView Match("tridesk.match"); ///< int: Match
inline constexpr QLatin1StringView Cost("tridesk.cost");   ///< double: FoundPlace::cost
inline constexpr QLatin1StringView Ref("tridesk.ref");     ///< QString: FoundPlace::ref
inline constexpr QLatin1StringView
    MetresOff("tridesk.metres"); ///< double, from the centre of the search or the point asked about
inline constexpr QLatin1StringView
    Seconds("tridesk.seconds"); ///< QList<double>: since the start, for each point of a route's path
} // namespace geo_attribute

/// Qt Location's geocoding over the package's gazetteer. The centre of a search's bounds is where the user
/// looks: it ranks, it does not exclude. Labels follow the engine's locale: Chinese, or else English.
class GeocodingEngine : public QGeoCodingManagerEngine {
    Q_OBJECT
public:
    GeocodingEngine(const QVariantMap& parameters, const QString& packageFolder);

    QGeoCodeReply* geocode(const QGeoAddress& address, const QGeoShape& bounds) override;
    QGeoCodeReply* geocode(const QString& address, int limit, int offset, const QGeoShape& bounds) override;
    QGeoCodeReply* reverseGeocode(const QGeoCoordinate& coordinate, const QGeoShape& bounds) override;

private:
    class Reply;
    using Found = std::expected<QList<QGeoLocation>, QString>;
    QGeoCodeReply* ask(std::function<Found(const Gazetteer&)> question);

    PackageThread m_thread;
};

} // namespace tridesk::maps
