// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The windows of a process as one: made anew in another language or text size without losing a typed word;
// what was set comes back at the next start.

#include "app/desk/drill.h"
#include "maps/package/package.h"
#include "maps/package/write.h"
#include "tests/maps/raster/made_pictures.h"
#include "tests/maps/raster/tile_server.h"
#include "tests/support/live_desk.h"
#include "tests/support/must.h"
#include "ui/actions/action_table.h"
#include "ui/actions/selection.h"
#include "ui/console/console.h"
#include "ui/console/console_options.h"
#include "ui/field/field_window.h"
#include "ui/map/canvas.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/incident/incident_form.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/map/map_source.h"
#include "ui/panes/queue/queue_model.h"
#include "ui/shell/main_window.h"
#include "ui/shell/map_source_sheet.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QDir>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ConsoleTest : public QObject {
    Q_OBJECT

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<QSettings> m_settings;
    std::optional<maps::Package> m_map;
    std::unique_ptr<Console> m_console;

    /// A package of nothing, made at that second of a day.
    [[nodiscard]] QString makePackage(const QString& folder, int second) const {
        const QString path = m_live->file(folder);
        const maps::Manifest manifest{.name = u"云湖"_s,
                                      .bounds = {QGeoCoordinate(32.1, 118.5), QGeoCoordinate(32.0, 118.6)},
                                      .centre = {32.05, 118.55},
                                      .sourceFile = u"city.osm.pbf"_s,
                                      .sourceSha256 = QString(64, u'0'),
                                      .attribution = {},
                                      .made =
                                          QDateTime(QDate(2026, 3, 1), QTime(8, 0, second), QTimeZone::UTC),
                                      .read = {},
                                      .leftOut = {}};
        QDir().mkpath(path);
        for (const QStringView file :
             {maps::package_file::Basemap, maps::package_file::Gazetteer, maps::package_file::Roads}) {
            QFile part(QDir(path).filePath(file.toString()));
            if (!part.open(QIODevice::WriteOnly))
                qFatal("%s", qPrintable(part.errorString()));
        }
        if (!maps::writePosts(path, {}) || !maps::writeCameras(path, {}) ||
            !maps::writeManifest(path, manifest))
            qFatal("no package");
        return path;
    }

    void open(QStringView seat, QSize size = {1366, 768}) {
        m_console = std::make_unique<Console>(ConsoleGround{.desk = m_live->desk(),
                                                            .fixes = m_live->fixes(),
                                                            .look = *m_look,
                                                            .translation = *m_translation,
                                                            .settings = *m_settings,
                                                            .map = m_map ? &*m_map : nullptr,
                                                            .places = nullptr,
                                                            .name = u"–"_s,
                                                            .user = u"liwei"_s,
                                                            .size = size});
        m_console->open(must(Seat::parse(seat.toString())));
    }
    [[nodiscard]] QWidget& window() const { return *m_console->windows().first(); }
    [[nodiscard]] MainWindow& mainWindow() const { return *qobject_cast<MainWindow*>(&window()); }
    template <class Part>
    [[nodiscard]] Part& part(const QString& name) const {
        auto* found = window().findChild<Part*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return *found;
    }
    /// Runs an action that makes the windows anew, and waits until they are.
    [[nodiscard]] bool renew(ActionId id) {
        const QPointer<QWidget> before = &window();
        mainWindow().actions().action(id).trigger();
        return QTest::qWaitFor([&] { return !before; }, 20'000);
    }
    /// The form for a new incident, not that for an amendment.
    [[nodiscard]] IncidentForm& form() const {
        auto* dock = window().findChild<QWidget*>(u"dock.form"_s);
        return *dock->findChild<IncidentForm*>();
    }

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_look = std::make_unique<Look>(*qApp);
        m_translation = std::make_unique<Translation>(*qApp);
        m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
    }
    void cleanup() {
        m_console.reset();
        m_map.reset();
        m_translation.reset();
        m_look.reset();
        m_live.reset();
    }

    void showsHowFarAScriptIs() {
        const auto script = line::readScript("I traffic at=32.05,118.55 two cars\n"
                                             "D 1A12 0009\n"
                                             "!unit_busy AS 1A14\n"
                                             "+3600 D 1A12 0001\n",
                                             QTimeZone::UTC);
        QVERIFY(script);
        Drill drill(m_live->desk(), u"night.script"_s, *script);
        open(u"bureau");
        QVERIFY(!part<QWidget>(u"scriptStrip"_s).isVisibleTo(&window()));
        m_console->showDrill(drill);
        drill.start();
        QTRY_COMPARE(drill.played(), 3);
        const auto words = [this](const QString& name) { return part<QLabel>(name).text(); };
        QVERIFY(part<QWidget>(u"scriptStrip"_s).isVisibleTo(&window()));
        QVERIFY2(words(u"script.progress"_s).contains(u"night.script: line 4 of 4 in 59:"_s) ||
                     words(u"script.progress"_s).contains(u"line 4 of 4 in 1:00:00"_s),
                 qPrintable(words(u"script.progress"_s)));
        QVERIFY(words(u"script.last"_s).contains(u"AS 1A14"_s));
        QVERIFY2(words(u"script.fault"_s).contains(u"line 3"_s), qPrintable(words(u"script.fault"_s)));
        // another language, the same drill
        QVERIFY(renew(ActionId::ToggleLanguage));
        QVERIFY(words(u"script.progress"_s).contains(u"night.script"_s));
        QVERIFY(!words(u"script.progress"_s).contains(u"line"_s));
        QVERIFY(renew(ActionId::ToggleLanguage));
        auto& button = part<QPushButton>(u"script.stop"_s);
        QTest::mouseClick(&button, Qt::LeftButton);
        QVERIFY(!drill.isRunning());
        QVERIFY(words(u"script.progress"_s).contains(u"stopped after 3 of 4"_s));
        QTest::mouseClick(&button, Qt::LeftButton);
        QVERIFY(!part<QWidget>(u"scriptStrip"_s).isVisibleTo(&window()));
        QVERIFY(m_live->situation().orders().isEmpty());
        m_console.reset(); // before the drill that it shows
    }

    void showsAScriptsWordsWhereTheyAreTyped() {
        const auto script = line::readScript("AS 1A14\nD 1A12 0009\n+3600 AS 1A12\n", QTimeZone::UTC);
        QVERIFY(script);
        Drill drill(m_live->desk(), u"night.script"_s, *script);
        open(u"station:ST01");
        m_console->showDrill(drill);
        drill.start();
        QTRY_COMPARE(drill.played(), 2);
        QVERIFY(part<QLabel>(u"script.progress"_s).text().contains(u"line 3 of 3"_s));
        QVERIFY(
            !part<QLabel>(u"script.last"_s).text().isEmpty()); // the bureau's seat, and no word of the line
        QVERIFY(!part<QLabel>(u"script.last"_s).text().contains(u"0009"_s));
        QVERIFY(!part<QLabel>(u"script.fault"_s).isVisibleTo(&window()));
        m_console.reset(); // before the drill that it shows
    }

    void keepsHalfTypedWordsInAnotherLanguage() {
        open(u"bureau");
        mainWindow().actions().action(ActionId::NewIncident).trigger();
        form().findChild<QLineEdit*>(u"incidentPlace"_s)->setText(u"corner of"_s);
        form().findChild<QPlainTextEdit*>(u"incidentText"_s)->setPlainText(u"a man says that"_s);
        form().findChild<QLineEdit*>(u"callerPhone"_s)->setText(u"138"_s);
        part<QLineEdit>(u"queueSearch"_s).setText(u"coll"_s);
        part<QLineEdit>(u"unitSearch"_s).setText(u"1A"_s);
        for (const ActionId id : {ActionId::ToggleLanguage, ActionId::LargerText, ActionId::ToggleLanguage}) {
            QVERIFY(renew(id));
            QCOMPARE(form().findChild<QLineEdit*>(u"incidentPlace"_s)->text(), u"corner of");
            QCOMPARE(form().findChild<QPlainTextEdit*>(u"incidentText"_s)->toPlainText(), u"a man says that");
            QCOMPARE(form().findChild<QLineEdit*>(u"callerPhone"_s)->text(), u"138");
            QVERIFY(form().isVisible());
            QCOMPARE(part<QLineEdit>(u"queueSearch"_s).text(), u"coll");
            QCOMPARE(part<QLineEdit>(u"unitSearch"_s).text(), u"1A");
        }
        QVERIFY(m_live->situation().incidents().isEmpty()); // nothing was enough to be reported
    }

    /// What the form has reported already goes on as that incident's amendment, and is not reported again.
    void goesOnWithTheIncidentThatItHasReported() {
        open(u"bureau");
        mainWindow().actions().action(ActionId::NewIncident).trigger();
        form().findChild<QLineEdit*>(u"incidentType"_s)->setText(u"traffic"_s);
        form().findChild<QLineEdit*>(u"incidentPlace"_s)->setText(u"North Road 5"_s);
        form().submit();
        mainWindow().actions().action(ActionId::ToggleLanguage).trigger(); // while it is on its way
        QTRY_COMPARE(m_translation->language(), Language::Chinese);
        QTRY_COMPARE(m_live->situation().incidents().size(), 1);
        QTRY_VERIFY(!mainWindow().isSaving());
        QVERIFY(renew(ActionId::LargerText));
        const IncidentId reported = m_live->situation().incidents().begin()->id;
        QCOMPARE(mainWindow().selection().incident(), reported);
        QCOMPARE(m_live->situation().incidents().size(), 1);
    }

    void keepsAnAmendmentAndANote() {
        const IncidentId incident = m_live->report(u"collision"_s, 32.06, 118.55);
        open(u"bureau");
        mainWindow().selection().setIncident(incident);
        part<QPushButton>(u"incidentEdit"_s).click();
        auto& pane = part<QWidget>(u"incidentPane"_s);
        pane.findChild<QLineEdit*>(u"incidentReason"_s)->setText(u"worse than"_s);
        part<QLineEdit>(u"noteText"_s).setText(u"asked for"_s);
        QVERIFY(renew(ActionId::ToggleLanguage));
        auto& after = part<QWidget>(u"incidentPane"_s);
        QVERIFY(after.findChild<IncidentForm*>()->isVisible());
        QCOMPARE(after.findChild<IncidentForm*>()->incident(), incident);
        QCOMPARE(after.findChild<QLineEdit*>(u"incidentReason"_s)->text(), u"worse than");
        QCOMPARE(part<QLineEdit>(u"noteText"_s).text(), u"asked for");
    }

    void keepsACrewsNames() {
        open(u"field:9Z99", {480, 800});
        part<QLineEdit>(u"logOn.crew1"_s).setText(u"Li W"_s);
        const QPointer<QWidget> before = &window();
        Q_EMIT qobject_cast<FieldWindow*>(&window())->languageToggled();
        QTRY_VERIFY(!before);
        QCOMPARE(part<QLineEdit>(u"logOn.crew1"_s).text(), u"Li W");
    }

    void flashesUnlessItIsToHoldStill() {
        m_live->report(u"collision"_s, 32.06, 118.55);
        open(u"bureau");
        QSignalSpy beats(m_look.get(), &Look::beat);
        const QColor first = m_look->alarmNow();
        QVERIFY(beats.wait(20'000));
        QVERIFY(m_look->alarmNow() != first);
        mainWindow().actions().action(ActionId::HoldStill).trigger();
        QCOMPARE(m_look->alarmNow(), m_look->theme().alarm);
        mainWindow()
            .actions()
            .action(ActionId::ToggleNight)
            .trigger(); // and other colours do not bring it back
        QCOMPARE(m_look->alarmNow(), m_look->theme().alarm);
        QVERIFY(startTheme({}, *m_settings).still && startTheme({}, *m_settings).night);
    }

    /// Number, level, type, place, age, station and units are read without scrolling (desk.md: dense first).
    void aSmallScreenShowsAWholeRow() {
        m_live->report(u"collision"_s, 32.06, 118.55);
        open(u"bureau");
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        auto& table = part<RowTable>(u"queueTable"_s);
        QTRY_VERIFY(table.viewport()->width() > 400);
        const QHeaderView& header = *table.horizontalHeader();
        const QString told =
            u"columns %1 wide, room for %2"_s.arg(header.length()).arg(table.viewport()->width());
        QVERIFY2(header.length() <= table.viewport()->width(), qPrintable(told));
        const int address = table.fontMetrics().averageCharWidth() * 18;
        QVERIFY2(header.sectionSize(QueueModel::PlaceColumn) >= address, qPrintable(told));
        QCOMPARE(window().size(), QSize(1366, 768));
    }

    /// An import over the map that is shown exchanges its folder; each window then offers the newer one.
    void offersAMapThatWasMadeAnew() {
        const QString folder = makePackage(u"maps/city"_s, 1);
        m_map = maps::Package::open(folder).value();
        open(u"bureau");
        auto& offer = part<QFrame>(u"mapOffer"_s);
        QVERIFY(!offer.isVisible());
        const auto replace = [&](int second) {
            const QString newer = makePackage(u"maps/newer"_s, second);
            QVERIFY(QDir(folder).removeRecursively());
            QVERIFY(QDir().rename(newer, folder));
        };
        replace(2);
        QTRY_VERIFY(offer.isVisible());
        QVERIFY(part<QLabel>(u"mapOffer.words"_s).text().contains(u"云湖"_s));
        QTest::mouseClick(&part<QPushButton>(u"mapOffer.decline"_s), Qt::LeftButton);
        QVERIFY(!offer.isVisible());
        replace(3);
        QTRY_VERIFY(offer.isVisible());
        QVERIFY(renew(ActionId::ToggleLanguage)); // the offer stands in the window that is made anew
        QVERIFY(part<QFrame>(u"mapOffer"_s).isVisible());
        QSignalSpy asked(m_console.get(), &Console::mapAsked);
        QTest::mouseClick(&part<QPushButton>(u"mapOffer.take"_s), Qt::LeftButton);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), folder);
        m_map = maps::Package::open(folder).value();
        m_console->setMap(&*m_map, nullptr, u"–"_s);
        QVERIFY(!part<QFrame>(u"mapOffer"_s).isVisible());
    }

    /// Chosen in the sheet, seen in the window, there again in the next.
    void showsTheMapOfAServer() {
        QStandardPaths::setTestModeEnabled(true); // what is kept of it
        TileServer server;
        server.answer = [](const TileRequest&) {
            return TileReply{.body = encoded(plainTile({7, 9, 9})), .headers = {"Cache-Control: no-store"}};
        };
        open(u"bureau");
        mainWindow().actions().action(ActionId::MapSource).trigger();
        auto* sheet = window().findChild<MapSourceSheet*>();
        QVERIFY(sheet && sheet->isVisible());
        auto* kind = sheet->findChild<QComboBox*>(u"mapSource.kind"_s);
        kind->setCurrentIndex(kind->findData(int(maps::TileSource::Kind::Xyz)));
        const QString address = server.address(u"/{z}/{x}/{y}.png"_s);
        sheet->findChild<QLineEdit*>(u"mapSource.xyz"_s)->setText(address);
        sheet->findChild<QPushButton*>(u"mapSource.show"_s)->click();
        QTRY_VERIFY(!server.asked.isEmpty());
        QTRY_VERIFY(mainWindow().map().canvas().isBasemapComplete());
        QCOMPARE(loadMapSource(*m_settings).address, address);
        QVERIFY(renew(ActionId::ToggleLanguage));
        server.asked.clear();
        QTRY_VERIFY(!server.asked.isEmpty());
        mainWindow().actions().action(ActionId::MapSource).trigger();
        sheet = window().findChild<MapSourceSheet*>();
        QCOMPARE(sheet->findChild<QLineEdit*>(u"mapSource.xyz"_s)->text(), address);
        kind = sheet->findChild<QComboBox*>(u"mapSource.kind"_s);
        kind->setCurrentIndex(kind->findData(int(maps::TileSource::Kind::Package)));
        sheet->findChild<QPushButton*>(u"mapSource.show"_s)->click();
        QCOMPARE(loadMapSource(*m_settings), maps::TileSource());
    }

    void takesAMapFromItsCommandLine() {
        maps::TileSource kept{.kind = maps::TileSource::Kind::File, .address = u"/maps/kept.mbtiles"_s};
        saveMapSource(*m_settings, kept);
        const auto basemap = [this](const QStringList& arguments) {
            const auto options = consoleOptions(QStringList{u"tridesk"_s} + arguments);
            return options ? startBasemap(*options, *m_settings) : maps::TileSource{.name = options.error()};
        };
        QCOMPARE(basemap({}), kept);
        QCOMPARE(basemap({u"--basemap"_s, u"package"_s}), maps::TileSource());
        const auto server = basemap(
            {u"--basemap"_s, u"http://maps.example/{z}/{x}/{y}.png"_s, u"--basemap-datum"_s, u"GCJ02"_s});
        QCOMPARE(server.kind, maps::TileSource::Kind::Xyz);
        QCOMPARE(server.datum, maps::Datum::Gcj02);
        QCOMPARE(basemap({u"--basemap"_s, u"http://maps.example/wmts"_s}).kind, maps::TileSource::Kind::Wmts);
        QVERIFY(basemap({u"--basemap"_s, u"http://maps.example/{z}/{x}"_s}).name.contains(u"--basemap"_s));
        QVERIFY(basemap({u"--basemap-datum"_s, u"bd09"_s}).name.contains(u"--basemap-datum"_s));
        QVERIFY(basemap({u"--basemap"_s, u"/a.mbtiles"_s, u"--basemap-datum"_s, u"mars"_s})
                    .name.contains(u"mars"_s));
        QCOMPARE(loadMapSource(*m_settings), kept); // for that time only
    }

    void readsItsCommandLine() {
        const auto options = consoleOptions({u"tridesk"_s, u"--seat"_s, u"station:ST03"_s, u"--seat"_s,
                                             u"field:1A12"_s, u"--listen"_s, u"[::1]:8080"_s, u"--size"_s,
                                             u"1366x768"_s, u"--lang"_s, u"zh"_s});
        QVERIFY2(options.has_value(), qPrintable(options ? QString() : options.error()));
        QCOMPARE(options->seats.size(), 2);
        QCOMPARE(must(options->listen).second, 8080);
        QCOMPARE(options->size, QSize(1366, 768));
        QCOMPARE(startLanguage(*options, *m_settings), Language::Chinese);
        for (const auto& [name, value] :
             {std::pair(u"--seat"_s, u"machine:x"_s), std::pair(u"--listen"_s, u"8080"_s),
              std::pair(u"--size"_s, u"10x10"_s), std::pair(u"--after"_s, u"-1"_s)}) {
            const auto wrong = consoleOptions({u"tridesk"_s, name + u'=' + value});
            QVERIFY(!wrong);
            QVERIFY2(wrong.error().contains(name) && wrong.error().contains(value),
                     qPrintable(wrong.error()));
        }
    }
};

QTEST_MAIN(ConsoleTest)
#include "console_test.moc"
