// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/http_server.h"

#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace tridesk {

/// One client's connection: reads a request, asks the gate, has it answered, reads the next. Owns its socket,
/// ends itself when that is closed.
class HttpConnection : public QObject {
    Q_OBJECT

public:
    HttpConnection(QTcpSocket* socket, HttpServer& server);

private:
    enum class Phase {
        Reading,
        Answering, ///< a handler has the request; nothing more is read meanwhile
        Draining,  ///< turned away before its body was in: the rest is thrown away, so that the answer gets
                   ///< through
        Leaving
    };

    void advance();
    bool step();
    bool headIsIn();
    void bodyIsIn();
    void send(const HttpAnswer& answer, bool keepAlive);
    void turnAway(const HttpAnswer& answer);
    void drain();
    void leave();
    void timeIsUp();

    QTcpSocket* m_socket;
    HttpServer& m_server;
    HttpReader m_reader;
    HttpHandler m_handler;
    Phase m_phase = Phase::Reading;
    QTimer m_patience;
    bool m_headOnly = false;
    bool m_midRequest = false;
};

} // namespace tridesk
