// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/maps/raster/made_pictures.h"
#include "tests/maps/raster/tile_server.h"
#include "tests/maps/raster/wmts_document.h"
#include "tests/maps/tiles/tile_writer.h"
#include "ui/panes/map/map_source.h"
#include "ui/shell/map_source_sheet.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

// The sheet that chooses the map, by hand, before a stand-in for the site's server.

using namespace tridesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using maps::TileSource;
using test::TileReply;
using test::TileRequest;

class MapSourceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void beginsWithWhatIsShown();
    void choosesAServer();
    void saysWhatIsWrongBesideTheField_data();
    void saysWhatIsWrongBesideTheField();
    void keepsWhatWasTypedOfAnotherKind();
    void triesOnePicture();
    void saysWhenTheSizeIsAnother();
    void saysWhyNoneCame_data();
    void saysWhyNoneCame();
    void aSilentServerHoldsNothingUp();
    void offersTheLayers();
    void triesFiles();
    void isReachedByKeyboard();
    void isKeptForTheDesk();

private:
    void open(const TileSource& shown = {}, bool hasPackage = true);
    template <class W>
    [[nodiscard]] W* find(const QString& name) const {
        return m_sheet->findChild<W*>(u"mapSource."_s + name);
    }
    void click(const QString& name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void choose(TileSource::Kind kind) {
        auto* choice = find<QComboBox>(u"kind"_s);
        choice->setCurrentIndex(choice->findData(int(kind)));
    }
    void type(const QString& field, const QString& text) {
        auto* line = find<QLineEdit>(field);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    [[nodiscard]] QString words() const { return find<QLabel>(u"words"_s)->text(); }
    [[nodiscard]] QString refusal(const QString& field) const {
        const auto* label = find<QLabel>(u"refusal."_s + field);
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] bool hasPicture() const { return !find<QLabel>(u"picture"_s)->pixmap().isNull(); }

    std::unique_ptr<test::TileServer> m_server;
    QPointer<MapSourceSheet> m_sheet;
};

void MapSourceTest::init() {
    m_server = std::make_unique<test::TileServer>();
    m_server->answer = [](const TileRequest&) {
        return TileReply{.body = test::encoded(test::plainTile({7, 5, 5}))};
    };
}

void MapSourceTest::cleanup() {
    delete m_sheet;
    m_server.reset();
}

void MapSourceTest::open(const TileSource& shown, bool hasPackage) {
    m_sheet = new MapSourceSheet(
        {.shown = shown, .hasPackage = hasPackage, .centre = {0.823, 0.405}, .zoom = 14, .patience = 300ms});
    m_sheet->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_sheet));
}

void MapSourceTest::beginsWithWhatIsShown() {
    const TileSource source{.kind = TileSource::Kind::Xyz,
                            .name = u"内网"_s,
                            .address = u"http://{s}.maps.example/{z}/{x}/{-y}.png"_s,
                            .hosts = {u"t0"_s, u"t1"_s},
                            .datum = maps::Datum::Gcj02,
                            .tileSize = 512,
                            .minZoom = 3,
                            .maxZoom = 17,
                            .attribution = u"© 测绘院"_s};
    open(source);
    QCOMPARE(find<QLineEdit>(u"xyz"_s)->text(), source.address);
    QVERIFY(find<QLineEdit>(u"hosts"_s)->isVisible());
    QVERIFY(!find<QComboBox>(u"layer"_s)->isVisible());
    QSignalSpy chosen(m_sheet, &MapSourceSheet::chosen);
    click(u"show"_s);
    QCOMPARE(chosen.first().first().value<TileSource>(), source); // nothing is lost on the way
    delete m_sheet;
    open({}, false);
    QVERIFY(find<QLabel>(u"hint"_s)->text().contains(u"No map package"_s));
    QVERIFY(!find<QPushButton>(u"try"_s)->isVisible());
}

