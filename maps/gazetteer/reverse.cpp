// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/reverse.h"

#include "maps/gazetteer/name_search.h"
#include "maps/gazetteer/place_label.h"
#include "maps/gazetteer/schema.h"
#include "maps/gazetteer/streets.h"
#include "maps/geo/bounds.h"
#include "maps/geo/distance.h"

#include <cmath>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

constexpr double AddressReach = 60;
constexpr double StreetReach = 200;
constexpr double CrossingReach = 40;

class WhereSearch {
public:
    WhereSearch(const NameStore& database, const QGeoCoordinate& at)
        : m_database(database)
        , m_names(database)
        , m_at(at) {}

    WhereIs find() {
        WhereIs result;
        result.street = nearestStreet();
        result.address = nearestAddress();
        const std::optional<FoundPlace> named = nearestName();
        const bool nameIsNearer =
            named && (!result.address || named->metresOff < result.address->metresOff / 2);
        if (nameIsNearer)
            result.address = named;
        if (result.street)
            result.crossing = crossingOf(*result.street);
        return result;
    }

    std::optional<FoundPlace> nearestStreet() const {
        const LocalPlane plane(m_at);
        double least = StreetReach;
        qint64 street = 0;
        QGeoCoordinate point;
        QSqlQuery rows = within(u"street, points"_s, u"street_piece"_s, StreetReach);
        while (rows.next()) {
            const QList<QGeoCoordinate> points = unpackPoints(rows.value(1).toByteArray());
            for (qsizetype index = 1; index < points.size(); ++index) {
                const NearestOnStretch near =
                    nearestToOrigin(plane.toPlane(points.at(index - 1)), plane.toPlane(points.at(index)));
                if (near.metres < least) {
                    least = near.metres;
                    street = rows.value(0).toLongLong();
                    point = plane.fromPlane(near.point);
                }
            }
        }
        std::optional<FoundPlace> found = street > 0 ? m_names.byId(street) : std::nullopt;
        if (found) {
            found->at = point;
            found->metresOff = least;
            found->match = Match::Exact;
        }
        return found;
    }

private:
    // Rows of a table whose boxes lie within reach.
    QSqlQuery within(const QString& columns, const QString& table, double reach) const {
        const GeoBounds box = boundsAround(m_at, reach);
        QSqlQuery query = m_database.prepare(
            u"SELECT %1 FROM %2_at AS box JOIN %2 ON %2.id = box.id WHERE box.north >= ? AND box.south <= ?"
            " AND box.east >= ? AND box.west <= ?"_s.arg(columns, table));
        const auto units = [](double degrees) {
            return static_cast<qint64>(std::lround(degrees * gazetteer_schema::UnitsPerDegree));
        };
        // An error leaves a query without rows, as if nothing were there; open() has seen the tables.
        (void)Database::run(query, {units(box.south), units(box.north), units(box.west), units(box.east)});
        return query;
    }

    std::optional<FoundPlace> nearestAddress() const {
        double least = AddressReach;
        std::optional<FoundPlace> found;
        QSqlQuery rows = within(u"address.id, street, house, lat, lon"_s, u"address"_s, AddressReach);
        qint64 street = 0;
        while (rows.next()) {
            const QGeoCoordinate point(rows.value(3).toDouble(), rows.value(4).toDouble());
            const double metres = metresBetween(m_at, point);
            if (metres >= least)
                continue;
            least = metres;
            found = FoundPlace();
            found->id = rows.value(0).toLongLong();
            found->kind = PlaceKind::Address;
            found->match = Match::Exact;
            found->houseNumber = rows.value(2).toString();
            found->at = point;
            found->metresOff = metres;
            street = rows.value(1).toLongLong();
        }
        if (const auto named = found ? m_names.byId(street) : std::nullopt) {
            found->street = named->nameZh;
            found->nameZh = named->nameZh;
            found->nameEn = named->nameEn;
        }
        return found;
    }

    std::optional<FoundPlace> nearestName() const {
        double least = AddressReach;
        qint64 id = 0;
        QSqlQuery rows = within(u"name.id, kind, lat, lon"_s, u"name"_s, AddressReach);
        while (rows.next()) {
            // The middle of a quarter or of a road says little about who stands there.
            const int kind = rows.value(1).toInt();
            const double metres = metresBetween(m_at, {rows.value(2).toDouble(), rows.value(3).toDouble()});
            if (kind == static_cast<int>(PlaceKind::Area) || metres >= least)
                continue;
            least = metres;
            id = rows.value(0).toLongLong();
        }
        std::optional<FoundPlace> found = id > 0 ? m_names.byId(id) : std::nullopt;
        if (found) {
            found->metresOff = least;
            found->match = Match::Exact;
        }
        return found;
    }

    std::optional<FoundPlace> crossingOf(const FoundPlace& street) const {
        QSqlQuery rows =
            m_database.prepare(u"SELECT street_b, lat, lon FROM crossing WHERE street_a = ?"
                               " UNION ALL SELECT street_a, lat, lon FROM crossing WHERE street_b = ?"_s);
        if (!Database::run(rows, {street.id, street.id}).isEmpty())
            return std::nullopt;
        double least = CrossingReach;
        std::optional<FoundPlace> found;
        qint64 other = 0;
        while (rows.next()) {
            const QGeoCoordinate point(rows.value(1).toDouble(), rows.value(2).toDouble());
            const double metres = metresBetween(m_at, point);
            if (metres >= least)
                continue;
            least = metres;
            found = FoundPlace();
            found->kind = PlaceKind::Intersection;
            found->match = Match::Exact;
            found->at = point;
            found->metresOff = metres;
            other = rows.value(0).toLongLong();
        }
        const std::optional<FoundPlace> second = found ? m_names.byId(other) : std::nullopt;
        if (!second)
            return std::nullopt;
        nameCrossing(*found, street, *second);
        return found;
    }

    const NameStore& m_database;
    NameSearch m_names;
    QGeoCoordinate m_at;
};

} // namespace

WhereIs whereIs(const NameStore& database, const QGeoCoordinate& at) {
    return at.isValid() ? WhereSearch(database, at).find() : WhereIs();
}

std::optional<FoundPlace> streetNear(const NameStore& database, const QGeoCoordinate& at) {
    return at.isValid() ? WhereSearch(database, at).nearestStreet() : std::nullopt;
}

} // namespace tridesk::maps
