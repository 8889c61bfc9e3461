// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/must.h"
#include "tests/ui/panes/pane_desk.h"
#include "ui/panes/orders/inbound_pane.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

/// A station's pane of orders, and what is ordered past the station.
class OrdersTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<PaneDesk> m_desk;
    std::unique_ptr<InboundPane> m_pane;
    IncidentId m_first;
    IncidentId m_second;

    OrderId order(QStringView seat, const IncidentId& incident, QStringView unit,
                  const QString& overrideReason = {}) {
        const Outcome asked = m_desk->ask(
            IssueOrder{
                .incident = incident, .to = code<UnitId>(unit), .text = {}, .overrideReason = overrideReason},
            seat);
        return asked ? m_desk->orders(incident).constLast().id : OrderId();
    }
    [[nodiscard]] QWidget& strip() const { return *child<QWidget>(*m_pane, u"noticesStrip"_s); }
    [[nodiscard]] QWidget* row(const OrderId& id) const {
        return child<QWidget>(*m_pane, u"notice."_s + id.toString());
    }
    [[nodiscard]] const Order& known(const OrderId& id) const {
        return *m_desk->situation().orders().find(id);
    }

private Q_SLOTS:
    void init() {
        Scene scene;
        scene.furnish();
        m_first = scene.report(u"collision at the gate"_s);
        m_second = scene.report(u"a fight"_s);
        m_desk = std::make_unique<PaneDesk>(scene, u"station:ST01");
        m_pane = std::make_unique<InboundPane>(m_desk->context(), code<PostId>(u"ST01"));
        m_pane->resize(520, 400);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    void cleanup() {
        m_pane.reset();
        m_desk.reset();
    }

    void showsWhatWasOrderedOverTheStationsHead() {
        QSignalSpy echoed(m_pane.get(), &InboundPane::echoed);
        const OrderId id = order(u"bureau", m_first, u"1A12");
        QVERIFY(!id.isNull());
        QVERIFY2(strip().isHidden(), "it can still be recalled");
        m_desk->clock->advance(recallWindow);
        QTRY_VERIFY(strip().isVisible());
        const QString words = child<QLabel>(*row(id), u"notice.words"_s)->toolTip();
        QVERIFY2(words.contains(u"1A12 was ordered over this station's head, by Bureau"_s),
                 qPrintable(words));
        QVERIFY(child<QLabel>(*row(id), u"notice.words"_s)->text().startsWith(u"⚑ 1A12 "_s));
        auto* show = child<QToolButton>(*row(id), u"notice.show"_s);
        QCOMPARE(show->text(), u"0001"_s);
        show->click();
        QCOMPARE(m_desk->selection.incident(), m_first);

        child<QPushButton>(*row(id), u"notice.acknowledge"_s)->click();
        QTRY_VERIFY(strip().isHidden());
        QCOMPARE(known(id).notices.constFirst().acknowledgedAt, m_desk->clock->now());
        QCOMPARE(echoed.constLast().constFirst().toString(), u"AK 1A12"_s);
    }

    void showsWhatItsOwnOrderWasDroppedFor() {
        QVERIFY(!order(u"station:ST01", m_first, u"1A12").isNull());
        m_desk->clock->advance(recallWindow);
        const OrderId id = order(u"bureau", m_second, u"1A12", u"shots fired"_s);
        QVERIFY(!id.isNull());
        QVERIFY(m_desk->ask(RecallOrder{id}));
        QTRY_VERIFY2(strip().isVisible(), "it was recalled, but the station's order stays dropped");
        const QString words = child<QLabel>(*row(id), u"notice.words"_s)->toolTip();
        QVERIFY2(words.contains(u"1A12: your order was dropped for another, by Bureau"_s), qPrintable(words));
    }

    void tellsNothingOfWhatWasRecalledOrIsItsOwn() {
        const OrderId own = order(u"station:ST01", m_first, u"1A12");
        const OrderId recalled = order(u"bureau", m_first, u"1A14");
        QVERIFY(!own.isNull() && !recalled.isNull());
        QVERIFY(m_desk->ask(RecallOrder{recalled}));
        const OrderId standing = order(u"bureau", m_second, u"1A14");
        m_desk->clock->advance(recallWindow);
        QTRY_VERIFY(row(standing));
        QVERIFY(!row(own) && !row(recalled));
    }

    void acknowledgesAllAtOnce() {
        const OrderId first = order(u"bureau", m_first, u"1A12");
        const OrderId second = order(u"bureau", m_second, u"1A14");
        m_desk->clock->advance(recallWindow);
        QTRY_VERIFY(row(first) && row(second));
        auto* all = child<QPushButton>(*m_pane, u"notices.all"_s);
        QVERIFY(all->isVisible());
        QCOMPARE(child<QLabel>(*m_pane, u"notices.count"_s)->text(), u"2 ordered past this station"_s);
        all->click();
        QTRY_VERIFY(strip().isHidden());
        QVERIFY(known(first).notices.constFirst().acknowledgedAt &&
                known(second).notices.constFirst().acknowledgedAt);
    }
};

QTEST_MAIN(OrdersTest)
#include "orders_test.moc"
