// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/place.h"
#include "maps/package/road_way.h"

#include <QFile>

#include <expected>

namespace tridesk::maps {

// Stands in for maps/gazetteer until it stands.
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

} // namespace tridesk::maps
