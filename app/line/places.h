// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/line/walk.h"

/// Lines about notes on places, sectors and steps of plans.
namespace tridesk::line {

[[nodiscard]] std::expected<Command, Error> readPremise(const Parts& parts, const Context& context);
[[nodiscard]] std::expected<Command, Error> readWithdrawal(const Parts& parts, const Context& context);
[[nodiscard]] std::expected<Command, Error> readSector(const Parts& parts, const Context& context);
/// By number or code, several at once; "off" behind them takes them back.
[[nodiscard]] std::expected<QList<Command>, Error> readSteps(const Parts& parts, const Context& context);

/// What follows the verb, empty where the situation does not know the note.
[[nodiscard]] QStringList writePremise(const NotePremise& command, const Context& context);
/// The end of a note's id, as long as it takes to tell it from the others; empty where it is not known.
[[nodiscard]] QString noteWord(const Context& context, const PremiseNoteId& note);

} // namespace tridesk::line
