// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/layer_builder.h"
#include "maps/layers/readers.h"
#include "maps/layers/xml_reader.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

class Gpx {
public:
    explicit Gpx(const QByteArray& bytes)
        : m_xml(bytes) {}

    [[nodiscard]] std::expected<Layer, QString> read() {
        bool isGpx = false;
        if (m_xml.next() && m_xml.isStart() && m_xml.name() == u"gpx") {
            isGpx = true;
            m_xml.children([&] {
                if (m_xml.name() == u"wpt")
                    wayPoint();
                else if (m_xml.name() == u"rte")
                    route();
                else if (m_xml.name() == u"trk")
                    track();
            });
        }
        if (!m_xml.error().isEmpty())
            return std::unexpected(m_xml.error());
        if (!isGpx)
            return std::unexpected(u"no GPX: its first element is no <gpx>"_s);
        return m_builder.take();
    }

private:
    struct Stretch {
        QList<QGeoCoordinate> points;
        QList<QDateTime> times;
    };
    using Fields = QList<std::pair<QString, QString>>;

    [[nodiscard]] bool start(const Fields& fields = {}) {
        if (!m_builder.start()) {
            m_xml.stop();
            return false;
        }
        for (const auto& [key, value] : fields)
            m_builder.set(key, value);
        return true;
    }

    [[nodiscard]] bool isField() const {
        return m_xml.name() == u"name" || m_xml.name() == u"desc" || m_xml.name() == u"cmt" ||
               m_xml.name() == u"type" || m_xml.name() == u"sym" || m_xml.name() == u"time";
    }

    [[nodiscard]] std::optional<QGeoCoordinate> place() {
        const QString lat = m_xml.attribute("lat"_L1);
        const QString lon = m_xml.attribute("lon"_L1);
        bool isLatitude = false;
        bool isLongitude = false;
        const double latitude = lat.toDouble(&isLatitude);
        const double longitude = lon.toDouble(&isLongitude);
        if (!isLatitude || !isLongitude) {
            m_builder.fault(LayerProblem::NotANumber, isLatitude ? u"lon"_s : u"lat"_s,
                            isLatitude ? lon : lat);
            return std::nullopt;
        }
        const auto at = coordinateOf(latitude, longitude);
        if (!at)
            m_builder.fault(LayerProblem::OutOfRange, std::abs(latitude) > 90 ? u"lat"_s : u"lon"_s,
                            std::abs(latitude) > 90 ? lat : lon);
        return at;
    }

    void wayPoint() {
        if (!start())
            return;
        const auto at = place();
        m_xml.children([&] {
            const QString key = m_xml.name().toString();
            if (isField())
                m_builder.set(key, m_xml.text());
        });
        m_builder.finish({.kind = ShapeKind::Point,
                          .parts = {at ? QList<QGeoCoordinate>{*at} : QList<QGeoCoordinate>()},
                          .times = {}});
    }

    void point(Stretch& stretch) {
        if (stretch.points.size() > layer_limits::Points)
            return;
        const auto at = place();
        QDateTime time;
        m_xml.children([&] {
            if (m_xml.name() == u"time")
                time = QDateTime::fromString(m_xml.text().trimmed(), Qt::ISODateWithMs);
        });
        if (!at)
            return;
        stretch.points.append(*at);
        stretch.times.append(time);
    }

    void keep(const Stretch& stretch) {
        const bool hasTimes = std::ranges::all_of(stretch.times, &QDateTime::isValid);
        m_builder.finish({.kind = ShapeKind::Line,
                          .parts = {stretch.points},
                          .times = hasTimes ? stretch.times : QList<QDateTime>()});
    }

    void route() {
        if (!start())
            return;
        Stretch stretch;
        m_xml.children([&] {
            const QString key = m_xml.name().toString();
            if (key == u"rtept")
                point(stretch);
            else if (isField())
                m_builder.set(key, m_xml.text());
        });
        keep(stretch);
    }

    void track() {
        Fields fields;
        m_xml.children([&] {
            const QString key = m_xml.name().toString();
            if (isField())
                fields.append({key, m_xml.text()});
            if (key != u"trkseg" || !start(fields))
                return;
            Stretch stretch;
            m_xml.children([&] {
                if (m_xml.name() == u"trkpt")
                    point(stretch);
            });
            keep(stretch);
        });
    }

    BoundedXml m_xml;
    LayerBuilder m_builder{u"GPX"_s};
};

} // namespace

std::expected<Layer, QString> readGpx(const QByteArray& bytes) {
    return Gpx(bytes).read();
}

} // namespace tridesk::maps
