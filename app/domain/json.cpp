// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/json.h"

namespace tridesk {

using namespace Qt::StringLiterals;

QJsonValue toJson(const QString& value) {
    return value;
}

QJsonValue toJson(bool value) {
    return value;
}

QJsonValue toJson(qint64 value) {
    return value;
}

QJsonValue toJson(Instant value) {
    return toMs(value);
}

QJsonValue toJson(Milliseconds value) {
    return qint64(value.count());
}

QJsonValue toJson(GeoPoint value) {
    return QJsonArray{value.latitude(), value.longitude()};
}

QJsonValue toJson(const QByteArray& value) {
    return QString::fromLatin1(value.toHex());
}

QJsonValue toJson(const Addressee& value) {
    if (const PostId* post = std::get_if<PostId>(&value))
        return QJsonObject{{u"post"_s, post->toString()}};
    return QJsonObject{{u"unit"_s, std::get<UnitId>(value).toString()}};
}

bool fromJson(const QJsonValue& json, QString& value) {
    value = json.toString();
    return json.isString();
}

bool fromJson(const QJsonValue& json, bool& value) {
    value = json.toBool();
    return json.isBool();
}

bool fromJson(const QJsonValue& json, qint64& value) {
    value = json.toInteger();
    return json.isDouble();
}

bool fromJson(const QJsonValue& json, Instant& value) {
    value = instantFromMs(json.toInteger());
    return json.isDouble();
}

bool fromJson(const QJsonValue& json, Milliseconds& value) {
    value = Milliseconds(json.toInteger());
    return json.isDouble();
}

bool fromJson(const QJsonValue& json, GeoPoint& value) {
    const QJsonArray pair = json.toArray();
    if (pair.size() != 2 || !pair[0].isDouble() || !pair[1].isDouble())
        return false;
    const auto point = GeoPoint::from(pair[0].toDouble(), pair[1].toDouble());
    value = point.value_or(GeoPoint());
    return point.has_value();
}

bool fromJson(const QJsonValue& json, QByteArray& value) {
    value = QByteArray::fromHex(json.toString().toLatin1());
    return json.isString();
}

bool fromJson(const QJsonValue& json, Addressee& value) {
    const QJsonObject object = json.toObject();
    if (const auto post = PostId::parse(object.value("post"_L1).toString()))
        value = *post;
    else if (const auto unit = UnitId::parse(object.value("unit"_L1).toString()))
        value = *unit;
    else
        return false;
    return true;
}

void JsonWriter::add(QLatin1StringView name, const QJsonValue& json) {
    const bool empty = json.isNull() || (json.isString() && json.toString().isEmpty()) ||
                       (json.isArray() && json.toArray().isEmpty()) ||
                       (json.isObject() && json.toObject().isEmpty()) || (json.isBool() && !json.toBool());
    if (!empty)
        m_object.insert(name, json);
}

} // namespace tridesk
