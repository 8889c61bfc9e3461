// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What desk.md promises of a typed line: verbs in three languages, unique beginnings, full-width characters,
// and an error that says which word and what was expected.
#include "app/line/line.h"
#include "app/line/words.h"
#include "tests/line/line_scene.h"
#include "tests/line/same_command.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tridesk::test {

class ReadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAlike_data();
    void readsAlike();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void namesNobodyTwice();
    void sendsSeveral();
    void readsTimes();
    void takesWhatIsInHand();
    void asksForTheForm();
    void looksAndFinds();
    void opensPictures();
    void tellsDaysApart();
    void setsOutAtOnce();
    void takesTheNewestMessage();

private:
    LineScene m_scene;
};

/// Lines of one row ask for the same.
void ReadTest::readsAlike_data() {
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char* name, const QStringList& lines) { QTest::newRow(name) << lines; };
    row("dispatch",
        {u"D 1A14 0002"_s, u"d 1a14 0002"_s, u"派 1A14 0002"_s, u"pai 1A14 0002"_s, u"派警 1A14 2"_s,
         u"派1A14 0002"_s, u"Ｄ　１Ａ１４　０００２"_s, u"dispatch 1A14 #0002"_s, u"paij 1A14 0002"_s,
         u"dis 1A14 20261121-0002"_s, u"派 1A14，0002"_s});
    row("several", {u"D 1A14 2A01 0002 快去"_s, u"派 1A14、2A01 0002 快去"_s, u"pai 1a14,2a01 0002 快去"_s});
    row("en route", {u"DE 1A14 0002"_s, u"派出 1A14 0002"_s, u"paichu 1A14 0002"_s});
    row("let it wait", {u"SK 1A12 0002 30 quiet"_s, u"stack 1a12 2 30 quiet"_s, u"排队 1A12 0002 30 quiet"_s,
                        u"paidui 1A12 0002 30m quiet"_s, u"候派1A12 0002 30 quiet"_s});
    row("as long as usual", {u"SK 1A12 0002"_s, u"SK 1A12 0002 15"_s});
    row("in a place", {u"SK 1A12 0002 place=1"_s, u"排队 1A12 0002 位次=1 15"_s});
    row("room",
        {u"M 0001 north gate"_s, u"M #0001: north gate"_s, u"发 1 north gate"_s, u"fa 0001 north gate"_s});
    row("sign", {u"S 1A12"_s, u"签收 1A12"_s, u"qs 1A12"_s, u"qianshou 1A12 0001"_s, u"签 1A12"_s});
    row("set out", {u"ER 1A12"_s, u"出发 1A12"_s, u"cf 1A12"_s, u"出警 1A12"_s});
    row("arrive", {u"AR 1A12"_s, u"到场 1A12"_s, u"daochang 1A12"_s, u"到 1A12"_s});
    row("clear",
        {u"CL 1A12 handled ok"_s, u"结 1A12 已处理 ok"_s, u"jie 1A12 Handled ok"_s, u"反馈 1A12 已 ok"_s});
    row("available", {u"AV 2A01"_s, u"空闲 2A01"_s, u"kx 2a"_s, u"av 2"_s});
    row("refer", {u"RF 0002 ST02"_s, u"转 0002 云湖派出所"_s, u"zhuan 0002 Yunhu"_s, u"转派 2 云湖"_s});
    row("stop", {u"VS 2A01 京A12345 @解放路口"_s, u"盘查 2A01 京A12345 @解放路口"_s,
                 u"pancha 2a01 京A12345 ＠解放路口"_s});
    row("log on",
        {u"ON 2A01 王 李 radio=R12"_s, u"上岗 2A01 王、李 电台=R12"_s, u"shanggang 2A01 radio=R12 王 李"_s});
    row("log off", {u"OFF 2A01"_s, u"下岗 2A01"_s, u"xg 2A01"_s});
    row("timer", {u"T 1A12 10"_s, u"计时 1A12 10分钟"_s, u"js 1A12 600s"_s});
    row("reset", {u"TR *"_s, u"复位 ＊"_s, u"fuwei *"_s});
    row("hold", {u"H 0002 15 later"_s, u"挂起 2 15m later"_s, u"guaqi 0002 12:15:06 later"_s});
    row("note", {u"N 0002 a  b"_s, u"备注 0002 a  b"_s, u"beizhu 0002 \"a  b\""_s});
    row("message",
        {u"M 1A12 ST01 come here"_s, u"发 1A12 ST01: come here"_s, u"fa 1A12 临江派出所：come here"_s});
    row("close", {u"X 0002 unfounded"_s, u"结案 0002 无此事"_s, u"ja 0002 unf"_s});
    row("regrade", {u"RG 0002 urgent blood"_s, u"改级 0002 紧急 blood"_s, u"gaiji 0002 2 blood"_s});
    row("flag", {u"MJ 0001"_s, u"重大 0001"_s, u"zhongda 1 on"_s});
    row("emergency", {u"EM 1A12 shots"_s, u"紧急 1A12 shots"_s, u"jinji 1A12 shots"_s});
    row("false alarm", {u"EF 1A12 sat on it"_s, u"误报 1A12 sat on it"_s, u"wb 1A12 sat on it"_s});
    row("chase", {u"CH 1A12"_s, u"催 1A12"_s, u"cui 1A12"_s, u"press 1A12"_s});
    row("new",
        {u"I traffic wall @main road"_s, u"接警 交通 wall @main road"_s, u"jj Traffic wall @main road"_s});
    row("on behalf", {u"S 1A12 via=radio said=\"on our way\""_s, u"签收 1A12 经=radio 话=“on our way”"_s});
}

