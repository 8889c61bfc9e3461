// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/pane_desk.h"

#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "tests/support/must.h"
#include "tests/support/scene_store.h"

#include <QApplication>
#include <QDragMoveEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace tridesk::test {

PaneDesk::PaneDesk(const Scene& scene, QStringView seat)
    : clock(std::make_shared<ManualClock>(scene.clock.now()))
    , look(*qobject_cast<QApplication*>(QCoreApplication::instance()))
    , m_store(storeOf(scene)) {
    m_desk = std::make_unique<Desk>(
        [store = m_store]() -> std::expected<std::unique_ptr<Journal>, QString> {
            return std::make_unique<MemoryJournal>(store);
        },
        QString(), clock, std::make_shared<RandomIds>());
    QSignalSpy ready(m_desk.get(), &Desk::ready);
    m_desk->start();
    Q_UNUSED(ready.wait(20'000));
    m_seat = std::make_unique<SeatDesk>(*m_desk, actor(seat));
    const DataFolder folder = DataFolder::open(m_folder.path()).value();
    m_fixes = std::make_unique<FixBoard>(
        [folder]() -> std::expected<std::unique_ptr<FixStore>, QString> {
            return FixStore::open(folder.fixes()).transform_error([](const JournalFault& f) {
                return f.toString();
            });
        },
        QString());
    m_fixes->start();
}

PaneDesk::~PaneDesk() = default;

Outcome PaneDesk::ask(const Command& command, QStringView seat) {
    const QFuture<Outcome> asked = m_desk->submit(actor(seat), command);
    if (!QTest::qWaitFor([&] { return asked.isFinished(); }, 20'000))
        return refuse(RefusalCode::Storage, u"test"_s, u"no answer"_s);
    return asked.result();
}

void PaneDesk::place(QStringView unit, double latitude, double longitude, Milliseconds age) {
    const Fix fix{.unit = code<UnitId>(unit),
                  .at = must(GeoPoint::from(latitude, longitude)),
                  .measuredAt = clock->now() - age,
                  .receivedAt = clock->now(),
                  .speed = {},
                  .heading = {},
                  .accuracy = {},
                  .source = u"test"_s};
    QVERIFY(m_fixes->take({&fix, 1}));
}

QList<Order> PaneDesk::orders(const IncidentId& incident) const {
    QList<Order> orders;
    if (const Incident* known = situation().incidents().find(incident))
        for (const OrderId& id : known->orders)
            orders << *situation().orders().find(id);
    return orders;
}

QList<Entry> PaneDesk::entries() const {
    return MemoryJournal(m_store).read(1, 100'000).value_or(QList<Entry>());
}

QList<Receipt> PaneDesk::receipts() const {
    return MemoryJournal(m_store).receipts({}).value_or(QList<Receipt>());
}

bool hover(QWidget& viewport, const QPoint& at, QMimeData& mime) {
    QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&viewport, &enter);
    QDragMoveEvent move(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&viewport, &move);
    return enter.isAccepted() && move.isAccepted();
}

bool drop(QWidget& viewport, const QPoint& at, QMimeData& mime) {
    if (!hover(viewport, at, mime))
        return false;
    QDropEvent event(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&viewport, &event);
    return event.isAccepted();
}

} // namespace tridesk::test
