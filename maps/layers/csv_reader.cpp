// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/csv_reader.h"

#include <QIODevice>
#include <QStringDecoder>

#include <utility>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype bufferSize = 64 * 1024;

} // namespace

CsvReader::CsvReader(QIODevice& device, CsvFormat format)
    : m_device(device)
    , m_format(std::move(format)) {
    m_buffer = m_device.read(bufferSize);
    if (m_buffer.startsWith("\xef\xbb\xbf"))
        m_at = 3;
}

std::optional<char> CsvReader::take() {
    if (m_at == m_buffer.size()) {
        m_buffer = m_device.read(bufferSize);
        m_at = 0;
        if (m_buffer.isEmpty())
            return std::nullopt;
    }
    ++m_recordBytes;
    return m_buffer[m_at++];
}

bool CsvReader::takeIf(char c) {
    const std::optional<char> found = take();
    if (found == c)
        return true;
    if (found) {
        --m_at; // take() never leaves the place before the byte it gave
        --m_recordBytes;
    }
    return false;
}

/// After an opening quote, up to the closing one.
void CsvReader::quoted(QByteArray& field) {
    while (m_recordBytes <= longestRecord) {
        const std::optional<char> c = take();
        if (!c || (*c == '"' && !takeIf('"')))
            return;
        field.append(*c);
    }
}

/// Passes over what is left of a record that is too long to be one.
void CsvReader::skipRecord() {
    for (std::optional<char> c = take(); c && *c != '\n'; c = take()) {
    }
}

std::optional<CsvRecord> CsvReader::next() {
    m_recordBytes = 0;
    QList<QByteArray> fields(1);
    bool any = false;
    while (m_recordBytes <= longestRecord && fields.size() <= mostFields) {
        const std::optional<char> c = take();
        if (!c && !any)
            return std::nullopt;
        if (!c || *c == '\n') {
            if (any)
                return finished(fields);
            m_recordBytes = 0;
        } else if (*c == '\r' && takeIf('\n')) {
            if (any)
                return finished(fields);
            m_recordBytes = 0;
        } else {
            any = true;
            if (*c == m_format.separator)
                fields.append(QByteArray());
            else if (*c == '"' && fields.last().isEmpty())
                quoted(fields.last());
            else
                fields.last().append(*c);
        }
    }
    skipRecord();
    return CsvRecord{
        ++m_row,
        {},
        u"is longer than %1 bytes or has more than %2 fields"_s.arg(longestRecord).arg(mostFields)};
}

CsvRecord CsvReader::finished(const QList<QByteArray>& fields) {
    CsvRecord record{.row = ++m_row, .fields = {}, .wrong = {}};
    record.fields.reserve(fields.size());
    for (const QByteArray& field : fields) {
        QStringDecoder decode(m_format.encoding.constData());
        record.fields.append(decode(field));
        if (decode.hasError())
            record.wrong = u"is not %1"_s.arg(QLatin1StringView(m_format.encoding));
    }
    return record;
}

} // namespace tridesk::maps
