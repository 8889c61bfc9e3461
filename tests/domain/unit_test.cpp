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

    void whatIsNotThereIsNamed() {
        const auto ask = [this](const Command& command) { return m_scene->ask(u"bureau", command); };
        const OrderId order(QUuid::createUuid());
        const auto noOrder =
            ask(AdvanceOrder{.order = order, .to = OrderStage::Signed, .text = {}, .disposition = {}});
        QCOMPARE(why(noOrder), RefusalCode::UnknownOrder);
        QCOMPARE(noOrder.error().value, order.toString());
        QCOMPARE(why(ask(RecallOrder{order})), RefusalCode::UnknownOrder);
        const MessageId message(QUuid::createUuid());
        const auto noMessage = ask(AdvanceMessage{message, MessageStage::Shown});
        QCOMPARE(why(noMessage), RefusalCode::UnknownMessage);
        QCOMPARE(noMessage.error().value, message.toString());
        QCOMPARE(why(ask(WithdrawMessage{message})), RefusalCode::UnknownMessage);
        const auto noStatus = ask(SetUnitStatus{code<UnitId>(u"1A12"), {}, {}, code<TypeCode>(u"nap")});
        QCOMPARE(why(noStatus), RefusalCode::UnknownStatus);
        QCOMPARE(noStatus.error().value, u"nap");
    }

    void unitsAndTypesAreBounded() {
        UnitDefinition unit = m_scene->unit(u"1A12").definition;
        unit.qualifications = QStringList(13, u"dog"_s);
        QCOMPARE(why(m_scene->ask(u"bureau", DefineUnit{unit})), RefusalCode::TooMany);
        unit.qualifications = {QString(41, u'x')};
        QCOMPARE(why(m_scene->ask(u"bureau", DefineUnit{unit})), RefusalCode::TooLong);
        Catalogue catalogue = m_scene->situation.catalogue();
        catalogue.types.append({.code = code<TypeCode>(u"flood"), .name = {u"水灾"_s, u"Flood"_s}});
        catalogue.types.last().units = 21;
        QCOMPARE(why(m_scene->ask(u"bureau", DefineCatalogue{catalogue})), RefusalCode::Invalid);
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
