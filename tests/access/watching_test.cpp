// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "app/access/watching.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

/// Who may open which picture, and what was kept of it.
class WatchingTest : public QObject {
    Q_OBJECT

private:
    Scene m_scene;
    const FeedId m_car = code<FeedId>(u"CAR");   ///< of 1A12, ST01's
    const FeedId m_gate = code<FeedId>(u"GATE"); ///< in ST01's area
    const FeedId m_free = code<FeedId>(u"FREE"); ///< a body camera that nobody carries

    [[nodiscard]] QStringList watchers(const FeedId& id) const {
        QStringList seats;
        for (const QString& seat : {u"bureau"_s, u"station:ST01"_s, u"station:ST02"_s, u"field:1A12"_s,
                                    u"field:1A14"_s, u"machine:feed"_s}) {
            const bool may =
                mayWatch(m_scene.situation, actor(seat), *m_scene.situation.feeds().find(id), Instant::max());
            if (may)
                seats << seat;
            if (may != permitted(m_scene.situation, actor(seat), BeginView{id, {}, u"x"_s}).has_value())
                seats << u"the command differs"_s;
        }
        return seats;
    }

    [[nodiscard]] bool shows(const Eyes& eyes, const FeedId& id) const {
        return mayShow(m_scene.situation, eyes, *m_scene.situation.feeds().find(id), m_scene.clock.now());
    }

    void define(const FeedId& id, const FeedOwner& owner) {
        QVERIFY(m_scene.ask(u"bureau", DefineFeed{{id, {{}, u"x"_s}, owner, u"rtsp://h/x"_s, {}}}));
    }

private Q_SLOTS:
    void initTestCase() {
        m_scene.furnish();
        define(m_car, {.unit = code<UnitId>(u"1A12")});
        define(m_gate, {.kind = FeedOwnerKind::Place, .at = GeoPoint::from(31.5, 118.9)});
        define(m_free, {.kind = FeedOwnerKind::BodyCamera, .name = u"C-9"_s});
    }

    void isByTierAndPost() {
        QCOMPARE(watchers(m_car), (QStringList{u"bureau"_s, u"station:ST01"_s, u"field:1A12"_s}));
        QCOMPARE(watchers(m_gate), (QStringList{u"bureau"_s, u"station:ST01"_s}));
        QCOMPARE(watchers(m_free), QStringList{u"bureau"_s});
    }

    /// ST01's car helps ST02, whose incident also lies nearest to ST01's gate.
    void andByWhatWasSentToAnIncident() {
        const IncidentId east = m_scene.report(u"x"_s, 119.5);
        QVERIFY(!watchers(m_car).contains(u"station:ST02"_s));
        const OrderId order = m_scene.issue(east, u"1A12");
        m_scene.clock.advance(recallWindow);
        QVERIFY(watchers(m_car).contains(u"station:ST02"_s));
        QVERIFY(watchers(m_gate).contains(u"station:ST02"_s));
        QVERIFY(m_scene.ask(u"bureau", AdvanceOrder{order, OrderStage::Cancelled, u"x"_s, {}}));
        QVERIFY(!watchers(m_car).contains(u"station:ST02"_s));
    }

    void aForeignIncidentOpensNothing() {
        const IncidentId east = m_scene.report(u"x"_s, 119.5);
        QVERIFY(permitted(m_scene.situation, actor(u"station:ST01"), BeginView{m_car, {}, u"x"_s}));
        QVERIFY(!permitted(m_scene.situation, actor(u"station:ST01"), BeginView{m_car, east, u"x"_s}));
        QVERIFY(!permitted(m_scene.situation, actor(u"station:ST01"),
                           SaveFootage{.feed = m_car, .incident = east}));
    }

    void aSensitiveIncidentsCrewIsHidden() {
        const IncidentId incident = m_scene.report(u"x"_s, 118.5);
        m_scene.issue(incident, u"1A12");
        m_scene.clock.advance(recallWindow);
        Eyes bureau{.actor = actor(u"bureau")};
        QVERIFY(shows(bureau, m_car));
        QVERIFY(shows({.actor = actor(u"bureau"), .wall = true}, m_car));
        QVERIFY2(!shows({.actor = actor(u"bureau"), .wall = true}, m_free),
                 "a wall is not asked for a reason");
        QVERIFY(m_scene.ask(u"bureau", FlagIncident{incident, IncidentFlag::Sensitive, true}));
        QVERIFY(!shows(bureau, m_car));
        QVERIFY(!shows({.actor = actor(u"bureau"), .wall = true}, m_car));
        QVERIFY2(shows({.actor = actor(u"field:1A12")}, m_car), "it was sent there");
        bureau.opened.insert(incident);
        QVERIFY(shows(bureau, m_car));
        bureau.opened.clear();
        QVERIFY(
            m_scene.ask(u"bureau", RaiseEmergency{code<UnitId>(u"1A12"), EmergencySource::Device, {}, {}}));
        QVERIFY2(shows(bureau, m_car), "help comes first");
        QVERIFY(!shows({.actor = actor(u"bureau"), .wall = true}, m_car));
    }

    void footageIsSeenByThoseWhomItConcerns() {
        Footage kept;
        kept.feed = m_car;
        kept.unit = code<UnitId>(u"1A12");
        kept.seat = u"bureau"_s;
        const auto sees = [&](QStringView seat, bool wall = false) {
            return mayShow(m_scene.situation, Eyes{.actor = actor(seat), .wall = wall}, kept,
                           m_scene.clock.now());
        };
        QVERIFY(sees(u"bureau") && sees(u"station:ST01") && sees(u"field:1A12"));
        QVERIFY(!sees(u"station:ST02") && !sees(u"field:1A14") && !sees(u"bureau", true));
        kept.unit.reset();
        kept.feed = m_gate;
        QVERIFY(sees(u"station:ST01") && !sees(u"station:ST02") && !sees(u"field:1A12"));
        kept.seat = u"station:ST02"_s;
        QVERIFY(sees(u"station:ST02"));
        kept.incident = m_scene.report(u"x"_s, 118.5);
        QVERIFY(sees(u"station:ST01") && !sees(u"station:ST02"));
        QVERIFY(m_scene.ask(u"bureau", FlagIncident{must(kept.incident), IncidentFlag::Sensitive, true}));
        QVERIFY(!sees(u"bureau"));
    }

    void footageGoesOutThroughStationAndBureauOnly() {
        QVERIFY(m_scene.ask(u"bureau", SaveFootage{.feed = m_gate,
                                                   .from = m_scene.clock.now(),
                                                   .to = m_scene.clock.now(),
                                                   .words = u"x"_s}));
        const FootageId id = m_scene.situation.footage().begin()->id;
        const auto may = [&](QStringView seat) {
            return permitted(m_scene.situation, actor(seat), ExportFootage{id, u"x"_s, u"x"_s}).has_value();
        };
        QVERIFY(may(u"bureau") && may(u"station:ST01"));
        QVERIFY(!may(u"station:ST02") && !may(u"field:1A12") && !may(u"machine:clockwork"));
        const Command play = BeginView{.footage = id};
        QVERIFY(permitted(m_scene.situation, actor(u"station:ST01"), play));
        QVERIFY(!permitted(m_scene.situation, actor(u"station:ST02"), play));
        const Command remove = RemoveFootage{id, u"x"_s};
        QVERIFY(permitted(m_scene.situation, actor(u"machine:clockwork"), remove));
        QVERIFY(!permitted(m_scene.situation, actor(u"machine:feed"), remove));
    }
};

QTEST_GUILESS_MAIN(WatchingTest)
#include "watching_test.moc"
