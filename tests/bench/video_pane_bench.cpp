// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sixteen feeds from a real RTSP server through the console's own pane on a real desk: every feed opened for
// an incident, each look on record, sixteen tiles with all that they draw.
#include "app/video/feed_players.h"
#include "app/video/rewind_spill.h"
#include "app/video/video_threads.h"
#include "tests/bench/figure.h"
#include "tests/bench/video_meter.h"
#include "tests/support/live_desk.h"
#include "tests/support/must.h"
#include "tests/video/camera_server.h"
#include "ui/actions/selection.h"
#include "ui/panes/video/feed_opener.h"
#include "ui/panes/video/video_grid.h"
#include "ui/panes/video/video_pane.h"
#include "ui/panes/video/video_tile.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace tridesk::bench {

namespace {

constexpr double north = 32.05, east = 118.55;

/// Tells of every picture that a tile paints.
class Watcher : public QObject {
public:
    Watcher(VideoTile& tile, int feed, WallMeter& meter)
        : QObject(&tile)
        , m_tile(tile)
        , m_feed(feed)
        , m_meter(meter) {
        tile.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        const FeedLook* look = m_tile.look();
        if (event->type() == QEvent::Paint && look && look->picture().number > m_last) {
            m_last = look->picture().number;
            m_meter.painted(m_feed, look->picture().image);
        }
        return false;
    }

private:
    VideoTile& m_tile;
    int m_feed;
    WallMeter& m_meter;
    quint64 m_last = 0;
};

bool define(test::LiveDesk& live, int feeds, int port) {
    bool all = live.ask(u"bureau", SetVideoPolicy{VideoPolicy{.camerasOfIncident = feeds}});
    for (int feed = 0; feed < feeds; ++feed) {
        const FeedOwner owner{.kind = FeedOwnerKind::Place,
                              .at = test::must(GeoPoint::from(north + 0.001 * (feed + 1), east))};
        all = live.ask(u"bureau",
                       DefineFeed{VideoFeed{.id = test::code<FeedId>(u"CAM%1"_s.arg(feed)),
                                            .name = {.zh = {}, .en = u"Junction %1"_s.arg(feed)},
                                            .owner = owner,
                                            .mainAddress = u"rtsp://127.0.0.1:%1/cam%2"_s.arg(port).arg(feed),
                                            .subAddress = {}}}) &&
              all;
    }
    return all;
}

struct Bound {
    const char* id;
    double WallFigures::* value;
    const char* unit;
    bench::Hold hold;
    double bound;
};

constexpr int feedsOfWall = 16;
constexpr std::array bounds{
    Bound{"video.pane.fps_min", &WallFigures::fpsMin, "fps", bench::Hold::AtLeast, 14.5},
    Bound{"video.pane.late_ms", &WallFigures::lateMs, "ms", bench::Hold::AtMost, 90},
    Bound{"video.pane.stall_ms", &WallFigures::stallMs, "ms", bench::Hold::AtMost, 30},
    Bound{"video.pane.cpu_pct", &WallFigures::cpuPct, "%", bench::Hold::AtMost, 35},
    Bound{"video.pane.mib", &WallFigures::mib, "MiB", bench::Hold::AtMost, 180}};

int runPaneWall(int argc, char** argv) {
    VideoThreads::shareMemory(); // as the console does
    QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments(); // PROGRAM --wall PLAYER FEEDS PORT
    if (arguments.size() != 5)
        return 2;
    const int feeds = arguments.at(3).toInt(), port = arguments.at(4).toInt();
    test::LiveDesk live;
    const IncidentId incident = live.report(u"two cars"_s, north, east);
    if (!define(live, feeds, port))
        return 1;
    SeatDesk desk(live.desk(), test::actor(u"bureau"));
    Selection selection;
    const Look look(app);
    const auto source = [&live](const FeedId& id) -> Result<Feed> {
        return Feed::read(*live.situation().feeds().find(id), {});
    };
    FeedPlayers players(
        {.source = source,
         // the cameras of the other process are not the console's load
         .load = [] { return std::optional(DecoderBudget::Load{.machine = 0.2, .ours = 0.1}); },
         .spill = std::make_shared<RewindSpill>(live.file(u"footage"_s))});
    VideoPane pane({.desk = desk, .selection = selection, .look = look, .video = &players});
    pane.resize(1920, 1080);
    pane.show();
    const auto isFull = [&] {
        const auto tiles = pane.grid().tiles();
        return std::ranges::all_of(tiles, [](const VideoTile* tile) {
            const Player* player = tile->look() ? tile->look()->player() : nullptr;
            return tile->isEmpty() || (player && player->rewind()->length() >= Rewind::longest);
        });
    };
    WallMeter meter(feeds, isFull);
    meter.begin();
    pane.opener().openIncident(incident);
    const auto tiles = pane.grid().tiles();
    for (int i = 0; i < feeds && i < tiles.size(); ++i)
        new Watcher(*tiles.at(i), i, meter);
    return QCoreApplication::exec();
}

} // namespace
} // namespace tridesk::bench

int main(int argc, char** argv) {
    using namespace tridesk;
    using namespace tridesk::bench;
    if (argc > 1 && std::string_view(argv[1]) == "--wall")
        return runPaneWall(argc, argv);
    const QCoreApplication app(argc, argv);
    const Filter filter(argc, argv);
    if (std::ranges::none_of(bounds, [&](const Bound& bound) { return filter.wants(bound.id); }))
        return 0;
    test::CameraServer server;
    if (!server.start({.feeds = feedsOfWall}))
        return 1;
    const auto ours = measureWall(u"pane"_s, feedsOfWall, server.port());
    if (!ours)
        return 1;
    for (const Bound& bound : bounds)
        if (filter.wants(bound.id))
            printFigure(bound.id, (*ours).*bound.value, bound.unit, bound.hold, bound.bound, "16 tiles");
    return 0;
}
