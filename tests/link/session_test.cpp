// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Signing in at a station's seat, as the gateway answers it over HTTP: who is let in, in whose name a command
// goes on record, and which sessions are no good.

#include "app/domain/command_codec.h"
#include "app/journal/sqlite_journal.h"
#include "tests/link/link_scene.h"
#include "tests/support/http_client.h"
#include "tests/support/mutate.h"

#include <QJsonDocument>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString seat = u"/v1/seats/station:ST01"_s;

QByteArray signInBody(const QString& login, const QString& words = userPassword) {
    return toJson(SignInAsked{login, words});
}

} // namespace

class LinkSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_gateway = std::make_unique<Gateway>();
        m_users = m_gateway->users();
        m_client = std::make_unique<HttpClient>();
        m_client->base = m_gateway->ways->http().url();
        m_client->token = m_gateway->grant(u"room-ST01"_s, u"seat:station:ST01"_s);
        QTRY_COMPARE(m_client->get(seat + u"/entries"_s).status, 200);
        m_toggle = 0;
    }
    void cleanup() {
        m_client.reset();
        m_users.reset();
        m_gateway.reset();
    }

    void whereNobodyMaySitTheTokenActs();
    void aCommandIsThePersons();
    void anotherMachineSeatOrNameIsRefused();
    void aReviewerDoesNoWork();
    void aSessionEnds_data();
    void aSessionEnds();
    void letsNobodyElseIn();
    void wrongPasswordsWait();
    void aMachineThatGuessesIsBanned();
    void anUnsignedTokenActs();
    void anEmergencyWaitsForNobody();
    void tellsWhoWaitsThatTheSessionEnded();
    void survivesAnything();

private:
    void add(QStringView login, Role role = Role::DutyOfficer, const QString& seats = u"station:ST01"_s) {
        m_gateway->addUser(login, role, seats);
        QTRY_VERIFY(isNeeded() || !seats.startsWith(u"station"_s)); // known there within half a second
    }
    [[nodiscard]] HttpReply signIn(const QString& login, const QString& words = userPassword) {
        return m_client->post(seat + u"/session"_s, signInBody(login, words));
    }
    [[nodiscard]] QByteArray sessionOf(const QString& login) {
        return signIn(login).json()[u"session"].toString().toLatin1();
    }
    [[nodiscard]] HttpReply command(const Command& command, const QByteArray& session,
                                    const QString& user = {}) {
        QJsonObject json{{u"request"_s, RequestId(m_ids.next()).toString()},
                         {u"command"_s, commandJson(command)}};
        if (!user.isEmpty())
            json.insert(u"user"_s, user);
        QHash<QByteArray, QByteArray> headers;
        if (!session.isEmpty())
            headers.insert(sessionHeader, session);
        return m_client->post(seat + u"/commands"_s, QJsonDocument(json).toJson(), headers);
    }
    [[nodiscard]] HttpReply work(const QByteArray& session, const QString& user = {}) {
        return command(
            SetUnitStatus{.unit = code<UnitId>(u"1A12"),
                          .status = m_toggle++ % 2 ? UnitStatus::Available : UnitStatus::OutOfService,
                          .reason = {}},
            session, user);
    }
    [[nodiscard]] QJsonObject page(const QByteArray& session = {}) {
        QHash<QByteArray, QByteArray> headers;
        if (!session.isEmpty())
            headers.insert(sessionHeader, session);
        return m_client->get(seat + u"/entries"_s, headers).json()[u"sign_in"].toObject();
    }
    [[nodiscard]] bool isNeeded() { return page()[u"needed"].toBool(); }
    [[nodiscard]] QString stand(const QByteArray& session) { return page(session)[u"session"].toString(); }
    /// By whom the newest entry of that kind is.
    [[nodiscard]] QString authorOf(const QString& kind) {
        const auto journal = SqliteJournal::open(m_gateway->live.file(u"journal.db"_s));
        QString user;
        const auto entries = (*journal)->read(1, 10'000);
        for (const Entry& entry : *entries)
            if (entry.fact.kind == kind)
                user = entry.fact.seat + u' ' + entry.fact.user;
        return user;
    }

    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<UserStore> m_users;
    std::unique_ptr<HttpClient> m_client;
    RandomIds m_ids;
    int m_toggle = 0;
};

