// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/city.h"
#include "maps/extract/importer.h"
#include "maps/extract/work_folder.h"
#include "tests/journal/guest.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>

#include <csignal>
#include <vector>

// Imports that end before their end: told to, killed, out of disk, without their tools. What was there stays;
// what is finished is not done twice.

using namespace Qt::StringLiterals;
using namespace tridesk::maps;
using tridesk::test::asGuest;
using tridesk::test::inChild;

namespace {

/// What a run told, by phase.
struct Told {
    QSet<ImportPhase> done;
    QSet<ImportPhase> skipped;

    ImportControl control(std::function<bool()> isStopped = {}) {
        return {.progress =
                    [this](const ImportProgress& now) { (now.isSkipped ? skipped : done).insert(now.phase); },
                .isStopped = std::move(isStopped)};
    }
};

void write(const QString& path, QByteArrayView bytes, bool executable = false) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes.data(), bytes.size()), bytes.size());
    if (executable)
        QVERIFY(file.setPermissions(file.permissions() | QFile::ExeOwner));
}

constexpr int RefusedAndClean = 7;

/// This program once more, as a process of its own: an import at whose phase it dies. A forked one would lack
/// libosmium's threads.
int again(const QStringList& arguments) {
    QList<QByteArray> bytes{"resume_test", "import"};
    for (const QString& argument : arguments)
        bytes.append(QFile::encodeName(argument));
    std::vector<char*> pointers;
    for (QByteArray& each : bytes)
        pointers.push_back(each.data());
    pointers.push_back(nullptr);
    ::execv("/proc/self/exe", pointers.data());
    return 98;
}

int importHere(const QStringList& arguments) {
    const auto dieAt = phaseFromKey(arguments.value(2));
    const auto manifest = importExtract(
        {.sourceFile = arguments.value(0), .packageFolder = arguments.value(1), .name = {}, .basemap = false},
        {.progress =
             [&](const ImportProgress& now) {
                 if (now.phase == dieAt)
                     ::raise(SIGKILL);
             },
         .isStopped = {}});
    if (manifest)
        return 0;
    const bool isClean = QDir(QFileInfo(arguments.value(1)).path())
                             .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    return isClean && !manifest.error().isEmpty() && !manifest.error().contains(u'\n') ? RefusedAndClean : 2;
}

} // namespace

class ResumeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void stopsAnywhereAndGoesOn_data();
    void stopsAnywhereAndGoesOn();
    void goesOnAfterAKill_data();
    void goesOnAfterAKill();
    void beginsAnewForOtherBytes();
    void beginsAnewWhereAsked();
    void oneAtATime();
    void progressNeverFalls();
    void fullDisk();
    void readOnlyTarget();
    void tilemakerMissing();
    void tilemakerDies();
    void tilemakerHangsUntilStopped();

private:
    [[nodiscard]] ImportOptions options(bool basemap = false) const {
        return {.sourceFile = m_pbf, .packageFolder = m_target, .name = u"新"_s, .basemap = basemap};
    }
    /// Another tilemaker stands before the real one.
    void standIn(const QByteArray& script);
    [[nodiscard]] bool isWaiting() const { return WorkFolder::isWaiting(m_target); }
    [[nodiscard]] QString nameThere() const {
        const auto package = Package::open(m_target);
        return package ? package->manifest().name : QString();
    }

    QTemporaryDir m_cities;
    QString m_pbf;
    QByteArray m_path;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_target;
};

void ResumeTest::initTestCase() {
    m_path = qgetenv("PATH");
    m_pbf = m_cities.filePath(u"city.osm.pbf"_s);
    QVERIFY(writeCity({.seed = 5, .size = 0.3, .buildings = false}, m_pbf));
}

/// A package is there already.
void ResumeTest::init() {
    qputenv("PATH", m_path);
    m_folder = std::make_unique<QTemporaryDir>();
    m_target = m_folder->filePath(u"p"_s);
    ImportOptions old = options();
    old.name = u"旧"_s;
    QVERIFY(importExtract(old));
    QCOMPARE(nameThere(), u"旧"_s);
    QVERIFY(!QFile::exists(WorkFolder::pathFor(m_target)));
}

