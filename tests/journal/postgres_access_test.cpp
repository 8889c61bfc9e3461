// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codec.h"
#include "app/journal/postgres_journal.h"
#include "tests/support/every_fact.h"
#include "tests/support/postgres_server.h"

#include <QTest>

// What the server itself refuses, to somebody who signs in with a console's password and speaks SQL: the
// client's own rules are gone round.

namespace tridesk::test {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

enum class Verdict { Refused, Empty, Works };

/// A call of the one way in, as somebody would type it.
QByteArray writing(const char* seat, const char* user, const char* stream, const char* kind,
                   const char* payload) {
    return QByteArray("SELECT * FROM tridesk.append((extract(epoch FROM clock_timestamp()) * 1000)::bigint,"
                      " gen_random_uuid(), 1, '") +
           seat + "', '" + user + "', '" + stream + "', '" + kind + "', 1, convert_to('" + payload +
           "', 'UTF8'))";
}

QByteArray reading(const char* where) {
    return QByteArray("SELECT seq FROM tridesk.entries WHERE ") + where;
}

/// Two stations with a car or two each, and incidents of every protection.
constexpr const char* night[][3] = {
    {"post/ST01", "post.defined", R"({"id":"ST01","tier":"station"})"},
    {"post/ST02", "post.defined", R"({"id":"ST02","tier":"station"})"},
    {"unit/1A12", "unit.defined", R"({"id":"1A12","post":"ST01"})"},
    {"unit/1A14", "unit.defined", R"({"id":"1A14","post":"ST01"})"},
    {"unit/2A01", "unit.defined", R"({"id":"2A01","post":"ST02"})"},
    {"unit/1A12", "unit.logged_on", R"({"unit":"1A12","crew":["chen"]})"},
    {"unit/2A01", "unit.logged_on", R"({"unit":"2A01","crew":["sun"]})"},
    {"desk", "catalogue.defined", R"({"types":[]})"},
    {"desk", "policy.defined", R"({"picks":3})"},
    // i1: ST01's own, 1A12 was sent
    {"incident/i1", "incident.reported",
     R"({"incident":"i1","number":1,"post":"ST01","callers":[{"phone":"1"}]})"},
    {"incident/i1", "order.issued", R"({"incident":"i1","order":"o1","to":{"unit":"1A12"}})"},
    // i2: ST02's
    {"incident/i2", "incident.reported", R"({"incident":"i2","number":2,"post":"ST02"})"},
    {"incident/i2", "order.issued", R"({"incident":"i2","order":"o2","to":{"unit":"2A01"}})"},
    // i3: sensitive, in ST01's area, nobody of ST01 was sent
    {"incident/i3", "incident.reported", R"({"incident":"i3","number":3,"post":"ST01"})"},
    {"incident/i3", "incident.flagged", R"({"incident":"i3","flag":"sensitive","on":true})"},
    // i4: of ST02, with a confidential caller; 1A12 was sent to help
    {"incident/i4", "incident.reported",
     R"({"incident":"i4","number":4,"post":"ST02","callers":[{"phone":"2"}]})"},
    {"incident/i4", "incident.flagged", R"({"incident":"i4","flag":"confidential_caller","on":true})"},
    {"incident/i4", "order.issued", R"({"incident":"i4","order":"o4","to":{"unit":"1A12"}})"},
    // i5: of ST02; the order to 1A12 was recalled in time
    {"incident/i5", "incident.reported", R"({"incident":"i5","number":5,"post":"ST02"})"},
    {"incident/i5", "order.issued", R"({"incident":"i5","order":"o5","to":{"unit":"1A12"}})"},
    {"incident/i5", "order.recalled", R"({"incident":"i5","order":"o5"})"},
    // i6: of ST02; the order to 1A12 may still be recalled
    {"incident/i6", "incident.reported", R"({"incident":"i6","number":6,"post":"ST02"})"},
    {"incident/i6", "order.issued",
     R"({"incident":"i6","order":"o6","to":{"unit":"1A12"},"releaseAt":9000000000000})"},
    {"message/m1", "message.sent",
     R"({"message":"m1","to":[{"post":"ST01"},{"unit":"1A12"}],"text":"to ST01"})"},
    {"message/m2", "message.sent", R"({"message":"m2","to":[{"post":"ST02"}],"text":"to ST02"})"},
    {"message/m3", "message.sent",
     R"({"message":"m3","kind":"room","incident":"i1","to":[],"text":"room of i1"})"},
    {"message/m4", "message.sent",
     R"({"message":"m4","kind":"room","incident":"i2","to":[],"text":"room of i2"})"},
    {"plot/p1", "plot.drawn", R"({"plot":"p1","incident":"i2"})"},
    {"plot/p2", "plot.drawn", R"({"plot":"p2"})"},
    {"premise/n1", "premise.noted", R"({"note":"n1","words":"gas"})"},
    {"feed/BWC-1A12", "feed.defined", R"({"id":"BWC-1A12","main":"rtsp://10.0.0.1/main"})"},
    {"incident/i1", "feed.view_began", R"({"incident":"i1","feed":"BWC-1A12","view":"v1"})"}};

} // namespace

class PostgresAccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void keepsTo_data();
    void keepsTo();
    void holdsNobodyUpWithoutAnAccount();
    void takesEffectAtOnceWhenRightsAreWithdrawn();
    void knowsEveryKind();
    void readsOnlyItsOwnReceipts();

private:
    void forbiddenReads();
    void forbiddenWrites();
    void permitted();
    static void row(const char* name, const char* user, const QByteArray& sql, Verdict verdict) {
        QTest::newRow(name) << QString::fromLatin1(user) << sql << int(verdict);
    }
    std::unique_ptr<PostgresConnection> as(const QString& user) {
        return PostgresConnection::open(m_server->at(m_database, user), milliseconds(500)).value();
    }

    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
};

