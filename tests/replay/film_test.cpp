// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/entry_json.h"
#include "app/journal/memory_journal.h"
#include "app/journal/sql.h"
#include "app/journal/sqlite_journal.h"
#include "app/replay/film.h"
#include "tests/support/long_shift.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 entries = 50'000;
const LongShift::Size size{.stations = 4, .units = 20, .open = 15};

} // namespace

/// One long shift, filmed while it was live.
class FilmTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        LongShift shift(size, 11);
        QRandomGenerator random(3);
        QSet<qint64> wanted;
        while (wanted.size() < 1'000)
            wanted.insert(random.bounded(qint64(1), entries));
        while (shift.situation().seq() < entries) {
            QVERIFY(shift.runTo(m_journal, shift.situation().seq() + 1));
            if (wanted.remove(shift.situation().seq()))
                m_live.append(shift.situation());
        }
        QVERIFY(m_live.size() > 500);
        m_last = shift.situation();
        m_reel = must(FactReel::open(m_folder.filePath(u"reel"_s), m_journal));
        m_film = std::make_unique<Film>(*m_reel, m_journal);
        QVERIFY(m_film->follow().has_value());
    }

    void endsWhereTheJournalEnds() {
        QCOMPARE(m_film->lastSeq(), m_last.seq());
        QVERIFY(m_film->last() == m_last);
        QVERIFY(m_film->keyframes() > 5);
    }

    /// In the order in which they were, and then in none.
    void showsEachInstantAsItWasLive() {
        QRandomGenerator random(5);
        for (const Situation& live : std::as_const(m_live))
            QVERIFY2(must(m_film->at(live.seq())) == live, qPrintable(QString::number(live.seq())));
        for (int i = 0; i < 200; ++i) {
            const Situation& live = m_live[random.bounded(m_live.size())];
            QVERIFY2(must(m_film->at(live.seq())) == live, qPrintable(QString::number(live.seq())));
        }
    }

    void equalsAFoldFromTheFirstEntry() {
        Situation situation;
        const QList<Entry> all = must(m_journal.read(1, int(entries)));
        qsizetype next = 0;
        QRandomGenerator random(6);
        for (int i = 0; i < 20; ++i) {
            const qint64 to = situation.seq() + random.bounded(qint64(1), entries / 25);
            for (; situation.seq() < to; ++next)
                situation.fold(all[next], must(decode(all[next].fact)));
            QVERIFY(must(m_film->at(to)) == situation);
        }
    }

    void startsEmptyAndEndsAtTheLast() {
        QVERIFY(must(m_film->at(0)) == Situation());
        QVERIFY(must(m_film->at(entries * 2)) == m_last);
    }

    void tellsWhatEachStepChanged() {
        Situation situation = must(m_film->at(20'000));
        for (int i = 0; i < 200; ++i) {
            const Situation before = situation;
            const Changes told = must(m_film->advance(situation, before.seq() + 3));
            const Changes differing = changesBetween(before, situation);
            QVERIFY(told.incidents.contains(differing.incidents));
            QVERIFY(told.units.contains(differing.units));
            QVERIFY(told.orders.contains(differing.orders));
            QVERIFY(told.messages.contains(differing.messages));
        }
    }

    void comparesWhicheverWay() {
        const Situation early = must(m_film->at(10'000));
        const Situation& late = m_film->last();
        const Changes forth = changesBetween(early, late);
        const Changes back = changesBetween(late, early);
        QCOMPARE(forth.incidents, back.incidents);
        QCOMPARE(forth.orders, back.orders);
        // those that had not come yet, and those that were open
        const qsizetype came = late.incidents().size() - early.incidents().size();
        QVERIFY(came > 100);
        QVERIFY(forth.incidents.size() >= came);
        QVERIFY(forth.incidents.size() <= came + early.openIncidents().size() + 1);
        QVERIFY(changesBetween(early, must(m_film->at(10'000))).isEmpty());
    }

    void goesOnWithTheJournal() {
        MemoryJournal journal;
        LongShift shift(size, 12);
        QVERIFY(shift.runTo(journal, 9'000));
        const QTemporaryDir folder;
        const auto reel = must(FactReel::open(folder.filePath(u"reel"_s), journal));
        Film film(*reel, journal);
        QVERIFY(film.follow().has_value());
        const Situation before = must(film.at(8'999));
        QVERIFY(shift.runTo(journal, 9'000 + FactReel::blockEntries * 60));
        QVERIFY(film.follow().has_value());
        QVERIFY(film.last() == shift.situation());
        QVERIFY(film.keyframes() <= Film::mostKeyframes + 1);
        QVERIFY(must(film.at(8'999)) == before);
    }

    /// Also where a machine's clock was set back.
    void findsEntriesByTime() {
        const FilmIndex& index = m_film->index();
        qint64 backwards = 0;
        const QList<Entry> all = must(m_journal.read(1, int(entries)));
        for (qsizetype i = 1; i < all.size(); ++i) {
            QVERIFY(index.timeOf(i + 1) >= index.timeOf(i));
            backwards += all[i].recordedAt < all[i - 1].recordedAt ? 1 : 0;
            if (i % 97 == 0) {
                const qint64 found = index.seqAt(index.timeOf(i + 1));
                QVERIFY(found >= i + 1);
                QVERIFY(found == index.lastSeq() || index.timeOf(found + 1) > index.timeOf(i + 1));
            }
        }
        QVERIFY(backwards > 0);
        QCOMPARE(index.seqAt(index.timeOf(1) - Milliseconds(1)), 0);
        QCOMPARE(index.seqAt(index.timeOf(entries) + Milliseconds(1)), index.lastSeq());
    }

    void countsEntriesByTime() {
        const FilmIndex& index = m_film->index();
        const QList<qint64> parts =
            index.density(index.timeOf(1), index.timeOf(index.lastSeq()) + Milliseconds(1), 37);
        QCOMPARE(std::accumulate(parts.begin(), parts.end(), qint64(0)), index.lastSeq());
    }

    void findsTheNextOfEachKind() {
        const FilmIndex& index = m_film->index();
        const IncidentId incident = *m_film->last().openIncidents().begin();
        QStringList expected;
        for (const Entry& entry :
             must(m_journal.ofStream(u"incident/"_s + incident.toString(), int(entries))))
            expected.append(QString::number(entry.seq));
        QStringList forth;
        QStringList back;
        for (auto seq = index.after(0, {.incident = incident}); seq;
             seq = index.after(*seq, {.incident = incident}))
            forth.append(QString::number(*seq));
        for (auto seq = index.before(index.lastSeq() + 1, {.incident = incident}); seq;
             seq = index.before(*seq, {.incident = incident}))
            back.prepend(QString::number(*seq));
        QCOMPARE(forth, expected);
        QCOMPARE(back, expected);

        const auto ordered = index.after(1'000, {.unit = code<UnitId>(u"1A1"), .kind = FilmKind::Order});
        QVERIFY(ordered.has_value());
        QVERIFY(must(m_film->entry(*ordered)).fact.has_value());
        QVERIFY(!index.after(0, {.unit = code<UnitId>(u"nobody")}));
        const auto bySeat = index.after(1'000, {.seat = u"field:1A1"_s});
        QCOMPARE(must(m_film->entry(must(bySeat))).entry.fact.seat, u"field:1A1"_s);
    }

    void countsAndFindsThoseAskedForAlone() {
        const FilmIndex& index = m_film->index();
        const Instant from = index.timeOf(1);
        const Instant to = index.timeOf(index.lastSeq()) + Milliseconds(1);
        const FilmQuery query{.seat = u"field:1A1"_s};
        const auto found = must(index.found(from, to, entries, query));
        QVERIFY(found.size() > 10);
        qint64 expected = 0;
        for (const Entry& entry : must(m_journal.read(1, int(entries))))
            expected += entry.fact.seat == u"field:1A1"_s ? 1 : 0;
        QCOMPARE(found.size(), expected);
        const QList<qint64> parts = index.density(from, to, 37, query);
        QCOMPARE(std::accumulate(parts.begin(), parts.end(), qint64(0)), expected);
        QVERIFY(!index.found(from, to, expected - 1, query)); // more than was asked for at most
        const FilmQuery person{.user = index.users().constFirst()};
        QVERIFY(!must(index.found(from, to, entries, person)).isEmpty());
        QVERIFY(must(index.found(from, to, entries, {.user = u"nobody"_s})).isEmpty());
        const QSet<IncidentId> incidents = index.incidentsOf(query);
        QVERIFY(!incidents.isEmpty());
        QVERIFY(incidents.size() < index.incidentsOf({}).size());
    }

    /// An entry that is gone is named, and what stands before it can be shown.
    void saysWhichEntryIsMissing() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"journal.db"_s);
        {
            const auto journal = must(SqliteJournal::open(path));
            LongShift shift(size, 15);
            QVERIFY(shift.runTo(*journal, FactReel::blockEntries + 2'000));
        }
        constexpr qint64 gone = FactReel::blockEntries + 1'000;
        {
            const auto database = must(SqlDatabase::open(path, SqlDatabase::Access::ReadWrite, 5s));
            QVERIFY(database->run("DELETE FROM entries WHERE seq = ?", {gone}).has_value());
        }
        const auto journal = must(SqliteJournal::open(path));
        const auto reel = must(FactReel::open(folder.filePath(u"reel"_s), *journal));
        Film film(*reel, *journal);
        const auto followed = film.follow();
        QVERIFY(!followed);
        QVERIFY2(followed.error().toString().contains(QString::number(gone)),
                 qPrintable(followed.error().toString()));
        QCOMPARE(film.lastSeq(), gone - 1);
        QCOMPARE(must(film.at(500)).seq(), 500);
        const auto again = film.follow(); // and does not go on behind it later
        QVERIFY(!again);
        QCOMPARE(film.lastSeq(), gone - 1);
    }

    /// Entries of every kind and version that was ever written, as they lie there.
    void playsEntriesOfOlderSchemas() {
        MemoryJournal journal;
        qint64 written = 0;
        auto step = must(journal.begin());
        for (const QFileInfo& file :
             QDir(QStringLiteral(TRIDESK_TEST_DATA "/golden")).entryInfoList({u"*.jsonl"_s})) {
            QFile golden(file.filePath());
            QVERIFY(golden.open(QIODevice::ReadOnly));
            const auto entry = entryFromJsonLine(golden.readLine().trimmed());
            QVERIFY2(entry.has_value(), qPrintable(file.fileName()));
            QVERIFY(step->append({entry->fact}, entry->recordedAt).has_value());
            ++written;
        }
        Draft newer = must(step->read(1, 1)).constFirst().fact;
        newer.version = 999; // of a program that is to come: passed over, and said
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u".*"_s));
        QVERIFY(step->append({newer}, must(step->read(1, 1)).constFirst().recordedAt).has_value());
        QVERIFY(step->commit().has_value());
        const QTemporaryDir folder;
        const auto reel = must(FactReel::open(folder.filePath(u"reel"_s), journal));
        Film film(*reel, journal);
        QVERIFY(film.follow().has_value());
        QCOMPARE(film.lastSeq(), written + 1);
        QVERIFY(written > 70);
        QVERIFY(!must(film.entry(written + 1)).fact);
    }

    void saysWhereAJournalIsCut() {
        MemoryJournal shorter;
        LongShift shift(size, 13);
        QVERIFY(shift.runTo(shorter, 300));
        const QTemporaryDir folder;
        const auto reel = must(FactReel::open(folder.filePath(u"reel"_s), shorter));
        Film film(*reel, shorter);
        QVERIFY(film.follow().has_value());
        QCOMPARE(film.lastSeq(), shorter.head().value().seq);
        QVERIFY(film.entry(film.lastSeq()).has_value());
        QVERIFY(!film.entry(film.lastSeq() + 1).has_value());
    }

private:
    QTemporaryDir m_folder;
    MemoryJournal m_journal;
    QList<Situation> m_live;
    Situation m_last;
    std::unique_ptr<FactReel> m_reel;
    std::unique_ptr<Film> m_film;
};

QTEST_GUILESS_MAIN(FilmTest)
#include "film_test.moc"
