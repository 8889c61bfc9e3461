// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/wmts_tiles.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::maps {

namespace {

using Code = SourceTrouble::Code;

constexpr double worldMetres = 40'075'016.685578488; // the equator of EPSG:3857
constexpr double pixelMetres = 0.00028;              // OGC 07-057r7, 6.1: a standardised pixel
constexpr qsizetype mostNamed = 12;                  // in a trouble's words

bool isMercator(const QString& crs) {
    static const QRegularExpression code(u"(?:^|\\D)(3857|900913|102100|102113)$"_s);
    return code.match(crs).hasMatch();
}

/// A whole number, by the precision with which servers write scales and corners.
std::optional<int> whole(double value) {
    constexpr double slack = 0.01;
    constexpr double most = 1 << 24; // columns or rows at the last zoom
    const double near = std::round(value);
    return std::abs(value) < most && std::abs(value - near) < slack ? std::optional(int(near)) : std::nullopt;
}

bool fits(const WmtsMatrix& matrix) {
    return matrix.tileWidth == matrix.tileHeight && (matrix.tileWidth == 256 || matrix.tileWidth == 512) &&
           matrix.scale > 0 && matrix.columns > 0 && matrix.rows > 0;
}

QString named(const QStringList& names) {
    return QStringList(names.first(std::min(mostNamed, names.size()))).join(u", "_s) +
           (names.size() > mostNamed ? u", …"_s : QString());
}

QString bestFormat(const QStringList& formats) {
    for (const QLatin1StringView good : {"image/png"_L1, "image/jpeg"_L1, "image/jpg"_L1, "image/webp"_L1})
        if (formats.contains(good, Qt::CaseInsensitive))
            return good;
    return formats.value(0);
}

QString encoded(const QString& value) {
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

void fill(QString& address, const QString& placeholder, const QString& value) {
    address.replace(u'{' + placeholder + u'}', encoded(value), Qt::CaseInsensitive);
}

/// An address with parameters, which the tile's numbers are put into later. What else the site gave with the
/// address of the description, a key say, is given here too.
QString byParameters(const WmtsCapabilities& server, const WmtsLayer& layer, const TileSource& source) {
    const QUrl given(source.address);
    const QUrl url = server.getTile.isEmpty() ? given : given.resolved(QUrl(server.getTile));
    QUrlQuery query(url);
    const auto drop = [&query](const QString& key) {
        const auto items = query.queryItems();
        for (const auto& [name, value] : items)
            if (name.compare(key, Qt::CaseInsensitive) == 0)
                query.removeAllQueryItems(name);
    };
    const auto set = [&query, &drop](const QString& key, const QString& value) {
        drop(key);
        query.addQueryItem(key, encoded(value));
    };
    const auto extras = QUrlQuery(given).queryItems();
    for (const auto& [name, value] : extras)
        if (!query.hasQueryItem(name))
            query.addQueryItem(name, value);
    set(u"SERVICE"_s, u"WMTS"_s);
    set(u"REQUEST"_s, u"GetTile"_s);
    set(u"VERSION"_s, u"1.0.0"_s);
    set(u"LAYER"_s, layer.id);
    set(u"STYLE"_s, layer.style);
    set(u"FORMAT"_s, bestFormat(layer.formats));
    set(u"TILEMATRIXSET"_s, source.matrixSet);
    for (const auto& [name, value] : layer.dimensions)
        set(name, value);
    for (const QString& own : {u"TILEMATRIX"_s, u"TILEROW"_s, u"TILECOL"_s})
        drop(own);
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveQuery | QUrl::RemoveFragment) + u'?' +
           query.toString(QUrl::FullyEncoded) +
           u"&TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}"_s;
}

} // namespace

QStringList layersOf(const WmtsCapabilities& server) {
    QStringList names;
    for (const WmtsLayer& layer : server.layers)
        names << layer.id;
    return names;
}

QStringList mercatorSetsOf(const WmtsCapabilities& server) {
    QStringList names;
    for (const WmtsMatrixSet& set : server.matrixSets)
        if (isMercator(set.crs))
            names << set.id;
    return names;
}

