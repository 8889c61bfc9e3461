// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/must.h"
#include "tests/ui/window/mouse.h"
#include "tests/ui/window/watched_desk.h"
#include "ui/panes/video/video_grid.h"
#include "ui/panes/video/video_pane.h"
#include "ui/panes/video/video_tile.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QSettings>
#include <QTest>

#include <memory>

namespace tridesk::test {

constexpr int patience = 20'000;
constexpr double north = 32.06, east = 118.55;

/// A window of the bureau with the pictures of a real RTSP server: cameras 0, 1 and 2 on 1A12, 1A14 and 2A01,
/// the next five at junctions near an incident.
class VideoWindow {
protected:
    void startCameras();
    void setUp();
    void tearDown();
    void openWindow(bool restore = false);

    [[nodiscard]] VideoTile& tile(int number) const { return *m_pane->grid().tiles().at(number - 1); }
    [[nodiscard]] bool isLive(const VideoTile& shown, int camera) const {
        const TileFace face = shown.face();
        const auto pattern = readPattern(face.picture);
        return face.trust == Trust::Live && pattern && pattern->feed == camera;
    }
    [[nodiscard]] static QString says(const VideoTile& shown) {
        const TileFace face = shown.face();
        const auto pattern = readPattern(face.picture);
        return QStringLiteral("%1: %2 %3 (camera %4)")
            .arg(face.name, face.word, face.reason)
            .arg(pattern ? pattern->feed : -1);
    }
    [[nodiscard]] QAbstractItemView& list(const QString& name) const {
        return *part<QAbstractItemView>(*m_window, name);
    }
    void choose(const QString& table, const QString& text) const {
        QAbstractItemView& rows = list(table);
        QTRY_VERIFY(!rowWith(rows, text).isNull());
        QTest::mouseClick(rows.viewport(), Qt::LeftButton, {}, rowWith(rows, text));
    }
    void answer(const QWidget& within, const QString& why) const {
        auto* input = within.findChild<QLineEdit*>(QStringLiteral("promptInput"));
        QTRY_VERIFY(input->isVisible());
        QTest::keyClicks(input, why);
        QTest::keyClick(input, Qt::Key_Return);
    }
    void order(QStringView unit) const {
        QVERIFY(m_live->ask(
            u"bureau",
            IssueOrder{.incident = m_incident, .to = code<UnitId>(unit), .text = {}, .overrideReason = {}}));
    }

    CameraServer m_server;
    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SeatDesk> m_desk;
    std::unique_ptr<FeedPlayers> m_players;
    std::unique_ptr<MainWindow> m_window;
    VideoPane* m_pane = nullptr;
    IncidentId m_incident;
};

} // namespace tridesk::test

#define TRY_LIVE(shown, camera)                                                                              \
    QTRY_VERIFY2_WITH_TIMEOUT(isLive(shown, camera), qPrintable(says(shown)), patience)
