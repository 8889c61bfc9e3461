// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk-link-pictures FOLDER: a crew's window over a line that is cut, day and night, in English and
// Chinese, for the eye.

#include "tests/link/link_scene.h"
#include "ui/field/field_window.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QPushButton>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Studio {
    Look look;
    Translation translation;
    QString folder;

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
                    window.grab().save(u"%1/%2-%3-%4-%5.png"_s.arg(folder, name)
                                           .arg(size.width())
                                           .arg(night ? u"night"_s : u"day"_s, languageCode(language)));
                }
    }
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc != 2)
        return 2;
    Studio studio{.look = Look(application),
                  .translation = Translation(application),
                  .folder = QString::fromLocal8Bit(argv[1])};
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
