// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/incident.h"
#include "app/domain/instant.h"
#include "app/domain/refusal.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <optional>

namespace tridesk {

/// Reads one JSON object from outside, strictly, field by field: keeps the first thing that is wrong
/// (missing, of another type, too long, not a value that can be, unknown) under its full name, "place.lat".
/// Getters return an empty value once something is wrong, so that a reader reads everything and asks at the
/// end.
class JsonFields {
public:
    /// `path` is what stands before the field's name: "" or "place.".
    JsonFields(QJsonObject object, QString path);

    [[nodiscard]] bool has(const QString& key) const;
    /// At most `longest` UTF-16 units, valid, without control characters but line breaks and tabs.
    [[nodiscard]] QString text(const QString& key, int longest);
    /// The same, and not empty.
    [[nodiscard]] QString neededText(const QString& key, int longest);
    [[nodiscard]] std::optional<double> number(const QString& key);
    [[nodiscard]] bool flag(const QString& key);
    [[nodiscard]] QJsonArray array(const QString& key, int most);
    [[nodiscard]] QStringList texts(const QString& key, int most, int longest);
    /// ISO 8601 with a zone.
    [[nodiscard]] std::optional<Instant> instant(const QString& key);
    /// Both or none; named in the error by the one that is wrong.
    [[nodiscard]] std::optional<GeoPoint> point(const QString& latitudeKey, const QString& longitudeKey);
    /// An object within; empty where there is none. Hand it back with close().
    [[nodiscard]] JsonFields open(const QString& key);
    [[nodiscard]] static JsonFields element(const QJsonValue& value, const QString& path);
    void close(JsonFields& inner);
    /// Of what it holds, as errors name it: "plans[0].", empty for the whole.
    [[nodiscard]] const QString& path() const { return m_path; }

    /// Says that a value, read without fault, cannot be.
    void fault(RefusalCode code, const QString& key, const QString& value = {}, const QString& detail = {});
    void take(const std::optional<Refusal>& fault);

    /// What is wrong so far; fields that nobody asked for do not matter.
    [[nodiscard]] const std::optional<Refusal>& fault() const { return m_fault; }
    /// What is wrong, unknown fields included.
    [[nodiscard]] std::optional<Refusal> finish();

private:
    [[nodiscard]] QJsonValue value(const QString& key, QJsonValue::Type type);

    QJsonObject m_object;
    QString m_path;
    QSet<QString> m_read;
    std::optional<Refusal> m_fault;
};

/// A JSON value as it stands in an error: a string as it is, the rest as JSON.
[[nodiscard]] QString shown(const QJsonValue& value);

/// Whether text from outside may go into the record: valid UTF-16, no control characters but line breaks and
/// tabs.
[[nodiscard]] bool isClean(QStringView text);

/// "2026-11-21T08:15:00+08:00"; nothing without a zone.
[[nodiscard]] std::optional<Instant> instantFromIso(const QString& text);

} // namespace tridesk
