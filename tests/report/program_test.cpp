// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/data_folder.h"
#include "app/journal/sqlite_journal.h"
#include "app/report/report_json.h"
#include "tests/support/long_shift.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

/// `tridesk-journal report` over a shift's data folder, as it is called.
class ProgramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        const DataFolder folder = must(DataFolder::open(m_folder.path()));
        const auto journal = must(SqliteJournal::open(folder.journal()));
        LongShift shift({.stations = 3, .units = 9, .open = 12}, 11);
        QVERIFY(shift.runTo(*journal, 3'000));
        m_incidents = shift.situation().incidents().size();
        for (const Incident& incident : shift.situation().incidents())
            m_number = incidentNumberText(incident.number);
        m_hash = must(journal->head()).hash;
    }

    void figuresOfASpan() {
        const Run json = run({u"--from"_s, u"2026-11-21T00:00:00Z"_s, u"--to"_s, u"2026-11-23T00:00:00Z"_s,
                              u"--zone"_s, u"UTC"_s, u"--format"_s, u"json"_s, u"--list"_s});
        QCOMPARE(json.code, 0);
        const QJsonObject made = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(made["whole"_L1]["incidents"_L1].toInteger(), m_incidents);
        QCOMPARE(made["incidents"_L1]["list"_L1].toArray().size(), m_incidents);
        QCOMPARE(made["record"_L1]["hash"_L1].toString(), QString::fromLatin1(m_hash.toHex()));
        const Run csv = run({u"--from"_s, u"2026-11-21"_s, u"--to"_s, u"2026-11-23"_s, u"--no-mark"_s});
        QVERIFY(csv.out.startsWith("by,code,"));
        QVERIFY(csv.out.contains("\r\nhour,"));
    }

    void namesStandInItWhereTheyAreAskedFor() {
        QStringList arguments{u"--from"_s, u"2026-11-21"_s, u"--to"_s, u"2026-11-23"_s, u"--list"_s};
        QVERIFY(!run(arguments).out.contains("王"));
        QVERIFY(run(arguments << u"--names"_s).out.contains("王 139"));
    }

    void oneIncident() {
        const Run made = run({u"--incident"_s, m_number, u"--format"_s, u"json"_s});
        QCOMPARE(made.code, 0);
        QCOMPARE(QJsonDocument::fromJson(made.out)["incident"_L1]["number"_L1].toString(), m_number);
        QVERIFY(run({u"--incident"_s, m_number}).out.contains("incident.reported"));
    }

    /// The store of positions is not there: that is no fault, and said.
    void unitsWithoutPositions() {
        const QStringList span{u"--from"_s, u"2026-11-21"_s, u"--to"_s, u"2026-11-23"_s, u"--format"_s};
        const Run gpx = run(span + QStringList{u"gpx"_s});
        QCOMPARE(gpx.code, 0);
        QVERIFY(gpx.out.startsWith("<?xml") && gpx.out.contains("<wpt"));
        QVERIFY(!QFile::exists(m_folder.filePath(u"fixes.db"_s))); // nothing is written
        QVERIFY(run(span + QStringList{u"geojson"_s}).out.contains("FeatureCollection"));
    }

    void aFileIsWritten() {
        const QString path = m_folder.filePath(u"span.csv"_s);
        QCOMPARE(run({u"--from"_s, u"2026-11-21"_s, u"--to"_s, u"2026-11-23"_s, u"--out"_s, path}).code, 0);
        QVERIFY(QFile(path).size() > 100);
    }

    void whatIsWrongIsNamed_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const QStringList from{u"--from"_s, u"2026-11-21"_s};
        const QStringList span = from + QStringList{u"--to"_s, u"2026-11-23"_s};
        const auto row = [](const char* name, const QStringList& arguments, const QByteArray& says) {
            QTest::newRow(name) << arguments << says;
        };
        row("no end", from, "--to is missing");
        row("no beginning", {}, "--from is missing");
        row("empty", from + QStringList{u"--to"_s, u"2026-11-21"_s}, "is not after --from");
        row("backwards", from + QStringList{u"--to"_s, u"2026-11-20"_s}, "is not after --from");
        row("no time", {u"--from"_s, u"yesterday"_s, u"--to"_s, u"2026-11-21"_s}, "--from \"yesterday\"");
        row("pdf", span + QStringList{u"--format"_s, u"pdf"_s}, "needs the console");
        row("format", span + QStringList{u"--format"_s, u"xls"_s}, "--format \"xls\"");
        row("zone", span + QStringList{u"--zone"_s, u"Mars/Here"_s}, "--zone \"Mars/Here\"");
        row("post", span + QStringList{u"--post"_s, u"a b"_s}, "--post \"a b\"");
        row("incident", {u"--incident"_s, u"20200101-0001"_s}, "--incident \"20200101-0001\"");
        row("nowhere", span + QStringList{u"--out"_s, u"/nowhere/at/all.csv"_s}, "/nowhere/at/all.csv");
    }

    void whatIsWrongIsNamed() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        const Run made = run(arguments);
        QCOMPARE(made.code, 2);
        QVERIFY2(made.err.contains(says), made.err.constData());
        QCOMPARE(made.err.count('\n'), 1);
        QVERIFY(made.out.isEmpty());
    }

private:
    struct Run {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };
    Run run(const QStringList& arguments) const {
        QProcess program;
        program.start(QStringLiteral(TRIDESK_BIN_DIR "/tridesk-journal"),
                      QStringList{u"report"_s, m_folder.path()} + arguments);
        if (!program.waitForFinished())
            return {};
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }

    QTemporaryDir m_folder;
    qint64 m_incidents = 0;
    QString m_number;
    QByteArray m_hash;
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
