// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/tile_store.h"
#include "tests/support/must.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tridesk;
using maps::TileId;
using maps::TileStore;

namespace {

const std::chrono::sys_seconds later{std::chrono::seconds(4'000'000'000)};

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

void fill(TileStore& store, int tiles, qsizetype size) {
    for (int x = 0; x < tiles; ++x)
        store.put(
            u"s"_s, {14, x, 0},
            {.bytes = QByteArray(size, char('a' + x % 26)), .etag = {}, .modified = {}, .expires = later});
}

} // namespace

class StoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void survivesARestart();
    void staysWithinItsBound();
    void isSharedByTwo();
    void setsADamagedFileAside_data();
    void setsADamagedFileAside();
    void findsDamageWhileItWorks();
    void leavesAloneWhatIsNotDamaged();
    void worksWhereItCannotWrite();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"sub/store.sqlite"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void StoreTest::survivesARestart() {
    {
        auto store = TileStore::open(path());
        QVERIFY2(store, qPrintable(store.error_or({})));
        (*store)->put(u"a"_s, {3, 1, 2},
                      {.bytes = "picture", .etag = "\"e\"", .modified = "then", .expires = later});
        (*store)->put(u"a"_s, {3, 1, 3}, {.bytes = {}, .etag = {}, .modified = {}, .expires = later});
    }
    auto store = TileStore::open(path());
    QVERIFY(store);
    const auto kept = (*store)->find(u"a"_s, {3, 1, 2});
    QVERIFY(kept);
    QCOMPARE(test::must(kept).bytes, QByteArray("picture"));
    QCOMPARE(test::must(kept).etag, QByteArray("\"e\""));
    QCOMPARE(test::must(kept).modified, QByteArray("then"));
    QVERIFY(test::must(kept).expires == later);
    const auto absent = (*store)->find(u"a"_s, {3, 1, 3});
    QVERIFY(absent && absent->bytes.isEmpty());
    QVERIFY(!(*store)->find(u"b"_s, {3, 1, 2}));
    (*store)->renew(u"a"_s, {3, 1, 2}, later + 1h);
    QVERIFY(test::must((*store)->find(u"a"_s, {3, 1, 2})).expires == later + 1h);
}

void StoreTest::staysWithinItsBound() {
    constexpr qint64 most = 400'000;
    {
        auto store = TileStore::open(path(), most);
        QVERIFY(store);
        fill(**store, 100, 10'000);
        QVERIFY((*store)->bytes() <= most + most / 8 + 10'200);
        QVERIFY(!(*store)->find(u"s"_s, {14, 0, 0})); // the oldest went
        QVERIFY((*store)->find(u"s"_s, {14, 99, 0}));
    }
    auto store = TileStore::open(path(), most / 2); // less, after a restart
    QVERIFY(store);
    fill(**store, 5, 10'000);
    QVERIFY((*store)->bytes() <= most / 2 + most / 16 + 10'200);
    QVERIFY(QFileInfo(path()).size() < 2 * most);
}

void StoreTest::isSharedByTwo() {
    auto one = TileStore::open(path());
    auto other = TileStore::open(path());
    QVERIFY(one && other);
    fill(**one, 3, 100);
    QVERIFY((*other)->find(u"s"_s, {14, 2, 0}));
}

void StoreTest::setsADamagedFileAside_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("no database at all, but text\n").repeated(99);
    QByteArray head = "SQLite format 3";
    head += QByteArray(5000, '\xee');
    QTest::newRow("a spoilt head") << head;
}

void StoreTest::setsADamagedFileAside() {
    QFETCH(const QByteArray, bytes);
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    QVERIFY(write(path(), bytes));
    auto store = TileStore::open(path());
    QVERIFY2(store, qPrintable(store.error_or({})));
    fill(**store, 1, 100);
    QVERIFY((*store)->find(u"s"_s, {14, 0, 0}));
    QCOMPARE(contents(TileStore::setAsidePath(path())), bytes); // not thrown away
}

void StoreTest::findsDamageWhileItWorks() {
    {
        auto store = TileStore::open(path());
        QVERIFY(store);
        fill(**store, 200, 3'000);
    }
    QByteArray bytes = contents(path());
    QVERIFY(bytes.size() > 400'000);
    // All but the first pages: it opens, and only reading shows it.
    bytes.replace(40'000, bytes.size() - 40'000, QByteArray(bytes.size() - 40'000, '\xab'));
    QVERIFY(write(path(), bytes));
    auto store = TileStore::open(path());
    QVERIFY(store);
    for (int x = 0; x < 200; ++x)
        (void)(*store)->find(u"s"_s, {14, x, 0});
    QVERIFY(QFile::exists(TileStore::setAsidePath(path())));
    fill(**store, 3, 100);
    QVERIFY((*store)->find(u"s"_s, {14, 2, 0}));
}

void StoreTest::leavesAloneWhatIsNotDamaged() {
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        db.setDatabaseName(path());
        QVERIFY(db.open());
        QVERIFY(QSqlQuery(db).exec(u"CREATE TABLE tile (somebody TEXT)"_s)); // another program's
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    const auto store = TileStore::open(path());
    QVERIFY(!store);
    QVERIFY(store.error().contains(path()));
    QVERIFY(QFile::exists(path()) && !QFile::exists(TileStore::setAsidePath(path())));
}

void StoreTest::worksWhereItCannotWrite() {
    QVERIFY(!TileStore::open(m_folder->path())); // a folder
    QVERIFY(QFile::exists(m_folder->path()));
    {
        auto store = TileStore::open(path());
        QVERIFY(store);
        fill(**store, 2, 100);
    }
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner));
    QVERIFY(QFile::setPermissions(QFileInfo(path()).path(), QFile::ReadOwner | QFile::ExeOwner));
    const QByteArray before = contents(path());
    if (auto store = TileStore::open(path())) // the system's administrator may write all the same
        fill(**store, 1, 100);
    else
        QCOMPARE(contents(path()), before);
    QVERIFY(QFile::setPermissions(QFileInfo(path()).path(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(QFile::exists(path()) && !QFile::exists(TileStore::setAsidePath(path())));
}

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
