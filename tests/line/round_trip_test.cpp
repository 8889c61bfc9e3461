// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every command that has a line writes one that reads back to the same command: log, script and drill are
// one.
#include "app/line/words.h"
#include "tests/line/line_scene.h"
#include "tests/line/same_command.h"

#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;

namespace tridesk::test {

namespace {

/// Texts that a grammar could stumble over.
const QStringList& awkward() {
    static const QStringList texts{u"快去，门口等"_s,
                                   u"two\nlines\tand more"_s,
                                   u" blanks around "_s,
                                   u"\"quoted\" and not"_s,
                                   u"\"quoted\""_s,
                                   u"back\\slash \\n"_s,
                                   u"1A14 went home"_s,
                                   u"0002 is another"_s,
                                   u". begins with a dot"_s,
                                   u"why=not"_s,
                                   u"* all"_s,
                                   u"ST02: answer"_s,
                                   u"“弯引号” 里外"_s,
                                   u"at the door @ 3"_s,
                                   u"１２３　全角"_s,
                                   u"handled"_s,
                                   u"traffic jam"_s,
                                   u"off"_s,
                                   u"-"_s,
                                   u"a=b \"c"_s};
    return texts;
}

constexpr int kinds = int(std::variant_size_v<AnyCommand>);

} // namespace

class RoundTripTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comesBack();
    void textsComeBack();
    void mostKindsHaveALine();
    void severalStandInOneLine();
    void saysNothingOfWhatIsGone();

private:
    [[nodiscard]] QList<Command> commands() const;
    [[nodiscard]] QList<Command> withText(const QString& text) const;
    void check(const Command& command, const line::Context& context);

    LineScene m_scene;
    OrderId m_referred;
    MessageId m_bulletin;
    HandoverId m_handover;
    IncidentId m_closed;
    PremiseNoteId m_note;
    QSet<size_t> m_seen;
};

void RoundTripTest::initTestCase() {
    const auto made = [&](QStringView seat, Command command) {
        return decode(m_scene.ask(seat, std::move(command)).value().last().fact).value();
    };
    m_referred = std::get<OrderIssued>(made(u"bureau", IssueOrder{.incident = m_scene.second,
                                                                  .to = code<PostId>(u"ST01"),
                                                                  .text = {},
                                                                  .overrideReason = {}}))
                     .order;
    m_bulletin = std::get<MessageSent>(
                     made(u"bureau", SendMessage{.to = {code<PostId>(u"ST01")},
                                                 .text = u"white van"_s,
                                                 .incident = {},
                                                 .kind = MessageKind::Bulletin,
                                                 .expiresAt = m_scene.clock.now() + std::chrono::hours(1)}))
                     .message;
    m_handover = std::get<HandoverOffered>(made(u"bureau", OfferHandover{u"all quiet"_s, {}})).handover;
    m_closed = m_scene.report(u"nothing"_s);
    m_note =
        std::get<PremiseNoted>(
            made(
                u"bureau",
                NotePremise{
                    {},
                    {.words = u"dog"_s, .at = {}, .area = {}, .address = u"解放路 1 号"_s, .expiresAt = {}}}))
            .note;
    QVERIFY(m_scene.ask(u"bureau", CloseIncident{m_closed, code<TypeCode>(u"unfounded"), {}}));
    const Post* station = m_scene.situation.posts().find(code<PostId>(u"ST01"));
    QVERIFY(m_scene.ask(
        u"bureau", DefineBeat{{code<BeatId>(u"B07"), station->id, {u"江北"_s, u"North"_s}, station->area}}));
}

void RoundTripTest::check(const Command& command, const line::Context& context) {
    const QString line = line::write(command, context);
    const QByteArray told = (u"kind "_s + QString::number(command.index()) + u": "_s + line).toUtf8();
    QVERIFY2(!line.isEmpty(), told.constData());
    QVERIFY2(!line.contains(u'\n'), told.constData());
    const auto reading = line::read(line, context);
    QVERIFY2(reading, told.constData());
    QVERIFY2(reading->commands.size() == 1, told.constData());
    QVERIFY2(same(reading->commands.first(), command), told.constData());
    m_seen.insert(command.index());
}

