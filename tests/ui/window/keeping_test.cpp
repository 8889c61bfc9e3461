// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures in a real window seen again and kept, from a real RTSP server: the instant that a replay says is
// the one that it shows, live goes on meanwhile, and what is kept is on record with its file.
#include "app/video/footage_clerk.h"
#include "app/video/footage_keeper.h"
#include "app/video/footage_query.h"
#include "app/video/video_threads.h"
#include "tests/support/must.h"
#include "tests/ui/window/watched_desk.h"
#include "ui/panes/common/replay_screen.h"
#include "ui/panes/footage/footage_pane.h"
#include "ui/panes/footage/footage_view.h"
#include "ui/panes/video/feed_opener.h"
#include "ui/panes/video/replay_cover.h"
#include "ui/panes/video/tile_keeping.h"
#include "ui/panes/video/video_grid.h"
#include "ui/panes/video/video_pane.h"
#include "ui/panes/video/video_tile.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;
constexpr double north = 32.06, east = 118.55;
constexpr qint64 longestUnderWay = 500; ///< ms from painted to come

} // namespace

class KeepingTest : public QObject {
    Q_OBJECT

    CameraServer m_server;
    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SeatDesk> m_desk;
    std::unique_ptr<FeedPlayers> m_players;
    std::unique_ptr<FootageKeeper> m_keeper;
    std::unique_ptr<FootageClerk> m_clerk;
    std::unique_ptr<MainWindow> m_window;
    IncidentId m_incident;
    const FeedId m_feed = code<FeedId>(u"BWC-1A12");

    [[nodiscard]] VideoTile& tile() const {
        return *m_window->findChild<VideoPane*>(u"videoPane"_s)->grid().tiles().constFirst();
    }
    [[nodiscard]] ReplayCover& cover() const { return *tile().findChild<ReplayCover*>(u"replayCover"_s); }
    [[nodiscard]] QString folder() const { return m_live->file(u"footage"_s); }
    [[nodiscard]] QStringList files() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
        tile().setFocus();
        QTRY_VERIFY(tile().hasFocus());
        QTest::keyClick(&tile(), key, modifiers);
    }
    [[nodiscard]] QString note() const {
        const auto* label = tile().findChild<QLabel*>(u"tile.note"_s);
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] Footage kept() const {
        const QList<FootageId> ids = footageOf(m_live->situation(), {});
        return ids.isEmpty() ? Footage() : *m_live->situation().footage().find(ids.constFirst());
    }
    /// Opens the picture of the unit that is on the incident, and waits until that much of it is kept.
    void watch(Milliseconds time) {
        QVERIFY(m_live->ask(u"bureau", IssueOrder{.incident = m_incident,
                                                  .to = code<UnitId>(u"1A12"),
                                                  .text = {},
                                                  .overrideReason = {}}));
        m_window->findChild<VideoPane*>(u"videoPane"_s)->opener().openFeeds({m_feed}, m_incident);
        QTRY_VERIFY_WITH_TIMEOUT(tile().face().trust == Trust::Live, patience);
        QTRY_VERIFY_WITH_TIMEOUT(tile().look()->player()->rewind()->length() >= time, patience);
    }
    /// The clock burnt into what is replayed is that of the instant said.
    [[nodiscard]] bool showsItsInstant() const {
        const Replayer& replay = cover().replay();
        const auto pattern = readPattern(replay.picture().image);
        if (!pattern)
            return false;
        const qint64 underWay =
            replay.picture().at.time_since_epoch().count() % (qint64(1) << 40) - pattern->clockMs;
        return underWay > -20 && underWay < longestUnderWay;
    }

