// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/field/mqtt_line.h"
#include "app/field/tracker_report.h"

#include <QList>

#include <variant>

namespace tridesk {

/// What is read and written at the broker. USER and UNIT are whom the broker's own sign-in names: its ACL
/// lets nobody write under another's (packaging/site/broker.acl), so what a payload says of itself is only
/// believed where it says the same.
namespace broker_topics {
inline constexpr char ownTracks[] = "owntracks/"; ///< + USER/DEVICE, as the app has it
inline constexpr char fix[] = "tridesk/fix/";     ///< + UNIT's callsign
inline constexpr char step[] = "tridesk/step/";   ///< + UNIT: what a crew says of its orders
inline constexpr char order[] = "tridesk/order/"; ///< + UNIT: what it is told, kept by the broker
} // namespace broker_topics

/// Positions of one device.
struct BrokerFixes {
    QString user;   ///< who signed in with the broker
    QString device; ///< "user/device" of OwnTracks; the callsign on our own topic
    QList<TrackerReport> reports;
};

/// A step of an order, told by the unit's terminal.
struct BrokerStep {
    QString unit; ///< callsign
    AdvanceOrder step;
    std::optional<Instant> happenedAt;
};

/// A unit's orders as the broker has kept them.
struct BrokerKept {
    QString unit;
    QByteArray payload;
};

using BrokerWord = std::variant<BrokerFixes, BrokerStep, BrokerKept>;

constexpr qsizetype longestBrokerPayload = 65'536; ///< bytes

/// Reads one message; NotPermitted where it speaks for another than its topic names, or is a position or a
/// step that the broker kept from before. On our own topics nothing unknown is passed over: {"at" (ISO 8601
/// with a zone), "lat", "lon", "speed" (m/s), "heading" (degrees), "accuracy" (metres), "unit"} and {"order",
/// "step", "text", "disposition", "happened_at", "unit"}. Pure; any thread.
[[nodiscard]] Result<BrokerWord> readBroker(const MqttMessage& message, Instant now);

} // namespace tridesk
