// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/migrations.h"

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

const Migration journalSteps[] = {
    {{
        // The hash of the entry before is kept beside each: damage to one then never makes its neighbour look
        // damaged.
        "CREATE TABLE entries (seq INTEGER PRIMARY KEY, recorded_at INTEGER NOT NULL, request BLOB NOT NULL,"
        " happened_at INTEGER NOT NULL, seat TEXT NOT NULL, user TEXT NOT NULL, stream TEXT NOT NULL,"
        " kind TEXT NOT NULL, version INTEGER NOT NULL, payload BLOB NOT NULL, previous_hash BLOB NOT NULL,"
        " hash BLOB NOT NULL)",
        // Where each request and each stream has entries, brought up a block of entries at a time
        // (entry_rows.h).
        "CREATE TABLE lookups (key, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) WITHOUT ROWID",
        "CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries never "
        "change'); END",
        "CREATE TABLE receipts (id INTEGER PRIMARY KEY, seat TEXT NOT NULL, user TEXT NOT NULL, stage "
        "INTEGER NOT NULL,"
        " from_seq INTEGER NOT NULL, to_seq INTEGER NOT NULL, at INTEGER NOT NULL)",
        "CREATE INDEX receipts_seat ON receipts (seat, stage, at)",
        // What was taken out of the journal because it was torn: the file beside the journal that holds it.
        "CREATE TABLE set_aside (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, from_seq INTEGER NOT NULL,"
        " to_seq INTEGER NOT NULL, file TEXT NOT NULL)",
    }},
};

const Migration fixSteps[] = {
    {{
        // One row a batch, in order of arrival: an index on (unit, time) over single fixes is 25 times
        // slower.
        "CREATE TABLE batches (id INTEGER PRIMARY KEY, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL,"
        " count INTEGER NOT NULL, format INTEGER NOT NULL, data BLOB NOT NULL)",
        "CREATE INDEX batches_span ON batches (last_at, first_at)",
        // The newest fix of each unit as of one batch, so that a start need not read everything. One row.
        "CREATE TABLE latest (id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, format INTEGER NOT NULL, data "
        "BLOB NOT NULL)",
    }},
    {{
        // The newest fix of each unit every so many batches, with the time of the newest of them: from the
        // one before an instant on, little must be read to know where everybody was.
        "CREATE TABLE keyframes (batch INTEGER PRIMARY KEY, at INTEGER NOT NULL, format INTEGER NOT NULL, "
        "data "
        "BLOB NOT NULL)",
        "CREATE INDEX keyframes_at ON keyframes (at)",
    }},
};

const Migration linkSteps[] = {
    {{
        // A seat's part of another machine's journal: numbers with gaps, each entry as it came.
        "CREATE TABLE entries (seq INTEGER PRIMARY KEY, stream TEXT NOT NULL, line BLOB NOT NULL)",
        "CREATE INDEX entries_stream ON entries (stream, seq)",
        "CREATE TABLE outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, request TEXT NOT NULL UNIQUE, asked TEXT "
        "NOT NULL)",
        "CREATE TABLE refused (id INTEGER PRIMARY KEY AUTOINCREMENT, request TEXT NOT NULL UNIQUE, asked "
        "TEXT "
        "NOT NULL, refused_at INTEGER NOT NULL, refusal TEXT NOT NULL)",
        "CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    }},
    {{
        // What a console's seats were shown while its link was lost.
        "CREATE TABLE receipts (id INTEGER PRIMARY KEY AUTOINCREMENT, seat TEXT NOT NULL, user TEXT NOT NULL,"
        " stage INTEGER NOT NULL, from_seq INTEGER NOT NULL, to_seq INTEGER NOT NULL, at INTEGER NOT NULL)",
    }},
    {{
        // Who has signed in at a station's seat: what waits of theirs is sent with their session. And whether
        // somebody had, when something was asked for.
        "CREATE TABLE sessions (login TEXT PRIMARY KEY, secret BLOB NOT NULL, ends_at INTEGER NOT NULL)",
        "ALTER TABLE outbox ADD COLUMN signed INTEGER NOT NULL DEFAULT 0",
    }},
};

struct Standing {
    qint64 application = 0;
    qint64 version = 0;
    qint64 tables = 0;
};

std::expected<Standing, JournalFault> standing(SqlDatabase& database) {
    const auto application = database.scalar("PRAGMA application_id");
    if (!application)
        return std::unexpected(application.error());
    const auto version = database.scalar("PRAGMA user_version");
    if (!version)
        return std::unexpected(version.error());
    const auto tables = database.scalar("SELECT count(*) FROM sqlite_schema");
    if (!tables)
        return std::unexpected(tables.error());
    return Standing{application->toLongLong(), version->toLongLong(), tables->toLongLong()};
}

std::expected<void, JournalFault> recognise(const SqlDatabase& database, const Schema& schema,
                                            const Standing& found) {
    const QString name = QString::fromLatin1(schema.name);
    if (found.application != schema.applicationId || found.version < 1)
        return std::unexpected(database.fault(JournalFault::Code::Corrupt, u"not a Tridesk %1"_s.arg(name)));
    if (found.version > qint64(schema.steps.size()))
        return std::unexpected(database.fault(
            JournalFault::Code::TooNew,
            u"%1 version %2, known up to %3"_s.arg(name).arg(found.version).arg(schema.steps.size())));
    return {};
}

std::expected<void, JournalFault> take(SqlDatabase& database, const Schema& schema, qint64 from) {
    for (const Migration& step : schema.steps.subspan(std::size_t(from)))
        for (const char* statement : step.statements)
            if (const auto done = database.run(statement); !done)
                return done;
    if (const auto done = database.run(
            ("PRAGMA application_id="_ba + QByteArray::number(schema.applicationId)).constData());
        !done)
        return done;
    return database.run(("PRAGMA user_version="_ba + QByteArray::number(schema.steps.size())).constData());
}

} // namespace

const Schema journalSchema{"journal", 0x54444a4c, journalSteps}; // "TDJL"
const Schema fixSchema{"fix store", 0x54444658, fixSteps};       // "TDFX"
const Schema linkSchema{"link store", 0x54444c4b, linkSteps};    // "TDLK"

std::expected<void, JournalFault> checkSchema(SqlDatabase& database, const Schema& schema) {
    const auto found = standing(database);
    if (!found)
        return std::unexpected(found.error());
    if (const auto ours = recognise(database, schema, *found); !ours)
        return ours;
    if (found->version < qint64(schema.steps.size()))
        return std::unexpected(
            database.fault(JournalFault::Code::ReadOnly,
                           u"version %1 must be opened for writing once"_s.arg(found->version)));
    return {};
}

std::expected<void, JournalFault> migrate(SqlDatabase& database, const Schema& schema) {
    if (checkSchema(database, schema))
        return {};
    // Asked again inside the write lock: two programs may be making the file at the same moment.
    auto step = SqlTransaction::begin(database);
    if (!step)
        return std::unexpected(step.error());
    const auto found = standing(database);
    if (!found)
        return std::unexpected(found.error());
    const bool isNew = found->application == 0 && found->version == 0 && found->tables == 0;
    if (!isNew)
        if (const auto ours = recognise(database, schema, *found); !ours)
            return ours;
    if (found->version == qint64(schema.steps.size()))
        return {};
    if (const auto taken = take(database, schema, found->version); !taken)
        return taken;
    return step->commit();
}

} // namespace tridesk