void ResumeTest::stopsAnywhereAndGoesOn_data() {
    QTest::addColumn<ImportPhase>("phase");
    QTest::addColumn<double>("part"); // of the phase, at least
    QTest::addColumn<bool>("partsAreKept");
    QTest::newRow("checking") << ImportPhase::Checking << 0.0 << false;
    QTest::newRow("sorting") << ImportPhase::Sorting << 0.0 << false;
    QTest::newRow("reading") << ImportPhase::Reading << 0.0 << false;
    QTest::newRow("places") << ImportPhase::Places << 0.0 << false;
    QTest::newRow("places, amid its streets") << ImportPhase::Places << 0.15 << false;
    QTest::newRow("places, amid its index") << ImportPhase::Places << 0.88 << false;
    QTest::newRow("roads, amid their turns") << ImportPhase::Roads << 0.3 << false;
    QTest::newRow("roads, before the file") << ImportPhase::Roads << 0.85 << false;
    QTest::newRow("posts") << ImportPhase::Posts << 0.0 << false;
    QTest::newRow("posts, before the cameras") << ImportPhase::Posts << 0.25 << false;
    QTest::newRow("tiles") << ImportPhase::Tiles << 0.0 << true;
}

void ResumeTest::stopsAnywhereAndGoesOn() {
    QFETCH(ImportPhase, phase);
    QFETCH(double, part);
    QFETCH(bool, partsAreKept);
    bool reached = false;
    ImportPhase last = ImportPhase::Checking;
    const auto stopped = importExtract(options(), {.progress =
                                                       [&](const ImportProgress& now) {
                                                           reached |= now.phase == phase && now.part >= part;
                                                           last = now.phase;
                                                       },
                                                   .isStopped = [&] { return reached; }});
    QVERIFY(!stopped);
    QCOMPARE(stopped.error(), stoppedText());
    QCOMPARE(last, phase); // and not only before the next one
    QCOMPARE(nameThere(), u"旧"_s);

    Told told;
    const auto manifest = importExtract(options(), told.control());
    QVERIFY2(manifest, manifest ? "" : qPrintable(manifest.error()));
    QCOMPARE(told.skipped.contains(ImportPhase::Places), partsAreKept);
    QCOMPARE(told.done.contains(ImportPhase::Places), !partsAreKept);
    QCOMPARE(nameThere(), u"新"_s);
    QVERIFY(manifest->read[u"names to find"_s] > 100);
    QVERIFY(manifest->bounds.contains(manifest->centre));
    QVERIFY(!QFile::exists(WorkFolder::pathFor(m_target)));
}

void ResumeTest::goesOnAfterAKill_data() {
    QTest::addColumn<ImportPhase>("phase");
    QTest::addColumn<bool>("partsAreKept");
    QTest::newRow("reading") << ImportPhase::Reading << false;
    QTest::newRow("roads") << ImportPhase::Roads << false;
    QTest::newRow("tiles") << ImportPhase::Tiles << true;
    QTest::newRow("placing") << ImportPhase::Placing << true;
}

void ResumeTest::goesOnAfterAKill() {
    QFETCH(ImportPhase, phase);
    QFETCH(bool, partsAreKept);
    const int seen = inChild([&] { return again({m_pbf, m_target, phaseKey(phase)}); });
    QCOMPARE(seen, -1); // killed
    QCOMPARE(nameThere(), u"旧"_s);
    QVERIFY(isWaiting());
    Told told;
    QVERIFY(importExtract(options(), told.control()));
    QCOMPARE(told.skipped.contains(ImportPhase::Places), partsAreKept);
    QCOMPARE(nameThere(), u"新"_s);
    QVERIFY(!isWaiting());
}

void ResumeTest::beginsAnewForOtherBytes() {
    Told first;
    QVERIFY(
        !importExtract(options(), first.control([&] { return first.done.contains(ImportPhase::Tiles); })));
    QVERIFY(isWaiting());
    const QString other = m_cities.filePath(u"other.osm.pbf"_s);
    QVERIFY(writeCity({.seed = 6, .size = 0.3, .buildings = false}, other));
    ImportOptions another = options();
    another.sourceFile = other;
    Told told;
    const auto manifest = importExtract(another, told.control());
    QVERIFY(manifest);
    QVERIFY(told.skipped.isEmpty());
    QCOMPARE(manifest->sourceFile, u"other.osm.pbf"_s);
}

void ResumeTest::beginsAnewWhereAsked() {
    Told first;
    QVERIFY(
        !importExtract(options(), first.control([&] { return first.done.contains(ImportPhase::Tiles); })));
    ImportOptions fresh = options();
    fresh.fresh = true;
    Told told;
    QVERIFY(importExtract(fresh, told.control()));
    QVERIFY(told.skipped.isEmpty());
}

