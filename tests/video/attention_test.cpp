// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which feeds are decoded when not all can be, how many, and that the choice holds still.

#include "app/video/attention.h"
#include "tests/support/must.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

FeedId feed(const QString& code) {
    return must(FeedId::parse(code));
}

VideoTime at(Milliseconds since) {
    return VideoTime(1'000'000ms + since);
}

QList<Attention::Wanted> plain(int count) {
    QList<Attention::Wanted> wanted;
    for (int i = 1; i <= count; ++i)
        wanted.append({feed(QString::number(i)), {}});
    return wanted;
}

QStringList playing(const QHash<FeedId, AttentionChoice>& choices) {
    QStringList names;
    for (const auto& [id, choice] : choices.asKeyValueRange())
        if (choice.plays)
            names << id.toString();
    names.sort();
    return names;
}

} // namespace

class AttentionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allPlayWhereThereIsRoomAndNobodyIsToldWhy() {
        Attention attention;
        const auto choices = attention.choose(plain(3), 4, false, at(0ms));
        QCOMPARE(playing(choices), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        for (const AttentionChoice& choice : choices)
            QVERIFY(!choice.crowded && !choice.loaded && choice.why == AttentionWhy::Rest);
    }

    void noMoreThanTheBudgetPlay() {
        Attention attention;
        const auto choices = attention.choose(plain(16), 9, false, at(0ms));
        QCOMPARE(playing(choices).size(), 9);
        QCOMPARE(choices.size(), 16);
        QVERIFY(choices.value(feed(u"16"_s)).crowded);
    }

    void theRankIsEmergencyPinLevelHandNewsRest() {
        QList<Attention::Wanted> wanted = plain(8); // the least comes first on the screen
        wanted[1].interest.newsAt = at(-1s);
        wanted[2].interest.selected = true;
        wanted[3].interest.level = Level::NonPolice;
        wanted[4].interest.level = Level::Urgent;
        wanted[5].interest.level = Level::Critical;
        wanted[6].interest.pinned = true;
        wanted[7].interest.emergency = true;
        for (int budget = 1; budget <= 8; ++budget) {
            Attention attention;
            const auto choices = attention.choose(wanted, budget, false, at(0ms));
            for (int i = 0; i < 8; ++i)
                QCOMPARE(choices.value(wanted[i].feed).plays, i >= 8 - budget);
        }
        const auto choices = Attention().choose(wanted, 1, true, at(0ms));
        const AttentionWhy whys[] = {AttentionWhy::Rest,     AttentionWhy::News,     AttentionWhy::Selected,
                                     AttentionWhy::Incident, AttentionWhy::Incident, AttentionWhy::Incident,
                                     AttentionWhy::Pinned,   AttentionWhy::Emergency};
        for (int i = 0; i < 8; ++i)
            QCOMPARE(choices.value(wanted[i].feed).why, whys[i]);
        QCOMPARE(must(choices.value(wanted[5].feed).level), Level::Critical);
        QVERIFY(choices.value(wanted[0].feed).loaded);
    }

    void whatPlaysGoesOnAmongEquals() {
        Attention attention;
        QList<Attention::Wanted> wanted = plain(4);
        QCOMPARE(playing(attention.choose(wanted, 2, false, at(0ms))), (QStringList{u"1"_s, u"2"_s}));
        std::ranges::reverse(wanted); // another order on the screen changes nothing
        QCOMPARE(playing(attention.choose(wanted, 2, false, at(1min))), (QStringList{u"1"_s, u"2"_s}));
    }

    void aTurnLastsButYieldsToEmergencyAndPin() {
        Attention attention;
        QList<Attention::Wanted> wanted = plain(3);
        QCOMPARE(playing(attention.choose(wanted, 1, false, at(0ms))), QStringList{u"1"_s});
        wanted[1].interest.level = Level::Critical;
        QCOMPARE(playing(attention.choose(wanted, 1, false, at(1s))), QStringList{u"1"_s});
        QCOMPARE(must(attention.untilChange(wanted, at(1s))), 4s);
        QCOMPARE(playing(attention.choose(wanted, 1, false, at(5s))), QStringList{u"2"_s});
        wanted[2].interest.pinned = true;
        QCOMPARE(playing(attention.choose(wanted, 1, false, at(6s))), QStringList{u"3"_s});
        wanted[0].interest.emergency = true;
        QCOMPARE(playing(attention.choose(wanted, 1, false, at(7s))), QStringList{u"1"_s});
    }

