// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/sign_in_message.h"

#include "app/intake/json_fields.h"

#include <QJsonDocument>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;
using Kind = SignInFault::Kind;

namespace {

constexpr qsizetype longestBody = 4'096; ///< a name and a password, written with escapes
constexpr int longestName = 80;
constexpr Milliseconds longestWait = std::chrono::hours(1);

/// As an answer names it; nothing of what is never told over the line.
QString wordOf(Kind kind) {
    switch (kind) {
    case Kind::Wrong:
        return u"wrong"_s;
    case Kind::Wait:
        return u"wait"_s;
    case Kind::Disabled:
        return u"disabled"_s;
    case Kind::Elsewhere:
        return u"elsewhere"_s;
    case Kind::Storage:
        return u"users_unreadable"_s;
    case Kind::Unheard:
        break;
    }
    return {};
}

int statusOf(Kind kind) {
    switch (kind) {
    case Kind::Wait:
        return 429;
    case Kind::Storage:
        return 503;
    case Kind::Wrong:
    case Kind::Disabled:
    case Kind::Elsewhere:
    case Kind::Unheard:
        break;
    }
    return 403;
}

std::optional<SignInFault> faultFrom(const QByteArray& body) {
    const QJsonObject error = QJsonDocument::fromJson(body).object()[u"error"].toObject();
    const QString word = error[u"reason"].toString();
    for (const Kind kind : {Kind::Wrong, Kind::Wait, Kind::Disabled, Kind::Elsewhere, Kind::Storage})
        if (word == wordOf(kind))
            return SignInFault{
                kind, std::clamp(Milliseconds(error[u"wait_ms"].toInteger()), Milliseconds(0), longestWait),
                error[u"detail"].toString().left(200)};
    return std::nullopt;
}

/// The password is neither answered nor logged, whatever is wrong with it.
Refusal withoutPassword(Refusal refusal) {
    if (refusal.field == u"password")
        refusal.value.clear();
    return refusal;
}

} // namespace

QByteArray toJson(const SignInAsked& asked) {
    return QJsonDocument(QJsonObject{{u"login"_s, asked.login}, {u"password"_s, asked.password}})
        .toJson(QJsonDocument::Compact);
}

Result<SignInAsked> signInFrom(const QByteArray& body) {
    if (body.size() > longestBody)
        return refuse(RefusalCode::TooLong, u"body"_s, {}, QString::number(longestBody));
    JsonFields fields(QJsonDocument::fromJson(body).object(), {});
    const SignInAsked asked{.login = fields.neededText(u"login"_s, Login::maxLength),
                            .password = fields.neededText(u"password"_s, longestPassword)};
    if (const auto wrong = fields.finish())
        return std::unexpected(withoutPassword(*wrong));
    return asked;
}

HttpAnswer answerOf(const SignedInOutcome& outcome) {
    if (outcome)
        return HttpAnswer::json(200, QJsonObject{{u"user"_s, outcome->user.login.toString()},
                                                 {u"name"_s, outcome->user.name},
                                                 {u"role"_s, QString(enumName(outcome->user.role))},
                                                 {u"session"_s, QString::fromLatin1(outcome->session)},
                                                 {u"ends"_s, toMs(outcome->endsAt)},
                                                 {u"now"_s, toMs(outcome->now)}});
    const SignInFault& fault = outcome.error();
    HttpAnswer answer = HttpAnswer::json(
        statusOf(fault.kind), QJsonObject{{u"error"_s, QJsonObject{{u"reason"_s, wordOf(fault.kind)},
                                                                   {u"wait_ms"_s, qint64(fault.wait.count())},
                                                                   {u"detail"_s, fault.detail}}}});
    if (fault.wait > Milliseconds(0))
        answer.headers.append({"Retry-After"_ba, QByteArray::number((fault.wait.count() + 999) / 1000)});
    return answer;
}

std::optional<SignedInOutcome> signedInFrom(int status, const QByteArray& body, const Seat& seat) {
    if (status != 200)
        return faultFrom(body).transform(
            [](const SignInFault& fault) { return SignedInOutcome(std::unexpected(fault)); });
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const auto login = Login::parse(json[u"user"].toString());
    const QString name = json[u"name"].toString();
    const auto role = enumFrom<Role>(json[u"role"].toString());
    const QByteArray session = json[u"session"].toString().toLatin1();
    const auto here = SeatRule::parse(seat.toString());
    const bool isSecret = session.startsWith("tridesk_session_") && session.size() <= 200 &&
                          !std::ranges::any_of(session, [](char c) { return c <= ' ' || c > '~'; });
    if (!login || !role || *role == Role::Anybody || !isSecret || !here || name.size() > longestName ||
        !isClean(name) || !json[u"ends"].isDouble() || !json[u"now"].isDouble())
        return std::nullopt;
    return SignedIn{.user = {.login = *login, .name = name, .role = *role, .seats = {*here}},
                    .session = session,
                    .endsAt = instantFromMs(json[u"ends"].toInteger()),
                    .now = instantFromMs(json[u"now"].toInteger())};
}

QJsonObject toJson(const SeatSignIn& signIn) {
    QJsonObject json{{u"needed"_s, signIn.isNeeded}};
    if (signIn.stand)
        json.insert(u"session"_s, QString(enumName(*signIn.stand)));
    return json;
}

SeatSignIn seatSignInFrom(const QJsonObject& json) {
    return {.isNeeded = json[u"needed"].toBool(),
            .stand = enumFrom<SessionStand>(json[u"session"].toString())};
}

} // namespace tridesk
