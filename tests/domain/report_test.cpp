// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// That a report was made is on record, with what it was about; what is no report is refused.
class ReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_incident = m_scene->report();
        m_span = {.from = m_scene->clock.now() - 1h, .to = m_scene->clock.now()};
    }

    void standsInTheIncidentsHistoryAndChangesNothing() {
        const Situation before = m_scene->situation;
        const auto made = m_scene->ask(u"bureau", MakeReport{{.incident = m_incident, .named = true}});
        QVERIFY(made);
        QCOMPARE(made->size(), 1);
        QCOMPARE(made->first().fact.stream, u"incident/"_s + m_incident.toString());
        QCOMPARE(made->first().fact.kind, u"report.made"_s);
        QVERIFY(changesBetween(before, m_scene->situation).isEmpty());
    }

    void ofASpanStandsAtTheDesk() {
        const auto made = m_scene->ask(u"bureau", MakeReport{m_span});
        QVERIFY(made);
        QCOMPARE(made->first().fact.stream, u"desk"_s);
        const auto fact = decode(made->first().fact);
        QVERIFY(fact);
        QVERIFY(std::get<ReportMade>(*fact).report == m_span);
    }

    void aSpanHasBothEndsInTheirOrder() {
        const auto refused = [this](const ReportRecord& report) {
            return refusalOf(m_scene->ask(u"bureau", MakeReport{report}));
        };
        QCOMPARE(refused({.to = m_span.to}).field, u"from"_s);
        QCOMPARE(refused({.from = m_span.from}).field, u"to"_s);
        QCOMPARE(refused({.from = m_span.from}).code, RefusalCode::Missing);
        QCOMPARE(refused({.from = m_span.to, .to = m_span.to}).code, RefusalCode::Invalid);
        QCOMPARE(refused({.from = m_span.to, .to = m_span.from}).field, u"to"_s);
        QCOMPARE(refused({.from = must(m_span.to) - std::chrono::days(367), .to = m_span.to}).detail,
                 u"within 366 days"_s);
    }

    void whatItIsAboutIsThere() {
        const auto refused = [this](ReportRecord report) {
            report.from = m_span.from;
            report.to = m_span.to;
            return refusalOf(m_scene->ask(u"bureau", MakeReport{report})).code;
        };
        QCOMPARE(refused({.incident = IncidentId(m_scene->ids.next())}), RefusalCode::UnknownIncident);
        QCOMPARE(refused({.post = code<PostId>(u"ST99")}), RefusalCode::UnknownPost);
        QCOMPARE(refused({.unit = code<UnitId>(u"9Z99")}), RefusalCode::UnknownUnit);
    }

    void aStationReportsOnItsOwnWork() {
        const auto allowed = [this](const ReportRecord& report, QStringView seat) {
            return permitted(m_scene->situation, actor(seat), MakeReport{report}).has_value();
        };
        ReportRecord own = m_span;
        own.post = code<PostId>(u"ST01");
        QVERIFY(allowed(own, u"station:ST01"));
        QVERIFY(!allowed(own, u"station:ST02"));
        QVERIFY(!allowed(m_span, u"station:ST01"));
        QVERIFY(!allowed(own, u"field:1A12"));
        const PostId post = m_scene->incident(m_incident).post;
        QCOMPARE(allowed({.incident = m_incident}, u"station:ST01"), post == own.post);
        QCOMPARE(allowed({.incident = m_incident}, u"station:ST02"), post != own.post);
    }

private:
    std::unique_ptr<Scene> m_scene;
    IncidentId m_incident;
    ReportRecord m_span;
};

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"