void ReadTest::readsAlike() {
    QFETCH(QStringList, lines);
    const line::Context context = m_scene.context();
    const auto first = line::read(lines.first(), context);
    QVERIFY2(first && !first->commands.isEmpty(), qPrintable(lines.first()));
    for (const QString& each : std::as_const(lines)) {
        const auto reading = line::read(each, context);
        QVERIFY2(reading, qPrintable(each));
        QCOMPARE(reading->commands.size(), first->commands.size());
        for (qsizetype i = 0; i < first->commands.size(); ++i)
            QVERIFY2(same(reading->commands[i], first->commands[i]), qPrintable(each));
    }
}

void ReadTest::saysWhatIsWrong_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<line::Fault>("fault");
    QTest::addColumn<line::Slot>("expected");
    QTest::addColumn<qsizetype>("at");
    QTest::addColumn<QStringList>("candidates");
    using line::Fault;
    using line::Slot;
    const auto row = [](const QString& typed, Fault fault, Slot expected, qsizetype at,
                        const QStringList& candidates = {}) {
        QTest::newRow(qPrintable(typed.isEmpty() ? u"nothing"_s : typed))
            << typed << fault << expected << at << candidates;
    };
    row({}, Fault::Empty, Slot::Verb, 0);
    row(u"zzz 1A12"_s, Fault::Unknown, Slot::Verb, 0);
    row(u"派"_s, Fault::Missing, Slot::Unit, 1);
    row(u"D 9Z99 0001"_s, Fault::Unknown, Slot::Unit, 2);
    row(u"D 1A 0001"_s, Fault::Ambiguous, Slot::Unit, 2, {u"1A12"_s, u"1A14"_s});
    row(u"D 1A14"_s, Fault::Missing, Slot::Incident, 6);
    row(u"D 1A14 0077"_s, Fault::Unknown, Slot::Incident, 7);
    row(u"D 1A14 hurry"_s, Fault::Unknown, Slot::Unit, 7);
    row(u"D 1A14 0002 as=boss"_s, Fault::Unknown, Slot::Option, 12);
    row(u"S 2A01"_s, Fault::NoOrder, Slot::Order, 6);
    row(u"S 1A12 0002"_s, Fault::NoOrder, Slot::Order, 11);
    row(u"CL 1A12"_s, Fault::Missing, Slot::Disposition, 7);
    row(u"CL 1A12 nonsense"_s, Fault::Unknown, Slot::Disposition, 8);
    row(u"RF 0001 ST"_s, Fault::Ambiguous, Slot::Post, 8, {u"ST01"_s, u"ST02"_s});
    row(u"T 1A12 soon"_s, Fault::Unknown, Slot::Duration, 7);
    row(u"H 0002 25:99"_s, Fault::Unknown, Slot::Until, 7);
    row(u"N 0002"_s, Fault::Missing, Slot::NeededText, 6);
    row(u"MJ 0001 perhaps"_s, Fault::Unknown, Slot::Switch, 8);
    row(u"OFF 1A12 extra"_s, Fault::Surplus, Slot::Option, 9);
    row(u"OFF 1A12 \"x"_s, Fault::Open, Slot::Option, 9);
    row(u"ED 0001 at=here"_s, Fault::Unknown, Slot::Option, 8);
    row(u"C 1A12"_s, Fault::Ambiguous, Slot::Verb, 0);
    row(QString(line::longestLine + 1, u'D'), Fault::TooLong, Slot::Verb, 20'000);
}

