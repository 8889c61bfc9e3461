// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/memory_journal.h"
#include "app/journal/verify.h"
#include "tests/journal/fixture.h"
#include "tests/journal/guest.h"
#include "tests/support/must.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <sqlite3.h>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

/// Changes a journal's rows as only a forger would.
bool forge(const QString& path, const char* sql) {
    sqlite3* database = nullptr;
    sqlite3_open(path.toUtf8().constData(), &database);
    const bool done =
        sqlite3_exec(database, "DROP TRIGGER entries_stay", nullptr, nullptr, nullptr) == SQLITE_OK &&
        sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return done;
}

struct Told {
    int exitCode = -1;
    QString line;
};

Told tool(const QStringList& words) {
    QProcess program;
    program.start(QStringLiteral(TRIDESK_BIN_DIR "/tridesk-journal"), words);
    program.waitForFinished();
    return {program.exitCode(),
            QString::fromUtf8(program.readAllStandardOutput() + program.readAllStandardError())};
}

} // namespace

class VerifyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<JournalFile>(); }

    void isSatisfiedWithWhatIsWhole();
    void namesTheForgedEntry_data();
    void namesTheForgedEntry();
    void namesTheEntryOfAnyFlippedByte();
    void findsDamageInTheLog_data();
    void findsDamageInTheLog();
    void setsATornEndAside();
    void leavesDamageInTheMiddle();
    void refusesAnEndThatIsNoTornTail();
    void keepsAnInterruptedWrite();
    void keepsAWriteInterruptedTwice_data();
    void keepsAWriteInterruptedTwice();
    void missesAnEndThatWasCutOff();
    void standsAnyBytes();
    void readsWhereNothingCanBeWritten();

private:
    std::unique_ptr<JournalFile> m_file;
};

void VerifyTest::isSatisfiedWithWhatIsWhole() {
    QVERIFY(m_file->fill(200, 5));
    const Verdict verdict = verifyFile(m_file->path()).value();
    QVERIFY(!verdict.defect);
    QVERIFY(verdict.notes.isEmpty());
    QCOMPARE(verdict.head.seq, 200);
    const Told told = tool({u"verify"_s, m_file->folder()});
    QCOMPARE(told.exitCode, 0);
    QVERIFY(told.line.startsWith(u"ok: 200 entries"));
    MemoryJournal memory;
    QVERIFY(!verifyChain(memory).value().defect);
}

void VerifyTest::namesTheForgedEntry_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("seq");
    for (const char* column : {"recorded_at", "happened_at", "version"})
        QTest::newRow(column) << QByteArray("UPDATE entries SET ") + column + "=" + column + "+1 WHERE seq=7"
                              << 7;
    for (const char* column : {"seat", "user", "stream", "kind"})
        QTest::newRow(column) << QByteArray("UPDATE entries SET ") + column + "=" + column +
                                     "||' ' WHERE seq=7"
                              << 7;
    for (const char* column : {"request", "payload", "previous_hash", "hash"})
        QTest::newRow(column) << QByteArray("UPDATE entries SET ") + column + "=zeroblob(16) WHERE seq=7"
                              << 7;
    QTest::newRow("a letter moved to the next field")
        << QByteArray("UPDATE entries SET seat=substr(seat,1,11), user=substr(seat,12)||user WHERE seq=7")
        << 7;
    QTest::newRow("dropped") << QByteArray("DELETE FROM entries WHERE seq=7") << 7;
    QTest::newRow("first dropped") << QByteArray("DELETE FROM entries WHERE seq=1") << 1;
    QTest::newRow("swapped") << QByteArray("UPDATE entries SET seq=-seq WHERE seq IN (7,8);"
                                           "UPDATE entries SET seq=15+seq WHERE seq<0")
                             << 7;
    QTest::newRow("only the index") << QByteArray("DELETE FROM lookups WHERE seq=9") << 0;
}

