// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "tests/support/long_shift.h"
#include "ui/actions/selection.h"
#include "ui/panes/timeline/timeline_strip.h"
#include "ui/replay/replay_window.h"
#include "ui/theme/look.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 entries = 4'000;

} // namespace

/// The window of a replay over a shift's data folder, by hand.
class ReplayWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_look = std::make_unique<Look>(*qApp);
        m_settings = std::make_unique<QSettings>(m_dir.filePath(u"console.ini"_s), QSettings::IniFormat);
        const DataFolder folder = must(DataFolder::open(m_dir.path()));
        const auto journal = must(SqliteJournal::open(folder.journal()));
        LongShift shift({.stations = 3, .units = 9, .open = 12}, 31);
        QVERIFY(shift.runTo(*journal, entries));
        m_first = must(journal->read(1, 1)).constFirst().recordedAt;
        m_last = shift.now();
        const auto store = must(FixStore::open(folder.fixes()));
        QList<Fix> fixes;
        for (Instant at = m_first; at < m_last; at += 10s)
            fixes.append({code<UnitId>(u"0A0"),
                          must(GeoPoint::from(31.1, 118.05 + double((at - m_first).count()) * 1e-9)),
                          at,
                          at,
                          {},
                          {},
                          {},
                          u"test"_s});
        QVERIFY(store->append(fixes).has_value());
    }

    void init() {
        const DataFolder folder = must(DataFolder::open(m_dir.path()));
        m_window = std::make_unique<ReplayWindow>(ReplayWindowGround{
            .record = {
                .journal = [path = folder.journal()] -> std::expected<std::unique_ptr<Journal>, QString> {
                    return must(SqliteJournal::open(path));
                },
                .fixes = [path = folder.fixes()] -> std::expected<std::unique_ptr<FixStore>, QString> {
                    return must(FixStore::open(path));
                },
                .reel = m_dir.filePath(u"reel"_s)},
            .actor = actor(u"bureau"),
            .look = *m_look,
            .settings = *m_settings,
            .surface = ui::MapSurface::Raster,
            .size = {1366, 768}});
        m_window->setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy ready(&m_window->replay(), &Replay::ready);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(!ready.isEmpty() || ready.wait(20'000));
    }

    void cleanup() { m_window.reset(); }

    void saysPlainlyThatItIsAReplay() {
        QTRY_VERIFY(child<QLabel>(u"replay.band"_s)->text().contains(u"REPLAY"_s));
        QVERIFY(child<QLabel>(u"replay.band"_s)->text().contains(text(m_window->replay().clock().at())));
    }

    /// A drag along the timeline shows the queue and the map of that instant.
    void aDragAlongTheTimelineMovesTheBoard() {
        auto* strip = child<TimelineStrip>(u"timeline.strip"_s);
        const QPoint end(strip->width() - 4, 40);
        QTest::mousePress(strip, Qt::LeftButton, {}, end);
        for (int x = end.x(); x > strip->width() / 4; x -= 25)
            drag(strip, {x, 40});
        QTest::mouseRelease(strip, Qt::LeftButton, {}, {strip->width() / 4, 40});
        const Situation& shown = m_window->replay().desk().situation();
        QTRY_VERIFY(shown.seq() < entries / 2);
        QTRY_COMPARE(shown.seq(), seqAt(m_window->replay().clock().at()));
        QTRY_COMPARE(openRows(), int(shown.openIncidents().size()));
        const Fix* early = m_window->replay().fixes().latest(code<UnitId>(u"0A0"));
        QVERIFY(early);
        const double longitude = early->at.longitude();
        QTest::keyClick(strip, Qt::Key_End);
        QTRY_COMPARE(shown.seq(), entries);
        QTRY_VERIFY(m_window->replay().fixes().latest(code<UnitId>(u"0A0"))->at.longitude() > longitude);
    }

    void playsAndPausesByButtonAndKey() {
        auto* strip = child<TimelineStrip>(u"timeline.strip"_s);
        QTest::keyClick(strip, Qt::Key_Home);
        QTRY_VERIFY(m_window->replay().desk().situation().seq() < 100);
        auto* speed = child<QComboBox>(u"replay.speed"_s);
        speed->setCurrentIndex(speed->count() - 1);
        QTest::mouseClick(child<QToolButton>(u"replay.play"_s), Qt::LeftButton);
        QVERIFY(m_window->replay().clock().plays());
        QTRY_VERIFY(m_window->replay().desk().situation().seq() > 100);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_Space, Qt::ControlModifier);
        QTRY_VERIFY(!m_window->replay().clock().plays());
        const Instant at = m_window->replay().clock().at();
        QTest::mouseClick(child<QToolButton>(u"replay.before"_s), Qt::LeftButton);
        QTRY_VERIFY(m_window->replay().clock().at() < at);
    }

    void aClickOnABarTakesItsIncidentInHand() {
        auto* strip = child<TimelineStrip>(u"timeline.strip"_s);
        strip->resize(strip->width(), 200);
        QTest::keyClick(strip, Qt::Key_End);
        IncidentId found;
        QPoint where;
        const auto look = [&] {
            for (int y = 60; y < strip->height() && found.isNull(); y += 4)
                for (int x = 4; x < strip->width() && found.isNull(); x += 4) {
                    found = strip->incidentAt({x, y});
                    where = {x, y};
                }
            return !found.isNull();
        };
        for (int notch = 0; notch < 30 && !look(); ++notch) {
            QTest::keyClick(strip, Qt::Key_Plus);
            QCoreApplication::processEvents(); // the picture of it comes from another thread
        }
        QTRY_VERIFY(look());
        QTest::mouseClick(strip, Qt::LeftButton, {}, where);
        QCOMPARE(m_window->selection().incident(), found);
    }

    void everyWidgetHasANameAndCanBeReached() {
        const QList<QWidget*> all = m_window->findChildren<QWidget*>();
        for (QWidget* each : all)
            if (each->focusPolicy() & Qt::TabFocus && each->isVisible() &&
                !each->objectName().startsWith(u"qt_"_s))
                QVERIFY2(!each->accessibleName().isEmpty() || !each->objectName().isEmpty(),
                         each->metaObject()->className());
    }

private:
    template <class W>
    W* child(const QString& name) {
        auto* found = m_window->findChild<W*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    static QString text(Instant at) {
        return toDateTime(at).toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    }

    static void drag(QWidget* on, QPoint to) {
        QMouseEvent move(QEvent::MouseMove, to, on->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(on, &move);
    }

    qint64 seqAt(Instant at) const {
        const DataFolder folder = must(DataFolder::open(m_dir.path()));
        const auto journal = must(SqliteJournal::open(folder.journal()));
        qint64 seq = 0;
        Instant latest = Instant::min();
        for (const Entry& entry : must(journal->read(1, int(entries)))) {
            latest = std::max(latest, entry.recordedAt);
            if (latest <= at)
                seq = entry.seq;
        }
        return seq;
    }

    int openRows() { return child<QAbstractItemView>(u"queueTable"_s)->model()->rowCount(); }

    QTemporaryDir m_dir;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QSettings> m_settings;
    Instant m_first;
    Instant m_last;
    std::unique_ptr<ReplayWindow> m_window;
};

QTEST_MAIN(ReplayWindowTest)
#include "window_test.moc"
