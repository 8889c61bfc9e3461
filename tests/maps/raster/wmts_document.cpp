// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/maps/raster/wmts_document.h"

using namespace Qt::StringLiterals;

namespace tridesk::test {

namespace {

constexpr double scaleAtZero =
    559082264.0287178; // of EPSG:3857 with pictures of 256 pixels: OGC 07-057r7, E.4
constexpr double halfWorld = 20037508.342789244;

QString matrix(int zoom, int left, int top, int columns, int rows) {
    const double edge = 2 * halfWorld / (1 << zoom);
    return u"<TileMatrix><ows:Identifier>%1</ows:Identifier><ScaleDenominator>%2</ScaleDenominator>"
           "<TopLeftCorner>%3 %4</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight>"
           "<MatrixWidth>%5</MatrixWidth><MatrixHeight>%6</MatrixHeight></TileMatrix>"_s.arg(zoom)
               .arg(scaleAtZero / (1 << zoom), 0, 'f', 6)
               .arg(-halfWorld + left * edge, 0, 'f', 4)
               .arg(halfWorld - top * edge, 0, 'f', 4)
               .arg(columns)
               .arg(rows);
}

QString set(const QString& id, const QString& crs, const QString& matrices) {
    return u"<TileMatrixSet><ows:Identifier>%1</ows:Identifier><ows:SupportedCRS>%2</ows:SupportedCRS>%3"
           "</TileMatrixSet>"_s.arg(id, crs, matrices);
}

QString layer(const QString& id, const QStringList& sets, const QString& address) {
    QString links;
    for (const QString& one : sets)
        links += u"<TileMatrixSetLink><TileMatrixSet>%1</TileMatrixSet></TileMatrixSetLink>"_s.arg(one);
    const QString resource =
        address.isEmpty()
            ? QString()
            : u"<ResourceURL format=\"image/png\" resourceType=\"tile\" template=\"%1\"/>"_s.arg(address);
    return u"<Layer><ows:Title>%1 of the city</ows:Title><ows:Identifier>%1</ows:Identifier>"
           "<ows:WGS84BoundingBox><ows:LowerCorner>116 32</ows:LowerCorner><ows:UpperCorner>117 33"
           "</ows:UpperCorner></ows:WGS84BoundingBox>"
           "<Style><ows:Identifier>dark</ows:Identifier></Style><Style isDefault=\"true\"><ows:Identifier>"
           "plain</ows:Identifier></Style><Format>image/jpeg</Format><Format>image/png</Format>%2%3</Layer>"_s
               .arg(id, links, resource);
}

} // namespace

QByteArray wmtsDocument(const QString& address) {
    QString web;
    for (int zoom = 3; zoom <= 6; ++zoom)
        web += matrix(zoom, 0, 0, 1 << zoom, 1 << zoom);
    const QString text =
        u"<?xml version=\"1.0\"?><Capabilities xmlns=\"http://www.opengis.net/wmts/1.0\" "
        "xmlns:ows=\"http://www.opengis.net/ows/1.1\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "version=\"1.0.0\"><ows:ServiceProvider><ows:ProviderName>测绘院</ows:ProviderName>"
        "</ows:ServiceProvider><ows:OperationsMetadata><ows:Operation name=\"GetTile\"><ows:DCP><ows:HTTP>"
        "<ows:Get xlink:href=\"tiles?\"><ows:Constraint name=\"GetEncoding\"><ows:AllowedValues>"
        "<ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get></ows:HTTP></ows:DCP>"
        "</ows:Operation></ows:OperationsMetadata><Contents>"_s +
        layer(u"relief"_s, {u"local"_s}, {}) +
        layer(u"streets"_s, {u"local"_s, u"web"_s, u"part"_s}, address) +
        set(u"local"_s, u"urn:ogc:def:crs:EPSG::4490"_s, matrix(3, 0, 0, 8, 8)) +
        set(u"web"_s, u"urn:ogc:def:crs:EPSG::3857"_s, web) +
        set(u"part"_s, u"EPSG:900913"_s, matrix(5, 4, 2, 8, 8)) + u"</Contents></Capabilities>"_s;
    return text.toUtf8();
}

} // namespace tridesk::test
