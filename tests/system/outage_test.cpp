// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An evening on lines that fail: two consoles, two stations' rooms, a crew, another crew at a broker, a
// gateway, PostgreSQL and the broker, with lines between that are cut, and all of them killed and brought
// back, in an order that a seed gives. TRIDESK_OUTAGE_RUNS says how often (60), TRIDESK_OUTAGE_SEED repeats a
// run. Who is there: outage_scene.h; what happens: outage_events.h; what must be so: outage_check.h.

#include "tests/support/scene.h"
#include "tests/system/outage_check.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <random>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = OutageScene::patience;

/// Says it again every few seconds until it was heard: a line that has just come back may be lost once more
/// before both ends know.
bool untilHeard(const std::function<void()>& say, const std::function<bool()>& isHeard) {
    for (int i = 0; i < 30; ++i) {
        say();
        if (QTest::qWaitFor(isHeard, 4'000))
            return true;
    }
    return false;
}

} // namespace

class OutageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_scene.open(); }
    void nothingIsLostAndNothingTwice();

private:
    void play(uint runs);
    void worksAgain();
    void takesBack();
    void followsAgain();
    void standsEverywhere();

    OutageScene m_scene;
    std::unique_ptr<OutageEvents> m_events;
};

void OutageTest::nothingIsLostAndNothingTwice() {
    const auto number = [](const char* name, uint otherwise) {
        return qEnvironmentVariableIsSet(name) ? qEnvironmentVariable(name).toUInt() : otherwise;
    };
    const uint runs = number("TRIDESK_OUTAGE_RUNS", 60);
    const uint seed = number("TRIDESK_OUTAGE_SEED", std::random_device()());
    qInfo("TRIDESK_OUTAGE_SEED=%u TRIDESK_OUTAGE_RUNS=%u", seed, runs);
    m_events = std::make_unique<OutageEvents>(m_scene, seed);
    play(runs);
    for (const auto step : {&OutageTest::worksAgain, &OutageTest::takesBack, &OutageTest::followsAgain,
                            &OutageTest::standsEverywhere})
        if (!QTest::currentTestFailed())
            (this->*step)();
}

void OutageTest::play(uint runs) {
    for (uint run = 0; run < runs && !QTest::currentTestFailed(); ++run)
        m_events->workAndBreak();
    m_scene.bringBack();
}

/// An order reaches the crew at the broker, which signs it; and where it is, is on every board.
void OutageTest::worksAgain() {
    QTRY_VERIFY_WITH_TIMEOUT(m_scene.hasCome(), patience);
    m_events->orderSeats(); // which takes its time to be shown
    if (!QTest::currentTestFailed())
        m_events->sendCrewAgain();
    if (QTest::currentTestFailed())
        return;
    QString order;
    const auto isTold = [&] {
        for (const QJsonObject& each : m_scene.crew().orders())
            if (each[u"text"].toString() == m_events->mark())
                order = each[u"order"].toString();
        return !order.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), patience);
    const auto isSigned = [&] {
        const Order* known = m_scene.situation().orders().find(must(OrderId::parse(order)));
        return known && known->stage == OrderStage::Signed;
    };
    m_scene.crew().step(0, order, u"signed"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(isSigned(), patience);
    const auto isOnBoard = [&](OutageScene::Seat seat) {
        return m_scene.seat(seat).placeOf(OutageScene::overBroker.toString()) == "31.250000 118.750000";
    };
    QVERIFY(untilHeard([&] { m_scene.crew().fix(m_scene.now(), 31.25, 118.75); },
                       [&] { return isOnBoard(OutageScene::Room1); }));
    QTRY_VERIFY_WITH_TIMEOUT(isOnBoard(OutageScene::Wang) && isOnBoard(OutageScene::Li), patience);
}

/// What a seat did while it was cut off, and what no longer fits, is put before it, and shown no more.
void OutageTest::takesBack() {
    m_events->contradictSeats();
}

void OutageTest::followsAgain() {
    m_events->tellAll();
    if (QTest::currentTestFailed())
        return;
    const auto last = [&]() -> qint64 {
        const QList<Entry> entries = m_scene.entries();
        const auto told = std::ranges::find_if(entries, [&](const Entry& entry) {
            return entry.fact.kind == u"message.sent"_s &&
                   entry.fact.payload.contains(m_events->mark().toUtf8());
        });
        return told == entries.end() ? 0 : told->seq;
    }();
    QVERIFY(last > 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_scene.hasFollowed(last), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_scene.hasCome(), patience);
}

void OutageTest::standsEverywhere() {
    const QList<Asked> asked = m_events->asked();
    m_scene.end();
    if (QTest::currentTestFailed())
        return;
    const auto holds = [](const QString& fault) { QVERIFY2(fault.isEmpty(), qPrintable(fault)); };
    holds(outage_check::everythingIsInOnce(m_scene, asked));
    for (int i = 0; i < OutageScene::seats && !QTest::currentTestFailed(); ++i) {
        holds(outage_check::seatKept(m_scene, OutageScene::Seat(i)));
        holds(outage_check::seatShowed(m_scene, OutageScene::Seat(i)));
    }
    for (const QString& each : m_scene.addresses()) {
        const Ran verified = run(u"tridesk-journal"_s, {u"verify"_s, each});
        QVERIFY2(verified.code == 0, verified.out + verified.err);
    }
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::OutageTest)
#include "outage_test.moc"
