// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/city.h"
#include "maps/city/prng.h"
#include "maps/extract/reader.h"
#include "maps/extract/source.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tridesk::maps;

namespace {

/// Counts, and looks at what it gets: nothing out of bounds may come through.
class Checker : public ExtractSink {
public:
    void place(const Place& place) override {
        sound = sound && place.at.isValid() && place.nameZh.size() <= Place::MaxNameLength;
    }
    void road(const RoadWay& way) override {
        sound = sound && way.nodeIds.size() >= 2 && way.nodeIds.size() == way.points.size();
        for (const QGeoCoordinate& at : way.points)
            sound = sound && at.isValid();
    }
    void restriction(const TurnRestriction&) override {}
    void station(const PostArea& post) override { sound = sound && post.station.isValid(); }
    void postArea(const PostArea& area) override { sound = sound && area.area.size() >= 3; }
    void camera(const FixedCamera& camera) override { sound = sound && camera.at.isValid(); }
    void coastline(const QList<QPointF>& line) override { sound = sound && line.size() >= 2; }

    bool sound = true;
};

} // namespace

class DamagedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void truncatedAnywhere();
    void flippedBits();
    void noise();
    void damagedXml();

private:
    bool readsOrRefuses(const QByteArray& bytes, bool& refused);

    QTemporaryDir m_folder;
    QByteArray m_good;
};

void DamagedTest::initTestCase() {
    const QString path = m_folder.filePath(u"good.osm.pbf"_s);
    QVERIFY(writeCity({.seed = 3, .size = 0.25, .buildings = false}, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_good = file.readAll();
    bool refused = false;
    QVERIFY(readsOrRefuses(m_good, refused));
    QVERIFY(!refused);
}

bool DamagedTest::readsOrRefuses(const QByteArray& bytes, bool& refused) {
    const QString path = m_folder.filePath(u"bad.osm.pbf"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return false;
    file.close();
    Checker checker;
    const auto counts = readExtract(path, checker);
    refused = !counts;
    if (refused && (counts.error().isEmpty() || counts.error().contains(u'\n')))
        return false;
    return checker.sound;
}

void DamagedTest::truncatedAnywhere() {
    city::Prng random(1);
    int refusals = 0;
    constexpr int Times = 120;
    for (int k = 0; k < Times; ++k) {
        bool refused = false;
        QVERIFY(readsOrRefuses(m_good.first(random.below(static_cast<int>(m_good.size()))), refused));
        refusals += refused ? 1 : 0;
    }
    // an extract may end at a whole block; hardly ever by chance
    QVERIFY2(refusals >= Times - 3, qPrintable(QString::number(refusals)));
}

void DamagedTest::flippedBits() {
    city::Prng random(2);
    for (int k = 0; k < 200; ++k) {
        QByteArray bytes = m_good;
        // some in the frame at the front, where lengths stand, the others anywhere
        const int range = k % 3 == 0 ? 300 : static_cast<int>(bytes.size());
        for (int flips = random.between(1, 8); flips > 0; --flips) {
            const int at = random.below(range);
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
        }
        bool refused = false;
        QVERIFY2(readsOrRefuses(bytes, refused), qPrintable(QString::number(k)));
    }
}

void DamagedTest::noise() {
    city::Prng random(3);
    for (const int size : {0, 1, 3, 4, 5, 64, 5000}) {
        QByteArray bytes(size, '\0');
        for (char& c : bytes)
            c = static_cast<char>(random.below(256));
        bool refused = false;
        QVERIFY(readsOrRefuses(bytes, refused));
        QVERIFY(refused);
    }
}

void DamagedTest::damagedXml() {
    for (const QByteArray& text : {"<osm version='0.6'><node id='1' lat='32' lon='116'"_ba, "not xml"_ba,
                                   ""_ba, "<osm version='0.6'><node id='x' lat='900' lon='y'/></osm>"_ba}) {
        const QString path = m_folder.filePath(u"bad.osm"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const ImportControl control;
        ImportWatch watch(control, false);
        auto source = identifySource(path, watch);
        QVERIFY2(source, source ? "" : qPrintable(source.error()));
        const auto sorted = sortSource(*source, m_folder.path(), watch);
        if (!sorted)
            QVERIFY(!sorted.error().contains(u'\n'));
    }
}

QTEST_GUILESS_MAIN(DamagedTest)
#include "damaged_test.moc"
