// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "app/desk/link.h"
#include "app/journal/postgres_journal.h"
#include "app/journal/postgres_watch.h"
#include "app/journal/sqlite_journal.h"
#include "app/link/replica_engine.h"
#include "tests/bench/figure.h"
#include "tests/support/long_shift.h"
#include "tests/support/postgres_server.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

// A console with its own copy of the journal: from its start until it shows the newest, after a week away;
// and until it shows what it has, where the server does not answer and the copy is as long as it may become.

using namespace tridesk;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 before = 10'000, week = 50'000, longest = 1'000'000;
constexpr int patience = 300'000; // ms

QString fileIn(const QTemporaryDir& folder, const QString& name) {
    return folder.filePath(name);
}

/// Seconds from the start until the desk shows `seq` entries; nothing where it does not come to that.
std::optional<double> start(const ServerAccess& access, const QTemporaryDir& folder, qint64 seq) {
    QElapsedTimer timer;
    timer.start();
    auto clock = std::make_shared<LinkClock>();
    Desk desk(std::make_unique<ReplicaEngine>(
                  access, ReplicaFiles{fileIn(folder, u"replica.db"_s), fileIn(folder, u"outbox.db"_s)},
                  clock, std::make_shared<RandomIds>()),
              clock);
    QObject::connect(&desk, &Desk::failed, &desk,
                     [](const QString& why) { std::fprintf(stderr, "%s\n", qPrintable(why)); });
    desk.start();
    const bool done =
        QTest::qWaitFor([&] { return desk.isReady() && desk.situation().seq() >= seq; }, patience);
    return done ? std::optional(double(timer.elapsed()) / 1000) : std::nullopt;
}

ServerAccess accessTo(const PostgresAddress& server) {
    return {.open = [server]() -> std::expected<std::unique_ptr<Journal>, JournalFault> {
                auto journal = PostgresJournal::open(server);
                if (!journal)
                    return std::unexpected(journal.error());
                return std::move(*journal);
            },
            .bell = PostgresBell{server}.toString()};
}

bool measureWeek() {
    test::PostgresServer server;
    if (!server.trouble().isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(server.trouble()));
        return false;
    }
    const QString database = server.makeDatabase();
    const PostgresAddress owner = server.at(database, u"tridesk_owner"_s);
    auto journal = PostgresJournal::open(owner);
    // The shift is of another time than now.
    if (!journal || !server.run(database, "UPDATE tridesk.site SET clock_slack_ms = 1000000000000000"))
        return false;
    test::LongShift shift({}, 7);
    const QTemporaryDir folder;
    const ServerAccess access = accessTo(owner);
    if (!shift.runTo(**journal, before, 2'000) || !start(access, folder, before) ||
        !shift.runTo(**journal, before + week, 2'000))
        return false;
    const auto seconds = start(access, folder, before + week);
    if (seconds)
        bench::printFigure("replica.week.s", *seconds, "s", bench::Hold::AtMost, 5,
                           u"%1 entries came while it was away"_s.arg(week).toUtf8());
    return seconds.has_value();
}

bool measureStart() {
    const QTemporaryDir folder;
    {
        const auto copy = SqliteJournal::open(fileIn(folder, u"replica.db"_s));
        test::LongShift shift({}, 7);
        if (!copy || !shift.runTo(**copy, longest))
            return false;
    }
    ServerAccess away;
    away.open = []() -> std::expected<std::unique_ptr<Journal>, JournalFault> {
        return std::unexpected(JournalFault{JournalFault::Code::Io, u"nowhere"_s, u"away"_s});
    };
    const auto seconds = start(away, folder, longest);
    if (seconds)
        bench::printFigure(
            "replica.start.s", *seconds, "s", bench::Hold::AtMost, 3,
            u"%1 entries, the server away; fold.cold.s is the bound of the fold"_s.arg(longest).toUtf8());
    return seconds.has_value();
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const bench::Filter filter(argc, argv);
    bool done = true;
    if (filter.wants("replica.week.s"))
        done = measureWeek();
    if (filter.wants("replica.start.s"))
        done = measureStart() && done;
    return done ? 0 : 2;
}
