// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "app/domain/checks.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

/// Two units take each other's jobs; what an intake form must have.
class ExchangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_first = m_scene->report(u"collision"_s);
        m_second = m_scene->report(u"theft"_s);
        m_one = m_scene->issue(m_first, u"1A12");
        m_other = m_scene->issue(m_second, u"1A14");
        m_scene->clock.advance(recallWindow);
    }

    void eachTakesTheOthersJobAndRole() {
        QVERIFY(m_scene->ask(u"bureau", ExchangeUnits{m_car, m_next, u"nearer"_s}));
        QCOMPARE(m_scene->order(m_one).stage, OrderStage::Cancelled);
        QCOMPARE(m_scene->order(m_other).report, u"nearer"_s);
        QCOMPARE(holds(u"1A12").incident, m_second);
        QCOMPARE(holds(u"1A14").incident, m_first);
        QCOMPARE(holds(u"1A14").role, OrderRole::Primary);
        QCOMPARE(holds(u"1A14").stage, OrderStage::Issued); // to be signed by the one who goes now
    }

    void refusesWhatCannotBeExchanged() {
        const auto refused = [this](const UnitId& a, const UnitId& b, const QString& why = u"x"_s) {
            return refusalOf(m_scene->ask(u"bureau", ExchangeUnits{a, b, why})).code;
        };
        QCOMPARE(refused(m_car, m_next, {}), RefusalCode::ReasonNeeded);
        QCOMPARE(refused(m_car, code<UnitId>(u"2A01")), RefusalCode::UnknownOrder); // has nothing to give
        QCOMPARE(refused(m_car, m_car), RefusalCode::AlreadyAssigned);
        QCOMPARE(refused(m_car, code<UnitId>(u"9Z99")), RefusalCode::UnknownUnit);
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{m_one, OrderStage::Signed, {}, {}}));
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{m_one, OrderStage::Arrived, {}, {}}));
        QCOMPARE(refused(m_car, m_next), RefusalCode::OutOfTurn); // it is there already
        QVERIFY(m_scene->ask(u"field:1A14", RaiseEmergency{m_next, EmergencySource::Crew, {}, {}}));
        QCOMPARE(refused(m_next, m_car), RefusalCode::InEmergency);
    }

    void aStationExchangesItsOwnAndNotTheBureaus() {
        const ExchangeUnits own{m_car, m_next, u"x"_s};
        QVERIFY(permitted(m_scene->situation, actor(u"station:ST01"), own));
        QVERIFY(!permitted(m_scene->situation, actor(u"station:ST02"), own));
        QVERIFY(!permitted(m_scene->situation, actor(u"field:1A12"), own));
        QCOMPARE(refusalOf(m_scene->ask(u"station:ST01", own)).code, RefusalCode::HeldByHigherTier);
    }

    void aCatalogueSaysWhatAFormMustHave() {
        Catalogue catalogue = m_scene->situation.catalogue();
        catalogue.required = {u"callers.phone"_s, u"place.address"_s};
        QVERIFY(m_scene->ask(u"bureau", DefineCatalogue{catalogue}));
        IncidentDetails details;
        const Catalogue& now = m_scene->situation.catalogue();
        QCOMPARE(checks::required(now, details).error().field, u"place.address"_s);
        details.place.address = u"Gate"_s;
        QCOMPARE(checks::required(now, details).error().field, u"callers.phone"_s);
        details.callers = {{{}, u"110"_s}};
        QVERIFY(checks::required(now, details));
        catalogue.required = {u"nonsense"_s};
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", DefineCatalogue{catalogue})).field, u"required"_s);
    }

private:
    const Order& holds(QStringView unit) const {
        return *checks::holding(m_scene->situation, m_scene->unit(unit));
    }

    const UnitId m_car = code<UnitId>(u"1A12");
    const UnitId m_next = code<UnitId>(u"1A14");
    std::unique_ptr<Scene> m_scene;
    IncidentId m_first;
    IncidentId m_second;
    OrderId m_one;
    OrderId m_other;
};

QTEST_GUILESS_MAIN(ExchangeTest)
#include "exchange_test.moc"
