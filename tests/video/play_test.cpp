// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Feeds played from a real RTSP server: true pictures, what is shown of a lost or stuck one, and that it
// comes back.
#include "app/video/player.h"
#include "tests/video/camera_server.h"

#include <QDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;

/// A player, and every state that it has told of.
struct Watched {
    Player player;
    FeedState last = FeedState::Off;
    std::vector<FeedState> states;
    std::vector<Milliseconds> ages; ///< of the picture when each was told

    Watched() {
        QObject::connect(&player, &Player::stateChanged, &player, [this] {
            const FeedStatus status = player.status();
            if (last == status.state) // the fault is another, the state is not
                return;
            last = status.state;
            states.push_back(status.state);
            ages.push_back(status.age.value_or(Milliseconds(-1)));
        });
    }
    void play(const QString& address, const FeedLogin& login = {}) {
        player.play(FeedSource::read(u"main"_s, address, login).value());
    }
    [[nodiscard]] FeedState state() const { return player.status().state; }
    [[nodiscard]] std::optional<Pattern> pattern() const { return readPattern(player.picture().image); }
    /// A true picture of that feed, painted later than the count says.
    [[nodiscard]] bool shows(int feed, int after = 0) const {
        const auto seen = pattern();
        return seen && seen->feed == feed && seen->count > after;
    }
    [[nodiscard]] int count() const { return pattern().value_or(Pattern()).count; }
};

qsizetype entriesOf(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

} // namespace

class PlayTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CameraServer> m_server;

    void serve(const CameraServer::Options& options) { QVERIFY(m_server->start(options)); }

