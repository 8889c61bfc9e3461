// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/basemap_workers.h"

#include "ui/map/label_collector.h"
#include "ui/map/label_placer.h"

#include <algorithm>
#include <cmath>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace tridesk::ui {
namespace {

constexpr int labelMargin = 160; // logical pixels around the view that are labelled as well
constexpr std::size_t mostLabelTiles = 120;
// The window's thread and the program that shows what it painted are busy on two of them while the map moves.
constexpr unsigned fewCores = 2;

// The window's thread goes first: a late tile is seen less than a late frame.
void yieldToTheWindow() {
#ifdef Q_OS_LINUX
    ::setpriority(PRIO_PROCESS, id_t(::syscall(SYS_gettid)), 10);
#endif
}

std::vector<DataTile> load(maps::TileReader& reader, const std::vector<maps::TileId>& ids) {
    std::vector<DataTile> out;
    out.reserve(ids.size());
    for (const maps::TileId id : ids)
        out.push_back({id, reader.load(id)});
    return out;
}

// The data tiles that a view's names come from.
std::vector<maps::TileId> tilesForLabels(const MapView& view, int maxDataZoom) {
    const int z = std::min(tileScale(view).z, maxDataZoom);
    const double tiles = double(1LL << z);
    const QRectF r = view.mercatorRect(labelMargin);
    std::vector<maps::TileId> out;
    for (int y = int(std::floor(r.top() * tiles)); y <= int(std::floor(r.bottom() * tiles)); ++y) {
        for (int x = int(std::floor(r.left() * tiles)); x <= int(std::floor(r.right() * tiles)); ++x) {
            const maps::TileId id{z, x, y};
            if (id.valid() && out.size() < mostLabelTiles)
                out.push_back(id);
        }
    }
    return out;
}

} // namespace

BasemapWorkers::BasemapWorkers(const QString& mbtilesPath, int maxDataZoom, int painters)
    : m_path(mbtilesPath)
    , m_maxDataZoom(maxDataZoom)
    , m_decoded(std::make_shared<maps::DecodedTiles>())
    , m_inTurns(std::thread::hardware_concurrency() <= fewCores) {
    for (int i = 0; i < painters; ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { paintLoop(stop); });
    m_threads.emplace_back([this](const std::stop_token& stop) { labelLoop(stop); });
}

BasemapWorkers::~BasemapWorkers() {
    for (std::jthread& thread : m_threads)
        thread.request_stop();
    m_threads.clear(); // joins
}

int BasemapWorkers::damagedTiles() const {
    return m_decoded->damaged();
}

void BasemapWorkers::wantTiles(std::vector<TilePicture> pictures, StylePtr style) {
    std::ranges::reverse(pictures);
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = std::move(pictures);
        std::erase_if(m_wanted, [&](const TilePicture& p) {
            return std::ranges::any_of(m_inHand, [&](const Job& job) { return job.isFor(p, style); });
        });
        m_style = std::move(style);
    }
    m_wake.notify_all();
}

bool BasemapWorkers::Job::isFor(const TilePicture& other, const StylePtr& otherStyle) const {
    return picture.id == other.id && picture.pixels == other.pixels && style == otherStyle;
}

void BasemapWorkers::taken(const TilePicture& picture, const StylePtr& style) {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_inHand, [&](const Job& job) { return job.isFor(picture, style); });
}

void BasemapWorkers::wantLabels(LabelRequest request) {
    {
        const std::lock_guard lock(m_mutex);
        m_labels = std::move(request);
    }
    m_wake.notify_all();
}

std::optional<BasemapWorkers::Job> BasemapWorkers::nextTile(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    if (!m_wake.wait(lock, stop, [this] { return mayPaint(); }) || stop.stop_requested())
        return std::nullopt;
    const Job job{m_wanted.back(), m_style};
    m_wanted.pop_back();
    m_inHand.push_back(job);
    m_busy = true;
    m_namesLast = false;
    return job;
}

std::optional<LabelRequest> BasemapWorkers::nextLabels(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    if (!m_wake.wait(lock, stop, [this] { return mayLabel(); }) || stop.stop_requested())
        return std::nullopt;
    m_busy = true;
    m_namesLast = true;
    return std::exchange(m_labels, std::nullopt);
}

bool BasemapWorkers::mayPaint() const {
    return !m_wanted.empty() && (!m_inTurns || (!m_busy && (!m_labels || m_namesLast)));
}

bool BasemapWorkers::mayLabel() const {
    return m_labels && (!m_inTurns || (!m_busy && (m_wanted.empty() || !m_namesLast)));
}

void BasemapWorkers::finished() {
    {
        const std::lock_guard lock(m_mutex);
        m_busy = false;
    }
    m_wake.notify_all();
}

void BasemapWorkers::endTurns() {
    {
        const std::lock_guard lock(m_mutex);
        m_inTurns = false;
    }
    m_wake.notify_all();
}

void BasemapWorkers::paintLoop(const std::stop_token& stop) {
    yieldToTheWindow();
    const auto reader = maps::TileReader::open(m_path, m_decoded);
    if (!reader) { // the canvas opened the same file before and says what is wrong
        endTurns();
        return;
    }
    while (const auto next = nextTile(stop)) {
        const auto& [picture, style] = *next;
        const QImage image =
            paintTile(picture, load(**reader, tilesForPicture(picture, m_maxDataZoom)), *style);
        Q_EMIT painted(picture, image, style);
        finished();
    }
}

void BasemapWorkers::labelLoop(const std::stop_token& stop) {
    yieldToTheWindow();
    const auto reader = maps::TileReader::open(m_path, m_decoded);
    if (!reader) {
        endTurns();
        return;
    }
    LabelPlacer placer;
    while (const auto request = nextLabels(stop)) {
        const auto tiles = load(**reader, tilesForLabels(request->view, m_maxDataZoom));
        auto set = std::make_shared<LabelSet>(placer.place(*request, collectLabels(*request, tiles)));
        Q_EMIT labelled(set, request->style);
        finished();
    }
}

} // namespace tridesk::ui
