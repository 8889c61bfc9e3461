// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/domain/situation.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace tridesk {

class JsonFields;

/// What a crew's terminal is told of its orders and says of them, the same over HTTP and over the broker.

/// A step that a crew may say of an order: delivered, shown, signed, under_way, arrived, reported, refused;
/// '-' may stand for '_'. Nothing for any other word.
[[nodiscard]] std::optional<OrderStage> crewStep(const QString& word);
/// "must be one of …", for the error.
[[nodiscard]] QString crewStepChoices();

/// The step with what the crew says beside it: `text`, `disposition`. What is wrong is a fault of `fields`.
[[nodiscard]] AdvanceOrder readCrewStep(const OrderId& order, OrderStage to, JsonFields& fields);
/// `happened_at`; what lies ahead of `now` by a slow clock's measure is now, by more a fault.
[[nodiscard]] std::optional<Instant> readHappenedAt(JsonFields& fields, Instant now);

/// Units' orders that are not over and may be seen now, the oldest release first.
struct CrewOrders {
    QHash<UnitId, QList<const Order*>> visible; ///< into the situation
    std::optional<Instant> nextRelease;         ///< the first of those that may not be seen yet
};
[[nodiscard]] CrewOrders openCrewOrders(const Situation& situation, Instant now);

/// An order with its incident as the crew may read it.
[[nodiscard]] QJsonObject crewOrderJson(const Situation& situation, const Order& order, Instant now);

} // namespace tridesk
