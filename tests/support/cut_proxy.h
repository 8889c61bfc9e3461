// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace tridesk::test {

/// A line that a test can cut: stands between a terminal and its gateway, or a desk and its database, on
/// loopback.
class CutProxy : public QTcpServer {
public:
    /// `asked`: what a question holds whose answer can be lost.
    explicit CutProxy(const QUrl& target = {}, QByteArray asked = "POST ")
        : m_target(target)
        , m_asked(std::move(asked)) {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* near = nextPendingConnection())
                join(near);
        });
        restore();
    }

    void setTarget(const QUrl& target) { m_target = target; } ///< of connections from now on
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }
    /// At once, in the middle of whatever is said; nobody can connect until restore().
    void cut() {
        close();
        const auto open = findChildren<QTcpSocket*>();
        for (QTcpSocket* socket : open)
            socket->abort();
    }
    void restore() {
        if (!isListening() && listen(QHostAddress::LocalHost, m_port))
            m_port = serverPort();
    }
    /// What the far side answers to the next question does not come through, and the line breaks.
    void loseNextAnswer() { m_losing = true; }
    [[nodiscard]] int lost() const { return m_lost; }

private:
    void join(QTcpSocket* near) {
        near->setParent(this);
        auto* far = new QTcpSocket(this);
        far->connectToHost(m_target.host(), quint16(m_target.port()));
        const auto end = [near = QPointer(near), far = QPointer(far)] {
            for (const QPointer<QTcpSocket>& socket : {near, far})
                if (socket) {
                    socket->disconnectFromHost();
                    socket->deleteLater();
                }
        };
        connect(near, &QTcpSocket::readyRead, far, [this, near, far] {
            const QByteArray bytes = near->readAll();
            far->setProperty("posted", far->property("posted").toBool() || bytes.contains(m_asked));
            far->write(bytes);
        });
        connect(far, &QTcpSocket::readyRead, near, [this, near, far] {
            const QByteArray bytes = far->readAll();
            if (far->property("posted").toBool() && std::exchange(m_losing, false)) {
                ++m_lost;
                near->abort();
                far->abort();
                return;
            }
            far->setProperty("posted", false);
            near->write(bytes);
        });
        connect(near, &QTcpSocket::disconnected, this, end);
        connect(far, &QTcpSocket::disconnected, this, end);
        connect(far, &QTcpSocket::errorOccurred, this, end);
    }

    QUrl m_target;
    QByteArray m_asked;
    quint16 m_port = 0;
    bool m_losing = false;
    int m_lost = 0;
};

} // namespace tridesk::test
