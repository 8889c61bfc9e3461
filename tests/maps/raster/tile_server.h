// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <optional>

// A map server of the site, as the tests want it: on loopback, at a port that the system chooses.
namespace tridesk::test {

struct TileRequest {
    QString target;
    QHash<QByteArray, QByteArray> headers; ///< by their names in small letters
};

struct TileReply {
    int status = 200;
    QByteArray body = {};
    QList<QByteArray> headers = {};    ///< "ETag: \"a\""
    std::optional<qint64> length = {}; ///< announced; the body's own where it is not said, none if below 0
};

class TileServer : public QObject {
    Q_OBJECT

public:
    TileServer();
    [[nodiscard]] QString address(const QString& path) const;
    /// Nobody is there any more; what is on the way breaks off.
    void close();

    /// What it says; nothing: it accepts, and is silent.
    std::function<std::optional<TileReply>(const TileRequest&)> answer;
    QList<TileRequest> asked;
    bool isHolding = false; ///< keeps its answers back until release()
    [[nodiscard]] qsizetype held() const { return m_held.size(); }
    void release();
    [[nodiscard]] int count(const QString& target) const;
    int brokenOff = 0; ///< connections that the other side closed

private:
    struct Held {
        QPointer<QTcpSocket> socket;
        TileRequest request;
    };
    void read(QTcpSocket* socket);
    void reply(QTcpSocket* socket, const TileRequest& request);

    QTcpServer m_server;
    QList<Held> m_held;
};

} // namespace tridesk::test
