// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cameras of the demo shift: a real server in a process of its own, watched with the desk's own player.
#include "app/programs/sim/camera_house.h"
#include "app/programs/sim/camera_list.h"
#include "app/video/feed_list.h"
#include "app/video/player.h"
#include "tests/support/must.h"
#include "tests/video/camera_server.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace tridesk;
using namespace tridesk::sim;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

const QList<CameraView> views{{u"bwc-1a12"_s, u"1A12"_s, false}, {u"cam0001"_s, u"CAM0001"_s, true}};

UnitDefinition unitOf(const QString& callsign) {
    UnitDefinition unit;
    unit.id = must(UnitId::parse(callsign));
    unit.callsign = must(Callsign::parse(callsign));
    unit.post = must(PostId::parse(u"ST01"));
    return unit;
}

bool isAlive(qint64 pid) {
    return ::kill(pid_t(pid), 0) == 0;
}

} // namespace

class CamerasTest : public QObject {
    Q_OBJECT

private:
    static FeedSource sourceOf(const CameraHouse& house, const CameraView& view, const QString& password) {
        return FeedSource::read(u"main"_s, house.address(view), FeedLogin{CameraHouse::user(), password, {}})
            .value();
    }

private Q_SLOTS:
    void initTestCase() {
        if (const QString missing = CameraServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
    }

    void servesMovingPicturesAndComesBack() {
        CameraHouse house(views);
        QSignalSpy listening(&house, &CameraHouse::listening);
        QSignalSpy trouble(&house, &CameraHouse::trouble);
        house.start();
        QTRY_COMPARE_WITH_TIMEOUT(listening.size(), 1, patience);
        const quint16 port = house.port();
        QVERIFY(port > 1023);
        Player body, fixed, stranger;
        body.play(sourceOf(house, views[0], house.password()));
        fixed.play(sourceOf(house, views[1], house.password()));
        stranger.play(sourceOf(house, views[0], u"wrong"_s));
        QTRY_VERIFY_WITH_TIMEOUT(body.status().state == FeedState::Live && body.picture().number > 20,
                                 patience);
        QTRY_VERIFY_WITH_TIMEOUT(fixed.status().state == FeedState::Live && fixed.picture().number > 20,
                                 patience);
        QCOMPARE(body.status().native, QSize(640, 360));
        QVERIFY2(body.status().rate > 12, qPrintable(QString::number(body.status().rate)));
        QTRY_VERIFY_WITH_TIMEOUT(stranger.status().fault.has_value(), patience);
        QVERIFY(must(stranger.status().fault).kind == StreamFault::Kind::LoginRefused);
        // the caption: light letters on a dark band, in the corner
        const QImage picture = body.picture().image.convertToFormat(QImage::Format_Grayscale8);
        const auto grey = [&](int x, int y) { return qGray(picture.pixel(x, y)); };
        QVERIFY(grey(12, 12) < 60);
        int light = 0;
        for (int x = 10; x < 200; ++x)
            light += grey(x, 26) > 160 ? 1 : 0;
        QVERIFY2(light > 20, qPrintable(QString::number(light)));

        const qint64 first = house.processId();
        ::kill(pid_t(first), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(listening.size(), 2, patience);
        QCOMPARE(house.port(), port); // whoever watches need not be told
        QVERIFY(house.processId() != first);
        QCOMPARE(trouble.size(), 1);
        const quint64 before = body.picture().number;
        QTRY_VERIFY_WITH_TIMEOUT(body.status().state == FeedState::Live && body.picture().number != before,
                                 patience);
    }

    void endsWithItsOwner() {
        qint64 process = 0;
        {
            CameraHouse house(views);
            QSignalSpy listening(&house, &CameraHouse::listening);
            house.start();
            QTRY_COMPARE_WITH_TIMEOUT(listening.size(), 1, patience);
            process = house.processId();
            QVERIFY(isAlive(process));
        }
        QVERIFY(!isAlive(process));
    }

    void isAListThatTheDeskTakes() {
        QTemporaryDir folder;
        const QList<UnitDefinition> units{unitOf(u"1A12"_s), unitOf(u"1M11"_s)};
        const QList<maps::FixedCamera> fixed{
            {u"CAM0001"_s, u"东门, 北侧"_s, QGeoCoordinate(31.5, 118.5), 90}};
        const CameraHouse house(viewsOf(units, fixed));
        const QString path = folder.filePath(u"feeds.csv"_s);
        QVERIFY(writeFeeds(path, house, units, fixed));
        QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
        const auto list = readFeeds(path);
        QVERIFY(list && list->faults.size() == 3); // port 0: nobody listens yet
        QCOMPARE(list->faults.constFirst().refusal.field, u"main"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll().replace("127.0.0.1:0", "127.0.0.1:8554");
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size());
        file.close();
        const auto good = readFeeds(path);
        QVERIFY(good && good->faults.isEmpty());
        QCOMPARE(good->rows.size(), 3);
        QVERIFY(good->rows[0].feed.owner.kind == FeedOwnerKind::BodyCamera);
        QCOMPARE(good->rows[0].feed.owner.name, bodyCameraOf(units[0]));
        QVERIFY(good->rows[2].feed.owner.kind == FeedOwnerKind::Camera);
        QCOMPARE(good->rows[2].feed.name.zh, u"东门, 北侧"_s);
        QCOMPARE(good->rows[2].logins.main.login.password, house.password());
    }
};

QTEST_GUILESS_MAIN(CamerasTest)
#include "cameras_test.moc"
