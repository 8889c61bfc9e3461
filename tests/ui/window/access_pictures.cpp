// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk-access-pictures FOLDER [MAP-PACKAGE]: the sign-in, a locked desk with an emergency, a locked crew,
// the veil before a sensitive incident, and the wall; day and night, in English and Chinese.

#include "app/desk/user_gate.h"
#include "maps/package/package.h"
#include "tests/support/must.h"
#include "tests/ui/window/busy_hour.h"
#include "ui/actions/selection.h"
#include "ui/console/console.h"
#include "ui/console/seat_guard.h"
#include "ui/panes/map/map_pane.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString password = u"correct horse"_s;

struct Studio {
    Look look;
    Translation translation;
    LiveDesk live;
    QSettings settings;
    std::unique_ptr<UserGate> gate;
    std::unique_ptr<Console> console;
    std::optional<maps::Package> map;
    QString folder;
    IncidentId incident;

    Studio(QApplication& application, QString into)
        : look(application)
        , translation(application)
        , settings(live.file(u"console.ini"_s), QSettings::IniFormat)
        , folder(std::move(into)) {
        const auto store = UserStore::open(live.file({}), 3s, HashCost::least());
        const bool added =
            (*store)
                ->add({.login = must(Login::parse(u"wang")),
                       .name = u"王伟"_s,
                       .role = Role::Supervisor,
                       .seats = {must(SeatRule::parse(u"bureau")), must(SeatRule::parse(u"station:*")),
                                 must(SeatRule::parse(u"field:*"))}},
                      password)
                .has_value();
        gate = std::make_unique<UserGate>(live.file({}), std::make_shared<SystemClock>(), HashCost::least());
        gate->start();
        if (!added || !QTest::qWaitFor([this] { return gate->isReady(); }))
            qFatal("no user");
    }

    [[nodiscard]] QWidget& shown() const { return *console->windows().first(); }

    void take(const QString& what) {
        int painted = 0; // tiles are drawn on threads of their own
        (void)QTest::qWaitFor([&] { return ++painted > 100; }, 4000);
        const QString name = u"%1/%2-%3-%4.png"_s.arg(
            folder, what, look.theme().night ? u"night"_s : u"day"_s, languageCode(translation.language()));
        if (!shown().grab().save(name))
            qWarning("cannot write %s", qPrintable(name));
    }

    void begin(const QString& seat, QSize size, bool wall = false) {
        console = std::make_unique<Console>(ConsoleGround{.desk = live.desk(),
                                                          .fixes = live.fixes(),
                                                          .look = look,
                                                          .translation = translation,
                                                          .settings = settings,
                                                          .map = map ? &*map : nullptr,
                                                          .name = map ? map->manifest().name : u"–"_s,
                                                          .user = u"system"_s,
                                                          .gate = gate.get(),
                                                          .wall = wall,
                                                          .size = size});
        console->begin({must(Seat::parse(seat))});
    }

    void signIn(const QString& words) const {
        shown().findChild<QLineEdit*>(u"signIn.user"_s)->setText(u"wang"_s);
        auto* typed = shown().findChild<QLineEdit*>(u"signIn.password"_s);
        typed->setText(words);
        QTest::keyClick(typed, Qt::Key_Return);
        (void)QTest::qWaitFor([&] { return !shown().isEnabled(); }, 600);
    }

    void enter() const {
        signIn(password);
        QTest::keyClick(shown().findChild<QWidget*>(u"signIn.enter"_s), Qt::Key_Space);
        if (!QTest::qWaitFor([this] { return !console->guard().isCovering(); }))
            qFatal("not let in");
    }

    void takeAll() {
        begin(u"bureau"_s, {1366, 768});
        take(u"sign-in"_s);
        signIn(u"wrong words"_s);
        take(u"wrong"_s);
        signIn(password);
        take(u"seat"_s);
        enter();
        if (auto* main = qobject_cast<MainWindow*>(&shown())) {
            main->map().showEverything();
            main->selection().setIncident(incident);
        }
        take(u"veil"_s);
        QTest::keyClick(&shown(), Qt::Key_F12);
        take(u"locked"_s);
        begin(u"bureau"_s, {1920, 1080}, true);
        enter();
        if (auto* main = qobject_cast<MainWindow*>(&shown())) {
            main->map().showEverything();
            main->selection().setIncident(incident);
        }
        take(u"wall"_s);
        begin(u"field:1A12"_s, {480, 800});
        enter();
        take(u"crew"_s);
        QTest::keyClick(&shown(), Qt::Key_F12);
        take(u"crew-locked"_s);
    }
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("tridesk-access-pictures FOLDER [MAP-PACKAGE]");
    Studio studio(application, arguments[1]);
    GeoPoint centre = must(GeoPoint::from(32.05, 118.55));
    if (arguments.size() > 2) {
        auto map = maps::Package::open(arguments[2]);
        if (!map)
            qFatal("%s", qPrintable(map.error()));
        studio.map = std::move(*map);
        centre = GeoPoint::from(studio.map->manifest().centre).value_or(centre);
    }
    studio.incident = playBusyHour(studio.live, centre);
    const bool marked =
        studio.live.ask(u"bureau", FlagIncident{studio.incident, IncidentFlag::Sensitive, true}) &&
        studio.live.ask(u"bureau", FlagIncident{studio.incident, IncidentFlag::ConfidentialCaller, true}) &&
        studio.live.ask(u"field:2A01",
                        RaiseEmergency{code<UnitId>(u"2A01"), EmergencySource::Crew, u"help"_s, {}});
    if (!marked)
        qFatal("not marked");
    for (const bool night : {false, true})
        for (const Language language : {Language::English, Language::Chinese}) {
            studio.look.set(night ? Theme::nightly() : Theme::day());
            studio.translation.set(language);
            studio.takeAll();
        }
    studio.console.reset();
    return 0;
}
