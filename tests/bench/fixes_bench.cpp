// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/fix_board.h"
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "tests/bench/figure.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <ctime>

// Fixes of 10,000 units into the live positions and the store, until the last one is on the disk. "One core":
// what the process used of all cores together is what is divided by.

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

double processorSeconds() {
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return double(used.tv_sec) + double(used.tv_nsec) / 1e9;
}

QList<Fix> oneOfEach(int units, qint64 second) {
    QList<Fix> fixes;
    for (int i = 0; i < units; ++i)
        fixes.append({test::code<UnitId>(u"%1A%2"_s.arg(i % 12).arg(i)),
                      must(GeoPoint::from(31.5, 118 + i * 1e-4)), instantFromMs(second * 1000),
                      instantFromMs(second * 1000 + 100), 8.0, 45.0, 5.0, u"sim"_s});
    return fixes;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    if (!bench::Filter(argc, argv).wants("fixes.per_s"))
        return 0;
    constexpr int units = 10'000, rounds = 60, batch = 500;
    QList<QList<Fix>> waves;
    for (int i = 0; i < rounds; ++i)
        waves.append(oneOfEach(units, i));
    const QTemporaryDir dir;
    const DataFolder folder = DataFolder::open(dir.path()).value();
    const double before = processorSeconds();
    QElapsedTimer wall;
    wall.start();
    {
        FixBoard board(
            [folder]() -> std::expected<std::unique_ptr<FixStore>, QString> {
                return FixStore::open(folder.fixes()).transform_error([](const JournalFault& f) {
                    return f.toString();
                });
            },
            folder.fixesBell());
        board.start();
        for (const QList<Fix>& wave : waves)
            for (qsizetype at = 0; at < wave.size(); at += batch)
                while (!board.take(std::span(wave).subspan(at, batch)))
                    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    } // leaves when all is stored
    const double used = processorSeconds() - before;
    const double stored = units * double(rounds);
    bench::printFigure(
        "fixes.per_s", stored / used, "fixes/s", bench::Hold::AtLeast, 100'000,
        u"%1 by the clock on the wall"_s.arg(stored * 1000 / double(wall.elapsed()), 0, 'f', 0).toUtf8());
    return 0;
}
