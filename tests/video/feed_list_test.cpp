// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "app/video/feed_import.h"
#include "app/video/feed_list.h"
#include "tests/support/live_desk.h"
#include "tests/support/must.h"
#include "tests/support/mutate.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

std::expected<FeedList, QString> read(const QByteArray& text) {
    QTemporaryDir folder;
    QFile file(folder.filePath(u"feeds"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return std::unexpected(u"not written"_s);
    file.close();
    return readFeeds(file.fileName());
}

/// With ' for ", which C++ would have doubled.
QByteArray json(QByteArray text) {
    return text.replace('\'', '"');
}

/// The fault of the only row of a list in which `line` is the row.
Refusal faultOf(const QByteArray& line) {
    const auto list = read("code,name,kind,owner,main,sub,user,password\n" + line + '\n');
    return list && list->faults.size() == 1 ? list->faults.constFirst().refusal : Refusal{};
}

const QByteArray csv =
    "编号,名称,类别,归属,主码流,子码流,用户名,密码,纬度,经度\n"
    "BWC-1,一号执法仪,body_camera,C-07,rtsp://10.0.0.1/main,rtsp://10.0.0.1/sub,admin,s3cret,,\n"
    "CAR,Car 1A12,,1A12,rtsp://me:pw@10.0.0.2:554/x?channel=1&token=t0k,,,,,\n"
    "GATE,东门,place,,http://10.0.0.3/live.flv,,,,31.5,118.5\n";

} // namespace

/// Lists of feeds as a site has them.
class FeedListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsCsvAndJsonAlike() {
        const auto fromCsv = read(csv);
        const auto fromJson =
            read(json("["
                      "{'code':'BWC-1','name':'一号执法仪','kind':'body_camera','owner':'C-07','main':'rtsp:/"
                      "/10.0.0.1/main',"
                      "'sub':'rtsp://10.0.0.1/sub','user':'admin','password':'s3cret'},"
                      "{'code':'CAR','name':'Car "
                      "1A12','owner':'1A12','main':'rtsp://me:pw@10.0.0.2:554/x?channel=1&token=t0k'},"
                      "{'code':'GATE','name':'东门','kind':'place','owner':'31.5,118.5','main':'http://"
                      "10.0.0.3/live.flv'}]"));
        QVERIFY2(fromCsv && fromJson, fromCsv ? "" : qPrintable(fromCsv.error()));
        for (const FeedList& list : {*fromCsv, *fromJson}) {
            QVERIFY2(list.faults.isEmpty(), qPrintable(list.faults.value(0).refusal.field));
            QCOMPARE(list.rows.size(), 3);
            const FeedRow& body = list.rows[0];
            QCOMPARE(body.feed.id.toString(), u"BWC-1"_s);
            QCOMPARE(body.feed.name, (Name{u"一号执法仪"_s, {}}));
            QVERIFY(body.feed.owner.kind == FeedOwnerKind::BodyCamera);
            QCOMPARE(body.feed.owner.name, u"C-07"_s);
            QCOMPARE(body.feed.subAddress, u"rtsp://10.0.0.1/sub"_s);
            QVERIFY(body.logins.main == (HostLogin{u"10.0.0.1"_s, {u"admin"_s, u"s3cret"_s, {}}}));
            QVERIFY(body.logins.sub == body.logins.main);
            const FeedRow& car = list.rows[1];
            QCOMPARE(car.feed.owner.unit.toString(), u"1A12"_s);
            QCOMPARE(car.feed.mainAddress, u"rtsp://10.0.0.2:554/x?channel=1"_s);
            QCOMPARE(car.logins.main.login.password, u"pw"_s);
            QCOMPARE(car.logins.main.login.query, u"token=t0k"_s);
            QCOMPARE(must(list.rows[2].feed.owner.at), must(GeoPoint::from(31.5, 118.5)));
            QVERIFY(list.rows[2].logins.isEmpty());
        }
    }

    void namesFieldAndValue() {
        QCOMPARE(faultOf("A B,x,,1A12,rtsp://h/x,,,").field, u"code"_s);
        QCOMPARE(faultOf("A,x,drone,1A12,rtsp://h/x,,,").value, u"drone"_s);
        QCOMPARE(faultOf("A,x,,,rtsp://h/x,,,").field, u"owner"_s);
        QCOMPARE(faultOf("A,x,body_camera,,rtsp://h/x,,,").code, RefusalCode::Missing);
        QCOMPARE(faultOf("A,x,place,,rtsp://h/x,,,").field, u"lat"_s);
        QCOMPARE(faultOf("A,x,place,\"95,118\",rtsp://h/x,,,").field, u"owner"_s);
        QCOMPARE(faultOf("A,x,,1A12,,,,").field, u"main"_s);
        QCOMPARE(faultOf("A,x,,1A12,rtsp://h/x,gopher://x,,").field, u"sub"_s);
        QVERIFY(read("name,owner\nx,y\n").error().contains(u"code"_s));
        QVERIFY(read("[{").error().contains(u"JSON"_s));
        QVERIFY(readFeeds(u"/"_s).error().contains(u"folder"_s));
    }

    /// Whatever is wrong with a row, its login is not told: faults stand on screens and in logs.
    void tellsNoSecret_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("password in a wrong address") << "A,x,,1A12,nope://me:s3cret@h/x,,,"_ba;
        QTest::newRow("token") << "A,x,,1A12,gopher://h/x?token=s3cret,,,"_ba;
        QTest::newRow("no address") << "A,x,,1A12,me:s3cret@h,,,"_ba;
        QTest::newRow("a column too far") << "A,x,,1A12,rtsp://h/x,,me,s3cret\x01"_ba;
        QTest::newRow("too long") << "A,x,,1A12,rtsp://h/x,,me,s3cret" + QByteArray(500, 'x');
        QTest::newRow("long user") << "A,x,,1A12,rtsp://h/x,,s3cret" + QByteArray(200, 'x') + ",pw";
        QTest::newRow("another field is wrong") << "A,x,drone,1A12,rtsp://me:s3cret@h/x,,,s3cret"_ba;
        QTest::newRow("bytes that are no text") << "A,x,,1A12,rtsp://h/x,,me,s3cret\xff"_ba;
    }

    void tellsNoSecret() {
        QFETCH(QByteArray, line);
        const Refusal fault = faultOf(line);
        QVERIFY(!fault.field.isEmpty());
        QVERIFY2(!(fault.value + fault.detail).contains(u"s3cret"_s), qPrintable(fault.value));
    }

    void tellsNoSecretOfAMisspeltField() {
        const auto list =
            read(json("[{'code':'A','owner':'1A12','main':'rtsp://h/x','passwort':'s3cret'},"
                      "{'code':'A','owner':'1A12','main':'rtsp://h/x','password':['s3cret']}, 's3cret']"));
        QCOMPARE(list->faults.size(), 3);
        QCOMPARE(list->faults[0].refusal.field, u"passwort"_s);
        for (const FileFault& fault : std::as_const(list->faults))
            QVERIFY(!(fault.refusal.value + fault.refusal.detail).contains(u"s3cret"_s));
    }

    void survivesWhatIsNoList() {
        std::mt19937 random(7);
        for (int i = 0; i < 2'000; ++i) {
            const auto list = read(mutated(csv, random));
            if (list)
                QVERIFY(list->rows.size() + list->faults.size() <= 100);
        }
    }

    void isBounded() {
        QByteArray many = "code,owner,main\n";
        for (int i = 0; i <= mostFeedRows; ++i)
            many += "F" + QByteArray::number(i) + ",U,rtsp://h/x\n";
        QVERIFY(read(many).error().contains(QString::number(mostFeedRows)));
    }

    void comesInWithItsLoginsAndGoesInTwice() {
        QTemporaryDir folder;
        LiveDesk live;
        FeedLoginWatch logins(folder.path());
        logins.start();
        const auto import = [&](const QByteArray& text) {
            FeedImport run(live.desk(), logins, read(text).value(), actor(u"bureau"));
            QSignalSpy finished(&run, &FeedImport::finished);
            run.start();
            return finished.wait(20'000) ? finished.constFirst().constFirst().value<ImportReport>()
                                         : ImportReport{};
        };
        const ImportReport first = import(csv + "LOST,x,,9Z99,rtsp://u:p@h/x,,,,,\n");
        QCOMPARE(first.taken, 3);
        QCOMPARE(first.refused, 1);
        const FeedId car = must(FeedId::parse(u"CAR"));
        QCOMPARE(logins.of(car).main.login.password, u"pw"_s);
        QVERIFY2(logins.of(must(FeedId::parse(u"LOST"))).isEmpty(), "of what was refused nothing is kept");
        const Situation& situation = live.situation();
        QCOMPARE(situation.feeds().size(), 3);
        QCOMPARE(import(csv).known, 3);
        // a list without the login leaves it; another host does not get it
        QCOMPARE(import("code,name,owner,main\nCAR,Car 1A12,1A12,rtsp://10.0.0.9/x\n").taken, 1);
        const auto feed = Feed::read(*situation.feeds().find(car), logins.of(car));
        QVERIFY(feed->main.login.isEmpty());
    }

    void namesUnitsByCallsign() {
        Scene scene;
        scene.furnish();
        UnitDefinition boat = scene.unit(u"2A01").definition;
        boat.id = code<UnitId>(u"U-77");
        boat.callsign = code<Callsign>(u"BOAT1");
        boat.devices.clear();
        QVERIFY(scene.ask(u"bureau", DefineUnit{boat}));
        VideoFeed feed;
        feed.owner.unit = code<UnitId>(u"BOAT1");
        QCOMPARE(withUnitOf(scene.situation, feed).owner.unit, boat.id);
        feed.owner.unit = code<UnitId>(u"1A12");
        QCOMPARE(withUnitOf(scene.situation, feed).owner.unit, feed.owner.unit);
    }
};

QTEST_GUILESS_MAIN(FeedListTest)
#include "feed_list_test.moc"
