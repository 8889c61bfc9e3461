// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every window must hold to: each part that a person works with has a name for tests and one for
// assistive technology, in both languages; nothing is wider than a small screen; layouts come back.

#include "app/video/feed_players.h"
#include "app/video/footage_clerk.h"
#include "app/video/footage_keeper.h"
#include "tests/support/live_desk.h"
#include "tests/support/must.h"
#include "tests/ui/window/nameless.h"
#include "ui/actions/action_table.h"
#include "ui/actions/selection.h"
#include "ui/field/field_window.h"
#include "ui/panes/common/dispatch_group_sheet.h"
#include "ui/panes/incident/order_model.h"
#include "ui/panes/units/shift_sheet.h"
#include "ui/panes/units/unit_model.h"
#include "ui/shell/figures.h"
#include "ui/shell/layouts.h"
#include "ui/shell/main_window.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class PartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_live = std::make_unique<LiveDesk>();
        m_look = std::make_unique<Look>(*qApp);
        m_translation = std::make_unique<Translation>(*qApp);
        m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
        m_incident = m_live->report(u"collision"_s, 32.06, 118.55);
    }
    void cleanupTestCase() {
        m_keeper.reset();
        m_live.reset();
    }

    void everyPartIsNamed_data() {
        QTest::addColumn<QString>("seat");
        QTest::newRow("bureau") << u"bureau"_s;
        QTest::newRow("station") << u"station:ST01"_s;
        QTest::newRow("field") << u"field:1A12"_s;
    }
    void everyPartIsNamed() {
        QFETCH(QString, seat);
        for (const Language language : {Language::English, Language::Chinese}) {
            m_translation->set(language);
            SeatDesk desk(m_live->desk(), actor(seat));
            const auto window = open(desk);
            QVERIFY(QTest::qWaitForWindowExposed(window.get()));
            const QStringList found = nameless(*window);
            QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        }
        m_translation->set(Language::English);
    }

    // Alt and a letter open each menu, and arrows lead to every action that this seat has: no mouse is
    // needed.
    void everyActionIsReachedByKeys_data() {
        QTest::addColumn<QString>("seat");
        QTest::newRow("bureau") << u"bureau"_s;
        QTest::newRow("station") << u"station:ST01"_s;
    }
    void everyActionIsReachedByKeys() {
        QFETCH(QString, seat);
        for (const Language language : {Language::English, Language::Chinese}) {
            m_translation->set(language);
            SeatDesk desk(m_live->desk(), actor(seat));
            const auto window = open(desk);
            const auto* bar = window->findChild<QMenuBar*>();
            QVERIFY(bar);
            QSet<QKeySequence> letters;
            QSet<QString> found;
            const QList<QAction*> menus = bar->actions();
            for (const QAction* title : menus) {
                const QKeySequence letter = QKeySequence::mnemonic(title->text());
                QVERIFY2(!letter.isEmpty() && !letters.contains(letter), qPrintable(title->text()));
                letters.insert(letter);
                const QList<QAction*> actions = title->menu()->actions();
                for (const QAction* action : actions)
                    if (action->isVisible())
                        found.insert(action->objectName());
            }
            auto& shown = dynamic_cast<MainWindow&>(*window);
            for (const ActionSpec& spec : actionSpecs()) {
                const bool has = shown.actions().action(spec.id).isVisible();
                QCOMPARE(found.contains(QLatin1StringView(spec.name)), has);
                // a bureau does everything but sign what a station was given, and read what a link did not
                // take
                const bool isElsewhere =
                    spec.id == ActionId::SignIncoming || (spec.id == ActionId::ReadLate && !desk.link());
                QVERIFY2(has || isElsewhere || seat != "bureau"_L1, spec.name);
            }
        }
        m_translation->set(Language::English);
    }

    void fitsASmallScreen_data() { everyPartIsNamed_data(); }
    void fitsASmallScreen() {
        QFETCH(QString, seat);
        SeatDesk desk(m_live->desk(), actor(seat));
        const auto window = open(desk);
        const QSize least = window->minimumSizeHint();
        const bool fits = least.width() <= 1366 && least.height() <= 740;
        QVERIFY2(fits, qPrintable(u"%1x%2"_s.arg(least.width()).arg(least.height())));
    }

    void menusAreWholeOnASmallScreen_data() { everyActionIsReachedByKeys_data(); }
    void menusAreWholeOnASmallScreen() {
        QFETCH(QString, seat);
        for (const Language language : {Language::English, Language::Chinese}) {
            m_translation->set(language);
            SeatDesk desk(m_live->desk(), actor(seat));
            const auto window = open(desk);
            window->resize(1366, 740);
            QVERIFY(QTest::qWaitForWindowExposed(window.get()));
            dynamic_cast<MainWindow&>(*window).selection().setIncident(m_incident); // its chip takes room too
            const auto* bar = window->findChild<QMenuBar*>();
            QTRY_VERIFY2(bar->width() >= bar->sizeHint().width(), qPrintable(QString::number(bar->width())));
        }
        m_translation->set(Language::English);
    }

    void headerCountsWhatIsOpen() {
        SeatDesk desk(m_live->desk(), actor(u"bureau"));
        QCOMPARE(figures(desk),
                 (Figures{.open = 1, .unassigned = 1, .overdue = 0, .available = 3, .crewed = 3}));
        m_live->pass(61s);
        QCOMPARE(figures(desk).overdue, 1);
        SeatDesk other(m_live->desk(), actor(u"station:ST02"));
        QCOMPARE(figures(other),
                 (Figures{.open = 0, .unassigned = 0, .overdue = 0, .available = 1, .crewed = 1}));
    }

    void whatIsOverduePulsesInTheHeaderAndHoldsStill() {
        SeatDesk desk(m_live->desk(), actor(u"bureau"));
        m_live->pass(61s);
        const auto window = open(desk);
        auto* figure = window->findChild<QWidget*>(u"header.overdue"_s);
        QVERIFY(figure);
        const auto ground = [figure] {
            const QImage picture = figure->grab().toImage();
            return picture.pixelColor(5, picture.height() / 2);
        };
        const QColor alarm = m_look->theme().alarm;
        QTRY_COMPARE(ground(), alarm);
        QTRY_VERIFY(ground() != alarm);
        Theme still = m_look->theme();
        still.still = true;
        m_look->set(still);
        QCOMPARE(ground(), alarm);
        still.still = false;
        m_look->set(still);
    }

    void nothingIsCutOnASmallScreen() {
        SeatDesk desk(m_live->desk(), actor(u"bureau"));
        QVERIFY(m_live->ask(u"bureau", IssueOrder{.incident = m_incident,
                                                  .to = code<UnitId>(u"1A12"),
                                                  .text = {},
                                                  .overrideReason = {}}));
        const auto window = open(desk);
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        qobject_cast<MainWindow*>(window.get())->selection().setIncident(m_incident);
        const auto rightOf = [&window](const QString& name, int column) {
            const auto* table = window->findChild<QTableView*>(name);
            const QHeaderView& header = *table->horizontalHeader();
            const int last = column >= 0 ? column : header.logicalIndex(header.count() - 1);
            return header.sectionViewportPosition(last) + header.sectionSize(last) -
                   table->viewport()->width();
        };
        QTRY_VERIFY2(rightOf(u"unitTable"_s, UnitModel::Distance) <= 0,
                     qPrintable(QString::number(rightOf(u"unitTable"_s, UnitModel::Distance))));
        const int arrived = OrderModel::FirstHop + int(OrderStage::Arrived);
        QTRY_VERIFY2(rightOf(u"orderTable"_s, arrived) <= 0,
                     qPrintable(QString::number(rightOf(u"orderTable"_s, arrived))));
    }

    void aBoxToTickIsSeenByNight() {
        const Theme before = m_look->theme();
        m_look->set(Theme::nightly());
        QCheckBox box;
        const QImage picture = box.grab().toImage();
        const int ground = box.palette().color(QPalette::Window).lightness();
        int edge = ground;
        for (int x = 0; x < picture.width(); ++x)
            edge = std::max(edge, picture.pixelColor(x, picture.height() / 2).lightness());
        QVERIFY2(edge - ground > 80, qPrintable(u"%1 on %2"_s.arg(edge).arg(ground)));
        m_look->set(before);
    }

    void sheetsOfTheListsAreNamed() {
        SeatDesk desk(m_live->desk(), actor(u"bureau"));
        Selection selection;
        const PaneContext context{
            .desk = desk, .selection = selection, .look = *m_look, .settings = m_settings.get()};
        const DispatchGroupSheet groups(context);
        QVERIFY2(nameless(groups).isEmpty(), qPrintable(nameless(groups).join(u'\n')));
        const ShiftSheet shift(desk, code<UnitId>(u"1A12"));
        QVERIFY2(nameless(shift).isEmpty(), qPrintable(nameless(shift).join(u'\n')));
    }

    void layoutsAreKeptByNameForEachUser() {
        Layouts mine(*m_settings, {.seat = must(Seat::parse(u"bureau")), .user = u"李/wei"_s});
        mine.save(u"two screens"_s, "g", "s");
        QCOMPARE(mine.names(), QStringList{u"two screens"_s});
        QCOMPARE(mine.state(u"two screens"_s), "s");
        mine.save(Layouts::last, "g", "l");
        QCOMPARE(mine.names().size(), 1);
        const Layouts others(*m_settings, {.seat = must(Seat::parse(u"bureau")), .user = u"wu"_s});
        QVERIFY(others.names().isEmpty());
    }

    void aClosedPaneComesBackWithTheDefault() {
        SeatDesk desk(m_live->desk(), actor(u"bureau"));
        const auto window = open(desk);
        auto* units = window->findChild<QDockWidget*>(u"dock.units"_s);
        QVERIFY(units);
        units->close();
        QVERIFY(!units->isVisible());
        qobject_cast<MainWindow*>(window.get())->actions().action(ActionId::DefaultLayout).trigger();
        QTRY_VERIFY(units->isVisible());
    }

    void theBureauAdjustsWhatRecommendationsWeigh() {
        SeatDesk desk(m_live->desk(), actor(u"bureau"));
        const auto window = open(desk);
        qobject_cast<MainWindow*>(window.get())->actions().action(ActionId::AdjustPolicy).trigger();
        auto* sheet = window->findChild<QDialog*>(u"policySheet"_s);
        QVERIFY(sheet);
        QVERIFY2(nameless(*sheet).isEmpty(), qPrintable(nameless(*sheet).join(u'\n')));
        auto* box = sheet->findChild<QSpinBox*>(u"policy.divertPenalty"_s);
        QCOMPARE(box->value(), int(RecommendPolicy().divertPenalty));
        box->setValue(333);
        QSignalSpy closed(sheet, &QObject::destroyed);
        sheet->findChild<QPushButton*>(u"policy.save"_s)->click();
        QVERIFY(closed.wait(20'000));
        QCOMPARE(m_live->situation().policy().divertPenalty, 333);
    }

    void aStationOnlyReadsIt() {
        SeatDesk desk(m_live->desk(), actor(u"station:ST01"));
        const auto window = open(desk);
        qobject_cast<MainWindow*>(window.get())->actions().action(ActionId::AdjustPolicy).trigger();
        auto* sheet = window->findChild<QDialog*>(u"policySheet"_s);
        QVERIFY(sheet);
        QVERIFY(!sheet->findChild<QPushButton*>(u"policy.save"_s)->isEnabled());
        QVERIFY(sheet->findChild<QSpinBox*>(u"policy.picks"_s)->isReadOnly());
    }

private:
    std::unique_ptr<QWidget> open(SeatDesk& desk) {
        std::unique_ptr<QWidget> window;
        if (desk.actor().seat.tier == Tier::Field)
            window = std::make_unique<FieldWindow>(desk, *m_look);
        else
            window = std::make_unique<MainWindow>(WindowGround{.desk = desk,
                                                               .fixes = m_live->fixes(),
                                                               .look = *m_look,
                                                               .settings = *m_settings,
                                                               .name = u"test"_s,
                                                               .size = QSize(1366, 740),
                                                               .restore = false,
                                                               .video = m_players.get(),
                                                               .footage = clerkOf(desk)});
        window->show();
        return window;
    }

    /// What a bureau's or station's window keeps pictures with; goes before the desk that it stands on.
    FootageClerk* clerkOf(SeatDesk& desk) {
        if (!m_keeper)
            m_keeper = std::make_unique<FootageKeeper>(m_live->desk(), m_live->file(u"footage"_s));
        return new FootageClerk(desk, *m_keeper, &desk);
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<FootageKeeper> m_keeper;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FeedPlayers> m_players =
        std::make_unique<FeedPlayers>(FeedPlayers::Ground{.source = [](const FeedId& feed) -> Result<Feed> {
            return refuse(RefusalCode::UnknownFeed, u"feed"_s, feed.toString());
        }});
    IncidentId m_incident;
};

QTEST_MAIN(PartsTest)
#include "parts_test.moc"
