// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"
#include "app/domain/incident.h"
#include "app/domain/map_marks.h"
#include "app/domain/message.h"
#include "app/domain/order.h"
#include "app/domain/post.h"
#include "app/domain/seat.h"
#include "app/domain/unit.h"

#include <optional>
#include <variant>

namespace tridesk {

// Every change that a seat or a machine may ask for. decide() turns one into facts, or refuses it.

/// Defines a post anew or changes it.
struct DefinePost {
    Post post;
};

/// Defines a unit anew or changes it; callsign and devices belong to one unit only.
struct DefineUnit {
    UnitDefinition unit;
};

struct DefineCatalogue {
    Catalogue catalogue;
};

struct OpenSeat {};

struct CloseSeat {};

struct LogOn {
    UnitId unit;
    QStringList crew;
};

struct LogOff {
    UnitId unit;
};

/// Statuses that follow from an order are set by the order's own steps.
struct SetUnitStatus {
    UnitId unit;
    UnitStatus status = UnitStatus::Available;
    QString reason;
};

/// A new incident. With a source key that is known: nothing changes if the content is the same.
struct ReportIncident {
    Source source;
    IncidentDetails details;
};

/// Refines an incident: what is set replaces what was.
struct AmendIncident {
    IncidentId incident;
    std::optional<QString> text;
    std::optional<TypeCode> type;
    std::optional<Level> level; ///< with a reason: a regrade
    std::optional<Place> place;
    std::optional<QList<Caller>> callers;
    std::optional<Hazards> hazards;
    QString reason;
};

struct AddNote {
    IncidentId incident;
    QString text;
};

struct CloseIncident {
    IncidentId incident;
    TypeCode disposition;
    QString text;
};

/// Sends a post or a unit to an incident.
struct IssueOrder {
    IncidentId incident;
    Addressee to;
    OrderRole role = OrderRole::Primary;
    QString text;
    QString
        overrideReason; ///< why a busy unit is taken all the same: its order is cancelled with this reason
};

/// Moves an order along its chain: Delivered, Shown, Signed, UnderWay, Arrived, Reported, Closed, Refused,
/// Cancelled. Steps that were passed over in between are taken as reached at the same moment, except that an
/// order must be signed by somebody: a crew that only says "arrived" has signed and set out.
struct AdvanceOrder {
    OrderId order;
    OrderStage to = OrderStage::Delivered;
    QString text;         ///< report, or reason
    TypeCode disposition; ///< with Reported and Closed
};

/// Takes an order back before its addressee may see it.
struct RecallOrder {
    OrderId order;
};

struct SendMessage {
    QList<Addressee> to;
    QString text;
    std::optional<IncidentId> incident;
};

struct AdvanceMessage {
    MessageId message;
    MessageStage to = MessageStage::Delivered;
};

/// A new drawing, or a known one drawn anew.
struct DrawPlot {
    std::optional<PlotId> plot;
    PlotDetails details;
};

struct ErasePlot {
    PlotId plot;
};

/// Names a place, or changes what is known of one. The same name at the same point changes nothing, so that a
/// list may be imported twice.
struct NamePlace {
    std::optional<NamedPlaceId> place;
    NamedPlaceDetails details;
};

struct ForgetPlace {
    NamedPlaceId place;
};

/// Defines a camera anew or changes it.
struct DefineCamera {
    Camera camera;
};

struct RetireCamera {
    CameraId camera;
};

using Command = std::variant<DefinePost, DefineUnit, DefineCatalogue, OpenSeat, CloseSeat, LogOn, LogOff,
                             SetUnitStatus, ReportIncident, AmendIncident, AddNote, CloseIncident, IssueOrder,
                             AdvanceOrder, RecallOrder, SendMessage, AdvanceMessage, DrawPlot, ErasePlot,
                             NamePlace, ForgetPlace, DefineCamera, RetireCamera>;

/// A command with who asks for it. The id makes it safe to ask twice: the second time nothing happens.
struct Request {
    RequestId id;
    Actor actor;
    std::optional<Instant> happenedAt; ///< where it is not now: paper cards, a crew that had no link
    Command command;
};

} // namespace tridesk
