// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/builder.h"
#include "maps/geo/distance.h"
#include "maps/geoservice/geo_service.h"
#include "maps/geoservice/route_convert.h"
#include "maps/package/package.h"
#include "maps/roads/graph_builder.h"

#include <QFile>
#include <QGeoAddress>
#include <QGeoCodeReply>
#include <QGeoCodingManager>
#include <QGeoLocation>
#include <QGeoManeuver>
#include <QGeoRouteReply>
#include <QGeoRouteSegment>
#include <QGeoRoutingManager>
#include <QGeoServiceProvider>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;

class GeoServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void standsAmongQtsProviders();
    void geocodesThroughQt();
    void routesThroughQt();
    void abortedRepliesStaySilent();
    void findsForTheConsole();
    void speaksTheLanguageSet();
    void reversesForTheConsole();
    void routesForTheConsole();
    void routesSurviveOtherProviders();
    void aNewerSearchOvertakes();
    void dropsWhatNobodyWaitsFor();
    void tellsWhatIsMissing();
    void tellsWhatIsDamaged();

private:
    static QGeoCoordinate at(double east, double north) {
        return {31.2 + north * 0.001, 121.4 + east * 0.001};
    }
    QString folder() const { return m_folder.path(); }

    template <typename Result>
    static Result waited(const QFuture<Result>& future) {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10'000) || future.resultCount() == 0)
            return std::unexpected(u"no answer"_s);
        return future.result();
    }

    QTemporaryDir m_folder;
};

void GeoServiceTest::initTestCase() {
    GazetteerBuilder gazetteer;
    QVERIFY(gazetteer.open(m_folder.filePath(package_file::Gazetteer.toString())));
    GraphBuilder graph;
    const auto road = [&](qint64 id, const QString& zh, const QString& en, const QList<qint64>& nodes,
                          const QList<QGeoCoordinate>& points) {
        RoadWay way;
        way.id = id;
        way.nameZh = zh;
        way.nameEn = en;
        way.nodeIds = nodes;
        way.points = points;
        graph.add(way);
        gazetteer.add(way);
    };
    road(1, u"人民路"_s, u"Renmin Road"_s, {1, 2, 3}, {at(0, 0), at(5, 0), at(10, 0)});
    road(2, u"中山路"_s, u"Zhongshan Road"_s, {2, 4}, {at(5, 0), at(5, 9)});
    Place house;
    house.kind = PlaceKind::Address;
    house.street = u"人民路"_s;
    house.houseNumber = u"118"_s;
    house.at = at(7, 0.2);
    gazetteer.add(house);
    QVERIFY(gazetteer.finish());
    QVERIFY(graph.write(m_folder.filePath(package_file::Roads.toString())));
}

void GeoServiceTest::standsAmongQtsProviders() {
    QVERIFY(QGeoServiceProvider::availableServiceProviders().contains(u"tridesk"_s));
    const QGeoServiceProvider provider(u"tridesk"_s, {{u"tridesk.package"_s, folder()}});
    QVERIFY(provider.geocodingFeatures() & QGeoServiceProvider::OfflineGeocodingFeature);
    QVERIFY(provider.geocodingFeatures() & QGeoServiceProvider::ReverseGeocodingFeature);
    QVERIFY(provider.routingFeatures() & QGeoServiceProvider::OfflineRoutingFeature);
    QVERIFY(provider.geocodingManager());
    QVERIFY(provider.routingManager());
    QCOMPARE(provider.geocodingManager()->managerName(), u"tridesk"_s);
}

void GeoServiceTest::geocodesThroughQt() {
    QGeoServiceProvider provider(u"tridesk"_s, {{u"tridesk.package"_s, folder()}});
    QGeoCodingManager* places = provider.geocodingManager();
    places->setLocale(QLocale(QLocale::Chinese));
    QSignalSpy finished(places, &QGeoCodingManager::finished);
    QGeoAddress address;
    address.setStreet(u"人民路"_s);
    address.setStreetNumber(u"118"_s);
    QGeoCodeReply* reply = places->geocode(address);
    QVERIFY(!reply->isFinished());
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(reply->error(), QGeoCodeReply::NoError);
    QCOMPARE(reply->locations().value(0).address().text(), u"人民路118号"_s);
    reply->deleteLater();
}

