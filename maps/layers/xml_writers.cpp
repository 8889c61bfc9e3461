// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/writers.h"

#include <QXmlStreamWriter>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

QString number(double degrees) {
    return QString::number(degrees, 'f', 7);
}

/// Without what XML 1.0 cannot hold at all, not even escaped.
QString plain(QString text) {
    return text.removeIf([](QChar c) {
        return (c < u' ' && c != u'\t' && c != u'\n' && c != u'\r') || c == QChar(0xfffe) ||
               c == QChar(0xffff);
    });
}

void element(QXmlStreamWriter& xml, const QString& name, const QString& text) {
    if (!text.isEmpty())
        xml.writeTextElement(name, plain(text));
}

class Kml {
public:
    explicit Kml(QByteArray& bytes)
        : m_xml(&bytes) {}

    void write(const QList<MappedFeature>& features) {
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"kml"_s);
        m_xml.writeDefaultNamespace(u"http://www.opengis.net/kml/2.2"_s);
        m_xml.writeStartElement(u"Document"_s);
        for (const MappedFeature& feature : features)
            placemark(feature);
        m_xml.writeEndDocument();
    }

private:
    void placemark(const MappedFeature& feature) {
        m_xml.writeStartElement(u"Placemark"_s);
        element(m_xml, u"name"_s, feature.name);
        element(m_xml, u"address"_s, feature.address);
        m_xml.writeStartElement(u"ExtendedData"_s);
        data(u"ref"_s, feature.ref);
        data(u"name_en"_s, feature.nameEn);
        data(u"kind"_s, feature.kind);
        data(u"heading"_s, feature.heading ? QString::number(*feature.heading) : QString());
        m_xml.writeEndElement();
        shape(feature.shape);
        m_xml.writeEndElement();
    }

    void data(const QString& key, const QString& value) {
        if (value.isEmpty())
            return;
        m_xml.writeStartElement(u"Data"_s);
        m_xml.writeAttribute(u"name"_s, key);
        element(m_xml, u"value"_s, value);
        m_xml.writeEndElement();
    }

    void shape(const Shape& shape) {
        const bool isArea = shape.kind == ShapeKind::Area;
        const auto polygons = isArea ? polygonsOf(shape) : QList<QList<QList<QGeoCoordinate>>>();
        const bool areSeveral = (isArea ? polygons.size() : shape.parts.size()) > 1;
        if (areSeveral)
            m_xml.writeStartElement(u"MultiGeometry"_s);
        for (const auto& rings : polygons)
            polygon(rings);
        for (const auto& part : isArea ? QList<QList<QGeoCoordinate>>() : shape.parts)
            coordinates(shape.kind == ShapeKind::Point ? u"Point"_s : u"LineString"_s, part);
        if (areSeveral)
            m_xml.writeEndElement();
    }

    void polygon(const QList<QList<QGeoCoordinate>>& rings) {
        m_xml.writeStartElement(u"Polygon"_s);
        for (qsizetype i = 0; i < rings.size(); ++i) {
            m_xml.writeStartElement(i == 0 ? u"outerBoundaryIs"_s : u"innerBoundaryIs"_s);
            coordinates(u"LinearRing"_s, rings[i] + rings[i].first(1));
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    void coordinates(const QString& name, const QList<QGeoCoordinate>& points) {
        QStringList tuples;
        for (const QGeoCoordinate& at : points)
            tuples.append(number(at.longitude()) + u',' + number(at.latitude()));
        m_xml.writeStartElement(name);
        m_xml.writeTextElement(u"coordinates"_s, tuples.join(u' '));
        m_xml.writeEndElement();
    }

    QXmlStreamWriter m_xml;
};

class Gpx {
public:
    explicit Gpx(WrittenLayer& written)
        : m_written(written)
        , m_xml(&written.bytes) {}

    void write(const QList<MappedFeature>& features) {
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"gpx"_s);
        m_xml.writeDefaultNamespace(u"http://www.topografix.com/GPX/1/1"_s);
        m_xml.writeAttribute(u"version"_s, u"1.1"_s);
        m_xml.writeAttribute(u"creator"_s, u"Tridesk"_s);
        // In the order that the schema wants.
        each(features, [](const Shape& shape) { return shape.kind == ShapeKind::Point; }, &Gpx::wayPoint);
        each(
            features, [](const Shape& shape) { return shape.kind == ShapeKind::Line && !isTrack(shape); },
            &Gpx::routes);
        each(features, &Gpx::isTrack, &Gpx::track);
        m_xml.writeEndDocument();
        m_written.leftOut = features.size() - m_written.written;
    }

private:
    static bool isTrack(const Shape& shape) {
        return shape.kind == ShapeKind::Line && !shape.times.isEmpty() &&
               shape.times.size() == shape.parts.first().size();
    }

    void each(const QList<MappedFeature>& features, bool (*isWanted)(const Shape&),
              void (Gpx::*one)(const MappedFeature&)) {
        for (const MappedFeature& feature : features) {
            if (!isWanted(feature.shape))
                continue;
            ++m_written.written;
            (this->*one)(feature);
        }
    }

    void startPoint(const QString& name, const QGeoCoordinate& at) {
        m_xml.writeStartElement(name);
        m_xml.writeAttribute(u"lat"_s, number(at.latitude()));
        m_xml.writeAttribute(u"lon"_s, number(at.longitude()));
    }

    void describe(const MappedFeature& feature) {
        element(m_xml, u"name"_s, feature.name.isEmpty() ? feature.nameEn : feature.name);
        element(m_xml, u"desc"_s, feature.address);
        element(m_xml, u"type"_s, feature.kind);
    }

    void wayPoint(const MappedFeature& feature) {
        startPoint(u"wpt"_s, feature.shape.parts.first().first());
        describe(feature);
        m_xml.writeEndElement();
    }

    void routes(const MappedFeature& feature) {
        for (const QList<QGeoCoordinate>& points : feature.shape.parts) {
            m_xml.writeStartElement(u"rte"_s);
            describe(feature);
            for (const QGeoCoordinate& at : points) {
                startPoint(u"rtept"_s, at);
                m_xml.writeEndElement();
            }
            m_xml.writeEndElement();
        }
    }

    void track(const MappedFeature& feature) {
        const QList<QGeoCoordinate>& points = feature.shape.parts.first();
        m_xml.writeStartElement(u"trk"_s);
        describe(feature);
        m_xml.writeStartElement(u"trkseg"_s);
        for (qsizetype i = 0; i < points.size(); ++i) {
            startPoint(u"trkpt"_s, points[i]);
            element(m_xml, u"time"_s, feature.shape.times[i].toUTC().toString(Qt::ISODateWithMs));
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    WrittenLayer& m_written;
    QXmlStreamWriter m_xml;
};

} // namespace

WrittenLayer writeKml(const QList<MappedFeature>& features) {
    WrittenLayer written{.bytes = {}, .written = features.size(), .leftOut = 0};
    Kml(written.bytes).write(features);
    return written;
}

WrittenLayer writeGpx(const QList<MappedFeature>& features) {
    WrittenLayer written;
    Gpx(written).write(features);
    return written;
}

} // namespace tridesk::maps
