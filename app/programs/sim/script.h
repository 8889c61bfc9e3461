// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/programs/sim/chance.h"
#include "maps/gazetteer/gazetteer.h"
#include "maps/roads/graph.h"

#include <QJsonObject>
#include <QList>

#include <expected>

namespace tridesk::sim {

/// One kind of call and how often it comes: a line of the script file.
struct CallKind {
    QString type;  ///< code in the catalogue
    QString level; ///< "" for the type's own; the interface wants one, so the file gives it
    double weight = 1;
    QString zh; ///< what the caller says; "{place}" stands for the place
    QString en;
    bool weapon = false;
    bool injured = false;
    bool trapped = false;
    bool hazmat = false;
};

/// What may be called in, read from a JSON file ([{"type", "level", "weight", "zh", "en", "hazards": […]},
/// …]).
[[nodiscard]] std::expected<QList<CallKind>, QString> readScript(const QByteArray& json);

/// Invents the shift's incidents one after the other: the same seed and map give the same ones.
class Caller {
public:
    enum class Language { Chinese, English };

    Caller(QList<CallKind> kinds, maps::RoadGraph roads, maps::Gazetteer places, Language language,
           Chance chance);

    /// The next incident as POST /v1/incidents takes it, without a time.
    [[nodiscard]] QJsonObject next();
    /// Seconds until it comes, for so many an hour.
    [[nodiscard]] double pause(double perHour);

private:
    [[nodiscard]] const CallKind& pick();
    [[nodiscard]] QGeoCoordinate somewhere();

    QList<CallKind> m_kinds;
    double m_weights = 0;
    maps::RoadGraph m_roads;
    maps::Gazetteer m_places;
    Language m_language;
    Chance m_chance;
    int m_count = 0;
};

} // namespace tridesk::sim
