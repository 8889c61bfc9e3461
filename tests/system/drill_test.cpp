// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The programs on a drill: it is made of a record in a folder, or of one on a server by a console that has a
// copy of it; it opens as a drill alone, and nothing live opens as that.

#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/replay/practice_journal.h"
#include "tests/support/must.h"
#include "tests/system/journal_place.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

QString evening(const QString& name) {
    return QStringLiteral(TRIDESK_TEST_DATA "/evening/") + name;
}

} // namespace

class DrillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { JournalPlaces::addRows(); }
    void initTestCase() {
        for (const bool onServer : {false, true}) {
            QVERIFY(QDir(m_dir.path()).mkdir(roomOf(onServer)));
            makeDrill(onServer);
            if (QTest::currentTestFailed())
                return;
        }
    }
    void init() {
        QFETCH_GLOBAL(bool, onServer);
        m_onServer = onServer;
    }

    void holdsWhatTheRecordHeld() {
        const auto journal = must(SqliteJournal::open(must(DataFolder::open(drill())).journal()));
        QStringList kinds;
        for (const Entry& entry : must(journal->read(1, 1'000)))
            kinds << entry.fact.kind;
        QCOMPARE(kinds.constFirst(), u"practice.began"_s);
        QCOMPARE(kinds.count(u"incident.reported"_s), 1);
        QCOMPARE(kinds.count(u"order.issued"_s), 1);
        // where its car was in the hour before comes along, moved by as much
        const auto store = must(FixStore::open(must(DataFolder::open(drill())).fixes()));
        const QList<Fix> fixes = must(store->latest()).fixes;
        QCOMPARE(fixes.size(), 1);
        QCOMPARE(fixes.constFirst().unit.toString(), u"1A12"_s);
    }

    void opensAsADrillAlone() {
        const Ran opened = run(u"tridesk"_s, quick({u"--drill"_s, drill()}));
        QVERIFY2(opened.code == 0, opened.err.constData());
        const Ran refused = run(u"tridesk"_s, quick({u"--data"_s, drill()}));
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("--drill"), refused.err.constData());
    }

    void nothingLiveOpensAsADrill() {
        const Ran refused = run(u"tridesk"_s, quick({u"--drill"_s, console()}));
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("is no drill"), refused.err.constData());
        const Ran none = run(u"tridesk"_s, quick({u"--drill"_s, m_dir.filePath(u"nowhere"_s)}));
        QCOMPARE(none.code, 2);
        QVERIFY(!QDir(m_dir.filePath(u"nowhere"_s)).exists());
    }

    void noGatewayServesOrFeedsIt() {
        const JournalPlace& place = m_lives[m_onServer ? 1 : 0];
        for (const QStringList& what : {QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s},
                                        QStringList{u"import"_s, u"--units"_s, evening(u"units.csv"_s)}}) {
            const Ran refused =
                run(u"tridesk-gateway"_s, what + QStringList{u"--data"_s, drill()} + place.arguments());
            QVERIFY2(refused.code != 0, qPrintable(what.constFirst()));
            QVERIFY2(refused.err.contains(m_onServer ? "holds a desk of its own" : "is a drill"),
                     refused.err.constData());
        }
    }

    void standsByItself() {
        for (const QStringList& more :
             {consolesJournal(m_onServer ? 1 : 0), QStringList{u"--link"_s, u"http://127.0.0.1:1"_s}}) {
            const Ran refused = run(u"tridesk"_s, quick(QStringList{u"--drill"_s, drill()} + more));
            QCOMPARE(refused.code, 2);
            QVERIFY2(refused.err.contains(more.constFirst().toUtf8()), refused.err.constData());
        }
    }

private:
    static QString roomOf(bool onServer) { return onServer ? u"server"_s : u"folder"_s; }
    QString in(bool onServer, const QString& name) const {
        return m_dir.filePath(roomOf(onServer) + u'/' + name);
    }
    QString drill() const { return in(m_onServer, u"drill"_s); }
    /// Whose record it was made of: the desk's own folder, or that of a console with a copy.
    QString console() const { return in(m_onServer, m_onServer ? u"console"_s : u"desk"_s); }

    /// What tells the console where its journal is.
    QStringList consolesJournal(int live) const {
        const JournalPlace& place = m_lives[live];
        return place.isOnServer() ? QStringList{u"--journal"_s, place.address(u"wang"_s)}
                                  : QStringList{u"--data"_s, place.folder()};
    }

    void makeDrill(bool onServer) {
        m_onServer = onServer;
        m_lives.append(m_places.make(onServer, in(onServer, u"desk"_s)));
        const JournalPlace& live = m_lives.constLast();
        QVERIFY2(live.trouble().isEmpty(), qPrintable(live.trouble()));
        const QString lines =
            written(u"shift.script"_s, "station:ST01 ON 1A12 Wang\n"
                                       "bureau I traffic.accident at=32.05,118.55 two cars\n"
                                       "+1 bureau D 1A12 0001\n");
        const Ran played =
            live.gateway({u"script"_s, lines, u"--catalogue"_s, evening(u"catalogue.json"_s), u"--posts"_s,
                          evening(u"posts.geojson"_s), u"--units"_s, evening(u"units.csv"_s)});
        QVERIFY2(played.code == 0, played.err.constData());
        QByteArray points;
        for (const int ago : {90, 60})
            points += "<trkpt lat='32.01' lon='118.51'><time>" +
                      QDateTime::currentDateTimeUtc().addSecs(-ago).toString(Qt::ISODate).toLatin1() +
                      "</time></trkpt>";
        const QString track =
            written(u"track.gpx"_s, "<gpx><trk><trkseg>" + points + "</trkseg></trk></gpx>");
        const Ran tracked = live.gateway({u"import"_s, u"--tracks"_s, track, u"--unit"_s, u"1A12"_s});
        QVERIFY2(tracked.code == 0, tracked.err.constData());
        // a console sits there for a moment; beside a server its folder has a copy of the journal from then
        // on
        const QStringList data{u"--data"_s, console()};
        const Ran sat = run(u"tridesk"_s, quick(onServer ? data + consolesJournal(1) : data));
        QVERIFY2(sat.code == 0, sat.err.constData());
        const OpenDesk desk =
            onServer ? must(openReplicaDesk(console(), must(serverAt(live.address(u"wang"_s), {}))))
                     : must(openDesk(console()));
        const auto made = makePractice({.journal = desk.record->journal,
                                        .fixes = desk.record->fixes,
                                        .origin = u"live"_s,
                                        .folder = drill(),
                                        .at = SystemClock().now(),
                                        .now = SystemClock().now()});
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error()));
    }

    QString written(const QString& name, const QByteArray& content) const {
        QFile file(in(m_onServer, name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }

    /// A console that opens, takes its picture and ends.
    QStringList quick(const QStringList& arguments) const {
        return arguments +
               QStringList{u"--lang"_s,  u"en"_s, u"--size"_s,       u"1366x768"_s,
                           u"--after"_s, u"1"_s,  u"--screenshot"_s, m_dir.filePath(u"picture.png"_s)};
    }

    QTemporaryDir m_dir;
    JournalPlaces m_places;
    QList<JournalPlace> m_lives; ///< in a folder, on a server
    bool m_onServer = false;
};

QTEST_GUILESS_MAIN(DrillTest)
#include "drill_test.moc"
