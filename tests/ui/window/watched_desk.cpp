// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/watched_desk.h"

#include "app/domain/codec.h"
#include "app/journal/sqlite_journal.h"
#include "tests/support/must.h"

#include <QTest>

namespace tridesk::test {

using namespace Qt::StringLiterals;

void defineFeeds(LiveDesk& live, const CameraServer& server, const QStringList& units, int cameras,
                 GeoPoint place) {
    int number = 0;
    for (const QString& unit : units)
        QVERIFY(live.ask(u"bureau", DefineFeed{VideoFeed{
                                        .id = code<FeedId>(u"BWC-"_s + unit),
                                        .name = {.zh = u"执法记录仪"_s, .en = u"Body camera"_s},
                                        .owner = {.kind = FeedOwnerKind::Unit, .unit = code<UnitId>(unit)},
                                        .mainAddress = server.address(number++),
                                        .subAddress = {}}}));
    for (int i = 1; i <= cameras; ++i) {
        const QString name = u"C%1"_s.arg(i);
        const auto at = must(GeoPoint::from(place.latitude() + 0.001 * i, place.longitude()));
        QVERIFY(live.ask(
            u"bureau", DefineCamera{Camera{.id = code<CameraId>(name),
                                           .name = {.zh = u"路口%1"_s.arg(i), .en = u"Junction %1"_s.arg(i)},
                                           .at = at,
                                           .heading = {}}}));
        QVERIFY(live.ask(
            u"bureau",
            DefineFeed{VideoFeed{.id = code<FeedId>(u"CAM-"_s + name),
                                 .name = {.zh = u"路口%1"_s.arg(i), .en = u"Junction %1"_s.arg(i)},
                                 .owner = {.kind = FeedOwnerKind::Camera, .camera = code<CameraId>(name)},
                                 .mainAddress = server.address(number++),
                                 .subAddress = {}}}));
    }
}

QStringList looks(const LiveDesk& live) {
    const auto journal = SqliteJournal::open(live.file(u"journal.db"_s));
    const auto entries = (*journal)->read(1, 10'000);
    QStringList found;
    const auto of = [&](const FeedId& feed, const std::optional<IncidentId>& incident) {
        const Incident* known = incident ? live.situation().incidents().find(*incident) : nullptr;
        return feed.toString() +
               (known ? u" #%1"_s.arg(known->number % 1'000'000, 4, 10, QChar(u'0')) : QString());
    };
    for (const Entry& entry : *entries) {
        const auto fact = decode(entry.fact);
        if (!fact)
            continue;
        if (const auto* began = std::get_if<ViewBegan>(&*fact))
            found << u"began "_s + of(began->feed, began->incident) +
                         (began->reason.isEmpty() ? QString() : u" (%1)"_s.arg(began->reason));
        else if (const auto* ended = std::get_if<ViewEnded>(&*fact))
            found << u"ended "_s + of(ended->feed, ended->incident);
    }
    return found;
}

FeedPlayers::Ground playersOf(LiveDesk& live) {
    return {.source = [&live](const FeedId& id) -> Result<Feed> {
                const VideoFeed* feed = live.situation().feeds().find(id);
                if (!feed)
                    return refuse(RefusalCode::UnknownFeed, u"feed"_s, id.toString());
                return Feed::read(*feed, {});
            },
            // whatever else this machine computes while the tests run
            .load = [] { return std::optional(DecoderBudget::Load{.machine = 0.2, .ours = 0.1}); }};
}

} // namespace tridesk::test