void PostgresAccessTest::initTestCase() {
    m_server = std::make_unique<PostgresServer>();
    QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
    m_database = m_server->makeDatabase();
    const auto journal = PostgresJournal::open(m_server->at(m_database, u"tridesk_owner"_s));
    QVERIFY2(journal, qPrintable(journal ? QString() : journal.error().toString()));
    const char* const users[][3] = {{"wang", "bureau", ""},      {"zhang", "station", "ST01"},
                                    {"zhao", "station", "ST02"}, {"chen", "field", "1A12"},
                                    {"sun", "field", "2A01"},    {"gw", "gateway", ""},
                                    {"rev", "reviewer", ""}};
    for (const auto& [user, tier, place] : users)
        QVERIFY(m_server->addUser(m_database, QString::fromLatin1(user), QString::fromLatin1(tier),
                                  QString::fromLatin1(place)));
    QVERIFY(m_server->run(m_database, "CREATE ROLE guest LOGIN IN ROLE tridesk_seat"));
    const auto gateway = as(u"gw"_s);
    for (const auto& [stream, kind, payload] : night) {
        const auto done = gateway->query({writing("bureau", "wang", stream, kind, payload).constData()});
        QVERIFY2(done, qPrintable(done ? QString() : done.error().toString()));
    }
}

void PostgresAccessTest::keepsTo_data() {
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("verdict");
    forbiddenReads();
    forbiddenWrites();
    permitted();
}

