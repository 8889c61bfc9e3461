// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/enum_names.h"
#include "app/domain/facts.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

/// How the domain's values are written in JSON and read back. fields() (app/domain/fields.h) names each
/// value's fields once; JsonWriter and JsonReader walk them. What is empty is left out; what is left out
/// reads as empty.
namespace tridesk {

class JsonWriter;
class JsonReader;

QJsonValue toJson(const QString& value);
QJsonValue toJson(bool value);
QJsonValue toJson(qint64 value);
QJsonValue toJson(Instant value);
QJsonValue toJson(Milliseconds value);
QJsonValue toJson(GeoPoint value);          ///< [latitude, longitude]
QJsonValue toJson(const QByteArray& value); ///< hexadecimal
QJsonValue toJson(const Addressee& value);  ///< {"post": …} or {"unit": …}

bool fromJson(const QJsonValue& json, QString& value);
bool fromJson(const QJsonValue& json, bool& value);
bool fromJson(const QJsonValue& json, qint64& value);
bool fromJson(const QJsonValue& json, Instant& value);
bool fromJson(const QJsonValue& json, Milliseconds& value);
bool fromJson(const QJsonValue& json, GeoPoint& value);
bool fromJson(const QJsonValue& json, QByteArray& value);
bool fromJson(const QJsonValue& json, Addressee& value);

template <class Tag>
QJsonValue toJson(const Id<Tag>& value) {
    return value.isNull() ? QJsonValue() : QJsonValue(value.toString());
}

template <class Tag>
bool fromJson(const QJsonValue& json, Id<Tag>& value) {
    const auto id = Id<Tag>::parse(json.toString());
    value = id.value_or(Id<Tag>());
    return id || json.isNull();
}

template <class Tag>
QJsonValue toJson(const Code<Tag>& value) {
    return value.isNull() ? QJsonValue() : QJsonValue(value.toString());
}

template <class Tag>
bool fromJson(const QJsonValue& json, Code<Tag>& value) {
    const auto code = Code<Tag>::parse(json.toString());
    value = code.value_or(Code<Tag>());
    return code || json.isNull();
}

template <Named E>
QJsonValue toJson(E value) {
    return QJsonValue(QString(enumName(value)));
}

template <Named E>
bool fromJson(const QJsonValue& json, E& value) {
    const auto known = enumFrom<E>(json.toString());
    if (known)
        value = *known;
    return known.has_value();
}

template <class T>
QJsonValue toJson(const QList<T>& values);
template <class T>
bool fromJson(const QJsonValue& json, QList<T>& values);

template <class T>
concept Structured = requires(JsonWriter& writer, const T& value) { fields(writer, value); };

template <Structured T>
QJsonValue toJson(const T& value);
template <Structured T>
bool fromJson(const QJsonValue& json, T& value);

class JsonWriter {
public:
    template <class T>
    using Ref = const T&;

    template <class T>
    void operator()(QLatin1StringView name, const T& value) {
        add(name, toJson(value));
    }

    template <class T>
    void operator()(QLatin1StringView name, const std::optional<T>& value) {
        if (value)
            m_object.insert(name, toJson(*value)); // set to nothing is not the same as not set
    }

    [[nodiscard]] const QJsonObject& object() const { return m_object; }

private:
    void add(QLatin1StringView name, const QJsonValue& json);

    QJsonObject m_object;
};

class JsonReader {
public:
    template <class T>
    using Ref = T&;

    explicit JsonReader(const QJsonObject& object)
        : m_object(object) {}

    template <class T>
    void operator()(QLatin1StringView name, T& value) {
        const QJsonValue json = m_object.value(name);
        if (!json.isUndefined() && !fromJson(json, value))
            fail(name);
    }

    template <class T>
    void operator()(QLatin1StringView name, std::optional<T>& value) {
        const QJsonValue json = m_object.value(name);
        if (!json.isUndefined() && !fromJson(json, value.emplace()))
            fail(name);
    }

    /// The first field that could not be read, or empty.
    [[nodiscard]] const QString& wrongField() const { return m_wrong; }

private:
    void fail(QLatin1StringView name) {
        if (m_wrong.isEmpty())
            m_wrong = name;
    }

    const QJsonObject& m_object;
    QString m_wrong;
};

template <class T>
QJsonValue toJson(const QList<T>& values) {
    QJsonArray array;
    for (const T& value : values)
        array.append(toJson(value));
    return array;
}

template <class T>
bool fromJson(const QJsonValue& json, QList<T>& values) {
    if (!json.isArray())
        return false;
    const QJsonArray array = json.toArray();
    values.clear();
    values.reserve(array.size());
    for (const auto& item : array)
        if (!fromJson(item, values.emplace_back()))
            return false;
    return true;
}

template <Structured T>
QJsonValue toJson(const T& value) {
    JsonWriter writer;
    fields(writer, value);
    return writer.object();
}

template <Structured T>
bool fromJson(const QJsonValue& json, T& value) {
    const QJsonObject object = json.toObject();
    JsonReader reader(object);
    fields(reader, value);
    return json.isObject() && reader.wrongField().isEmpty();
}

} // namespace tridesk
