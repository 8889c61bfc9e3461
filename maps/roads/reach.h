// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/geo/distance.h"
#include "maps/roads/contour.h"
#include "maps/roads/graph.h"

#include <QGeoCoordinate>
#include <QGeoPolygon>
#include <QList>

#include <vector>

namespace tridesk::maps {

/// Where one can be within so many seconds, as areas: WGS-84, no border crosses itself or another, islands of
/// what cannot be reached stay as holes where they are larger than 4 hectares.
struct ReachRing {
    double seconds = 0;
    QList<QGeoPolygon> areas;
    [[nodiscard]] bool contains(const QGeoCoordinate& at) const;
};

/// The land beside the roads of a time field, on a lattice: a point counts the time at the road nearest in
/// time, and the walk from there (5 km/h) where it lies within 60 m or 1.6 cells of it, whichever is more.
/// Made once (milliseconds for a ring of 5 minutes in a city), asked for rings of any number of seconds up to
/// the field's bound. A value; holds no graph.
class ReachSurface {
public:
    explicit ReachSurface(const TimeField& field);

    /// How far a ring's border may lie from where it should: one cell of the lattice, 20 m, more where the
    /// area is wider than 16 km.
    [[nodiscard]] double accuracyMetres() const { return m_cellMetres; }
    [[nodiscard]] ReachRing ringAt(double seconds) const;

private:
    struct Sample {
        double east;
        double north;
        float seconds;
    };
    [[nodiscard]] std::vector<Sample> samplesOf(const TimeField& field) const;
    void chooseLattice(const TimeField& field);
    void stamp(const std::vector<Sample>& samples);
    [[nodiscard]] QGeoPolygon polygonOf(const Loop& outer) const;
    [[nodiscard]] QList<QGeoCoordinate> pointsOf(const Loop& loop) const;

    LocalPlane m_plane;
    double m_cellMetres = 20;
    double m_west = 0;
    double m_south = 0;
    Lattice m_lattice;
};

/// The classic three, or any: the rings of a field, in the order asked.
[[nodiscard]] std::vector<ReachRing> ringsOf(const TimeField& field, std::span<const double> seconds);

} // namespace tridesk::maps
