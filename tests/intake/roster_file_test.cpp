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
        const auto fromCsv = read(&readUnits, "Unit,Callsign,Kind,Post,Devices\nU1,1A12,car,ST01,a/b; "
                                              "c\n,1A14,foot,ST01,\nU3,1A16,tank,ST01,\n,,car,ST01,\n");
        const auto fromJson = read(
            &readUnits, R"([{"unit":"U1","callsign":"1A12","kind":"car","post":"ST01","devices":["a/b","c"]},
            {"callsign":"1A14","kind":"foot","post":"ST01"},{"callsign":"1A16","post":"ST01","kind":"tank"},{"post":"ST01"}])");
        QVERIFY(fromCsv && fromJson);
        for (const Roster& roster : {*fromCsv, *fromJson}) {
            QCOMPARE(roster.rows.size(), 2);
            const UnitDefinition first = std::get<DefineUnit>(roster.rows[0].command).unit;
            QCOMPARE(first.id.toString(), u"U1");
            QCOMPARE(first.devices, (QStringList{u"a/b"_s, u"c"_s}));
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
            read(&readCatalogue, R"({"types":[{"code":"fire","zh":"火灾","en":"Fire","level":"critical"}],
            "dispositions":[{"code":"done","zh":"办结"}],"deadlines":{"sign_s":90}})");
        QVERIFY(roster);
        const Catalogue catalogue = std::get<DefineCatalogue>(roster->rows.first().command).catalogue;
        QVERIFY(catalogue.types.first().level == Level::Critical);
        QVERIFY(catalogue.deadlines.sign == std::chrono::seconds(90));
        QVERIFY(catalogue.deadlines.dispatch == Deadlines().dispatch);
        QVERIFY(read(&readCatalogue, R"({"types":[{"code":"fire","zh":"x","level":"high"}]})")
                    .error()
                    .contains(u"types[0].level"));
        QVERIFY(read(&readCatalogue, R"({"types":[]})").error().contains(u"types"));
        QVERIFY(read(&readCatalogue, R"({"types":[{"code":"fire","zh":"x"}],"deadlines":{"sign_s":0}})")
                    .error()
                    .contains(u"deadlines.sign_s"));
    }
};

QTEST_GUILESS_MAIN(RosterFileTest)
#include "roster_file_test.moc"
