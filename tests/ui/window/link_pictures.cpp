// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk-link-pictures FOLDER [MAP-PACKAGE]: a crew's window and a station's over a line that is cut, the
// strip in each of its states, day and night, in English and Chinese, for the eye.

#include "maps/package/package.h"
#include "tests/link/link_scene.h"
#include "tests/ui/window/busy_hour.h"
#include "ui/field/field_window.h"
#include "ui/panes/map/map_pane.h"
#include "ui/shell/main_window.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QPushButton>
#include <QSettings>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Studio {
    Look look;
    Translation translation;
    QString folder;
    std::optional<maps::Package> map;

    /// The same picture in both lights and languages.
    void take(Terminal& terminal, const QString& name, const QString& pressed = {}) {
        SeatDesk crew(*terminal.desk, actor(u"field:1A12"));
        for (const bool night : {false, true})
            for (const Language language : {Language::English, Language::Chinese})
                for (const QSize size : {QSize(480, 800), QSize(1366, 768)}) {
                    look.set(night ? Theme::nightly() : Theme::day());
                    translation.set(language);
                    FieldWindow window(crew, look);
                    window.resize(size);
                    window.show();
                    (void)QTest::qWaitForWindowExposed(&window);
                    if (auto* button = pressed.isEmpty() ? nullptr : window.findChild<QPushButton*>(pressed))
                        button->click();
                    QCoreApplication::processEvents();
                    window.grab().save(path(name, size, language));
                }
    }

    [[nodiscard]] QString path(const QString& name, QSize size, Language language) const {
        return u"%1/%2-%3-%4-%5.png"_s.arg(folder, name)
            .arg(size.width())
            .arg(look.theme().night ? u"night"_s : u"day"_s, languageCode(language));
    }

    /// `made`: the state of the line that is shown, where it is not the true one.
    void takeDesk(Terminal& terminal, FixBoard& fixes, const QString& name,
                  const std::optional<LinkState>& made = {}) {
        SeatDesk seat(*terminal.desk,
                      {.seat = terminal.options.seat, .user = u"liwei"_s, .role = Role::DutyOfficer});
        QSettings settings(terminal.folder.filePath(u"console.ini"_s), QSettings::IniFormat);
        for (const bool night : {false, true})
            for (const Language language : {Language::English, Language::Chinese})
                for (const QSize size : {QSize(1920, 1080), QSize(1366, 768)}) {
                    look.set(night ? Theme::nightly() : Theme::day());
                    translation.set(language);
                    MainWindow window({.desk = seat,
                                       .fixes = fixes,
                                       .look = look,
                                       .settings = settings,
                                       .map = map ? &*map : nullptr,
                                       .name = {},
                                       .size = size,
                                       .restore = false});
                    window.show();
                    (void)QTest::qWaitForWindowExposed(&window);
                    window.map().showEverything();
                    int painted = 0; // tiles tell nobody here when all are drawn
                    (void)QTest::qWaitFor([&] { return ++painted > 60; });
                    if (made)
                        terminal.desk->link()->setState(*made);
                    QCoreApplication::sendPostedEvents();
                    window.grab().save(path(name, size, language));
                }
    }
};