void LinkSessionTest::whereNobodyMaySitTheTokenActs() {
    add(u"wang", Role::Dispatcher, u"bureau"_s);
    add(u"chen", Role::Crew, u"field:1A12"_s);
    QVERIFY(!isNeeded());
    QCOMPARE(work({}).status, 200);
    QCOMPARE(authorOf(u"unit.status_set"_s), u"station:ST01 room-ST01"_s);
    add(u"li");
    QCOMPARE(work({}).error()[u"field"].toString(), u"session"_s);
    QCOMPARE(work({}).error()[u"value"].toString(), u"needed"_s);
    // A user who is disabled leaves no open seat behind.
    QVERIFY(m_users->setDisabled(must(Login::parse(u"li")), true));
    QCOMPARE(signIn(u"li"_s).error()[u"reason"].toString(), u"disabled"_s);
    QVERIFY(isNeeded());
    QCOMPARE(work({}).status, 403);
    // It goes on to be read.
    QCOMPARE(m_client->get(seat + u"/entries"_s).status, 200);
    QCOMPARE(m_client->get(seat + u"/fixes"_s).status, 200);
}

void LinkSessionTest::aCommandIsThePersons() {
    add(u"li");
    const HttpReply in = signIn(u"li"_s);
    QCOMPARE(in.status, 200);
    QCOMPARE(in.json()[u"role"].toString(), u"duty_officer"_s);
    const QByteArray session = in.json()[u"session"].toString().toLatin1();
    QCOMPARE(instantFromMs(in.json()[u"ends"].toInteger()),
             m_gateway->live.desk().clock().now() + sessionLasts);
    QCOMPARE(stand(session), u"good"_s);
    QCOMPARE(work(session).status, 200);
    QCOMPARE(authorOf(u"unit.status_set"_s), u"station:ST01 li"_s);
    QCOMPARE(command(OpenSeat{}, session, u"li"_s).status, 200);
    QCOMPARE(authorOf(u"seat.opened"_s), u"station:ST01 li"_s);
}

void LinkSessionTest::anotherMachineSeatOrNameIsRefused() {
    add(u"li", Role::DutyOfficer, u"station:*"_s);
    add(u"wu");
    const QByteArray li = sessionOf(u"li"_s);
    const QByteArray wu = sessionOf(u"wu"_s);
    // In another's name, by one's own session.
    const HttpReply forged = work(wu, u"li"_s);
    QCOMPARE(forged.status, 403);
    QCOMPARE(forged.error()[u"field"].toString(), u"user"_s);
    QCOMPARE(work(li.chopped(1) + 'A').status, 403);
    QCOMPARE(work("tridesk_session_").error()[u"value"].toString(), u"over"_s);
    QCOMPARE(work(m_client->token).status, 403); // a token is no session
    // Stolen to another machine of the same seat, or to another seat that the user may take.
    const QByteArray token = m_client->token;
    for (const auto& [name, scope] :
         {std::pair(u"room-2"_s, u"seat:station:ST01"_s), {u"room-ST02"_s, u"seat:station:ST02"_s}}) {
        m_client->token = m_gateway->grant(name, scope);
        QTRY_VERIFY(m_client->get(u"/v1/seats/"_s + scope.sliced(5) + u"/entries"_s).status == 200);
        const HttpReply stolen =
            m_client->post(u"/v1/seats/"_s + scope.sliced(5) + u"/commands"_s,
                           QJsonDocument(QJsonObject{{u"request"_s, RequestId(m_ids.next()).toString()},
                                                     {u"command"_s, commandJson(OpenSeat{})}})
                               .toJson(),
                           {{sessionHeader, li}});
        QCOMPARE(stolen.status, 403);
        QCOMPARE(stolen.error()[u"field"].toString(), u"session"_s);
    }
    m_client->token = token;
    QCOMPARE(authorOf(u"seat.opened"_s), QString());
    QCOMPARE(work(li).status, 200);
    QVERIFY(m_client->post(u"/v1/seats/station:ST02/session"_s, signInBody(u"li"_s)).status == 403);
}

void LinkSessionTest::aReviewerDoesNoWork() {
    add(u"shen", Role::Reviewer);
    const QByteArray session = sessionOf(u"shen"_s);
    const HttpReply refused = work(session);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.error()[u"reason"].toString(), u"not_of_role"_s);
    QCOMPARE(m_gateway->unit(u"1A12").status, UnitStatus::Available);
    QCOMPARE(command(OpenSeat{}, session).status, 200);
}

void LinkSessionTest::aSessionEnds_data() {
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("stand");
    QTest::newRow("by its age") << u"age"_s << u"over"_s;
    QTest::newRow("signed out") << u"out"_s << u"over"_s;
    QTest::newRow("disabled") << u"disabled"_s << u"withdrawn"_s;
    QTest::newRow("another password") << u"password"_s << u"changed"_s;
    QTest::newRow("another role") << u"role"_s << u"changed"_s;
    QTest::newRow("other seats") << u"seats"_s << u"withdrawn"_s;
    QTest::newRow("token revoked and given again") << u"token"_s << u"changed"_s;
}

