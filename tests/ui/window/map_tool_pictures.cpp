// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk-map-tool-pictures FOLDER [MAP-PACKAGE]: every tool of the map at work, by day in English and by
// night in Chinese, at 1920×1080 and 1366×768, for the eye.

#include "maps/geoservice/geo_service.h"
#include "maps/package/package.h"
#include "tests/support/must.h"
#include "tests/ui/window/busy_hour.h"
#include "ui/actions/action_table.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/map/ring_tools.h"
#include "ui/shell/main_window.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QDockWidget>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QSettings>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 8000; ///< ms for the tiles of one picture

struct Studio {
    Look look;
    Translation translation;
    LiveDesk live;
    QSettings settings;
    std::optional<maps::Package> map;
    std::optional<maps::GeoService> places;
    GeoPoint centre = must(GeoPoint::from(32.05, 118.55));
    QString folder;
    IncidentId incident;
    std::unique_ptr<SeatDesk> seat;
    std::unique_ptr<MainWindow> window;

    Studio(QApplication& application, QString into)
        : look(application)
        , translation(application)
        , settings(live.file(u"console.ini"_s), QSettings::IniFormat)
        , folder(std::move(into)) {}

    ui::MapCanvas& canvas() const { return window->map().canvas(); }
    QAction& action(ActionId id) const { return window->actions().action(id); }
    QPoint middle() const { return canvas().rect().center(); }

    void open(QSize size) {
        seat = std::make_unique<SeatDesk>(live.desk(), actor(u"bureau"));
        window = std::make_unique<MainWindow>(WindowGround{.desk = *seat,
                                                           .fixes = live.fixes(),
                                                           .look = look,
                                                           .settings = settings,
                                                           .map = map ? &*map : nullptr,
                                                           .places = places ? &*places : nullptr,
                                                           .name = map ? map->manifest().name : u"–"_s,
                                                           .size = size,
                                                           .restore = false});
        window->selection().setIncident(incident);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qWarning("a window did not show");
        canvas().lookAt(centre.coordinate(), 13.6);
    }

