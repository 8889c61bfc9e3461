// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/wmts_reader.h"

#include "maps/layers/xml_reader.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::maps {

namespace {

constexpr qsizetype mostItems = 200; // formats, links, templates, dimensions of one layer
constexpr double farthest = 1e9;     // metres or degrees: more is no place on earth

class WmtsReader {
public:
    explicit WmtsReader(const QByteArray& document)
        : m_xml(document) {}

    std::expected<WmtsCapabilities, QString> read() {
        if (!m_xml.next() || m_xml.name() != "Capabilities"_L1)
            return std::unexpected(broken().isEmpty() ? u"<%1>"_s.arg(m_xml.name().left(80)) : broken());
        m_xml.children([this] { section(); });
        if (m_problem.isEmpty())
            m_problem = broken();
        if (m_problem.isEmpty() && m_found.layers.empty())
            m_problem = u"<Layer>"_s;
        if (!m_problem.isEmpty())
            return std::unexpected(m_problem);
        return std::move(m_found);
    }

private:
    /// Where, and no more: what Qt says of it is in the language of the window.
    [[nodiscard]] QString broken() const {
        return m_xml.error().startsWith("no XML"_L1) ? u"XML:%1"_s.arg(m_xml.line()) : m_xml.error();
    }
    [[nodiscard]] bool is(QLatin1StringView name) const { return m_xml.name() == name; }
    [[nodiscard]] QString text() { return m_xml.text().simplified().left(wmts_limits::Text); }
    void fail(const QString& why) {
        if (m_problem.isEmpty())
            m_problem = why;
        m_xml.stop();
    }
    double number(QLatin1StringView name) {
        const QString value = text();
        bool ok = false;
        const double read = value.toDouble(&ok);
        if (!ok || !std::isfinite(read))
            fail(u"<%1> %2"_s.arg(name, value.left(80)));
        return ok ? read : 0;
    }
    int count(QLatin1StringView name) {
        const double read = number(name);
        constexpr double most = 1 << 30;
        if (read < 1 || read > most)
            fail(u"<%1> %2"_s.arg(name).arg(read));
        return read >= 1 && read <= most ? int(read) : 0;
    }
    std::pair<double, double> corner(QLatin1StringView name) {
        const QString value = text();
        const QStringList parts = value.split(u' ');
        bool first = false;
        bool second = false;
        const std::pair at(parts.value(0).toDouble(&first), parts.value(1).toDouble(&second));
        if (!first || !second || !(std::abs(at.first) < farthest) || !(std::abs(at.second) < farthest))
            fail(u"<%1> %2"_s.arg(name, value.left(80)));
        return at;
    }

    void section() {
        if (is("ServiceProvider"_L1))
            m_xml.children([this] {
                if (is("ProviderName"_L1))
                    m_found.provider = text();
            });
        else if (is("OperationsMetadata"_L1))
            m_xml.children([this] {
                if (is("Operation"_L1) && m_xml.attribute("name"_L1) == "GetTile"_L1)
                    getTile();
            });
        else if (is("Contents"_L1))
            m_xml.children([this] { content(); });
    }

    /// The first address that takes parameters.
    void getTile() {
        m_xml.children([this] {     // DCP
            m_xml.children([this] { // HTTP
                m_xml.children([this] {
                    if (!is("Get"_L1))
                        return;
                    const QString address = m_xml.attribute("xlink:href"_L1).left(wmts_limits::Text);
                    const QString encodings = m_xml.text();
                    const bool takes =
                        encodings.simplified().isEmpty() || encodings.contains("KVP"_L1, Qt::CaseInsensitive);
                    if (m_found.getTile.isEmpty() && takes)
                        m_found.getTile = address;
                });
            });
        });
    }

    void content() {
        if (is("Layer"_L1)) {
            if (m_found.layers.size() >= wmts_limits::Layers)
                return fail(u"<Layer> > %1"_s.arg(wmts_limits::Layers));
            m_found.layers.push_back(layer());
        } else if (is("TileMatrixSet"_L1)) {
            if (m_found.matrixSets.size() >= wmts_limits::MatrixSets)
                return fail(u"<TileMatrixSet> > %1"_s.arg(wmts_limits::MatrixSets));
            m_found.matrixSets.push_back(matrixSet());
        }
    }

