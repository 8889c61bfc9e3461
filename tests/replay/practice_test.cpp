// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/replay/fact_shift.h"
#include "app/replay/practice_journal.h"
#include "tests/support/every_fact.h"
#include "tests/support/long_shift.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 entries = 3'000;

} // namespace

/// A drill made of a record, and that neither can be taken for the other.
class PracticeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        const DataFolder folder = must(DataFolder::open(live()));
        const auto journal = must(SqliteJournal::open(folder.journal()));
        LongShift shift({.stations = 3, .units = 9, .open = 12}, 41);
        QVERIFY(shift.runTo(*journal, entries));
        add(*journal, shift);
        m_all = must(journal->read(1, int(entries) + 100));
        const auto store = must(FixStore::open(folder.fixes()));
        QList<Fix> fixes;
        for (Instant at = m_all.constFirst().recordedAt; at < m_all.constLast().recordedAt; at += 10s)
            fixes.append(
                {code<UnitId>(u"0A0"), must(GeoPoint::from(31.1, 118.1)), at, at, {}, {}, {}, u"test"_s});
        QVERIFY(store->append(fixes).has_value());
    }

    void goesOnFromTheInstant() {
        const Instant at = m_all[2'000].recordedAt;
        const QString folder = m_dir.filePath(u"drill"_s);
        const Practice made = must(makePractice(wish(folder, at)));
        QCOMPARE(made.origin, u"live"_s);
        QCOMPARE(made.hash, m_all[made.seq - 1].hash);
        QVERIFY(made.seq >= 2'001);
        QCOMPARE(made.shift, now - at);
        const auto journal = must(SqliteJournal::open(must(DataFolder::open(folder)).journal()));
        Situation practice = fold(*journal);
        QCOMPARE(must(practice.practice()), made);
        Situation then = foldOf(made.seq);
        QCOMPARE(practice.incidents().size(), then.incidents().size());
        QCOMPARE(practice.openIncidents(), then.openIncidents());
        QCOMPARE(practice.orders().size(), then.orders().size());
        for (const Order& order : then.orders()) {
            const Order* moved = practice.orders().find(order.id);
            QVERIFY(moved);
            QCOMPARE(moved->stage, order.stage);
            for (std::size_t stage = 0; stage < order.reachedAt.size(); ++stage)
                QCOMPARE(moved->reachedAt[stage], order.reachedAt[stage]
                                                      ? std::optional(*order.reachedAt[stage] + made.shift)
                                                      : std::nullopt);
        }
        QVERIFY(practice.openSeats().isEmpty());
    }

    /// The chain of what was written is whole, and times run as they ran.
    void isAJournalLikeAnyOther() {
        const QString folder = m_dir.filePath(u"chained"_s);
        QVERIFY(makePractice(wish(folder, m_all[1'500].recordedAt)).has_value());
        const auto journal = must(SqliteJournal::open(must(DataFolder::open(folder)).journal()));
        const QList<Entry> made = must(journal->read(1, int(entries)));
        QCOMPARE(made.constFirst().fact.kind, u"practice.began"_s);
        for (qsizetype i = 0; i < made.size(); ++i)
            QCOMPARE(made[i].seq, i + 1);
        const auto store = must(FixStore::open(must(DataFolder::open(folder)).fixes()));
        const auto latest = must(store->latest());
        QCOMPARE(latest.fixes.size(), 1);
        QVERIFY(latest.fixes.constFirst().measuredAt <= now);
        QVERIFY(now - latest.fixes.constFirst().measuredAt < 1min);
    }

    void leavesOutWhoCalledAndWhatIsSensitive() {
        const QString folder = m_dir.filePath(u"veiled"_s);
        QVERIFY(makePractice(wish(folder, m_all.constLast().recordedAt)).has_value());
        const auto journal = must(SqliteJournal::open(must(DataFolder::open(folder)).journal()));
        bool hasSensitive = false;
        const Situation practice = fold(*journal);
        for (const Incident& incident : practice.incidents()) {
            QVERIFY(incident.details.callers.isEmpty());
            if (incident.has(IncidentFlag::Sensitive)) {
                hasSensitive = true;
                QVERIFY(incident.details.text.isEmpty());
                for (const auto& note : incident.notes)
                    QVERIFY(note.text.isEmpty());
            }
        }
        QVERIFY(hasSensitive);
        for (const Entry& entry : must(journal->read(1, int(entries) + 100)))
            QVERIFY2(!entry.fact.payload.contains("secret") && !entry.fact.payload.contains("555-0199"),
                     entry.fact.payload.constData());
    }

    /// No camera, no look, no bookmark; all others, each with its times moved.
    void movesEveryKindOfFact() {
        const QSet<IncidentId> none;
        qsizetype left = 0;
        for (const Fact& fact : everyKind()) {
            const auto there = shifted(fact, {.by = 5min, .sensitive = none});
            const QString kind = kindOf(fact);
            const bool isReal = kind.startsWith(u"feed."_s) || kind.startsWith(u"footage."_s) ||
                                kind == u"look.recorded"_s || kind.startsWith(u"bookmark."_s) ||
                                kind == u"practice.began"_s;
            QVERIFY2(there.has_value() != isReal, qPrintable(kind));
            if (!there)
                continue;
            ++left;
            const Fact back = must(shifted(*there, {.by = -5min, .sensitive = none}));
            QByteArray was = encoded(must(shifted(fact, {.by = 0min, .sensitive = none}))).payload;
            QCOMPARE(encoded(back).payload, was);
        }
        QVERIFY(left > 40);
        const auto missed = must(shifted(DeadlineMissed{{}, {}, DeadlineKind::Sign, instantFromMs(11)},
                                         {.by = 5min, .sensitive = none}));
        QCOMPARE(std::get<DeadlineMissed>(missed).due, instantFromMs(11) + 5min);
    }

    void isNeverTakenForTheOther() {
        const QString folder = m_dir.filePath(u"apart"_s);
        QVERIFY(makePractice(wish(folder, m_all[500].recordedAt)).has_value());
        QVERIFY(practiceFault(live(), false).isEmpty());
        QVERIFY(practiceFault(folder, true).isEmpty());
        QVERIFY(practiceFault(live(), true).contains(live()));
        QVERIFY(practiceFault(folder, false).contains(u"--drill"_s));
        QVERIFY(!practiceFault(m_dir.filePath(u"nowhere"_s), true).isEmpty());
        QVERIFY(practiceFault(m_dir.filePath(u"nowhere"_s), false).isEmpty()); // made anew, live
        QVERIFY(!QDir(m_dir.filePath(u"nowhere"_s)).exists());
    }

    void leavesTheRecordAsItWas() {
        const auto journal = must(SqliteJournal::open(must(DataFolder::open(live())).journal()));
        const JournalHead before = must(journal->head());
        QVERIFY(makePractice(wish(m_dir.filePath(u"harmless"_s), m_all[700].recordedAt)).has_value());
        QCOMPARE(must(journal->head()), before);
    }

    void leavesNothingBehindWhereItFails() {
        const QString full = m_dir.filePath(u"full"_s);
        QVERIFY(QDir().mkpath(full));
        QFile kept(full + u"/kept"_s);
        QVERIFY(kept.open(QIODevice::WriteOnly));
        const auto refused = makePractice(wish(full, m_all[500].recordedAt));
        QVERIFY(!refused && refused.error().contains(full));
        QVERIFY(QFile::exists(full + u"/kept"_s));
        QCOMPARE(QDir(full).entryList(QDir::Files), QStringList{u"kept"_s});
        const QString early = m_dir.filePath(u"early"_s);
        QVERIFY(!makePractice(wish(early, m_all.constFirst().recordedAt - 1h)));
        QVERIFY(!QDir(early).exists());
        const QString stopped = m_dir.filePath(u"stopped"_s);
        QVERIFY(!makePractice(wish(stopped, m_all[500].recordedAt),
                              [](qint64 done, qint64) { return done < 3'000; }));
        QVERIFY(!QDir(stopped).exists());
    }

private:
    static constexpr Instant now{Milliseconds(1'800'000'000'000)};

    QString live() const { return m_dir.filePath(u"live"_s); }

    /// A sensitive incident, with words and a caller, marked only at the end.
    void add(Journal& journal, const LongShift& shift) {
        auto step = must(journal.begin());
        CountedIds ids;
        const auto put = [&](const Fact& fact) {
            Draft draft = encoded(fact);
            draft.happenedAt = shift.now();
            return step->append({draft}, shift.now()).has_value();
        };
        const IncidentId incident(QUuid(99, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 9));
        IncidentDetails details;
        details.text = u"secret words"_s;
        details.callers = {{u"Li"_s, u"555-0199"_s}};
        QVERIFY(put(SeatOpened{}));
        QVERIFY(put(IncidentReported{incident, 20991121000001, {}, "12345678", details, {}}));
        QVERIFY(put(IncidentNoted{incident, u"secret note"_s}));
        QVERIFY(put(IncidentFlagged{incident, IncidentFlag::Sensitive, true}));
        QVERIFY(step->commit().has_value());
    }

    PracticeWish wish(const QString& folder, Instant at) const {
        const DataFolder from = must(DataFolder::open(live()));
        return {.journal = [path = from.journal()] -> std::expected<std::unique_ptr<Journal>, QString> {
                    return must(SqliteJournal::open(path));
                },
                .fixes = [path = from.fixes()] -> std::expected<std::unique_ptr<FixStore>, QString> {
                    return must(FixStore::open(path));
                },
                .origin = u"live"_s,
                .folder = folder,
                .at = at,
                .now = now,
                .by = actor(u"bureau")};
    }

    static Situation fold(Journal& journal) {
        Situation situation;
        for (const Entry& entry : must(journal.read(1, int(entries) * 2)))
            situation.fold(entry, must(decode(entry.fact)));
        return situation;
    }

    Situation foldOf(qint64 seq) const {
        Situation situation;
        for (const Entry& entry : m_all)
            if (entry.seq <= seq)
                situation.fold(entry, must(decode(entry.fact)));
        return situation;
    }

    QTemporaryDir m_dir;
    QList<Entry> m_all;
};

QTEST_GUILESS_MAIN(PracticeTest)
#include "practice_test.moc"
