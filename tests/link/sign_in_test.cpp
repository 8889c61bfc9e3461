// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// People at a station that works over a link: who signs in with it and without, in whose name what waited is
// sent, and what becomes of it where the one who did it may not sit there any more.

#include "app/journal/sqlite_journal.h"
#include "tests/link/duty_room.h"
#include "tests/support/http_client.h"

#include <QDir>
#include <QFile>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = SignInFault::Kind;

namespace {

constexpr int patience = 30'000;

Kind faultOf(const SignInOutcome& outcome) {
    return outcome ? Kind(-1) : outcome.error().kind;
}

Command message(const QString& text) {
    return SendMessage{{code<UnitId>(u"1A12")}, text, {}, {}, {}};
}

} // namespace

class SignInTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_gateway = std::make_unique<Gateway>();
        m_users = m_gateway->users();
        m_gateway->addUser(u"li");
        m_gateway->addUser(u"wu");
        m_token = m_gateway->grant(u"room-ST01"_s, u"seat:station:ST01"_s);
        m_room = std::make_unique<DutyRoom>(m_gateway->line.url(), m_token);
        QVERIFY(m_room->isUp());
        QTRY_VERIFY_WITH_TIMEOUT(m_room->gate->hasUsers(), patience);
        QVERIFY(m_room->knows([](const Situation& s) { return s.units().find(code<UnitId>(u"1A12")); }));
    }
    void cleanup() {
        m_room.reset();
        m_users.reset();
        m_gateway.reset();
    }

    void whatIsDoneIsThePersons();
    void letsInWhomTheGatewayLetsIn();
    void withoutTheLinkWhoWasHereMaySignIn();
    void waitsForWhoDidItOnceTheSessionIsOver();
    void eachOnesGoesOutInTheirName();
    void nobodysSessionSendsAnothers();
    void putsBeforeTheRoomWhatNobodyMaySend();
    void anotherPasswordAsksAnew();
    void whatNobodySignedIsPutBeforeTheRoom();
    void anEmergencyGoesOutWithoutASession();
    void keepsNoPassword();

private:
    void cut() {
        m_gateway->line.cut();
        QVERIFY(m_room->isLost());
    }
    /// "li: come in at six", in the order of the record.
    [[nodiscard]] QStringList messages() const {
        const auto journal = SqliteJournal::open(m_gateway->live.file(u"journal.db"_s));
        QStringList found;
        const auto entries = (*journal)->read(1, 10'000);
        for (const Entry& entry : *entries)
            if (entry.fact.kind == u"message.sent")
                found << entry.fact.user + u": "_s +
                             QJsonDocument::fromJson(entry.fact.payload)[u"text"].toString();
        return found;
    }
    /// Not through the line that is cut, with the room's token: a session of li's, for isGood().
    [[nodiscard]] QByteArray anotherSession() const {
        HttpClient client;
        client.base = m_gateway->ways->http().url();
        client.token = m_token;
        return client.post(u"/v1/seats/station:ST01/session"_s, toJson(SignInAsked{u"li"_s, userPassword}))
            .json()[u"session"]
            .toString()
            .toLatin1();
    }
    [[nodiscard]] bool isGood(const QByteArray& session) const {
        HttpClient client;
        client.base = m_gateway->ways->http().url();
        client.token = m_token;
        return client.get(u"/v1/seats/station:ST01/entries"_s, {{sessionHeader, session}})
                   .json()[u"sign_in"][u"session"]
                   .toString() == u"good";
    }
    [[nodiscard]] bool hasSent(const QStringList& all) {
        return QTest::qWaitFor([&] { return messages() == all; }, patience);
    }

    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<UserStore> m_users;
    std::unique_ptr<DutyRoom> m_room;
    QByteArray m_token;
};