void PostgresAccessTest::forbiddenReads() {
    const auto none = [](const char* name, const char* user, const char* where) {
        row(name, user, reading(where), Verdict::Empty);
    };
    none("station: another station's incident", "zhang", "stream = 'incident/i2'");
    none("station: a sensitive one that it was not sent to", "zhang", "stream = 'incident/i3'");
    none("station: a confidential caller", "zhang", "stream = 'incident/i4' AND kind = 'incident.reported'");
    none("station: its unit's recalled order elsewhere", "zhang", "stream = 'incident/i5'");
    none("station: an order that may be recalled yet", "zhang", "stream = 'incident/i6'");
    none("station: another's unit", "zhang", "stream = 'unit/2A01' AND kind = 'unit.logged_on'");
    none("station: another's message", "zhang", "stream = 'message/m2'");
    none("station: the room of another's incident", "zhang", "stream = 'message/m4'");
    none("station: a drawing for another's incident", "zhang", "stream = 'plot/p1'");
    none("station: where the cameras are", "zhang", "stream LIKE 'feed/%'");
    none("station: who watched", "zhang", "kind LIKE 'feed.view%'");
    none("station: policy", "zhang", "kind = 'policy.defined'");
    none("station: by the words", "zhang", "position('\"number\":2' in convert_from(payload, 'UTF8')) > 0");
    none("crew: an incident that it was not sent to", "chen", "stream = 'incident/i2'");
    none("crew: a sensitive one", "chen", "stream = 'incident/i3'");
    none("crew: a confidential caller", "chen", "stream = 'incident/i4' AND kind = 'incident.reported'");
    none("crew: a recalled order", "chen", "stream = 'incident/i5'");
    none("crew: an order that may be recalled yet", "chen", "stream = 'incident/i6'");
    none("crew: another car of its station", "chen", "stream = 'unit/1A14' AND kind <> 'unit.defined'");
    none("crew: another's message", "chen", "stream = 'message/m2'");
    none("crew: notes on places", "chen", "stream LIKE 'premise/%'");
    none("other crew: the incident of the first", "sun", "stream = 'incident/i1'");
    none("nobody: anything", "guest", "true");
    const auto shut = [](const char* name, const char* user, const char* sql) {
        row(name, user, sql, Verdict::Refused);
    };
    shut("station: who may do what", "zhang", "SELECT * FROM tridesk.accounts");
    shut("station: what it is kept from", "zhang", "SELECT * FROM tridesk.incidents");
    shut("crew: orders of all", "chen", "SELECT * FROM tridesk.orders");
    shut("crew: the end of the chain, by the table", "chen", "SELECT * FROM tridesk.head");
    shut("station: as another", "zhang", "SET SESSION AUTHORIZATION zhao");
    shut("station: as the owner", "zhang", "SET ROLE tridesk_owner");
    shut("crew: as the group", "chen", "SET ROLE tridesk_seat");
}

