// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/user_request.h"

#include "app/domain/enum_names.h"

#include <QStringDecoder>

#include <utility>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

using What = UserRequest::What;

QString shortly(const QString& text) {
    return text.left(80).simplified();
}

std::expected<What, QString> whatNamed(const QString& word) {
    static const QList<std::pair<QString, What>> known{
        {u"add"_s, What::Add},         {u"list"_s, What::List},
        {u"role"_s, What::SetRole},    {u"password"_s, What::SetPassword},
        {u"disable"_s, What::Disable}, {u"enable"_s, What::Enable}};
    QStringList words;
    for (const auto& [name, what] : known) {
        if (name == word)
            return what;
        words.append(name);
    }
    return std::unexpected(u"user: '%1' is none of %2"_s.arg(shortly(word), words.join(u", "_s)));
}

std::expected<Role, QString> roleNamed(const QString& word) {
    const auto role = enumFrom<Role>(word);
    if (role && *role != Role::Anybody)
        return *role;
    QStringList words;
    for (const QLatin1StringView name : enumNames<Role>)
        if (name != enumName(Role::Anybody))
            words.append(name);
    return std::unexpected(u"role: '%1' is none of %2"_s.arg(shortly(word), words.join(u", "_s)));
}

std::expected<QList<SeatRule>, QString> seatsNamed(const QString& text) {
    constexpr int longestList = 4'000;
    if (text.size() > longestList)
        return std::unexpected(u"seats: at most %1 characters"_s.arg(longestList));
    QList<SeatRule> seats;
    const QStringList words = text.split(u',', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const auto rule = SeatRule::parse(word);
        if (!rule)
            return std::unexpected(
                u"seats: '%1' is none of bureau, station:CODE, station:*, field:CODE, field:*"_s.arg(
                    shortly(word)));
        if (!seats.contains(*rule))
            seats.append(*rule);
    }
    return seats;
}

std::expected<void, QString> readPlace(const UserWords& words, User& user) {
    const auto role = roleNamed(words.role);
    if (!role)
        return std::unexpected(role.error());
    const auto seats = seatsNamed(words.seats);
    if (!seats)
        return std::unexpected(seats.error());
    user.role = *role;
    user.seats = seats->isEmpty() ? usualSeats(*role) : *seats;
    return {};
}

} // namespace

std::expected<UserRequest, QString> readUserRequest(const UserWords& words, Instant now) {
    const auto what = whatNamed(words.what);
    if (!what)
        return std::unexpected(what.error());
    UserRequest request{.what = *what, .user = {}};
    if (*what == What::List)
        return request;
    const auto login = Login::parse(words.login);
    if (!login)
        return std::unexpected(u"login: '%1' must be at most %2 letters, digits, '-', '_' or '.'"_s.arg(
            shortly(words.login), QString::number(Login::maxLength)));
    request.user.login = *login;
    request.user.name = words.name;
    request.user.addedAt = now;
    if (*what == What::Add || *what == What::SetRole)
        if (const auto read = readPlace(words, request.user); !read)
            return std::unexpected(read.error());
    return request;
}

std::expected<QString, QString> passwordFromLine(const QByteArray& line) {
    if (line.size() > longestPasswordLine)
        return std::unexpected(u"password: the line is too long"_s);
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(line.endsWith('\r') ? line.chopped(1) : line);
    if (decoder.hasError())
        return std::unexpected(u"password: must be text in UTF-8"_s);
    return text;
}

} // namespace tridesk