void LinkSessionTest::aSessionEnds() {
    QFETCH(const QString, how);
    QFETCH(const QString, stand);
    add(u"li");
    add(u"wu");
    const QByteArray session = sessionOf(u"li"_s);
    const QByteArray others = sessionOf(u"wu"_s);
    QCOMPARE(work(session).status, 200);
    const Login li = must(Login::parse(u"li"));
    if (how == u"age") {
        m_gateway->live.pass(sessionLasts - 1s);
        QCOMPARE(work(session).status, 200);
        m_gateway->live.pass(1s);
    } else if (how == u"out") {
        QNetworkAccessManager manager;
        QNetworkRequest out(m_client->base.resolved(QUrl(seat + u"/session"_s)));
        out.setRawHeader("Authorization", "Bearer " + m_client->token);
        out.setRawHeader(sessionHeader, session);
        QCOMPARE(HttpClient::finished(manager.deleteResource(out)).status, 200);
    } else if (how == u"disabled") {
        QVERIFY(m_users->setDisabled(li, true));
    } else if (how == u"password") {
        QVERIFY(m_users->setPassword(li, u"another password"_s));
    } else if (how == u"role") {
        QVERIFY(m_users->setRole(li, Role::Reviewer, {must(SeatRule::parse(u"station:ST01"))}));
    } else if (how == u"seats") {
        QVERIFY(m_users->setRole(li, Role::DutyOfficer, {must(SeatRule::parse(u"station:ST02"))}));
    } else {
        const auto tokens = TokenStore::open(QFileInfo(m_gateway->live.file(u"x"_s)).path());
        QVERIFY((*tokens)->revoke(u"room-ST01"_s, Instant()));
        m_client->token = m_gateway->grant(u"room-ST01"_s, u"seat:station:ST01"_s);
        QTRY_COMPARE(m_client->get(seat + u"/entries"_s).status, 200);
    }
    QTRY_COMPARE(this->stand(session), stand);
    const HttpReply refused = work(session);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.error()[u"field"].toString(), u"session"_s);
    QCOMPARE(refused.error()[u"value"].toString(), stand);
    if (how != u"age" && how != u"token")
        QCOMPARE(work(others).status, 200);
}

void LinkSessionTest::letsNobodyElseIn() {
    add(u"li");
    add(u"wang", Role::Dispatcher, u"bureau"_s);
    QCOMPARE(signIn(u"wang"_s).error()[u"reason"].toString(), u"elsewhere"_s);
    QVERIFY(m_users->setDisabled(must(Login::parse(u"li")), true));
    QCOMPARE(signIn(u"li"_s).error()[u"reason"].toString(), u"disabled"_s);
    // Told to who knows the password alone.
    for (const QString& login : {u"li"_s, u"wang"_s, u"nobody"_s})
        QCOMPARE(signIn(login, u"not the words"_s).error(), signIn(u"no-one"_s, u"not the words"_s).error());
    m_client->token = "tridesk_wrong";
    QCOMPARE(signIn(u"wang"_s).status, 401);
}

void LinkSessionTest::wrongPasswordsWait() {
    add(u"li");
    for (int i = 0; i < 3; ++i)
        QCOMPARE(signIn(u"li"_s, u"a guess at it"_s).error()[u"reason"].toString(), u"wrong"_s);
    const HttpReply waits = signIn(u"li"_s); // even with the right one
    QCOMPARE(waits.status, 429);
    QVERIFY(waits.error()[u"wait_ms"].toInteger() > 0);
    QVERIFY(waits.retryAfter.toInt() > 0);
    add(u"wu");
    QCOMPARE(signIn(u"wu"_s).status, 200); // nobody keeps a colleague out
}

void LinkSessionTest::aMachineThatGuessesIsBanned() {
    add(u"li");
    int wrong = 0;
    HttpReply reply;
    for (int i = 0; i < 30 && reply.status != 429; ++i) {
        reply = signIn(u"user%1"_s.arg(i), u"a guess at it"_s);
        wrong += reply.status == 403;
    }
    QCOMPARE(reply.status, 429);
    QVERIFY2(wrong >= 10 && wrong < 15, qPrintable(QString::number(wrong)));
    QCOMPARE(signIn(u"li"_s).status, 429); // the machine waits, whoever it is
    m_client->token = m_gateway->grant(u"room-2"_s, u"seat:station:ST01"_s);
    QTRY_COMPARE(signIn(u"li"_s).status, 200); // and no other one
}

