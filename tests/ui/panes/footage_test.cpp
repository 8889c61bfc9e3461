// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pane of footage: what is found, what plays, what leaves it, and the record of each.
#include "app/video/video_threads.h"
#include "tests/support/must.h"
#include "tests/ui/panes/kept_footage.h"
#include "tests/video/camera_server.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/common/replay_bar.h"
#include "ui/panes/common/replay_screen.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/footage/footage_export_sheet.h"
#include "ui/panes/footage/footage_model.h"
#include "ui/panes/footage/footage_pane.h"
#include "ui/panes/footage/footage_view.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;

/// A pane on a desk of its own, shown.
struct Shown {
    PaneDesk desk;
    KeptFootage kept;
    FootagePane pane;
    QAbstractItemModelTester tester;

    explicit Shown(const Scene& scene, QStringView seat = u"bureau")
        : desk(scene, seat)
        , kept(desk)
        , pane(kept.context())
        , tester(table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest) {
        pane.resize(1100, 420);
        pane.show();
    }

    [[nodiscard]] RowTable& table() const { return *child<RowTable>(pane, u"footage.table"_s); }
    [[nodiscard]] QPushButton& button(const QString& name) const {
        return *child<QPushButton>(pane, u"footage."_s + name);
    }
    [[nodiscard]] QStringList column(int column) const {
        QStringList texts;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            texts << table().model()->index(row, column).data().toString();
        return texts;
    }
    void type(const QString& field, const QString& text) const {
        child<QLineEdit>(pane, u"footage."_s + field)->setText(text);
    }
    void select(const FootageId& id) const {
        table().selectRow(qobject_cast<FootageModel*>(table().model())->rowOf(id));
    }
    [[nodiscard]] QString complaint() const {
        const auto* label = child<QLabel>(pane, u"promptComplaint"_s);
        return label && label->isVisible() ? label->text() : QString();
    }
};

} // namespace

class FootagePaneTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Scene> m_scene;

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        addFeeds(*m_scene);
    }
    void cleanup() { QVERIFY(VideoThreads::waitForEnd(2s)); }

    void itIsFoundByUnitIncidentAndTime() {
        const IncidentId incident = m_scene->report();
        Shown shown(*m_scene);
        shown.kept.clip(u"BWC-1A12");
        shown.desk.clock->advance(10min);
        shown.kept.still(u"GATE", incident);
        shown.desk.clock->advance(10min);
        shown.kept.mark(u"BWC-1A12", u"knife"_s);
        QCOMPARE(shown.column(FootageModel::Kind), (QStringList{u"Mark"_s, u"Still"_s, u"Clip"_s}));
        QCOMPARE(shown.column(FootageModel::Unit), (QStringList{u"1A12"_s, QString(), u"1A12"_s}));
        QCOMPARE(shown.column(FootageModel::Incident), (QStringList{QString(), u"0001"_s, QString()}));
        shown.type(u"unit"_s, u"1a12"_s);
        QCOMPARE(shown.column(FootageModel::Kind), (QStringList{u"Mark"_s, u"Clip"_s}));
        shown.type(u"unit"_s, u"9Z99"_s);
        QVERIFY(shown.column(0).isEmpty());
        QVERIFY(shown.complaint().endsWith(u"No unit is called “9Z99”."_s));
        shown.type(u"unit"_s, {});
        QVERIFY(shown.complaint().isEmpty());
        shown.type(u"incident"_s, u"0001"_s);
        QCOMPARE(shown.column(FootageModel::Kind), QStringList{u"Still"_s});
        shown.type(u"incident"_s, {});
        child<QCheckBox>(shown.pane, u"footage.within"_s)->setChecked(true);
        child<QDateTimeEdit>(shown.pane, u"footage.from"_s)
            ->setDateTime(toDateTime(shown.desk.clock->now() - 15min).toLocalTime());
        QCOMPARE(shown.column(FootageModel::Kind), (QStringList{u"Mark"_s, u"Still"_s}));
    }

    void narrowedItShowsWhatIsOfTheIncident() {
        const IncidentId incident = m_scene->report();
        Shown shown(*m_scene);
        shown.kept.clip(u"BWC-1A12");
        shown.kept.still(u"GATE", incident);
        shown.desk.selection.setNarrowing(true);
        shown.desk.selection.setIncident(incident);
        QCOMPARE(shown.column(FootageModel::Kind), QStringList{u"Still"_s});
        shown.desk.selection.widen();
        QCOMPARE(shown.column(FootageModel::Kind).size(), 2);
    }

    void aClipPlaysAndIsChecked() {
        Shown shown(*m_scene);
        const FootageId clip = shown.kept.clip(u"BWC-1A12");
        const FootageId mark = shown.kept.mark(u"BWC-1A12", u"there"_s);
        QVERIFY(!shown.button(u"play"_s).isEnabled());
        shown.select(clip);
        QTest::mouseClick(&shown.button(u"play"_s), Qt::LeftButton);
        FootageView& view = shown.pane.view();
        QTRY_VERIFY_WITH_TIMEOUT(view.replay().picture().number > 0, patience);
        QVERIFY(view.isVisible());
        const auto* check = child<QLabel>(shown.pane, u"footage.check"_s);
        QTRY_COMPARE_WITH_TIMEOUT(check->text(), u"The file is what was kept."_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(view.replay().status().ended, patience);
        QVERIFY(readPattern(view.replay().picture().image).has_value());
        QTest::keyClick(&view, Qt::Key_Comma);
        QTRY_VERIFY_WITH_TIMEOUT(view.replay().status().paused, patience);
        QTest::keyClick(&view, Qt::Key_J);
        QTRY_COMPARE_WITH_TIMEOUT(view.replay().picture().at, VideoTime(), patience);
        shown.select(mark); // the clip around it plays
        QTest::mouseClick(&shown.button(u"play"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(view.replay().picture().number > 0, patience);
        QCOMPARE(view.shown(), clip);
        const auto* kept = shown.desk.situation().footage().find(clip);
        QFile file(shown.kept.folder() + u'/' + kept->file);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 1) && file.write("x") == 1);
        file.close();
        shown.select(clip);
        QTest::mouseClick(&shown.button(u"verify"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(check->text(), u"The file has been changed since it was kept."_s, patience);
    }

    void whoPlaysItIsOnRecordWithStartAndEnd() {
        Shown shown(*m_scene);
        const FootageId clip = shown.kept.clip(u"BWC-1A12");
        const FootageId still = shown.kept.still(u"GATE");
        const auto& views = shown.desk.situation().views();
        const auto watched = [&](const FootageId& id) {
            return views.size() == 1 && views.begin()->footage == id;
        };
        for (const FootageId& id : {clip, still, clip}) { // each in the place of the one before
            shown.select(id);
            QTest::mouseClick(&shown.button(u"play"_s), Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(watched(id) && shown.pane.view().shown() == id, patience);
        }
        const ViewId first = views.begin()->id;
        QVERIFY(shown.desk.ask(OpenSeat{})); // another window of the seat
        QTRY_VERIFY(watched(clip) && views.begin()->id != first);
        QCOMPARE(shown.pane.view().shown(), clip);
        shown.pane.hide(); // out of sight, or under a lock
        QTRY_VERIFY(views.isEmpty());
        QVERIFY(shown.pane.view().shown().isNull());
        int began = 0, ended = 0;
        const QList<Entry> entries = shown.desk.entries();
        for (const Entry& entry : entries) {
            began +=
                entry.fact.kind == u"feed.view_began"_s && entry.fact.payload.contains("footage") ? 1 : 0;
            ended += entry.fact.kind == u"feed.view_ended"_s ? 1 : 0;
        }
        QCOMPARE(began, 4);
        QCOMPARE(ended, 4);
    }

    void whatIsNotOnesOwnIsPlayedForAReason() {
        Shown shown(*m_scene);
        const FootageId clip = shown.kept.clip(u"BWC-1A12");
        shown.desk.seat().setActor({*Seat::parse(u"bureau:2"), u"li"_s, Role::Supervisor});
        shown.select(clip);
        QVERIFY(shown.button(u"play"_s).isEnabled());
        QTest::mouseClick(&shown.button(u"play"_s), Qt::LeftButton);
        auto* why = child<QLineEdit>(shown.pane, u"promptInput"_s);
        QTRY_VERIFY(why->isVisible());
        QVERIFY(shown.pane.view().shown().isNull());
        why->setText(u"a complaint"_s);
        QTest::keyClick(why, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(shown.pane.view().shown(), clip, patience);
        QCOMPARE(shown.desk.situation().views().begin()->reason, u"a complaint"_s);
    }

    void aStillIsShownAsOne() {
        Shown shown(*m_scene);
        shown.select(shown.kept.still(u"GATE"));
        QTest::mouseClick(&shown.button(u"play"_s), Qt::LeftButton);
        QTRY_VERIFY(shown.pane.view().isVisible());
        QVERIFY(!child<ReplayBar>(shown.pane, u"replayBar"_s)->isVisible());
        auto* screen = child<ReplayScreen>(shown.pane, u"replayScreen"_s);
        const auto isPainted = [&] { // grain in the middle, not the empty ground
            const QImage image = screen->grab().toImage();
            return image.pixel(image.width() / 2, image.height() / 2) != image.pixel(2, image.height() / 2) &&
                   screen->isVisible();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isPainted(), patience);
    }

    void itIsGivenOutWithItsHashAndOnRecord() {
        const IncidentId incident = m_scene->report();
        Shown shown(*m_scene);
        const FootageId clip = shown.kept.clip(u"BWC-1A12", incident);
        const QTemporaryDir stick;
        shown.select(clip);
        QTest::mouseClick(&shown.button(u"export"_s), Qt::LeftButton);
        auto* sheet = shown.pane.window()->findChild<FootageExportSheet*>(u"footageExportSheet"_s);
        QVERIFY(sheet != nullptr);
        auto* give = child<QPushButton>(*sheet, u"footageExport.export"_s);
        const auto* words = child<QLabel>(*sheet, u"footageExport.words"_s);
        child<QLineEdit>(*sheet, u"footageExport.folder"_s)->setText(u"/proc/nowhere"_s);
        child<QLineEdit>(*sheet, u"footageExport.whom"_s)->setText(u"prosecutor"_s);
        QVERIFY(!give->isEnabled()); // a reason is needed
        child<QLineEdit>(*sheet, u"footageExport.why"_s)->setText(u"case 12"_s);
        QTest::mouseClick(give, Qt::LeftButton);
        QVERIFY2(words->text().contains(u"/proc/nowhere"_s), qPrintable(words->text()));
        child<QLineEdit>(*sheet, u"footageExport.folder"_s)->setText(stick.path());
        QTest::mouseClick(give, Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(words->text().startsWith(u"Given out: "_s), qPrintable(words->text()),
                                  patience);
        QCOMPARE(QDir(stick.path()).entryList(QDir::Files).size(), 2);
        const QFuture<QList<Entry>> history = shown.desk.seat().history(incident);
        QTRY_VERIFY_WITH_TIMEOUT(history.isFinished(), patience);
        QVERIFY(std::ranges::any_of(history.result(), [](const Entry& entry) {
            return entry.fact.kind == u"footage.exported"_s && entry.fact.payload.contains("case 12") &&
                   entry.fact.payload.contains("prosecutor");
        }));
    }

    void whoMayNotGivesNothingOut() {
        Shown shown(*m_scene);
        const FootageId clip = shown.kept.clip(u"BWC-1A12");
        shown.desk.seat().setActor({*Seat::parse(u"bureau"), u"li"_s, Role::Dispatcher});
        shown.select(clip);
        QVERIFY(shown.button(u"play"_s).isEnabled());
        QVERIFY(!shown.button(u"export"_s).isEnabled());
        QVERIFY(!shown.button(u"delete"_s).isEnabled());
    }

    void aDeletedOneLeavesItsRecord() {
        Shown shown(*m_scene);
        const FootageId clip = shown.kept.clip(u"BWC-1A12");
        shown.select(clip);
        QTest::mouseClick(&shown.button(u"delete"_s), Qt::LeftButton);
        auto* answer = child<QLineEdit>(shown.pane, u"promptInput"_s);
        QVERIFY(answer != nullptr);
        answer->setText(u"the wrong house"_s);
        QTest::keyClick(answer, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(shown.column(FootageModel::Size), QStringList{u"deleted"_s}, patience);
        QTRY_VERIFY_WITH_TIMEOUT(QDir(shown.kept.folder()).isEmpty(), patience);
        QVERIFY(!shown.button(u"play"_s).isEnabled());
    }

    void anotherStationSeesNothingOfIt() {
        Shown shown(*m_scene, u"station:ST02");
        Q_UNUSED(shown.desk.ask(SaveFootage{.feed = code<FeedId>(u"BWC-1A12"),
                                            .from = shown.desk.clock->now(),
                                            .to = shown.desk.clock->now(),
                                            .words = u"knife"_s}));
        QCOMPARE(shown.desk.situation().footage().size(), 1);
        QVERIFY(shown.column(0).isEmpty());
    }
};

QTEST_MAIN(FootagePaneTest)
#include "footage_test.moc"