void MapSourceTest::choosesAServer() {
    open();
    choose(TileSource::Kind::Xyz);
    type(u"xyz"_s, u" http://maps.example/{z}/{x}/{y}.png "_s);
    QVERIFY(!find<QLineEdit>(u"hosts"_s)->isVisible());
    type(u"attribution"_s, u"us"_s);
    find<QSpinBox>(u"maxZoom"_s)->setValue(16);
    QSignalSpy chosen(m_sheet, &MapSourceSheet::chosen);
    click(u"show"_s);
    QCOMPARE(chosen.size(), 1);
    const auto source = chosen.first().first().value<TileSource>();
    QCOMPARE(source.kind, TileSource::Kind::Xyz);
    QCOMPARE(source.address, u"http://maps.example/{z}/{x}/{y}.png"_s);
    QCOMPARE(source.attribution, u"us"_s);
    QCOMPARE(source.maxZoom, 16);
    QTRY_VERIFY(!m_sheet);
}

void MapSourceTest::saysWhatIsWrongBesideTheField_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("names");
    QTest::newRow("none") << QString() << u"address"_s << u"missing"_s;
    QTest::newRow("no server") << u"maps/{z}/{x}/{y}"_s << u"address"_s << u"maps/{z}/{x}/{y}"_s;
    QTest::newRow("no row") << u"http://maps.example/{z}/{x}"_s << u"address"_s << u"{y}"_s;
    QTest::newRow("odd") << u"http://maps.example/{z}/{x}/{y}/{key}"_s << u"address"_s << u"{key}"_s;
    QTest::newRow("long") << u"http://maps.example/{z}/{x}/{y}?"_s + QString(2000, u'a') << u"address"_s
                          << u"2032"_s;
    QTest::newRow("hosts") << u"http://{s}.maps.example/{z}/{x}/{y}"_s << u"hosts"_s << u"b/c"_s;
    QTest::newRow("zooms") << u"http://maps.example/{z}/{x}/{y}"_s << u"zooms"_s << u"9–4"_s;
}

void MapSourceTest::saysWhatIsWrongBesideTheField() {
    QFETCH(const QString, address);
    QFETCH(const QString, field);
    QFETCH(const QString, names);
    open();
    choose(TileSource::Kind::Xyz);
    find<QLineEdit>(u"xyz"_s)->setText(address);
    if (field == u"hosts"_s)
        find<QLineEdit>(field)->setText(u"a, b/c"_s);
    if (field == u"zooms"_s) {
        find<QSpinBox>(u"minZoom"_s)->setValue(9);
        find<QSpinBox>(u"maxZoom"_s)->setValue(4);
    }
    QSignalSpy chosen(m_sheet, &MapSourceSheet::chosen);
    for (const QString& act : {u"show"_s, u"try"_s}) {
        click(act);
        QVERIFY2(refusal(field).contains(names), qPrintable(refusal(field)));
    }
    QCOMPARE(chosen.size(), 0);
    QVERIFY(m_sheet->isVisible());
    QCOMPARE(find<QLineEdit>(u"xyz"_s)->text(), address); // and what was typed is there
    QCOMPARE(m_server->asked.size(), 0);
}

void MapSourceTest::keepsWhatWasTypedOfAnotherKind() {
    open();
    choose(TileSource::Kind::Xyz);
    type(u"xyz"_s, u"http://a.example/{z}"_s);
    choose(TileSource::Kind::Wmts);
    type(u"wmts"_s, u"http://b.example/wmts"_s);
    find<QComboBox>(u"layer"_s)->setEditText(u"streets"_s);
    choose(TileSource::Kind::Package);
    QVERIFY(!find<QLineEdit>(u"wmts"_s)->isVisible());
    choose(TileSource::Kind::Xyz);
    QCOMPARE(find<QLineEdit>(u"xyz"_s)->text(), u"http://a.example/{z}"_s);
    QVERIFY(find<QLineEdit>(u"xyz"_s)->isVisible() && !find<QLineEdit>(u"wmts"_s)->isVisible());
    choose(TileSource::Kind::Wmts);
    QCOMPARE(find<QLineEdit>(u"wmts"_s)->text(), u"http://b.example/wmts"_s);
    QCOMPARE(find<QComboBox>(u"layer"_s)->currentText(), u"streets"_s);
}

