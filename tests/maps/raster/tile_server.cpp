// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/maps/raster/tile_server.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tridesk::test {

TileServer::TileServer() {
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                ++brokenOff;
                socket->deleteLater();
            });
        }
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("loopback gives no port");
}

QString TileServer::address(const QString& path) const {
    return u"http://127.0.0.1:%1%2"_s.arg(m_server.serverPort()).arg(path);
}

void TileServer::close() {
    m_server.close();
    const auto sockets = m_server.findChildren<QTcpSocket*>();
    for (QTcpSocket* socket : sockets)
        socket->abort();
}

void TileServer::release() {
    isHolding = false;
    const QList<Held> held = std::exchange(m_held, {});
    for (const Held& one : held)
        if (one.socket)
            reply(one.socket, one.request);
}

int TileServer::count(const QString& target) const {
    return int(std::ranges::count(asked, target, &TileRequest::target));
}

void TileServer::read(QTcpSocket* socket) {
    QByteArray bytes = socket->property("request").toByteArray() + socket->readAll();
    while (bytes.contains("\r\n\r\n")) {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        const QList<QByteArray> lines = bytes.left(end).split('\n');
        bytes.remove(0, end + 4);
        TileRequest request{.target = QString::fromUtf8(lines.first().split(' ').value(1)), .headers = {}};
        for (const QByteArray& line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).toLower(), line.sliced(colon + 1).trimmed());
        }
        asked << request;
        if (isHolding)
            m_held.append({socket, request});
        else
            reply(socket, request);
    }
    socket->setProperty("request", bytes);
}

void TileServer::reply(QTcpSocket* socket, const TileRequest& request) {
    const std::optional<TileReply> said = answer ? answer(request) : std::nullopt;
    if (!said)
        return;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(said->status) + " Said\r\n";
    for (const QByteArray& header : said->headers)
        head += header + "\r\n";
    const qint64 length = said->length.value_or(said->body.size());
    if (length >= 0 && said->status != 304)
        head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    socket->write(head + "\r\n" + said->body);
    if (length < 0)
        socket->disconnectFromHost();
}

} // namespace tridesk::test
