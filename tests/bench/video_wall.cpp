// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/video_wall.h"

#include "app/video/player.h"
#include "tests/bench/figure.h"
#include "tests/video/camera_server.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMediaPlayer>
#include <QPaintEvent>
#include <QPainter>
#include <QProcess>
#include <QTimer>
#include <QUrl>
#include <QVideoFrame>
#include <QVideoSink>
#include <QWidget>

#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace tridesk::bench {

namespace {

constexpr int settleMs = 2000;
constexpr int measureMs = 8000;
constexpr int longestStartMs = 30'000; ///< after which what is still black stays so

double processorSeconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double residentMib() {
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

struct Tile {
    QRect place;
    QImage image;
    bool fresh = false;
    int painted = 0; ///< while measured
    bool everPainted = false;
};

class Wall : public QWidget {
public:
    Wall(const QString& player, int feeds, int port)
        : m_tiles(std::size_t(feeds)) {
        resize(1920, 1080);
        const int across = int(std::ceil(std::sqrt(feeds)));
        const QSize size(width() / across, height() / across);
        for (int feed = 0; feed < feeds; ++feed) {
            m_tiles.at(std::size_t(feed)).place =
                QRect(QPoint(feed % across * size.width(), feed / across * size.height()), size);
        }
        const auto address = [port](int feed) { return u"rtsp://127.0.0.1:%1/cam%2"_s.arg(port).arg(feed); };
        m_begun.start();
        for (int feed = 0; feed < feeds; ++feed)
            player == u"ours" ? playOurs(feed, address(feed)) : playPeer(feed, address(feed));
        m_loop.start();
        auto* tick = new QTimer(this);
        connect(tick, &QTimer::timeout, this, [this] {
            m_longestGap = std::max(m_longestGap, m_loop.restart());
            proceed();
        });
        tick->start(2);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        for (Tile& tile : m_tiles) {
            if (!event->region().intersects(tile.place))
                continue;
            if (tile.image.isNull())
                painter.fillRect(tile.place, Qt::black);
            else if (tile.image.width() <= tile.place.width())
                painter.drawImage(tile.place.topLeft(), tile.image);
            else
                painter.drawImage(tile.place, tile.image);
            if (tile.fresh)
                count(tile);
        }
    }

private:
    void playOurs(int feed, const QString& address) {
        auto* player = new Player(this);
        player->setShownSize(m_tiles.at(std::size_t(feed)).place.size());
        connect(player, &Player::pictureChanged, this,
                [this, feed, player] { take(feed, player->picture().image); });
        player->play(FeedSource::read(u"main"_s, address).value());
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
    void count(Tile& tile) {
        tile.fresh = false;
        if (!tile.everPainted) {
            tile.everPainted = true;
            m_figures.firstS = double(m_begun.elapsed()) / 1000;
        }
        if (!m_measured.isValid())
            return;
        ++tile.painted;
        if (const auto pattern = test::readPattern(tile.image)) {
            const auto now = std::chrono::steady_clock::now().time_since_epoch();
            m_late.append(std::chrono::duration<double, std::milli>(now).count() - double(pattern->clockMs));
        }
    }
    [[nodiscard]] int black() const {
        return int(std::ranges::count_if(m_tiles, [](const Tile& tile) { return !tile.everPainted; }));
    }
    // from starting to settling to measuring
    void proceed() {
        if (!m_settling.isValid()) {
            if (black() == 0 || m_begun.elapsed() > longestStartMs)
                m_settling.start();
        } else if (!m_measured.isValid()) {
            if (m_settling.elapsed() > settleMs) {
                m_processor = processorSeconds();
                m_longestGap = 0;
                m_measured.start();
            }
        } else if (m_measured.elapsed() > measureMs) {
            finish();
        }
    }
    void finish() {
        const double seconds = double(m_measured.elapsed()) / 1000;
        const auto slowest = std::ranges::min_element(m_tiles, {}, &Tile::painted);
        m_figures.fpsMin = slowest->painted / seconds;
        m_figures.cpuPct = 100 * (processorSeconds() - m_processor) / seconds;
        m_figures.mib = residentMib();
        m_figures.stallMs = double(m_longestGap);
        m_figures.lateMs = percentile(m_late, 0.5);
        m_figures.lateP95 = percentile(m_late, 0.95);
        m_figures.black = black();
        std::printf("%s\n", m_figures.toLine().constData());
        std::fflush(stdout);
        QCoreApplication::quit();
    }

    std::vector<Tile> m_tiles;
    QElapsedTimer m_begun;
    QElapsedTimer m_settling;
    QElapsedTimer m_measured;
    QElapsedTimer m_loop;
    qint64 m_longestGap = 0;
    double m_processor = 0;
    QList<double> m_late;
    WallFigures m_figures;
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
    Wall wall(arguments.at(2), arguments.at(3).toInt(), arguments.at(4).toInt());
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
    if (!process.waitForFinished(longestStartMs * 4)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return WallFigures::fromLine(process.readAllStandardOutput());
}

} // namespace tridesk::bench
