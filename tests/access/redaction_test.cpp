// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "app/access/redaction.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QTest>

#include <memory>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

/// Every word of an incident that somebody has written.
QString wordsOf(const Incident& incident) {
    QStringList words{incident.details.text, incident.details.place.address, incident.source.name,
                      incident.source.key, incident.tags.join(u' ')};
    for (const Caller& caller : incident.details.callers)
        words << caller.name << caller.phone;
    for (const Note& note : incident.notes)
        words << note.text << note.by;
    if (incident.hold)
        words << incident.hold->reason;
    if (incident.transfer)
        words << incident.transfer->agency << incident.transfer->reason << incident.transfer->answer;
    if (incident.reinforcement)
        words << incident.reinforcement->text;
    return words.join(u'|');
}

} // namespace

class RedactionTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;
    IncidentId m_id;

    [[nodiscard]] const Incident& incident() const { return m_scene->incident(m_id); }
    [[nodiscard]] Eyes eyes(QStringView seat, Role role = Role::Anybody) const {
        Eyes eyes{.actor = actor(seat)};
        eyes.actor.role = role;
        return eyes;
    }
    [[nodiscard]] Sight sight(const Eyes& eyes) const {
        return sightOf(m_scene->situation, eyes, incident(), m_scene->clock.now());
    }
    [[nodiscard]] Incident shown(const Eyes& eyes) const {
        return redacted(m_scene->situation, eyes, incident(), m_scene->clock.now());
    }
    void mark(IncidentFlag flag, bool on = true) {
        QVERIFY(m_scene->ask(u"bureau", FlagIncident{m_id, flag, on}));
    }

