// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/memory_journal.h"
#include "app/report/report_csv.h"
#include "app/report/report_json.h"
#include "app/report/span_list.h"
#include "tests/support/scene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// All of one incident, and the list of a span, as each pair of eyes may read them.
class IncidentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_begin = m_scene->clock.now();
        m_incident = m_scene->report(u"two cars"_s, 118.05);
        QVERIFY(m_scene->ask(u"bureau", AmendIncident{.incident = m_incident,
                                                      .text = {},
                                                      .type = {},
                                                      .level = {},
                                                      .place = {},
                                                      .callers = QList<Caller>{{u"王芳"_s, u"13900001111"_s}},
                                                      .hazards = {},
                                                      .reason = {}}));
        m_order = m_scene->issue(m_incident, u"1A12");
        m_scene->clock.advance(20s);
        for (const OrderStage stage : {OrderStage::Delivered, OrderStage::Shown, OrderStage::Signed})
            QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{m_order, stage, {}, {}, {}}));
        QVERIFY(
            m_scene->ask(u"bureau", SendMessage{{code<UnitId>(u"1A12")}, u"mind the bridge"_s, m_incident}));
        m_scene->clock.advance(10min);
        QVERIFY(m_scene->ask(u"bureau", MarkMissed{m_incident, m_order, DeadlineKind::Arrive}));
    }

    void saysAllThatTheRecordSays() {
        const auto made = report(bureau(), true);
        QVERIFY(made);
        QCOMPARE(made->timeline.size(), m_scene->entries.size() - entriesElsewhere());
        QCOMPARE(made->orders.size(), 1);
        QCOMPARE(outcomeOf(made->orders[0], DeadlineKind::Sign), DeadlineOutcome::Kept);
        QCOMPARE(outcomeOf(made->orders[0], DeadlineKind::Arrive), DeadlineOutcome::Missed);
        QCOMPARE(outcomeOf(made->orders[0], DeadlineKind::Report), DeadlineOutcome::Open);
        QCOMPARE(made->messages.size(), 1);
        QCOMPARE(made->incident.details.callers.size(), 1);
        QCOMPARE(made->record.seq, m_scene->entries.size());
        QVERIFY(!made->record.hash.isEmpty());
    }

    void aSeatsFirstSightOfItIsTold() {
        const qint64 seq = reportedSeq();
        m_receipts = {{u"bureau"_s, u"test"_s, ReceiptStage::Shown, seq, seq, m_begin + 3s},
                      {u"station:ST01"_s, u"li"_s, ReceiptStage::Shown, seq, seq, m_begin + 9s},
                      {u"station:ST02"_s, u"wu"_s, ReceiptStage::Received, seq, seq, m_begin + 1s}};
        const auto made = report(bureau(), true);
        QVERIFY(made);
        QCOMPARE(made->sightings.size(), 2); // what only arrived was not seen
        QCOMPARE(made->sightings[1].seat, u"station:ST01"_s);
        QCOMPARE(made->sightings[1].at, m_begin + 9s);
        QCOMPARE(made->sightings[1].user, u"li"_s);
    }

    /// Nowhere in any of its forms.
    void withoutNamesNoCallerAndNoUserStandsInIt() {
        const auto made = report(bureau(), false);
        QVERIFY(made);
        QCOMPARE(made->callers, 1);
        const QByteArray json = reportJson({.kind = u"incident"_s}, made->record, incidentJson(*made));
        for (const QByteArray& text : {json, incidentCsv(*made)}) {
            QVERIFY(!text.contains("王芳"));
            QVERIFY(!text.contains("13900001111"));
            QVERIFY(!text.contains("\"test\"") && !text.contains(",test,"));
            QVERIFY(text.contains("incident.amended"));
        }
        const auto named = report(bureau(), true);
        QVERIFY(
            reportJson({.kind = u"incident"_s}, named->record, incidentJson(*named)).contains("13900001111"));
    }

    void aConfidentialCallerIsNamedToThoseAloneWhoKnowIt() {
        QVERIFY(m_scene->ask(u"bureau", FlagIncident{m_incident, IncidentFlag::ConfidentialCaller, true}));
        Eyes reviewer = bureau();
        reviewer.actor.role = Role::Reviewer;
        QVERIFY(!csv(report(reviewer, true)).contains("13900001111"));
        QVERIFY(!csv(report({.actor = actor(u"station:ST01")}, true)).contains("13900001111"));
        Eyes supervisor = bureau();
        supervisor.actor.role = Role::Supervisor;
        QVERIFY(csv(report(supervisor, true)).contains("13900001111"));
    }

    void aSensitiveOneMustBeOpenedFirst() {
        QVERIFY(m_scene->ask(u"bureau", FlagIncident{m_incident, IncidentFlag::Sensitive, true}));
        QVERIFY(m_scene->ask(u"bureau:2", RecordLook{LookKind::SensitiveIncident,
                                                     incidentNumberText(m_scene->incident(m_incident).number),
                                                     u"complaint"_s}));
        const auto closed = report(bureau(), false);
        QVERIFY(!closed);
        QCOMPARE(closed.error().why, NoReport::Unopened);
        QCOMPARE(report({.actor = actor(u"station:ST02")}, false).error().why, NoReport::Unknown);
        Eyes opened = bureau();
        opened.opened = {m_incident};
        const auto made = report(opened, false);
        QVERIFY(made);
        QCOMPARE(made->looks.size(), 1);
        QCOMPARE(made->looks[0].seat, u"bureau:2"_s);
        QCOMPARE(made->looks[0].reason, u"complaint"_s);
    }

    void looksAtWhatWasBeforeAreTold() {
        const QString address = m_scene->incident(m_incident).details.place.address;
        QVERIFY(m_scene->ask(u"bureau", RecordLook{LookKind::AddressHistory, address, u"3 found"_s}));
        QVERIFY(m_scene->ask(u"bureau", RecordLook{LookKind::CallerHistory, u"110, 13900001111"_s, {}}));
        QVERIFY(m_scene->ask(u"bureau", RecordLook{LookKind::AddressHistory, u"elsewhere"_s, {}}));
        QVERIFY(m_scene->ask(u"bureau", RecordLook{LookKind::CallerHistory, u"1390000111"_s, {}}));
        QVERIFY(m_scene->ask(u"bureau", RecordLook{LookKind::AddressHistory, address, {}}, m_begin - 1h));
        const auto made = report(bureau(), false);
        QVERIFY(made);
        QCOMPARE(made->looks.size(), 2);
        QCOMPARE(made->looks[0].kind, LookKind::AddressHistory);
        QCOMPARE(made->looks[1].kind, LookKind::CallerHistory);
        QVERIFY(!csv(made).contains("13900001111"));
    }

    void aListHoldsWhatTheEyesMaySee() {
        const IncidentId elsewhere = m_scene->report(u"fire"_s, 119.05);
        QVERIFY(m_scene->ask(u"bureau", FlagIncident{elsewhere, IncidentFlag::Sensitive, true}));
        const StatisticsQuery query{.from = m_begin, .to = m_scene->clock.now() + 1s};
        const auto list = [&](const Eyes& eyes, bool named) {
            return spanList(m_scene->situation, eyes, query, named, m_scene->clock.now());
        };
        QCOMPARE(list(bureau(), true).incidents.size(), 2);
        QCOMPARE(list(bureau(), true).incidents[0].incident.details.callers.size(), 1);
        QVERIFY(list(bureau(), false).incidents[0].incident.details.callers.isEmpty());
        QCOMPARE(list(bureau(), false).incidents[0].units, 1);
        const SpanList ofStation = list({.actor = actor(u"station:ST01")}, true);
        QCOMPARE(ofStation.incidents.size() + ofStation.hidden, 2);
        Eyes wall = bureau();
        wall.wall = true;
        QCOMPARE(list(wall, true).incidents[1].incident.number, 0); // a grey dot
        const SpanList cut = spanList(m_scene->situation, bureau(), query, false, m_scene->clock.now(), 1);
        QVERIFY(cut.isCut);
        QCOMPARE(cut.incidents.size(), 1);
        QVERIFY(spanListCsv(list(bureau(), true), m_scene->situation).contains("13900001111"));
    }

    void itIsStoppedWhenAskedTo() {
        MemoryJournal journal;
        fill(journal);
        const auto made =
            incidentReport(question(bureau(), false), journal, nullptr, [](qint64, qint64) { return false; });
        QVERIFY(!made);
        QCOMPARE(made.error().why, NoReport::Stopped);
    }

