// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/verbs.h"

#include <algorithm>
#include <array>
#include <vector>

namespace tridesk::line {

using namespace Qt::StringLiterals;

namespace {

using O = Option;

// The words are those of desk.md and of the trade: 派警 签收 出警 到场 反馈 结案.
namespace table {

using enum Slot;

const std::vector<VerbSpec> specs{
    {Verb::Dispatch, "D", "dispatch", u"派 派警", "pai paijing", {Units, Incident, Text}, {O::Why, O::Role}},
    {Verb::DispatchEnRoute, "DE", "", u"派出", "paichu", {Units, Incident, Text}, {O::Why, O::Role}},
    {Verb::DispatchOnScene, "DO", "", u"派到 派到场", "paidao", {Units, Incident, Text}, {O::Why, O::Role}},
    {Verb::Refer, "RF", "refer", u"转 转派", "zhuan zhuanpai", {Incident, Post, Text}},
    {Verb::Stop,
     "VS",
     "stop",
     u"盘查",
     "pancha pc",
     {Unit, TextAtPlace},
     {O::Type, O::Level, O::At, O::Caller, O::Hazards}},
    {Verb::Exchange, "SW", "", u"对调", "duidiao", {Units, NeededText}},
    {Verb::Sign, "S", "sign", u"签收 签", "qianshou qs", {Orders, Text}, {O::Via, O::Said}},
    {Verb::EnRoute, "ER", "enroute", u"出发 出警", "chufa chujing cf", {Orders, Text}, {O::Via, O::Said}},
    {Verb::Arrive, "AR", "arrived", u"到场 到达", "daochang dc", {Orders, Text}, {O::Via, O::Said}},
    {Verb::Clear, "CL", "clear", u"结 反馈", "jie fankui fk", {Orders, Disposition, Text}, {O::Via, O::Said}},
    {Verb::CloseOrder, "OC", "", u"销单", "xiaodan", {Orders, Disposition, Text}, {O::Via, O::Said}},
    {Verb::Delivered, "DV", "delivered", u"送达", "songda", {Orders, Text}, {O::Via, O::Said}},
    {Verb::Shown, "SH", "shown", u"已显示", "yixianshi", {Orders, Text}, {O::Via, O::Said}},
    {Verb::RefuseOrder, "RJ", "reject", u"拒绝 拒", "jujue", {Orders, NeededText}, {O::Via, O::Said}},
    {Verb::CancelOrder, "CA", "cancel", u"取消 撤销", "quxiao qx", {Orders, NeededText}, {O::Via, O::Said}},
    {Verb::Recall, "RC", "recall", u"撤回", "chehui", {Orders}},
    {Verb::Replace, "RP", "replace", u"换 换警", "huan huanjing", {Order, Unit, NeededText}, {O::Why}},
    {Verb::Primary, "PR", "primary", u"主责", "zhuze", {Order}},
    {Verb::Chase, "CH", "chase press", u"催 催办 督办", "cui cuiban", {Orders, Text}},
    {Verb::Reinforce, "RE", "reinforce", u"增援", "zengyuan zy", {Order, Text}},
    {Verb::Notice, "AK", "noted", u"知悉", "zhixi", {Orders}, {O::Post}},
    {Verb::Available, "AV", "available", u"空闲 待命", "kongxian kx", {Units, Text}},
    {Verb::AtStation, "AS", "atstation", u"在所 回所", "zaisuo huisuo", {Units, Text}},
    {Verb::Reserve, "RV", "reserve", u"备勤 预留", "beiqin yuliu", {Units, Text}},
    {Verb::OutOfService, "OS", "outofservice", u"停勤", "tingqin", {Units, Text}},
    {Verb::Status, "ST", "status", u"状态", "zhuangtai zt", {Units, Status, Text}},
    {Verb::LogOn,
     "ON",
     "logon",
     u"上岗",
     "shanggang sg",
     {Unit, Crew},
     {O::Vehicle, O::Radio, O::Camera, O::Weapon}},
    {Verb::LogOff, "OFF", "logoff", u"下岗", "xiagang xg", {Units}},
    {Verb::Timer, "T", "timer", u"计时", "jishi js", {Units, Duration}},
    {Verb::TimerReset, "TR", "", u"复位 平安", "fuwei fw", {UnitsOrAll}},
    {Verb::Emergency, "EM", "emergency", u"紧急 求援", "jinji", {Units, Text}, {O::From, O::At}},
    {Verb::EmergencyAcknowledge, "EA", "", u"应警", "yingjing", {Units}},
    {Verb::EmergencyResolved, "EE", "", u"解除", "jiechu jc", {Units, NeededText}},
    {Verb::EmergencyFalse, "EF", "", u"误报", "wubao wb", {Units, NeededText}},
    {Verb::NewIncident,
     "I",
     "incident new",
     u"接警 新建",
     "jiejing jj",
     {Type, TextAtPlace},
     {O::Type, O::Level, O::At, O::Caller, O::Hazards, O::From, O::Key}},
    {Verb::Edit,
     "ED",
     "edit",
     u"修改",
     "xiugai",
     {Incident},
     {O::Text, O::Type, O::Level, O::At, O::Address, O::Caller, O::Hazards, O::Why}},
    {Verb::Regrade, "RG", "regrade", u"改级 定级", "gaiji", {Incident, Level, NeededText}},
    {Verb::Note, "N", "note", u"备注 记", "beizhu bz", {Incident, NeededText}},
    {Verb::Hold, "H", "hold", u"挂起", "guaqi gq", {Incident, Until, Text}, {O::Beat}},
    {Verb::Stack, "SK", "stack", u"排队 候派", "paidui houpai", {Unit, Incident, Until, Text}, {O::Place}},
    {Verb::TakeUp, "UH", "takeup", u"恢复", "huifu", {Incident, Text}},
    {Verb::Close, "X", "close", u"结案", "jiean ja", {Incident, Disposition, Text}, {O::Why}},
    {Verb::Reopen, "RO", "reopen", u"重开", "chongkai", {ClosedIncident, NeededText}},
    {Verb::Merge, "MG", "merge", u"并案 合并", "bingan hebing", {Incident, Incident}},
    {Verb::Split, "SP", "split", u"拆分", "chaifen", {ClosedIncident, NeededText}},
    {Verb::Transfer, "XF", "transfer", u"移交", "yijiao yj", {Incident, Agency, Text}},
    {Verb::Returned, "XR", "returned", u"回告", "huigao", {Incident, Text}},
    {Verb::Major, "MJ", "major", u"重大", "zhongda", {Incident, Switch}},
    {Verb::Watch, "WA", "watch", u"关注", "guanzhu gz", {Incident, Switch}},
    {Verb::Pin, "PN", "pin", u"置顶", "zhiding", {Incident, Switch}},
    {Verb::Sensitive, "SE", "sensitive", u"敏感", "mingan", {Incident, Switch}},
    {Verb::ConfidentialCaller, "CC", "confidential", u"保密", "baomi", {Incident, Switch}},
    {Verb::Tag, "TAG", "", u"标签", "biaoqian", {Incident, Tags}},
    {Verb::Tick, "TK", "tick", u"勾选 打勾", "gouxuan dagou", {Incident, NeededText}},
    {Verb::View, "V", "view", u"查 查看", "cha chakan", {IncidentOrUnit}},
    {Verb::Picture, "VI", "video", u"视频 画面", "shipin huamian hm", {Watched}},
    {Verb::Message, "M", "message", u"发 消息", "fa xiaoxi", {Addressees, NeededText}, {O::On}},
    {Verb::Bulletin,
     "B",
     "bulletin",
     u"布控 通报",
     "bukong tongbao",
     {Addressees, Until, NeededText},
     {O::On, O::Area}},
    {Verb::StatusNote,
     "SN",
     "statusnote",
     u"告示",
     "gaoshi",
     {Addressees, Until, NeededText},
     {O::On, O::Area}},
    {Verb::ReadMessage, "RD", "read", u"已阅", "yiyue", {MessageRef}, {O::Stage}},
    {Verb::Withdraw, "WD", "withdraw", u"撤下", "chexia", {MessageRef}},
    {Verb::HandOver, "HO", "handover", u"交班", "jiaoban", {Text}, {O::Brief}},
    {Verb::TakeOver, "HT", "takeover", u"接班", "jieban", {Text}},
    {Verb::Warn,
     "WN",
     "warn",
     u"提示 警示",
     "tishi",
     {TextAtPlace},
     {O::Kind, O::At, O::Radius, O::Area, O::Until, O::On, O::Note}},
    {Verb::Unwarn, "WF", "", u"撤提示", "chetishi", {Text}, {O::Note}},
    {Verb::MoveSector, "MV", "movesector", u"调席", "tiaoxi", {Posts, Text}, {O::Desk}},
    {Verb::Report, "RPT", "report", u"报告", "baogao bg", {ClosedIncident}},
    {Verb::FindPlace, "@", "find", u"找 查找", "zhao chazhao", {NeededText}},
};

} // namespace table

using table::specs;

struct OptionSpec {
    Option option;
    const char* key;
    const char16_t* others;
};

constexpr auto optionTable = std::to_array<OptionSpec>({
    {Option::Why, "why", u"因 原因 yin"},
    {Option::Via, "via", u"经 jing"},
    {Option::Said, "said", u"话 hua"},
    {Option::Role, "as", u"角色 juese"},
    {Option::On, "on", u"关于 guanyu"},
    {Option::Area, "area", u"范围 fanwei"},
    {Option::At, "at", u"坐标 zuobiao"},
    {Option::Address, "addr", u"地址 dizhi"},
    {Option::Level, "level", u"级别 jibie"},
    {Option::Type, "type", u"类型 leixing"},
    {Option::Caller, "caller", u"报警人 baojingren"},
    {Option::Hazards, "hazard", u"危险 weixian"},
    {Option::Text, "text", u"内容 neirong"},
    {Option::From, "from", u"来源 laiyuan"},
    {Option::Key, "key", u"来源号 laiyuanhao"},
    {Option::Vehicle, "car", u"车 che"},
    {Option::Radio, "radio", u"电台 diantai"},
    {Option::Camera, "cam", u"记录仪 jiluyi"},
    {Option::Weapon, "gun", u"枪 qiang"},
    {Option::Post, "post", u"单位 danwei"},
    {Option::Stage, "stage", u"阶段 jieduan"},
    {Option::Brief, "brief", u"简报 jianbao"},
    {Option::Kind, "kind", u"种类 zhonglei"},
    {Option::Radius, "radius", u"半径 banjing"},
    {Option::Until, "until", u"截至 jiezhi"},
    {Option::Note, "note", u"提示号 tishihao"},
    {Option::Desk, "desk", u"席位 xiwei"},
    {Option::Place, "place", u"位次 weici"},
    {Option::Beat, "beat", u"警区 jingqu"},
});

QStringList namesOf(const VerbSpec& spec) {
    const QStringList latin = (QLatin1StringView(spec.code) + u' ' + QLatin1StringView(spec.english) + u' ' +
                               QLatin1StringView(spec.pinyin))
                                  .toLower()
                                  .split(u' ', Qt::SkipEmptyParts);
    return latin + QString(spec.chinese).split(u' ', Qt::SkipEmptyParts);
}

const std::vector<QStringList>& allNames() {
    static const std::vector<QStringList> names = [] {
        std::vector<QStringList> made(specs.size());
        for (const VerbSpec& spec : specs)
            made[size_t(spec.verb)] = namesOf(spec);
        return made;
    }();
    return names;
}

} // namespace

std::span<const VerbSpec> verbSpecs() {
    return specs;
}

const VerbSpec& verbSpec(Verb verb) {
    return *std::ranges::find(specs, verb, &VerbSpec::verb);
}

const QStringList& verbNames(Verb verb) {
    return allNames()[size_t(verb)];
}

QList<Verb> verbsNamed(const QString& word) {
    const QString wanted = word.toLower();
    QList<Verb> found;
    if (wanted.isEmpty())
        return found;
    for (const VerbSpec& spec : specs) {
        const QStringList& names = verbNames(spec.verb);
        if (names.contains(wanted))
            return {spec.verb};
        if (std::ranges::any_of(names, [&](const QString& name) { return name.startsWith(wanted); }))
            found.append(spec.verb);
    }
    return found;
}

qsizetype joinedVerb(QStringView word) {
    qsizetype longest = 0;
    for (const QStringList& names : allNames())
        for (const QString& name : names)
            if (name.at(0).script() == QChar::Script_Han && word.startsWith(name))
                longest = std::max(longest, name.size());
    return longest;
}

QString optionKey(Option option) {
    return QLatin1StringView(std::ranges::find(optionTable, option, &OptionSpec::option)->key);
}

std::optional<Option> optionNamed(const QString& key) {
    const QString wanted = key.toLower();
    for (const OptionSpec& spec : optionTable)
        if (wanted == QLatin1StringView(spec.key) || QString(spec.others).split(u' ').contains(wanted))
            return spec.option;
    return std::nullopt;
}

} // namespace tridesk::line
