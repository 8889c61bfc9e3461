// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures in a real window from a real RTSP server: every way to open one, who looked and why on record, and
// that nothing but a live picture is taken for live.

#include "tests/ui/window/video_window.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/video/feed_views.h"
#include "ui/panes/video/marker_card.h"
#include "ui/panes/video/video_wall.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class VideoTest : public QObject, private VideoWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startCameras(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aClickOnAUnitOpensItsPictureWithinTwoSeconds();
    void aClickOnACameraOpensItsPicture();
    void outsideOnesIncidentsItAsksWhyAndPutsItOnRecord();
    void anIncidentOpensItsFiveTiles();
    void whatIsNotLiveIsNeverTakenForLive();
    void aStuckPictureIsToldFromLive();
    void everythingIsReachedByKeys();
    void everyPartHasItsNames();
    void whatIsDroppedOpens();
    void aLineOpensAPicture();
    void theMenuOfAUnitOpensItsPicture();
    void anEmergencyOpensItsPictureAndLeavesAPinnedOne();
    void aCardFollowsTheMarkerAndNeverCoversIt();
    void whatIsHiddenIsNotDecoded();
    void visitorsSeeNothingSensitive();
    void anotherWindowGoesOnWithoutAWordOnRecord();
    void theSelectionIsFollowed();
};

void VideoTest::aClickOnAUnitOpensItsPictureWithinTwoSeconds() {
    order(u"1A12");
    ui::MapCanvas& map = m_window->map().canvas();
    const QGeoCoordinate at(north - 0.004, east - 0.006);
    map.lookAt(at, 16);
    QTRY_VERIFY(!symbol(map, ui::SymbolKind::Unit, at).isNull());
    QElapsedTimer clock;
    clock.start();
    QTest::mouseClick(&map, Qt::LeftButton, {}, symbol(map, ui::SymbolKind::Unit, at));
    TRY_LIVE(tile(1), 0);
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(tile(1).face().name, u"1A12 Body camera"_s);
    QVERIFY(!tile(1).face().clock.isEmpty());
    QVERIFY(tile(1).accessibleName().contains(u"Live"));
    QVERIFY(map.hasFocus() || !tile(1).hasFocus()); // following takes no keys
    const QStringList expected{u"began BWC-1A12"_s};
    QCOMPARE(looks(*m_live), expected); // of an incident of the bureau's: no reason
}

void VideoTest::aClickOnACameraOpensItsPicture() {
    ui::MapCanvas& map = m_window->map().canvas();
    map.lookAt({north + 0.001, east}, 17);
    QTRY_VERIFY(!symbol(map, ui::SymbolKind::Camera, {north + 0.001, east}).isNull());
    QTest::mouseClick(&map, Qt::LeftButton, {}, symbol(map, ui::SymbolKind::Camera, {north + 0.001, east}));
    TRY_LIVE(tile(1), 3);
    QCOMPARE(tile(1).face().name, u"Junction 1"_s);
}

void VideoTest::outsideOnesIncidentsItAsksWhyAndPutsItOnRecord() {
    choose(u"unitTable"_s, u"2A01"_s);
    QTest::keyClick(&list(u"unitTable"_s), Qt::Key_O);
    QTRY_VERIFY(tile(1).face().word == u"A reason is needed"_s);
    QVERIFY(!tile(1).look());
    QCOMPARE(m_players->playing(), 0);
    QVERIFY(looks(*m_live).isEmpty());
    // let go, and asked for again from the tile
    auto* input = m_pane->findChild<QLineEdit*>(u"promptInput"_s);
    QTRY_VERIFY(input->isVisible());
    QTest::keyClick(input, Qt::Key_Escape);
    QTRY_VERIFY(!input->isVisible());
    tile(1).setFocus();
    QTest::keyClick(&tile(1), Qt::Key_R);
    answer(*m_pane, u"noise behind the station"_s);
    TRY_LIVE(tile(1), 2);
    tile(1).setFocus();
    QTest::keyClick(&tile(1), Qt::Key_Delete);
    QVERIFY(tile(1).isEmpty());
    QCOMPARE(m_players->playing(), 0);
    const QStringList expected{u"began BWC-2A01 (noise behind the station)"_s, u"ended BWC-2A01"_s};
    QTRY_COMPARE(looks(*m_live), expected);
    QTRY_VERIFY(m_live->situation().views().isEmpty());
}

