// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/raster_map.h"
#include "maps/raster/server_provider.h"
#include "maps/raster/source_trial.h"
#include "tests/maps/raster/made_pictures.h"
#include "tests/maps/raster/tile_server.h"
#include "tests/maps/raster/wmts_document.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unordered_set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tridesk;
using Code = maps::SourceTrouble::Code;
using Kind = maps::TileAnswer::Kind;
using maps::TileId;
using maps::TileSource;
using test::TileReply;
using test::TileRequest;

namespace {

/// /map/Z/X/Y.png
TileId idOf(const QString& target) {
    const QStringList parts = target.split(u'/');
    return {parts.value(2).toInt(), parts.value(3).toInt(), parts.value(4).section(u'.', 0, 0).toInt()};
}

TileReply pictureOf(const TileRequest& request) {
    return {.body = test::encoded(test::plainTile(idOf(request.target)))};
}

} // namespace

// What comes of a map server, good or bad: the provider on the test's own thread, before a stand-in.
class ServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsWhatItGot();
    void asksFewAtOnceAndNothingTwice();
    void forgetsWhatIsNoLongerWanted();
    void takesAbsenceForAnAnswer();
    void asksWhetherItStillHolds();
    void keepsNothingThatMustNotBeKept();
    void showsTheOldWhileTheServerIsAway();
    void recoversFromErrors();
    void aSilentServerHoldsNothingUp();
    void oneBadTileLeavesTheOthers();
    void refusesWhatIsTooLarge_data();
    void refusesWhatIsTooLarge();
    void saysWhatIsNoPicture();
    void followsNoCircles();
    void worksWithoutAStore();
    void readsADescription();
    void goesByTheKeptDescription();
    void saysWhichLayersThereAre();
    void triesOnePicture();
    void triesInTheSourcesDatum();
    void drawsOnItsOwnThread();

private:
    void open(const maps::ServerOptions& options = {});
    [[nodiscard]] maps::ServerOptions quick() const {
        return {.storePath = m_folder->filePath(u"store.sqlite"_s),
                .limits = {.timeout = 400ms, .firstPause = 60ms, .longestPause = 200ms}};
    }
    [[nodiscard]] Kind lastKind() const {
        return m_answered->isEmpty() ? Kind::Failed : m_answered->last()[1].value<maps::TileAnswer>().kind;
    }
    [[nodiscard]] std::unordered_set<TileId> answeredTiles() const {
        std::unordered_set<TileId> tiles;
        for (const QList<QVariant>& answer : *m_answered)
            tiles.insert(answer[0].value<TileId>());
        return tiles;
    }
    [[nodiscard]] Code lastTrouble() const {
        return m_troubled->isEmpty() ? Code::None : m_troubled->last()[0].value<maps::SourceTrouble>().code;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::TileServer> m_server;
    TileSource m_source;
    std::unique_ptr<maps::ServerProvider> m_provider;
    std::unique_ptr<QSignalSpy> m_answered;
    std::unique_ptr<QSignalSpy> m_troubled;
    std::unique_ptr<QSignalSpy> m_opened;
};

void ServerTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<test::TileServer>();
    m_server->answer = pictureOf;
    m_source = {.kind = TileSource::Kind::Xyz, .address = m_server->address(u"/map/{z}/{x}/{y}.png"_s)};
}

void ServerTest::cleanup() {
    m_answered.reset();
    m_troubled.reset();
    m_opened.reset();
    m_provider.reset();
    m_server.reset();
}

void ServerTest::open(const maps::ServerOptions& options) {
    m_provider =
        std::make_unique<maps::ServerProvider>(m_source, options.storePath.isNull() ? quick() : options);
    m_answered = std::make_unique<QSignalSpy>(m_provider.get(), &maps::PictureProvider::answered);
    m_troubled = std::make_unique<QSignalSpy>(m_provider.get(), &maps::PictureProvider::troubled);
    m_opened = std::make_unique<QSignalSpy>(m_provider.get(), &maps::PictureProvider::opened);
    // as the piece maker does
    connect(m_provider.get(), &maps::PictureProvider::retryDue, m_provider.get(),
            [this] { m_provider->want({{5, 1, 1}}); });
    m_provider->open();
}

void ServerTest::keepsWhatItGot() {
    open();
    QCOMPARE(m_opened->size(), 1);
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastKind(), Kind::Picture);
    const auto answer = m_answered->last()[1].value<maps::TileAnswer>();
    QCOMPARE(answer.picture.pixel(9, 9), test::colourOf({5, 3, 4}));
    QCOMPARE(answer.bytes, test::encoded(test::plainTile({5, 3, 4})).size());
    QVERIFY(m_server->asked[0].headers["user-agent"].startsWith("Tridesk/"));
    QVERIFY(!m_server->asked[0].headers.contains("cookie"));
    open(); // another day; the server is not asked again
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastKind(), Kind::Picture);
    QCOMPARE(m_server->asked.size(), 1);
}

