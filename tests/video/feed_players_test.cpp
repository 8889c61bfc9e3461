// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Feeds that several look at: one connection each, decoded only while somebody sees it, gone with the last.

#include "app/video/feed_players.h"
#include "tests/support/must.h"
#include "tests/video/camera_server.h"

#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;

FeedId feed(int number) {
    return must(FeedId::parse(u"cam%1"_s.arg(number)));
}

} // namespace

class FeedPlayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        const QString missing = CameraServer::missing();
        QVERIFY2(missing.isEmpty(), qPrintable(missing)); // packaging/packages.txt has what it needs
        QVERIFY(m_server.start({.feeds = 4}));
    }

    void init() {
        m_load = {};
        m_players = std::make_unique<FeedPlayers>(
            FeedPlayers::Ground{.source = [this](const FeedId& id) -> Result<Feed> {
                                    if (id.toString() == u"none")
                                        return refuse(RefusalCode::Missing, u"main"_s);
                                    return Feed::read(m_server.address(id.toString().last(1).toInt()), {});
                                },
                                .load = [this] { return std::optional(m_load); }});
    }

    void cleanup() {
        m_looks.clear();
        m_players.reset();
        QVERIFY(FeedReader::waitForEnd(5s));
    }

    void twoWhoLookShareOneConnectionAndOneDecoder() {
        FeedLook& tile = look(0);
        FeedLook& card = look(0);
        QTRY_VERIFY_WITH_TIMEOUT(tile.picture().number > 0, patience);
        QCOMPARE(card.picture().number, tile.picture().number);
        QCOMPARE(m_players->playing(), 1);
        QCOMPARE(m_players->decoding(), 1);
        QCOMPARE(FeedReader::running(), 1);
        card.setRoom({160, 90}); // the larger room counts
        QTRY_COMPARE_WITH_TIMEOUT(tile.picture().image.size(), QSize(320, 180), patience);
        tile.setSeen(false);
        QTRY_COMPARE_WITH_TIMEOUT(tile.picture().image.size(), QSize(160, 90), patience);
    }

    void whatNobodySeesIsNotDecodedAndIsThereAtOnceAgain() {
        FeedLook& tile = look(0);
        QTRY_VERIFY_WITH_TIMEOUT(tile.picture().number > 0, patience);
        tile.setSeen(false);
        QCOMPARE(m_players->decoding(), 0);
        const quint64 unseen = tile.status().unseen;
        QTRY_VERIFY_WITH_TIMEOUT(tile.status().unseen > unseen + 5, patience);
        const quint64 last = tile.picture().number;
        const quint64 tries = tile.status().tries;
        tile.setSeen(true);
        QTRY_VERIFY_WITH_TIMEOUT(tile.picture().number > last, patience);
        QCOMPARE(tile.status().tries, tries); // the connection was held
    }

    void theLastToLeaveEndsTheReaderAndTheStillIsKept() {
        QTRY_VERIFY_WITH_TIMEOUT(look(1).picture().number > 0, patience);
        const VideoTime seen = m_looks.back()->picture().at;
        m_looks.clear();
        QCOMPARE(m_players->playing(), 0);
        QVERIFY(FeedReader::waitForEnd(5s));
        const FeedLook& again = look(1);
        QVERIFY(again.picture().number > 0); // before anything can have come
        QVERIFY(again.picture().at >= seen);
        QCOMPARE(again.status().state, FeedState::Connecting);
    }

    void theBudgetDecidesAndPinsCount() {
        m_players->setMostDecoders(2);
        FeedLook& first = look(0);
        look(1);
        FeedLook& third = look(2);
        QTRY_COMPARE_WITH_TIMEOUT(m_players->decoding(), 2, patience);
        QTRY_VERIFY_WITH_TIMEOUT(first.isDecoding() && !third.isDecoding(), patience);
        QVERIFY(third.choice().crowded && !third.choice().loaded);
        QSignalSpy told(&third, &FeedLook::stateChanged);
        third.setInterest({.pinned = true});
        QTRY_VERIFY_WITH_TIMEOUT(third.isDecoding(), patience);
        QCOMPARE(third.choice().why, AttentionWhy::Pinned);
        QVERIFY(!told.isEmpty());
        QCOMPARE(m_players->decoding(), 2);
    }

    void loadTakesDecodersAway() {
        for (int i = 0; i < 4; ++i)
            look(i);
        QTRY_COMPARE_WITH_TIMEOUT(m_players->decoding(), 4, patience);
        m_load = {.machine = 1, .ours = 0.9};
        QTRY_COMPARE_WITH_TIMEOUT(m_players->decoding(), 3, patience);
        QVERIFY(m_looks.back()->choice().loaded);
    }

    void aFeedWithoutAnAddressSaysSo() {
        m_looks.push_back(m_players->look(must(FeedId::parse(u"none"))));
        QCOMPARE(must(m_looks.back()->refusal()).field, u"main"_s);
        QVERIFY(!m_looks.back()->player());
        QCOMPARE(m_looks.back()->status().state, FeedState::Off);
    }

    void looksOutliveThePlayers() {
        FeedLook& tile = look(0);
        m_players.reset();
        QCOMPARE(tile.status().state, FeedState::Off);
        QCOMPARE(tile.picture().number, quint64(0));
        tile.setRoom({10, 10});
        tile.setSeen(false);
    }

private:
    FeedLook& look(int number) {
        m_looks.push_back(m_players->look(feed(number)));
        m_looks.back()->setRoom({320, 180});
        m_looks.back()->setSeen(true);
        return *m_looks.back();
    }

    CameraServer m_server;
    DecoderBudget::Load m_load;
    std::unique_ptr<FeedPlayers> m_players;
    std::vector<std::unique_ptr<FeedLook>> m_looks;
};

QTEST_GUILESS_MAIN(FeedPlayersTest)

#include "feed_players_test.moc"
