// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/roster_file.h"

#include "app/domain/enum_names.h"
#include "app/intake/json_fields.h"
#include "maps/layers/csv_reader.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRings = 1000;
constexpr int mostRingPoints = 100'000;
constexpr int mostTypes = 5000;
constexpr int mostDevices = 20;
constexpr int longestDevice = 120;
constexpr int mostQualifications = 12; // as the domain has it, and the next two
constexpr int longestQualification = 40;
constexpr int mostUnits = 20;
constexpr int mostRequired = 10;
constexpr double longestStepMinutes = 48 * 60;  // as the domain has it
constexpr double longestCheckMinutes = 12 * 60; // as the domain has it

std::expected<std::unique_ptr<QFile>, QString> opened(const QString& path) {
    auto file = std::make_unique<QFile>(path);
    if (QFileInfo(path).isDir() || !file->open(QIODevice::ReadOnly))
        return std::unexpected(
            u"%1: %2"_s.arg(path, file->error() == QFile::NoError ? u"is a folder"_s : file->errorString()));
    if (file->size() > jsonFileLimit)
        return std::unexpected(
            u"%1: has %2 bytes, at most %3 are read"_s.arg(path).arg(file->size()).arg(jsonFileLimit));
    return file;
}

std::expected<QJsonDocument, QString> parsed(QFile& file) {
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(
            u"%1: no JSON: %2 at byte %3"_s.arg(file.fileName(), error.errorString()).arg(error.offset));
    return document;
}

template <class C>
C neededCode(JsonFields& fields, const QString& key) {
    const QString text = fields.neededText(key, C::maxLength);
    const std::optional<C> code = C::parse(text);
    if (!code)
        fields.fault(RefusalCode::Invalid, key, text, u"must be letters, digits, '-', '_' or '.'"_s);
    return code.value_or(C());
}

template <class E>
QString choicesOf() {
    QStringList known;
    for (const QLatin1StringView name : enumNames<E>)
        known.append(name);
    return u"must be one of "_s + known.join(u", ");
}

/// A word of an enumeration; `otherwise` where there is none.
template <class E>
E word(JsonFields& fields, const QString& key, E otherwise) {
    const QString text = fields.text(key, limits::line);
    if (text.isEmpty())
        return otherwise;
    const std::optional<E> value = enumFrom<E>(text);
    if (value)
        return *value;
    fields.fault(RefusalCode::Invalid, key, text, choicesOf<E>());
    return otherwise;
}

/// A list of such words.
template <class E>
QList<E> words(JsonFields& fields, const QString& key) {
    QList<E> found;
    const QStringList texts = fields.texts(key, int(enumNames<E>.size()), limits::line);
    found.reserve(texts.size());
    for (const QString& text : texts) {
        const std::optional<E> value = enumFrom<E>(text);
        if (!value)
            fields.fault(RefusalCode::Invalid, key, text, choicesOf<E>());
        else if (!found.contains(*value))
            found.append(*value);
    }
    return found;
}

/// [lon, lat], and heights that do not matter.
std::optional<GeoPoint> pointFrom(const QJsonValue& value) {
    const QJsonArray pair = value.toArray();
    if (pair.size() < 2 || !pair.at(0).isDouble() || !pair.at(1).isDouble())
        return std::nullopt;
    return GeoPoint::from(pair.at(1).toDouble(), pair.at(0).toDouble());
}

void addRing(const QJsonValue& value, const QString& field, Area& area, JsonFields& faults) {
    const QJsonArray points = value.toArray();
    QList<GeoPoint> ring;
    if (points.size() > mostRingPoints || area.size() >= mostRings)
        return faults.fault(RefusalCode::TooMany, field, QString::number(points.size()),
                            QString::number(mostRingPoints));
    for (qsizetype i = 0; i < points.size(); ++i) {
        const std::optional<GeoPoint> point = pointFrom(points.at(i));
        if (!point)
            return faults.fault(RefusalCode::Invalid, u"%1[%2]"_s.arg(field).arg(i), shown(points.at(i)),
                                u"must be [lon, lat]"_s);
        ring.append(*point);
    }
    if (ring.size() > 1 && ring.first() == ring.last())
        ring.removeLast();
    if (ring.size() < 3)
        return faults.fault(RefusalCode::Invalid, field, QString::number(ring.size()),
                            u"a ring has three points at least"_s);
    area.append(ring);
}

