// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/basemap.h"

#include "maps/raster/file_provider.h"
#include "ui/map/tile_cover.h"

#include <QFuture>
#include <QThread>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>
#include <expected>

namespace tridesk::ui {
namespace {

constexpr qsizetype pictureBytes = 160 * 1024 * 1024; // some 150 tiles of 512 pixels
constexpr int prefetchPixels = 256;
constexpr double labelledMove = 96; // logical pixels; names are placed for 160 around the view
constexpr int standInLevels = 3;    // one such tile stands in for 64

double distanceFrom(const MapView& view, maps::TileId id) {
    const double tiles = double(1LL << id.z);
    const QPointF d = QPointF((id.x + 0.5) / tiles, (id.y + 0.5) / tiles) - view.centre();
    return std::hypot(d.x(), d.y());
}

bool isPictureFormat(const QString& format) {
    return format == u"png" || format == u"jpg" || format == u"jpeg" || format == u"webp";
}

} // namespace

Basemap::Basemap(QObject* parent)
    : QObject(parent)
    , m_style(std::make_shared<const MapStyle>(MapStyle::day()))
    , m_pictures(pictureBytes) {}

Basemap::~Basemap() = default;

void Basemap::open(const maps::TileSource& file) {
    close();
    m_isOpening = true;
    QtConcurrent::run(maps::lookInto, file.address)
        .then(this, [this, file, turn = m_turn](const std::expected<maps::MbTilesInfo, QString>& info) {
            if (turn != m_turn)
                return;
            m_isOpening = false;
            if (info)
                begin(file, *info);
            else
                Q_EMIT failed(info.error());
        });
}

void Basemap::begin(const maps::TileSource& file, const maps::MbTilesInfo& info) {
    if (isPictureFormat(info.format)) {
        open(std::make_unique<maps::FileProvider>(file));
        return;
    }
    if (info.format != u"pbf") {
        Q_EMIT failed(tr("%1 holds tiles of the format “%2”; pbf, png, jpg and webp can be shown")
                          .arg(file.address, info.format.left(40)));
        return;
    }
    m_info = info;
    if (!file.attribution.isEmpty())
        m_info.attribution = file.attribution;
    const int painters = std::clamp(QThread::idealThreadCount() - 1, 1, 3);
    m_workers = std::make_unique<BasemapWorkers>(file.address, m_info.maxZoom, painters);
    connect(m_workers.get(), &BasemapWorkers::painted, this, &Basemap::onPainted);
    connect(m_workers.get(), &BasemapWorkers::labelled, this, &Basemap::onLabelled);
    askTiles();
    askLabels();
    Q_EMIT opened();
    Q_EMIT changed();
}

void Basemap::close() {
    ++m_turn;
    m_isOpening = false;
    m_workers.reset();
    m_raster.reset();
    m_trouble = {};
    m_passing.clear();
    m_pictures.clear();
    m_missing.clear();
    m_labels.reset();
    m_labelAtlas = {};
    m_labelsWanted = false;
    m_info = {};
}

void Basemap::setStyle(StylePtr style) {
    m_style = std::move(style);
    m_pictures.clear();
    m_passing.clear();
    askTiles();
    askLabels();
    Q_EMIT changed();
}

void Basemap::setLanguage(LabelLanguage language) {
    m_language = language;
    askLabels();
}

void Basemap::aimAt(const MapView& view) {
    if (view == m_aim)
        return;
    m_aim = view;
    askTiles();
    // Names are placed for some way around the view: only a longer way, or another zoom, needs new ones.
    const QPointF moved = (view.centre() - m_labelAim.centre()) * view.worldPixels();
    if (!view.isPanOf(m_labelAim) || std::max(std::abs(moved.x()), std::abs(moved.y())) > labelledMove)
        askLabels();
}

void Basemap::askTiles() {
    if (!isOpen() || m_aim.size().isEmpty())
        return;
    const int pixels = int(std::lround(tileScale(m_aim).pixels));
    const auto nearer = [this](maps::TileId id) { return distanceFrom(m_aim, id); };
    auto seen = tilesIn(m_aim, 0);
    std::ranges::sort(seen, {}, nearer);
    auto around = tilesIn(m_aim, prefetchPixels);
    std::ranges::sort(around, {}, nearer);
    for (const maps::TileId id : around) {
        if (!std::ranges::contains(seen, id))
            seen.push_back(id);
    }
    m_missing.clear();
    for (const maps::TileId id : seen) {
        if (m_pictures.find(id, pixels) == nullptr)
            m_missing.push_back({id, pixels, m_aim.dpr()});
    }
    askStandIns(seen);
    if (m_workers) {
        m_workers->wantTiles(m_missing, m_style);
        return;
    }
    std::vector<TilePicture> wanted = m_missing;
    for (const maps::TileId id : seen)
        if (m_passing.contains(id) && m_pictures.find(id, pixels) != nullptr)
            wanted.push_back({id, pixels, m_aim.dpr()});
    wantPieces(wanted);
}

// A few coarse tiles around the view, so that wherever the hand throws the map something lies there.
void Basemap::askStandIns(const std::vector<maps::TileId>& around) {
    const int pixels = int(std::lround(512 * m_aim.dpr()));
    for (const maps::TileId id : around) {
        const int up = std::min(standInLevels, id.z - m_info.minZoom);
        if (up <= 0)
            return;
        const maps::TileId coarse = id.ancestor(up);
        const auto sameTile = [coarse](const TilePicture& p) { return p.id == coarse; };
        if (m_pictures.find(coarse, pixels) == nullptr && std::ranges::none_of(m_missing, sameTile))
            m_missing.push_back({coarse, pixels, m_aim.dpr()});
    }
}

void Basemap::askLabels() {
    if (!m_workers || m_aim.size().isEmpty())
        return;
    m_labelAim = m_aim;
    m_labelsWanted = true;
    m_workers->wantLabels({m_aim, m_style, m_language, m_labels ? m_labels->keys : QSet<quint64>()});
}

bool Basemap::isComplete() const {
    return !m_isOpening && (!isOpen() || (m_missing.empty() && !m_labelsWanted));
}

void Basemap::onPainted(const TilePicture& picture, const QImage& image, const StylePtr& style) {
    if (m_workers)
        m_workers->taken(picture, style);
    if (style == m_style)
        keep(picture, image);
}

void Basemap::keep(const TilePicture& picture, const QImage& image) {
    m_pictures.put(picture.id, QPixmap::fromImage(image));
    std::erase_if(m_missing,
                  [&](const TilePicture& m) { return m.id == picture.id && m.pixels == picture.pixels; });
    Q_EMIT landChanged(mercatorOf(picture.id));
    Q_EMIT changed();
}

void Basemap::onLabelled(const LabelSetPtr& labels, const StylePtr& style) {
    if (style != m_style)
        return;
    m_labels = labels;
    m_labelAtlas = {};
    m_labelsWanted = m_labelsWanted && labels->view != m_labelAim;
    Q_EMIT changed();
}

} // namespace tridesk::ui
