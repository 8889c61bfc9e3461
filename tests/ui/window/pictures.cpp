// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk-pictures FOLDER [MAP-PACKAGE] [--bad-night|--crew|--known]: every seat, day and night, in English
// and Chinese, at 1920×1080 and 1366×768; of a busy hour with its sheets, of a bad night, of the crews' pages
// alone, or of what is known of a place and what a supervisor looks at.

#include "maps/geoservice/geo_service.h"
#include "maps/package/package.h"
#include "tests/support/must.h"
#include "tests/ui/window/busy_hour.h"
#include "ui/actions/selection.h"
#include "ui/field/field_window.h"
#include "ui/panes/incident/incident_form.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/queue/queue_pane.h"
#include "ui/panes/queue/queue_row.h"
#include "ui/shell/main_window.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Studio {
    Look look;
    Translation translation;
    LiveDesk live;
    QSettings settings;
    std::optional<maps::Package> map;
    QString folder;
    IncidentId incident;
    GeoPoint at; ///< where another report of it comes from

    Studio(QApplication& application, QString into)
        : look(application)
        , translation(application)
        , settings(live.file(u"console.ini"_s), QSettings::IniFormat)
        , folder(std::move(into)) {}

    std::unique_ptr<QWidget> open(SeatDesk& desk, QSize size) {
        if (desk.actor().seat.tier == Tier::Field) {
            auto window = std::make_unique<FieldWindow>(desk, look);
            window->useFixes(live.fixes());
            window->resize(size);
            return window;
        }
        auto window = std::make_unique<MainWindow>(WindowGround{.desk = desk,
                                                                .fixes = live.fixes(),
                                                                .look = look,
                                                                .settings = settings,
                                                                .map = map ? &*map : nullptr,
                                                                .name = map ? map->manifest().name : u"–"_s,
                                                                .size = size,
                                                                .restore = false});
        if (!incident.isNull()) {
            window->selection().setIncident(incident);
            window->selection().setUnits({code<UnitId>(u"1A12")});
        }
        return window;
    }

    /// The action, and what a hand would do next for there to be something to see.
    void act(MainWindow& window, ActionId action) const {
        if (action == ActionId::ArrangeQueue) {
            window.selection().widen();
            return window.findChild<QueuePane*>()->arrange(
                {.order = QueueOrder::Deadline, .grouping = QueueGrouping::Station});
        }
        window.actions().action(action).trigger();
        if (action == ActionId::NewIncident)
            window.findChild<QWidget*>(u"dock.form"_s)
                ->findChild<IncidentForm*>()
                ->setPlace(at, u"临江大道 120 号"_s);
        if (action == ActionId::FocusUnits)
            QTest::keyClick(window.findChild<QTableView*>(u"unitTable"_s), Qt::Key_L);
        if (action == ActionId::FocusQueue) {
            auto* stations = window.findChild<QComboBox*>(u"queueStation"_s);
            Q_EMIT stations->activated(stations->count() - 1); // Dispatch groups…
        }
    }

    /// `action`: what is done in a main window before the picture; `sheet`: that one is taken; `pressed`: a
    /// button of a crew's window.
    void take(const QString& seat, QSize size, std::optional<ActionId> action = {}, const QString& sheet = {},
              const QString& mark = {}, const QString& pressed = {}) {
        settings.clear();
        SeatDesk desk(live.desk(), {.seat = must(Seat::parse(seat)), .user = u"liwei"_s});
        const auto window = open(desk, size);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qWarning("a window did not show");
        if (auto* main = qobject_cast<MainWindow*>(window.get()))
            main->map().showEverything();
        if (auto* main = qobject_cast<MainWindow*>(window.get()); main && action)
            act(*main, *action);
        auto* mail = window->findChild<QToolButton*>(u"field.messages"_s);
        if (mail && action == ActionId::FocusMessages)
            mail->click();
        if (auto* button = pressed.isEmpty() ? nullptr : window->findChild<QPushButton*>(pressed))
            button->click();
        // tiles are drawn on threads of their own, and tell nobody here when all are done
        int painted = 0;
        const bool settled = QTest::qWaitFor([&] { return ++painted > 150; }, 5000);
        const QString name = u"%1/%2%3-%4-%5-%6.png"_s.arg(
            folder, seat.section(u':', 0, 0) + mark,
            action ? u"-%1"_s.arg(QLatin1StringView(actionSpec(*action).name)) : QString(),
            QString::number(size.width()), look.theme().night ? u"night"_s : u"day"_s,
            languageCode(translation.language()));
        QWidget* shown = sheet.isEmpty() ? window.get() : window->findChild<QWidget*>(sheet);
        if (!shown || !shown->grab().save(name) || !settled)
            qWarning("cannot write %s", qPrintable(name));
    }

    /// As it comes over a desk, and with one of the late ones in hand.
    void takeBadNight(const IncidentId& late) {
        for (const bool night : {false, true}) {
            look.set(night ? Theme::nightly() : Theme::day());
            for (const Language language : {Language::English, Language::Chinese}) {
                translation.set(language);
                for (const QSize size : {QSize(1920, 1080), QSize(1366, 768)})
                    for (const QString& seat : {u"bureau"_s, u"station:ST01"_s})
                        take(seat, size);
                incident = late;
                take(u"bureau"_s, {1920, 1080}, ActionId::FocusIncident);
                take(u"bureau"_s, {1366, 768}, ActionId::FocusIncident);
                incident = {};
                for (const QString& seat : {u"field:1A12"_s, u"field:1A14"_s})
                    take(seat, {480, 800}, {}, {}, seat.section(u':', 1));
                take(u"field:1A12"_s, {1366, 768});
            }
        }
    }

    /// What is known before anybody is sent, and what a supervisor looks at.
    void furnishKnown(const IncidentId& late) {
        const Incident& known = *live.situation().incidents().find(late);
        IncidentDetails details = known.details;
        details.callers = {{u"王芳"_s, u"138 0013 8000"_s}};
        Catalogue catalogue = live.situation().catalogue();
        catalogue.plans = {
            {code<TypeCode>(u"scene"),
             {u"现场处置"_s, u"At the scene"_s},
             {},
             {},
             {{code<TypeCode>(u"ambulance"), {u"通知120急救"_s, u"Call an ambulance (120)"_s}, 2min},
              {code<TypeCode>(u"warn"), {u"后方来车预警"_s, u"Warn the traffic behind"_s}, 20min},
              {code<TypeCode>(u"lane"), {u"开辟救援通道"_s, u"Open a lane for the rescue"_s}, 30min},
              {code<TypeCode>(u"clear"), {u"清理路面"_s, u"Clear the road"_s}, 40min}}}};
        bool done = live.ask(u"bureau", DefineCatalogue{catalogue});
        for (const QString& words : {u"邻里争执"_s, u"酒后滋事"_s}) {
            details.text = words;
            details.hazards.weapon = !details.hazards.weapon;
            const IncidentId earlier = live.report(details);
            done = done && live.ask(u"bureau", CloseIncident{earlier, code<TypeCode>(u"handled"), {}});
        }
        live.pass(26h);
        details.text = u"又打起来了，有人流血。"_s;
        details.level = Level::Critical;
        incident = live.report(details);
        live.pass(3min);
        const auto spot = details.place.at.value_or(GeoPoint());
        done = done && live.ask(u"bureau", OpenSeat{}) && live.ask(u"bureau:2", OpenSeat{}) &&
               live.ask(u"station:ST01", OpenSeat{}) &&
               live.ask(u"bureau", NotePremise{{},
                                               {.kind = PremiseKind::Hazard,
                                                .words = u"地下室存放气瓶，勿用明火。"_s,
                                                .at = spot,
                                                .radius = 120,
                                                .area = {},
                                                .address = {},
                                                .expiresAt = {}}}) &&
               live.ask(u"bureau", NotePremise{{},
                                               {.kind = PremiseKind::Premise,
                                                .words = u"Gate code 4711, the dog in the yard bites."_s,
                                                .at = spot,
                                                .radius = 60,
                                                .area = {},
                                                .address = {},
                                                .expiresAt = {}}}) &&
               live.ask(u"bureau", MoveSector{{code<PostId>(u"ST02")}, u"东片"_s, u"bureau:2"_s}) &&
               live.ask(u"bureau:2", MoveSector{{code<PostId>(u"ST01")}, u"西片"_s, u"bureau"_s}) &&
               live.ask(u"bureau", TagIncident{incident, {u"临江"_s, u"repeat"_s}}) &&
               live.ask(u"machine:clockwork", MarkMissed{incident, {}, DeadlineKind::Dispatch}) &&
               live.ask(u"machine:clockwork", MissStep{incident, code<TypeCode>(u"ambulance")}) &&
               live.ask(u"bureau", IssueOrder{.incident = incident,
                                              .to = code<UnitId>(u"1A14"),
                                              .text = {},
                                              .overrideReason = u"worse"_s});
        if (!done)
            qWarning("not all of it was taken");
        live.pass(10s);
    }

    void takeKnown() {
        for (const bool night : {false, true}) {
            look.set(night ? Theme::nightly() : Theme::day());
            for (const Language language : {Language::English, Language::Chinese}) {
                translation.set(language);
                for (const QSize size : {QSize(1920, 1080), QSize(1366, 768)}) {
                    take(u"bureau"_s, size, ActionId::FocusIncident);
                    take(u"bureau"_s, size, ActionId::EarlierHere);
                    take(u"bureau"_s, size, ActionId::FocusAlarms);
                }
                take(u"bureau"_s, {1920, 1080}, ActionId::NotesOnPlaces, u"premiseSheet"_s);
                take(u"bureau"_s, {1920, 1080}, ActionId::DeskLoads, u"deskLoadSheet"_s);
                take(u"station:ST01"_s, {1366, 768}, ActionId::FocusAlarms);
                take(u"field:1A14"_s, {480, 800});
                take(u"field:1A14"_s, {1366, 768});
            }
        }
    }

    /// What crews do of their own accord, and the desk that is asked for more units.
    void takeCrews() {
        for (const Incident& known : live.situation().incidents())
            if (known.reinforcement)
                incident = known.id;
        for (const bool night : {false, true}) {
            look.set(night ? Theme::nightly() : Theme::day());
            for (const Language language : {Language::English, Language::Chinese}) {
                translation.set(language);
                for (const QSize size : {QSize(480, 800), QSize(1366, 768)}) {
                    take(u"field:1A12"_s, size, {}, {}, u"-order"_s);
                    take(u"field:1A12"_s, size, {}, {}, u"-refuse"_s, u"order.refuse"_s);
                    take(u"field:1A14"_s, size, {}, {}, u"-asked"_s);
                    take(u"field:1A14"_s, size, {}, {}, u"-reinforce"_s, u"order.reinforce"_s);
                    take(u"field:1F07"_s, size, {}, {}, u"-reported"_s);
                    take(u"field:2M01"_s, size, {}, {}, u"-own"_s, u"wait.initiate"_s);
                    take(u"field:2X05"_s, size, {}, {}, u"-logOn"_s, u"wait.logOff"_s);
                }
                take(u"bureau"_s, {1366, 768}, ActionId::FocusIncident, {}, u"-asked"_s);
            }
        }
    }

    void takeAll() {
        for (const bool night : {false, true}) {
            look.set(night ? Theme::nightly() : Theme::day());
            for (const Language language : {Language::English, Language::Chinese}) {
                translation.set(language);
                for (const QSize size : {QSize(1920, 1080), QSize(1366, 768)}) {
                    take(u"bureau"_s, size);
                    take(u"station:ST01"_s, size);
                }
                take(u"bureau"_s, {1920, 1080}, ActionId::FocusMessages);
                take(u"bureau"_s, {1366, 768}, ActionId::FocusMessages);
                take(u"bureau"_s, {1920, 1080}, ActionId::HandOver, u"handoverSheet"_s);
                take(u"bureau"_s, {1920, 1080}, ActionId::ArrangeQueue);
                take(u"bureau"_s, {1366, 768}, ActionId::ArrangeQueue);
                take(u"bureau"_s, {1366, 768}, ActionId::NewIncident);
                take(u"bureau"_s, {1366, 768}, ActionId::FocusUnits, u"shiftSheet"_s);
                take(u"bureau"_s, {1366, 768}, ActionId::FocusQueue, u"dispatchGroupSheet"_s);
                take(u"field:1A12"_s, {480, 800}, ActionId::FocusMessages);
                take(u"field:1A12"_s, {1366, 768}, ActionId::FocusMessages);
                take(u"field:1A12"_s, {480, 800});
                take(u"field:1A12"_s, {1366, 768});
            }
        }
    }
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const bool badNight = arguments.removeOne(u"--bad-night"_s);
    const bool known = arguments.removeOne(u"--known"_s);
    const bool crewsOnly = arguments.removeOne(u"--crew"_s);
    if (arguments.size() < 2)
        qFatal("tridesk-pictures FOLDER [MAP-PACKAGE] [--bad-night|--crew|--known]");
    Studio studio(application, arguments[1]);
    GeoPoint centre = must(GeoPoint::from(32.05, 118.55));
    if (arguments.size() > 2) {
        auto map = maps::Package::open(arguments[2]);
        if (!map)
            qFatal("%s", qPrintable(map.error()));
        studio.map = std::move(*map);
        centre = GeoPoint::from(studio.map->manifest().centre).value_or(centre);
    }
    if (badNight) {
        studio.takeBadNight(playBadNight(studio.live, centre));
        return 0;
    }
    studio.incident = playBusyHour(studio.live, centre);
    if (known) {
        studio.furnishKnown(studio.incident);
        studio.takeKnown();
        return 0;
    }
    if (const Incident* inHand = studio.live.situation().incidents().find(studio.incident))
        studio.at = inHand->details.place.at.value_or(centre);
    if (!crewsOnly)
        studio.takeAll();
    studio.takeCrews();
    return 0;
}
