// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/link/replica_scene.h"

#include <QDir>
#include <QFileInfo>

#include <random>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A console with its copy of the journal, another desk, and the server between, whose line is cut.
class ReplicaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_site = std::make_unique<Site>(); }
    void init() {
        m_site->line.restore();
        m_site->begin();
    }
    void cleanupTestCase() { m_site.reset(); }

    void worksAtTheServerWhileItIsThere();
    void needsTheServerTheFirstTime();
    void goesOnWithoutTheServer();
    void readsItsOwnCopy();
    void keepsTheOutboxOverARestart();
    void putsWhatNoLongerFitsBeforeTheDispatcher();
    void doesNothingTwiceWhereTheAnswerWasLost();
    void takesWhatIsNotAnsweredInTime();
    void keepsNothingOfTheClockwork();
    void saysThatTheJournalIsAnother();
    void saysThatTheJournalIsOlder();
    void keepsTheOutboxOfWhoIsNotLetIn();
    void isNotHeldUpByWhatTheServerRefuses();
    void keepsTheTimeOfAWrongClock();
    void survivesManyCuts();

private:
    [[nodiscard]] IncidentId reported(const QString& key) {
        m_site->tell(reportOf(key));
        const Incident* incident = incidentOf(m_site->situation(), key);
        return incident ? incident->id : IncidentId();
    }
    [[nodiscard]] static bool shows(const ReplicaConsole& console, const QString& key) {
        return console.knows([&](const Situation& s) { return incidentOf(s, key) != nullptr; });
    }

    std::unique_ptr<Site> m_site;
};

void ReplicaTest::worksAtTheServerWhileItIsThere() {
    ReplicaConsole console(*m_site);
    QVERIFY(console.isUp());
    QCOMPARE(console.situation().units().size(), 2);
    (void)reported(u"theirs"_s);
    QVERIFY(shows(console, u"theirs"_s));
    const Outcome mine = console.ask(reportOf(u"mine"_s));
    QVERIFY(mine.has_value());
    QCOMPARE(mine->constFirst(), m_site->entries().at(mine->constFirst().seq - 1)); // as it is there
    QVERIFY(m_site->knows([](const Situation& s) { return incidentOf(s, u"mine"_s) != nullptr; }));
    QCOMPARE(console.link().waiting, 0);
    // What the newest does not allow is refused at once, and nothing is left of it.
    const IncidentId id = incidentOf(console.situation(), u"theirs"_s)->id;
    const IssueOrder order{.incident = id,
                           .to = code<UnitId>(u"1A12"),
                           .role = OrderRole::Primary,
                           .text = {},
                           .overrideReason = {}};
    QVERIFY(m_site->ask(order).has_value());
    QCOMPARE(refusalOf(console.ask(order)).code, RefusalCode::AlreadyAssigned);
    QVERIFY(console.link().refused.isEmpty());
    QTRY_COMPARE(console.entries(), m_site->entries());
}

void ReplicaTest::needsTheServerTheFirstTime() {
    m_site->line.cut();
    const ReplicaConsole console(*m_site);
    QVERIFY(!console.failure.isEmpty());
    QVERIFY(!console.desk->isReady());
}

