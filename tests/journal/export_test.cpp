// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/entry_json.h"
#include "tests/journal/fixture.h"
#include "tests/support/every_fact.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

struct Told {
    int exitCode = -1;
    QByteArray out;
    QByteArray error;
};

Told tool(const QStringList& words) {
    QProcess program;
    program.start(QStringLiteral(TRIDESK_BIN_DIR "/tridesk-journal"), words);
    program.waitForFinished();
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

QList<Entry> entriesIn(const QByteArray& lines) {
    QList<Entry> entries;
    for (const QByteArray& line : lines.split('\n'))
        if (!line.isEmpty())
            entries += entryFromJsonLine(line).value_or(Entry());
    return entries;
}

} // namespace

class ExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<JournalFile>(); }

    void writesAndReadsLines() {
        Entry entry{7, instantFromMs(1), draft(3), QByteArray(32, 'a'), QByteArray(32, 'b')};
        QCOMPARE(entryFromJsonLine(toJsonLine(entry)).value(), entry);
        entry.fact.payload = "{ \"spaced\" : 1}"; // valid, but not byte by byte what would be written
        QVERIFY(toJsonLine(entry).contains("payloadBase64"));
        QCOMPARE(entryFromJsonLine(toJsonLine(entry)).value(), entry);
        entry.fact.payload = QByteArray("\0\xff", 2);
        QCOMPARE(entryFromJsonLine(toJsonLine(entry)).value(), entry);
        QByteArray line = toJsonLine(entry);
        QCOMPARE(entryFromJsonLine(line.replace("\"seq\":7", "\"seq\":\"7\"")).error(), u"seq"_s);
        QVERIFY(!entryFromJsonLine("[]"));
        QVERIFY(!entryFromJsonLine({}));
    }

    void exportsEachOnceInOrder() {
        constexpr int many = 2500; // more than one chunk
        QVERIFY(m_file->fill(many, 100));
        const auto inUse = m_file->open();
        const Told told = tool({u"export"_s, m_file->folder()});
        QCOMPARE(told.exitCode, 0);
        QCOMPARE(entriesIn(told.out), (*inUse)->read(1, many + 1).value());
    }

    void exportsCsv() {
        Draft odd = draft(1);
        odd.user = u"a \"b\", c\nd"_s;
        {
            const auto journal = m_file->open();
            QVERIFY(JournalFile::append(**journal, {odd, draft(2)}));
        }
        const Told told = tool({u"export"_s, m_file->folder(), u"--format"_s, u"csv"_s});
        QCOMPARE(told.exitCode, 0);
        QVERIFY(told.out.startsWith(csvHeader() + "\r\n1,2027-01-15T08:00:00.000Z,"));
        QVERIFY(told.out.contains(",\"a \"\"b\"\", c\nd\","));
        QCOMPARE(told.out.count("\r\n"), 3);
    }

    void exportsAPart() {
        QList<Draft> mixed = drafts(1, 10);
        mixed[3].kind = u"order.signed"_s;
        {
            const auto journal = m_file->open();
            for (const Draft& one : mixed)
                QVERIFY(appendAt(**journal, one,
                                 1'800'000'000'000 + one.happenedAt.time_since_epoch().count() % 100 * 1000));
        }
        const auto seqs = [&](const QStringList& more) {
            QList<qint64> found;
            for (const Entry& entry : entriesIn(tool(QStringList{u"export"_s, m_file->folder()} + more).out))
                found += entry.seq;
            return found;
        };
        QCOMPARE(seqs({u"--kind"_s, u"order.signed"_s}), QList<qint64>{4});
        QCOMPARE(seqs({u"--from"_s, u"3"_s, u"--to"_s, u"5"_s}), (QList<qint64>{3, 4, 5}));
        QCOMPARE(seqs({u"--from"_s, u"2027-01-15T08:00:09Z"_s}), (QList<qint64>{9, 10}));
        QCOMPARE(seqs({u"--to"_s, u"2027-01-15T08:00:02Z"_s}), (QList<qint64>{1, 2}));
    }

    void foldsToANumberOrATime() {
        {
            const auto journal = m_file->open();
            qint64 at = 1'800'000'000'000;
            for (const Fact& fact : everyKind()) {
                at += 1000;
                QVERIFY(appendAt(**journal, encoded(fact), at));
            }
            Draft unknown = draft(1);
            unknown.kind = u"incident.sung"_s;
            QVERIFY(appendAt(**journal, unknown, at));
        }
        const auto summary = [&](const QStringList& more) {
            return QJsonDocument::fromJson(tool(QStringList{u"fold"_s, m_file->folder()} + more).out)
                .object();
        };
        const QJsonObject all = summary({}), early = summary({u"--at"_s, u"9"_s});
        QCOMPARE(all[u"posts"].toInt(), 1);
        QCOMPARE(all[u"unreadable"].toInt(), 1);
        QCOMPARE(all[u"incidents"][u"all"].toInt(), 1);
        QCOMPARE(all[u"incidents"][u"open"].toInt(), 1); // closed, and reopened after that
        QCOMPARE(summary({u"--at"_s, u"12"_s}).value(u"incidents")[u"open"].toInt(), 0);
        QCOMPARE(early[u"incidents"][u"open"].toInt(), 1);
        QCOMPARE(early[u"seq"].toInt(), 9);
        QCOMPARE(early[u"recordedAt"].toString(), u"2027-01-15T08:00:09.000Z"_s);
        QCOMPARE(summary({u"--at"_s, u"2027-01-15T08:00:09Z"_s}), early);
    }

    void saysWhatIsWrongInOneLine_data() {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no folder") << QStringList{u"verify"_s};
        QTest::newRow("no such folder") << QStringList{u"verify"_s, u"/nowhere"_s};
        QTest::newRow("no journal in it") << QStringList{u"export"_s, m_empty.path()};
        QTest::newRow("unknown command") << QStringList{u"sing"_s, m_empty.path()};
        QTest::newRow("unknown option") << QStringList{u"verify"_s, m_empty.path(), u"--loud"_s};
        QTest::newRow("format") << QStringList{u"export"_s, m_empty.path(), u"--format"_s, u"xml"_s};
        QTest::newRow("time") << QStringList{u"fold"_s, m_empty.path(), u"--at"_s, u"noon"_s};
    }

    void saysWhatIsWrongInOneLine() {
        QFETCH(QStringList, words);
        const Told told = tool(words);
        QCOMPARE(told.exitCode, 2);
        QCOMPARE(told.error.count('\n'), 1);
        QVERIFY(told.error.startsWith("tridesk-journal: "));
        QVERIFY(told.out.isEmpty());
    }

private:
    static bool appendAt(Journal& journal, const Draft& one, qint64 ms) {
        auto step = journal.begin();
        return step && (*step)->append({one}, instantFromMs(ms)) && (*step)->commit();
    }

    std::unique_ptr<JournalFile> m_file;
    QTemporaryDir m_empty;
};

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::ExportTest)
#include "export_test.moc"