void GeoServiceTest::routesThroughQt() {
    QGeoServiceProvider provider(u"tridesk"_s, {{u"tridesk.package"_s, folder()}});
    QGeoRouteReply* reply =
        provider.routingManager()->calculateRoute(QGeoRouteRequest({at(1, 0), at(5, 8), at(9, 0)}));
    QTRY_VERIFY(reply->isFinished());
    QVERIFY2(reply->error() == QGeoRouteReply::NoError, qPrintable(reply->errorString()));
    const QGeoRoute route = reply->routes().value(0);
    QCOMPARE(route.segmentsCount(), 4);
    QCOMPARE(route.segments().at(1).maneuver().instructionText(), u"Zhongshan Road"_s);
    QCOMPARE(route.segments().at(1).maneuver().direction(), QGeoManeuver::DirectionLeft);
    QVERIFY(std::abs(route.travelTime() - route.distance() / (25 / 3.6)) < 2);
    reply->deleteLater();
    QGeoRouteReply* nowhere = provider.routingManager()->calculateRoute(QGeoRouteRequest(at(1, 0), {0, 0}));
    QTRY_VERIFY(nowhere->isFinished());
    QCOMPARE(nowhere->errorString(), u"no road near waypoint 2"_s);
    nowhere->deleteLater();
}

void GeoServiceTest::abortedRepliesStaySilent() {
    QGeoServiceProvider provider(u"tridesk"_s, {{u"tridesk.package"_s, folder()}});
    QGeoCodeReply* aborted = provider.geocodingManager()->geocode(u"人民路"_s);
    QSignalSpy abort(aborted, &QGeoCodeReply::aborted);
    QSignalSpy finished(aborted, &QGeoCodeReply::finished);
    aborted->abort();
    aborted->abort();
    QCOMPARE(abort.size(), 1);
    delete provider.geocodingManager()->geocode(u"人民路"_s);
    // One thread answers in order: when a later question is answered, the earlier ones will not be.
    QGeoCodeReply* later = provider.geocodingManager()->geocode(u"人民路"_s);
    QTRY_VERIFY(later->isFinished());
    QCOMPARE(finished.size(), 1); // by the abort itself, as Qt has it
    QVERIFY(aborted->locations().isEmpty());
}

void GeoServiceTest::findsForTheConsole() {
    GeoService service(GeoService::forPackage(folder(), true));
    QVERIFY2(service.placesError().isEmpty(), qPrintable(service.placesError()));
    const auto places = waited(service.find(u"rml 118"_s, at(5, 5)));
    QVERIFY2(places.has_value(), qPrintable(places ? QString() : places.error()));
    QVERIFY(!places->isEmpty());
    QCOMPARE(places->first().label, u"人民路118号"_s);
    QCOMPARE(places->first().kind, PlaceKind::Address);
    QVERIFY(places->first().metresOff > 100);
    const auto crossing = waited(service.find(u"人民路与中山路"_s));
    QCOMPARE(crossing->first().kind, PlaceKind::Intersection);
    QVERIFY(metresBetween(crossing->first().at, at(5, 0)) < 1);
    QVERIFY(waited(service.find(u"zzzz"_s))->isEmpty());
}

void GeoServiceTest::speaksTheLanguageSet() {
    GeoService service(GeoService::forPackage(folder(), false));
    QCOMPARE(waited(service.find(u"人民路"_s))->first().label, u"Renmin Road"_s);
    service.setChinese(true);
    QCOMPARE(waited(service.find(u"renmin road"_s))->first().label, u"人民路"_s);
}

void GeoServiceTest::reversesForTheConsole() {
    GeoService service(GeoService::forPackage(folder(), true));
    const auto house = waited(service.reverse(at(7, 0.1)));
    QCOMPARE(house->first().label, u"人民路118号"_s);
    const auto crossing = waited(service.reverse(at(5, 0.05)));
    QCOMPARE(crossing->first().kind, PlaceKind::Intersection);
    QVERIFY(waited(service.reverse({0, 0}))->isEmpty());
}

