// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/name_search.h"

#include <QGeoCoordinate>
#include <QString>

#include <vector>

namespace tridesk::maps {

/// What is put together from streets: house numbers and intersections. Takes text as typed, since what parts
/// two streets is a sign that folding would lose.
class AddressSearch {
public:
    AddressSearch(const NameStore& database, const NameSearch& names)
        : m_database(database)
        , m_names(names) {}

    /// "人民路118号", "118 Main St", "Main Street 118": that house and others that begin
    /// so; where there is none, the nearest number of the street, and the street.
    [[nodiscard]] std::vector<Candidate> houses(const QString& text, const QGeoCoordinate& near) const;

    /// "A路与B路", "A St & B Ave", "A / B"; the second may be begun ("A路与B") or not yet ("A路与": all that
    /// A路 meets).
    [[nodiscard]] std::vector<Candidate> crossings(const QString& text, const QGeoCoordinate& near) const;

    /// "人民路中山路口", where nothing parts the two but the end of the first.
    [[nodiscard]] std::vector<Candidate> crossingsWithoutJoint(const QString& text,
                                                               const QGeoCoordinate& near) const;

private:
    [[nodiscard]] std::vector<Candidate> streets(const QString& text, const QGeoCoordinate& near) const;
    [[nodiscard]] std::vector<Candidate> crossingsOf(const QString& first, const QString& second,
                                                     const QGeoCoordinate& near) const;
    void collectHouses(const Candidate& street, const QString& house, const QGeoCoordinate& near,
                       std::vector<Candidate>& found) const;
    void collectCrossings(const Candidate& street, const Wanted& other, const QGeoCoordinate& near,
                          std::vector<Candidate>& found) const;
    void collectNearest(const std::vector<Candidate>& streets, const QString& house,
                        const QGeoCoordinate& near, std::vector<Candidate>& found) const;
    [[nodiscard]] static Candidate houseOf(const Candidate& street, const QSqlQuery& row,
                                           const QGeoCoordinate& near);

    const NameStore& m_database;
    const NameSearch& m_names;
};

} // namespace tridesk::maps
