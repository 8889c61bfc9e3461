// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/http_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace tridesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Most memory that this process has held, in MiB.
qint64 peakMiB() {
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).chopped(2).trimmed().toLongLong() / 1024;
    return 0;
}

} // namespace

class HttpServerTest : public QObject {
    Q_OBJECT

    std::unique_ptr<HttpServer> m_server;
    int m_handled = 0;
    QList<std::shared_ptr<QPromise<HttpAnswer>>> m_held;

    void serve(HttpServerLimits limits = {}) {
        m_handled = 0;
        m_held.clear();
        m_server = std::make_unique<HttpServer>(
            [this](const HttpRequest& head) -> std::expected<HttpHandler, HttpAnswer> {
                if (head.path == u"/no")
                    return std::unexpected(HttpAnswer::error(401, u"unauthorized"_s, {}));
                return [this](const HttpRequest& request) { return handle(request); };
            },
            limits);
        QVERIFY(m_server->listen(QHostAddress::LocalHost, 0));
    }

    QFuture<HttpAnswer> handle(const HttpRequest& request) {
        ++m_handled;
        if (request.path == u"/hold") {
            m_held.append(std::make_shared<QPromise<HttpAnswer>>());
            m_held.last()->start();
            return m_held.last()->future();
        }
        return answered(
            HttpAnswer::json(200, QJsonObject{{u"bytes"_s, request.body.size()}, {u"path"_s, request.path}}));
    }

    std::unique_ptr<QTcpSocket> dial() {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress::LocalHost, m_server->serverPort());
        return QTest::qWaitFor([&] { return socket->state() == QAbstractSocket::ConnectedState; })
                   ? std::move(socket)
                   : nullptr;
    }

    /// What comes back until `done` is in it or the other side closes.
    static QByteArray hear(QTcpSocket& socket, const QByteArray& done) {
        QByteArray heard;
        (void)QTest::qWaitFor(
            [&] {
                heard += socket.readAll();
                return heard.contains(done) || socket.state() == QAbstractSocket::UnconnectedState;
            },
            10000);
        return heard + socket.readAll();
    }

