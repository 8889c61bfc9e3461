// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/http_message.h"

#include "app/domain/refusal.h"
#include "app/domain/refusal_words.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

QByteArray phrase(int status) {
    switch (status) {
    case 200:
        return "OK"_ba;
    case 201:
        return "Created"_ba;
    case 207:
        return "Multi-Status"_ba;
    case 400:
        return "Bad Request"_ba;
    case 401:
        return "Unauthorized"_ba;
    case 403:
        return "Forbidden"_ba;
    case 404:
        return "Not Found"_ba;
    case 405:
        return "Method Not Allowed"_ba;
    case 408:
        return "Request Timeout"_ba;
    case 409:
        return "Conflict"_ba;
    case 413:
        return "Content Too Large"_ba;
    case 414:
        return "URI Too Long"_ba;
    case 415:
        return "Unsupported Media Type"_ba;
    case 417:
        return "Expectation Failed"_ba;
    case 422:
        return "Unprocessable Content"_ba;
    case 429:
        return "Too Many Requests"_ba;
    case 431:
        return "Request Header Fields Too Large"_ba;
    case 501:
        return "Not Implemented"_ba;
    case 503:
        return "Service Unavailable"_ba;
    case 505:
        return "HTTP Version Not Supported"_ba;
    default:
        return "Answer"_ba;
    }
}

} // namespace

int httpStatusOf(const Refusal& refusal) {
    switch (refusal.code) {
    case RefusalCode::NotPermitted:
    case RefusalCode::NotOfRole:
        return 403;
    case RefusalCode::UnknownIncident:
    case RefusalCode::UnknownUnit:
    case RefusalCode::UnknownPost:
    case RefusalCode::UnknownBeat:
    case RefusalCode::UnknownOrder:
    case RefusalCode::UnknownMessage:
    case RefusalCode::UnknownPlot:
    case RefusalCode::UnknownPlace:
    case RefusalCode::UnknownCamera:
    case RefusalCode::UnknownFeed:
    case RefusalCode::UnknownView:
    case RefusalCode::UnknownFootage:
    case RefusalCode::UnknownHandover:
    case RefusalCode::UnknownPremiseNote:
    case RefusalCode::UnknownBookmark:
    case RefusalCode::UnknownStep:
        return 404;
    case RefusalCode::DuplicateWithOtherContent:
    case RefusalCode::AlreadyDefined:
    case RefusalCode::IncidentClosed:
    case RefusalCode::IncidentHasOpenOrders:
    case RefusalCode::Incomplete:
    case RefusalCode::NoRoom:
    case RefusalCode::UnitOff:
    case RefusalCode::UnitBusy:
    case RefusalCode::AlreadyAssigned:
    case RefusalCode::OrderOver:
    case RefusalCode::OrderNotReleased:
    case RefusalCode::HeldByHigherTier:
    case RefusalCode::InEmergency:
    case RefusalCode::NoEmergency:
    case RefusalCode::AlreadyMerged:
    case RefusalCode::NotMerged:
    case RefusalCode::NotClosed:
    case RefusalCode::AwayAlready:
    case RefusalCode::NotAway:
    case RefusalCode::SameUser:
    case RefusalCode::NoTimer:
    case RefusalCode::NobodyThere:
    case RefusalCode::NeverShelved:
    case RefusalCode::Replayed:
    case RefusalCode::OrderReleased:
    case RefusalCode::OutOfTurn:
        return 409;
    case RefusalCode::UnknownType:
    case RefusalCode::UnknownStatus:
    case RefusalCode::UnknownDisposition:
    case RefusalCode::Missing:
    case RefusalCode::TooLong:
    case RefusalCode::TooMany:
    case RefusalCode::Invalid:
    case RefusalCode::ReasonNeeded:
        return 422;
    case RefusalCode::Storage:
        return 503;
    }
    return 400;
}

QJsonObject refusalJson(const Refusal& refusal) {
    QJsonObject json{{u"reason"_s, codeWord(refusal.code)}};
    if (!refusal.field.isEmpty())
        json.insert(u"field"_s, refusal.field);
    if (!refusal.value.isEmpty())
        json.insert(u"value"_s, refusal.value);
    if (!refusal.detail.isEmpty())
        json.insert(u"detail"_s, refusal.detail);
    return json;
}

QUrlQuery HttpRequest::form(const QByteArray& text) {
    QByteArray decodable = text;
    decodable.replace('+', "%20");
    const QUrlQuery all(QString::fromUtf8(decodable));
    const auto items = all.queryItems();
    if (items.size() <= 100)
        return all;
    QUrlQuery some;
    some.setQueryItems(items.first(100));
    return some;
}

HttpAnswer HttpAnswer::json(int status, const QJsonValue& value) {
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return {.status = status, .body = document.toJson(QJsonDocument::Compact) + '\n', .headers = {}};
}

HttpAnswer HttpAnswer::error(int status, const QString& reason, const QString& detail) {
    HttpAnswer answer =
        json(status, QJsonObject{{u"error"_s, QJsonObject{{u"reason"_s, reason}, {u"detail"_s, detail}}}});
    if (status == 503 || status == 429)
        answer.headers.append({"Retry-After"_ba, status == 503 ? "5"_ba : "1"_ba});
    if (status == 401)
        answer.headers.append({"WWW-Authenticate"_ba, "Bearer"_ba});
    return answer;
}

HttpAnswer HttpAnswer::refused(const Refusal& refusal) {
    HttpAnswer answer = json(httpStatusOf(refusal), QJsonObject{{u"error"_s, refusalJson(refusal)}});
    if (answer.status == 503)
        answer.headers.append({"Retry-After"_ba, "5"_ba});
    return answer;
}

QByteArray HttpAnswer::toBytes(bool keepAlive, bool withBody) const {
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + ' ' + phrase(status) +
                       "\r\nContent-Type: " + type +
                       "\r\nCache-Control: no-store\r\nContent-Length: " + QByteArray::number(body.size()) +
                       (keepAlive ? "\r\n" : "\r\nConnection: close\r\n");
    for (const auto& [name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    bytes += "\r\n";
    return withBody ? bytes + body : bytes;
}

} // namespace tridesk
