// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

class QIODevice;

namespace tridesk::maps {

/// One record of a CSV file, or why it cannot be taken.
struct CsvRecord {
    qint64 row = 0; ///< 1 is the first record of the file, a header included
    QStringList fields;
    QString wrong; ///< empty, or what is wrong with this record; the ones after it can still be read
};

/// How a CSV file is written. Each separator and quote is one byte in UTF-8 and in GB18030 alike, and no byte
/// of a longer character looks like one.
struct CsvFormat {
    char separator = ',';
    QByteArray encoding = QByteArrayLiteral("UTF-8"); ///< as QStringDecoder names it; one that holds ASCII
};

/// Reads RFC 4180 CSV record by record: quoted fields with commas, quotes and line breaks; CRLF or LF; UTF-8,
/// with a byte order mark or without, unless the format says otherwise. Holds one record at a time, and
/// bounds it. Empty lines are passed over.
class CsvReader {
public:
    static constexpr int mostFields = 500;
    static constexpr int longestRecord = 256 * 1024; ///< bytes; a quote that is never closed ends here

    /// `device` is open and outlives the reader.
    explicit CsvReader(QIODevice& device, CsvFormat format = {});

    /// Nothing at the end.
    [[nodiscard]] std::optional<CsvRecord> next();

private:
    [[nodiscard]] std::optional<char> take();
    [[nodiscard]] bool takeIf(char c);
    void quoted(QByteArray& field);
    void skipRecord();
    [[nodiscard]] CsvRecord finished(const QList<QByteArray>& fields);

    QIODevice& m_device;
    CsvFormat m_format;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_row = 0;
    qsizetype m_recordBytes = 0;
};

} // namespace tridesk::maps
