// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/csv_reader.h"
#include "maps/layers/file_text.h"
#include "maps/layers/layer_builder.h"
#include "maps/layers/readers.h"

#include <QBuffer>
#include <QIODevice>

#include <algorithm>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 looked = 256 * 1024; ///< bytes that tell how the file is written

/// Which of the three stands most often in the first line, outside quotes.
char separatorOf(QByteArrayView head) {
    qsizetype counts[3] = {0, 0, 0};
    constexpr QByteArrayView separators(",;\t");
    bool isQuoted = false;
    for (const char c : head) {
        if (c == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (c == '\n' || c == '\r'))
            break;
        else if (const qsizetype at = separators.indexOf(c); !isQuoted && at >= 0)
            ++counts[at];
    }
    return separators[std::ranges::max_element(counts) - counts];
}

/// Two columns of one name are told apart; one without a name is called by its number.
QStringList columnNames(const QStringList& headers) {
    QStringList names;
    for (qsizetype i = 0; i < headers.size(); ++i) {
        const QString plain = headers[i].trimmed().left(80);
        QString name = plain.isEmpty() ? QString::number(i + 1) : plain;
        for (int again = 2; names.contains(name); ++again)
            name = u"%1 (%2)"_s.arg(plain).arg(again);
        names.append(name);
    }
    return names;
}

/// "sep=;" in the first line, which spreadsheets write and read.
std::optional<char> saidSeparator(const QStringList& record, char separator) {
    if (!record.value(0).startsWith(u"sep=", Qt::CaseInsensitive))
        return std::nullopt;
    const QString rest = record.value(0).sliced(4);
    return rest.isEmpty() ? separator : rest[0].toLatin1();
}

/// A geometry that is cut is none; the record it stands in is bounded already.
bool isWkt(const QString& value) {
    const QString head = value.left(40).trimmed();
    return std::ranges::any_of(
        std::initializer_list<QStringView>{u"POINT", u"LINESTRING", u"POLYGON", u"MULTI", u"SRID="},
        [&](QStringView word) { return head.startsWith(word, Qt::CaseInsensitive); });
}

std::expected<Layer, QString> readRecords(QIODevice& device, const CsvFormat& format) {
    CsvReader reader(device, format);
    Layer layer{.format = u"CSV"_s,
                .encoding = QString::fromLatin1(format.encoding),
                .columns = {},
                .features = {},
                .faults = {}};
    std::optional<CsvRecord> record = reader.next();
    if (record && saidSeparator(record->fields, format.separator))
        record = reader.next();
    if (!record || !record->wrong.isEmpty())
        return std::unexpected(record ? u"row 1 %1"_s.arg(record->wrong) : u"the file is empty"_s);
    if (record->fields.size() > layer_limits::Columns)
        return std::unexpected(
            u"%1 columns, at most %2 are read"_s.arg(record->fields.size()).arg(layer_limits::Columns));
    layer.columns = columnNames(record->fields);
    while ((record = reader.next())) {
        if (layer.features.size() >= layer_limits::Features) {
            layer.isCut = true;
            break;
        }
        if (!record->wrong.isEmpty()) {
            layer.addFault(
                {.row = record->row, .problem = LayerProblem::NotText, .field = u"row"_s, .value = {}});
            continue;
        }
        Feature feature{.row = record->row, .values = record->fields, .shape = {}};
        for (QString& value : feature.values)
            value = isWkt(value) ? value.trimmed() : value.trimmed().left(layer_limits::ValueLength);
        feature.values.resize(layer.columns.size());
        if (std::ranges::any_of(feature.values, [](const QString& value) { return !value.isEmpty(); }))
            layer.features.append(std::move(feature));
    }
    return layer;
}

} // namespace

std::expected<Layer, QString> readCsvLayer(QIODevice& device) {
    const QByteArray head = device.peek(looked);
    CsvFormat format{.encoding = encodingOf(head)};
    if (!format.encoding.startsWith("UTF-16")) {
        format.separator = separatorOf(head);
        return readRecords(device, format);
    }
    // Two bytes a letter: turned as a whole, and so only where it can be held.
    const auto text =
        device.size() <= layer_limits::Bytes ? toUtf8(device.readAll(), format.encoding) : std::nullopt;
    if (!text)
        return std::unexpected(
            u"is not %1, or longer than %2 bytes in it"_s.arg(QLatin1StringView(format.encoding))
                .arg(layer_limits::Bytes));
    QBuffer buffer;
    buffer.setData(*text);
    buffer.open(QIODevice::ReadOnly);
    auto layer = readRecords(buffer, {.separator = separatorOf(*text)});
    if (layer)
        layer->encoding = QString::fromLatin1(format.encoding);
    return layer;
}

} // namespace tridesk::maps
