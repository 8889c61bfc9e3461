// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "app/access/rights.h"
#include "app/domain/desk_load.h"
#include "tests/support/scene.h"

#include <QTest>

#include <algorithm>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Which desk answers for which stations, and what each has in hand.
class SectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        for (const auto* seat : {u"bureau", u"bureau:2", u"station:ST01"})
            QVERIFY(m_scene->ask(seat, OpenSeat{}));
    }

    void movesAStationAndTellsBothDesks() {
        QVERIFY(m_scene->ask(u"bureau", MoveSector{{m_one}, u"East"_s, u"bureau:2"_s}));
        const SectorCover* cover = m_scene->situation.sectors().find(m_one);
        QVERIFY(cover);
        QCOMPARE(cover->desk, u"bureau:2"_s);
        QCOMPARE(cover->before, QString());
        QCOMPARE(cover->noted, QSet<QString>{u"bureau"_s});
        QVERIFY(m_scene->ask(u"bureau", MoveSector{{m_one}, {}, u"bureau:2"_s}).value().isEmpty());
        QVERIFY(m_scene->ask(u"bureau:2", NoteSectorMove{{m_one, m_two}}));
        QVERIFY(m_scene->situation.sectors().find(m_one)->noted.contains(u"bureau:2"_s));
        QVERIFY(m_scene->ask(u"bureau:2", NoteSectorMove{{m_one}}).value().isEmpty());
        QVERIFY(m_scene->ask(u"bureau", MoveSector{{m_one}, {}, {}}));
        QCOMPARE(m_scene->situation.sectors().find(m_one)->before, u"bureau:2"_s);
    }

    void refusesAnEmptyDeskAndWhatIsNone() {
        const auto refused = [this](const QList<PostId>& posts, const QString& desk) {
            return refusalOf(m_scene->ask(u"bureau", MoveSector{posts, {}, desk})).code;
        };
        QCOMPARE(refused({m_one}, u"bureau:3"_s), RefusalCode::NobodyThere);
        QCOMPARE(refused({m_one}, u"station:ST01"_s), RefusalCode::Invalid);
        QCOMPARE(refused({m_one}, u"nonsense"_s), RefusalCode::Invalid);
        QCOMPARE(refused({}, u"bureau:2"_s), RefusalCode::Missing);
        QCOMPARE(refused({code<PostId>(u"ST99")}, u"bureau:2"_s), RefusalCode::UnknownPost);
    }

    void onlyASupervisorMoves() {
        const MoveSector command{{m_one}, {}, u"bureau:2"_s};
        Actor who = actor(u"bureau");
        who.role = Role::Dispatcher;
        QCOMPARE(permitted(m_scene->situation, who, command).error().field,
                 QString(enumName(Right::MoveSectors)));
        who.role = Role::Supervisor;
        QVERIFY(permitted(m_scene->situation, who, command));
        QVERIFY(!permitted(m_scene->situation, actor(u"station:ST01"), command));
    }

    void countsWhatEachHasInHand() {
        const IncidentId first = m_scene->report(u"a"_s, 118.25);
        m_scene->report(u"b"_s, 118.25);
        QCOMPARE(inNobodysHands(m_scene->situation), 2);
        m_scene->issue(first, u"1A12", u"bureau");
        QCOMPARE(load(u"bureau").open, 1);
        QCOMPARE(load(u"bureau").issued, 1);
        QCOMPARE(load(u"bureau").unassigned, 0);
        QCOMPARE(inNobodysHands(m_scene->situation), 1);
        const PostId post = m_scene->incident(first).post;
        QVERIFY(!post.isNull());
        QVERIFY(m_scene->ask(u"bureau", MoveSector{{post}, {}, u"bureau:2"_s}));
        QCOMPARE(load(u"bureau").open, 0);
        QCOMPARE(load(u"bureau:2").open, 2);
        QCOMPARE(load(u"bureau:2").unassigned, 1);
        QCOMPARE(load(u"bureau:2").sectors, QList<PostId>{post});
        QCOMPARE(inNobodysHands(m_scene->situation), 0);
        m_scene->clock.advance(20min);
        QCOMPARE(load(u"bureau").issued, 0);
        QCOMPARE(load(u"bureau:2").overdue, 2);
    }

    void namesDesksThatNobodySitsAt() {
        QVERIFY(m_scene->ask(u"bureau", MoveSector{{m_one}, {}, u"bureau:2"_s}));
        QVERIFY(m_scene->ask(u"bureau:2", CloseSeat{}));
        QVERIFY(!load(u"bureau:2").since);
        QVERIFY(load(u"bureau").since);
        QCOMPARE(load(u"bureau").user, u"test"_s);
    }

    void countsUnreadMessages() {
        QVERIFY(m_scene->ask(u"bureau", SendMessage{{m_one}, u"hello"_s, {}}));
        QCOMPARE(load(u"station:ST01").unread, 1);
        QCOMPARE(load(u"bureau").unread, 0);
    }

private:
    DeskLoad load(QStringView seat) const {
        const auto loads = deskLoads(m_scene->situation, m_scene->clock.now());
        const auto at = std::ranges::find(loads, must(Seat::parse(seat)), &DeskLoad::seat);
        return at == loads.end() ? DeskLoad() : *at;
    }

    const PostId m_one = code<PostId>(u"ST01");
    const PostId m_two = code<PostId>(u"ST02");
    std::unique_ptr<Scene> m_scene;
};

QTEST_GUILESS_MAIN(SectorTest)
#include "sector_test.moc"
