// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Signing in at a station that works over a link, in its console: covers and strip, with the link and
// without.

#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/link/link_gate.h"
#include "tests/link/link_scene.h"
#include "ui/console/console.h"
#include "ui/console/seat_guard.h"
#include "ui/shell/main_window.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;

} // namespace

class StationSignInTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_gateway = std::make_unique<Gateway>();
        m_users = m_gateway->users();
        for (QStringView login : {u"li", u"wu"}) // at other stations too
            m_gateway->addUser(login, Role::DutyOfficer, u"station:*");
        m_terminal = std::make_unique<Terminal>(
            m_gateway->line.url(), m_gateway->grant(u"room-ST01"_s, u"seat:station:ST01"_s), u"station:ST01");
        QVERIFY(m_terminal->isUp());
        m_look = std::make_unique<Look>(*qApp);
        m_translation = std::make_unique<Translation>(*qApp);
        m_translation->set(Language::English);
        m_settings =
            std::make_unique<QSettings>(m_terminal->folder.filePath(u"console.ini"_s), QSettings::IniFormat);
        m_board = std::make_unique<FixBoard>(
            [path = m_terminal->folder.filePath(u"fixes.db"_s)] {
                return FixStore::open(path).transform_error(
                    [](const JournalFault& fault) { return fault.toString(); });
            },
            QString());
        m_board->start();
        m_gate = std::make_unique<LinkGate>(m_terminal->folder.path(), m_terminal->options,
                                            *m_terminal->desk->link(), HashCost::least());
        m_gate->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_gate->isReady() && m_gate->hasUsers(), patience);
        m_console = std::make_unique<Console>(ConsoleGround{.desk = *m_terminal->desk,
                                                            .fixes = *m_board,
                                                            .look = *m_look,
                                                            .translation = *m_translation,
                                                            .settings = *m_settings,
                                                            .name = u"test"_s,
                                                            .user = u"system"_s,
                                                            .gate = m_gate.get(),
                                                            .size = {1366, 740}});
        m_console->begin({m_terminal->options.seat});
        QVERIFY(QTest::qWaitForWindowExposed(&shown()));
        QVERIFY(isCovered());
    }
    void cleanup() {
        m_console.reset();
        m_gate.reset();
        m_board.reset();
        m_terminal.reset();
        m_users.reset();
        m_gateway.reset();
    }

    void opensToWhomTheGatewayKnows();
    void unlocksWithoutTheLink();
    void asksWhoSitsHereOnceTheSessionIsOver();
    void locksWhereTheRightToSitIsWithdrawn();
    void waitsForAnotherOrGivesItUp();

private:
    [[nodiscard]] bool isCovered() const { return m_console->guard().isCovering(); }
    [[nodiscard]] QWidget& shown() const { return *m_console->windows().first(); }
    template <class Part>
    [[nodiscard]] Part& part(const QString& name) const {
        auto* found = shown().findChild<Part*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return *found;
    }
    void signIn(const QString& login, const QString& words = userPassword) {
        part<QLineEdit>(u"signIn.user"_s).setText(login);
        part<QLineEdit>(u"signIn.password"_s).setText(words);
        QTest::keyClick(&part<QLineEdit>(u"signIn.password"_s), Qt::Key_Return);
    }
    void sit(const QString& login) {
        signIn(login);
        QTRY_VERIFY_WITH_TIMEOUT(!isCovered(), patience);
    }
    void lock() {
        static_cast<MainWindow&>(shown()).actions().action(ActionId::LockDesk).trigger();
        QTRY_VERIFY(isCovered());
    }
    void type(const QString& line) {
        auto& edit = part<QLineEdit>(u"commandLine"_s);
        edit.setFocus();
        edit.setText(line);
        QTest::keyClick(&edit, Qt::Key_Return);
    }
    void cut() {
        m_gateway->line.cut();
        QVERIFY(m_terminal->isLost());
    }
    [[nodiscard]] QString complaint() const { return part<QLabel>(u"signIn.complaint"_s).text(); }
    [[nodiscard]] QString strip() const { return part<QLabel>(u"link.state"_s).text(); }
    /// "li unit.status_set", of the station's seat, in the order of the record.
    [[nodiscard]] QStringList record(const QString& kinds) const {
        const auto journal = SqliteJournal::open(m_gateway->live.file(u"journal.db"_s));
        QStringList found;
        const auto entries = (*journal)->read(1, 10'000);
        for (const Entry& entry : *entries)
            if (entry.fact.seat == u"station:ST01" && entry.fact.kind.startsWith(kinds))
                found << entry.fact.user + u' ' + entry.fact.kind;
        return found;
    }

    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<UserStore> m_users;
    std::unique_ptr<Terminal> m_terminal;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FixBoard> m_board;
    std::unique_ptr<LinkGate> m_gate;
    std::unique_ptr<Console> m_console;
};

