// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geoservice/geo_service.h"
#include "tests/maps/geoservice/stand_in.h"

#include <QGeoServiceProvider>
#include <QTest>

#include <cmath>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;

/// Another provider than ours: Qt's own for a site's Nominatim and OSRM servers.
class OtherProviderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void findsPlaces();
    void tellsWhatLiesThere();
    void routes();
    void tellsOfFailures_data();
    void tellsOfFailures();
    void timesComeFromRoutes();
    void ringsAreNotToBeHad();

private:
    template <typename Result>
    static Result waited(const QFuture<Result>& future) {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10'000) || future.resultCount() == 0)
            return std::unexpected(u"no answer"_s);
        return future.result();
    }

    StandIn m_server;
    std::unique_ptr<GeoService> m_service;
    const QGeoCoordinate m_from{31.2, 121.4};
    const QGeoCoordinate m_to{31.21, 121.41};
};

void OtherProviderTest::initTestCase() {
    if (!QGeoServiceProvider::availableServiceProviders().contains(u"osm"_s))
        QSKIP("Qt's osm plugin is not installed");
    QVERIFY(m_server.listen());
}

void OtherProviderTest::init() {
    m_server.mood = StandIn::Mood::Answer;
    m_server.asked.clear();
    GeoService::Settings settings;
    settings.provider = u"osm"_s;
    settings.parameters = {{u"osm.useragent"_s, u"tridesk-test"_s},
                           {u"osm.geocoding.host"_s, m_server.url()},
                           {u"osm.routing.host"_s, QString(m_server.url() + u"/route/v1/driving/"_s)},
                           {u"osm.routing.apiversion"_s, u"v5"_s},
                           {u"osm.mapping.providersrepository.disabled"_s, true}};
    settings.timeoutMs = 400;
    m_service = std::make_unique<GeoService>(settings);
    QCOMPARE(m_service->placesError(), QString());
    QCOMPARE(m_service->routesError(), QString());
}

void OtherProviderTest::findsPlaces() {
    const auto places = waited(m_service->find(u"人民路"_s));
    QVERIFY2(places, qPrintable(places ? QString() : places.error()));
    QCOMPARE(places->size(), 1);
    QCOMPARE(places->first().street, u"人民路"_s);
    QVERIFY(places->first().at.distanceTo({31.205, 121.405}) < 1);
    QVERIFY(!places->first().kind);
    QVERIFY(m_server.asked.value(0).startsWith(u"/search"_s));
}

void OtherProviderTest::tellsWhatLiesThere() {
    const auto places = waited(m_service->reverse({31.2051, 121.4052}));
    QVERIFY2(places, qPrintable(places ? QString() : places.error()));
    QCOMPARE(places->size(), 1);
    QCOMPARE(places->first().street, u"人民路"_s);
    QVERIFY(m_server.asked.value(0).startsWith(u"/reverse"_s));
}

void OtherProviderTest::routes() {
    const auto route = waited(m_service->route(m_from, m_to));
    QVERIFY2(route, qPrintable(route ? QString() : route.error()));
    QVERIFY(std::abs(route->metres - 2064.2) < 1);
    QVERIFY(std::abs(route->totalSeconds - 181.5) < 2);
    QVERIFY(route->points.size() >= 3);
    QVERIFY(route->points.front().distanceTo(m_from) < 5);
    QVERIFY(route->points.back().distanceTo(m_to) < 5);
    QVERIFY(m_server.asked.value(0).startsWith(u"/route/v1/driving/121.4"_s));
}

void OtherProviderTest::tellsOfFailures_data() {
    QTest::addColumn<int>("mood");
    QTest::newRow("error 500") << int(StandIn::Mood::Error);
    QTest::newRow("garbage") << int(StandIn::Mood::Garbage);
    QTest::newRow("silence") << int(StandIn::Mood::Silence);
}

void OtherProviderTest::tellsOfFailures() {
    QFETCH(int, mood);
    m_server.mood = static_cast<StandIn::Mood>(mood);
    const auto places = waited(m_service->find(u"人民路"_s));
    QVERIFY(!places || places->isEmpty());
    const auto there = waited(m_service->reverse(m_from));
    QVERIFY(!there || there->isEmpty());
    const auto route = waited(m_service->route(m_from, m_to));
    QVERIFY(!route);
    QVERIFY(!route.error().isEmpty());
    if (m_server.mood == StandIn::Mood::Silence)
        QVERIFY2(route.error().contains(u"no answer of the map service"_s), qPrintable(route.error()));
    // And the next one is answered.
    m_server.mood = StandIn::Mood::Answer;
    QVERIFY(waited(m_service->route(m_from, m_to)));
}

void OtherProviderTest::timesComeFromRoutes() {
    QList<QGeoCoordinate> starts;
    for (int unit = 0; unit < 20; ++unit)
        starts.append({31.2 - 0.001 * unit, 121.4});
    const auto times = waited(m_service->timesTo(m_to, starts, 900));
    QVERIFY(times);
    QCOMPARE(times->size(), 20U);
    // The nearest only, one route each.
    QCOMPARE(std::ranges::count_if(*times, [](const auto& seconds) { return seconds.has_value(); }),
             GeoService::MostRoutes);
    QVERIFY((*times)[0] && !(*times)[19]);
    QCOMPARE(m_server.asked.size(), GeoService::MostRoutes);
    const auto bounded = waited(m_service->timesTo(m_to, starts, 60));
    QVERIFY(bounded && !(*bounded)[0]);
}

void OtherProviderTest::ringsAreNotToBeHad() {
    QVERIFY(m_service->networkError().contains(u"osm"_s));
    ReachQuestion question;
    question.place = m_from;
    const auto rings = waited(m_service->reach(question));
    QVERIFY(!rings);
    QCOMPARE(rings.error(), m_service->networkError());
    const auto escape = waited(m_service->escape({}, {}));
    QVERIFY(!escape);
    QCOMPARE(escape.error(), m_service->networkError());
    QVERIFY(m_server.asked.isEmpty());
}

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::OtherProviderTest)
#include "other_provider_test.moc"
