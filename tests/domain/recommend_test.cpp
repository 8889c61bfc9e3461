// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/domain/recommend_case.h"
#include "tests/support/scene.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

/// The rank, from 0; the number of picks where it is not among them.
qsizetype rankOf(const Recommendation& recommendation, const UnitId& unit) {
    return std::ranges::find(recommendation.picks, unit, &Pick::unit) - recommendation.picks.begin();
}

template <class E>
E any(QRandomGenerator& random) {
    return E(random.bounded(int(enumNames<E>.size())));
}

Candidate anyCandidate(QRandomGenerator& random, int number) {
    Candidate candidate;
    candidate.unit = code<UnitId>(u"U%1"_s.arg(number));
    candidate.kind = any<UnitKind>(random);
    candidate.status = random.bounded(3) ? UnitStatus::Available : any<UnitStatus>(random);
    candidate.crewed = random.bounded(8) != 0;
    if (random.bounded(3) == 0)
        candidate.qualifications.append(u"negotiator"_s);
    candidate.jobs = random.bounded(6);
    candidate.sent = random.bounded(20) == 0;
    if (!isAvailable(candidate.status))
        candidate.work = UnitWork{{}, any<Level>(random), random.bounded(2) == 0};
    if (random.bounded(10)) {
        candidate.place = UnitPlace{must(GeoPoint::from(31 + random.bounded(0.05), 118)),
                                    std::chrono::seconds(random.bounded(900)), random.bounded(9) == 0};
        if (random.bounded(5))
            candidate.travel = {TravelTime::Kind::Known, std::chrono::seconds(random.bounded(1200))};
        else
            candidate.travel.kind = TravelTime::Kind(random.bounded(3));
    }
    return candidate;
}

RecommendQuestion anyQuestion(QRandomGenerator& random) {
    RecommendQuestion question = questionFrom({}, {}, {});
    question.wants.level = any<Level>(random);
    question.wants.units = random.bounded(5);
    if (random.bounded(2))
        question.wants.kinds = {any<UnitKind>(random), any<UnitKind>(random)};
    if (random.bounded(2))
        question.wants.qualifications = {u"negotiator"_s};
    question.sent = random.bounded(2);
    question.led = question.sent > 0;
    question.tier = random.bounded(2) ? Tier::Bureau : Tier::Station;
    question.policy.picks = 1 + random.bounded(20);
    const int units = random.bounded(30);
    for (int i = 0; i < units; ++i)
        question.candidates.push_back(anyCandidate(random, i));
    if (random.bounded(4) == 0)
        return question;
    question.cover.emplace();
    for (int place = 0; place < 4; ++place) {
        CoverPlace& cover = question.cover->emplace_back(code<PostId>(u"ST%1"_s.arg(place)));
        for (int i = 0; i < units; ++i)
            if (random.bounded(4) == 0)
                cover.near.push_back({i, std::chrono::seconds(random.bounded(400))});
    }
    return question;
}

bool isImpossible(const Candidate& candidate) {
    switch (candidate.status) {
    case UnitStatus::Off:
    case UnitStatus::OutOfService:
    case UnitStatus::Emergency:
    case UnitStatus::Reserved:
    case UnitStatus::OnScene:
    case UnitStatus::Transport:
    case UnitStatus::BusyCommitted:
        return true;
    default:
        return candidate.sent || !candidate.crewed || !candidate.place;
    }
}

} // namespace

class RecommendTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picks_data();
    void picks();
    void saysWhyNot_data();
    void saysWhyNot();
    void weighsAsThePolicySays_data();
    void weighsAsThePolicySays();
    void anotherOrderOfTheSameUnitsChangesNothing();
    void appraisesOneByItself();
    void countsTheCarsOfEachRing();
    void keepsWhatWasShown();
    void holdsWhateverComes();
    void aLongerWayNeverHelps();
};

