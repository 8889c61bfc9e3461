// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Feeds that are not what they should be: nobody there, nothing said, rubbish, too much. Each is told by its
// own fault, in bounded time, and no login shows.
#include "app/video/kept_packets.h"
#include "app/video/player.h"
#include "tests/support/must.h"
#include "tests/video/camera_server.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <unistd.h>

#include <memory>
#include <random>
#include <vector>

extern "C" {
#include <libavcodec/packet.h>
}

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;

std::optional<StreamFault::Kind> faultOf(const Player& player) {
    const auto fault = player.status().fault;
    return fault ? std::optional(fault->kind) : std::nullopt;
}

/// A server of our own making: accepts, and does with each connection what it is told.
struct Listener {
    QTcpServer server;

    template <class Serve>
    explicit Listener(Serve serve) {
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this, serve] {
            while (QTcpSocket* socket = server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                serve(socket);
            }
        });
        server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString address(const QString& scheme) const {
        return u"%1://127.0.0.1:%2/cam"_s.arg(scheme).arg(server.serverPort());
    }
};

QByteArray rubbish(int size, unsigned seed) {
    std::mt19937 chance(seed);
    QByteArray bytes(size, '\0');
    for (char& byte : bytes)
        byte = char(chance());
    return bytes;
}

/// Everything that the program and its libraries write to the terminal while this lives.
class Terminal {
public:
    explicit Terminal(const QString& path)
        : m_file(path)
        , m_before(::dup(STDERR_FILENO)) {
        m_file.open(QIODevice::ReadWrite | QIODevice::Truncate);
        ::dup2(m_file.handle(), STDERR_FILENO);
        m_handler = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) {
            const QByteArray line = message.toUtf8() + '\n';
            if (::write(STDERR_FILENO, line.constData(), std::size_t(line.size())) < 0)
                ::abort();
        });
    }
    ~Terminal() {
        qInstallMessageHandler(m_handler);
        ::dup2(m_before, STDERR_FILENO);
        ::close(m_before);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    [[nodiscard]] QByteArray text() {
        m_file.seek(0);
        return m_file.readAll();
    }

private:
    QFile m_file;
    int m_before;
    QtMessageHandler m_handler = nullptr;
};

} // namespace

class BadInputTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_h264;
    QByteArray m_h265;

    static void play(Player& player, const QString& address, const StreamLimits& limits = {},
                     const FeedLogin& login = {}) {
        player.play(FeedSource::read(u"main"_s, address, login, FeedFiles::Allowed).value(), limits);
    }
    QString write(const QString& name, const QByteArray& bytes) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return u"file://"_s + file.fileName();
    }
    QByteArray recorded(const CameraServer::Recording& recording) {
        const QString path = m_folder.filePath(u"recording"_s);
        QFile file(path);
        if (!CameraServer::record(path, recording) || !file.open(QIODevice::ReadOnly))
            qFatal("cannot record %s", qPrintable(path));
        return file.readAll();
    }

