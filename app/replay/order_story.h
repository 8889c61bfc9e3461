// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/facts.h"

#include <QList>

namespace tridesk {

/// One order as it was decided: who gave it, when, and what recommendation stood on the screen then.
struct OrderStory {
    qint64 seq = 0; ///< of its entry
    Instant at;     ///< on the replay's clock
    QString seat;
    QString user;
    OrderIssued order;

    /// Where the unit stood in what was shown, from 1; 0: it was not among them.
    [[nodiscard]] int place() const {
        const auto* unit = std::get_if<UnitId>(&order.to);
        for (qsizetype i = 0; unit && i < order.shown.size(); ++i)
            if (order.shown[i].unit == *unit)
                return int(i) + 1;
        return 0;
    }
};

} // namespace tridesk