void LinkSessionTest::anUnsignedTokenActs() {
    add(u"li");
    const auto tokens = TokenStore::open(QFileInfo(m_gateway->live.file(u"x"_s)).path());
    const auto token = (*tokens)->add(u"kiosk"_s, {u"seat:station:ST01"_s, u"unsigned"_s}, Instant());
    QVERIFY(token);
    QCOMPARE(work({}).status, 403);
    m_client->token = token->toLatin1();
    QTRY_COMPARE(work({}).status, 200);
    QVERIFY(!isNeeded());
    QCOMPARE(authorOf(u"unit.status_set"_s), u"station:ST01 kiosk"_s);
}

void LinkSessionTest::anEmergencyWaitsForNobody() {
    add(u"li");
    QCOMPARE(work({}).status, 403);
    QCOMPARE(command(
                 RaiseEmergency{
                     .unit = code<UnitId>(u"1A12"), .source = EmergencySource::Crew, .text = {}, .at = {}},
                 {})
                 .status,
             200);
    QCOMPARE(authorOf(u"emergency.raised"_s), u"station:ST01 room-ST01"_s);
}

void LinkSessionTest::tellsWhoWaitsThatTheSessionEnded() {
    add(u"li");
    const QByteArray session = sessionOf(u"li"_s);
    const qint64 upTo = m_client->get(seat + u"/entries"_s).json()[u"up_to"].toInteger();
    QNetworkAccessManager manager;
    QNetworkRequest asked(m_client->base.resolved(QUrl(seat + u"/entries?after=%1&wait=30"_s.arg(upTo))));
    asked.setRawHeader("Authorization", "Bearer " + m_client->token);
    asked.setRawHeader(sessionHeader, session);
    const std::unique_ptr<QNetworkReply> reply(manager.get(asked));
    QCOMPARE(work(session, u"wu"_s).status, 403); // it has arrived by now, and there is no news
    QVERIFY(!reply->isFinished());
    QVERIFY(m_users->setDisabled(must(Login::parse(u"li")), true));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10'000);
    QCOMPARE(QJsonDocument::fromJson(reply->readAll())[u"sign_in"][u"session"].toString(), u"withdrawn"_s);
}

void LinkSessionTest::survivesAnything() {
    std::mt19937 random(20261127);
    const QByteArray body = signInBody(u"li"_s, u"p\u00e4ss \"w\\ord"_s);
    int read = 0;
    for (int i = 0; i < 20'000; ++i) { // the reader alone: no password is looked at
        const auto asked = signInFrom(mutated(body, random));
        read += asked.has_value();
        if (asked)
            QVERIFY(!asked->login.isEmpty() && asked->login.size() <= Login::maxLength &&
                    !asked->password.isEmpty() && asked->password.size() <= longestPassword);
        else
            QVERIFY(asked.error().field != u"password" || asked.error().value.isEmpty());
    }
    QVERIFY(read > 100 && read < 20'000);
    const HttpReply tooLong = m_client->post(seat + u"/session"_s, signInBody(u"li"_s, QString(5'000, u'x')));
    QCOMPARE(tooLong.status, 422);
    QVERIFY(!tooLong.body.contains("xxx"));
    for (const QByteArray& wrong : {QByteArray(), QByteArray("[]"), QByteArray("{\"login\":\"li\"}"),
                                    QByteArray("{\"login\":\"li\",\"password\":7}"),
                                    QByteArray("{\"login\":\"li\",\"password\":\"x\",\"seat\":\"bureau\"}")})
        QCOMPARE(m_client->post(seat + u"/session"_s, wrong).status, 422);
    // What a gateway answers is read as strictly at the other end.
    const Seat here = must(Seat::parse(u"station:ST01"));
    const HttpAnswer answer = answerOf(SignedIn{
        .user = {.login = must(Login::parse(u"li")), .name = u"李"_s, .role = Role::DutyOfficer, .seats = {}},
        .session = "tridesk_session_abc",
        .endsAt = instantFromMs(2'000),
        .now = instantFromMs(1'000)});
    const auto whole = signedInFrom(200, answer.body, here);
    QVERIFY(whole && *whole && (*whole)->user.mayTake(here) && (*whole)->session == "tridesk_session_abc");
    for (int i = 0; i < 20'000; ++i)
        if (const auto taken = signedInFrom(200, mutated(answer.body, random), here); taken && *taken)
            QVERIFY(!(*taken)->user.login.isNull() && (*taken)->user.role != Role::Anybody &&
                    !(*taken)->session.contains('\n'));
    const HttpAnswer wait = answerOf(std::unexpected(SignInFault{SignInFault::Kind::Wait, 7s, {}}));
    QCOMPARE(signedInFrom(429, wait.body, here)->error().wait, 7s);
    QVERIFY(!signedInFrom(503, "<html>away</html>", here)); // a proxy's word is none
    QVERIFY(!signedInFrom(0, {}, here));
}

QTEST_GUILESS_MAIN(LinkSessionTest)
#include "session_test.moc"
