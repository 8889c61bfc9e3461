// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/road_way.h"
#include "maps/roads/graph.h"
#include "maps/roads/graph_builder.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <vector>

namespace tridesk::maps::test {

/// Roads drawn by hand on a lattice: node (column, row) lies column·step east and row·step north of a corner.
class MadeRoads {
public:
    explicit MadeRoads(double stepDegrees = 0.001)
        : m_step(stepDegrees) {}

    static qint64 node(int column, int row) { return qint64{row} * 100'000 + column + 1; }
    [[nodiscard]] QGeoCoordinate at(double column, double row) const {
        return {31.2 + row * m_step, 121.4 + column * m_step};
    }

    struct Corner {
        int column;
        int row;
    };
    RoadWay& way(qint64 id, const QList<Corner>& corners) {
        RoadWay way;
        way.id = id;
        way.nameZh = QStringLiteral("路%1").arg(id);
        for (const Corner& corner : corners) {
            way.nodeIds.append(node(corner.column, corner.row));
            way.points.append(at(corner.column, corner.row));
        }
        ways.push_back(way);
        return ways.back();
    }
    void restrict(qint64 from, Corner via, qint64 to, bool only = false) {
        restrictions.push_back({from, node(via.column, via.row), to, only, {}, 0});
    }
    void restrictVia(qint64 from, const QList<qint64>& via, qint64 to, bool only = false) {
        restrictions.push_back({from, 0, to, only, via, 0});
    }

    /// A city of columns × rows junctions with streets of one block each, some of them one-way, some missing,
    /// some quicker, some closed to one or another, and turn restrictions here and there, some of them over a
    /// street or with exceptions.
    void fillCity(int columns, int rows, quint32 seed);

    [[nodiscard]] GraphBuilder builder() const {
        GraphBuilder builder;
        for (const RoadWay& way : ways)
            builder.add(way);
        for (const TurnRestriction& restriction : restrictions)
            builder.add(restriction);
        return builder;
    }

    std::vector<RoadWay> ways;
    std::vector<TurnRestriction> restrictions;

private:
    double m_step;
};

inline void makePeculiar(RoadWay& way, QRandomGenerator& random) {
    const int what = random.bounded(100);
    if (what < 4)
        way.cls = RoadClass::Pedestrian;
    else if (what < 7)
        way.cls = RoadClass::Footway;
    else if (what < 10)
        way.access = Access::Private;
    else if (what < 13)
        way.access = Access::NoVehicles;
    way.busOnly = way.access == Access::NoVehicles && random.bounded(2) == 0;
    way.emergency = way.access == Access::NoVehicles && random.bounded(3) == 0;
    way.busAgainst = random.bounded(8) == 0;
    way.noFoot = random.bounded(20) == 0;
    way.link = random.bounded(15) == 0;
    way.maxSpeedKmh = random.bounded(3) == 0 ? 10 * random.bounded(2, 9) : 0;
}

inline void MadeRoads::fillCity(int columns, int rows, quint32 seed) {
    QRandomGenerator random(seed);
    qint64 id = 1;
    QHash<qint64, QList<qint64>> waysAt;
    const auto street = [&](Corner a, Corner b) {
        if (random.bounded(100) < 5)
            return;
        RoadWay& added = way(id, {a, b});
        added.cls = static_cast<RoadClass>(random.bounded(2, 9));
        const int direction = random.bounded(100);
        added.oneWay = direction < 10 ? OneWay::Forward : direction < 20 ? OneWay::Backward : OneWay::No;
        makePeculiar(added, random);
        waysAt[added.nodeIds.front()].append(id);
        waysAt[added.nodeIds.back()].append(id);
        ++id;
    };
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            if (column + 1 < columns)
                street({column, row}, {column + 1, row});
            if (row + 1 < rows)
                street({column, row}, {column, row + 1});
        }
    }
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QList<qint64> meeting = waysAt.value(node(column, row));
            if (meeting.size() < 3 || random.bounded(100) >= 20)
                continue;
            const qint64 from = meeting.at(random.bounded(meeting.size()));
            const qint64 to = meeting.at(random.bounded(meeting.size()));
            restrict(from, {column, row}, to, random.bounded(100) < 25);
            if (random.bounded(100) < 30)
                restrictions.back().exempt = static_cast<quint8>(1 << random.bounded(5));
        }
    }
    for (const RoadWay& via : std::vector<RoadWay>(ways)) {
        if (random.bounded(100) >= 12)
            continue;
        const QList<qint64> before = waysAt.value(via.nodeIds.front());
        const QList<qint64> after = waysAt.value(via.nodeIds.back());
        const qint64 from = before.at(random.bounded(before.size()));
        const qint64 to = after.at(random.bounded(after.size()));
        if (from != via.id && to != via.id && from != to)
            restrictVia(from, {via.id}, to, random.bounded(100) < 25);
    }
}

} // namespace tridesk::maps::test