void StationSignInTest::opensToWhomTheGatewayKnows() {
    signIn(u"li"_s, u"not the words"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!complaint().isEmpty(), patience);
    QVERIFY(isCovered());
    QCOMPARE(record(u"seat."_s), QStringList());
    sit(u"li"_s); // who may sit at other stations too: this machine is one seat's
    const QString who = part<QLabel>(u"header.seat"_s).toolTip();
    QVERIFY2(who.contains(u"li · "_s) && who.contains(u"Signed in as: Duty officer"_s), qPrintable(who));
    QTRY_COMPARE_WITH_TIMEOUT(record(u"seat."_s), QStringList{u"li seat.opened"_s}, patience);
    lock();
    sit(u"wu"_s);
    QTRY_COMPARE_WITH_TIMEOUT(record(u"seat."_s),
                              QStringList({u"li seat.opened"_s, u"li seat.closed"_s, u"wu seat.opened"_s}),
                              patience);
    QVERIFY(!part<QWidget>(u"linkBar"_s).isVisible());
}

void StationSignInTest::unlocksWithoutTheLink() {
    sit(u"li"_s);
    QVERIFY(m_terminal->isSent());
    lock();
    cut();
    signIn(u"wu"_s); // never let in here
    QTRY_VERIFY_WITH_TIMEOUT(complaint().contains(u"14 days"_s), patience);
    QVERIFY(isCovered());
    sit(u"li"_s);
    QVERIFY(strip().contains(u"No link"_s));
    m_gateway->line.restore();
    QVERIFY(m_terminal->isSent());
    QTRY_VERIFY_WITH_TIMEOUT(!part<QWidget>(u"linkBar"_s).isVisible(), patience);
}

void StationSignInTest::asksWhoSitsHereOnceTheSessionIsOver() {
    sit(u"li"_s);
    QVERIFY(m_terminal->isSent());
    cut();
    m_gateway->live.pass(sessionLasts);
    m_terminal->own->advance(sessionLasts);
    m_gateway->line.restore();
    auto& sign = part<QPushButton>(u"link.signIn"_s);
    QTRY_VERIFY_WITH_TIMEOUT(sign.isVisible(), patience);
    QVERIFY(!isCovered()); // nobody is interrupted
    QVERIFY2(strip().contains(u"sign in again"_s), qPrintable(strip()));
    QVERIFY(!part<QPushButton>(u"link.giveUp"_s).isVisible());
    QTest::mouseClick(&sign, Qt::LeftButton);
    QTRY_VERIFY(isCovered());
    sit(u"li"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!part<QWidget>(u"linkBar"_s).isVisible(), patience);
}

void StationSignInTest::locksWhereTheRightToSitIsWithdrawn() {
    sit(u"li"_s);
    QVERIFY(m_terminal->isSent());
    QVERIFY(m_users->setDisabled(must(Login::parse(u"li")), true));
    QTRY_VERIFY_WITH_TIMEOUT(isCovered(), patience);
    QVERIFY(complaint().contains(u"changed"_s));
    signIn(u"li"_s);
    QTRY_VERIFY_WITH_TIMEOUT(complaint().contains(u"may not sign in any more"_s), patience);
    QVERIFY(isCovered());
    sit(u"wu"_s);
    QTRY_VERIFY_WITH_TIMEOUT(record(u"seat."_s).contains(u"wu seat.opened"_s), patience);
}

void StationSignInTest::waitsForAnotherOrGivesItUp() {
    const IncidentId incident = m_gateway->live.report(u"two cars"_s, 32.06, 118.55);
    QVERIFY(m_terminal->knows([&](const Situation& s) { return s.incidents().find(incident); }));
    sit(u"li"_s);
    QVERIFY(m_terminal->isSent());
    lock();
    sit(u"wu"_s); // and li is signed out
    QVERIFY(m_terminal->isSent());
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->sessionsOf(u"li"_s), 0, patience);
    lock();
    cut();
    sit(u"li"_s);
    type(u"D 1A12 0001 go"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_terminal->situation().incidents().find(incident)->orders.size(), 1, patience);
    lock();
    sit(u"wu"_s);
    m_gateway->line.restore();
    auto& give = part<QPushButton>(u"link.giveUp"_s);
    QTRY_VERIFY_WITH_TIMEOUT(give.isVisible(), patience);
    QVERIFY2(strip().contains(u"What li did"_s), qPrintable(strip()));
    QVERIFY(!part<QPushButton>(u"link.signIn"_s).isVisible());
    QVERIFY(m_gateway->live.ordersOf(incident).isEmpty());
    QTest::mouseClick(&give, Qt::LeftButton);
    auto& accept = part<QPushButton>(u"promptAccept"_s);
    QTRY_VERIFY(accept.isVisible());
    QVERIFY(m_terminal->link().refused.isEmpty()); // it was asked, not done
    QTest::mouseClick(&accept, Qt::LeftButton);
    auto& late = part<QLabel>(u"link.late"_s);
    QTRY_VERIFY_WITH_TIMEOUT(late.isVisible(), patience);
    QVERIFY2(late.text().contains(u"by li"_s) && late.text().contains(u"Order to 1A12"_s) &&
                 late.text().contains(u"given up"_s),
             qPrintable(late.text()));
    QVERIFY(m_gateway->live.ordersOf(incident).isEmpty());
    type(u"D 1A12 0001 go"_s); // and wu does it
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->live.ordersOf(incident).size(), 1, patience);
    QCOMPARE(record(u"order.issued"_s), QStringList{u"wu order.issued"_s});
}

QTEST_MAIN(StationSignInTest)
#include "station_sign_in_test.moc"