private Q_SLOTS:
    void cleanup() { m_server.reset(); }

    void answersOneAfterTheOtherOnOneConnection() {
        serve();
        auto socket = dial();
        socket->write("POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET /b HTTP/1.1\r\n\r\nGET /no "
                      "HTTP/1.1\r\n\r\nGET /c HTTP/1.1\r\nConnection: close\r\n\r\n");
        const QByteArray heard = hear(*socket, "nothing");
        QVERIFY(heard.indexOf("\"/a\"") < heard.indexOf("\"/b\""));
        QVERIFY(heard.indexOf("\"/b\"") < heard.indexOf("401"));
        QVERIFY(heard.indexOf("401") < heard.indexOf("\"/c\""));
        QCOMPARE(m_handled, 3);
    }

    void holdsTheNextRequestBackWhileOneIsAnswered() {
        serve();
        auto socket = dial();
        socket->write("GET /hold HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(m_held.size(), 1);
        QCOMPARE(m_handled, 1);
        m_held.first()->addResult(HttpAnswer::json(201, QJsonObject()));
        m_held.first()->finish();
        const QByteArray heard = hear(*socket, "\"/b\"");
        QVERIFY(heard.startsWith("HTTP/1.1 201 Created"));
        QVERIFY(heard.contains("\"/b\""));
    }

    void survivesAClientThatLeavesBeforeItsAnswer() {
        serve();
        auto socket = dial();
        socket->write("GET /hold HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(m_held.size(), 1);
        socket->abort();
        QTRY_COMPARE(m_server->findChildren<QTcpSocket*>().size(), 0);
        m_held.first()->addResult(HttpAnswer::json(201, QJsonObject()));
        m_held.first()->finish();
        auto other = dial();
        other->write("GET /b HTTP/1.1\r\n\r\n");
        QVERIFY(hear(*other, "\"/b\"").contains("\"/b\""));
    }

    void turnsA100MegabyteBodyAwayWithoutTakingItIn_data() {
        QTest::addColumn<QByteArray>("framing");
        QTest::newRow("announced") << "Content-Length: 104857600\r\n\r\n"_ba;
        QTest::newRow("chunked") << "Transfer-Encoding: chunked\r\n\r\n6400000\r\n"_ba;
        QTest::newRow("in small chunks") << "Transfer-Encoding: chunked\r\n\r\n"_ba;
    }
    void turnsA100MegabyteBodyAwayWithoutTakingItIn() {
        QFETCH(QByteArray, framing);
        serve();
        const qint64 before = peakMiB();
        auto socket = dial();
        socket->write("POST /a HTTP/1.1\r\n" + framing);
        const bool small = QTest::currentDataTag() == "in small chunks"_ba;
        const QByteArray piece =
            small ? "10000\r\n" + QByteArray(65536, 'x') + "\r\n" : QByteArray(65536, 'x');
        QByteArray heard;
        for (int i = 0; i < 1600 && socket->state() == QAbstractSocket::ConnectedState; ++i) {
            socket->write(piece);
            QVERIFY(QTest::qWaitFor([&] {
                heard += socket->readAll();
                return socket->bytesToWrite() == 0 || socket->state() != QAbstractSocket::ConnectedState;
            }));
        }
        heard += hear(*socket, "}}");
        QVERIFY2(heard.startsWith("HTTP/1.1 413 "), heard.left(200).constData());
        QCOMPARE(m_handled, 0);
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed for a while
        QVERIFY2(peakMiB() - before < 24, QByteArray::number(peakMiB() - before).constData());
#endif
    }

    void saysContinueOnlyToThoseItLetsIn() {
        serve();
        auto socket = dial();
        socket->write("POST /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
        QVERIFY(hear(*socket, "Continue\r\n\r\n").startsWith("HTTP/1.1 100 Continue\r\n\r\n"));
        socket->write("abc");
        QVERIFY(hear(*socket, "}").contains("\"bytes\":3"));
        auto other = dial();
        other->write("POST /no HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
        QVERIFY(hear(*other, "}}").startsWith("HTTP/1.1 401"));
    }

    void takesABoundedNumberOfConnections() {
        HttpServerLimits limits;
        limits.connections = 3;
        serve(limits);
        std::vector<std::unique_ptr<QTcpSocket>> held;
        for (int i = 0; i < 3; ++i) {
            held.push_back(dial());
            held.back()->write("GET /a HTTP/1.1\r\n\r\n");
            QVERIFY(hear(*held.back(), "}").contains("200"));
        }
        QVERIFY(hear(*dial(), "}}").startsWith("HTTP/1.1 503"));
        held.clear();
        QTRY_COMPARE(m_server->findChildren<QTcpSocket*>().size(), 0);
        auto again = dial();
        again->write("GET /a HTTP/1.1\r\n\r\n");
        QVERIFY(hear(*again, "}").contains("200"));
    }

    void endsWhatIsTooSlowOrIdle() {
        HttpServerLimits limits;
        limits.idle = limits.head = limits.body = 80ms;
        serve(limits);
        auto slow = dial();
        slow->write("GET /a HT");
        QVERIFY(hear(*slow, "nothing").startsWith("HTTP/1.1 408"));
        auto slowBody = dial();
        slowBody->write("POST /a HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc");
        QVERIFY(hear(*slowBody, "nothing").startsWith("HTTP/1.1 408"));
        auto silent = dial();
        QTRY_COMPARE(silent->state(), QAbstractSocket::UnconnectedState);
        auto idle = dial();
        idle->write("GET /a HTTP/1.1\r\n\r\n");
        QVERIFY(hear(*idle, "}").contains("200"));
        QTRY_COMPARE(idle->state(), QAbstractSocket::UnconnectedState);
    }

    void speaksWithQtsClient() {
        serve();
        QNetworkAccessManager client;
        QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/v1/x"_s.arg(m_server->serverPort())));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        for (int i = 0; i < 3; ++i) {
            std::unique_ptr<QNetworkReply> reply(client.post(request, QByteArray(100000, 'y')));
            QTRY_VERIFY(reply->isFinished());
            QCOMPARE(reply->error(), QNetworkReply::NoError);
            QVERIFY(reply->readAll().contains("100000"));
        }
    }
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "http_server_test.moc"
