// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/decisions.h"
#include "app/domain/enum_names.h"
#include "app/domain/message_rules.h"
#include "app/domain/room_rules.h"

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAddressees = 2'000;

Result<void> checkAddressee(const Situation& situation, const Addressee& to) {
    if (const UnitId* unit = std::get_if<UnitId>(&to)) {
        if (!situation.units().find(*unit))
            return refuse(RefusalCode::UnknownUnit, u"to"_s, unit->toString());
    } else if (const PostId post = std::get<PostId>(to); !situation.posts().find(post)) {
        return refuse(RefusalCode::UnknownPost, u"to"_s, post.toString());
    }
    return {};
}

Result<void> checkAddressees(const Situation& situation, const QList<Addressee>& to) {
    if (to.isEmpty())
        return refuse(RefusalCode::Missing, u"to"_s);
    if (to.size() > mostAddressees)
        return refuse(RefusalCode::TooMany, u"to"_s, QString::number(to.size()),
                      QString::number(mostAddressees));
    for (const Addressee& each : to)
        if (const auto checked = checkAddressee(situation, each); !checked)
            return checked;
    return {};
}

/// What stays on screens must say until when.
Result<void> checkStanding(const SendMessage& command, Instant now) {
    constexpr qsizetype mostPoints = 5'000;
    qsizetype points = 0;
    for (const QList<GeoPoint>& ring : command.area)
        points += ring.size();
    if (points > mostPoints)
        return refuse(RefusalCode::TooMany, u"area"_s, QString::number(points), QString::number(mostPoints));
    if (isStanding(command.kind) && !command.expiresAt)
        return refuse(RefusalCode::Missing, u"expires_at"_s);
    if (command.expiresAt && *command.expiresAt <= now)
        return refuse(RefusalCode::Invalid, u"expires_at"_s, toIso(*command.expiresAt));
    return {};
}

/// Said to all who work on an incident: whoever is one of them may, while it is open.
Decision sayInRoom(const Asking& asking, const SendMessage& command) {
    if (!command.incident)
        return refuse(RefusalCode::Missing, u"incident"_s);
    const auto incident = checks::openIncident(asking.situation, *command.incident);
    if (!incident)
        return std::unexpected(incident.error());
    if (!room_rules::hasRoom(asking.situation, **incident))
        return refuse(RefusalCode::NoRoom, u"incident"_s, incidentNumberText((*incident)->number));
    const Seat& seat = asking.request.actor.seat;
    if (!room_rules::isMember(asking.situation, **incident, seat))
        return refuse(RefusalCode::NotPermitted, u"incident"_s, seat.toString());
    if (const auto checked = checks::given(command.text, limits::text, u"text"_s); !checked)
        return std::unexpected(checked.error());
    return QList<Fact>{MessageSent{MessageId(asking.context.ids.next()),
                                   room_rules::members(asking.situation, **incident),
                                   command.text,
                                   command.incident,
                                   MessageKind::Room,
                                   {},
                                   {}}};
}

} // namespace

Decision decide(const Asking& asking, const SendMessage& command) {
    if (command.kind == MessageKind::Room)
        return sayInRoom(asking, command);
    const auto checked = checks::all([&] { return checkAddressees(asking.situation, command.to); },
                                     [&] { return checks::given(command.text, limits::text, u"text"_s); });
    if (!checked)
        return std::unexpected(checked.error());
    if (command.incident)
        if (const auto incident = checks::incident(asking.situation, *command.incident); !incident)
            return std::unexpected(incident.error());
    if (const auto standing = checkStanding(command, asking.context.now); !standing)
        return std::unexpected(standing.error());
    return QList<Fact>{MessageSent{MessageId(asking.context.ids.next()), command.to, command.text,
                                   command.incident, command.kind, command.expiresAt, command.area}};
}

Decision decide(const Asking& asking, const WithdrawMessage& command) {
    const Message* message = asking.situation.messages().find(command.message);
    if (!message)
        return refuse(RefusalCode::UnknownMessage, u"message"_s, command.message.toString());
    if (!isStanding(message->kind))
        return refuse(RefusalCode::Invalid, u"message"_s, QString(enumName(message->kind)), u"was sent"_s);
    return message->stands(asking.context.now) ? QList<Fact>{MessageWithdrawn{command.message}}
                                               : QList<Fact>();
}

Decision decide(const Asking& asking, const AdvanceMessage& command) {
    const Message* message = asking.situation.messages().find(command.message);
    if (!message)
        return refuse(RefusalCode::UnknownMessage, u"message"_s, command.message.toString());
    const Seat& seat = asking.request.actor.seat;
    if (!message_rules::isAddressed(asking.situation, *message, seat))
        return refuse(RefusalCode::NotPermitted, u"message"_s, seat.toString());
    if (command.to <= message_rules::stageAt(*message, seat.toString()))
        return QList<Fact>();
    return QList<Fact>{MessageAdvanced{command.message, command.to}};
}

} // namespace tridesk::decisions
