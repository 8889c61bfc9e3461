// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/http_connection.h"

#include <QFutureWatcher>
#include <QHostAddress>
#include <QTcpSocket>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// What a socket may hold that nobody has read yet: with it the other side is slowed down instead of our
/// memory filled.
constexpr qint64 socketBuffer = 64 * 1024;

} // namespace

HttpConnection::HttpConnection(QTcpSocket* socket, HttpServer& server)
    : QObject(&server)
    , m_socket(socket)
    , m_server(server)
    , m_reader(server.limits().request, socket->peerAddress().toString()) {
    socket->setParent(this);
    socket->setReadBufferSize(socketBuffer);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_patience.setSingleShot(true);
    m_patience.start(server.limits().head);
    connect(&m_patience, &QTimer::timeout, this, &HttpConnection::timeIsUp);
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::advance);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_phase == Phase::Leaving && m_socket->bytesToWrite() == 0)
            m_socket->disconnectFromHost();
    });
    // what came before anybody listened
    QMetaObject::invokeMethod(this, &HttpConnection::advance, Qt::QueuedConnection);
}

void HttpConnection::advance() {
    if (m_phase == Phase::Draining)
        return drain();
    while (m_phase == Phase::Reading && step()) {
    }
}

/// Feeds the reader once; true if there may be more to do.
bool HttpConnection::step() {
    const QByteArray bytes = m_socket->peek(socketBuffer);
    if (bytes.isEmpty())
        return false;
    if (!std::exchange(m_midRequest, true))
        m_patience.start(m_server.limits().head);
    m_socket->skip(m_reader.feed(bytes));
    switch (m_reader.state()) {
    case HttpReader::State::Head:
    case HttpReader::State::Body:
        return true;
    case HttpReader::State::Headed:
        return headIsIn();
    case HttpReader::State::Whole:
        bodyIsIn();
        return m_phase == Phase::Reading;
    case HttpReader::State::Faulty:
        turnAway(
            HttpAnswer::error(m_reader.fault().status, u"unreadable_request"_s, m_reader.fault().detail));
        return false;
    }
    return false;
}

bool HttpConnection::headIsIn() {
    const HttpRequest& head = m_reader.request();
    m_headOnly = head.method == "HEAD";
    std::expected<HttpHandler, HttpAnswer> handler = m_server.admit(head);
    const bool expectsContinue = head.expectsContinue;
    m_reader.proceed();
    if (!handler && m_reader.state() == HttpReader::State::Whole) {
        const bool keepAlive = m_reader.take().keepAlive;
        send(handler.error(), keepAlive);
        return m_phase == Phase::Reading;
    }
    if (!handler) {
        turnAway(handler.error());
        return false;
    }
    m_handler = std::move(*handler);
    if (m_reader.state() == HttpReader::State::Whole) {
        bodyIsIn();
        return m_phase == Phase::Reading;
    }
    m_patience.start(m_server.limits().body);
    if (expectsContinue)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    return true;
}

void HttpConnection::bodyIsIn() {
    HttpRequest request = m_reader.take();
    const bool keepAlive = request.keepAlive;
    m_phase = Phase::Answering;
    m_patience.stop();
    // A watcher, because it is silent once this connection is gone: a continuation would be told of that,
    // too.
    auto* watcher = new QFutureWatcher<HttpAnswer>(this);
    connect(watcher, &QFutureWatcher<HttpAnswer>::finished, this, [this, watcher, keepAlive] {
        watcher->deleteLater();
        m_phase = Phase::Reading;
        const bool cancelled = watcher->future().resultCount() == 0;
        send(cancelled ? HttpAnswer::error(503, u"stopping"_s, u"the service stops"_s) : watcher->result(),
             keepAlive && !cancelled);
        advance();
    });
    watcher->setFuture(std::exchange(m_handler, {})(std::move(request)));
}

void HttpConnection::send(const HttpAnswer& answer, bool keepAlive) {
    m_socket->write(answer.toBytes(keepAlive, !m_headOnly));
    m_midRequest = false;
    if (!keepAlive)
        return leave();
    m_patience.start(m_server.limits().idle);
}

void HttpConnection::turnAway(const HttpAnswer& answer) {
    m_socket->write(answer.toBytes(false, !m_headOnly));
    m_phase = Phase::Draining;
    drain();
}

void HttpConnection::drain() {
    // Closing with unread bytes would reset the connection and take the answer with it.
    m_patience.start(m_server.limits().drain);
    while (m_socket->skip(socketBuffer) > 0) {
    }
}

void HttpConnection::leave() {
    m_phase = Phase::Leaving;
    m_patience.start(m_server.limits().write);
    if (m_socket->bytesToWrite() == 0)
        m_socket->disconnectFromHost();
}

void HttpConnection::timeIsUp() {
    if (m_phase == Phase::Draining)
        return leave();
    if (m_phase == Phase::Reading && m_midRequest) {
        m_socket->write(
            HttpAnswer::error(408, u"too_slow"_s, u"the request did not come in time"_s).toBytes(false));
        return leave();
    }
    m_socket->abort();
}

} // namespace tridesk