void ReadTest::saysWhatIsWrong() {
    QFETCH(QString, typed);
    QFETCH(line::Fault, fault);
    QFETCH(line::Slot, expected);
    QFETCH(qsizetype, at);
    QFETCH(QStringList, candidates);
    const auto reading = line::read(typed, m_scene.context());
    QVERIFY(!reading);
    const line::Error& error = reading.error();
    const auto told = QString::number(int(error.fault)) + u' ' + QString::number(int(error.expected));
    QVERIFY2(error.fault == fault, qPrintable(told));
    QVERIFY2(error.expected == expected, qPrintable(told));
    QCOMPARE(error.at, at);
    if (!candidates.isEmpty())
        QCOMPARE(error.candidates, candidates);
}

/// A word that is typed may be a verb, a unit or nothing, but never two verbs.
void ReadTest::namesNobodyTwice() {
    QHash<QString, line::Verb> seen;
    for (const line::VerbSpec& spec : line::verbSpecs()) {
        QVERIFY(!spec.chinese || *spec.chinese);
        for (const QString& name : line::verbNames(spec.verb)) {
            QVERIFY2(!seen.contains(name), qPrintable(name));
            seen.insert(name, spec.verb);
            QCOMPARE(line::verbsNamed(name.toUpper()), QList{spec.verb});
        }
    }
}

void ReadTest::sendsSeveral() {
    const auto reading =
        line::read(u"D 1A14 2A01 0002 why=\"closest by far\" both gates"_s, m_scene.context());
    QVERIFY(reading);
    QCOMPARE(reading->commands.size(), 2);
    const auto leads = std::get<IssueOrder>(reading->commands[0]);
    const auto backs = std::get<IssueOrder>(reading->commands[1]);
    QCOMPARE(leads.role, OrderRole::Primary);
    QCOMPARE(backs.role, OrderRole::Backup);
    QCOMPARE(leads.text, u"both gates"_s);
    QCOMPARE(backs.overrideReason, u"closest by far"_s);
    QCOMPARE(backs.to, Addressee(code<UnitId>(u"2A01")));
    // 0001 has its primary already
    const auto more = line::read(u"D 2A01 0001"_s, m_scene.context());
    QVERIFY(more);
    QCOMPARE(std::get<IssueOrder>(more->commands[0]).role, OrderRole::Backup);
}

void ReadTest::readsTimes() {
    const auto until = [&](const QString& word) {
        const auto reading = line::read(u"SN ST01 "_s + word + u" closed"_s, m_scene.context());
        return reading ? std::get<SendMessage>(reading->commands.first()).expiresAt.value_or(Instant())
                       : Instant();
    };
    const Instant now = m_scene.clock.now(); // 12:00:06 UTC
    QCOMPARE(until(u"2h"_s), now + std::chrono::hours(2));
    QCOMPARE(until(u"12:01"_s), now + std::chrono::seconds(54));
    QCOMPARE(until(u"11:59"_s), now + std::chrono::hours(24) - std::chrono::seconds(66));
    QCOMPARE(until(u"１８：００"_s), now + std::chrono::hours(6) - std::chrono::seconds(6));
    QCOMPARE(until(u"2026-11-22T00:00:00.250Z"_s), instantFromMs(1'795'305'600'250));
}