Area areaFrom(const QJsonObject& geometry, JsonFields& faults) {
    Area area;
    const QString type = geometry.value(u"type"_s).toString();
    const QJsonArray coordinates = geometry.value(u"coordinates"_s).toArray();
    const QJsonArray polygons = type == u"Polygon" ? QJsonArray{QJsonValue(coordinates)} : coordinates;
    if (type == u"Polygon" || type == u"MultiPolygon")
        for (const auto& polygon : polygons) {
            const QJsonArray rings = polygon.toArray();
            for (const auto& ring : rings)
                addRing(ring, u"geometry.coordinates"_s, area, faults);
        }
    else if (!geometry.isEmpty() && type != u"Point")
        faults.fault(RefusalCode::Invalid, u"geometry.type"_s, type, u"must be Polygon or MultiPolygon"_s);
    return area;
}

Result<Command> postFrom(const QJsonValue& feature) {
    // What else stands in the properties is the map's, not ours.
    JsonFields properties(feature[u"properties"].toObject(), {});
    Post post;
    post.id = neededCode<PostId>(properties, u"ref"_s);
    post.tier = word(properties, u"tier"_s, Tier::Station);
    if (post.tier != Tier::Station && post.tier != Tier::Bureau)
        properties.fault(RefusalCode::Invalid, u"tier"_s, enumName(post.tier),
                         u"must be station or bureau"_s);
    post.name = {.zh = properties.text(u"nameZh"_s, limits::line),
                 .en = properties.text(u"nameEn"_s, limits::line)};
    if (post.name.zh.isEmpty() && post.name.en.isEmpty())
        properties.fault(RefusalCode::Missing, u"nameZh"_s);
    post.at = properties.point(u"lat"_s, u"lon"_s);
    post.outskirts = properties.flag(u"outskirts"_s);
    post.area = areaFrom(feature[u"geometry"].toObject(), properties);
    if (const auto& fault = properties.fault())
        return std::unexpected(*fault);
    return Command(DefinePost{post});
}

/// A part of a post's area.
Result<Command> beatFrom(const QJsonValue& feature) {
    JsonFields properties(feature[u"properties"].toObject(), {});
    Beat beat;
    beat.id = neededCode<BeatId>(properties, u"ref"_s);
    beat.post = neededCode<PostId>(properties, u"post"_s);
    beat.name = {.zh = properties.text(u"nameZh"_s, limits::line),
                 .en = properties.text(u"nameEn"_s, limits::line)};
    if (beat.name.zh.isEmpty() && beat.name.en.isEmpty())
        properties.fault(RefusalCode::Missing, u"nameZh"_s);
    beat.area = areaFrom(feature[u"geometry"].toObject(), properties);
    if (const auto& fault = properties.fault())
        return std::unexpected(*fault);
    return Command(DefineBeat{beat});
}

Result<Command> unitFrom(const QJsonValue& value) {
    if (!value.isObject())
        return refuse(RefusalCode::Invalid, u"unit"_s, shown(value), u"must be an object"_s);
    JsonFields fields(value.toObject(), {});
    UnitDefinition unit;
    unit.callsign = neededCode<Callsign>(fields, u"callsign"_s);
    unit.id = fields.has(u"unit"_s) ? neededCode<UnitId>(fields, u"unit"_s)
                                    : UnitId::parse(unit.callsign.toString()).value_or(UnitId());
    unit.kind = word(fields, u"kind"_s, UnitKind::Car);
    unit.post = neededCode<PostId>(fields, u"post"_s);
    if (fields.has(u"beat"_s))
        unit.beat = neededCode<BeatId>(fields, u"beat"_s);
    unit.devices = fields.texts(u"devices"_s, mostDevices, longestDevice);
    unit.qualifications = fields.texts(u"qualifications"_s, mostQualifications, longestQualification);
    if (std::optional<Refusal> fault = fields.finish())
        return std::unexpected(std::move(*fault));
    return Command(DefineUnit{unit});
}

void add(Roster& roster, qint64 row, Result<Command> command) {
    if (command)
        roster.rows.append({row, std::move(*command)});
    else
        roster.faults.append({row, std::move(command.error())});
}

/// A CSV record as the JSON object that says the same; empty fields are left out.
QJsonObject unitObject(const QStringList& headers, const QStringList& fields) {
    static const QRegularExpression between(u"[;\\s]+"_s);
    QJsonObject object;
    for (qsizetype i = 0; i < headers.size(); ++i) {
        const QString text = fields.value(i).trimmed();
        if (text.isEmpty())
            continue;
        if (headers[i] == u"devices" || headers[i] == u"qualifications")
            object.insert(headers[i], QJsonArray::fromStringList(text.split(between, Qt::SkipEmptyParts)));
        else
            object.insert(headers[i], text);
    }
    return object;
}

