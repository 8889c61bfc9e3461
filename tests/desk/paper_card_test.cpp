// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/card_plan.h"
#include "app/domain/derived_ids.h"
#include "tests/support/mutate.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// In the order of the columns; what is not given is empty.
CardWords words(const QStringList& cells) {
    CardWords words;
    for (qsizetype i = 0; i < cells.size(); ++i)
        words[size_t(i)] = cells[i];
    return words;
}

/// As it is read on a wall clock here.
QString clock(Instant at) {
    return toDateTime(at).toLocalTime().toString(u"HH:mm"_s);
}

CardPhrases phrases() {
    return {
        .entered = u"entered from %1"_s,
        .times = [](const PaperCard& card, const QString& unit) { return card.number + u" by "_s + unit; },
        .channel = u"paper"_s,
        .reason = u"paper"_s};
}

} // namespace

/// Cards of an outage: how they are read, and what they come to.
class PaperCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_scene->clock.advance(2h);
        m_now = m_scene->clock.now();
    }

    void readsAWholeCard() {
        const auto card = read({u"1126-01"_s, clock(m_now - 90min), u"31.5,118.55"_s, u"two cars"_s,
                                u"伤人事故"_s, u"１ａ１２"_s, clock(m_now - 88min), clock(m_now - 80min),
                                clock(m_now - 50min), u"Handled"_s});
        QVERIFY2(card, card ? "" : qPrintable(card.error().refusal.field + card.error().refusal.detail));
        QCOMPARE(card->number, u"1126-01"_s);
        QCOMPARE(card->at, m_now - 90min);
        QCOMPARE(card->place.at, GeoPoint::from(31.5, 118.55));
        QCOMPARE(card->type, code<TypeCode>(u"traffic.injury"));
        QCOMPARE(card->unit, code<UnitId>(u"1A12"));
        QCOMPARE(card->dispatched, m_now - 88min);
        QCOMPARE(card->arrived, m_now - 80min);
        QCOMPARE(card->clear, m_now - 50min);
        QCOMPARE(card->disposition, code<TypeCode>(u"handled"));
    }

    /// Without a date a time is the last such before now, and of a later step the first after the one before.
    void countsOverMidnight() {
        const auto later = read({u"1"_s, clock(m_now + 30min), {}, u"x"_s});
        QVERIFY(later);
        QCOMPARE(later->at, m_now + 30min - 24h);
        const auto over = read({u"1"_s, clock(m_now - 23h), {}, u"x"_s, {}, u"1A12"_s, clock(m_now - 30min)});
        QVERIFY(over);
        QCOMPARE(over->at, m_now - 23h);
        QCOMPARE(over->dispatched, m_now - 30min);
        const QString date = toDateTime(m_now - 72h).toLocalTime().toString(u"MM-dd HH:mm"_s);
        QCOMPARE(read({u"1"_s, date, {}, u"x"_s})->at, m_now - 72h);
    }

    void refusesWithFieldAndValue_data() {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("value");
        const QString at = clock(m_now - 1h);
        const auto row = [](const char* name, const QStringList& cells, CardField field,
                            const QString& value = {}) {
            QTest::newRow(name) << cells << int(field) << value;
        };
        row("no number", {{}, at, {}, u"x"_s}, CardField::Number);
        row("no time", {u"1"_s, {}, {}, u"x"_s}, CardField::Time);
        row("no such time", {u"1"_s, u"25:10"_s, {}, u"x"_s}, CardField::Time, u"25:10"_s);
        row("words for a time", {u"1"_s, u"noon"_s, {}, u"x"_s}, CardField::Time, u"noon"_s);
        row("no such day", {u"1"_s, u"2026-02-30 10:00"_s, {}, u"x"_s}, CardField::Time,
            u"2026-02-30 10:00"_s);
        row("last year", {u"1"_s, u"2025-11-21 10:00"_s, {}, u"x"_s}, CardField::Time, u"2025-11-21 10:00"_s);
        row("tomorrow", {u"1"_s, u"2026-11-23 10:00"_s, {}, u"x"_s}, CardField::Time, u"2026-11-23 10:00"_s);
        row("nothing happened", {u"1"_s, at}, CardField::Text);
        row("no such type", {u"1"_s, at, {}, u"x"_s, u"ufo"_s}, CardField::Type, u"ufo"_s);
        row("no such unit", {u"1"_s, at, {}, u"x"_s, {}, u"9Z9"_s, at}, CardField::Unit, u"9Z9"_s);
        row("sent, but when", {u"1"_s, at, {}, u"x"_s, {}, u"1A12"_s}, CardField::Dispatched);
        row("sent, but who", {u"1"_s, at, {}, u"x"_s, {}, {}, at}, CardField::Unit);
        row("ended, but when", {u"1"_s, at, {}, u"x"_s, {}, u"1A12"_s, at, {}, {}, u"handled"_s},
            CardField::Clear);
        row("no such outcome", {u"1"_s, at, {}, u"x"_s, {}, {}, {}, {}, {}, u"well"_s},
            CardField::Disposition, u"well"_s);
        row("a bell", {u"1"_s, at, {}, u"x\a"_s}, CardField::Text);
        row("a book", {u"1"_s, at, {}, QString(9'000, u'x')}, CardField::Text, u"9000"_s);
    }

    void refusesWithFieldAndValue() {
        QFETCH(const QStringList, cells);
        QFETCH(const int, field);
        QFETCH(const QString, value);
        const auto card = read(cells);
        QVERIFY(!card);
        QCOMPARE(int(card.error().field), field);
        QCOMPARE(card.error().refusal.value, value);
        QCOMPARE(card.error().refusal.field, QString(fieldName(CardField(field))));
    }

    /// Two cards whose steps lie between each other, of one unit: in the order of their time, as they were.
    void goesInInTheOrderOfItsTime() {
        const CardPlan plan = planned({{u"2"_s,
                                        ago(50),
                                        {},
                                        u"theft"_s,
                                        u"traffic"_s,
                                        u"1A12"_s,
                                        ago(40),
                                        ago(35),
                                        ago(20),
                                        u"handled"_s},
                                       {u"1"_s, ago(90), u"31.5,118.55"_s, u"collision"_s, u"traffic"_s,
                                        u"1A12"_s, ago(88), ago(80), ago(45), u"handled"_s},
                                       {u"3"_s, ago(10), u"somewhere"_s, u"a noise"_s}});
        for (const CardVerdict& verdict : plan.cards)
            QVERIFY2(verdict.kind == CardVerdict::Kind::Enters, whyOf(verdict));
        enter(plan);
        Instant before;
        for (const Request& request : plan.requests) {
            QVERIFY(*request.happenedAt >= before);
            before = *request.happenedAt;
        }
        const Incident& first = m_scene->incident(plan.cards[1].incident);
        QCOMPARE(first.reportedAt, m_now - 90min);
        QVERIFY(!first.isOpen());
        const Order& order = m_scene->order(first.orders.constFirst());
        QCOMPARE(order.reached(OrderStage::UnderWay), m_now - 88min);
        QCOMPARE(order.reached(OrderStage::Arrived), m_now - 80min);
        QCOMPARE(order.reached(OrderStage::Reported), m_now - 45min);
        QCOMPARE(order.stage, OrderStage::Closed);
        QVERIFY(m_scene->incident(plan.cards[2].incident).isOpen());
        QCOMPARE(m_scene->unit(u"1A12").status, UnitStatus::Available);
        // Each says so itself, at the time when it was typed.
        QCOMPARE(first.notes.constLast().text, u"entered from 1"_s);
        QCOMPARE(first.notes.constLast().at, m_now);
    }

    void leavesAUnitInPeaceThatHasGoneOn() {
        const OrderId now = m_scene->issue(m_scene->report(u"now"_s), u"1A12");
        const CardPlan plan = planned({{u"1"_s,
                                        ago(90),
                                        {},
                                        u"collision"_s,
                                        u"traffic"_s,
                                        u"1A12"_s,
                                        ago(88),
                                        ago(80),
                                        ago(45),
                                        u"handled"_s},
                                       {u"2"_s, ago(30), {}, u"theft"_s, u"traffic"_s, u"1A12"_s, ago(20)}});
        QCOMPARE(plan.cards[0].kind, CardVerdict::Kind::EntersAsNote);
        // Of a card that says it is still there, somebody has to say which of the two is true.
        QCOMPARE(plan.cards[1].kind, CardVerdict::Kind::Refused);
        QCOMPARE(plan.cards[1].fault->field, CardField::Unit);
        QCOMPARE(plan.cards[1].fault->refusal.code, RefusalCode::UnitBusy);
        enter(plan);
        QCOMPARE(m_scene->unit(u"1A12").order, now);
        const Incident& first = m_scene->incident(plan.cards[0].incident);
        QVERIFY(!first.isOpen() && first.orders.isEmpty());
        QCOMPARE(first.notes.constFirst().text, u"1 by 1A12"_s);
        QVERIFY(!m_scene->situation.incidents().find(plan.cards[1].incident));
    }

    /// A card is in whole or not at all, and what it refuses takes no other with it.
    void takesACardWholeOrNotAtAll() {
        const CardPlan plan = planned(
            {{u"1"_s, ago(90), {}, u"a"_s, u"traffic"_s, u"1A12"_s, ago(88)},
             {u"2"_s, ago(80), {}, u"b"_s, u"traffic"_s, u"1A12"_s, ago(78), ago(70), ago(60), u"handled"_s},
             {u"3"_s, ago(50), {}, u"c"_s, u"traffic"_s, u"1A14"_s, ago(48), {}, ago(40), u"handled"_s},
             {u"3"_s, ago(50), {}, u"the same number and time"_s}});
        QCOMPARE(plan.cards[0].kind, CardVerdict::Kind::Enters);
        QCOMPARE(plan.cards[1].kind, CardVerdict::Kind::Refused);
        QCOMPARE(plan.cards[2].kind, CardVerdict::Kind::Enters);
        QCOMPARE(plan.cards[3].kind, CardVerdict::Kind::Refused);
        QCOMPARE(plan.cards[3].fault->field, CardField::Number);
        QVERIFY(!plan.cardOf.contains(1) && !plan.cardOf.contains(3));
        enter(plan);
    }

    void takesFurtherUnitsOfACard() {
        const QStringList main{u"1"_s,    ago(90), {},      u"collision"_s, u"traffic"_s,
                               u"1A12"_s, ago(88), ago(80), ago(60),        u"handled"_s};
        const auto card = read(main);
        QVERIFY(card);
        const CardWords second = words({u"1"_s, {}, {}, {}, {}, u"1A14"_s, ago(85), ago(75), ago(45)});
        const auto further = readCard(second, m_scene->situation, m_now, &*card);
        QVERIFY2(further, further ? "" : qPrintable(further.error().refusal.field));
        QVERIFY(further->isFurther);
        QVERIFY(!readCard(second, m_scene->situation, m_now)); // of no card
        const CardPlan plan =
            planCards(m_scene->situation, actor(u"bureau"), {*card, *further}, phrases(), m_now);
        for (const CardVerdict& verdict : plan.cards)
            QVERIFY2(verdict.kind == CardVerdict::Kind::Enters, whyOf(verdict));
        QCOMPARE(plan.cards[0].incident, plan.cards[1].incident);
        enter(plan);
        const Incident& incident = m_scene->incident(plan.cards[0].incident);
        QCOMPARE(incident.orders.size(), 2);
        QVERIFY(!incident.isOpen());
        QCOMPARE(incident.stageSince, m_now - 45min); // when the last of them was clear
        QCOMPARE(m_scene->order(incident.orders[1]).unit(), code<UnitId>(u"1A14"));
        QCOMPARE(m_scene->order(incident.orders[1]).role, OrderRole::Backup);
        QCOMPARE(m_scene->situation.incidents().size(), 1);
        const CardPlan again =
            planCards(m_scene->situation, actor(u"bureau"), {*card, *further}, phrases(), m_now);
        QVERIFY(again.requests.isEmpty());
    }

    void entersNothingTwice() {
        const QList<QStringList> cards{{u"1"_s,
                                        ago(90),
                                        {},
                                        u"collision"_s,
                                        u"traffic"_s,
                                        u"1A12"_s,
                                        ago(88),
                                        ago(80),
                                        ago(45),
                                        u"handled"_s}};
        enter(planned(cards));
        const CardPlan again = planned(cards);
        QCOMPARE(again.cards[0].kind, CardVerdict::Kind::Known);
        QVERIFY(again.requests.isEmpty());
    }

    void asksWhoMay() {
        const auto as = [](QStringView seat, Role role) {
            return mayEnterCards({.seat = must(Seat::parse(seat)), .user = {}, .role = role});
        };
        QVERIFY(as(u"bureau", Role::Dispatcher) && as(u"bureau", Role::Anybody));
        QVERIFY(as(u"station:ST01", Role::DutyOfficer));
        QVERIFY(!as(u"bureau", Role::Reviewer) && !as(u"field:1A12", Role::Crew));
        // A station enters its own units' work, and no other's.
        const Actor station{
            .seat = must(Seat::parse(u"station:ST01")), .user = {}, .role = Role::DutyOfficer};
        const CardPlan plan = planned(
            {{u"1"_s, ago(90), {}, u"a"_s, u"traffic"_s, u"1A12"_s, ago(88), {}, ago(60), u"handled"_s},
             {u"2"_s, ago(90), {}, u"b"_s, u"traffic"_s, u"2A01"_s, ago(88), {}, ago(60), u"handled"_s}},
            station);
        QVERIFY2(plan.cards[0].kind == CardVerdict::Kind::Enters, whyOf(plan.cards[0]));
        QCOMPARE(plan.cards[1].kind, CardVerdict::Kind::Refused);
        QCOMPARE(plan.cards[1].fault->refusal.code, RefusalCode::NotPermitted);
    }

    void takesCellsOfASpreadsheet() {
        QCOMPARE(pastedCells(u"1\t01:05\tplace\r\n2\t01:10\r\n\r\n"_s),
                 QList<QStringList>({{u"1"_s, u"01:05"_s, u"place"_s}, {u"2"_s, u"01:10"_s}}));
        QCOMPARE(pastedCells(u"\"a\nb\"\t\"say \"\"so\"\"\"\tc"_s),
                 QList<QStringList>({{u"a\nb"_s, u"say \"so\""_s, u"c"_s}}));
        QVERIFY(pastedCells({}).isEmpty());
        QCOMPARE(pastedCells(u"a\n"_s.repeated(1'000)).size(), mostCards);
        QCOMPARE(pastedCells(u"a\t"_s.repeated(1'000)).constFirst().size(), cardFieldCount);
    }

    void survivesAnything() {
        std::mt19937 random(20261126);
        const QByteArray good = u"1\t%1\t31.5,118.55\ttwo cars\ttraffic\t1A12\t%2\t%3\t%4\thandled\n"_s
                                    .arg(ago(90), ago(88), ago(80), ago(45))
                                    .toUtf8();
        int taken = 0;
        for (int i = 0; i < 2'000; ++i) {
            QList<PaperCard> cards;
            for (const QStringList& cells : pastedCells(QString::fromUtf8(mutated(good + good, random))))
                if (const auto card = read(cells))
                    cards.append(*card);
            const CardPlan plan = planCards(m_scene->situation, actor(u"bureau"), cards, phrases(), m_now);
            QCOMPARE(plan.cards.size(), cards.size());
            QCOMPARE(plan.requests.size(), plan.cardOf.size());
            taken += !plan.requests.isEmpty();
        }
        QVERIFY(taken > 0 && taken < 2'000);
    }

private:
    [[nodiscard]] std::expected<PaperCard, CardFault> read(const QStringList& cells) const {
        return readCard(words(cells), m_scene->situation, m_now);
    }
    [[nodiscard]] QString ago(int minutes) const { return clock(m_now - std::chrono::minutes(minutes)); }
    [[nodiscard]] CardPlan planned(const QList<QStringList>& rows,
                                   const Actor& who = actor(u"bureau")) const {
        QList<PaperCard> cards;
        for (const QStringList& cells : rows) {
            const auto card = read(cells);
            if (!card)
                qFatal("%s", qPrintable(card.error().refusal.field));
            cards.append(*card);
        }
        return planCards(m_scene->situation, who, cards, phrases(), m_now);
    }
    /// As the desk does: each request decided by its own id, at the time that it names.
    void enter(const CardPlan& plan) {
        for (const Request& request : plan.requests) {
            DerivedIds ids(request.id);
            DecisionContext context{m_now, toDateTime(m_now).toLocalTime().date(), ids};
            const Decision decision = decide(m_scene->situation, request, context);
            QVERIFY2(decision, decision ? "" : qPrintable(decision.error().field));
            for (const Fact& fact : *decision) {
                Entry entry{
                    m_scene->situation.seq() + 1, m_now, encode(fact, request, *request.happenedAt), {}, {}};
                m_scene->situation.fold(entry, decode(entry.fact).value());
            }
        }
    }
    static const char* whyOf(const CardVerdict& verdict) {
        static QByteArray why;
        why = verdict.fault ? (verdict.fault->refusal.field + u' ' + verdict.fault->refusal.detail).toUtf8()
                            : QByteArray("no fault");
        return why.constData();
    }

    std::unique_ptr<Scene> m_scene;
    Instant m_now;
};

QTEST_GUILESS_MAIN(PaperCardTest)
#include "paper_card_test.moc"
