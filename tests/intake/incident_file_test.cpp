// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/incident_columns.h"
#include "app/intake/incident_file.h"
#include "maps/layers/csv_reader.h"
#include "tests/support/must.h"
#include "tests/support/mutate.h"
#include "tests/support/shared_data.h"

#include <QBuffer>
#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

const Instant noon = instantFromMs(1'795'262'400'000);

QList<QStringList> csv(QByteArray text) {
    QBuffer device(&text);
    device.open(QIODevice::ReadOnly);
    maps::CsvReader reader(device);
    QList<QStringList> records;
    while (const auto record = reader.next())
        records.append(record->fields);
    return records;
}

struct Read {
    QList<IncidentRecord> taken;
    QList<FileFault> faults;
    QString failure;
};

Read readAll(const QString& path, const QStringList& map = {}, const Catalogue& catalogue = {}) {
    Read read;
    auto file = IncidentFile::open(
        path, {.source = u"list"_s, .map = map, .zone = QTimeZone("America/New_York"), .otherType = {}},
        catalogue, noon);
    if (!file) {
        read.failure = file.error();
        return read;
    }
    while (auto row = (*file)->next()) {
        if (*row)
            read.taken.append(std::move(**row));
        else
            read.faults.append(row->error());
    }
    return read;
}