private Q_SLOTS:
    void initTestCase() {
        const QString missing = CameraServer::missing();
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
        QVERIFY(m_server.start({.feeds = 8}));
        m_look = std::make_unique<Look>(*qApp);
    }
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_incident = m_live->report(u"two men fight"_s, north, east);
        defineFeeds(*m_live, m_server, {u"1A12"_s, u"1A14"_s, u"2A01"_s}, 5,
                    must(GeoPoint::from(north, east)));
        m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
        m_desk = std::make_unique<SeatDesk>(m_live->desk(), actor(u"bureau"));
        m_players = std::make_unique<FeedPlayers>(playersOf(*m_live));
        m_keeper = std::make_unique<FootageKeeper>(m_live->desk(), folder());
        m_clerk = std::make_unique<FootageClerk>(*m_desk, *m_keeper);
        m_window = std::make_unique<MainWindow>(WindowGround{.desk = *m_desk,
                                                             .fixes = m_live->fixes(),
                                                             .look = *m_look,
                                                             .settings = *m_settings,
                                                             .name = u"test"_s,
                                                             .size = QSize(1900, 1050),
                                                             .restore = false,
                                                             .video = m_players.get(),
                                                             .footage = m_clerk.get()});
        m_window->move(0, 0);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() {
        m_window.reset();
        m_clerk.reset();
        m_keeper.reset();
        m_players.reset();
        m_desk.reset();
        m_live.reset();
        QVERIFY(VideoThreads::waitForEnd(5s));
    }

    void aReplaySaysItsInstantAndLiveGoesOn() {
        watch(4s);
        const Instant before = m_desk->now();
        press(Qt::Key_B);
        QTRY_VERIFY(cover().isOn());
        QTRY_VERIFY_WITH_TIMEOUT(cover().replay().picture().number > 0, patience);
        QVERIFY(showsItsInstant());
        QVERIFY(before - cover().instant() > 2s); // the past
        const quint64 live = tile().look()->status().pictures;
        QTest::keyClick(&tile(), Qt::Key_Space);
        QTRY_VERIFY(cover().replay().status().paused);
        const VideoTime at = cover().replay().position();
        QTest::keyClick(&tile(), Qt::Key_Period);
        QTRY_VERIFY_WITH_TIMEOUT(cover().replay().position() > at, patience);
        QVERIFY(showsItsInstant());
        QTRY_VERIFY_WITH_TIMEOUT(tile().look()->status().pictures > live + 15, patience);
        QCOMPARE(tile().face().trust, Trust::Live);
        QTest::keyClick(&tile(), Qt::Key_J);
        QTRY_VERIFY_WITH_TIMEOUT(cover().replay().position() <= at, patience);
        QTest::keyClick(&tile(), Qt::Key_Escape);
        QTRY_VERIFY(!cover().isOn());
        QCOMPARE(tile().face().trust, Trust::Live);
    }

    void atItsEndLiveIsBack() {
        watch(2s);
        press(Qt::Key_B, Qt::ShiftModifier);
        QTRY_VERIFY(cover().isOn());
        cover().findChild<QToolButton*>(u"replay.rate"_s)->click(); // twice as fast
        QTRY_VERIFY_WITH_TIMEOUT(!cover().isOn(), patience);
    }

    void aStillIsKeptWithItsRecord() {
        watch(2s);
        press(Qt::Key_S);
        QTRY_COMPARE_WITH_TIMEOUT(note(), u"Kept: Still"_s, patience);
        const Footage still = kept();
        QCOMPARE(still.kind, FootageKind::Snapshot);
        QCOMPARE(still.unit, code<UnitId>(u"1A12"));
        QCOMPARE(still.incident, m_incident);
        QCOMPARE(still.seat, u"bureau"_s);
        QCOMPARE(m_keeper->store()->verify(still.file, still.sha256), FootageStore::Check::Whole);
        const QImage image(folder() + u'/' + still.file);
        QCOMPARE(image.size(), QSize(640, 360)); // as it came, however small the tile
        QVERIFY(readPattern(image).has_value());
        QVERIFY(m_live->kinds(m_incident).contains(u"footage.saved"_s));
    }

    void aStillOfAReplayIsOfItsInstant() {
        watch(3s);
        press(Qt::Key_B);
        QTRY_VERIFY_WITH_TIMEOUT(cover().replay().picture().number > 0, patience);
        QTest::keyClick(&tile(), Qt::Key_Space);
        QTRY_VERIFY(cover().replay().status().paused);
        QTRY_VERIFY(cover().replay().picture().number > 0);
        const auto shown = must(readPattern(cover().replay().picture().image));
        QTest::keyClick(&tile(), Qt::Key_S);
        QTRY_VERIFY_WITH_TIMEOUT(!kept().file.isEmpty(), patience);
        QCOMPARE(must(readPattern(QImage(folder() + u'/' + kept().file))).clockMs, shown.clockMs);
        QVERIFY(m_desk->now() - kept().from > 1s);
    }

    void aClipGoesOnWhenItsTileIsClosed() {
        watch(2s);
        press(Qt::Key_C);
        QTRY_VERIFY(m_clerk->isWriting(m_feed));
        const auto* writing = tile().findChild<QLabel*>(u"tile.writing"_s);
        QVERIFY(writing->isVisible());
        const Milliseconds atClose = m_clerk->length(m_feed);
        tile().clear();
        QVERIFY(!writing->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(m_clerk->length(m_feed) > atClose + 2s, patience);
        m_window->findChild<VideoPane*>(u"videoPane"_s)->opener().openFeeds({m_feed}, m_incident);
        QTRY_VERIFY_WITH_TIMEOUT(tile().face().trust == Trust::Live, patience);
        QTRY_VERIFY(writing->isVisible()); // and is known again
        press(Qt::Key_C);
        QTRY_COMPARE_WITH_TIMEOUT(note(), u"Kept: Clip"_s, patience);
        QCOMPARE(kept().kind, FootageKind::Clip);
        QVERIFY(kept().to - kept().from > 2s); // with what was before
        QCOMPARE(m_keeper->store()->verify(kept().file, kept().sha256), FootageStore::Check::Whole);
        QCOMPARE(files(), QStringList{kept().file});
    }

    void aMarkIsOfTheMomentOfItsKey() {
        watch(1s);
        press(Qt::Key_M);
        auto* words = tile().findChild<QLineEdit*>(u"tile.markWords"_s);
        QTRY_VERIFY(words->isVisible() && words->hasFocus());
        QTest::keyClick(words, Qt::Key_Return); // without words there is none
        QVERIFY(words->isVisible());
        const Instant pressed = m_desk->now();
        m_live->pass(20s);
        QTest::keyClicks(words, u"he has a knife"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(note(), u"Kept: Mark"_s, patience);
        QCOMPARE(kept().words, u"he has a knife"_s);
        QVERIFY(pressed - kept().from < 1s);
        QVERIFY(tile().hasFocus());
    }

    void whoMayNotSeeItAnyMoreSeesNoReplayEither() {
        watch(2s);
        press(Qt::Key_B);
        QTRY_VERIFY(cover().isOn());
        QVERIFY(m_live->ask(
            u"bureau", FlagIncident{.incident = m_incident, .flag = IncidentFlag::Sensitive, .on = true}));
        m_desk->setWall(true);
        QTRY_VERIFY(!cover().isOn());
        QVERIFY(!tile().look());
    }

    void anotherPictureEndsTheReplay() {
        watch(2s);
        press(Qt::Key_B);
        QTRY_VERIFY(cover().isOn());
        tile().clear();
        QVERIFY(!cover().isOn());
    }

    void whatWasKeptIsFoundAndPlayed() {
        watch(3s);
        press(Qt::Key_C);
        press(Qt::Key_C);
        QTRY_VERIFY_WITH_TIMEOUT(!kept().file.isEmpty(), patience);
        m_window->actions().action(ActionId::FindFootage).trigger();
        auto* pane = m_window->findChild<FootagePane*>(u"footagePane"_s);
        QTRY_VERIFY(pane->isVisible());
        auto* unit = pane->findChild<QLineEdit*>(u"footage.unit"_s);
        QTRY_VERIFY(unit->hasFocus());
        QTest::keyClicks(unit, u"1a12"_s);
        auto* table = pane->findChild<QTableView*>(u"footage.table"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        pane->findChild<QPushButton*>(u"footage.play"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(pane->view().replay().picture().number > 0, patience);
        QVERIFY(readPattern(pane->view().replay().picture().image).has_value());
    }
};

QTEST_MAIN(KeepingTest)
#include "keeping_test.moc"
