// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "app/journal/data_folder.h"
#include "app/journal/memory_journal.h"
#include "app/journal/sqlite_journal.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"
#include "tests/support/scene_store.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

/// A journal that can be told to fail, as a full disk does, or as a server that goes away, which cannot be
/// read either.
class FailingJournal final : public Journal {
public:
    FailingJournal(std::unique_ptr<Journal> real, std::shared_ptr<std::atomic<bool>> failing,
                   bool readsFail = false)
        : m_real(std::move(real))
        , m_failing(std::move(failing))
        , m_readsFail(readsFail) {}

    std::expected<JournalHead, JournalFault> head() override { return m_real->head(); }
    std::expected<QList<Entry>, JournalFault> read(qint64 from, int limit) override {
        if (m_readsFail && *m_failing)
            return std::unexpected(JournalFault{JournalFault::Code::Io, u"server"_s, u"away"_s});
        return m_real->read(from, limit);
    }
    std::expected<QList<Entry>, JournalFault> entriesOf(RequestId request) override {
        return m_real->entriesOf(request);
    }
    std::expected<QList<Entry>, JournalFault> ofStream(const QString& stream, int limit) override {
        return m_real->ofStream(stream, limit);
    }
    std::expected<void, JournalFault> record(const QList<Receipt>& receipts) override {
        return m_real->record(receipts);
    }
    std::expected<QList<Receipt>, JournalFault> receipts(const ReceiptQuery& query) override {
        return m_real->receipts(query);
    }
    std::expected<std::unique_ptr<JournalTransaction>, JournalFault> begin() override {
        auto step = m_real->begin();
        if (step)
            *step = std::make_unique<Step>(std::move(*step), m_failing);
        return step;
    }

private:
    class Step final : public JournalTransaction {
    public:
        Step(std::unique_ptr<JournalTransaction> real, std::shared_ptr<std::atomic<bool>> failing)
            : m_real(std::move(real))
            , m_failing(std::move(failing)) {}
        std::expected<JournalHead, JournalFault> head() override { return m_real->head(); }
        std::expected<QList<Entry>, JournalFault> read(qint64 from, int limit) override {
            return m_real->read(from, limit);
        }
        std::expected<QList<Entry>, JournalFault> entriesOf(RequestId request) override {
            return m_real->entriesOf(request);
        }
        std::expected<QList<Entry>, JournalFault> append(const QList<Draft>& drafts, Instant at) override {
            return m_real->append(drafts, at);
        }
        std::expected<void, JournalFault> commit() override {
            if (*m_failing)
                return std::unexpected(
                    JournalFault{JournalFault::Code::Full, u"journal.db"_s, u"disk full"_s});
            return m_real->commit();
        }

    private:
        std::unique_ptr<JournalTransaction> m_real;
        std::shared_ptr<std::atomic<bool>> m_failing;
    };

    std::unique_ptr<Journal> m_real;
    std::shared_ptr<std::atomic<bool>> m_failing;
    bool m_readsFail;
};

ReportIncident smoke(const QString& key = {}) {
    IncidentDetails details;
    details.text = u"smoke"_s;
    return {{u"feed"_s, key}, details};
}

} // namespace

