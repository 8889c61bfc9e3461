// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/posts.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tridesk::maps;

namespace {

const QGeoRectangle Bounds(QGeoCoordinate(32.2, 116.1), QGeoCoordinate(32.1, 116.3));

PostArea station(double lat, double lon, const QString& ref = {}) {
    return {.ref = ref, .nameZh = {}, .nameEn = {}, .station = QGeoCoordinate(lat, lon), .area = {}};
}

} // namespace

class PostsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noStationGetsOneInTheCentre();
    void nearestStationAnswers();
    void drawnAreasWin();
    void refsAreMadeUnique();
    void twinsAreOneStation();
    void camerasGetRefs();
};

void PostsTest::noStationGetsOneInTheCentre() {
    const QList<PostArea> posts = makePosts({}, {}, Bounds, Bounds.center());
    QCOMPARE(posts.size(), 1);
    QCOMPARE(posts[0].ref, u"ST01"_s);
    QCOMPARE(posts[0].station, Bounds.center());
    QVERIFY(posts[0].area.contains(QGeoCoordinate(32.19, 116.11)));
}

void PostsTest::nearestStationAnswers() {
    const QList<PostArea> posts =
        makePosts({station(32.12, 116.14), station(32.18, 116.16), station(32.15, 116.27)}, {}, Bounds,
                  Bounds.center());
    QCOMPARE(posts.size(), 3);
    int at = 0;
    for (double lat = 32.103; lat < 32.2; lat += 0.0131)
        for (double lon = 116.103; lon < 116.3; lon += 0.0173, ++at) {
            const QGeoCoordinate point(lat, lon);
            const auto nearest = std::ranges::min_element(
                posts, {}, [&](const PostArea& p) { return p.station.distanceTo(point); });
            QVERIFY(nearest->area.contains(point));
            QCOMPARE(std::ranges::count_if(posts, [&](const PostArea& p) { return p.area.contains(point); }),
                     1);
        }
    QVERIFY(at > 50);
}

void PostsTest::drawnAreasWin() {
    PostArea area{.ref = u"ST07"_s,
                  .nameZh = u"画"_s,
                  .nameEn = {},
                  .station = {},
                  .area = QGeoPolygon({{32.11, 116.11}, {32.11, 116.15}, {32.15, 116.15}, {32.15, 116.11}})};
    PostArea named = station(32.12, 116.12, u"ST07"_s);
    named.nameZh = u"云湖派出所"_s;
    const QList<PostArea> posts = makePosts({station(32.19, 116.29), named}, {area}, Bounds, Bounds.center());
    QCOMPARE(posts.size(), 1);
    QCOMPARE(posts[0].ref, u"ST07"_s);
    QCOMPARE(posts[0].nameZh, u"云湖派出所"_s);
    QCOMPARE(posts[0].station, named.station);
    const QList<PostArea> alone = makePosts({}, {area}, Bounds, Bounds.center());
    QVERIFY(alone[0].area.contains(alone[0].station));
}

void PostsTest::refsAreMadeUnique() {
    const QList<PostArea> posts =
        makePosts({station(32.12, 116.14, u"ST01"_s), station(32.18, 116.16, u"ST01"_s),
                   station(32.15, 116.27, u"no code; at all"_s), station(32.15, 116.2)},
                  {}, Bounds, Bounds.center());
    QStringList refs;
    for (const PostArea& post : posts)
        refs.append(post.ref);
    QCOMPARE(refs, (QStringList{u"ST01"_s, u"ST02"_s, u"ST03"_s, u"ST04"_s}));
}

void PostsTest::twinsAreOneStation() {
    const QList<PostArea> posts =
        makePosts({station(32.12, 116.14), station(32.1200001, 116.14)}, {}, Bounds, Bounds.center());
    QCOMPARE(posts.size(), 1);
}

void PostsTest::camerasGetRefs() {
    const QList<FixedCamera> cameras =
        makeCameras({{.ref = {}, .name = {}, .at = {32.1, 116.1}},
                     {.ref = u"CAM0001"_s, .name = u"门"_s, .at = {32.1, 116.1}}});
    QCOMPARE(cameras[0].ref, u"CAM0002"_s);
    QCOMPARE(cameras[0].name, u"CAM0002"_s);
    QCOMPARE(cameras[1].ref, u"CAM0001"_s);
}

QTEST_GUILESS_MAIN(PostsTest)
#include "posts_test.moc"
