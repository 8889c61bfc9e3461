// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/session_store.h"
#include "app/access/token_store.h"
#include "app/access/user_store.h"
#include "tests/support/must.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant noon = instantFromMs(1795262400000);
const QString password = u"correct horse"_s;

Session sessionOf(QStringView login, const QString& source = u"room-ST01"_s) {
    return {.login = must(Login::parse(login)),
            .seat = must(Seat::parse(u"station:ST01")),
            .source = source,
            .endsAt = noon + sessionLasts};
}

/// What a store says of a secret, asking it anew each time as far as it has something new to say.
struct Door {
    std::unique_ptr<SessionStore> store;
    SessionList sessions;

    std::optional<Session> find(const QByteArray& secret) {
        if (auto news = store->changes().value())
            sessions = *news;
        return sessions.find(secret);
    }
    bool isEnded(const QByteArray& secret) {
        const auto found = find(secret);
        return found && found->isEnded;
    }
};

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_door.store = std::move(*SessionStore::open(m_folder->path()));
        m_door.sessions = {};
        m_users = std::move(*UserStore::open(m_folder->path(), 3s, HashCost::least()));
        for (QStringView login : {u"li", u"wu"})
            QVERIFY(m_users->add({.login = must(Login::parse(login)),
                                  .name = {},
                                  .role = Role::DutyOfficer,
                                  .seats = {must(SeatRule::parse(u"station:ST01"))}},
                                 password));
    }

    void knowsItsSessionsAndNoOther() {
        const QByteArray li = must(m_door.store->begin(sessionOf(u"li"), noon));
        const QByteArray wu = must(m_door.store->begin(sessionOf(u"wu"), noon));
        QVERIFY(li != wu && li.startsWith("tridesk_session_"));
        QCOMPARE(must(m_door.find(li)), sessionOf(u"li"));
        QCOMPARE(must(m_door.find(wu)), sessionOf(u"wu"));
        for (const QByteArray& forged : {QByteArray(), li.chopped(1), li + 'x', QByteArray(100'000, 'x')})
            QVERIFY(!m_door.find(forged));
        QVERIFY(!m_door.store->changes().value()); // nothing new
        QVERIFY(m_door.store->end(li));
        QVERIFY(!m_door.find(li));
        QVERIFY(m_door.find(wu));
        QVERIFY(m_door.store->end(li)); // not there any more: done
    }

    void keepsNoSecretOnTheDisk() {
        const QByteArray secret = must(m_door.store->begin(sessionOf(u"li"), noon));
        const QStringList files = QDir(m_folder->path()).entryList({u"access.db*"_s}, QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QString& name : files) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains(secret));
        }
    }

    void keepsTheNewestFewOfOne() {
        QList<QByteArray> secrets;
        for (int i = 0; i < 6; ++i)
            secrets << must(m_door.store->begin(sessionOf(u"li"), noon + i * 1s));
        const QByteArray elsewhere = must(m_door.store->begin(sessionOf(u"li", u"room-2"_s), noon));
        QVERIFY(!m_door.find(secrets[0]) && !m_door.find(secrets[1]));
        QVERIFY(m_door.find(secrets[2]) && m_door.find(secrets[5]) && m_door.find(elsewhere));
        // What is too old goes with the next.
        (void)must(m_door.store->begin(sessionOf(u"wu"), noon + sessionLasts));
        QVERIFY(!m_door.find(secrets[5]));
    }

    void aChangeOfTheUserEndsThem_data() {
        QTest::addColumn<int>("change");
        QTest::newRow("password") << 0;
        QTest::newRow("role") << 1;
        QTest::newRow("seats") << 2;
        QTest::newRow("disabled") << 3;
    }
    void aChangeOfTheUserEndsThem() {
        QFETCH(const int, change);
        const QByteArray li = must(m_door.store->begin(sessionOf(u"li"), noon));
        const QByteArray wu = must(m_door.store->begin(sessionOf(u"wu"), noon));
        QVERIFY(m_door.find(li) && !m_door.isEnded(li));
        const Login login = must(Login::parse(u"li"));
        QVERIFY(m_users->signIn(u"li"_s, password, noon)); // which changes nothing
        QVERIFY(!m_door.isEnded(li));
        switch (change) {
        case 0:
            QVERIFY(m_users->setPassword(login, u"another one"_s));
            break;
        case 1:
            QVERIFY(m_users->setRole(login, Role::Reviewer, {must(SeatRule::parse(u"station:*"))}));
            break;
        case 2:
            QVERIFY(m_users->setRole(login, Role::DutyOfficer, {must(SeatRule::parse(u"station:ST02"))}));
            break;
        default:
            QVERIFY(m_users->setDisabled(login, true));
            break;
        }
        QVERIFY(m_door.isEnded(li));
        QCOMPARE(must(m_door.find(li)).maySit, change < 2);
        QVERIFY(!m_door.isEnded(wu) && must(m_door.find(wu)).maySit);
    }

    void theEndOfTheTokenEndsThem() {
        const auto tokens = std::move(*TokenStore::open(m_folder->path()));
        QVERIFY(tokens->add(u"room-ST01"_s, {u"seat:station:ST01"_s}, noon));
        const QByteArray here = must(m_door.store->begin(sessionOf(u"li"), noon));
        const QByteArray there = must(m_door.store->begin(sessionOf(u"li", u"room-2"_s), noon));
        QVERIFY(tokens->revoke(u"room-ST01"_s, noon));
        QVERIFY(m_door.isEnded(here));
        QVERIFY(!m_door.isEnded(there));
        // The machine's next token does not bring them back.
        QVERIFY(tokens->add(u"room-ST01"_s, {u"seat:station:ST01"_s}, noon));
        QVERIFY(m_door.isEnded(here));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<UserStore> m_users;
    Door m_door;
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
