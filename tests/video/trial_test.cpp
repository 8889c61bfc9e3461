// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/feed_trial.h"
#include "tests/support/must.h"
#include "tests/video/camera_server.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// "Does it play, at what size and rate", against a real server.
class TrialTest : public QObject {
    Q_OBJECT

private:
    CameraServer m_open;
    CameraServer m_locked; ///< asks for a login

    static TrialResult tryOut(const QString& address, const FeedLogin& login = {},
                              const FeedTrial::Times& times = {}) {
        FeedTrial trial;
        QSignalSpy finished(&trial, &FeedTrial::finished);
        trial.start(FeedSource::read(u"main"_s, address, login).value(), times);
        return finished.wait(20'000) ? finished.constFirst().constFirst().value<TrialResult>()
                                     : TrialResult{};
    }

    static std::optional<StreamFault::Kind> faultOf(const TrialResult& result) {
        return result.fault.transform([](const StreamFault& fault) { return fault.kind; });
    }

private Q_SLOTS:
    void initTestCase() {
        if (const QString missing = CameraServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        QVERIFY(m_open.start({.size = u"320x240"_s}));
        QVERIFY(m_locked.start({.login = u"viewer:right"_s}));
    }

    void tellsSizeRateAndCodec() {
        const TrialResult result = tryOut(m_open.address());
        QVERIFY(result.plays());
        QCOMPARE(result.size, QSize(320, 240));
        QCOMPARE(result.codec, "h264"_ba);
        QVERIFY2(result.rate > 13 && result.rate < 17, qPrintable(QString::number(result.rate)));
        QVERIFY(!result.still.isNull());
    }

    void tellsWhyItDoesNotPlay() {
        QCOMPARE(faultOf(tryOut(m_open.address(9))), StreamFault::Kind::NotFound);
        QCOMPARE(faultOf(tryOut(m_locked.address(), {u"viewer"_s, u"wrong"_s, {}})),
                 StreamFault::Kind::LoginRefused);
        QVERIFY(tryOut(m_locked.address(), {u"viewer"_s, u"right"_s, {}}).plays());
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QString nobody = u"rtsp://127.0.0.1:%1/x"_s.arg(gone.serverPort());
        gone.close();
        QCOMPARE(faultOf(tryOut(nobody)), StreamFault::Kind::Unreachable);
    }

    /// Accepts, and says nothing: the trial ends all the same, at its own time.
    void endsWhereNothingComes() {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QString address = u"rtsp://127.0.0.1:%1/x"_s.arg(silent.serverPort());
        QCOMPARE(faultOf(tryOut(address, {}, {.most = 1s})), StreamFault::Kind::Silent);
    }

    void aStoppedOneTellsNothing() {
        FeedTrial trial;
        QSignalSpy finished(&trial, &FeedTrial::finished);
        QSignalSpy pictures(&trial, &FeedTrial::pictureChanged);
        trial.start(FeedSource::read(u"main"_s, m_open.address()).value(), {.measure = 100ms});
        QTRY_VERIFY(!pictures.isEmpty());
        trial.stop();
        QVERIFY(!trial.isRunning());
        QVERIFY(finished.size() <= 1); // not stopped in time is no fault
        // the same one tries another
        finished.clear();
        trial.start(FeedSource::read(u"main"_s, m_open.address(9)).value());
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QVERIFY(finished.constFirst().constFirst().value<TrialResult>().still.isNull());
    }
};

QTEST_GUILESS_MAIN(TrialTest)
#include "trial_test.moc"
