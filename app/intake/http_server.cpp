// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/http_server.h"

#include "app/intake/http_connection.h"

#include <QTcpSocket>

namespace tridesk {

using namespace Qt::StringLiterals;

QFuture<HttpAnswer> answered(HttpAnswer answer) {
    return QtFuture::makeReadyValueFuture(std::move(answer));
}

HttpServer::HttpServer(HttpGate gate, HttpServerLimits limits, QObject* parent)
    : QTcpServer(parent)
    , m_gate(std::move(gate))
    , m_limits(limits) {
    connect(this, &QTcpServer::newConnection, this, &HttpServer::accept);
}

void HttpServer::accept() {
    while (QTcpSocket* socket = nextPendingConnection()) {
        if (m_open >= m_limits.connections) {
            socket->write(
                HttpAnswer::error(503, u"too_many_connections"_s, u"no more connections are taken now"_s)
                    .toBytes(false));
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            socket->disconnectFromHost();
            continue;
        }
        ++m_open;
        auto* connection = new HttpConnection(socket, *this);
        connect(connection, &QObject::destroyed, this, [this] { --m_open; });
    }
}

} // namespace tridesk
