// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/safety_check.h"
#include "tests/support/must.h"
#include "tests/ui/panes/pane_desk.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/units/unit_model.h"
#include "ui/panes/units/unit_pane.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The safety checks on the board: how long yet, which was missed, and how each, a job's and all begin anew.
class UnitChecksTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<PaneDesk> m_desk;
    std::unique_ptr<UnitPane> m_pane;
    std::unique_ptr<QSignalSpy> m_echoed;
    IncidentId m_incident;

    [[nodiscard]] RowTable& table() const { return *child<RowTable>(*m_pane, u"unitTable"_s); }
    [[nodiscard]] int rowOf(const QString& callsign) const {
        const QAbstractItemModel& model = *table().model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, UnitModel::CallsignColumn).data().toString() == callsign)
                return row;
        return -1;
    }
    [[nodiscard]] QModelIndex check(const QString& callsign) const {
        return table().model()->index(rowOf(callsign), UnitModel::Check);
    }
    [[nodiscard]] std::optional<SafetyTimer> timer(QStringView unit) const {
        return m_desk->situation().units().find(code<UnitId>(unit))->timer;
    }
    [[nodiscard]] QString newestLine() const {
        return m_echoed->isEmpty() ? QString() : m_echoed->constLast().constFirst().toString();
    }
    /// Opens the menu of a unit and triggers the action that says `text`, in a menu below it too.
    [[nodiscard]] bool choose(const QString& callsign, const QString& text) {
        const int row = rowOf(callsign);
        table().selectRow(row);
        Q_EMIT table().customContextMenuRequested(QPoint(20, table().rowViewportPosition(row) + 2));
        auto* menu = child<QMenu>(*m_pane, u"unitMenu"_s);
        if (!menu)
            return false;
        QList<QAction*> actions = menu->actions();
        actions << child<QMenu>(*menu, u"unitMenu.check"_s)->actions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        const bool can = found != actions.end() && (*found)->isEnabled();
        if (can)
            (*found)->trigger();
        delete menu;
        return can;
    }
    void start(QStringView unit, Milliseconds every) {
        QVERIFY(m_desk->ask(SetTimer{.unit = code<UnitId>(unit), .every = every}));
    }