void MapSourceTest::triesOnePicture() {
    open();
    choose(TileSource::Kind::Xyz);
    find<QLineEdit>(u"xyz"_s)->setText(m_server->address(u"/{z}/{x}/{y}.png"_s));
    click(u"try"_s);
    QVERIFY(!find<QPushButton>(u"try"_s)->isEnabled());
    QTRY_VERIFY(hasPicture());
    QVERIFY2(words().contains(u"256 × 256"_s) && words().contains(u"ms"_s), qPrintable(words()));
    QVERIFY2(words().contains(u"zoom 14, column 13484, row 6635"_s), qPrintable(words()));
    QCOMPARE(m_server->asked.size(), 1);
    QCOMPARE(m_server->asked[0].target, u"/14/13484/6635.png"_s);
    QVERIFY(find<QPushButton>(u"try"_s)->isEnabled());
    type(u"xyz"_s, u"http://other.example"_s); // what was said does not hold any more
    QVERIFY(!hasPicture() && words().isEmpty());
}

void MapSourceTest::saysWhenTheSizeIsAnother() {
    m_server->answer = [](const TileRequest&) {
        return TileReply{.body = test::encoded(test::plainTile({7, 5, 5}, 512))};
    };
    open();
    choose(TileSource::Kind::Xyz);
    find<QLineEdit>(u"xyz"_s)->setText(m_server->address(u"/{z}/{x}/{y}.png"_s));
    click(u"try"_s);
    QTRY_VERIFY(hasPicture());
    QVERIFY2(refusal(u"tileSize"_s).contains(u"512"_s), qPrintable(refusal(u"tileSize"_s)));
}

void MapSourceTest::saysWhyNoneCame_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    QTest::newRow("refused") << 403 << QByteArray() << u"403"_s;
    QTest::newRow("out of order") << 500 << QByteArray("oh") << u"500"_s;
    QTest::newRow("no picture") << 200 << QByteArray("<html>sign in</html>") << u"sign in"_s;
}

void MapSourceTest::saysWhyNoneCame() {
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, says);
    m_server->answer = [=](const TileRequest&) { return TileReply{.status = status, .body = body}; };
    open();
    choose(TileSource::Kind::Xyz);
    find<QLineEdit>(u"xyz"_s)->setText(m_server->address(u"/{z}/{x}/{y}.png"_s));
    click(u"try"_s);
    QTRY_VERIFY2(refusal(u"address"_s).contains(says), qPrintable(refusal(u"address"_s)));
    QVERIFY(words().contains(u"ms"_s));
    QVERIFY(!hasPicture());
}

void MapSourceTest::aSilentServerHoldsNothingUp() {
    m_server->answer = nullptr;
    open();
    choose(TileSource::Kind::Xyz);
    find<QLineEdit>(u"xyz"_s)->setText(m_server->address(u"/{z}/{x}/{y}.png"_s));
    click(u"try"_s);
    type(u"attribution"_s, u"typed meanwhile"_s); // another question: the one before is broken off
    QVERIFY(find<QPushButton>(u"try"_s)->isEnabled());
    click(u"try"_s);
    QTRY_VERIFY2(refusal(u"address"_s).contains(u"does not answer"_s), qPrintable(refusal(u"address"_s)));
    QCOMPARE(find<QLineEdit>(u"attribution"_s)->text(), u"typed meanwhile"_s);
    m_server->close();
    click(u"try"_s);
    QTRY_VERIFY2(refusal(u"address"_s).contains(u"cannot be reached"_s), qPrintable(refusal(u"address"_s)));
    click(u"try"_s);
    click(u"close"_s); // in the middle of it
    QTRY_VERIFY(!m_sheet);
}

