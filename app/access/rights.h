// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/domain/enum_names.h"
#include "app/domain/situation.h"

namespace tridesk {

/// What a role may, beyond what tier and post allow (permission.h asks for both). A table, in rights.cpp:
///
///                      dispatcher  supervisor  duty officer  crew  reviewer  administrator
///   sit                    yes         yes          yes       yes     yes         yes
///   work                   yes         yes          yes       yes      –           –
///   lower a level           –          yes           –         –       –           –
///   take from worse         –          yes           –         –       –           –
///   end an emergency        –          yes          yes        –       –           –
///   lift protection         –          yes           –         –       –           –
///   move sectors            –          yes           –         –       –           –
///   adjust the policy       –          yes           –         –       –           –
///   define the desk         –          yes           –         –       –          yes
///   know callers           yes         yes           –         –       –           –
///   read the sensitive     yes         yes           –         –      yes          –
///   export footage          –          yes          yes        –       –           –
///   keep footage            –          yes           –         –       –           –
///   replay the record       –          yes           –         –      yes          –
///
/// A bad night has no time to look for a supervisor: whatever sends help, or more of it, a dispatcher does
/// alone. What takes help away from somebody, or protection, is decided by two.
enum class Right {
    Sit,            ///< to take and leave a seat, and what leaves a trace of a look
    Work,           ///< everything that a shift does
    LowerLevel,     ///< to make an incident less pressing; raising is work
    TakeFromWorse,  ///< to take a unit off a more pressing incident; off another one is work, with a reason
    EndEmergency,   ///< acknowledging is work
    LiftProtection, ///< to unmark what is sensitive or confidential; marking is work
    AdjustPolicy,   ///< what recommendations weigh
    DefineDesk,     ///< posts, units, cameras, video feeds, the catalogue
    KnowCallers,    ///< who a confidential caller is; at the bureau only
    MoveSectors,    ///< which desk answers for which stations
    ReadSensitive,  ///< the words of a sensitive incident, without having been ordered to it
    ExportFootage,  ///< to let kept pictures out of the desk; watching and keeping them is work
    KeepFootage,    ///< to say how long pictures are kept, and to delete one before
    Review          ///< to play the record, bookmark and report on it; each sees what tier and post let them
};

/// The words for them in a refusal's field (RefusalCode::NotOfRole).
template <>
inline constexpr std::array enumNames<Right> = {QLatin1StringView("sit"),
                                                QLatin1StringView("work"),
                                                QLatin1StringView("lower_level"),
                                                QLatin1StringView("take_from_worse"),
                                                QLatin1StringView("end_emergency"),
                                                QLatin1StringView("lift_protection"),
                                                QLatin1StringView("adjust_policy"),
                                                QLatin1StringView("define_desk"),
                                                QLatin1StringView("know_callers"),
                                                QLatin1StringView("move_sectors"),
                                                QLatin1StringView("read_sensitive"),
                                                QLatin1StringView("export_footage"),
                                                QLatin1StringView("keep_footage"),
                                                QLatin1StringView("review")};

/// Role::Anybody has all of them: at a desk without users tier and post alone decide.
[[nodiscard]] bool hasRight(Role role, Right right);
/// The right that a command takes as things stand.
[[nodiscard]] Right rightFor(const Situation& situation, const Command& command);

/// As what a station or a crew acts that works over the gateway: nobody signs in there, its token stands for
/// the seat. Of the bureau's seats, which have none, anybody.
[[nodiscard]] Role roleByToken(const Seat& seat);

} // namespace tridesk
