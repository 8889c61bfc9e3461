// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/live_desk.h"
#include "tests/ui/report/report_desk.h"
#include "tests/ui/window/nameless.h"
#include "ui/actions/selection.h"
#include "ui/console/console.h"
#include "ui/report/bar_chart.h"
#include "ui/report/incident_report_sheet.h"
#include "ui/report/statistics_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;

Actor withRole(QStringView seat, Role role) {
    Actor who = actor(seat);
    who.role = role;
    return who;
}

} // namespace

/// The sheets of reports over a real desk: what they show, write, put on record and refuse.
class ReportWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_look = std::make_unique<Look>(*qApp);
        m_start = m_live->desk().clock().now();
        m_incident =
            m_live->report({.text = u"two cars"_s,
                            .type = code<TypeCode>(u"traffic"),
                            .level = Level::Urgent,
                            .place = {.at = GeoPoint::from(32.06, 118.55), .address = u"临江路1号"_s},
                            .callers = {{u"王芳"_s, u"13900001111"_s}},
                            .hazards = {}});
        m_live->pass(30s);
        m_live->ask(u"bureau", IssueOrder{m_incident, code<UnitId>(u"1A12"), {}, {}, {}});
        m_live->pass(20s);
        const OrderId order = m_live->ordersOf(m_incident).first();
        for (const OrderStage stage : {OrderStage::Signed, OrderStage::UnderWay, OrderStage::Arrived}) {
            m_live->pass(45s);
            m_live->ask(u"field:1A12", AdvanceOrder{order, stage, {}, {}, {}});
        }
        m_live->report(u"noise"_s, 32.06, 118.65);
        m_live->pass(5s);
    }

    void cleanup() {
        m_sheet.reset();
        m_desk.reset();
        m_live.reset();
    }

    void countsTheSpanAndShowsIt() {
        StatisticsSheet& sheet = statistics(Role::Supervisor);
        count(sheet);
        QCOMPARE(sheet.report()->statistics.whole.incidents, 2);
        QCOMPARE(sheet.report()->statistics.whole.of(Interval::Dispatch).median(), 30);
        auto* table = part<QTableView>(sheet, u"table");
        const QAbstractItemModelTester tester(table->model());
        part<QComboBox>(sheet, u"grouping")->setCurrentIndex(int(Grouping::Area));
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(part<BarChartView>(sheet, u"chart")->chart().labels.size(), 2);
        part<QComboBox>(sheet, u"grouping")->setCurrentIndex(int(Grouping::Unit));
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"1A12"_s);
        table->sortByColumn(1, Qt::DescendingOrder);
        for (int charted = 0; charted < part<QComboBox>(sheet, u"charted")->count(); ++charted) {
            part<QComboBox>(sheet, u"charted")->setCurrentIndex(charted);
            QVERIFY(!part<BarChartView>(sheet, u"chart")->chart().title.isEmpty());
        }
        QCOMPARE(nameless(sheet), QStringList());
    }

    void everyFormIsWrittenAndOnRecord() {
        StatisticsSheet& sheet = statistics(Role::Supervisor);
        count(sheet);
        for (const auto& [index, suffix, begin] : {std::tuple(0, u"pdf"_s, QByteArray("%PDF")),
                                                   {1, u"csv"_s,
                                                    QByteArray("\xEF\xBB\xBF"
                                                               "by,code")},
                                                   {2, u"json"_s, QByteArray("{")},
                                                   {3, u"gpx"_s, QByteArray("<?xml")},
                                                   {4, u"geojson"_s, QByteArray("{\"features\"")}}) {
            part<QComboBox>(sheet, u"format")->setCurrentIndex(index);
            const QByteArray bytes = saved(sheet, u"span."_s + suffix);
            QVERIFY2(bytes.startsWith(begin), bytes.first(std::min<qsizetype>(bytes.size(), 40)).constData());
            QVERIFY(!bytes.contains("13900001111"));
        }
        const QByteArray list = read(u"span-incidents.csv"_s);
        QVERIFY(list.contains("临江路1号") && !list.contains("13900001111"));
        QCOMPARE(reportsOnRecord(), 5);
        part<QCheckBox>(sheet, u"named")->setChecked(true);
        part<QComboBox>(sheet, u"format")->setCurrentIndex(1);
        saved(sheet, u"named.csv"_s);
        QVERIFY(read(u"named-incidents.csv"_s).contains("13900001111"));
        QCOMPARE(reportsOnRecord(), 6);
    }

    void anEmptySpanSaysSoAndIsAReport() {
        StatisticsSheet& sheet = statistics(Role::Supervisor);
        sheet.setSpan(m_start - 48h, m_start - 24h);
        count(sheet);
        QCOMPARE(sheet.report()->statistics.whole.incidents, 0);
        QVERIFY(!part<QLabel>(sheet, u"trouble")->text().isEmpty());
        QVERIFY(saved(sheet, u"empty.pdf"_s).startsWith("%PDF"));
    }

    void aSpanThatEndsBeforeItBeginsIsNotCounted() {
        StatisticsSheet& sheet = statistics(Role::Supervisor);
        sheet.setSpan(m_start, m_start - 1h);
        QVERIFY(!part<QPushButton>(sheet, u"count")->isEnabled());
        QVERIFY(!part<QLabel>(sheet, u"trouble")->text().isEmpty());
        sheet.setSpan(m_start - 1h, m_start + 1h);
        QVERIFY(part<QPushButton>(sheet, u"count")->isEnabled());
    }

    void aFileThatCannotBeWrittenIsSaid() {
        StatisticsSheet& sheet = statistics(Role::Supervisor);
        count(sheet);
        QSignalSpy failed(&sheet, &StatisticsSheet::failed);
        sheet.save(m_live->file(u"nowhere/span.pdf"_s));
        QVERIFY(failed.wait(patience));
        QVERIFY(part<QLabel>(sheet, u"trouble")->text().contains(u"nowhere/span.pdf"_s));
        QVERIFY(part<QPushButton>(sheet, u"save")->isEnabled());
    }

    void aReviewerWritesNoNames() {
        StatisticsSheet& sheet = statistics(Role::Reviewer);
        QVERIFY(!part<QCheckBox>(sheet, u"named")->isEnabled());
        count(sheet);
        QVERIFY(sheet.report()->list.incidents.first().incident.details.callers.isEmpty());
        part<QCheckBox>(sheet, u"named")->setChecked(true); // by no hand
        QVERIFY(!part<QPushButton>(sheet, u"save")->isEnabled());
    }

    void aStationCountsItsOwnArea() {
        StatisticsSheet& sheet = statistics(Role::Supervisor, u"station:ST01");
        QCOMPARE(part<QComboBox>(sheet, u"post")->count(), 1);
        count(sheet);
        QCOMPARE(sheet.report()->statistics.whole.incidents, 1);
    }

    void readingCanBeStopped() {
        StatisticsSheet& sheet = statistics(Role::Supervisor);
        sheet.count();
        QVERIFY(part<QPushButton>(sheet, u"stop")->isEnabled());
        QTest::mouseClick(part<QPushButton>(sheet, u"stop"), Qt::LeftButton);
        QTRY_VERIFY(part<QPushButton>(sheet, u"count")->isEnabled());
        QVERIFY(!sheet.report() || sheet.report()->statistics.whole.incidents == 2); // it was quicker
    }

    void anIncidentIsWrittenInEveryForm() {
        IncidentReportSheet& sheet = ofIncident(Role::Supervisor);
        QCOMPARE(nameless(sheet), QStringList());
        auto* format = sheet.findChild<QComboBox*>(u"incidentReport.format"_s);
        for (const auto& [index, suffix, begin] : {std::tuple(0, u"pdf"_s, QByteArray("%PDF")),
                                                   {1, u"csv"_s,
                                                    QByteArray("\xEF\xBB\xBF"
                                                               "seq,")},
                                                   {2, u"json"_s, QByteArray("{")},
                                                   {3, u"gpx"_s, QByteArray("<?xml")},
                                                   {4, u"geojson"_s, QByteArray("{\"features\"")}}) {
            format->setCurrentIndex(index);
            const QByteArray bytes = saved(sheet, u"one."_s + suffix);
            QVERIFY2(bytes.startsWith(begin), qPrintable(suffix));
            QVERIFY(!bytes.contains("13900001111"));
        }
        QVERIFY(read(u"one.csv"_s).contains("1A12"));
        QCOMPARE(m_live->kinds(m_incident).count(u"report.made"_s), 5);
        sheet.findChild<QCheckBox*>(u"incidentReport.named"_s)->setChecked(true);
        format->setCurrentIndex(2);
        QVERIFY(saved(sheet, u"named.json"_s).contains("13900001111"));
    }

    void aSensitiveOneIsOpenedFirst() {
        m_live->ask(u"bureau", FlagIncident{m_incident, IncidentFlag::Sensitive, true});
        IncidentReportSheet& closed = ofIncident(Role::Supervisor);
        QVERIFY(!closed.findChild<QPushButton*>(u"incidentReport.save"_s)->isEnabled());
        QVERIFY(!closed.findChild<QLabel*>(u"incidentReport.said"_s)->text().isEmpty());
        m_desk->noteOpened(m_incident);
        m_sheet = std::make_unique<IncidentReportSheet>(ground(), m_incident);
        auto& opened = static_cast<IncidentReportSheet&>(*m_sheet);
        QVERIFY(opened.findChild<QPushButton*>(u"incidentReport.save"_s)->isEnabled());
        QVERIFY(saved(opened, u"sensitive.json"_s, 2).contains("two cars"));
    }

    void theLineTheMenuAndTheKeysOpenIt() {
        Translation translation(*qApp);
        QSettings settings(m_live->file(u"console.ini"_s), QSettings::IniFormat);
        Console console(ConsoleGround{.desk = m_live->desk(),
                                      .fixes = m_live->fixes(),
                                      .look = *m_look,
                                      .translation = translation,
                                      .settings = settings,
                                      .name = u"–"_s,
                                      .record = record(),
                                      .user = u"liwei"_s,
                                      .size = QSize(1366, 768)});
        console.open(must(Seat::parse(u"bureau")));
        auto* window = qobject_cast<MainWindow*>(console.windows().constFirst());
        QVERIFY(window && QTest::qWaitForWindowExposed(window));
        const auto sheet = [window] { return window->findChild<IncidentReportSheet*>(); };
        auto* edit = window->findChild<QLineEdit*>(u"commandLine"_s);
        QVERIFY(edit);
        for (const auto& line : {u"RPT 0001"_s, u"报告 0001"_s, u"baogao 0001"_s}) {
            edit->setFocus();
            edit->setText(line);
            QTest::keyClick(edit, Qt::Key_Return);
            QTRY_VERIFY2(sheet() && sheet()->isVisible(), qPrintable(line));
            sheet()->close();
            QTRY_VERIFY(!sheet());
        }
        auto* table = window->findChild<QTableView*>(u"queueTable"_s);
        QVERIFY(table && table->model()->rowCount() > 0);
        Q_EMIT table->customContextMenuRequested(table->visualRect(table->model()->index(0, 0)).center());
        QTRY_VERIFY(window->findChild<QMenu*>(u"incidentMenu"_s));
        auto* menu = window->findChild<QMenu*>(u"incidentMenu"_s);
        const QList<QAction*> offered = menu->actions();
        for (QAction* action : offered)
            if (action->text() == u"Report…"_s)
                action->trigger();
        delete menu;
        QTRY_VERIFY(sheet());
        sheet()->close();
        QTRY_VERIFY(!sheet());
        window->selection().setIncident(m_incident);
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keyClick(window, Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(sheet());
        sheet()->close();
        QTRY_VERIFY(!sheet());
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keyClick(window, Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(window->findChild<StatisticsSheet*>());
    }

private:
    ReplayGround record() const {
        return recordIn(m_live->file(u"journal.db"_s), m_live->file(u"fixes.db"_s), m_live->file(u"reel"_s));
    }
    ReportSheetGround ground() { return {.desk = *m_desk, .look = *m_look, .record = record()}; }

    void sit(Role role, QStringView seat) {
        m_desk = std::make_unique<SeatDesk>(m_live->desk(), withRole(seat, role));
    }

    StatisticsSheet& statistics(Role role, QStringView seat = u"bureau") {
        sit(role, seat);
        auto sheet = std::make_unique<StatisticsSheet>(ground());
        sheet->setAttribute(Qt::WA_DeleteOnClose, false);
        sheet->setSpan(m_start - 1h, m_start + 1h);
        sheet->show();
        m_sheet = std::move(sheet);
        return static_cast<StatisticsSheet&>(*m_sheet);
    }
    IncidentReportSheet& ofIncident(Role role) {
        sit(role, u"bureau");
        m_sheet = std::make_unique<IncidentReportSheet>(ground(), m_incident);
        m_sheet->setAttribute(Qt::WA_DeleteOnClose, false);
        m_sheet->show();
        return static_cast<IncidentReportSheet&>(*m_sheet);
    }
    void count(StatisticsSheet& sheet) {
        QSignalSpy counted(&sheet, &StatisticsSheet::counted);
        QTest::mouseClick(part<QPushButton>(sheet, u"count"), Qt::LeftButton);
        QVERIFY(counted.wait(patience));
    }
    template <class W>
    static W* part(const QWidget& sheet, QStringView name) {
        auto* found = sheet.findChild<W*>(u"statistics."_s + name.toString());
        if (!found)
            qFatal("no statistics.%s", qPrintable(name.toString()));
        return found;
    }
    template <class Sheet>
    QByteArray saved(Sheet& sheet, const QString& name, int format = -1) {
        if (format >= 0)
            sheet.template findChild<QComboBox*>(u"incidentReport.format"_s)->setCurrentIndex(format);
        QSignalSpy done(&sheet, &Sheet::saved);
        sheet.save(m_live->file(name));
        return done.wait(patience) ? read(name) : QByteArray();
    }
    QByteArray read(const QString& name) const {
        QFile file(m_live->file(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    qsizetype reportsOnRecord() {
        qsizetype found = 0;
        const auto journal = must(SqliteJournal::open(m_live->file(u"journal.db"_s)));
        for (const Entry& entry : must(journal->read(1, 10'000)))
            found += entry.fact.kind == u"report.made";
        return found;
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<SeatDesk> m_desk;
    std::unique_ptr<QDialog> m_sheet;
    Instant m_start;
    IncidentId m_incident;
};

QTEST_MAIN(ReportWindowTest)
#include "window_test.moc"
