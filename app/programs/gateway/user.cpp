// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/user_request.h"
#include "app/access/user_store.h"
#include "app/domain/enum_names.h"
#include "app/programs/gateway/commands.h"
#include "app/programs/gateway/options.h"
#include "app/programs/gateway/password_input.h"

namespace tridesk::gateway {

using namespace Qt::StringLiterals;

namespace {

using Done = std::expected<void, QString>;

int list(UserStore& store) {
    const auto users = store.list();
    if (!users)
        return fail(users.error());
    for (const User& user : *users) {
        QStringList seats;
        for (const SeatRule& rule : user.seats)
            seats.append(rule.toString());
        say(u"%1\t%2\t%3\t%4\tadded %5%6"_s.arg(user.login.toString(), enumName(user.role), seats.join(u','),
                                                user.name, toIso(user.addedAt),
                                                user.disabled ? u"\tdisabled"_s : QString()));
    }
    return 0;
}

Done carryOut(UserStore& store, const UserRequest& request) {
    QString password;
    if (request.takesPassword()) {
        const auto typed = readNewPassword(request.user.login.toString());
        if (!typed)
            return std::unexpected(typed.error());
        password = *typed;
    }
    const User& user = request.user;
    switch (request.what) {
    case UserRequest::What::Add:
        return store.add(user, password);
    case UserRequest::What::List:
        return {};
    case UserRequest::What::SetRole:
        return store.setRole(user.login, user.role, user.seats);
    case UserRequest::What::SetPassword:
        return store.setPassword(user.login, password);
    case UserRequest::What::Disable:
    case UserRequest::What::Enable:
        return store.setDisabled(user.login, request.what == UserRequest::What::Disable);
    }
    return {};
}

} // namespace

int user(const QStringList& arguments) {
    const auto options = Options::read(arguments, {u"data"_s, u"role"_s, u"seats"_s, u"name"_s}, 2);
    if (!options)
        return fail(options.error());
    const auto request = readUserRequest({.what = options->word(0),
                                          .login = options->word(1),
                                          .name = options->value(u"name"_s),
                                          .role = options->value(u"role"_s),
                                          .seats = options->value(u"seats"_s)},
                                         SystemClock().now());
    if (!request)
        return fail(request.error());
    const auto store = UserStore::open(options->value(u"data"_s));
    if (!store)
        return fail(store.error());
    if (request->what == UserRequest::What::List)
        return list(**store);
    const Done done = carryOut(**store, *request);
    return done ? 0 : fail(done.error());
}

} // namespace tridesk::gateway
