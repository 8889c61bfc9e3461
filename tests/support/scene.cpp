// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scene.h"

#include "tests/support/must.h"

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

/// One degree square, its west side at `west`.
Area square(double west) {
    const auto point = [](double latitude, double longitude) {
        return must(GeoPoint::from(latitude, longitude));
    };
    return {{point(31, west), point(31, west + 1), point(32, west + 1), point(32, west)}};
}

Post station(const QString& id, const Name& name, double west) {
    return {code<PostId>(id), Tier::Station, name, GeoPoint::from(31.5, west + 0.5), square(west)};
}

UnitDefinition car(const QString& callsign, const QString& post) {
    return {code<UnitId>(callsign),
            code<Callsign>(callsign),
            UnitKind::Car,
            code<PostId>(post),
            {u"tracker-"_s + callsign}};
}

Catalogue catalogue() {
    return {
        .types = {{code<TypeCode>(u"traffic"), {u"交通"_s, u"Traffic"_s}, Level::Routine},
                  {code<TypeCode>(u"traffic.injury"), {u"伤人事故"_s, u"Injury collision"_s}, Level::Urgent}},
        .dispositions = {{code<TypeCode>(u"handled"), {u"已处理"_s, u"Handled"_s}},
                         {code<TypeCode>(u"unfounded"), {u"无此事"_s, u"Unfounded"_s}}},
        .deadlines = {}};
}

} // namespace

void Scene::furnish() {
    const Post bureau{code<PostId>(u"HQ"), Tier::Bureau, {u"指挥中心"_s, u"Command centre"_s}, {}, {}};
    QList<Command> commands = {DefineCatalogue{catalogue()}, DefinePost{bureau},
                               DefinePost{station(u"ST01"_s, {u"临江派出所"_s, u"Linjiang"_s}, 118)},
                               DefinePost{station(u"ST02"_s, {u"云湖派出所"_s, u"Yunhu"_s}, 119)}};
    for (const auto& [callsign, post] :
         {std::pair(u"1A12"_s, u"ST01"_s), {u"1A14"_s, u"ST01"_s}, {u"2A01"_s, u"ST02"_s}}) {
        commands.append(DefineUnit{car(callsign, post)});
        commands.append(LogOn{code<UnitId>(callsign), {u"王"_s, u"李"_s}});
    }
    for (const Command& command : commands)
        Q_UNUSED(ask(u"bureau", command).value());
}

IncidentId Scene::report(const QString& text, double longitude) {
    IncidentDetails details;
    details.text = text;
    details.type = code<TypeCode>(u"traffic");
    details.place = {GeoPoint::from(31.5, longitude), u"解放路1号"_s};
    const auto made = ask(u"bureau", ReportIncident{{u"phone"_s, {}}, details}).value();
    return std::get<IncidentReported>(decode(made.first().fact).value()).incident;
}

OrderId Scene::issue(const IncidentId& incident, QStringView unit, QStringView seat) {
    const auto made = ask(seat, IssueOrder{incident, code<UnitId>(unit), OrderRole::Primary, {}, {}}).value();
    return std::get<OrderIssued>(decode(made.last().fact).value()).order;
}

} // namespace tridesk::test