void GeoServiceTest::routesForTheConsole() {
    GeoService service(GeoService::forPackage(folder(), true));
    const auto route = waited(service.route(at(1, 0), at(5, 8)));
    QVERIFY2(route.has_value(), qPrintable(route ? QString() : route.error()));
    QCOMPARE(route->legs.size(), 2U);
    QCOMPARE(route->legs[1].nameZh, u"中山路"_s);
    QCOMPARE(route->points.size(), route->seconds.size());
    QVERIFY(std::abs(route->metres - route->totalSeconds * 25 / 3.6) < 1);
    const auto none = waited(service.route({0, 0}, at(1, 1)));
    QCOMPARE(none.error(), u"no road near waypoint 1"_s);
}

void GeoServiceTest::routesSurviveOtherProviders() {
    GeoService service(GeoService::forPackage(folder(), true));
    const auto route = waited(service.route(at(1, 0), at(5, 8)));
    QGeoRoute foreign = toGeoRoute(*route, true);
    foreign.setExtendedAttributes({});
    const Route back = fromGeoRoute(foreign);
    QCOMPARE(back.points.size(), route->points.size());
    QCOMPARE(back.legs.size(), route->legs.size());
    QVERIFY(std::abs(back.totalSeconds - route->totalSeconds) < 2);
    for (std::size_t point = 0; point < back.points.size(); ++point)
        QVERIFY(std::abs(back.seconds[point] - route->seconds[point]) < 2);
    QVERIFY(fromGeoRoute(QGeoRoute()).points.empty());
}

void GeoServiceTest::aNewerSearchOvertakes() {
    GeoService service(GeoService::forPackage(folder(), true));
    const QFuture<GeoService::Places> older = service.find(u"人民"_s);
    const QFuture<GeoService::Places> newer = service.find(u"人民路"_s);
    QVERIFY(older.isCanceled());
    QVERIFY(waited(newer).has_value());
    QCOMPARE(older.resultCount(), 0);
}

void GeoServiceTest::dropsWhatNobodyWaitsFor() {
    bool called = false;
    auto service = std::make_unique<GeoService>(GeoService::forPackage(folder(), true));
    auto owner = std::make_unique<QObject>();
    QFuture<GeoService::Places> orphan = service->find(u"人民路"_s);
    orphan.then(owner.get(), [&](const GeoService::Places&) { called = true; });
    owner.reset();
    QTRY_VERIFY(orphan.isFinished());
    const QFuture<GeoService::Places> unanswered = service->find(u"人民路"_s);
    const QFuture<GeoService::Routed> unrouted = service->route(at(1, 0), at(5, 8));
    service.reset();
    QVERIFY(unanswered.isFinished() && unanswered.isCanceled());
    QVERIFY(unrouted.isFinished() && unrouted.isCanceled());
    QVERIFY(!called);
}

void GeoServiceTest::tellsWhatIsMissing() {
    GeoService nameless(GeoService::forPackage(QString(), true));
    QVERIFY(nameless.placesError().contains(u"tridesk.package"_s));
    QTemporaryDir empty;
    GeoService service(GeoService::forPackage(empty.path(), true));
    QVERIFY2(service.placesError().contains(u"gazetteer.sqlite"_s), qPrintable(service.placesError()));
    QVERIFY2(service.routesError().contains(u"roads.bin"_s), qPrintable(service.routesError()));
    QCOMPARE(waited(service.find(u"x"_s)).error(), service.placesError());
    QCOMPARE(waited(service.route(at(0, 0), at(1, 1))).error(), service.routesError());
    GeoService::Settings settings;
    settings.provider = u"no such provider"_s;
    QVERIFY(!GeoService(settings).placesError().isEmpty());
}

void GeoServiceTest::tellsWhatIsDamaged() {
    QTemporaryDir damaged;
    for (const QStringView name : {package_file::Gazetteer, package_file::Roads}) {
        QFile file(damaged.filePath(name.toString()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("neither a database nor a graph\n");
    }
    GeoService service(GeoService::forPackage(damaged.path(), true));
    QVERIFY(waited(service.find(u"x"_s)).error().contains(u"gazetteer.sqlite"_s));
    QVERIFY(waited(service.route(at(0, 0), at(1, 1))).error().contains(u"roads.bin"_s));
}

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::GeoServiceTest)
#include "geo_service_test.moc"