void ReplicaTest::goesOnWithoutTheServer() {
    const IncidentId old = reported(u"old"_s);
    ReplicaConsole console(*m_site);
    QVERIFY(shows(console, u"old"_s));
    m_site->line.cut();
    QVERIFY(console.isLost());
    const Instant before = SystemClock().now();
    QVERIFY(console.ask(reportOf(u"new"_s)).has_value());
    QVERIFY(console
                .ask(IssueOrder{.incident = old,
                                .to = code<UnitId>(u"1A12"),
                                .role = OrderRole::Primary,
                                .text = u"go"_s,
                                .overrideReason = {}})
                .has_value());
    // Shown at once, and marked.
    QVERIFY(shows(console, u"new"_s));
    const IncidentId fresh = incidentOf(console.situation(), u"new"_s)->id;
    QTRY_COMPARE(console.link().waiting, 2);
    QCOMPARE(console.link().outbox.size(), 2);
    QVERIFY(must(console.link().waitingSince) >= before);
    QVERIFY(console.link().unsent.incidents.contains(fresh));
    QVERIFY(console.link().heardAt.has_value());
    QCOMPARE(console.situation().incidents().find(old)->orders.size(), 1);
    // What cannot be is refused here as there.
    QCOMPARE(refusalOf(console.ask(IssueOrder{.incident = old,
                                              .to = code<UnitId>(u"1A12"),
                                              .role = OrderRole::Primary,
                                              .text = {},
                                              .overrideReason = {}}))
                 .code,
             RefusalCode::AlreadyAssigned);
    const Instant givenAt = console.situation().incidents().find(fresh)->reportedAt;
    (void)reported(u"meanwhile"_s); // which takes the number that "new" would have had
    m_site->line.restore();
    QVERIFY(console.isSent());
    QVERIFY(m_site->knows([&](const Situation& s) {
        const Incident* incident = s.incidents().find(old);
        return s.incidents().find(fresh) && incident && incident->orders.size() == 1;
    }));
    QCOMPARE(m_site->situation().incidents().find(fresh)->reportedAt, givenAt); // not when it came
    QVERIFY(console.link().unsent.incidents.isEmpty());
    QVERIFY(console.link().refused.isEmpty());
    QVERIFY(shows(console, u"meanwhile"_s));
    QTRY_COMPARE(console.situation(), m_site->situation());
    QTRY_COMPARE(console.entries(), m_site->entries());
}

void ReplicaTest::readsItsOwnCopy() {
    const IncidentId old = reported(u"old"_s);
    ReplicaConsole console(*m_site);
    QVERIFY(shows(console, u"old"_s));
    QTRY_COMPARE(console.entries().size(), m_site->entries().size());
    m_site->line.cut();
    QVERIFY(console.isLost());
    QVERIFY(console.ask(AddNote{.incident = old, .text = u"without the server"_s}).has_value());
    const QFuture<QList<Entry>> history = console.desk->history(old);
    QTRY_VERIFY(history.isFinished());
    QCOMPARE(history.result().constFirst().fact.kind, u"incident.reported"_s);
    QCOMPARE(history.result().constLast().fact.kind, u"incident.noted"_s); // what waits too
    QPromise<qint64> looked;
    looked.start();
    console.desk->look([&](Journal* journal, const Situation& situation) {
        looked.addResult(journal && journal->head() && journal->head()->seq == situation.seq() ? 1 : 0);
        looked.finish();
    });
    QTRY_VERIFY(looked.future().isFinished());
    QCOMPARE(looked.future().result(), 1);
}

void ReplicaTest::keepsTheOutboxOverARestart() {
    const IncidentId old = reported(u"old"_s);
    ReplicaConsole console(*m_site);
    QVERIFY(shows(console, u"old"_s));
    m_site->line.cut();
    QVERIFY(console.isLost());
    QVERIFY(console.ask(reportOf(u"new"_s)).has_value());
    const IncidentId fresh = incidentOf(console.situation(), u"new"_s)->id;
    console.restart();
    QVERIFY(console.desk->isReady());
    QVERIFY(!console.link().isUp);
    QCOMPARE(console.link().waiting, 1);
    QVERIFY(console.situation().incidents().find(old));
    QVERIFY(console.situation().incidents().find(fresh));
    QVERIFY(console.ask(AddNote{.incident = fresh, .text = u"after the restart"_s}).has_value());
    console.restart();
    QCOMPARE(console.link().waiting, 2);
    m_site->line.restore();
    QVERIFY(console.isSent());
    QVERIFY(m_site->knows([&](const Situation& s) { return s.incidents().find(fresh) != nullptr; }));
    QTRY_COMPARE(m_site->count(u"incident.noted"_s), 1);
    QCOMPARE(m_site->count(u"incident.reported"_s), 2);
    console.restart();
    QVERIFY(console.isSent());
    QCOMPARE(m_site->count(u"incident.noted"_s), 1);
    QTRY_COMPARE(console.entries(), m_site->entries());
}

