// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/first_start.h"

#include "app/intake/roster_file.h"
#include "maps/package/package.h"

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

QList<GeoPoint> ring(const QList<QGeoCoordinate>& path) {
    QList<GeoPoint> points;
    for (const QGeoCoordinate& at : path)
        if (const auto point = GeoPoint::from(at); point && (points.isEmpty() || points.last() != *point))
            points << *point;
    if (points.size() > 1 && points.first() == points.last())
        points.removeLast();
    return points;
}

std::optional<Post> post(const maps::PostArea& area) {
    const auto id = PostId::parse(area.ref);
    if (!id)
        return {};
    Post post{.id = *id,
              .tier = Tier::Station,
              .name = {.zh = area.nameZh, .en = area.nameEn},
              .at = GeoPoint::from(area.station),
              .area = {}};
    if (const QList<GeoPoint> outline = ring(area.area.perimeter()); outline.size() > 2)
        post.area << outline;
    return post;
}

bool hasPost(const Desk& desk, Tier tier) {
    for (const Post& each : desk.situation().posts())
        if (each.tier == tier)
            return true;
    return false;
}

QList<Command> wanting(const Desk& desk, const maps::Package* map,
                       const std::function<void(const QString&)>& complain) {
    QList<Command> commands;
    if (desk.situation().catalogue().types.isEmpty()) {
        const auto carried = readCatalogue(u":/catalogue.json"_s);
        if (!carried)
            complain(carried.error());
        else
            for (const RosterRow& row : carried->rows)
                commands << row.command;
    }
    if (map && !hasPost(desk, Tier::Station)) {
        const auto areas = map->posts();
        if (!areas)
            complain(areas.error());
        else
            for (const maps::PostArea& area : *areas)
                if (const auto made = post(area))
                    commands << DefinePost{*made};
    }
    // Without a post of its own the bureau could be written to by nobody.
    if (!hasPost(desk, Tier::Bureau))
        commands << DefinePost{Post{.id = PostId::parse(u"HQ"_s).value_or(PostId()),
                                    .tier = Tier::Bureau,
                                    .name = {.zh = u"指挥中心"_s, .en = u"Command centre"_s},
                                    .at = {},
                                    .area = {}}};
    return commands;
}

} // namespace

QFuture<void> furnish(Desk& desk, const Actor& actor, const maps::Package* map,
                      const std::function<void(const QString&)>& complain) {
    QList<QFuture<void>> done;
    for (const Command& command : wanting(desk, map, complain))
        done << desk.submit(actor, command).then(&desk, [complain](const Outcome& outcome) {
            if (!outcome)
                complain(outcome.error().field + u": "_s + outcome.error().value + u' ' +
                         outcome.error().detail);
        });
    return QtFuture::whenAll(done.begin(), done.end()).then([](const QList<QFuture<void>>&) {});
}

} // namespace tridesk