namespace {

void add(const char* name, const QString& incident, const QString& units, const QString& cover,
         const QString& picks, const QString& reasons, const QString& shortfall = {}) {
    QTest::newRow(name) << incident << units << cover << picks << reasons << shortfall;
}

void addWaysFixesWorkAndLoads() {
    // The way
    add("who is there first", u"routine"_s, u"A 2:00 | B 1:00 | C 3:00"_s, {}, u"B* 60, A 120, C 180"_s,
        u"B road_time"_s);
    add("by road, not as the crow flies", u"routine"_s, u"A 6:00 off=200 | B 2:00 off=1500"_s, {},
        u"B* 120, A 360"_s, u"B road_time"_s);
    add("off the roads: the straight line with a detour", u"routine"_s, u"A off=1000 | B 3:00"_s, {},
        u"A* 168, B 180"_s, u"A estimated_time"_s);
    add("off the roads on foot: at a walk", u"routine"_s, u"A off=100 kind=foot | B 3:00"_s, {},
        u"A* 100, B 180"_s, u"A estimated_time"_s);
    add("too far is not proposed", u"routine"_s, u"A 15:00 | B 15:01"_s, {}, u"A* 900"_s, u"A road_time"_s);
    add("beyond what was searched", u"routine"_s, u"A beyond"_s, {}, {}, {}, u"too_few 1"_s);
    add("as near: the smaller code", u"routine"_s, u"B 1:00 | A 1:00 | C 1:00"_s, {}, u"A* 60, B 60, C 60"_s,
        u"A road_time"_s);

    // The fix
    add("a near fix of 40 minutes is not trusted", u"routine"_s, u"A 1:00 age=40 | B 9:00"_s, {},
        u"B* 540, A 1020"_s, u"A road_time, stale_fix"_s);
    add("an old fix still counts where nobody else is near", u"routine"_s, u"A 1:00 age=6 | B 9:00"_s, {},
        u"A* 180, B 540"_s, u"A road_time, stale_fix"_s);
    add("a fix as old as the limit is stale", u"routine"_s, u"A 1:00 age=5 | B 2:30"_s, {},
        u"B* 150, A 180"_s, u"A road_time, stale_fix"_s);
    add("at its station by its status", u"routine"_s, u"A 2:00 status=available_at_station home"_s, {},
        u"A* 120"_s, u"A road_time, at_station"_s);
    add("who never reported is not picked", u"routine"_s, u"A nowhere | B 9:00"_s, {}, u"B* 540"_s,
        u"B road_time"_s);

    // Work
    add("free before divertable", u"urgent"_s, u"A 1:00 work=routine | B 3:30"_s, {}, u"B* 210, A 240"_s,
        u"A road_time, diverts"_s);
    add("off a lesser job where that is much nearer", u"urgent"_s, u"A 1:00 work=routine | B 8:00"_s, {},
        u"A* 240, B 480"_s, u"A road_time, diverts"_s);
    add("not off a job as pressing", u"urgent"_s, u"A 1:00 work=urgent | B 8:00"_s, {}, u"B* 480"_s,
        u"B road_time"_s);
    add("divertable says so itself", u"urgent"_s, u"A 1:00 status=busy_divertable work=urgent"_s, {},
        u"A* 240"_s, u"A road_time, diverts"_s);
    add("not even so for a lesser one", u"routine"_s, u"A 1:00 status=busy_divertable work=urgent"_s, {}, {},
        {}, u"too_few 1, nearest A 1:00 busy with urgent"_s);
    add("not from the scene", u"critical"_s, u"A 1:00 status=on_scene work=non_police | B 4:00"_s, {},
        u"B* 240"_s, u"B road_time"_s);
    add("writing its report: may be sent", u"routine"_s, u"A 1:00 status=reporting work=urgent"_s, {},
        u"A* 240"_s, u"A road_time, still_reporting"_s);
    add("a station does not take what the bureau sent", u"urgent station"_s,
        u"A 1:00 work=routine bureau | B 8:00"_s, {}, u"B* 480"_s, u"B road_time"_s);
    add("the bureau may", u"urgent"_s, u"A 1:00 work=routine bureau"_s, {}, u"A* 240"_s,
        u"A road_time, diverts"_s);
    add("not who is on it already", u"routine units=2 sent=1 led"_s, u"A 1:00 sent | B 2:00"_s, {},
        u"B+ 120"_s, u"B road_time"_s);

    // Load
    add("the load is shared", u"routine"_s, u"A 1:00 jobs=5 | B 2:00"_s, {}, u"B* 120, A 135"_s,
        u"A road_time, jobs"_s);
    add("a rest after a job", u"routine"_s, u"A 1:00 jobs=1 rested=2 | B 2:00"_s, {}, u"B* 120, A 135"_s,
        u"A road_time, jobs, no_rest"_s);
    add("rested", u"routine"_s, u"A 1:00 jobs=1 rested=10 | B 2:00"_s, {}, u"A* 75, B 120"_s,
        u"A road_time, jobs"_s);
}

void addWantsNumbersAndCoverage() {
    // What the type wants
    add("the kind that the type names", u"routine kind=van"_s, u"A 1:00 | B 3:00 kind=van"_s, {},
        u"B* 180, A 300"_s, u"A road_time, wrong_kind"_s);
    add("auxiliaries for what is not police work", u"non_police"_s, u"A 1:00 | B 4:00 kind=auxiliary"_s, {},
        u"B* 240, A 300"_s, u"A road_time, other_lane"_s);
    add("police before auxiliaries", u"routine"_s, u"A 4:00 | B 1:00 kind=auxiliary"_s, {},
        u"A* 240, B 300"_s, u"B road_time, other_lane"_s);
    add("a boat only where it is named", u"routine kind=boat"_s, u"A 4:00 kind=boat | B 1:00"_s, {},
        u"A* 240, B 300"_s, u"B road_time, wrong_kind"_s);
    add("who leads must be qualified", u"urgent units=2 needs=negotiator"_s,
        u"A 1:00 | B 4:00 q=negotiator | C 2:00"_s, {}, u"B* 240, A+ 60, C 120"_s,
        u"B road_time, qualified"_s);
    add("nobody qualified: the lead stays open", u"urgent needs=negotiator"_s,
        u"A 1:00 | B 6:00 q=negotiator status=on_scene work=routine"_s, {}, u"A 60"_s,
        u"A road_time, not_qualified"_s, u"nobody_qualified 1, nearest B 6:00 busy with routine"_s);
    add("nobody qualified: others go as backups", u"urgent units=2 needs=negotiator"_s, u"A 1:00"_s, {},
        u"A+ 60"_s, u"A road_time, not_qualified"_s, u"nobody_qualified 1"_s);
    add("one who is qualified is there already", u"urgent units=2 sent=1 led qualified needs=negotiator"_s,
        u"A 1:00 | B 4:00 q=negotiator"_s, {}, u"A+ 60, B 240"_s, u"A road_time, not_qualified"_s);

    // How many
    add("primary and backups", u"critical units=3"_s, u"A 3:00 | B 1:00 | C 2:00 | D 4:00"_s, {},
        u"B* 60, C+ 120, A+ 180, D 240"_s, u"C road_time"_s);
    add("enough are sent", u"routine sent=1 led"_s, u"A 1:00 | B 2:00"_s, {}, u"A 60, B 120"_s,
        u"A road_time"_s);
    add("fewer than wanted", u"critical units=3"_s,
        u"A 3:00 | B 1:00 status=off | C 2:00 status=transport work=urgent"_s, {}, u"A* 180"_s,
        u"A road_time"_s, u"too_few 2, nearest C 2:00 busy with urgent"_s);
    add("nobody at all", u"routine"_s, {}, {}, {}, {}, u"too_few 1"_s);
    add("the incident is nowhere yet", u"routine nowhere"_s, u"A 1:00"_s, {}, {}, {}, u"not_located 1"_s);

    // Coverage
    add("not the last car of a station", u"routine"_s, u"A 2:00 | B 2:30"_s, u"ST03 A 4:00"_s,
        u"B* 150, A 180"_s, u"A road_time, last_of:ST03:5"_s);
    add("the last of three rings costs all three", u"routine"_s, u"A 2:00 | B 7:00"_s, u"ST03 A 0:40"_s,
        u"B* 420, A 480"_s, u"A road_time, last_of:ST03:1, last_of:ST03:3, last_of:ST03:5"_s);
    add("the ring that is lost, not those that stay", u"routine"_s, u"A 1:00 | B 2:00 | C 9:00 | D 9:30"_s,
        u"ST03 A 2:00 B 4:00 C 5:00 D 4:30"_s, u"B* 120, A 180, C 540, D 570"_s,
        u"A road_time, last_of:ST03:3"_s);
    add("the second last costs a quarter", u"routine"_s, u"A 2:00 | B 2:10"_s, u"ST03 A 4:00 C 4:30"_s,
        u"B* 130, A 180"_s, u"A road_time, last_of:ST03:5"_s);
    add("one other remains", u"routine"_s, u"A 2:00 | B 2:10 | C 8:00"_s, u"ST03 A 4:00 C 4:30"_s,
        u"B* 130, A 135, C 495"_s, u"A road_time, second_last_of:ST03:5"_s);
    add("much nearer goes all the same", u"critical"_s, u"A 1:00 | B 8:00"_s, u"ST03 A 2:30"_s,
        u"A* 240, B 480"_s, u"A road_time, last_of:ST03:3, last_of:ST03:5"_s);
    add("two stations at once", u"routine"_s, u"A 1:00 | B 2:50"_s, u"ST03 A 4:00 | ST04 A 3:30"_s,
        u"B* 170, A 180"_s, u"A road_time, last_of:ST03:5, last_of:ST04:5"_s);
    add("two together leave a ring as neither alone would", u"critical units=2"_s,
        u"A 1:00 | B 1:10 | C 1:50"_s, u"ST03 A 4:00 B 4:10"_s, u"A* 75, C+ 110, B 130"_s,
        u"B road_time, last_of:ST03:5"_s);
    add("a stale car covers nothing", u"routine"_s, u"A 2:00 | B 6:00 age=6"_s, u"ST03 A 4:00 B 1:00"_s,
        u"A* 180, B 480"_s, u"A road_time, last_of:ST03:5"_s);
    add("a busy car covers nothing, and leaves nothing", u"urgent"_s, u"A 2:00 | B 1:00 work=routine"_s,
        u"ST03 A 4:00 B 0:30"_s, u"A* 180, B 240"_s, u"B road_time, diverts"_s);
    add("a foot patrol is no car", u"routine"_s, u"A 2:00 kind=foot | B 2:10"_s, u"ST03 A 0:30"_s,
        u"A* 120, B 130"_s, u"A road_time"_s);
}

} // namespace