private Q_SLOTS:
    void initTestCase() {
        const QString missing = CameraServer::missing();
        QVERIFY2(missing.isEmpty(), qPrintable(missing)); // packaging/packages.txt has what it needs
    }
    void init() { m_server = std::make_unique<CameraServer>(); }
    void cleanup() {
        m_server.reset();
        QVERIFY(FeedReader::waitForEnd(2s)); // every stop is bounded
    }

    void playsOne() {
        serve({});
        Watched watched;
        watched.play(m_server->address());
        QCOMPARE(watched.state(), FeedState::Connecting);
        QTRY_VERIFY_WITH_TIMEOUT(watched.shows(0), patience);
        QCOMPARE(watched.state(), FeedState::Live);
        QTRY_COMPARE(watched.states, (std::vector{FeedState::Connecting, FeedState::Live}));
        const int first = watched.count();
        QTRY_VERIFY_WITH_TIMEOUT(watched.shows(0, first + 30), patience);
        const FeedStatus status = watched.player.status();
        QCOMPARE(status.native, QSize(640, 360));
        QCOMPARE(status.codec, "h264");
        QVERIFY2(status.rate > 12 && status.rate < 18, QByteArray::number(status.rate).constData());
        QCOMPARE(status.tries, 1);
        QVERIFY(!status.fault.has_value());
        watched.player.stop();
        QCOMPARE(watched.state(), FeedState::Off);
        QVERIFY(watched.pattern().has_value()); // the last still
    }

    void playsFourAtOnce() {
        serve({.feeds = 4});
        std::vector<std::unique_ptr<Watched>> all;
        for (int feed = 0; feed < 4; ++feed) {
            all.push_back(std::make_unique<Watched>());
            all.back()->play(m_server->address(feed));
        }
        for (int feed = 0; feed < 4; ++feed)
            QTRY_VERIFY_WITH_TIMEOUT(all.at(std::size_t(feed))->shows(feed, 20), patience);
    }

    void makesPicturesAsLargeAsTheyAreShown() {
        serve({});
        Watched watched;
        watched.player.setShownSize({400, 180});
        watched.play(m_server->address());
        QTRY_VERIFY_WITH_TIMEOUT(watched.shows(0), patience);
        QCOMPARE(watched.player.picture().image.size(), QSize(320, 180));
        QCOMPARE(watched.player.picture().native, QSize(640, 360));
        watched.player.setShownSize({1920, 1080}); // never larger than it comes
        QTRY_COMPARE_WITH_TIMEOUT(watched.player.picture().image.size(), QSize(640, 360), patience);
    }

    void decodesNothingWhileNobodyLooks() {
        serve({});
        Watched watched;
        watched.play(m_server->address());
        QTRY_VERIFY_WITH_TIMEOUT(watched.shows(0, 3), patience);
        const int countBefore = watched.count();
        const quint64 numberBefore = watched.player.picture().number;
        watched.player.setDecoding(false);
        QTRY_VERIFY_WITH_TIMEOUT(watched.player.status().unseen > 0, patience);
        const quint64 decoded = watched.player.status().pictures;
        QTRY_VERIFY_WITH_TIMEOUT(watched.player.status().unseen > 40, patience);
        QCOMPARE(watched.player.status().pictures, decoded);
        QCOMPARE(watched.state(), FeedState::Live);

        const quint64 lastSeen = watched.player.picture().number;
        watched.player.setDecoding(true);
        QTRY_VERIFY_WITH_TIMEOUT(watched.player.picture().number > lastSeen, patience);
        // Every picture that was sent was either shown or unseen: none was passed over to wait for one that
        // stands by itself.
        QVERIFY(watched.pattern().has_value());
        const quint64 shown = watched.player.picture().number - numberBefore;
        QCOMPARE(quint64(watched.count() - countBefore), shown + watched.player.status().unseen);
    }

    void tellsAStuckPictureFromALiveOne() {
        serve({.feeds = 2});
        Watched stuck;
        Watched live;
        stuck.play(m_server->address(0));
        live.play(m_server->address(1));
        QTRY_VERIFY_WITH_TIMEOUT(stuck.shows(0) && live.shows(1), patience);
        QVERIFY(m_server->tell(u"freeze 0"_s));
        QTRY_COMPARE_WITH_TIMEOUT(stuck.state(), FeedState::Frozen, patience);
        const FeedStatus status = stuck.player.status();
        QCOMPARE(status.still, FeedStill::SamePicture);
        QVERIFY(status.rate > 10); // and all the while pictures came
        QCOMPARE(status.tries, 1);
        QCOMPARE(live.state(), FeedState::Live);
        QVERIFY(m_server->tell(u"thaw 0"_s));
        QTRY_COMPARE_WITH_TIMEOUT(stuck.state(), FeedState::Live, patience);
        QTRY_COMPARE(stuck.states, (std::vector{FeedState::Connecting, FeedState::Live, FeedState::Frozen,
                                                FeedState::Live}));
    }

    void aSenderThatFallsSilentComesBack() {
        serve({});
        Watched watched;
        watched.play(m_server->address());
        QTRY_VERIFY_WITH_TIMEOUT(watched.shows(0), patience);
        QVERIFY(m_server->tell(u"stall 0"_s));
        QTRY_COMPARE_WITH_TIMEOUT(watched.state(), FeedState::Frozen, patience);
        // the reader gives up on it and tries again; nothing old is taken for a new picture meanwhile
        QTRY_VERIFY_WITH_TIMEOUT(watched.player.status().tries >= 2, patience);
        QCOMPARE(watched.state(), FeedState::Frozen);
        const int last = watched.count();
        QVERIFY(m_server->tell(u"flow 0"_s));
        QTRY_COMPARE_WITH_TIMEOUT(watched.state(), FeedState::Live, patience);
        QTRY_VERIFY_WITH_TIMEOUT(watched.shows(0, last), patience);
        QTRY_COMPARE(watched.states, (std::vector{FeedState::Connecting, FeedState::Live, FeedState::Late,
                                                  FeedState::Frozen, FeedState::Live}));
    }

    void aServerThatIsKilledAndReturnsIsLiveAgain() {
        serve({});
        Watched watched;
        watched.play(m_server->address());
        QTRY_VERIFY_WITH_TIMEOUT(watched.shows(0), patience);
        for (int round = 0; round < 2; ++round) {
            watched.states.clear();
            watched.ages.clear();
            m_server->kill();
            QTRY_COMPARE_WITH_TIMEOUT(watched.state(), FeedState::Frozen, patience);
            QVERIFY(watched.player.status().fault.has_value());
            QVERIFY(m_server->startAgain());
            QTRY_COMPARE_WITH_TIMEOUT(watched.state(), FeedState::Live, patience); // the figures say how soon
            QTRY_VERIFY(watched.shows(0));
            QTRY_COMPARE(watched.states, (std::vector{FeedState::Late, FeedState::Frozen, FeedState::Live}));
            QVERIFY(watched.ages.at(0) >= 2000ms && watched.ages.at(0) < 5000ms);
            QVERIFY(watched.ages.at(1) >= 5000ms);
            QVERIFY(!watched.player.status().fault.has_value());
        }
    }

    void followsAnotherSizeInMidStream() {
        serve({});
        Watched watched;
        watched.play(m_server->address());
        QTRY_VERIFY_WITH_TIMEOUT(watched.shows(0), patience);
        for (const QSize size : {QSize(320, 180), QSize(1280, 720)}) {
            QVERIFY(m_server->tell(u"size 0 %1x%2"_s.arg(size.width()).arg(size.height())));
            QTRY_COMPARE_WITH_TIMEOUT(watched.player.picture().image.size(), size, patience);
            QVERIFY(watched.shows(0));
            QCOMPARE(watched.player.picture().native, size);
        }
        QCOMPARE(watched.player.status().tries, 1);
    }

    void followsAnotherCoding() {
        serve({});
        Watched watched;
        watched.play(m_server->address());
        QTRY_VERIFY_WITH_TIMEOUT(watched.shows(0), patience);
        QVERIFY(m_server->tell(u"codec 0 jpeg"_s));
        QTRY_COMPARE_WITH_TIMEOUT(watched.player.status().codec, "mjpeg", patience);
        QTRY_VERIFY_WITH_TIMEOUT(watched.shows(0), patience);
    }

    void showsItsLogin() {
        const FeedLogin login{u"watcher"_s, u"p@ss w/o:r?d"_s, {}};
        serve({.login = login.user + u':' + login.password});
        Watched watched;
        watched.play(m_server->address(), login);
        QTRY_VERIFY_WITH_TIMEOUT(watched.shows(0), patience);
        QCOMPARE(watched.player.status().tries, 1);
    }

    void playsOverUdpWhereTheServerWantsIt() {
        serve({.udp = true});
        Watched watched;
        watched.play(m_server->address());
        QTRY_VERIFY_WITH_TIMEOUT(watched.shows(0, 20), patience);
        QCOMPARE(watched.player.status().tries, 1);
    }

    void playsOverSrt() {
        serve({.srt = true});
        Watched watched;
        watched.play(m_server->srtAddress());
        QTRY_VERIFY_WITH_TIMEOUT(watched.shows(0, 20), patience);
        QCOMPARE(watched.player.status().codec, "h264");
    }

    void twentyStartsLeaveNothingBehind() {
        serve({.feeds = 2});
        const auto round = [this] {
            Watched one;
            Watched other;
            one.play(m_server->address(0));
            other.play(m_server->address(1));
            QTRY_VERIFY_WITH_TIMEOUT(one.shows(0) && other.shows(1), patience);
            one.play(m_server->address(0)); // replaced while it plays
        };
        round(); // libraries are loaded, whatever they keep they keep now
        QVERIFY(FeedReader::waitForEnd(2s));
        const qsizetype files = entriesOf(u"/proc/self/fd"_s);
        const qsizetype threads = entriesOf(u"/proc/self/task"_s);
        for (int i = 0; i < 20; ++i)
            round();
        QVERIFY(FeedReader::waitForEnd(2s));
        QTRY_VERIFY(entriesOf(u"/proc/self/task"_s) <= threads); // the last of either may still be leaving
        QVERIFY(entriesOf(u"/proc/self/fd"_s) <= files);
    }
};

QTEST_GUILESS_MAIN(PlayTest)
#include "play_test.moc"