void ReplicaTest::putsWhatNoLongerFitsBeforeTheDispatcher() {
    const IncidentId old = reported(u"old"_s);
    ReplicaConsole console(*m_site);
    QVERIFY(shows(console, u"old"_s));
    m_site->line.cut();
    QVERIFY(console.isLost());
    const IssueOrder order{.incident = old,
                           .to = code<UnitId>(u"1A12"),
                           .role = OrderRole::Primary,
                           .text = u"mine"_s,
                           .overrideReason = {}};
    QVERIFY(console.ask(order).has_value());
    QVERIFY(console.ask(AddNote{.incident = old, .text = u"this fits"_s}).has_value());
    IssueOrder theirs = order; // the other desk sends the same car, and says otherwise
    theirs.text = u"theirs"_s;
    QVERIFY(m_site->ask(theirs).has_value());
    m_site->line.restore();
    QVERIFY(console.isSent());
    QTRY_COMPARE(console.link().refused.size(), 1);
    const LateRefusal late = console.link().refused.constFirst();
    QCOMPARE(late.refusal.code, RefusalCode::AlreadyAssigned);
    QCOMPARE(std::get<IssueOrder>(late.request.command).text, u"mine"_s); // one version
    const Incident& shown = *console.situation().incidents().find(old);   // and the other
    QCOMPARE(shown.orders.size(), 1);
    QCOMPARE(console.situation().orders().find(shown.orders.constFirst())->text, u"theirs"_s);
    QCOMPARE(m_site->count(u"incident.noted"_s), 1);
    // It stays until somebody has read it.
    console.restart();
    QTRY_COMPARE(console.link().refused.size(), 1);
    console.desk->link()->dismiss(late.request.id);
    QTRY_VERIFY(console.link().refused.isEmpty());
    console.restart();
    QVERIFY(console.isUp());
    QVERIFY(console.link().refused.isEmpty());
}

void ReplicaTest::doesNothingTwiceWhereTheAnswerWasLost() {
    ReplicaConsole console(*m_site);
    QVERIFY(console.isUp());
    for (int i = 0; i < 4; ++i) {
        m_site->line.does([](CutProxy& proxy) { proxy.loseNextAnswer(); }); // of a COMMIT
        QVERIFY(console.ask(reportOf(u"r%1"_s.arg(i))).has_value());
    }
    QVERIFY(console.isSent());
    QVERIFY(console.link().refused.isEmpty());
    QTRY_COMPARE(m_site->count(u"incident.reported"_s), 4);
    int lost = 0;
    m_site->line.does([&](const CutProxy& proxy) { lost = proxy.lost(); });
    QVERIFY(lost > 0);
    QTRY_COMPARE(console.entries(), m_site->entries());
}

/// A server that stands still: the command is taken here, and nobody waits for longer than that.
void ReplicaTest::takesWhatIsNotAnsweredInTime() {
    ReplicaConsole console(*m_site);
    QVERIFY(console.isUp());
    m_site->server.freeze(true);
    const Outcome outcome = console.ask(reportOf(u"frozen"_s));
    QVERIFY(outcome.has_value());
    QTRY_COMPARE_WITH_TIMEOUT(console.link().waiting, 1, patience);
    QVERIFY(shows(console, u"frozen"_s));
    m_site->server.freeze(false);
    QVERIFY(console.isSent());
    QTRY_COMPARE_WITH_TIMEOUT(m_site->count(u"incident.reported"_s), 1, patience);
    QVERIFY(console.link().refused.isEmpty());
}

void ReplicaTest::keepsNothingOfTheClockwork() {
    const QFuture<Outcome> card = m_site->other->submit(bureauBy(u"li"_s), reportOf(u"old"_s),
                                                        SystemClock().now() - 1h); // off a paper card
    QTRY_VERIFY(card.isFinished());
    ReplicaConsole console(*m_site);
    QVERIFY(shows(console, u"old"_s));
    const IncidentId old = incidentOf(console.situation(), u"old"_s)->id;
    m_site->line.cut();
    QVERIFY(console.isLost());
    const Command late = MarkMissed{.incident = old, .order = {}, .kind = DeadlineKind::Dispatch};
    const Outcome outcome = answerOf(*console.desk, {clockworkSeat(), u"clockwork"_s, {}}, late);
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->size(), 1); // shown
    QCOMPARE(console.link().waiting, 0);
    QVERIFY(console.ask(AddNote{.incident = old, .text = u"and this waits"_s}).has_value());
    QTRY_COMPARE(console.link().waiting, 1);
    m_site->line.restore();
    QVERIFY(console.isSent());
    QCOMPARE(m_site->count(u"incident.noted"_s), 1);
    QCOMPARE(m_site->count(u"deadline.missed"_s), 0); // whoever is up asks for it
    QVERIFY(console.link().refused.isEmpty());
    QTRY_COMPARE(console.situation(), m_site->situation());
}