QList<Command> RoundTripTest::commands() const {
    const auto unit = code<UnitId>(u"1A12");
    const auto other = code<UnitId>(u"1A14");
    const auto post = code<PostId>(u"ST01");
    const Instant later = m_scene.clock.now() + Milliseconds(5'400'250);
    const Place place{GeoPoint::from(31.123456789, 118.1), u"解放路 1号"_s};
    const Hazards hazards{.weapon = true, .injured = false, .trapped = true, .hazmat = false};
    const QList<Caller> callers{{u"王 某"_s, u"138 0000"_s}, {u"none"_s, {}}, {{}, u"110"_s}};
    const IncidentDetails details{
        u"京A12345"_s, code<TypeCode>(u"traffic.injury"), Level::Critical, place, callers, hazards};
    QList<Command> all{
        LogOn{unit, {u"王"_s, u"Li Wei"_s, u"a=b"_s}, {u"京A1 22"_s, u"R12"_s, {}, u"G-1"_s}},
        LogOff{unit},
        ReportIncident{{u"phone"_s, {}}, details},
        ReportIncident{{u"cad feed"_s, u"k-1"_s}, details},
        ReportIncident{{u"phone"_s, {}}, {{}, code<TypeCode>(u"traffic"), Level::Routine, {}, {}, {}}},
        InitiateIncident{unit, details},
        AmendIncident{.incident = m_scene.first,
                      .text = u""_s,
                      .type = TypeCode(),
                      .level = Level::Urgent,
                      .place = place,
                      .callers = callers,
                      .hazards = hazards,
                      .reason = u"seen by the crew"_s},
        AmendIncident{.incident = m_scene.first,
                      .text = {},
                      .type = {},
                      .level = {},
                      .place = Place(),
                      .callers = QList<Caller>(),
                      .hazards = Hazards(),
                      .reason = {}},
        IssueOrder{.incident = m_scene.first,
                   .to = other,
                   .role = OrderRole::Backup,
                   .text = {},
                   .overrideReason = u"near"_s},
        IssueOrder{.incident = m_scene.second,
                   .to = other,
                   .role = OrderRole::Backup,
                   .text = u"x"_s,
                   .overrideReason = {},
                   .reached = OrderStage::UnderWay},
        IssueOrder{.incident = m_scene.second,
                   .to = other,
                   .role = OrderRole::Primary,
                   .text = {},
                   .overrideReason = {},
                   .reached = OrderStage::Arrived},
        IssueOrder{.incident = m_scene.second,
                   .to = code<PostId>(u"ST02"),
                   .role = OrderRole::Primary,
                   .text = u"y"_s,
                   .overrideReason = {}},
        RecallOrder{m_referred},
        SetPrimary{m_scene.sent},
        AcknowledgeNotice{m_scene.sent, post},
        FlagIncident{m_scene.first, IncidentFlag::Major, true},
        FlagIncident{m_scene.first, IncidentFlag::Watch, false},
        FlagIncident{m_scene.first, IncidentFlag::Pinned, true},
        FlagIncident{m_scene.first, IncidentFlag::Sensitive, false},
        FlagIncident{m_scene.first, IncidentFlag::ConfidentialCaller, true},
        TagIncident{m_scene.first, {u"集会"_s, u"two words"_s, u"-"_s}},
        TagIncident{m_scene.first, {}},
        HoldIncident{m_scene.second, {}, {}},
        HoldIncident{m_scene.second, later, {}, unit, {}, 2},
        HoldIncident{m_scene.second, later, {}, {}, code<BeatId>(u"B07")},
        CloseIncident{m_scene.first, code<TypeCode>(u"handled"), {}, u"he hung up"_s},
        MergeIncident{m_scene.first, m_scene.second},
        SetTimer{unit, std::chrono::minutes(10)},
        SetTimer{unit, std::chrono::seconds(90)},
        SetTimer{unit, Milliseconds(0)},
        ResetTimers{{unit, other}},
        ResetTimers{},
        RaiseEmergency{unit, EmergencySource::Device, {}, GeoPoint::from(31.5, 118.25)},
        AcknowledgeEmergency{unit},
        SendMessage{.to = {unit, post},
                    .text = u"x"_s,
                    .incident = m_scene.first,
                    .kind = MessageKind::Bulletin,
                    .expiresAt = later,
                    .area = {{must(GeoPoint::from(31.1, 118.1)), must(GeoPoint::from(31.2, 118.1)),
                              must(GeoPoint::from(31.2, 118.3))}}},
        SendMessage{.to = line::everybody(m_scene.context()), .text = u"x"_s, .incident = {}},
        AdvanceMessage{m_bulletin, MessageStage::Acknowledged},
        AdvanceMessage{m_bulletin, MessageStage::Shown},
        WithdrawMessage{m_bulletin},
        NotePremise{m_note,
                    {.kind = PremiseKind::KeySite,
                     .words = u"two gates"_s,
                     .at = GeoPoint::from(31.1, 118.1),
                     .radius = 120,
                     .area = {{must(GeoPoint::from(31.1, 118.1)), must(GeoPoint::from(31.2, 118.1)),
                               must(GeoPoint::from(31.2, 118.3))}},
                     .address = {},
                     .expiresAt = later}},
        WithdrawPremiseNote{m_note, u"moved"_s},
        MoveSector{{post, code<PostId>(u"ST02")}, {}, {}},
        TickStep{m_scene.first, code<TypeCode>(u"call"), true},
        TickStep{m_scene.first, code<TypeCode>(u"call"), false}};
    for (const UnitStatus status : {UnitStatus::BusyDivertable, UnitStatus::BusyCommitted,
                                    UnitStatus::Transport, UnitStatus::AvailableAtStation})
        all.append(SetUnitStatus{unit, status, {}});
    for (const OrderStage stage : {OrderStage::Delivered, OrderStage::Shown, OrderStage::Signed,
                                   OrderStage::UnderWay, OrderStage::Arrived})
        for (const OrderId& order : {m_scene.sent, m_referred})
            all.append(AdvanceOrder{order, stage, {}, {}, {}});
    return all;
}

