// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A crew in trouble, from its one touch to the decision that ends it; and what the queue's own menu does.

#include "tests/support/live_desk.h"
#include "ui/actions/selection.h"
#include "ui/field/field_window.h"
#include "ui/map/canvas.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/queue/queue_model.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class SafetyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_look = std::make_unique<Look>(*qApp);
        m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
        m_desk = std::make_unique<SeatDesk>(m_live->desk(), actor(u"bureau"));
        m_window = open(*m_desk);
    }
    void cleanup() {
        m_window.reset();
        m_desk.reset();
        m_look.reset();
        m_settings.reset();
        m_live.reset();
    }

    void anEmergencyIsOneTouchAndLatchesUntilItIsDecided() {
        SeatDesk crew(m_live->desk(), actor(u"field:1A12"));
        FieldWindow car(crew, *m_look);
        car.show();
        auto* key = part<QPushButton>(car, u"field.emergency"_s);
        QVERIFY(key->isVisible() && !part<QWidget>(*m_window, u"emergencies"_s)->isVisible());
        QTest::mouseClick(key, Qt::LeftButton);
        QTRY_VERIFY(part<QWidget>(*m_window, u"emergencies"_s)->isVisible());
        auto* row = part<QWidget>(*m_window, u"emergency.1A12"_s);
        QCOMPARE(part<QLabel>(*row, u"emergency.who"_s)->text(), u"1A12");
        // the map went there, whatever else was looked at
        QCOMPARE(m_window->selection().units(), QSet<UnitId>{code<UnitId>(u"1A12")});
        QVERIFY(!key->isVisible());
        auto* state = part<QLabel>(car, u"field.emergencyState"_s);
        QVERIFY2(state->text().contains(u"No desk"), qPrintable(state->text()));

        // nothing of the crew's takes it away
        m_live->desk().submit(crew.actor(), EndEmergency{.unit = code<UnitId>(u"1A12"),
                                                         .outcome = EmergencyOutcome::False,
                                                         .reason = u"pressed by mistake"_s});
        auto* strip = part<QWidget>(car, u"field.emergencyStrip"_s);
        const QString before = strip->styleSheet(); // it pulses
        QTRY_VERIFY(strip->styleSheet() != before);
        QTest::mouseClick(part<QPushButton>(*row, u"emergency.acknowledge"_s), Qt::LeftButton);
        QTRY_VERIFY(!part<QPushButton>(*row, u"emergency.acknowledge"_s)->isVisible());
        QTRY_VERIFY(state->text().contains(u"heard you"));
        QVERIFY(row->isVisible());

        // and it is not ended without a reason
        QTest::mouseClick(part<QPushButton>(*row, u"emergency.resolve"_s), Qt::LeftButton);
        auto* answer = visibleInput();
        QVERIFY(answer);
        QTest::keyClick(answer, Qt::Key_Return);
        QVERIFY(answer->isVisible() && row->isVisible());
        QTest::keyClicks(answer, u"backup arrived"_s);
        QTest::keyClick(answer, Qt::Key_Return);
        QTRY_VERIFY(!part<QWidget>(*m_window, u"emergencies"_s)->isVisible());
        QTRY_VERIFY(key->isVisible());
        QVERIFY(!m_live->situation().units().find(code<UnitId>(u"1A12"))->emergency);
    }

    void aStationSeesTheEmergenciesOfItsOwn() {
        SeatDesk other(m_live->desk(), actor(u"station:ST02"));
        const auto station = open(other);
        QVERIFY(m_live->ask(u"bureau", RaiseEmergency{.unit = code<UnitId>(u"1A14"),
                                                      .source = EmergencySource::Desk,
                                                      .text = u"shots heard"_s,
                                                      .at = {}}));
        QVERIFY(part<QWidget>(*m_window, u"emergency.1A14"_s)->isVisible());
        QVERIFY(!station->findChild<QWidget*>(u"emergency.1A14"_s));
        QVERIFY(m_live->ask(u"bureau", RaiseEmergency{.unit = code<UnitId>(u"2A01"),
                                                      .source = EmergencySource::Desk,
                                                      .text = {},
                                                      .at = {}}));
        QVERIFY(part<QWidget>(*station, u"emergency.2A01"_s)->isVisible());
        // a window opened now shows what stands
        const auto later = open(other);
        QVERIFY(part<QWidget>(*later, u"emergency.2A01"_s)->isVisible());
    }

    void aCrewAnswersItsSafetyCheck() {
        SeatDesk crew(m_live->desk(), actor(u"field:1A12"));
        FieldWindow car(crew, *m_look);
        car.show();
        auto* strip = part<QWidget>(car, u"field.checkStrip"_s);
        QVERIFY(!strip->isVisible());
        QVERIFY(m_live->ask(u"bureau", SetTimer{.unit = code<UnitId>(u"1A12"), .every = 10min}));
        QTRY_VERIFY(strip->isVisible());
        m_live->pass(7min);
        QTest::mouseClick(part<QPushButton>(car, u"field.checkAnswer"_s), Qt::LeftButton);
        QTRY_COMPARE(must(m_live->situation().units().find(code<UnitId>(u"1A12"))->timer).due - crew.now(),
                     Milliseconds(10min));
    }

    void whatIsHeldWaitsBelowAndComesBack() {
        const IncidentId first = m_live->report(u"first"_s, 32.05, 118.55);
        m_live->pass(5s);
        const IncidentId second = m_live->report(u"second"_s, 32.05, 118.56);
        QCOMPARE(queue(), (QList{first, second}));
        choose(first, u"Hold…"_s);
        auto* answer = visibleInput();
        QVERIFY(answer);
        answer->setText(u"soon"_s);
        QTest::keyClick(answer, Qt::Key_Return);
        QVERIFY(!m_live->situation().incidents().find(first)->hold);
        choose(first, u"Hold…"_s);
        visibleInput()->setText(u"20 the owner comes back"_s);
        QTest::keyClick(visibleInput(), Qt::Key_Return);
        QTRY_COMPARE(queue(), (QList{second, first}));
        QCOMPARE(must(m_live->situation().incidents().find(first)->hold).reason, u"the owner comes back");
        m_live->pass(21min);
        QTRY_COMPARE(queue(), (QList{first, second}));
    }

    void thePinnedStandsFirstAndARegradeAsksWhy() {
        const IncidentId first = m_live->report(u"first"_s, 32.05, 118.55);
        m_live->pass(5s);
        const IncidentId second = m_live->report(u"second"_s, 32.05, 118.56);
        choose(second, u"Pinned"_s);
        QTRY_COMPARE(queue(), (QList{second, first}));
        choose(first, u"Critical"_s);
        auto* answer = visibleInput();
        QVERIFY(answer);
        QTest::keyClicks(answer, u"he has a knife"_s);
        QTest::keyClick(answer, Qt::Key_Return);
        QTRY_COMPARE(m_live->situation().incidents().find(first)->details.level, Level::Critical);
        QVERIFY(m_live->kinds(first).contains(u"incident.amended"_s));
    }

    void aSecondReportIsAttachedAndSplitOffAgain() {
        const IncidentId first = m_live->report(u"first"_s, 32.05, 118.55);
        const IncidentId second = m_live->report(u"second"_s, 32.05, 118.55);
        choose(second, u"Attach to another incident…"_s);
        visibleInput()->setText(u"77"_s);
        QTest::keyClick(visibleInput(), Qt::Key_Return);
        QVERIFY(m_live->situation().incidents().find(second)->isOpen());
        choose(second, u"Attach to another incident…"_s);
        visibleInput()->setText(u"1"_s);
        QTest::keyClick(visibleInput(), Qt::Key_Return);
        QTRY_COMPARE(m_live->situation().incidents().find(second)->mergedInto, first);
        QTRY_COMPARE(queue(), QList{first});
    }

