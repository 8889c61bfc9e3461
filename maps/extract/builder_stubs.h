// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/place.h"
#include "maps/package/road_way.h"

#include <QFile>

#include <expected>

namespace tridesk::maps {

// Stand in for maps/gazetteer and maps/roads until they stand.
struct GazetteerCounts {
    qint64 places = 0, streets = 0, intersections = 0, leftOut = 0;
};
class GazetteerBuilder {
public:
    std::expected<void, QString> open(const QString& path) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return std::unexpected(file.errorString());
        return {};
    }
    void add(const Place&) { ++m_counts.places; }
    void add(const RoadWay&) { ++m_counts.streets; }
    std::expected<GazetteerCounts, QString> finish() { return m_counts; }

private:
    GazetteerCounts m_counts;
};
struct GraphCounts {
    qint64 ways = 0, waysLeftOut = 0, nodes = 0, segments = 0, arcs = 0, restrictions = 0,
           restrictionsLeftOut = 0;
};
class GraphBuilder {
public:
    void add(const RoadWay&) { ++m_counts.ways; }
    void add(const TurnRestriction&) { ++m_counts.restrictions; }
    std::expected<GraphCounts, QString> write(const QString& path) const {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return std::unexpected(file.errorString());
        return m_counts;
    }

private:
    GraphCounts m_counts;
};

} // namespace tridesk::maps
