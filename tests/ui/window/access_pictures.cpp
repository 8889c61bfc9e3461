// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk-access-pictures FOLDER [MAP-PACKAGE]: the sign-in, a locked desk with an emergency, a locked crew,
// the veil before a sensitive incident, a refused line, and the wall; on two screens, day and night, in
// English and Chinese.

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
#include <QComboBox>
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
        const auto add = [&](const QString& login, Role role, const QStringList& seats) {
            User user{.login = must(Login::parse(login)), .name = {}, .role = role, .seats = {}};
            for (const QString& seat : seats)
                user.seats << must(SeatRule::parse(seat));
            return (*store)->add(user, password).has_value();
        };
        const bool added = add(u"wang"_s, Role::Supervisor, {u"bureau"_s, u"station:*"_s, u"field:*"_s}) &&
                           add(u"sun"_s, Role::Reviewer, {u"bureau"_s}) &&
                           add(u"zhao"_s, Role::Crew, {u"field:1A12"_s});
        gate = std::make_unique<UserGate>(live.file({}), std::make_shared<SystemClock>(), HashCost::least());
        gate->start();
        if (!added || !QTest::qWaitFor([this] { return gate->isReady(); }))
            qFatal("no user");
    }

    [[nodiscard]] QWidget& shown() const { return *console->windows().first(); }

    void take(const QString& what, QSize size = {}) {
        if (!size.isEmpty())
            shown().resize(size);

        int painted = 0; // tiles are drawn on threads of their own
        (void)QTest::qWaitFor([&] { return ++painted > 100; }, 4000);
        const QString name = u"%1/%2-%3-%4-%5.png"_s.arg(folder, what, QString::number(shown().width()),
                                                         look.theme().night ? u"night"_s : u"day"_s,
                                                         languageCode(translation.language()));
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

    void signIn(const QString& words, const QString& user = u"wang"_s) const {
        shown().findChild<QLineEdit*>(u"signIn.user"_s)->setText(user);
        auto* typed = shown().findChild<QLineEdit*>(u"signIn.password"_s);
        typed->setText(words);
        QTest::keyClick(typed, Qt::Key_Return);
        (void)QTest::qWaitFor([&] { return !shown().isEnabled(); }, 600);
    }

    void enter(const QString& user = u"wang"_s) const {
        signIn(password, user);
        // one who may take several seats is asked for one
        const auto isIn = [this] { return !console->guard().isCovering(); };
        const auto* seats = shown().findChild<QComboBox*>(u"signIn.seat"_s);
        if (!QTest::qWaitFor([&] { return isIn() || (seats && seats->isVisible()); }))
            qFatal("no answer to a sign-in");
        if (!isIn())
            QTest::keyClick(shown().findChild<QWidget*>(u"signIn.enter"_s), Qt::Key_Space);
        if (!QTest::qWaitFor(isIn))
            qFatal("not let in");
    }

    void showAll() const {
        if (auto* main = qobject_cast<MainWindow*>(&shown())) {
            main->map().showEverything();
            main->selection().setIncident(incident);
        }
    }

    void takeDesk(QSize size) {
        begin(u"bureau"_s, size);
        take(u"sign-in"_s, size);
        signIn(u"wrong words"_s);
        take(u"wrong"_s);
        signIn(password);
        take(u"seat"_s);
        enter();
        showAll();
        take(u"veil"_s);
        QTest::keyClick(&shown(), Qt::Key_F12);
        take(u"locked"_s);
        begin(u"bureau"_s, size);
        enter(u"sun"_s);
        auto* line = shown().findChild<QLineEdit*>(u"commandLine"_s);
        QTest::keyClicks(line, u"N 0005 seen"_s);
        QTest::keyClick(line, Qt::Key_Return);
        take(u"refused"_s);
        begin(u"bureau"_s, size, true);
        enter();
        showAll();
        take(u"wall"_s);
    }

    void takeAll() {
        takeDesk({1366, 768});
        takeDesk({1920, 1080});
        begin(u"field:1A12"_s, {480, 800});
        enter(u"zhao"_s);
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
