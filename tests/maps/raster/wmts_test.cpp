// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/holding.h"
#include "maps/raster/pauses.h"
#include "maps/raster/wmts_tiles.h"
#include "tests/maps/raster/wmts_document.h"
#include "tests/support/must.h"
#include "tests/support/mutate.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tridesk;
using Code = maps::SourceTrouble::Code;
using maps::Holding;
using maps::TileSource;

namespace {

TileSource source(const QString& layer = {}, const QString& matrixSet = {}) {
    return {.kind = TileSource::Kind::Wmts,
            .address = u"http://maps.example/wmts/?REQUEST=GetCapabilities&SERVICE=WMTS&tk=a%2Bb"_s,
            .layer = layer,
            .matrixSet = matrixSet};
}

std::expected<maps::WmtsTiles, maps::SourceTrouble> chosen(const QByteArray& document,
                                                           const TileSource& from) {
    const auto server = maps::readWmts(document);
    if (!server)
        return std::unexpected(maps::SourceTrouble{Code::CapabilitiesWrong, server.error()});
    return maps::WmtsTiles::choose(*server, from);
}

QUrl urlAt(const QByteArray& document, const TileSource& from, maps::TileId id) {
    const auto tiles = chosen(document, from);
    return tiles ? tiles->url(id).value_or(QUrl()) : QUrl(u"error:"_s + tiles.error().detail);
}

} // namespace

// What servers say of themselves and of their answers, read without a server.
class WmtsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesAddresses();
    void asksWithParameters();
    void countsFromTheSetsOwnCorner();
    void takesCornersEitherWayRound();
    void saysWhatDoesNotFit();
    void refusesWhatIsNoDescription_data();
    void refusesWhatIsNoDescription();
    void survivesAnything();
    void holdsAsLongAsItIsSaid_data();
    void holdsAsLongAsItIsSaid();
    void pausesGrow();
    void pausesAreBounded();
};

void WmtsTest::makesAddresses() {
    const QByteArray document = test::wmtsDocument(
        u"http://t.example/{style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"_s);
    QCOMPARE(urlAt(document, source(), {5, 3, 4}), QUrl(u"http://t.example/plain/web/5/4/3.png"_s));
    QVERIFY(urlAt(document, source(), {7, 3, 4}).isEmpty()); // it has no such zoom
    QVERIFY(urlAt(document, source(), {5, 32, 4}).isEmpty());
    const auto tiles = chosen(document, source());
    QVERIFY(tiles);
    QCOMPARE(tiles->source().minZoom, 3);
    QCOMPARE(tiles->source().maxZoom, 6);
    QCOMPARE(tiles->source().name, u"streets of the city"_s);
    QCOMPARE(tiles->bounds(), QRectF(116, 32, 1, 1));
}

void WmtsTest::asksWithParameters() {
    const QUrl url = urlAt(test::wmtsDocument(), source(u"streets"_s, u"web"_s), {4, 1, 2});
    QCOMPARE(url.adjusted(QUrl::RemoveQuery), QUrl(u"http://maps.example/wmts/tiles"_s));
    const QUrlQuery query(url);
    const auto value = [&query](const char* key) {
        return query.queryItemValue(QLatin1StringView(key), QUrl::FullyDecoded);
    };
    QCOMPARE(value("REQUEST"), u"GetTile"_s);
    QCOMPARE(value("LAYER"), u"streets"_s);
    QCOMPARE(value("STYLE"), u"plain"_s);
    QCOMPARE(value("FORMAT"), u"image/png"_s);
    QCOMPARE(value("TILEMATRIXSET"), u"web"_s);
    QCOMPARE(value("TILEMATRIX"), u"4"_s);
    QCOMPARE(value("TILEROW"), u"2"_s);
    QCOMPARE(value("TILECOL"), u"1"_s);
    QCOMPARE(value("tk"), u"a+b"_s); // the site's key goes with it
    QCOMPARE(query.allQueryItemValues(u"REQUEST"_s).size(), 1);
}

void WmtsTest::countsFromTheSetsOwnCorner() {
    const QByteArray document = test::wmtsDocument(u"/{TileMatrix}/{TileCol}/{TileRow}"_s);
    const TileSource part = source({}, u"part"_s);
    QCOMPARE(urlAt(document, part, {5, 4, 2}), QUrl(u"http://maps.example/5/0/0"_s));
    QCOMPARE(urlAt(document, part, {5, 11, 9}), QUrl(u"http://maps.example/5/7/7"_s));
    QVERIFY(urlAt(document, part, {5, 3, 2}).isEmpty());
    QVERIFY(urlAt(document, part, {5, 12, 9}).isEmpty());
}

