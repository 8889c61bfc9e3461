// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/sqlite_journal.h"
#include "tests/bench/figure.h"
#include "tests/journal/drafts.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <sqlite3.h>

// The durable append of one draft of 400 bytes beside what SQLite's own interface can do at best: one row of
// 400 bytes a commit, no index, no hash. Taken in turns in one folder, so that both meet the same disk.

using namespace tridesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int rowBytes = 400;
constexpr int mostCommits = 10'000;
constexpr qint64 longestMs = 6000; ///< on a slow disk fewer do

class RawSqlite {
public:
    explicit RawSqlite(const QString& path) {
        sqlite3_open(path.toUtf8().constData(), &m_database);
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
        run("CREATE TABLE rows (id INTEGER PRIMARY KEY, data BLOB)");
        sqlite3_prepare_v2(m_database, "INSERT INTO rows (data) VALUES (?)", -1, &m_insert, nullptr);
    }
    ~RawSqlite() {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_database);
    }
    Q_DISABLE_COPY_MOVE(RawSqlite)

    bool append(const QByteArray& row) {
        sqlite3_bind_blob(m_insert, 1, row.constData(), int(row.size()), SQLITE_STATIC);
        const bool done = sqlite3_step(m_insert) == SQLITE_DONE;
        sqlite3_reset(m_insert);
        return done;
    }

private:
    void run(const char* sql) { sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr); }

    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_insert = nullptr;
};

/// Draft number `number`, whose fields and payload are 400 bytes together.
Draft draftOf400(int number) {
    Draft draft = test::draft(number, 0);
    const auto fields = draft.seat.toUtf8().size() + draft.user.toUtf8().size() + draft.stream.size() +
                        draft.kind.size() + 16;
    draft.payload = test::draft(number, int(rowBytes - fields)).payload;
    return draft;
}

bool append(Journal& journal, const Draft& draft) {
    auto step = journal.begin();
    return step && (*step)->append({draft}, instantFromMs(1)) && (*step)->commit();
}

/// Microseconds, or nothing on a failure.
template <class Append>
std::optional<double> timed(Append append) {
    QElapsedTimer timer;
    timer.start();
    if (!append())
        return std::nullopt;
    return double(timer.nsecsElapsed()) / 1000;
}

int benchAppend() {
    QTemporaryDir folder;
    RawSqlite raw(folder.filePath(u"raw.db"_s));
    const auto journal = SqliteJournal::open(folder.filePath(u"journal.db"_s));
    if (!journal)
        return 1;
    const QByteArray row(rowBytes, 'r');
    QList<double> ours, theirs;
    QElapsedTimer timer;
    timer.start();
    for (int number = 0; number < mostCommits && timer.elapsed() < longestMs; ++number) {
        const auto a = timed([&] { return raw.append(row); });
        const auto b = timed([&] { return append(**journal, draftOf400(number)); });
        if (!a || !b)
            return 1;
        theirs += *a;
        ours += *b;
    }
    const double our = bench::percentile(ours, 0.5), their = bench::percentile(theirs, 0.5);
    bench::printFigure(
        "journal.append.ratio", their / our, "", bench::Hold::AtLeast, 0.8,
        u"raw SQLite %1 µs a commit, here %2 µs"_s.arg(their, 0, 'f', 1).arg(our, 0, 'f', 1).toUtf8());
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    return bench::Filter(argc, argv).wants("journal.append.ratio") ? benchAppend() : 0;
}
