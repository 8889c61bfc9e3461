// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/rights.h"
#include "app/video/footage_keeper.h"
#include "maps/package/package.h"
#include "ui/console/console.h"
#include "ui/console/drill_band.h"
#include "ui/console/seat_guard.h"
#include "ui/replay/drill_sheet.h"
#include "ui/replay/package_roads.h"
#include "ui/replay/replay_window.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QPromise>

// The record, played beside the live seats.

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// What a reviewer does about the record is the live desk's: it is asked on its own thread.
ReviewRecord reviewOn(Desk& desk) {
    return [live = QPointer<Desk>(&desk)](const Request& request,
                                          const std::shared_ptr<QPromise<Outcome>>& promise) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [live, request, promise] {
                if (!live)
                    return promise->finish();
                live->submit(request.actor, request.command)
                    .then(live.data(), [promise](const Outcome& outcome) {
                        promise->addResult(outcome);
                        promise->finish();
                    });
            },
            Qt::QueuedConnection);
    };
}

} // namespace

void Console::joinReplay(MainWindow& window, SeatDesk& desk) {
    QAction& action = window.actions().action(ActionId::Replay);
    action.setVisible(m_ground.record.has_value());
    action.setEnabled(hasRight(desk.actor().role, Right::Review));
    connect(&action, &QAction::triggered, this, [this, &desk] { openReplay(desk); });
}

void Console::openReplay(const SeatDesk& desk) {
    if (!m_ground.record)
        return;
    ReplayGround record = *m_ground.record;
    record.review = reviewOn(m_ground.desk);
    if (m_ground.map)
        record.roads = [file = m_ground.map->roadsFile()] { return std::make_unique<PackageRoads>(file); };
    auto* window = new ReplayWindow(ReplayWindowGround{
        .record = record,
        .actor = desk.actor(),
        .wall = desk.isWall(),
        .look = m_ground.look,
        .settings = m_ground.settings,
        .map = m_ground.map,
        .basemap = m_ground.basemap,
        .places = m_ground.places,
        .surface = m_ground.surface,
        .size = m_ground.size,
        .pathOf =
            [keeper = m_keeper.get()](const Footage& kept) {
                return keeper && keeper->store() ? keeper->store()->pathOf(kept.file) : QString();
            },
        .drill = m_ground.drillsFolder.isEmpty()
                     ? std::function<void(QWidget&, Instant)>()
                     : [this, actor = desk.actor()](QWidget& parent,
                                                    Instant at) { askDrill(parent, actor, at); }});
    band(*window);
    m_replays.append(window);
    window->show();
}

void Console::askDrill(QWidget& parent, const Actor& actor, Instant at) {
    auto* sheet = new DrillSheet({.journal = m_ground.record->journal,
                                  .fixes = m_ground.record->fixes,
                                  .origin = QFileInfo(m_ground.drillsFolder).fileName(),
                                  .folder = {},
                                  .at = at,
                                  .now = {},
                                  .by = actor},
                                 m_ground.drillsFolder, &parent);
    connect(sheet, &DrillSheet::made, this,
            [this, actor](const QString& folder, Instant from) { startDrill(folder, actor, from); });
    sheet->open();
}

/// In a process of its own, which has nothing of the live desk but the map; that it was made stays on record.
void Console::startDrill(const QString& folder, const Actor& actor, Instant at) {
    m_ground.desk.submit(actor, SetBookmark{{}, {at, tr("A drill was made from here.")}});
    QStringList arguments{u"--drill"_s,          folder,      u"--seat"_s,
                          actor.seat.toString(), u"--lang"_s, languageCode(m_ground.translation.language())};
    if (m_ground.map)
        arguments << u"--map"_s << m_ground.map->folder();
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments))
        setTrouble(
            tr("The drill was made in %1, but cannot be opened: tridesk --drill does it.").arg(folder));
}

void Console::band(QWidget& window) {
    if (const auto& practice = m_ground.desk.situation().practice())
        bandAsDrill(window, *practice, m_ground.look);
}

void Console::bandCovers() {
    for (QWidget* cover : m_guard->covers())
        band(*cover);
}

void Console::closeReplays() {
    for (const QPointer<ReplayWindow>& window : std::exchange(m_replays, {}))
        delete window.data();
    for (const QPointer<QWidget>& sheet : std::exchange(m_reports, {}))
        delete sheet.data();
}

} // namespace tridesk
