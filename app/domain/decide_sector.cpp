// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/alarms.h"
#include "app/domain/checks.h"
#include "app/domain/decisions.h"

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAlarms = 2'000; ///< acknowledged at once
constexpr auto longestShelf = std::chrono::hours(12);

Result<void> checkStations(const Situation& situation, const QList<PostId>& posts) {
    if (posts.isEmpty())
        return refuse(RefusalCode::Missing, u"post"_s);
    for (const PostId& id : posts) {
        const Post* post = situation.posts().find(id);
        if (!post)
            return refuse(RefusalCode::UnknownPost, u"post"_s, id.toString());
        if (post->tier != Tier::Station)
            return refuse(RefusalCode::Invalid, u"post"_s, id.toString(), u"a station is wanted"_s);
    }
    return {};
}

Result<void> checkDesk(const Situation& situation, const QString& desk) {
    if (desk.isEmpty())
        return {};
    const auto seat = Seat::parse(desk);
    if (!seat || seat->tier != Tier::Bureau)
        return refuse(RefusalCode::Invalid, u"desk"_s, desk, u"a desk of the bureau is wanted"_s);
    // What lands at an empty desk is seen by nobody.
    return situation.duty().find(desk) ? Result<void>() : refuse(RefusalCode::NobodyThere, u"desk"_s, desk);
}

} // namespace

Decision decide(const Asking& asking, const MoveSector& command) {
    const auto checked = checks::all([&] { return checkStations(asking.situation, command.posts); },
                                     [&] { return checkDesk(asking.situation, command.desk); },
                                     [&] { return checks::length(command.name, limits::line, u"name"_s); });
    if (!checked)
        return std::unexpected(checked.error());
    SectorMoved fact{{}, command.name, command.desk};
    for (const PostId& post : command.posts) {
        const SectorCover* cover = asking.situation.sectors().find(post);
        if ((cover ? cover->desk : QString()) != command.desk && !fact.posts.contains(post))
            fact.posts.append(post);
    }
    return fact.posts.isEmpty() ? QList<Fact>() : QList<Fact>{fact};
}

Decision decide(const Asking& asking, const NoteSectorMove& command) {
    if (const auto checked = checkStations(asking.situation, command.posts); !checked)
        return std::unexpected(checked.error());
    SectorMoveNoted fact;
    for (const PostId& post : command.posts) {
        const SectorCover* cover = asking.situation.sectors().find(post);
        if (cover && !cover->noted.contains(asking.request.actor.seat.toString()))
            fact.posts.append(post);
    }
    return fact.posts.isEmpty() ? QList<Fact>() : QList<Fact>{fact};
}

Decision decide(const Asking&, const AcknowledgeAlarms& command) {
    if (command.alarms.isEmpty())
        return refuse(RefusalCode::Missing, u"alarm"_s);
    if (command.alarms.size() > mostAlarms)
        return refuse(RefusalCode::TooMany, u"alarm"_s, QString::number(command.alarms.size()),
                      QString::number(mostAlarms));
    for (const QString& alarm : command.alarms)
        if (!alarmKindOf(alarm))
            return refuse(RefusalCode::Invalid, u"alarm"_s, alarm);
    return QList<Fact>{AlarmsAcknowledged{command.alarms}};
}

Decision decide(const Asking& asking, const ShelveAlarm& command) {
    const auto kind = alarmKindOf(command.alarm);
    if (!kind)
        return refuse(RefusalCode::Invalid, u"alarm"_s, command.alarm);
    if (*kind == AlarmKind::Emergency)
        return refuse(RefusalCode::NeverShelved, u"alarm"_s, command.alarm);
    if (const auto checked = checks::length(command.reason, limits::line, u"reason"_s); !checked)
        return std::unexpected(checked.error());
    const Instant now = asking.context.now;
    if (command.until <= now)
        return QList<Fact>{AlarmShelved{command.alarm, {}, command.reason}};
    if (command.until > now + longestShelf)
        return refuse(RefusalCode::Invalid, u"until"_s, toIso(command.until), u"twelve hours at most"_s);
    if (command.reason.trimmed().isEmpty())
        return refuse(RefusalCode::ReasonNeeded, u"reason"_s);
    return QList<Fact>{AlarmShelved{command.alarm, command.until, command.reason}};
}

} // namespace tridesk::decisions
