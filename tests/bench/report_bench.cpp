// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/report/report_csv.h"
#include "app/report/report_jobs.h"
#include "tests/bench/figure.h"
#include "tests/support/long_shift.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

// The report of a span of 100,000 incidents: how long until its figures are there, and what they take.

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype incidents = 100'000;
constexpr qint64 step = 100'000;

double residentMib() {
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1024 * 1024);
}

double secondsOf(const auto& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const bench::Filter filter(argc, argv);
    if (!filter.wants("report.span.s") && !filter.wants("report.span.mib") && !filter.wants("report.list.s"))
        return 0;
    const QTemporaryDir scratch;
    const DataFolder folder = must(DataFolder::open(scratch.path()));
    LongShift shift({.stations = 12, .units = 1'000, .open = 200}, 100);
    {
        const auto journal = must(SqliteJournal::open(folder.journal()));
        while (shift.situation().incidents().size() < incidents)
            if (!shift.runTo(*journal, shift.situation().seq() + step))
                return 1;
    }
    const ReplayGround record{
        .journal = [path = folder.journal()] -> std::expected<std::unique_ptr<Journal>, QString> {
            return must(SqliteJournal::open(path));
        },
        .fixes = [path = folder.fixes()] -> std::expected<std::unique_ptr<FixStore>, QString> {
            return must(FixStore::open(path));
        },
        .reel = scratch.filePath(u"reel"_s)};
    const SpanQuestion question{
        .query = {.from = instantFromMs(0), .to = shift.now() + std::chrono::hours(1)},
        .situation = shift.situation(),
        .eyes = {.actor = actor(u"bureau")},
        .now = shift.now()};
    const auto count = [&] { return readSpan(record, question).takeResult(); };
    const double first = secondsOf(count); // makes the reel
    const double before = residentMib();
    std::expected<SpanReport, NoReportReason> report;
    const double again = secondsOf([&] { report = count(); });
    if (!report || report->statistics.whole.incidents < incidents)
        return 1;
    const QByteArray beside = QByteArray::number(shift.situation().seq()) +
                              " entries; the first time, making the reel, " +
                              QByteArray::number(first, 'f', 1) + " s";
    bench::printFigure("report.span.s", again, "s", bench::Hold::AtMost, 5, beside);
    bench::printFigure("report.span.mib", residentMib() - before, "MiB", bench::Hold::AtMost, 400,
                       "kept after it, figures and list");
    QByteArray table;
    const double list = secondsOf([&] { table = spanListCsv(report->list, shift.situation()); });
    bench::printFigure("report.list.s", list, "s", bench::Hold::AtMost, 5,
                       QByteArray::number(double(table.size()) / (1024 * 1024), 'f', 1) + " MiB of CSV");
    return 0;
}