void ReadTest::takesWhatIsInHand() {
    line::Context context = m_scene.context();
    context.incident = m_scene.second;
    context.units = {code<UnitId>(u"1A14"), code<UnitId>(u"2A01")};
    const auto sent = line::read(u"D . . go"_s, context);
    QVERIFY(sent);
    QCOMPARE(sent->commands.size(), 2);
    QCOMPARE(std::get<IssueOrder>(sent->commands[1]).incident, m_scene.second);
    QCOMPARE(std::get<IssueOrder>(sent->commands[1]).text, u"go"_s);
    QVERIFY(line::read(u"D 1A14"_s, context));
    QVERIFY(!line::read(u"D ."_s, m_scene.context())); // nothing in hand

    // a crew means itself, a duty room the order to it
    const auto signed_ = line::read(u"签收"_s, m_scene.context(u"field:1A12"));
    QVERIFY(signed_);
    QCOMPARE(std::get<AdvanceOrder>(signed_->commands.first()).order, m_scene.sent);
    const auto reported = line::read(u"CL handled all quiet"_s, m_scene.context(u"field:1A12"));
    QVERIFY(reported);
    QCOMPARE(std::get<AdvanceOrder>(reported->commands.first()).text, u"all quiet"_s);
    QVERIFY(!line::read(u"S"_s, m_scene.context(u"station:ST01")));
}

void ReadTest::asksForTheForm() {
    for (const QString& typed : {u"I"_s, u"接警"_s, u"ED 0001"_s, u"X 0001"_s}) {
        const auto reading = line::read(typed, m_scene.context());
        QVERIFY(reading);
        QVERIFY(std::holds_alternative<line::OpenForm>(reading->act));
        QVERIFY(reading->commands.isEmpty());
    }
}

void ReadTest::looksAndFinds() {
    const auto find = [&](const QString& typed) {
        const auto reading = line::read(typed, m_scene.context());
        const auto* found = reading ? std::get_if<line::FindText>(&reading->act) : nullptr;
        return found ? found->text : QString();
    };
    QCOMPARE(find(u"@解放路 12"_s), u"解放路 12"_s);
    QCOMPARE(find(u"＠ a"_s), u"a"_s);
    QCOMPARE(find(u"查找 桥"_s), u"桥"_s);
    const auto incident = line::read(u"V 0002"_s, m_scene.context());
    QVERIFY(incident);
    QCOMPARE(std::get<line::ViewIncident>(incident->act).incident, m_scene.second);
    const auto unit = line::read(u"查 2a"_s, m_scene.context());
    QVERIFY(unit);
    QCOMPARE(std::get<line::ViewUnit>(unit->act).unit, code<UnitId>(u"2A01"));
}

void ReadTest::opensPictures() {
    LineScene scene;
    QVERIFY(scene.ask(u"bureau", DefineFeed{VideoFeed{.id = code<FeedId>(u"CAM-7"),
                                                      .name = {.zh = u"路口"_s, .en = u"Junction"_s},
                                                      .owner = {.kind = FeedOwnerKind::Camera,
                                                                .camera = code<CameraId>(u"C7"),
                                                                .at = GeoPoint::from(32.05, 118.55)},
                                                      .mainAddress = u"rtsp://host/7"_s,
                                                      .subAddress = {}}}));
    for (const QString& typed : {u"VI cam-7"_s, u"video C7"_s, u"视频 CAM-7"_s, u"画面CAM-7"_s}) {
        const auto reading = line::read(typed, scene.context());
        QVERIFY2(reading, qPrintable(typed));
        QCOMPARE(std::get<line::WatchFeed>(reading->act).feed, code<FeedId>(u"CAM-7"));
    }
    const auto unit = line::read(u"hm 2A01"_s, scene.context());
    QVERIFY(unit);
    QCOMPARE(std::get<line::WatchUnit>(unit->act).unit, code<UnitId>(u"2A01"));
    const auto incident = line::read(u"VI 0002"_s, scene.context());
    QVERIFY(incident);
    QCOMPARE(std::get<line::WatchIncident>(incident->act).incident, scene.second);
    QVERIFY(!line::read(u"VI NOBODY"_s, scene.context()));
    // what these beginnings meant before they still mean
    QCOMPARE(line::verbsNamed(u"sp"_s), QList{line::Verb::Split});
    QCOMPARE(line::verbsNamed(u"v"_s), QList{line::Verb::View});
}

