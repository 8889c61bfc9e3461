// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/video_window.h"

#include "ui/panes/map/map_pane.h"

#include <QApplication>

namespace tridesk::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void VideoWindow::startCameras() {
    const QString missing = CameraServer::missing();
    QVERIFY2(missing.isEmpty(), qPrintable(missing));
    QVERIFY(m_server.start({.feeds = 8}));
    m_look = std::make_unique<Look>(*qApp);
}

void VideoWindow::setUp() {
    m_live = std::make_unique<LiveDesk>();
    m_incident = m_live->report(u"two cars, one person hurt"_s, north, east);
    defineFeeds(*m_live, m_server, {u"1A12"_s, u"1A14"_s, u"2A01"_s}, 5, must(GeoPoint::from(north, east)));
    m_live->pass(1s); // of two fixes the one measured later counts
    m_live->placeUnit(u"1A12", must(GeoPoint::from(north - 0.004, east - 0.006)));
    m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
    m_desk = std::make_unique<SeatDesk>(m_live->desk(), actor(u"bureau"));
    m_players = std::make_unique<FeedPlayers>(playersOf(*m_live));
    openWindow();
}

void VideoWindow::openWindow(bool restore) {
    m_window = std::make_unique<MainWindow>(WindowGround{.desk = *m_desk,
                                                         .fixes = m_live->fixes(),
                                                         .look = *m_look,
                                                         .settings = *m_settings,
                                                         .name = u"test"_s,
                                                         .size = QSize(1900, 1050),
                                                         .restore = restore,
                                                         .video = m_players.get()});
    m_window->move(0, 0);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_pane = part<VideoPane>(*m_window, u"videoPane"_s);
    QVERIFY(m_pane);
    QTRY_VERIFY(m_pane->isVisible()); // there are feeds, and room
    m_window->map().showEverything();
}

void VideoWindow::tearDown() {
    m_window.reset();
    m_players.reset();
    m_desk.reset();
    m_live.reset();
    QVERIFY(FeedReader::waitForEnd(5s));
}

} // namespace tridesk::test
