// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/token_store.h"

#include "app/access/access_file.h"
#include "app/access/secret.h"
#include "app/access/session_store.h"
#include "app/journal/sql.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tokenPrefix = "tridesk_";
constexpr QLatin1StringView unsignedScope("unsigned");

/// Of crews' and stations' seats only: what the bureau's would need over a link is not given.
bool isSeatScope(const QString& scope) {
    const auto seat = scope.startsWith(u"seat:") ? Seat::parse(QStringView(scope).sliced(5)) : std::nullopt;
    return seat && (seat->tier == Tier::Field || seat->tier == Tier::Station);
}

bool isScope(const QString& scope) {
    return isSeatScope(scope) || scope == u"incidents" || scope == u"fixes" || scope == u"alarms" ||
           scope == u"field" || scope == unsignedScope ||
           (scope.startsWith(u"field:") && Callsign::parse(QStringView(scope).sliced(6)));
}

} // namespace

bool Grant::allows(Scope scope) const {
    switch (scope) {
    case Scope::Incidents:
        return scopes.contains(u"incidents"_s);
    case Scope::Fixes:
        return scopes.contains(u"fixes"_s);
    case Scope::Alarms:
        return scopes.contains(u"alarms"_s);
    case Scope::Field:
        return std::ranges::any_of(scopes,
                                   [](const QString& s) { return s == u"field" || s.startsWith(u"field:"); });
    case Scope::Seat:
        return std::ranges::any_of(scopes, isSeatScope);
    }
    return false;
}

bool Grant::actsUnsigned() const {
    return scopes.contains(unsignedScope);
}

bool Grant::allowsSeat(const tridesk::Seat& seat) const {
    return scopes.contains(u"seat:"_s + seat.toString());
}

bool Grant::allowsUnit(const Callsign& unit) const {
    return scopes.contains(u"field"_s) || scopes.contains(u"field:"_s + unit.toString());
}

std::expected<std::unique_ptr<TokenStore>, QString> TokenStore::open(const QString& dataFolder,
                                                                     std::chrono::milliseconds wait) {
    auto database = openAccessFile(dataFolder, wait);
    if (!database)
        return std::unexpected(database.error());
    const auto made =
        (*database)
            ->run("CREATE TABLE IF NOT EXISTS source(name TEXT PRIMARY KEY, scopes TEXT NOT NULL, "
                  "hash BLOB NOT NULL UNIQUE, added_ms INTEGER NOT NULL, revoked_ms INTEGER)")
            .transform_error([](const JournalFault& fault) { return fault.toString(); })
            .and_then([&] { return makeSessionTable(**database); });
    if (!made)
        return std::unexpected(made.error());
    return std::unique_ptr<TokenStore>(new TokenStore(std::move(*database)));
}

TokenStore::TokenStore(std::unique_ptr<SqlDatabase> database)
    : m_database(std::move(database)) {}

TokenStore::~TokenStore() = default;

std::expected<QString, QString> TokenStore::add(const QString& name, const QStringList& scopes, Instant now) {
    if (!Code<struct SourceTag>::parse(name))
        return std::unexpected(
            u"name: '%1' must be at most 32 letters, digits, '-', '_' or '.'"_s.arg(name.left(80)));
    if (scopes.isEmpty())
        return std::unexpected(
            u"scope: none given; incidents, fixes, alarms, field, field:CALLSIGN, seat:field:UNIT, "
            "seat:station:CODE or unsigned beside it"_s);
    const auto unknown = std::ranges::find_if_not(scopes, isScope);
    if (unknown != scopes.end())
        return std::unexpected(
            u"scope: '%1' is none of incidents, fixes, alarms, field, field:CALLSIGN, seat:field:UNIT, "
            "seat:station:CODE, unsigned"_s.arg(unknown->left(80)));
    if (scopes.contains(unsignedScope) && std::ranges::none_of(scopes, isSeatScope))
        return std::unexpected(u"scope: 'unsigned' is said of a seat; name that too"_s);
    const QByteArray token = randomSecret(tokenPrefix);
    const auto named =
        m_database->scalar("INSERT INTO source(name, scopes, hash, added_ms) VALUES(?, ?, ?, ?) "
                           "ON CONFLICT(name) DO UPDATE SET scopes = excluded.scopes, "
                           "hash = excluded.hash, added_ms = excluded.added_ms, revoked_ms = NULL "
                           "WHERE revoked_ms IS NOT NULL RETURNING name",
                           {name, scopes.join(u' '), hashOfSecret(token), toMs(now)});
    if (!named)
        return std::unexpected(named.error().toString());
    if (!named->isValid())
        return std::unexpected(u"name: '%1' has a token already; revoke it first"_s.arg(name));
    m_version = -1;
    return QString::fromLatin1(token);
}

std::expected<void, QString> TokenStore::revoke(const QString& name, Instant now) {
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return std::unexpected(step.error().toString());
    const auto named = m_database->scalar(
        "UPDATE source SET revoked_ms = ? WHERE name = ? AND revoked_ms IS NULL RETURNING name",
        {toMs(now), name});
    if (!named)
        return std::unexpected(named.error().toString());
    if (!named->isValid())
        return std::unexpected(u"name: '%1' has no token"_s.arg(name.left(80)));
    m_version = -1;
    return endSessionsBy(*m_database, name).and_then([&] {
        return step->commit().transform_error([](const JournalFault& fault) { return fault.toString(); });
    });
}

std::expected<QList<TokenSource>, QString> TokenStore::list() {
    auto rows = m_database->query("SELECT name, scopes, added_ms, revoked_ms FROM source ORDER BY name");
    if (!rows)
        return std::unexpected(rows.error().toString());
    QList<TokenSource> sources;
    auto more = rows->next();
    for (; more && *more; more = rows->next()) {
        TokenSource source{.name = rows->text(0),
                           .scopes = rows->text(1).split(u' ', Qt::SkipEmptyParts),
                           .addedAt = instantFromMs(rows->number(2)),
                           .revokedAt = {}};
        if (!rows->value(3).isNull())
            source.revokedAt = instantFromMs(rows->number(3));
        sources.append(source);
    }
    if (!more)
        return std::unexpected(more.error().toString());
    return sources;
}

std::expected<std::optional<TokenList>, QString> TokenStore::changes() {
    const auto version = m_database->scalar("PRAGMA data_version");
    if (!version)
        return std::unexpected(version.error().toString());
    if (version->toLongLong() == m_version)
        return std::nullopt;
    auto rows = m_database->query("SELECT hash, name, scopes FROM source WHERE revoked_ms IS NULL");
    if (!rows)
        return std::unexpected(rows.error().toString());
    TokenList list;
    auto more = rows->next();
    for (; more && *more; more = rows->next())
        list.m_known.append(
            {rows->bytes(0),
             {.source = rows->text(1), .scopes = rows->text(2).split(u' ', Qt::SkipEmptyParts)}});
    if (!more)
        return std::unexpected(more.error().toString());
    m_version = version->toLongLong();
    return list;
}

std::optional<Grant> TokenList::find(const QByteArray& token) const {
    if (m_known.isEmpty() || token.isEmpty() || token.size() > longestSecret)
        return std::nullopt;
    const QByteArray hash = hashOfSecret(token);
    std::optional<Grant> found;
    for (const Known& known : m_known)
        if (isSameHash(known.hash, hash))
            found = known.grant;
    return found;
}

} // namespace tridesk
