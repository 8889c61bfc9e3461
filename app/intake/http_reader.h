// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/http_message.h"

#include <optional>

namespace tridesk {

/// What one request may take of the machine.
struct HttpLimits {
    int head = 16 * 1024;          ///< request line and header fields, bytes
    int target = 4 * 1024;         ///< path and query, bytes
    int fields = 64;               ///< header fields
    qint64 body = 4 * 1024 * 1024; ///< bytes, chunked or not
};

struct HttpFault {
    int status = 400;
    QString detail;
};

/// Reads HTTP/1.1 requests from a stream of bytes, one after the other, and holds no more of one than the
/// limits say: a body that announces or turns out to have more is a fault (413) before it is taken in. Qt's
/// own server gathers whole heads and bodies without bound, hence this one. Strict where leniency would let
/// two readers see two different requests: CRLF only, one length only, no folded lines. Pure; any thread.
class HttpReader {
public:
    enum class State {
        Head,   ///< feed() wants bytes of the head
        Headed, ///< the head is whole: request() has it; say proceed()
        Body,   ///< feed() wants bytes of the body
        Whole,  ///< request() is complete; take() it
        Faulty  ///< fault() says why; nothing more can be read from this stream
    };

    explicit HttpReader(HttpLimits limits = {}, QString peer = {})
        : m_limits(limits) {
        m_request.peer = std::move(peer);
    }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isFresh() const { return m_state == State::Head && m_head.isEmpty(); }
    /// Takes what it can use now; returns how many bytes that were. Stops at Headed, Whole and Faulty.
    [[nodiscard]] qsizetype feed(QByteArrayView bytes);
    void proceed();
    [[nodiscard]] const HttpRequest& request() const { return m_request; }
    [[nodiscard]] const HttpFault& fault() const { return m_fault; }
    /// Hands the request over and starts on the next.
    [[nodiscard]] HttpRequest take();

private:
    enum class Chunk { Size, Data, DataEnd, Trailer };

    void fail(int status, const QString& detail);
    qsizetype feedHead(QByteArrayView bytes);
    qsizetype feedPlain(QByteArrayView bytes);
    qsizetype feedChunked(QByteArrayView bytes);
    qsizetype feedChunkLine(QByteArrayView bytes);
    void chunkLine(const QByteArray& line);
    void readHead();
    bool readRequestLine(const QByteArray& line);
    bool readTarget(const QByteArray& target);
    bool readField(const QByteArray& line);
    bool readFraming();
    bool readLength(const QByteArray& text);

    HttpLimits m_limits;
    State m_state = State::Head;
    QByteArray m_head;
    HttpRequest m_request;
    HttpFault m_fault;
    bool m_chunked = false;
    qint64 m_awaited = 0; ///< bytes still to come of the body, or of the chunk
    Chunk m_chunk = Chunk::Size;
    QByteArray m_line;
    int m_trailers = 0;
};

} // namespace tridesk