    void press(QPoint at) const { QTest::mousePress(&canvas(), Qt::LeftButton, {}, at); }
    void move(QPoint at) const {
        QMouseEvent event(QEvent::MouseMove, at, canvas().mapToGlobal(QPointF(at)), Qt::NoButton,
                          Qt::LeftButton, {});
        QCoreApplication::sendEvent(&canvas(), &event);
    }
    void release(QPoint at) const { QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, at); }
    void clicks(const QList<QPoint>& offsets) const {
        for (const QPoint& offset : offsets)
            QTest::mouseClick(&canvas(), Qt::LeftButton, {}, middle() + offset);
    }

    void shoot(const QString& what) {
        QCoreApplication::processEvents(); // what was shown just now finds its place
        if (!QTest::qWaitFor([&] { return canvas().isBasemapComplete(); }, patience))
            qWarning("the map was not whole");
        const QString name = u"%1/%2-%3-%4-%5.png"_s.arg(folder, what, QString::number(window->width()),
                                                         look.theme().night ? u"night"_s : u"day"_s,
                                                         languageCode(translation.language()));
        if (!window->grab().save(name))
            qWarning("cannot write %s", qPrintable(name));
    }

    void draw(PlotShape shape, PlotColour colour, const QString& label, const QList<QPoint>& offsets,
              bool forIncident = false) {
        PlotDetails details{
            .shape = shape, .points = {}, .label = label, .colour = colour, .incident = {}, .expiresAt = {}};
        for (const QPoint& offset : offsets)
            details.points << must(GeoPoint::from(centre.latitude() - offset.y() * 9e-5,
                                                  centre.longitude() + offset.x() * 1.06e-4));
        if (forIncident)
            details.incident = incident;
        live.ask(u"bureau", DrawPlot{.plot = {}, .details = details});
    }

    void drawScene() {
        draw(PlotShape::Cordon, PlotColour::Blue, u"内圈 inner cordon"_s,
             {{-90, -60}, {60, -90}, {110, 20}, {20, 70}, {-80, 40}}, true);
        draw(PlotShape::Zone, PlotColour::Orange, u"疏散区"_s,
             {{-260, 60}, {-140, 90}, {-170, 190}, {-270, 170}});
        draw(PlotShape::Zone, PlotColour::Purple, u"crosses itself"_s,
             {{150, 90}, {250, 190}, {250, 90}, {150, 190}});
        draw(PlotShape::Arrow, PlotColour::Green, u"救护通道"_s, {{-230, -190}, {-150, -120}, {-60, -110}});
        draw(PlotShape::Line, PlotColour::Grey, u""_s, {{130, -190}, {160, -120}, {240, -110}, {260, -40}});
        draw(PlotShape::Point, PlotColour::Purple, u"指挥点 Command post"_s, {{150, -20}});
    }

    void takeAll() {
        action(ActionId::CatchByCircle).trigger();
        press(middle());
        move(middle() + QPoint(60, 20));
        move(middle() + QPoint(150, 40));
        shoot(u"1-circle"_s);
        release(middle() + QPoint(150, 40));
        QTest::mouseClick(window->findChild<QAbstractButton*>(u"catch.list"_s), Qt::LeftButton);
        shoot(u"2-caught"_s);
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        action(ActionId::DrawOnMap).trigger();
        clicks({{-60, 100}, {40, 130}});
        shoot(u"3-draw"_s);
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        const QPoint corner = canvas().view().toPixel(firstCorner()).toPoint();
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, corner);
        shoot(u"4-change"_s);
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        action(ActionId::MeasureOnMap).trigger();
        clicks({{-160, -30}, {0, -120}, {140, 60}, {-20, 120}});
        shoot(u"5-measure"_s);
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        window->selection().setUnits({code<UnitId>(u"1A12")});
        action(ActionId::ShowTrails).setChecked(true);
        action(ActionId::FollowUnit).trigger();
        action(ActionId::MapLayers).setChecked(true);
        shoot(u"6-follow-layers"_s);
        action(ActionId::MapLayers).setChecked(false);
        canvas().setFocus();
        QTest::keyClick(&canvas(), Qt::Key_I);
        QTest::keyClick(&canvas(), Qt::Key_I);
        shoot(u"7-card"_s);
        if (places)
            takeRings();
        takePlaces();
    }

    // The lists below lines are windows of their own: painted where they stand.
    void shootWithList(const QString& what, QLineEdit& line, const QString& words) {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qWarning("the window has no focus");
        line.setFocus();
        line.clear();
        QTest::keyClicks(&line, words);
        auto* list = line.findChild<QCompleter*>()->popup();
        if (!QTest::qWaitFor([&] { return list->isVisible() && list->model()->rowCount() > 0; }, patience))
            qWarning("no list came");
        QPixmap picture = window->grab();
        QPainter(&picture).drawPixmap(window->mapFromGlobal(list->mapToGlobal(QPoint())), list->grab());
        const QString name = u"%1/%2-%3-%4-%5.png"_s.arg(folder, what, QString::number(window->width()),
                                                         look.theme().night ? u"night"_s : u"day"_s,
                                                         languageCode(translation.language()));
        if (!picture.save(name))
            qWarning("cannot write %s", qPrintable(name));
        list->hide();
    }

    void takePlaces() {
        live.ask(u"bureau", NamePlace{.place = {},
                                      .details = {.name = u"老火车站"_s,
                                                  .at = centre,
                                                  .kind = u"alias"_s,
                                                  .address = u"站前路1号"_s}});
        shootWithList(u"10-search"_s, *window->findChild<QLineEdit*>(u"map.search"_s), u"lao"_s);
        window->activateWindow();
        action(ActionId::NewIncident).trigger();
        shootWithList(
            u"11-form"_s,
            *window->findChild<QDockWidget*>(u"dock.form"_s)->findChild<QLineEdit*>(u"incidentPlace"_s),
            u"renmin"_s);
        action(ActionId::NamedPlaces).setChecked(true);
        action(ActionId::NamePlace).trigger();
        QTest::keyClick(&canvas(), Qt::Key_Return);
        auto* prompt = window->map().findChild<QLineEdit*>(u"promptInput"_s);
        if (!QTest::qWaitFor([&] { return prompt->isVisible(); }, patience))
            qWarning("nothing was asked");
        shoot(u"12-naming"_s);
        action(ActionId::NamedPlaces).setChecked(false);
    }

    void takeRings() {
        RingTools& rings = window->map().rings();
        window->selection().setIncident(incident);
        action(ActionId::ToggleRings).setChecked(true);
        if (!QTest::qWaitFor([&] { return !rings.rings().empty(); }, patience))
            qWarning("no rings came");
        shoot(u"8-rings"_s);
        action(ActionId::ToggleRings).setChecked(false);
        rings.beginEscape(centre, seat->now() - 90s);
        if (!QTest::qWaitFor([&] { return rings.escape().has_value(); }, patience))
            qWarning("no escape ring came");
        shoot(u"9-escape"_s);
        rings.endEscape();
    }

    QGeoCoordinate firstCorner() const {
        for (const Plot& plot : live.situation().plots())
            if (plot.details.shape == PlotShape::Cordon)
                return plot.details.points.first().coordinate();
        return centre.coordinate();
    }
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("tridesk-map-tool-pictures FOLDER [MAP-PACKAGE]");
    Studio studio(application, arguments[1]);
    if (arguments.size() > 2) {
        auto map = maps::Package::open(arguments[2]);
        if (!map)
            qFatal("%s", qPrintable(map.error()));
        studio.map = std::move(*map);
        studio.places.emplace(maps::GeoService::forPackage(studio.map->folder(), false));
        studio.centre = GeoPoint::from(studio.map->manifest().centre).value_or(studio.centre);
    }
    studio.incident = playBusyHour(studio.live, studio.centre);
    studio.drawScene();
    for (const bool night : {false, true}) {
        studio.look.set(night ? Theme::nightly() : Theme::day());
        studio.translation.set(night ? Language::Chinese : Language::English);
        if (studio.places)
            studio.places->setChinese(night);
        for (const QSize size : {QSize(1920, 1080), QSize(1366, 768)}) {
            studio.open(size);
            studio.takeAll();
            studio.window.reset();
        }
    }
    return 0;
}