private Q_SLOTS:
    /// In ST01's area, ordered to 1A12 of ST01 and 2A01 of ST02; every text of it says SECRET, callers
    /// CALLER.
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        IncidentDetails details;
        details.text = u"SECRET"_s;
        details.type = code<TypeCode>(u"traffic");
        details.place = {GeoPoint::from(31.5, 118.55), u"Street 5"_s};
        details.callers = {{u"CALLER"_s, u"CALLER13800000000"_s}};
        const auto made = m_scene->ask(u"bureau", ReportIncident{{u"SECRETfeed"_s, u"SECRETkey"_s}, details});
        m_id = std::get<IncidentReported>(decode(made->first().fact).value()).incident;
        QVERIFY(m_scene->ask(u"bureau", AddNote{m_id, u"SECRET"_s}));
        QVERIFY(m_scene->ask(u"bureau", TagIncident{m_id, {u"SECRET"_s}}));
        Q_UNUSED(m_scene->issue(m_id, u"2A01"));
        m_scene->clock.advance(recallWindow);
    }

    void isWholeWhileNothingIsMarked() {
        for (const QStringView seat : {u"bureau", u"station:ST01", u"station:ST02", u"field:2A01"})
            QCOMPARE(shown(eyes(seat)), incident());
        QCOMPARE(sight(eyes(u"field:1A12")), Sight::Nothing);
        QCOMPARE(shown(eyes(u"field:1A12")), Incident());
    }

    void hidesAConfidentialCallerBelowTheBureau() {
        mark(IncidentFlag::ConfidentialCaller);
        const QList<std::tuple<QStringView, Role, bool>> cases{
            {u"bureau", Role::Anybody, true},           {u"bureau", Role::Dispatcher, true},
            {u"bureau:2", Role::Supervisor, true},      {u"bureau", Role::Reviewer, false},
            {u"bureau", Role::Administrator, false},    {u"station:ST01", Role::Anybody, false},
            {u"station:ST01", Role::Supervisor, false}, {u"field:2A01", Role::Crew, false},
            {u"field:2A01", Role::Anybody, false}};
        for (const auto& [seat, role, knows] : cases) {
            const Incident read = shown(eyes(seat, role));
            QVERIFY2(wordsOf(read).contains(u"CALLER"_s) == knows, qPrintable(seat.toString()));
            QVERIFY(wordsOf(read).contains(u"SECRET"_s)); // and nothing else of it
            Eyes wall = eyes(seat, role);
            wall.wall = true;
            QVERIFY(!wordsOf(shown(wall)).contains(u"CALLER"_s));
        }
    }

    void showsNoCallerOnAWall() {
        Eyes wall = eyes(u"bureau");
        wall.wall = true;
        QVERIFY(!wordsOf(shown(wall)).contains(u"CALLER"_s));
        QVERIFY(wordsOf(shown(wall)).contains(u"SECRET"_s));
    }

    void hidesASensitiveIncidentFromWhoWasNotSent() {
        QCOMPARE(sight(eyes(u"station:ST01")), Sight::Whole);
        mark(IncidentFlag::Sensitive);
        QCOMPARE(sight(eyes(u"station:ST01")), Sight::Nothing); // in whose area it lies
        QCOMPARE(sight(eyes(u"field:1A12")), Sight::Nothing);
        for (const QStringView seat : {u"station:ST02", u"field:2A01"}) // who was sent, and whose crew it is
            QCOMPARE(sight(eyes(seat, Role::DutyOfficer)), Sight::Whole);
        const auto refused = permitted(m_scene->situation, actor(u"station:ST01"), AddNote{m_id, u"x"_s});
        QVERIFY(!refused); // and what is not seen is not commanded
    }

    void opensASensitiveIncidentByALook() {
        mark(IncidentFlag::Sensitive);
        for (const Role role : {Role::Anybody, Role::Dispatcher, Role::Supervisor, Role::Reviewer}) {
            Eyes bureau = eyes(u"bureau", role);
            QCOMPARE(sight(bureau), Sight::Brief);
            const Incident brief = shown(bureau);
            QVERIFY2(!wordsOf(brief).contains(u"SECRET"_s) && !wordsOf(brief).contains(u"CALLER"_s),
                     qPrintable(wordsOf(brief)));
            QCOMPARE(brief.number, incident().number); // what it takes to send somebody is there
            QCOMPARE(brief.details.place, incident().details.place);
            QCOMPARE(brief.orders, incident().orders);
            bureau.opened.insert(m_id);
            QCOMPARE(sight(bureau), Sight::Whole);
        }
        Eyes administrator = eyes(u"bureau", Role::Administrator);
        administrator.opened.insert(m_id);
        QCOMPARE(sight(administrator), Sight::Brief);
    }

    void leavesADotOnAWall() {
        mark(IncidentFlag::Sensitive);
        for (const QStringView seat : {u"bureau", u"station:ST02", u"field:2A01"}) {
            Eyes wall = eyes(seat);
            wall.wall = true;
            wall.opened.insert(m_id);
            QCOMPARE(sight(wall), Sight::Outline);
            const Incident dot = shown(wall);
            QCOMPARE(wordsOf(dot).remove(u'|'), QString());
            QCOMPARE(dot.number, 0);
            QVERIFY(dot.details.type.isNull() && dot.orders.isEmpty() && !dot.details.hazards.any());
            QCOMPARE(dot.details.place.at, incident().details.place.at);
        }
    }

    void hidesWhatIsWrittenAboutASensitiveIncident() {
        QVERIFY(m_scene->ask(u"bureau", SendMessage{{code<PostId>(u"ST01")}, u"SECRET"_s, m_id}));
        const Message& message = *m_scene->situation.messages().begin();
        const auto reads = [&](const Eyes& eyes) {
            return mayRead(m_scene->situation, eyes, message, m_scene->clock.now());
        };
        Eyes bureau = eyes(u"bureau");
        Eyes wall = bureau;
        wall.wall = true;
        QVERIFY(reads(bureau) && reads(wall));
        mark(IncidentFlag::Sensitive);
        QVERIFY(!reads(bureau) && !reads(wall));
        bureau.opened.insert(m_id);
        wall.opened.insert(m_id);
        QVERIFY(reads(bureau) && !reads(wall));
        Eyes station = eyes(u"station:ST01"); // to which it was written, though it was not sent there
        QCOMPARE(sight(station), Sight::Nothing);
        QVERIFY(reads(station));
        for (const QStringView stranger : {u"field:1A12", u"field:1A14"})
            QVERIFY(!reads(eyes(stranger)));
        station.wall = true;
        QVERIFY(!reads(station));
    }

    void whoDoesNotKnowTheCallersDoesNotReplaceThem() {
        AmendIncident amend;
        amend.incident = m_id;
        amend.callers = QList<Caller>{{u"Wu"_s, u"1"_s}};
        const auto may = [&](QStringView seat, Role role) {
            Actor who = actor(seat);
            who.role = role;
            return permitted(m_scene->situation, who, amend).has_value();
        };
        QVERIFY(may(u"station:ST01", Role::DutyOfficer));
        mark(IncidentFlag::ConfidentialCaller);
        QVERIFY(!may(u"station:ST01", Role::DutyOfficer) && !may(u"field:2A01", Role::Crew) &&
                !may(u"station:ST01", Role::Anybody));
        QVERIFY(may(u"bureau", Role::Dispatcher) && may(u"bureau", Role::Anybody));
        amend.callers.reset();
        amend.text = u"more of it"_s;
        QVERIFY(may(u"station:ST01", Role::DutyOfficer));
    }
};

QTEST_GUILESS_MAIN(RedactionTest)
#include "redaction_test.moc"
