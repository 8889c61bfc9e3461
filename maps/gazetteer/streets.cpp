// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/streets.h"

#include "maps/gazetteer/text.h"
#include "maps/geo/bounds.h"
#include "maps/geo/distance.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace tridesk::maps {
namespace {

constexpr double UnitsPerDegree = 1e7;
// Ways of one name in the same or neighbouring squares of this size are one street: it bridges a square or a
// gap in the map, and does not join the High Streets of two towns.
constexpr double SquareDegrees = 0.005;
constexpr double SameCrossingMetres = 80;

QString groupKey(const RoadWay& way) {
    for (const QString& name : {way.nameZh, way.nameEn, way.ref}) {
        QString key = keyOf(folded(name));
        if (!key.isEmpty())
            return key;
    }
    return {};
}

class Groups {
public:
    explicit Groups(std::size_t count)
        : m_parent(count) {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }

    std::size_t find(std::size_t member) {
        while (m_parent[member] != member)
            member = m_parent[member] = m_parent[m_parent[member]];
        return member;
    }
    void join(std::size_t a, std::size_t b) { m_parent[find(a)] = find(b); }

private:
    std::vector<std::size_t> m_parent;
};

using Square = std::pair<qint64, qint64>;

Square squareOf(const QGeoCoordinate& at) {
    return {static_cast<qint64>(std::floor(at.latitude() / SquareDegrees)),
            static_cast<qint64>(std::floor(at.longitude() / SquareDegrees))};
}

class StreetGatherer {
public:
    explicit StreetGatherer(const std::vector<RoadWay>& ways)
        : m_ways(ways)
        , m_groups(ways.size()) {}

    StreetNetwork gather() {
        QHash<QString, std::vector<std::size_t>> byName;
        for (std::size_t way = 0; way < m_ways.size(); ++way) {
            const QString key = groupKey(m_ways[way]);
            if (!key.isEmpty() && !m_ways[way].points.isEmpty())
                byName[key].push_back(way);
        }
        for (const std::vector<std::size_t>& ways : std::as_const(byName))
            joinNeighbours(ways);
        makeStreets(byName);
        findCrossings();
        return std::move(m_network);
    }

private:
    void joinNeighbours(const std::vector<std::size_t>& ways) {
        QHash<Square, std::size_t> taken;
        for (const std::size_t way : ways) {
            for (const QGeoCoordinate& point : m_ways[way].points) {
                const Square square = squareOf(point);
                for (qint64 row = square.first - 1; row <= square.first + 1; ++row) {
                    for (qint64 column = square.second - 1; column <= square.second + 1; ++column) {
                        if (const auto other = taken.constFind({row, column}); other != taken.cend())
                            m_groups.join(way, *other);
                    }
                }
                taken.insert(square, way);
            }
        }
    }

    void makeStreets(const QHash<QString, std::vector<std::size_t>>& byName) {
        std::map<std::size_t, std::size_t> streetOfGroup;
        std::vector<std::size_t> named;
        for (const std::vector<std::size_t>& ways : byName)
            named.insert(named.end(), ways.begin(), ways.end());
        std::ranges::sort(named); // a hash has no order, and the same roads should give the same file
        for (const std::size_t way : named) {
            const auto next = m_network.streets.size();
            const std::size_t street = streetOfGroup.try_emplace(m_groups.find(way), next).first->second;
            if (street == next)
                m_network.streets.emplace_back();
            addTo(m_network.streets[street], m_ways[way]);
            m_streetOfWay.insert(way, street);
        }
        for (Street& street : m_network.streets)
            street.at = middleOf(street);
        sortByImportance();
    }

    static void addTo(Street& street, const RoadWay& way) {
        if (street.nameZh.isEmpty())
            street.nameZh = way.nameZh;
        if (street.nameEn.isEmpty())
            street.nameEn = way.nameEn;
        if (street.ref.isEmpty())
            street.ref = way.ref;
        street.cls = std::min(street.cls, way.cls);
        street.pieces.push_back(way.points);
        for (qsizetype index = 1; index < way.points.size(); ++index)
            street.metres += metresBetween(way.points.at(index - 1), way.points.at(index));
    }

