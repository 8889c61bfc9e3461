// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lists, layers and tracks through the sheets of a bureau's window: guessed, put right, counted, taken in,
// remembered, and written out again.

#include "maps/layers/readers.h"
#include "tests/support/must.h"
#include "tests/ui/console/sheet_files.h"
#include "ui/console/layer_export.h"
#include "ui/console/layer_import.h"
#include "ui/shell/layer_import_sheet.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;

class LayersTest : public QObject {
    Q_OBJECT

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SeatDesk> m_seat;
    std::unique_ptr<QWidget> m_window;
    QPointer<LayerImport> m_import;

    void read(const QString& path) {
        m_import = new LayerImport({.desk = m_live->desk(),
                                    .fixes = m_live->fixes(),
                                    .settings = *m_settings,
                                    .actor = actor(u"bureau")},
                                   m_window.get());
        m_import->read(path);
    }
    template <class W>
    [[nodiscard]] W& part(const QString& name) const {
        auto* found = m_window->findChild<W*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return *found;
    }
    void choose(const QString& name, int index) const {
        auto& box = part<QComboBox>(name);
        box.setCurrentIndex(index);
        Q_EMIT box.activated(index);
    }
    [[nodiscard]] QString figures() const { return part<QLabel>(u"layerImport.figures"_s).text(); }
    [[nodiscard]] bool isReady() const {
        return QTest::qWaitFor([&] { return part<QPushButton>(u"layerImport.start"_s).isEnabled(); }, 20'000);
    }
    /// Presses Import and waits for the end.
    [[nodiscard]] bool runs() const {
        QTest::mouseClick(&part<QPushButton>(u"layerImport.start"_s), Qt::LeftButton);
        return QTest::qWaitFor([&] { return figures().contains(u"Taken"_s); }, 20'000);
    }
    void closeSheet() {
        QTest::mouseClick(&part<QPushButton>(u"layerImport.close"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_import);
    }
    [[nodiscard]] QList<Fix> track(QStringView unit) const {
        const Instant now = m_live->desk().clock().now();
        auto asked = m_live->fixes().track(code<UnitId>(unit), now - std::chrono::hours(24), now);
        return QTest::qWaitFor([&] { return asked.isFinished(); }, 20'000) ? asked.result() : QList<Fix>();
    }

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
        m_seat = std::make_unique<SeatDesk>(m_live->desk(), actor(u"bureau"));
        m_window = std::make_unique<QWidget>();
        m_window->resize(1366, 768);
        m_window->show();
    }
    void cleanup() {
        m_window.reset();
        m_seat.reset();
        m_live.reset();
    }

    void takesAListOfCameras() {
        read(written(*m_live, u"cameras.csv"_s, cameraCsv(20)));
        QVERIFY(isReady());
        QCOMPARE(part<QComboBox>(u"layerImport.target"_s).currentText(),
                 LayerImportSheet::tr("Fixed cameras"));
        QCOMPARE(part<QComboBox>(u"layerImport.datum"_s).currentIndex(), 1); // the headers say GCJ-02
        auto& mapping = part<QTableWidget>(u"layerImport.mapping"_s);
        QCOMPARE(mapping.rowCount(), 7);
        QCOMPARE(mapping.item(1, 2)->text(), u"人民路1号路口"_s);
        QCOMPARE(part<QComboBox>(u"layerImport.field.7"_s).currentIndex(), 0); // the maker is nothing here
        QVERIFY2(figures().contains(u"20 would"_s) && figures().contains(u"3 left"_s), qPrintable(figures()));
        auto& lines = part<QTreeWidget>(u"layerImport.lines"_s);
        QCOMPARE(lines.topLevelItemCount(), 3);
        QCOMPARE(lines.topLevelItem(0)->text(2), u"abc"_s);
        QVERIFY(runs());
        QCOMPARE(m_live->situation().cameras().size(), 20);
        const Camera& first = *m_live->situation().cameras().find(code<CameraId>(u"CAM-1"));
        QVERIFY(first.at.metresTo(must(GeoPoint::from(32.02, 118.5001))) > 300); // shifted to WGS-84
        QVERIFY2(figures().contains(u"Taken: 20"_s) && figures().contains(u"left out: 3"_s),
                 qPrintable(figures()));
        closeSheet();
        read(m_live->file(u"cameras.csv"_s));
        QVERIFY(isReady());
        QVERIFY(runs());
        QVERIFY2(figures().contains(u"known already: 20"_s), qPrintable(figures()));
    }

    void countsAgainWhenPutRightAndRemembersIt() {
        const QString path = written(*m_live, u"list.csv"_s, "who,a,b\nGate,118.5,32.0\nDoor,118.6,32.1\n");
        read(path);
        QTRY_VERIFY(figures().contains(u"2 left out"_s)); // nothing says where they are
        QVERIFY(!part<QPushButton>(u"layerImport.start"_s).isEnabled());
        choose(u"layerImport.field.1"_s, 2);
        choose(u"layerImport.field.2"_s, 7);
        choose(u"layerImport.field.3"_s, 6);
        QVERIFY(isReady());
        QVERIFY2(figures().contains(u"2 would"_s), qPrintable(figures()));
        choose(u"layerImport.field.3"_s, 7); // a field is of one column: this takes it from the second
        QCOMPARE(part<QComboBox>(u"layerImport.field.2"_s).currentIndex(), 0);
        QTRY_VERIFY(figures().contains(u"2 left out"_s));
        choose(u"layerImport.field.3"_s, 6);
        choose(u"layerImport.field.2"_s, 7);
        QVERIFY(isReady());
        QVERIFY(runs());
        QCOMPARE(m_live->situation().places().size(), 2);
        closeSheet();
        read(path);
        QVERIFY(isReady()); // by the mapping of before
        QCOMPARE(part<QComboBox>(u"layerImport.field.2"_s).currentIndex(), 7);
    }

    void saysWhyAFileIsNone() {
        read(written(*m_live, u"broken.geojson"_s, "{\"type\":"));
        QTRY_VERIFY2(figures().contains(u"broken.geojson"_s), qPrintable(figures()));
        QVERIFY(!part<QPushButton>(u"layerImport.start"_s).isVisible());
        closeSheet();
    }

    void takesATrackOnceAndWritesItOut() {
        const QString path = written(*m_live, u"patrol.gpx"_s, trackGpx(*m_live, 300));
        const qsizetype before = track(u"1A14").size();
        for (const qsizetype taken : {300, 0}) {
            read(path);
            QTRY_VERIFY(!figures().contains(u"Reading"_s));
            auto& unit = part<QComboBox>(u"layerImport.unit"_s);
            QVERIFY(unit.isVisible());
            choose(u"layerImport.unit"_s, unit.findText(u"1A14"_s));
            QVERIFY(isReady());
            QVERIFY2(figures().contains(u"2 left out"_s), qPrintable(figures())); // the route, and tomorrow's
            QVERIFY(runs());
            QVERIFY2(figures().contains(u"Taken: %1"_s.arg(taken)), qPrintable(figures()));
            closeSheet();
        }
        QCOMPARE(track(u"1A14").size(), before + 300);
        const QString out = m_live->file(u"out.gpx"_s);
        const Instant now = m_live->desk().clock().now();
        LayerExport exporting(*m_seat, m_live->fixes(), m_window.get());
        exporting.open();
        exporting.save({.isTrack = true,
                        .target = {},
                        .unit = code<UnitId>(u"1A14"),
                        .from = now - std::chrono::seconds(100),
                        .to = now - std::chrono::seconds(1),
                        .suffix = u"gpx"_s},
                       out);
        QTRY_VERIFY(QFile::exists(out));
        const auto read = maps::readLayer(out);
        QVERIFY(read);
        QCOMPARE(read->features.size(), 1);
        QCOMPARE(read->features.first().shape.times.size(), 100);
        QCOMPARE(read->features.first().shape.times.first(), toDateTime(now - std::chrono::seconds(100)));
    }

    void offersWhatThereIsToExport() {
        (new LayerExport(*m_seat, m_live->fixes(), m_window.get()))->open();
        auto& save = part<QPushButton>(u"layerExport.save"_s);
        QTRY_VERIFY(save.isEnabled()); // areas of two stations
        auto& format = part<QComboBox>(u"layerExport.format"_s);
        QCOMPARE(format.findData(u"gpx"_s), -1); // has no areas
        choose(u"layerExport.what"_s, 1);
        QTRY_VERIFY(part<QLabel>(u"layerExport.figures"_s).text().contains(u"nothing"_s)); // no camera
        QVERIFY(!save.isEnabled());
        choose(u"layerExport.what"_s, part<QComboBox>(u"layerExport.what"_s).count() - 1);
        QVERIFY(part<QComboBox>(u"layerExport.unit"_s).isVisible());
        QCOMPARE(format.count(), 1);
        auto& to = part<QDateTimeEdit>(u"layerExport.to"_s);
        to.setDateTime(part<QDateTimeEdit>(u"layerExport.from"_s).dateTime().addSecs(-1));
        QVERIFY(part<QLabel>(u"layerExport.figures"_s).text().contains(u"before"_s));
        QVERIFY(!save.isEnabled());
    }

    void stopsAndKeepsWhatIsTaken() {
        read(written(*m_live, u"cameras.csv"_s, cameraCsv(20'000)));
        QVERIFY(isReady());
        QTest::mouseClick(&part<QPushButton>(u"layerImport.start"_s), Qt::LeftButton);
        QTRY_VERIFY(figures().contains(u" of "_s));
        QTest::mouseClick(&part<QPushButton>(u"layerImport.stop"_s), Qt::LeftButton);
        QTRY_VERIFY2(figures().contains(u"Stopped"_s), qPrintable(figures()));
        const qsizetype taken = m_live->situation().cameras().size();
        QVERIFY2(taken > 0 && taken < 20'000, qPrintable(QString::number(taken)));
        QVERIFY(figures().contains(u"Taken: %1"_s.arg(taken)));
    }
};

QTEST_MAIN(LayersTest)
#include "layers_test.moc"
