// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/map_import_sheet.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// The sheet that makes a map, by hand: start, stop, go on, show; with a stand-in for the program that does
// it, whose every step the test decides, and once with the real one and a file that is none.

using namespace tridesk;
using namespace Qt::StringLiterals;

class MapImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void makesAMapAndShowsIt();
    void stopsAndGoesOn();
    void saysWhyNot();
    void saysThatTheProgramIsMissing();
    void realProgramRefusesABadFile();
    void closingEndsTheImport();
    void namesMakeFolders();

private:
    void open(const QString& program);
    /// A program that prints what it is told to and does as the script says.
    [[nodiscard]] QString standIn(const QByteArray& script);
    template <class W>
    [[nodiscard]] W* find(const QString& name) const {
        return m_sheet->findChild<W*>(u"mapImport."_s + name);
    }
    void click(const QString& name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    [[nodiscard]] QString words() const { return find<QLabel>(u"words"_s)->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QPointer<MapImportSheet> m_sheet;
};

void MapImportTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void MapImportTest::cleanup() {
    delete m_sheet;
}

void MapImportTest::open(const QString& program) {
    m_sheet = new MapImportSheet(m_folder->filePath(u"city.osm.pbf"_s), m_folder->path(), program, nullptr);
    m_sheet->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_sheet));
}

QString MapImportTest::standIn(const QByteArray& script) {
    const QString path = m_folder->filePath(u"tridesk-map"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script) < 0 ||
        !file.setPermissions(file.permissions() | QFile::ExeOwner))
        return {};
    return path;
}

void MapImportTest::makesAMapAndShowsIt() {
    open(standIn("printf 'reading\\t0.5\\t0.25\\t2048\\t4096\\t0\\n'\n"
                 "while [ ! -e \"$0.go\" ]; do :; done\n"
                 "printf '%s\\n' \"$@\" > \"$0.args\"\n"));
    QCOMPARE(find<QLineEdit>(u"name"_s)->text(), u"city"_s);
    QVERIFY(!find<QPushButton>(u"stop"_s)->isVisible());
    find<QLineEdit>(u"name"_s)->setText(u"云湖"_s);
    click(u"start"_s);
    QTRY_COMPARE(find<QProgressBar>(u"progress"_s)->value(), 250);
    QVERIFY2(words().contains(u"2 of 4"_s), qPrintable(words()));
    QVERIFY(!find<QLineEdit>(u"name"_s)->isEnabled());
    QVERIFY(!find<QPushButton>(u"show"_s)->isVisible());
    QFile go(m_folder->filePath(u"tridesk-map.go"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QTRY_VERIFY(find<QPushButton>(u"show"_s)->isVisible());
    QFile args(m_folder->filePath(u"tridesk-map.args"_s));
    QVERIFY(args.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(args.readAll()).split(u'\n', Qt::SkipEmptyParts),
             (QStringList{u"import"_s, m_folder->filePath(u"city.osm.pbf"_s), u"--out"_s,
                          m_folder->filePath(u"云湖"_s), u"--name"_s, u"云湖"_s, u"--progress-lines"_s}));
    QSignalSpy asked(m_sheet, &MapImportSheet::showAsked);
    click(u"show"_s);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), m_folder->filePath(u"云湖"_s));
}

void MapImportTest::stopsAndGoesOn() {
    open(standIn(
        "if [ -e \"$0.second\" ]; then printf 'places\\t1\\t0.4\\t0\\t0\\t1\\n'; exec sleep 1000; fi\n"
        "touch \"$0.second\"\ntrap 'exit 3' TERM\nprintf 'tiles\\t0\\t0.5\\t1\\t9\\t0\\n'\n"
        "while :; do :; done\n"));
    click(u"start"_s);
    QTRY_VERIFY(words().contains(u"1 of 9"_s));
    click(u"stop"_s);
    QTRY_VERIFY(find<QPushButton>(u"start"_s)->isVisible());
    QCOMPARE(find<QPushButton>(u"start"_s)->text(), MapImportSheet::tr("Go on"));
    click(u"start"_s);
    QTRY_VERIFY(words().contains(u"done before"_s));
}

void MapImportTest::saysWhyNot() {
    open(standIn("echo noise >&2; echo 'tridesk-map: city.osm.pbf: damaged' >&2; exit 2\n"));
    click(u"start"_s);
    QTRY_VERIFY2(words().endsWith(u"city.osm.pbf: damaged"_s), qPrintable(words()));
    QVERIFY(!words().contains(u"tridesk-map"_s));
    QCOMPARE(find<QPushButton>(u"start"_s)->text(), MapImportSheet::tr("Try again"));
}

void MapImportTest::saysThatTheProgramIsMissing() {
    open(m_folder->filePath(u"absent"_s));
    click(u"start"_s);
    QTRY_VERIFY2(words().contains(u"tridesk-map"_s), qPrintable(words()));
    QVERIFY(find<QPushButton>(u"start"_s)->isVisible());
}

void MapImportTest::realProgramRefusesABadFile() {
    QFile bad(m_folder->filePath(u"city.osm.pbf"_s));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("no map at all") > 0);
    bad.close();
    open(QStringLiteral(TRIDESK_BIN_DIR) + u"/tridesk-map"_s);
    click(u"start"_s);
    QTRY_VERIFY2(words().contains(u"damaged"_s), qPrintable(words()));
}

void MapImportTest::closingEndsTheImport() {
    open(standIn("echo $$ > \"$0.pid\"\nprintf 'reading\\t0\\t0.1\\t0\\t0\\t0\\n'\nexec sleep 1000\n"));
    click(u"start"_s);
    QTRY_VERIFY(find<QProgressBar>(u"progress"_s)->value() > 0);
    QFile pid(m_folder->filePath(u"tridesk-map.pid"_s));
    QVERIFY(pid.open(QIODevice::ReadOnly));
    const QString process = u"/proc/"_s + QString::fromLatin1(pid.readAll().trimmed());
    QVERIFY(QFile::exists(process));
    click(u"close"_s);
    QTRY_VERIFY(!m_sheet);
    QTRY_VERIFY(!QFile::exists(process));
}

void MapImportTest::namesMakeFolders() {
    open(standIn("exit 0\n"));
    QLineEdit* name = find<QLineEdit>(u"name"_s);
    name->setText(u"  "_s);
    QVERIFY(!find<QPushButton>(u"start"_s)->isEnabled());
    name->setText(u"../a b/c"_s);
    click(u"start"_s);
    QTRY_VERIFY(find<QPushButton>(u"show"_s)->isVisible());
    QSignalSpy asked(m_sheet, &MapImportSheet::showAsked);
    click(u"show"_s);
    QCOMPARE(asked.first().first().toString(), m_folder->filePath(u"_a_b_c"_s));
}

QTEST_MAIN(MapImportTest)
#include "map_import_test.moc"