void PostgresAccessTest::forbiddenWrites() {
    const auto no = [](const char* name, const char* user, const QByteArray& sql) {
        row(name, user, sql, Verdict::Refused);
    };
    const auto zhang = [&](const char* name, const char* stream, const char* kind, const char* payload) {
        row(name, "zhang", writing("station:ST01", "zhang", stream, kind, payload), Verdict::Refused);
    };
    const auto chen = [&](const char* name, const char* stream, const char* kind, const char* payload) {
        row(name, "chen", writing("field:1A12", "chen", stream, kind, payload), Verdict::Refused);
    };
    no("station: straight into the table", "zhang",
       "INSERT INTO tridesk.entries SELECT * FROM tridesk.entries LIMIT 1");
    no("station: changes an entry", "zhang", "UPDATE tridesk.entries SET account = 'zhao'");
    no("station: deletes entries", "zhang", "DELETE FROM tridesk.entries");
    no("station: empties the table", "zhang", "TRUNCATE tridesk.entries");
    no("station: a table of its own among them", "zhang", "CREATE TABLE tridesk.mine (x int)");
    no("station: a table in public", "zhang", "CREATE TABLE public.mine (x int)");
    no("crew: drops the policy", "chen", "DROP POLICY read_what_is_yours ON tridesk.entries");
    no("crew: its own tier", "chen", "UPDATE tridesk.accounts SET tier = 'bureau' WHERE role = 'chen'");
    no("crew: the server's allowance for clocks", "chen", "UPDATE tridesk.site SET clock_slack_ms = 9e12");
    no("crew: the way in behind the checks", "chen",
       "SELECT tridesk.note_scope('field:1A12', 'incident/i2', 'order.issued', '{}')");
    no("station: as the bureau", "zhang",
       writing("bureau", "zhang", "incident/i1", "incident.noted", R"({"incident":"i1","text":"x"})"));
    no("station: as another station", "zhang",
       writing("station:ST02", "zhang", "incident/i1", "incident.noted", R"({"incident":"i1","text":"x"})"));
    no("station: in another's name", "zhang",
       writing("station:ST01", "zhao", "incident/i1", "incident.noted", R"({"incident":"i1","text":"x"})"));
    no("crew: as its station", "chen",
       writing("station:ST01", "chen", "incident/i1", "incident.noted", R"({"incident":"i1","text":"x"})"));
    no("bureau: as a station", "wang",
       writing("station:ST01", "wang", "incident/i1", "incident.noted", R"({"incident":"i1","text":"x"})"));
    no("bureau: in another's name", "wang",
       writing("bureau", "zhang", "incident/i1", "incident.noted", R"({"incident":"i1","text":"x"})"));
    no("reviewer: does the shift's work", "rev",
       writing("bureau", "rev", "incident/i1", "incident.noted", R"({"incident":"i1","text":"x"})"));
    no("nobody: says anything", "guest", writing("bureau", "guest", "desk", "seat.opened", "{}"));
    zhang("station: another's incident", "incident/i2", "incident.noted", R"({"incident":"i2","text":"x"})");
    zhang("station: a sensitive one", "incident/i3", "incident.noted", R"({"incident":"i3","text":"x"})");
    zhang("station: one thing in another's stream", "incident/i1", "incident.noted",
          R"({"incident":"i2","text":"x"})");
    zhang("station: reports what is there", "incident/i2", "incident.reported",
          R"({"incident":"i2","number":99})");
    zhang("station: takes a number twice", "incident/i99", "incident.reported",
          R"({"incident":"i99","number":2})");
    zhang("station: reports as a feed", "incident/i98", "incident.reported",
          R"({"incident":"i98","number":98,"source":{"name":"cad","key":"1"}})");
    zhang("station: merges into another's", "incident/i1", "incident.merged",
          R"({"incident":"i1","into":"i2"})");
    zhang("station: orders another's unit", "incident/i1", "order.issued",
          R"({"incident":"i1","order":"o9","to":{"unit":"2A01"}})");
    zhang("station: orders a post", "incident/i1", "order.issued",
          R"({"incident":"i1","order":"o9","to":{"post":"ST02"}})");
    zhang("station: recalls the bureau's order", "incident/i1", "order.recalled",
          R"({"incident":"i1","order":"o1"})");
    zhang("station: reads another's notice off", "incident/i1", "order.notice_acknowledged",
          R"({"incident":"i1","order":"o1","post":"ST02"})");
    zhang("station: lifts a protection", "incident/i1", "incident.flagged",
          R"({"incident":"i1","flag":"sensitive","on":false})");
    zhang("station: puts callers over hidden ones", "incident/i4", "incident.amended",
          R"({"incident":"i4","callers":[]})");
    zhang("station: sets another's unit", "unit/2A01", "unit.status_set",
          R"({"unit":"2A01","status":"off"})");
    zhang("station: ends another's emergency", "unit/2A01", "emergency.ended", R"({"unit":"2A01"})");
    zhang("station: defines a unit", "unit/1A99", "unit.defined", R"({"id":"1A99","post":"ST01"})");
    zhang("station: defines the types", "desk", "catalogue.defined", R"({"types":[]})");
    zhang("station: marks what is late", "incident/i1", "deadline.missed",
          R"({"incident":"i1","order":"o1"})");
    zhang("station: another's drawing", "plot/p2", "plot.erased", R"({"plot":"p2"})");
    zhang("station: takes a message back that it did not write", "message/m1", "message.withdrawn",
          R"({"message":"m1"})");
    zhang("station: reads another's message off", "message/m2", "message.advanced", R"({"message":"m2"})");
    zhang("station: speaks in the room of another's incident", "message/m9", "message.sent",
          R"({"message":"m9","kind":"room","incident":"i2","to":[]})");
    zhang("station: a unit's fact in the desk's stream", "desk", "unit.status_set", R"({"unit":"2A01"})");
    zhang("station: a kind that nobody knows", "desk", "desk.burnt", "{}");
    zhang("station: what is no JSON", "incident/i1", "incident.noted", "not json");
    chen("crew: another's incident", "incident/i2", "incident.noted", R"({"incident":"i2","text":"x"})");
    chen("crew: signs another's order", "incident/i1", "order.signed", R"({"incident":"i1","order":"o2"})");
    chen("crew: cancels its order", "incident/i1", "order.cancelled", R"({"incident":"i1","order":"o1"})");
    chen("crew: closes the incident", "incident/i1", "incident.closed", R"({"incident":"i1"})");
    chen("crew: sends another car", "incident/i1", "order.issued",
         R"({"incident":"i1","order":"o9","to":{"unit":"1A14"}})");
    chen("crew: another car", "unit/1A14", "unit.status_set", R"({"unit":"1A14","status":"off"})");
    chen("crew: ends its emergency", "unit/1A12", "emergency.ended", R"({"unit":"1A12"})");
    chen("crew: hides an incident", "incident/i1", "incident.flagged",
         R"({"incident":"i1","flag":"sensitive","on":true})");
    no("crew: a receipt of another seat", "chen",
       "SELECT tridesk.record_receipt('bureau', 'chen', 1, 1, 2, 3)");
}

