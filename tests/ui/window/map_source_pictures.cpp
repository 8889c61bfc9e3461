// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk-map-source-pictures FOLDER MAP-PACKAGE: the sheet that chooses a map, and the desk over the
// pictures of a server, day and night, in English and Chinese, at 1920×1080 and 1366×768. The server is a
// stand-in on loopback that draws the package's tiles.

#include "maps/package/package.h"
#include "maps/tiles/mbtiles.h"
#include "tests/maps/raster/made_pictures.h"
#include "tests/maps/raster/tile_server.h"
#include "tests/support/must.h"
#include "tests/ui/window/busy_hour.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/map/tile_painter.h"
#include "ui/panes/map/map_pane.h"
#include "ui/shell/main_window.h"
#include "ui/shell/map_source_sheet.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // milliseconds

/// /city/Z/X/Y.png
maps::TileId idOf(const QString& target) {
    const QStringList parts = target.split(u'/');
    return {parts.value(2).toInt(), parts.value(3).toInt(), parts.value(4).section(u'.', 0, 0).toInt()};
}

class Studio {
public:
    Studio(QApplication& application, QString into, maps::Package map)
        : m_look(application)
        , m_translation(application)
        , m_settings(m_live.file(u"console.ini"_s), QSettings::IniFormat)
        , m_map(std::move(map))
        , m_folder(std::move(into)) {
        auto reader = maps::TileReader::open(m_map.basemapFile(), std::make_shared<maps::DecodedTiles>());
        if (!reader)
            qFatal("%s", qPrintable(reader.error()));
        m_server.answer =
            [tiles = std::shared_ptr<maps::TileReader>(std::move(*reader))](const TileRequest& asked) {
                const ui::TilePicture picture{.id = idOf(asked.target), .pixels = 256, .dpr = 1};
                std::vector<ui::DataTile> data;
                for (const maps::TileId id : ui::tilesForPicture(picture, 14))
                    data.push_back({id, tiles->load(id)});
                return TileReply{.body = encoded(ui::paintTile(picture, data, ui::MapStyle::day())),
                                 .headers = {"Cache-Control: no-store"}};
            };
        m_incident = makeBusyHour();
    }

    void takeAll() {
        for (const bool night : {false, true}) {
            m_look.set(night ? Theme::nightly() : Theme::day());
            for (const Language language : {Language::English, Language::Chinese}) {
                m_translation.set(language);
                for (const QSize size : {QSize(1920, 1080), QSize(1366, 768)})
                    take(size);
            }
        }
    }

private:
    IncidentId makeBusyHour() {
        const GeoPoint centre = must(GeoPoint::from(m_map.manifest().centre));
        return playBusyHour(m_live, centre);
    }
    [[nodiscard]] maps::TileSource source() const {
        const bool chinese = m_translation.language() == Language::Chinese;
        return {.kind = maps::TileSource::Kind::Xyz,
                .name = chinese ? u"市局内网地图"_s : u"Intranet map"_s,
                .address = m_server.address(u"/city/{z}/{x}/{y}.png"_s),
                .attribution = chinese ? u"© 市测绘院 · OpenStreetMap 贡献者"_s
                                       : u"© City Survey · OpenStreetMap contributors"_s};
    }
    void save(QWidget& what, const QString& name, QSize size) {
        const QString path = u"%1/%2-%3-%4-%5.png"_s.arg(m_folder, name, QString::number(size.width()),
                                                         m_look.theme().night ? u"night"_s : u"day"_s,
                                                         languageCode(m_translation.language()));
        if (!what.grab().save(path))
            qWarning("cannot write %s", qPrintable(path));
    }
    void take(QSize size) {
        SeatDesk desk(m_live.desk(), {.seat = must(Seat::parse(u"bureau"_s)), .user = u"liwei"_s});
        MainWindow window(WindowGround{.desk = desk,
                                       .fixes = m_live.fixes(),
                                       .look = m_look,
                                       .settings = m_settings,
                                       .map = &m_map,
                                       .basemap = source(),
                                       .name = m_map.manifest().name,
                                       .size = size,
                                       .restore = false});
        window.selection().setIncident(m_incident);
        window.show();
        window.map().showEverything();
        const auto isWhole = [&] { return window.map().canvas().isBasemapComplete(); };
        if (!QTest::qWaitForWindowExposed(&window) || !QTest::qWaitFor(isWhole, patience))
            qWarning("the map is not whole");
        save(window, u"desk"_s, size);
        takeSheet(window, size);
    }
    void takeSheet(MainWindow& window, QSize size) {
        const ui::MapView& view = window.map().canvas().view();
        auto* sheet = new MapSourceSheet(
            {.shown = source(), .hasPackage = true, .centre = view.centre(), .zoom = 14}, &window);
        sheet->show();
        const auto* picture = sheet->findChild<QLabel*>(u"mapSource.picture"_s);
        sheet->findChild<QPushButton*>(u"mapSource.try"_s)->click();
        if (!QTest::qWaitForWindowExposed(sheet) ||
            !QTest::qWaitFor([&] { return !picture->pixmap().isNull(); }, patience))
            qWarning("no picture was tried");
        save(*sheet, u"sheet"_s, size);
        delete sheet;
        maps::TileSource wrong = source();
        wrong.kind = maps::TileSource::Kind::Wmts;
        wrong.address = m_server.address(u"/city/1/0/0.png"_s); // a picture is no description
        sheet = new MapSourceSheet({.shown = wrong, .hasPackage = true, .centre = view.centre()}, &window);
        sheet->show();
        const auto* refusal = sheet->findChild<QLabel*>(u"mapSource.refusal.address"_s);
        sheet->findChild<QPushButton*>(u"mapSource.try"_s)->click();
        if (!QTest::qWaitFor([&] { return refusal->isVisible(); }, patience))
            qWarning("nothing was refused");
        save(*sheet, u"refused"_s, size);
        delete sheet;
    }

    Look m_look;
    Translation m_translation;
    LiveDesk m_live;
    QSettings m_settings;
    maps::Package m_map;
    QString m_folder;
    TileServer m_server;
    IncidentId m_incident;
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        qFatal("tridesk-map-source-pictures FOLDER MAP-PACKAGE");
    auto map = maps::Package::open(arguments[2]);
    if (!map)
        qFatal("%s", qPrintable(map.error()));
    Studio(application, arguments[1], std::move(*map)).takeAll();
    return 0;
}
