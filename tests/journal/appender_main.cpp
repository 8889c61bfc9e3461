// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/sqlite_journal.h"
#include "tests/journal/drafts.h"

#include <QTextStream>

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <ctime>

// A child for tests: appends to the journal FILE, COUNT times one to three entries (0: for ever), numbering
// its drafts from FIRST, and prints "seq hash" of each entry once it is durable.

using namespace tridesk;

namespace {

bool tell(const QList<Entry>& entries) {
    QByteArray lines;
    for (const Entry& entry : entries)
        lines += QByteArray::number(entry.seq) + ' ' + entry.hash.toHex() + '\n';
    return ::write(STDOUT_FILENO, lines.constData(), size_t(lines.size())) == lines.size();
}

bool dieAfter(long microseconds) {
    sigevent event = {};
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGKILL;
    const itimerspec moment = {{}, {microseconds / 1'000'000, microseconds % 1'000'000 * 1000 + 1}};
    timer_t timer = {};
    return ::timer_create(CLOCK_MONOTONIC, &event, &timer) == 0 &&
           ::timer_settime(timer, 0, &moment, nullptr) == 0;
}

bool append(Journal& journal, int number) {
    auto step = journal.begin();
    if (!step)
        return false;
    const auto entries = (*step)->append(test::drafts(number, 1 + number % 3), SystemClock().now());
    return entries && (*step)->commit() && tell(*entries);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4 || (argc > 4 && !dieAfter(std::atol(argv[4]))))
        return 2;
    auto journal = SqliteJournal::open(QString::fromLocal8Bit(argv[1]));
    if (!journal) {
        QTextStream(stderr) << journal.error().toString() << Qt::endl;
        return 1;
    }
    const int first = std::atoi(argv[2]), count = std::atoi(argv[3]);
    for (int i = 0; count == 0 || i < count; ++i)
        if (!append(**journal, first + i * 3))
            return 1;
    return 0;
}
