// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/every_fact.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

/// Calls `check` with each part of two sets of changes, and its name.
void eachPart(const Changes& a, const Changes& b, const auto& check) {
    check(u"incidents"_s, a.incidents, b.incidents);
    check(u"units"_s, a.units, b.units);
    check(u"posts"_s, a.posts, b.posts);
    check(u"orders"_s, a.orders, b.orders);
    check(u"messages"_s, a.messages, b.messages);
    check(u"plots"_s, a.plots, b.plots);
    check(u"places"_s, a.places, b.places);
    check(u"cameras"_s, a.cameras, b.cameras);
    check(u"handovers"_s, a.handovers, b.handovers);
    check(u"feeds"_s, a.feeds, b.feeds);
    check(u"views"_s, a.views, b.views);
    check(u"footage"_s, a.footage, b.footage);
    check(u"premises"_s, a.premises, b.premises);
    check(u"bookmarks"_s, a.bookmarks, b.bookmarks);
    check(u"seats"_s, a.seats, b.seats);
    check(u"sectors"_s, a.sectors, b.sectors);
    check(u"alarms"_s, a.alarms, b.alarms);
}

} // namespace

/// What a fold says that it changed, and what a comparison of two situations finds.
class ChangesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aComparisonFindsWhatEachFoldTells() {
        Scene scene;
        scene.furnish();
        Situation situation = scene.situation;
        Changes told;
        Changes found;
        qint64 seq = situation.seq();
        for (const Fact& fact : everyKind()) {
            const Situation before = situation;
            const Entry entry{++seq, scene.clock.now(), encoded(fact), {}, {}};
            const Changes now = situation.fold(entry, fact);
            const Changes differing = changesBetween(before, situation);
            const Changes back = changesBetween(situation, before);
            eachPart(differing, now, [&](const QString& part, const auto& a, const auto& b) {
                QVERIFY2(b.contains(a), qPrintable(kindOf(fact) + u" says nothing of "_s + part));
            });
            eachPart(differing, back, [&](const QString& part, const auto& a, const auto& b) {
                QVERIFY2(a == b, qPrintable(kindOf(fact) + u": another way round, other "_s + part));
            });
            told.add(now);
            found.add(differing);
        }
        eachPart(told, found, [](const QString& part, const auto& a, const auto& b) {
            QVERIFY2(a.isEmpty() == b.isEmpty(), qPrintable(u"never found: "_s + part));
        });
        QCOMPARE(found.catalogue, told.catalogue);
        QCOMPARE(found.policy, told.policy);
        QCOMPARE(found.videoPolicy, told.videoPolicy);
    }

    void whatIsTheSameDiffersInNothing() {
        Scene scene;
        scene.furnish();
        scene.report();
        QVERIFY(changesBetween(scene.situation, scene.situation).isEmpty());
        const Situation copy = scene.situation;
        QVERIFY(changesBetween(copy, scene.situation).isEmpty());
        scene.report();
        QCOMPARE(changesBetween(copy, scene.situation).incidents.size(), 1);
    }
};

QTEST_APPLESS_MAIN(ChangesTest)
#include "changes_test.moc"
