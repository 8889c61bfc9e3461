// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bureau's window on a server's journal while that server is killed: what it says of it, what it goes on
// with, over a restart too, and what it puts before the dispatcher once the server is back.

#include "app/desk/fix_board.h"
#include "app/journal/fix_store.h"
#include "tests/link/replica_scene.h"
#include "ui/panes/queue/queue_model.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

class OutageWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_site = std::make_unique<Site>();
        m_look = std::make_unique<Look>(*qApp);
    }
    void init() {
        m_site->begin();
        QVERIFY(m_site->ask(reportOf(u"two cars"_s)).has_value());
        m_console = std::make_unique<ReplicaConsole>(*m_site);
        QVERIFY(m_console->isUp());
        m_incident = incidentOf(m_console->situation(), u"two cars"_s)->id;
        open();
    }
    void cleanup() {
        close();
        m_console.reset();
        m_site->line.restore();
    }
    void cleanupTestCase() { m_site.reset(); }

    void saysNothingWhileAllIsWell() {
        QVERIFY(ask(AddNote{.incident = m_incident, .text = u"seen"_s}));
        QVERIFY(m_console->isSent());
        QVERIFY(!part<QWidget>(u"linkBar"_s)->isVisible());
    }

    void goesOnWhileTheServerIsKilled() {
        m_site->server.kill();
        QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>(u"link.state"_s)->isVisible(), patience);
        QVERIFY(words(u"link.state"_s).contains(u"No link to the server"));
        QVERIFY(ask(reportOf(u"a fire"_s)));
        QVERIFY(ask(order(u"from here"_s)));
        QTRY_VERIFY(words(u"link.state"_s).contains(u"2 waiting to be sent"));
        QTRY_COMPARE(part<QAbstractItemView>(u"queueTable"_s)->model()->rowCount(),
                     2);           // shown like any other
        QTRY_COMPARE(marked(), 2); // both rows
        QTRY_VERIFY(part<QLabel>(u"link.state"_s)->toolTip().contains(u"a fire"));
        QVERIFY(part<QLabel>(u"link.state"_s)->toolTip().contains(u"1A12"));
        // The console's machine goes off and on while the server is away.
        close();
        m_console->restart();
        open();
        QTRY_VERIFY(words(u"link.state"_s).contains(u"2 waiting to be sent"));
        QTRY_COMPARE(part<QAbstractItemView>(u"queueTable"_s)->model()->rowCount(), 2);
        m_site->line.cut(); // the others have the server back before this console has its line
        m_site->other.reset();
        QVERIFY(m_site->server.start());
        m_site->openOther();
        QVERIFY(m_site->ask(order(u"from there"_s)).has_value());
        m_site->line.restore();
        QVERIFY(m_console->isSent());
        // What did not fit any more stands there with both versions, and why.
        QTRY_VERIFY(part<QLabel>(u"link.late"_s)->isVisible());
        QTRY_VERIFY(!part<QLabel>(u"link.state"_s)->isVisible());
        const QString told = words(u"link.late"_s);
        QVERIFY2(told.contains(u"from here") && told.contains(u"1A12"), qPrintable(told));
        QVERIFY2(told.contains(u"On record: Dispatched") && told.contains(u"Why: "), qPrintable(told));
        close();
        open();
        QVERIFY(part<QLabel>(u"link.late"_s)->isVisible()); // and in a window that opens then
        QVERIFY(!part<QWidget>(u"link.line"_s)->isVisible());
        QVERIFY(m_site->knows([](const Situation& s) { return incidentOf(s, u"a fire"_s) != nullptr; }));
        QTRY_COMPARE(marked(), 0);
        m_window->actions().action(ActionId::ReadLate).trigger();
        QTRY_VERIFY(!part<QWidget>(u"linkBar"_s)->isVisible());
        QTRY_COMPARE(m_console->situation(), m_site->situation());
    }

    void saysThatItIsNotLetIn() {
        m_site->line.cut();
        QVERIFY(m_console->isLost());
        QVERIFY(m_site->server.run(m_site->database, "DELETE FROM tridesk.accounts WHERE role = 'wang'"));
        m_site->line.restore();
        QTRY_VERIFY_WITH_TIMEOUT(words(u"link.state"_s).contains(u"does not let this account in"), patience);
        QVERIFY(ask(reportOf(u"a fire"_s)));
        QTRY_VERIFY(words(u"link.state"_s).contains(u"1 waiting to be sent"));
        QVERIFY(!part<QPushButton>(u"link.anew"_s)->isVisible());
    }

    void followsAnotherJournalWhenItIsSaid() {
        m_site->line.cut();
        QVERIFY(m_console->isLost());
        m_site->begin();
        QVERIFY(m_site->ask(reportOf(u"another evening"_s)).has_value());
        m_site->line.restore();
        QTRY_VERIFY_WITH_TIMEOUT(words(u"link.state"_s).contains(u"another journal"), patience);
        auto* anew = part<QPushButton>(u"link.anew"_s);
        QVERIFY(anew->isVisible());
        QTest::mouseClick(anew, Qt::LeftButton);
        auto* accept = part<QPushButton>(u"promptAccept"_s);
        QTRY_VERIFY(accept->isVisible());
        QVERIFY(incidentOf(m_console->situation(), u"two cars"_s)); // it was asked, not done
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(incidentOf(m_console->situation(), u"another evening"_s), patience);
        QTRY_VERIFY(!part<QWidget>(u"linkBar"_s)->isVisible());
    }

