// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <utility>

namespace tridesk {

struct Refusal;

/// One request as it came in, bounded and checked (http_reader.h).
struct HttpRequest {
    QByteArray method;                     ///< "GET", "POST", …
    QString path;                          ///< decoded, "/v1/incidents"
    QByteArray query;                      ///< as sent, without '?'
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    bool keepAlive = true;
    bool expectsContinue = false;
    QString peer; ///< address it came from

    [[nodiscard]] QByteArray header(const QByteArray& lowerCaseName) const {
        return headers.value(lowerCaseName);
    }
    /// Of application/x-www-form-urlencoded text: '+' is a blank; at most 100 pairs.
    [[nodiscard]] static QUrlQuery form(const QByteArray& text);
};

/// What is answered; the body is JSON unless it says otherwise.
struct HttpAnswer {
    int status = 200;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray type = "application/json";

    [[nodiscard]] static HttpAnswer json(int status, const QJsonValue& value);
    /// {"error":{"reason":…,"detail":…}}
    [[nodiscard]] static HttpAnswer error(int status, const QString& reason, const QString& detail);
    /// {"error":{"field","value","reason","detail"}} with the status that fits; storage trouble says when to
    /// come back.
    [[nodiscard]] static HttpAnswer refused(const Refusal& refusal);
    /// The whole answer as it goes over the wire.
    [[nodiscard]] QByteArray toBytes(bool keepAlive, bool withBody = true) const;
};

/// A refusal in words for machines: {"reason":"invalid","field":"place.lat","value":"91.5","detail":"…"}.
[[nodiscard]] QJsonObject refusalJson(const Refusal& refusal);
[[nodiscard]] int httpStatusOf(const Refusal& refusal);

} // namespace tridesk
