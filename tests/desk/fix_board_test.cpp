// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/fix_board.h"
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/newest_fixes.h"
#include "tests/support/must.h"
#include "tests/support/mutate.h"
#include "tests/support/scene.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

Fix fix(QStringView unit, qint64 second, double latitude = 31.5) {
    return {code<UnitId>(unit),
            must(GeoPoint::from(latitude, 118.5)),
            instantFromMs(second * 1000),
            instantFromMs(second * 1000 + 200),
            5.0,
            90.0,
            8.0,
            u"test"_s};
}

} // namespace

class FixBoardTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;

    std::unique_ptr<FixBoard> openBoard(const QString& newest = {}) {
        const DataFolder folder = DataFolder::open(m_dir->path()).value();
        auto board = std::make_unique<FixBoard>(
            [folder]() -> std::expected<std::unique_ptr<FixStore>, QString> {
                return FixStore::open(folder.fixes()).transform_error([](const JournalFault& f) {
                    return f.toString();
                });
            },
            folder.fixesBell());
        if (!newest.isEmpty())
            board->keepNewestIn(newest);
        board->start();
        return board;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void keepsTheNewestByTimeMeasured() {
        const auto board = openBoard();
        QSignalSpy moved(board.get(), &FixBoard::moved);
        const QList<Fix> fixes = {fix(u"1A12", 10, 31.1), fix(u"1A12", 30, 31.3), fix(u"1A12", 20, 31.2),
                                  fix(u"1A14", 5)};
        QVERIFY(board->take(fixes));
        QCOMPARE(board->latest(code<UnitId>(u"1A12"))->at.latitude(), 31.3);
        QVERIFY(!board->latest(code<UnitId>(u"9Z99")));
        QTRY_COMPARE(moved.size(), 1);
        QCOMPARE(moved[0][0].value<QSet<UnitId>>().size(), 2);
    }

    void othersOfTheFolderSeeThem() {
        const auto a = openBoard();
        const auto b = openBoard();
        const QList<Fix> fixes = {fix(u"1A12", 10)};
        QVERIFY(a->take(fixes));
        QTRY_VERIFY(b->latest(code<UnitId>(u"1A12")));
        QCOMPARE(b->latest(code<UnitId>(u"1A12"))->measuredAt, instantFromMs(10'000));
    }

    void knowsThemAfterARestart() {
        {
            const auto board = openBoard();
            const QList<Fix> fixes = {fix(u"1A12", 10), fix(u"1A14", 11)};
            QVERIFY(board->take(fixes));
        }
        const auto board = openBoard();
        QTRY_COMPARE(board->all().size(), 2);
    }

    /// Of a store on a server that is away when the program begins.
    void knowsTheNewestWithoutTheStore() {
        const QString kept = m_dir->filePath(u"newest.fixes"_s);
        {
            const auto board = openBoard(kept);
            const QList<Fix> fixes = {fix(u"1A12", 10, 31.1), fix(u"1A14", 11), fix(u"1A12", 20, 31.2)};
            QVERIFY(board->take(fixes));
        }
        QVERIFY(QFileInfo(kept).size() > 0 && QFileInfo(kept).size() < 300);
        std::atomic_bool isAway = true;
        const DataFolder folder = DataFolder::open(m_dir->path()).value();
        FixBoard board(
            [folder, &isAway]() -> std::expected<std::unique_ptr<FixStore>, QString> {
                if (isAway)
                    return std::unexpected(u"away"_s);
                return FixStore::open(folder.fixes()).transform_error([](const JournalFault& f) {
                    return f.toString();
                });
            },
            folder.fixesBell());
        QSignalSpy failed(&board, &FixBoard::failed);
        board.keepNewestIn(kept);
        board.start();
        QTRY_COMPARE(board.all().size(), 2);
        QCOMPARE(*board.latest(code<UnitId>(u"1A12")), fix(u"1A12", 20, 31.2)); // as old as it is
        QTRY_COMPARE(failed.size(), 1);
        // What is newer in the store takes its place once that is there.
        const QList<Fix> newer = {fix(u"1A12", 30, 31.3)};
        QVERIFY(openBoard()->take(newer));
        isAway = false;
        QTRY_COMPARE(board.latest(code<UnitId>(u"1A12"))->at.latitude(), 31.3);
        // One that never gets to its store, and dies, has kept it before.
        QTRY_COMPARE(must(readNewestFixes(kept)).size(), 2);
        const auto isKept = [&] {
            const QList<Fix> all = must(readNewestFixes(kept));
            return std::ranges::find(all, newer.constFirst()) != all.end();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isKept(), 20'000);
    }

    void doesWithoutADamagedFileOfTheNewest() {
        const QString kept = m_dir->filePath(u"newest.fixes"_s);
        QFile file(kept);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no positions") > 0);
        file.close();
        const auto board = std::make_unique<FixBoard>(
            []() -> std::expected<std::unique_ptr<FixStore>, QString> { return std::unexpected(u"away"_s); },
            QString());
        QSignalSpy failed(board.get(), &FixBoard::failed);
        board->keepNewestIn(kept);
        board->start();
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY2(failed[0][0].toString().contains(u"newest.fixes"_s), qPrintable(failed[0][0].toString()));
        const QList<Fix> fixes = {fix(u"1A12", 10)};
        QVERIFY(board->take(fixes));
        QTRY_COMPARE_WITH_TIMEOUT(readNewestFixes(kept).value_or(QList<Fix>()), fixes, 20'000);
    }

    void readsNoSpoiltFileOfTheNewest() {
        const QString kept = m_dir->filePath(u"newest.fixes"_s);
        QList<Fix> fixes;
        for (int i = 0; i < 20; ++i)
            fixes << fix(QString(u"1A%1"_s).arg(i), i);
        QVERIFY(writeNewestFixes(kept, fixes));
        QCOMPARE(must(readNewestFixes(kept)), fixes);
        QFile file(kept);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        std::mt19937 random(20261127);
        for (int i = 0; i < 300; ++i) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(mutated(whole, random));
            file.close();
            const auto read = readNewestFixes(kept);
            QVERIFY(read || read.error().contains(u"newest.fixes"_s));
        }
        QVERIFY(readNewestFixes(m_dir->filePath(u"none"_s)).value_or(fixes).isEmpty());
    }

    void tellsTheTrackOfOneUnit() {
        const auto board = openBoard();
        const QList<Fix> fixes = {fix(u"1A12", 30, 31.3), fix(u"1A12", 10, 31.1), fix(u"1A14", 15),
                                  fix(u"1A12", 20, 31.2), fix(u"1A12", 99, 31.9)};
        QVERIFY(board->take(fixes)); // not stored yet: the track waits for it
        const QFuture<QList<Fix>> track =
            board->track(code<UnitId>(u"1A12"), instantFromMs(5'000), instantFromMs(40'000));
        QTRY_VERIFY(track.isFinished());
        QList<double> latitudes;
        for (const Fix& one : track.result())
            latitudes << one.at.latitude();
        QCOMPARE(latitudes, QList<double>({31.1, 31.2, 31.3}));
        const QFuture<QList<Fix>> none =
            board->track(code<UnitId>(u"9Z99"), instantFromMs(0), instantFromMs(40'000));
        QTRY_VERIFY(none.isFinished());
        QVERIFY(none.result().isEmpty());
    }

    /// A store on a server that is away when the desk starts.
    void opensTheStoreOnceItIsThere() {
        const DataFolder folder = DataFolder::open(m_dir->path()).value();
        {
            const auto before = openBoard();
            const QList<Fix> fixes = {fix(u"1A12", 10)};
            QVERIFY(before->take(fixes));
        }
        std::atomic<int> asked = 0;
        FixBoard board(
            [&, folder]() -> std::expected<std::unique_ptr<FixStore>, QString> {
                if (++asked == 1)
                    return std::unexpected(u"away"_s);
                return FixStore::open(folder.fixes()).transform_error([](const JournalFault& fault) {
                    return fault.toString();
                });
            },
            folder.fixesBell());
        QSignalSpy failed(&board, &FixBoard::failed);
        board.start();
        QTRY_VERIFY_WITH_TIMEOUT(board.latest(code<UnitId>(u"1A12")), 30'000);
        QCOMPARE(asked, 2);
        QCOMPARE(failed.size(), 1);
    }

    void turnsAwayWhatTheDiskCannotFollow() {
        // Never started: nothing is stored, so everything taken stays unstored.
        FixBoard board(
            []() -> std::expected<std::unique_ptr<FixStore>, QString> { return std::unexpected(u"none"_s); },
            {});
        const QList<Fix> many(FixBoard::mostUnstored, fix(u"1A12", 1));
        QVERIFY(board.take(many));
        const QList<Fix> one = {fix(u"1A14", 1)};
        QVERIFY(!board.take(one));
        QVERIFY(!board.latest(code<UnitId>(u"1A14")));
    }
};

QTEST_GUILESS_MAIN(FixBoardTest)
#include "fix_board_test.moc"
