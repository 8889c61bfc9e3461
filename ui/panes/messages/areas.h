// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"

#include <QList>
#include <QString>

namespace tridesk {

class SeatDesk;

/// Where a bulletin or a status note may matter.
struct AreaChoice {
    QString key; ///< stable: "", "post:ST01", "plot:<id>"
    QString name;
    Area area; ///< empty: everywhere
};

/// Everywhere, the areas of the stations, and what was drawn on the map as an area or a cordon.
[[nodiscard]] QList<AreaChoice> areaChoices(const SeatDesk& desk);
/// What it is called: of those that stand now, else "a drawn area"; empty for everywhere.
[[nodiscard]] QString areaName(const Area& area, const SeatDesk& desk);

} // namespace tridesk