void ServerTest::asksFewAtOnceAndNothingTwice() {
    m_server->isHolding = true;
    open({.storePath =
              m_folder->filePath(u"store.sqlite"_s)}); // and patient: it is held for as long as it takes
    std::vector<TileId> ids;
    ids.reserve(12);
    for (int x = 0; x < 12; ++x)
        ids.push_back({5, x, 4});
    m_provider->want(ids);
    QTRY_COMPARE(m_server->held(), 4);
    m_provider->want(ids); // the view has moved a little: the same tiles
    QSignalSpy passed(m_provider.get(), &QObject::objectNameChanged);
    QMetaObject::invokeMethod(
        m_provider.get(), [this] { m_provider->setObjectName(u"later"_s); }, Qt::QueuedConnection);
    QVERIFY(passed.wait(20'000));
    QCOMPARE(m_server->asked.size(), 4);
    m_server->release();
    // A tile that came before the second wish was gone through is answered again, from what was kept of it.
    QTRY_VERIFY(answeredTiles() == std::unordered_set<TileId>(ids.begin(), ids.end()));
    QCOMPARE(m_server->asked.size(), 12);
}

void ServerTest::forgetsWhatIsNoLongerWanted() {
    m_server->isHolding = true;
    open();
    m_provider->want({{5, 0, 4}, {5, 1, 4}, {5, 2, 4}, {5, 3, 4}, {5, 4, 4}, {5, 5, 4}});
    QTRY_COMPARE(m_server->held(), 4);
    m_provider->want({{5, 9, 9}});
    QTRY_COMPARE(m_server->brokenOff, 4);
    m_server->release();
    QTRY_COMPARE(m_answered->size(), 1);
    QCOMPARE(m_answered->last()[0].value<TileId>(), (TileId{5, 9, 9}));
    QCOMPARE(m_server->count(u"/map/5/5/4.png"_s), 0);
}

void ServerTest::takesAbsenceForAnAnswer() {
    m_server->answer = [](const TileRequest&) { return TileReply{.status = 404, .body = "none"}; };
    open();
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastKind(), Kind::Absent);
    QCOMPARE(m_troubled->size(), 0);
    open();
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastKind(), Kind::Absent);
    QCOMPARE(m_server->asked.size(), 1);
}

void ServerTest::asksWhetherItStillHolds() {
    m_server->answer = [](const TileRequest& request) {
        TileReply reply = pictureOf(request);
        reply.headers = {"ETag: \"v1\"", "Cache-Control: public, max-age=0"};
        if (request.headers.value("if-none-match") == "\"v1\"")
            reply = {.status = 304, .headers = {"ETag: \"v1\"", "Cache-Control: max-age=3600"}};
        return reply;
    };
    open();
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastKind(), Kind::Picture);
    open();
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(m_answered->size(), 2);
    QCOMPARE(m_answered->first()[1].value<maps::TileAnswer>().kind, Kind::Old); // at once
    QCOMPARE(lastKind(), Kind::Picture);
    QCOMPARE(m_server->asked.size(), 2);
    open(); // it holds for an hour now
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(m_answered->size(), 1);
    QCOMPARE(lastKind(), Kind::Picture);
    QCOMPARE(m_server->asked.size(), 2);
}

void ServerTest::keepsNothingThatMustNotBeKept() {
    m_server->answer = [](const TileRequest& request) {
        TileReply reply = pictureOf(request);
        reply.headers = {"Cache-Control: max-age=3600, no-store"};
        return reply;
    };
    for (int day = 1; day <= 2; ++day) {
        open();
        m_provider->want({{5, 3, 4}});
        QTRY_COMPARE(lastKind(), Kind::Picture);
        QCOMPARE(m_server->asked.size(), day);
    }
}

void ServerTest::showsTheOldWhileTheServerIsAway() {
    m_server->answer = [](const TileRequest& request) {
        TileReply reply = pictureOf(request);
        reply.headers = {"Cache-Control: no-cache"};
        return reply;
    };
    open();
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastKind(), Kind::Picture);
    m_server->close();
    open();
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastTrouble(), Code::Unreachable);
    QVERIFY(m_troubled->last()[0].value<maps::SourceTrouble>().showsOld);
    QCOMPARE(m_answered->size(), 1);
    QCOMPARE(lastKind(), Kind::Old);
}