std::expected<Roster, QString> unitsFromCsv(QFile& file) {
    maps::CsvReader reader(file);
    const std::optional<maps::CsvRecord> first = reader.next();
    QStringList headers;
    for (const QString& header : first ? first->fields : QStringList())
        headers.append(header.trimmed().toLower());
    if (!headers.contains(u"callsign"_s) || !headers.contains(u"post"_s))
        return std::unexpected(
            u"%1: the first line must name the columns unit, callsign, kind, post, devices, "
            "qualifications, beat"_s.arg(file.fileName()));
    Roster roster;
    while (const std::optional<maps::CsvRecord> record = reader.next())
        add(roster, record->row,
            record->wrong.isEmpty()
                ? unitFrom(unitObject(headers, record->fields))
                : refuse(RefusalCode::Invalid, u"row"_s, record->fields.join(u','), record->wrong));
    return roster;
}

Name nameFrom(JsonFields& fields) {
    Name name{.zh = fields.text(u"zh"_s, limits::line), .en = fields.text(u"en"_s, limits::line)};
    if (name.zh.isEmpty() && name.en.isEmpty())
        fields.fault(RefusalCode::Missing, u"zh"_s);
    return name;
}

Deadlines deadlinesFrom(JsonFields& whole) {
    JsonFields fields = whole.open(u"deadlines"_s);
    Deadlines deadlines;
    const auto read = [&](const QString& key, Milliseconds& into) {
        const std::optional<double> seconds = fields.number(key);
        if (seconds && (*seconds < 1 || *seconds > 7 * 86400))
            fields.fault(RefusalCode::Invalid, key, shown(*seconds),
                         u"must lie between 1 and 604800 seconds"_s);
        else if (seconds)
            into = Milliseconds(std::llround(*seconds * 1000));
    };
    read(u"dispatch_s"_s, deadlines.dispatch);
    read(u"sign_s"_s, deadlines.sign);
    read(u"arrive_s"_s, deadlines.arrive);
    read(u"report_s"_s, deadlines.report);
    read(u"arrive_outskirts_s"_s, deadlines.arriveOutskirts);
    read(u"chase_s"_s, deadlines.chase);
    read(u"check_grace_s"_s, deadlines.checkGrace);
    whole.close(fields);
    return deadlines;
}

template <class T>
QList<T> entries(JsonFields& whole, const QString& key, T (*read)(JsonFields&)) {
    QList<T> all;
    const QJsonArray list = whole.array(key, mostTypes);
    for (qsizetype i = 0; i < list.size() && i < mostTypes; ++i) {
        JsonFields fields = JsonFields::element(list.at(i), u"%1%2[%3]"_s.arg(whole.path(), key).arg(i));
        all.append(read(fields));
        whole.close(fields);
    }
    return all;
}