void WmtsTest::takesCornersEitherWayRound() {
    QByteArray document = test::wmtsDocument(u"/{TileMatrix}/{TileCol}/{TileRow}"_s);
    document.replace("-20037508.3428 20037508.3428", "20037508.3428 -20037508.3428");
    QCOMPARE(urlAt(document, source({}, u"web"_s), {5, 3, 4}), QUrl(u"http://maps.example/5/3/4"_s));
}

void WmtsTest::saysWhatDoesNotFit() {
    const QByteArray document = test::wmtsDocument();
    const auto code = [&](const TileSource& from) { return chosen(document, from).error().code; };
    QCOMPARE(code(source(u"roads"_s)), Code::LayerUnknown);
    QCOMPARE(code(source(u"relief"_s)), Code::NoMercatorLayer);
    QCOMPARE(code(source(u"streets"_s, u"none"_s)), Code::MatrixSetUnknown);
    for (const char* address : {"file:///etc/{TileMatrix}/{TileRow}/{TileCol}", "http://{host}/{TileMatrix}",
                                "http://me:secret@maps.example/{TileMatrix}/{TileRow}/{TileCol}"}) {
        const auto tiles = chosen(test::wmtsDocument(QString::fromLatin1(address)), source());
        QVERIFY2(!tiles, address);
        QCOMPARE(tiles.error().code, Code::CapabilitiesWrong);
    }
}

