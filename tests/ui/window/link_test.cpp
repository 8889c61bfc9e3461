// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A crew's window over a line that is cut: what it says of the line, what it marks as not sent, how it tells
// of an emergency that nobody has heard, and what it puts before the crew when the line is back.

#include "tests/link/link_scene.h"
#include "ui/field/field_window.h"
#include "ui/shell/cover_crew.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class LinkWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_gateway = std::make_unique<Gateway>();
        m_incident = m_gateway->live.report(u"two cars, one person hurt"_s, 32.06, 118.55);
        m_order = m_gateway->order(m_incident);
        m_terminal = std::make_unique<Terminal>(m_gateway->line.url(), m_gateway->token);
        m_crew = std::make_unique<SeatDesk>(*m_terminal->desk, actor(u"field:1A12"));
        m_look = std::make_unique<Look>(*qApp);
        m_window = std::make_unique<FieldWindow>(*m_crew, *m_look);
        m_window->resize(480, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(part<QPushButton>(u"order.sign"_s)->isVisible());
        QVERIFY(m_terminal->isUp());
    }
    void cleanup() {
        m_window.reset();
        m_crew.reset();
        m_terminal.reset();
        m_gateway.reset();
    }

    void saysNothingWhileAllIsWell() {
        QVERIFY(!part<QWidget>(u"link.strip"_s)->isVisible());
        press(u"order.sign"_s);
        QVERIFY(m_terminal->isSent());
        QTRY_VERIFY(part<QPushButton>(u"order.sign"_s)->text().contains(u"✓"));
        QVERIFY(!part<QWidget>(u"link.strip"_s)->isVisible());
    }

    void saysForHowLongAndHowMuchWaits() {
        cut();
        auto* state = part<QLabel>(u"link.state"_s);
        QTRY_VERIFY(state->isVisible());
        QVERIFY2(state->text().contains(u"No link for"), qPrintable(state->text()));
        QVERIFY(!state->text().contains(u"waiting"));
        m_terminal->own->advance(3min);
        press(u"order.sign"_s);
        press(u"order.setOut"_s);
        QTRY_VERIFY(state->text().contains(u"2 waiting"));
        QTRY_VERIFY(state->text().contains(u"3 min"));
        for (const QString& step : {u"order.sign"_s, u"order.setOut"_s}) {
            auto* button = part<QPushButton>(step);
            QTRY_VERIFY2(button->text().contains(u"⇡"), qPrintable(button->text()));
            QVERIFY(button->text().contains(u"not sent yet"));
            QVERIFY(!button->accessibleDescription().isEmpty());
        }
        QVERIFY(part<QLabel>(u"field.status"_s)->text().contains(u"En route"));
        m_gateway->line.restore();
        QVERIFY(m_terminal->isSent());
        QTRY_VERIFY(!part<QWidget>(u"link.strip"_s)->isVisible());
        QTRY_VERIFY(part<QPushButton>(u"order.sign"_s)->text().contains(u"✓"));
    }

    void tellsOfAnEmergencyThatNobodyHasHeard() {
        cut();
        press(u"field.emergency"_s);
        auto* state = part<QLabel>(u"field.emergencyState"_s);
        QTRY_VERIFY(state->isVisible());
        QTRY_VERIFY2(state->text().contains(u"NOT HEARD YET"), qPrintable(state->text()));
        QVERIFY(state->text().contains(u"radio"));
        m_gateway->line.restore();
        QVERIFY(m_terminal->isSent());
        QTRY_VERIFY(!state->text().contains(u"NOT HEARD"));
        QVERIFY(m_gateway->unit(u"1A12").emergency);
        m_gateway->live.ask(u"bureau", AcknowledgeEmergency{code<UnitId>(u"1A12")});
        QTRY_VERIFY2(state->text().contains(u"has heard you"), qPrintable(state->text()));
    }

    void tellsOfItOnALockedTerminalToo() {
        cut();
        CoverCrew cover(*m_crew, *m_look, code<UnitId>(u"1A12"), nullptr);
        cover.show();
        cover.findChild<QPushButton*>(u"cover.emergency"_s)->click();
        auto* words = cover.findChild<QLabel*>(u"cover.refusal"_s);
        QTRY_VERIFY(words->isVisible());
        QTRY_VERIFY2(words->text().contains(u"NOT HEARD YET"), qPrintable(words->text()));
        m_gateway->line.restore();
        QVERIFY(m_terminal->isSent());
        QTRY_VERIFY(!words->isVisible());
    }

    void putsBothVersionsBeforeTheCrew() {
        cut();
        press(u"order.sign"_s);
        QTRY_VERIFY(part<QPushButton>(u"order.reinforce"_s)->isEnabled());
        press(u"order.reinforce"_s);
        auto* typed = part<QPlainTextEdit>(u"reinforce.text"_s);
        QTRY_VERIFY(typed->isVisible());
        QTest::keyClicks(typed, u"two of them, one with a knife"_s);
        press(u"reinforce.send"_s);
        QTRY_COMPARE(m_terminal->link().waiting, 2);
        m_gateway->live.ask(u"bureau", AdvanceOrder{.order = m_order,
                                                    .to = OrderStage::Cancelled,
                                                    .text = u"caller has gone"_s,
                                                    .disposition = {}});
        m_gateway->line.restore();
        QVERIFY(m_terminal->isSent());
        auto* card = part<QWidget>(u"link.late"_s);
        QTRY_VERIFY(card->isVisible());
        QTRY_VERIFY(part<QLabel>(u"link.lateTitle"_s)->text().contains(u"2"));
        QVERIFY(part<QLabel>(u"link.lateYours"_s)->text().contains(u"Signed"));
        QVERIFY(part<QLabel>(u"link.lateTheirs"_s)->text().contains(u"caller has gone"));
        QVERIFY(part<QLabel>(u"link.lateWhy"_s)->text().contains(u"over"));
        press(u"link.lateRead"_s);
        QTRY_VERIFY2(part<QLabel>(u"link.lateYours"_s)->text().contains(u"one with a knife"),
                     qPrintable(part<QLabel>(u"link.lateYours"_s)->text()));
        press(u"link.lateRead"_s);
        QTRY_VERIFY(!part<QWidget>(u"link.strip"_s)->isVisible());
        QVERIFY(part<QWidget>(u"wait.available"_s)->isVisible()); // the desk's version holds
    }

    void marksWhatWasWrittenAndReported() {
        cut();
        for (const QString& step : {u"order.sign"_s, u"order.setOut"_s, u"order.arrive"_s})
            press(step);
        press(u"order.report"_s);
        QTRY_VERIFY(part<QPlainTextEdit>(u"report.text"_s)->isVisible());
        auto* outcomes = part<QListWidget>(u"report.outcomes"_s);
        QTRY_COMPARE(outcomes->count(), 2);
        outcomes->setCurrentRow(0);
        QTest::keyClicks(part<QPlainTextEdit>(u"report.text"_s), u"cars moved"_s);
        press(u"report.send"_s);
        auto* told = part<QLabel>(u"wait.reported"_s);
        QTRY_VERIFY(told->isVisible());
        QTRY_VERIFY2(told->text().contains(u"NOT SENT YET"), qPrintable(told->text()));
        m_gateway->line.restore();
        QVERIFY(m_terminal->isSent());
        QTRY_VERIFY(!told->text().contains(u"NOT SENT YET"));
        QVERIFY(told->text().contains(u"cars moved"));
    }

    void saysThatItIsNotLetIn() {
        m_window.reset();
        m_crew.reset();
        m_terminal->options.token = "tridesk_revoked";
        m_terminal->restart();
        m_crew = std::make_unique<SeatDesk>(*m_terminal->desk, actor(u"field:1A12"));
        m_window = std::make_unique<FieldWindow>(*m_crew, *m_look);
        m_window->show();
        QTRY_VERIFY2(part<QLabel>(u"link.state"_s)->text().contains(u"does not let"),
                     qPrintable(part<QLabel>(u"link.state"_s)->text()));
        QVERIFY(part<QPushButton>(u"order.sign"_s)->isVisible()); // what it had is there all the same
    }

private:
    template <class T>
    T* part(const QString& name) const {
        T* found = m_window->findChild<T*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void press(const QString& name) {
        auto* button = part<QPushButton>(name);
        QTRY_VERIFY2(button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void cut() {
        m_gateway->line.cut();
        QVERIFY(m_terminal->isLost());
    }

    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<Terminal> m_terminal;
    std::unique_ptr<SeatDesk> m_crew;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<FieldWindow> m_window;
    IncidentId m_incident;
    OrderId m_order;
};

QTEST_MAIN(LinkWindowTest)
#include "link_test.moc"