void ServerTest::recoversFromErrors() {
    bool isWell = false;
    m_server->answer = [&](const TileRequest& request) {
        return isWell ? pictureOf(request) : TileReply{.status = 500, .body = "out of order"};
    };
    open();
    m_provider->want({{5, 1, 1}});
    QTRY_COMPARE(lastTrouble(), Code::Refused);
    QCOMPARE(m_troubled->last()[0].value<maps::SourceTrouble>().detail, u"500"_s);
    QCOMPARE(lastKind(), Kind::Failed);
    QTRY_VERIFY(m_server->asked.size() >= 3); // again, by itself
    isWell = true;
    QTRY_COMPARE(lastKind(), Kind::Picture);
    QCOMPARE(lastTrouble(), Code::None);
}

void ServerTest::aSilentServerHoldsNothingUp() {
    const auto speak = std::exchange(m_server->answer, nullptr);
    maps::ServerOptions options = quick();
    options.limits.firstPause = 800ms;
    options.limits.longestPause = 800ms;
    open(options);
    std::vector<TileId> ids;
    ids.reserve(12);
    for (int x = 0; x < 12; ++x)
        ids.push_back({5, x, 1});
    m_provider->want(ids);
    QTRY_COMPARE(lastTrouble(), Code::Silent);
    QTRY_COMPARE(m_answered->size(), 12); // those that waited are not tried one after the other
    QCOMPARE(m_server->asked.size(), 4);
    QTRY_VERIFY(m_server->asked.size() > 4);
    m_server->answer = speak;
    QTRY_COMPARE(lastKind(), Kind::Picture);
    QCOMPARE(lastTrouble(), Code::None);
}

void ServerTest::oneBadTileLeavesTheOthers() {
    m_server->answer = [](const TileRequest& request) {
        return idOf(request.target) == TileId{5, 0, 1} ? TileReply{.status = 500} : pictureOf(request);
    };
    open();
    m_provider->want({{5, 0, 1}});
    QTRY_COMPARE(lastKind(), Kind::Failed);
    std::vector<TileId> ids;
    ids.reserve(8);
    for (int x = 0; x < 8; ++x)
        ids.push_back({5, x, 1});
    m_provider->want(ids);
    QTRY_COMPARE(m_answered->size(), 9);
    QCOMPARE(lastKind(), Kind::Picture);
    // left alone for a while itself
    QCOMPARE(m_server->count(u"/map/5/0/1.png"_s), 1);
}

void ServerTest::refusesWhatIsTooLarge_data() {
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("it says so beforehand") << true;
    QTest::newRow("it does not say how much comes") << false;
}

void ServerTest::refusesWhatIsTooLarge() {
    QFETCH(const bool, isSaid);
    m_server->answer = [isSaid](const TileRequest&) {
        TileReply reply{.body = QByteArray(2'000'000, 'x')};
        if (!isSaid)
            reply.length = -1;
        return reply;
    };
    maps::ServerOptions options = quick();
    options.limits.mostBytes = 100'000;
    open(options);
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastTrouble(), Code::PictureTooLarge);
    QCOMPARE(lastKind(), Kind::Failed);
    QTRY_VERIFY(m_server->brokenOff >= 1);
}

void ServerTest::saysWhatIsNoPicture() {
    m_server->answer = [](const TileRequest&) { return TileReply{.body = "<html>sign in first</html>"}; };
    open();
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastTrouble(), Code::NotPictures);
    QVERIFY(m_troubled->last()[0].value<maps::SourceTrouble>().detail.contains(u"sign in"_s));
    // and nothing of it was kept
    m_server->answer = pictureOf;
    open();
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastKind(), Kind::Picture);
}

void ServerTest::followsNoCircles() {
    m_server->answer = [](const TileRequest& request) {
        return TileReply{.status = 302, .headers = {"Location: " + request.target.toUtf8() + "x"}};
    };
    open();
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastTrouble(), Code::RedirectsAstray);
    QVERIFY(m_server->asked.size() <= 5);
}

void ServerTest::worksWithoutAStore() {
    maps::ServerOptions options = quick();
    options.storePath = m_folder->path(); // a folder is no file
    open(options);
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastKind(), Kind::Picture);
    QVERIFY(QFile::exists(m_folder->path()));
}