void WmtsTest::refusesWhatIsNoDescription_data() {
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("names");
    const QByteArray good = test::wmtsDocument();
    const auto with = [&good](const char* before, const char* after) {
        QByteArray document = good;
        return document.replace(before, after);
    };
    QTest::newRow("nothing") << QByteArray() << u"XML"_s;
    QTest::newRow("page") << QByteArray("<html><body/></html>") << u"html"_s;
    QTest::newRow("cut") << good.left(good.size() / 2) << u"XML"_s;
    QTest::newRow("no layers") << QByteArray("<Capabilities/>") << u"Layer"_s;
    QTest::newRow("scale") << with("<ScaleDenominator>69885283.003590", "<ScaleDenominator>much")
                           << u"ScaleDenominator"_s;
    QTest::newRow("corner") << with("<TopLeftCorner>-20037508.3428", "<TopLeftCorner>1e300")
                            << u"TopLeftCorner"_s;
    QTest::newRow("width") << with("<TileWidth>256", "<TileWidth>-1") << u"TileWidth"_s;
    QTest::newRow("entities") << QByteArray("<!DOCTYPE c [<!ENTITY a \"aaaa\">]><Capabilities/>")
                              << u"document type"_s;
    QTest::newRow("deep") << QByteArray("<Capabilities>") + QByteArray("<a>").repeated(5000) << u"deep"_s;
    QTest::newRow("layers") << "<Capabilities><Contents>" + QByteArray("<Layer/>").repeated(10'001)
                            << u"10000"_s;
    QTest::newRow("bytes") << QByteArray(maps::wmts_limits::Bytes + 1, ' ') << u"bytes"_s;
}

void WmtsTest::refusesWhatIsNoDescription() {
    QFETCH(const QByteArray, document);
    QFETCH(const QString, names);
    const auto server = maps::readWmts(document);
    QVERIFY(!server);
    QVERIFY2(server.error().contains(names), qPrintable(server.error()));
    QVERIFY(server.error().size() < 300);
}

/// Whatever comes, it is read or refused; and what is read gives addresses of the web or none.
void WmtsTest::survivesAnything() {
    std::mt19937 random(20261125);
    const QByteArray good[] = {test::wmtsDocument(),
                               test::wmtsDocument(u"http://t.example/{TileMatrix}/{TileRow}/{TileCol}"_s)};
    int read = 0;
    for (int round = 0; round < 3000; ++round) {
        const auto tiles = chosen(mutated(good[round % 2], random), source());
        if (!tiles)
            continue;
        ++read;
        const auto url = tiles->url({5, 3, 4});
        QVERIFY(!url || url->scheme().startsWith(u"http"_s));
        QVERIFY(tiles->source().minZoom >= 0 && tiles->source().maxZoom <= TileSource::mostZoom);
    }
    QVERIFY2(read > 100 && read < 2900, qPrintable(QString::number(read))); // some of both
}

void WmtsTest::holdsAsLongAsItIsSaid_data() {
    QTest::addColumn<QByteArray>("control");
    QTest::addColumn<QByteArray>("expires");
    QTest::addColumn<Holding>("holding");
    const QByteArray hourLater = "Sun, 06 Nov 1994 09:49:37 GMT";
    QTest::newRow("nothing said") << QByteArray() << QByteArray() << Holding{168h};
    QTest::newRow("age") << QByteArray("max-age=60") << QByteArray() << Holding{60s};
    QTest::newRow("age after others")
        << QByteArray("public, must-revalidate , MAX-AGE=60") << hourLater << Holding{60s};
    QTest::newRow("not to be kept, said late")
        << QByteArray("max-age=60, private, no-store") << QByteArray() << Holding{0s, false};
    QTest::newRow("to be asked, said late")
        << QByteArray("max-age=60, no-cache") << QByteArray() << Holding{0s};
    QTest::newRow("to be asked, of one field")
        << QByteArray("no-cache=\"Set-Cookie\"") << QByteArray() << Holding{0s};
    QTest::newRow("age in quotes") << QByteArray("max-age=\"60\"") << QByteArray() << Holding{60s};
    QTest::newRow("age of nonsense") << QByteArray("max-age=soon") << QByteArray() << Holding{0s};
    QTest::newRow("age beyond a year")
        << QByteArray("max-age=999999999999") << QByteArray() << Holding{8760h};
    QTest::newRow("others alone") << QByteArray("public") << hourLater << Holding{1h};
    QTest::newRow("date") << QByteArray() << hourLater << Holding{1h};
    QTest::newRow("date of nonsense") << QByteArray() << QByteArray("0") << Holding{0s};
    QTest::newRow("past") << QByteArray() << QByteArray("Sun, 06 Nov 1994 07:49:37 GMT") << Holding{0s};
}

void WmtsTest::holdsAsLongAsItIsSaid() {
    QFETCH(const QByteArray, control);
    QFETCH(const QByteArray, expires);
    QFETCH(const Holding, holding);
    QCOMPARE(maps::holdingOf(control, expires, "Sun, 06 Nov 1994 08:49:37 GMT"), holding);
    QCOMPARE(maps::retryAfter("120"), 120s);
    QCOMPARE(maps::retryAfter("99999"), 1h);
    QCOMPARE(maps::retryAfter("-4"), 0s);
    QCOMPARE(maps::retryAfter("Sun, 06 Nov 1994 08:49:37 GMT"), 0s);
}

void WmtsTest::pausesGrow() {
    maps::Pauses pauses(1s, 8s, 3, [] { return 0.5; });
    maps::Pauses::Time now{};
    const QString host = u"host"_s;
    pauses.failed(host, now, false);
    pauses.failed(host, now, false);
    QVERIFY(!pauses.isPaused(host, now) && pauses.isDoubtful(host));
    pauses.succeeded(host);
    for (int i = 0; i < 3; ++i)
        pauses.failed(host, now, false);
    QVERIFY(pauses.isPaused(host, now) && pauses.isDoubtful(host));
    QVERIFY(!pauses.isPaused(u"another"_s, now));
    std::vector<std::chrono::milliseconds> lengths;
    for (int i = 0; i < 5; ++i) {
        pauses.failed(host, now, false); // of the same moment: counts once
        const auto end = pauses.nextEnd(now);
        QVERIFY(end);
        lengths.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(test::must(end) - now));
        now = test::must(end);
        QVERIFY(!pauses.isPaused(host, now));
        pauses.failed(host, now, false);
    }
    QCOMPARE(lengths, (std::vector<std::chrono::milliseconds>{1s, 2s, 4s, 8s, 8s}));
    pauses.succeeded(host);
    QVERIFY(!pauses.isPaused(host, now) && !pauses.nextEnd(now));
    pauses.failed(host, now, false, 30s); // the server's own wish
    QVERIFY(pauses.isPaused(host, now + 29s) && !pauses.isPaused(host, now + 30s));
    pauses.failed(u"grave"_s, now, true);
    QVERIFY(pauses.isPaused(u"grave"_s, now));
}

void WmtsTest::pausesAreBounded() {
    maps::Pauses pauses(1s, 8s, 1, [] { return 0.5; });
    const maps::Pauses::Time now{};
    for (int i = 0; i < 20'000; ++i)
        pauses.failed(QString::number(i), now, false);
    QVERIFY(pauses.size() <= maps::Pauses::mostNames);
    QVERIFY(pauses.isPaused(u"19999"_s, now));
}

QTEST_GUILESS_MAIN(WmtsTest)
#include "wmts_test.moc"