private Q_SLOTS:
    void init() {
        Scene scene;
        scene.furnish();
        m_incident = scene.report(u"a fight"_s);
        scene.issue(m_incident, u"1A12");
        scene.issue(m_incident, u"1A14");
        m_desk = std::make_unique<PaneDesk>(scene);
        m_pane = std::make_unique<UnitPane>(m_desk->context());
        m_echoed = std::make_unique<QSignalSpy>(m_pane.get(), &UnitPane::echoed);
        m_pane->resize(900, 400);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    void cleanup() {
        m_echoed.reset();
        m_pane.reset();
        m_desk.reset();
    }

    void takesRoomOnlyWhileACheckRuns() {
        QVERIFY(table().isColumnHidden(UnitModel::Check));
        start(u"1A12", 10min);
        QTRY_VERIFY(!table().isColumnHidden(UnitModel::Check));
        start(u"1A12", 0min);
        QTRY_VERIFY(table().isColumnHidden(UnitModel::Check));
    }

    void keepsTheAgeOfTheFixInSightInANarrowList() {
        m_pane->resize(410, 400); // beside the map at 1366×768
        for (const bool checked : {false, true}) {
            if (checked)
                start(u"1A12", 10min);
            QTRY_COMPARE(table().isColumnHidden(UnitModel::Check), !checked);
            for (const IncidentId& inHand : {IncidentId(), m_incident}) {
                m_desk->selection.setIncident(inHand);
                const int right = table().columnViewportPosition(UnitModel::FixAge) +
                                  table().columnWidth(UnitModel::FixAge);
                QVERIFY2(right <= table().viewport()->width(), qPrintable(QString::number(right)));
                QVERIFY(!table().isColumnHidden(UnitModel::FixAge));
                QCOMPARE(table().isColumnHidden(UnitModel::Distance), inHand.isNull());
                QCOMPARE(table().isColumnHidden(UnitModel::Since), checked && !inHand.isNull());
            }
        }
    }

    void tellsHowLongYetWhatIsDueSoonAndWhatWasMissed() {
        start(u"1A12", 10min);
        QTRY_COMPARE(check(u"1A12"_s).data().toString(), u"10:00"_s);
        QVERIFY(check(u"1A12"_s).data(Qt::ToolTipRole).toString().startsWith(u"Safety check every 10:00"_s));
        QVERIFY(!check(u"2A01"_s).data(UnitModel::CheckRole).isValid());
        const auto state = [this] { return check(u"1A12"_s).data(UnitModel::CheckRole).toInt(); };
        QCOMPARE(state(), int(CheckState::Running));
        m_desk->clock->advance(9min + 18s);
        QTRY_COMPARE(check(u"1A12"_s).data().toString(), u"due 0:42"_s);
        QCOMPARE(state(), int(CheckState::Soon));
        m_desk->clock->advance(70s);
        QTRY_COMPARE(check(u"1A12"_s).data().toString(), u"missed +0:28"_s);
        QCOMPARE(state(), int(CheckState::Missed));
    }

    void startsAtTheUsualIntervalsAndStops() {
        QVERIFY(choose(u"1A12"_s, u"Every 15 minutes"_s));
        QTRY_VERIFY(timer(u"1A12"));
        QCOMPARE(must(timer(u"1A12")).every, Milliseconds(15min));
        QCOMPARE(newestLine(), u"T 1A12 15"_s);
        QVERIFY(choose(u"1A12"_s, u"Stop the check"_s));
        QTRY_VERIFY(!timer(u"1A12"));
        QVERIFY2(!choose(u"1A12"_s, u"Stop the check"_s), "nothing to stop");
    }

    void resetsOneAJobsAndAll() {
        for (const QStringView unit : {u"1A12", u"1A14", u"2A01"})
            start(unit, 10min);
        m_desk->clock->advance(4min);
        const Instant anew = m_desk->clock->now() + 10min;
        QVERIFY(choose(u"1A12"_s, u"All is well: reset the check"_s));
        QTRY_COMPARE(must(timer(u"1A12")).due, anew);
        QCOMPARE(newestLine(), u"TR 1A12"_s);
        QVERIFY(must(timer(u"1A14")).due < anew);
        QVERIFY(choose(u"1A12"_s, u"Reset all checks of 0001"_s));
        QTRY_COMPARE(must(timer(u"1A14")).due, anew);
        QCOMPARE(newestLine(), u"TR 1A12 1A14"_s);
        QVERIFY(must(timer(u"2A01")).due < anew);
        QVERIFY(choose(u"2A01"_s, u"Reset all checks"_s));
        QTRY_COMPARE(must(timer(u"2A01")).due, anew);
        QCOMPARE(newestLine(), u"TR *"_s);
    }

    void resetsThoseOfTheIncidentInHandByOneKey() {
        start(u"1A14", 10min);
        start(u"2A01", 10min);
        m_desk->clock->advance(4min);
        const Instant anew = m_desk->clock->now() + 10min;
        m_pane->resetChecks(); // nothing is in hand: not every check there is
        QTRY_VERIFY(child<QLabel>(*m_pane, u"promptComplaint"_s)->isVisible());
        QVERIFY(must(timer(u"1A14")).due < anew && must(timer(u"2A01")).due < anew);
        m_desk->selection.setIncident(m_incident);
        m_pane->resetChecks();
        QTRY_COMPARE(must(timer(u"1A14")).due, anew);
        QVERIFY(must(timer(u"2A01")).due < anew);
    }
};

QTEST_MAIN(UnitChecksTest)
#include "unit_checks_test.moc"
