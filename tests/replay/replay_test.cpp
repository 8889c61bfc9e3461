// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/replay/replay.h"
#include "app/replay/replay_engine.h"
#include "tests/support/long_shift.h"

#include <QMutex>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 entries = 6'000;

} // namespace

/// A replay as windows have it, over a data folder that a shift was written to.
class ReplayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        const auto journal = must(SqliteJournal::open(folder().journal()));
        LongShift shift({.stations = 3, .units = 9, .open = 12}, 21);
        QVERIFY(shift.runTo(*journal, entries));
        m_all = must(journal->read(1, int(entries)));
        const auto store = must(FixStore::open(folder().fixes()));
        QList<Fix> fixes;
        for (Instant at = m_all.constFirst().recordedAt; at < m_all.constLast().recordedAt; at += 10s)
            fixes.append(
                {code<UnitId>(u"0A0"), must(GeoPoint::from(31.1, 118.1)), at, at, {}, {}, {}, u"test"_s});
        QVERIFY(store->append(fixes).has_value());
    }

    void init() {
        m_replay = std::make_unique<Replay>(ground());
        QSignalSpy ready(m_replay.get(), &Replay::ready);
        m_replay->start();
        QVERIFY(ready.wait(20'000));
    }

    void beginsAtTheEnd() {
        QCOMPARE(m_replay->desk().situation().seq(), entries);
        QTRY_COMPARE(m_replay->clock().at(), m_replay->clock().last());
        QVERIFY(m_replay->seats().contains(u"bureau"_s));
    }

    void showsAnotherInstant() {
        QVERIFY(showsAt(2'000));
        QVERIFY(showsAt(5'000));
        QVERIFY(showsAt(300));
        QTRY_VERIFY(m_replay->fixes().latest(code<UnitId>(u"0A0")));
        QVERIFY(m_replay->fixes().latest(code<UnitId>(u"0A0"))->measuredAt <= m_replay->clock().at());
    }

    /// Only the last of many places asked for in a row must come.
    void followsAHandThatDrags() {
        for (qint64 seq = 1'000; seq < 4'000; seq += 10)
            m_replay->seek(timeOf(seq));
        QVERIFY(showsAt(4'000));
    }

    void plays() {
        QVERIFY(showsAt(1'000));
        const qint64 before = m_replay->desk().situation().seq();
        m_replay->setSpeed(64);
        m_replay->play();
        QTRY_VERIFY(m_replay->desk().situation().seq() > before + 20);
        m_replay->pause();
        QVERIFY(!m_replay->clock().plays());
        QVERIFY(showsAt(1'000));
        m_replay->play(true);
        QTRY_VERIFY(m_replay->desk().situation().seq() < 1'000);
    }

    void goesToTheNextOfAKind() {
        QVERIFY(showsAt(3'000));
        const Instant here = m_replay->clock().at();
        m_replay->jump(true, {.kind = FilmKind::Message});
        QTRY_VERIFY(m_replay->clock().at() > here);
        m_replay->jump(false);
        QTRY_VERIFY(m_replay->clock().at() <= m_replay->clock().last());
        QSignalSpy none(m_replay.get(), &Replay::foundNone);
        m_replay->jump(true, {.kind = FilmKind::Emergency});
        QVERIFY(none.wait(5'000));
    }

    void takesNoCommand() {
        SeatDesk desk(m_replay->desk(), actor(u"bureau"));
        const Command note = AddNote{(*desk.situation().incidents().begin()).id, u"changed"_s};
        QCOMPARE(desk.may(note).error().code, RefusalCode::Replayed);
        QFuture<Outcome> asked = desk.submit(note);
        QTRY_VERIFY(asked.isFinished());
        QCOMPARE(asked.result().error().code, RefusalCode::Replayed);
        const auto journal = must(SqliteJournal::open(folder().journal()));
        QCOMPARE(must(journal->head()).seq, entries);
    }

    /// What is done about the record, not to what it shows, goes to whoever keeps it.
    void asksTheLiveDeskForALookAndABookmark() {
        ReplayGround ground = this->ground();
        QList<Request> asked;
        QMutex lock;
        ground.review = [&](const Request& request, const std::shared_ptr<QPromise<Outcome>>& promise) {
            const QMutexLocker locker(&lock);
            asked.append(request);
            promise->addResult(Outcome(QList<Entry>()));
            promise->finish();
        };
        Replay replay(ground);
        QSignalSpy ready(&replay, &Replay::ready);
        replay.start();
        QVERIFY(ready.wait(20'000));
        SeatDesk desk(replay.desk(), actor(u"bureau"));
        const auto taken = [&](const Command& command) {
            QFuture<Outcome> outcome = desk.submit(command);
            return QTest::qWaitFor([&] { return outcome.isFinished(); }, 20'000) &&
                   outcome.result().has_value();
        };
        QVERIFY(taken(RecordLook{LookKind::SensitiveIncident, u"1"_s, u"complaint"_s}));
        QVERIFY(taken(SetBookmark{{}, {timeOf(10), u"here"_s}}));
        QVERIFY(taken(RemoveBookmark{}));
        QVERIFY(taken(BeginView{.footage = FootageId()}));
        QVERIFY(taken(EndView{}));
        QVERIFY(!taken(BeginView{})); // a live camera is no part of a record
        QVERIFY(!taken(AddNote{}));
        QCOMPARE(asked.size(), 5);
        QCOMPARE(asked.constFirst().actor, actor(u"bureau"));
    }

    void tellsHowOrdersWereDecided() {
        QSignalSpy told(m_replay.get(), &Replay::orders);
        const Order& order = *m_replay->end().orders().begin();
        QVERIFY(showsAt(1)); // what is shown does not matter
        m_replay->askOrders(order.incident);
        QVERIFY(told.wait(5'000));
        const auto stories = told.constFirst().at(1).value<QList<OrderStory>>();
        QVERIFY(!stories.isEmpty());
        const auto story =
            std::ranges::find(stories, order.id, [](const OrderStory& each) { return each.order.order; });
        QVERIFY(story != stories.end());
        QCOMPARE(story->at, timeOf(story->seq));
        QCOMPARE(story->seat, order.issuedBy);
        OrderStory judged;
        judged.order.to = code<UnitId>(u"1A2");
        QCOMPARE(judged.place(), 0);
        judged.order.shown = {{code<UnitId>(u"1A1"), {}, 0, {}}, {code<UnitId>(u"1A2"), {}, 0, {}}};
        QCOMPARE(judged.place(), 2);
    }

    /// An incident's history ends where the board stands.
    void knowsNothingOfWhatCameLater() {
        QVERIFY(showsAt(3'000));
        const IncidentId open = *m_replay->desk().situation().openIncidents().begin();
        QFuture<QList<Entry>> told = m_replay->desk().history(open);
        QTRY_VERIFY(told.isFinished());
        QVERIFY(!told.result().isEmpty());
        QVERIFY(told.result().constLast().seq <= 3'000);
    }

    /// One seat heard nothing for a minute: as it knew the board then, that minute is missing.
    void hidesWhatASeatDidNotKnow() {
        constexpr qint64 heard = 2'500;
        {
            const auto journal = must(SqliteJournal::open(folder().journal()));
            const auto received = [](qint64 from, qint64 to, Instant at) {
                return Receipt{u"station:ST01"_s, u"test"_s, ReceiptStage::Received, from, to, at};
            };
            QVERIFY(journal
                        ->record({received(1, heard, timeOf(heard)),
                                  received(heard + 1, heard + 40, timeOf(heard + 40) + 1min)})
                        .has_value());
        }
        m_replay->setKnownBy(u"station:ST01"_s);
        m_replay->seek(timeOf(heard + 40));
        QTRY_COMPARE(m_replay->desk().situation().seq(), heard);
        QTRY_VERIFY(m_replay->unknownThen() >= 40);
        m_replay->setKnownBy({});
        QTRY_VERIFY(m_replay->desk().situation().seq() >= heard + 40);
        QTRY_COMPARE(m_replay->unknownThen(), 0);
    }

    void picturesAStretch() {
        QSignalSpy pictured(m_replay.get(), &Replay::pictured);
        const PlayClock& clock = m_replay->clock();
        m_replay->askPicture({clock.first(), clock.last() + 1ms, 50});
        QVERIFY(pictured.wait(5'000));
        const auto whole = pictured.last().constFirst().value<StripPicture>();
        QCOMPARE(std::accumulate(whole.density.begin(), whole.density.end(), qint64(0)), entries);
        QCOMPARE(whole.manyBars, m_replay->desk().situation().incidents().size());
        m_replay->askPicture(
            {timeOf(2'000), timeOf(2'100), 10, *m_replay->desk().situation().openIncidents().begin()});
        QVERIFY(pictured.wait(5'000));
        const auto part = pictured.last().constFirst().value<StripPicture>();
        QVERIFY(part.ticks.size() >= 100);
        QVERIFY(!part.bars.isEmpty());
    }

    void followsALiveJournal() {
        QSignalSpy grown(m_replay.get(), &Replay::spanChanged);
        {
            const auto journal = must(SqliteJournal::open(folder().journal()));
            auto step = must(journal->begin());
            Draft draft = m_all.constLast().fact;
            QVERIFY(step->append({draft}, m_all.constLast().recordedAt + 5min).has_value());
            QVERIFY(step->commit().has_value());
        }
        QVERIFY(grown.wait(20'000));
        QCOMPARE(m_replay->clock().last(), m_all.constLast().recordedAt + 5min);
    }

private:
    DataFolder folder() { return must(DataFolder::open(m_dir.path())); }

    ReplayGround ground() {
        const DataFolder folder = this->folder();
        return {.journal = [path = folder.journal()] -> std::expected<std::unique_ptr<Journal>, QString> {
                    return must(SqliteJournal::open(path));
                },
                .fixes = [path = folder.fixes()] -> std::expected<std::unique_ptr<FixStore>, QString> {
                    return must(FixStore::open(path));
                },
                .reel = m_dir.filePath(u"reel"_s)};
    }

    /// On the replay's clock; several entries may share an instant, of which the last counts.
    Instant timeOf(qint64 seq) const {
        Instant at = Instant::min();
        for (qint64 i = 0; i < seq; ++i)
            at = std::max(at, m_all[i].recordedAt);
        return at;
    }

    bool showsAt(qint64 seq) {
        m_replay->pause();
        m_replay->seek(timeOf(seq));
        const Situation& shown = m_replay->desk().situation();
        return QTest::qWaitFor(
            [&] {
                return shown.seq() >= seq &&
                       (shown.seq() == entries || timeOf(shown.seq() + 1) > timeOf(seq)) &&
                       timeOf(shown.seq()) == timeOf(seq);
            },
            20'000);
    }

    QTemporaryDir m_dir;
    QList<Entry> m_all;
    std::unique_ptr<Replay> m_replay;
};

QTEST_GUILESS_MAIN(ReplayTest)
#include "replay_test.moc"