Read readText(const QByteArray& text, const QStringList& map = {}, const Catalogue& catalogue = {}) {
    QTemporaryDir folder;
    QFile file(folder.filePath(u"list"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    file.close();
    return readAll(file.fileName(), map, catalogue);
}

QString shared(const QString& name) {
    return sharedData(u"incidents/"_s + name).value_or(QString());
}

} // namespace

class IncidentFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsCsvAsItIsWritten() {
        QCOMPARE(
            csv("a,b\r\n1,\"x, \"\"y\"\"\r\nz\"\r\n\r\n,\n"),
            (QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"x, \"y\"\r\nz"_s}, {QString(), QString()}}));
        QCOMPARE(csv("\xef\xbb\xbfid\n\xe6\xb8\xa9"), (QList<QStringList>{{u"id"_s}, {u"温"_s}}));
        QCOMPARE(csv("a\rb,c"), (QList<QStringList>{{u"a\rb"_s, u"c"_s}}));
        QCOMPARE(csv(""), QList<QStringList>());
    }

    void boundsARecord() {
        QByteArray text = "id,text\n1,\"" + QByteArray(3'000'000, 'x') + "\n2,b\n";
        QBuffer device(&text);
        QVERIFY(device.open(QIODevice::ReadOnly));
        maps::CsvReader reader(device);
        QVERIFY(must(reader.next()).wrong.isEmpty());
        QVERIFY(!must(reader.next()).wrong.isEmpty());
        QCOMPARE(must(reader.next()).fields.value(1), u"b");
        QVERIFY(!reader.next());
    }

    void saysWhichRecordIsNotUtf8() {
        const Read read = readText("id,text\n1,\xff\n2,b\n");
        QCOMPARE(read.faults.size(), 1);
        QCOMPARE(read.faults.first().row, 2);
        QCOMPARE(read.taken.size(), 1);
    }

    void guessesColumnsAndFollowsOverrides() {
        const auto columns = incidentColumns({u"Nature"_s, u"Call ID"_s, u"Note"_s, u"LAT"_s, u"lng"_s},
                                             {u"note=text"_s, u"4=-"_s});
        QVERIFY(columns);
        QCOMPARE(columns->at.value(IncidentColumn::Type), QList<int>{0});
        QCOMPARE(columns->at.value(IncidentColumn::Id), QList<int>{1});
        QCOMPARE(columns->at.value(IncidentColumn::Text), QList<int>{2});
        QCOMPARE(columns->leftOut, QStringList{u"LAT"_s});
        QVERIFY(incidentColumns({u"1"_s, u"2"_s}, {}).error().contains(u"--map"));
        QVERIFY(incidentColumns({u"id"_s}, {u"colour=id"_s}).error().contains(u"'colour=id'"));
        QVERIFY(incidentColumns({u"id"_s}, {u"id=colour"_s}).error().contains(u"'colour'"));
        QVERIFY(incidentColumns({u"id"_s}, {u"id"_s}).error().contains(u"'id'"));
    }

    void namesRowFieldAndValue() {
        const Read read = readText(
            "id,lat,lon,time,text,level\n"
            "1,91.5,2,,a,\n2,x,2,,a,\n3,1,2,yesterday,a,\n4,1,2,2030-01-01 00:00:00,a,\n"
            "5,1,2,,,\n6,1,2,,a,high\n7,1,2,,a,critical,8\n8,1,2,2026-11-20 10:00:00,a,critical\n9,,,,a,\n");
        QCOMPARE(read.taken.size(), 2);
        const QList<QStringList> wanted{{u"2"_s, u"lat"_s, u"91.5"_s},
                                        {u"3"_s, u"lat"_s, u"x"_s},
                                        {u"4"_s, u"time"_s, u"yesterday"_s},
                                        {u"5"_s, u"time"_s, u"2030-01-01 00:00:00"_s},
                                        {u"6"_s, u"text"_s, QString()},
                                        {u"7"_s, u"level"_s, u"high"_s},
                                        {u"8"_s, u"row"_s, u"7,1,2,,a,critical,8"_s}};
        QCOMPARE(read.faults.size(), wanted.size());
        for (qsizetype i = 0; i < wanted.size(); ++i)
            QCOMPARE((QStringList{QString::number(read.faults[i].row), read.faults[i].refusal.field,
                                  read.faults[i].refusal.value}),
                     wanted[i]);
        QCOMPARE(toIso(must(read.taken.first().happenedAt)), u"2026-11-20T15:00:00.000Z"); // New York
        QVERIFY(!read.taken.last().report.details.place.at);
    }

    void knowsTypesAndKeepsTheOthersInTheText() {
        const Catalogue catalogue{.types = {{.code = must(TypeCode::parse(u"fire")),
                                             .name = {.zh = u"火灾"_s, .en = u"Fire"_s},
                                             .level = Level::Critical}},
                                  .dispositions = {},
                                  .deadlines = {}};
        const Read read =
            readText("id,type,text\n1,FIRE,a\n2,火灾,b\n3,TRBL W/SUBJ,c\n4,TRBL,\n", {}, catalogue);
        QCOMPARE(read.taken.size(), 4);
        QCOMPARE(read.taken[0].report.details.type.toString(), u"fire");
        QVERIFY(read.taken[1].report.details.level == Level::Critical);
        QVERIFY(read.taken[2].report.details.type.isNull());
        QCOMPARE(read.taken[2].report.details.text, u"TRBL W/SUBJ\nc");
        QCOMPARE(read.taken[3].report.details.text, u"TRBL");
    }

    void givesRowsWithoutIdOneOfTheirContent() {
        const Read read =
            readText("type,time\na,2020-01-01 00:00:00\nb,2020-01-01 00:00:00\na,2020-01-01 00:00:00\n");
        QCOMPARE(read.taken.size(), 3);
        QCOMPARE(read.taken[0].report.source.key, read.taken[2].report.source.key);
        QVERIFY(read.taken[0].report.source.key != read.taken[1].report.source.key);
    }

    void readsJsonAsTheInterfaceDoes() {
        const Read read = readText(R"({"incidents":[{"id":"1","text":"a"},{"id":"2","colour":1}]})");
        QCOMPARE(read.taken.size(), 1);
        QCOMPARE(read.faults.first().row, 2);
        QCOMPARE(read.faults.first().refusal.field, u"colour");
        QVERIFY(readText("[{").failure.contains(u"no JSON"));
        QVERIFY(readText("").failure.contains(u"holds nothing"));
        QVERIFY(readAll(u"/nowhere/list"_s).failure.contains(u"/nowhere/list"));
    }

    void readsMilwaukee() {
        const QString path = shared(u"milwaukee_pd_dispatched_2018-05.csv"_s);
        if (path.isEmpty())
            QSKIP("the sample list is not there");
        const Read read = readAll(path);
        QCOMPARE(read.faults.size(), 0);
        QVERIFY(read.taken.size() > 30000);
        const IncidentRecord& first = read.taken.first();
        QCOMPARE(first.report.source.key, u"1211372");
        QCOMPARE(first.report.details.text, u"TRBL W/SUBJ");
        QCOMPARE(first.report.details.place.address, u"5237 N 35TH ST,MKE");
        QCOMPARE(toIso(must(first.happenedAt)), u"2018-05-01T04:10:28.000Z");
        const auto unlocated = std::ranges::count_if(
            read.taken, [](const IncidentRecord& r) { return !r.report.details.place.at; });
        QCOMPARE(unlocated, 11);
    }

    void readsMontgomery() {
        const QString path = shared(u"montgomery_pa_911.csv"_s);
        if (path.isEmpty())
            QSKIP("the sample list is not there");
        const Read read = readAll(path);
        QCOMPARE(read.faults.size(), 0);
        QCOMPARE(read.taken.size(), 99492);
        QVERIFY(read.taken.first().report.details.text.startsWith(u"EMS: BACK PAINS/INJURY\nREINDEER CT"));
    }

    void readsSouthMetroInMetres() {
        const QString path = shared(u"smfr_co_2019-04_06.csv"_s);
        if (path.isEmpty())
            QSKIP("the sample list is not there");
        const Read read = readAll(path);
        for (const FileFault& fault : read.faults)
            qDebug() << fault.row << fault.refusal.field << fault.refusal.value << fault.refusal.detail;
        QCOMPARE(read.faults.size(), 0);
        QVERIFY(read.taken.size() > 5000);
        const GeoPoint at = must(read.taken.first().report.details.place.at);
        QVERIFY(std::abs(at.latitude() - 39.59) < 0.05 &&
                std::abs(at.longitude() + 104.93) < 0.05); // Centennial, Colorado
        QSet<QString> ids;
        for (const IncidentRecord& record : read.taken)
            ids.insert(record.report.source.key);
        QCOMPARE(ids.size(), read.taken.size());
    }

    void readsRenoWithoutAHeader() {
        const QString folder = shared(u"reno_cad_feed"_s);
        if (folder.isEmpty())
            QSKIP("the sample feed is not there");
        QSet<QString> ids;
        for (const QString& name : QDir(folder).entryList(QDir::Files)) {
            const Read read =
                readAll(QDir(folder).filePath(name),
                        {u"1=id"_s, u"2=type"_s, u"3=time"_s, u"4=time"_s, u"6=address"_s, u"7=address"_s});
            QVERIFY2(read.failure.isEmpty() && read.faults.isEmpty(), qPrintable(name));
            for (const IncidentRecord& record : read.taken)
                ids.insert(record.report.source.key);
            if (name.endsWith(u"1108.csv")) {
                QCOMPARE(read.taken.first().report.details.place.address, u"5295 SUN VALLEY BL, SUN VALLEY");
                QCOMPARE(toIso(must(read.taken.first().happenedAt)), u"2011-10-06T04:38:37.000Z");
            }
        }
        QVERIFY(ids.size() >= 70);
    }

    void survivesAnything() {
        std::mt19937 random(20261121);
        const QByteArray list = "id,lat,lon,time,text,level,phone\n1,31.5,121.5,2026-11-20 10:00:00,\"a, "
                                "\"\"b\"\"\nc\",critical,110\n"
                                "2,,,5/3/2019 5:07,x,,\n";
        for (int i = 0; i < 3000; ++i) {
            QByteArray bytes = mutated(list, random);
            QBuffer device(&bytes);
            QVERIFY(device.open(QIODevice::ReadOnly));
            maps::CsvReader reader(device);
            int records = 0;
            while (reader.next())
                QVERIFY(++records < 1000);
        }
        QTemporaryDir folder;
        for (int i = 0; i < 1000; ++i) {
            QFile file(folder.filePath(u"list"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(mutated(list, random));
            file.close();
            for (const IncidentRecord& record : readAll(file.fileName()).taken)
                QVERIFY(record.report.source.key.size() <= limits::key);
        }
    }
};

QTEST_GUILESS_MAIN(IncidentFileTest)
#include "incident_file_test.moc"
