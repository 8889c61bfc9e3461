// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/postgres_schema.h"

#include <QDir>
#include <QFile>

#include <tuple>

void initTrideskPostgresSteps() {
    Q_INIT_RESOURCE(postgres_steps); // of a static library: nothing else pulls it in
}

namespace tridesk::postgres_schema {

using namespace Qt::StringLiterals;

namespace {

/// 001_journal.sql, 002_access.sql, …: in the order of their numbers.
QStringList steps() {
    static const bool isInitialised = (initTrideskPostgresSteps(), true);
    Q_UNUSED(isInitialised)
    return QDir(u":/postgres"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

std::expected<int, JournalFault> versionOf(PostgresConnection& connection) {
    // Asked of the catalogue, which anybody may read: to who has no rights in our schema it is "not there"
    // too.
    const auto found =
        connection.query({"SELECT coalesce(substring(obj_description(oid, 'pg_namespace') FROM 'Tridesk "
                          "journal, version (\\d+)'),"
                          " '-1')::bigint FROM pg_catalog.pg_namespace WHERE nspname = 'tridesk'"});
    if (!found)
        return std::unexpected(found.error());
    return found->count() == 0 ? 0 : int(found->number(0, 0));
}

std::unexpected<JournalFault> notOurs(const PostgresConnection& connection) {
    return std::unexpected(connection.fault(
        JournalFault::Code::Corrupt,
        u"the schema \"tridesk\" of this database is not a Tridesk journal's, or half of one"_s));
}

std::unexpected<JournalFault> tooNew(const PostgresConnection& connection, int version) {
    return std::unexpected(connection.fault(
        JournalFault::Code::TooNew, u"journal version %1, known up to %2"_s.arg(version).arg(newest())));
}

/// One step and the mark that it was taken, or neither.
std::expected<void, JournalFault> take(PostgresConnection& connection, int step) {
    QFile file(u":/postgres/"_s + steps().at(step - 1));
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(connection.fault(JournalFault::Code::Io, file.fileName()));
    // By the owner's hand, whoever of those who may is here: the functions run with their maker's rights.
    return connection.runScript(
        "BEGIN;\nSELECT pg_catalog.set_config('role', pg_catalog.pg_get_userbyid(datdba),"
        " true) FROM pg_catalog.pg_database WHERE datname = current_database();\n" +
        file.readAll() + "\nCOMMENT ON SCHEMA tridesk IS 'Tridesk journal, version " +
        QByteArray::number(step) + "';\nCOMMIT;");
}

std::expected<void, JournalFault> takeAll(PostgresConnection& connection) {
    const auto version = versionOf(connection);
    if (!version)
        return std::unexpected(version.error());
    if (*version < 0)
        return notOurs(connection);
    if (*version > newest())
        return tooNew(connection, *version);
    for (int step = *version + 1; step <= newest(); ++step)
        if (const auto taken = take(connection, step); !taken) {
            std::ignore = connection.run("ROLLBACK");
            return taken;
        }
    return {};
}

} // namespace

int newest() {
    return int(steps().size());
}

std::expected<void, JournalFault> check(PostgresConnection& connection) {
    const auto version = versionOf(connection);
    if (!version)
        return std::unexpected(version.error());
    if (*version == 0)
        return std::unexpected(
            connection.fault(JournalFault::Code::Corrupt, u"there is no Tridesk journal in this database"_s));
    if (*version < 0)
        return notOurs(connection);
    if (*version > newest())
        return tooNew(connection, *version);
    if (*version < newest())
        return std::unexpected(connection.fault(
            JournalFault::Code::TooOld,
            u"journal version %1, this program needs %2: the database's owner brings it up"_s.arg(*version)
                .arg(newest())));
    return {};
}

std::expected<void, JournalFault> migrate(PostgresConnection& connection) {
    // Two programs may come at the same moment: the lock is the session's, since each step has a transaction
    // of its own. The number is ours alone ("TDJL").
    const auto locked = connection.run("SELECT pg_catalog.pg_advisory_lock(1413761612)");
    if (!locked)
        return locked;
    auto taken = takeAll(connection);
    if (const auto unlocked = connection.run("SELECT pg_catalog.pg_advisory_unlock(1413761612)");
        taken && !unlocked)
        return unlocked;
    return taken;
}

std::expected<void, JournalFault> ready(PostgresConnection& connection) {
    auto known = check(connection);
    if (known || known.error().code == JournalFault::Code::TooNew)
        return known;
    const auto owner = connection.query(
        {"SELECT pg_catalog.pg_has_role(current_user, datdba, 'USAGE') FROM pg_catalog.pg_database"
         " WHERE datname = current_database()"});
    if (!owner)
        return std::unexpected(owner.error());
    return owner->number(0, 0) != 0 ? migrate(connection) : known;
}

} // namespace tridesk::postgres_schema