    void twoThatTakeTurnsInTheNewsDoNotFlap() {
        Attention attention;
        QList<Attention::Wanted> wanted = plain(2);
        int turns = 0;
        QString before;
        for (int tenth = 0; tenth < 600; ++tenth) { // a minute in which the news go back and forth
            const auto now = at(100ms * tenth);
            wanted[tenth % 2].interest.newsAt = now;
            wanted[(tenth + 1) % 2].interest.newsAt.reset();
            const QString plays = playing(attention.choose(wanted, 1, false, now)).constFirst();
            turns += plays != before ? 1 : 0;
            before = plays;
        }
        QVERIFY2(turns <= 13, qPrintable(QString::number(turns)));
    }

    void newsGrowOld() {
        Attention attention;
        QList<Attention::Wanted> wanted = plain(1);
        wanted[0].interest.newsAt = at(0ms);
        QCOMPARE(attention.choose(wanted, 1, false, at(29s)).value(feed(u"1"_s)).why, AttentionWhy::News);
        QCOMPARE(must(attention.untilChange(wanted, at(29s))), 1s); // of the news
        QCOMPARE(must(attention.untilChange(wanted, at(31s))), 3s); // of the turn
        QCOMPARE(attention.choose(wanted, 1, false, at(30s)).value(feed(u"1"_s)).why, AttentionWhy::Rest);
    }

    void twoWhoLookKnowTogether() {
        const FeedInterest one{.level = Level::Routine, .newsAt = at(2s)};
        const FeedInterest other{
            .pinned = true, .level = Level::Critical, .selected = true, .newsAt = at(1s)};
        const FeedInterest both = one.joined(other);
        QVERIFY(both.pinned && both.selected && !both.emergency);
        QCOMPARE(must(both.level), Level::Critical);
        QCOMPARE(must(both.newsAt), at(2s));
        QVERIFY(both == other.joined(one));
    }

    void loadOfOursTakesDecodersAwayOneByOne() {
        DecoderBudget budget;
        budget.setMost(16);
        const DecoderBudget::Load busy{.machine = 0.97, .ours = 0.8};
        budget.measured(busy, 9, at(0ms));
        QCOMPARE(budget.allowed(), 8); // of the nine that play, not of the sixteen that may
        QVERIFY(budget.isShort());
        budget.measured(busy, 9, at(1s));
        QCOMPARE(budget.allowed(), 8);
        budget.measured(busy, 9, at(2s));
        QCOMPARE(budget.allowed(), 7);
        for (int i = 2; i < 40; ++i)
            budget.measured(busy, 9, at(2s * i));
        QCOMPARE(budget.allowed(), 1); // one always plays
    }

    void whatOthersComputeTakesNothingAway() {
        DecoderBudget budget;
        budget.measured({.machine = 1.0, .ours = 0.1}, 16, at(0ms));
        QCOMPARE(budget.allowed(), 16);
    }

    void decodersComeBackSlowlyOnceThereIsRoom() {
        DecoderBudget budget;
        budget.setMost(4);
        budget.measured({.machine = 0.99, .ours = 0.9}, 4, at(0ms));
        QCOMPARE(budget.allowed(), 3);
        const DecoderBudget::Load calm{.machine = 0.4, .ours = 0.3};
        const DecoderBudget::Load between{.machine = 0.8, .ours = 0.5};
        budget.measured(calm, 4, at(2s));
        budget.measured(calm, 4, at(7s));
        QCOMPARE(budget.allowed(), 3);
        budget.measured(between, 4, at(7500ms)); // begins the waiting anew
        budget.measured(calm, 4, at(8s));
        budget.measured(calm, 4, at(13s));
        QCOMPARE(budget.allowed(), 3);
        budget.measured(calm, 4, at(14s));
        QCOMPARE(budget.allowed(), 4);
        QVERIFY(!budget.isShort());
        budget.measured(calm, 4, at(60s));
        QCOMPARE(budget.allowed(), 4);
    }
};

QTEST_APPLESS_MAIN(AttentionTest)

#include "attention_test.moc"
