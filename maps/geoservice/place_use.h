// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/place.h"

#include <QGeoCoordinate>
#include <QList>
#include <QString>
#include <QStringList>

namespace tridesk::maps {

/// A place that was picked from what a search offered.
struct UsedPlace {
    QString key = {}; ///< the same for the same place, from one search to the next
    QString label = {};
    QString detail = {};
    PlaceKind kind = PlaceKind::Poi;
    QGeoCoordinate at = {};
    double picks = 0; ///< older ones count less

    friend bool operator==(const UsedPlace&, const UsedPlace&) = default;
};

/// Which places a seat picks, to offer them first. A value, bounded: what was picked least and longest ago is
/// let go first. Takes no clock: each pick makes all earlier ones count a little less.
class PlaceUse {
public:
    static constexpr qsizetype Most = 200;
    static constexpr int LongestText = 200; ///< of a key, label, detail; longer ones are not kept

    void note(UsedPlace place);
    [[nodiscard]] double picksOf(const QString& key) const;
    [[nodiscard]] const QList<UsedPlace>& places() const { return m_places; }

    /// A line of JSON for each place, and back; of lines that are no place, or too many, or too long, nothing
    /// is taken.
    [[nodiscard]] QStringList written() const;
    [[nodiscard]] static PlaceUse read(const QStringList& lines);

private:
    QList<UsedPlace> m_places;
};

} // namespace tridesk::maps