void PostgresAccessTest::permitted() {
    const auto yes = [](const char* name, const char* user, const QByteArray& sql) {
        row(name, user, sql, Verdict::Works);
    };
    yes("bureau: reads everything", "wang", reading("stream = 'incident/i3'"));
    yes("reviewer: reads everything", "rev",
        reading("stream = 'incident/i4' AND kind = 'incident.reported'"));
    yes("bureau: writes", "wang",
        writing("bureau:2", "wang", "incident/i2", "incident.noted", R"({"incident":"i2","text":"x"})"));
    yes("bureau: its clockwork", "wang",
        writing("machine:clockwork", "", "incident/i1", "deadline.missed",
                R"({"incident":"i1","order":"o1"})"));
    yes("gateway: speaks for a crew", "gw",
        writing("field:2A01", "sun", "incident/i2", "order.signed", R"({"incident":"i2","order":"o2"})"));
    yes("station: reads its own", "zhang", reading("stream = 'incident/i1' AND kind = 'incident.reported'"));
    yes("station: reads where its car was sent", "zhang",
        reading("stream = 'incident/i4' AND kind LIKE 'order%'"));
    yes("station: reads its message", "zhang", reading("stream = 'message/m1'"));
    yes("station: reads every callsign", "zhang", reading("stream = 'unit/2A01' AND kind = 'unit.defined'"));
    yes("station: reads notes on places", "zhang", reading("stream = 'premise/n1'"));
    yes("station: knows where the journal ends", "zhang", "SELECT * FROM tridesk.head_now()");
    yes("station: reports", "zhang",
        writing("station:ST01", "zhang", "incident/i50", "incident.reported",
                R"({"incident":"i50","number":50,"post":"ST01"})"));
    yes("station: orders its own car", "zhang",
        writing("station:ST01", "zhang", "incident/i1", "order.issued",
                R"({"incident":"i1","order":"o50","to":{"unit":"1A14"}})"));
    yes("station: makes one sensitive", "zhang",
        writing("station:ST01", "zhang", "incident/i50", "incident.flagged",
                R"({"incident":"i50","flag":"sensitive","on":true})"));
    yes("station: and reads on what it brought", "zhang", reading("stream = 'incident/i50'"));
    yes("crew: reads what it was ordered to", "chen", reading("stream = 'incident/i1'"));
    yes("crew: signs", "chen",
        writing("field:1A12", "chen", "incident/i1", "order.signed", R"({"incident":"i1","order":"o1"})"));
    yes("crew: notes", "chen",
        writing("field:1A12", "chen", "incident/i4", "incident.noted", R"({"incident":"i4","text":"x"})"));
    yes("crew: an emergency", "chen",
        writing("field:1A12", "chen", "unit/1A12", "emergency.raised", R"({"unit":"1A12","source":"crew"})"));
    yes("crew: reads its message off", "chen",
        writing("field:1A12", "chen", "message/m1", "message.advanced",
                R"({"message":"m1","stage":"shown"})"));
    yes("crew: the room of its incident", "chen", reading("stream = 'message/m3'"));
    yes("reviewer: sets a bookmark", "rev",
        writing("bureau", "rev", "bookmark/b1", "bookmark.set", R"({"bookmark":"b1","at":1,"words":"x"})"));
    yes("crew: its receipt", "chen", "SELECT tridesk.record_receipt('field:1A12', 'chen', 1, 1, 2, 3)");
}

