// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/clockwork.h"
#include "app/desk/fix_board.h"
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "tests/bench/big_desk.h"
#include "tests/bench/figure.h"
#include "tests/journal/drafts.h"
#include "ui/actions/selection.h"
#include "ui/panes/queue/queue_model.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <ctime>

// From a key in the bureau's real window until the order is durable and the queue has been painted with it:
// 10,000 units on duty, all with a position, 5,000 open incidents, all late. In turns the row key D, and
// Enter at the end of a typed line. The clockwork runs as in the console. Beside it, what the disk takes: a
// bare append of an entry as large to a journal in the same folder.

using namespace tridesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int presses = 120;
constexpr auto handsPause = 120ms; ///< between choosing a row and pressing the key: panes narrow meanwhile
constexpr int patience = 20'000;   // ms
constexpr int failed = 2;

/// What this thread has worked, ms: on a machine that others use too, more of it tells than the clock does.
double worked() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Goes on from an instant as time passes.
class RunningClock final : public Clock {
public:
    explicit RunningClock(Instant start)
        : m_start(start) {
        m_since.start();
    }
    [[nodiscard]] Instant now() const override { return m_start + Milliseconds(m_since.elapsed()); }

private:
    Instant m_start;
    QElapsedTimer m_since;
};

template <class Store>
auto opened(std::expected<std::unique_ptr<Store>, JournalFault> store) {
    return std::move(store).transform_error([](const JournalFault& fault) { return fault.toString(); });
}

