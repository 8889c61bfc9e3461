// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "app/access/rights.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QSet>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

/// Who may ask for what, by the role of the sign-in.
class RightsTest : public QObject {
    Q_OBJECT

private:
    Scene m_scene;
    IncidentId m_urgent; ///< 1A12 works on it
    IncidentId m_routine;
    IncidentId m_mistaken; ///< an injury collision, urgent; nobody was sent
    OrderId m_order;       ///< to 1A14, of m_routine

    [[nodiscard]] std::optional<Refusal> refusal(Role role, const Command& command,
                                                 QStringView seat = u"bureau") const {
        Actor who = actor(seat);
        who.role = role;
        const auto allowed = permitted(m_scene.situation, who, command);
        return allowed ? std::nullopt : std::optional(allowed.error());
    }

    [[nodiscard]] Command levelled(const IncidentId& incident, Level level) const {
        AmendIncident amend;
        amend.incident = incident;
        amend.level = level;
        amend.reason = u"x"_s;
        return amend;
    }

private Q_SLOTS:
    void initTestCase() {
        m_scene.furnish();
        m_urgent = m_scene.report();
        m_routine = m_scene.report();
        m_mistaken = m_scene.report();
        for (const IncidentId& injury : {m_urgent, m_mistaken})
            QVERIFY(m_scene.ask(u"bureau", AmendIncident{.incident = injury,
                                                         .text = {},
                                                         .type = code<TypeCode>(u"traffic.injury"),
                                                         .level = Level::Urgent,
                                                         .place = {},
                                                         .callers = {},
                                                         .hazards = {},
                                                         .reason = {}}));
        QVERIFY(m_scene.ask(u"bureau", levelled(m_urgent, Level::Critical)));
        Q_UNUSED(m_scene.issue(m_urgent, u"1A12"));
        m_order = m_scene.issue(m_routine, u"1A14");
    }

