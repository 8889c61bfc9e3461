// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/file_text.h"

#include <QString>
#include <QStringDecoder>

namespace tridesk::maps {

namespace {

bool isValid(QByteArrayView bytes, const char* encoding) {
    QStringDecoder decoder(encoding);
    if (!decoder.isValid())
        return false;
    // Stateful: what is cut off at the end waits for more and is no error.
    const QString text = decoder.decode(bytes);
    return !decoder.hasError() && !text.contains(QChar::ReplacementCharacter);
}

} // namespace

QByteArray encodingOf(QByteArrayView bytes) {
    if (bytes.startsWith("\xef\xbb\xbf"))
        return "UTF-8";
    if (bytes.startsWith("\xff\xfe"))
        return "UTF-16LE";
    if (bytes.startsWith("\xfe\xff"))
        return "UTF-16BE";
    const QByteArrayView head = bytes.first(qMin<qsizetype>(bytes.size(), 200));
    // Text without a mark that is every other byte zero
    qsizetype zeroes[2] = {0, 0};
    for (qsizetype i = 0; i < head.size(); ++i)
        zeroes[i % 2] += head[i] == '\0' ? 1 : 0;
    if (zeroes[1] > head.size() / 4 && zeroes[0] == 0)
        return "UTF-16LE";
    if (zeroes[0] > head.size() / 4 && zeroes[1] == 0)
        return "UTF-16BE";
    for (const char* encoding : {"UTF-8", "GB18030"})
        if (isValid(bytes, encoding))
            return encoding;
    return "windows-1252";
}

std::optional<QByteArray> toUtf8(const QByteArray& bytes, const QByteArray& encoding) {
    QStringDecoder decoder(encoding.constData());
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return text.toUtf8();
}

} // namespace tridesk::maps
