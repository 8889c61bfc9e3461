// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geoservice/geo_service.h"

#include "maps/geoservice/geocoding_engine.h"
#include "maps/geoservice/route_convert.h"
#include "maps/geoservice/routing_engine.h"
#include "maps/geoservice/tridesk_provider.h"

#include <QGeoAddress>
#include <QGeoCircle>
#include <QGeoCodingManager>
#include <QGeoLocation>
#include <QGeoRouteRequest>
#include <QGeoRoutingManager>
#include <QGeoServiceProvider>
#include <QLocale>
#include <QTimer>
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
    place.ref = attributes.value(geo_attribute::Ref).toString();
    place.at = location.coordinate();
    place.metresOff = attributes.value(geo_attribute::MetresOff, -1.0).toDouble();
    place.kind = enumOf(attributes, geo_attribute::Kind, PlaceKind::Area);
    place.match = enumOf(attributes, geo_attribute::Match, Match::Similar);
    if (const QVariant cost = attributes.value(geo_attribute::Cost); cost.isValid())
        place.cost = cost.toDouble();
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

// Not inlined: GCC 14 would look into the half of the union that is not there, and warn.
template <typename Result>
[[gnu::noinline]] Result refusal(const QString& error) {
    return std::unexpected(error);
}

template <typename Result>
QFuture<Result> failed(const QString& error) {
    return QtFuture::makeReadyValueFuture(refusal<Result>(error));
}

// Fulfils the promise when the reply is finished, or with an error when it takes too long.
template <typename Result, typename Reply>
QFuture<Result> settle(const std::shared_ptr<QPromise<Result>>& promise, Reply* reply, QObject* owner,
                       int timeoutMs, Result (*resultOf)(const Reply&)) {
    const auto finish = [promise](const Result& result) {
        if (promise->isCanceled() || promise->future().isFinished())
            return;
        promise->addResult(result);
        promise->finish();
    };
    const auto take = [finish, reply, resultOf] {
        finish(resultOf(*reply));
        reply->deleteLater();
    };
    QFuture<Result> future = promise->future();
    if (reply->isFinished()) {
        take();
        return future;
    }
    QObject::connect(reply, &Reply::finished, owner, take);
    QTimer::singleShot(timeoutMs, reply, [finish, reply, timeoutMs] {
        if (reply->isFinished())
            return;
        finish(refusal<Result>(u"no answer of the map service within %1 s"_s.arg(timeoutMs / 1000.0)));
        reply->abort();
        reply->deleteLater();
    });
    return future;
}

QGeoRouteRequest::TravelMode modeOf(Vehicle vehicle) {
    switch (vehicle) {
    case Vehicle::Foot:
        return QGeoRouteRequest::PedestrianTravel;
    case Vehicle::ElectricBike:
        return QGeoRouteRequest::BicycleTravel;
    case Vehicle::Car:
    case Vehicle::PoliceCar:
    case Vehicle::PoliceOnCall:
    case Vehicle::Motorcycle:
        break;
    }
    return QGeoRouteRequest::CarTravel;
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
    , m_ranksByBounds(settings.provider == ProviderName)
    , m_settings(settings) {
    m_places = m_provider->geocodingManager();
    if (m_places == nullptr)
        m_placesError = reasonOf(*m_provider, u"places");
    m_routes = m_provider->routingManager();
    if (m_routes == nullptr)
        m_routesError = reasonOf(*m_provider, u"routes");
    if (settings.provider != ProviderName)
        m_networkError =
            u"the map service \"%1\" gives no times from many places; name tridesk for them"_s.arg(
                settings.provider);
    else if (m_routes == nullptr)
        m_networkError = m_routesError;
    else
        m_network = std::make_unique<PackageThread>(settings.parameters.value(PackageParameter).toString());
    setChinese(settings.chinese);
}

// The provider takes its replies along, and with them the promises that their connections hold: unfinished
// ones cancel.
GeoService::~GeoService() = default;

void GeoService::setChinese(bool chinese) {
    m_settings.chinese = chinese;
    for (const auto& [vehicle, provider] : m_cars) {
        if (provider->routingManager() != nullptr)
            provider->routingManager()->setLocale(localeOf(chinese));
    }
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
    return settle<Places>(promise, reply, this, m_settings.timeoutMs, &placesOf);
}

QGeoRoutingManager* GeoService::routesFor(Vehicle vehicle) {
    const bool isPlain = vehicle == Vehicle::PoliceCar || modeOf(vehicle) != QGeoRouteRequest::CarTravel;
    if (isPlain || !m_network)
        return m_routes;
    std::unique_ptr<QGeoServiceProvider>& provider = m_cars[vehicle];
    if (!provider) {
        QVariantMap parameters = m_settings.parameters;
        parameters.insert(VehicleParameter, nameOf(vehicle));
        provider = std::make_unique<QGeoServiceProvider>(m_settings.provider, parameters);
        if (provider->routingManager() != nullptr)
            provider->routingManager()->setLocale(localeOf(m_settings.chinese));
    }
    QGeoRoutingManager* routes = provider->routingManager();
    return routes != nullptr ? routes : m_routes;
}

QFuture<GeoService::Routed> GeoService::route(const QGeoCoordinate& from, const QGeoCoordinate& to,
                                              const Travel& travel) {
    if (m_routes == nullptr)
        return failed<Routed>(m_routesError);
    QGeoRouteRequest request(from, to);
    request.setTravelModes(modeOf(travel.vehicle));
    if (travel.departure.isValid())
        request.setDepartureTime(travel.departure);
    QGeoRouteReply* reply = routesFor(travel.vehicle)->calculateRoute(request);
    auto promise = std::make_shared<QPromise<Routed>>();
    promise->start();
    return settle<Routed>(promise, reply, this, m_settings.timeoutMs, &routeOf);
}

} // namespace tridesk::maps
