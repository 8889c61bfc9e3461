// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"
#include "app/domain/geo_point.h"
#include "app/domain/id.h"
#include "app/domain/instant.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace tridesk {

/// Where an incident came from. `key` is the source's own id for it; with it, a second report of the same is
/// known.
struct Source {
    QString name; ///< "phone", "field", or the name of the machine source
    QString key;

    friend bool operator==(const Source&, const Source&) = default;
    friend size_t qHash(const Source& s, size_t seed = 0) noexcept { return qHashMulti(seed, s.name, s.key); }
};

struct Place {
    std::optional<GeoPoint> at; ///< unknown until located
    QString address;

    friend bool operator==(const Place&, const Place&) = default;
};

struct Caller {
    QString name;
    QString phone;

    friend bool operator==(const Caller&, const Caller&) = default;
};

/// What the safety questions found (product.md, capability 7); follows the unit's brief.
struct Hazards {
    bool weapon = false;
    bool injured = false;
    bool trapped = false;
    bool hazmat = false;

    [[nodiscard]] bool any() const { return weapon || injured || trapped || hazmat; }
    friend bool operator==(const Hazards&, const Hazards&) = default;
};

/// What is known of an incident and may be refined later.
struct IncidentDetails {
    QString text; ///< what the caller said, at most limits::text characters
    TypeCode type;
    Level level = Level::Routine;
    Place place;
    QList<Caller> callers;
    Hazards hazards;

    friend bool operator==(const IncidentDetails&, const IncidentDetails&) = default;
};

/// Derived from its orders: pending until one is issued.
enum class IncidentStage { Pending, Dispatched, EnRoute, OnScene, Reported, Closed };

/// What a desk marks an incident with. Sensitive ones are hidden below and dimmed on walls; of a confidential
/// caller only the bureau sees who it is.
enum class IncidentFlag { Major, Watch, Pinned, Sensitive, ConfidentialCaller };

/// How long an incident is held where nothing else is said (desk.md: `H 0123 15`).
constexpr Milliseconds usualHold = std::chrono::minutes(15);

/// Parked, to be taken up again: shown until then as held, after that as pending and due. Where it waits for
/// a unit or for whoever of a beat comes free, that is proposed then (stack_rules.h).
struct Hold {
    Instant until;
    QString reason;
    Instant since = {};
    std::optional<UnitId> unit = {};
    BeatId beat = {};

    friend bool operator==(const Hold&, const Hold&) = default;
};

/// Given to another agency (12345, fire, ambulance).
struct Transfer {
    QString agency;
    QString reason;
    Instant at;
    std::optional<Instant> returnedAt = {}; ///< it came back, with `answer`
    QString answer = {};

    friend bool operator==(const Transfer&, const Transfer&) = default;
};

/// Asked for by a crew or station on the scene; answered by the next order.
struct Reinforcement {
    OrderId order; ///< whose addressee asks
    QString text;
    Instant at;

    friend bool operator==(const Reinforcement&, const Reinforcement&) = default;
};

struct Note {
    Instant at;
    QString by;
    QString text;

    friend bool operator==(const Note&, const Note&) = default;
};

/// An incident as it stands now.
struct Incident {
    IncidentId id;
    qint64 number = 0; ///< yyyymmdd * 1,000,000 + serial of that day; a line names the serial, "0123"
    Source source;
    QByteArray reportDigest; ///< of what the source sent, so that a repeat can be told from a contradiction
    IncidentDetails details;
    PostId post; ///< whose area it lies in; null where none does
    BeatId beat; ///< of that post; null where none does
    Instant reportedAt;
    IncidentStage stage = IncidentStage::Pending;
    Instant stageSince;
    QList<OrderId> orders; ///< all, oldest first
    QList<Note> notes;
    TypeCode disposition; ///< once closed
    QSet<IncidentFlag> flags;
    QStringList tags;
    std::optional<Hold> hold;
    std::optional<Transfer> transfer;
    std::optional<Reinforcement> reinforcement;
    std::optional<Instant> dispatchMissedAt;
    std::optional<Instant> dispatchLateAt; ///< the last time, kept when somebody was sent after all
    IncidentId mergedInto;                 ///< closed as another report of that one
    QList<IncidentId> merged;              ///< other reports of this one, each with its own callers
    int reopened = 0;

    [[nodiscard]] bool isOpen() const { return stage != IncidentStage::Closed; }
    [[nodiscard]] bool has(IncidentFlag flag) const { return flags.contains(flag); }
    [[nodiscard]] bool isHeld(Instant now) const { return hold && now < hold->until; }
    [[nodiscard]] bool isAway() const { return transfer && !transfer->returnedAt; }

    friend bool operator==(const Incident&, const Incident&) = default;
};

/// "20261121-0123", as a person reads it.
[[nodiscard]] QString incidentNumberText(qint64 number);

/// Bounds of what one incident may hold; longer input is refused, never cut.
namespace limits {
constexpr int text = 8000;
constexpr int line = 400; ///< an address, a name, a reason
constexpr int phone = 40;
constexpr int callers = 50;
constexpr int key = 200;
constexpr int tags = 12;
} // namespace limits

} // namespace tridesk
