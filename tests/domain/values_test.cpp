// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/refusal_words.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

class ValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seatsAreReadAsTheyAreWritten() {
        for (const QString& text :
             {u"bureau"_s, u"bureau:2"_s, u"station:ST03"_s, u"field:1A12"_s, u"machine:cad-feed"_s})
            QCOMPARE(must(Seat::parse(text)).toString(), text);
        for (const QString& text :
             {u""_s, u"station"_s, u"station:"_s, u"bureau:"_s, u"sheriff:1"_s, u"field:a b"_s, u":ST01"_s})
            QVERIFY2(!Seat::parse(text), qPrintable(text));
    }

    void everyRefusalHasAWord() {
        QSet<QString> words;
        for (int code = 0; code < refusalCodeCount; ++code) {
            const QString word = codeWord(RefusalCode(code));
            QVERIFY(!word.isEmpty() && !words.contains(word));
            words.insert(word);
            QCOMPARE(codeNamed(word), RefusalCode(code));
        }
        QVERIFY(!codeNamed(u"") && !codeNamed(u"Unit_Busy"));
        QCOMPARE(inWords({RefusalCode::UnitBusy, u"unit"_s, u"20261121-0001"_s, {}}),
                 u"unit: \"20261121-0001\": unit_busy"_s);
    }

    void codesAreBounded() {
        QVERIFY(UnitId::parse(u"巡-1.A_2"));
        QVERIFY(!UnitId::parse(u""));
        QVERIFY(!UnitId::parse(u"a/b"));
        QVERIFY(!UnitId::parse(QString(UnitId::maxLength + 1, u'x')));
        QVERIFY(!IncidentId::parse(u"not one"));
    }

    void placesLieOnEarth() {
        QVERIFY(GeoPoint::from(-90, 180));
        QVERIFY(!GeoPoint::from(90.0001, 0));
        QVERIFY(!GeoPoint::from(0, -180.0001));
        QVERIFY(!GeoPoint::from(std::nan(""), 0));
        QVERIFY(!GeoPoint::from(0, std::numeric_limits<double>::infinity()));
    }

    void aHoleIsOutside() {
        const auto ring = [](double from, double to) {
            QList<GeoPoint> points;
            for (const auto& [y, x] : {std::pair(from, from), {from, to}, {to, to}, {to, from}})
                points.append(must(GeoPoint::from(y, x)));
            return points;
        };
        const Area area = {ring(0, 10), ring(4, 6)};
        QVERIFY(contains(area, must(GeoPoint::from(2, 2))));
        QVERIFY(!contains(area, must(GeoPoint::from(5, 5))));
        QVERIFY(!contains(area, must(GeoPoint::from(11, 5))));
        QVERIFY(!contains({}, GeoPoint()));
    }

    void aCopiedSituationStaysAsItWas() {
        Scene scene;
        scene.furnish();
        const IncidentId id = scene.report(u"before"_s);
        const Situation then = scene.situation;
        AmendIncident change;
        change.incident = id;
        change.text = u"after"_s;
        QVERIFY(scene.ask(u"bureau", change));
        const IncidentId later = scene.report();
        QCOMPARE(then.incidents().find(id)->details.text, u"before"_s);
        QVERIFY(!then.incidents().find(later));
        QCOMPARE(scene.incident(id).details.text, u"after"_s);
    }
};

QTEST_GUILESS_MAIN(ValuesTest)
#include "values_test.moc"