std::expected<WmtsTiles, SourceTrouble> WmtsTiles::choose(const WmtsCapabilities& server,
                                                          const TileSource& source) {
    WmtsTiles made;
    bool hasLayer = false;
    bool hasMercator = false;
    for (const WmtsLayer& layer : server.layers) {
        if (!source.layer.isEmpty() && layer.id != source.layer)
            continue;
        hasLayer = true;
        for (const WmtsMatrixSet& set : server.matrixSets) {
            if (!layer.matrixSets.contains(set.id) || !isMercator(set.crs))
                continue;
            hasMercator = true;
            made.m_source = source;
            if ((!source.matrixSet.isEmpty() && set.id != source.matrixSet) || !made.takeMatrices(set))
                continue;
            made.m_source.layer = layer.id;
            made.m_source.matrixSet = set.id;
            made.m_bounds = layer.bounds;
            if (made.m_source.name.isEmpty())
                made.m_source.name = layer.title.isEmpty() ? layer.id : layer.title;
            if (made.m_source.attribution.isEmpty())
                made.m_source.attribution = server.provider;
            if (auto trouble = made.takeAddress(server, layer))
                return std::unexpected(std::move(trouble));
            return made;
        }
    }
    if (!hasLayer)
        return std::unexpected(SourceTrouble{Code::LayerUnknown, named(layersOf(server))});
    if (hasMercator && !source.matrixSet.isEmpty())
        return std::unexpected(SourceTrouble{Code::MatrixSetUnknown, named(mercatorSetsOf(server))});
    QStringList all;
    for (const WmtsMatrixSet& set : server.matrixSets)
        all << set.id;
    return std::unexpected(SourceTrouble{Code::NoMercatorLayer, named(all)});
}

/// Those of its matrices that lie on the usual grid, in one size of pictures.
bool WmtsTiles::takeMatrices(const WmtsMatrixSet& set) {
    m_zooms.clear();
    int size = 0;
    for (const WmtsMatrix& matrix : set.matrices) {
        if (!fits(matrix) || (size != 0 && matrix.tileWidth != size))
            continue;
        const double edge = matrix.scale * pixelMetres * matrix.tileWidth;
        const auto zoom = whole(std::log2(worldMetres / edge));
        // Some write north before east, as EPSG orders the axes of other systems.
        const bool swapped = matrix.left > 0 && matrix.top < 0;
        const auto left = whole(((swapped ? matrix.top : matrix.left) + worldMetres / 2) / edge);
        const auto top = whole((worldMetres / 2 - (swapped ? matrix.left : matrix.top)) / edge);
        if (!zoom || *zoom < 0 || *zoom > TileSource::mostZoom || !left || !top)
            continue;
        size = matrix.tileWidth;
        m_zooms.emplace(*zoom, Zoom{.matrix = matrix.id,
                                    .left = *left,
                                    .top = *top,
                                    .columns = matrix.columns,
                                    .rows = matrix.rows});
    }
    if (m_zooms.empty())
        return false;
    m_source.tileSize = size;
    m_source.minZoom = std::max(m_source.minZoom, m_zooms.begin()->first);
    m_source.maxZoom = std::min(m_source.maxZoom, m_zooms.rbegin()->first);
    return m_source.minZoom <= m_source.maxZoom;
}

SourceTrouble WmtsTiles::takeAddress(const WmtsCapabilities& server, const WmtsLayer& layer) {
    const auto isBest = [best = bestFormat(layer.formats)](const auto& one) { return one.first == best; };
    const auto found = std::ranges::find_if(layer.templates, isBest);
    if (!layer.templates.empty()) {
        m_template = found != layer.templates.end() ? found->second : layer.templates.front().second;
        fill(m_template, u"style"_s, layer.style);
        fill(m_template, u"TileMatrixSet"_s, m_source.matrixSet);
        fill(m_template, u"layer"_s, layer.id);
        for (const auto& [name, value] : layer.dimensions)
            fill(m_template, name, value);
    } else {
        m_template = byParameters(server, layer, m_source);
    }
    const auto& [zoom, first] = *m_zooms.lower_bound(m_source.minZoom);
    const auto url = this->url({zoom, first.left, first.top});
    if (url && (url->scheme() == "http"_L1 || url->scheme() == "https"_L1) && !url->host().isEmpty() &&
        !url->toString().contains(u'{') && url->userInfo().isEmpty())
        return {};
    return {Code::CapabilitiesWrong, u"ResourceURL: "_s + m_template.left(120)};
}

std::optional<QUrl> WmtsTiles::url(TileId id) const {
    const auto zoom = m_zooms.find(id.z);
    if (zoom == m_zooms.end())
        return {};
    const int column = id.x - zoom->second.left;
    const int row = id.y - zoom->second.top;
    if (column < 0 || row < 0 || column >= zoom->second.columns || row >= zoom->second.rows)
        return {};
    QString address = m_template;
    fill(address, u"TileMatrix"_s, zoom->second.matrix);
    fill(address, u"TileRow"_s, QString::number(row));
    fill(address, u"TileCol"_s, QString::number(column));
    return QUrl(m_source.address).resolved(QUrl(address));
}

} // namespace tridesk::maps
