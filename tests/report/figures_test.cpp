// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/csv_table.h"
#include "app/report/report_file.h"
#include "app/report/spread.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace Qt::StringLiterals;

/// Spreads, tables and files by themselves.
class FiguresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofNothing() {
        const Spread none;
        QVERIFY(none.isEmpty());
        QCOMPARE(none.median(), 0);
        QCOMPARE(none.mean(), 0.0);
        QCOMPARE(none.counts(bucket_edges::sign), (std::array<qint64, 5>{0, 0, 0, 0, 0}));
    }

    void percentilesAreTheNearestRank() {
        Spread spread;
        for (const int seconds : {10, 20, 30, 40, 50, 60, 70, 80, 90, 100})
            spread.add(Milliseconds(seconds * 1000));
        QCOMPARE(spread.median(), 50);
        QCOMPARE(spread.percentile(90), 90);
        QCOMPARE(spread.percentile(91), 100);
        QCOMPARE(spread.percentile(100), 100);
        QCOMPARE(spread.mean(), 55.0);
        spread.add(Milliseconds(0));
        QCOMPARE(spread.median(), 50); // the sixth of eleven
    }

    void aLengthIsItsFullSecondsAndTheMeanExact() {
        Spread spread;
        spread.add(Milliseconds(29'999));
        spread.add(Milliseconds(30'000));
        QCOMPARE(spread.counts(bucket_edges::sign), (std::array<qint64, 5>{1, 1, 0, 0, 0}));
        QCOMPARE(spread.median(), 29);
        QCOMPARE(spread.mean(), 29.9995);
        spread.add(Milliseconds(180'000));
        QCOMPARE(spread.counts(bucket_edges::sign)[4], 1);
    }

    void tablesAreAsTheRuleWritesThem() {
        CsvTable table(true);
        table.add({u"a"_s, u"say \"go\", now"_s, u"two\nlines"_s, {}});
        QCOMPARE(table.bytes(), QByteArray("\xEF\xBB\xBF"
                                           "a,\"say \"\"go\"\", now\",\"two\nlines\",\r\n"));
        CsvTable bare(false);
        bare.add({u"临江"_s});
        QCOMPARE(bare.bytes(), u"临江\r\n"_s.toUtf8());
    }

    void noFieldIsAFormula_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("written");
        QTest::newRow("equals") << u"=1+2"_s << u"'=1+2"_s;
        QTest::newRow("link") << u"=HYPERLINK(\"x\")"_s << u"\"'=HYPERLINK(\"\"x\"\")\""_s;
        QTest::newRow("plus") << u"+cmd|' /C calc'!A0"_s << u"'+cmd|' /C calc'!A0"_s;
        QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::newRow("minus") << u"-2+3"_s << u"'-2+3"_s;
        QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
        QTest::newRow("return") << u"\r=1"_s << u"\"'\r=1\""_s;
        QTest::newRow("a number") << u"-12.5"_s << u"-12.5"_s;
        QTest::newRow("within") << u"a=1"_s << u"a=1"_s;
    }

    void noFieldIsAFormula() {
        QFETCH(QString, field);
        QFETCH(QString, written);
        CsvTable table(false);
        table.add({field});
        QCOMPARE(QString::fromUtf8(table.bytes()), written + u"\r\n"_s);
    }

    void aFileIsWholeOrAsItWas() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"report.csv"_s);
        QVERIFY(saveReport(path, "one"));
        QVERIFY(saveReport(path, "two"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "two");
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"report.csv"_s});
        const auto nowhere = saveReport(folder.filePath(u"none/report.csv"_s), "three");
        QVERIFY(!nowhere);
        QVERIFY(nowhere.error().startsWith(folder.filePath(u"none/report.csv"_s)));
    }
};

QTEST_GUILESS_MAIN(FiguresTest)
#include "figures_test.moc"
