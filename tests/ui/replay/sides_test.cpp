// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/video/clip_file.h"
#include "app/video/packet_source.h"
#include "tests/support/live_desk.h"
#include "tests/video/camera_server.h"
#include "ui/actions/selection.h"
#include "ui/panes/timeline/timeline_strip.h"
#include "ui/replay/replay_tile.h"
#include "ui/replay/replay_window.h"
#include "ui/theme/look.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What stands beside the board in a replay, over a desk that is live meanwhile: bookmarks, what a seat had
/// before it, decisions, pictures, the veil.
class ReplaySidesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_look = std::make_unique<Look>(*qApp);
        m_settings = std::make_unique<QSettings>(m_dir.filePath(u"console.ini"_s), QSettings::IniFormat);
        QVERIFY(CameraServer::record(m_dir.filePath(u"camera.ts"_s), {.frames = 60}));
        QVERIFY(keep(m_dir.filePath(u"camera.ts"_s)));
        m_live = std::make_unique<LiveDesk>();
        m_plain = m_live->report(u"shop window broken"_s, 31.5, 118.3);
        m_veiled = m_live->report(u"words for few"_s, 31.51, 118.31);
        QVERIFY(m_live->ask(u"bureau", FlagIncident{m_veiled, IncidentFlag::Sensitive, true}));
        QVERIFY(m_live->ask(
            u"bureau", DefineFeed{{.id = code<FeedId>(u"GATE"),
                                   .name = {u"东门"_s, u"East gate"_s},
                                   .owner = {.kind = FeedOwnerKind::Place, .at = GeoPoint::from(31.5, 118.9)},
                                   .mainAddress = u"rtsp://127.0.0.1/gate"_s,
                                   .subAddress = {}}}));
        m_live->pass(10s);
        QVERIFY(m_live->ask(u"bureau", SendMessage{{code<PostId>(u"ST01")}, u"look at the gate"_s, {}}));
        m_live->pass(10s);
        QVERIFY(
            m_live->ask(u"bureau", IssueOrder{.incident = m_plain,
                                              .to = code<UnitId>(u"1A14"),
                                              .text = {},
                                              .overrideReason = {},
                                              .shown = {{code<UnitId>(u"1A12"), 90s, 90, {u"road_time"_s}},
                                                        {code<UnitId>(u"1A14"), 120s, 130, {u"jobs"_s}}}}));
        m_ordered = now();
        m_live->pass(30s);
        m_viewed = now();
        QVERIFY(m_live->ask(u"bureau", BeginView{code<FeedId>(u"GATE"), m_plain, u"who went in"_s}));
        m_live->pass(60s);
        QVERIFY(m_live->ask(u"bureau", SaveFootage{.kind = FootageKind::Clip,
                                                   .feed = code<FeedId>(u"GATE"),
                                                   .incident = m_plain,
                                                   .from = m_viewed + 20s,
                                                   .to = m_viewed + 24s,
                                                   .words = {},
                                                   .sha256 = QByteArray(32, '\1'),
                                                   .bytes = 4096,
                                                   .file = u"clip.mkv"_s}));
        QVERIFY(m_live->ask(u"bureau", SaveFootage{.kind = FootageKind::Mark,
                                                   .feed = code<FeedId>(u"GATE"),
                                                   .incident = m_plain,
                                                   .from = m_viewed + 21s,
                                                   .to = m_viewed + 21s,
                                                   .words = u"red jacket"_s}));
        m_live->pass(60s);
        QVERIFY(m_live->ask(u"bureau", AddNote{m_plain, u"the end"_s}));
    }

    void init() {
        m_window = std::make_unique<ReplayWindow>(ReplayWindowGround{
            .record = {.journal = [path = m_live->file(u"journal.db"_s)]()
                           -> std::expected<std::unique_ptr<Journal>, QString> {
                           return must(SqliteJournal::open(path));
                       },
                       .fixes = [path = m_live->file(
                                     u"fixes.db"_s)]() -> std::expected<std::unique_ptr<FixStore>, QString> {
                           return must(FixStore::open(path));
                       },
                       .reel = m_dir.filePath(u"reel"_s),
                       .review =
                           [this](const Request& request, const std::shared_ptr<QPromise<Outcome>>& promise) {
                               QMetaObject::invokeMethod(&m_live->desk(), [this, request, promise] {
                                   m_live->desk()
                                       .submit(request.actor, request.command)
                                       .then(&m_live->desk(), [promise](const Outcome& outcome) {
                                           promise->addResult(outcome);
                                           promise->finish();
                                       });
                               });
                           }},
            .actor = actor(u"bureau"),
            .look = *m_look,
            .settings = *m_settings,
            .surface = ui::MapSurface::Raster,
            .size = {1600, 900},
            .pathOf = [this](const Footage& kept) { return m_dir.filePath(kept.file); },
            .drill = [this](QWidget&, Instant at) { m_drilled = at; }});
        m_window->setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy ready(&m_window->replay(), &Replay::ready);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(!ready.isEmpty() || ready.wait(20'000));
    }

    void cleanup() { m_window.reset(); }

    void aBookmarkIsSetListedAndGoneTo() {
        seek(m_ordered);
        m_window->selection().setIncident(m_plain);
        QTest::mouseClick(child<QToolButton>(u"replay.bookmark"_s), Qt::LeftButton);
        auto* words = child<QLineEdit>(u"bookmark.words"_s);
        QVERIFY(!child<QPushButton>(u"bookmark.set"_s)->isEnabled()); // not without words
        words->setText(u"why not 1A12?"_s);
        QTRY_VERIFY(child<QPushButton>(u"bookmark.set"_s)->isEnabled());
        QTest::mouseClick(child<QPushButton>(u"bookmark.set"_s), Qt::LeftButton);
        auto* table = child<QAbstractItemView>(u"bookmark.table"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(m_live->situation().bookmarks().size(), 1);
        const Bookmark bookmark = *m_live->situation().bookmarks().begin();
        QCOMPARE(bookmark.details, (BookmarkDetails{m_ordered, u"why not 1A12?"_s, m_plain}));
        QVERIFY(words->text().isEmpty());

        auto* strip = child<TimelineStrip>(u"timeline.strip"_s);
        const QPoint flag(int(strip->scale().xOf(m_ordered)) + 4, 6);
        QTRY_VERIFY(strip->flagAt(flag));
        QCOMPARE(strip->flagAt(flag)->words, u"why not 1A12?"_s);
        seek(m_viewed);
        QTest::mouseClick(strip, Qt::LeftButton, {}, flag);
        QCOMPARE(m_window->replay().clock().at(), m_ordered);
        seek(m_viewed);
        table->selectionModel()->select(table->model()->index(0, 0),
                                        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        Q_EMIT table->activated(table->model()->index(0, 0));
        QCOMPARE(m_window->replay().clock().at(), m_ordered);

        words->setText(u"1A12 was nearer"_s);
        QTest::mouseClick(child<QPushButton>(u"bookmark.change"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"1A12 was nearer"_s);
        QTest::mouseClick(child<QPushButton>(u"bookmark.remove"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QVERIFY(m_live->situation().bookmarks().isEmpty());
    }

    void theVeilIsLiftedWithAReasonOnRecord() {
        m_window->selection().setIncident(m_veiled);
        auto* open = child<QPushButton>(u"veil.open"_s);
        QTRY_VERIFY(open->isVisible());
        const Incident* incident = m_window->replay().desk().situation().incidents().find(m_veiled);
        QTest::mouseClick(open, Qt::LeftButton);
        auto* pane = m_window->findChild<QWidget*>(u"incidentPane"_s);
        auto* answer = pane->findChild<QLineEdit*>(u"promptInput"_s);
        QTRY_VERIFY(answer->isVisible());
        answer->setText(u"complaint 12"_s);
        QTest::keyClick(answer, Qt::Key_Return);
        QTRY_VERIFY(!open->isVisible());
        QVERIFY(incident);
        const auto journal = must(SqliteJournal::open(m_live->file(u"journal.db"_s)));
        const Entry last = must(journal->read(must(journal->head()).seq, 1)).constFirst();
        QCOMPARE(last.fact.kind, u"look.recorded"_s);
        QVERIFY(last.fact.payload.contains("complaint 12"));
    }

    /// Nothing in hand can be done to what was.
    void noHandIsOfferedOnWhatWas() {
        seek(m_viewed);
        m_window->selection().setIncident(m_plain);
        auto* pane = m_window->findChild<QWidget*>(u"incidentPane"_s);
        QTRY_VERIFY(pane->findChild<QWidget*>(u"orderTable"_s)->isVisible());
        for (const QString& name : {u"closeIncident"_s, u"closeText"_s, u"closeDisposition"_s, u"noteAdd"_s,
                                    u"noteText"_s, u"incidentEdit"_s, u"adviceAssign"_s})
            QVERIFY2(pane->findChild<QWidget*>(name)->isHidden(), qPrintable(name));
    }

    void aSeatsMessagesStandBesideItsKnowledge() {
        auto* dock = child<QDockWidget>(u"replay.dock.messages"_s);
        const auto rows = [&] {
            return dock->findChild<QAbstractItemView*>(u"messageTable"_s)->model()->rowCount();
        };
        dock->raise(); // they are read once they are looked at
        QTRY_VERIFY(dock->findChild<QAbstractItemView*>(u"messageTable"_s));
        QTRY_COMPARE(rows(), 1); // that it sent
        QVERIFY(dock->findChild<QPushButton*>(u"messages.reply"_s)->isHidden());
        QVERIFY(child<QDockWidget>(u"replay.dock.orders"_s)->isHidden());
        seek(m_ordered - 15s);
        QTRY_COMPARE(rows(), 0); // not sent yet
        auto* knownBy = child<QComboBox>(u"replay.knownBy"_s);
        QVERIFY(knownBy->findData(u"bureau"_s) > 0);
        seek(m_viewed);
        QTRY_COMPARE(rows(), 1);
    }

    void tellsWhatWasProposedWhenItWasDecided() {
        m_window->selection().setIncident(m_plain);
        auto* tree = child<QTreeWidget>(u"judged.tree"_s);
        QTRY_COMPARE(tree->topLevelItemCount(), 1);
        QVERIFY(tree->topLevelItem(0)->text(2).contains(u'2')); // the second of those shown
        QCOMPARE(tree->topLevelItem(0)->childCount(), 2);
        QVERIFY(tree->topLevelItem(0)->child(0)->text(1).contains(u"1A12"_s));
        tree->setCurrentItem(tree->topLevelItem(0));
        QTest::mouseClick(child<QPushButton>(u"judged.go"_s), Qt::LeftButton);
        QCOMPARE(m_window->replay().clock().at(), m_ordered - 1ms);
        QCOMPARE(m_window->replay().knownBy(), u"bureau"_s);
        QTRY_VERIFY(child<QLabel>(u"judged.now"_s)->text().contains(u':'));
    }

    /// Who watched, what was kept; the clip is where the clock is, and the look at it is on record.
    void picturesKeepStepWithTheClock() {
        seek(m_viewed + 5s);
        QTRY_VERIFY(m_window->findChild<ReplayTile*>(u"replay.tile.GATE"_s));
        QTRY_VERIFY(child<QLabel>(u"replay.tile.GATE.words"_s)->text().contains(u"0001"_s));
        QVERIFY(!child<ReplayTile>(u"replay.tile.GATE"_s)->isOpen());
        seek(m_viewed + 21s);
        QTRY_VERIFY(child<ReplayTile>(u"replay.tile.GATE"_s)->isOpen());
        Replayer& replayer = child<ReplayTile>(u"replay.tile.GATE"_s)->replayer();
        QTRY_VERIFY(replayer.picture().number > 0);
        const auto isAt = [&](Milliseconds into) {
            return std::chrono::abs(replayer.position() - replayer.status().begin - into) < 150ms;
        };
        QTRY_VERIFY(isAt(1s));
        QVERIFY(child<QLabel>(u"replay.tile.GATE.words"_s)->text().contains(u"red jacket"_s));
        QCOMPARE(footageViews(), 1);
        seek(m_viewed + 23s);
        QTRY_VERIFY(isAt(3s));
        m_window->replay().seek(m_viewed + 20s);
        m_window->replay().setSpeed(2);
        m_window->replay().play();
        QTRY_VERIFY(replayer.position() > replayer.status().begin + 1s);
        QCOMPARE(replayer.status().rate, 2.0);
        m_window->replay().pause();
        QTRY_VERIFY(replayer.status().paused);
        m_window->replay().setSpeed(64);
        m_window->replay().seek(m_viewed + 20s);
        m_window->replay().play(true); // stills alone
        QTRY_VERIFY(!m_window->replay().clock().plays() || m_window->replay().clock().at() < m_viewed + 19s);
        m_window->replay().pause();
        seek(m_viewed - 5s);
        QTRY_VERIFY(!m_window->findChild<ReplayTile*>(u"replay.tile.GATE"_s));
        QTRY_COMPARE(footageViews(), 0); // and its end
    }

    void onlyWhatIsAskedForStandsOnTheTimeline() {
        auto* strip = child<TimelineStrip>(u"timeline.strip"_s);
        QTRY_VERIFY(strip->picture().ticks.size() > 10);
        const qsizetype all = strip->picture().ticks.size();
        auto* what = child<QComboBox>(u"replay.what"_s);
        what->setCurrentIndex(what->findText(u"Messages"_s));
        child<QToolButton>(u"replay.only"_s)->setChecked(true);
        QTRY_COMPARE(strip->picture().ticks.size(), 1);
        child<QToolButton>(u"replay.only"_s)->setChecked(false);
        QTRY_COMPARE(strip->picture().ticks.size(), all);
        auto* who = child<QComboBox>(u"replay.who"_s);
        QVERIFY(who->count() > 2); // seats, and persons
        who->setCurrentIndex(who->count() - 1);
        child<QToolButton>(u"replay.only"_s)->setChecked(true);
        QTRY_VERIFY(!strip->picture().ticks.isEmpty());
        child<QToolButton>(u"replay.only"_s)->setChecked(false);
    }

    void stepsToTheNextOfASeatAUnitAndAnIncident() {
        auto* what = child<QComboBox>(u"replay.what"_s);
        auto* after = child<QToolButton>(u"replay.after"_s);
        m_window->selection().setIncident(m_plain);
        what->setCurrentIndex(what->findText(u"Incident in hand"_s));
        seek(m_window->replay().clock().first());
        QTest::mouseClick(after, Qt::LeftButton);
        QTRY_COMPARE(m_window->replay().clock().at(), m_ordered);
        QTest::mouseClick(after, Qt::LeftButton);
        QTRY_COMPARE(m_window->replay().clock().at(), m_viewed);
        what->setCurrentIndex(what->findText(u"Unit in hand"_s));
        m_window->selection().setUnits({code<UnitId>(u"1A14")});
        QTest::mouseClick(child<QToolButton>(u"replay.before"_s), Qt::LeftButton);
        QTRY_COMPARE(m_window->replay().clock().at(), m_ordered);
    }

    void aDrillBeginsAtTheInstantShown() {
        seek(m_viewed);
        QTest::mouseClick(child<QToolButton>(u"replay.drill"_s), Qt::LeftButton);
        QCOMPARE(m_drilled, m_viewed);
    }

    void everySideIsReachedByKeyAndNamed() {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        const QStringList sides{u"incident"_s, u"judged"_s, u"video"_s, u"messages"_s, u"alarms"_s};
        for (int i = 0; i < sides.size(); ++i) {
            QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
            auto* side = child<QDockWidget>(u"replay.dock."_s + sides[i]);
            QTRY_VERIFY2(!side->visibleRegion().isEmpty(), qPrintable(sides[i]));
            QVERIFY(!side->accessibleName().isEmpty());
        }
    }

private:
    template <class W>
    W* child(const QString& name) {
        auto* found = m_window->findChild<W*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    /// As a clip is kept: 15 pictures a second.
    bool keep(const QString& recording) {
        auto source = replayOf(recording)();
        if (!source)
            return false;
        std::unique_ptr<ClipFile> clip;
        VideoTime at{};
        while (auto held = (*source)->next().value_or(std::nullopt)) {
            held->at = at;
            at += 66ms;
            if (!clip) {
                auto file = FootageFile::create(m_dir.path(), u"clip.mkv"_s, [](qint64) { return true; });
                clip = must(ClipFile::create(must(std::move(file)), *held, nullptr, {}));
            }
            if (!clip->write(*held))
                return false;
        }
        return clip && clip->finish().has_value();
    }

    Instant now() const { return m_live->desk().clock().now(); }

    void seek(Instant at) {
        m_window->replay().pause();
        m_window->replay().seek(at);
        QTRY_COMPARE(m_window->replay().desk().clock().now(), at);
    }

    qsizetype footageViews() const {
        qsizetype count = 0;
        for (const FeedView& view : m_live->situation().views())
            count += view.footage ? 1 : 0;
        return count;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<LiveDesk> m_live;
    IncidentId m_plain;
    IncidentId m_veiled;
    Instant m_ordered;
    Instant m_viewed;
    Instant m_drilled;
    std::unique_ptr<ReplayWindow> m_window;
};

QTEST_MAIN(ReplaySidesTest)
#include "sides_test.moc"
