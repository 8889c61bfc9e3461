// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/incident.h"
#include "app/domain/situation.h"
#include "app/replay/film_index.h"

#include <QList>

namespace tridesk {

/// What a timeline shows of a stretch of the record.
struct StripPicture {
    struct Bar {
        IncidentId incident;
        qint64 number = 0;
        Level level = Level::Routine;
        Instant from;
        Instant to; ///< its close, or the record's end
    };
    struct Tick {
        Instant at;
        FilmKind kind = FilmKind::Desk;
    };
    struct Hop {
        Instant at;
        OrderStage stage = OrderStage::Issued;
        QString to; ///< callsign or post
    };

    static constexpr int mostBars = 400;
    static constexpr qint64 mostTicks = 1'500;

    Instant from;
    Instant to;
    QList<qint64> density; ///< entries in each of so many equal parts
    QList<Bar> bars; ///< by beginning; empty where more than mostBars would be: too dense to be told apart
    qint64 manyBars = 0; ///< how many there would be then
    QList<Tick> ticks;   ///< each entry; empty where there are more than mostTicks
    QList<Hop> hops;     ///< of the chosen incident's orders
};

struct StripQuestion {
    Instant from;
    Instant to;
    int parts = 100;
    IncidentId chosen = {};
    FilmQuery only = {}; ///< the others are left out
};

/// `end` is the fold to the record's end.
[[nodiscard]] StripPicture stripPicture(const FilmIndex& index, const Situation& end,
                                        const StripQuestion& question);

} // namespace tridesk
