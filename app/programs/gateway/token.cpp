// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/token_store.h"
#include "app/programs/gateway/commands.h"
#include "app/programs/gateway/options.h"

namespace tridesk::gateway {

using namespace Qt::StringLiterals;

namespace {

int list(TokenStore& store) {
    const auto sources = store.list();
    if (!sources)
        return fail(sources.error());
    for (const TokenSource& source : *sources)
        say(u"%1\t%2\tadded %3%4"_s.arg(source.name, source.scopes.join(u','), toIso(source.addedAt),
                                        source.revokedAt ? u"\trevoked "_s + toIso(*source.revokedAt)
                                                         : QString()));
    return 0;
}

} // namespace

int token(const QStringList& arguments) {
    const auto options = Options::read(arguments, {u"data"_s, u"scope"_s}, 2);
    if (!options)
        return fail(options.error());
    const QString what = options->word(0), name = options->word(1);
    if (what != u"add" && what != u"list" && what != u"revoke")
        return fail(u"token %1: say add, list or revoke"_s.arg(what));
    const auto store = TokenStore::open(options->value(u"data"_s));
    if (!store)
        return fail(store.error());
    if (what == u"list")
        return list(**store);
    const Instant now = SystemClock().now();
    if (what == u"revoke") {
        const auto revoked = (*store)->revoke(name, now);
        return revoked ? 0 : fail(revoked.error());
    }
    const auto added = (*store)->add(name, options->value(u"scope"_s).split(u',', Qt::SkipEmptyParts), now);
    if (!added)
        return fail(added.error());
    say(*added);
    return 0;
}

} // namespace tridesk::gateway