void VerifyTest::namesTheForgedEntry() {
    QFETCH(QByteArray, sql);
    QFETCH(int, seq);
    QVERIFY(m_file->fill(80, 5));
    QVERIFY(forge(m_file->path(), sql.constData()));
    const Verdict verdict = verifyFile(m_file->path()).value();
    QVERIFY(verdict.defect);
    QCOMPARE(must(verdict.defect).seq, seq);
    const Told told = tool({u"verify"_s, m_file->folder()});
    QCOMPARE(told.exitCode, 1);
    QVERIFY2(told.line.startsWith(seq ? u"broken: entry %1:"_s.arg(seq) : u"broken: all 80 entries"_s),
             qPrintable(told.line));
    QCOMPARE(told.line.count(u'\n'), 1);
}

/// Each entry's payload stands in the file as it is, so its bytes can be found there.
void VerifyTest::namesTheEntryOfAnyFlippedByte() {
    constexpr int entries = 40;
    QVERIFY(m_file->fill(entries));
    const QByteArray good = JournalFile::bytesOf(m_file->path());
    QRandomGenerator chance(3);
    for (int number = 1; number <= entries; ++number) {
        const QByteArray payload = draft(number).payload;
        const qsizetype at = good.indexOf(payload);
        QVERIFY(at > 0);
        QByteArray bad = good;
        bad[at + chance.bounded(payload.size())] ^= char(1 << chance.bounded(8));
        QVERIFY(JournalFile::write(m_file->path(), bad));
        const auto verdict = verifyFile(m_file->path());
        QVERIFY(verdict && verdict->defect);
        QCOMPARE(must(verdict->defect).seq, number);
        if (number % 10 == 0) {
            const Told told = tool({u"verify"_s, m_file->folder()});
            QCOMPARE(told.exitCode, 1);
            QVERIFY2(told.line.startsWith(u"broken: entry %1: its content"_s.arg(number)),
                     qPrintable(told.line));
        }
    }
}

/// As after kill -9: the log was never written back. A flipped byte in it makes SQLite forget what follows.
void VerifyTest::findsDamageInTheLog_data() {
    QTest::addColumn<bool>("isLastFrame");
    QTest::addColumn<QStringList>("kept");
    QTest::newRow("in the middle") << false << QStringList{};
    QTest::newRow("in the middle, index there") << false << QStringList{u"-shm"_s};
    QTest::newRow("at the end, index there") << true << QStringList{u"-shm"_s};
    QTest::newRow("in the middle, bell there") << false << QStringList{u".bell"_s};
    QTest::newRow("at the end, bell there") << true << QStringList{u".bell"_s};
}

void VerifyTest::findsDamageInTheLog() {
    QFETCH(bool, isLastFrame);
    QFETCH(QStringList, kept);
    QVERIFY(m_file->fill(10));
    JournalFile crashed;
    {
        const auto journal = m_file->open();
        for (int i = 0; i < 20; ++i)
            QVERIFY(JournalFile::append(**journal, drafts(100 + i, 1)));
        for (const QString& suffix : QStringList{u""_s, u"-wal"_s} + kept)
            QVERIFY(QFile::copy(m_file->path() + suffix, crashed.path() + suffix));
    }
    QByteArray log = JournalFile::bytesOf(crashed.path() + u"-wal"_s);
    log[isLastFrame ? log.size() - 50 : log.size() / 2] ^= 1;
    QVERIFY(JournalFile::write(crashed.path() + u"-wal"_s, log));
    const Verdict verdict = verifyFile(crashed.path()).value();
    QVERIFY(verdict.defect);
    QVERIFY(must(verdict.defect).seq > 10 && must(verdict.defect).seq <= 30);
    QCOMPARE(must(verdict.defect).seq, verdict.head.seq + 1);

    const auto opened = crashed.open();
    QVERIFY(opened);
    QCOMPARE((*opened)->setAside().size(), 1);
    if (!isLastFrame)
        QCOMPARE(JournalFile::bytesOf((*opened)->setAside()[0].file), log);
    QVERIFY(JournalFile::append(**opened, drafts(900, 1)));
    QVERIFY(!verifyFile(crashed.path()).value().defect);
}

