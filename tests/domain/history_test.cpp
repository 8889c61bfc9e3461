// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/history.h"
#include "tests/support/scene.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto day = std::chrono::hours(24);

} // namespace

/// What was before at a place and of a caller.
class HistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_index = {};
    }

    void findsTheSamePlaceByDistanceAndByAddress() {
        const IncidentId near = report(u"解放路 1 号"_s, 118.5500);
        const IncidentId sameWords = report(u"解放路１号"_s, 118.5560); // 570 m: the pin was set badly
        const IncidentId elsewhere = report(u"建国路 9 号"_s, 118.5600);
        const IncidentId otherTown = report(u"解放路1号"_s, 118.9);
        m_scene->clock.advance(day);
        const History found = look({at(118.5503), u"解放路1号"_s}, {});
        QCOMPARE(found.atPlace, 2);
        QCOMPARE(ids(found), QSet({near, sameWords}));
        QVERIFY(!ids(found).contains(elsewhere) && !ids(found).contains(otherTown));
        for (const Earlier& each : found.earlier) {
            QVERIFY(each.samePlace && each.sameAddress && !each.sameCaller);
            QVERIFY(each.metres);
        }
    }

    void knowsACallerByTheSubscriber() {
        const IncidentId called = report(u"a"_s, 118.2, {{u"王"_s, u"+86 138-0013-8000"_s}});
        report(u"b"_s, 118.2, {{u"总机"_s, u"110"_s}}); // a switchboard says nothing
        m_scene->clock.advance(day);
        const History found = look({}, {{u"?"_s, u"13800138000"_s}, {u"?"_s, u"110"_s}});
        QCOMPARE(ids(found), QSet({called}));
        QCOMPARE(found.ofCaller, 1);
        QCOMPARE(found.atPlace, 0);
        QCOMPARE(found.earlier.constFirst().ago, Milliseconds(day));
    }

    void isNewestFirstAndCountsTheWeek() {
        const IncidentId old = report(u"中山路 5 号"_s, 118.3);
        m_scene->clock.advance(10 * day);
        const IncidentId second = report(u"中山路 5 号"_s, 118.3);
        m_scene->clock.advance(3 * day);
        const IncidentId third = report(u"中山路 5 号"_s, 118.3);
        m_scene->clock.advance(1h);
        const IncidentId self = report(u"中山路 5 号"_s, 118.3);
        const History found = look({at(118.3), u"中山路 5 号"_s}, {}, self);
        QCOMPARE(found.earlier.size(), 3);
        QCOMPARE(found.earlier[0].incident, third);
        QCOMPARE(found.earlier[1].incident, second);
        QCOMPARE(found.earlier[2].incident, old);
        QCOMPARE(found.atPlaceThisWeek, 2);
        // and what came later is not earlier
        QCOMPARE(look({at(118.3), {}}, {}, second).earlier.size(), 1);
    }

    void leavesOutOtherReportsOfTheSame() {
        const IncidentId master = report(u"中山路 5 号"_s, 118.3);
        const IncidentId other = report(u"中山路 5 号"_s, 118.3);
        QVERIFY(m_scene->ask(u"bureau", MergeIncident{other, master}));
        QVERIFY(look({at(118.3), {}}, {}, master).isEmpty());
        QVERIFY(look({at(118.3), {}}, {}, other).isEmpty());
    }

    void tellsNobodyMoreThanItMay() {
        const IncidentId hidden = report(u"中山路 5 号"_s, 118.3, {{u"王"_s, u"13800138000"_s}});
        const LikenessView blind{.now = m_scene->clock.now(),
                                 .sees = [&](const Incident& each) { return each.id != hidden; }};
        QVERIFY(look({at(118.3), {}}, {{{}, u"13800138000"_s}}, {}, blind).isEmpty());
        const LikenessView nameless{.now = m_scene->clock.now(),
                                    .knowsCallers = [](const Incident&) { return false; }};
        const History found = look({at(118.3), {}}, {{{}, u"13800138000"_s}}, {}, nameless);
        QCOMPARE(found.atPlace, 1);
        QCOMPARE(found.ofCaller, 0);
        QVERIFY(look({}, {{{}, u"13800138000"_s}}, {}, nameless).isEmpty());
    }

    void followsAnAmendedPlace() {
        const IncidentId moved = report(u"中山路 5 号"_s, 118.3);
        AmendIncident amend;
        amend.incident = moved;
        amend.place = Place{at(118.7), u"人民路 2 号"_s};
        QVERIFY(m_scene->ask(u"bureau", amend));
        m_index.take(m_scene->incident(moved));
        QVERIFY(look({at(118.3), u"中山路 5 号"_s}, {}).isEmpty());
        QCOMPARE(look({at(118.7), {}}, {}).earlier.size(), 1);
        QCOMPARE(look({{}, u"人民路2号"_s}, {}).earlier.size(), 1);
    }

    void isQuickAmongAHundredThousand() {
        constexpr int many = 100'000;
        Situation situation = m_scene->situation;
        for (int i = 0; i < many; ++i) {
            IncidentReported fact;
            fact.incident = IncidentId(QUuid(uint(i + 1), 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 2));
            fact.number = 20261121000100 + i;
            fact.details.place = {at(118.0 + (i % 20'000) / 10'000.0), u"路 %1 号"_s.arg(i % 7'000)};
            fact.details.callers = {{{}, u"139%1"_s.arg(i % 30'000, 8, 10, QChar(u'0'))}};
            const Entry entry{
                qint64(i) + 1, m_scene->clock.now(), encode(fact, {}, m_scene->clock.now()), {}, {}};
            situation.fold(entry, fact);
        }
        QElapsedTimer building;
        building.start();
        for (const Incident& incident : situation.incidents())
            m_index.take(incident);
        const qint64 built = building.elapsed();
        QElapsedTimer looking;
        looking.start();
        constexpr int looks = 200;
        qsizetype found = 0;
        for (int i = 0; i < looks; ++i) {
            const IncidentDetails typed{{},
                                        {},
                                        {},
                                        {at(118.0 + i / 10'000.0), u"路 %1 号"_s.arg(i)},
                                        {{{}, u"139%1"_s.arg(i, 8, 10, QChar(u'0'))}},
                                        {}};
            found += historyOf(situation, m_index.find(typed.place, typed.callers), typed, {},
                               {.now = m_scene->clock.now() + 1h})
                         .earlier.size();
        }
        const double each = double(looking.nsecsElapsed()) / looks / 1e6;
        qInfo("index of %d made in %lld ms, a look %.3f ms", many, (long long)built, each);
        QVERIFY(found > looks);
        QVERIFY2(each < 20, "a look takes too long");
    }

private:
    static GeoPoint at(double longitude) { return must(GeoPoint::from(31.5, longitude)); }
    static QSet<IncidentId> ids(const History& history) {
        QSet<IncidentId> found;
        for (const Earlier& each : history.earlier)
            found.insert(each.incident);
        return found;
    }

    IncidentId report(const QString& address, double longitude, const QList<Caller>& callers = {}) {
        const auto made = m_scene->ask(
            u"bureau", ReportIncident{{u"phone"_s, {}},
                                      {u"x"_s, {}, Level::Routine, {at(longitude), address}, callers, {}}});
        const IncidentId id =
            std::get<IncidentReported>(decode(made.value().constFirst().fact).value()).incident;
        m_index.take(m_scene->incident(id));
        return id;
    }

    History look(const Place& place, const QList<Caller>& callers, const IncidentId& self = {},
                 std::optional<LikenessView> view = {}) const {
        const IncidentDetails typed{{}, {}, {}, place, callers, {}};
        return historyOf(m_scene->situation, m_index.find(place, callers), typed, self,
                         view.value_or(LikenessView{.now = m_scene->clock.now()}));
    }

    std::unique_ptr<Scene> m_scene;
    HistoryIndex m_index;
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "history_test.moc"
