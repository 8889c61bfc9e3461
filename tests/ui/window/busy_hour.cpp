// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/busy_hour.h"

#include "tests/support/must.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk::test {

namespace {

struct Call {
    const char16_t* text;
    const char16_t* address;
    Level level;
    double north, east; ///< metres from the centre
    Hazards hazards;
};

constexpr auto calls = std::to_array<Call>({
    {u"两车相撞，一人腿部受伤，占两条车道。",
     u"临江大道 118 号",
     Level::Critical,
     300,
     -500,
     {.injured = true}},
    {u"楼上持续敲击，已劝说无效。", u"云湖里 7 栋 302", Level::NonPolice, -900, 700, {}},
    {u"商店内有人持刀威胁店员。",
     u"滨河路 / 文昌街",
     Level::Critical,
     900,
     400,
     {.weapon = true, .injured = true}},
    {u"老人早上外出未归，78 岁，灰色外套。", u"翠园小区南门", Level::Urgent, -300, -1200, {}},
    {u"货车占用消防通道。", u"光明巷 21 号", Level::Urgent, 1300, -900, {}},
    {u"Purse taken from a bicycle basket, two young men on a motorcycle.",
     u"Heping Road 60",
     Level::Urgent,
     -1300,
     -300,
     {}},
    {u"广场舞噪声扰民。", u"人民广场", Level::NonPolice, 200, 1500, {}},
    {u"电梯困人，轿厢内三人。", u"金桥大厦 B 座", Level::Urgent, 700, 1100, {.trapped = true}},
    {u"停车剐蹭，双方争执。", u"临江大道 90 号", Level::Routine, -500, 300, {}},
    {u"燃气味，住户已疏散。", u"建设街 14 号", Level::Critical, -1500, 1400, {.hazmat = true}},
    {u"拾到身份证一张。", u"云湖地铁站 2 号口", Level::NonPolice, 1500, 200, {}},
    {u"消费纠纷，顾客不愿离开。", u"文昌街 33 号", Level::Routine, 500, -1500, {}},
});

GeoPoint moved(GeoPoint from, double north, double east) {
    const double perDegree = 111'320;
    return must(
        GeoPoint::from(from.latitude() + north / perDegree, from.longitude() + east / (perDegree * 0.85)));
}

OrderId send(LiveDesk& live, const IncidentId& incident, QStringView unit, OrderStage stage) {
    live.ask(u"bureau",
             IssueOrder{.incident = incident, .to = code<UnitId>(unit), .text = {}, .overrideReason = {}});
    const OrderId order = live.ordersOf(incident).constLast();
    live.pass(8s);
    for (const OrderStage step : {OrderStage::Delivered, OrderStage::Shown, OrderStage::Signed,
                                  OrderStage::UnderWay, OrderStage::Arrived, OrderStage::Reported}) {
        if (step > stage)
            break;
        live.pass(14s);
        live.ask(u"bureau", AdvanceOrder{.order = order,
                                         .to = step,
                                         .text = step == OrderStage::Reported ? u"双方已调解。"_s : QString(),
                                         .disposition = {}});
    }
    return order;
}

void bringUnits(LiveDesk& live) {
    const std::pair<const char16_t*, UnitKind> more[] = {
        {u"1M03", UnitKind::Motorcycle}, {u"1F07", UnitKind::Foot},       {u"1V02", UnitKind::Van},
        {u"2A04", UnitKind::Car},        {u"2M01", UnitKind::Motorcycle}, {u"2X05", UnitKind::Auxiliary},
        {u"2A09", UnitKind::Car},        {u"1B01", UnitKind::Boat},
    };
    const QStringList crews{u"陈卫东"_s, u"吴敏"_s, u"赵磊"_s, u"孙丽"_s,
                            u"周强"_s,   u"郑爽"_s, u"冯军"_s, u"何静"_s};
    int number = 0;
    for (const auto& [callsign, kind] : more) {
        const QStringView id(callsign);
        live.defineUnit(id, id[0] == u'1' ? u"ST01" : u"ST02", kind);
        live.ask(u"bureau",
                 LogOn{.unit = code<UnitId>(id), .crew = {crews[number], crews[(number + 3) % 8]}});
        ++number;
    }
}

/// Each station's area in a northern and a southern beat.
void bringBeats(LiveDesk& live, GeoPoint centre, double west, double across, double deep,
                const PostId& post) {
    const QString number = post.toString().right(1);
    for (const auto& [id, name, south, north] : {std::tuple(u"N"_s, Name{u"北区"_s, u"North"_s}, 0.0, deep),
                                                 {u"S"_s, Name{u"南区"_s, u"South"_s}, -deep, 0.0}})
        live.ask(u"bureau",
                 DefineBeat{{.id = code<BeatId>(number + id),
                             .post = post,
                             .name = name,
                             .area = {{moved(centre, south, west), moved(centre, south, west + across),
                                       moved(centre, north, west + across), moved(centre, north, west)}}}});
}

/// The stations answer for the west and the east of where it happens.
void bringAreas(LiveDesk& live, GeoPoint centre) {
    constexpr double across = 3200, deep = 2400; // metres
    for (const auto& [id, west] : {std::pair(u"ST01", -across), std::pair(u"ST02", 0.0)}) {
        const Post* known = live.situation().posts().find(code<PostId>(id));
        Post post = known ? *known : Post();
        post.at = moved(centre, 300, west + across / 2);
        post.area = {{moved(centre, -deep, west), moved(centre, -deep, west + across),
                      moved(centre, deep, west + across), moved(centre, deep, west)}};
        live.ask(u"bureau", DefinePost{post});
        bringBeats(live, centre, west, across, deep, code<PostId>(id));
    }
}

void reportPositions(LiveDesk& live, GeoPoint centre) {
    int number = 0;
    for (const QStringView id : {u"1M03", u"1F07", u"1V02", u"2A04", u"2M01", u"2A09", u"1B01"}) {
        live.placeUnit(id, moved(centre, 1900 - 560 * number, -2100 + 640 * number));
        ++number;
    }
    live.placeUnit(u"1A12", moved(centre, -500, -1500));
    live.placeUnit(u"1A14", moved(centre, 860, 330));
    live.placeUnit(u"2A01", moved(centre, -700, 1900));
    live.pass(4s);
}

QList<MessageId> messagesOf(LiveDesk& live, MessageKind kind) {
    QList<MessageId> found;
    for (const Message& message : live.situation().messages())
        if (message.kind == kind)
            found << message.id;
    return found;
}

/// To and fro, some of it answered; a bulletin and two status notes that stand.
void writeMessages(LiveDesk& live, const IncidentId& incident) {
    const Addressee bureau = code<PostId>(u"HQ");
    const Addressee station = code<PostId>(u"ST01");
    const Addressee car = code<UnitId>(u"1A12");
    live.ask(u"bureau", DefinePost{{.id = code<PostId>(u"HQ"),
                                    .tier = Tier::Bureau,
                                    .name = {.zh = u"指挥中心"_s, .en = u"Command centre"_s},
                                    .at = {},
                                    .area = {}}});
    const auto write = [&](QStringView seat, const QList<Addressee>& to, const QString& words,
                           const std::optional<IncidentId>& about = {}) {
        live.pass(40s);
        live.ask(seat, SendMessage{.to = to, .text = words, .incident = about});
    };
    const auto stand = [&](MessageKind kind, const QString& words, Milliseconds length) {
        live.pass(20s);
        live.ask(u"bureau", SendMessage{.to = {station, code<PostId>(u"ST02"), car, code<UnitId>(u"2A01")},
                                        .text = words,
                                        .incident = {},
                                        .kind = kind,
                                        .expiresAt = live.desk().clock().now() + length});
    };
    stand(MessageKind::StatusNote, u"临江大道北段封闭，绕行滨河路。"_s, 3h);
    stand(MessageKind::StatusNote, u"Radio channel 4 is out of order, use channel 6."_s, 90min);
    stand(MessageKind::Bulletin, u"查控白色面包车，尾号 7K3，车上两男子，可能持刀。"_s, 6h);
    const QList<MessageId> sent = messagesOf(live, MessageKind::Bulletin);
    live.ask(u"station:ST01", AdvanceMessage{sent.constFirst(), MessageStage::Acknowledged});
    live.ask(u"field:2A01", AdvanceMessage{sent.constFirst(), MessageStage::Shown});
    write(u"bureau", {car, station}, u"到场后先疏导左侧车道，救护车从东面进。"_s, incident);
    write(u"station:ST01", {bureau}, u"1V02 留所备勤，可增援。"_s);
    write(u"field:1A12", {bureau}, u"Two lanes are blocked, the driver is conscious."_s, incident);
    write(u"field:2A01", {bureau, station}, u"到达楼下，燃气公司已在现场。"_s);
}

/// Another call about what is known already.
void reportAgain(LiveDesk& live, const IncidentId& master, const Caller& caller) {
    const Incident* known = live.situation().incidents().find(master);
    IncidentDetails details = known ? known->details : IncidentDetails();
    details.callers = {caller};
    live.ask(u"bureau", MergeIncident{.incident = live.report(details), .into = master});
}

/// Safety checks: one that runs, one that is due soon, one that was missed.
void ask(LiveDesk& live, std::initializer_list<std::pair<QStringView, Milliseconds>> checks) {
    for (const auto& [unit, every] : checks)
        live.ask(u"bureau", SetTimer{.unit = code<UnitId>(unit), .every = every});
}

/// Two wait for 1A12, one for its beat; the room of what it works on is spoken in.
void waitAndTalk(LiveDesk& live, const IncidentId& now, const QList<IncidentId>& waiting,
                 const IncidentId& forBeat) {
    const Instant later = live.desk().clock().now() + 40min;
    for (const IncidentId& id : waiting)
        live.ask(u"bureau", HoldIncident{.incident = id,
                                         .until = later,
                                         .reason = u"1A12 之后"_s,
                                         .unit = code<UnitId>(u"1A12")});
    const Incident* parked = live.situation().incidents().find(forBeat);
    live.ask(u"bureau", HoldIncident{.incident = forBeat,
                                     .until = later,
                                     .reason = {},
                                     .unit = {},
                                     .beat = parked ? parked->beat : BeatId()});
    for (const auto& [seat, words] : {std::pair(u"bureau"_s, u"救护车三分钟后到。"_s),
                                      {u"field:1A12"_s, u"Left lane is open again."_s}}) {
        live.pass(30s);
        live.ask(seat, SendMessage{.to = {}, .text = words, .incident = now, .kind = MessageKind::Room});
    }
}

} // namespace