void PostgresAccessTest::keepsTo() {
    QFETCH(const QString, user);
    QFETCH(const QByteArray, sql);
    QFETCH(const int, verdict);
    const QString before = m_server->ask(m_database, "SELECT seq::text FROM tridesk.head");
    const auto answer = as(user)->query({sql.constData()});
    const QString after = m_server->ask(m_database, "SELECT seq::text FROM tridesk.head");
    const QString said = answer ? u"%1 rows"_s.arg(answer->count()) : answer.error().toString();
    switch (Verdict(verdict)) {
    case Verdict::Refused:
        QVERIFY2(!answer && answer.error().code == JournalFault::Code::Refused, qPrintable(said));
        QCOMPARE(after, before);
        break;
    case Verdict::Empty:
        QVERIFY2(answer && answer->count() == 0, qPrintable(said));
        QCOMPARE(after, before);
        break;
    case Verdict::Works:
        QVERIFY2(answer && answer->count() > 0, qPrintable(said));
        break;
    }
}

void PostgresAccessTest::holdsNobodyUpWithoutAnAccount() {
    const auto guest = as(u"guest"_s);
    QVERIFY(guest->run("BEGIN"));
    const auto refused = guest->run("SELECT * FROM tridesk.begin_step()");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, JournalFault::Code::Refused);
    QVERIFY(as(u"wang"_s)->run("SELECT * FROM tridesk.begin_step()"));
}

/// A line that is open already reads and writes nothing more.
void PostgresAccessTest::takesEffectAtOnceWhenRightsAreWithdrawn() {
    QVERIFY(m_server->addUser(m_database, u"leaver"_s, u"bureau"_s));
    const auto open = as(u"leaver"_s);
    const auto count = [&] { return open->query({"SELECT seq FROM tridesk.entries"}).value().count(); };
    QVERIFY(count() > 0);
    QVERIFY(m_server->run(m_database, "DELETE FROM tridesk.accounts WHERE role = 'leaver'"));
    QCOMPARE(count(), 0);
    QVERIFY(!open->run(writing("bureau", "leaver", "desk", "seat.opened", "{}").constData()));
}

/// A new kind of fact is a decision here too.
void PostgresAccessTest::knowsEveryKind() {
    const auto owner = as(u"tridesk_owner"_s);
    for (const Fact& fact : everyKind()) {
        const auto known = owner->query({"SELECT kind FROM tridesk.kinds WHERE kind = $1", {kindOf(fact)}});
        QVERIFY(known);
        QVERIFY2(known->count() == 1, qPrintable(kindOf(fact)));
    }
}

void PostgresAccessTest::readsOnlyItsOwnReceipts() {
    QVERIFY(as(u"gw"_s)->run("SELECT tridesk.record_receipt('station:ST02', 'zhao', 1, 1, 2, 3),"
                             " tridesk.record_receipt('station:ST01', 'zhang', 1, 1, 2, 3)"));
    const auto mine = as(u"zhang"_s)->query({"SELECT DISTINCT seat FROM tridesk.receipts"});
    QVERIFY(mine);
    QCOMPARE(mine->count(), 1);
    QCOMPARE(mine->text(0, 0), u"station:ST01"_s);
    QVERIFY(as(u"wang"_s)->query({"SELECT DISTINCT seat FROM tridesk.receipts"}).value().count() >= 2);
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::PostgresAccessTest)
#include "postgres_access_test.moc"
