// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/recommend_question.h"
#include "tests/support/scene.h"

#include <QTest>

#include <algorithm>

namespace tridesk::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RecommendQuestionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_incident = m_scene->report();
        m_fixes.clear();
    }

    void takesWhatIsKnownOfEachUnit() {
        fix(u"1A12"_s, 118.56, 2min);
        const auto other = m_scene->report(u"another"_s);
        m_scene->issue(other, u"1A14", u"station:ST01");
        const RecommendQuestion question = ask();
        QCOMPARE(question.candidates.size(), size_t(3));
        QCOMPARE(question.candidates[0].unit, code<UnitId>(u"1A12"));
        QVERIFY(question.candidates[0].place);
        QCOMPARE(must(question.candidates[0].place).age, 2min);
        QVERIFY(question.candidates[0].crewed);
        QVERIFY(!question.candidates[0].work);
        QCOMPARE(question.candidates[1].work, (UnitWork{other, Level::Routine, false}));
        QCOMPARE(question.candidates[1].jobs, 1);
        QVERIFY(!question.candidates[1].place);
        QVERIFY(!question.cover);
    }

    void leavesOutWhatTheSeatDoesNotSee() {
        const RecommendQuestion question =
            questionOf(m_scene->situation, m_scene->incident(m_incident),
                       {.tier = Tier::Station,
                        .now = m_scene->clock.now(),
                        .sees = [](const Unit& unit) { return unit.definition.post.toString() == u"ST01"; },
                        .fixOf = {}});
        QCOMPARE(question.candidates.size(), size_t(2));
        QCOMPARE(question.tier, Tier::Station);
    }

    void countsWhoIsSent() {
        m_scene->issue(m_incident, u"1A12");
        const RecommendQuestion question = ask();
        QCOMPARE(question.sent, 1);
        QVERIFY(question.led);
        QVERIFY(question.candidates[0].sent);
        QCOMPARE(recommend(question).shortfalls.size(), 0); // one is enough
    }

    void aCrewThatAsksGetsOneMore() {
        const OrderId order = m_scene->issue(m_incident, u"1A12");
        m_scene->clock.advance(recallWindow);
        QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{order, OrderStage::Signed, {}, {}}));
        QVERIFY(m_scene->ask(u"bureau", AskReinforcement{order, u"two men fight"_s}));
        QCOMPARE(ask().wants.units, 2);
    }

    void anUnknownTypeTakesAfterTheOneAbove() {
        Catalogue catalogue = m_scene->situation.catalogue();
        catalogue.types.append({.code = code<TypeCode>(u"crisis"),
                                .name = {u"劫持"_s, u"Hostages"_s},
                                .kinds = {UnitKind::Van},
                                .qualifications = {u"negotiator"_s},
                                .units = 4});
        QVERIFY(m_scene->ask(u"bureau", DefineCatalogue{catalogue}));
        AmendIncident change;
        change.incident = m_incident;
        change.type = code<TypeCode>(u"crisis");
        change.level = Level::Critical;
        change.reason = u"gun seen"_s;
        QVERIFY(m_scene->ask(u"bureau", change));
        Incident incident = m_scene->incident(m_incident);
        const Wants wants{{UnitKind::Van}, {u"negotiator"_s}, 4, Level::Critical};
        QCOMPARE(wantsOf(m_scene->situation, incident), wants);
        incident.details.type = code<TypeCode>(u"crisis.bank.two");
        QCOMPARE(wantsOf(m_scene->situation, incident), wants);
        incident.details.type = {};
        QCOMPARE(wantsOf(m_scene->situation, incident), (Wants{{}, {}, 2, Level::Critical}));
    }

    void aLevelGetsWhatThePolicySays() {
        RecommendPolicy policy;
        policy.unitsRoutine = 3;
        QVERIFY(m_scene->ask(u"bureau", DefinePolicy{policy}));
        QCOMPARE(ask().wants.units, 3);
    }

    void atItsStationByItsStatus() {
        QVERIFY(m_scene->ask(u"bureau",
                             SetUnitStatus{code<UnitId>(u"1A12"), UnitStatus::AvailableAtStation, {}}));
        const auto home = must(m_scene->situation.posts().find(code<PostId>(u"ST01"))->at);
        QCOMPARE(placeOf(u"1A12"), (UnitPlace{home, 0ms, true}));
        fix(u"1A12"_s, 118.56, 20min); // older than the policy trusts
        QCOMPARE(placeOf(u"1A12"), (UnitPlace{home, 0ms, true}));
        fix(u"1A12"_s, 118.56, 1min);
        QVERIFY(!must(placeOf(u"1A12")).atStation);
        QVERIFY(!placeOf(u"1A14"));
    }

    void aClockThatRunsAheadMakesNoFixYounger() {
        fix(u"1A12"_s, 118.56, -60min);
        m_fixes[code<UnitId>(u"1A12")].receivedAt = m_scene->clock.now() - 7min;
        QCOMPARE(must(placeOf(u"1A12")).age, 7min);
        m_fixes[code<UnitId>(u"1A12")].receivedAt = m_scene->clock.now() + 1min;
        QCOMPARE(must(placeOf(u"1A12")).age, 0ms);
    }

    void stationsStandAtTheirHouseOrAmidTheirArea() {
        Post third{code<PostId>(u"ST00"), Tier::Station, {u"三"_s, u"Third"_s}, {}, {}};
        QVERIFY(m_scene->ask(u"bureau", DefinePost{third})); // neither house nor area: not a place
        third.id = code<PostId>(u"ST05");
        const auto point = [](double y, double x) { return must(GeoPoint::from(y, x)); };
        third.area = {{point(31, 118), point(31, 119), point(32, 119)}};
        QVERIFY(m_scene->ask(u"bureau", DefinePost{third}));
        const QList<Station> stations = stationsOf(m_scene->situation);
        QCOMPARE(stations.size(), 3);
        QCOMPARE(stations[0].post, code<PostId>(u"ST01"));
        QCOMPARE(stations[2].at, point(31.5, 118.5));
    }

private:
    void fix(const QString& unit, double longitude, Milliseconds age) {
        const Instant at = m_scene->clock.now() - age;
        m_fixes[code<UnitId>(unit)] =
            Fix{code<UnitId>(unit), must(GeoPoint::from(31.5, longitude)), at, at, {}, {}, {}, {}};
    }
    [[nodiscard]] const Fix* fixOf(const UnitId& unit) const {
        const auto at = m_fixes.constFind(unit);
        return at == m_fixes.constEnd() ? nullptr : &*at;
    }
    [[nodiscard]] std::optional<UnitPlace> placeOf(QStringView unit) const {
        return tridesk::placeOf(m_scene->situation, m_scene->unit(unit), fixOf(code<UnitId>(unit)),
                                m_scene->clock.now());
    }
    [[nodiscard]] RecommendQuestion ask() const {
        return questionOf(m_scene->situation, m_scene->incident(m_incident),
                          {.tier = Tier::Bureau,
                           .now = m_scene->clock.now(),
                           .sees = {},
                           .fixOf = [this](const UnitId& unit) { return fixOf(unit); }});
    }

    std::unique_ptr<Scene> m_scene;
    IncidentId m_incident;
    QHash<UnitId, Fix> m_fixes;
};

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::RecommendQuestionTest)
#include "recommend_question_test.moc"
