// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

// One list of each format, each with rows that cannot be taken. Apart from the test, since moc takes the
// slashes in them for comments.

namespace tridesk::test {

using namespace Qt::StringLiterals;

inline const QString cameraList = u"设备编号,点位名称,经度,纬度,朝向,地址\n"
                                  "CAM 1,人民路口,116.39723,39.9075,90,人民路1号\n"
                                  "CAM 2,学校门口,abc,39.91,,\n"
                                  "CAM 3,车站,116.40,91,,\n"
                                  "CAM 4,公园,116.41,39.92,西,\n"
                                  "CAM 5,码头,116.42,,,\n"_s;

inline const QByteArray areasJson = R"({"type":"FeatureCollection","features":[
 {"type":"Feature","properties":{"ref":"ST01","name":"临江派出所"},"geometry":{"type":"Polygon","coordinates":
  [[[116,39],[116.1,39],[116.1,39.1],[116,39.1],[116,39]]]}},
 {"type":"Feature","properties":{"name":"坏"},"geometry":{"type":"Polygon","coordinates":[[[116,39],[116,40]]]}},
 {"type":"Feature","properties":{"name":"远"},"geometry":{"type":"Point","coordinates":[500,39]}},
 {"type":"Feature","properties":{"name":"怪"},"geometry":{"type":"Blob","coordinates":[1,2]}},
 {"type":"Feature","properties":{"n":1.5,"deep":{"a":[1]}},"geometry":{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}}]})"_ba;

inline const QByteArray kml = R"(<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>监控</name><Folder><name>北片</name>
<Placemark><name>一号</name><description><![CDATA[<b>路口</b>]]></description>
 <ExtendedData><Data name="heading"><value>45</value></Data></ExtendedData>
 <Point><coordinates> 116.3,39.9,0 </coordinates></Point></Placemark>
<Placemark><name>片区</name><Polygon><outerBoundaryIs><LinearRing><coordinates>116,39 116.1,39
 116.1,39.1 116,39</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
<Placemark><name>错</name><Point><coordinates>x,y</coordinates></Point></Placemark>
</Folder></Document></kml>)"_ba;

inline const QByteArray gpx =
    R"(<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="39.9" lon="116.3"><name>P</name></wpt>
<wpt lat="99" lon="116.3"><name>Q</name></wpt>
<trk><name>巡逻</name><trkseg><trkpt lat="39.9" lon="116.3"><time>2026-03-01T08:00:00Z</time></trkpt>
<trkpt lat="39.91" lon="116.31"><time>2026-03-01T08:00:10Z</time></trkpt></trkseg></trk></gpx>)"_ba;

inline const QByteArray polygonsText = "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"_ba;

} // namespace tridesk::test
