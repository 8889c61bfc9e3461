// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/domain/video_facts.h"

#include <variant>

namespace tridesk {

// What the journal records: small immutable facts. Each has a kind and a version in app/domain/codec.cpp.

struct PostDefined {
    Post post;
    friend bool operator==(const PostDefined&, const PostDefined&) = default;
};

struct UnitDefined {
    UnitDefinition unit;
    friend bool operator==(const UnitDefined&, const UnitDefined&) = default;
};

struct CatalogueDefined {
    Catalogue catalogue;
    friend bool operator==(const CatalogueDefined&, const CatalogueDefined&) = default;
};

struct SeatOpened {
    friend bool operator==(const SeatOpened&, const SeatOpened&) = default;
};

struct SeatClosed {
    friend bool operator==(const SeatClosed&, const SeatClosed&) = default;
};

struct UnitLoggedOn {
    UnitId unit;
    QStringList crew;
    ShiftKit kit = {};
    friend bool operator==(const UnitLoggedOn&, const UnitLoggedOn&) = default;
};

struct UnitLoggedOff {
    UnitId unit;
    friend bool operator==(const UnitLoggedOff&, const UnitLoggedOff&) = default;
};

struct UnitStatusSet {
    UnitId unit;
    UnitStatus status = UnitStatus::Available;
    QString reason;
    TypeCode custom = {};
    friend bool operator==(const UnitStatusSet&, const UnitStatusSet&) = default;
};

struct IncidentReported {
    IncidentId incident;
    qint64 number = 0;
    Source source;
    QByteArray digest; ///< 8 bytes of what was sent
    IncidentDetails details;
    PostId post;      ///< may be null
    BeatId beat = {}; ///< may be null
    friend bool operator==(const IncidentReported&, const IncidentReported&) = default;
};

/// What changed; what is not set stayed.
struct IncidentAmended {
    AmendIncident change;
    std::optional<PostId> post;      ///< set when the new place lies in another area; null id: in none
    std::optional<BeatId> beat = {}; ///< as post
    friend bool operator==(const IncidentAmended& a, const IncidentAmended& b);
};

struct IncidentNoted {
    IncidentId incident;
    QString text;
    friend bool operator==(const IncidentNoted&, const IncidentNoted&) = default;
};

struct IncidentClosed {
    IncidentId incident;
    TypeCode disposition;
    QString text;
    QString overrideReason = {}; ///< why it was closed with something required unknown
    friend bool operator==(const IncidentClosed&, const IncidentClosed&) = default;
};

struct OrderIssued {
    OrderId order;
    IncidentId incident;
    Addressee to;
    OrderRole role = OrderRole::Primary;
    std::optional<OrderId> parent;
    QString text;
    Instant releaseAt;
    QString overrideReason;
    QList<OrderNotice> notices = {};
    QList<ShownPick> shown = {};
    friend bool operator==(const OrderIssued&, const OrderIssued&) = default;
};

/// An order reached a stage after Issued. Its kind names the stage: "order.signed".
struct OrderAdvanced {
    OrderId order;
    IncidentId incident; ///< of the order, so that one stream holds all of an incident
    OrderStage stage = OrderStage::Delivered;
    QString text;
    TypeCode disposition;
    std::optional<OnBehalf> onBehalf = {};
    friend bool operator==(const OrderAdvanced&, const OrderAdvanced&) = default;
};

struct MessageSent {
    MessageId message;
    QList<Addressee> to;
    QString text;
    std::optional<IncidentId> incident;
    MessageKind kind = MessageKind::Message;
    std::optional<Instant> expiresAt = {};
    Area area = {};
    friend bool operator==(const MessageSent&, const MessageSent&) = default;
};

/// The acting seat received, was shown or acknowledged a message.
struct MessageAdvanced {
    MessageId message;
    MessageStage stage = MessageStage::Delivered;
    friend bool operator==(const MessageAdvanced&, const MessageAdvanced&) = default;
};

struct PlotDrawn {
    PlotId plot;
    PlotDetails details;
    friend bool operator==(const PlotDrawn&, const PlotDrawn&) = default;
};

struct PlotErased {
    PlotId plot;
    friend bool operator==(const PlotErased&, const PlotErased&) = default;
};

struct PlaceNamed {
    NamedPlaceId place;
    NamedPlaceDetails details;
    friend bool operator==(const PlaceNamed&, const PlaceNamed&) = default;
};

struct PlaceForgotten {
    NamedPlaceId place;
    friend bool operator==(const PlaceForgotten&, const PlaceForgotten&) = default;
};

struct CameraDefined {
    Camera camera;
    friend bool operator==(const CameraDefined&, const CameraDefined&) = default;
};

struct CameraRetired {
    CameraId camera;
    friend bool operator==(const CameraRetired&, const CameraRetired&) = default;
};

struct MessageWithdrawn {
    MessageId message;
    friend bool operator==(const MessageWithdrawn&, const MessageWithdrawn&) = default;
};

struct NoticeAcknowledged {
    OrderId order;
    IncidentId incident;
    PostId post;
    friend bool operator==(const NoticeAcknowledged&, const NoticeAcknowledged&) = default;
};

struct ReinforcementAsked {
    OrderId order;
    IncidentId incident;
    QString text;
    friend bool operator==(const ReinforcementAsked&, const ReinforcementAsked&) = default;
};

struct OrderRoleSet {
    OrderId order;
    IncidentId incident;
    OrderRole role = OrderRole::Primary;
    friend bool operator==(const OrderRoleSet&, const OrderRoleSet&) = default;
};

struct OrderChased {
    OrderId order;
    IncidentId incident;
    QString text;
    bool automatic = false;
    friend bool operator==(const OrderChased&, const OrderChased&) = default;
};

struct DeadlineMissed {
    IncidentId incident;
    std::optional<OrderId> order;
    DeadlineKind kind = DeadlineKind::Dispatch;
    Instant due;
    friend bool operator==(const DeadlineMissed&, const DeadlineMissed&) = default;
};

struct IncidentFlagged {
    IncidentId incident;
    IncidentFlag flag = IncidentFlag::Watch;
    bool on = false; ///< taken off
    friend bool operator==(const IncidentFlagged&, const IncidentFlagged&) = default;
};

struct IncidentTagged {
    IncidentId incident;
    QStringList tags;
    friend bool operator==(const IncidentTagged&, const IncidentTagged&) = default;
};

struct IncidentHeld {
    IncidentId incident;
    std::optional<Instant> until; ///< not set: taken up again
    QString reason;
    std::optional<UnitId> unit = {};
    BeatId beat = {};
    qint64 place = 0; ///< in the unit's order, from 1; 0: last
    friend bool operator==(const IncidentHeld&, const IncidentHeld&) = default;
};

struct IncidentMerged {
    IncidentId incident;
    IncidentId into;
    friend bool operator==(const IncidentMerged&, const IncidentMerged&) = default;
};

struct IncidentSplit {
    IncidentId incident;
    QString reason;
    friend bool operator==(const IncidentSplit&, const IncidentSplit&) = default;
};

struct IncidentReopened {
    IncidentId incident;
    QString reason;
    friend bool operator==(const IncidentReopened&, const IncidentReopened&) = default;
};

struct IncidentTransferred {
    IncidentId incident;
    QString agency;
    QString reason;
    friend bool operator==(const IncidentTransferred&, const IncidentTransferred&) = default;
};

struct TransferReturned {
    IncidentId incident;
    QString answer;
    friend bool operator==(const TransferReturned&, const TransferReturned&) = default;
};

struct UnitTimerSet {
    UnitId unit;
    std::optional<Instant> due; ///< not set: stopped
    Milliseconds every{0};
    bool automatic = false;
    friend bool operator==(const UnitTimerSet&, const UnitTimerSet&) = default;
};

struct CheckMissed {
    UnitId unit;
    Instant due;
    friend bool operator==(const CheckMissed&, const CheckMissed&) = default;
};

struct EmergencyRaised {
    UnitId unit;
    EmergencySource source = EmergencySource::Crew;
    QString text;
    std::optional<GeoPoint> at;
    friend bool operator==(const EmergencyRaised&, const EmergencyRaised&) = default;
};

struct EmergencyAcknowledged {
    UnitId unit;
    friend bool operator==(const EmergencyAcknowledged&, const EmergencyAcknowledged&) = default;
};

struct EmergencyEnded {
    UnitId unit;
    EmergencyOutcome outcome = EmergencyOutcome::Resolved;
    QString reason;
    friend bool operator==(const EmergencyEnded&, const EmergencyEnded&) = default;
};

struct PolicyDefined {
    RecommendPolicy policy;
    friend bool operator==(const PolicyDefined&, const PolicyDefined&) = default;
};

struct LookRecorded {
    LookKind kind = LookKind::AddressHistory;
    QString subject;
    QString reason;
    friend bool operator==(const LookRecorded&, const LookRecorded&) = default;
};

struct HandoverOffered {
    HandoverId handover;
    QString brief;
    QString notes;
    friend bool operator==(const HandoverOffered&, const HandoverOffered&) = default;
};

struct HandoverTaken {
    HandoverId handover;
    QString answer;
    friend bool operator==(const HandoverTaken&, const HandoverTaken&) = default;
};

struct PremiseNoted {
    PremiseNoteId note;
    PremiseNoteDetails details;
    friend bool operator==(const PremiseNoted&, const PremiseNoted&) = default;
};

struct PremiseNoteWithdrawn {
    PremiseNoteId note;
    QString reason;
    friend bool operator==(const PremiseNoteWithdrawn&, const PremiseNoteWithdrawn&) = default;
};

struct SectorMoved {
    QList<PostId> posts;
    QString name;
    QString desk;
    friend bool operator==(const SectorMoved&, const SectorMoved&) = default;
};

struct SectorMoveNoted {
    QList<PostId> posts;
    friend bool operator==(const SectorMoveNoted&, const SectorMoveNoted&) = default;
};

/// The plan that fits the incident from now on, whole: a catalogue that changes later changes nothing here.
struct PlanOpened {
    IncidentId incident;
    Plan plan;
    friend bool operator==(const PlanOpened&, const PlanOpened&) = default;
};

struct StepTicked {
    IncidentId incident;
    TypeCode step;
    bool done = false; ///< taken back
    friend bool operator==(const StepTicked&, const StepTicked&) = default;
};

struct StepMissed {
    IncidentId incident;
    TypeCode step;
    Instant due;
    friend bool operator==(const StepMissed&, const StepMissed&) = default;
};

struct AlarmsAcknowledged {
    QStringList alarms;
    friend bool operator==(const AlarmsAcknowledged&, const AlarmsAcknowledged&) = default;
};

struct AlarmShelved {
    QString alarm;
    std::optional<Instant> until; ///< not set: taken up again
    QString reason;
    friend bool operator==(const AlarmShelved&, const AlarmShelved&) = default;
};

struct BookmarkSet {
    BookmarkId bookmark;
    BookmarkDetails details;
    friend bool operator==(const BookmarkSet&, const BookmarkSet&) = default;
};

struct BookmarkRemoved {
    BookmarkId bookmark;
    friend bool operator==(const BookmarkRemoved&, const BookmarkRemoved&) = default;
};

/// What follows was taken from another journal. Counts as a journal's first entry only, and no command leads
/// to it: app/replay writes it where it makes a practice journal, so that no live one ever becomes that.
struct PracticeBegan {
    Practice practice;
    friend bool operator==(const PracticeBegan&, const PracticeBegan&) = default;
};

struct ReportMade {
    ReportRecord report;
    friend bool operator==(const ReportMade&, const ReportMade&) = default;
};

struct BeatDefined {
    Beat beat;
    friend bool operator==(const BeatDefined&, const BeatDefined&) = default;
};

struct BeatRetired {
    BeatId beat;
    friend bool operator==(const BeatRetired&, const BeatRetired&) = default;
};

using AnyFact = std::variant<
    PostDefined, UnitDefined, CatalogueDefined, SeatOpened, SeatClosed, UnitLoggedOn, UnitLoggedOff,
    UnitStatusSet, IncidentReported, IncidentAmended, IncidentNoted, IncidentClosed, OrderIssued,
    OrderAdvanced, MessageSent, MessageAdvanced, PlotDrawn, PlotErased, PlaceNamed, PlaceForgotten,
    CameraDefined, CameraRetired, MessageWithdrawn, NoticeAcknowledged, ReinforcementAsked, OrderRoleSet,
    OrderChased, DeadlineMissed, IncidentFlagged, IncidentTagged, IncidentHeld, IncidentMerged, IncidentSplit,
    IncidentReopened, IncidentTransferred, TransferReturned, UnitTimerSet, CheckMissed, EmergencyRaised,
    EmergencyAcknowledged, EmergencyEnded, PolicyDefined, LookRecorded, HandoverOffered, HandoverTaken,
    FeedDefined, FeedRetired, ViewBegan, ViewEnded, FootageSaved, FootageExported, FootageRemoved,
    VideoPolicyDefined, CameraSignNoted, PremiseNoted, PremiseNoteWithdrawn, SectorMoved, SectorMoveNoted,
    PlanOpened, StepTicked, StepMissed, AlarmsAcknowledged, AlarmShelved, BookmarkSet, BookmarkRemoved,
    PracticeBegan, ReportMade, BeatDefined, BeatRetired>;

/// One of them; made like Command.
struct Fact : AnyFact {
    using AnyFact::AnyFact;
    Fact();
    Fact(const Fact& other);
    Fact(Fact&& other) noexcept;
    Fact& operator=(const Fact& other);
    Fact& operator=(Fact&& other) noexcept;
    ~Fact();
    // The variant compares in every source that might ask; compare as AnyFact where that is wanted.
    friend bool operator==(const Fact&, const Fact&) = delete;
    friend bool operator<(const Fact&, const Fact&) = delete;
};

} // namespace tridesk
