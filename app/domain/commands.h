// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/beat.h"
#include "app/domain/bookmark.h"
#include "app/domain/catalogue.h"
#include "app/domain/handover.h"
#include "app/domain/incident.h"
#include "app/domain/map_marks.h"
#include "app/domain/message.h"
#include "app/domain/order.h"
#include "app/domain/policy.h"
#include "app/domain/post.h"
#include "app/domain/practice.h"
#include "app/domain/premise.h"
#include "app/domain/report_record.h"
#include "app/domain/seat.h"
#include "app/domain/unit.h"
#include "app/domain/video_feed.h"

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

/// Defines a part of a post's area anew or changes it.
struct DefineBeat {
    Beat beat;
};

struct RetireBeat {
    BeatId beat;
};

struct DefineCatalogue {
    Catalogue catalogue;
};

struct OpenSeat {};

struct CloseSeat {};

struct LogOn {
    UnitId unit;
    QStringList crew;
    ShiftKit kit = {};
};

struct LogOff {
    UnitId unit;
};

/// Statuses that follow from an order are set by the order's own steps.
struct SetUnitStatus {
    UnitId unit;
    UnitStatus status = UnitStatus::Available;
    QString reason;
    TypeCode custom = {}; ///< the post's own name for it; gives the status where it is set
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

/// Refused while something that the catalogue requires is not known, unless the disposition takes it so or
/// a reason is given.
struct CloseIncident {
    IncidentId incident;
    TypeCode disposition;
    QString text;
    QString overrideReason = {};
};

/// Sends a post or a unit to an incident.
struct IssueOrder {
    IncidentId incident;
    Addressee to;
    OrderRole role = OrderRole::Primary;
    QString text;
    QString
        overrideReason; ///< why a busy unit is taken all the same: its order is cancelled with this reason
    QList<ShownPick> shown = {}; ///< the recommendation that stood on the screen
    /// UnderWay or Arrived where the crew said by voice that it has set out, or is there, already: nothing is
    /// left to recall then. Of units only.
    OrderStage reached = OrderStage::Issued;
};

/// Moves an order along its chain: Delivered, Shown, Signed, UnderWay, Arrived, Reported, Closed, Refused,
/// Cancelled. Steps that were passed over in between are taken as reached at the same moment, except that an
/// order must be signed by somebody: a crew that only says "arrived" has signed and set out.
struct AdvanceOrder {
    OrderId order;
    OrderStage to = OrderStage::Delivered;
    QString text;         ///< report, or reason
    TypeCode disposition; ///< with Reported and Closed
    std::optional<OnBehalf> onBehalf = {};
};

/// Takes an order back before its addressee may see it.
struct RecallOrder {
    OrderId order;
};

struct SendMessage {
    QList<Addressee> to; ///< of what is said in a room: nobody, its members are found
    QString text;
    std::optional<IncidentId> incident;
    MessageKind kind = MessageKind::Message;
    std::optional<Instant> expiresAt = {}; ///< must be given for bulletins and status notes
    Area area = {};
};

struct AdvanceMessage {
    MessageId message;
    MessageStage to = MessageStage::Delivered;
};

/// Takes a bulletin or status note down before it expires.
struct WithdrawMessage {
    MessageId message;
};

/// "We have seen that you ordered our unit": a post answers a notice.
struct AcknowledgeNotice {
    OrderId order;
    PostId post;
};

/// More units are wanted where the order's addressee is.
struct AskReinforcement {
    OrderId order;
    QString text;
};

/// Another unit takes the place of an order's, with its role.
struct ReplaceUnit {
    OrderId order;
    UnitId unit;
    QString reason;
    QString overrideReason = {}; ///< as in IssueOrder
};

/// Two units that are on their way take each other's jobs, with the roles that these have.
struct ExchangeUnits {
    UnitId first;
    UnitId second;
    QString reason;
};

struct SetPrimary {
    OrderId order;
};

/// Presses a late addressee (催办). The clockwork does it by itself at the catalogue's interval.
struct ChaseOrder {
    OrderId order;
    QString text;
    bool automatic = false;
};

/// The clockwork's: a deadline has passed. Decides nothing where it was marked before, or does not run any
/// more.
struct MarkMissed {
    IncidentId incident;
    std::optional<OrderId> order; ///< without: the incident's dispatch
    DeadlineKind kind = DeadlineKind::Dispatch;
};

/// A crew came upon something, or stops someone: an incident with the crew on the scene already.
struct InitiateIncident {
    UnitId unit;
    IncidentDetails details;
};

struct FlagIncident {
    IncidentId incident;
    IncidentFlag flag = IncidentFlag::Watch;
    bool on = true;
};

struct TagIncident {
    IncidentId incident;
    QStringList tags; ///< all of them
};

/// Parks a pending incident until then, or takes it up again where `until` is not set. For one unit, in a
/// place of its order, or for whoever of a beat comes free; what was parked for another is taken from there.
struct HoldIncident {
    IncidentId incident;
    std::optional<Instant> until;
    QString reason;
    std::optional<UnitId> unit = {};
    BeatId beat = {};
    qint64 place = 0; ///< in the unit's order, from 1; 0: last
};

/// Attaches an incident to another report of the same; its callers stay on the record.
struct MergeIncident {
    IncidentId incident;
    IncidentId into;
};

/// Undoes a merge.
struct SplitIncident {
    IncidentId incident;
    QString reason;
};

struct ReopenIncident {
    IncidentId incident;
    QString reason;
};

/// Gives a non-police incident to another agency, and notes its return.
struct TransferIncident {
    IncidentId incident;
    QString agency;
    QString reason;
};

struct ReturnTransfer {
    IncidentId incident;
    QString answer;
};

/// Starts a unit's safety timer, or stops it where `every` is 0.
struct SetTimer {
    UnitId unit;
    Milliseconds every{0};
};

/// These units have answered; empty: every one that has a timer and that the seat may ask for.
struct ResetTimers {
    QList<UnitId> units;
};

/// The clockwork's: a safety check was not answered.
struct MissCheck {
    UnitId unit;
};

struct RaiseEmergency {
    UnitId unit;
    EmergencySource source = EmergencySource::Crew;
    QString text;
    std::optional<GeoPoint> at;
};

/// A body camera's word about its crew; the same again changes nothing.
struct NoteCameraSign {
    UnitId unit;
    CameraSign sign = CameraSign::Recording;
    QString text = {};
};

struct AcknowledgeEmergency {
    UnitId unit;
};

struct EndEmergency {
    UnitId unit;
    EmergencyOutcome outcome = EmergencyOutcome::Resolved;
    QString reason;
};

struct DefinePolicy {
    RecommendPolicy policy;
};

/// A read that leaves a trace.
struct RecordLook {
    LookKind kind = LookKind::AddressHistory;
    QString subject;
    QString reason;
};

/// A report leaves the desk: asked before it is written, so that none goes without a trace.
struct MakeReport {
    ReportRecord report;
};

struct OfferHandover {
    QString brief;
    QString notes;
};

struct TakeHandover {
    HandoverId handover;
    QString answer;
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

/// Defines a feed anew or changes it. Its addresses are without a login, or refused.
struct DefineFeed {
    VideoFeed feed;
};

/// Takes a feed away; whoever watches it then does so no longer.
struct RetireFeed {
    FeedId feed;
};

/// A picture is opened. Needs a reason unless the feed belongs to an incident of the seat (feed_rules.h).
struct BeginView {
    FeedId feed = {};
    std::optional<IncidentId> incident = {};
    QString reason = {};
    std::optional<FootageId> footage = {}; ///< what was kept is played; it says feed and incident itself
};

struct EndView {
    ViewId view;
};

/// Something of a feed was kept: by now its file, unless it is a mark, is whole and in the store.
struct SaveFootage {
    FootageKind kind = FootageKind::Mark;
    FeedId feed;
    std::optional<IncidentId> incident = {};
    Instant from = {};
    Instant to = {};
    QString words = {};
    QByteArray sha256 = {};
    qint64 bytes = 0;
    QString file = {};
};

struct ExportFootage {
    FootageId footage;
    QString to; ///< to whom, on what
    QString reason;
};

/// Its file is deleted; by hand, or by the clockwork once it is older than the policy keeps it.
struct RemoveFootage {
    FootageId footage;
    QString reason;
};

struct SetVideoPolicy {
    VideoPolicy policy;
};

/// A new note on a place, or a known one written anew.
struct NotePremise {
    std::optional<PremiseNoteId> note;
    PremiseNoteDetails details;
};

struct WithdrawPremiseNote {
    PremiseNoteId note;
    QString reason;
};

/// Gives stations to one of the bureau's desks, which is told, as is the desk that had them.
struct MoveSector {
    QList<PostId> posts;
    QString name; ///< of the sector, may be empty
    QString desk; ///< a bureau seat that somebody sits at; empty: every desk's again
};

/// A desk has read that these stations were moved to it, or away.
struct NoteSectorMove {
    QList<PostId> posts;
};

/// A step of the incident's plan is done, or not after all.
struct TickStep {
    IncidentId incident;
    TypeCode step;
    bool done = true;
};

/// The clockwork's: a step was not done in time.
struct MissStep {
    IncidentId incident;
    TypeCode step;
};

/// The seat has taken notice of these alarms (alarms.h) as they stand.
struct AcknowledgeAlarms {
    QStringList alarms;
};

/// The seat puts one alarm aside for a while; never an emergency.
struct ShelveAlarm {
    QString alarm;
    Instant until; ///< now or before: taken up again
    QString reason;
};

/// A new bookmark of the record, or a known one written anew.
struct SetBookmark {
    std::optional<BookmarkId> bookmark;
    BookmarkDetails details;
};

struct RemoveBookmark {
    BookmarkId bookmark;
};

using AnyCommand =
    std::variant<DefinePost, DefineUnit, DefineCatalogue, OpenSeat, CloseSeat, LogOn, LogOff, SetUnitStatus,
                 ReportIncident, AmendIncident, AddNote, CloseIncident, IssueOrder, AdvanceOrder, RecallOrder,
                 SendMessage, AdvanceMessage, DrawPlot, ErasePlot, NamePlace, ForgetPlace, DefineCamera,
                 RetireCamera, WithdrawMessage, AcknowledgeNotice, AskReinforcement, ReplaceUnit, SetPrimary,
                 ChaseOrder, MarkMissed, InitiateIncident, FlagIncident, TagIncident, HoldIncident,
                 MergeIncident, SplitIncident, ReopenIncident, TransferIncident, ReturnTransfer, SetTimer,
                 ResetTimers, MissCheck, RaiseEmergency, AcknowledgeEmergency, EndEmergency, DefinePolicy,
                 RecordLook, OfferHandover, TakeHandover, DefineFeed, RetireFeed, BeginView, EndView,
                 SaveFootage, ExportFootage, RemoveFootage, SetVideoPolicy, NoteCameraSign, NotePremise,
                 WithdrawPremiseNote, MoveSector, NoteSectorMove, TickStep, MissStep, AcknowledgeAlarms,
                 ShelveAlarm, ExchangeUnits, SetBookmark, RemoveBookmark, MakeReport, DefineBeat, RetireBeat>;

/// One of them. It is copied, moved and dropped in commands.cpp alone: a source that does so for itself takes
/// seconds longer to compile.
struct Command : AnyCommand {
    using AnyCommand::AnyCommand;
    Command();
    Command(const Command& other);
    Command(Command&& other) noexcept;
    Command& operator=(const Command& other);
    Command& operator=(Command&& other) noexcept;
    ~Command();
    // The variant's own ask for what most alternatives do not have.
    friend bool operator==(const Command&, const Command&) = delete;
    friend bool operator<(const Command&, const Command&) = delete;
};

/// A command with who asks for it. The id makes it safe to ask twice: the second time nothing happens.
struct Request {
    RequestId id;
    Actor actor;
    std::optional<Instant> happenedAt; ///< where it is not now: paper cards, a crew that had no link
    Command command;
};

} // namespace tridesk
