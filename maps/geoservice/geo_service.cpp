// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geoservice/geo_service.h"

#include "maps/geoservice/geocoding_engine.h"
#include "maps/geoservice/route_convert.h"
#include "maps/geoservice/tridesk_provider.h"

#include <QGeoAddress>
#include <QGeoCircle>
#include <QGeoCodingManager>
#include <QGeoLocation>
#include <QGeoRouteRequest>
#include <QGeoRoutingManager>
#include <QGeoServiceProvider>
#include <QLocale>
#include <QtPlugin>

Q_IMPORT_PLUGIN(TrideskProvider)

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

template <typename Value>
std::optional<Value> enumOf(const QVariantMap& attributes, QLatin1StringView name, Value last) {
    bool isNumber = false;
    const int value = attributes.value(name).toInt(&isNumber);
    const bool known = isNumber && value >= 0 && value <= static_cast<int>(last);
    return known ? std::optional(static_cast<Value>(value)) : std::nullopt;
}

ServicePlace placeOf(const QGeoLocation& location) {
    const QVariantMap attributes = location.extendedAttributes();
    ServicePlace place;
    place.label = location.address().text();
    place.street = location.address().street();
    place.houseNumber = location.address().streetNumber();
    place.at = location.coordinate();
    place.metresOff = attributes.value(geo_attribute::MetresOff, -1.0).toDouble();
    place.kind = enumOf(attributes, geo_attribute::Kind, PlaceKind::Area);
    place.match = enumOf(attributes, geo_attribute::Match, Match::Similar);
    return place;
}

GeoService::Places placesOf(const QGeoCodeReply& reply) {
    if (reply.error() != QGeoCodeReply::NoError)
        return std::unexpected(reply.errorString());
    QList<ServicePlace> places;
    for (const QGeoLocation& location : reply.locations())
        places.append(placeOf(location));
    return places;
}

GeoService::Routed routeOf(const QGeoRouteReply& reply) {
    if (reply.error() != QGeoRouteReply::NoError)
        return std::unexpected(reply.errorString());
    if (reply.routes().isEmpty())
        return std::unexpected(u"no way"_s);
    return fromGeoRoute(reply.routes().constFirst());
}

template <typename Result>
QFuture<Result> failed(const QString& error) {
    return QtFuture::makeReadyValueFuture(Result(std::unexpected(error)));
}

QString reasonOf(const QGeoServiceProvider& provider, QStringView service) {
    const QString told = provider.errorString();
    return told.isEmpty() ? u"the map service offers no %1"_s.arg(service) : told;
}

QLocale localeOf(bool chinese) {
    return chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English);
}

} // namespace

GeoService::Settings GeoService::forPackage(const QString& packageFolder, bool chinese) {
    Settings settings;
    settings.parameters.insert(PackageParameter, packageFolder);
    settings.chinese = chinese;
    return settings;
}

GeoService::GeoService(const Settings& settings, QObject* parent)
    : QObject(parent)
    , m_provider(std::make_unique<QGeoServiceProvider>(settings.provider, settings.parameters))
    , m_ranksByBounds(settings.provider == ProviderName) {
    m_places = m_provider->geocodingManager();
    if (m_places == nullptr)
        m_placesError = reasonOf(*m_provider, u"places");
    m_routes = m_provider->routingManager();
    if (m_routes == nullptr)
        m_routesError = reasonOf(*m_provider, u"routes");
    setChinese(settings.chinese);
}

// The provider takes its replies along, and with them the promises that their connections hold: unfinished
// ones cancel.
GeoService::~GeoService() = default;

void GeoService::setChinese(bool chinese) {
    if (m_places != nullptr)
        m_places->setLocale(localeOf(chinese));
    if (m_routes != nullptr)
        m_routes->setLocale(localeOf(chinese));
}

QFuture<GeoService::Places> GeoService::find(const QString& text, const QGeoCoordinate& near, int limit) {
    if (m_places == nullptr)
        return failed<Places>(m_placesError);
    constexpr double ViewMetres = 10'000;
    const bool bounded = m_ranksByBounds && near.isValid();
    const QGeoShape around = bounded ? QGeoShape(QGeoCircle(near, ViewMetres)) : QGeoShape();
    return attach(m_places->geocode(text.left(Gazetteer::MaxTextLength), limit, 0, around), m_latestFind);
}

QFuture<GeoService::Places> GeoService::reverse(const QGeoCoordinate& at) {
    if (m_places == nullptr)
        return failed<Places>(m_placesError);
    return attach(m_places->reverseGeocode(at), m_latestReverse);
}

QFuture<GeoService::Places> GeoService::attach(QGeoCodeReply* reply, Asked& latest) {
    if (const auto older = latest.promise.lock()) {
        older->future().cancel();
        older->finish();
        if (latest.reply)
            latest.reply->abort();
    }
    auto promise = std::make_shared<QPromise<Places>>();
    promise->start();
    latest = {promise, reply};
    const auto finish = [promise, reply] {
        if (!promise->isCanceled()) {
            promise->addResult(placesOf(*reply));
            promise->finish();
        }
        reply->deleteLater();
    };
    QFuture<Places> future = promise->future();
    if (reply->isFinished())
        finish();
    else
        connect(reply, &QGeoCodeReply::finished, this, finish);
    return future;
}

QFuture<GeoService::Routed> GeoService::route(const QGeoCoordinate& from, const QGeoCoordinate& to) {
    if (m_routes == nullptr)
        return failed<Routed>(m_routesError);
    QGeoRouteReply* reply = m_routes->calculateRoute(QGeoRouteRequest(from, to));
    auto promise = std::make_shared<QPromise<Routed>>();
    promise->start();
    const auto finish = [promise, reply] {
        promise->addResult(routeOf(*reply));
        promise->finish();
        reply->deleteLater();
    };
    QFuture<Routed> future = promise->future();
    if (reply->isFinished())
        finish();
    else
        connect(reply, &QGeoRouteReply::finished, this, finish);
    return future;
}

} // namespace tridesk::maps
