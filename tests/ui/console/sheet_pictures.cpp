// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk-sheet-pictures FOLDER [MAP-PACKAGE]: the sheets that bring lists, tracks and maps in and write them
// out, and that of sounds, as they stand over a bureau's window, day and night, in English and Chinese, at
// 1920×1080 and 1366×768. Run it on a screen of the size that is named last: 1920x1080 or 1366x768.

#include "maps/package/package.h"
#include "tests/support/must.h"
#include "tests/ui/console/sheet_files.h"
#include "tests/ui/window/busy_hour.h"
#include "ui/console/layer_export.h"
#include "ui/console/layer_import.h"
#include "ui/shell/layer_import_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/shell/map_import_sheet.h"
#include "ui/sound/sound_sheet.h"
#include "ui/sound/sounder.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 8000; ///< ms for a worker

struct Studio {
    Look look;
    Translation translation;
    LiveDesk live;
    QSettings settings;
    std::optional<maps::Package> map;
    QString folder;
    std::unique_ptr<SeatDesk> seat;
    std::unique_ptr<MainWindow> window;

    Studio(QApplication& application, QString into)
        : look(application)
        , translation(application)
        , settings(live.file(u"console.ini"_s), QSettings::IniFormat)
        , folder(std::move(into)) {}

    void open() {
        const QSize size = QGuiApplication::primaryScreen()->size();
        seat = std::make_unique<SeatDesk>(live.desk(), actor(u"bureau"));
        window = std::make_unique<MainWindow>(WindowGround{.desk = *seat,
                                                           .fixes = live.fixes(),
                                                           .look = look,
                                                           .settings = settings,
                                                           .map = map ? &*map : nullptr,
                                                           .name = map ? map->manifest().name : u"–"_s,
                                                           .size = size,
                                                           .restore = false});
        window->move(0, 0);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qWarning("a window did not show");
    }

    template <class W>
    [[nodiscard]] W& part(const QString& name) const {
        if (!QTest::qWaitFor([&] { return window->findChild<W*>(name) != nullptr; }, patience))
            qFatal("no %s", qPrintable(name));
        return *window->findChild<W*>(name);
    }
    void until(const QString& button) const {
        auto& wanted = part<QPushButton>(button);
        if (!QTest::qWaitFor([&] { return wanted.isEnabled() && wanted.isVisible(); }, patience))
            qWarning("%s does not come", qPrintable(button));
    }

    void shoot(const QString& what) const {
        // the sheet has been laid out and painted once the queue is empty
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QScreen* screen = QGuiApplication::primaryScreen();
        const QString name = u"%1/%2-%3-%4-%5.png"_s.arg(
            folder, what, QString::number(screen->size().width()), look.theme().night ? u"night"_s : u"day"_s,
            languageCode(translation.language()));
        if (!screen->grabWindow(0).save(name))
            qWarning("cannot write %s", qPrintable(name));
    }

    void closeSheet(const QString& name) const {
        const QPointer<QDialog> sheet = &part<QDialog>(name);
        sheet->close();
        if (!QTest::qWaitFor([&] { return !sheet; }, patience))
            qWarning("%s stays", qPrintable(name));
    }

    LayerImport* import(const QString& path) {
        auto* import = new LayerImport(
            {.desk = live.desk(), .fixes = live.fixes(), .settings = settings, .actor = actor(u"bureau")},
            window.get());
        import->read(path);
        return import;
    }

    void takeImports() {
        import(written(live, u"监控点位_gcj02.csv"_s, cameraCsv(400)));
        until(u"layerImport.start"_s);
        shoot(u"import-cameras"_s);
        part<QPushButton>(u"layerImport.start"_s).click();
        QPushButton& stop = part<QPushButton>(u"layerImport.stop"_s);
        if (!QTest::qWaitFor([&] { return !stop.isVisible(); }, patience))
            qWarning("the import does not end");
        shoot(u"import-done"_s);
        closeSheet(u"layerImportSheet"_s);
        import(written(live, u"patrol.gpx"_s, trackGpx(live, 500)));
        until(u"layerImport.start"_s);
        shoot(u"import-track"_s);
        closeSheet(u"layerImportSheet"_s);
        import(written(live, u"broken.geojson"_s, "{\"type\": \"FeatureColl"));
        shoot(u"import-broken"_s);
        closeSheet(u"layerImportSheet"_s);
    }

    void takeExports() {
        (new LayerExport(*seat, live.fixes(), window.get()))->open();
        until(u"layerExport.save"_s);
        shoot(u"export-areas"_s);
        auto& what = part<QComboBox>(u"layerExport.what"_s);
        what.setCurrentIndex(what.count() - 1);
        Q_EMIT what.activated(what.currentIndex());
        until(u"layerExport.save"_s);
        shoot(u"export-track"_s);
        closeSheet(u"layerExportSheet"_s);
    }

    void takeMapImport() {
        const QString program = written(live, u"tridesk-map"_s,
                                        "#!/bin/sh\nprintf 'places\\t0.4\\t0.35\\t4096\\t10240\\t0\\n'\n"
                                        "trap 'exit 3' TERM\nwhile :; do sleep 0.05; done\n");
        QFile::setPermissions(program, QFile::permissions(program) | QFile::ExeOwner);
        auto* sheet = new MapImportSheet(live.file(u"hangzhou-latest.osm.pbf"_s), live.file(u"maps"_s),
                                         program, window.get());
        sheet->open();
        shoot(u"map-ready"_s);
        part<QPushButton>(u"mapImport.start"_s).click();
        shoot(u"map-running"_s);
        part<QPushButton>(u"mapImport.stop"_s).click();
        until(u"mapImport.start"_s);
        shoot(u"map-stopped"_s);
        closeSheet(u"mapImportSheet"_s);
    }

    void takeSounds() {
        sound::Sounder sounder(settings);
        sounder.setSpeaks(true);
        (new sound::SoundSheet(sounder, window.get()))->open();
        shoot(u"sounds"_s);
        closeSheet(u"soundSheet"_s);
    }

    void takeAll() {
        for (const bool night : {false, true}) {
            look.set(night ? Theme::nightly() : Theme::day());
            for (const Language language : {Language::English, Language::Chinese}) {
                translation.set(language);
                open();
                takeImports();
                takeExports();
                takeMapImport();
                takeSounds();
                window.reset();
            }
        }
    }
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("tridesk-sheet-pictures FOLDER [MAP-PACKAGE]");
    Studio studio(application, arguments[1]);
    if (arguments.size() > 2) {
        auto map = maps::Package::open(arguments[2]);
        if (!map)
            qFatal("%s", qPrintable(map.error()));
        studio.map = std::move(*map);
    }
    playBusyHour(studio.live, must(GeoPoint::from(32.05, 118.55)));
    studio.takeAll();
    return 0;
}
