// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/build_watch.h"
#include "maps/package/place.h"
#include "maps/package/road_way.h"

#include <QString>

#include <expected>
#include <memory>

namespace tridesk::maps {

/// What went into a gazetteer.
struct GazetteerCounts {
    qint64 places = 0;        ///< everything that can be found, streets and intersections too
    qint64 streets = 0;       ///< named streets: ways of one name that lie together are one street
    qint64 intersections = 0; ///< pairs of streets that meet
    qint64 leftOut = 0;       ///< places without a name or a valid coordinate, or said twice
};

/// Writes gazetteer.sqlite, which Gazetteer opens (maps/gazetteer/schema.h has its tables).
///
/// Hand it all places *and all roads*: streets, their geometry and where they cross come from the roads; a
/// Place of kind Street or Intersection is kept only where no road says the same. Pinyin is made from the
/// Hanzi where a place brings none. One thread; not to be used after finish().
class GazetteerBuilder {
public:
    GazetteerBuilder();
    ~GazetteerBuilder();
    GazetteerBuilder(const GazetteerBuilder&) = delete;
    GazetteerBuilder& operator=(const GazetteerBuilder&) = delete;

    /// Starts a new file beside the path; what is at the path stays until finish() puts the new one in its
    /// place.
    [[nodiscard]] std::expected<void, QString> open(const QString& path);

    /// An error while adding is kept and told by finish().
    void add(const Place& place);
    void add(const RoadWay& way); ///< ways without any name are passed over

    /// Indexes, closes and renames. The error is one line that names the file; nothing is left behind then,
    /// nor where the watch ends it.
    [[nodiscard]] std::expected<GazetteerCounts, QString> finish(const BuildWatch& watch = {});

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

} // namespace tridesk::maps
