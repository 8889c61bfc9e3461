// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ffplay_wall.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <unistd.h>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace tridesk::bench {

namespace {

constexpr int patienceMs = 30'000; ///< for the last first picture
constexpr int measuredMs = 10'000;

/// One of them, and what it says of its clock: "  1.23 M-V:  0.000 fd= …", "nan" before the first picture.
struct Ffplay {
    std::unique_ptr<QProcess> process;
    double firstS = -1;
};

QByteArray read(const QProcess& process, const QString& what) {
    QFile file(u"/proc/%1/%2"_s.arg(process.processId()).arg(what));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Seconds that it has worked, for itself and in the system: man 5 proc, stat, fields 14 and 15.
double worked(const QProcess& process) {
    const QByteArray stat = read(process, u"stat"_s);
    const QList<QByteArray> fields = stat.sliced(std::min(stat.size(), stat.lastIndexOf(')') + 2)).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / double(sysconf(_SC_CLK_TCK));
}

double shareOfMemoryMib(const QProcess& process) {
    for (const QByteArray& line : read(process, u"smaps_rollup"_s).split('\n'))
        if (line.startsWith("Pss:"))
            return line.sliced(4).trimmed().split(' ').constFirst().toDouble() / 1024;
    return 0;
}

void listen(Ffplay& player, double seconds) {
    const QByteArray said = player.process->readAllStandardError();
    const qsizetype clock = said.indexOf(" M-V:");
    if (player.firstS < 0 && clock >= 0 && !said.first(clock).trimmed().endsWith("nan"))
        player.firstS = seconds;
}

} // namespace

std::optional<FfplayFigures> measureFfplay(int feeds, int port) {
    const QString program = QStandardPaths::findExecutable(u"ffplay"_s);
    if (program.isEmpty())
        return {};
    std::vector<Ffplay> players(static_cast<std::size_t>(feeds));
    QElapsedTimer timer;
    timer.start();
    for (int feed = 0; feed < feeds; ++feed) {
        Ffplay& player = players.at(std::size_t(feed));
        player.process = std::make_unique<QProcess>();
        QObject::connect(player.process.get(), &QProcess::readyReadStandardError, player.process.get(),
                         [&player, &timer] { listen(player, double(timer.elapsed()) / 1000); });
        player.process->start(program, {u"-hide_banner"_s, u"-stats"_s, u"-fflags"_s, u"nobuffer"_s,
                                        u"-flags"_s, u"low_delay"_s, u"-an"_s, u"-x"_s, u"480"_s, u"-y"_s,
                                        u"270"_s, u"rtsp://127.0.0.1:%1/cam%2"_s.arg(port).arg(feed)});
    }
    const auto shows = [](const Ffplay& player) { return player.firstS >= 0; };
    (void)QTest::qWaitFor([&] { return std::ranges::all_of(players, shows); }, patienceMs);
    const auto all = [&](double (*of)(const QProcess&)) {
        double sum = 0;
        for (const Ffplay& player : players)
            sum += of(*player.process);
        return sum;
    };
    const double before = all(worked);
    timer.restart();
    (void)QTest::qWaitFor([&] { return timer.elapsed() >= measuredMs; }, 2 * measuredMs);
    FfplayFigures figures;
    figures.cpuPct = (all(worked) - before) / (double(timer.elapsed()) / 1000) * 100;
    figures.mib = all(shareOfMemoryMib);
    for (const Ffplay& player : players) {
        figures.firstS = std::max(figures.firstS, player.firstS);
        figures.black += shows(player) ? 0 : 1;
        player.process->disconnect();
        player.process->kill();
        player.process->waitForFinished();
    }
    return figures;
}

} // namespace tridesk::bench
