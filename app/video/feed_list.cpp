// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/feed_list.h"

#include "app/domain/enum_names.h"
#include "app/intake/json_fields.h"
#include "maps/layers/csv_reader.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

struct Column {
    QLatin1StringView field;
    const char16_t* chinese;
};

constexpr std::array columns{
    Column{"code"_L1, u"编号"},   Column{"name"_L1, u"名称"},    Column{"name_en"_L1, u"英文名"},
    Column{"kind"_L1, u"类别"},   Column{"owner"_L1, u"归属"},   Column{"lat"_L1, u"纬度"},
    Column{"lon"_L1, u"经度"},    Column{"main"_L1, u"主码流"},  Column{"sub"_L1, u"子码流"},
    Column{"user"_L1, u"用户名"}, Column{"password"_L1, u"密码"}};

/// Fields whose values may be shown: all others are, or may by mistake be, a login.
constexpr std::array shownFields{"code"_L1,  "name"_L1, "name_en"_L1, "kind"_L1,
                                 "owner"_L1, "lat"_L1,  "lon"_L1};

QString fieldOf(const QString& header) {
    const QString word = header.trimmed().toLower();
    for (const Column& column : columns)
        if (word == column.field || word == QStringView(column.chinese))
            return column.field;
    return word;
}

bool isHan(const QString& text) {
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

template <class C>
C codeFrom(JsonFields& fields, const QString& key, const QString& text) {
    const std::optional<C> code = C::parse(text);
    if (!code)
        fields.fault(RefusalCode::Invalid, key, text, u"must be letters, digits, '-', '_' or '.'"_s);
    return code.value_or(C());
}

/// Lists of people write numbers as text.
std::optional<double> numberFrom(JsonFields& fields, const QString& key, const QString& text) {
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber)
        fields.fault(RefusalCode::Invalid, key, text, u"must be a number"_s);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<GeoPoint> pointFrom(JsonFields& fields, const QString& owner) {
    const QString lat = fields.text(u"lat"_s, 40).trimmed(), lon = fields.text(u"lon"_s, 40).trimmed();
    const bool inOwner = lat.isEmpty() && lon.isEmpty() && owner.contains(u',');
    const QString y = inOwner ? owner.section(u',', 0, 0).trimmed() : lat;
    const QString x = inOwner ? owner.section(u',', 1).trimmed() : lon;
    const auto latitude = numberFrom(fields, inOwner ? u"owner"_s : u"lat"_s, y);
    const auto longitude = numberFrom(fields, inOwner ? u"owner"_s : u"lon"_s, x);
    if (!latitude && !longitude)
        return std::nullopt;
    const auto point = GeoPoint::from(latitude.value_or(1000), longitude.value_or(1000));
    if (!point)
        fields.fault(RefusalCode::Invalid, inOwner ? u"owner"_s : u"lat"_s, y + u", "_s + x,
                     u"lies outside of the range"_s);
    return point;
}

FeedOwner ownerFrom(JsonFields& fields) {
    const QString word = fields.text(u"kind"_s, limits::line).trimmed().toLower();
    const QString name = fields.text(u"owner"_s, limits::key).trimmed();
    const auto kind = word.isEmpty() ? FeedOwnerKind::Unit : enumFrom<FeedOwnerKind>(word);
    FeedOwner owner;
    const auto at = pointFrom(fields, kind == FeedOwnerKind::Place ? name : QString());
    if (!kind) {
        fields.fault(RefusalCode::Invalid, u"kind"_s, word,
                     u"must be one of unit, body_camera, officer, camera, place"_s);
        return owner;
    }
    owner.kind = *kind;
    switch (owner.kind) {
    case FeedOwnerKind::Unit:
        owner.unit = codeFrom<UnitId>(fields, u"owner"_s, name);
        break;
    case FeedOwnerKind::BodyCamera:
    case FeedOwnerKind::Officer:
        owner.name = name;
        if (name.isEmpty())
            fields.fault(RefusalCode::Missing, u"owner"_s);
        break;
    case FeedOwnerKind::Camera:
        owner.camera = codeFrom<CameraId>(fields, u"owner"_s, name);
        owner.at = at;
        break;
    case FeedOwnerKind::Place:
        owner.at = at;
        if (!at)
            fields.fault(RefusalCode::Missing, u"lat"_s);
        break;
    }
    return owner;
}

/// Nothing of what may be a login is told.
Refusal discreet(Refusal fault) {
    if (!std::ranges::contains(shownFields, fault.field) && fault.field != u"main"_s &&
        fault.field != u"sub"_s)
        fault.value.clear();
    fault.value = withoutSecrets(fault.value);
    return fault;
}

Result<FeedRow> rowFrom(qint64 number, const QJsonValue& value, FeedFiles files) {
    if (!value.isObject())
        return refuse(RefusalCode::Invalid, u"row"_s, {}, u"must be an object"_s);
    JsonFields fields(value.toObject(), {});
    FeedRow row{.row = number, .feed = {}, .logins = {}};
    const QString code = fields.neededText(u"code"_s, limits::line).trimmed();
    row.feed.id = codeFrom<FeedId>(fields, u"code"_s, code);
    const QString name = fields.text(u"name"_s, limits::line).trimmed();
    const QString english = fields.text(u"name_en"_s, limits::line).trimmed();
    row.feed.name = isHan(name) ? Name{name, english} : Name{{}, english.isEmpty() ? name : english};
    if (name.isEmpty() && english.isEmpty())
        row.feed.name.en = code;
    row.feed.owner = ownerFrom(fields);
    const QString main = fields.text(u"main"_s, 2 * limits::feedAddress);
    const QString sub = fields.text(u"sub"_s, 2 * limits::feedAddress);
    const FeedLogin login{fields.text(u"user"_s, limits::line), fields.text(u"password"_s, limits::line), {}};
    if (const std::optional<Refusal> fault = fields.finish())
        return std::unexpected(discreet(*fault));
    const auto feed = Feed::read(main, sub, login, files);
    if (!feed)
        return std::unexpected(discreet(feed.error()));
    row.feed.mainAddress = feed->main.address.toString();
    if (const std::optional<FeedSource>& second = feed->sub)
        row.feed.subAddress = second->address.toString();
    row.logins = feed->logins();
    return row;
}

void add(FeedList& list, qint64 number, Result<FeedRow> row) {
    if (row)
        list.rows.append(std::move(*row));
    else
        list.faults.append({number, std::move(row.error())});
}

QJsonObject objectOf(const QStringList& headers, const QStringList& values) {
    QJsonObject object;
    for (qsizetype i = 0; i < headers.size(); ++i)
        if (const QString text = values.value(i); !text.isEmpty())
            object.insert(headers[i], text);
    return object;
}

std::expected<FeedList, QString> fromCsv(QFile& file, FeedFiles files) {
    maps::CsvReader reader(file);
    const std::optional<maps::CsvRecord> first = reader.next();
    QStringList headers;
    const QStringList written = first ? first->fields : QStringList();
    headers.reserve(written.size());
    for (const QString& header : written)
        headers.append(fieldOf(header));
    if (!headers.contains(u"code"_s) || !headers.contains(u"main"_s))
        return std::unexpected(
            u"%1: the first line must name the columns code, name, kind, owner, main, sub, user, "
            "password"_s.arg(file.fileName()));
    FeedList list;
    while (const std::optional<maps::CsvRecord> record = reader.next()) {
        if (list.rows.size() + list.faults.size() >= mostFeedRows)
            return std::unexpected(u"%1: has more than %2 feeds"_s.arg(file.fileName()).arg(mostFeedRows));
        add(list, record->row,
            record->wrong.isEmpty() ? rowFrom(record->row, objectOf(headers, record->fields), files)
                                    : refuse(RefusalCode::Invalid, u"row"_s, {}, record->wrong));
    }
    return list;
}

std::expected<FeedList, QString> fromJson(QFile& file, FeedFiles files) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(
            u"%1: no JSON: %2 at byte %3"_s.arg(file.fileName(), error.errorString()).arg(error.offset));
    const QJsonArray rows = document.array();
    if (rows.size() > mostFeedRows)
        return std::unexpected(u"%1: has more than %2 feeds"_s.arg(file.fileName()).arg(mostFeedRows));
    FeedList list;
    for (qsizetype i = 0; i < rows.size(); ++i)
        add(list, i + 1, rowFrom(i + 1, rows.at(i), files));
    return list;
}

} // namespace

std::expected<FeedList, QString> readFeeds(const QString& path, FeedFiles files) {
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return std::unexpected(
            u"%1: %2"_s.arg(path, file.error() == QFile::NoError ? u"is a folder"_s : file.errorString()));
    if (file.size() > jsonFileLimit)
        return std::unexpected(
            u"%1: has %2 bytes, at most %3 are read"_s.arg(path).arg(file.size()).arg(jsonFileLimit));
    return file.peek(64).trimmed().startsWith('[') ? fromJson(file, files) : fromCsv(file, files);
}

VideoFeed withUnitOf(const Situation& situation, VideoFeed feed) {
    const QString named = feed.owner.unit.toString();
    const auto callsign = Callsign::parse(named);
    if (feed.owner.kind == FeedOwnerKind::Unit && callsign && !situation.units().find(feed.owner.unit))
        if (const Unit* unit = situation.unitByCallsign(*callsign))
            feed.owner.unit = unit->definition.id;
    return feed;
}

} // namespace tridesk
