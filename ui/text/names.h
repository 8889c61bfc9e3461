// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/deadlines.h"
#include "app/domain/order.h"
#include "app/domain/situation.h"
#include "app/domain/unit.h"

#include <QString>

// The words for the domain's values, in the language that is set (ui/text/language.h). GUI thread only.
namespace tridesk::text {

[[nodiscard]] QString name(Level level);       ///< "Critical", 特急
[[nodiscard]] QString name(UnitStatus status); ///< "En route", 出警
[[nodiscard]] QString name(UnitKind kind);     ///< "Car", 警车
[[nodiscard]] QString name(IncidentStage stage);
[[nodiscard]] QString name(OrderStage stage);
[[nodiscard]] QString name(DeadlineKind kind);
[[nodiscard]] QString name(IncidentFlag flag);
[[nodiscard]] QString name(EmergencySource source);
[[nodiscard]] QString name(CameraSign sign);
[[nodiscard]] QString name(EmergencyOutcome outcome);
[[nodiscard]] QString name(Tier tier);
/// What the post calls it ("Meal break"), else the base status.
[[nodiscard]] QString statusName(const Catalogue& catalogue, UnitStatus base, const TypeCode& custom);
/// How a step was told that a desk entered for somebody: "radio", else as it stands there.
[[nodiscard]] QString channelName(const QString& channel);
[[nodiscard]] QString name(Role role); ///< "Supervisor", 值班长
/// The one of the two languages that is set, the other where that is empty.
[[nodiscard]] QString name(const Name& name);

/// Of a type or a disposition: its own name, or the code where the catalogue does not know it.
[[nodiscard]] QString typeName(const Catalogue& catalogue, const TypeCode& code);
/// With the names of all above it: "Traffic › Accident › With injury".
[[nodiscard]] QString typePath(const Catalogue& catalogue, const TypeCode& code);
[[nodiscard]] QString dispositionName(const Catalogue& catalogue, const TypeCode& code);

[[nodiscard]] QString callsign(const Situation& situation, const UnitId& unit);
[[nodiscard]] QString postName(const Situation& situation, const PostId& post);
[[nodiscard]] QString beatName(const Situation& situation, const BeatId& beat);
/// "Waits for 1A12 (place 2) until 12:30", "Held until 12:30"; empty where it is not held.
[[nodiscard]] QString hold(const Situation& situation, const Incident& incident);
[[nodiscard]] QString addressee(const Situation& situation, const Addressee& to);
/// "Bureau", "Station ST03", "Crew of 1A12", the machine's name; takes Seat::toString().
[[nodiscard]] QString seatName(const Situation& situation, const QString& seat);
/// The serial of its day, as a line names it: "0123".
[[nodiscard]] QString shortNumber(qint64 number);
/// What a crew is qualified for: "first aid", 急救; a word of the site's own as it is.
[[nodiscard]] QString qualification(const QString& word);
/// "1A12 asks for reinforcement (21:05:09): two men fight"; empty where none is asked for.
[[nodiscard]] QString reinforcement(const Situation& situation, const Incident& incident);
/// "weapon, injured"; empty where none is known.
[[nodiscard]] QString hazards(const Hazards& hazards);
/// The address, else the coordinate, else "place unknown".
[[nodiscard]] QString place(const Place& place);

} // namespace tridesk::text
