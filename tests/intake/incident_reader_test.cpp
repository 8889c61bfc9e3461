// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/http_message.h"
#include "app/intake/incident_reader.h"
#include "tests/support/must.h"
#include "tests/support/mutate.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

const Instant noon = instantFromMs(1795262400000);

Catalogue catalogue() {
    return {.types = {{.code = must(TypeCode::parse(u"fire.building")),
                       .name = {.zh = u"火灾"_s, .en = {}},
                       .level = Level::Critical}},
            .dispositions = {},
            .deadlines = {}};
}

Result<IncidentBatch> read(const QByteArray& body) {
    static const Catalogue known = catalogue();
    return readIncidents(body, {.source = u"cad"_s, .catalogue = known, .now = noon});
}

const QByteArray whole = R"({"id":"A-1","type":"fire.building","level":"urgent","text":"三楼冒烟",
    "place":{"lat":31.2,"lon":121.5,"address":"临江路 12 号"},"callers":[{"name":"李","phone":"13800000000"}],
    "hazards":{"trapped":true},"happened_at":"2026-11-21T08:15:00.250+08:00"})";

} // namespace

class IncidentReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField() {
        const auto batch = read(whole);
        QVERIFY(batch && batch->single && batch->records.first());
        const IncidentRecord& record = *batch->records.first();
        const IncidentDetails& details = record.report.details;
        QCOMPARE(record.report.source, (Source{u"cad"_s, u"A-1"_s}));
        QCOMPARE(details.type.toString(), u"fire.building");
        QVERIFY(details.level == Level::Urgent);
        QCOMPARE(details.text, u"三楼冒烟");
        QCOMPARE(must(details.place.at).latitude(), 31.2);
        QCOMPARE(details.place.address, u"临江路 12 号");
        QCOMPARE(details.callers, (QList<Caller>{{u"李"_s, u"13800000000"_s}}));
        QVERIFY(details.hazards.trapped && !details.hazards.weapon);
        QCOMPARE(toIso(must(record.happenedAt)), u"2026-11-21T00:15:00.250Z");
    }

    void takesTheLevelOfTheTypeWhereNoneIsGiven() {
        const auto batch = read(R"({"id":"1","type":"fire.building"})");
        QVERIFY(batch->records.first()->report.details.level == Level::Critical);
    }

    void namesFieldAndValue_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* name, const QByteArray& json, const QString& field,
                            const QString& value) { QTest::newRow(name) << json << field << value; };
        row("unknown field", R"({"id":"1","colour":"red"})", u"colour"_s, u"red"_s);
        row("unknown inner field", R"({"id":"1","place":{"lat":1,"lon":2,"z":[3]}})", u"place.z"_s, u"[3]"_s);
        row("missing id", R"({"type":"fire.building"})", u"id"_s, {});
        row("empty id", R"({"id":" "})", u"id"_s, {});
        row("id of another type", R"({"id":7})", u"id"_s, u"7"_s);
        row("long id", "{\"id\":\"" + QByteArray(201, 'x') + "\"}", u"id"_s, QString(80, u'x'));
        row("latitude", R"({"id":"1","place":{"lat":91.5,"lon":2}})", u"place.lat"_s, u"91.5"_s);
        row("longitude", R"({"id":"1","place":{"lat":1,"lon":-180.5}})", u"place.lon"_s, u"-180.5"_s);
        row("half a place", R"({"id":"1","place":{"lat":1}})", u"place.lon"_s, {});
        row("latitude as text", R"({"id":"1","place":{"lat":"31","lon":2}})", u"place.lat"_s, u"31"_s);
        row("level", R"({"id":"1","level":"high"})", u"level"_s, u"high"_s);
        row("type", R"({"id":"1","type":"a b"})", u"type"_s, u"a b"_s);
        row("time without zone", R"({"id":"1","happened_at":"2026-11-21T08:15:00"})", u"happened_at"_s,
            u"2026-11-21T08:15:00"_s);
        row("time ahead", R"({"id":"1","happened_at":"2030-01-01T00:00:00Z"})", u"happened_at"_s,
            u"2030-01-01T00:00:00.000Z"_s);
        row("caller", R"({"id":"1","callers":[{"phone":"1"},{"fone":"2"}]})", u"callers[1].fone"_s, u"2"_s);
        row("caller no object", R"({"id":"1","callers":["x"]})", u"callers[0]"_s, u"x"_s);
        row("hazard", R"({"id":"1","hazards":{"weapon":"yes"}})", u"hazards.weapon"_s, u"yes"_s);
        row("NUL", R"({"id":"1","text":"a\u0000b"})", u"text"_s, u"a\0b"_s);
        row("half a pair", R"({"id":"1","text":"\ud800"})", u"text"_s, QString(QChar(0xd800)));
        row("no object", "[7]", u"incident"_s, u"7"_s);
    }
    void namesFieldAndValue() {
        QFETCH(QByteArray, json);
        const auto batch = read(json);
        QVERIFY(batch);
        QVERIFY(!batch->records.first());
        QTEST(batch->records.first().error().field, "field");
        QTEST(batch->records.first().error().value, "value");
        QVERIFY(!refusalJson(batch->records.first().error()).value(u"reason"_s).toString().isEmpty());
    }

    void refusesBodiesThatAreNone_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << "hello"_ba;
        QTest::newRow("cut") << whole.first(50);
        QTest::newRow("no record") << "[]"_ba;
        QTest::newRow("1001") << "[" + QByteArray("{},").repeated(1000) + "{}]";
        QTest::newRow("deep") << QByteArray(100000, '[');
    }
    void refusesBodiesThatAreNone() {
        QFETCH(QByteArray, body);
        const auto batch = read(body);
        QVERIFY(!batch);
        QCOMPARE(batch.error().field, u"body");
    }

    void goesOnAfterABadRecord() {
        const auto batch = read("[" + whole + R"(,{"id":7},)" + whole + "]");
        QVERIFY(batch && !batch->single);
        QCOMPARE(batch->records.size(), 3);
        QVERIFY(batch->records[0] && !batch->records[1] && batch->records[2]);
    }

    void survivesAnything() {
        std::mt19937 random(20261121);
        int taken = 0;
        for (int i = 0; i < 20000; ++i)
            if (const auto batch = read(mutated(whole, random)))
                taken += batch->records.first().has_value();
        QVERIFY(taken > 0);
    }
};

QTEST_GUILESS_MAIN(IncidentReaderTest)
#include "incident_reader_test.moc"