void ResumeTest::oneAtATime() {
    const auto work = WorkFolder::open(m_target);
    QVERIFY(work);
    const auto second = importExtract(options());
    QVERIFY(!second);
    QVERIFY2(second.error().contains(u"another import"_s), qPrintable(second.error()));
    QCOMPARE(nameThere(), u"旧"_s);
}

void ResumeTest::progressNeverFalls() {
    double last = 0;
    bool rises = true;
    QVERIFY(importExtract(options(), {.progress =
                                          [&](const ImportProgress& now) {
                                              rises = rises && now.whole >= last && now.whole <= 1 &&
                                                      now.part <= 1 &&
                                                      phaseFromKey(phaseKey(now.phase)) == now.phase;
                                              last = now.whole;
                                          },
                                      .isStopped = {}}));
    QVERIFY(rises);
    QVERIFY(last > 0.9);
}

void ResumeTest::fullDisk() {
    const int seen = inChild([&] {
        const QString disk = m_folder->filePath(u"disk"_s);
        QDir().mkpath(disk);
        const int newSpace = ::geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
        if (::unshare(newSpace) != 0 ||
            ::mount("tmpfs", QFile::encodeName(disk).constData(), "tmpfs", 0, "size=256k") != 0)
            return 99;
        return again({m_pbf, disk + u"/p"_s});
    });
    if (seen == 99)
        QSKIP("no disk of its own may be mounted here");
    QCOMPARE(seen, RefusedAndClean);
    QCOMPARE(nameThere(), u"旧"_s);
}

void ResumeTest::readOnlyTarget() {
    const QString folder = m_folder->filePath(u"locked"_s);
    QDir().mkpath(folder);
    const int seen = asGuest({m_folder->path(), m_cities.path(), folder},
                             [&] { return again({m_pbf, folder + u"/p"_s}); });
    if (seen == 99)
        QSKIP("nobody else to be here");
    QCOMPARE(seen, RefusedAndClean);
}

void ResumeTest::standIn(const QByteArray& script) {
    const QString folder = m_folder->filePath(u"bin"_s);
    QVERIFY(QDir().mkpath(folder));
    write(folder + u"/tilemaker"_s, "#!/bin/sh\n" + script, true);
    qputenv("PATH", QFile::encodeName(folder) + ":" + m_path);
}

void ResumeTest::tilemakerMissing() {
    qputenv("PATH", QFile::encodeName(m_folder->path()));
    const auto manifest = importExtract(options(true));
    QVERIFY(!manifest);
    QVERIFY2(manifest.error().contains(u"tilemaker is not installed"_s), qPrintable(manifest.error()));
    QCOMPARE(nameThere(), u"旧"_s);
    QVERIFY(isWaiting()); // with it installed, only the tiles are left to do
}

void ResumeTest::tilemakerDies() {
    standIn("echo Block 3/9; kill -9 $$\n");
    const auto manifest = importExtract(options(true));
    QVERIFY(!manifest);
    QVERIFY2(manifest.error().contains(u"tilemaker crashed: Block 3/9"_s), qPrintable(manifest.error()));
    QCOMPARE(nameThere(), u"旧"_s);
    standIn("echo no memory; exit 1\n");
    Told told;
    const auto again = importExtract(options(true), told.control());
    QVERIFY(!again);
    QVERIFY2(again.error().contains(u"no memory"_s), qPrintable(again.error()));
    QVERIFY(told.skipped.contains(ImportPhase::Places));
}

void ResumeTest::tilemakerHangsUntilStopped() {
    standIn("echo 'z6/1/1, writing tile 5 of 10'\nexec sleep 1000\n");
    bool halfWay = false;
    const auto manifest = importExtract(options(true), {.progress =
                                                            [&](const ImportProgress& now) {
                                                                halfWay |= now.phase == ImportPhase::Tiles &&
                                                                           now.done == 5 && now.total == 10;
                                                            },
                                                        .isStopped = [&] { return halfWay; }});
    QVERIFY(!manifest);
    QCOMPARE(manifest.error(), stoppedText());
    QVERIFY(isWaiting());
}

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"import")
        return importHere(arguments.sliced(2));
    ResumeTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "resume_test.moc"