void ReplicaTest::saysThatTheJournalIsAnother() {
    (void)reported(u"old"_s);
    ReplicaConsole console(*m_site);
    QVERIFY(shows(console, u"old"_s));
    m_site->line.cut();
    QVERIFY(console.isLost());
    QVERIFY(console.ask(reportOf(u"new"_s)).has_value());
    m_site->begin(); // somebody has made the journal anew
    for (int i = 0; i < 3; ++i)
        (void)reported(u"other %1"_s.arg(i));
    const qsizetype there = m_site->entries().size();
    m_site->line.restore();
    QTRY_VERIFY_WITH_TIMEOUT(!console.link().strayed.isEmpty(), patience);
    // Nothing of the one comes into the other, and the work goes on.
    QVERIFY(!console.link().isUp);
    QVERIFY(incidentOf(console.situation(), u"old"_s));
    QVERIFY(console.ask(reportOf(u"newer"_s)).has_value());
    QTRY_COMPARE(console.link().waiting, 2);
    QCOMPARE(m_site->entries().size(), there);
    console.restart();
    QTRY_VERIFY_WITH_TIMEOUT(!console.link().strayed.isEmpty(), patience);
    QCOMPARE(console.link().waiting, 2);
    // Only when it is said: then what waits is decided on the new one, and the old copy is kept.
    console.desk->link()->beginAnew();
    QVERIFY(console.isSent());
    QVERIFY(shows(console, u"other 2"_s));
    QTRY_VERIFY(!incidentOf(console.situation(), u"old"_s));
    QVERIFY(m_site->knows([](const Situation& s) { return incidentOf(s, u"newer"_s) != nullptr; }));
    QTRY_COMPARE(console.entries(), m_site->entries());
    QCOMPARE(QDir(console.folder.path()).entryList({u"replica-*.db"_s}).size(), 1);
}

/// A backup that ends before the copy does.
void ReplicaTest::saysThatTheJournalIsOlder() {
    (void)reported(u"kept"_s);
    const qint64 kept = m_site->entries().size();
    (void)reported(u"gone"_s);
    ReplicaConsole console(*m_site);
    QVERIFY(shows(console, u"gone"_s));
    QTRY_COMPARE(console.entries().size(), m_site->entries().size());
    m_site->line.cut();
    QVERIFY(console.isLost());
    m_site->other.reset();
    QVERIFY(m_site->server.run(
        m_site->database,
        "ALTER TABLE tridesk.entries DISABLE TRIGGER ALL; DELETE FROM tridesk.entries WHERE seq > " +
            QByteArray::number(kept) +
            "; ALTER TABLE tridesk.entries ENABLE TRIGGER ALL; UPDATE tridesk.head SET (seq, hash) ="
            " (SELECT seq, hash FROM tridesk.entries ORDER BY seq DESC LIMIT 1)"));
    m_site->line.restore();
    QTRY_VERIFY_WITH_TIMEOUT(!console.link().strayed.isEmpty(), patience);
    QVERIFY(incidentOf(console.situation(), u"gone"_s)); // the only place where it still is
    console.desk->link()->beginAnew();
    QVERIFY(console.isUp());
    QTRY_VERIFY(!incidentOf(console.situation(), u"gone"_s));
    QVERIFY(incidentOf(console.situation(), u"kept"_s));
    m_site->openOther();
}

void ReplicaTest::keepsTheOutboxOfWhoIsNotLetIn() {
    (void)reported(u"old"_s);
    ReplicaConsole console(*m_site);
    QVERIFY(shows(console, u"old"_s));
    m_site->line.cut();
    QVERIFY(console.isLost());
    QVERIFY(console.ask(reportOf(u"new"_s)).has_value());
    QVERIFY(m_site->server.run(m_site->database, "DELETE FROM tridesk.accounts WHERE role = 'wang'"));
    m_site->line.restore();
    QTRY_VERIFY_WITH_TIMEOUT(!console.link().turnedAway.isEmpty(), patience);
    QCOMPARE(console.link().waiting, 1);
    console.restart();
    QTRY_VERIFY_WITH_TIMEOUT(!console.link().turnedAway.isEmpty(), patience);
    QCOMPARE(console.link().waiting, 1);
    QVERIFY(incidentOf(console.situation(), u"new"_s));
    QCOMPARE(m_site->count(u"incident.reported"_s), 1);
    QVERIFY(m_site->server.addUser(m_site->database, u"wang"_s, u"bureau"_s));
    QVERIFY(console.isSent());
    QTRY_COMPARE(m_site->count(u"incident.reported"_s), 2);
}

