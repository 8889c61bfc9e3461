// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/roster_file.h"
#include "tests/support/must.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

template <class Read>
std::expected<Roster, QString> read(Read reader, const QByteArray& text) {
    QTemporaryDir folder;
    QFile file(folder.filePath(u"list"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return std::unexpected(u"not written"_s);
    file.close();
    return reader(file.fileName());
}

TypeCode type(QStringView text) {
    return must(TypeCode::parse(text));
}

} // namespace

class RosterFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsPosts() {
        const auto roster = read(&readPosts, R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"ref":"ST01","nameZh":"临江所","nameEn":"Linjiang","lon":121.5,"lat":31.2,"more":1},
             "geometry":{"type":"Polygon","coordinates":[[[121,31],[122,31],[122,32],[121,31]]]}},
            {"type":"Feature","properties":{"ref":"B","nameEn":"Bureau","tier":"bureau"},"geometry":null},
            {"type":"Feature","properties":{"ref":"S T","nameEn":"x"}},
            {"type":"Feature","properties":{"ref":"ST03","nameEn":"x"},"geometry":{"type":"Polygon","coordinates":[[[121,95],[1,1],[2,2]]]}},
            {"type":"Feature","properties":{"ref":"ST04","nameEn":"x","tier":"field"}}]})");
        QVERIFY(roster);
        QCOMPARE(roster->rows.size(), 2);
        const Post post = std::get<DefinePost>(roster->rows.first().command).post;
        QCOMPARE(post.name.zh, u"临江所");
        QCOMPARE(must(post.at).latitude(), 31.2);
        QCOMPARE(post.area.size(), 1);
        QCOMPARE(post.area.first().size(), 3);
        QVERIFY(std::get<DefinePost>(roster->rows[1].command).post.tier == Tier::Bureau);
        QCOMPARE(roster->faults.size(), 3);
        QCOMPARE(roster->faults[0].refusal.field, u"ref");
        QCOMPARE(roster->faults[1].refusal.field, u"geometry.coordinates[0]");
        QCOMPARE(roster->faults[2].refusal.value, u"field");
        QVERIFY(read(&readPosts, "{}").error().contains(u"features"));
    }

    void readsUnitsFromCsvAndJson() {
        const auto fromCsv = read(&readUnits, "Unit,Callsign,Kind,Post,Devices,Qualifications\n"
                                              "U1,1A12,car,ST01,a/b; c,water first_aid\n,1A14,foot,ST01,,\n"
                                              "U3,1A16,tank,ST01,,\n,,car,ST01,,\n");
        const auto fromJson = read(
            &readUnits, R"([{"unit":"U1","callsign":"1A12","kind":"car","post":"ST01","devices":["a/b","c"],
             "qualifications":["water","first_aid"]},
            {"callsign":"1A14","kind":"foot","post":"ST01"},{"callsign":"1A16","post":"ST01","kind":"tank"},{"post":"ST01"}])");
        QVERIFY(fromCsv && fromJson);
        for (const Roster& roster : {*fromCsv, *fromJson}) {
            QCOMPARE(roster.rows.size(), 2);
            const UnitDefinition first = std::get<DefineUnit>(roster.rows[0].command).unit;
            QCOMPARE(first.id.toString(), u"U1");
            QCOMPARE(first.devices, (QStringList{u"a/b"_s, u"c"_s}));
            QCOMPARE(first.qualifications, (QStringList{u"water"_s, u"first_aid"_s}));
            const UnitDefinition second = std::get<DefineUnit>(roster.rows[1].command).unit;
            QCOMPARE(second.id.toString(), u"1A14");
            QVERIFY(second.kind == UnitKind::Foot);
            QCOMPARE(roster.faults.size(), 2);
            QCOMPARE(roster.faults[0].refusal.value, u"tank");
            QCOMPARE(roster.faults[1].refusal.field, u"callsign");
        }
        QVERIFY(read(&readUnits, "a,b\n").error().contains(u"callsign"));
    }

    void readsACatalogueWholeOrNotAtAll() {
        const auto roster =
            read(&readCatalogue,
                 R"({"types":[{"code":"fire","zh":"火灾","en":"Fire","level":"critical","check_min":10}],
            "paths":[{"type":"void"},{"level":"routine","path":"through_station"}],
            "statuses":[{"code":"meal","zh":"用餐","base":"out_of_service"}],
            "dispositions":[{"code":"done","zh":"办结"}],"deadlines":{"sign_s":90}})");
        QVERIFY(roster);
        const Catalogue catalogue = std::get<DefineCatalogue>(roster->rows.first().command).catalogue;
        QVERIFY(catalogue.types.first().level == Level::Critical);
        QVERIFY(catalogue.deadlines.sign == std::chrono::seconds(90));
        QVERIFY(catalogue.deadlines.dispatch == Deadlines().dispatch);
        QVERIFY(read(&readCatalogue, R"({"types":[{"code":"fire","zh":"x","level":"high"}]})")
                    .error()
                    .contains(u"types[0].level"));
        QVERIFY(catalogue.types.first().safetyCheck == std::chrono::minutes(10));
        QCOMPARE(catalogue.path(type(u"fire"), Level::Routine, {}), DispatchPath::ThroughStation);
        QCOMPARE(catalogue.path(type(u"fire"), Level::Critical, {}), DispatchPath::Direct);
        QCOMPARE(catalogue.path(type(u"void"), Level::Routine, {}), DispatchPath::Direct);
        QCOMPARE(catalogue.statuses.first().base, UnitStatus::OutOfService);
        QVERIFY(read(&readCatalogue, R"({"types":[{"code":"fire","zh":"x","check_min":0}]})")
                    .error()
                    .contains(u"types[0].check_min"));
        QVERIFY(read(&readCatalogue, R"({"types":[{"code":"fire","zh":"x"}],"paths":[{"path":"sideways"}]})")
                    .error()
                    .contains(u"paths[0].path"));
        QVERIFY(read(&readCatalogue, R"({"types":[]})").error().contains(u"types"));
        QVERIFY(read(&readCatalogue, R"({"types":[{"code":"fire","zh":"x"}],"deadlines":{"sign_s":0}})")
                    .error()
                    .contains(u"deadlines.sign_s"));
    }

    void readsWhatATypeWants() {
        const auto roster = read(&readCatalogue, R"({"types":[{"code":"flood","zh":"水灾",
            "kinds":["boat","van","boat"],"qualifications":["water"],"units":3}],
            "deadlines":{"arrive_outskirts_s":720,"chase_s":45,"check_grace_s":30}})");
        QVERIFY(roster);
        const Catalogue catalogue = std::get<DefineCatalogue>(roster->rows.first().command).catalogue;
        const IncidentType& flood = catalogue.types.constFirst();
        QCOMPARE(flood.kinds, (QList<UnitKind>{UnitKind::Boat, UnitKind::Van}));
        QCOMPARE(flood.qualifications, QStringList{u"water"_s});
        QCOMPARE(flood.units, 3);
        QVERIFY(catalogue.deadlines.arriveOutskirts == std::chrono::minutes(12));
        QVERIFY(catalogue.deadlines.chase == std::chrono::seconds(45));
        QVERIFY(catalogue.deadlines.checkGrace == std::chrono::seconds(30));
        const auto wrong = [](const QByteArray& what) {
            return read(&readCatalogue, R"({"types":[{"code":"flood","zh":"x",)" + what + "}]}").error();
        };
        QVERIFY(wrong(R"("kinds":["tank"])").contains(u"types[0].kinds: \"tank\""));
        QVERIFY(wrong(R"("units":0)").contains(u"types[0].units"));
        QVERIFY(wrong(R"("units":1.5)").contains(u"types[0].units"));
        const auto plan = [](const QByteArray& what) {
            return read(&readCatalogue,
                        R"({"types":[{"code":"flood","zh":"x"}],"plans":[{"code":"p","zh":"x",)" + what +
                            "}]}")
                .error();
        };
        QVERIFY(plan(R"("steps":[{"code":"a"}])").contains(u"plans[0].steps[0].zh"));
        QVERIFY(plan(R"("steps":[{"code":"a","zh":"x","min":3000}])").contains(u"plans[0].steps[0].min"));
        QVERIFY(plan(R"("level":"dire")").contains(u"plans[0].level"));
        QVERIFY(wrong(R"("qualifications":[7])").contains(u"types[0].qualifications"));
        const auto posts =
            read(&readPosts, R"({"features":[{"properties":{"ref":"ST09","nameZh":"远所","outskirts":true},
            "geometry":{}}]})");
        QVERIFY(posts);
        QVERIFY(std::get<DefinePost>(posts->rows.first().command).post.outskirts);
    }

    void readsBeatsBehindTheirPosts() {
        const auto posts = read(&readPosts, R"({"features":[
            {"properties":{"ref":"ST09","nameZh":"远所"},"geometry":{}},
            {"properties":{"ref":"B07","post":"ST09","nameEn":"North"},
             "geometry":{"type":"Polygon","coordinates":[[[118,31],[119,31],[119,32],[118,31]]]}},
            {"properties":{"ref":"B08","post":"ST09"},"geometry":{}}]})");
        QVERIFY(posts);
        QCOMPARE(posts->rows.size(), 2);
        const Beat beat = std::get<DefineBeat>(posts->rows.last().command).beat;
        QCOMPARE(beat.id.toString(), u"B07"_s);
        QCOMPARE(beat.post.toString(), u"ST09"_s);
        QCOMPARE(beat.area.constFirst().size(), 3);
        QCOMPARE(posts->faults.constFirst().refusal.field, u"nameZh"_s); // which one it is nobody could tell
        const auto units = read(&readUnits, "callsign,post,beat\n1A12,ST09,B07\n1A14,ST09,\n");
        QVERIFY(units);
        QCOMPARE(std::get<DefineUnit>(units->rows.first().command).unit.beat.toString(), u"B07"_s);
        QVERIFY(std::get<DefineUnit>(units->rows.last().command).unit.beat.isNull());
    }

    void readsWhichOutcomesAskForNothing() {
        const auto roster =
            read(&readCatalogue, R"({"types":[{"code":"flood","zh":"水灾"}],"required":["callers.phone"],
            "dispositions":[{"code":"void","zh":"无效","incomplete":true},{"code":"done","zh":"完"}]})");
        QVERIFY2(roster, roster ? "" : qPrintable(roster.error()));
        const Catalogue catalogue = std::get<DefineCatalogue>(roster->rows.first().command).catalogue;
        QVERIFY(catalogue.dispositions.first().incomplete && !catalogue.dispositions.last().incomplete);
        QCOMPARE(catalogue.required, QStringList{u"callers.phone"_s});
    }

    /// What a fresh desk begins with: urgent work goes straight to the patrols, routine work to the station.
    void theCarriedCatalogueHasPathsChecksAndNames() {
        const auto roster = readCatalogue(QStringLiteral(TRIDESK_SOURCE_DIR "/resources/catalogue.json"));
        QVERIFY2(roster, roster ? "" : qPrintable(roster.error()));
        const Catalogue catalogue = std::get<DefineCatalogue>(roster->rows.first().command).catalogue;
        for (const IncidentType& each : catalogue.types) {
            const bool stays = each.code.toString().startsWith(u"void") ||
                               each.code.toString().startsWith(u"complaint") || each.level != Level::Routine;
            QCOMPARE(catalogue.path(each.code, each.level, {}),
                     stays ? DispatchPath::Direct : DispatchPath::ThroughStation);
            if (each.code.toString().startsWith(u"crime.violence"))
                QVERIFY(each.safetyCheck == std::chrono::minutes(5));
        }
        QVERIFY(catalogue.type(type(u"dispute.family.violence"))->safetyCheck == std::chrono::minutes(10));
        QVERIFY(catalogue.type(type(u"referral.lost"))->safetyCheck == Milliseconds(0));
        QVERIFY(catalogue.status(type(u"meal")));
        QCOMPARE(catalogue.plan(type(u"disaster.fire.vehicle"), Level::Critical)->code, type(u"fire"));
        QVERIFY(!catalogue.plan(type(u"order.noise"), Level::NonPolice));
        for (const Plan& plan : catalogue.plans) {
            QVERIFY2(catalogue.type(plan.type), qPrintable(plan.type.toString()));
            QVERIFY(!plan.name.zh.isEmpty() && !plan.name.en.isEmpty() && !plan.steps.isEmpty());
            for (const PlanStep& step : plan.steps)
                QVERIFY(!step.name.zh.isEmpty() && !step.name.en.isEmpty() && step.within > Milliseconds(0));
        }
    }
};

QTEST_GUILESS_MAIN(RosterFileTest)
#include "roster_file_test.moc"
