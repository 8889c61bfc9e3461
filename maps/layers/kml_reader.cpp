// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/layer_builder.h"
#include "maps/layers/readers.h"
#include "maps/layers/xml_reader.h"

#include <QStringTokenizer>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

class Kml {
public:
    explicit Kml(const QByteArray& bytes)
        : m_xml(bytes) {}

    [[nodiscard]] std::expected<Layer, QString> read() {
        bool isKml = false;
        if (m_xml.next() && m_xml.isStart() && m_xml.name() == u"kml") {
            isKml = true;
            container({});
        }
        if (!m_xml.error().isEmpty())
            return std::unexpected(m_xml.error());
        if (!isKml)
            return std::unexpected(u"no KML: its first element is no <kml>"_s);
        return m_builder.take();
    }

private:
    void container(const QString& outer) {
        QString folder = outer;
        m_xml.children([&] {
            const QStringView name = m_xml.name();
            if (name == u"Placemark")
                placemark(folder);
            else if (name == u"Document" || name == u"Folder")
                container(folder);
            else if (name == u"name")
                folder = m_xml.text();
        });
    }

    void placemark(const QString& folder) {
        if (!m_builder.start()) {
            m_xml.stop();
            return;
        }
        m_shape = {};
        m_builder.set(u"folder"_s, folder);
        m_xml.children([&] {
            const QString name = m_xml.name().toString();
            if (name == u"name" || name == u"description" || name == u"address" || name == u"phoneNumber")
                m_builder.set(name, m_xml.text());
            else if (name == u"ExtendedData")
                extended();
            else
                geometry(name);
        });
        m_builder.finish(std::move(m_shape));
    }

    void extended() {
        m_xml.children([&] {
            const QString key = m_xml.attribute("name"_L1);
            if (m_xml.name() == u"Data")
                m_xml.children([&] {
                    if (m_xml.name() == u"value")
                        m_builder.set(key, m_xml.text());
                });
            else if (m_xml.name() == u"SchemaData")
                m_xml.children([&] {
                    const QString field = m_xml.attribute("name"_L1);
                    if (m_xml.name() == u"SimpleData")
                        m_builder.set(field, m_xml.text());
                });
        });
    }

    void geometry(QStringView name) {
        if (name == u"Point")
            add(ShapeKind::Point, coordinates());
        else if (name == u"LineString" || name == u"LinearRing")
            add(ShapeKind::Line, coordinates());
        else if (name == u"Polygon")
            polygon();
        else if (name == u"MultiGeometry")
            m_xml.children([&] { geometry(m_xml.name()); });
        else if (name == u"Track")
            track();
        else if (name == u"Model")
            m_builder.fault(LayerProblem::NotAShape, u"geometry"_s, name.toString());
    }

    /// What a placemark has of another kind than its first is left out of it.
    void add(ShapeKind kind, const QList<QGeoCoordinate>& part) {
        if (m_shape.kind == ShapeKind::None)
            m_shape.kind = kind;
        if (m_shape.kind == kind && (kind != ShapeKind::Point || m_shape.parts.isEmpty()))
            m_shape.parts.append(part);
    }

    void polygon() {
        m_xml.children([&] { // outerBoundaryIs, innerBoundaryIs
            m_xml.children([&] {
                if (m_xml.name() != u"LinearRing")
                    return;
                QList<QGeoCoordinate> ring = coordinates();
                openRing(ring);
                add(ShapeKind::Area, ring);
            });
        });
    }

    [[nodiscard]] QList<QGeoCoordinate> coordinates() {
        QList<QGeoCoordinate> points;
        m_xml.children([&] {
            if (m_xml.name() != u"coordinates")
                return;
            QString text = m_xml.text();
            for (QChar& c : text)
                if (c.isSpace())
                    c = u' ';
            for (const QStringView tuple : QStringTokenizer(text, u' ', Qt::SkipEmptyParts))
                if (points.size() <= layer_limits::Points)
                    addPoint(points, tuple.split(u','), tuple);
        });
        return points;
    }

    /// Longitude, latitude, and a height that does not matter.
    void addPoint(QList<QGeoCoordinate>& points, const QList<QStringView>& tuple, QStringView said) {
        bool isLongitude = false;
        bool isLatitude = false;
        const double longitude = tuple.value(0).toDouble(&isLongitude);
        const double latitude = tuple.value(1).toDouble(&isLatitude);
        if (!isLongitude || !isLatitude)
            return m_builder.fault(LayerProblem::NotANumber, u"coordinates"_s, said.left(80).toString());
        const auto at = coordinateOf(latitude, longitude);
        if (!at)
            return m_builder.fault(LayerProblem::OutOfRange, u"coordinates"_s, said.left(80).toString());
        points.append(*at);
    }

    void track() {
        QList<QGeoCoordinate> points;
        QList<QDateTime> times;
        m_xml.children([&] {
            if (points.size() > layer_limits::Points)
                return;
            if (m_xml.name() == u"when") {
                times.append(QDateTime::fromString(m_xml.text().trimmed(), Qt::ISODateWithMs));
            } else if (m_xml.name() == u"coord") {
                const QString text = m_xml.text().simplified();
                addPoint(points, QStringView(text).split(u' '), text);
            }
        });
        add(ShapeKind::Line, points);
        if (times.size() == points.size() && m_shape.parts.size() == 1)
            m_shape.times = times;
    }

    BoundedXml m_xml;
    LayerBuilder m_builder{u"KML"_s};
    Shape m_shape;
};

} // namespace

std::expected<Layer, QString> readKml(const QByteArray& bytes) {
    return Kml(bytes).read();
}

} // namespace tridesk::maps
