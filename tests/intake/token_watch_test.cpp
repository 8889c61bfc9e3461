// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tokens in memory: they follow the file, and whoever holds the file's lock holds up nobody here.
#include "app/intake/token_watch.h"
#include "app/journal/data_folder.h"
#include "app/journal/sql.h"
#include "tests/support/must.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

const Instant noon = instantFromMs(1795262400000);

/// Another program that has access.db to itself, from when it is made until it is destroyed.
class Occupant {
public:
    explicit Occupant(const QString& folder)
        : m_database(SqlDatabase::open(DataFolder::open(folder).value().access(),
                                       SqlDatabase::Access::ReadWrite, std::chrono::seconds(3))
                         .value()) {
        m_holds = m_database->run("BEGIN EXCLUSIVE").has_value();
    }
    [[nodiscard]] bool holds() const { return m_holds; }

private:
    std::unique_ptr<SqlDatabase> m_database;
    bool m_holds = false;
};

} // namespace

class TokenWatchTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] std::unique_ptr<TokenStore> store() const {
        return TokenStore::open(m_folder.path()).value();
    }

private Q_SLOTS:
    void knowsNobodyBeforeItHasRead() {
        const QByteArray token = store()->add(u"early"_s, {u"fixes"_s}, noon).value().toLatin1();
        TokenWatch watch(m_folder.path());
        QVERIFY(!watch.isReady() && !watch.find(token));
        watch.start();
        QTRY_VERIFY(watch.isReady());
        QCOMPARE(must(watch.find(token)).source, u"early");
    }

    void followsWhatOthersChange() {
        TokenWatch watch(m_folder.path());
        watch.start();
        QTRY_VERIFY(watch.isReady());
        const QByteArray token = store()->add(u"cad"_s, {u"incidents"_s}, noon).value().toLatin1();
        QTRY_VERIFY(watch.find(token));
        QVERIFY(store()->revoke(u"cad"_s, noon));
        QTRY_VERIFY(!watch.find(token));
    }

    /// What was read goes on to hold, and this thread goes on while the other waits for the lock.
    void goesOnWhileTheFileIsLocked() {
        const QByteArray token = store()->add(u"lasting"_s, {u"fixes"_s}, noon).value().toLatin1();
        TokenWatch watch(m_folder.path());
        QSignalSpy trouble(&watch, &TokenWatch::trouble);
        watch.start();
        QTRY_VERIFY(watch.isReady());
        {
            const Occupant occupant(m_folder.path());
            QVERIFY(occupant.holds());
            int beats = 0;
            QTimer heart;
            connect(&heart, &QTimer::timeout, this, [&] { beats += watch.find(token) ? 1 : -1'000'000; });
            heart.start(10);
            QTRY_VERIFY(!trouble.isEmpty());
            QVERIFY2(beats > 5, qPrintable(u"%1 beats while the file was locked"_s.arg(beats)));
            QVERIFY(trouble.first().first().toString().contains(u"access.db"));
        }
        QVERIFY(store()->revoke(u"lasting"_s, noon));
        QTRY_VERIFY(!watch.find(token));
    }

    void opensAsSoonAsTheFileIsFree() {
        TokenWatch watch(m_folder.path());
        QSignalSpy trouble(&watch, &TokenWatch::trouble);
        {
            const Occupant occupant(m_folder.path());
            QVERIFY(occupant.holds());
            watch.start();
            QTRY_VERIFY(!trouble.isEmpty());
            QVERIFY(!watch.isReady());
        }
        QTRY_VERIFY(watch.isReady());
    }
};

QTEST_GUILESS_MAIN(TokenWatchTest)
#include "token_watch_test.moc"
