// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The folder of what was kept: its bounds, what is found in it at a start, and what leaves it.
#include "app/video/footage_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace tridesk;
using namespace Qt::StringLiterals;

class FootageStoreTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] FootageStore store() const {
        return FootageStore::open(m_folder->filePath(u"footage"_s)).value();
    }
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(store().folder() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    [[nodiscard]] static QByteArray hashOf(const QByteArray& bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }
    [[nodiscard]] QStringList files(const QString& below = {}) const {
        return QDir(store().folder() + u'/' + below).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void namesLeadNowhereElse_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"", ".", "..", "../journal.db", "a/b.mkv", "/etc/passwd", ".hidden"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void namesLeadNowhereElse() {
        QFETCH(QString, name);
        QVERIFY(store().pathOf(name).isEmpty());
        QCOMPARE(store().verify(name, {}), FootageStore::Check::Missing);
    }

    void namesSayWhenAndWhose() {
        const QString name = FootageStore::nameFor(u"BWC-1A12"_s, instantFromMs(1'700'000'000'000));
        static const QRegularExpression form(u"^20231114-221320-BWC-1A12-[0-9a-f]{6}$"_s);
        QVERIFY2(form.match(name).hasMatch(), qPrintable(name));
        QVERIFY(!store().pathOf(name + u".mkv"_s).isEmpty());
    }

    void itsBoundsHold() {
        const FootageStore at = store();
        constexpr qint64 mib = 1024LL * 1024;
        write(u"a.mkv"_s, QByteArray(3 * mib, 'a'));
        write(u"b.mkv.part"_s, QByteArray(2 * mib, 'b'));
        QVERIFY(at.used() >= 5 * mib && at.used() < 6 * mib);
        QVERIFY(at.room({.most = 10 * mib})(4 * mib));
        QVERIFY(!at.room({.most = 10 * mib})(6 * mib));
        QVERIFY(!at.room({.most = 10 * mib, .leaveFree = qint64(1) << 60})(1)); // no disk has that much
        QCOMPARE(at.tooMuch({.most = 100 * mib}), 0);
        QVERIFY(at.tooMuch({.most = 5 * mib}) >= mib / 2);
        QCOMPARE(at.tooMuch({.most = 5 * mib}, {u"a.mkv"_s, u"long gone.mkv"_s}), 0);
        QVERIFY(at.tooMuch({.most = 100 * mib, .leaveFree = qint64(1) << 60}) > mib);
    }

    void aStartPutsItInOrder() {
        write(u"known.mkv"_s, "known");
        write(u"gone.mkv"_s, "gone");
        write(u"orphan.mkv"_s, "orphan");
        write(u"half.mkv.part"_s, "half");
        auto working = FootageFile::create(store().folder(), u"working.mkv"_s, {});
        QVERIFY(working.has_value());
        auto fresh = FootageFile::create(store().folder(), u"fresh.mkv"_s, {});
        QVERIFY((*fresh)->write("fresh", 5));
        auto written = (*fresh)->finish(); // whole, and not on record yet
        QVERIFY(written.has_value());
        const QHash<QString, bool> recorded{{u"known.mkv"_s, true},
                                            {u"gone.mkv"_s, false},
                                            {u"lost.mkv"_s, true},
                                            {u"lost-too.png"_s, false}};
        const auto order = store().putInOrder(store().unclaimed(), recorded);
        QCOMPARE(order.setAside, (QStringList{u"half.mkv.part"_s, u"orphan.mkv"_s}));
        QCOMPARE(order.removed, QStringList{u"gone.mkv"_s});
        QCOMPARE(order.missing, QStringList{u"lost.mkv"_s});
        QCOMPARE(files(), (QStringList{u"fresh.mkv"_s, u"known.mkv"_s, u"working.mkv.part"_s}));
        QCOMPARE(files(u"aside"_s), (QStringList{u"half.mkv.part"_s, u"orphan.mkv"_s}));
        working->reset(); // let go without an end
        written = {};
        fresh->reset();
        write(u"orphan.mkv"_s, "another of that name");
        QCOMPARE(store().putInOrder(store().unclaimed(), recorded).setAside,
                 (QStringList{u"fresh.mkv"_s, u"orphan.mkv"_s}));
        QCOMPARE(files(u"aside"_s).size(), 4); // nothing was written over
        QVERIFY(store().used() > 0);
    }

    void aChangedFileIsFound() {
        write(u"a.mkv"_s, "as it was");
        QCOMPARE(store().verify(u"a.mkv"_s, hashOf("as it was")), FootageStore::Check::Whole);
        write(u"a.mkv"_s, "as it wAs");
        QCOMPARE(store().verify(u"a.mkv"_s, hashOf("as it was")), FootageStore::Check::Changed);
        QVERIFY(store().remove(u"a.mkv"_s).has_value());
        QCOMPARE(store().verify(u"a.mkv"_s, hashOf("as it was")), FootageStore::Check::Missing);
        QVERIFY(store().remove(u"a.mkv"_s).has_value()); // gone is gone
    }

    void anExportStandsBesideItsHash() {
        write(u"a.mkv"_s, "evidence");
        const QString there = m_folder->filePath(u"stick"_s);
        QVERIFY(QDir().mkpath(there));
        const auto first = store().exportTo(u"a.mkv"_s, hashOf("evidence"), there);
        QCOMPARE(first.value_or(QString()), there + u"/a.mkv"_s);
        const auto second = store().exportTo(u"a.mkv"_s, hashOf("evidence"), there);
        QCOMPARE(second.value_or(QString()), there + u"/a-2.mkv"_s);
        QProcess check; // by the tool that everybody has
        check.setWorkingDirectory(there);
        check.start(u"sha256sum"_s, {u"-c"_s, u"a.mkv.sha256"_s, u"a-2.mkv.sha256"_s});
        QVERIFY(check.waitForFinished());
        QCOMPARE(check.exitCode(), 0);
    }

    void whatIsNotWholeIsNotExported() {
        write(u"a.mkv"_s, "changed");
        const QString there = m_folder->filePath(u"stick"_s);
        QVERIFY(QDir().mkpath(there));
        QVERIFY(!store().exportTo(u"a.mkv"_s, hashOf("evidence"), there));
        QVERIFY(!store().exportTo(u"b.mkv"_s, hashOf("evidence"), there));
        QVERIFY(QDir(there).isEmpty());
        write(u"c.mkv"_s, "evidence");
        const auto nowhere = store().exportTo(u"c.mkv"_s, hashOf("evidence"), u"/nowhere/at/all"_s);
        QCOMPARE(nowhere.error().kind, WriteFault::Kind::CannotWrite);
        const auto readOnly = store().exportTo(u"c.mkv"_s, hashOf("evidence"), u"/proc/self"_s);
        QCOMPARE(readOnly.error().kind, WriteFault::Kind::CannotWrite);
    }

    void aFileThatIsNotFinishedIsGone() {
        {
            auto file = FootageFile::create(store().folder(), u"a.mkv"_s, {});
            QVERIFY((*file)->write("half", 4));
            QCOMPARE(files(), QStringList{u"a.mkv.part"_s});
            QVERIFY(!FootageFile::create(store().folder(), u"a.mkv"_s, {})); // one at a time
        }
        QVERIFY(files().isEmpty());
    }
};

QTEST_GUILESS_MAIN(FootageStoreTest)
#include "footage_store_test.moc"