void placeAll(FixBoard& board, const Situation& situation, Instant now) {
    QList<Fix> fixes;
    fixes.reserve(situation.units().size());
    for (const Unit& unit : situation.units()) {
        const auto i = fixes.size();
        fixes.append({.unit = unit.definition.id,
                      .at = test::must(
                          GeoPoint::from(31.0 + double(i % 997) / 1000, 118.0 + double(i % 11'987) / 1000)),
                      .measuredAt = now,
                      .receivedAt = now,
                      .speed = {},
                      .heading = {},
                      .accuracy = {},
                      .source = u"bench"_s});
    }
    if (!board.take(fixes))
        std::fprintf(stderr, "the positions were not taken\n");
}

class Hand : public QObject {
public:
    Hand(Desk& desk, MainWindow& window, Journal& journal)
        : m_desk(desk)
        , m_window(window)
        , m_bare(journal)
        , m_clockwork(desk)
        , m_table(window.findChild<QAbstractItemView*>(u"queueTable"_s))
        , m_line(window.findChild<QLineEdit*>(u"commandLine"_s)) {
        for (const Unit& unit : desk.situation().units())
            m_units.append(unit.definition.id);
        m_table->viewport()->installEventFilter(this);
        connect(&desk, &Desk::changed, this, &Hand::note);
        connect(&m_clockwork, &Clockwork::settled, this, &Hand::markLate);
    }

    /// First everything that is late by now is marked, as it would have been.
    void begin() {
        m_clockwork.tick();
        if (!m_clockwork.isWaiting())
            goOn();
    }

    QList<double> byRow, byLine, typed, bare, work; ///< ms

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        // Told after the painting that this event is about to do.
        if (event->type() == QEvent::Paint && m_ordered && m_pressed.isValid())
            QMetaObject::invokeMethod(this, &Hand::take, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }

private:
    void markLate() {
        if (m_begun)
            return;
        QTimer::singleShot(0, this, &Hand::begin);
    }

    void goOn() {
        if (!std::exchange(m_begun, true))
            m_clockwork.start();
        if (m_count == presses)
            return QCoreApplication::exit(0);
        appendBare();
        if (!choose())
            return QCoreApplication::exit(failed);
        QTimer::singleShot(handsPause, this, [this] { m_count % 2 == 0 ? pressRowKey() : pressEnter(); });
        QTimer::singleShot(patience, this, [this, count = m_count] {
            if (m_count == count)
                QCoreApplication::exit(failed);
        });
    }

    /// The first row in sight that nobody was sent to, and a unit that was sent nowhere.
    bool choose() {
        const QAbstractItemModel& rows = *m_table->model();
        for (int row = 0; row < rows.rowCount(); ++row) {
            const QModelIndex index = rows.index(row, 0);
            if (index.data(QueueModel::StageRole).toInt() != int(IncidentStage::Pending))
                continue;
            m_table->setCurrentIndex(index);
            m_incident = test::must(IncidentId::parse(index.data(QueueModel::IdRole).toString()));
            m_unit = m_units.takeLast();
            m_window.selection().setUnits({m_unit});
            m_table->setFocus();
            return true;
        }
        return false;
    }

    void press() {
        m_pressed.start();
        m_worked = worked();
    }

    void pressRowKey() {
        press();
        QTest::keyClick(m_table, Qt::Key_D);
    }

    void pressEnter() {
        const Situation& situation = m_desk.situation();
        m_line->setFocus();
        m_line->clear();
        const QString line =
            u"D %1 %2 "_s.arg(situation.units().find(m_unit)->definition.callsign.toString(),
                              incidentNumberText(situation.incidents().find(m_incident)->number));
        for (const QChar key : line) {
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(m_line, key.toLatin1());
            typed.append(double(timer.nsecsElapsed()) / 1e6);
        }
        press();
        QTest::keyClick(m_line, Qt::Key_Return);
    }

    void note() {
        const Incident* incident = m_desk.situation().incidents().find(m_incident);
        m_ordered = m_pressed.isValid() && incident && !incident->orders.isEmpty();
    }

    void take() {
        if (!m_pressed.isValid())
            return;
        (m_count % 2 == 0 ? byRow : byLine).append(double(m_pressed.nsecsElapsed()) / 1e6);
        work.append(worked() - m_worked);
        m_pressed.invalidate();
        m_ordered = false;
        ++m_count;
        goOn();
    }

    void appendBare() {
        QElapsedTimer timer;
        timer.start();
        auto step = m_bare.begin();
        if (step && (*step)->append({test::draft(m_count, 400)}, instantFromMs(1)) && (*step)->commit())
            bare.append(double(timer.nsecsElapsed()) / 1e6);
    }

    Desk& m_desk;
    MainWindow& m_window;
    Journal& m_bare;
    Clockwork m_clockwork;
    QAbstractItemView* m_table;
    QLineEdit* m_line;
    QList<UnitId> m_units;
    IncidentId m_incident;
    UnitId m_unit;
    QElapsedTimer m_pressed;
    double m_worked = 0;
    bool m_ordered = false;
    bool m_begun = false;
    int m_count = 0;
};

QString told(const QString& what, const QList<double>& ms) {
    return u"%1 median %2, p99 %3"_s.arg(what)
        .arg(bench::percentile(ms, 0.5), 0, 'f', 1)
        .arg(bench::percentile(ms, 0.99), 0, 'f', 1);
}

void print(const Hand& hand) {
    bench::printFigure("desk.key_to_row.p99_ms", bench::percentile(hand.byRow + hand.byLine, 0.99), "ms",
                       bench::Hold::AtMost, 50,
                       QStringList{told(u"row key D"_s, hand.byRow), told(u"line and Enter"_s, hand.byLine),
                                   told(u"each key of the line"_s, hand.typed),
                                   told(u"of it the window's thread works"_s, hand.work),
                                   told(u"a bare durable append"_s, hand.bare)}
                           .join(u"; "_s)
                           .toUtf8());
}

int measure(QApplication& app) {
    const QTemporaryDir dir;
    const DataFolder folder = DataFolder::open(dir.path()).value();
    const auto bare = SqliteJournal::open(folder.file(u"bare.db"_s));
    const bench::BigDesk size{.units = 10'000, .incidents = 5'000, .open = 5'000};
    {
        const auto journal = SqliteJournal::open(folder.journal());
        if (!bare || !journal || !bench::fill(**journal, size))
            return failed;
    }
    const auto clock =
        std::make_shared<RunningClock>(test::ManualClock().now() + Milliseconds(500) * size.incidents);
    Desk desk(
        [folder]() -> std::expected<std::unique_ptr<Journal>, QString> {
            return opened(SqliteJournal::open(folder.journal()));
        },
        folder.journalBell(), clock, std::make_shared<RandomIds>());
    FixBoard fixes([folder] { return opened(FixStore::open(folder.fixes())); }, folder.fixesBell());
    Look look(app);
    look.set(Theme::day());
    QSettings settings(folder.file(u"bench.ini"_s), QSettings::IniFormat);
    SeatDesk seat(desk, test::actor(u"bureau"));
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<Hand> hand;
    QObject::connect(&desk, &Desk::ready, &app, [&] {
        placeAll(fixes, desk.situation(), clock->now());
        window = std::make_unique<MainWindow>(WindowGround{.desk = seat,
                                                           .fixes = fixes,
                                                           .look = look,
                                                           .settings = settings,
                                                           .map = nullptr,
                                                           .places = nullptr,
                                                           .name = {},
                                                           .size = {1920, 1080},
                                                           .restore = false});
        window->show();
        window->activateWindow();
        hand = std::make_unique<Hand>(desk, *window, **bare);
        hand->begin();
    });
    fixes.start();
    desk.start();
    if (const int code = QApplication::exec(); code != 0 || !hand)
        return failed;
    print(*hand);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    return bench::Filter(argc, argv).wants("desk.key_to_row.p99_ms") ? measure(app) : 0;
}