private:
    std::unique_ptr<MainWindow> open(SeatDesk& desk) {
        auto window = std::make_unique<MainWindow>(WindowGround{.desk = desk,
                                                                .fixes = m_live->fixes(),
                                                                .look = *m_look,
                                                                .settings = *m_settings,
                                                                .name = u"test"_s,
                                                                .size = QSize(1366, 740),
                                                                .restore = false});
        window->show();
        return window;
    }

    template <class W>
    static W* part(QWidget& in, const QString& name) {
        auto* found = in.findChild<W*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    [[nodiscard]] QTableView& table() const { return *part<QTableView>(*m_window, u"queueTable"_s); }

    /// What stands in the queue, in its order.
    [[nodiscard]] QList<IncidentId> queue() const {
        QList<IncidentId> ids;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            ids << IncidentId::parse(table().model()->index(row, 0).data(QueueModel::IdRole).toString())
                       .value_or(IncidentId());
        return ids;
    }

    /// The question that stands somewhere in the window.
    [[nodiscard]] QLineEdit* visibleInput() const {
        for (QLineEdit* input : m_window->findChildren<QLineEdit*>(u"promptInput"_s))
            if (input->isVisible())
                return input;
        return nullptr;
    }

    static QAction* actionOf(const QMenu& menu, const QString& text) {
        for (QAction* action : menu.actions()) {
            if (action->text() == text)
                return action;
            if (QAction* below = action->menu() ? actionOf(*action->menu(), text) : nullptr)
                return below;
        }
        return nullptr;
    }

    /// Opens the menu of a row and takes what is called `text` in it.
    void choose(const IncidentId& incident, const QString& text) {
        const int row = int(queue().indexOf(incident));
        const QPoint at = table().visualRect(table().model()->index(row, 1)).center();
        Q_EMIT table().customContextMenuRequested(at);
        QTRY_VERIFY(m_window->findChild<QMenu*>(u"incidentMenu"_s));
        QMenu* menu = m_window->findChild<QMenu*>(u"incidentMenu"_s);
        QAction* action = actionOf(*menu, text);
        QVERIFY2(action && action->isEnabled(), qPrintable(text));
        action->trigger();
        delete menu;
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SeatDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(SafetyTest)
#include "safety_test.moc"
