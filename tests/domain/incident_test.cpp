// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

RefusalCode why(const Result<QList<Entry>>& made) {
    return made ? RefusalCode(-1) : made.error().code;
}

IncidentDetails details(const QString& text) {
    IncidentDetails made;
    made.text = text;
    return made;
}

} // namespace

class IncidentTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void liesInTheAreaOfAStation_data() {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<QString>("post");
        QTest::newRow("west") << 118.2 << u"ST01"_s;
        QTest::newRow("east") << 119.9 << u"ST02"_s;
        QTest::newRow("nowhere") << 121.0 << QString();
    }

    void liesInTheAreaOfAStation() {
        QFETCH(double, longitude);
        QFETCH(QString, post);
        QCOMPARE(m_scene->incident(m_scene->report(u"x"_s, longitude)).post.toString(), post);
    }

    void aStationWithoutAnAreaIsReferredToByHand() {
        const PostId river = code<PostId>(u"ST03");
        QVERIFY(m_scene->ask(u"bureau",
                             DefinePost{{river, Tier::Station, {u"水上派出所"_s, u"River"_s}, {}, {}}}));
        const UnitId boat = code<UnitId>(u"3B01");
        QVERIFY(
            m_scene->ask(u"bureau", DefineUnit{{boat, code<Callsign>(u"3B01"), UnitKind::Boat, river, {}}}));
        QVERIFY(m_scene->ask(u"station:ST03", LogOn{boat, {u"Gu"_s}}));
        // nothing lies in no area, and nothing goes there by itself
        const IncidentId nowhere = m_scene->report(u"x"_s, 121.0);
        QVERIFY(m_scene->incident(nowhere).post.isNull());
        QVERIFY(m_scene->incident(nowhere).orders.isEmpty());
        const Actor duty = actor(u"station:ST03");
        QVERIFY(!maySee(m_scene->situation, duty, m_scene->incident(nowhere), Instant::max()));
        // until the bureau refers it, or a caller gives no place at all
        QVERIFY(m_scene->ask(u"bureau", IssueOrder{nowhere, river, OrderRole::Primary, {}, {}}));
        m_scene->clock.advance(recallWindow);
        QVERIFY(maySee(m_scene->situation, duty, m_scene->incident(nowhere), m_scene->clock.now()));
        QVERIFY(permitted(m_scene->situation, duty, IssueOrder{nowhere, boat, OrderRole::Primary, {}, {}}));
        QVERIFY(m_scene->ask(duty, IssueOrder{nowhere, boat, OrderRole::Primary, {}, {}}));
        QCOMPARE(m_scene->unit(u"3B01").status, UnitStatus::Dispatched);
    }

    void isNumberedByDay() {
        const IncidentId first = m_scene->report();
        const IncidentId second = m_scene->report();
        QCOMPARE(incidentNumberText(m_scene->incident(first).number), u"20261121-0001"_s);
        QCOMPARE(incidentNumberText(m_scene->incident(second).number), u"20261121-0002"_s);
        m_scene->clock.advance(std::chrono::hours(24));
        QCOMPARE(incidentNumberText(m_scene->incident(m_scene->report()).number), u"20261122-0001"_s);
    }

    void comesOnceHoweverOftenItIsSent() {
        const ReportIncident sent{{u"feed"_s, u"A-7"_s}, details(u"smoke"_s)};
        QCOMPARE(m_scene->ask(u"machine:feed", sent)->size(), 1);
        QCOMPARE(m_scene->ask(u"machine:feed", sent)->size(), 0);
        const ReportIncident other{{u"feed"_s, u"A-7"_s}, details(u"flames"_s)};
        const auto refused = m_scene->ask(u"machine:feed", other);
        QCOMPARE(why(refused), RefusalCode::DuplicateWithOtherContent);
        QCOMPARE(refused.error().value, u"A-7"_s);
        const ReportIncident elsewhere{{u"panel"_s, u"A-7"_s}, details(u"flames"_s)};
        QCOMPARE(m_scene->ask(u"machine:panel", elsewhere)->size(), 1);
    }

    void isRefusedWithTheFieldAndTheValue() {
        const auto report = [this](const IncidentDetails& given) {
            return m_scene->ask(u"bureau", ReportIncident{{u"phone"_s, {}}, given}).error();
        };
        QCOMPARE(report(details({})), (Refusal{RefusalCode::Missing, u"type"_s, {}, {}}));
        QCOMPARE(report(details(QString(limits::text + 1, u'x'))).code, RefusalCode::TooLong);
        IncidentDetails odd = details(u"x"_s);
        odd.type = code<TypeCode>(u"dragons");
        QCOMPARE(report(odd), (Refusal{RefusalCode::UnknownType, u"type"_s, u"dragons"_s, {}}));
        IncidentDetails crowded = details(u"x"_s);
        crowded.callers.resize(limits::callers + 1);
        QCOMPARE(report(crowded).field, u"callers"_s);
    }

    void aReportFromTomorrowIsAWrongClock() {
        const ReportIncident sent{{u"phone"_s, {}}, details(u"x"_s)};
        QCOMPARE(why(m_scene->ask(u"bureau", sent, m_scene->clock.now() + std::chrono::hours(1))),
                 RefusalCode::Invalid);
        const Instant then = m_scene->clock.now() - std::chrono::hours(1);
        QVERIFY(m_scene->ask(u"bureau", sent, then));
        QCOMPARE(m_scene->entries.last().fact.happenedAt, then);
        QCOMPARE(m_scene->entries.last().recordedAt, m_scene->clock.now());
    }

    void isRefinedWithOnlyWhatChanged() {
        const IncidentId id = m_scene->report(u"collision"_s);
        AmendIncident change;
        change.incident = id;
        change.text = u"collision"_s; // as it was
        QCOMPARE(m_scene->ask(u"bureau", change)->size(), 0);
        change.text = u"two cars"_s;
        change.place = Place{GeoPoint::from(31.5, 119.5), u"云湖路"_s};
        QCOMPARE(m_scene->ask(u"bureau", change)->size(), 1);
        QCOMPARE(m_scene->incident(id).details.text, u"two cars"_s);
        QCOMPARE(m_scene->incident(id).post, code<PostId>(u"ST02"));
        change = {};
        change.incident = id;
        change.place = Place{{}, u"somewhere"_s};
        QVERIFY(m_scene->ask(u"bureau", change));
        QVERIFY(m_scene->incident(id).post.isNull());
    }

    void aRegradeNeedsAReason() {
        AmendIncident change;
        change.incident = m_scene->report();
        change.level = Level::Critical;
        QCOMPARE(why(m_scene->ask(u"bureau", change)), RefusalCode::ReasonNeeded);
        change.reason = u"knife seen"_s;
        QVERIFY(m_scene->ask(u"bureau", change));
        QCOMPARE(m_scene->incident(change.incident).details.level, Level::Critical);
    }

    void closesOnceItsOrdersAreDone() {
        const IncidentId id = m_scene->report();
        const CloseIncident close{id, code<TypeCode>(u"handled"), {}};
        m_scene->issue(id, u"1A12");
        QCOMPARE(why(m_scene->ask(u"bureau", close)), RefusalCode::IncidentHasOpenOrders);
        m_scene->clock.advance(recallWindow);
        QVERIFY(m_scene->ask(
            u"field:1A12", AdvanceOrder{m_scene->incident(id).orders.first(), OrderStage::Reported, {}, {}}));
        QCOMPARE(why(m_scene->ask(u"bureau", CloseIncident{id, code<TypeCode>(u"magic"), {}})),
                 RefusalCode::UnknownDisposition);
        QCOMPARE(why(m_scene->ask(u"bureau", CloseIncident{id, {}, {}})), RefusalCode::Missing);
        QCOMPARE(m_scene->ask(u"bureau", close)->size(), 2);
        QVERIFY(!m_scene->situation.openIncidents().contains(id));
        QCOMPARE(why(m_scene->ask(u"bureau", close)), RefusalCode::IncidentClosed);
        QCOMPARE(why(m_scene->ask(u"bureau", IssueOrder{id, code<UnitId>(u"1A14"), {}, {}, {}})),
                 RefusalCode::IncidentClosed);
        QVERIFY(m_scene->ask(u"bureau", AddNote{id, u"called back"_s}));
        QCOMPARE(m_scene->incident(id).notes.size(), 1);
    }

    void messagesAreReceiptedByThoseAddressed() {
        const auto sent = m_scene->ask(
            u"bureau", SendMessage{{code<PostId>(u"ST01"), code<UnitId>(u"2A01")}, u"fog"_s, {}});
        const MessageId id = std::get<MessageSent>(decode(sent->first().fact).value()).message;
        QCOMPARE(why(m_scene->ask(u"station:ST02", AdvanceMessage{id, MessageStage::Shown})),
                 RefusalCode::NotPermitted);
        QVERIFY(m_scene->ask(u"station:ST01", AdvanceMessage{id, MessageStage::Shown}));
        QCOMPARE(m_scene->ask(u"station:ST01", AdvanceMessage{id, MessageStage::Delivered})->size(), 0);
        QVERIFY(m_scene->ask(u"field:2A01", AdvanceMessage{id, MessageStage::Acknowledged}));
        QCOMPARE(m_scene->situation.messages().find(id)->stages.size(), 2);
        QCOMPARE(why(m_scene->ask(u"bureau", SendMessage{{}, u"x"_s, {}})), RefusalCode::Missing);
        QCOMPARE(why(m_scene->ask(u"bureau", SendMessage{{code<UnitId>(u"9Z99")}, u"x"_s, {}})),
                 RefusalCode::UnknownUnit);
    }
};

QTEST_GUILESS_MAIN(IncidentTest)
#include "incident_test.moc"
