// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/facts.h"
#include "app/domain/refusal.h"
#include "app/domain/situation.h"

/// What several decisions about orders share.
namespace tridesk::order_rules {

/// The open order to `to` on an incident, or null.
[[nodiscard]] const Order* openOrder(const Situation& situation, const Incident& incident,
                                     const Addressee& to);

/// The open order whose unit leads on an incident, or null.
[[nodiscard]] const Order* primary(const Situation& situation, const Incident& incident);

/// An order ends before its work is done (refused, cancelled, recalled); where it led, the oldest backup
/// leads from now on.
[[nodiscard]] QList<Fact> ended(const Situation& situation, const Order& order, OrderStage stage,
                                const QString& reason, const std::optional<OnBehalf>& onBehalf = {});

/// What a step of an order carries along: the order to the duty room that it carries out, and on the scene
/// the safety checks that the incident's type asks for.
[[nodiscard]] QList<Fact> carried(const Situation& situation, const Order& order, const OrderAdvanced& fact,
                                  Instant now);

/// The tier whose seat gave the order.
[[nodiscard]] Tier issuedBy(const Order& order);

/// What `post` must still take note of about an order, once it may be known there; null: nothing. One that
/// was recalled in time has happened to nobody, but what it dropped stays dropped. Points into `order`.
[[nodiscard]] const OrderNotice* standingNotice(const Order& order, const PostId& post, Instant now);

[[nodiscard]] Result<void> checkDisposition(const Situation& situation, const TypeCode& disposition);

} // namespace tridesk::order_rules