    static QGeoCoordinate middleOf(const Street& street) {
        GeoBounds bounds;
        for (const QList<QGeoCoordinate>& piece : street.pieces) {
            for (const QGeoCoordinate& point : piece)
                bounds.include(point);
        }
        QGeoCoordinate best;
        double least = INFINITY;
        for (const QList<QGeoCoordinate>& piece : street.pieces) {
            for (const QGeoCoordinate& point : piece) {
                const double metres = metresBetween(point, bounds.centre());
                if (metres < least) {
                    least = metres;
                    best = point;
                }
            }
        }
        return best;
    }

    void sortByImportance() {
        std::vector<Street>& streets = m_network.streets;
        std::vector<std::size_t> order(streets.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
            return std::tuple(streets[a].cls, -streets[a].metres) <
                   std::tuple(streets[b].cls, -streets[b].metres);
        });
        std::vector<std::size_t> place(streets.size());
        std::vector<Street> sorted;
        sorted.reserve(streets.size());
        for (const std::size_t street : order) {
            place[street] = sorted.size();
            sorted.push_back(std::move(streets[street]));
        }
        streets = std::move(sorted);
        for (std::size_t& street : m_streetOfWay)
            street = place[street];
    }

    struct Passing {
        qint64 node;
        std::size_t street;
        QGeoCoordinate at;
    };

    void findCrossings() {
        std::vector<Passing> passings;
        for (auto way = m_streetOfWay.cbegin(); way != m_streetOfWay.cend(); ++way) {
            const RoadWay& road = m_ways[way.key()];
            for (qsizetype index = 0; index < std::min(road.nodeIds.size(), road.points.size()); ++index)
                passings.push_back({road.nodeIds.at(index), way.value(), road.points.at(index)});
        }
        const auto key = [](const Passing& p) { return std::pair(p.node, p.street); };
        std::ranges::sort(passings, {}, key);
        const auto repeats = std::ranges::unique(passings, {}, key);
        passings.erase(repeats.begin(), repeats.end());
        for (std::size_t first = 0; first < passings.size(); ++first) {
            for (std::size_t other = first + 1;
                 other < passings.size() && passings[other].node == passings[first].node; ++other)
                m_network.crossings.push_back(
                    {passings[first].street, passings[other].street, passings[first].at});
        }
        mergeCrossings();
    }

    void mergeCrossings() {
        std::vector<Crossing>& crossings = m_network.crossings;
        std::ranges::stable_sort(crossings, {}, [](const Crossing& c) {
            return std::tuple(c.first, c.second, c.at.latitude(), c.at.longitude());
        });
        std::vector<Crossing> kept;
        std::size_t pairStart = 0;
        for (const Crossing& crossing : crossings) {
            if (kept.empty() || kept.back().first != crossing.first || kept.back().second != crossing.second)
                pairStart = kept.size();
            const bool known = std::any_of(
                kept.begin() + static_cast<std::ptrdiff_t>(pairStart), kept.end(),
                [&](const Crossing& k) { return metresBetween(k.at, crossing.at) < SameCrossingMetres; });
            if (!known)
                kept.push_back(crossing);
        }
        crossings = std::move(kept);
    }

    const std::vector<RoadWay>& m_ways;
    Groups m_groups;
    QHash<std::size_t, std::size_t> m_streetOfWay;
    StreetNetwork m_network;
};

} // namespace

StreetNetwork gatherStreets(const std::vector<RoadWay>& ways) {
    return StreetGatherer(ways).gather();
}

QByteArray packPoints(const QList<QGeoCoordinate>& points) {
    QByteArray packed(points.size() * 8, Qt::Uninitialized);
    char* to = packed.data();
    for (const QGeoCoordinate& point : points) {
        qToLittleEndian(static_cast<qint32>(std::lround(point.latitude() * UnitsPerDegree)), to);
        qToLittleEndian(static_cast<qint32>(std::lround(point.longitude() * UnitsPerDegree)), to + 4);
        to += 8;
    }
    return packed;
}

QList<QGeoCoordinate> unpackPoints(const QByteArray& packed) {
    QList<QGeoCoordinate> points;
    for (qsizetype at = 0; at + 8 <= packed.size(); at += 8) {
        const QGeoCoordinate point(qFromLittleEndian<qint32>(packed.constData() + at) / UnitsPerDegree,
                                   qFromLittleEndian<qint32>(packed.constData() + at + 4) / UnitsPerDegree);
        if (point.isValid())
            points.append(point);
    }
    return points;
}

} // namespace tridesk::maps