/// All that carry free text, with one.
QList<Command> RoundTripTest::withText(const QString& text) const {
    const auto unit = code<UnitId>(u"1A12");
    const auto handled = code<TypeCode>(u"handled");
    const Instant later = m_scene.clock.now() + std::chrono::minutes(30);
    const IncidentDetails details{text, {}, Level::Routine, {{}, text}, {}, {}};
    return {ReportIncident{{u"phone"_s, {}}, details},
            InitiateIncident{unit, details},
            AmendIncident{.incident = m_scene.first,
                          .text = text,
                          .type = {},
                          .level = {},
                          .place = Place{{}, text},
                          .callers = {{{text, text}}},
                          .hazards = {},
                          .reason = text},
            AmendIncident{.incident = m_scene.first,
                          .text = {},
                          .type = {},
                          .level = Level::Urgent,
                          .place = {},
                          .callers = {},
                          .hazards = {},
                          .reason = text},
            AddNote{m_scene.first, text},
            CloseIncident{m_scene.first, handled, text},
            IssueOrder{.incident = m_scene.second,
                       .to = unit,
                       .role = OrderRole::Primary,
                       .text = text,
                       .overrideReason = text},
            IssueOrder{.incident = m_scene.second,
                       .to = code<PostId>(u"ST02"),
                       .role = OrderRole::Primary,
                       .text = text,
                       .overrideReason = {}},
            AdvanceOrder{m_scene.sent, OrderStage::Signed, text, {}, OnBehalf{u"radio"_s, text}},
            AdvanceOrder{m_scene.sent, OrderStage::Reported, text, handled, {}},
            AdvanceOrder{m_referred, OrderStage::Closed, text, handled, {}},
            AdvanceOrder{m_scene.sent, OrderStage::Refused, text, {}, {}},
            AdvanceOrder{m_referred, OrderStage::Cancelled, text, {}, {}},
            ReplaceUnit{m_scene.sent, code<UnitId>(u"1A14"), text, text},
            ExchangeUnits{unit, code<UnitId>(u"2A01"), text},
            ChaseOrder{m_scene.sent, text},
            AskReinforcement{m_scene.sent, text},
            SetUnitStatus{unit, UnitStatus::Available, text},
            SetUnitStatus{unit, UnitStatus::Reserved, text},
            SetUnitStatus{unit, UnitStatus::OutOfService, text},
            SetUnitStatus{unit, UnitStatus::Transport, text},
            HoldIncident{m_scene.first, later, text},
            HoldIncident{m_scene.first, {}, text},
            HoldIncident{m_scene.first, later, text, unit},
            CloseIncident{m_scene.first, handled, text, text},
            SendMessage{.to = {}, .text = text, .incident = m_scene.first, .kind = MessageKind::Room},
            SplitIncident{m_closed, text},
            ReopenIncident{m_closed, text},
            TransferIncident{m_scene.first, text, text},
            ReturnTransfer{m_scene.first, text},
            RaiseEmergency{unit, EmergencySource::Desk, text, {}},
            EndEmergency{unit, EmergencyOutcome::Resolved, text},
            EndEmergency{unit, EmergencyOutcome::False, text},
            SendMessage{.to = {unit, code<PostId>(u"ST01")}, .text = text, .incident = {}},
            SendMessage{.to = {unit},
                        .text = text,
                        .incident = m_scene.first,
                        .kind = MessageKind::StatusNote,
                        .expiresAt = later},
            NotePremise{{},
                        {.kind = PremiseKind::Hazard,
                         .words = text,
                         .at = {},
                         .area = {},
                         .address = text,
                         .expiresAt = {}}},
            MoveSector{{code<PostId>(u"ST02")}, text, u"bureau:2"_s},
            WithdrawPremiseNote{m_note, text},
            OfferHandover{text, text},
            TakeHandover{m_handover, text}};
}

