// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/layer_commands.h"
#include "maps/layers/readers.h"
#include "tests/support/scene.h"

#include <QBuffer>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using maps::LayerTarget;

namespace {

maps::MappedLayer mapped(const maps::Layer& layer, LayerTarget target) {
    maps::LayerMapping mapping = maps::guessMapping(layer, {});
    mapping.target = target;
    return maps::mapLayer(layer, mapping);
}

maps::MappedLayer fromCsv(QByteArray bytes, LayerTarget target) {
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return mapped(maps::readCsvLayer(buffer).value(), target);
}

} // namespace

// Lists before a desk: what they change, and that the second time they change nothing.
class LayerCommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void camerasAndTheirRefs() {
        const auto layer =
            fromCsv("编号,名称,纬度,经度,朝向\nCAM 1,路口,31.55,118.55,359.7\n,无号,31.56,118.56,\n"
                    "x,错,31.57,?,\n"_ba,
                    LayerTarget::Cameras);
        const LayerCommands commands = imported(layer, LayerTarget::Cameras);
        QCOMPARE(commands.rows.size(), 2);
        QCOMPARE(commands.faultCount, 1);
        QCOMPARE(commands.faults.first().row, 4);
        QCOMPARE(commands.faults.first().refusal.field, u"经度"_s);
        QCOMPARE(commands.faults.first().refusal.value, u"?"_s);
        const Camera* camera = m_scene->situation.cameras().find(code<CameraId>(u"CAM-1"));
        QVERIFY(camera);
        QCOMPARE(camera->name.zh, u"路口"_s);
        QCOMPARE(camera->heading, 0);
        QCOMPARE(m_scene->situation.cameras().size(), 2);
        QCOMPARE(m_made, 2);
        (void)imported(layer, LayerTarget::Cameras);
        QCOMPARE(m_made, 0);
        QCOMPARE(m_scene->situation.cameras().size(), 2);
    }

    void placesByNameAndPoint() {
        const auto layer = fromCsv(
            "name,type,address,lat,lon\n一小,school,人民路1号,31.1234567,118.7654321\n,x,,31,118\n"_ba,
            LayerTarget::Places);
        const LayerCommands commands = imported(layer, LayerTarget::Places);
        QCOMPARE(m_made, 1);
        QCOMPARE(commands.faults.first().refusal.code, RefusalCode::Missing);
        const NamedPlace& place = *m_scene->situation.places().begin();
        QCOMPARE(place.details.kind, u"school"_s);
        QCOMPARE(place.details.address, u"人民路1号"_s);
        (void)imported(layer, LayerTarget::Places);
        QCOMPARE(m_made, 0);
    }

    void notesStandWhereTheyAre() {
        const auto layer = fromCsv(
            "name,type,address,lat,lon\n气瓶仓库,危险,人民路1号,31.1,118.7\nGate code 12,premise,,31.2,118.7\n,,,31,118\n"_ba,
            LayerTarget::Notes);
        const LayerCommands commands = imported(layer, LayerTarget::Notes);
        QCOMPARE(m_made, 2);
        QCOMPARE(commands.faults.first().refusal.code, RefusalCode::Missing);
        int hazards = 0;
        for (const PremiseNote& note : m_scene->situation.premises()) {
            hazards += int(note.details.kind == PremiseKind::Hazard);
            QCOMPARE(note.details.radius, limits::usualPremiseRadius);
        }
        QCOMPARE(hazards, 1);
        (void)imported(layer, LayerTarget::Notes);
        QCOMPARE(m_made, 0); // a list that is loaded twice changes nothing
    }

    void areasKeepTheirPosts() {
        const Post before = *m_scene->situation.posts().find(code<PostId>(u"ST01"));
        const auto layer = mapped(maps::readGeoJson(R"({"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"ref":"ST01"},"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,2],[3,4]]]}},
          {"type":"Feature","properties":{"name":"新所"},"geometry":{"type":"Polygon","coordinates":[[[5,6],[7,6],[7,8]]]}},
          {"type":"Feature","properties":{"name":"点"},"geometry":{"type":"Point","coordinates":[5,6]}}]})"_ba)
                                      .value(),
                                  LayerTarget::Areas);
        const LayerCommands commands = imported(layer, LayerTarget::Areas);
        QCOMPARE(m_made, 2);
        QCOMPARE(commands.faultCount, 1);
        const Post after = *m_scene->situation.posts().find(code<PostId>(u"ST01"));
        QCOMPARE(after.name, before.name);
        QCOMPARE(after.at, before.at);
        QCOMPARE(after.area.first().size(), 3);
        (void)imported(layer, LayerTarget::Areas);
        QCOMPARE(m_made, 0); // the new one is found by the ref that was made for it
    }

    void plotsOnce() {
        const auto layer = mapped(maps::readKml(R"(<kml><Document>
          <Placemark><name>封控</name><Polygon><outerBoundaryIs><LinearRing><coordinates>118.1234567,31 118.2,31 118.2,31.1
          </coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
          <Placemark><name>线</name><LineString><coordinates>118,31 118.1,31</coordinates></LineString></Placemark>
          <Placemark><Point><coordinates>118,31</coordinates></Point></Placemark></Document></kml>)"_ba)
                                      .value(),
                                  LayerTarget::Plots);
        const LayerCommands commands = imported(layer, LayerTarget::Plots);
        QCOMPARE(m_made, 2);
        QCOMPARE(commands.faultCount, 1); // a point is its text
        const LayerCommands again = imported(layer, LayerTarget::Plots);
        QCOMPARE(again.known, 2);
        QCOMPARE(m_scene->situation.plots().size(), 2);
    }

private:
    LayerCommands imported(const maps::MappedLayer& layer, LayerTarget target) {
        const LayerCommands commands = layerCommands(layer, target, m_scene->situation);
        m_made = 0;
        for (const RosterRow& row : commands.rows) {
            const auto entries = m_scene->ask(u"bureau", row.command);
            if (entries)
                m_made += entries->size();
        }
        return commands;
    }

    std::unique_ptr<Scene> m_scene;
    qsizetype m_made = 0;
};

QTEST_GUILESS_MAIN(LayerCommandsTest)
#include "layer_commands_test.moc"
