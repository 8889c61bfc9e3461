// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/bell.h"
#include "app/journal/file_watch.h"
#include "tests/journal/fixture.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <sqlite3.h>

namespace tridesk::test {

using namespace Qt::StringLiterals;

class WatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<JournalFile>(); }

    void wakesForAnotherProcess();
    void wakesForAStoreMadeLater();
    void noticesAWriterThatDidNotRing();

private:
    std::unique_ptr<JournalFile> m_file;
};

void WatchTest::wakesForAnotherProcess() {
    QVERIFY(m_file->fill(1));
    const auto journal = m_file->open();
    FileWatch watch(bellOf(m_file->path()));
    qint64 seen = 1;
    connect(&watch, &FileWatch::rang, this, [&] { seen = (*journal)->head().value().seq; });
    QProcess other;
    other.start(QStringLiteral(TRIDESK_APPENDER), {m_file->path(), u"1000"_s, u"10"_s});
    QVERIFY(other.waitForStarted());
    QTRY_COMPARE(other.state(), QProcess::NotRunning);
    const qint64 told = other.readAllStandardOutput().count('\n');
    QVERIFY(told > 0);
    QTRY_COMPARE(seen, 1 + told);
}

void WatchTest::wakesForAStoreMadeLater() {
    FileWatch watch(bellOf(m_file->path()));
    QSignalSpy rang(&watch, &FileWatch::rang);
    QVERIFY(m_file->fill(1));
    QTRY_VERIFY(!rang.isEmpty());
}

/// As if it had died between its commit and the bell.
void WatchTest::noticesAWriterThatDidNotRing() {
    QVERIFY(m_file->fill(1));
    const auto journal = m_file->open();
    FileWatch watch(bellOf(m_file->path()));
    QSignalSpy rang(&watch, &FileWatch::rang);
    sqlite3* other = nullptr;
    sqlite3_open(m_file->path().toUtf8().constData(), &other);
    sqlite3_exec(other,
                 "UPDATE receipts SET at = 1; DELETE FROM lookups; INSERT INTO lookups VALUES ('x', 1)",
                 nullptr, nullptr, nullptr);
    sqlite3_close(other);
    QTRY_VERIFY(!rang.isEmpty());
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::WatchTest)
#include "watch_test.moc"
