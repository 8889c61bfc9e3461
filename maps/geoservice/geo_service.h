// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/gazetteer.h"
#include "maps/geoservice/package_thread.h"
#include "maps/roads/escape.h"
#include "maps/roads/fleet_times.h"
#include "maps/roads/route.h"

#include <QFuture>
#include <QGeoCodeReply>
#include <QGeoCoordinate>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QString>
#include <QVariantMap>

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>

class QGeoCodingManager;
class QGeoRouteReply;
class QGeoRoutingManager;
class QGeoServiceProvider;

namespace tridesk::maps {

/// A place as any provider tells it.
struct ServicePlace {
    QString label;  ///< one line, in the language of the service
    QString street; ///< of an address or a street; tridesk: of a point of interest the one it stands at
    QString houseNumber;
    QString ref;                   ///< the number of a station, a road; told by tridesk only
    QGeoCoordinate at;             ///< WGS-84
    double metresOff = -1;         ///< from where the search looked; -1: not known
    std::optional<PlaceKind> kind; ///< told by tridesk only
    std::optional<Match> match;    ///< told by tridesk only
    std::optional<double> cost;    ///< what places of one question are ranked by; told by tridesk only
};

/// By what, and when.
struct Travel {
    Vehicle vehicle = Vehicle::PoliceCar;
    QDateTime departure; ///< local time; invalid: by day
};

/// Where one can be, or come from, within some times.
struct ReachQuestion {
    QGeoCoordinate place;
    TimeField::Direction direction = TimeField::Direction::Toward;
    std::vector<double> seconds = {60, 180, 300}; ///< each at most an hour
    Travel travel;
};

/// How long a fleet needs to one place, each by its own kind of vehicle, and which of it is near places that
/// stay.
struct FleetQuestion {
    struct Group {
        Vehicle vehicle = Vehicle::PoliceOnCall;
        std::vector<QGeoCoordinate> starts;
    };
    QGeoCoordinate place;
    std::vector<Group> groups;
    double boundSeconds = 900; ///< to the place; at most an hour
    std::vector<QGeoCoordinate> stations;
    std::vector<QGeoCoordinate> cars; ///< that may be near them
    double nearSeconds = 300;         ///< to a station, with lights and siren
    QDateTime departure;              ///< local time; invalid: by day
};
struct FleetAnswer {
    std::vector<std::vector<FleetTime>> toPlace;           ///< by group, by start
    std::vector<std::vector<FleetTimes::Near>> atStations; ///< by station; Near::start is into `cars`
};

/// Places, addresses and routes for the console, through Qt Location, so that a site may name another
/// provider. The default provider is tridesk, over a map package.
///
/// Belongs to the GUI thread and never blocks it: each question returns at once with a future that finishes
/// on this thread's event loop, with an error text (one line) where the provider failed. A newer find()
/// cancels the one before, as does a newer reverse(); destroying the service cancels all. Attach with
/// future.then(context, …): a cancelled future calls nothing, and nothing reaches a context that is gone.
class GeoService : public QObject {
    Q_OBJECT
public:
    using Places = std::expected<QList<ServicePlace>, QString>;
    using Routed = std::expected<Route, QString>;
    using Reached = std::expected<std::vector<ReachRing>, QString>;
    using Times = std::expected<std::vector<std::optional<double>>, QString>; ///< seconds, by start
    using Fleet = std::expected<FleetAnswer, QString>;
    using Escaped = std::expected<std::expected<EscapeAnswer, EscapeError>, QString>;

    struct Settings {
        QString provider = QStringLiteral("tridesk"); ///< as QGeoServiceProvider names them
        QVariantMap parameters; ///< the provider's own; tridesk: "tridesk.package" (folder)
        bool chinese = true;    ///< the language of labels
        int timeoutMs = 15'000; ///< for an answer of a provider that asks a server
    };
    [[nodiscard]] static Settings forPackage(const QString& packageFolder, bool chinese);

    explicit GeoService(const Settings& settings, QObject* parent = nullptr);
    ~GeoService() override;

    /// Why places, or routes, cannot be asked for; empty where they can. Questions asked all the same fail
    /// with this.
    [[nodiscard]] QString placesError() const { return m_placesError; }
    [[nodiscard]] QString routesError() const { return m_routesError; }

    /// What Gazetteer::find() takes; near ranks.
    [[nodiscard]] QFuture<Places> find(const QString& text, const QGeoCoordinate& near = {}, int limit = 20);
    /// What lies there, the best word for it first; none where nothing is near.
    [[nodiscard]] QFuture<Places> reverse(const QGeoCoordinate& at);
    [[nodiscard]] QFuture<Routed> route(const QGeoCoordinate& from, const QGeoCoordinate& to,
                                        const Travel& travel = {});

    /// Why one place cannot be asked about against many, and no rings drawn; empty where they can. Only the
    /// package's own roads answer that: with another provider times come from one route for each of the
    /// MostRoutes starts nearest as the crow flies, and fleet(), reach() and escape() fail with this.
    [[nodiscard]] QString networkError() const { return m_networkError; }
    static constexpr qsizetype MostRoutes = 12;

    /// From each start to the place; nothing where there is no way within the bound.
    [[nodiscard]] QFuture<Times> timesTo(const QGeoCoordinate& place, const QList<QGeoCoordinate>& starts,
                                         double boundSeconds, const Travel& travel = {});
    /// What did not move since it was asked about before is not reckoned anew.
    [[nodiscard]] QFuture<Fleet> fleet(const FleetQuestion& question);
    [[nodiscard]] QFuture<Reached> reach(const ReachQuestion& question);
    /// The question's speeds of traffic are replaced by those of `at`.
    [[nodiscard]] QFuture<Escaped> escape(const EscapeQuestion& question, const QDateTime& at);

    void setChinese(bool chinese); ///< for questions asked from now on

private:
    struct Asked {
        std::weak_ptr<QPromise<Places>> promise;
        QPointer<QGeoCodeReply> reply;
    };
    [[nodiscard]] QFuture<Places> attach(QGeoCodeReply* reply, Asked& latest);
    [[nodiscard]] QFuture<Times> timesByRoutes(const QGeoCoordinate& place,
                                               const QList<QGeoCoordinate>& starts, double boundSeconds,
                                               const Travel& travel);
    [[nodiscard]] QGeoRoutingManager* routesFor(Vehicle vehicle);
    template <typename Result>
    [[nodiscard]] QFuture<Result> askRoads(std::function<Result(const RoadGraph&, PackageReader&)> question);

    std::unique_ptr<QGeoServiceProvider> m_provider;
    QGeoCodingManager* m_places = nullptr; ///< of the provider
    QGeoRoutingManager* m_routes = nullptr;
    QString m_placesError;
    QString m_routesError;
    bool m_ranksByBounds = false; ///< others exclude what lies outside
    Asked m_latestFind;
    Asked m_latestReverse;
    QString m_networkError;
    Settings m_settings;
    /// tridesk takes the kind of car as a parameter of the provider, so each in use has one; made when asked.
    std::map<Vehicle, std::unique_ptr<QGeoServiceProvider>> m_cars;
    std::unique_ptr<PackageThread> m_network; ///< null where the provider is not tridesk
};

} // namespace tridesk::maps