/// Yesterday's 0001 is open still: today's cannot be meant by four digits alone.
void ReadTest::tellsDaysApart() {
    LineScene scene;
    scene.clock.advance(std::chrono::hours(24));
    const IncidentId today = scene.report();
    const auto short_ = line::read(u"N 0001 x"_s, scene.context());
    QVERIFY(!short_);
    QCOMPARE(short_.error().fault, line::Fault::Ambiguous);
    QCOMPARE(short_.error().candidates, QStringList({u"20261121-0001"_s, u"20261122-0001"_s}));
    const auto whole = line::read(u"N 20261122-0001 x"_s, scene.context());
    QVERIFY(whole);
    QCOMPARE(std::get<AddNote>(whole->commands.first()).incident, today);
    QCOMPARE(line::write(AddNote{today, u"x"_s}, scene.context()), u"N 20261122-0001 x"_s);
    const auto other = line::read(u"N 0002 x"_s, scene.context());
    QVERIFY(other);
    QCOMPARE(std::get<AddNote>(other->commands.first()).incident, scene.second);
}

/// Nobody types the end of an id while the message stands there.
void ReadTest::takesTheNewestMessage() {
    LineScene scene;
    const auto send = [&](QStringView from, QStringView to, const QString& text, MessageKind kind) {
        scene.clock.advance(std::chrono::seconds(1));
        const Instant until = scene.clock.now() + std::chrono::hours(1);
        const auto expires = kind == MessageKind::Message ? std::nullopt : std::optional(until);
        const auto sent = scene.ask(from, SendMessage{{code<PostId>(to)}, text, {}, kind, expires, {}});
        return std::get<MessageSent>(decode(sent->first().fact).value()).message;
    };
    const MessageId first = send(u"bureau", u"ST01", u"one"_s, MessageKind::Message);
    const MessageId second = send(u"bureau", u"ST01", u"two"_s, MessageKind::Bulletin);
    (void)send(u"bureau", u"ST02", u"elsewhere"_s, MessageKind::Message);
    for (const QString& typed : {u"RD"_s, u"已阅"_s, u"yiyue ."_s}) {
        const auto read = line::read(typed, scene.context(u"station:ST01"));
        QVERIFY2(read, qPrintable(typed));
        QCOMPARE(std::get<AdvanceMessage>(read->commands.first()).message, second);
    }
    QVERIFY(scene.ask(u"station:ST01", AdvanceMessage{second, MessageStage::Acknowledged}));
    const auto older = line::read(u"RD"_s, scene.context(u"station:ST01"));
    QVERIFY(older);
    QCOMPARE(std::get<AdvanceMessage>(older->commands.first()).message, first);
    QVERIFY(scene.ask(u"station:ST01", AdvanceMessage{first, MessageStage::Acknowledged}));
    const auto none = line::read(u"RD"_s, scene.context(u"station:ST01"));
    QVERIFY(!none);
    QCOMPARE(none.error().fault, line::Fault::Missing);
    // what is taken down is a notice of one's own
    const auto down = line::read(u"撤下"_s, scene.context());
    QVERIFY(down);
    QCOMPARE(std::get<WithdrawMessage>(down->commands.first()).message, second);
    QVERIFY(!line::read(u"WD ."_s, scene.context(u"station:ST01")));
}

/// DE and DO tell what was said by voice: the order has its signature, and nothing is left to recall.
void ReadTest::setsOutAtOnce() {
    LineScene scene;
    const auto reading = line::read(u"DO 1A14 0002"_s, scene.context());
    QVERIFY(reading);
    QVERIFY(scene.ask(u"bureau", reading->commands.first()));
    const Unit& unit = scene.unit(u"1A14");
    QCOMPARE(unit.status, UnitStatus::OnScene);
    const Order& order = scene.order(must(unit.order));
    QCOMPARE(order.stage, OrderStage::Arrived);
    QVERIFY(order.reached(OrderStage::Signed).has_value());
    QVERIFY(!order.reached(OrderStage::Shown).has_value());
    QCOMPARE(refusalOf(scene.ask(u"bureau", RecallOrder{order.id})).code, RefusalCode::OrderReleased);
    IssueOrder odd{.incident = scene.second, .to = code<PostId>(u"ST02"), .text = {}, .overrideReason = {}};
    odd.reached = OrderStage::Arrived;
    QCOMPARE(refusalOf(scene.ask(u"bureau", odd)).code, RefusalCode::Invalid);
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::ReadTest)
#include "read_test.moc"
