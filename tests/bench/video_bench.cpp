// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Walls of 1, 4, 9 and 16 feeds from a real RTSP server, 640 × 360 at 15 pictures a second, the last minute
// of each kept, beside QMediaPlayer and ffplay on the same feeds; and a feed whose server is killed and
// started twenty times.
#include "app/video/player.h"
#include "tests/bench/ffplay_wall.h"
#include "tests/bench/figure.h"
#include "tests/bench/video_wall.h"
#include "tests/video/camera_server.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <string_view>

using namespace tridesk;
using namespace tridesk::bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostFeeds = 16;
constexpr int rounds = 20;

QByteArray peerWords(const std::optional<WallFigures>& peer, double WallFigures::* value) {
    if (!peer)
        return {};
    return "QMediaPlayer " + QByteArray::number((*peer).*value, 'g', 4) +
           (peer->black > 0 ? ", " + QByteArray::number(peer->black) + " black" : QByteArray());
}

/// Where ffplay has such a figure.
struct FfplayWord {
    double WallFigures::* ours;
    double FfplayFigures::* its;
};
constexpr std::array ffplayWords{FfplayWord{&WallFigures::firstS, &FfplayFigures::firstS},
                                 FfplayWord{&WallFigures::cpuPct, &FfplayFigures::cpuPct},
                                 FfplayWord{&WallFigures::mib, &FfplayFigures::mib}};

QByteArray ffplayWord(const std::optional<FfplayFigures>& ffplay, double WallFigures::* value) {
    const auto has = [value](const FfplayWord& word) { return word.ours == value; };
    const auto* const word = std::ranges::find_if(ffplayWords, has);
    if (!ffplay || word == ffplayWords.end())
        return {};
    return "; ffplay " + QByteArray::number((*ffplay).*(word->its), 'g', 4) +
           (ffplay->black > 0 ? ", " + QByteArray::number(ffplay->black) + " black" : QByteArray());
}

/// The figures of one size of wall.
struct WallBounds {
    const char* name;
    double WallFigures::* value;
    const char* unit;
    bench::Hold hold;
    double bound;
};

constexpr std::array wallBounds{
    WallBounds{"fps_min", &WallFigures::fpsMin, "fps", bench::Hold::AtLeast, 14.5},
    WallBounds{"first_s", &WallFigures::firstS, "s", bench::Hold::AtMost, 1.4},
    WallBounds{"late_ms", &WallFigures::lateMs, "ms", bench::Hold::AtMost, 90},
    WallBounds{"cpu_pct", &WallFigures::cpuPct, "%", bench::Hold::AtMost, 35},
    WallBounds{"mib", &WallFigures::mib, "MiB", bench::Hold::AtMost, 140},
    WallBounds{"stall_ms", &WallFigures::stallMs, "ms", bench::Hold::AtMost, 30}};

bool wall(int feeds, const Filter& filter, int port) {
    const auto id = [feeds](const WallBounds& bounds) {
        return "video." + QByteArray::number(feeds) + '.' + bounds.name;
    };
    if (std::ranges::none_of(wallBounds, [&](const WallBounds& bounds) { return filter.wants(id(bounds)); }))
        return true;
    const auto ours = measureWall(u"ours"_s, feeds, port);
    if (!ours)
        return false;
    // its sixteenth feed takes a quarter of a minute to come: measured at the ends only
    const bool hasPeer = feeds == 1 || feeds == mostFeeds;
    const auto peer = hasPeer ? measureWall(u"peer"_s, feeds, port) : std::nullopt;
    const auto ffplay = hasPeer ? measureFfplay(feeds, port) : std::nullopt;
    for (const WallBounds& bounds : wallBounds) {
        if (filter.wants(id(bounds)))
            printFigure(id(bounds), (*ours).*bounds.value, bounds.unit, bounds.hold, bounds.bound,
                        peerWords(peer, bounds.value) + ffplayWord(ffplay, bounds.value));
    }
    return true;
}

