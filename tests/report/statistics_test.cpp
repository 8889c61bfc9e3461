// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/memory_journal.h"
#include "app/report/record_walk.h"
#include "app/report/report_csv.h"
#include "app/report/report_json.h"
#include "app/report/statistics_collector.h"
#include "tests/report/plain_count.h"
#include "tests/support/long_shift.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant start = ManualClock().now();

Statistics statisticsOf(const QList<Entry>& entries, const StatisticsQuery& query) {
    StatisticsCollector collector(query);
    for (const Entry& entry : entries) {
        const auto fact = decode(entry.fact);
        collector.take(entry, fact ? &*fact : nullptr);
    }
    return collector.finish();
}

/// An evening in which everything happens that changes how something counts, in any order.
class Evening {
public:
    explicit Evening(quint32 seed)
        : m_random(seed) {
        m_scene.furnish();
        while (m_scene.entries.size() < 4'000)
            step();
    }
    [[nodiscard]] const QList<Entry>& entries() const { return m_scene.entries; }

private:
    /// A terminal whose clock is wrong says that it happened up to four minutes ago, or ahead.
    std::optional<Instant> someTime() {
        if (m_random.bounded(4) != 0)
            return std::nullopt;
        return m_scene.clock.now() - Milliseconds(m_random.bounded(240'000));
    }
    void step() {
        m_scene.clock.advance(Milliseconds(m_random.bounded(40'000)));
        if (m_incidents.isEmpty() || m_random.bounded(6) == 0)
            m_incidents.append(m_scene.report(u"something"_s, m_random.bounded(2) ? 118.5 : 119.5));
        else
            change(m_incidents[m_random.bounded(m_incidents.size())]);
    }
    void change(const IncidentId& id) {
        const QString why = u"because"_s;
        const IncidentId other = m_incidents[m_random.bounded(m_incidents.size())];
        const QStringList units{u"1A12"_s, u"1A14"_s, u"2A01"_s};
        const UnitId unit = code<UnitId>(units[m_random.bounded(units.size())]);
        switch (m_random.bounded(24)) {
        case 0:
            return ask(HoldIncident{id, m_scene.clock.now() + 10min, why});
        case 1:
            return ask(MergeIncident{id, other});
        case 2:
            return ask(SplitIncident{id, why});
        case 3:
            return ask(TransferIncident{id, u"12345"_s, why});
        case 4:
            return ask(ReturnTransfer{id, why});
        case 5:
            return ask(CloseIncident{id, m_scene.situation.catalogue().dispositions.first().code, why});
        case 6:
            return ask(ReopenIncident{id, why});
        case 7:
            return ask(InitiateIncident{unit, {}});
        case 8:
            return ask(AmendIncident{id, {}, {}, Level(m_random.bounded(levelCount)), {}, {}, {}, why});
        case 9:
            return ask(MarkMissed{id, {}, DeadlineKind::Dispatch});
        case 10:
            return ask(IssueOrder{id, code<PostId>(u"ST01"), {}, {}, {}});
        case 11:
        case 12:
        case 13:
            return ask(IssueOrder{id, unit, {}, {}, why});
        default:
            return changeOrder(id);
        }
    }
    void changeOrder(const IncidentId& id) {
        const QList<OrderId> orders = m_scene.incident(id).orders;
        if (orders.isEmpty())
            return;
        const Order order = m_scene.order(orders[m_random.bounded(orders.size())]);
        switch (m_random.bounded(9)) {
        case 0:
            return ask(RecallOrder{order.id});
        case 1:
            return ask(AdvanceOrder{order.id, OrderStage::Refused, u"no"_s, {}, {}});
        case 2:
            return ask(AdvanceOrder{order.id, OrderStage::Cancelled, u"no"_s, {}, {}});
        case 3:
            return ask(MarkMissed{id, order.id, DeadlineKind(1 + m_random.bounded(deadlineKindCount - 1))});
        default:
            break;
        }
        if (order.stage < OrderStage::Reported)
            ask(AdvanceOrder{
                order.id, OrderStage(int(order.stage) + 1 + m_random.bounded(2)), u"done"_s, {}, {}});
    }
    /// Whether it is refused or not is nothing to the count.
    void ask(const Command& command) { m_refused += !m_scene.ask(u"bureau", command, someTime()); }

    Scene m_scene;
    int m_refused = 0;
    QRandomGenerator m_random;
    QList<IncidentId> m_incidents;
};

QList<Entry> longShift() {
    QList<Entry> entries;
    LongShift shift({.stations = 4, .units = 30, .open = 40}, 7);
    shift.runTo(20'000, [&](const QList<Entry>& made) { entries += made; });
    return entries;
}

} // namespace

class StatisticsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFigureIsThatOfAPlainCount_data() {
        QTest::addColumn<QList<Entry>>("entries");
        QTest::addColumn<Instant>("from");
        QTest::addColumn<Instant>("to");
        const QList<Entry> shift = longShift();
        QTest::newRow("long shift") << shift << start - 1h << start + 24h * 30;
        QTest::newRow("three hours of it") << shift << start + 2h << start + 5h;
        for (const quint32 seed : {1, 2, 3})
            QTest::newRow(qPrintable(u"evening %1"_s.arg(seed)))
                << Evening(seed).entries() << start - 1h << start + 24h * 30;
        QTest::newRow("middle of an evening") << Evening(4).entries() << start + 3h << start + 9h;
    }

    void everyFigureIsThatOfAPlainCount() {
        QFETCH(QList<Entry>, entries);
        QFETCH(Instant, from);
        QFETCH(Instant, to);
        const Statistics made = statisticsOf(entries, {.from = from, .to = to});
        const PlainCount plain(entries, from, to);
        QVERIFY(plain.incidents().size() > 20);
        compare(made.whole, plain, [](const auto&, const auto*) { return true; });
        QSet<QString> areas, units, posts, hours, types;
        for (const PlainCount::Incident& incident : plain.incidents()) {
            areas.insert(incident.area);
            types.insert(incident.type.section(u'.', 0, 0));
            hours.insert(toDateTime(incident.reported).toString(u"HH"_s));
            for (const PlainCount::Order& order : incident.orders)
                if (!order.isRecalled()) {
                    posts.insert(order.post);
                    if (!order.unit.isEmpty())
                        units.insert(order.unit);
                }
        }
        using I = PlainCount::Incident;
        using O = PlainCount::Order;
        rows(made, plain, Grouping::Area, areas, [](const I& i, const O*) { return i.area; });
        rows(made, plain, Grouping::Type, types,
             [](const I& i, const O*) { return i.type.section(u'.', 0, 0); });
        rows(made, plain, Grouping::Hour, hours,
             [](const I& i, const O*) { return toDateTime(i.reported).toString(u"HH"_s); });
        rows(made, plain, Grouping::Post, posts, [](const I&, const O* o) { return o ? o->post : u"-"_s; });
        rows(made, plain, Grouping::Unit, units, [](const I&, const O* o) { return o ? o->unit : u"-"_s; });
    }

    void whatWasNarrowedIsWhatAPlainCountFinds() {
        const QList<Entry> entries = Evening(5).entries();
        const StatisticsQuery query{
            .from = start - 1h, .to = start + 24h * 30, .post = code<PostId>(u"ST01")};
        const Statistics made = statisticsOf(entries, query);
        const PlainCount plain(entries, query.from, query.to);
        compare(made.whole, plain, [](const auto& i, const auto*) { return i.area == u"ST01"; });
        QVERIFY(made.whole.incidents > 0);
        StatisticsQuery byUnit = query;
        byUnit.post = {};
        byUnit.unit = code<UnitId>(u"2A01");
        const Statistics ofUnit = statisticsOf(entries, byUnit);
        QCOMPARE(ofUnit.whole.of(Interval::Sign).count(),
                 plain.lengths(Interval::Sign, [](const auto&, const auto* o) { return o->unit == u"2A01"; })
                     .list.size());
    }

    void aSpanOfNothingHasNoFigures() {
        const Statistics made = statisticsOf(longShift(), {.from = start - 48h, .to = start - 24h});
        QCOMPARE(made.whole.incidents, 0);
        QCOMPARE(made.whole.orders, 0);
        for (const Spread& each : made.whole.intervals)
            QVERIFY(each.isEmpty());
        QVERIFY(made.by(Grouping::Area).empty());
        QVERIFY(made.record.seq > 0); // the record was read all the same
        const QList<QByteArray> lines = statisticsCsv(made).split('\n');
        QCOMPARE(lines.size(), 3); // head, whole, the end of the last line
        QCOMPARE(lines[0].count(','), lines[1].count(','));
    }

    void aCutJournalIsCountedAndSaysSo() {
        QList<Entry> entries = longShift();
        entries.remove(5'000, 700);
        Entry strange = entries[6'000];
        strange.fact.kind = u"incident.of_the_future"_s;
        entries[6'000] = strange;
        const Statistics made = statisticsOf(entries, {.from = start - 1h, .to = start + 24h * 30});
        QCOMPARE(made.record.missing, 700);
        QCOMPARE(made.record.unreadable, 1);
        QVERIFY(!made.record.isWhole());
        QVERIFY(made.whole.incidents > 0);
        QVERIFY(reportJson({.kind = u"statistics"_s}, made.record, statisticsJson(made))
                    .contains("\"missing\": 700"));
    }

    void aClockSetBackIsLeftOutAndCounted() {
        Scene scene;
        scene.furnish();
        const IncidentId incident = scene.report();
        scene.clock.advance(10s);
        const OrderId order = scene.issue(incident, u"1A12");
        scene.clock.advance(20s);
        const auto hop = [&](OrderStage stage, std::optional<Instant> at) {
            QVERIFY(scene.ask(u"field:1A12", AdvanceOrder{order, stage, {}, {}, {}}, at));
        };
        hop(OrderStage::Signed, {});
        hop(OrderStage::UnderWay, scene.clock.now() - 15s); // a minute slow, it says so
        hop(OrderStage::Arrived, {});
        QList<Entry> entries = scene.entries;
        entries.last().recordedAt -= 1min;
        const Statistics made = statisticsOf(entries, {.from = start - 1h, .to = start + 1h});
        QCOMPARE(made.whole.of(Interval::SetOut).count(), 0);
        QCOMPARE(made.whole.backwards[size_t(Interval::SetOut)], 1);
        QCOMPARE(made.whole.of(Interval::Travel).median(), 15);
        QCOMPARE(made.record.clockSetBack, 1);
    }

    void theWalkGivesTheJournalsLastHash() {
        MemoryJournal journal;
        LongShift shift({.stations = 2, .units = 4, .open = 5}, 1);
        QVERIFY(shift.runTo(journal, 9'000));
        StatisticsCollector collector({.from = start - 1h, .to = start + 24h * 30});
        qint64 told = 0;
        QVERIFY(walkRecord(
            journal, nullptr,
            [&](const FoldedEntry& each) { collector.take(each.entry, each.fact ? &*each.fact : nullptr); },
            [&](qint64 done, qint64) {
                told = done;
                return true;
            }));
        const Statistics made = collector.finish();
        const auto head = journal.head();
        QVERIFY(head);
        QCOMPARE(made.record.seq, head->seq);
        QCOMPARE(made.record.hash, head->hash);
        QCOMPARE(made.record.missing, 0);
        QCOMPARE(told, head->seq);
        qint64 taken = 0;
        QVERIFY(walkRecord(
            journal, nullptr, [&](const FoldedEntry&) { ++taken; }, [](qint64, qint64) { return false; }));
        QVERIFY(taken > 0 && taken < head->seq); // stopped
    }

    void jsonAndTableSayTheSame() {
        const Statistics made =
            statisticsOf(Evening(6).entries(), {.from = start - 1h, .to = start + 24h * 30});
        const QJsonObject json =
            QJsonDocument::fromJson(
                reportJson({.kind = u"statistics"_s, .madeAt = start, .seat = u"bureau"_s}, made.record,
                           statisticsJson(made)))
                .object();
        QCOMPARE(json["version"_L1].toInt(), reportJsonVersion);
        const QStringList head =
            QString::fromUtf8(statisticsCsv(made, {.withMark = false})).split(u"\r\n"_s)[0].split(u',');
        const QStringList whole =
            QString::fromUtf8(statisticsCsv(made, {.withMark = false})).split(u"\r\n"_s)[1].split(u',');
        const auto field = [&](const QString& name) { return whole.value(head.indexOf(name)).toLongLong(); };
        QCOMPARE(json["whole"_L1]["incidents"_L1].toInteger(), field(u"incidents"_s));
        QCOMPARE(json["whole"_L1]["intervals"_L1]["sign"_L1]["median_s"_L1].toInteger(),
                 field(u"sign_median_s"_s));
        QCOMPARE(json["whole"_L1]["buckets"_L1]["sign"_L1][4]["n"_L1].toInteger(),
                 field(u"sign_from_180_s"_s));
        QCOMPARE(json["whole"_L1]["late"_L1]["sign"_L1].toInteger(), field(u"late_sign"_s));
    }

private:
    using Key = std::function<QString(const PlainCount::Incident&, const PlainCount::Order*)>;

    static void rows(const Statistics& made, const PlainCount& plain, Grouping grouping,
                     const QSet<QString>& keys, const Key& key) {
        QCOMPARE(made.by(grouping).size(), size_t(keys.size()));
        for (const auto& [row, tally] : made.by(grouping)) {
            QVERIFY2(keys.contains(row), qPrintable(row));
            compare(tally, plain, [&](const auto& i, const auto* o) { return key(i, o) == row; });
        }
    }

    static void compare(const Tally& tally, const PlainCount& plain, const PlainCount::Wanted& wanted) {
        for (int i = 0; i < intervalCount; ++i) {
            const PlainCount::Lengths found = plain.lengths(Interval(i), wanted);
            const Spread& spread = tally.of(Interval(i));
            QCOMPARE(spread.count(), found.list.size());
            QCOMPARE(tally.backwards[size_t(i)], found.backwards);
            if (found.list.isEmpty())
                continue;
            const qsizetype n = found.list.size();
            QCOMPARE(spread.median(), found.list[(n + 1) / 2 - 1] / 1000);
            QCOMPARE(spread.percentile(90),
                     found.list[qsizetype(std::ceil(0.9 * double(n) - 1e-9)) - 1] / 1000);
            double sum = 0;
            for (const qint64 each : found.list)
                sum += double(each) / 1000;
            QVERIFY(std::abs(spread.mean() - sum / double(n)) < 0.001);
            for (const Spread::Edges& edges :
                 {bucket_edges::sign, bucket_edges::setOut, bucket_edges::report}) {
                const auto within = [&](qint64 from, qint64 to) {
                    return std::ranges::count_if(
                        found.list, [&](qint64 ms) { return ms >= from * 1000 && ms < to * 1000; });
                };
                const auto counts = spread.counts(edges);
                QCOMPARE(counts[0], within(0, edges[0]));
                for (size_t each = 1; each < edges.size(); ++each)
                    QCOMPARE(counts[each], within(edges[each - 1], edges[each]));
                QCOMPARE(counts[4], within(edges[3], std::numeric_limits<qint64>::max() / 1000));
            }
        }
        compareCounts(tally, plain, wanted);
    }

    static void compareCounts(const Tally& tally, const PlainCount& plain, const PlainCount::Wanted& wanted) {
        qint64 incidents = 0;
        qint64 urgent = 0;
        qint64 orders = 0;
        QHash<QString, qint64> late;
        for (const PlainCount::Incident& incident : plain.incidents()) {
            bool isIn = wanted(incident, nullptr);
            late[u"dispatch"_s] += isIn && incident.isDispatchLate;
            for (const PlainCount::Order& order : incident.orders)
                if (!order.isRecalled() && wanted(incident, &order)) {
                    isIn = true;
                    ++orders;
                    for (const QString& kind : QSet<QString>(order.late.begin(), order.late.end()))
                        ++late[kind];
                }
            incidents += isIn;
            urgent += isIn && incident.level == u"urgent";
        }
        QCOMPARE(tally.incidents, incidents);
        QCOMPARE(tally.levels[size_t(Level::Urgent)], urgent);
        QCOMPARE(tally.orders, orders);
        for (int kind = 0; kind < deadlineKindCount; ++kind)
            QCOMPARE(tally.missed[size_t(kind)], late[enumName(DeadlineKind(kind))]);
    }
};

QTEST_GUILESS_MAIN(StatisticsTest)
#include "statistics_test.moc"