void VideoTest::anIncidentOpensItsFiveTiles() {
    order(u"1A12");
    choose(u"queueTable"_s, u"0001"_s);
    QTest::keyClick(&list(u"queueTable"_s), Qt::Key_O);
    QTRY_COMPARE(m_pane->grid().count(), 9); // five do not fit in four
    const int cameras[] = {0, 3, 4, 5, 6};   // of the crew, then the four nearest: not C5
    for (int i = 0; i < 5; ++i)
        TRY_LIVE(tile(i + 1), cameras[i]);
    QVERIFY(tile(6).isEmpty());
    QStringList expected;
    for (const QString& feed : {u"BWC-1A12"_s, u"CAM-C1"_s, u"CAM-C2"_s, u"CAM-C3"_s, u"CAM-C4"_s})
        expected << u"began %1 #0001"_s.arg(feed);
    QCOMPARE(looks(*m_live), expected);
    const QStringList kinds = m_live->kinds(m_incident);
    QCOMPARE(kinds.count(u"feed.view_began"_s), 5); // the incident's own history has them too
    for (int i = 1; i <= 5; ++i)
        tile(i).clear();
    for (const QString& feed : {u"BWC-1A12"_s, u"CAM-C1"_s, u"CAM-C2"_s, u"CAM-C3"_s, u"CAM-C4"_s})
        expected << u"ended %1 #0001"_s.arg(feed);
    QTRY_COMPARE(looks(*m_live), expected);
}

void VideoTest::whatIsNotLiveIsNeverTakenForLive() {
    CameraServer own;
    QVERIFY(own.start({}));
    order(u"1A14");
    VideoFeed feed = *m_live->situation().feeds().find(code<FeedId>(u"BWC-1A14"));
    feed.mainAddress = own.address();
    QVERIFY(m_live->ask(u"bureau", DefineFeed{feed}));
    choose(u"unitTable"_s, u"1A14"_s);
    TRY_LIVE(tile(1), 0);
    const QImage live = tile(1).grab().toImage();
    own.kill();
    QTRY_COMPARE_WITH_TIMEOUT(tile(1).face().trust, Trust::Late, patience);
    QVERIFY(*tile(1).face().age >= 2s);
    QTRY_COMPARE_WITH_TIMEOUT(tile(1).face().trust, Trust::Frozen, patience);
    QVERIFY(*tile(1).face().age >= 5s);
    QTRY_VERIFY2(tile(1).accessibleName().contains(u"Frozen"), qPrintable(tile(1).accessibleName()));
    QVERIFY(!tile(1).face().reason.isEmpty()); // and why
    const QImage frozen = tile(1).grab().toImage();
    int differs = 0;
    for (int y = 0; y < live.height(); y += 4)
        for (int x = 0; x < live.width(); x += 4)
            differs += live.pixelColor(x, y) != frozen.pixelColor(x, y) ? 1 : 0;
    QVERIFY2(differs > live.width() * live.height() / 16 * 6 / 10, "the whole picture looks otherwise");
    QVERIFY(own.startAgain());
    QTRY_COMPARE_WITH_TIMEOUT(tile(1).face().trust, Trust::Live, patience);
}

