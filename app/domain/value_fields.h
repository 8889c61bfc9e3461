// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"

#include <QLatin1StringView>

/// The fields of the values that facts are made of; see fields.h.
namespace tridesk {

using namespace Qt::Literals::StringLiterals;

template <class A>
void fields(A& a, typename A::template Ref<Name> v) {
    a("zh"_L1, v.zh);
    a("en"_L1, v.en);
}

template <class A>
void fields(A& a, typename A::template Ref<Post> v) {
    a("id"_L1, v.id);
    a("tier"_L1, v.tier);
    a("name"_L1, v.name);
    a("at"_L1, v.at);
    a("area"_L1, v.area);
    a("outskirts"_L1, v.outskirts);
}

template <class A>
void fields(A& a, typename A::template Ref<UnitDefinition> v) {
    a("id"_L1, v.id);
    a("callsign"_L1, v.callsign);
    a("kind"_L1, v.kind);
    a("post"_L1, v.post);
    a("devices"_L1, v.devices);
    a("qualifications"_L1, v.qualifications);
    a("beat"_L1, v.beat);
}

template <class A>
void fields(A& a, typename A::template Ref<Beat> v) {
    a("id"_L1, v.id);
    a("post"_L1, v.post);
    a("name"_L1, v.name);
    a("area"_L1, v.area);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentType> v) {
    a("code"_L1, v.code);
    a("name"_L1, v.name);
    a("level"_L1, v.level);
    a("kinds"_L1, v.kinds);
    a("qualifications"_L1, v.qualifications);
    a("units"_L1, v.units);
    a("safetyCheckMs"_L1, v.safetyCheck);
}

template <class A>
void fields(A& a, typename A::template Ref<OrderNotice> v) {
    a("post"_L1, v.post);
    a("kind"_L1, v.kind);
    a("acknowledgedAt"_L1, v.acknowledgedAt);
}

template <class A>
void fields(A& a, typename A::template Ref<OnBehalf> v) {
    a("channel"_L1, v.channel);
    a("words"_L1, v.words);
}

template <class A>
void fields(A& a, typename A::template Ref<ShownPick> v) {
    a("unit"_L1, v.unit);
    a("travelMs"_L1, v.travel);
    a("cost"_L1, v.cost);
    a("reasons"_L1, v.reasons);
}

template <class A>
void fields(A& a, typename A::template Ref<ShiftKit> v) {
    a("vehicle"_L1, v.vehicle);
    a("radio"_L1, v.radio);
    a("camera"_L1, v.camera);
    a("weapon"_L1, v.weapon);
}

template <class A>
void fields(A& a, typename A::template Ref<CustomStatus> v) {
    a("code"_L1, v.code);
    a("name"_L1, v.name);
    a("base"_L1, v.base);
}

template <class A>
void fields(A& a, typename A::template Ref<PathRule> v) {
    a("type"_L1, v.type);
    a("level"_L1, v.level);
    a("post"_L1, v.post);
    a("path"_L1, v.path);
}

template <class A>
void fields(A& a, typename A::template Ref<RecommendPolicy> v) {
    a("staleAfterMs"_L1, v.staleAfter);
    a("stalePenalty"_L1, v.stalePenalty);
    a("divertPenalty"_L1, v.divertPenalty);
    a("wrongKindPenalty"_L1, v.wrongKindPenalty);
    a("perJobPenalty"_L1, v.perJobPenalty);
    a("restMs"_L1, v.rest);
    a("restPenalty"_L1, v.restPenalty);
    a("lastOfRing1"_L1, v.lastOfRing1);
    a("lastOfRing3"_L1, v.lastOfRing3);
    a("lastOfRing5"_L1, v.lastOfRing5);
    a("picks"_L1, v.picks);
    a("secondLastPercent"_L1, v.secondLastPercent);
    a("farthestMs"_L1, v.farthest);
    a("detourPercent"_L1, v.detourPercent);
    a("detourKmh"_L1, v.detourKmh);
    a("unitsCritical"_L1, v.unitsCritical);
    a("unitsUrgent"_L1, v.unitsUrgent);
    a("unitsRoutine"_L1, v.unitsRoutine);
    a("unitsNonPolice"_L1, v.unitsNonPolice);
}

template <class A>
void fields(A& a, typename A::template Ref<Disposition> v) {
    a("code"_L1, v.code);
    a("name"_L1, v.name);
    a("incomplete"_L1, v.incomplete);
}

template <class A>
void fields(A& a, typename A::template Ref<Deadlines> v) {
    a("dispatchMs"_L1, v.dispatch);
    a("signMs"_L1, v.sign);
    a("arriveMs"_L1, v.arrive);
    a("reportMs"_L1, v.report);
    a("arriveOutskirtsMs"_L1, v.arriveOutskirts);
    a("chaseMs"_L1, v.chase);
    a("checkGraceMs"_L1, v.checkGrace);
}

template <class A>
void fields(A& a, typename A::template Ref<PlanStep> v) {
    a("code"_L1, v.code);
    a("name"_L1, v.name);
    a("withinMs"_L1, v.within);
}

template <class A>
void fields(A& a, typename A::template Ref<Plan> v) {
    a("code"_L1, v.code);
    a("name"_L1, v.name);
    a("type"_L1, v.type);
    a("level"_L1, v.level);
    a("steps"_L1, v.steps);
}

template <class A>
void fields(A& a, typename A::template Ref<Catalogue> v) {
    a("types"_L1, v.types);
    a("dispositions"_L1, v.dispositions);
    a("deadlines"_L1, v.deadlines);
    a("paths"_L1, v.paths);
    a("statuses"_L1, v.statuses);
    a("plans"_L1, v.plans);
    a("required"_L1, v.required);
}

template <class A>
void fields(A& a, typename A::template Ref<Source> v) {
    a("name"_L1, v.name);
    a("key"_L1, v.key);
}

template <class A>
void fields(A& a, typename A::template Ref<Place> v) {
    a("at"_L1, v.at);
    a("address"_L1, v.address);
}

template <class A>
void fields(A& a, typename A::template Ref<Caller> v) {
    a("name"_L1, v.name);
    a("phone"_L1, v.phone);
}

template <class A>
void fields(A& a, typename A::template Ref<Hazards> v) {
    a("weapon"_L1, v.weapon);
    a("injured"_L1, v.injured);
    a("trapped"_L1, v.trapped);
    a("hazmat"_L1, v.hazmat);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentDetails> v) {
    a("text"_L1, v.text);
    a("type"_L1, v.type);
    a("level"_L1, v.level);
    a("place"_L1, v.place);
    a("callers"_L1, v.callers);
    a("hazards"_L1, v.hazards);
}

template <class A>
void fields(A& a, typename A::template Ref<PlotDetails> v) {
    a("shape"_L1, v.shape);
    a("points"_L1, v.points);
    a("label"_L1, v.label);
    a("colour"_L1, v.colour);
    a("incident"_L1, v.incident);
    a("expiresAt"_L1, v.expiresAt);
}

template <class A>
void fields(A& a, typename A::template Ref<NamedPlaceDetails> v) {
    a("name"_L1, v.name);
    a("at"_L1, v.at);
    a("kind"_L1, v.kind);
    a("address"_L1, v.address);
}

template <class A>
void fields(A& a, typename A::template Ref<ReportRecord> v) {
    a("incident"_L1, v.incident);
    a("from"_L1, v.from);
    a("to"_L1, v.to);
    a("post"_L1, v.post);
    a("type"_L1, v.type);
    a("unit"_L1, v.unit);
    a("format"_L1, v.format);
    a("named"_L1, v.named);
}

template <class A>
void fields(A& a, typename A::template Ref<PremiseNoteDetails> v) {
    a("kind"_L1, v.kind);
    a("words"_L1, v.words);
    a("at"_L1, v.at);
    a("radius"_L1, v.radius);
    a("area"_L1, v.area);
    a("address"_L1, v.address);
    a("expiresAt"_L1, v.expiresAt);
}

template <class A>
void fields(A& a, typename A::template Ref<BookmarkDetails> v) {
    a("at"_L1, v.at);
    a("words"_L1, v.words);
    a("incident"_L1, v.incident);
}

template <class A>
void fields(A& a, typename A::template Ref<Practice> v) {
    a("origin"_L1, v.origin);
    a("seq"_L1, v.seq);
    a("hash"_L1, v.hash);
    a("at"_L1, v.at);
    a("shiftMs"_L1, v.shift);
}

template <class A>
void fields(A& a, typename A::template Ref<Camera> v) {
    a("id"_L1, v.id);
    a("name"_L1, v.name);
    a("at"_L1, v.at);
    a("heading"_L1, v.heading);
}

template <class A>
void fields(A& a, typename A::template Ref<FeedOwner> v) {
    a("kind"_L1, v.kind);
    a("unit"_L1, v.unit);
    a("name"_L1, v.name);
    a("camera"_L1, v.camera);
    a("at"_L1, v.at);
}

template <class A>
void fields(A& a, typename A::template Ref<VideoFeed> v) {
    a("id"_L1, v.id);
    a("name"_L1, v.name);
    a("owner"_L1, v.owner);
    a("main"_L1, v.mainAddress);
    a("sub"_L1, v.subAddress);
}

template <class A>
void fields(A& a, typename A::template Ref<VideoPolicy> v) {
    a("keepDays"_L1, v.keepDays);
    a("storeMiB"_L1, v.storeMiB);
    a("leaveFreeMiB"_L1, v.leaveFreeMiB);
    a("decoders"_L1, v.decoders);
    a("camerasOfIncident"_L1, v.camerasOfIncident);
}

} // namespace tridesk
