// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/line/walk.h"

/// What is said of an incident, as options of a line.
namespace tridesk::line {

/// The value of the last such option; null where there is none.
[[nodiscard]] const Word* given(const Parts& parts, Option option);
[[nodiscard]] QString givenText(const Parts& parts, Option option);
/// What an option says names nothing; it is there.
[[nodiscard]] std::unexpected<Error> wrongOption(const Parts& parts, Option option);

[[nodiscard]] std::expected<std::optional<GeoPoint>, Error> readPoint(const Parts& parts);
[[nodiscard]] std::expected<Area, Error> readArea(const Parts& parts);
/// Whole: what is not said is as it is by itself.
[[nodiscard]] std::expected<IncidentDetails, Error> readDetails(const Parts& parts, const Context& context);
/// Only what is said.
[[nodiscard]] std::expected<AmendIncident, Error> readAmendment(const Parts& parts, const Context& context);

/// The level that a new incident of a type gets where none is said.
[[nodiscard]] Level levelOf(const Context& context, const TypeCode& type);

[[nodiscard]] QString writePoint(const std::optional<GeoPoint>& at);
[[nodiscard]] QString writeArea(const Area& area);
[[nodiscard]] QString writeHazards(const Hazards& hazards);
[[nodiscard]] QString option(Option option, const QString& value); ///< "key=value", quoted where it must be
[[nodiscard]] QStringList writeCallers(const QList<Caller>& callers);

} // namespace tridesk::line