void VideoTest::aStuckPictureIsToldFromLive() {
    order(u"1A14");
    choose(u"unitTable"_s, u"1A14"_s);
    TRY_LIVE(tile(1), 1);
    QVERIFY(m_server.tell(u"freeze 1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(tile(1).face().trust, Trust::Frozen, patience);
    QCOMPARE(tile(1).face().reason, u"always the same picture comes"_s);
    QVERIFY(*tile(1).face().age >= 5s); // of the picture, though packets came just now
    QVERIFY(m_server.tell(u"thaw 1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(tile(1).face().trust, Trust::Live, patience);
}

void VideoTest::everythingIsReachedByKeys() {
    order(u"1A12");
    order(u"1A14");
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->selection().setUnits({code<UnitId>(u"1A12"), code<UnitId>(u"1A14")});
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(tile(1).look() && tile(2).look(), patience);
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QTRY_VERIFY(tile(1).hasFocus() || tile(2).hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_4);
    QVERIFY(tile(4).hasFocus());
    QTest::keyClick(&tile(4), Qt::Key_Left);
    QVERIFY(tile(3).hasFocus());
    QTest::keyClick(&tile(3), Qt::Key_Up);
    QVERIFY(tile(1).hasFocus());
    QTest::keyClick(&tile(1), Qt::Key_P);
    QVERIFY(tile(1).isPinned());
    QTest::keyClick(&tile(1), Qt::Key_Plus);
    QCOMPARE(m_pane->grid().count(), 9);
    QTest::keyClick(&tile(1), Qt::Key_Minus);
    QTest::keyClick(&tile(1), Qt::Key_Minus);
    QCOMPARE(m_pane->grid().count(), 1);
    QTest::keyClick(&tile(1), Qt::Key_Return);
    auto* large = m_window->findChild<VideoWall*>(u"videoLarge"_s);
    QTRY_VERIFY(large && large->isVisible() && large->isFullScreen());
    QCOMPARE(large->grid().tiles().constFirst()->feed(), tile(1).feed());
    QTest::keyClick(large->grid().tiles().constFirst(), Qt::Key_Escape);
    QTRY_VERIFY(!large->isVisible());
    QTRY_COMPARE(m_live->situation().views().size(), 1); // it was one look
    QTest::keyClick(m_window.get(), Qt::Key_F11, Qt::ShiftModifier);
    auto* wall = m_window->findChild<VideoWall*>(u"videoWall"_s);
    QTRY_VERIFY(wall && wall->isVisible());
    QTest::keyClick(wall, Qt::Key_Escape);
    QTRY_VERIFY(!wall->isVisible());
    m_window->activateWindow();
    tile(1).setFocus();
    QTest::keyClick(&tile(1), Qt::Key_Delete);
    QVERIFY(tile(1).isEmpty());
}

void VideoTest::everyPartHasItsNames() {
    order(u"1A12");
    choose(u"unitTable"_s, u"1A12"_s);
    for (const QWidget* widget : m_pane->findChildren<QWidget*>()) {
        if (!qobject_cast<const QAbstractButton*>(widget) && !qobject_cast<const QLineEdit*>(widget) &&
            !qobject_cast<const VideoTile*>(widget))
            continue;
        if (widget->parentWidget()->inherits("QLineEdit"))
            continue; // its clear button is Qt's
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(!widget->objectName().isEmpty() && named, qPrintable(widget->objectName()));
    }
}

void VideoTest::whatIsDroppedOpens() {
    order(u"1A12");
    m_pane->findChild<QAbstractButton*>(u"video.follow"_s)->setChecked(false);
    QAbstractItemView& units = list(u"unitTable"_s);
    dragAndDrop(*units.viewport(), rowWith(units, u"1A12"_s), tile(4), tile(4).rect().center());
    TRY_LIVE(tile(4), 0);
    ui::MapCanvas& map = m_window->map().canvas();
    map.lookAt({north + 0.002, east}, 17);
    QTRY_VERIFY(!symbol(map, ui::SymbolKind::Camera, {north + 0.002, east}).isNull());
    dragAndDrop(map, symbol(map, ui::SymbolKind::Camera, {north + 0.002, east}), tile(2),
                tile(2).rect().center());
    TRY_LIVE(tile(2), 4);
    QAbstractItemView& queue = list(u"queueTable"_s);
    dragAndDrop(*queue.viewport(), rowWith(queue, u"0001"_s), tile(1), tile(1).rect().center());
    TRY_LIVE(tile(1), 3); // 1A12 and Junction 2 stay where they are
    QCOMPARE(tile(4).feed(), code<FeedId>(u"BWC-1A12"));
}

void VideoTest::aLineOpensAPicture() {
    order(u"1A12");
    auto* line = part<QLineEdit>(*m_window, u"commandLine"_s);
    const std::pair<QString, QString> typed[] = {
        {u"VI 1A12"_s, u"BWC-1A12"_s}, {u"视频 CAM-C2"_s, u"CAM-C2"_s}, {u"vi c3"_s, u"CAM-C3"_s}};
    for (const auto& [text, feed] : typed) {
        line->setFocus();
        line->setText(text);
        QTest::keyClick(line, Qt::Key_Return);
        const FeedId wanted = code<FeedId>(feed);
        QTRY_VERIFY2(m_pane->grid().tileOf(wanted),
                     qPrintable(text + part<QLabel>(*m_window, u"line.error"_s)->text()));
    }
}

void VideoTest::theMenuOfAUnitOpensItsPicture() {
    order(u"1A14");
    m_pane->findChild<QAbstractButton*>(u"video.follow"_s)->setChecked(false);
    choose(u"unitTable"_s, u"1A14"_s);
    QAbstractItemView& units = list(u"unitTable"_s);
    Q_EMIT units.customContextMenuRequested(rowWith(units, u"1A14"_s));
    auto* menu = m_window->findChild<QMenu*>(u"unitMenu"_s);
    QVERIFY(menu);
    auto* picture = menu->findChild<QAction*>(u"unitMenu.picture"_s);
    QVERIFY(picture);
    picture->trigger();
    menu->close();
    TRY_LIVE(tile(1), 1);
}

void VideoTest::anEmergencyOpensItsPictureAndLeavesAPinnedOne() {
    order(u"1A12");
    m_pane->grid().setCount(1);
    choose(u"unitTable"_s, u"1A12"_s);
    TRY_LIVE(tile(1), 0);
    tile(1).setPinned(true);
    QVERIFY(m_live->ask(u"field:2A01", RaiseEmergency{code<UnitId>(u"2A01"), EmergencySource::Crew, {}, {}}));
    QTRY_VERIFY(m_pane->grid().tileOf(code<FeedId>(u"BWC-2A01")));
    const VideoTile& opened = *m_pane->grid().tileOf(code<FeedId>(u"BWC-2A01"));
    TRY_LIVE(opened, 2); // without a reason: the emergency is one
    QVERIFY(opened.face().emergency && !opened.hasFocus());
    QCOMPARE(tile(1).feed(), code<FeedId>(u"BWC-1A12"));
    QVERIFY(looks(*m_live).contains(u"began BWC-2A01"_s));
    m_window->actions().action(ActionId::PictureOfEmergency).setChecked(false);
    m_pane->findChild<QAbstractButton*>(u"video.follow"_s)->setChecked(false); // an emergency is selected
    QVERIFY(m_live->ask(u"field:1A14", RaiseEmergency{code<UnitId>(u"1A14"), EmergencySource::Crew, {}, {}}));
    QTRY_VERIFY(m_window->findChild<QWidget*>(u"emergency.1A14"_s));
    QVERIFY(!m_pane->grid().tileOf(code<FeedId>(u"BWC-1A14")));
}

void VideoTest::aCardFollowsTheMarkerAndNeverCoversIt() {
    order(u"1A12");
    const UnitId unit = code<UnitId>(u"1A12");
    m_window->selection().setUnits({unit});
    m_window->actions().action(ActionId::FollowWithPicture).trigger();
    auto* card = part<MarkerCard>(*m_window, u"markerCard"_s);
    QTRY_VERIFY(card->isVisible());
    TRY_LIVE(card->tile(), 0);
    const auto marker = [&] { return must(m_window->map().markerOf(unit)).toPoint(); };
    QVERIFY(!card->geometry().contains(marker()));
    ui::MapCanvas& map = m_window->map().canvas();
    for (const QPoint offset : {QPoint(0, 0), QPoint(200, 100), QPoint(-300, 150), QPoint(0, -200)}) {
        map.setView(map.view().withCentre(map.view().toMercatorPoint(QRectF(map.rect()).center() + offset)));
        QVERIFY(map.rect().contains(card->geometry()));
        QVERIFY(!card->geometry().contains(marker()));
    }
    map.lookAt({north + 1, east}, 14);
    QVERIFY(!map.rect().contains(marker()));
    QVERIFY(map.rect().contains(card->geometry()));
    QVERIFY(part<QLabel>(*card, u"markerCard.title"_s)->text().contains(u"↓"));
    m_live->pass(1s);
    m_live->placeUnit(u"1A12", must(GeoPoint::from(north + 1, east))); // it drives there
    QTRY_VERIFY(map.rect().contains(marker()));
    QTRY_VERIFY(!card->geometry().contains(marker()));
    QVERIFY(m_window->actions().action(ActionId::PictureAtMarker).isChecked());
    card->tile().setFocus();
    QTest::keyClick(&card->tile(), Qt::Key_Delete);
    QVERIFY(!card->isVisible());
    QVERIFY(!m_window->actions().action(ActionId::PictureAtMarker).isChecked());
}

void VideoTest::whatIsHiddenIsNotDecoded() {
    order(u"1A12");
    choose(u"unitTable"_s, u"1A12"_s);
    TRY_LIVE(tile(1), 0);
    QCOMPARE(m_players->decoding(), 1);
    QDockWidget& dock = *part<QDockWidget>(*m_window, u"dock.video"_s);
    dock.hide();
    QCOMPARE(m_players->decoding(), 0);
    dock.show();
    QTRY_COMPARE(m_players->decoding(), 1);
    m_window->hide(); // as a lock's cover does
    QCOMPARE(m_players->decoding(), 0);
    m_window->show();
    TRY_LIVE(tile(1), 0);
}

void VideoTest::visitorsSeeNothingSensitive() {
    order(u"1A12");
    choose(u"unitTable"_s, u"1A12"_s);
    TRY_LIVE(tile(1), 0);
    QVERIFY(m_live->ask(u"bureau", FlagIncident{m_incident, IncidentFlag::Sensitive, true}));
    m_desk->setWall(true);
    QTRY_VERIFY(!tile(1).look());
    QVERIFY(tile(1).face().picture.isNull());
    QCOMPARE(tile(1).face().word, u"Hidden"_s);
    QCOMPARE(m_players->playing(), 0);
}

void VideoTest::anotherWindowGoesOnWithoutAWordOnRecord() {
    order(u"1A12");
    choose(u"unitTable"_s, u"1A12"_s);
    TRY_LIVE(tile(1), 0);
    const QStringList before = looks(*m_live);
    const quint64 tries = tile(1).look()->status().tries;
    std::unique_ptr<MainWindow> old = std::move(m_window);
    openWindow();
    m_window->resume(*old);
    old.reset();
    QTRY_VERIFY(isLive(tile(1), 0));
    QCOMPARE(tile(1).look()->status().tries, tries);
    QCOMPARE(looks(*m_live), before);
    m_window.reset();
    QTRY_COMPARE(looks(*m_live).size(), before.size() + 1); // that it ended
}

void VideoTest::theSelectionIsFollowed() {
    order(u"1A12");
    order(u"1A14");
    choose(u"unitTable"_s, u"1A12"_s);
    QTRY_COMPARE(tile(1).feed(), code<FeedId>(u"BWC-1A12"));
    choose(u"unitTable"_s, u"1A14"_s); // in the same tile
    QTRY_COMPARE(tile(1).feed(), code<FeedId>(u"BWC-1A14"));
    QVERIFY(tile(2).isEmpty());
    tile(1).setPinned(true);
    choose(u"unitTable"_s, u"1A12"_s);
    QTRY_COMPARE(tile(2).feed(), code<FeedId>(u"BWC-1A12"));
    QCOMPARE(tile(1).feed(), code<FeedId>(u"BWC-1A14"));
}

QTEST_MAIN(VideoTest)

#include "video_test.moc"
