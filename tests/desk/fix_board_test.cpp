// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/fix_board.h"
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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

    std::unique_ptr<FixBoard> openBoard() {
        const DataFolder folder = DataFolder::open(m_dir->path()).value();
        auto board = std::make_unique<FixBoard>(
            [folder]() -> std::expected<std::unique_ptr<FixStore>, QString> {
                return FixStore::open(folder.fixes()).transform_error([](const JournalFault& f) {
                    return f.toString();
                });
            },
            folder.fixesBell());
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