// What each case is about; what the incident wants; the units; who covers which station; the expected picks
// with their costs; the reasons of one of them; what is missing. tests/domain/recommend_case.h tells the
// words.
void RecommendTest::picks_data() {
    QTest::addColumn<QString>("incident");
    QTest::addColumn<QString>("units");
    QTest::addColumn<QString>("cover");
    QTest::addColumn<QString>("picks");
    QTest::addColumn<QString>("reasons");
    QTest::addColumn<QString>("shortfall");
    addWaysFixesWorkAndLoads();
    addWantsNumbersAndCoverage();
}

void RecommendTest::picks() {
    QFETCH(QString, incident);
    QFETCH(QString, units);
    QFETCH(QString, cover);
    QFETCH(QString, reasons);
    // A unit that only stands in the cover is not known, and covers nothing.
    const Recommendation answer = recommend(questionFrom(incident, units, cover));
    QTEST(picksText(answer), "picks");
    if (!reasons.isEmpty())
        QCOMPARE(reasonsText(answer, reasons.section(u' ', 0, 0)), reasons);
    QTEST(shortfallText(answer), "shortfall");
    QCOMPARE(answer.coverPriced, !cover.isEmpty());
}

void RecommendTest::saysWhyNot_data() {
    QTest::addColumn<QString>("incident");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("barrier");
    QTest::newRow("no crew") << u"routine"_s << u"A 1:00 nocrew"_s << u"no_crew"_s;
    QTest::newRow("off duty") << u"routine"_s << u"A 1:00 status=off"_s << u"off"_s;
    QTest::newRow("out of service") << u"routine"_s << u"A 1:00 status=out_of_service"_s
                                    << u"out_of_service"_s;
    QTest::newRow("emergency") << u"critical"_s << u"A 1:00 status=emergency"_s << u"emergency"_s;
    QTest::newRow("reserved") << u"critical"_s << u"A 1:00 status=reserved"_s << u"reserved"_s;
    QTest::newRow("transport") << u"critical"_s << u"A 1:00 status=transport"_s << u"busy"_s;
    QTest::newRow("committed") << u"critical"_s << u"A 1:00 status=busy_committed"_s << u"busy"_s;
    QTest::newRow("as pressing") << u"urgent"_s << u"A 1:00 work=critical"_s << u"busy"_s;
    QTest::newRow("the bureau's") << u"urgent station"_s << u"A 1:00 work=routine bureau"_s
                                  << u"held_by_higher_tier"_s;
    QTest::newRow("on it") << u"urgent"_s << u"A 1:00 sent work=urgent"_s << u"already_sent"_s;
    QTest::newRow("no fix") << u"urgent"_s << u"A nowhere"_s << u"no_place"_s;
    QTest::newRow("too far") << u"urgent"_s << u"A 15:01"_s << u"too_far"_s;
    QTest::newRow("no way") << u"urgent"_s << u"A beyond"_s << u"too_far"_s;
    QTest::newRow("far off the roads") << u"urgent"_s << u"A off=9000"_s << u"too_far"_s;
}