private:
    void open() {
        m_seat = std::make_unique<SeatDesk>(*m_console->desk, bureauBy(u"wang"_s));
        m_fixes = std::make_unique<FixBoard>(
            [path = m_console->folder.filePath(u"fixes.db"_s)] {
                return FixStore::open(path).transform_error(
                    [](const JournalFault& fault) { return fault.toString(); });
            },
            QString());
        m_settings =
            std::make_unique<QSettings>(m_console->folder.filePath(u"test.ini"_s), QSettings::IniFormat);
        m_window = std::make_unique<MainWindow>(WindowGround{.desk = *m_seat,
                                                             .fixes = *m_fixes,
                                                             .look = *m_look,
                                                             .settings = *m_settings,
                                                             .name = {},
                                                             .size = {1600, 900},
                                                             .restore = false});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void close() {
        m_window.reset();
        m_settings.reset();
        m_fixes.reset();
        m_seat.reset();
    }
    bool ask(const Command& command) {
        const QFuture<Outcome> outcome = m_seat->submit(command);
        return QTest::qWaitFor([&] { return outcome.isFinished(); }, patience) && outcome.result();
    }
    [[nodiscard]] IssueOrder order(const QString& text) const {
        return {.incident = m_incident,
                .to = code<UnitId>(u"1A12"),
                .role = OrderRole::Primary,
                .text = text,
                .overrideReason = {}};
    }
    /// Rows of the queue that say that something of theirs was not sent.
    [[nodiscard]] int marked() const {
        const QAbstractItemModel* rows = part<QAbstractItemView>(u"queueTable"_s)->model();
        int found = 0;
        for (int row = 0; row < rows->rowCount(); ++row)
            found += rows->data(rows->index(row, QueueModel::Number), QueueModel::MarksRole)
                         .toString()
                         .contains(u'⇡');
        return found;
    }
    template <class T>
    [[nodiscard]] T* part(const QString& name) const {
        T* found = m_window->findChild<T*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    [[nodiscard]] QString words(const QString& label) const { return part<QLabel>(label)->text(); }

    std::unique_ptr<Site> m_site;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<ReplicaConsole> m_console;
    std::unique_ptr<SeatDesk> m_seat;
    std::unique_ptr<FixBoard> m_fixes;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    IncidentId m_incident;
};

QTEST_MAIN(OutageWindowTest)
#include "outage_test.moc"