private:
    static Eyes bureau() { return {.actor = actor(u"bureau")}; }

    IncidentQuestion question(const Eyes& eyes, bool named) const {
        return {.situation = m_scene->situation,
                .eyes = eyes,
                .incident = m_incident,
                .named = named,
                .now = m_scene->clock.now()};
    }
    void fill(MemoryJournal& journal) const {
        const auto step = journal.begin();
        QVERIFY(step);
        for (const Entry& entry : m_scene->entries)
            QVERIFY((*step)->append({entry.fact}, entry.recordedAt));
        QVERIFY((*step)->commit());
        QVERIFY(journal.record(m_receipts));
    }
    std::expected<IncidentReport, NoReportReason> report(const Eyes& eyes, bool named) const {
        MemoryJournal journal;
        fill(journal);
        return incidentReport(question(eyes, named), journal, nullptr);
    }
    static QByteArray csv(const std::expected<IncidentReport, NoReportReason>& made) {
        return made ? incidentCsv(*made) +
                          reportJson({.kind = u"incident"_s}, made->record, incidentJson(*made))
                    : QByteArray("13900001111 refused");
    }
    qsizetype entriesElsewhere() const {
        const QString stream = u"incident/"_s + m_incident.toString();
        return std::ranges::count_if(m_scene->entries,
                                     [&](const Entry& entry) { return entry.fact.stream != stream; });
    }
    qint64 reportedSeq() const {
        return std::ranges::find_if(m_scene->entries,
                                    [](const Entry& e) { return e.fact.kind == u"incident.reported"; })
            ->seq;
    }

    std::unique_ptr<Scene> m_scene;
    Instant m_begin;
    IncidentId m_incident;
    OrderId m_order;
    QList<Receipt> m_receipts;
};

QTEST_GUILESS_MAIN(IncidentTest)
#include "incident_test.moc"