class DeskTest : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<ManualClock> m_clock;
    std::shared_ptr<CountedIds> m_ids;
    std::unique_ptr<QTemporaryDir> m_dir;

    std::unique_ptr<Desk> openDesk(JournalFactory factory, const QString& bell = {}) {
        auto desk = std::make_unique<Desk>(std::move(factory), bell, m_clock, m_ids);
        QSignalSpy ready(desk.get(), &Desk::ready);
        desk->start();
        return ready.wait(20'000) ? std::move(desk) : nullptr;
    }

    std::unique_ptr<Desk>
    inMemory(const std::shared_ptr<MemoryJournal::Store>& store = MemoryJournal::makeStore()) {
        return openDesk([store]() -> std::expected<std::unique_ptr<Journal>, QString> {
            return std::make_unique<MemoryJournal>(store);
        });
    }

    std::unique_ptr<Desk> onDisk() {
        const DataFolder folder = DataFolder::open(m_dir->path()).value();
        return openDesk(
            [folder]() -> std::expected<std::unique_ptr<Journal>, QString> {
                return SqliteJournal::open(folder.journal()).transform_error([](const JournalFault& f) {
                    return f.toString();
                });
            },
            folder.journalBell());
    }

private Q_SLOTS:
    void init() {
        m_clock = std::make_shared<ManualClock>();
        m_ids = std::make_shared<CountedIds>();
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void showsWhatItAnswered() {
        const auto desk = inMemory();
        QSignalSpy changed(desk.get(), &Desk::changed);
        const QFuture<Outcome> asked = desk->submit(actor(u"bureau"), smoke());
        QTRY_VERIFY(asked.isFinished());
        QCOMPARE(asked.result()->size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(desk->situation().incidents().size(), 1);
        QCOMPARE(desk->situation().seq(), asked.result()->last().seq);
    }

    void refusesAndStaysAsItWas() {
        const auto desk = inMemory();
        const auto unknown = desk->submit(actor(u"bureau"), LogOn{code<UnitId>(u"9Z"), {u"a"_s}});
        const auto forbidden = desk->submit(actor(u"machine:feed"), CloseSeat{});
        QTRY_VERIFY(forbidden.isFinished());
        QCOMPARE(unknown.result().error().code, RefusalCode::UnknownUnit);
        QCOMPARE(forbidden.result().error().code, RefusalCode::NotPermitted);
        QCOMPARE(desk->situation().seq(), 0);
    }

    void answersInTheOrderOfAsking() {
        const auto desk = inMemory();
        QList<QFuture<Outcome>> asked;
        for (int i = 0; i < 2000; ++i)
            asked.append(desk->submit(actor(u"machine:feed"), smoke(QString::number(i))));
        QTRY_VERIFY_WITH_TIMEOUT(asked.last().isFinished(), 30'000);
        for (int i = 0; i < asked.size(); ++i)
            QCOMPARE(asked[i].result()->first().seq, i + 1);
    }

    void askingAgainChangesNothing() {
        const auto desk = inMemory();
        const RequestId id(m_ids->next());
        const auto first = desk->submit(actor(u"bureau"), smoke(), {}, id);
        const auto again = desk->submit(actor(u"bureau"), smoke(), {}, id);
        QTRY_VERIFY(again.isFinished());
        QCOMPARE(*again.result(), *first.result());
        QCOMPARE(desk->situation().incidents().size(), 1);
    }

    void twoDesksOfOneFolderAgree() {
        const auto a = onDisk();
        const auto b = onDisk();
        QVERIFY(a && b);
        for (int i = 0; i < 20; ++i) {
            (void)a->submit(actor(u"machine:a"), smoke(u"a%1"_s.arg(i)));
            (void)b->submit(actor(u"machine:b"), smoke(u"b%1"_s.arg(i)));
        }
        QTRY_COMPARE(a->situation().incidents().size(), 40);
        QTRY_COMPARE(b->situation().incidents().size(), 40);
        QSet<qint64> numbers;
        for (const Incident& incident : a->situation().incidents()) {
            numbers.insert(incident.number);
            QCOMPARE(b->situation().incidents().find(incident.id)->number, incident.number);
        }
        QCOMPARE(numbers.size(), 40);
    }

    void oneUnitIsNotSentTwiceByTwoDesks() {
        const auto a = onDisk();
        const auto b = onDisk();
        Scene furnished;
        furnished.furnish();
        const IncidentId first = furnished.report(), second = furnished.report();
        Q_UNUSED(first);
        Q_UNUSED(second);
        const Post post = *furnished.situation.posts().find(code<PostId>(u"ST01"));
        const UnitDefinition unit = furnished.unit(u"1A12").definition;
        for (const Command& command :
             {Command(DefinePost{post}), Command(DefineUnit{unit}), Command(LogOn{unit.id, {u"a"_s}}),
              Command(smoke(u"1"_s)), Command(smoke(u"2"_s))})
            (void)a->submit(actor(u"bureau"), command);
        QTRY_COMPARE(b->situation().incidents().size(), 2);
        QList<IncidentId> ids;
        for (const Incident& incident : b->situation().incidents())
            ids.append(incident.id);
        const auto one = a->submit(actor(u"bureau:1"), IssueOrder{ids[0], unit.id, {}, {}, {}});
        const auto two = b->submit(actor(u"bureau:2"), IssueOrder{ids[1], unit.id, {}, {}, {}});
        QTRY_VERIFY(one.isFinished() && two.isFinished());
        QVERIFY(one.result().has_value() != two.result().has_value());
        const Outcome refused = one.result() ? two.result() : one.result();
        QCOMPARE(refused.error().code, RefusalCode::UnitBusy);
    }

    void tellsTheHistoryOfOneIncident() {
        const auto desk = onDisk();
        const auto asked = desk->submit(actor(u"bureau"), smoke());
        (void)desk->submit(actor(u"bureau"), smoke());
        QTRY_COMPARE(desk->situation().incidents().size(), 2);
        const IncidentId id =
            std::get<IncidentReported>(decode(asked.result()->first().fact).value()).incident;
        (void)desk->submit(actor(u"bureau"), AddNote{id, u"called back"_s});
        const auto history = desk->history(id);
        QTRY_VERIFY(history.isFinished());
        QCOMPARE(history.result().size(), 2);
        QCOMPARE(history.result().constLast().fact.kind, u"incident.noted"_s);
    }

    void whatCannotBeStoredIsNotShown() {
        const auto failing = std::make_shared<std::atomic<bool>>(false);
        const auto desk = openDesk([failing]() -> std::expected<std::unique_ptr<Journal>, QString> {
            return std::make_unique<FailingJournal>(std::make_unique<MemoryJournal>(), failing);
        });
        QSignalSpy trouble(desk.get(), &Desk::storageTrouble);
        const auto before = desk->submit(actor(u"bureau"), smoke());
        QTRY_VERIFY(before.isFinished());
        *failing = true;
        const auto lost = desk->submit(actor(u"bureau"), smoke());
        QTRY_VERIFY(lost.isFinished());
        QCOMPARE(lost.result().error().code, RefusalCode::Storage);
        QVERIFY(lost.result().error().detail.contains(u"disk full"_s));
        QCOMPARE(desk->situation().incidents().size(), 1);
        *failing = false;
        const auto after = desk->submit(actor(u"bureau"), smoke());
        QTRY_VERIFY(after.isFinished());
        QCOMPARE(after.result()->first().seq, 2);
        QCOMPARE(desk->situation().incidents().size(), 2);
        QCOMPARE(trouble.size(), 2);
        QVERIFY(!trouble[0][0].toString().isEmpty());
        QVERIFY(trouble[1][0].toString().isEmpty());
    }

    /// What was decided last is then in the fold and not in the journal: it must not be decided upon.
    void isRightAgainAfterItCouldNotBeRead() {
        const auto failing = std::make_shared<std::atomic<bool>>(false);
        const auto desk = openDesk([failing]() -> std::expected<std::unique_ptr<Journal>, QString> {
            return std::make_unique<FailingJournal>(std::make_unique<MemoryJournal>(), failing, true);
        });
        const auto submit = [&](const QString& key) {
            const auto asked = desk->submit(actor(u"machine:feed"), smoke(key));
            return QTest::qWaitFor([&] { return asked.isFinished(); }, 20'000) ? asked.result() : Outcome();
        };
        QCOMPARE(submit(u"a"_s).value_or(QList<Entry>()).size(), 1);
        *failing = true;
        QCOMPARE(refusalOf(submit(u"b"_s)).code, RefusalCode::Storage);
        QCOMPARE(refusalOf(submit(u"b"_s)).code, RefusalCode::Storage);
        QCOMPARE(desk->situation().incidents().size(), 1);
        *failing = false;
        const Outcome again = submit(u"b"_s);
        QVERIFY(again); // the same report: were the lost one still in the fold, nothing would be stored
        QCOMPARE(again->size(), 1);
        QCOMPARE(again->constFirst().seq, 2);
        QCOMPARE(desk->situation().incidents().size(), 2);
    }

    void aDeskThatCannotOpenSaysWhy() {
        Desk desk(
            []() -> std::expected<std::unique_ptr<Journal>, QString> {
                return std::unexpected(u"no such disk"_s);
            },
            {}, m_clock, m_ids);
        QSignalSpy failed(&desk, &Desk::failed);
        desk.start();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].toString(), u"no such disk"_s);
        const auto asked = desk.submit(actor(u"bureau"), smoke());
        QTRY_VERIFY(asked.isFinished());
        QCOMPARE(asked.result().error().code, RefusalCode::Storage);
    }

    void whatASeatReceivedAndWasShownIsKept() {
        const auto store = MemoryJournal::makeStore();
        {
            const auto desk = inMemory(store);
            const SeatDesk seat(*desk, actor(u"station:ST01"));
            const auto asked = desk->submit(actor(u"machine:feed"), smoke(u"1"_s));
            QTRY_VERIFY(asked.isFinished());
            desk->noteShown(seat.actor(), 1, 1);
        } // the desk writes what it still holds
        MemoryJournal journal(store);
        const auto receipts = journal.receipts({.seat = u"station:ST01"_s, .stage = {}}).value();
        QCOMPARE(receipts.size(), 2);
        QCOMPARE(receipts[0].stage, ReceiptStage::Received);
        QCOMPARE(receipts[1].stage, ReceiptStage::Shown);
        QCOMPARE(receipts[1].toSeq, 1);
    }

    void aSeatAsksBeforeItOffers() {
        const auto desk = inMemory();
        const SeatDesk seat(*desk, actor(u"machine:feed"));
        QVERIFY(seat.may(smoke()));
        QCOMPARE(seat.may(CloseSeat{}).error().code, RefusalCode::NotPermitted);
        QCOMPARE(seat.may(ReportIncident{}).error().code, RefusalCode::Missing);
    }

    /// What hangs on the eyes before a screen is looked at again when they are others: all of it.
    void visitorsChangeEverything() {
        Scene scene;
        scene.furnish();
        const GeoPoint at = must(GeoPoint::from(31.5, 118.5));
        const IncidentId incident = scene.report();
        QVERIFY(scene.ask(u"bureau", DrawPlot{{}, {PlotShape::Point, {at}, u"gate"_s, {}, {}, {}}}));
        QVERIFY(scene.ask(u"bureau", NamePlace{{}, {u"gate"_s, at, {}, {}}}));
        QVERIFY(scene.ask(u"bureau", DefineCamera{{code<CameraId>(u"C1"), {u"门"_s, u"gate"_s}, at, {}}}));
        QVERIFY(scene.ask(u"bureau", SendMessage{{code<PostId>(u"ST01")}, u"read"_s, incident}));
        QVERIFY(scene.ask(u"bureau", OfferHandover{u"brief"_s, {}}));
        const FeedId feed = code<FeedId>(u"F1");
        QVERIFY(scene.ask(u"bureau", DefineFeed{{feed,
                                                 {{}, u"gate"_s},
                                                 {.kind = FeedOwnerKind::Place, .at = at},
                                                 u"rtsp://host/main"_s,
                                                 {}}}));
        QVERIFY(scene.ask(u"bureau", BeginView{feed, {}, u"why"_s}));
        QVERIFY(scene.ask(u"bureau", SaveFootage{.feed = feed,
                                                 .from = scene.clock.now(),
                                                 .to = scene.clock.now(),
                                                 .words = u"there"_s}));
        const auto desk = inMemory(storeOf(scene));
        SeatDesk seat(*desk, actor(u"bureau"));
        QList<Changes> told;
        connect(&seat, &SeatDesk::changed, this, [&](const Changes& changes) { told << changes; });
        seat.setWall(true);
        seat.setWall(true); // nothing new
        QCOMPARE(told.size(), 1);
        const Changes& all = told.constFirst();
        const Situation& situation = desk->situation();
        QCOMPARE(all.incidents, QSet{incident});
        QCOMPARE(all.units.size(), situation.units().size());
        QCOMPARE(all.posts.size(), situation.posts().size());
        QCOMPARE(all.plots, QSet{situation.plots().begin()->id});
        QCOMPARE(all.places, QSet{situation.places().begin()->id});
        QCOMPARE(all.cameras, QSet{code<CameraId>(u"C1")});
        QCOMPARE(all.messages, QSet{situation.messages().begin()->id});
        QCOMPARE(all.handovers, QSet{situation.handovers().begin()->id});
        QCOMPARE(all.feeds, QSet{feed});
        QCOMPARE(all.views, QSet{situation.views().begin()->id});
        QCOMPARE(all.footage, QSet{situation.footage().begin()->id});
        QVERIFY(all.catalogue && all.policy && all.videoPolicy);
    }
};

QTEST_GUILESS_MAIN(DeskTest)
#include "desk_test.moc"
