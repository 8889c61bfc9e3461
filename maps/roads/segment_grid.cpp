// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/segment_grid.h"

#include "maps/geo/distance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tridesk::maps {
namespace {

constexpr double LeastCellMetres = 100;
constexpr double SegmentsPerCell = 2;

struct CellEntry {
    quint32 cell;
    quint32 segment;
    auto operator<=>(const CellEntry&) const = default;
};

struct Box {
    GraphPoint southWest;
    GraphPoint northEast;
};

Box boxOf(GraphPoint a, GraphPoint b) {
    return {{std::min(a.latitude, b.latitude), std::min(a.longitude, b.longitude)},
            {std::max(a.latitude, b.latitude), std::max(a.longitude, b.longitude)}};
}

GraphPoint middle(GraphPoint a, GraphPoint b) {
    return {a.latitude + (b.latitude - a.latitude) / 2, a.longitude + (b.longitude - a.longitude) / 2};
}

class GridBuilder {
public:
    explicit GridBuilder(GraphData& data)
        : m_data(data) {}

    void build() {
        chooseCells();
        for (std::size_t segment = 0; segment < m_data.segments.size(); ++segment)
            enter(static_cast<quint32>(segment));
        std::ranges::sort(m_entries);
        m_entries.erase(std::unique(m_entries.begin(), m_entries.end()), m_entries.end());
        write();
    }

private:
    void chooseCells() {
        Box all{{0, 0}, {0, 0}};
        if (!m_data.points.empty())
            all = {m_data.points.front(), m_data.points.front()};
        for (const GraphPoint& point : m_data.points) {
            all.southWest = boxOf(all.southWest, point).southWest;
            all.northEast = boxOf(all.northEast, point).northEast;
        }
        const double height = (double(all.northEast.latitude) - all.southWest.latitude) + 1;
        const double width = (double(all.northEast.longitude) - all.southWest.longitude) + 1;
        const double latitude = middle(all.southWest, all.northEast).latitude / UnitsPerDegree;
        const double cosine = std::max(0.01, std::cos(latitude * std::numbers::pi / 180));
        const double wanted = std::max<double>(1, double(m_data.segments.size()) / SegmentsPerCell);
        // Square on the ground: height × width·cosine, shared among the cells wanted.
        const double side = std::max(std::sqrt(height * width * cosine / wanted),
                                     LeastCellMetres / MetresPerDegree * UnitsPerDegree);
        GraphGrid& grid = m_data.grid;
        grid.south = all.southWest.latitude;
        grid.west = all.southWest.longitude;
        grid.cellLatitude = static_cast<quint32>(std::ceil(side));
        grid.cellLongitude = static_cast<quint32>(std::ceil(side / cosine));
        grid.rows = static_cast<quint32>(height / grid.cellLatitude) + 1;
        grid.columns = static_cast<quint32>(width / grid.cellLongitude) + 1;
    }

    void enter(quint32 segment) {
        const GraphSegment& s = m_data.segments[segment];
        for (quint32 point = s.firstPoint + 1; point < s.firstPoint + s.pointCount; ++point)
            enter(segment, m_data.points[point - 1], m_data.points[point]);
    }

    // A long slanting stretch is halved until its box is about the cells it runs through.
    void enter(quint32 segment, GraphPoint a, GraphPoint b) {
        const Box box = boxOf(a, b);
        const CellRange cells = cellsTouched(m_data.grid, box.southWest, box.northEast);
        const bool small = cells.lastRow - cells.firstRow <= 1 || cells.lastColumn - cells.firstColumn <= 1;
        if (!small) {
            enter(segment, a, middle(a, b));
            enter(segment, middle(a, b), b);
            return;
        }
        for (qint64 row = cells.firstRow; row <= cells.lastRow; ++row) {
            for (qint64 column = cells.firstColumn; column <= cells.lastColumn; ++column)
                m_entries.push_back({static_cast<quint32>(row * m_data.grid.columns + column), segment});
        }
    }

    void write() {
        const std::size_t cells = static_cast<std::size_t>(m_data.grid.rows) * m_data.grid.columns;
        m_data.cellFirst.assign(cells + 1, 0);
        m_data.cellSegments.clear();
        for (const CellEntry& entry : m_entries) {
            ++m_data.cellFirst[entry.cell + 1];
            m_data.cellSegments.push_back(entry.segment);
        }
        for (std::size_t cell = 0; cell < cells; ++cell)
            m_data.cellFirst[cell + 1] += m_data.cellFirst[cell];
    }

    GraphData& m_data;
    std::vector<CellEntry> m_entries;
};

} // namespace

CellRange cellsTouched(const GraphGrid& grid, GraphPoint southWest, GraphPoint northEast) {
    const auto row = [&grid](qint64 latitude) {
        return std::floor(double(latitude - grid.south) / grid.cellLatitude);
    };
    const auto column = [&grid](qint64 longitude) {
        return std::floor(double(longitude - grid.west) / grid.cellLongitude);
    };
    const double lastRow = double(grid.rows) - 1;
    const double lastColumn = double(grid.columns) - 1;
    CellRange range;
    range.firstRow = static_cast<qint64>(std::max(0.0, row(southWest.latitude)));
    range.lastRow = static_cast<qint64>(std::min(lastRow, row(northEast.latitude)));
    range.firstColumn = static_cast<qint64>(std::max(0.0, column(southWest.longitude)));
    range.lastColumn = static_cast<qint64>(std::min(lastColumn, column(northEast.longitude)));
    return range;
}

void buildGrid(GraphData& data) {
    GridBuilder(data).build();
}

} // namespace tridesk::maps
