// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/signed_console.h"

#include "app/journal/sqlite_journal.h"
#include "ui/panes/incident/incident_form.h"

#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace tridesk::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void SignedConsole::set() {
    m_live = std::make_unique<LiveDesk>();
    m_look = std::make_unique<Look>(*qApp);
    m_translation = std::make_unique<Translation>(*qApp);
    m_translation->set(Language::English);
    m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
    m_store = std::move(*UserStore::open(m_live->file({}), 3s, HashCost::least()));
}

void SignedConsole::clear() {
    m_console.reset();
    m_gate.reset();
    m_store.reset();
    m_live.reset();
}

void SignedConsole::addUser(QStringView login, Role role, const QStringList& seats) {
    User user{.login = must(Login::parse(login)), .name = {}, .role = role, .seats = {}};
    for (const QString& seat : seats)
        user.seats << must(SeatRule::parse(seat));
    QVERIFY(m_store->add(user, password));
}

void SignedConsole::startGate() {
    m_gate = std::make_unique<UserGate>(m_live->file({}), std::make_shared<SystemClock>(), HashCost::least());
    m_gate->start();
    QTRY_VERIFY(m_gate->isReady());
}

void SignedConsole::begin(const QStringList& seats) {
    startGate();
    m_console = std::make_unique<Console>(ConsoleGround{.desk = m_live->desk(),
                                                        .fixes = m_live->fixes(),
                                                        .look = *m_look,
                                                        .translation = *m_translation,
                                                        .settings = *m_settings,
                                                        .name = u"test"_s,
                                                        .user = u"system"_s,
                                                        .gate = m_gate.get(),
                                                        .size = {1366, 740}});
    QList<Seat> wanted;
    for (const QString& seat : seats)
        wanted << must(Seat::parse(seat));
    m_console->begin(wanted);
    QVERIFY(QTest::qWaitForWindowExposed(&shown()));
}

void SignedConsole::signIn(const QString& login, const QString& words) {
    part<QLineEdit>(u"signIn.user"_s).setText(login);
    part<QLineEdit>(u"signIn.password"_s).setText(words);
    QTest::keyClick(&part<QLineEdit>(u"signIn.password"_s), Qt::Key_Return);
}

void SignedConsole::lock() {
    shown().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown()));
    QTest::keyClick(&shown(), Qt::Key_F12);
    QTRY_VERIFY(isCovered());
}

IncidentForm& SignedConsole::form() const {
    return *shown().findChild<QDockWidget*>(u"dock.form"_s)->findChild<IncidentForm*>();
}

QPlainTextEdit& SignedConsole::narrative() const {
    return *form().findChild<QPlainTextEdit*>();
}

QStringList SignedConsole::sittings() const {
    QStringList found;
    const auto journal = SqliteJournal::open(m_live->file(u"journal.db"_s));
    const auto entries = (*journal)->read(1, 10'000);
    for (const Entry& entry : *entries)
        if (entry.fact.kind.startsWith(u"seat."))
            found << entry.fact.kind + u' ' + entry.fact.seat + u' ' + entry.fact.user;
    return found;
}

QString SignedConsole::complaint() const {
    return part<QLabel>(u"signIn.complaint"_s).text();
}

} // namespace tridesk::test