void RecommendTest::saysWhyNot() {
    QFETCH(QString, incident);
    QFETCH(QString, unit);
    const RecommendQuestion question = questionFrom(incident, unit, {});
    const auto found = appraise(question, code<UnitId>(u"A"));
    QVERIFY(found && !*found);
    QTEST(barrierText(must(found).error().barrier), "barrier");
    const Recommendation answer = recommend(question);
    QVERIFY(answer.picks.isEmpty());
    QCOMPARE(answer.shortfalls.size(), 1);
    QCOMPARE(answer.shortfalls.first().barred[size_t(must(found).error().barrier)], 1);
}

void RecommendTest::weighsAsThePolicySays_data() {
    QTest::addColumn<QString>("units");
    QTest::addColumn<QString>("cover");
    QTest::addColumn<RecommendPolicy>("policy");
    QTest::addColumn<QString>("picks");
    const QString two = u"A 1:00 work=non_police | B 8:00"_s;
    QTest::newRow("diverting is dear")
        << two << QString() << RecommendPolicy{.divertPenalty = 3600} << u"B* 480, A 3660"_s;
    QTest::newRow("one row") << two << QString() << RecommendPolicy{.picks = 1} << u"A* 240"_s;
    QTest::newRow("coverage does not matter")
        << u"A 1:00 | B 2:00"_s << u"ST03 A 4:00"_s << RecommendPolicy{.lastOfRing5 = 0} << u"A* 60, B 120"_s;
    QTest::newRow("the second last costs as much")
        << u"A 1:00 | B 3:00"_s << u"ST03 A 4:00 B 4:00"_s
        << RecommendPolicy{.lastOfRing5 = 100, .secondLastPercent = 100} << u"A* 160, B 280"_s;
    QTest::newRow("nearer only") << u"A 4:59 | B 5:01"_s << QString()
                                 << RecommendPolicy{.farthest = std::chrono::minutes(5)} << u"A* 299"_s;
    QTest::newRow("slower off the roads")
        << u"A off=1000 | B 5:00"_s << QString() << RecommendPolicy{.detourPercent = 200, .detourKmh = 20}
        << u"B* 300, A 360"_s;
    QTest::newRow("old fixes are believed longer")
        << u"A 1:00 age=40 | B 9:00"_s << QString() << RecommendPolicy{.staleAfter = std::chrono::minutes(41)}
        << u"A* 60, B 540"_s;
}

