// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/http_reader.h"

#include <QUrl>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <ranges>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestChunkLine = 256;
constexpr int mostTrailers = 16;

/// RFC 9110's token: what a method and a field's name are made of.
bool isToken(QByteArrayView text) {
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               (c != 0 && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
    });
}

bool isVisible(QByteArrayView text) {
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

bool isFieldValue(QByteArrayView text) {
    return std::ranges::all_of(text, [](char c) { return (c >= ' ' && c != 0x7f) || c == '\t' || c < 0; });
}

} // namespace

void HttpReader::fail(int status, const QString& detail) {
    m_state = State::Faulty;
    m_fault = {.status = status, .detail = detail};
}

qsizetype HttpReader::feed(QByteArrayView bytes) {
    qsizetype used = 0;
    while (used < bytes.size()) {
        const QByteArrayView rest = bytes.sliced(used);
        if (m_state == State::Head)
            used += feedHead(rest);
        else if (m_state == State::Body)
            used += m_chunked ? feedChunked(rest) : feedPlain(rest);
        else
            break;
    }
    return used;
}

qsizetype HttpReader::feedHead(QByteArrayView bytes) {
    const qsizetype before = m_head.size();
    const qsizetype room = m_limits.head + 4 - before;
    const qsizetype searchFrom = std::max<qsizetype>(0, before - 3);
    m_head.append(bytes.first(std::min(room, bytes.size())));
    const qsizetype end = m_head.indexOf("\r\n\r\n", searchFrom);
    if (end < 0) {
        if (m_head.size() > m_limits.head)
            fail(431, u"the head is longer than %1 bytes"_s.arg(m_limits.head));
        return m_head.size() - before;
    }
    m_head.truncate(end);
    readHead();
    return end + 4 - before;
}

void HttpReader::readHead() {
    // Lines end in CRLF and nothing else: a bare CR or LF is where two readers part ways.
    QList<QByteArray> lines;
    for (const auto part : std::views::split(std::string_view(m_head), std::string_view("\r\n")))
        lines.append(QByteArray(std::ranges::data(part), qsizetype(std::ranges::size(part))));
    if (lines.size() - 1 > m_limits.fields)
        return fail(431, u"more than %1 header fields"_s.arg(m_limits.fields));
    if (!readRequestLine(lines.takeFirst()))
        return;
    for (const QByteArray& line : std::as_const(lines))
        if (!readField(line))
            return;
    if (readFraming())
        m_state = State::Headed;
}

bool HttpReader::readRequestLine(const QByteArray& line) {
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || parts[0].size() > 16 || !parts[2].startsWith("HTTP/")) {
        fail(400, u"no HTTP request line"_s);
        return false;
    }
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0") {
        fail(505, u"HTTP/1.1 is spoken here"_s);
        return false;
    }
    m_request.method = parts[0];
    m_request.keepAlive = parts[2] == "HTTP/1.1";
    return readTarget(parts[1]);
}

bool HttpReader::readTarget(const QByteArray& target) {
    if (target.size() > m_limits.target) {
        fail(414, u"the address is longer than %1 bytes"_s.arg(m_limits.target));
        return false;
    }
    const qsizetype mark = target.indexOf('?');
    const QByteArray path = mark < 0 ? target : target.first(mark);
    if (!path.startsWith('/') || !isVisible(target)) {
        fail(400, u"the address must be a path"_s);
        return false;
    }
    m_request.path = QUrl::fromPercentEncoding(path);
    m_request.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    return true;
}

bool HttpReader::readField(const QByteArray& line) {
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.first(std::max<qsizetype>(0, colon)).toLower();
    const QByteArray value = line.sliced(colon + 1).trimmed();
    if (colon <= 0 || !isToken(name) || !isFieldValue(value)) {
        fail(400, u"a header field cannot be read"_s);
        return false;
    }
    const bool single =
        name == "content-length" || name == "transfer-encoding" || name == "host" || name == "authorization";
    if (single && m_request.headers.contains(name)) {
        fail(400, u"%1 is given twice"_s.arg(QString::fromLatin1(name)));
        return false;
    }
    QByteArray& held = m_request.headers[name];
    held = held.isEmpty() ? value : held + ", " + value;
    return true;
}

