// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/data_folder.h"
#include "app/journal/migrations.h"
#include "app/journal/verify.h"
#include "tests/journal/fixture.h"
#include "tests/journal/guest.h"

#include <QTest>

#include <sched.h>
#include <sys/mount.h>

// Every way in which the machine can refuse, each told apart; and that nothing stored is lost by it.

namespace tridesk::test {

using namespace Qt::StringLiterals;
using Code = JournalFault::Code;

namespace {

std::unique_ptr<SqlDatabase> raw(const QString& path) {
    return SqlDatabase::open(path, SqlDatabase::Access::ReadWrite, std::chrono::milliseconds(50)).value();
}

} // namespace

class FaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<JournalFile>(); }

    void isLockedByAnotherProgram();
    void isFull();
    void survivesAFullDisk();
    void isReadOnlyWhereAskedFor();
    void isReadOnlyWhereTheFileIs();
    void isCorruptWhereItIsNoJournal();
    void isTooNew();
    void cannotBeOpenedWhereThereIsNone();
    void makesADataFolder();
    void refusesOtherFolders();

private:
    std::unique_ptr<JournalFile> m_file;
};

void FaultsTest::isLockedByAnotherProgram() {
    QVERIFY(m_file->fill(3));
    const auto journal = m_file->open();
    {
        const auto other = raw(m_file->path());
        const auto step = SqlTransaction::begin(*other);
        QVERIFY(step);
        const auto refused = (*journal)->begin();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Locked);
        QCOMPARE(refused.error().where, m_file->path());
        QCOMPARE((*journal)->record({{u"bureau"_s, {}, {}, 1, 2, {}}}).error().code, Code::Locked);
        QCOMPARE((*journal)->head().value().seq, 3); // reading goes on
    }
    QVERIFY(JournalFile::append(**journal, drafts(10, 1)));
}

void FaultsTest::isFull() {
    const auto database = raw(m_file->path());
    QVERIFY(database->run("PRAGMA max_page_count=8"));
    QVERIFY(database->run("CREATE TABLE t (b BLOB)"));
    std::expected<void, JournalFault> done;
    for (int i = 0; i < 100 && done; ++i)
        done = database->run("INSERT INTO t VALUES (?)", {QByteArray(1000, 'x')});
    QVERIFY(!done);
    QCOMPARE(done.error().code, Code::Full);
}