void RoundTripTest::comesBack() {
    for (const Command& command : commands())
        check(command, m_scene.context());
}

void RoundTripTest::textsComeBack() {
    for (const QString& text : awkward())
        for (const Command& command : withText(text))
            check(command, m_scene.context());
}

/// Which kinds no line asks for is a decision; a new kind of command must make it.
void RoundTripTest::mostKindsHaveALine() {
    constexpr int without = 33; // notices, settings, drawings, lists; video; what machines say
    QCOMPARE(m_seen.size(), kinds - without);
}

void RoundTripTest::severalStandInOneLine() {
    const auto sent = [&](QStringView unit, OrderRole role) {
        return IssueOrder{.incident = m_scene.second,
                          .to = code<UnitId>(unit),
                          .role = role,
                          .text = u"go"_s,
                          .overrideReason = {}};
    };
    const QList<Command> all{sent(u"1A14", OrderRole::Primary), sent(u"2A01", OrderRole::Backup),
                             AddNote{m_scene.second, u"sent"_s}};
    const QStringList lines = line::write(all, m_scene.context());
    QCOMPARE(lines, QStringList({u"D 1A14 2A01 0002 go"_s, u"N 0002 sent"_s}));
    const auto reading = line::read(lines.first(), m_scene.context());
    QVERIFY(reading);
    for (qsizetype i = 0; i < 2; ++i)
        QVERIFY(same(reading->commands[i], all[i]));
}

void RoundTripTest::saysNothingOfWhatIsGone() {
    const auto context = m_scene.context();
    QVERIFY(line::write(AddNote{IncidentId(QUuid::createUuid()), u"x"_s}, context).isEmpty());
    QVERIFY(line::write(RecallOrder{OrderId(QUuid::createUuid())}, context).isEmpty());
    QVERIFY(line::write(AddNote{m_scene.first, QString(line::longestLine, u'x')}, context).isEmpty());
    QVERIFY(line::write(ChaseOrder{m_scene.sent, {}, true}, context).isEmpty());
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::RoundTripTest)
#include "round_trip_test.moc"
