// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geoservice/tridesk_provider.h"

#include "maps/geoservice/geocoding_engine.h"
#include "maps/geoservice/routing_engine.h"
#include "maps/package/package.h"

#include <QDir>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

// The folder, where it holds the file that the engine will need; otherwise says what is wrong.
QString packageFolder(const QVariantMap& parameters, QStringView needed, QGeoServiceProvider::Error* error,
                      QString* errorString) {
    const QString folder = parameters.value(PackageParameter).toString();
    const bool isThere = !folder.isEmpty() && QDir(folder).exists(needed.toString());
    *error = isThere            ? QGeoServiceProvider::NoError
             : folder.isEmpty() ? QGeoServiceProvider::MissingRequiredParameterError
                                : QGeoServiceProvider::ConnectionError;
    *errorString = isThere            ? QString()
                   : folder.isEmpty() ? u"no map package is named (%1)"_s.arg(PackageParameter)
                                      : u"%1: no map package: %2 is missing"_s.arg(folder, needed);
    return isThere ? folder : QString();
}

template <typename Engine>
Engine* createEngine(const QVariantMap& parameters, QStringView needed, QGeoServiceProvider::Error* error,
                     QString* errorString) {
    const QString folder = packageFolder(parameters, needed, error, errorString);
    return folder.isEmpty() ? nullptr : new Engine(parameters, folder);
}

} // namespace

QGeoCodingManagerEngine* TrideskProvider::createGeocodingManagerEngine(const QVariantMap& parameters,
                                                                       QGeoServiceProvider::Error* error,
                                                                       QString* errorString) const {
    return createEngine<GeocodingEngine>(parameters, package_file::Gazetteer, error, errorString);
}

QGeoRoutingManagerEngine* TrideskProvider::createRoutingManagerEngine(const QVariantMap& parameters,
                                                                      QGeoServiceProvider::Error* error,
                                                                      QString* errorString) const {
    return createEngine<RoutingEngine>(parameters, package_file::Roads, error, errorString);
}

} // namespace tridesk::maps