/// On a disk of its own, half a megabyte large.
void FaultsTest::survivesAFullDisk() {
    const int seen = inChild([&] {
        const int newSpace = ::geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
        if (::unshare(newSpace) != 0 ||
            ::mount("tmpfs", m_file->folder().toUtf8().constData(), "tmpfs", 0, "size=512k") != 0)
            return 99;
        auto journal = m_file->open();
        if (!journal || !JournalFile::write(m_file->folder() + u"/ballast"_s, QByteArray(200'000, 'x')))
            return 1;
        qint64 acknowledged = 0;
        std::optional<JournalFault> fault;
        for (int i = 0; i < 2000 && !fault; ++i) {
            auto step = (*journal)->begin();
            const auto entries = step ? (*step)->append(drafts(i, 1), {}) : std::unexpected(step.error());
            const auto done = entries ? (*step)->commit() : std::unexpected(entries.error());
            if (done)
                acknowledged = entries->last().seq;
            else
                fault = done.error();
        }
        if (!fault || fault->code != Code::Full)
            return 2;
        if ((*journal)->head().value().seq != acknowledged || verifyChain(**journal).value().defect)
            return 3;
        QFile::remove(m_file->folder() + u"/ballast"_s);
        if (!JournalFile::append(**journal, drafts(5000, 3)))
            return 4;
        journal->reset();
        return verifyFile(m_file->path()).value().head.seq == acknowledged + 3 ? 0 : 5;
    });
    if (seen == 99)
        QSKIP("no disk of its own may be mounted here");
    QCOMPARE(seen, 0);
}

void FaultsTest::isReadOnlyWhereAskedFor() {
    QVERIFY(m_file->fill(3));
    const auto journal = m_file->open({.readOnly = true});
    QCOMPARE((*journal)->head().value().seq, 3);
    QCOMPARE((*journal)->begin().error().code, Code::ReadOnly);
    QCOMPARE((*journal)->record({}).error().code, Code::ReadOnly);
}

void FaultsTest::isReadOnlyWhereTheFileIs() {
    QVERIFY(m_file->fill(3));
    const int seen = asGuest({m_file->folder()}, [&] {
        const auto journal = m_file->open();
        const auto folder = DataFolder::open(m_file->folder());
        if (journal || folder)
            return 99;
        return journal.error().code == Code::ReadOnly && folder.error().code == Code::ReadOnly ? 0 : 1;
    });
    if (seen == 99)
        QSKIP("this user may write everywhere");
    QCOMPARE(seen, 0);
}

void FaultsTest::isCorruptWhereItIsNoJournal() {
    QVERIFY(JournalFile::write(m_file->path(), QByteArray(20'000, 'x')));
    QCOMPARE(m_file->open().error().code, Code::Corrupt);
    QCOMPARE(m_file->open({.readOnly = true}).error().code, Code::Corrupt);
    QCOMPARE(JournalFile::bytesOf(m_file->path()), QByteArray(20'000, 'x'));

    const JournalFile other; // a database, but of somebody else
    QVERIFY(raw(other.path())->run("CREATE TABLE theirs (x)"));
    QCOMPARE(other.open().error().code, Code::Corrupt);
}

void FaultsTest::isTooNew() {
    QVERIFY(m_file->fill(3));
    QVERIFY(raw(m_file->path())->run("PRAGMA user_version=99"));
    QCOMPARE(m_file->open().error().code, Code::TooNew);
    QCOMPARE(m_file->open({.readOnly = true}).error().code, Code::TooNew);
}

void FaultsTest::cannotBeOpenedWhereThereIsNone() {
    QCOMPARE(m_file->open({.readOnly = true}).error().code, Code::Io);
    QVERIFY(!QFile::exists(m_file->path()));
    QCOMPARE(SqliteJournal::open(m_file->folder() + u"/none/journal.db"_s).error().code, Code::Io);
    QCOMPARE(SqliteJournal::open(m_file->folder()).error().code, Code::Io);
    QVERIFY(QFile::remove(m_file->folder() + u".lock"_s));
}

void FaultsTest::makesADataFolder() {
    const QString path = m_file->folder() + u"/desk/data"_s;
    QCOMPARE(DataFolder::open(path, DataFolder::Use::Read).error().code, Code::Io);
    const auto made = DataFolder::open(path);
    QVERIFY(made);
    QCOMPARE(made->journal(), path + u"/journal.db"_s);
    QCOMPARE(made->journalBell(), path + u"/journal.db.bell"_s);
    QVERIFY(SqliteJournal::open(made->journal()));
    QVERIFY(DataFolder::open(path));
    QVERIFY(DataFolder::open(path, DataFolder::Use::Read));
}

void FaultsTest::refusesOtherFolders() {
    QCOMPARE(DataFolder::open({}).error().code, Code::Io);
    const QString file = m_file->folder() + u"/file"_s, mark = m_file->folder() + u"/tridesk-data"_s;
    QVERIFY(JournalFile::write(file, "x"));
    QCOMPARE(DataFolder::open(file).error().code, Code::Io);
    QVERIFY(JournalFile::write(mark, "2\n"));
    QCOMPARE(DataFolder::open(m_file->folder()).error().code, Code::TooNew);
    QVERIFY(JournalFile::write(mark, "what\n"));
    QCOMPARE(DataFolder::open(m_file->folder()).error().code, Code::Corrupt);
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::FaultsTest)
#include "faults_test.moc"
