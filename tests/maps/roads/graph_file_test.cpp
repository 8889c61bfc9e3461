// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/graph.h"
#include "maps/roads/graph_file.h"
#include "maps/roads/reach.h"
#include "tests/maps/roads/made_roads.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;

/// Whatever is in the file: it opens and answers, or says in one line why not. Never a crash.
class GraphFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsWhatIsMissing();
    void asksToImportAnOldFormatAgain();
    void refusesEveryLength();
    void refusesEveryFlippedByte();
    void survivesNonsenseBehindARightChecksum();
    void writesTheSameFileTwice();

private:
    QString store(const QByteArray& bytes) {
        const QString path = m_folder.filePath(u"bad.bin"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }

    QTemporaryDir m_folder;
    MadeRoads m_roads;
    QByteArray m_good;
};

void GraphFileTest::initTestCase() {
    m_roads.fillCity(5, 5, 1);
    const QString path = m_folder.filePath(u"good.bin"_s);
    QVERIFY(m_roads.builder().write(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_good = file.readAll();
    QVERIFY(m_good.size() > 1000);
}

void GraphFileTest::tellsWhatIsMissing() {
    const auto none = RoadGraph::open(m_folder.filePath(u"none.bin"_s));
    QVERIFY(!none);
    QVERIFY(none.error().contains(u"none.bin"_s));
    const auto text = RoadGraph::open(store(QByteArray("hello\n").repeated(200)));
    QVERIFY(!text);
    QVERIFY(text.error().contains(u"not a road graph"_s));
    QVERIFY(!m_roads.builder().write(m_folder.filePath(u"no/such/folder/roads.bin"_s)));
}

void GraphFileTest::asksToImportAnOldFormatAgain() {
    QByteArray old = m_good;
    old[8] = 1; // the version follows the magic
    const auto graph = RoadGraph::open(store(old));
    QVERIFY(!graph);
    QVERIFY2(graph.error().contains(u"format 1, this program reads format 2: import the map again"_s),
             qPrintable(graph.error()));
}

void GraphFileTest::refusesEveryLength() {
    for (qsizetype length = 0; length < m_good.size(); length += 1 + length / 20)
        QVERIFY2(!RoadGraph::open(store(m_good.first(length))), qPrintable(QString::number(length)));
    QVERIFY(!RoadGraph::open(store(m_good + QByteArray(8, '\0'))));
    QVERIFY(RoadGraph::open(store(m_good)));
}

void GraphFileTest::refusesEveryFlippedByte() {
    QRandomGenerator random(4);
    for (int round = 0; round < 500; ++round) {
        QByteArray bad = m_good;
        const qsizetype at = random.bounded(bad.size());
        bad[at] = static_cast<char>(bad[at] ^ (1 << random.bounded(8)));
        QVERIFY2(!RoadGraph::open(store(bad)), qPrintable(QString::number(at)));
    }
}

void GraphFileTest::survivesNonsenseBehindARightChecksum() {
    // The checksum stops accidents; a file made to harm has a right one, which signing here stands for.
    QRandomGenerator random(9);
    int opened = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray bad = m_good;
        for (int flips = random.bounded(1, 4); flips > 0; --flips) {
            const qsizetype word = 8 * random.bounded(4, bad.size() / 8);
            const quint32 value =
                random.bounded(3) == 0 ? random.generate() : static_cast<quint32>(random.bounded(300));
            std::memcpy(bad.data() + word + 4 * random.bounded(2), &value, 4);
        }
        signGraphImage(bad);
        const auto graph = RoadGraph::open(store(bad));
        if (!graph)
            continue;
        ++opened;
        for (int query = 0; query < 4; ++query) {
            const QGeoCoordinate from = m_roads.at(random.bounded(4.0), random.bounded(4.0));
            const QGeoCoordinate to = m_roads.at(random.bounded(4.0), random.bounded(4.0));
            std::ignore = graph->route(from, to);
            const Driving driving{.profile = RoadProfile::of(static_cast<Vehicle>(query)), .traffic = {}};
            (void)graph->timesTo(to, std::span(&from, 1), 900, driving);
            std::ignore = graph->route(from, to, driving);
            (void)ReachSurface(graph->timesFrom(from, 120, driving)).ringAt(60);
            if (const auto point = graph->snap(from))
                (void)graph->info(point->segment);
        }
    }
    QVERIFY(opened > 100);
}

void GraphFileTest::writesTheSameFileTwice() {
    const QString path = m_folder.filePath(u"again.bin"_s);
    QVERIFY(m_roads.builder().write(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), m_good);
}

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::GraphFileTest)
#include "graph_file_test.moc"
