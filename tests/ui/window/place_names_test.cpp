// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/live_desk.h"
#include "tests/support/must.h"
#include "tests/ui/window/mouse.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/panes/map/map_pane.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QUrl>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

const QGeoCoordinate at2A01(32.05, 118.65), elsewhere(32.06, 118.55);

} // namespace

/// Places that a desk names, and what its search finds without any map.
class PlaceNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        sit(u"bureau"_s);
    }
    void cleanup() {
        m_main.reset();
        m_seat.reset();
        m_settings.reset();
        m_look.reset();
        m_live.reset();
    }

    void placesAreNamedAndFound() {
        m_main->actions().action(ActionId::NamePlace).trigger();
        QTest::mouseClick(&map(), Qt::LeftButton, {}, pixel(at2A01)); // on a unit, which is not meant now
        answer(u"place.name"_s, u"老菜场"_s);
        QTRY_COMPARE(m_live->situation().places().size(), 1);
        QVERIFY(m_main->selection().units().isEmpty());
        map().lookAt(elsewhere, 13);
        search().setFocus();
        QTest::keyClicks(&search(), u"@lcc"_s);
        QTest::keyClick(&search(), Qt::Key_Return); // before the list has come: it is waited for
        QTRY_COMPARE(search().text(), u"老菜场"_s);
        const QGeoCoordinate named = m_live->situation().places().begin()->details.at.coordinate();
        QVERIFY(named.distanceTo(at2A01) < 100); // a pixel's breadth
        QTRY_VERIFY(near(named));
    }

    void theMiddleOfTheMapIsNamedByKeys() {
        map().lookAt(elsewhere, 13);
        m_main->actions().action(ActionId::NamePlace).trigger();
        QTest::keyClick(&map(), Qt::Key_Return);
        answer(u"place.name"_s, u"Old market"_s);
        QTRY_COMPARE(m_live->situation().places().size(), 1);
        const NamedPlace& place = *m_live->situation().places().begin();
        QCOMPARE(place.details.name, u"Old market"_s);
        QVERIFY(place.details.at.metresTo(must(GeoPoint::from(elsewhere))) < 100);
        map().setFocus();
        m_main->actions().action(ActionId::NamePlace).trigger();
        QTest::keyClick(&map(), Qt::Key_Escape);
        QVERIFY(!map().pickMode());
    }

    void namesAreListedRenamedAndForgotten() {
        nameBy(u"bureau"_s, u"老菜场"_s);
        m_main->actions().action(ActionId::NamedPlaces).trigger();
        auto* list = part<QListView>(*m_main, u"names.list"_s);
        QTRY_VERIFY(list->isVisible());
        QVERIFY(!button(u"names.rename"_s).isEnabled());
        list->setCurrentIndex(list->model()->index(0, 0));
        button(u"names.go"_s).click();
        QVERIFY(near(at2A01));
        button(u"names.rename"_s).click();
        QCOMPARE(prompt().text(), u"老菜场"_s);
        answer(u"place.rename"_s, u"新菜场"_s);
        QTRY_VERIFY(list->model()->index(0, 0).data().toString().startsWith(u"新菜场"_s));
        QCOMPARE(m_live->situation().places().size(), 1);
        button(u"names.forget"_s).click();
        QTRY_COMPARE(list->model()->rowCount(), 0);
        QVERIFY(part<QLabel>(*m_main, u"names.none"_s)->isVisible());
        search().setFocus();
        QTest::keyClicks(&search(), u"xcc"_s);
        QTRY_COMPARE(firstRow(), u"No such place is known"_s);
        // The layers stand in the same spot: one list at a time.
        m_main->actions().action(ActionId::MapLayers).setChecked(true);
        QVERIFY(!m_main->actions().action(ActionId::NamedPlaces).isChecked());
    }

    void aStationLeavesTheBureausNamesAlone() {
        nameBy(u"bureau"_s, u"老菜场"_s);
        sit(u"station:ST01"_s);
        m_main->actions().action(ActionId::NamedPlaces).trigger();
        auto* list = part<QListView>(*m_main, u"names.list"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(button(u"names.go"_s).isEnabled());
        QVERIFY(!button(u"names.rename"_s).isEnabled() && !button(u"names.forget"_s).isEnabled());
    }

    void aPlaceSignMeansNoCallsign() {
        search().setFocus();
        QTest::keyClicks(&search(), u"@1A12"_s);
        QTest::keyClick(&search(), Qt::Key_Return);
        QTRY_COMPARE(firstRow(), u"No such place is known"_s);
        QVERIFY(m_main->selection().units().isEmpty());
    }

    void whatIsPickedIsKeptForTheSeat() {
        search().setFocus();
        QTest::keyClicks(&search(), u"@st01"_s);
        QTRY_VERIFY(firstRow().contains(u"ST01"_s));
        QTest::keyClick(rows(), Qt::Key_Down);
        QTest::keyClick(rows(), Qt::Key_Return);
        const Post* station = m_live->situation().posts().find(code<PostId>(u"ST01"));
        QVERIFY(station && station->at);
        QTRY_VERIFY(near(must(station->at).coordinate()));
        const QString seat = QString::fromLatin1(QUrl::toPercentEncoding(m_seat->actor().seat.toString()));
        QCOMPARE(m_settings->value(u"places/%1/picked"_s.arg(seat)).toStringList().size(), 1);
    }

private:
    void sit(const QString& seat) {
        m_main.reset();
        m_seat = std::make_unique<SeatDesk>(m_live->desk(), actor(seat));
        m_look = std::make_unique<Look>(*qApp);
        m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
        m_main = std::make_unique<MainWindow>(WindowGround{.desk = *m_seat,
                                                           .fixes = m_live->fixes(),
                                                           .look = *m_look,
                                                           .settings = *m_settings,
                                                           .name = u"test"_s,
                                                           .size = QSize(1500, 900),
                                                           .restore = false});
        m_main->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_main.get()));
        m_main->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_main.get()));
        map().lookAt({32.055, 118.6}, 12);
    }
    void nameBy(const QString& seat, const QString& name) {
        QVERIFY(m_live->ask(seat, NamePlace{.place = {},
                                            .details = {.name = name,
                                                        .at = must(GeoPoint::from(at2A01)),
                                                        .kind = u"alias"_s,
                                                        .address = {}}}));
    }
    [[nodiscard]] ui::MapCanvas& map() const { return m_main->map().canvas(); }
    [[nodiscard]] QPoint pixel(const QGeoCoordinate& at) const { return map().view().toPixel(at).toPoint(); }
    [[nodiscard]] bool near(const QGeoCoordinate& at) const {
        return (pixel(at) - map().rect().center()).manhattanLength() <= 3;
    }
    [[nodiscard]] QLineEdit& search() const { return *part<QLineEdit>(*m_main, u"map.search"_s); }
    [[nodiscard]] QAbstractItemView* rows() const { return search().findChild<QCompleter*>()->popup(); }
    [[nodiscard]] QString firstRow() const { return rows()->model()->index(0, 0).data().toString(); }
    [[nodiscard]] QPushButton& button(const QString& name) const { return *part<QPushButton>(*m_main, name); }
    [[nodiscard]] QLineEdit& prompt() const { return *part<QLineEdit>(m_main->map(), u"promptInput"_s); }
    void answer(const QString& question, const QString& words) {
        QTRY_COMPARE(prompt().property("question").toString(), question);
        prompt().setText(words);
        QTest::keyClick(&prompt(), Qt::Key_Return);
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SeatDesk> m_seat;
    std::unique_ptr<MainWindow> m_main;
};

QTEST_MAIN(PlaceNamesTest)
#include "place_names_test.moc"
