// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/video_wall.h"

#include "app/video/player.h"
#include "app/video/rewind_spill.h"
#include "app/video/video_threads.h"
#include "tests/bench/video_meter.h"

#include <QApplication>
#include <QMediaPlayer>
#include <QPaintEvent>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>
#include <QVideoFrame>
#include <QVideoSink>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace tridesk::bench {

namespace {

constexpr int fullFrom = 16; ///< feeds: smaller walls are measured before their last minutes are full
constexpr int longestMs = 240'000;

struct Tile {
    QRect place;
    QImage image;
    bool fresh = false;
};

class Wall : public QWidget {
public:
    Wall(const QString& player, int feeds, int port)
        : m_meter(feeds, [this] { return isFull(); })
        , m_tiles(std::size_t(feeds)) {
        resize(1920, 1080);
        const int across = int(std::ceil(std::sqrt(feeds)));
        const QSize size(width() / across, height() / across);
        for (int feed = 0; feed < feeds; ++feed) {
            m_tiles.at(std::size_t(feed)).place =
                QRect(QPoint(feed % across * size.width(), feed / across * size.height()), size);
        }
        const auto address = [port](int feed) { return u"rtsp://127.0.0.1:%1/cam%2"_s.arg(port).arg(feed); };
        m_meter.begin();
        for (int feed = 0; feed < feeds; ++feed)
            player == u"ours" ? playOurs(feed, address(feed)) : playPeer(feed, address(feed));
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        for (int feed = 0; feed < int(m_tiles.size()); ++feed) {
            Tile& tile = m_tiles.at(std::size_t(feed));
            if (!event->region().intersects(tile.place))
                continue;
            if (tile.image.isNull())
                painter.fillRect(tile.place, Qt::black);
            else if (tile.image.width() <= tile.place.width())
                painter.drawImage(tile.place.topLeft(), tile.image);
            else
                painter.drawImage(tile.place, tile.image);
            if (std::exchange(tile.fresh, false))
                m_meter.painted(feed, tile.image);
        }
    }

private:
    void playOurs(int feed, const QString& address) {
        auto* player = new Player(this);
        player->setSpill(m_spill);
        player->setKeeping(true);
        player->setShownSize(m_tiles.at(std::size_t(feed)).place.size());
        connect(player, &Player::pictureChanged, this,
                [this, feed, player] { take(feed, player->picture().image); });
        player->play(FeedSource::read(u"main"_s, address).value());
        m_players.append(player);
    }
    void playPeer(int feed, const QString& address) {
        auto* player = new QMediaPlayer(this);
        auto* sink = new QVideoSink(this);
        player->setVideoSink(sink);
        connect(sink, &QVideoSink::videoFrameChanged, this,
                [this, feed](const QVideoFrame& frame) { take(feed, frame.toImage()); });
        player->setSource(QUrl(address));
        player->play();
    }
    void take(int feed, const QImage& image) {
        Tile& tile = m_tiles.at(std::size_t(feed));
        tile.image = image;
        tile.fresh = true;
        update(tile.place);
    }
    // memory is that of a wall which has stood for a while: with its last minutes
    [[nodiscard]] bool isFull() const {
        return m_players.size() < fullFrom ||
               std::ranges::all_of(
                   m_players,
                   [](const Player* player) { return player->rewind()->length() >= Rewind::longest; });
    }

    QTemporaryDir m_folder;
    std::shared_ptr<RewindSpill> m_spill = std::make_shared<RewindSpill>(m_folder.path());
    WallMeter m_meter;
    std::vector<Tile> m_tiles;
    QList<Player*> m_players;
};

} // namespace

QByteArray WallFigures::toLine() const {
    QByteArray line = "wall";
    for (const double value : {fpsMin, firstS, lateMs, lateP95, cpuPct, mib, stallMs, double(black)})
        line += ' ' + QByteArray::number(value, 'f', 3);
    return line;
}

std::optional<WallFigures> WallFigures::fromLine(const QByteArray& line) {
    const QList<QByteArray> words = line.trimmed().split(' ');
    if (words.size() != 9 || words.constFirst() != "wall")
        return {};
    const auto value = [&](qsizetype i) { return words.at(i).toDouble(); };
    return WallFigures{value(1), value(2), value(3), value(4), value(5), value(6), value(7), int(value(8))};
}

int runWall(int argc, char** argv) {
    QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments(); // PROGRAM --wall PLAYER FEEDS PORT
    if (arguments.size() != 5)
        return 2;
    const QString& player = arguments.at(2);
    VideoThreads::shareMemory(); // as the console does
    const int feeds = arguments.at(3).toInt(), port = arguments.at(4).toInt();
    Wall wall(player, feeds, port);
    wall.show();
    return QCoreApplication::exec();
}

std::optional<WallFigures> measureWall(const QString& player, int feeds, int port) {
    QProcess process;
    if (player == u"ours")
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    else // tells at length what it lacks
        process.setStandardErrorFile(QProcess::nullDevice());
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--wall"_s, player, QString::number(feeds), QString::number(port)});
    if (!process.waitForFinished(longestMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return WallFigures::fromLine(process.readAllStandardOutput());
}

} // namespace tridesk::bench
