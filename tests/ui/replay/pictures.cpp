// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk-replay-pictures FOLDER DATA [MAP-PACKAGE]: the replay of a desk's data folder, day and night, in
// English and Chinese, at 1920×1080 and 1366×768.

#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "maps/geoservice/geo_service.h"
#include "maps/package/package.h"
#include "tests/support/scene.h"
#include "ui/actions/selection.h"
#include "ui/panes/timeline/timeline_strip.h"
#include "ui/replay/package_roads.h"
#include "ui/replay/replay_window.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QDockWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

ReplayGround recordOf(const DataFolder& folder, const QString& reel) {
    return {.journal = [path = folder.journal()] -> std::expected<std::unique_ptr<Journal>, QString> {
                return must(SqliteJournal::open(path));
            },
            .fixes = [path = folder.fixes()] -> std::expected<std::unique_ptr<FixStore>, QString> {
                return must(FixStore::open(path));
            },
            .reel = reel};
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    const QTemporaryDir scratch;
    Look look(application);
    Translation translation(application);
    QSettings settings(scratch.filePath(u"console.ini"_s), QSettings::IniFormat);
    const DataFolder data = must(DataFolder::open(arguments[2]));
    std::optional<maps::Package> map;
    if (arguments.size() > 3)
        map = must(maps::Package::open(arguments[3]));
    const auto places =
        map ? std::make_unique<maps::GeoService>(maps::GeoService::forPackage(map->folder(), false))
            : nullptr;
    for (const bool night : {false, true})
        for (const Language language : {Language::English, Language::Chinese})
            for (const QSize size : {QSize(1920, 1080), QSize(1366, 768)}) {
                translation.set(language);
                look.set(night ? Theme::nightly() : Theme::day());
                ReplayGround record = recordOf(data, scratch.filePath(u"reel"_s));
                if (map)
                    record.roads = [file = map->roadsFile()] { return std::make_unique<PackageRoads>(file); };
                ReplayWindow window({.record = record,
                                     .actor = actor(u"bureau"),
                                     .look = look,
                                     .settings = settings,
                                     .map = map ? &*map : nullptr,
                                     .places = places.get(),
                                     .surface = ui::MapSurface::Raster,
                                     .size = size});
                window.setAttribute(Qt::WA_DeleteOnClose, false);
                QSignalSpy ready(&window.replay(), &Replay::ready);
                window.show();
                if (ready.isEmpty() && !ready.wait(30'000))
                    return 1;
                const PlayClock& clock = window.replay().clock();
                const Instant at = clock.first() + (clock.last() - clock.first()) * 2 / 3;
                window.replay().seek(at);
                const Situation& shown = window.replay().desk().situation();
                if (!QTest::qWaitFor([&] { return shown.seq() > 0 && !shown.openIncidents().isEmpty(); }))
                    return 1;
                QList<IncidentId> open = shown.openIncidents().values();
                std::sort(open.begin(), open.end());
                window.selection().setIncident(open.constFirst());
                int looked = 0; // tiles come one by one, each on a turn of its own
                if (!QTest::qWaitFor([&] { return ++looked > 150; }))
                    return 1;
                const QString name = u"replay-%1x%2-%3-%4"_s.arg(size.width())
                                         .arg(size.height())
                                         .arg(night ? u"night"_s : u"day"_s)
                                         .arg(language == Language::English ? u"en"_s : u"zh"_s);
                if (!window.grab().save(arguments[1] + u'/' + name + u".png"_s))
                    return 1;
                for (const QString& side :
                     {u"judged"_s, u"video"_s, u"messages"_s, u"alarms"_s, u"bookmarks"_s}) {
                    window.findChild<QDockWidget*>(u"replay.dock."_s + side)->raise();
                    looked = 0;
                    if (!QTest::qWaitFor([&] { return ++looked > 30; }) ||
                        !window.grab().save(u"%1/%2-%3.png"_s.arg(arguments[1], name, side)))
                        return 1;
                }
            }
    return 0;
}
