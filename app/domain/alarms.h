// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

#include <functional>

namespace tridesk {

/// What a desk must take notice of (product.md, "Alarm budget"); the most pressing first.
enum class AlarmKind {
    Emergency,      ///< of a unit; acknowledged as an emergency, and never shelved
    CheckMissed,    ///< a unit's safety check was not answered
    OrderLate,      ///< a deadline of an order passed; each chase repeats it
    DispatchLate,   ///< nobody was sent in time
    StepMissed,     ///< of an incident's plan
    Reinforcement,  ///< more units are asked for
    UrgentIncident, ///< a critical or urgent one came, and nobody was sent yet
};
constexpr int alarmKindCount = int(AlarmKind::UrgentIncident) + 1;

/// One alarm of a seat: all that was raised about one thing, however often.
struct Alarm {
    AlarmKind kind = AlarmKind::OrderLate;
    QString key; ///< names it in the journal: "order_late/<id of the order>"
    IncidentId incident = {};
    UnitId unit = {};
    OrderId order = {};
    int count = 1;      ///< how often it was raised
    Instant since;      ///< the first time
    Instant last;       ///< the newest time
    bool stands = true; ///< false: it is over, but nobody took notice
    std::optional<Instant> shelvedUntil = {};

    friend bool operator==(const Alarm&, const Alarm&) = default;
};

/// What the seat may see; empty: everything (app/access decides).
struct AlarmView {
    std::function<bool(const Incident&)> incident = {};
    std::function<bool(const Unit&)> unit = {};
};

/// What names an alarm about something of that id.
[[nodiscard]] QString alarmKey(AlarmKind kind, const QString& id);
/// The kind that a key speaks of; nothing where it is no key.
[[nodiscard]] std::optional<AlarmKind> alarmKindOf(const QString& key);
[[nodiscard]] bool isShelved(const Alarm& alarm, Instant now);

/// What waits for the seat: raised since somebody took the seat, or standing still, and not acknowledged
/// since it was last raised; who sends somebody has answered a late dispatch, at other desks it stays until
/// they take notice. The most pressing kind first, then the
/// oldest; what is shelved stands at the end. At the bureau of the desk's sectors, and of those that are
/// every desk's (sector.h). Nothing for a crew. Pure; a few milliseconds for 5,000 open incidents.
[[nodiscard]] QList<Alarm> alarmsOf(const Situation& situation, const Seat& seat, Instant now,
                                    const AlarmView& view = {});

/// Whether a desk answers for what lies in a post's area: by sector, or because it is every desk's.
[[nodiscard]] bool answersFor(const Situation& situation, const Seat& seat, const PostId& post);

} // namespace tridesk
