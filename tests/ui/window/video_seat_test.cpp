// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What becomes of the pictures that a seat watches when the desk is locked, when another window of it opens
// or closes and after a restart; and which of them is heard.

#include "tests/ui/window/video_window.h"
#include "ui/actions/selection.h"

#include <QLabel>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

class VideoSeatTest : public QObject, private VideoWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startCameras(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aLockedDeskWatchesNothing();
    void anotherWindowOfTheSeatEndsNoView();
    void whatWasOpenIsOpenAfterARestart();
    void oneIsHeardAndTheTileSaysWhyNothingIs();
    void aSmallScreenOpensWithTheIncidentInFront();
};

void VideoSeatTest::aLockedDeskWatchesNothing() {
    order(u"1A12");
    choose(u"unitTable"_s, u"1A12"_s);
    TRY_LIVE(tile(1), 0);
    tile(1).setPinned(true); // or the next that is chosen takes its place
    choose(u"unitTable"_s, u"2A01"_s);
    QTest::keyClick(&list(u"unitTable"_s), Qt::Key_O);
    answer(*m_pane, u"noise"_s);
    TRY_LIVE(*m_pane->grid().tileOf(code<FeedId>(u"BWC-2A01")), 2);
    QStringList expected = looks(*m_live);
    m_window->hide(); // as a lock does
    QTRY_VERIFY(m_live->situation().views().isEmpty());
    QCOMPARE(m_players->playing(), 0);
    for (const VideoTile* each : m_pane->grid().tiles())
        QVERIFY(each->face().picture.isNull());
    m_window->show();
    TRY_LIVE(*m_pane->grid().tileOf(code<FeedId>(u"BWC-2A01")), 2); // for the reason that was given
    const QStringList after = looks(*m_live).mid(expected.size());
    QCOMPARE(QSet<QString>(after.begin(), after.end()),
             (QSet<QString>{u"ended BWC-1A12"_s, u"ended BWC-2A01"_s, u"began BWC-1A12"_s,
                            u"began BWC-2A01 (noise)"_s}));
    QVERIFY(after.constFirst().startsWith(u"ended") && after.constLast().startsWith(u"began"));
}

void VideoSeatTest::aSmallScreenOpensWithTheIncidentInFront() {
    m_window.reset();
    MainWindow window({.desk = *m_desk,
                       .fixes = m_live->fixes(),
                       .look = *m_look,
                       .settings = *m_settings,
                       .name = {},
                       .size = QSize(1366, 768),
                       .restore = false,
                       .video = m_players.get()});
    window.show();
    QTRY_VERIFY(part<QWidget>(window, u"incidentPane"_s)->isVisible());
    QTRY_VERIFY(!part<QWidget>(window, u"incidentPane"_s)->visibleRegion().isEmpty());
    QVERIFY(part<QWidget>(window, u"alarmPane"_s)->visibleRegion().isEmpty());
}

void VideoSeatTest::anotherWindowOfTheSeatEndsNoView() {
    order(u"1A12");
    choose(u"unitTable"_s, u"1A12"_s);
    TRY_LIVE(tile(1), 0);
    const quint64 tries = tile(1).look()->status().tries;
    for (const Command& command : {Command(OpenSeat{}), Command(CloseSeat{})}) {
        const ViewId before = m_live->situation().views().begin()->id;
        QVERIFY(m_live->ask(u"bureau", command));
        QTRY_VERIFY(m_live->situation().views().size() == 1 &&
                    m_live->situation().views().begin()->id != before);
        QVERIFY2(isLive(tile(1), 0), qPrintable(says(tile(1)))); // not even for a moment
    }
    QCOMPARE(tile(1).look()->status().tries, tries);
    tile(1).clear();
    QTRY_VERIFY(m_live->situation().views().isEmpty());
}

void VideoSeatTest::whatWasOpenIsOpenAfterARestart() {
    order(u"1A12");
    choose(u"unitTable"_s, u"1A12"_s);
    TRY_LIVE(tile(1), 0);
    tile(1).setPinned(true);
    choose(u"unitTable"_s, u"2A01"_s);
    QTest::keyClick(&list(u"unitTable"_s), Qt::Key_O);
    answer(*m_pane, u"noise"_s);
    VideoTile* other = m_pane->grid().tileOf(code<FeedId>(u"BWC-2A01"));
    TRY_LIVE(*other, 2);
    const int place = int(m_pane->grid().tiles().indexOf(other)) + 1;
    m_window.reset();
    QTRY_VERIFY(m_live->situation().views().isEmpty());
    openWindow(true);
    TRY_LIVE(tile(1), 0);
    QVERIFY(tile(1).isPinned());
    QCOMPARE(tile(place).feed(), code<FeedId>(u"BWC-2A01"));
    QCOMPARE(tile(place).face().word, u"A reason is needed"_s); // the one of before was of before
    tile(place).setFocus();
    QTest::keyClick(&tile(place), Qt::Key_R);
    answer(*m_pane, u"once more"_s);
    TRY_LIVE(tile(place), 2);
    tile(1).clear();
    tile(place).clear();
    m_window.reset();
    openWindow(true);
    QVERIFY(tile(1).isEmpty() && tile(place).isEmpty());
}

void VideoSeatTest::oneIsHeardAndTheTileSaysWhyNothingIs() {
    order(u"1A12");
    order(u"1A14");
    m_window->selection().setUnits({code<UnitId>(u"1A12"), code<UnitId>(u"1A14")});
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(tile(1).look() && tile(2).look(), patience);
    FeedHearing& hearing = m_players->hearing();
    QVERIFY(hearing.feed().isNull()); // until somebody asks
    tile(1).setFocus();
    QTest::keyClick(&tile(1), Qt::Key_A);
    QCOMPARE(hearing.feed(), tile(1).feed());
    QVERIFY(tile(1).face().heard && !tile(2).face().heard);
    QVERIFY(tile(1).accessibleName().contains(u"sound on"));
    const auto* why = tile(1).findChild<QLabel*>(u"tile.soundNote"_s);
    QVERIFY(why->isVisible());
    QCOMPARE(why->text(), u"This computer has no sound device."_s);
    hearing.setDevice(true);
    QTRY_COMPARE_WITH_TIMEOUT(why->text(), u"This camera sends no sound."_s, patience);
    tile(2).setFocus();
    QTest::keyClick(&tile(2), Qt::Key_A);
    QVERIFY(!why->isVisible());
    QVERIFY(!tile(1).face().heard && tile(2).face().heard);
    QTest::keyClick(&tile(2), Qt::Key_A);
    QVERIFY(hearing.feed().isNull());
    QTest::keyClick(&tile(2), Qt::Key_A);
    tile(2).clear();
    QVERIFY(hearing.feed().isNull());
}

QTEST_MAIN(VideoSeatTest)
#include "video_seat_test.moc"