bool HttpReader::readFraming() {
    const QByteArray connection = m_request.header("connection"_ba).toLower();
    if (connection.contains("close"))
        m_request.keepAlive = false;
    else if (connection.contains("keep-alive"))
        m_request.keepAlive = true;
    const QByteArray expect = m_request.header("expect"_ba).toLower();
    m_request.expectsContinue = expect == "100-continue";
    if (!expect.isEmpty() && !m_request.expectsContinue) {
        fail(417, u"this expectation is not met"_s);
        return false;
    }
    const QByteArray coding = m_request.header("transfer-encoding"_ba).toLower();
    const bool hasLength = m_request.headers.contains("content-length"_ba);
    m_chunked = coding == "chunked";
    if (!coding.isEmpty() && (!m_chunked || hasLength)) {
        fail(m_chunked ? 400 : 501, u"transfer-encoding must be chunked, without a content-length"_s);
        return false;
    }
    return !hasLength || readLength(m_request.header("content-length"_ba));
}

bool HttpReader::readLength(const QByteArray& text) {
    const bool digits = !text.isEmpty() && text.size() <= 18 &&
                        std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) {
        fail(400, u"content-length must be a number"_s);
        return false;
    }
    m_awaited = text.toLongLong();
    if (m_awaited > m_limits.body) {
        fail(413, u"the body has %1 bytes, at most %2 are taken"_s.arg(m_awaited).arg(m_limits.body));
        return false;
    }
    return true;
}

void HttpReader::proceed() {
    if (m_state == State::Headed)
        m_state = m_chunked || m_awaited > 0 ? State::Body : State::Whole;
}

qsizetype HttpReader::feedPlain(QByteArrayView bytes) {
    const qsizetype taken = std::min<qsizetype>(m_awaited, bytes.size());
    m_request.body.append(bytes.first(taken));
    m_awaited -= taken;
    if (m_awaited == 0)
        m_state = State::Whole;
    return taken;
}

qsizetype HttpReader::feedChunked(QByteArrayView bytes) {
    if (m_chunk != Chunk::Data)
        return feedChunkLine(bytes);
    const qsizetype taken = std::min<qsizetype>(m_awaited, bytes.size());
    m_request.body.append(bytes.first(taken));
    m_awaited -= taken;
    if (m_awaited == 0)
        m_chunk = Chunk::DataEnd;
    return taken;
}

qsizetype HttpReader::feedChunkLine(QByteArrayView bytes) {
    const qsizetype end = bytes.indexOf('\n');
    const qsizetype taken = end < 0 ? bytes.size() : end + 1;
    if (m_line.size() + taken > longestChunkLine) {
        fail(400, u"a chunk's line is too long"_s);
        return taken;
    }
    m_line.append(bytes.first(taken));
    if (end < 0)
        return taken;
    if (!m_line.endsWith("\r\n")) {
        fail(400, u"a chunk's line must end in CRLF"_s);
        return taken;
    }
    const QByteArray line = std::exchange(m_line, {}).chopped(2);
    chunkLine(line);
    return taken;
}

void HttpReader::chunkLine(const QByteArray& line) {
    if (m_chunk == Chunk::Trailer) {
        if (line.isEmpty())
            m_state = State::Whole;
        else if (++m_trailers > mostTrailers)
            fail(431, u"too many trailers"_s);
        return;
    }
    if (m_chunk == Chunk::DataEnd) {
        m_chunk = Chunk::Size;
        if (!line.isEmpty())
            fail(400, u"a chunk is longer than it says"_s);
        return;
    }
    const QByteArray size =
        line.first(std::max<qsizetype>(0, line.contains(';') ? line.indexOf(';') : line.size()));
    const bool hex = !size.isEmpty() && size.size() <= 8 && std::ranges::all_of(size, [](char c) {
        return std::isxdigit(static_cast<unsigned char>(c));
    });
    m_awaited = size.toLongLong(nullptr, 16);
    if (!hex)
        fail(400, u"a chunk's size cannot be read"_s);
    else if (m_request.body.size() + m_awaited > m_limits.body)
        fail(413, u"the body has more than %1 bytes"_s.arg(m_limits.body));
    else
        m_chunk = m_awaited == 0 ? Chunk::Trailer : Chunk::Data;
}

HttpRequest HttpReader::take() {
    HttpRequest done = std::move(m_request);
    *this = HttpReader(m_limits, done.peer);
    return done;
}

} // namespace tridesk