void MapSourceTest::offersTheLayers() {
    m_server->answer = [](const TileRequest& request) {
        return request.target.startsWith(u"/wmts"_s)
                   ? TileReply{.body = test::wmtsDocument(u"/t/{TileMatrix}/{TileRow}/{TileCol}"_s)}
                   : TileReply{.body = test::encoded(test::plainTile({5, 5, 5}))};
    };
    open();
    choose(TileSource::Kind::Wmts);
    find<QLineEdit>(u"wmts"_s)->setText(m_server->address(u"/wmts"_s));
    find<QComboBox>(u"layer"_s)->setEditText(u"roads"_s);
    click(u"try"_s);
    QTRY_VERIFY2(refusal(u"layer"_s).contains(u"streets"_s), qPrintable(refusal(u"layer"_s)));
    auto* layers = find<QComboBox>(u"layer"_s);
    QCOMPARE(layers->currentText(), u"roads"_s);
    QVERIFY(layers->findText(u"streets"_s) >= 0 && layers->findText(u"relief"_s) >= 0);
    QCOMPARE(find<QComboBox>(u"matrixSet"_s)->count(), 2);
    layers->setCurrentIndex(layers->findText(u"relief"_s));
    click(u"try"_s);
    QTRY_VERIFY2(refusal(u"matrixSet"_s).contains(u"local"_s), qPrintable(refusal(u"matrixSet"_s)));
    layers->setCurrentIndex(layers->findText(u"streets"_s));
    click(u"try"_s);
    QTRY_VERIFY(hasPicture());
    QVERIFY2(words().contains(u"zoom 6"_s), qPrintable(words())); // the last that it has
}

void MapSourceTest::triesFiles() {
    const QTemporaryDir folder;
    const QString pictures = folder.filePath(u"pictures.mbtiles"_s);
    const QString vectors = folder.filePath(u"vectors.mbtiles"_s);
    QVERIFY(test::writeMbTiles(pictures, {{{3, 6, 3}, test::encoded(test::plainTile({3, 6, 3}))}},
                               {{u"format"_s, u"png"_s}}));
    QVERIFY(test::writeMbTiles(vectors, {},
                               {{u"format"_s, u"pbf"_s}, {u"minzoom"_s, u"2"_s}, {u"maxzoom"_s, u"14"_s}}));
    open();
    choose(TileSource::Kind::File);
    auto* file = find<QLineEdit>(u"file"_s);
    file->setText(pictures);
    click(u"try"_s);
    QTRY_VERIFY(hasPicture());
    file->setText(vectors);
    click(u"try"_s);
    QTRY_VERIFY2(words().contains(u"2 to 14"_s), qPrintable(words()));
    file->setText(folder.filePath(u"none.mbtiles"_s));
    click(u"try"_s);
    QTRY_VERIFY2(refusal(u"file"_s).contains(u"none.mbtiles"_s), qPrintable(refusal(u"file"_s)));
}

void MapSourceTest::isReachedByKeyboard() {
    open();
    choose(TileSource::Kind::Xyz);
    find<QComboBox>(u"kind"_s)->setFocus();
    QStringList reached;
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(m_sheet->focusWidget(), Qt::Key_Tab);
        reached << m_sheet->focusWidget()->objectName();
    }
    for (const char* name :
         {"xyz", "name", "attribution", "datum", "tileSize", "minZoom", "maxZoom", "try", "show", "close"})
        QVERIFY2(reached.contains(u"mapSource."_s + QLatin1StringView(name)), name);
    for (const QWidget* widget : m_sheet->findChildren<QWidget*>())
        if (widget->objectName().startsWith(u"mapSource."_s))
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
}

void MapSourceTest::isKeptForTheDesk() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"console.ini"_s);
    const TileSource source{.kind = TileSource::Kind::Wmts,
                            .name = u"内网"_s,
                            .address = u"http://maps.example/wmts?a=1,2"_s,
                            .layer = u"streets"_s,
                            .matrixSet = u"web"_s,
                            .datum = maps::Datum::Bd09,
                            .minZoom = 3,
                            .maxZoom = 17,
                            .attribution = u"© 测绘院, 2026"_s};
    {
        QSettings settings(path, QSettings::IniFormat);
        QCOMPARE(loadMapSource(settings), TileSource());
        saveMapSource(settings, source);
    }
    QSettings settings(path, QSettings::IniFormat);
    QCOMPARE(loadMapSource(settings), source);
    settings.setValue(u"basemap/address"_s, u"ftp://nonsense"_s); // by hand
    QCOMPARE(loadMapSource(settings), TileSource());
}

QTEST_MAIN(MapSourceTest)
#include "map_source_test.moc"
