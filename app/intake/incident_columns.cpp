// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/incident_columns.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

using Column = IncidentColumn;

constexpr std::array<std::pair<QStringView, Column>, 12> fieldWords{{{u"id", Column::Id},
                                                                     {u"time", Column::Time},
                                                                     {u"lat", Column::Latitude},
                                                                     {u"lon", Column::Longitude},
                                                                     {u"x", Column::X},
                                                                     {u"y", Column::Y},
                                                                     {u"address", Column::Address},
                                                                     {u"type", Column::Type},
                                                                     {u"text", Column::Text},
                                                                     {u"level", Column::Level},
                                                                     {u"phone", Column::Phone},
                                                                     {u"name", Column::Name}}};

/// Headers as real lists write them, without blanks and signs; the best word for each meaning first.
const std::pair<Column, QStringList> headerWords[] = {
    {Column::Id,
     {u"id"_s, u"incidentid"_s, u"incidentnum"_s, u"incidentnumber"_s, u"callid"_s, u"callnumber"_s,
      u"eventnumber"_s, u"casenumber"_s, u"recordid"_s, u"警情编号"_s, u"接警单号"_s, u"警情单号"_s,
      u"编号"_s}},
    {Column::Time,
     {u"happenedat"_s, u"timestamp"_s, u"datetime"_s, u"time"_s, u"calltime"_s, u"reportedat"_s, u"911date"_s,
      u"incidentdate"_s, u"date"_s, u"报警时间"_s, u"接警时间"_s, u"时间"_s}},
    {Column::Latitude, {u"lat"_s, u"latitude"_s, u"纬度"_s}},
    {Column::Longitude, {u"lon"_s, u"lng"_s, u"long"_s, u"longitude"_s, u"经度"_s}},
    {Column::X, {u"x"_s}},
    {Column::Y, {u"y"_s}},
    {Column::Address,
     {u"address"_s, u"addr"_s, u"location"_s, u"place"_s, u"案发地址"_s, u"警情地址"_s, u"地址"_s,
      u"地点"_s}},
    {Column::Type,
     {u"type"_s, u"incidenttype"_s, u"calltype"_s, u"nature"_s, u"title"_s, u"inctypedesc"_s, u"category"_s,
      u"警情类型"_s, u"警情类别"_s, u"类型"_s}},
    {Column::Text,
     {u"text"_s, u"description"_s, u"desc"_s, u"narrative"_s, u"details"_s, u"报警内容"_s, u"警情内容"_s,
      u"内容"_s}},
    {Column::Level, {u"level"_s, u"priority"_s, u"urgency"_s, u"警情级别"_s, u"级别"_s}},
    {Column::Phone, {u"phone"_s, u"callerphone"_s, u"telephone"_s, u"报警电话"_s, u"联系电话"_s, u"电话"_s}},
    {Column::Name, {u"callername"_s, u"caller"_s, u"报警人"_s}},
};

QString plain(const QString& header) {
    QString word;
    for (const QChar c : header)
        if (c.isLetterOrNumber())
            word.append(c.toLower());
    return word;
}

IncidentColumns guessed(const QStringList& headers) {
    IncidentColumns columns;
    QStringList words;
    std::ranges::transform(headers, std::back_inserter(words), plain);
    for (const auto& [column, known] : headerWords)
        for (const QString& word : known)
            if (const qsizetype at = words.indexOf(word); at >= 0) {
                columns.at[column] = {int(at)};
                break;
            }
    return columns;
}

/// Whose header or number that is.
std::optional<int> columnOf(const QString& name, const QStringList& first, bool hasHeader) {
    if (hasHeader)
        for (int i = 0; i < first.size(); ++i)
            if (first[i].trimmed().compare(name.trimmed(), Qt::CaseInsensitive) == 0)
                return i;
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    return isNumber && number >= 1 && number <= first.size() ? std::optional(number - 1) : std::nullopt;
}

/// What is wrong with an override; empty if it was followed.
QString follow(const QString& text, const QStringList& first, IncidentColumns& columns,
               QHash<Column, QList<int>>& asked) {
    const qsizetype sign = text.lastIndexOf(u'=');
    const std::optional<int> at =
        sign < 0 ? std::nullopt : columnOf(text.first(sign), first, columns.hasHeader);
    if (!at)
        return u"map: '%1' names no column; write column=field"_s.arg(text.left(80));
    for (QList<int>& places : columns.at)
        places.removeAll(*at);
    const QString field = text.sliced(sign + 1).trimmed();
    if (field == u"-")
        return {};
    const auto word =
        std::ranges::find(fieldWords, QStringView(field), &std::pair<QStringView, Column>::first);
    if (word == fieldWords.end())
        return u"map: '%1' is none of id, time, lat, lon, x, y, address, type, text, level, phone, name, -"_s
            .arg(field.left(80));
    asked[word->second].append(*at);
    return {};
}

QStringList unused(const IncidentColumns& columns, const QStringList& headers) {
    QStringList left;
    for (int i = 0; i < headers.size(); ++i)
        if (std::ranges::none_of(columns.at, [i](const QList<int>& places) { return places.contains(i); }))
            left.append(headers[i].left(80));
    return left;
}

} // namespace

QString IncidentColumns::value(const QStringList& record, IncidentColumn column,
                               const QString& between) const {
    QStringList parts;
    for (const int place : at.value(column))
        if (const QString part = record.value(place).trimmed(); !part.isEmpty())
            parts.append(part);
    return parts.join(between);
}

std::expected<IncidentColumns, QString> incidentColumns(const QStringList& first,
                                                        const QStringList& overrides) {
    IncidentColumns columns = guessed(first);
    columns.hasHeader = !columns.at.isEmpty();
    if (!columns.hasHeader && overrides.isEmpty())
        return std::unexpected(
            u"no column of the first line is known: \"%1\"; say which is which with --map 1=id,2=time …"_s
                .arg(first.join(u',').left(80)));
    QHash<Column, QList<int>> asked;
    for (const QString& text : overrides)
        if (const QString wrong = follow(text, first, columns, asked); !wrong.isEmpty())
            return std::unexpected(wrong);
    columns.at.insert(asked);
    if (columns.hasHeader)
        columns.leftOut = unused(columns, first);
    return columns;
}

} // namespace tridesk
