// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/tiles/inflate.h"

#include <zlib.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace tridesk::maps {

bool isGzip(const QByteArray& bytes) {
    return bytes.size() >= 2 && quint8(bytes[0]) == 0x1f && quint8(bytes[1]) == 0x8b;
}

std::expected<QByteArray, QString> inflateBounded(const QByteArray& bytes, qsizetype maxBytes) {
    z_stream stream{};
    // 15 bits of window, +32: gzip or zlib, whichever the header says.
    if (inflateInit2(&stream, 15 + 32) != Z_OK)
        return std::unexpected(u"zlib could not be started"_s);
    const std::unique_ptr<z_stream, void (*)(z_stream*)> closer(&stream, [](z_stream* s) { inflateEnd(s); });
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());

    QByteArray out;
    int status = Z_OK;
    while (status == Z_OK) {
        if (out.size() >= maxBytes)
            return std::unexpected(u"inflates to more than %1 bytes"_s.arg(maxBytes));
        const qsizetype old = out.size();
        const qsizetype room = std::min<qsizetype>(std::max<qsizetype>(64 * 1024, old), maxBytes - old);
        out.resize(old + room);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + old);
        stream.avail_out = uInt(room);
        status = inflate(&stream, Z_NO_FLUSH);
        out.resize(old + room - qsizetype(stream.avail_out));
        if (status == Z_OK && stream.avail_in == 0 && stream.avail_out != 0)
            return std::unexpected(u"the compressed data is cut off after %1 bytes"_s.arg(bytes.size()));
    }
    if (status != Z_STREAM_END)
        return std::unexpected(u"the compressed data is damaged (zlib %1)"_s.arg(status));
    return out;
}

} // namespace tridesk::maps
