// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The ways in other than RTSP: HTTP with a transport stream, with FLV, with a play list.
#include "app/video/player.h"
#include "tests/support/must.h"
#include "tests/video/camera_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

/// A little HTTP server: hands each request's path over to be answered.
struct HttpServer {
    using Answer = std::function<void(QTcpSocket&, const QByteArray& path)>;

    QTcpServer server;
    Answer answer;
    QByteArrayList heads; ///< of the requests

    explicit HttpServer(Answer how)
        : answer(std::move(how)) {
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            while (QTcpSocket* socket = server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
            }
        });
        server.listen(QHostAddress::LocalHost);
    }
    void read(QTcpSocket& socket) {
        const QByteArray head = socket.readAll();
        const QByteArrayList words = head.left(head.indexOf("\r\n")).split(' ');
        if (words.size() != 3)
            return;
        heads.append(head);
        answer(socket, words.at(1));
    }
    [[nodiscard]] QString address(const QString& path) const {
        return u"http://127.0.0.1:%1/%2"_s.arg(server.serverPort()).arg(path);
    }
};

void answerWhole(QTcpSocket& socket, const QByteArray& type, const QByteArray& body) {
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
    socket.disconnectFromHost();
}

/// As a camera does it: begins, and goes on with a piece every few milliseconds without an end.
void answerBitByBit(QTcpSocket& socket, const QByteArray& type, const QByteArray& body) {
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n");
    auto* tick = new QTimer(&socket);
    QObject::connect(tick, &QTimer::timeout, &socket, [&socket, body, sent = qsizetype(0)]() mutable {
        constexpr qsizetype piece = 2000; // some 100 kB a second: about as fast as it plays
        socket.write(body.mid(sent, piece));
        sent += piece;
    });
    tick->start(20);
}

} // namespace

class HttpTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QByteArray recorded(const QString& name, int frames) {
        QFile file(m_folder.filePath(name));
        if (!CameraServer::record(file.fileName(), {.frames = frames}) || !file.open(QIODevice::ReadOnly))
            qFatal("cannot record %s", qPrintable(file.fileName()));
        return file.readAll();
    }
    static void play(Player& player, const QString& address, const FeedLogin& login = {}) {
        player.play(FeedSource::read(u"main"_s, address, login).value());
    }
    static bool isTrue(const Player& player) { return readPattern(player.picture().image).has_value(); }

private Q_SLOTS:
    void cleanup() { QVERIFY(FeedReader::waitForEnd(Milliseconds(2000))); }

    void playsAsItComes_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("transport stream") << u"live.ts"_s << QByteArray("video/mp2t");
        QTest::newRow("flv") << u"live.flv"_s << QByteArray("video/x-flv");
    }
    void playsAsItComes() {
        QFETCH(QString, name);
        QFETCH(QByteArray, type);
        const QByteArray stream = recorded(name, 120);
        HttpServer server(
            [&](QTcpSocket& socket, const QByteArray&) { answerBitByBit(socket, type, stream); });
        Player player;
        QElapsedTimer since;
        since.start();
        play(player, server.address(name));
        QTRY_VERIFY_WITH_TIMEOUT(player.picture().number > 0, patience);
        qInfo("first picture after %lld ms", since.elapsed());
        QVERIFY(isTrue(player));
        QCOMPARE(player.picture().native, QSize(640, 360));
        QTRY_VERIFY_WITH_TIMEOUT(player.picture().number >= 20, patience);
        QCOMPARE(player.status().tries, 1);
    }

    void playsAPlayListAtItsPace() {
        const QByteArray stream = recorded(u"segment.ts"_s, 30); // two seconds
        HttpServer server([&](QTcpSocket& socket, const QByteArray& path) {
            if (path.endsWith(".ts"))
                answerWhole(socket, "video/mp2t", stream);
            else
                answerWhole(socket, "application/vnd.apple.mpegurl",
                            "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:1\n"
                            "#EXTINF:2.0,\n1.ts\n#EXT-X-ENDLIST\n");
        });
        Player player;
        play(player, server.address(u"index.m3u8"_s));
        QTRY_VERIFY_WITH_TIMEOUT(player.picture().number > 0, patience);
        QVERIFY(isTrue(player));
        const VideoTime first = player.picture().at;
        QTRY_VERIFY_WITH_TIMEOUT(player.picture().number >= 28, patience);
        const Milliseconds span = player.picture().at - first;
        QVERIFY2(span >= Milliseconds(1500), QByteArray::number(span.count()).constData()); // and not at once
    }

    void showsItsLoginOnlyToTheServer() {
        HttpServer server([](QTcpSocket& socket, const QByteArray&) {
            socket.write("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"cameras\"\r\n"
                         "Content-Length: 0\r\nConnection: close\r\n\r\n");
            socket.disconnectFromHost();
        });
        Player player;
        play(player, server.address(u"live.flv?token=abc&channel=1"_s), {u"watcher"_s, u"p@ss:w"_s, {}});
        QTRY_VERIFY_WITH_TIMEOUT(player.status().fault.has_value(), patience);
        QCOMPARE(must(player.status().fault).kind, StreamFault::Kind::LoginRefused);
        const QByteArray all = server.heads.join();
        QVERIFY2(all.contains("Authorization: Basic " + QByteArray("watcher:p@ss:w").toBase64()),
                 all.constData());
        QVERIFY2(all.contains("GET /live.flv?channel=1&token=abc "), all.constData());
        QVERIFY(!must(player.status().fault).detail.contains(u"p@ss"_s));
    }

    void soundAloneIsNoPicture() {
        // an FLV whose header promises both, and whose tags hold sound only, without an end
        QByteArray tag = QByteArray::fromHex("0800000a00000000000000") +
                         QByteArray::fromHex("2f000102030405060708") + QByteArray::fromHex("00000015");
        HttpServer server([&](QTcpSocket& socket, const QByteArray&) {
            answerBitByBit(socket, "video/x-flv",
                           QByteArray::fromHex("464c5601050000000900000000") + tag.repeated(50'000));
        });
        Player player;
        play(player, server.address(u"live.flv"_s));
        QTRY_VERIFY_WITH_TIMEOUT(player.status().fault.has_value(), patience);
        QCOMPARE(must(player.status().fault).kind, StreamFault::Kind::NoPicture);
    }
};

QTEST_GUILESS_MAIN(HttpTest)
#include "http_test.moc"
