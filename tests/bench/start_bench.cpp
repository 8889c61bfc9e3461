// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/fact_reel.h"
#include "app/journal/data_folder.h"
#include "app/journal/sqlite_journal.h"
#include "tests/bench/big_desk.h"
#include "tests/bench/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

// The console itself, started on a data folder with 10,000 units on duty and 100,000 incidents, until its
// window is drawn and takes input, as it says in its log (category tridesk.start); and the most memory it had
// by then. A folder in which a console has been at work for a minute holds the cache of facts
// (reel_keeper.h); what a start takes without it, on a folder brought from elsewhere, stands beside the
// figure.

using namespace tridesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms
constexpr int runs = 5;

struct Start {
    double seconds = 0;
    double mib = 0;
};

double peakMib(qint64 process) {
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

std::optional<Start> startOnce(const QString& folder) {
    QProcess console;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"tridesk.start.info=true"_s);
    console.setProcessEnvironment(environment);
    console.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer timer;
    timer.start();
    console.start(u"%1/tridesk"_s.arg(QStringLiteral(TRIDESK_BIN_DIR)),
                  {u"--data"_s, folder, u"--seat"_s, u"bureau"_s, u"--size"_s, u"1920x1080"_s});
    QByteArray said;
    while (timer.elapsed() < patience && console.state() != QProcess::NotRunning) {
        console.waitForReadyRead(200);
        said += console.readAll();
        if (!said.contains("usable"))
            continue;
        const Start start{double(timer.elapsed()) / 1000, peakMib(console.processId())};
        console.kill();
        console.waitForFinished();
        return start;
    }
    std::fprintf(stderr, "the console did not start: %s\n", said.constData());
    return std::nullopt;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const bench::Filter filter(argc, argv);
    if (!filter.wants("start.s") && !filter.wants("start.mib"))
        return 0;
    const QTemporaryDir dir;
    const auto folder = DataFolder::open(dir.path()).value();
    const auto journal = SqliteJournal::open(folder.journal());
    if (!journal || !bench::fill(**journal, {}))
        return 2;
    const auto bare = startOnce(dir.path());
    const auto facts = FactReel::open(folder.facts(), **journal);
    if (!bare || !facts || !(*facts)->follow(**journal))
        return 2;
    QList<double> seconds;
    double mib = bare->mib;
    for (int i = 0; i < runs; ++i) {
        const auto start = startOnce(dir.path());
        if (!start)
            return 2;
        seconds.append(start->seconds);
        mib = std::max(mib, start->mib);
    }
    const auto [least, most] = std::ranges::minmax(seconds);
    bench::printFigure("start.s", bench::percentile(seconds, 0.5), "s", bench::Hold::AtMost, 1.5,
                       u"%1 starts, %2 to %3; without the cache of facts %4"_s.arg(runs)
                           .arg(least)
                           .arg(most)
                           .arg(bare->seconds)
                           .toUtf8());
    bench::printFigure("start.mib", mib, "MiB", bench::Hold::AtMost, 400,
                       "10,000 units, 100,000 incidents of which 500 open");
    return 0;
}