void ServerTest::readsADescription() {
    m_server->answer = [](const TileRequest& request) {
        return request.target.startsWith(u"/wmts"_s)
                   ? TileReply{.body = test::wmtsDocument(u"/map/{TileMatrix}/{TileCol}/{TileRow}.png"_s)}
                   : pictureOf(request);
    };
    m_source = {.kind = TileSource::Kind::Wmts,
                .address = m_server->address(u"/wmts?request=GetCapabilities"_s)};
    open();
    QTRY_COMPARE(m_opened->size(), 1);
    const auto found = m_opened->first()[0].value<TileSource>();
    QCOMPARE(found.layer, u"streets"_s);
    QCOMPARE(found.matrixSet, u"web"_s);
    QCOMPARE(found.attribution, u"测绘院"_s);
    QCOMPARE(found.maxZoom, 6);
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastKind(), Kind::Picture);
    QCOMPARE(m_server->asked.last().target, u"/map/5/3/4.png"_s);
}

void ServerTest::goesByTheKeptDescription() {
    readsADescription();
    m_server->close();
    open();
    QTRY_COMPARE(m_opened->size(), 1);
    m_provider->want({{5, 3, 4}});
    QTRY_COMPARE(lastKind(), Kind::Picture); // both were kept for a week
}

void ServerTest::saysWhichLayersThereAre() {
    m_server->answer = [](const TileRequest&) { return TileReply{.body = test::wmtsDocument()}; };
    m_source = {
        .kind = TileSource::Kind::Wmts, .address = m_server->address(u"/wmts"_s), .layer = u"roads"_s};
    open();
    QTRY_COMPARE(lastTrouble(), Code::LayerUnknown);
    QVERIFY(m_troubled->last()[0].value<maps::SourceTrouble>().detail.contains(u"streets"_s));
    m_source.layer.clear();
    m_source.matrixSet = u"local"_s;
    open();
    QTRY_COMPARE(lastTrouble(), Code::MatrixSetUnknown);
    QCOMPARE(m_troubled->last()[0].value<maps::SourceTrouble>().detail, u"web, part"_s);
    m_server->answer = [](const TileRequest&) { return TileReply{.body = "<html/>"}; };
    m_provider.reset();
    QVERIFY(QFile::remove(m_folder->filePath(u"store.sqlite"_s)));
    open();
    QTRY_COMPARE(lastTrouble(), Code::CapabilitiesWrong);
    QCOMPARE(m_opened->size(), 0);
}

void ServerTest::triesOnePicture() {
    m_source.maxZoom = 7;
    maps::SourceTrial trial(std::make_unique<maps::ServerProvider>(m_source, maps::ServerOptions{}),
                            {0.1, 0.2}, 12);
    QSignalSpy finished(&trial, &maps::SourceTrial::finished);
    QVERIFY(finished.wait(20'000));
    const auto result = finished[0][0].value<maps::TrialResult>();
    QCOMPARE(result.tile, (TileId{7, 12, 25})); // the nearest zoom that it has
    QCOMPARE(result.picture.size(), QSize(256, 256));
    QCOMPARE(result.bytes, test::encoded(test::plainTile({7, 12, 25})).size());
    QVERIFY(!result.trouble);
    m_server->answer = [](const TileRequest&) { return TileReply{.status = 403}; };
    maps::SourceTrial second(std::make_unique<maps::ServerProvider>(m_source, maps::ServerOptions{}),
                             {0.1, 0.2}, 5);
    QSignalSpy refused(&second, &maps::SourceTrial::finished);
    QVERIFY(refused.wait(20'000));
    QCOMPARE(refused[0][0].value<maps::TrialResult>().trouble.code, Code::Refused);
    QCOMPARE(refused.size(), 1);
}

void ServerTest::triesInTheSourcesDatum() {
    const TileSource plain{.kind = TileSource::Kind::Xyz, .maxZoom = 18};
    TileSource shifted = plain;
    shifted.datum = maps::Datum::Gcj02;
    const QPointF beijing(0.823, 0.379);
    const TileId a = maps::tileAt(plain, beijing, 18);
    const TileId b = maps::tileAt(shifted, beijing, 18);
    QVERIFY(a != b && std::abs(a.x - b.x) < 8 && std::abs(a.y - b.y) < 8); // some 500 m, tiles of 120
}

void ServerTest::drawsOnItsOwnThread() {
    maps::RasterMap map(std::make_unique<maps::ServerProvider>(m_source, quick()));
    QSignalSpy drawn(&map, &maps::RasterMap::drawn);
    map.want({{.id = {4, 3, 2}}});
    QVERIFY(drawn.wait(20'000));
    QTRY_VERIFY(drawn.last()[2].toBool());
    const auto image = drawn.last()[1].value<QImage>();
    QCOMPARE(image.pixel(9, 9), test::colourOf({5, 6, 4}));
    QCOMPARE(image.pixel(500, 500), test::colourOf({5, 7, 5}));
}

QTEST_GUILESS_MAIN(ServerTest)
#include "server_test.moc"