void ReplicaTest::isNotHeldUpByWhatTheServerRefuses() {
    ReplicaConsole console(*m_site);
    QVERIFY(console.isUp());
    m_site->line.cut();
    QVERIFY(console.isLost());
    QVERIFY(console.ask(reportOf(u"first"_s)).has_value());
    // In another's name: the desk knows of no users, the server does.
    QVERIFY(answerOf(*console.desk, bureauBy(u"li"_s), reportOf(u"forged"_s)).has_value());
    QVERIFY(console.ask(reportOf(u"last"_s)).has_value());
    m_site->line.restore();
    QVERIFY(console.isSent());
    QTRY_COMPARE(console.link().refused.size(), 1);
    QCOMPARE(console.link().refused.constFirst().request.actor.user, u"li"_s);
    QVERIFY(m_site->knows([](const Situation& s) {
        return incidentOf(s, u"first"_s) && incidentOf(s, u"last"_s) && !incidentOf(s, u"forged"_s);
    }));
}

void ReplicaTest::keepsTheTimeOfAWrongClock() {
    (void)reported(u"old"_s);
    ReplicaConsole console(*m_site, std::make_shared<MovedClock>(-1h)); // and it goes on so
    QVERIFY(shows(console, u"old"_s));
    QVERIFY(console.clock->ahead() > 59min && console.clock->ahead() < 61min);
    m_site->line.cut();
    QVERIFY(console.isLost());
    QVERIFY(console.ask(reportOf(u"one"_s)).has_value());
    console.restart(); // what it knows of its clock is kept
    QVERIFY(console.ask(reportOf(u"two"_s)).has_value());
    m_site->line.restore();
    QVERIFY(console.isSent());
    QVERIFY(m_site->knows([](const Situation& s) { return incidentOf(s, u"two"_s) != nullptr; }));
    for (const QString& key : {u"one"_s, u"two"_s}) {
        const Milliseconds off = SystemClock().now() - incidentOf(m_site->situation(), key)->reportedAt;
        QVERIFY2(off > -5s && off < 10min, qPrintable(QString::number(off.count())));
    }
}

/// The line breaks wherever it likes, and the console ends in between: everything once, in order.
void ReplicaTest::survivesManyCuts() {
    const uint seed = qEnvironmentVariableIsSet("TRIDESK_SEED")
                          ? uint(qEnvironmentVariableIntValue("TRIDESK_SEED"))
                          : std::random_device()();
    qInfo() << "TRIDESK_SEED" << seed;
    std::mt19937 random(seed);
    ReplicaConsole console(*m_site);
    QVERIFY(console.isUp());
    QStringList asked;
    bool isCut = false;
    for (int i = 0; i < 40; ++i) {
        const QString key = u"r%1"_s.arg(i);
        QVERIFY(console.ask(reportOf(key)).has_value());
        asked << key;
        switch (random() % 6) {
        case 0:
            m_site->line.cut();
            isCut = true;
            break;
        case 1:
            m_site->line.restore();
            isCut = false;
            break;
        case 2:
            if (!isCut)
                m_site->line.does([](CutProxy& proxy) { proxy.loseNextAnswer(); });
            break;
        case 3:
            console.restart();
            break;
        default:
            (void)reported(u"other %1"_s.arg(i));
        }
    }
    m_site->line.restore();
    QVERIFY(console.isSent());
    QVERIFY(console.link().refused.isEmpty());
    QStringList came;
    for (const Entry& entry : m_site->entries())
        if (entry.fact.kind == u"incident.reported" && entry.fact.user == u"wang")
            came << std::get<IncidentReported>(decode(entry.fact).value()).source.key;
    QCOMPARE(came, asked);
    QTRY_COMPARE_WITH_TIMEOUT(console.entries(), m_site->entries(), patience);
}

QTEST_GUILESS_MAIN(ReplicaTest)
#include "replica_test.moc"