void RecommendTest::weighsAsThePolicySays() {
    QFETCH(QString, units);
    QFETCH(QString, cover);
    QFETCH(RecommendPolicy, policy);
    QTEST(picksText(recommend(questionFrom(u"routine"_s, units, cover, policy))), "picks");
}

void RecommendTest::anotherOrderOfTheSameUnitsChangesNothing() {
    QRandomGenerator random(7);
    RecommendQuestion question = questionFrom(
        u"critical units=2"_s, u"A 1:00 | B 1:00 | C 1:00 | D 2:00 work=routine | E 2:00 work=routine"_s, {});
    const Recommendation first = recommend(question);
    for (int round = 0; round < 20; ++round) {
        std::ranges::shuffle(question.candidates, random);
        QCOMPARE(recommend(question), first);
    }
    question.candidates.push_back(question.candidates.front()); // told twice, counted once
    QCOMPARE(recommend(question), first);
}

void RecommendTest::appraisesOneByItself() {
    const RecommendQuestion question =
        questionFrom(u"critical units=2"_s, u"A 1:00 | B 1:10"_s, u"ST03 A 4:00 B 4:10"_s);
    const auto a = appraise(question, code<UnitId>(u"A"));
    const auto b = appraise(question, code<UnitId>(u"B"));
    QVERIFY(a && *a && b && *b);
    QCOMPARE(must(a)->cost, 75);
    QCOMPARE(must(b)->cost, 85); // not as if the other were gone
    QVERIFY(must(b)->has(PickReasonCode::SecondLastOfRing));
    QVERIFY(!appraise(question, code<UnitId>(u"Z")));
}

