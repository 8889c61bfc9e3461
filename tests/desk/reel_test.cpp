// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/fact_reel.h"
#include "app/desk/reel_keeper.h"
#include "app/desk/whole_fold.h"
#include "app/journal/memory_journal.h"
#include "app/journal/sqlite_journal.h"
#include "tests/support/long_shift.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 block = FactReel::blockEntries;
const LongShift::Size small{.stations = 2, .units = 8, .open = 10};

/// Turns one byte of a file over.
bool harm(const QString& path, qint64 at) {
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(at))
        return false;
    const QByteArray before = file.read(1);
    return file.seek(at) && file.write(QByteArray(1, char(before.at(0) ^ 0x40))) == 1;
}

/// How many entries are read from a journal.
class CountingReader final : public JournalReader {
public:
    qint64 count = 0;

    explicit CountingReader(JournalReader& journal)
        : m_journal(journal) {}
    std::expected<JournalHead, JournalFault> head() override { return m_journal.head(); }
    std::expected<QList<Entry>, JournalFault> read(qint64 fromSeq, int limit) override {
        auto entries = m_journal.read(fromSeq, limit);
        count += entries ? entries->size() : 0;
        return entries;
    }
    std::expected<QList<Entry>, JournalFault> entriesOf(RequestId request) override {
        return m_journal.entriesOf(request);
    }

private:
    JournalReader& m_journal;
};

} // namespace

class ReelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"reel"_s);
        m_journal = std::make_unique<MemoryJournal>();
        m_shift = std::make_unique<LongShift>(small, 7);
        QVERIFY(m_shift->runTo(*m_journal, 2 * block + 100));
    }

    void holdsWhatTheJournalHolds() {
        const auto reel = whole();
        QCOMPARE(reel->blocks(), 2);
        Situation situation;
        for (qsizetype i = 0; i < reel->blocks(); ++i)
            for (const FoldedEntry& each : must(reel->block(i)))
                situation.fold(each.entry, must(each.fact));
        QVERIFY(situation == fold(2 * block));
    }

    void goesOnWhereItWas() {
        whole().reset();
        const qint64 size = QFile(m_path).size();
        QVERIFY(m_shift->runTo(*m_journal, 4 * block));
        const auto reel = whole();
        QCOMPARE(reel->blocks(), 4);
        QVERIFY(QFile(m_path).size() > size);
        QVERIFY(reel->block(3).has_value());
    }

    void isMadeAnewForAnotherJournal() {
        whole().reset();
        m_journal = std::make_unique<MemoryJournal>();
        LongShift other(small, 8);
        QVERIFY(other.runTo(*m_journal, block + 1));
        const auto reel = whole();
        QCOMPARE(reel->blocks(), 1);
        QCOMPARE(must(reel->block(0)).constLast().entry.recordedAt,
                 must(m_journal->read(block, 1)).constFirst().recordedAt);
    }

    void isMadeAnewForAnotherProgram() {
        whole().reset();
        QVERIFY(harm(m_path, 9)); // its form
        QCOMPARE(whole()->blocks(), 2);
    }

    void passesOverADamagedBlock() {
        qint64 end = 0;
        {
            const auto reel = whole();
            end = reel->bytes();
        }
        QVERIFY(harm(m_path, end - 10)); // in the second block
        const auto reel = whole();
        QVERIFY(reel->block(0).has_value());
        QVERIFY(!reel->block(1).has_value());
    }

    void forgetsABlockThatWasNotWrittenToItsEnd() {
        whole().reset();
        QVERIFY(QFile::resize(m_path, QFile(m_path).size() - 5));
        const auto reel = whole();
        QCOMPARE(reel->blocks(), 2);
        QVERIFY(reel->block(1).has_value());
    }

    void isKeptByOneProcessAtATime() {
        const auto keeper = whole();
        QVERIFY(m_shift->runTo(*m_journal, 3 * block));
        const auto second = whole();
        QCOMPARE(second->blocks(), 2);
        QVERIFY(second->block(1).has_value());
        QVERIFY(keeper->follow(*m_journal).has_value());
        QCOMPARE(keeper->blocks(), 3);
        QVERIFY(keeper->block(2).has_value());
    }

    /// While a desk is at work, so that no replay waits for it.
    void isKeptUpBesideADesk() {
        const QString path = m_folder->filePath(u"journal.db"_s);
        LongShift shift(small, 9);
        {
            const auto journal = must(SqliteJournal::open(path));
            QVERIFY(shift.runTo(*journal, block + 10));
        }
        ReelKeeper keeper(
            [path]() -> std::expected<std::unique_ptr<Journal>, QString> {
                return must(SqliteJournal::open(path));
            },
            m_folder->filePath(u"kept"_s), Milliseconds(20));
        QSignalSpy kept(&keeper, &ReelKeeper::kept);
        QTRY_VERIFY(!kept.isEmpty() && kept.last().constFirst().toLongLong() == block);
        const auto journal = must(SqliteJournal::open(path));
        QVERIFY(shift.runTo(*journal, 2 * block + 10));
        QTRY_COMPARE(kept.last().constFirst().toLongLong(), 2 * block);
        const auto reel = must(FactReel::open(m_folder->filePath(u"kept"_s), *journal));
        QCOMPARE(reel->blocks(), 2);
    }

    /// Whatever became of the file, a start comes to the same, and reads what the file does not tell it.
    void aStartComesToTheSame_data() {
        QTest::addColumn<QByteArray>("became");
        QTest::addColumn<int>("blocksOfFile");
        QTest::newRow("no file") << QByteArray("none") << 0;
        QTest::newRow("whole, and the journal went on") << QByteArray("whole") << 2;
        QTest::newRow("its second block is damaged") << QByteArray("damaged") << 1;
        QTest::newRow("of another journal") << QByteArray("other") << 0;
        QTest::newRow("no place for it") << QByteArray("folder") << 0;
    }
    void aStartComesToTheSame() {
        QFETCH(QByteArray, became);
        QFETCH(int, blocksOfFile);
        if (became != "none" && became != "folder")
            whole().reset();
        if (became == "damaged")
            QVERIFY(harm(m_path, QFile(m_path).size() - 10));
        if (became == "other") {
            m_journal = std::make_unique<MemoryJournal>();
            m_shift = std::make_unique<LongShift>(small, 8);
        }
        if (became == "folder")
            QVERIFY(QDir().mkpath(m_path));
        QVERIFY(m_shift->runTo(*m_journal, 3 * block - 1));
        const qint64 all = must(m_journal->head()).seq;
        CountingReader journal(*m_journal);
        QVERIFY(must(foldWhole(journal, m_path)) == fold(all));
        const qint64 besides = journal.count - (all - blocksOfFile * block); // one to see whether it agrees
        QVERIFY2(besides == 0 || besides == 1, qPrintable(QString::number(journal.count)));
    }

    void isReadByItsOwnerAlone() {
        whole().reset();
        QCOMPARE(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void stopsWhenTold() {
        auto reel = must(FactReel::open(m_path, *m_journal));
        QVERIFY(reel->follow(*m_journal, [](qint64 done, qint64) { return done < block; }).has_value());
        QCOMPARE(reel->blocks(), 1);
    }

private:
    std::unique_ptr<FactReel> whole() {
        auto reel = must(FactReel::open(m_path, *m_journal));
        Q_UNUSED(must(reel->follow(*m_journal).transform([] { return true; })));
        return reel;
    }

    Situation fold(qint64 toSeq) {
        Situation situation;
        for (const Entry& entry : must(m_journal->read(1, int(toSeq))))
            situation.fold(entry, must(decode(entry.fact)));
        return situation;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<LongShift> m_shift;
};

QTEST_GUILESS_MAIN(ReelTest)
#include "reel_test.moc"