void VerifyTest::setsATornEndAside() {
    QVERIFY(m_file->fill(100, 5));
    {
        const auto journal = m_file->open();
        QVERIFY((*journal)->record({{u"bureau"_s, u"li"_s, ReceiptStage::Shown, 90, 100, instantFromMs(1)},
                                    {u"bureau"_s, u"li"_s, ReceiptStage::Shown, 99, 99, instantFromMs(2)}}));
    }
    QVERIFY(forge(m_file->path(), "UPDATE entries SET payload='{}' WHERE seq>=99"));
    const auto journal = m_file->open();
    QVERIFY(journal);
    QCOMPARE((*journal)->setAside().size(), 1);
    const SetAside aside = (*journal)->setAside()[0];
    QCOMPARE(aside.fromSeq, 99);
    QCOMPARE(aside.toSeq, 100);
    QCOMPARE(JournalFile::bytesOf(aside.file).count('\n'), 4);
    QCOMPARE((*journal)->head().value().seq, 98);
    QCOMPARE((*journal)->receipts({}).value().size(), 1);
    QCOMPARE((*journal)->receipts({}).value()[0].toSeq, 98);
    QVERIFY(JournalFile::append(**journal, drafts(500, 40)));
    QCOMPARE((*journal)->entriesOf(draft(500).request).value().value(0).seq, 99);
    const Verdict verdict = verifyFile(m_file->path()).value();
    QVERIFY2(!verdict.defect, qPrintable(verdict.defect.value_or(JournalDefect()).what));
    QCOMPARE(verdict.notes.size(), 1);
}

void VerifyTest::leavesDamageInTheMiddle() {
    QVERIFY(m_file->fill(30, 5));
    QVERIFY(forge(m_file->path(), "UPDATE entries SET payload='{}' WHERE seq=29"));
    {
        const auto journal = m_file->open();
        QVERIFY((*journal)->setAside().isEmpty());
        QCOMPARE((*journal)->head().value().seq, 30);
        QVERIFY(JournalFile::append(**journal, drafts(500, 1)));
    }
    QCOMPARE(must(verifyFile(m_file->path())->defect).seq, 29);
}

void VerifyTest::refusesAnEndThatIsNoTornTail() {
    QVERIFY(m_file->fill(200, 50));
    QVERIFY(forge(m_file->path(), "UPDATE entries SET payload='{}' WHERE seq>100"));
    const auto journal = m_file->open();
    QVERIFY(!journal);
    QCOMPARE(journal.error().code, JournalFault::Code::Corrupt);
    QCOMPARE(must(verifyFile(m_file->path())->defect).seq, 101);
    QVERIFY(QDir(m_file->folder()).entryList({u"*setaside*"_s}).isEmpty());
}

void VerifyTest::keepsAnInterruptedWrite() {
    QVERIFY(m_file->fill(3));
    JournalFile crashed;
    {
        const auto journal = m_file->open();
        QVERIFY(JournalFile::append(**journal, drafts(100, 1)));
        QVERIFY(JournalFile::append(**journal, drafts(200, 30)));
        for (const QString& suffix : {u""_s, u"-wal"_s})
            QVERIFY(QFile::copy(m_file->path() + suffix, crashed.path() + suffix));
    }
    QFile log(crashed.path() + u"-wal"_s);
    QVERIFY(log.resize(log.size() - 1000));
    const Verdict verdict = verifyFile(crashed.path()).value();
    QVERIFY(!verdict.defect);
    QCOMPARE(verdict.head.seq, 4);
    QCOMPARE(verdict.notes.size(), 1);
    const auto opened = crashed.open();
    QVERIFY(opened);
    QCOMPARE((*opened)->setAside().size(), 1);
    QVERIFY(JournalFile::bytesOf((*opened)->setAside()[0].file).size() > 1000);
}

/// Killed while it wrote a transaction of many frames, and the next writer killed while it wrote over the
/// first of them: what is left of the first lies behind a frame that cannot be read, and nobody was ever told
/// of it.
void VerifyTest::keepsAWriteInterruptedTwice_data() {
    QTest::addColumn<bool>("wroteCommit");
    QTest::newRow("its commit was not reached") << false;
    QTest::newRow("its commit was written and not told") << true;
}

