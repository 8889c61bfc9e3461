// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/facts.h"

#include <QLatin1StringView>

/// The names under which each value's fields are journalled: once, for writing and reading alike. Names are
/// for ever; a change of meaning is a new version of the kind (codec.cpp).
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
}

template <class A>
void fields(A& a, typename A::template Ref<UnitDefinition> v) {
    a("id"_L1, v.id);
    a("callsign"_L1, v.callsign);
    a("kind"_L1, v.kind);
    a("post"_L1, v.post);
    a("devices"_L1, v.devices);
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentType> v) {
    a("code"_L1, v.code);
    a("name"_L1, v.name);
    a("level"_L1, v.level);
}

template <class A>
void fields(A& a, typename A::template Ref<Disposition> v) {
    a("code"_L1, v.code);
    a("name"_L1, v.name);
}

template <class A>
void fields(A& a, typename A::template Ref<Deadlines> v) {
    a("dispatchMs"_L1, v.dispatch);
    a("signMs"_L1, v.sign);
    a("arriveMs"_L1, v.arrive);
    a("reportMs"_L1, v.report);
}

template <class A>
void fields(A& a, typename A::template Ref<Catalogue> v) {
    a("types"_L1, v.types);
    a("dispositions"_L1, v.dispositions);
    a("deadlines"_L1, v.deadlines);
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
void fields(A& a, typename A::template Ref<Camera> v) {
    a("id"_L1, v.id);
    a("name"_L1, v.name);
    a("at"_L1, v.at);
    a("heading"_L1, v.heading);
}

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
}

template <class A>
void fields(A& a, typename A::template Ref<IncidentReported> v) {
    a("incident"_L1, v.incident);
    a("number"_L1, v.number);
    a("source"_L1, v.source);
    a("digest"_L1, v.digest);
    fields(a, v.details);
    a("post"_L1, v.post);
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
}

/// The stage stands in the kind.
template <class A>
void fields(A& a, typename A::template Ref<OrderAdvanced> v) {
    a("order"_L1, v.order);
    a("incident"_L1, v.incident);
    a("text"_L1, v.text);
    a("disposition"_L1, v.disposition);
}

template <class A>
void fields(A& a, typename A::template Ref<MessageSent> v) {
    a("message"_L1, v.message);
    a("to"_L1, v.to);
    a("text"_L1, v.text);
    a("incident"_L1, v.incident);
}

template <class A>
void fields(A& a, typename A::template Ref<MessageAdvanced> v) {
    a("message"_L1, v.message);
    a("stage"_L1, v.stage);
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

} // namespace tridesk
