// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"
#include "app/domain/handover.h"
#include "app/domain/incident.h"
#include "app/domain/map_marks.h"
#include "app/domain/message.h"
#include "app/domain/order.h"
#include "app/domain/premise.h"
#include "app/domain/report_record.h"
#include "app/domain/seat.h"
#include "app/domain/unit.h"
#include "app/domain/video_feed.h"

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace tridesk {

// The words for enumerations in the journal and at the interfaces. They are for ever: journals hold them.

template <class E>
constexpr std::array<QLatin1StringView, 0> enumNames;

template <>
inline constexpr std::array enumNames<Level> = {QLatin1StringView("critical"), QLatin1StringView("urgent"),
                                                QLatin1StringView("routine"),
                                                QLatin1StringView("non_police")};

template <>
inline constexpr std::array enumNames<Tier> = {QLatin1StringView("bureau"), QLatin1StringView("station"),
                                               QLatin1StringView("field"), QLatin1StringView("machine")};

template <>
inline constexpr std::array enumNames<Role> = {
    QLatin1StringView("anybody"),      QLatin1StringView("dispatcher"), QLatin1StringView("supervisor"),
    QLatin1StringView("duty_officer"), QLatin1StringView("crew"),       QLatin1StringView("reviewer"),
    QLatin1StringView("administrator")};

template <>
inline constexpr std::array enumNames<UnitKind> = {QLatin1StringView("car"),  QLatin1StringView("motorcycle"),
                                                   QLatin1StringView("foot"), QLatin1StringView("van"),
                                                   QLatin1StringView("boat"), QLatin1StringView("auxiliary")};

template <>
inline constexpr std::array enumNames<UnitStatus> = {QLatin1StringView("off"),
                                                     QLatin1StringView("available"),
                                                     QLatin1StringView("available_at_station"),
                                                     QLatin1StringView("reserved"),
                                                     QLatin1StringView("dispatched"),
                                                     QLatin1StringView("signed"),
                                                     QLatin1StringView("en_route"),
                                                     QLatin1StringView("on_scene"),
                                                     QLatin1StringView("busy_divertable"),
                                                     QLatin1StringView("busy_committed"),
                                                     QLatin1StringView("transport"),
                                                     QLatin1StringView("reporting"),
                                                     QLatin1StringView("out_of_service"),
                                                     QLatin1StringView("emergency")};

template <>
inline constexpr std::array enumNames<OrderStage> = {
    QLatin1StringView("issued"),   QLatin1StringView("delivered"), QLatin1StringView("shown"),
    QLatin1StringView("signed"),   QLatin1StringView("under_way"), QLatin1StringView("arrived"),
    QLatin1StringView("reported"), QLatin1StringView("closed"),    QLatin1StringView("recalled"),
    QLatin1StringView("refused"),  QLatin1StringView("cancelled")};

template <>
inline constexpr std::array enumNames<OrderRole> = {QLatin1StringView("primary"),
                                                    QLatin1StringView("backup")};

template <>
inline constexpr std::array enumNames<MessageStage> = {
    QLatin1StringView("sent"), QLatin1StringView("delivered"), QLatin1StringView("shown"),
    QLatin1StringView("acknowledged")};

template <>
inline constexpr std::array enumNames<PlotShape> = {QLatin1StringView("point"), QLatin1StringView("line"),
                                                    QLatin1StringView("arrow"), QLatin1StringView("zone"),
                                                    QLatin1StringView("cordon")};

template <>
inline constexpr std::array enumNames<PlotColour> = {QLatin1StringView("blue"), QLatin1StringView("orange"),
                                                     QLatin1StringView("green"), QLatin1StringView("purple"),
                                                     QLatin1StringView("grey")};

template <>
inline constexpr std::array enumNames<NoticeKind> = {QLatin1StringView("bypassed"),
                                                     QLatin1StringView("overridden")};

template <>
inline constexpr std::array enumNames<DeadlineKind> = {QLatin1StringView("dispatch"),
                                                       QLatin1StringView("sign"), QLatin1StringView("arrive"),
                                                       QLatin1StringView("report")};

template <>
inline constexpr std::array enumNames<IncidentStage> = {
    QLatin1StringView("pending"),  QLatin1StringView("dispatched"), QLatin1StringView("en_route"),
    QLatin1StringView("on_scene"), QLatin1StringView("reported"),   QLatin1StringView("closed")};

template <>
inline constexpr std::array enumNames<IncidentFlag> = {
    QLatin1StringView("major"), QLatin1StringView("watch"), QLatin1StringView("pinned"),
    QLatin1StringView("sensitive"), QLatin1StringView("confidential_caller")};

template <>
inline constexpr std::array enumNames<MessageKind> = {
    QLatin1StringView("message"), QLatin1StringView("bulletin"), QLatin1StringView("status_note"),
    QLatin1StringView("room")};

template <>
inline constexpr std::array enumNames<DispatchPath> = {QLatin1StringView("direct"),
                                                       QLatin1StringView("through_station")};

template <>
inline constexpr std::array enumNames<EmergencySource> = {
    QLatin1StringView("crew"),      QLatin1StringView("device"),   QLatin1StringView("missed_check"),
    QLatin1StringView("desk"),      QLatin1StringView("man_down"), QLatin1StringView("shot"),
    QLatin1StringView("camera_key")};

template <>
inline constexpr std::array enumNames<CameraSign> = {
    QLatin1StringView("recording"), QLatin1StringView("recording_ended"), QLatin1StringView("weapon_drawn"),
    QLatin1StringView("weapon_holstered")};

template <>
inline constexpr std::array enumNames<EmergencyOutcome> = {QLatin1StringView("resolved"),
                                                           QLatin1StringView("false")};

template <>
inline constexpr std::array enumNames<LookKind> = {QLatin1StringView("address_history"),
                                                   QLatin1StringView("caller_history"),
                                                   QLatin1StringView("sensitive_incident")};

template <>
inline constexpr std::array enumNames<FeedOwnerKind> = {
    QLatin1StringView("unit"), QLatin1StringView("body_camera"), QLatin1StringView("officer"),
    QLatin1StringView("camera"), QLatin1StringView("place")};

template <>
inline constexpr std::array enumNames<FootageKind> = {
    QLatin1StringView("mark"), QLatin1StringView("snapshot"), QLatin1StringView("clip")};

template <>
inline constexpr std::array enumNames<ReportFormat> = {QLatin1StringView("pdf"), QLatin1StringView("csv"),
                                                       QLatin1StringView("json"), QLatin1StringView("gpx"),
                                                       QLatin1StringView("geojson")};

template <>
inline constexpr std::array enumNames<PremiseKind> = {
    QLatin1StringView("hazard"), QLatin1StringView("premise"), QLatin1StringView("key_site")};

template <class E>
concept Named = (enumNames<E>.size() > 0);

template <Named E>
[[nodiscard]] constexpr QLatin1StringView enumName(E value) {
    return enumNames<E>[size_t(value)];
}

template <Named E>
[[nodiscard]] std::optional<E> enumFrom(QStringView name) {
    for (size_t i = 0; i < enumNames<E>.size(); ++i)
        if (name == enumNames<E>[i])
            return E(i);
    return std::nullopt;
}

} // namespace tridesk
