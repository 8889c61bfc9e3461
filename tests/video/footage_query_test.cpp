// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Footage found again by whose it is and when it was, and which of it goes.
#include "app/video/footage_query.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class FootageQueryTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Scene> m_scene;
    const FeedId m_car = code<FeedId>(u"CAR");
    const FeedId m_gate = code<FeedId>(u"GATE");

    FootageId save(const FeedId& feed, const std::optional<IncidentId>& incident = {},
                   FootageKind kind = FootageKind::Clip, qint64 bytes = 1000) {
        SaveFootage command{.kind = kind,
                            .feed = feed,
                            .incident = incident,
                            .from = m_scene->clock.now() - 30s,
                            .to = m_scene->clock.now(),
                            .words = u"w"_s};
        if (kind != FootageKind::Mark) {
            command.sha256 = QByteArray(32, 'h');
            command.bytes = bytes;
            command.file = u"f%1.mkv"_s.arg(m_scene->situation.footage().size());
        }
        const QSet<FootageId> before = all();
        if (!m_scene->ask(u"bureau", command))
            qFatal("not saved");
        return *(all() - before).constBegin();
    }
    [[nodiscard]] QSet<FootageId> all() const {
        QSet<FootageId> ids;
        for (const Footage& footage : m_scene->situation.footage())
            ids.insert(footage.id);
        return ids;
    }
    [[nodiscard]] QList<FootageId> found(const FootageFilter& filter) const {
        return footageOf(m_scene->situation, filter);
    }
    [[nodiscard]] QList<FootageId> gone(qint64 tooMuch = 0) const {
        return footageToRemove(m_scene->situation, m_scene->clock.now(), tooMuch);
    }
    void close(const IncidentId& incident) {
        QVERIFY(m_scene->ask(
            u"bureau",
            CloseIncident{.incident = incident, .disposition = code<TypeCode>(u"handled"), .text = u"x"_s}));
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        const auto define = [this](const FeedId& id, const FeedOwner& owner) {
            QVERIFY(m_scene->ask(u"bureau", DefineFeed{{id, {{}, u"x"_s}, owner, u"rtsp://h/x"_s, {}}}));
        };
        define(m_car, {.unit = code<UnitId>(u"1A12")});
        define(m_gate, {.kind = FeedOwnerKind::Place, .at = GeoPoint::from(31.5, 118.9)});
        m_scene->clock.advance(10min);
    }

    void byFeedUnitAndTime() {
        const FootageId early = save(m_car);
        const Instant between = m_scene->clock.now() + 5min;
        m_scene->clock.advance(10min);
        const FootageId gate = save(m_gate);
        const FootageId late = save(m_car);
        QCOMPARE(found({.feed = m_car}), (QList{late, early}));
        QCOMPARE(found({.unit = code<UnitId>(u"1A12")}), (QList{late, early}));
        QCOMPARE(found({.unit = code<UnitId>(u"1A14")}), QList<FootageId>());
        QCOMPARE(found({.to = between}), QList{early});
        QCOMPARE(found({.unit = code<UnitId>(u"1A12"), .from = between}), QList{late});
        QCOMPARE(found({.feed = m_gate}), QList{gate});
        QCOMPARE(found({.from = m_scene->clock.now() - 10s, .to = m_scene->clock.now() - 9s}).size(),
                 2); // within one
    }

    void byIncidentWhateverItWasKeptFor() {
        const IncidentId incident = m_scene->report();
        const FootageId before = save(m_car);
        m_scene->clock.advance(2min);
        const OrderId order = m_scene->issue(incident, u"1A12");
        m_scene->clock.advance(2min);
        const FootageId during = save(m_car); // for no incident: the unit was on this one
        const FootageId camera = save(m_gate, incident);
        QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{order, OrderStage::Cancelled, u"x"_s, {}}));
        m_scene->clock.advance(2min);
        const FootageId after = save(m_car);
        const QList<FootageId> its = found({.incident = incident});
        QCOMPARE(QSet<FootageId>(its.begin(), its.end()), (QSet{during, camera}));
        QVERIFY(!its.contains(before) && !its.contains(after));
    }

    void anotherReportOfTheSameIsTheSame() {
        const IncidentId first = m_scene->report();
        const IncidentId second = m_scene->report(u"the same again"_s);
        const FootageId kept = save(m_gate, second);
        QVERIFY(found({.incident = first}).isEmpty());
        QVERIFY(m_scene->ask(u"bureau", MergeIncident{.incident = second, .into = first}));
        QCOMPARE(found({.incident = first}), QList{kept});
    }

    void oldOnesGo() {
        const FootageId old = save(m_car);
        const FootageId mark = save(m_car, {}, FootageKind::Mark);
        m_scene->clock.advance(std::chrono::days(29));
        const FootageId fresh = save(m_car);
        QVERIFY(gone().isEmpty());
        m_scene->clock.advance(std::chrono::days(1) + 1min);
        QCOMPARE(gone(), QList{old});
        QVERIFY(m_scene->ask(Actor{clockworkSeat(), u"clockwork"_s, {}}, RemoveFootage{old, u"age"_s}));
        QVERIFY(gone().isEmpty());
        QCOMPARE(found({.removed = false}), (QList{fresh, mark}));
        QCOMPARE(found({}).size(), 3); // that it was there stays known
    }

    void theOldestMakeRoom() {
        QList<FootageId> kept;
        for (int i = 0; i < 5; ++i) {
            kept.append(save(m_car, {}, FootageKind::Clip, 1000));
            m_scene->clock.advance(1min);
        }
        QVERIFY(gone(0).isEmpty());
        QCOMPARE(gone(1), kept.first(1));
        QCOMPARE(gone(1001), kept.first(2));
        QCOMPARE(gone(1'000'000), kept);
    }

    void whatIsBeingWorkedOnStays() {
        const IncidentId incident = m_scene->report();
        const FootageId its = save(m_gate, incident);
        const OrderId order = m_scene->issue(incident, u"1A12");
        m_scene->clock.advance(1min);
        const FootageId crews = save(m_car);
        m_scene->clock.advance(std::chrono::days(100));
        QVERIFY(gone(1'000'000).isEmpty());
        QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{order, OrderStage::Cancelled, u"x"_s, {}}));
        QCOMPARE(gone(1'000'000), QList{crews});
        close(incident);
        QCOMPARE(gone(1'000'000), (QList{its, crews}));
    }
};

QTEST_GUILESS_MAIN(FootageQueryTest)
#include "footage_query_test.moc"