void SignInTest::whatIsDoneIsThePersons() {
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(m_room->act(message(u"one"_s)).has_value());
    QVERIFY(m_room->isSent());
    QCOMPARE(messages(), QStringList{u"li: one"_s});
    // The next one's is the next one's, and the first is signed out.
    QVERIFY(m_room->sit(u"wu"_s, userPassword));
    QVERIFY(m_room->act(message(u"two"_s)).has_value());
    QVERIFY(m_room->isSent());
    QCOMPARE(messages(), QStringList({u"li: one"_s, u"wu: two"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->sessionsOf(u"li"_s), 0, patience);
    QCOMPARE(m_gateway->sessionsOf(u"wu"_s), 1);
    QVERIFY(m_room->link().unheard.isEmpty());
}

void SignInTest::letsInWhomTheGatewayLetsIn() {
    QCOMPARE(faultOf(m_room->signIn(u"li"_s, u"not the words"_s)), Kind::Wrong);
    QCOMPARE(faultOf(m_room->signIn(u"nobody"_s, userPassword)), Kind::Wrong);
    m_gateway->addUser(u"wang", Role::Dispatcher, u"bureau");
    QCOMPARE(faultOf(m_room->signIn(u"wang"_s, userPassword)), Kind::Elsewhere);
    QVERIFY(m_users->setDisabled(must(Login::parse(u"wu")), true));
    QCOMPARE(faultOf(m_room->signIn(u"wu"_s, userPassword)), Kind::Disabled);
    const SignInOutcome li = m_room->signIn(u"li"_s, userPassword);
    QVERIFY(li.has_value());
    QCOMPARE(li->role, Role::DutyOfficer);
    QCOMPARE(m_room->gate->find(li->login), std::optional(*li));
    QVERIFY(!li->mayTake(must(Seat::parse(u"bureau"))));
}

void SignInTest::withoutTheLinkWhoWasHereMaySignIn() {
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(m_room->isSent());
    cut();
    QCOMPARE(faultOf(m_room->signIn(u"li"_s, u"not the words"_s)), Kind::Unheard);
    QCOMPARE(faultOf(m_room->signIn(u"wu"_s, userPassword)), Kind::Unheard); // never let in here
    m_room->restart();
    QVERIFY(m_room->gate->hasUsers()); // that somebody must, it knows without the gateway
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(m_room->act(message(u"one"_s)).has_value());
    QVERIFY(m_room->link().waiting > 0);
    QVERIFY(m_room->link().unheard.isEmpty()); // the session of before holds
    m_gateway->line.restore();
    QVERIFY(m_room->isSent());
    QCOMPARE(messages(), QStringList{u"li: one"_s});
}

void SignInTest::waitsForWhoDidItOnceTheSessionIsOver() {
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(m_room->isSent());
    cut();
    QVERIFY(m_room->act(message(u"one"_s)).has_value());
    m_gateway->live.pass(sessionLasts);
    m_room->own->advance(sessionLasts);
    m_gateway->line.restore();
    QTRY_COMPARE_WITH_TIMEOUT(m_room->link().unheard, QStringList{u"li"_s}, patience);
    QVERIFY(m_room->isUp());
    QVERIFY(m_room->gate->find(must(Login::parse(u"li")))); // nobody is sent away from the seat
    QVERIFY(m_room->act(message(u"two"_s)).has_value());
    m_room->restart();
    QTRY_VERIFY_WITH_TIMEOUT(m_room->link().isUp && m_room->link().waiting == 2, patience);
    QCOMPARE(messages(), QStringList());
    QVERIFY(m_room->link().refused.isEmpty());
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(hasSent({u"li: one"_s, u"li: two"_s}));
    QVERIFY(m_room->isSent());
    QTRY_VERIFY_WITH_TIMEOUT(m_room->link().unheard.isEmpty(), patience);
}

void SignInTest::eachOnesGoesOutInTheirName() {
    QVERIFY(m_room->sit(u"wu"_s, userPassword));
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(m_room->isSent());
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->sessionsOf(u"wu"_s), 0, patience);
    cut();
    QVERIFY(m_room->act(message(u"of li"_s)).has_value());
    QVERIFY(m_room->sit(u"wu"_s, userPassword));
    QVERIFY(m_room->act(message(u"of wu"_s)).has_value());
    m_room->restart();
    QVERIFY(m_room->sit(u"wu"_s, userPassword));
    m_gateway->line.restore();
    // Wu was signed out when li took over, with the link: has to be heard. Li's session goes on to hold.
    QVERIFY(hasSent({u"li: of li"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(m_room->link().unheard, QStringList{u"wu"_s}, patience);
    QVERIFY(m_room->sit(u"wu"_s, userPassword));
    QVERIFY(hasSent({u"li: of li"_s, u"wu: of wu"_s}));
    QVERIFY(m_room->isSent());
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->sessionsOf(u"li"_s), 0, patience);
}

void SignInTest::nobodysSessionSendsAnothers() {
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(m_room->sit(u"wu"_s, userPassword)); // and li is signed out
    QVERIFY(m_room->isSent());
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->sessionsOf(u"li"_s), 0, patience);
    cut();
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(m_room->act(message(u"of li"_s)).has_value());
    QVERIFY(m_room->sit(u"wu"_s, userPassword));
    QVERIFY(m_room->act(message(u"of wu"_s)).has_value());
    m_gateway->line.restore();
    QVERIFY(hasSent({u"wu: of wu"_s})); // which waits for nobody else's
    QTRY_COMPARE_WITH_TIMEOUT(m_room->link().unheard, QStringList{u"li"_s}, patience);
    QVERIFY(m_room->act(message(u"wu again"_s)).has_value());
    QVERIFY(hasSent({u"wu: of wu"_s, u"wu: wu again"_s}));
    QVERIFY(m_room->link().waiting > 0);
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(hasSent({u"wu: of wu"_s, u"wu: wu again"_s, u"li: of li"_s}));
    QVERIFY(m_room->isSent());
}

void SignInTest::putsBeforeTheRoomWhatNobodyMaySend() {
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(m_room->isSent());
    cut();
    QVERIFY(m_room->act(message(u"of li"_s)).has_value());
    const QByteArray session = anotherSession();
    QVERIFY(isGood(session));
    QVERIFY(m_users->setDisabled(must(Login::parse(u"li")), true));
    QTRY_VERIFY_WITH_TIMEOUT(!isGood(session), patience); // the gateway knows, before the line is back
    QSignalSpy told(m_room->gate.get(), &SignInGate::read);
    m_gateway->line.restore();
    QTRY_COMPARE_WITH_TIMEOUT(m_room->link().refused.size(), 1, patience);
    const LateRefusal late = m_room->link().refused.constFirst();
    QCOMPARE(late.request.actor.user, u"li"_s);
    QCOMPARE(std::get<SendMessage>(late.request.command).text, u"of li"_s);
    QCOMPARE(late.refusal.field, u"session"_s);
    QCOMPARE(late.refusal.value, u"withdrawn"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_room->link().waiting, 0, patience);
    QCOMPARE(messages(), QStringList());
    // Who sits there is asked who it is, and is not let in without the link either.
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty() && !m_room->gate->find(must(Login::parse(u"li"))), patience);
    QVERIFY(m_room->sit(u"wu"_s, userPassword));
    cut();
    QCOMPARE(faultOf(m_room->signIn(u"li"_s, userPassword)), Kind::Unheard);
    m_room->restart();
    QCOMPARE(m_room->link().refused.size(), 1); // until somebody has read it
}

void SignInTest::anotherPasswordAsksAnew() {
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(m_room->isSent());
    cut();
    QVERIFY(m_room->act(message(u"of li"_s)).has_value());
    const QByteArray session = anotherSession();
    QVERIFY(isGood(session));
    QVERIFY(m_users->setPassword(must(Login::parse(u"li")), u"another password"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!isGood(session), patience);
    m_gateway->line.restore();
    QTRY_VERIFY_WITH_TIMEOUT(!m_room->gate->find(must(Login::parse(u"li"))), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_room->link().unheard, QStringList{u"li"_s}, patience);
    QVERIFY(m_room->isUp());
    QCOMPARE(faultOf(m_room->signIn(u"li"_s, userPassword)), Kind::Wrong);
    QVERIFY(m_room->sit(u"li"_s, u"another password"_s));
    QVERIFY(hasSent({u"li: of li"_s}));
    QVERIFY(m_room->link().refused.isEmpty());
}

/// Done while nobody needed to sign in, and sent when somebody does.
void SignInTest::whatNobodySignedIsPutBeforeTheRoom() {
    const QByteArray token = m_gateway->grant(u"room-ST02"_s, u"seat:station:ST02"_s);
    DutyRoom other(m_gateway->line.url(), token, u"station:ST02");
    QVERIFY(other.isUp());
    QVERIFY(!other.gate->hasUsers()); // nobody may sit there
    QVERIFY(other.knows([](const Situation& s) { return s.units().find(code<UnitId>(u"2A01")); }));
    const auto say = [](const QString& text) {
        return SendMessage{{code<UnitId>(u"2A01")}, text, {}, {}, {}};
    };
    QVERIFY(other.act(say(u"by the machine"_s)).has_value());
    QVERIFY(other.isSent());
    QCOMPARE(messages(), QStringList{u"room-ST02: by the machine"_s});
    m_gateway->line.cut();
    QVERIFY(other.isLost());
    QVERIFY(other.act(say(u"by nobody"_s)).has_value());
    m_gateway->addUser(u"qian", Role::DutyOfficer, u"station:ST02");
    const auto isKnown = [&] { // at the gateway, before the line is back
        HttpClient client;
        client.base = m_gateway->ways->http().url();
        client.token = token;
        return client.get(u"/v1/seats/station:ST02/entries"_s).json()[u"sign_in"][u"needed"].toBool();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isKnown(), patience);
    m_gateway->line.restore();
    QTRY_COMPARE_WITH_TIMEOUT(other.link().refused.size(), 1, patience);
    QCOMPARE(other.link().refused.constFirst().refusal.value, u"needed"_s);
    QTRY_VERIFY_WITH_TIMEOUT(other.gate->hasUsers(), patience);
    QVERIFY(other.sit(u"qian"_s, userPassword));
    QVERIFY(other.act(say(u"by qian"_s)).has_value());
    QVERIFY(hasSent({u"room-ST02: by the machine"_s, u"qian: by qian"_s}));
}

void SignInTest::anEmergencyGoesOutWithoutASession() {
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(m_room->sit(u"wu"_s, userPassword));
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->sessionsOf(u"li"_s), 0, patience);
    cut();
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(m_room->act(message(u"of li"_s)).has_value());
    QVERIFY(m_room
                ->act(RaiseEmergency{
                    .unit = code<UnitId>(u"1A12"), .source = EmergencySource::Crew, .text = {}, .at = {}})
                .has_value());
    m_gateway->line.restore();
    QTRY_VERIFY_WITH_TIMEOUT(m_gateway->unit(u"1A12").emergency, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_room->link().unheard, QStringList{u"li"_s}, patience);
    QCOMPARE(messages(), QStringList());
}

void SignInTest::keepsNoPassword() {
    QVERIFY(m_room->sit(u"li"_s, userPassword));
    QVERIFY(m_room->act(message(u"one"_s)).has_value());
    QVERIFY(m_room->isSent());
    const QStringList files = QDir(m_room->folder.path()).entryList(QDir::Files);
    QVERIFY(files.contains(u"access.db"_s) && files.contains(u"link.db"_s));
    for (const QString& name : files) {
        QFile file(m_room->folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(userPassword.toUtf8()), qPrintable(name));
        if (name.endsWith(u".db"_s))
            QVERIFY(!(file.permissions() & (QFile::ReadOther | QFile::ReadGroup)));
    }
}

QTEST_GUILESS_MAIN(SignInTest)
#include "sign_in_test.moc"
