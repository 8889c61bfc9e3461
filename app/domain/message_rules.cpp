// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/message_rules.h"

#include "app/domain/room_rules.h"

#include <algorithm>

namespace tridesk::message_rules {

namespace {

bool isBureau(const Situation& situation, const PostId& id) {
    const Post* post = situation.posts().find(id);
    return post && post->tier == Tier::Bureau;
}

bool isFor(const Situation& situation, const Addressee& to, const Seat& seat) {
    if (const UnitId* unit = std::get_if<UnitId>(&to))
        return seat.unit() == *unit;
    const PostId post = std::get<PostId>(to);
    return seat.post() == post || (seat.tier == Tier::Bureau && isBureau(situation, post));
}

bool isDesk(const QString& seat) {
    const auto known = Seat::parse(seat);
    return known && known->tier == Tier::Bureau;
}

/// Of the bureau's desks the one that came farthest, the sender left out.
Reader atBureau(const Message& message, const Addressee& to) {
    Reader reader{.to = to};
    for (const auto& [seat, stage] : message.stages.asKeyValueRange())
        if (seat != message.from && isDesk(seat) && (reader.seat.isEmpty() || stage > reader.stage))
            reader = {.to = to, .seat = seat, .stage = stage};
    return reader;
}

/// The incident in whose room it was said, or null.
const Incident* roomOf(const Situation& situation, const Message& message) {
    return message.kind == MessageKind::Room && message.incident
               ? situation.incidents().find(*message.incident)
               : nullptr;
}

/// Of what was said in a room: who was there, and who came since.
QList<Addressee> addressees(const Situation& situation, const Message& message) {
    QList<Addressee> all = message.to;
    if (const Incident* room = roomOf(situation, message))
        for (const Addressee& each : room_rules::members(situation, *room))
            if (!all.contains(each))
                all.append(each);
    return all;
}

bool isAnotherDeskOpen(const Situation& situation, const QString& but) {
    return std::ranges::any_of(situation.openSeats(),
                               [&](const QString& seat) { return seat != but && isDesk(seat); });
}

} // namespace

bool isAddressed(const Situation& situation, const Message& message, const Seat& seat) {
    if (std::ranges::any_of(message.to, [&](const Addressee& to) { return isFor(situation, to, seat); }))
        return true;
    const Incident* room = roomOf(situation, message);
    return room && room_rules::isMember(situation, *room, seat);
}

bool concerns(const Situation& situation, const Message& message, const Seat& seat) {
    return message.from == seat.toString() || isAddressed(situation, message, seat);
}

MessageStage stageAt(const Message& message, const QString& seat) {
    return message.stages.value(seat, MessageStage::Sent);
}

bool isUnread(const Situation& situation, const Message& message, const Seat& seat, Instant now) {
    const QString name = seat.toString();
    return message.kind != MessageKind::StatusNote && message.from != name &&
           stageAt(message, name) < MessageStage::Acknowledged && message.stands(now) &&
           isAddressed(situation, message, seat);
}

QList<Reader> readers(const Situation& situation, const Message& message) {
    const auto sender = Seat::parse(message.from);
    QList<Reader> readers;
    const QList<Addressee> all = addressees(situation, message);
    readers.reserve(all.size());
    for (const Addressee& to : all) {
        const PostId* post = std::get_if<PostId>(&to);
        if (post && isBureau(situation, *post)) {
            const Reader reader = atBureau(message, to);
            const bool own = sender && sender->tier == Tier::Bureau;
            if (!own || !reader.seat.isEmpty() || isAnotherDeskOpen(situation, message.from))
                readers.append(reader);
        } else if (!sender || !isFor(situation, to, *sender)) {
            const Seat seat = post ? Seat{Tier::Station, post->toString()}
                                   : Seat{Tier::Field, std::get<UnitId>(to).toString()};
            const QString name = seat.toString();
            readers.append({.to = to, .seat = name, .stage = stageAt(message, name)});
        }
    }
    return readers;
}

std::optional<Addressee> addresseeOf(const Situation& situation, const QString& seat) {
    const auto known = Seat::parse(seat);
    if (!known || known->tier == Tier::Machine)
        return std::nullopt;
    if (const auto unit = known->unit())
        return situation.units().find(*unit) ? std::optional<Addressee>(*unit) : std::nullopt;
    if (const auto post = known->post())
        return situation.posts().find(*post) ? std::optional<Addressee>(*post) : std::nullopt;
    PostId first;
    for (const Post& post : situation.posts())
        if (post.tier == Tier::Bureau && (first.isNull() || post.id < first))
            first = post.id;
    return first.isNull() ? std::nullopt : std::optional<Addressee>(first);
}

} // namespace tridesk::message_rules
