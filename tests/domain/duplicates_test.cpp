// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/duplicates.h"
#include "tests/support/scene.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DuplicatesTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;

    static IncidentDetails details(const QString& type, double metresNorth, const QString& address,
                                   const QString& phone) {
        constexpr double perMetre = 1 / 111'195.0;
        return {
            .text = u"?"_s,
            .type = TypeCode::parse(type).value_or(TypeCode()),
            .level = Level::Routine,
            .place = {metresNorth < 0 ? std::nullopt : GeoPoint::from(32.0 + metresNorth * perMetre, 118.5),
                      address},
            .callers = phone.isEmpty() ? QList<Caller>() : QList<Caller>{{u"Li"_s, phone}},
            .hazards = {}};
    }

    IncidentId report(const IncidentDetails& details) {
        const qint64 number = m_scene->situation.nextNumber(toDateTime(m_scene->clock.now()).date());
        if (!m_scene->ask(u"bureau", ReportIncident{.source = {u"phone"_s, {}}, .details = details}))
            return {};
        const Incident* made = m_scene->situation.incidentByNumber(number);
        return made ? made->id : IncidentId();
    }

    QList<Likeness> look(const IncidentDetails& typed, const IncidentId& self = {},
                         bool confidential = true) {
        return likelyDuplicates(
            m_scene->situation, typed, self,
            {.now = m_scene->clock.now(), .sees = {}, .knowsCallers = [confidential](const Incident& of) {
                 return confidential || !of.has(IncidentFlag::ConfidentialCaller);
             }});
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        Catalogue catalogue = m_scene->situation.catalogue();
        catalogue.types.clear(); // any type may be reported
        QVERIFY(m_scene->ask(u"bureau", DefineCatalogue{catalogue}));
    }

    void typesAreAkin_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("akin");
        QTest::newRow("the same") << "traffic.accident" << "traffic.accident" << true;
        QTest::newRow("below") << "traffic.accident" << "traffic.accident.injury.trapped" << true;
        QTest::newRow("siblings") << "traffic.accident.injury" << "traffic.accident.damage" << true;
        QTest::newRow("nephew") << "traffic.accident.injury" << "traffic.accident.damage.blocking" << true;
        QTest::newRow("other branch") << "crime.theft.shop" << "crime.violence.robbery" << false;
        QTest::newRow("two tops") << "traffic" << "crime" << false;
        QTest::newRow("a name that begins alike") << "order" << "orderly.thing" << false;
        QTest::newRow("not known yet") << "" << "crime.theft.shop" << true;
    }
    void typesAreAkin() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        const auto type = [](const QString& text) { return TypeCode::parse(text).value_or(TypeCode()); };
        QTEST(areAkin(type(a), type(b)), "akin");
        QTEST(areAkin(type(b), type(a)), "akin");
    }

    void whatIsLikely_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<double>("metres"); // north of what is there; less than none: not on the map
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("likely");
        QTest::newRow("same spot, four minutes") << "traffic.accident" << 80.0 << "" << "" << 4 << true;
        QTest::newRow("at the bound") << "traffic.accident" << 149.0 << "" << "" << 29 << true;
        QTest::newRow("too far") << "traffic.accident" << 160.0 << "" << "" << 4 << false;
        QTest::newRow("too long ago") << "traffic.accident" << 80.0 << "" << "" << 31 << false;
        QTest::newRow("sibling type") << "traffic.jam" << 80.0 << "" << "" << 4 << true;
        QTest::newRow("another kind of event") << "crime.theft.shop" << 80.0 << "" << "" << 4 << false;
        QTest::newRow("no type yet") << "" << 80.0 << "" << "" << 4 << true;
        QTest::newRow("same caller, elsewhere")
            << "crime.theft.shop" << 9000.0 << "" << "13800000001" << 4 << true;
        QTest::newRow("same caller, written otherwise")
            << "" << -1.0 << "" << "+86 138-0000-0001" << 50 << true;
        QTest::newRow("same caller, long ago") << "" << -1.0 << "" << "13800000001" << 61 << false;
        QTest::newRow("another caller") << "" << -1.0 << "" << "13800000002" << 4 << false;
        QTest::newRow("a switchboard") << "" << -1.0 << "" << "12345" << 4 << false;
        QTest::newRow("same words for the place")
            << "traffic" << -1.0 << " heping  road 60" << "" << 4 << true;
        QTest::newRow("other words") << "traffic" << -1.0 << "Heping Road 61" << "" << 4 << false;
        QTest::newRow("nothing typed") << "" << -1.0 << "" << "" << 0 << false;
    }
    void whatIsLikely() {
        QFETCH(QString, type);
        QFETCH(double, metres);
        QFETCH(QString, address);
        QFETCH(QString, phone);
        QFETCH(int, minutes);
        const IncidentId there =
            report(details(u"traffic.accident"_s, 0, u"Heping Road 60"_s, u"13800000001"_s));
        m_scene->clock.advance(std::chrono::minutes(minutes));
        const QList<Likeness> found = look(details(type, metres, address, phone));
        QTEST(!found.isEmpty(), "likely");
        if (!found.isEmpty())
            QCOMPARE(found.constFirst().incident, there);
    }

    void theLikeliestStandsFirstAndSaysWhy() {
        const IncidentId near = report(details(u"traffic.accident"_s, 80, {}, {}));
        const IncidentId both = report(details(u"traffic.accident"_s, 120, {}, u"13800000001"_s));
        const IncidentId caller = report(details(u"crime.theft"_s, 5000, {}, u"13800000001"_s));
        m_scene->clock.advance(4min);
        const QList<Likeness> found = look(details(u"traffic.accident"_s, 0, {}, u"13800000001"_s));
        QCOMPARE(found.size(), 3);
        QCOMPARE(found.at(0).incident, both);
        QVERIFY(found.at(0).samePlace && found.at(0).sameCaller && found.at(0).sameType);
        QCOMPARE(found.at(0).ago, Milliseconds(4min));
        QCOMPARE(qRound(found.at(0).metres.value_or(-1)), 120);
        QCOMPARE(found.at(1).incident, near);
        QCOMPARE(found.at(2).incident, caller);
        QVERIFY(!found.at(2).samePlace);
    }

    void mergedReportsCountAndTheirCallersAreKnown() {
        const IncidentId master = report(details(u"traffic.accident"_s, 0, {}, u"13800000001"_s));
        const IncidentId second = report(details(u"traffic.accident"_s, 10, {}, u"13800000002"_s));
        QVERIFY(m_scene->ask(u"bureau", MergeIncident{.incident = second, .into = master}));
        const QList<Likeness> found = look(details({}, -1, {}, u"13800000002"_s));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.constFirst().incident, master);
        QCOMPARE(found.constFirst().reports, 2);
    }

    void neitherItselfNorWhatIsClosedNorWhatIsHidden() {
        const IncidentId there = report(details(u"traffic.accident"_s, 0, {}, u"13800000001"_s));
        const IncidentDetails typed = details(u"traffic.accident"_s, 0, {}, u"13800000001"_s);
        QCOMPARE(look(typed).size(), 1);
        QVERIFY(look(typed, there).isEmpty());
        QVERIFY(likelyDuplicates(m_scene->situation, typed, {},
                                 {.now = m_scene->clock.now(), .sees = [](const Incident&) { return false; }})
                    .isEmpty());
        QVERIFY(m_scene->ask(
            u"bureau",
            FlagIncident{.incident = there, .flag = IncidentFlag::ConfidentialCaller, .on = true}));
        QVERIFY(!look(typed, {}, false).constFirst().sameCaller);
        QVERIFY(look(details({}, -1, {}, u"13800000001"_s), {}, false).isEmpty());
        QVERIFY(m_scene->ask(
            u"bureau", CloseIncident{.incident = there,
                                     .disposition = m_scene->situation.catalogue().dispositions.value(0).code,
                                     .text = {}}));
        QVERIFY(look(typed).isEmpty());
    }

    void tenThousandOpenOnesTakeNoBreath() {
        for (int i = 0; i < 10'000; ++i)
            Q_UNUSED(report(
                details(u"traffic.accident"_s, 40.0 * i, u"Road %1"_s.arg(i), u"1390000%1"_s.arg(i, 4))));
        QElapsedTimer timer;
        timer.start();
        const QList<Likeness> found = look(details(u"traffic.accident"_s, 0, {}, u"13900005000"_s));
        const qint64 ms = timer.elapsed();
        QCOMPARE(found.size(), 3);
        QVERIFY2(ms < 300, qPrintable(u"%1 ms"_s.arg(ms)));
    }
};

QTEST_GUILESS_MAIN(DuplicatesTest)
#include "duplicates_test.moc"
