// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/facts.h"
#include "app/domain/value_fields.h"

/// The names under which each fact's fields are journalled: once, for writing and reading alike. Names are
/// for ever; a change of meaning is a new version of the kind (codec.cpp).
namespace tridesk {

template <class A>
void fields(A& a, typename A::template Ref<PostDefined> v) {
    fields(a, v.post);
}

template <class A>
void fields(A& a, typename A::template Ref<UnitDefined> v) {
    fields(a, v.unit);
}

template <class A>
void fields(A& a, typename A::template Ref<CatalogueDefined> v) {
    fields(a, v.catalogue);
}

template <class A>
void fields(A&, typename A::template Ref<SeatOpened>) {}

template <class A>
void fields(A&, typename A::template Ref<SeatClosed>) {}

template <class A>
void fields(A& a, typename A::template Ref<UnitLoggedOn> v) {
    a("unit"_L1, v.unit);
    a("crew"_L1, v.crew);
    fields(a, v.kit);
}

template <class A>
void fields(A& a, typename A::template Ref<UnitLoggedOff> v) {
    a("unit"_L1, v.unit);
}

template <class A>
void fields(A& a, typename A::template Ref<UnitStatusSet> v) {
    a("unit"_L1, v.unit);
    a("status"_L1, v.status);
    a("reason"_L1, v.reason);
    a("custom"_L1, v.custom);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentReported> v) {
    a("incident"_L1, v.incident);
    a("number"_L1, v.number);
    a("source"_L1, v.source);
    a("digest"_L1, v.digest);
    fields(a, v.details);
    a("post"_L1, v.post);
    a("beat"_L1, v.beat);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentAmended> v) {
    a("incident"_L1, v.change.incident);
    a("text"_L1, v.change.text);
    a("type"_L1, v.change.type);
    a("level"_L1, v.change.level);
    a("place"_L1, v.change.place);
    a("callers"_L1, v.change.callers);
    a("hazards"_L1, v.change.hazards);
    a("reason"_L1, v.change.reason);
    a("post"_L1, v.post);
    a("beat"_L1, v.beat);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentNoted> v) {
    a("incident"_L1, v.incident);
    a("text"_L1, v.text);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentClosed> v) {
    a("incident"_L1, v.incident);
    a("disposition"_L1, v.disposition);
    a("text"_L1, v.text);
    a("overrideReason"_L1, v.overrideReason);
}

template <class A>
void fields(A& a, typename A::template Ref<OrderIssued> v) {
    a("order"_L1, v.order);
    a("incident"_L1, v.incident);
    a("to"_L1, v.to);
    a("role"_L1, v.role);
    a("parent"_L1, v.parent);
    a("text"_L1, v.text);
    a("releaseAt"_L1, v.releaseAt);
    a("overrideReason"_L1, v.overrideReason);
    a("notices"_L1, v.notices);
    a("shown"_L1, v.shown);
}

/// The stage stands in the kind.
template <class A>
void fields(A& a, typename A::template Ref<OrderAdvanced> v) {
    a("order"_L1, v.order);
    a("incident"_L1, v.incident);
    a("text"_L1, v.text);
    a("disposition"_L1, v.disposition);
    a("onBehalf"_L1, v.onBehalf);
}

template <class A>
void fields(A& a, typename A::template Ref<MessageSent> v) {
    a("message"_L1, v.message);
    a("to"_L1, v.to);
    a("text"_L1, v.text);
    a("incident"_L1, v.incident);
    a("kind"_L1, v.kind);
    a("expiresAt"_L1, v.expiresAt);
    a("area"_L1, v.area);
}

template <class A>
void fields(A& a, typename A::template Ref<MessageAdvanced> v) {
    a("message"_L1, v.message);
    a("stage"_L1, v.stage);
}

template <class A>
void fields(A& a, typename A::template Ref<MessageWithdrawn> v) {
    a("message"_L1, v.message);
}

template <class A>
void fields(A& a, typename A::template Ref<NoticeAcknowledged> v) {
    a("order"_L1, v.order);
    a("incident"_L1, v.incident);
    a("post"_L1, v.post);
}

template <class A>
void fields(A& a, typename A::template Ref<ReinforcementAsked> v) {
    a("order"_L1, v.order);
    a("incident"_L1, v.incident);
    a("text"_L1, v.text);
}

template <class A>
void fields(A& a, typename A::template Ref<OrderRoleSet> v) {
    a("order"_L1, v.order);
    a("incident"_L1, v.incident);
    a("role"_L1, v.role);
}

template <class A>
void fields(A& a, typename A::template Ref<OrderChased> v) {
    a("order"_L1, v.order);
    a("incident"_L1, v.incident);
    a("text"_L1, v.text);
    a("automatic"_L1, v.automatic);
}

template <class A>
void fields(A& a, typename A::template Ref<DeadlineMissed> v) {
    a("incident"_L1, v.incident);
    a("order"_L1, v.order);
    a("kind"_L1, v.kind);
    a("due"_L1, v.due);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentFlagged> v) {
    a("incident"_L1, v.incident);
    a("flag"_L1, v.flag);
    a("on"_L1, v.on);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentTagged> v) {
    a("incident"_L1, v.incident);
    a("tags"_L1, v.tags);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentHeld> v) {
    a("incident"_L1, v.incident);
    a("until"_L1, v.until);
    a("reason"_L1, v.reason);
    a("unit"_L1, v.unit);
    a("beat"_L1, v.beat);
    a("place"_L1, v.place);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentMerged> v) {
    a("incident"_L1, v.incident);
    a("into"_L1, v.into);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentSplit> v) {
    a("incident"_L1, v.incident);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentReopened> v) {
    a("incident"_L1, v.incident);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentTransferred> v) {
    a("incident"_L1, v.incident);
    a("agency"_L1, v.agency);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<TransferReturned> v) {
    a("incident"_L1, v.incident);
    a("answer"_L1, v.answer);
}

template <class A>
void fields(A& a, typename A::template Ref<UnitTimerSet> v) {
    a("unit"_L1, v.unit);
    a("due"_L1, v.due);
    a("everyMs"_L1, v.every);
    a("automatic"_L1, v.automatic);
}

template <class A>
void fields(A& a, typename A::template Ref<CheckMissed> v) {
    a("unit"_L1, v.unit);
    a("due"_L1, v.due);
}

template <class A>
void fields(A& a, typename A::template Ref<EmergencyRaised> v) {
    a("unit"_L1, v.unit);
    a("source"_L1, v.source);
    a("text"_L1, v.text);
    a("at"_L1, v.at);
}

template <class A>
void fields(A& a, typename A::template Ref<EmergencyAcknowledged> v) {
    a("unit"_L1, v.unit);
}

template <class A>
void fields(A& a, typename A::template Ref<EmergencyEnded> v) {
    a("unit"_L1, v.unit);
    a("outcome"_L1, v.outcome);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<PolicyDefined> v) {
    fields(a, v.policy);
}

template <class A>
void fields(A& a, typename A::template Ref<LookRecorded> v) {
    a("kind"_L1, v.kind);
    a("subject"_L1, v.subject);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<HandoverOffered> v) {
    a("handover"_L1, v.handover);
    a("brief"_L1, v.brief);
    a("notes"_L1, v.notes);
}

template <class A>
void fields(A& a, typename A::template Ref<HandoverTaken> v) {
    a("handover"_L1, v.handover);
    a("answer"_L1, v.answer);
}

template <class A>
void fields(A& a, typename A::template Ref<PlotDrawn> v) {
    a("plot"_L1, v.plot);
    fields(a, v.details);
}

template <class A>
void fields(A& a, typename A::template Ref<PlotErased> v) {
    a("plot"_L1, v.plot);
}

template <class A>
void fields(A& a, typename A::template Ref<PlaceNamed> v) {
    a("place"_L1, v.place);
    fields(a, v.details);
}

template <class A>
void fields(A& a, typename A::template Ref<PlaceForgotten> v) {
    a("place"_L1, v.place);
}

template <class A>
void fields(A& a, typename A::template Ref<CameraDefined> v) {
    fields(a, v.camera);
}

template <class A>
void fields(A& a, typename A::template Ref<CameraRetired> v) {
    a("camera"_L1, v.camera);
}

template <class A>
void fields(A& a, typename A::template Ref<FeedDefined> v) {
    fields(a, v.feed);
}

template <class A>
void fields(A& a, typename A::template Ref<FeedRetired> v) {
    a("feed"_L1, v.feed);
}

template <class A>
void fields(A& a, typename A::template Ref<ViewBegan> v) {
    a("view"_L1, v.view);
    a("feed"_L1, v.feed);
    a("incident"_L1, v.incident);
    a("unit"_L1, v.unit);
    a("reason"_L1, v.reason);
    a("footage"_L1, v.footage);
}

template <class A>
void fields(A& a, typename A::template Ref<ViewEnded> v) {
    a("view"_L1, v.view);
    a("feed"_L1, v.feed);
    a("incident"_L1, v.incident);
}

template <class A>
void fields(A& a, typename A::template Ref<FootageSaved> v) {
    a("footage"_L1, v.footage);
    a("kind"_L1, v.kind);
    a("feed"_L1, v.feed);
    a("unit"_L1, v.unit);
    a("incident"_L1, v.incident);
    a("from"_L1, v.from);
    a("to"_L1, v.to);
    a("words"_L1, v.words);
    a("sha256"_L1, v.sha256);
    a("bytes"_L1, v.bytes);
    a("file"_L1, v.file);
}

template <class A>
void fields(A& a, typename A::template Ref<FootageExported> v) {
    a("footage"_L1, v.footage);
    a("incident"_L1, v.incident);
    a("to"_L1, v.to);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<FootageRemoved> v) {
    a("footage"_L1, v.footage);
    a("incident"_L1, v.incident);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<VideoPolicyDefined> v) {
    fields(a, v.policy);
}

template <class A>
void fields(A& a, typename A::template Ref<CameraSignNoted> v) {
    a("unit"_L1, v.unit);
    a("sign"_L1, v.sign);
    a("text"_L1, v.text);
}

template <class A>
void fields(A& a, typename A::template Ref<PremiseNoted> v) {
    a("note"_L1, v.note);
    fields(a, v.details);
}

template <class A>
void fields(A& a, typename A::template Ref<PremiseNoteWithdrawn> v) {
    a("note"_L1, v.note);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<SectorMoved> v) {
    a("posts"_L1, v.posts);
    a("name"_L1, v.name);
    a("desk"_L1, v.desk);
}

template <class A>
void fields(A& a, typename A::template Ref<SectorMoveNoted> v) {
    a("posts"_L1, v.posts);
}

template <class A>
void fields(A& a, typename A::template Ref<PlanOpened> v) {
    a("incident"_L1, v.incident);
    a("plan"_L1, v.plan);
}

template <class A>
void fields(A& a, typename A::template Ref<StepTicked> v) {
    a("incident"_L1, v.incident);
    a("step"_L1, v.step);
    a("done"_L1, v.done);
}

template <class A>
void fields(A& a, typename A::template Ref<StepMissed> v) {
    a("incident"_L1, v.incident);
    a("step"_L1, v.step);
    a("due"_L1, v.due);
}

template <class A>
void fields(A& a, typename A::template Ref<AlarmsAcknowledged> v) {
    a("alarms"_L1, v.alarms);
}

template <class A>
void fields(A& a, typename A::template Ref<AlarmShelved> v) {
    a("alarm"_L1, v.alarm);
    a("until"_L1, v.until);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<BookmarkSet> v) {
    a("bookmark"_L1, v.bookmark);
    fields(a, v.details);
}

template <class A>
void fields(A& a, typename A::template Ref<BookmarkRemoved> v) {
    a("bookmark"_L1, v.bookmark);
}

template <class A>
void fields(A& a, typename A::template Ref<PracticeBegan> v) {
    fields(a, v.practice);
}

template <class A>
void fields(A& a, typename A::template Ref<ReportMade> v) {
    fields(a, v.report);
}

template <class A>
void fields(A& a, typename A::template Ref<BeatDefined> v) {
    fields(a, v.beat);
}

template <class A>
void fields(A& a, typename A::template Ref<BeatRetired> v) {
    a("beat"_L1, v.beat);
}

} // namespace tridesk
