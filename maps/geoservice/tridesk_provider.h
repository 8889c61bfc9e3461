// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoServiceProviderFactory>
#include <QObject>

namespace tridesk::maps {

/// The Qt Location plugin "tridesk": geocoding and routing in a map package, without a network. Its one
/// parameter is "tridesk.package", the package's folder. Linked statically; naming GeoService anywhere brings
/// it in.
class TrideskProvider : public QObject, public QGeoServiceProviderFactory {
    Q_OBJECT
    Q_INTERFACES(QGeoServiceProviderFactory)
    Q_PLUGIN_METADATA(IID "org.qt-project.qt.geoservice.serviceproviderfactory/6.0" FILE
                          "tridesk_provider.json")

public:
    QGeoCodingManagerEngine* createGeocodingManagerEngine(const QVariantMap& parameters,
                                                          QGeoServiceProvider::Error* error,
                                                          QString* errorString) const override;
    QGeoRoutingManagerEngine* createRoutingManagerEngine(const QVariantMap& parameters,
                                                         QGeoServiceProvider::Error* error,
                                                         QString* errorString) const override;
};

inline constexpr QLatin1StringView ProviderName("tridesk");
inline constexpr QLatin1StringView PackageParameter("tridesk.package");

} // namespace tridesk::maps