private Q_SLOTS:
    void initTestCase() {
        m_h264 = recorded({});
        m_h265 = recorded({.codec = u"h265"_s, .size = u"320x180"_s, .start = 5000, .pid = 66});
        QVERIFY(m_h264.size() > 20'000 && m_h265.size() > 5'000);
    }
    void cleanup() { QVERIFY(FeedReader::waitForEnd(2s)); }

    void nobodyListens() {
        quint16 port = 0;
        {
            QTcpServer server;
            QVERIFY(server.listen(QHostAddress::LocalHost));
            port = server.serverPort();
        }
        Player player;
        play(player, u"rtsp://127.0.0.1:%1/cam"_s.arg(port));
        QTRY_COMPARE_WITH_TIMEOUT(faultOf(player), StreamFault::Kind::Unreachable, patience);
        QCOMPARE(player.status().state, FeedState::Connecting);
        QTRY_VERIFY_WITH_TIMEOUT(player.status().tries >= 3, patience); // and goes on trying
    }

    void nobodyKnowsTheName() {
        Player player;
        play(player, u"rtsp://no-such-camera.invalid/cam"_s); // a name that never is
        QTRY_COMPARE_WITH_TIMEOUT(faultOf(player), StreamFault::Kind::Unreachable, patience);
    }

    void theLoginIsWrong() {
        CameraServer server;
        QVERIFY(server.start({.login = u"watcher:right"_s}));
        Terminal terminal(m_folder.filePath(u"terminal"_s));
        Player player;
        play(player, server.address() + u"?token=s3cretToken"_s, {}, {u"watcher"_s, u"geh31mnis"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(faultOf(player), StreamFault::Kind::LoginRefused, patience);
        QTRY_VERIFY_WITH_TIMEOUT(player.status().tries >= 2, patience);
        player.stop();
        const QByteArray text = terminal.text();
        QVERIFY2(text.contains("LoginRefused"), text.constData()); // it is told, and what it is told of
        QVERIFY2(text.contains(server.address().toLatin1()), text.constData());
        QVERIFY2(!text.contains("geh31mnis") && !text.contains("s3cretToken") && !text.contains("watcher"),
                 text.constData());
    }

    void thereIsNoSuchStream() {
        CameraServer server;
        QVERIFY(server.start({}));
        Player player;
        play(player, server.address(7));
        QTRY_COMPARE_WITH_TIMEOUT(faultOf(player), StreamFault::Kind::NotFound, patience);
    }

    void acceptsAndSaysNothing_data() {
        QTest::addColumn<QString>("scheme");
        for (const char* scheme : {"rtsp", "http", "https", "rtmp"})
            QTest::newRow(scheme) << QString::fromLatin1(scheme);
    }
    void acceptsAndSaysNothing() {
        QFETCH(QString, scheme);
        const Listener listener([](QTcpSocket*) {});
        Player player;
        play(player, listener.address(scheme), {.open = 300ms});
        QTRY_COMPARE_WITH_TIMEOUT(faultOf(player), StreamFault::Kind::Silent, patience);
        QTRY_VERIFY_WITH_TIMEOUT(player.status().tries >= 2, patience);
        // A stop in the middle of a long wait is quick: cleanup() asks that the thread be gone in two
        // seconds.
        play(player, listener.address(scheme), {.open = 1h});
        QTRY_VERIFY(player.status().tries == 1);
    }

    void saysItTooSlowly() {
        const Listener listener([](QTcpSocket* socket) {
            auto* drip = new QTimer(socket);
            QObject::connect(drip, &QTimer::timeout, socket, [socket] { socket->write("x"); });
            drip->start(20);
        });
        Player player;
        play(player, listener.address(u"http"_s),
             {.open = 500ms}); // every wait is short, all together are not
        QTRY_COMPARE_WITH_TIMEOUT(faultOf(player), StreamFault::Kind::Silent, patience);
    }

    void answersRubbish_data() {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("rtsp") << u"rtsp"_s << QByteArray();
        QTest::newRow("rtsp, then rubbish") << u"rtsp"_s << QByteArray("RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n");
        QTest::newRow("http") << u"http"_s
                              << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: video/x-flv\r\n\r\n");
        QTest::newRow("flv") << u"http"_s
                             << QByteArray(
                                    "HTTP/1.1 200 OK\r\n\r\nFLV\x01\x01\x00\x00\x00\x09\x00\x00\x00\x00", 32);
        QTest::newRow("rtmp") << u"rtmp"_s << QByteArray("\x03");
    }
    void answersRubbish() {
        QFETCH(QString, scheme);
        QFETCH(QByteArray, head);
        unsigned seed = 1;
        const Listener listener([&](QTcpSocket* socket) {
            socket->write(head + rubbish(600'000, seed++));
            socket->disconnectFromHost();
        });
        Player player;
        play(player, listener.address(scheme), {.open = 2s, .silence = 1s});
        QTRY_VERIFY_WITH_TIMEOUT(player.status().tries >= 3, patience);
        QCOMPARE(player.status().state, FeedState::Connecting);
        QCOMPARE(player.picture().number, 0);
        QVERIFY(player.status().fault.has_value());
    }

    void aPlayListMayNotReadFilesOfThisMachine() {
        const QString local = write(u"local.ts"_s, m_h264);
        const Listener listener([&](QTcpSocket* socket) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/vnd.apple.mpegurl\r\n\r\n"
                          "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n" +
                          local.toUtf8() + "\n#EXT-X-ENDLIST\n");
            socket->disconnectFromHost();
        });
        Player player;
        play(player, listener.address(u"http"_s) + u".m3u8"_s);
        QTRY_VERIFY_WITH_TIMEOUT(player.status().tries >= 2, patience);
        QCOMPARE(player.picture().number, 0);
    }

    void halfAPictureIsNone() {
        // up to the middle of the first picture: it stands by itself, and is larger than this
        const QString half = write(u"half.ts"_s, m_h264.first(188 * 20));
        Player player;
        play(player, half);
        QTRY_VERIFY_WITH_TIMEOUT(player.status().tries >= 3, patience);
        QCOMPARE(faultOf(player), StreamFault::Kind::Ended);
        if (player.picture().number > 0) // what is made of it is no true picture, and is not taken for one
            QVERIFY(player.picture().image.size() == QSize(640, 360));
    }

    void damagedStreamsDoNoHarm() {
        std::vector<std::unique_ptr<Player>> players;
        for (unsigned seed = 1; seed <= 24; ++seed) {
            std::mt19937 chance(seed);
            QByteArray bytes = seed % 2 == 0 ? m_h264 : m_h265;
            const int wounds = 1 << seed % 10;
            for (int i = 0; i < wounds; ++i)
                bytes[qsizetype(chance() % std::size_t(bytes.size()))] = char(chance());
            if (seed % 3 == 0)
                bytes.remove(qsizetype(chance() % std::size_t(bytes.size())), 1000);
            players.push_back(std::make_unique<Player>());
            play(*players.back(), write(u"damaged%1.ts"_s.arg(seed), bytes));
        }
        for (const auto& player : players)
            QTRY_VERIFY_WITH_TIMEOUT(player->status().tries >= 2,
                                     patience); // played to its end, once and again
        const auto showing =
            std::ranges::count_if(players, [](const auto& player) { return player->picture().number > 0; });
        QVERIFY(showing >= 12);
    }

    void changesCodingSizeAndClockInMidStream() {
        const QString both = write(u"both.ts"_s, m_h264 + m_h265 + m_h264); // the second from 5000 s on
        Player player;
        std::vector<QByteArray> codings;
        std::vector<QSize> sizes;
        QObject::connect(&player, &Player::pictureChanged, &player, [&] {
            const FeedStatus status = player.status();
            if (codings.empty() || codings.back() != status.codec) {
                codings.push_back(status.codec);
                sizes.push_back(player.picture().image.size());
            }
        });
        play(player, both);
        QTRY_VERIFY_WITH_TIMEOUT(codings.size() >= 3, patience);
        codings.resize(3);
        sizes.resize(3);
        QCOMPARE(codings, (std::vector<QByteArray>{"h264", "hevc", "h264"}));
        QCOMPARE(sizes, (std::vector{QSize(640, 360), QSize(320, 180), QSize(640, 360)}));
        QCOMPARE(player.status().tries, 1);
    }

    void anotherCodingThatIsNotToldOfBeginsAnew() {
        // the same place in the stream, and other pictures in it: libavformat goes on taking them for the
        // first kind
        const QByteArray after = recorded({.codec = u"h265"_s, .frames = 80, .start = 2});
        Player player;
        play(player, write(u"untold.ts"_s, m_h264 + after));
        QTRY_COMPARE_WITH_TIMEOUT(faultOf(player), StreamFault::Kind::NoPicture, patience);
    }

    void aLargePictureIsMadeSmallAndOneTooLargeRefused() {
        const QString large = write(u"large.ts"_s, recorded({.size = u"3840x2160"_s, .frames = 3}));
        Player player;
        player.setShownSize({320, 240});
        play(player, large);
        QTRY_VERIFY_WITH_TIMEOUT(player.picture().number > 0, patience);
        QCOMPARE(player.picture().native, QSize(3840, 2160));
        QCOMPARE(player.picture().image.size(), QSize(320, 180));
        play(player, write(u"larger.ts"_s, recorded({.size = u"5120x2880"_s, .frames = 2})));
        QTRY_COMPARE_WITH_TIMEOUT(faultOf(player), StreamFault::Kind::TooLarge, patience);
        QCOMPARE(must(player.status().fault).detail, u"5120 × 2880");
    }

    void aFileOfWordsIsNoStream() {
        Player player;
        play(player, write(u"words.ts"_s, QByteArray("not a stream\n").repeated(50'000)));
        QTRY_COMPARE_WITH_TIMEOUT(faultOf(player), StreamFault::Kind::Broken, patience);
        play(player, u"file:///nowhere/at/all.ts"_s);
        QTRY_COMPARE_WITH_TIMEOUT(faultOf(player), StreamFault::Kind::NotFound, patience);
    }

    void whatIsKeptWhileNobodyLooksIsBounded() {
        KeptPackets kept;
        const auto send = [&](int size, bool standsByItself) {
            const PacketPtr packet(av_packet_alloc());
            QVERIFY(av_new_packet(packet.get(), size) == 0);
            packet->flags = standsByItself ? AV_PKT_FLAG_KEY : 0;
            kept.keep(*packet);
        };
        send(100, false);
        QCOMPARE(kept.count(), 0U); // of no use without what it stands on
        send(1000, true);
        send(100, false);
        QCOMPARE(kept.count(), 2U);
        QCOMPARE(kept.bytes(), 1100U);
        send(500, true);
        QCOMPARE(kept.count(), 1U);
        for (int i = 0; i < 5000; ++i) {
            send(100, false);
            QVERIFY(kept.count() <= KeptPackets::mostPackets);
        }
        QCOMPARE(kept.count(), 0U);
        send(int(KeptPackets::mostBytes) - 10, true);
        send(100, false);
        QCOMPARE(kept.bytes(), 0U);
        send(300, true);
        QCOMPARE(kept.take().size(), 1U);
        QCOMPARE(kept.count(), 0U);
    }
};

QTEST_GUILESS_MAIN(BadInputTest)
#include "bad_input_test.moc"