void RecommendTest::countsTheCarsOfEachRing() {
    const RecommendQuestion question =
        questionFrom(u"routine"_s, u"A 1:00 | B 1:00 | C 1:00 work=routine | D 1:00 kind=foot"_s,
                     u"ST03 A 0:59 B 3:00 C 0:10 D 0:10 | ST04 A 5:00 | ST05 C 1:00"_s);
    const QList<PlaceCover> cover = coverNow(question);
    QCOMPARE(cover.size(), 3);
    QCOMPARE(cover[0].cars, (std::array<qint64, 3>{1, 2, 2}));
    QCOMPARE(cover[1].cars, (std::array<qint64, 3>{0, 0, 1}));
    QCOMPARE(cover[2].cars, (std::array<qint64, 3>{0, 0, 0}));
    QVERIFY(coverNow(questionFrom(u"routine"_s, u"A 1:00"_s, {})).isEmpty());
}

void RecommendTest::keepsWhatWasShown() {
    const QList<ShownPick> shown =
        shownPicks(recommend(questionFrom(u"routine"_s, u"A 2:00 | B 3:30"_s, u"ST03 A 4:00"_s)));
    QCOMPARE(shown.size(), 2);
    QCOMPARE(shown[0].unit, code<UnitId>(u"A"));
    QCOMPARE(shown[0].travel, std::chrono::minutes(2));
    QCOMPARE(shown[0].cost, 180);
    QCOMPARE(shown[0].reasons, QStringList({u"road_time"_s, u"last_of:ST03:5"_s}));
}

void RecommendTest::holdsWhateverComes() {
    QRandomGenerator random(20261121);
    for (int round = 0; round < 20'000; ++round) {
        const RecommendQuestion question = anyQuestion(random);
        const Recommendation answer = recommend(question);
        QCOMPARE(recommend(question), answer);
        QSet<UnitId> seen;
        qint64 proposed = 0;
        qint64 leaders = question.led ? 1 : 0;
        bool listed = false;
        for (const Pick& pick : answer.picks) {
            const auto candidate = std::ranges::find(question.candidates, pick.unit, &Candidate::unit);
            QVERIFY(candidate != question.candidates.end());
            QVERIFY2(!isImpossible(*candidate), qPrintable(pick.unit.toString()));
            QVERIFY(pick.travel <= question.policy.farthest);
            QVERIFY(!seen.contains(pick.unit));
            seen.insert(pick.unit);
            QVERIFY(!pick.role || !listed); // those proposed stand ahead
            listed = !pick.role;
            proposed += pick.role.has_value();
            leaders += pick.role == OrderRole::Primary;
            QVERIFY(!pick.reasons.isEmpty());
            qint64 sum = pick.travel.count() / 1000;
            for (const PickReason& reason : pick.reasons)
                sum += reason.cost;
            QCOMPARE(pick.cost, sum); // every second of it has its reason
        }
        QVERIFY(leaders <= 1);
        qint64 missing = 0;
        for (const Shortfall& shortfall : answer.shortfalls)
            missing += shortfall.missing;
        QCOMPARE(proposed + missing, std::max<qint64>(question.wants.units - question.sent, 0));
        QVERIFY(answer.picks.size() <= std::max(question.policy.picks, question.wants.units));
    }
}

void RecommendTest::aLongerWayNeverHelps() {
    QRandomGenerator random(31);
    int changed = 0;
    for (int round = 0; round < 20'000; ++round) {
        RecommendQuestion question = anyQuestion(random);
        question.policy.picks = 20;
        if (question.candidates.empty())
            continue;
        Candidate& one = question.candidates[size_t(random.bounded(int(question.candidates.size())))];
        if (one.travel.kind != TravelTime::Kind::Known)
            continue;
        const Recommendation before = recommend(question);
        one.travel.time += std::chrono::seconds(1 + random.bounded(400));
        const Recommendation after = recommend(question);
        const qsizetype was = rankOf(before, one.unit);
        const qsizetype is = rankOf(after, one.unit);
        QVERIFY2(is >= was || is == after.picks.size(), qPrintable(one.unit.toString()));
        QVERIFY(before.proposed().contains(one.unit) || !after.proposed().contains(one.unit));
        changed += is != was;
    }
    QVERIFY(changed > 1000);
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::RecommendTest)
#include "recommend_test.moc"
