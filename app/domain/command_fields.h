// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/domain/value_fields.h"

/// The names under which each command's fields go over a line and wait in an outbox: once, for writing and
/// reading alike (command_codec.h). Names stay: a terminal may be older than its gateway. "command" is taken:
/// it says which one it is.
namespace tridesk {

template <class A>
void fields(A& a, typename A::template Ref<DefinePost> v) {
    a("post"_L1, v.post);
}

template <class A>
void fields(A& a, typename A::template Ref<DefineUnit> v) {
    a("unit"_L1, v.unit);
}

template <class A>
void fields(A& a, typename A::template Ref<DefineCatalogue> v) {
    a("catalogue"_L1, v.catalogue);
}

template <class A>
void fields(A&, typename A::template Ref<OpenSeat>) {}

template <class A>
void fields(A&, typename A::template Ref<CloseSeat>) {}

template <class A>
void fields(A& a, typename A::template Ref<LogOn> v) {
    a("unit"_L1, v.unit);
    a("crew"_L1, v.crew);
    a("kit"_L1, v.kit);
}

template <class A>
void fields(A& a, typename A::template Ref<LogOff> v) {
    a("unit"_L1, v.unit);
}

template <class A>
void fields(A& a, typename A::template Ref<SetUnitStatus> v) {
    a("unit"_L1, v.unit);
    a("status"_L1, v.status);
    a("reason"_L1, v.reason);
    a("custom"_L1, v.custom);
}

template <class A>
void fields(A& a, typename A::template Ref<ReportIncident> v) {
    a("source"_L1, v.source);
    a("details"_L1, v.details);
}

template <class A>
void fields(A& a, typename A::template Ref<AmendIncident> v) {
    a("incident"_L1, v.incident);
    a("text"_L1, v.text);
    a("type"_L1, v.type);
    a("level"_L1, v.level);
    a("place"_L1, v.place);
    a("callers"_L1, v.callers);
    a("hazards"_L1, v.hazards);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<AddNote> v) {
    a("incident"_L1, v.incident);
    a("text"_L1, v.text);
}

template <class A>
void fields(A& a, typename A::template Ref<CloseIncident> v) {
    a("incident"_L1, v.incident);
    a("disposition"_L1, v.disposition);
    a("text"_L1, v.text);
    a("overrideReason"_L1, v.overrideReason);
}

template <class A>
void fields(A& a, typename A::template Ref<IssueOrder> v) {
    a("incident"_L1, v.incident);
    a("to"_L1, v.to);
    a("role"_L1, v.role);
    a("text"_L1, v.text);
    a("overrideReason"_L1, v.overrideReason);
    a("shown"_L1, v.shown);
    a("reached"_L1, v.reached);
}

template <class A>
void fields(A& a, typename A::template Ref<AdvanceOrder> v) {
    a("order"_L1, v.order);
    a("to"_L1, v.to);
    a("text"_L1, v.text);
    a("disposition"_L1, v.disposition);
    a("onBehalf"_L1, v.onBehalf);
}

template <class A>
void fields(A& a, typename A::template Ref<RecallOrder> v) {
    a("order"_L1, v.order);
}

template <class A>
void fields(A& a, typename A::template Ref<SendMessage> v) {
    a("to"_L1, v.to);
    a("text"_L1, v.text);
    a("incident"_L1, v.incident);
    a("messageKind"_L1, v.kind);
    a("expiresAt"_L1, v.expiresAt);
    a("area"_L1, v.area);
}

template <class A>
void fields(A& a, typename A::template Ref<AdvanceMessage> v) {
    a("message"_L1, v.message);
    a("to"_L1, v.to);
}

template <class A>
void fields(A& a, typename A::template Ref<WithdrawMessage> v) {
    a("message"_L1, v.message);
}

template <class A>
void fields(A& a, typename A::template Ref<AcknowledgeNotice> v) {
    a("order"_L1, v.order);
    a("post"_L1, v.post);
}

template <class A>
void fields(A& a, typename A::template Ref<AskReinforcement> v) {
    a("order"_L1, v.order);
    a("text"_L1, v.text);
}

template <class A>
void fields(A& a, typename A::template Ref<ReplaceUnit> v) {
    a("order"_L1, v.order);
    a("unit"_L1, v.unit);
    a("reason"_L1, v.reason);
    a("overrideReason"_L1, v.overrideReason);
}

template <class A>
void fields(A& a, typename A::template Ref<SetPrimary> v) {
    a("order"_L1, v.order);
}

template <class A>
void fields(A& a, typename A::template Ref<ChaseOrder> v) {
    a("order"_L1, v.order);
    a("text"_L1, v.text);
    a("automatic"_L1, v.automatic);
}

template <class A>
void fields(A& a, typename A::template Ref<MarkMissed> v) {
    a("incident"_L1, v.incident);
    a("order"_L1, v.order);
    a("deadline"_L1, v.kind);
}

template <class A>
void fields(A& a, typename A::template Ref<InitiateIncident> v) {
    a("unit"_L1, v.unit);
    a("details"_L1, v.details);
}

template <class A>
void fields(A& a, typename A::template Ref<TagIncident> v) {
    a("incident"_L1, v.incident);
    a("tags"_L1, v.tags);
}

template <class A>
void fields(A& a, typename A::template Ref<HoldIncident> v) {
    a("incident"_L1, v.incident);
    a("until"_L1, v.until);
    a("reason"_L1, v.reason);
    a("unit"_L1, v.unit);
    a("beat"_L1, v.beat);
    a("place"_L1, v.place);
}

template <class A>
void fields(A& a, typename A::template Ref<MergeIncident> v) {
    a("incident"_L1, v.incident);
    a("into"_L1, v.into);
}

template <class A>
void fields(A& a, typename A::template Ref<SplitIncident> v) {
    a("incident"_L1, v.incident);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<ReopenIncident> v) {
    a("incident"_L1, v.incident);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<TransferIncident> v) {
    a("incident"_L1, v.incident);
    a("agency"_L1, v.agency);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<ReturnTransfer> v) {
    a("incident"_L1, v.incident);
    a("answer"_L1, v.answer);
}

template <class A>
void fields(A& a, typename A::template Ref<SetTimer> v) {
    a("unit"_L1, v.unit);
    a("everyMs"_L1, v.every);
}

template <class A>
void fields(A& a, typename A::template Ref<ResetTimers> v) {
    a("units"_L1, v.units);
}

template <class A>
void fields(A& a, typename A::template Ref<MissCheck> v) {
    a("unit"_L1, v.unit);
}

template <class A>
void fields(A& a, typename A::template Ref<RaiseEmergency> v) {
    a("unit"_L1, v.unit);
    a("source"_L1, v.source);
    a("text"_L1, v.text);
    a("at"_L1, v.at);
}

template <class A>
void fields(A& a, typename A::template Ref<AcknowledgeEmergency> v) {
    a("unit"_L1, v.unit);
}

template <class A>
void fields(A& a, typename A::template Ref<EndEmergency> v) {
    a("unit"_L1, v.unit);
    a("outcome"_L1, v.outcome);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<DefinePolicy> v) {
    a("policy"_L1, v.policy);
}

template <class A>
void fields(A& a, typename A::template Ref<RecordLook> v) {
    a("look"_L1, v.kind);
    a("subject"_L1, v.subject);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<MakeReport> v) {
    fields(a, v.report);
}

template <class A>
void fields(A& a, typename A::template Ref<OfferHandover> v) {
    a("brief"_L1, v.brief);
    a("notes"_L1, v.notes);
}

template <class A>
void fields(A& a, typename A::template Ref<TakeHandover> v) {
    a("handover"_L1, v.handover);
    a("answer"_L1, v.answer);
}

template <class A>
void fields(A& a, typename A::template Ref<DrawPlot> v) {
    a("plot"_L1, v.plot);
    a("details"_L1, v.details);
}

template <class A>
void fields(A& a, typename A::template Ref<ErasePlot> v) {
    a("plot"_L1, v.plot);
}

template <class A>
void fields(A& a, typename A::template Ref<NamePlace> v) {
    a("place"_L1, v.place);
    a("details"_L1, v.details);
}

template <class A>
void fields(A& a, typename A::template Ref<ForgetPlace> v) {
    a("place"_L1, v.place);
}

template <class A>
void fields(A& a, typename A::template Ref<DefineCamera> v) {
    a("camera"_L1, v.camera);
}

template <class A>
void fields(A& a, typename A::template Ref<RetireCamera> v) {
    a("camera"_L1, v.camera);
}

template <class A>
void fields(A& a, typename A::template Ref<DefineFeed> v) {
    a("feed"_L1, v.feed);
}

template <class A>
void fields(A& a, typename A::template Ref<RetireFeed> v) {
    a("feed"_L1, v.feed);
}

template <class A>
void fields(A& a, typename A::template Ref<BeginView> v) {
    a("feed"_L1, v.feed);
    a("incident"_L1, v.incident);
    a("reason"_L1, v.reason);
    a("footage"_L1, v.footage);
}

template <class A>
void fields(A& a, typename A::template Ref<EndView> v) {
    a("view"_L1, v.view);
}

template <class A>
void fields(A& a, typename A::template Ref<SaveFootage> v) {
    a("kind"_L1, v.kind);
    a("feed"_L1, v.feed);
    a("incident"_L1, v.incident);
    a("from"_L1, v.from);
    a("to"_L1, v.to);
    a("words"_L1, v.words);
    a("sha256"_L1, v.sha256);
    a("bytes"_L1, v.bytes);
    a("file"_L1, v.file);
}

template <class A>
void fields(A& a, typename A::template Ref<ExportFootage> v) {
    a("footage"_L1, v.footage);
    a("to"_L1, v.to);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<RemoveFootage> v) {
    a("footage"_L1, v.footage);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<SetVideoPolicy> v) {
    a("policy"_L1, v.policy);
}

template <class A>
void fields(A& a, typename A::template Ref<NoteCameraSign> v) {
    a("unit"_L1, v.unit);
    a("sign"_L1, v.sign);
    a("text"_L1, v.text);
}

template <class A>
void fields(A& a, typename A::template Ref<NotePremise> v) {
    a("note"_L1, v.note);
    a("details"_L1, v.details);
}

template <class A>
void fields(A& a, typename A::template Ref<WithdrawPremiseNote> v) {
    a("note"_L1, v.note);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<MoveSector> v) {
    a("posts"_L1, v.posts);
    a("name"_L1, v.name);
    a("desk"_L1, v.desk);
}

template <class A>
void fields(A& a, typename A::template Ref<NoteSectorMove> v) {
    a("posts"_L1, v.posts);
}

template <class A>
void fields(A& a, typename A::template Ref<MissStep> v) {
    a("incident"_L1, v.incident);
    a("step"_L1, v.step);
}

template <class A>
void fields(A& a, typename A::template Ref<AcknowledgeAlarms> v) {
    a("alarms"_L1, v.alarms);
}

template <class A>
void fields(A& a, typename A::template Ref<ShelveAlarm> v) {
    a("alarm"_L1, v.alarm);
    a("until"_L1, v.until);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<ExchangeUnits> v) {
    a("first"_L1, v.first);
    a("second"_L1, v.second);
    a("reason"_L1, v.reason);
}

template <class A>
void fields(A& a, typename A::template Ref<SetBookmark> v) {
    a("bookmark"_L1, v.bookmark);
    a("details"_L1, v.details);
}

template <class A>
void fields(A& a, typename A::template Ref<RemoveBookmark> v) {
    a("bookmark"_L1, v.bookmark);
}

template <class A>
void fields(A& a, typename A::template Ref<DefineBeat> v) {
    a("beat"_L1, v.beat);
}

template <class A>
void fields(A& a, typename A::template Ref<RetireBeat> v) {
    a("beat"_L1, v.beat);
}

} // namespace tridesk
