// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/id.h"
#include "app/domain/instant.h"
#include "app/domain/post.h"

#include <QList>
#include <QString>

#include <optional>

namespace tridesk {

// What desks put on the map beside units and incidents: drawings, places with names of their own, fixed
// cameras.

/// What a drawing (标绘) is; how it looks is the map's matter.
enum class PlotShape { Point, Line, Arrow, Zone, Cordon };

/// Told apart by colour-blind eyes too. Red is not among them: it belongs to what is overdue and to
/// emergencies.
enum class PlotColour { Blue, Orange, Green, Purple, Grey };

struct PlotDetails {
    PlotShape shape = PlotShape::Line;
    QList<GeoPoint> points; ///< a point has one, lines at least two, zones and cordons at least three
    QString label;          ///< may be empty, except for a point, which is its text
    PlotColour colour = PlotColour::Blue;
    std::optional<IncidentId> incident; ///< drawn for it; without one, for the whole desk
    std::optional<Instant> expiresAt;   ///< from then on it is no longer shown

    friend bool operator==(const PlotDetails&, const PlotDetails&) = default;
};

/// A drawing that every seat sees.
struct Plot {
    PlotId id;
    PlotDetails details;
    QString by; ///< seat that drew it first
    Instant drawnAt;
    Instant changedAt;

    friend bool operator==(const Plot&, const Plot&) = default;
};

/// What people here call a place: an alias of something in the gazetteer, or a point of interest that it
/// lacks.
struct NamedPlaceDetails {
    QString name;
    GeoPoint at;
    QString kind;    ///< what is there, in the words of its source ("alias", "school"); may be empty
    QString address; ///< what the gazetteer calls it; may be empty

    friend bool operator==(const NamedPlaceDetails&, const NamedPlaceDetails&) = default;
};

struct NamedPlace {
    NamedPlaceId id;
    NamedPlaceDetails details;
    QString by; ///< seat that named it

    friend bool operator==(const NamedPlace&, const NamedPlace&) = default;
};

/// A fixed camera.
struct Camera {
    CameraId id;
    Name name;
    GeoPoint at;
    std::optional<qint64> heading; ///< degrees clockwise from north, 0 to 359; without one it looks all round

    friend bool operator==(const Camera&, const Camera&) = default;
};

} // namespace tridesk
