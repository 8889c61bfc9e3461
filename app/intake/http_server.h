// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/http_message.h"
#include "app/intake/http_reader.h"

#include <QFuture>
#include <QTcpServer>

#include <chrono>
#include <expected>
#include <functional>

namespace tridesk {

/// Answers a whole request; the future may come true later, on the server's thread or another.
using HttpHandler = std::function<QFuture<HttpAnswer>(HttpRequest)>;

/// Looks at a request's head before its body is taken in: who will handle it, or the answer that turns it
/// away.
using HttpGate = std::function<std::expected<HttpHandler, HttpAnswer>(const HttpRequest& head)>;

struct HttpServerLimits {
    HttpLimits request;
    int connections = 600;
    std::chrono::milliseconds idle = std::chrono::seconds(75); ///< between requests
    std::chrono::milliseconds head =
        std::chrono::seconds(10); ///< from a request's first byte to its head's last
    std::chrono::milliseconds body = std::chrono::seconds(60);
    std::chrono::milliseconds write = std::chrono::seconds(30); ///< for the other side to take an answer
    std::chrono::milliseconds drain =
        std::chrono::seconds(2); ///< quiet after which a refused body is given up
};

/// HTTP/1.1 over TCP, bounded in everything that the other side decides: connections, bytes, time. Requests
/// of one connection are answered one after the other. One thread.
class HttpServer : public QTcpServer {
    Q_OBJECT

public:
    HttpServer(HttpGate gate, HttpServerLimits limits, QObject* parent = nullptr);

    [[nodiscard]] const HttpServerLimits& limits() const { return m_limits; }
    [[nodiscard]] std::expected<HttpHandler, HttpAnswer> admit(const HttpRequest& head) const {
        return m_gate(head);
    }

private:
    void accept();

    HttpGate m_gate;
    HttpServerLimits m_limits;
    int m_open = 0;
};

/// What a handler returns that knows its answer at once.
[[nodiscard]] QFuture<HttpAnswer> answered(HttpAnswer answer);

} // namespace tridesk
