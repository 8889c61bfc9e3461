// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/token_store.h"
#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/desk/link.h"
#include "app/field/ways_in.h"
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/link/link_engine.h"
#include "tests/bench/big_desk.h"
#include "tests/bench/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

// A station's terminal that has nothing yet, behind a gateway with 100,000 incidents of twelve stations and
// 10,000 units: how long until it has its part, over HTTP on this machine, and how large the pages are.

using namespace tridesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 300'000; // ms

struct Pages {
    int count = 0;
    int entries = 0;
    qsizetype largest = 0;
    qsizetype bytes = 0;
    double slowest = 0; ///< ms on the journal's thread
};

Pages pagesOf(Journal& journal, const Situation& situation, const Seat& seat) {
    Pages pages;
    for (qint64 after = 0; after < situation.seq(); ++pages.count) {
        QElapsedTimer timer;
        timer.start();
        const auto page = seatPage(journal, situation, seat, after);
        pages.slowest = std::max(pages.slowest, double(timer.nsecsElapsed()) / 1e6);
        if (!page || page->upTo <= after)
            break;
        const qsizetype size = toJson(*page).size();
        pages.largest = std::max(pages.largest, size);
        pages.bytes += size;
        pages.entries += int(page->entries.size());
        after = page->upTo;
    }
    return pages;
}

bool waitFor(const std::function<bool()>& what) {
    return QTest::qWaitFor(what, patience);
}

JournalFactory journalIn(const QString& path) {
    return [path] -> std::expected<std::unique_ptr<Journal>, QString> {
        auto journal = SqliteJournal::open(path);
        if (!journal)
            return std::unexpected(journal.error().toString());
        return std::move(*journal);
    };
}

/// Seconds from the first question until the terminal has everything; nothing where it never has.
std::optional<double> load(const DataFolder& folder, const Seat& seat) {
    const auto clock = std::make_shared<SystemClock>();
    Desk desk(journalIn(folder.journal()), {}, clock, std::make_shared<RandomIds>());
    FixBoard board(
        [path = folder.fixes()] -> std::expected<std::unique_ptr<FixStore>, QString> {
            auto store = FixStore::open(path);
            if (!store)
                return std::unexpected(store.error().toString());
            return std::move(*store);
        },
        {});
    desk.start();
    board.start();
    const auto tokens = TokenStore::open(folder.path());
    const auto token = tokens ? (*tokens)->add(u"room"_s, {u"seat:"_s + seat.toString()}, clock->now())
                              : std::unexpected(tokens.error());
    WaysIn ways(folder.path(), {}, desk, board);
    ways.start();
    if (!token || !waitFor([&] { return !ways.http().url().isEmpty(); }))
        return std::nullopt;
    LinkOptions options;
    options.gateway = ways.http().url();
    options.token = token->toLatin1();
    options.seat = seat;
    const QTemporaryDir own;
    const auto ownClock = std::make_shared<LinkClock>();
    QElapsedTimer timer;
    timer.start();
    Desk terminal(std::make_unique<LinkEngine>(options, own.filePath(u"link.db"_s), ownClock,
                                               std::make_shared<RandomIds>()),
                  ownClock);
    terminal.start();
    const auto newest = [&] {
        const Incident* last = nullptr;
        for (const IncidentId& id : desk.situation().openIncidents())
            if (const Incident* each = desk.situation().incidents().find(id);
                each->post == seat.post() && (!last || each->number > last->number))
                last = each;
        return last->id;
    }();
    if (!waitFor([&] { return terminal.situation().incidents().find(newest) != nullptr; }))
        return std::nullopt;
    return double(timer.elapsed()) / 1000;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const bench::Filter filter(argc, argv);
    if (!filter.wants("station.load.s") && !filter.wants("station.page.kib"))
        return 0;
    const QTemporaryDir dir;
    const DataFolder folder = DataFolder::open(dir.path()).value();
    const Seat seat = test::must(Seat::parse(u"station:ST03"));
    Pages pages;
    {
        const auto journal = SqliteJournal::open(folder.journal());
        if (!journal || !bench::fill(**journal, {}))
            return 2;
        Situation situation;
        for (qint64 from = 1;; from = situation.seq() + 1) {
            const auto entries = (*journal)->read(from, 10'000);
            if (!entries || entries->isEmpty())
                break;
            for (const Entry& entry : *entries)
                situation.fold(entry, decode(entry.fact).value());
        }
        pages = pagesOf(**journal, situation, seat);
    }
    const auto seconds = load(folder, seat);
    if (!seconds)
        return 2;
    bench::printFigure(
        "station.load.s", *seconds, "s", bench::Hold::AtMost, 10,
        u"a twelfth of 100,000 incidents, and 10,000 callsigns: %1 entries, %2 MiB in %3 pages"_s
            .arg(pages.entries)
            .arg(double(pages.bytes) / 1024 / 1024, 0, 'f', 1)
            .arg(pages.count)
            .toUtf8());
    bench::printFigure(
        "station.page.kib", double(pages.largest) / 1024, "KiB", bench::Hold::AtMost, 4'096,
        u"the slowest took %1 ms of the journal's thread"_s.arg(pages.slowest, 0, 'f', 1).toUtf8());
    return 0;
}
