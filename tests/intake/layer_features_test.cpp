// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/layer_commands.h"
#include "app/intake/layer_features.h"
#include "maps/layers/readers.h"
#include "maps/layers/writers.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using maps::LayerTarget;
using maps::ShapeKind;

namespace {

GeoPoint at(double latitude, double longitude) {
    return must(GeoPoint::from(latitude, longitude));
}

/// A circle of `count` points, no two numbers of which are short.
QList<GeoPoint> circle(GeoPoint middle, double degrees, int count) {
    QList<GeoPoint> ring;
    for (int i = 0; i < count; ++i)
        ring.append(at(std::round((middle.latitude() + degrees * std::sin(i * 6.283 / count)) * 1e7) / 1e7,
                       std::round((middle.longitude() + degrees * std::cos(i * 6.283 / count)) * 1e7) / 1e7));
    return ring;
}

} // namespace

// What stands on a desk's map, written to a file and read back: the same desk finds nothing new in it.
class LayerFeaturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        Post post = *m_scene->situation.posts().find(code<PostId>(u"ST01"));
        const GeoPoint middle = at(31.5, 118.5);
        post.area = {circle(middle, 0.2, 300), circle(middle, 0.1, 20), circle(middle, 0.05, 7),
                     circle(at(33, 119), 0.1, 5)};
        ask(DefinePost{post});
        ask(DefineCamera{{.id = code<CameraId>(u"C-1"),
                          .name = {.zh = u"路口 \"东\", <1> & 2"_s, .en = u"Corner"_s},
                          .at = at(31.1234567, 118.7654321),
                          .heading = 270}});
        ask(DefineCamera{{.id = code<CameraId>(u"C-2"),
                          .name = {.zh = {}, .en = u"South"_s},
                          .at = at(-31.5, -118.5),
                          .heading = {}}});
        ask(NamePlace{.place = {},
                      .details = {.name = u"一小"_s,
                                  .at = at(31.1, 118.1),
                                  .kind = u"school"_s,
                                  .address = u"人民路1号, 后门"_s}});
        for (const PremiseNoteDetails& note :
             {PremiseNoteDetails{
                  PremiseKind::Hazard, u"气瓶"_s, middle, limits::usualPremiseRadius, {}, u"人民路"_s, {}},
              PremiseNoteDetails{
                  PremiseKind::KeySite, u"变电站"_s, {}, 0, {circle(middle, 0.01, 9)}, {}, {}}})
            QVERIFY(m_scene->ask(u"bureau", NotePremise{{}, note}));
        draw(PlotShape::Point, {middle}, u"集结"_s);
        draw(PlotShape::Line, {middle, at(31.6, 118.6)}, {}, PlotColour::Green);
        draw(PlotShape::Arrow, {middle, at(31.7, 118.6)}, u"进"_s);
        draw(PlotShape::Zone, circle(middle, 0.01, 9), u"区"_s);
        draw(PlotShape::Cordon, circle(middle, 0.02, 4), u"封控"_s, PlotColour::Orange);
    }

    void readBackNothingIsNew_data() {
        QTest::addColumn<LayerTarget>("target");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<qsizetype>("count");
        const std::pair<LayerTarget, qsizetype> targets[] = {{LayerTarget::Areas, 0},
                                                             {LayerTarget::Cameras, 2},
                                                             {LayerTarget::Places, 1},
                                                             {LayerTarget::Notes, 2},
                                                             {LayerTarget::Plots, 5}};
        for (const auto& [target, count] : targets)
            for (const QString& suffix : {u"csv"_s, u"geojson"_s, u"kml"_s})
                QTest::addRow("%s as %s", qPrintable(maps::targetKey(target)), qPrintable(suffix))
                    << target << suffix << count;
    }
    void readBackNothingIsNew() {
        QFETCH(LayerTarget, target);
        QFETCH(QString, suffix);
        QFETCH(qsizetype, count);
        const auto features = layerFeatures(target, m_scene->situation, m_scene->clock.now());
        if (count > 0)
            QCOMPARE(features.size(), count);
        QVERIFY(!features.isEmpty());
        const maps::MappedLayer read = throughFile(features, target, suffix);
        QCOMPARE(read.faultCount, 0);
        QCOMPARE(read.features.size(), features.size());
        const LayerCommands commands = layerCommands(read, target, m_scene->situation);
        QCOMPARE(commands.faultCount, 0);
        for (const RosterRow& row : commands.rows) {
            const auto made = m_scene->ask(u"bureau", row.command);
            QVERIFY(made);
            QCOMPARE(made->size(), 0);
        }
        if (target == LayerTarget::Plots)
            QCOMPARE(commands.known, count);

        // and a desk that knows none of it gets all of it, the same
        Scene other;
        for (const RosterRow& row : layerCommands(read, target, other.situation).rows)
            QVERIFY(other.ask(u"bureau", row.command));
        QCOMPARE(layerFeatures(target, other.situation, other.clock.now()).size(), features.size());
        for (const Camera& camera : other.situation.cameras())
            QCOMPARE(camera, *m_scene->situation.cameras().find(camera.id));
    }

    void holesStayInTheirRings() {
        const auto areas = layerFeatures(LayerTarget::Areas, m_scene->situation, m_scene->clock.now());
        const auto found = std::ranges::find(areas, u"ST01"_s, &maps::MappedFeature::ref);
        QVERIFY(found != areas.end());
        const auto polygons = maps::polygonsOf(found->shape);
        QCOMPARE(polygons.size(), 3); // with its hole, the island in the hole, and the one apart
        QCOMPARE(polygons[0].size(), 2);
        QCOMPARE(polygons[0][1].size(), 20);
        QCOMPARE(polygons[1].size(), 1);
        QCOMPARE(polygons[2].size(), 1);
    }

    void gpxLeavesAreasOut() {
        const auto plots = layerFeatures(LayerTarget::Plots, m_scene->situation, m_scene->clock.now());
        const maps::WrittenLayer gpx = maps::writeGpx(plots);
        QCOMPARE(gpx.written, 3);
        QCOMPARE(gpx.leftOut, 2);
        const maps::Layer layer = maps::readGpx(gpx.bytes).value();
        QCOMPARE(layer.features.size(), 3);
        QCOMPARE(layer.features[0].shape.kind, ShapeKind::Point);
        QCOMPARE(layer.features[1].shape.parts.first().size(), 2);
        QVERIFY(layer.features[0].values.contains(u"集结"_s));
    }

    void whatIsOverIsNotWritten() {
        draw(PlotShape::Point, {at(31, 118)}, u"短"_s, PlotColour::Blue,
             m_scene->clock.now() + Milliseconds(1000));
        const auto count = [&] {
            return layerFeatures(LayerTarget::Plots, m_scene->situation, m_scene->clock.now()).size();
        };
        QCOMPARE(count(), 6);
        m_scene->clock.advance(Milliseconds(1000));
        QCOMPARE(count(), 5);
    }

    void whatMayNotBeSeenIsNotWritten() {
        const QSet<PlotId> hidden{m_scene->situation.plots().begin()->id};
        const auto count = [&](const QSet<PlotId>& without) {
            return layerFeatures(LayerTarget::Plots, m_scene->situation, m_scene->clock.now(), without)
                .size();
        };
        QCOMPARE(count(hidden), count({}) - 1);
    }

    void wordsThatXmlCannotHold() {
        maps::MappedFeature feature;
        feature.name = u"a\u0001b\uffff"_s;
        feature.shape = {.kind = ShapeKind::Point, .parts = {{{31, 118}}}, .times = {}};
        for (const auto& layer : {maps::readKml(maps::writeKml({feature}).bytes),
                                  maps::readGpx(maps::writeGpx({feature}).bytes)}) {
            QVERIFY2(layer, layer ? "" : qPrintable(layer.error()));
            QVERIFY(layer->features.first().values.contains(u"ab"_s));
        }
    }

    void whatNobodyReadsBackIsLeftOut() {
        maps::MappedFeature feature;
        feature.shape = {
            .kind = ShapeKind::Line, .parts = {QList<QGeoCoordinate>(20'000, {31, 118})}, .times = {}};
        const maps::WrittenLayer csv = maps::writeCsv({feature});
        QCOMPARE(csv.written, 0);
        QCOMPARE(csv.leftOut, 1);
        QVERIFY(!maps::writeLayer(u"a.shp"_s, {feature}));
    }

private:
    void ask(const Command& command) { QVERIFY(m_scene->ask(u"bureau", command)); }
    void draw(PlotShape shape, const QList<GeoPoint>& points, const QString& label,
              PlotColour colour = PlotColour::Blue, std::optional<Instant> expiresAt = {}) {
        ask(DrawPlot{.plot = {},
                     .details = {.shape = shape,
                                 .points = points,
                                 .label = label,
                                 .colour = colour,
                                 .incident = {},
                                 .expiresAt = expiresAt}});
    }

    static maps::MappedLayer throughFile(const QList<maps::MappedFeature>& features, LayerTarget target,
                                         const QString& suffix) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"x."_s + suffix);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(maps::writeLayer(path, features).value().bytes);
        file.close();
        const maps::Layer layer = maps::readLayer(path).value();
        maps::LayerMapping mapping = maps::guessMapping(layer, {});
        mapping.target = target;
        return maps::mapLayer(layer, mapping);
    }

    std::unique_ptr<Scene> m_scene;
};

QTEST_GUILESS_MAIN(LayerFeaturesTest)
#include "layer_features_test.moc"