    void isByRole_data() {
        QTest::addColumn<Command>("command");
        QTest::addColumn<QSet<Role>>("allowed");
        const QSet<Role> shift{Role::Dispatcher, Role::Supervisor, Role::DutyOfficer, Role::Crew};
        const QSet<Role> supervisor{Role::Supervisor};
        const QSet<Role> everybody = shift + QSet<Role>{Role::Reviewer, Role::Administrator};
        const auto row = [](const QByteArray& name, const Command& command, const QSet<Role>& allowed) {
            QTest::newRow(name.constData()) << command << allowed;
        };
        const auto unit = [](QStringView id) { return code<UnitId>(id); };
        const auto order = [](const IncidentId& incident, const UnitId& to) {
            return IssueOrder{incident, to, {}, {}, u"needed there"_s};
        };
        row("take a seat", OpenSeat{}, everybody);
        row("leave it", CloseSeat{}, everybody);
        row("look", RecordLook{}, everybody);
        row("report", ReportIncident{}, shift);
        row("note", AddNote{m_urgent, u"x"_s}, shift);
        row("raise a level", levelled(m_routine, Level::Critical), shift);
        row("keep a level", levelled(m_urgent, Level::Critical), shift);
        row("lower a level", levelled(m_urgent, Level::Routine), supervisor);
        const auto retyped = [](const IncidentId& incident, Level level) {
            AmendIncident amend;
            amend.incident = incident;
            amend.type = code<TypeCode>(u"traffic"); // a routine one
            amend.level = level;
            return amend;
        };
        row("correct a type to a lesser one", retyped(m_mistaken, Level::Routine), shift);
        row("lower further than the type does", retyped(m_mistaken, Level::NonPolice), supervisor);
        row("lower without another type", levelled(m_mistaken, Level::Routine), supervisor);
        row("correct the type of one that somebody works on", retyped(m_urgent, Level::Routine), supervisor);
        row("send a free unit", order(m_urgent, unit(u"2A01")), shift);
        row("take a unit to something worse", order(m_urgent, unit(u"1A14")), shift);
        row("take a unit from something worse", order(m_routine, unit(u"1A12")), supervisor);
        row("replace by one that is on worse", ReplaceUnit{m_order, unit(u"1A12"), u"x"_s}, supervisor);
        row("replace", ReplaceUnit{m_order, unit(u"2A01"), u"x"_s}, shift);
        row("acknowledge an emergency", AcknowledgeEmergency{unit(u"1A12")}, shift);
        row("end an emergency", EndEmergency{unit(u"1A12"), {}, u"x"_s},
            {Role::Supervisor, Role::DutyOfficer});
        for (const IncidentFlag flag : {IncidentFlag::Sensitive, IncidentFlag::ConfidentialCaller}) {
            const QByteArray name = enumName(flag).data();
            row("protect: " + name, FlagIncident{m_urgent, flag, true}, shift);
            row("lift: " + name, FlagIncident{m_urgent, flag, false}, supervisor);
        }
        row("unpin", FlagIncident{m_urgent, IncidentFlag::Pinned, false}, shift);
        row("policy", DefinePolicy{}, supervisor);
        for (const Command& define :
             {Command(DefinePost{}), Command(DefineUnit{}), Command(DefineCatalogue{}),
              Command(DefineCamera{}), Command(RetireCamera{}), Command(DefineFeed{}), Command(RetireFeed{})})
            row("define the desk: " + QByteArray::number(qsizetype(define.index())), define,
                {Role::Supervisor, Role::Administrator});
        row("message", SendMessage{}, shift);
        row("acknowledge a message", AdvanceMessage{}, shift);
        row("hand over", OfferHandover{}, shift);
        row("draw", DrawPlot{}, shift);
        row("watch", BeginView{}, shift);
        row("play what was kept", BeginView{.footage = FootageId()}, everybody);
        row("watch no longer", EndView{}, everybody);
        row("keep a picture", SaveFootage{}, shift);
        row("report without names", MakeReport{}, {Role::Supervisor, Role::Reviewer});
        row("report with names", MakeReport{{.named = true}}, supervisor);
        row("give footage out", ExportFootage{}, {Role::Supervisor, Role::DutyOfficer});
        row("delete footage", RemoveFootage{}, supervisor);
        row("set a bookmark", SetBookmark{}, {Role::Supervisor, Role::Reviewer});
        row("remove a bookmark", RemoveBookmark{}, {Role::Supervisor, Role::Reviewer});
        row("bounds of video", SetVideoPolicy{}, supervisor);
    }

    void isByRole() {
        QFETCH(Command, command);
        QFETCH(QSet<Role>, allowed);
        for (int i = int(Role::Dispatcher); i <= int(Role::Administrator); ++i) {
            const auto refused = refusal(Role(i), command);
            QVERIFY2(refused.has_value() != allowed.contains(Role(i)), enumName(Role(i)).data());
            if (refused) {
                QCOMPARE(must(refused).code, RefusalCode::NotOfRole);
                QCOMPARE(must(refused).value, QString(enumName(Role(i))));
                QVERIFY(enumFrom<Right>(must(refused).field));
            }
        }
        QVERIFY(!refusal(Role::Anybody, command)); // nobody signs in at a desk without users
    }

    void aRoleGivesNothingThatTierAndPostRefuse() {
        for (int i = int(Role::Anybody); i <= int(Role::Administrator); ++i)
            for (const Command& command : {Command(DefinePost{}), Command(LogOff{code<UnitId>(u"1A12")}),
                                           Command(EndEmergency{code<UnitId>(u"1A12"), {}, u"x"_s}),
                                           levelled(m_urgent, Level::Critical)})
                QVERIFY(refusal(Role(i), command, u"station:ST02"));
    }
};

QTEST_GUILESS_MAIN(RightsTest)
#include "rights_test.moc"