void VerifyTest::keepsAWriteInterruptedTwice() {
    QFETCH(bool, wroteCommit);
    QVERIFY(m_file->fill(3));
    JournalFile crashed;
    {
        const auto journal = m_file->open();
        QVERIFY(JournalFile::append(**journal, drafts(100, 1)));
        const qint64 first = QFileInfo(m_file->path() + u"-wal"_s).size();
        if (wroteCommit)
            QVERIFY(QFile::copy(m_file->path() + u".bell"_s, crashed.path() + u".bell"_s));
        QVERIFY(JournalFile::append(**journal, drafts(200, 90)));
        for (const QString& suffix : {u""_s, u"-wal"_s})
            QVERIFY(QFile::copy(m_file->path() + suffix, crashed.path() + suffix));
        QByteArray log = JournalFile::bytesOf(crashed.path() + u"-wal"_s);
        QVERIFY(log.size() - first > 3 * (4096 + 24));
        if (!wroteCommit)
            log.chop(4096 + 24);
        log[first + 16] ^= 0x5a; // the sum of another content, whose page was not reached
        QVERIFY(JournalFile::write(crashed.path() + u"-wal"_s, log));
    }
    const Verdict verdict = verifyFile(crashed.path()).value();
    QVERIFY2(!verdict.defect, qPrintable(verdict.defect.value_or(JournalDefect()).what));
    QCOMPARE(verdict.head.seq, 4);
    QCOMPARE(verdict.notes.size(), 1);
    QVERIFY(crashed.open());
}

/// The log was taken away, or an older copy was put in the journal's place: the chain is whole, its end is
/// missing.
void VerifyTest::missesAnEndThatWasCutOff() {
    QVERIFY(m_file->fill(20));
    const QByteArray older = JournalFile::bytesOf(m_file->path());
    {
        const auto journal = m_file->open();
        QVERIFY(JournalFile::append(**journal, drafts(100, 5)));
    }
    QVERIFY(!verifyFile(m_file->path())->defect);
    QVERIFY(JournalFile::write(m_file->path(), older));
    const Verdict verdict = verifyFile(m_file->path()).value();
    QVERIFY(verdict.defect);
    QCOMPARE(must(verdict.defect).seq, 21);
    QVERIFY2(must(verdict.defect).what.contains(u"25"), qPrintable(must(verdict.defect).what));
}

/// Whatever the bytes: an answer or a fault, never a crash, and never a good verdict on another content.
void VerifyTest::standsAnyBytes() {
    QVERIFY(m_file->fill(60, 3));
    const QByteArray good = JournalFile::bytesOf(m_file->path());
    const QByteArray hash = verifyFile(m_file->path()).value().head.hash;
    QRandomGenerator chance(11);
    for (int round = 0; round < 300; ++round) {
        QByteArray bad = good;
        for (int flips = chance.bounded(1, 20); flips > 0; --flips)
            bad[chance.bounded(bad.size())] = char(chance.generate());
        if (round % 5 == 0)
            bad.truncate(chance.bounded(bad.size()));
        const JournalFile other;
        QVERIFY(JournalFile::write(other.path(), bad));
        const auto verdict = verifyFile(other.path());
        QVERIFY(!verdict || verdict->defect || verdict->head.hash == hash);
        const auto journal = other.open();
        if (journal && JournalFile::append(**journal, drafts(9000, 2)))
            std::ignore = (*journal)->entriesOf(draft(9001).request);
    }
}

void VerifyTest::readsWhereNothingCanBeWritten() {
    QVERIFY(m_file->fill(10));
    JournalFile crashed, closed;
    QVERIFY(QFile::copy(m_file->path(), closed.path()));
    const auto writer = m_file->open();
    QVERIFY(JournalFile::append(**writer, drafts(100, 1)));
    for (const QString& suffix : {u""_s, u"-wal"_s})
        QVERIFY(QFile::copy(m_file->path() + suffix, crashed.path() + suffix));
    const auto seen = asGuest({crashed.folder(), closed.folder()}, [&] {
        if (QFile(crashed.folder() + u"/probe"_s).open(QIODevice::WriteOnly))
            return 99;
        const auto whole = verifyFile(closed.path()), behind = verifyFile(crashed.path());
        const auto refused = crashed.open();
        return (whole && whole->head.seq == 10 ? 1 : 0) + (behind && behind->head.seq == 11 ? 2 : 0) +
               (!refused && refused.error().code == JournalFault::Code::ReadOnly ? 4 : 0);
    });
    if (seen == 99)
        QSKIP("this user may write everywhere");
    QCOMPARE(seen, 7);
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::VerifyTest)
#include "verify_test.moc"