IncidentId playBusyHour(LiveDesk& live, GeoPoint centre) {
    bringAreas(live, centre);
    bringUnits(live);
    QList<IncidentId> incidents;
    for (const Call& call : calls) {
        live.pass(35s);
        incidents << live.report(
            {.text = QString(call.text),
             .type = code<TypeCode>(call.level == Level::Routine ? u"traffic" : u"traffic.accident"),
             .level = call.level,
             .place = {.at = moved(centre, call.north, call.east), .address = QString(call.address)},
             .callers = {{.name = u"李先生"_s, .phone = u"13800000000"_s}},
             .hazards = call.hazards});
    }
    const OrderId fight = send(live, incidents[2], u"1A14", OrderStage::Arrived);
    send(live, incidents[2], u"1M03", OrderStage::UnderWay);
    send(live, incidents[7], u"2A04", OrderStage::Signed);
    send(live, incidents[9], u"2A01", OrderStage::UnderWay);
    send(live, incidents[8], u"1F07", OrderStage::Reported);
    live.ask(u"bureau", IssueOrder{.incident = incidents[3],
                                   .to = code<PostId>(u"ST01"),
                                   .text = u"请派步巡查找。"_s,
                                   .overrideReason = {}});
    live.ask(
        u"bureau",
        IssueOrder{.incident = incidents[11], .to = code<PostId>(u"ST01"), .text = {}, .overrideReason = {}});
    live.ask(u"bureau",
             SetUnitStatus{.unit = code<UnitId>(u"2A09"), .status = UnitStatus::OutOfService, .reason = {}});
    live.ask(
        u"bureau",
        SetUnitStatus{.unit = code<UnitId>(u"1V02"), .status = UnitStatus::AvailableAtStation, .reason = {}});
    live.ask(u"field:1A14", AskReinforcement{.order = fight, .text = u"嫌疑人有两名同伙。"_s});
    send(live, incidents[0], u"1A12", OrderStage::Signed);
    live.ask(u"bureau", AddNote{.incident = incidents[0], .text = u"已通知救护车。"_s});
    live.placeUnit(u"2X05", moved(centre, -700, 2100));
    live.pass(8min); // that one fades
    reportPositions(live, centre);
    writeMessages(live, incidents[0]);
    reportAgain(live, incidents[0], {.name = u"王女士"_s, .phone = u"13900000000"_s});
    reportAgain(live, incidents[0], {.name = {}, .phone = u"13700000000"_s});
    live.ask(u"bureau", ChaseOrder{.order = live.ordersOf(incidents[0]).constLast(), .text = {}});
    waitAndTalk(live, incidents[0], {incidents[1], incidents[6]}, incidents[10]);
    ask(live, {{u"1A14", 40s}, {u"1A12", 95s}, {u"1F07", 20min}});
    live.pass(65s);
    return incidents[0];
}

