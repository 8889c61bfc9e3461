// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/live_desk.h"
#include "tests/support/must.h"
#include "tests/system/journal_place.h"

#include <QTest>

#include <optional>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

/// Who watched what, when and why: as `tridesk-journal export` writes it out, of a folder and of a server.
class VideoAuditTest : public QObject {
    Q_OBJECT

private:
    JournalPlaces m_places;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<JournalPlace> m_place;
    std::unique_ptr<LiveDesk> m_live;
    const FeedId m_feed = code<FeedId>(u"BWC-1A12");

    QList<QJsonObject> exported(const QString& kind) {
        QList<QJsonObject> entries;
        const Ran ran = run(u"tridesk-journal"_s, {u"export"_s, u"--kind"_s, kind, m_place->toRead()});
        const QByteArrayList lines = ran.out.split('\n');
        for (const QByteArray& line : lines)
            if (const QJsonObject entry = QJsonDocument::fromJson(line).object(); !entry.isEmpty())
                entries.append(entry);
        return entries;
    }

private Q_SLOTS:
    void initTestCase_data() { JournalPlaces::addRows(); }
    void init() {
        QFETCH_GLOBAL(bool, onServer);
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = m_places.make(onServer, m_folder->filePath(u"desk"_s));
        QVERIFY2(m_place->trouble().isEmpty(), qPrintable(m_place->trouble()));
        QVERIFY(m_place->allowAnyClock());
        const auto clock = std::make_shared<ManualClock>();
        OpenDesk desk = m_place->open(m_folder->filePath(u"beside"_s), clock);
        m_live = std::make_unique<LiveDesk>(clock, std::move(desk.desk), std::move(desk.board));
        QVERIFY(m_live->ask(
            u"bureau",
            DefineFeed{
                {m_feed, {{}, u"camera"_s}, {.unit = code<UnitId>(u"1A12")}, u"rtsp://10.0.0.1/x"_s, {}}}));
    }

    void cleanup() {
        m_live.reset();
        m_place.reset();
        m_folder.reset();
    }

    void saysWhoWatchedWhatWhenAndWhy() {
        QVERIFY(m_live->ask(u"station:ST01", BeginView{m_feed, {}, u"no answer on the radio"_s}));
        const FeedView view = *m_live->situation().views().begin();
        m_live->pass(std::chrono::seconds(90));
        QVERIFY(m_live->ask(u"station:ST01", EndView{view.id}));
        const auto began = exported(u"feed.view_began"_s), ended = exported(u"feed.view_ended"_s);
        QCOMPARE(began.size(), 1);
        QCOMPARE(ended.size(), 1);
        const QJsonObject first = began.constFirst(), last = ended.constFirst();
        QCOMPARE(first[u"seat"].toString(), u"station:ST01"_s);
        QCOMPARE(first[u"user"].toString(), u"test"_s);
        QCOMPARE(first[u"stream"].toString(), u"feed/BWC-1A12"_s);
        QCOMPARE(first[u"payload"][u"feed"].toString(), m_feed.toString());
        QCOMPARE(first[u"payload"][u"unit"].toString(), u"1A12"_s);
        QCOMPARE(first[u"payload"][u"reason"].toString(), u"no answer on the radio"_s);
        QCOMPARE(last[u"payload"][u"view"].toString(), first[u"payload"][u"view"].toString());
        const auto at = [](const QJsonObject& entry) {
            return QDateTime::fromString(entry[u"happenedAt"].toString(), Qt::ISODateWithMs);
        };
        QCOMPARE(at(first).msecsTo(at(last)), 90'000);
    }

    void aViewForAnIncidentStandsInItsHistory() {
        const IncidentId incident = m_live->report(u"collision"_s, 32.05, 118.55);
        QVERIFY(
            m_live->ask(u"bureau", IssueOrder{incident, code<UnitId>(u"1A12"), OrderRole::Primary, {}, {}}));
        QVERIFY(m_live->ask(u"bureau", BeginView{m_feed, incident, {}}));
        QVERIFY(m_live->ask(u"bureau", CloseSeat{})); // whoever leaves watches no longer
        const QStringList kinds = m_live->kinds(incident);
        QVERIFY(kinds.contains(u"feed.view_began"_s) && kinds.contains(u"feed.view_ended"_s));
    }

    void whoMayNotWatchLeavesNoTraceOfHavingWatched() {
        const qsizetype before = exported(u"feed.view_began"_s).size();
        const auto asked = m_live->desk().submit(actor(u"station:ST02"), BeginView{m_feed, {}, u"curious"_s});
        QTRY_VERIFY(asked.isFinished());
        QCOMPARE(asked.result().error().code, RefusalCode::NotPermitted);
        Actor reviewer = actor(u"bureau");
        reviewer.role = Role::Reviewer;
        const auto read = m_live->desk().submit(reviewer, BeginView{m_feed, {}, u"curious"_s});
        QTRY_VERIFY(read.isFinished());
        QCOMPARE(read.result().error().code, RefusalCode::NotOfRole);
        QCOMPARE(exported(u"feed.view_began"_s).size(), before);
    }
};

QTEST_GUILESS_MAIN(VideoAuditTest)
#include "video_audit_test.moc"
