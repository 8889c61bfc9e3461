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

/// The fields that a catalogue may require, in the words of the interfaces.
[[nodiscard]] const QStringList& requirable();
/// Those that it does require and that are not known. Nobody's report is refused for them, whatever it comes
/// by: what is saved early, or comes from a machine, is there at once, and what is missing is shown. It is
/// asked for where a form is finished, and demanded where the incident is closed.
[[nodiscard]] QStringList lacking(const Catalogue& catalogue, const IncidentDetails& details);
/// Refuses with the first of them.
[[nodiscard]] Result<void> required(const Catalogue& catalogue, const IncidentDetails& details);
/// What CloseIncident asks: nothing is missing, or the disposition takes it so.
[[nodiscard]] Result<void> closable(const Catalogue& catalogue, const IncidentDetails& details,
                                    const TypeCode& disposition);

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
