// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk-video-pictures FOLDER [MAP-PACKAGE]: nine pictures in a busy hour, live, frozen, out of reach,
// waiting for a reason and for their turn, with the card at a marker and the wall; day and night, in English
// and Chinese, at 1920×1080 and 1366×768.

#include "maps/package/package.h"
#include "tests/support/must.h"
#include "tests/ui/window/busy_hour.h"
#include "tests/ui/window/watched_desk.h"
#include "ui/actions/selection.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/video/feed_opener.h"
#include "ui/panes/video/feed_views.h"
#include "ui/panes/video/video_grid.h"
#include "ui/panes/video/video_pane.h"
#include "ui/panes/video/video_tile.h"
#include "ui/panes/video/video_wall.h"
#include "ui/shell/main_window.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QSettings>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Studio {
    Look look;
    Translation translation;
    LiveDesk live;
    CameraServer server;
    QSettings settings;
    std::optional<maps::Package> map;
    QString folder;
    IncidentId incident;

    Studio(QApplication& application, QString into)
        : look(application)
        , translation(application)
        , settings(live.file(u"console.ini"_s), QSettings::IniFormat)
        , folder(std::move(into)) {}

    void save(QWidget& widget, const QString& what) const {
        const QString name = u"%1/%2-%3-%4-%5.png"_s.arg(folder, what, QString::number(widget.width()),
                                                         look.theme().night ? u"night"_s : u"day"_s,
                                                         languageCode(translation.language()));
        if (!widget.grab().save(name))
            qWarning("cannot write %s", qPrintable(name));
    }

    /// What a dispatcher has opened: an incident, four more units, one of which needs a reason.
    static void open(MainWindow& window, VideoPane& pane, const IncidentId& incident) {
        pane.opener().openIncident(incident);
        pane.opener().openUnits(
            {code<UnitId>(u"1A14"), code<UnitId>(u"2A01"), code<UnitId>(u"1F07"), code<UnitId>(u"2M01")});
        window.selection().setIncident(incident);
    }

    void take(QSize size) {
        settings.clear();
        SeatDesk desk(live.desk(), {.seat = must(Seat::parse(u"bureau"_s)), .user = u"liwei"_s});
        FeedPlayers players(playersOf(live));
        MainWindow window(WindowGround{.desk = desk,
                                       .fixes = live.fixes(),
                                       .look = look,
                                       .settings = settings,
                                       .map = map ? &*map : nullptr,
                                       .name = map ? map->manifest().name : u"–"_s,
                                       .size = size,
                                       .restore = false,
                                       .video = &players});
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qWarning("a window did not show");
        save(window, u"closed"_s);
        auto& pane = *window.findChild<VideoPane*>();
        open(window, pane, incident);
        players.setMostDecoders(7);
        window.selection().setUnits({code<UnitId>(u"1A12")});
        window.actions().action(ActionId::FollowWithPicture).trigger();
        static_cast<void>(server.tell(u"freeze 2"_s));
        const auto trusts = [&](Trust trust) {
            return std::ranges::count_if(pane.grid().tiles(),
                                         [&](const VideoTile* tile) { return tile->face().trust == trust; });
        };
        if (!QTest::qWaitFor([&] { return trusts(Trust::Frozen) > 0 && trusts(Trust::Live) > 3; }, 20'000))
            qWarning("not all states came");
        save(window, u"nine"_s);
        static_cast<void>(server.tell(u"thaw 2"_s));
        pane.showWall();
        auto& wall = *window.findChild<VideoWall*>(u"videoWall"_s);
        wall.resize(size);
        if (!QTest::qWaitFor(
                [&] {
                    return std::ranges::count_if(wall.grid().tiles(), [](const VideoTile* tile) {
                               return tile->face().trust == Trust::Live;
                           }) > 5;
                },
                20'000))
            qWarning("the wall did not fill");
        save(wall, u"wall"_s);
        wall.close();
    }
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("tridesk-video-pictures FOLDER [MAP-PACKAGE]");
    Studio studio(application, arguments[1]);
    GeoPoint centre = must(GeoPoint::from(32.05, 118.55));
    if (arguments.size() > 2) {
        auto map = maps::Package::open(arguments[2]);
        if (!map)
            qFatal("%s", qPrintable(map.error()));
        studio.map = std::move(*map);
        centre = GeoPoint::from(studio.map->manifest().centre).value_or(centre);
    }
    studio.incident = playBusyHour(studio.live, centre);
    if (!studio.server.start({.feeds = 9}))
        qFatal("no cameras");
    const Incident* known = studio.live.situation().incidents().find(studio.incident);
    defineFeeds(studio.live, studio.server, {u"1A12"_s, u"1A14"_s, u"2A01"_s, u"1F07"_s, u"2M01"_s}, 4,
                known ? known->details.place.at.value_or(centre) : centre);
    VideoFeed away = *studio.live.situation().feeds().find(code<FeedId>(u"BWC-2M01"));
    away.mainAddress = u"rtsp://127.0.0.1:9/away"_s; // nobody listens there
    if (!studio.live.ask(u"bureau", DefineFeed{away}))
        qFatal("a feed was refused");
    for (const bool night : {false, true}) {
        studio.look.set(night ? Theme::nightly() : Theme::day());
        for (const Language language : {Language::English, Language::Chinese}) {
            studio.translation.set(language);
            for (const QSize size : {QSize(1920, 1080), QSize(1366, 768)})
                studio.take(size);
        }
    }
    return 0;
}
