// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/replay/film.h"
#include "app/replay/fix_film.h"
#include "tests/bench/figure.h"
#include "tests/support/long_shift.h"
#include "ui/map/canvas.h"
#include "ui/replay/replay_window.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cmath>
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
/// Each heard of every few seconds, so that their fixes span what the entries span.
constexpr int stations = 12;
constexpr int units = 200;
constexpr Milliseconds pace{1'700}; ///< some 100,000 entries a day

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

/// Degrees from the western edge: about 90 m from one report to the next, all day, each car elsewhere.
double toAndFro(qint64 round, int car) {
    constexpr double width = 0.6;
    const double driven = std::fmod(double(round) * 9.5e-4 + car * 0.03, 2 * width);
    return driven < width ? driven : 2 * width - driven;
}

/// The cars' ways while the shift lasted, as they came: a batch of all of them at a time.
bool drive(FixStore& store, Instant from, Instant to) {
    constexpr qint64 rounds = fixes / units;
    constexpr qint64 together = 2'000; ///< rounds in one step
    QList<Fix> one;
    one.resize(units);
    for (int i = 0; i < units; ++i) {
        one[i].unit = UnitId::parse(u"%1A%2"_s.arg(i % stations).arg(i / stations)).value();
        one[i].source = u"bench"_s;
    }
    for (qint64 round = 0; round < rounds;) {
        QList<QList<Fix>> batches;
        for (; batches.size() < together && round < rounds; ++round) {
            const Instant at = from + (to - from) * round / rounds;
            for (int i = 0; i < units; ++i) {
                one[i].at = GeoPoint::from(31 + i * 1e-3, 118 + toAndFro(round, i)).value();
                one[i].measuredAt = at;
                one[i].receivedAt = at;
            }
            batches.append(one);
        }
        if (!store.appendBatches(batches))
            return false;
    }
    return true;
}

/// Counts how often any part of a widget is painted.
class Paints final : public QObject {
public:
    explicit Paints(QWidget& of)
        : QObject(&of) {
        of.installEventFilter(this);
        for (QWidget* part : of.findChildren<QWidget*>())
            part->installEventFilter(this);
    }
    [[nodiscard]] qint64 most() const { return m_counts.isEmpty() ? 0 : *std::ranges::max_element(m_counts); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint)
            ++m_counts[watched];
        return false;
    }

private:
    QHash<QObject*, qint64> m_counts;
};

/// The window as a reviewer has it, played at 64 times from the middle of the record.
double framesASecond(QApplication& application, const DataFolder& folder, const QString& reel) {
    constexpr auto played = std::chrono::seconds(10);
    Look look(application);
    QSettings settings(folder.file(u"bench.ini"_s), QSettings::IniFormat);
    ReplayWindow window(
        {.record = {.journal = [path = folder.journal()] -> std::expected<std::unique_ptr<Journal>, QString> {
                        return SqliteJournal::open(path).value();
                    },
                    .fixes = [path = folder.fixes()] -> std::expected<std::unique_ptr<FixStore>, QString> {
                        return FixStore::open(path).value();
                    },
                    .reel = reel},
         .actor = actor(u"bureau"),
         .look = look,
         .settings = settings,
         .surface = ui::MapSurface::Raster,
         .size = {1920, 1080}});
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy ready(&window.replay(), &Replay::ready);
    window.show();
    if (ready.isEmpty() && !ready.wait(60'000))
        return 0;
    const PlayClock& clock = window.replay().clock();
    window.replay().seek(clock.first() + (clock.last() - clock.first()) / 2);
    window.replay().setSpeed(64);
    window.replay().play();
    const Paints paints(*window.findChild<ui::MapCanvas*>());
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    QTimer::singleShot(played, &loop, &QEventLoop::quit);
    loop.exec();
    return double(paints.most()) * 1e9 / double(timer.nsecsElapsed());
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const bench::Filter filter(argc, argv);
    if (!filter.wants("fold.cold.s") && !filter.wants("seek.p99_ms") && !filter.wants("replay.mib") &&
        !filter.wants("replay.64x.fps"))
        return 0;
    const QTemporaryDir dir;
    const DataFolder folder = DataFolder::open(dir.path()).value();
    {
        const auto journal = SqliteJournal::open(folder.journal()).value();
        LongShift shift({.stations = stations, .units = units, .open = 200, .pace = pace}, 1);
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
    bool driven = false;
    const Instant start = film->index().timeOf(1);
    const Instant last = film->index().timeOf(film->lastSeq());
    const double written = secondsOf([&] { driven = drive(*store, start, last); });
    if (!driven)
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
    bench::printFigure("seek.p99_ms", bench::percentile(times, 0.99), "ms", bench::Hold::AtMost, 100,
                       u"the board, what differs from the one before (%2 incidents), %3 units' places among "
                       u"%4 fixes; median "
                       "%1 ms; the fixes were written in %5 s"_s.arg(bench::percentile(times, 0.5))
                           .arg(changed / seeks)
                           .arg(placed / seeks)
                           .arg(fixes)
                           .arg(written)
                           .toUtf8());
    bench::printFigure("replay.mib", residentMib() - before, "MiB", bench::Hold::AtMost, 700,
                       u"once opened %1 MiB; the reel in the file %2 MiB"_s.arg(opened)
                           .arg(double(reel->bytes()) / (1024 * 1024))
                           .toUtf8());
    film.reset();
    reel.reset(); // the window keeps it up now
    bench::printFigure(
        "replay.64x.fps", framesASecond(app, folder, path), "1/s", bench::Hold::AtLeast, 30,
        u"paints of the map while 64 times is played in a window of 1920x1080: %1 cars, each heard of "
        u"every %2 s"_s.arg(units)
            .arg(double((last - start).count()) / double(fixes / units) / 1'000)
            .toUtf8());
    return 0;
}
