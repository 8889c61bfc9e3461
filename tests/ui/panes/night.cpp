// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/night.h"

#include "tests/support/must.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk::test {

namespace {

struct Happening {
    const char16_t* type;
    Level level;
    const char16_t* place;
    const char16_t* text;
};

constexpr Happening happenings[] = {
    {u"public.fight", Level::Critical, u"滨江路88号蓝海酒吧门前",
     u"七八个人持械斗殴，一人头部流血，对方还在叫人。"},
    {u"traffic.accident.injury", Level::Urgent, u"人民路与中山路交叉口",
     u"小轿车撞倒电动车，骑车人腿部受伤，占用两条车道。"},
    {u"crime.theft.vehicle", Level::Routine, u"翠湖小区3号楼下", u"电动车昨晚停在楼下，现在不见了。"},
    {u"dispute.noise", Level::NonPolice, u"东风新村12栋", u"楼上装修到深夜，多次沟通无果。"},
    {u"crime.robbery", Level::Critical, u"解放大道工商银行自助网点",
     u"取款后被两名骑摩托车男子抢走背包，往东逃跑。"},
    {u"help.lost_child", Level::Urgent, u"人民广场地铁站B口", u"五岁男孩走失二十分钟，穿蓝色外套。"},
    {u"traffic.jam", Level::Routine, u"学府路小学门口", u"放学时段车辆乱停，堵死。"},
    {u"fire.building", Level::Critical, u"新华路156号居民楼四层", u"厨房起火，楼道有烟，老人行动不便被困。"},
    {u"dispute.family", Level::Routine, u"和平里二区7号楼2单元", u"夫妻争吵，邻居听到摔东西。"},
    {u"traffic.accident", Level::Routine, u"环城北路高架下匝道", u"两车追尾，无人受伤，双方对责任有争议。"},
};

constexpr const char16_t* stations[][2] = {
    {u"临江派出所", u"Linjiang"}, {u"云湖派出所", u"Yunhu"},         {u"城东派出所", u"Chengdong"},
    {u"学府派出所", u"Xuefu"},    {u"人民路派出所", u"Renmin Road"}, {u"新华派出所", u"Xinhua"},
    {u"和平派出所", u"Heping"},   {u"开发区派出所", u"Kaifaqu"},     {u"火车站派出所", u"Railway Station"},
    {u"翠湖派出所", u"Cuihu"},    {u"东风派出所", u"Dongfeng"},      {u"环城派出所", u"Huancheng"}};

constexpr const char16_t* types[][3] = {{u"crime", u"刑事", u"Crime"},
                                        {u"crime.theft", u"盗窃", u"Theft"},
                                        {u"crime.theft.vehicle", u"盗窃车辆", u"Vehicle theft"},
                                        {u"crime.robbery", u"抢劫抢夺", u"Robbery"},
                                        {u"public", u"治安", u"Public order"},
                                        {u"public.fight", u"打架斗殴", u"Fight"},
                                        {u"traffic", u"交通", u"Traffic"},
                                        {u"traffic.jam", u"交通拥堵", u"Congestion"},
                                        {u"traffic.accident", u"交通事故", u"Collision"},
                                        {u"traffic.accident.injury", u"伤人事故", u"Injury collision"},
                                        {u"fire", u"火灾与灾害事故", u"Fire and disaster"},
                                        {u"fire.building", u"建筑火灾", u"Building fire"},
                                        {u"dispute", u"纠纷", u"Dispute"},
                                        {u"dispute.family", u"家庭纠纷", u"Family dispute"},
                                        {u"dispute.noise", u"噪声扰民", u"Noise"},
                                        {u"help", u"紧急求助", u"Help"},
                                        {u"help.lost_child", u"儿童走失", u"Lost child"}};

constexpr const char16_t* crews[] = {u"王伟", u"李娜", u"张强", u"刘洋", u"陈静",
                                     u"杨帆", u"赵磊", u"黄敏", u"周涛"};

QString string(const char16_t* text) {
    return QString::fromUtf16(text);
}

PostId post(int number) {
    return code<PostId>(u"ST%1"_s.arg(number + 1, 2, 10, QChar(u'0')));
}

void mustDo(Scene& scene, const Command& command) {
    Q_UNUSED(scene.ask(u"bureau", command).value());
}

Area squareAt(int number) {
    const double west = 118.5 + number % 4 * 0.05;
    const int row = number / 4;
    const double south = 31.1 + row * 0.05;
    const auto point = [](double latitude, double longitude) {
        return must(GeoPoint::from(latitude, longitude));
    };
    return {{point(south, west), point(south, west + 0.05), point(south + 0.05, west + 0.05),
             point(south + 0.05, west)}};
}

void defineCatalogue(Scene& scene) {
    Catalogue catalogue;
    for (const auto& [codeText, zh, en] : types)
        catalogue.types.append({code<TypeCode>(string(codeText)), {string(zh), string(en)}, Level::Routine});
    catalogue.dispositions = {{code<TypeCode>(u"handled"), {u"已处理"_s, u"Handled"_s}},
                              {code<TypeCode>(u"false"), {u"虚假警情"_s, u"False report"_s}}};
    mustDo(scene, DefineCatalogue{catalogue});
}

void definePosts(Scene& scene) {
    mustDo(scene,
           DefinePost{{code<PostId>(u"HQ"), Tier::Bureau, {u"指挥中心"_s, u"Command centre"_s}, {}, {}}});
    for (int i = 0; i < 12; ++i)
        mustDo(
            scene,
            DefinePost{
                {post(i), Tier::Station, {string(stations[i][0]), string(stations[i][1])}, {}, squareAt(i)}});
}

UnitId unitAt(int number) {
    return code<UnitId>(u"%1A%2"_s.arg(number / 5 + 1).arg(11 + number % 5));
}

void defineUnits(Scene& scene) {
    for (int i = 0; i < 60; ++i) {
        const UnitId id = unitAt(i);
        mustDo(scene, DefineUnit{{id, code<Callsign>(id.toString()), UnitKind(i % 7 % 6), post(i / 5), {}}});
        if (i % 9 == 8)
            continue;
        mustDo(scene, LogOn{id, {string(crews[i % 9]), string(crews[(i + 4) % 9])}});
        if (i % 6 == 5)
            mustDo(scene, SetUnitStatus{id, UnitStatus::AvailableAtStation, {}});
        scene.clock.advance(7s);
    }
}

IncidentId reportNext(Scene& scene, int i) {
    const Happening& h = happenings[i % 10];
    IncidentDetails details;
    details.text = string(h.text);
    details.type = code<TypeCode>(string(h.type));
    details.level = h.level;
    details.place = {GeoPoint::from(31.12 + (i * 37 % 13) * 0.01, 118.52 + (i * 53 % 17) * 0.01),
                     string(h.place)};
    details.callers = {{u"热心市民"_s, u"1380000%1"_s.arg(i, 4, 10, QChar(u'0'))}};
    details.hazards.injured = i % 10 < 2;
    details.hazards.weapon = i % 10 == 0;
    const auto made = scene.ask(u"bureau", ReportIncident{{u"phone"_s, {}}, details}).value();
    return std::get<IncidentReported>(decode(made.first().fact).value()).incident;
}

/// Takes an order as far along its chain as `steps` says, so many seconds a step.
void carry(Scene& scene, const OrderId& order, int steps, std::chrono::seconds pace) {
    scene.clock.advance(recallWindow);
    constexpr OrderStage chain[] = {OrderStage::Delivered, OrderStage::Shown,   OrderStage::Signed,
                                    OrderStage::UnderWay,  OrderStage::Arrived, OrderStage::Reported};
    for (int step = 0; step < steps; ++step) {
        scene.clock.advance(pace);
        mustDo(scene, AdvanceOrder{order, chain[step], step == 5 ? u"双方已调解"_s : QString(), {}});
    }
}

} // namespace

void playNight(Scene& scene) {
    defineCatalogue(scene);
    definePosts(scene);
    defineUnits(scene);
    for (int i = 0; i < 40; ++i) {
        scene.clock.advance(std::chrono::seconds(11 + i * 7 % 23));
        const IncidentId incident = reportNext(scene, i);
        if (i % 10 > 6 || i > 34)
            continue;
        scene.clock.advance(9s);
        const QString unit = unitAt((i * 7 + 1) % 60).toString();
        if (!mayIssue(scene.situation, incident, code<UnitId>(unit)))
            continue;
        const OrderId order = scene.issue(incident, unit);
        if (const UnitId backup = unitAt((i * 7 + 3) % 60);
            i % 10 == 0 && mayIssue(scene.situation, incident, backup))
            mustDo(scene, IssueOrder{incident, backup, OrderRole::Backup, u"支援"_s, {}});
        carry(scene, order, i % 7, std::chrono::seconds(4 + i % 9));
        if (i % 7 == 6 && i % 10 != 0)
            mustDo(scene, CloseIncident{incident, code<TypeCode>(u"handled"), {}});
    }
    scene.clock.advance(8s);
}

} // namespace tridesk::test
