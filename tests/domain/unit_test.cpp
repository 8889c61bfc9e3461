// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

RefusalCode why(const Result<QList<Entry>>& made) {
    return made ? RefusalCode(-1) : made.error().code;
}

} // namespace

class UnitTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void callsignsAndDevicesBelongToOneUnit() {
        UnitDefinition other{
            code<UnitId>(u"X1"), code<Callsign>(u"1A12"), UnitKind::Foot, code<PostId>(u"ST01"), {}};
        QCOMPARE(why(m_scene->ask(u"bureau", DefineUnit{other})), RefusalCode::AlreadyDefined);
        other.callsign = code<Callsign>(u"1F01");
        other.devices = {u"tracker-1A12"_s};
        QCOMPARE(why(m_scene->ask(u"bureau", DefineUnit{other})), RefusalCode::AlreadyDefined);
        other.devices = {u"radio-9"_s};
        QVERIFY(m_scene->ask(u"bureau", DefineUnit{other}));
        QCOMPARE(m_scene->situation.unitByDevice(u"radio-9"_s)->definition.id, other.id);
        other.devices = {u"radio-10"_s};
        QVERIFY(m_scene->ask(u"bureau", DefineUnit{other}));
        QVERIFY(!m_scene->situation.unitByDevice(u"radio-9"_s));
        QCOMPARE(m_scene->ask(u"bureau", DefineUnit{other})->size(), 0);
        other.post = code<PostId>(u"ST99");
        QCOMPARE(why(m_scene->ask(u"bureau", DefineUnit{other})), RefusalCode::UnknownPost);
    }

    void existsOnlyWhileSomebodyIsOnIt() {
        const UnitId id = code<UnitId>(u"1A12");
        QCOMPARE(why(m_scene->ask(u"bureau", LogOn{id, {}})), RefusalCode::Missing);
        QCOMPARE(m_scene->unit(u"1A12").status, UnitStatus::Available);
        QVERIFY(m_scene->ask(u"bureau", LogOff{id}));
        QCOMPARE(m_scene->unit(u"1A12").status, UnitStatus::Off);
        QCOMPARE(m_scene->ask(u"bureau", LogOff{id})->size(), 0);
        QCOMPARE(why(m_scene->ask(u"bureau", SetUnitStatus{id, UnitStatus::Available, {}})),
                 RefusalCode::UnitOff);
        QVERIFY(m_scene->ask(u"bureau", LogOn{id, {u"Zhao"_s}}));
        QCOMPARE(m_scene->unit(u"1A12").crew, QStringList{u"Zhao"_s});
    }

    void cannotLeaveAnOpenOrder() {
        const IncidentId incident = m_scene->report();
        const OrderId order = m_scene->issue(incident, u"1A12");
        const UnitId id = code<UnitId>(u"1A12");
        QCOMPARE(why(m_scene->ask(u"bureau", LogOff{id})), RefusalCode::UnitBusy);
        QCOMPARE(why(m_scene->ask(u"bureau", SetUnitStatus{id, UnitStatus::Available, {}})),
                 RefusalCode::UnitBusy);
        QCOMPARE(why(m_scene->ask(u"bureau", SetUnitStatus{id, UnitStatus::OnScene, {}})),
                 RefusalCode::Invalid);
        m_scene->clock.advance(recallWindow);
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{order, OrderStage::Reported, u"done"_s, {}}));
        QVERIFY(m_scene->ask(u"field:1A12", SetUnitStatus{id, UnitStatus::Available, {}}));
        QVERIFY(!m_scene->unit(u"1A12").order);
        // The old order's end must not touch what the unit does by then.
        const OrderId next = m_scene->issue(m_scene->report(), u"1A12");
        QVERIFY(m_scene->ask(u"bureau", CloseIncident{incident, code<TypeCode>(u"handled"), {}}));
        QCOMPARE(m_scene->unit(u"1A12").status, UnitStatus::Dispatched);
        QCOMPARE(m_scene->unit(u"1A12").order, next);
    }

    void postsAndCataloguesAreChecked() {
        Post post{code<PostId>(u"ST05"), Tier::Station, {}, {}, {}};
        QCOMPARE(why(m_scene->ask(u"bureau", DefinePost{post})), RefusalCode::Missing);
        post.name.en = u"Five"_s;
        post.area = {{GeoPoint(), GeoPoint()}};
        QCOMPARE(why(m_scene->ask(u"bureau", DefinePost{post})), RefusalCode::Invalid);
        post.area.clear();
        post.tier = Tier::Field;
        QCOMPARE(why(m_scene->ask(u"bureau", DefinePost{post})), RefusalCode::Invalid);
        Catalogue twice = m_scene->situation.catalogue();
        twice.types.append(twice.types.first());
        QCOMPARE(why(m_scene->ask(u"bureau", DefineCatalogue{twice})), RefusalCode::AlreadyDefined);
        Catalogue late = m_scene->situation.catalogue();
        late.deadlines.sign = Milliseconds(0);
        QCOMPARE(why(m_scene->ask(u"bureau", DefineCatalogue{late})), RefusalCode::Invalid);
    }
};

QTEST_GUILESS_MAIN(UnitTest)
#include "unit_test.moc"