    WmtsLayer layer() {
        WmtsLayer made;
        bool hasDefault = false;
        m_xml.children([&] {
            if (is("Identifier"_L1))
                made.id = text();
            else if (is("Title"_L1) && made.title.isEmpty())
                made.title = text();
            else if (is("Format"_L1) && made.formats.size() < mostItems)
                made.formats << text();
            else if (is("Style"_L1))
                style(made, hasDefault);
            else if (is("TileMatrixSetLink"_L1))
                m_xml.children([&] {
                    if (is("TileMatrixSet"_L1) && made.matrixSets.size() < mostItems)
                        made.matrixSets << text();
                });
            else if (is("ResourceURL"_L1))
                address(made);
            else if (is("Dimension"_L1))
                dimension(made);
            else if (is("WGS84BoundingBox"_L1))
                made.bounds = bounds();
        });
        return made;
    }

    void style(WmtsLayer& into, bool& hasDefault) {
        const bool isDefault = m_xml.attribute("isDefault"_L1) == "true"_L1;
        QString id;
        m_xml.children([&] {
            if (is("Identifier"_L1))
                id = text();
        });
        if (into.style.isEmpty() || (isDefault && !hasDefault))
            into.style = id;
        hasDefault = hasDefault || isDefault;
    }

    void address(WmtsLayer& into) {
        if (m_xml.attribute("resourceType"_L1) == "tile"_L1 && qsizetype(into.templates.size()) < mostItems)
            into.templates.emplace_back(m_xml.attribute("format"_L1).left(wmts_limits::Text),
                                        m_xml.attribute("template"_L1).left(wmts_limits::Text));
    }

    void dimension(WmtsLayer& into) {
        std::pair<QString, QString> made;
        m_xml.children([&] {
            if (is("Identifier"_L1))
                made.first = text();
            else if (is("Default"_L1))
                made.second = text();
        });
        if (qsizetype(into.dimensions.size()) < mostItems)
            into.dimensions.push_back(std::move(made));
    }

    QRectF bounds() {
        std::pair<double, double> low;
        std::pair<double, double> high;
        m_xml.children([&] {
            if (is("LowerCorner"_L1))
                low = corner("LowerCorner"_L1);
            else if (is("UpperCorner"_L1))
                high = corner("UpperCorner"_L1);
        });
        const QRectF box(QPointF(low.first, low.second), QPointF(high.first, high.second));
        return box.isValid() ? box : QRectF();
    }

    WmtsMatrixSet matrixSet() {
        WmtsMatrixSet made;
        m_xml.children([&] {
            if (is("Identifier"_L1))
                made.id = text();
            else if (is("SupportedCRS"_L1))
                made.crs = text();
            else if (is("TileMatrix"_L1) && made.matrices.size() >= wmts_limits::Matrices)
                fail(u"<TileMatrix> > %1"_s.arg(wmts_limits::Matrices));
            else if (is("TileMatrix"_L1))
                made.matrices.push_back(matrix());
        });
        return made;
    }

    WmtsMatrix matrix() {
        WmtsMatrix made;
        m_xml.children([&] {
            if (is("Identifier"_L1))
                made.id = text();
            else if (is("ScaleDenominator"_L1))
                made.scale = number("ScaleDenominator"_L1);
            else if (is("TopLeftCorner"_L1))
                std::tie(made.left, made.top) = corner("TopLeftCorner"_L1);
            else if (is("TileWidth"_L1))
                made.tileWidth = count("TileWidth"_L1);
            else if (is("TileHeight"_L1))
                made.tileHeight = count("TileHeight"_L1);
            else if (is("MatrixWidth"_L1))
                made.columns = count("MatrixWidth"_L1);
            else if (is("MatrixHeight"_L1))
                made.rows = count("MatrixHeight"_L1);
        });
        return made;
    }

    BoundedXml m_xml;
    WmtsCapabilities m_found;
    QString m_problem;
};

} // namespace

std::expected<WmtsCapabilities, QString> readWmts(const QByteArray& document) {
    if (document.size() > wmts_limits::Bytes)
        return std::unexpected(u"> %1 bytes"_s.arg(wmts_limits::Bytes));
    return WmtsReader(document).read();
}

} // namespace tridesk::maps
