// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"

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
    friend bool operator==(const UnitStatusSet&, const UnitStatusSet&) = default;
};

struct IncidentReported {
    IncidentId incident;
    qint64 number = 0;
    Source source;
    QByteArray digest; ///< 8 bytes of what was sent
    IncidentDetails details;
    PostId post; ///< may be null
    friend bool operator==(const IncidentReported&, const IncidentReported&) = default;
};

/// What changed; what is not set stayed.
struct IncidentAmended {
    AmendIncident change;
    std::optional<PostId> post; ///< set when the new place lies in another area; null id: in none
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
    friend bool operator==(const OrderIssued&, const OrderIssued&) = default;
};

/// An order reached a stage after Issued. Its kind names the stage: "order.signed".
struct OrderAdvanced {
    OrderId order;
    IncidentId incident; ///< of the order, so that one stream holds all of an incident
    OrderStage stage = OrderStage::Delivered;
    QString text;
    TypeCode disposition;
    friend bool operator==(const OrderAdvanced&, const OrderAdvanced&) = default;
};

struct MessageSent {
    MessageId message;
    QList<Addressee> to;
    QString text;
    std::optional<IncidentId> incident;
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

using Fact = std::variant<PostDefined, UnitDefined, CatalogueDefined, SeatOpened, SeatClosed, UnitLoggedOn,
                          UnitLoggedOff, UnitStatusSet, IncidentReported, IncidentAmended, IncidentNoted,
                          IncidentClosed, OrderIssued, OrderAdvanced, MessageSent, MessageAdvanced, PlotDrawn,
                          PlotErased, PlaceNamed, PlaceForgotten, CameraDefined, CameraRetired>;

} // namespace tridesk