qsizetype entriesOf(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

double residentMib() {
    QFile memory(u"/proc/self/statm"_s);
    if (!memory.open(QIODevice::ReadOnly))
        return 0;
    return memory.readAll().split(' ').value(1).toDouble() * 4096 / 1024 / 1024;
}

/// When the feed of a killed server came to each state, at worst.
struct Killed {
    double lateS = 0;
    double frozenS = 0;
    double backS = 0;
    int wrong = 0; ///< rounds in which a state was not reached
};

double secondsSince(VideoTime at) {
    return double((videoNow() - at).count()) / 1000;
}

void oneKill(test::CameraServer& server, Player& player, Killed& worst) {
    const auto reaches = [&](FeedState state) {
        return QTest::qWaitFor([&] { return player.status().state == state; }, 20'000);
    };
    server.kill();
    const VideoTime last = player.picture().at;
    bool ok = reaches(FeedState::Late);
    worst.lateS = std::max(worst.lateS, secondsSince(last));
    ok = reaches(FeedState::Frozen) && ok;
    worst.frozenS = std::max(worst.frozenS, secondsSince(last));
    ok = server.startAgain() && ok;
    const VideoTime returned = videoNow();
    ok = reaches(FeedState::Live) && ok;
    worst.backS = std::max(worst.backS, secondsSince(returned));
    worst.wrong += ok ? 0 : 1;
}

bool killed(const Filter& filter) {
    constexpr std::array ids{"video.killed.late_s", "video.killed.frozen_s", "video.killed.back_s",
                             "video.killed.wrong",  "video.killed.files",    "video.killed.threads",
                             "video.killed.mib"};
    if (std::ranges::none_of(ids, [&](const char* id) { return filter.wants(id); }))
        return true;
    test::CameraServer server;
    if (!server.start({}))
        return false;
    Player player;
    player.play(FeedSource::read(u"main"_s, server.address()).value());
    if (!QTest::qWaitFor([&] { return player.status().pictures > 30; }, 20'000))
        return false;
    Killed worst;
    oneKill(server, player, worst); // what libraries load once they have loaded now
    const qsizetype files = entriesOf(u"/proc/self/fd"_s);
    const qsizetype threads = entriesOf(u"/proc/self/task"_s);
    const double mib = residentMib();
    for (int round = 0; round < rounds; ++round)
        oneKill(server, player, worst);
    const QByteArray beside = QByteArray::number(rounds) + " rounds";
    const auto print = [&](const char* id, double value, const char* unit, double bound) {
        if (filter.wants(id))
            printFigure(id, value, unit, bench::Hold::AtMost, bound, beside);
    };
    print("video.killed.late_s", worst.lateS, "s", 2.2);
    print("video.killed.frozen_s", worst.frozenS, "s", 5.2);
    print("video.killed.back_s", worst.backS, "s", 5);
    print("video.killed.wrong", worst.wrong, "rounds", 0);
    print("video.killed.files", double(entriesOf(u"/proc/self/fd"_s) - files), "more", 0);
    print("video.killed.threads", double(entriesOf(u"/proc/self/task"_s) - threads), "more", 0);
    print("video.killed.mib", residentMib() - mib, "more", 2);
    return true;
}

bool walls(const Filter& filter) {
    test::CameraServer server;
    if (!server.start({.feeds = mostFeeds}))
        return false;
    return std::ranges::all_of(std::array{1, 4, 9, mostFeeds},
                               [&](int feeds) { return wall(feeds, filter, server.port()); });
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 1 && std::string_view(argv[1]) == "--wall")
        return runWall(argc, argv);
    const QCoreApplication app(argc, argv);
    const Filter filter(argc, argv);
    if (const QString missing = test::CameraServer::missing(); !missing.isEmpty()) {
        std::fprintf(stderr, "video: %s\n", qPrintable(missing));
        return 1;
    }
    const bool measured = walls(filter);
    return killed(filter) && measured ? 0 : 1;
}
