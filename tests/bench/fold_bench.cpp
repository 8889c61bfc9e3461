// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "app/journal/data_folder.h"
#include "app/journal/sqlite_journal.h"
#include "tests/bench/big_desk.h"
#include "tests/bench/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <ctime>
#include <utility>

// How long a desk takes from opening its journal to a whole situation: the part of a console's start that
// grows with the night. Printed in parts, for whoever profiles it; the figure that must hold is start.s
// (start_bench).

using namespace tridesk;
using namespace Qt::StringLiterals;

namespace {

/// Processor time of this process, so that what else the machine does is not in it.
class ProcessorTime {
public:
    double lap() {
        timespec used{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
        const double now = double(used.tv_sec) + double(used.tv_nsec) / 1e9;
        return now - std::exchange(m_last, now);
    }

private:
    double m_last = 0;
};

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const bench::Filter filter(argc, argv);
    if (!filter.wants("fold.start.s"))
        return 0;
    const QTemporaryDir dir;
    const QString path = DataFolder::open(dir.path()).value().journal();
    {
        const auto journal = SqliteJournal::open(path).value();
        if (!bench::fill(*journal, {}))
            return 2;
    }
    ProcessorTime cpu;
    cpu.lap();
    QList<Entry> all;
    {
        const auto journal = SqliteJournal::open(path).value();
        all = journal->read(1, 1'000'000).value();
    }
    const double read = cpu.lap();
    QList<Fact> facts;
    for (const Entry& entry : std::as_const(all))
        facts.append(decode(entry.fact).value());
    const double decoded = cpu.lap();
    Situation situation;
    for (qsizetype i = 0; i < all.size(); ++i)
        situation.fold(all[i], facts[i]);
    const double folded = cpu.lap();
    const QByteArray parts =
        u"%1 entries; of a processor: read %2 s, decode %3 s, fold %4 s"_s.arg(all.size())
            .arg(read)
            .arg(decoded)
            .arg(folded)
            .toUtf8();

    Desk desk(
        [path]() -> std::expected<std::unique_ptr<Journal>, QString> {
            return SqliteJournal::open(path).value();
        },
        {}, std::make_shared<SystemClock>(), std::make_shared<RandomIds>());
    QSignalSpy ready(&desk, &Desk::ready);
    QElapsedTimer timer;
    timer.start();
    desk.start();
    ready.wait(60'000);
    bench::printFigure("fold.start.s", double(timer.elapsed()) / 1000, "s", bench::Hold::AtMost, 1.0, parts);
    return 0;
}
