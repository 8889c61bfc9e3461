// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/replay/film.h"
#include "app/replay/fix_film.h"
#include "tests/bench/figure.h"
#include "tests/support/long_shift.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

// A million entries and twenty million fixes, opened and sought in. Beside each figure stands what the
// journal alone takes.

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 entries = 1'000'000;
constexpr int seeks = 1'000;
constexpr qint64 fixes = 20'000'000;
constexpr int units =
    1'000; ///< each heard of every few seconds, so that their fixes span what the entries span

double secondsOf(const auto& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

/// Memory of this process, MiB.
double residentMib() {
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1024 * 1024);
}

/// The cars' ways while the shift lasted, as they come: a batch of all of them at a time.
bool drive(FixStore& store, Instant from, Instant to) {
    const qint64 rounds = fixes / units;
    QList<Fix> batch;
    batch.resize(units);
    for (int i = 0; i < units; ++i) {
        batch[i].unit = UnitId::parse(u"%1A%2"_s.arg(i % 12).arg(i / 12)).value();
        batch[i].source = u"bench"_s;
    }
    for (qint64 round = 0; round < rounds; ++round) {
        const Instant at = from + (to - from) * round / rounds;
        for (int i = 0; i < units; ++i) {
            batch[i].at = GeoPoint::from(31 + i * 1e-4, 118 + double(round) * 1e-6).value();
            batch[i].measuredAt = at;
            batch[i].receivedAt = at;
        }
        if (!store.append(batch))
            return false;
    }
    return true;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const bench::Filter filter(argc, argv);
    if (!filter.wants("fold.cold.s") && !filter.wants("seek.p99_ms") && !filter.wants("replay.mib"))
        return 0;
    const QTemporaryDir dir;
    const DataFolder folder = DataFolder::open(dir.path()).value();
    {
        const auto journal = SqliteJournal::open(folder.journal()).value();
        LongShift shift({.stations = 12, .units = 200, .open = 200}, 1);
        if (!shift.runTo(*journal, entries))
            return 2;
    }
    const QString path = dir.filePath(u"reel"_s);
    double first = 0;
    {
        const auto journal = SqliteJournal::open(folder.journal()).value();
        first = secondsOf([&] {
            const auto reel = FactReel::open(path, *journal).value();
            if (!reel->follow(*journal))
                std::exit(2);
        });
    }
    const double before = residentMib();
    const auto journal = SqliteJournal::open(folder.journal()).value();
    std::unique_ptr<FactReel> reel;
    std::unique_ptr<Film> film;
    const double cold = secondsOf([&] {
        reel = FactReel::open(path, *journal).value();
        film = std::make_unique<Film>(*reel, *journal);
        if (!film->follow())
            std::exit(2);
    });
    const double opened = residentMib() - before;
    bench::printFigure("fold.cold.s", cold, "s", bench::Hold::AtMost, 2,
                       u"%1 entries, %2 incidents, %3 keyframes; the first time %4 s more, to make the reel"_s
                           .arg(film->lastSeq())
                           .arg(film->last().incidents().size())
                           .arg(film->keyframes())
                           .arg(first)
                           .toUtf8());
    const auto store = FixStore::open(folder.fixes()).value();
    if (!drive(*store, film->index().timeOf(1), film->index().timeOf(film->lastSeq())))
        return 2;
    FixFilm ways(*store);
    qsizetype placed = 0;
    QRandomGenerator random(2);
    QList<double> times;
    Situation here = film->last();
    qsizetype changed = 0;
    for (int i = 0; i < seeks; ++i) {
        const FilmIndex& index = film->index();
        const auto span = (index.timeOf(index.lastSeq()) - index.timeOf(1)).count();
        const Instant at = index.timeOf(1) + Milliseconds(random.bounded(qint64(span)));
        times.append(1'000 * secondsOf([&] {
                         Situation there = film->at(index.seqAt(at)).value();
                         placed += ways.at(at).value().size();
                         changed += changesBetween(here, there).incidents.size();
                         here = std::move(there);
                     }));
    }
    bench::printFigure(
        "seek.p99_ms", bench::percentile(times, 0.99), "ms", bench::Hold::AtMost, 100,
        u"the board, what differs from the one before (%2 incidents), %3 units' places; median %1 ms"_s
            .arg(bench::percentile(times, 0.5))
            .arg(changed / seeks)
            .arg(placed / seeks)
            .toUtf8());
    bench::printFigure("replay.mib", residentMib() - before, "MiB", bench::Hold::AtMost, 700,
                       u"once opened %1 MiB; the reel in the file %2 MiB"_s.arg(opened)
                           .arg(double(reel->bytes()) / (1024 * 1024))
                           .toUtf8());
    return 0;
}