/// A station's bad night: the line goes, hundred things are done without it, and some of them do not fit when
/// it is back.
bool takeStation(Studio& studio) {
    Gateway gateway;
    const GeoPoint centre = studio.map ? GeoPoint::from(studio.map->manifest().centre).value_or(GeoPoint())
                                       : must(GeoPoint::from(32.06, 118.55));
    static_cast<void>(playBadNight(gateway.live, centre));
    const QByteArray token = gateway.grant(u"room-ST01"_s, u"seat:station:ST01"_s);
    Terminal terminal(gateway.line.url(), token, u"station:ST01");
    if (!terminal.isUp() || !terminal.knows([](const Situation& s) { return !s.openIncidents().isEmpty(); }))
        return false;
    FixBoard& fixes = gateway.live.fixes();
    QList<IncidentId> waiting;
    for (const Incident& each : terminal.situation().incidents())
        if (each.stage == IncidentStage::Pending)
            waiting << each.id;
    if (waiting.size() < 2)
        return false;
    gateway.line.cut();
    if (!terminal.isLost())
        return false;
    terminal.own->advance(3min);
    for (const auto& [incident, unit] : {std::pair(waiting[0], u"1F07"), {waiting[1], u"1V02"}})
        (void)terminal.ask(
            IssueOrder{.incident = incident, .to = code<UnitId>(unit), .text = {}, .overrideReason = u"-"_s});
    studio.takeDesk(terminal, fixes, u"station-lost"_s);
    terminal.own->advance(3h + 7min);
    for (int i = 2; i < 100; ++i)
        (void)terminal.ask(
            AddNote{.incident = waiting[i % 2], .text = u"第 %1 条电话记录 · call no. %1"_s.arg(i)});
    studio.takeDesk(terminal, fixes, u"station-long"_s);
    LinkState state = terminal.link();
    state.turnedAway = u"403"_s;
    studio.takeDesk(terminal, fixes, u"station-turned-away"_s, state);
    state.isToServer = true;
    studio.takeDesk(terminal, fixes, u"server-turned-away"_s, state);
    state.turnedAway.clear();
    studio.takeDesk(terminal, fixes, u"server-long"_s, state);
    state.strayed = u"another journal"_s;
    studio.takeDesk(terminal, fixes, u"server-strayed"_s, state);
    for (const IncidentId& incident : {waiting[0], waiting[1]})
        gateway.live.ask(u"bureau", CloseIncident{incident, code<TypeCode>(u"handled"), u"误报 false"_s});
    gateway.live.pass(3h + 10min);
    gateway.line.restore();
    if (!terminal.isSent() || !QTest::qWaitFor([&] { return !terminal.link().refused.isEmpty(); }, 60'000))
        return false;
    studio.takeDesk(terminal, fixes, u"station-conflicts"_s);
    return true;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc < 2)
        return 2;
    Studio studio{.look = Look(application),
                  .translation = Translation(application),
                  .folder = QString::fromLocal8Bit(argv[1]),
                  .map = {}};
    if (argc > 2)
        studio.map = must(maps::Package::open(QString::fromLocal8Bit(argv[2])));
    if (!takeStation(studio))
        return 1;
    Gateway gateway;
    const IncidentId incident = gateway.live.report(
        u"两车相撞，一人受伤，堵住了右侧车道 · two cars, one person hurt"_s, 32.06, 118.55);
    const OrderId order = gateway.order(incident);
    Terminal terminal(gateway.line.url(), gateway.token);
    if (!terminal.stands(order, OrderStage::Issued))
        return 1;
    gateway.line.cut();
    (void)terminal.isLost();
    terminal.own->advance(3min);
    (void)terminal.advance(order, OrderStage::Signed);
    (void)terminal.advance(order, OrderStage::UnderWay);
    studio.take(terminal, u"lost"_s);
    (void)terminal.ask(
        RaiseEmergency{.unit = code<UnitId>(u"1A12"), .source = EmergencySource::Crew, .text = {}, .at = {}});
    studio.take(terminal, u"emergency"_s);
    gateway.live.ask(u"bureau", AdvanceOrder{.order = order,
                                             .to = OrderStage::Cancelled,
                                             .text = u"caller has gone 报警人已离开"_s,
                                             .disposition = {}});
    gateway.live.pass(3h + 10min);
    gateway.line.restore();
    if (!terminal.isSent() || !QTest::qWaitFor([&] { return terminal.link().refused.size() == 2; }))
        return 1;
    gateway.live.ask(u"bureau", EndEmergency{.unit = code<UnitId>(u"1A12"),
                                             .outcome = EmergencyOutcome::Resolved,
                                             .reason = u"seen"_s});
    (void)terminal.knows([](const Situation& s) { return s.emergencies().isEmpty(); });
    studio.take(terminal, u"late"_s);
    return 0;
}