IncidentId playBadNight(LiveDesk& live, GeoPoint centre) {
    bringAreas(live, centre);
    bringUnits(live);
    live.placeUnit(u"2X05", moved(centre, -700, 2100)); // and is not heard of again
    int number = 0;
    const auto report = [&] {
        const Call& call = calls.at(size_t(number) % calls.size());
        const double turn = 2.4 * number,
                     far = 2200 * std::sqrt((number + 0.5) / 40.0); // metres, evenly spread
        ++number;
        return live.report(
            {.text = QString(call.text),
             .type = code<TypeCode>(call.level == Level::Routine ? u"traffic" : u"traffic.accident"),
             .level = call.level,
             .place = {.at = moved(centre, far * std::sin(turn), far * std::cos(turn)),
                       .address =
                           u"%1 %2 号"_s.arg(QString(call.address).section(u' ', 0, 0)).arg(10 + 3 * number)},
             .callers = {{.name = u"李先生"_s, .phone = u"13800000000"_s}},
             .hazards = call.hazards});
    };
    for (const QStringView unit : {u"1A14", u"1M03", u"1V02", u"2A04", u"2M01"})
        send(live, report(), unit, OrderStage::Arrived);
    const IncidentId written = report();
    send(live, written, u"1B01", OrderStage::Arrived);
    writeMessages(live, written);
    for (const QStringView unit : {u"2A01", u"2A09", u"1A12"})
        send(live, report(), unit, OrderStage::UnderWay);
    IncidentId late;
    for (int i = 0; i < 6; ++i) {
        late = report();
        live.pass(3s);
    }
    live.pass(58s);
    while (number < 40) {
        live.pass(700ms);
        report();
    }
    live.ask(u"field:1A14", RaiseEmergency{.unit = code<UnitId>(u"1A14"),
                                           .text = u"嫌疑人持刀，请求支援！"_s,
                                           .at = moved(centre, 860, 330)});
    reportPositions(live, centre);
    ask(live, {{u"1M03", 20s}, {u"1A12", 70s}, {u"2A04", 15min}});
    live.pass(32s);
    return late;
}

} // namespace tridesk::test
