// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/domain/situation.h"
#include "app/line/verbs.h"

#include <QTimeZone>

#include <expected>
#include <functional>
#include <variant>

/// The grammar of the command line: one for reading what is typed and for writing what was clicked, so that
/// log, script, drill and test are the same. Pure; any thread.
namespace tridesk::line {

/// What a line is read against. The situation outlives it.
struct Context {
    const Situation& situation;
    Seat seat;
    Instant now;
    QTimeZone zone = QTimeZone::UTC; ///< of "18:00", and of the day that a short number belongs to
    IncidentId incident = {};        ///< in hand; null: none
    QList<UnitId> units = {};        ///< in hand
    /// What the seat may see (app/access/permission.h); empty: everything.
    std::function<bool(const Incident&)> seesIncident = {};
    std::function<bool(const Unit&)> seesUnit = {};
    /// What a handover says where nothing else is said; empty: the open jobs in their codes.
    std::function<QString()> brief = {};
};

enum class Fault {
    Empty,
    TooLong,
    Unknown,   ///< the word names nothing of what was expected
    Ambiguous, ///< it names several: candidates
    Missing,   ///< the line ends before it
    Surplus,   ///< nothing more was expected
    NoOrder,   ///< nobody ordered that addressee, or not there
    Open,      ///< a quote that nothing closes
};

/// Why a line cannot be read, and where. Its wording is made in ui/text.
struct Error {
    Fault fault = Fault::Empty;
    Slot expected = Slot::Verb;
    qsizetype at = 0; ///< of the word, in characters; the line's end for what is missing
    qsizetype length = 0;
    QString word;
    QStringList candidates = {}; ///< as they would be typed; at most mostCandidates
};
constexpr int mostCandidates = 12;

/// What a line asks of the window rather than of the desk.
struct ViewIncident {
    IncidentId incident;
};
struct ViewUnit {
    UnitId unit;
};
struct WatchIncident {
    IncidentId incident;
};
struct WatchUnit {
    UnitId unit;
};
struct WatchFeed {
    FeedId feed;
};
struct FindText {
    QString text;
};
/// The verb wants more than was typed: its form opens.
struct OpenForm {
    Verb verb = Verb::NewIncident;
    IncidentId incident = {};
};
using WindowAct = std::variant<std::monostate, ViewIncident, ViewUnit, WatchIncident, WatchUnit, WatchFeed,
                               FindText, OpenForm>;

struct Reading {
    Verb verb = Verb::Dispatch;
    QList<Command> commands; ///< in the order in which they are to be asked for
    WindowAct act = {};
};

[[nodiscard]] std::expected<Reading, Error> read(const QString& line, const Context& context);

/// The line that asks for a command: reads back to the same; empty for commands that no line asks for
/// (definitions, what machines do, drawings), and for what the situation does not know.
[[nodiscard]] QString write(const Command& command, const Context& context);
/// As few lines as will do: units that are sent alike stand in one.
[[nodiscard]] QStringList write(const QList<Command>& commands, const Context& context);

/// The source of an incident that a seat reports: "phone" at the bureau, elsewhere the seat.
[[nodiscard]] QString sourceOf(const Seat& seat);
/// What "*" means to a message: every post, and every crew on duty.
[[nodiscard]] QList<Addressee> everybody(const Context& context);
/// What a handover is about where nothing else is said: Context::brief, or the open jobs of the seat, a line
/// each behind their number.
[[nodiscard]] QString briefOf(const Context& context);
/// The newest handover that waits for the seat's signature.
[[nodiscard]] std::optional<HandoverId> offeredHandover(const Context& context);

} // namespace tridesk::line
