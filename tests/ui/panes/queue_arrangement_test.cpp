// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The queue sorted, under headings, and narrowed to dispatch groups.

#include "tests/ui/panes/pane_desk.h"
#include "ui/panes/common/dispatch_group_sheet.h"
#include "ui/panes/common/dispatch_groups.h"
#include "ui/panes/common/grouped_rows.h"
#include "ui/panes/common/post_picker.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/queue/arrangement_menu.h"
#include "ui/panes/queue/queue_model.h"
#include "ui/panes/queue/queue_pane.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// "0003" for an incident, "= ST01 · 2" for a heading.
QStringList lines(const RowTable& table) {
    QStringList all;
    const QAbstractItemModel& model = *table.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString heading = model.index(row, 0).data(GroupedRows::HeadingRole).toString();
        all << (heading.isEmpty() ? model.index(row, QueueModel::Number).data().toString().right(4)
                                  : u"= "_s + heading);
    }
    return all;
}

} // namespace

class QueueArrangementTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;

    [[nodiscard]] PaneContext context(PaneDesk& desk) const {
        PaneContext context = desk.context();
        context.settings = m_settings.get();
        return context;
    }

    void report(Level level, double longitude) {
        IncidentDetails details{.text = u"?"_s,
                                .type = code<TypeCode>(u"traffic"),
                                .level = level,
                                .place = {GeoPoint::from(31.5, longitude), {}},
                                .callers = {},
                                .hazards = {}};
        m_scene->clock.advance(1s);
        QVERIFY(m_scene->ask(u"bureau", ReportIncident{.source = {u"phone"_s, {}}, .details = details}));
    }

    static IncidentId numbered(const PaneDesk& desk, int serial) {
        const qint64 first = desk.situation().nextNumber(QDate(2026, 11, 21)) / 1'000'000 * 1'000'000;
        const Incident* incident = desk.situation().incidentByNumber(first + serial);
        return incident ? incident->id : IncidentId();
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_settings = std::make_unique<QSettings>(
            m_folder.filePath(QLatin1StringView(QTest::currentTestFunction())), QSettings::IniFormat);
        for (const auto& [level, longitude] : {std::pair(Level::Routine, 118.5),
                                               {Level::Critical, 119.5},
                                               {Level::Routine, 119.5},
                                               {Level::Urgent, 118.5},
                                               {Level::Critical, 118.5}})
            report(level, longitude);
    }

    void sortsByWhatIsChosen() {
        PaneDesk desk(*m_scene);
        QueuePane pane(context(desk));
        pane.resize(1400, 500);
        pane.show();
        const auto& table = *child<RowTable>(pane, u"queueTable"_s);
        QCOMPARE(lines(table), QStringList({u"0002"_s, u"0005"_s, u"0004"_s, u"0001"_s, u"0003"_s}));
        pane.arrange({.order = QueueOrder::Age});
        QCOMPARE(lines(table), QStringList({u"0001"_s, u"0002"_s, u"0003"_s, u"0004"_s, u"0005"_s}));
        pane.arrange({.order = QueueOrder::Station});
        QCOMPARE(lines(table), QStringList({u"0005"_s, u"0004"_s, u"0001"_s, u"0002"_s, u"0003"_s}));
        QVERIFY(desk.ask(FlagIncident{.incident = numbered(desk, 3), .flag = IncidentFlag::Pinned}));
        pane.arrange({.order = QueueOrder::Deadline});
        QCOMPARE(lines(table), QStringList({u"0003"_s, u"0001"_s, u"0002"_s, u"0004"_s, u"0005"_s}));
    }

    void aClickOnAHeadSortsAndASecondOneLetsGo() {
        PaneDesk desk(*m_scene);
        QueuePane pane(context(desk));
        pane.resize(1400, 500);
        pane.show();
        const auto& table = *child<RowTable>(pane, u"queueTable"_s);
        QHeaderView& header = *table.horizontalHeader();
        const QPoint age(header.sectionViewportPosition(QueueModel::Age) + 8, header.height() / 2);
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, age);
        QCOMPARE(lines(table).constFirst(), u"0001"_s);
        QVERIFY(header.isSortIndicatorShown());
        auto* button = child<QToolButton>(pane, u"queueArrange"_s);
        QVERIFY(button->isChecked());
        button->click(); // opens the menu, and stays lit
        QVERIFY(button->isChecked());
        child<QMenu>(pane, u"arrangementMenu"_s)->close();
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, age);
        QCOMPARE(lines(table).constFirst(), u"0002"_s);
    }

    void headingsByMenuAndKey() {
        PaneDesk desk(*m_scene);
        QueuePane pane(context(desk));
        pane.resize(1400, 500);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        const auto& table = *child<RowTable>(pane, u"queueTable"_s);
        const QAbstractItemModelTester tester(table.model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        pane.openArrangement();
        auto* menu = child<QMenu>(pane, u"arrangementMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_V); // levels
        QCOMPARE(lines(table), QStringList({u"= Critical  ·  2"_s, u"0002"_s, u"0005"_s, u"= Urgent  ·  1"_s,
                                            u"0004"_s, u"= Routine  ·  2"_s, u"0001"_s, u"0003"_s}));
        const auto& button = *child<QToolButton>(pane, u"queueArrange"_s);
        QVERIFY(button.isChecked());
        QVERIFY2(button.toolTip().contains(u"Headings: Levels"), qPrintable(button.toolTip()));
        // a hand on the keys passes over headings
        child<RowTable>(pane, u"queueTable"_s)->setCurrentIndex(table.model()->index(2, 0));
        QTest::keyClick(child<RowTable>(pane, u"queueTable"_s), Qt::Key_Down);
        QCOMPARE(table.currentIndex().row(), 4);

        // a regrade moves a row under another heading, and what is in hand stays so
        const IncidentId inHand = desk.selection.incident();
        QSignalSpy reset(table.model(), &QAbstractItemModel::modelReset);
        AmendIncident regrade;
        regrade.incident = inHand;
        regrade.level = Level::Critical;
        regrade.reason = u"worse"_s;
        QVERIFY(desk.ask(regrade));
        QCOMPARE(lines(table), QStringList({u"= Critical  ·  3"_s, u"0002"_s, u"0004"_s, u"0005"_s,
                                            u"= Routine  ·  2"_s, u"0001"_s, u"0003"_s}));
        QCOMPARE(table.currentIndex().row(), 2);
        QVERIFY(reset.isEmpty());
    }

    void theArrangementIsKeptForTheUser() {
        PaneDesk desk(*m_scene);
        {
            QueuePane pane(context(desk));
            pane.arrange({.order = QueueOrder::Age, .grouping = QueueGrouping::Stage});
        }
        QueuePane pane(context(desk));
        QCOMPARE(lines(*child<RowTable>(pane, u"queueTable"_s)),
                 QStringList({u"= Pending  ·  5"_s, u"0001"_s, u"0002"_s, u"0003"_s, u"0004"_s, u"0005"_s}));
    }

    void aDispatchGroupIsMadeAndPicked() {
        PaneDesk desk(*m_scene);
        QueuePane pane(context(desk));
        const auto& table = *child<RowTable>(pane, u"queueTable"_s);
        DispatchGroupSheet sheet(context(desk));
        sheet.setAttribute(Qt::WA_DeleteOnClose, false);
        auto* picker = child<PostPicker>(pane, u"queueStation"_s);
        connect(&sheet, &DispatchGroupSheet::saved, picker, &PostPicker::setGroup);
        auto* save = child<QPushButton>(sheet, u"group.save"_s);
        QVERIFY(!save->isEnabled());
        child<QComboBox>(sheet, u"group.name"_s)->setEditText(u"East"_s);
        QVERIFY(!save->isEnabled()); // no station yet
        auto* stations = child<QListWidget>(sheet, u"group.stations"_s);
        QCOMPARE(stations->count(), 2);
        stations->item(1)->setCheckState(Qt::Checked);
        QVERIFY(save->isEnabled());
        save->click();
        QCOMPARE(picker->currentText(), u"▸ East"_s);
        QCOMPARE(lines(table), QStringList({u"0002"_s, u"0003"_s}));

        DispatchGroups groups(m_settings.get(), desk.seat().actor());
        groups.save(u"All of it"_s, {code<PostId>(u"ST01"), code<PostId>(u"ST02")});
        QCOMPARE(groups.names(), QStringList({u"All of it"_s, u"East"_s}));
        picker->setGroup(u"All of it"_s);
        QCOMPARE(lines(table).size(), 5);
        picker->setPost({});
        QCOMPARE(lines(table).size(), 5);
        groups.remove(u"East"_s);
        QCOMPARE(groups.names(), QStringList({u"All of it"_s}));
    }

    /// Rows change, never reset; and an arrangement of a very bad night takes no breath.
    void tenThousandOpenIncidents() {
        for (int i = 5; i < 10'000; ++i)
            report(Level(i % 4), i % 3 ? 118.5 : 119.5);
        PaneDesk desk(*m_scene);
        QueuePane pane(context(desk));
        pane.resize(1400, 800);
        pane.show();
        const auto& table = *child<RowTable>(pane, u"queueTable"_s);
        QSignalSpy reset(table.model(), &QAbstractItemModel::modelReset);
        QCOMPARE(table.model()->rowCount(), 10'000);
        QElapsedTimer timer;
        timer.start();
        pane.arrange({.order = QueueOrder::Deadline, .grouping = QueueGrouping::Station});
        const qint64 arranged = timer.restart();
        QCOMPARE(table.model()->rowCount(), 10'002);
        QVERIFY(desk.ask(FlagIncident{
            .incident = IncidentId::parse(table.model()->index(5'000, 0).data(QueueModel::IdRole).toString())
                            .value_or(IncidentId()),
            .flag = IncidentFlag::Pinned}));
        const qint64 moved = timer.elapsed();
        qInfo("arranged in %lld ms, a row moved in %lld ms", arranged, moved);
        QVERIFY2(arranged < 2'000, "arranging 10,000 rows");
        QVERIFY2(moved < 1'000, "moving one of 10,000 rows");
        QVERIFY(reset.isEmpty());
    }
};

QTEST_MAIN(QueueArrangementTest)
#include "queue_arrangement_test.moc"
