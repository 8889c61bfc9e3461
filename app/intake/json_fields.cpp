// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/json_fields.h"

#include <QJsonDocument>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

QString typeName(QJsonValue::Type type) {
    switch (type) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"true or false"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    case QJsonValue::String:
        return u"text"_s;
    case QJsonValue::Array:
        return u"a list"_s;
    case QJsonValue::Object:
        return u"an object"_s;
    case QJsonValue::Undefined:
        return u"nothing"_s;
    }
    return {};
}

} // namespace

QString shown(const QJsonValue& value) {
    if (value.isString())
        return value.toString();
    if (value.isUndefined())
        return {};
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.sliced(1, json.size() - 2).left(400));
}

bool isClean(QStringView text) {
    return text.isValidUtf16() && std::ranges::none_of(text, [](QChar c) {
               return (c < u' ' && c != u'\n' && c != u'\r' && c != u'\t') || c == QChar(0x7f);
           });
}

std::optional<Instant> instantFromIso(const QString& text) {
    if (text.size() > 40)
        return std::nullopt;
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!at.isValid() || (at.timeSpec() != Qt::UTC && at.timeSpec() != Qt::OffsetFromUTC))
        return std::nullopt;
    return instantFromMs(at.toMSecsSinceEpoch());
}

JsonFields::JsonFields(QJsonObject object, QString path)
    : m_object(std::move(object))
    , m_path(std::move(path)) {}

bool JsonFields::has(const QString& key) const {
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

/// The value, or undefined where there is none (null counts as none) or where it is something else.
QJsonValue JsonFields::value(const QString& key, QJsonValue::Type type) {
    m_read.insert(key);
    const QJsonValue value = m_object.value(key);
    if (value.type() == type)
        return value;
    if (!value.isUndefined() && !value.isNull())
        fault(RefusalCode::Invalid, key, shown(value), u"must be "_s + typeName(type));
    return QJsonValue(QJsonValue::Undefined);
}

QString JsonFields::text(const QString& key, int longest) {
    const QString text = value(key, QJsonValue::String).toString();
    if (text.size() > longest)
        fault(RefusalCode::TooLong, key, text, QString::number(longest));
    else if (!isClean(text))
        fault(RefusalCode::Invalid, key, text.toHtmlEscaped(), u"must not hold control characters"_s);
    return text;
}

QString JsonFields::neededText(const QString& key, int longest) {
    QString found = text(key, longest);
    if (found.trimmed().isEmpty())
        fault(RefusalCode::Missing, key);
    return found;
}

std::optional<double> JsonFields::number(const QString& key) {
    const QJsonValue found = value(key, QJsonValue::Double);
    return found.isDouble() ? std::optional(found.toDouble()) : std::nullopt;
}

bool JsonFields::flag(const QString& key) {
    return value(key, QJsonValue::Bool).toBool();
}

QJsonArray JsonFields::array(const QString& key, int most) {
    const QJsonArray list = value(key, QJsonValue::Array).toArray();
    if (list.size() > most)
        fault(RefusalCode::TooMany, key, QString::number(list.size()), QString::number(most));
    return list;
}

QStringList JsonFields::texts(const QString& key, int most, int longest) {
    QStringList found;
    const QJsonArray list = array(key, most);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString name = u"%1[%2]"_s.arg(key).arg(i);
        JsonFields one(QJsonObject{{name, list.at(i)}}, m_path);
        found << one.neededText(name, longest);
        close(one);
    }
    return found;
}

std::optional<Instant> JsonFields::instant(const QString& key) {
    const QJsonValue found = value(key, QJsonValue::String);
    if (found.isUndefined())
        return std::nullopt;
    const std::optional<Instant> at = instantFromIso(found.toString());
    if (!at)
        fault(RefusalCode::Invalid, key, found.toString(), u"must be ISO 8601 with a zone"_s);
    return at;
}

std::optional<GeoPoint> JsonFields::point(const QString& latitudeKey, const QString& longitudeKey) {
    const std::optional<double> latitude = number(latitudeKey), longitude = number(longitudeKey);
    if (!latitude && !longitude)
        return std::nullopt;
    if (!latitude || !longitude) {
        fault(RefusalCode::Missing, latitude ? longitudeKey : latitudeKey);
        return std::nullopt;
    }
    const std::optional<GeoPoint> at = GeoPoint::from(*latitude, *longitude);
    if (!at && !GeoPoint::from(*latitude, 0))
        fault(RefusalCode::Invalid, latitudeKey, shown(*latitude), u"must lie between -90 and 90"_s);
    else if (!at)
        fault(RefusalCode::Invalid, longitudeKey, shown(*longitude), u"must lie between -180 and 180"_s);
    return at;
}

JsonFields JsonFields::open(const QString& key) {
    return JsonFields(value(key, QJsonValue::Object).toObject(), m_path + key + u'.');
}

JsonFields JsonFields::element(const QJsonValue& value, const QString& path) {
    JsonFields fields(value.toObject(), path + u'.');
    if (!value.isObject())
        fields.m_fault = Refusal{RefusalCode::Invalid, path, shown(value).left(80), u"must be an object"_s};
    return fields;
}

void JsonFields::close(JsonFields& inner) {
    take(inner.finish());
}

void JsonFields::fault(RefusalCode code, const QString& key, const QString& value, const QString& detail) {
    if (!m_fault)
        m_fault = Refusal{code, m_path + key, value.left(80), detail};
}

void JsonFields::take(const std::optional<Refusal>& fault) {
    if (!m_fault)
        m_fault = fault;
}

std::optional<Refusal> JsonFields::finish() {
    for (auto at = m_object.constBegin(); at != m_object.constEnd() && !m_fault; ++at)
        if (!m_read.contains(at.key()))
            fault(RefusalCode::Invalid, at.key().left(80), shown(at.value()), u"unknown field"_s);
    return m_fault;
}

} // namespace tridesk
