// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/refusal.h"
#include "app/domain/situation.h"

#include <QString>

/// The checks that several decisions share. Each names the field as the interfaces do.
namespace tridesk::checks {

[[nodiscard]] Result<void> length(const QString& value, int most, const QString& field);
[[nodiscard]] Result<void> given(const QString& value, int most, const QString& field);

/// A name in at least one language, neither too long.
[[nodiscard]] Result<void> name(const Name& name);

[[nodiscard]] Result<const Incident*> incident(const Situation& situation, const IncidentId& id);
[[nodiscard]] Result<const Incident*> openIncident(const Situation& situation, const IncidentId& id);
[[nodiscard]] Result<const Unit*> unit(const Situation& situation, const UnitId& id);
[[nodiscard]] Result<const Order*> order(const Situation& situation, const OrderId& id);

/// The fields that a catalogue may require of an intake form, in the words of the interfaces.
[[nodiscard]] const QStringList& requirable();
/// Whether all that the catalogue requires is there; a form asks before it is finished. What is saved early,
/// or comes from a machine, may lack it.
[[nodiscard]] Result<void> required(const Catalogue& catalogue, const IncidentDetails& details);

/// The order that holds a unit: open, and not yet reported.
[[nodiscard]] const Order* holding(const Situation& situation, const Unit& unit);

/// The first refusal of several checks, which are asked in order until one refuses.
template <class... Checks>
[[nodiscard]] Result<void> all(Checks&&... checks) {
    Result<void> result;
    (void)((result = checks()).has_value() && ...);
    return result;
}

} // namespace tridesk::checks
