// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/place.h"
#include "maps/package/road_way.h"

#include <QList>

#include <optional>
#include <string_view>

namespace osmium {
class TagList;
}

namespace tridesk::maps {

/// What the tags of an OSM object say, in the package's terms. None of these throws.

/// A tag's value as text, trimmed and cut at Place::MaxNameLength; cut is counted where a counter is given.
[[nodiscard]] QString textTag(const osmium::TagList& tags, const char* key, qint64* cut = nullptr);

struct Names {
    QString zh, en, pinyin;
};
[[nodiscard]] Names namesOf(const osmium::TagList& tags, qint64* cut = nullptr);

/// Everything about a road but its id, nodes and points; nothing if the way is none, or one that is not there
/// yet.
[[nodiscard]] std::optional<RoadWay> roadOf(const osmium::TagList& tags, qint64* cut = nullptr);

/// TurnGroup bits of a turn restriction's except=*: "psv", "bicycle;emergency". Words unknown except nobody.
[[nodiscard]] quint8 turnExemptionsOf(std::string_view except);

/// "50", "50 km/h", "30 mph", "CN:urban" (0), "none" (0) in km/h; 0 if it cannot be told or is beyond reason.
[[nodiscard]] double speedOf(const char* value);

/// The places that one object is, without position and id: an address and a point of interest may be one
/// node.
[[nodiscard]] QList<Place> placesOf(const osmium::TagList& tags, qint64* cut = nullptr);

/// camera:direction or direction: degrees, or a point of the compass; 0 if it says neither.
[[nodiscard]] double headingOf(const osmium::TagList& tags);

} // namespace tridesk::maps
