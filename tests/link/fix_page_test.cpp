// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/fix_page.h"
#include "tests/support/mutate.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

/// Where a seat's units are, as it goes over the line.
class FixPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWent();
    void isBoundedAndGoesOn();
    void refusesWhatIsNoFix_data();
    void refusesWhatIsNoFix();
    void survivesAnything();

private:
    static Fix fix(const QString& unit, qint64 receivedMs) {
        return {.unit = code<UnitId>(unit),
                .at = must(GeoPoint::from(31.5, 118.5)),
                .measuredAt = instantFromMs(receivedMs - 5),
                .receivedAt = instantFromMs(receivedMs),
                .speed = 12.5,
                .heading = {},
                .accuracy = 8,
                .source = u"tracker"_s};
    }
};

void FixPageTest::comesBackAsItWent() {
    const FixPage page{.upTo = instantFromMs(20), .more = true, .fixes = {fix(u"A"_s, 10), fix(u"B"_s, 20)}};
    const auto read = fixPageFrom(toJson(page));
    QVERIFY2(read, read ? "" : qPrintable(read.error()));
    QCOMPARE(read->upTo, page.upTo);
    QCOMPARE(read->more, page.more);
    QCOMPARE(read->fixes, page.fixes);
}

/// Ten thousand units, of which a good thousand moved in one millisecond: everything comes, each once.
void FixPageTest::isBoundedAndGoesOn() {
    Scene scene;
    scene.furnish();
    const SeatScope scope(scene.situation, must(Seat::parse(u"station:ST01")));
    QHash<UnitId, Fix> newest;
    QList<Command> units;
    for (int i = 0; i < 10'000; ++i) {
        const QString name = u"X%1"_s.arg(i);
        QVERIFY(scene.ask(u"bureau", DefineUnit{{.id = code<UnitId>(name),
                                                 .callsign = code<Callsign>(name),
                                                 .kind = UnitKind::Car,
                                                 .post = code<PostId>(i % 2 ? u"ST01" : u"ST02"),
                                                 .devices = {}}}));
        newest.insert(code<UnitId>(name), fix(name, i < 6'000 ? 1'000 + i : 9'000));
    }
    QSet<UnitId> seen;
    Instant after;
    bool more = true;
    int pages = 0;
    for (; more && pages < 100; ++pages) {
        const FixPage page = fixPage(newest, scope, after);
        for (const Fix& each : page.fixes) {
            QVERIFY(!seen.contains(each.unit));
            seen.insert(each.unit);
        }
        QVERIFY(page.upTo > after);
        QVERIFY(page.fixes.size() <= 3'000);
        after = page.upTo;
        more = page.more;
    }
    QCOMPARE(seen.size(), 5'000);
    QVERIFY(fixPage(newest, scope, after).fixes.isEmpty());
}

void FixPageTest::refusesWhatIsNoFix_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const QByteArray& before, const QByteArray& after,
                        const char* field) {
        QTest::newRow(name) << before << after << QString::fromLatin1(field);
    };
    row("no unit", "\"unit\":\"A\"", "\"unit\":\"\"", "fixes[0].unit");
    row("beyond the pole", "\"lat\":31.5", "\"lat\":91", "fixes[0].lat");
    row("no place", "\"lon\":118.5", "\"lon\":null", "fixes[0].lat");
    row("before all time", "\"measured\":5", "\"measured\":-5", "fixes[0].measured");
    row("after all time", "\"received\":10", "\"received\":99999999999999", "fixes[0].received");
    row("as fast as a shell", "\"speed\":12.5", "\"speed\":1200", "fixes[0].speed");
    row("anywhere", "\"accuracy\":8", "\"accuracy\":-1", "fixes[0].accuracy");
    row("no text", "\"tracker\"", "\"tra\\u0001cker\"", "fixes[0].source");
    row("no end", "\"up_to\":10", "\"up_to\":\"x\"", "up_to");
    row("no list", "\"fixes\":[", "\"fixes\":{\"x\":[", "not JSON");
}

void FixPageTest::refusesWhatIsNoFix() {
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, field);
    QByteArray json = toJson({.upTo = instantFromMs(10), .more = false, .fixes = {fix(u"A"_s, 10)}});
    QVERIFY2(json.contains(before), json.constData());
    json.replace(before, after);
    const auto read = fixPageFrom(json);
    QVERIFY(!read);
    QVERIFY2(read.error().startsWith(field), qPrintable(read.error()));
}

void FixPageTest::survivesAnything() {
    const QByteArray json =
        toJson({.upTo = instantFromMs(20), .more = true, .fixes = {fix(u"A"_s, 10), fix(u"B"_s, 20)}});
    std::mt19937 random(20261126);
    int taken = 0;
    for (int i = 0; i < 3'000; ++i)
        taken += fixPageFrom(mutated(json, random)).has_value();
    QVERIFY(taken < 3'000);
    QVERIFY(!fixPageFrom({}));
    QVERIFY(!fixPageFrom("[]"));
}

QTEST_GUILESS_MAIN(FixPageTest)
#include "fix_page_test.moc"
