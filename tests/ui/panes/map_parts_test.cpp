// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the map's tools decide without a window: goals that are typed, catches, saved views, chosen layers.

#include "app/domain/fix.h"
#include "app/domain/seat.h"
#include "maps/geo/china_datum.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"
#include "ui/panes/map/card_text.h"
#include "ui/panes/map/caught.h"
#include "ui/panes/map/go_to.h"
#include "ui/panes/map/layer_choices.h"
#include "ui/panes/map/saved_views.h"

#include <QRandomGenerator>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class MapPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coordinates_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        const auto row = [](const QString& text, double latitude = 32.0603, double longitude = 118.7969) {
            QTest::newRow(qPrintable(text)) << text << latitude << longitude;
        };
        row(u"32.0603, 118.7969"_s);
        row(u"32.0603 118.7969"_s);
        row(u"118.7969,32.0603"_s); // beyond 90: a longitude
        row(u"N32.0603 E118.7969"_s);
        row(u"118.7969E 32.0603N"_s);
        row(u"E118.7969N32.0603"_s);
        row(u"32°3'37.08\"N 118°47'48.84\"E"_s);
        row(u"32°03′37.08″N，118°47′48.84″E"_s);
        row(u"北纬32.0603 东经118.7969"_s);
        row(u"３２．０６０３，１１８．７９６９"_s);
        row(u"32度3分37.08秒 118度47分48.84秒"_s);
        row(u"-33.8688, 151.2093"_s, -33.8688, 151.2093);
        row(u"33.8688S 151.2093E"_s, -33.8688, 151.2093);
        row(u"10.5, -20.25"_s, 10.5, -20.25);
    }
    void coordinates() {
        QFETCH(QString, text);
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        const auto at = parseCoordinates(text);
        QVERIFY(at);
        QVERIFY2(qAbs(must(at).latitude() - latitude) < 1e-6,
                 qPrintable(QString::number(must(at).latitude())));
        QVERIFY2(qAbs(must(at).longitude() - longitude) < 1e-6,
                 qPrintable(QString::number(must(at).longitude())));
    }

    void coordinatesOfOtherDatumsAreTurned() {
        const QGeoCoordinate wgs(32.0603, 118.7969);
        for (const auto& [prefix, datum] : {std::pair(u"gcj "_s, maps::Datum::Gcj02),
                                            {u"GCJ-02: "_s, maps::Datum::Gcj02},
                                            {u"火星"_s, maps::Datum::Gcj02},
                                            {u"bd09:"_s, maps::Datum::Bd09}}) {
            const QGeoCoordinate shifted = maps::fromWgs84(wgs, datum);
            const auto at = parseCoordinates(u"%1%2, %3"_s.arg(prefix)
                                                 .arg(shifted.latitude(), 0, 'f', 7)
                                                 .arg(shifted.longitude(), 0, 'f', 7));
            QVERIFY2(at, qPrintable(prefix));
            QVERIFY2(must(at).coordinate().distanceTo(wgs) < 0.5, qPrintable(prefix));
        }
    }

    void whatIsNoCoordinate() {
        for (const QString& text : {u""_s, u"32"_s, u"95, 200"_s, u"N32 N33"_s, u"E118 W20"_s,
                                    u"32°75' 118°"_s, u"Zhongshan Road 12"_s, u"12, Zhongshan Road"_s,
                                    u"1A12"_s, u"32.1.2, 118"_s, u"9"_s.repeated(500)})
            QVERIFY2(!parseCoordinates(text), qPrintable(text.left(40)));
    }

    void noTextHarms() {
        QRandomGenerator dice(7);
        const QString signs = u"0123456789.,-+°'\"NSEW gcjbd09:度分秒北东\u3000\uff0c"_s;
        for (int round = 0; round < 20'000; ++round) {
            QString text;
            for (int i = dice.bounded(40); i > 0; --i)
                text += signs[dice.bounded(int(signs.size()))];
            if (const auto at = parseCoordinates(text))
                QVERIFY(qAbs(at->latitude()) <= 90 && qAbs(at->longitude()) <= 180);
        }
    }

    void goals() {
        Scene scene;
        scene.furnish();
        const IncidentId incident = scene.report();
        const qint64 number = scene.incident(incident).number;
        QCOMPARE(parseGoal(scene.situation, u"1A12"), Goal(code<UnitId>(u"1A12")));
        QCOMPARE(parseGoal(scene.situation, u" 1a12 "), Goal(code<UnitId>(u"1A12")));
        QCOMPARE(parseGoal(scene.situation, u"0001"), Goal(incident));
        QCOMPARE(parseGoal(scene.situation, incidentNumberText(number)), Goal(incident));
        QVERIFY(std::holds_alternative<GeoPoint>(must(parseGoal(scene.situation, u"32.06 118.79"))));
        QVERIFY(!parseGoal(scene.situation, u"0099"));
        QVERIFY(!parseGoal(scene.situation, u"Linjiang Road"));
    }

    void catchesAreAddedAndTakenAway() {
        const auto unit = [](QStringView id) { return code<UnitId>(id); };
        const Caught before{{unit(u"1A12"), unit(u"1A14")}, {}, {1, 2}};
        const Caught now{{unit(u"1A14"), unit(u"2A01")}, {}, {2}};
        QCOMPARE(merged(before, now, Qt::NoModifier), now);
        QCOMPARE(merged(before, now, Qt::ShiftModifier).units.size(), 3);
        QCOMPARE(merged(before, now, Qt::AltModifier).units, QSet<UnitId>{unit(u"1A12")});
        QCOMPARE(merged(before, now, Qt::AltModifier).cameras, QSet<quint64>{1});
        Scene scene;
        scene.furnish();
        QVERIFY(scene.ask(u"bureau", SetUnitStatus{unit(u"1A14"), UnitStatus::OutOfService, u"wash"_s}));
        QCOMPARE(availableOf(before, scene.situation), QList<UnitId>{unit(u"1A12")});
        QCOMPARE(caughtText(before, scene.situation), u"Units 2 (1 available), cameras 2"_s);
    }

    void savedViewsAreKeptForTheUser() {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"views.ini"_s);
        const SavedView river{u"江边/北"_s, must(GeoPoint::from(32.1, 118.7)), 14.5, 20};
        {
            QSettings settings(file, QSettings::IniFormat);
            SavedViews views(&settings, actor(u"bureau"));
            QVERIFY(views.save(river));
            QVERIFY(views.save({u"east"_s, must(GeoPoint::from(32.0, 118.9)), 12, 0}));
            QVERIFY(!views.save({u"  "_s, {}, 12, 0}));
            QVERIFY(!views.save({QString(61, u'x'), {}, 12, 0}));
            QVERIFY(!views.rename(u"east"_s, river.name));
            QVERIFY(views.rename(u"east"_s, u"East"_s));
        }
        QSettings settings(file, QSettings::IniFormat);
        SavedViews views(&settings, actor(u"bureau"));
        QCOMPARE(views.list().size(), 2);
        QCOMPARE(views.list().constFirst(), river);
        QCOMPARE(views.list().constLast().name, u"East"_s);
        views.remove(river.name);
        QCOMPARE(views.list().size(), 1);
        Actor other = actor(u"bureau");
        other.user = u"another"_s;
        QVERIFY(SavedViews(&settings, other).list().isEmpty());
        QVERIFY(SavedViews(nullptr, other).list().isEmpty());
    }

    void viewsThatWereDamagedAreLeftOut() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"views.ini"_s), QSettings::IniFormat);
        settings.beginWriteArray(u"map/test/views"_s, 3);
        for (int i = 0; i < 3; ++i) {
            settings.setArrayIndex(i);
            settings.setValue(u"name"_s, i == 0 ? QString() : u"v"_s);
            settings.setValue(u"latitude"_s, i == 1 ? 400.0 : 32.0);
            settings.setValue(u"longitude"_s, 118.0);
            settings.setValue(u"zoom"_s, 1e9);
        }
        settings.endArray();
        const auto views = SavedViews(&settings, actor(u"bureau")).list();
        QCOMPARE(views.size(), 1);
        QCOMPARE(views.first().zoom, 20.0);
    }

    void layersAreRemembered() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"layers.ini"_s), QSettings::IniFormat);
        QCOMPARE(LayerChoices::load(&settings, actor(u"bureau")), LayerChoices());
        const LayerChoices choices{{MapPart::Cameras, MapPart::Trails}, {UnitKind::Foot}, MapWords::Both, 60};
        choices.save(&settings, actor(u"bureau"));
        QCOMPARE(LayerChoices::load(&settings, actor(u"bureau")), choices);
    }

    void cardsSayWhatMatters() {
        Scene scene;
        scene.furnish();
        const IncidentId incident = scene.report(u"collision"_s);
        scene.issue(incident, u"1A12");
        scene.clock.advance(std::chrono::seconds(65));
        const Fix fix{.unit = code<UnitId>(u"1A12"),
                      .at = must(GeoPoint::from(32.05, 118.54)),
                      .measuredAt = scene.clock.now() - std::chrono::seconds(20),
                      .receivedAt = scene.clock.now(),
                      .speed = {},
                      .heading = {},
                      .accuracy = 7.6,
                      .source = u"gps"_s};
        const QString unit =
            cardOf(scene.situation, scene.unit(u"1A12"), scene.incident(incident), &fix, scene.clock.now())
                .spoken();
        for (const QString& part : {u"1A12"_s, u"1:05"_s, u"On 0001"_s, u"20 s old, from gps, within 8 m"_s})
            QVERIFY2(unit.contains(part), qPrintable(unit));
        QVERIFY(cardOf(scene.situation, scene.unit(u"1A12"), {}, nullptr, scene.clock.now())
                    .spoken()
                    .contains(u"Position unknown"_s));
        QVERIFY(scene.ask(u"bureau", SetTimer{.unit = code<UnitId>(u"1A12"), .every = 10min}));
        const auto checked = [&] {
            return cardOf(scene.situation, scene.unit(u"1A12"), {}, nullptr, scene.clock.now()).spoken();
        };
        QVERIFY2(checked().contains(u"☎ Safety check in 10:00"_s), qPrintable(checked()));
        scene.clock.advance(9min + 30s);
        QVERIFY2(checked().contains(u"☎ Safety check due soon: 0:30"_s), qPrintable(checked()));
        scene.clock.advance(45s);
        QVERIFY2(checked().contains(u"! Safety check not answered: +0:15"_s), qPrintable(checked()));
        scene.clock.advance(-(10min + 15s));
        const QString job = cardOf(scene.situation, scene.incident(incident), scene.clock.now()).spoken();
        for (const QString& part : {u"0001"_s, u"1A12"_s, u"Reported 1 min ago"_s, u"collision"_s})
            QVERIFY2(job.contains(part), qPrintable(job));
    }
};

QTEST_MAIN(MapPartsTest)
#include "map_parts_test.moc"