IncidentType typeFrom(JsonFields& fields) {
    IncidentType type{.code = neededCode<TypeCode>(fields, u"code"_s),
                      .name = nameFrom(fields),
                      .level = word(fields, u"level"_s, Level::Routine)};
    type.kinds = words<UnitKind>(fields, u"kinds"_s);
    type.qualifications = fields.texts(u"qualifications"_s, mostQualifications, longestQualification);
    const std::optional<double> units = fields.number(u"units"_s);
    if (units && (*units < 1 || *units > mostUnits || *units != std::floor(*units)))
        fields.fault(RefusalCode::Invalid, u"units"_s, shown(*units), u"must be a whole number, 1 to 20"_s);
    else if (units)
        type.units = qint64(*units);
    const std::optional<double> minutes = fields.number(u"check_min"_s);
    if (minutes && (*minutes < 1 || *minutes > longestCheckMinutes))
        fields.fault(RefusalCode::Invalid, u"check_min"_s, shown(*minutes),
                     u"must lie between 1 and 720 minutes"_s);
    else if (minutes)
        type.safetyCheck = Milliseconds(std::llround(*minutes * 60'000));
    return type;
}

template <class C>
C codeOrNone(JsonFields& fields, const QString& key) {
    return fields.has(key) ? neededCode<C>(fields, key) : C();
}

PathRule pathFrom(JsonFields& fields) {
    PathRule rule{.type = codeOrNone<TypeCode>(fields, u"type"_s),
                  .level = {},
                  .post = codeOrNone<PostId>(fields, u"post"_s),
                  .path = word(fields, u"path"_s, DispatchPath::Direct)};
    if (fields.has(u"level"_s))
        rule.level = word(fields, u"level"_s, Level::Routine);
    return rule;
}

CustomStatus statusFrom(JsonFields& fields) {
    return {.code = neededCode<TypeCode>(fields, u"code"_s),
            .name = nameFrom(fields),
            .base = word(fields, u"base"_s, UnitStatus::OutOfService)};
}

Disposition dispositionFrom(JsonFields& fields) {
    return {.code = neededCode<TypeCode>(fields, u"code"_s),
            .name = nameFrom(fields),
            .incomplete = fields.flag(u"incomplete"_s)};
}

PlanStep stepFrom(JsonFields& fields) {
    PlanStep step{.code = neededCode<TypeCode>(fields, u"code"_s), .name = nameFrom(fields)};
    const std::optional<double> minutes = fields.number(u"min"_s);
    if (minutes && (*minutes < 0 || *minutes > longestStepMinutes))
        fields.fault(RefusalCode::Invalid, u"min"_s, shown(*minutes),
                     u"must lie between 0 and 2880 minutes"_s);
    else if (minutes)
        step.within = Milliseconds(std::llround(*minutes * 60'000));
    return step;
}

Plan planFrom(JsonFields& fields) {
    Plan plan{.code = neededCode<TypeCode>(fields, u"code"_s),
              .name = nameFrom(fields),
              .type = codeOrNone<TypeCode>(fields, u"type"_s),
              .level = {},
              .steps = entries(fields, u"steps"_s, &stepFrom)};
    if (fields.has(u"level"_s))
        plan.level = word(fields, u"level"_s, Level::Routine);
    return plan;
}

} // namespace

std::expected<Roster, QString> readPosts(const QString& path) {
    const auto file = opened(path);
    if (!file)
        return std::unexpected(file.error());
    const auto document = parsed(**file);
    if (!document)
        return std::unexpected(document.error());
    const QJsonValue features = document->object().value(u"features"_s);
    if (!features.isArray())
        return std::unexpected(u"%1: features: must be a list (GeoJSON)"_s.arg(path));
    Roster roster;
    const QJsonArray list = features.toArray();
    for (qsizetype i = 0; i < list.size(); ++i)
        add(roster, i + 1,
            list.at(i)[u"properties"].toObject().contains(u"post"_s) ? beatFrom(list.at(i))
                                                                     : postFrom(list.at(i)));
    return roster;
}

std::expected<Roster, QString> readUnits(const QString& path) {
    const auto file = opened(path);
    if (!file)
        return std::unexpected(file.error());
    if (!(*file)->peek(64).trimmed().startsWith('['))
        return unitsFromCsv(**file);
    const auto document = parsed(**file);
    if (!document)
        return std::unexpected(document.error());
    Roster roster;
    const QJsonArray list = document->array();
    for (qsizetype i = 0; i < list.size(); ++i)
        add(roster, i + 1, unitFrom(list.at(i)));
    return roster;
}

std::expected<Roster, QString> readCatalogue(const QString& path) {
    const auto file = opened(path);
    if (!file)
        return std::unexpected(file.error());
    const auto document = parsed(**file);
    if (!document)
        return std::unexpected(document.error());
    JsonFields fields(document->object(), {});
    Catalogue catalogue{.types = entries(fields, u"types"_s, &typeFrom),
                        .dispositions = entries(fields, u"dispositions"_s, &dispositionFrom),
                        .deadlines = deadlinesFrom(fields),
                        .paths = entries(fields, u"paths"_s, &pathFrom),
                        .statuses = entries(fields, u"statuses"_s, &statusFrom),
                        .plans = entries(fields, u"plans"_s, &planFrom),
                        .required = fields.texts(u"required"_s, mostRequired, limits::line)};
    if (catalogue.types.isEmpty())
        fields.fault(RefusalCode::Missing, u"types"_s);
    if (const std::optional<Refusal> fault = fields.finish())
        return std::unexpected(u"%1: %2: \"%3\" %4"_s.arg(path, fault->field, fault->value, fault->detail));
    Roster roster;
    roster.rows.append({1, DefineCatalogue{catalogue}});
    return roster;
}

} // namespace tridesk
