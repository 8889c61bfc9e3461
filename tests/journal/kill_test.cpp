// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/chain.h"
#include "app/journal/sqlite_journal.h"
#include "app/journal/verify.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

// kill -9 at a moment of chance while one or two processes append: whatever was acknowledged is still there,
// the journal opens, its chain holds. TRIDESK_KILL_RUNS says how often.

namespace tridesk::test {

namespace {

/// Microseconds: some die while they open, most after some entries; where within a commit is chance.
constexpr int longestLife = 80'000;

} // namespace

using namespace Qt::StringLiterals;

class KillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losesNothingAcknowledged();
    void keepsOneChainForManyProcesses();

private:
    struct Acknowledged {
        qint64 seq;
        QByteArray hash;
    };

    [[nodiscard]] std::unique_ptr<QProcess> child(const QStringList& manner);
    void collect(QProcess& child);
    void renew();
    void check();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QList<Acknowledged> m_acknowledged;
    int m_nextDraft = 0;
    int m_setAside = 0;
};

void KillTest::renew() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"journal.db"_s);
    m_acknowledged.clear();
}

std::unique_ptr<QProcess> KillTest::child(const QStringList& manner) {
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_nextDraft += 1'000'000;
    process->start(QStringLiteral(TRIDESK_APPENDER),
                   QStringList{m_path, QString::number(m_nextDraft)} + manner);
    return process;
}

void KillTest::collect(QProcess& child) {
    const QList<QByteArray> lines = child.readAllStandardOutput().split('\n');
    for (const QByteArray& line : lines.first(lines.size() - 1)) { // a line without its end was not said
        const QList<QByteArray> words = line.split(' ');
        m_acknowledged += {words[0].toLongLong(), QByteArray::fromHex(words[1])};
    }
}

void KillTest::check() {
    const auto before = verifyFile(m_path);
    if (before)
        QVERIFY2(!before->defect, qPrintable(before->defect.value_or(JournalDefect()).what));
    const auto journal = SqliteJournal::open(m_path);
    QVERIFY2(journal, journal ? "" : qPrintable(journal.error().toString()));
    m_setAside += int((*journal)->setAside().size());
    const auto verdict = verifyChain(**journal);
    QVERIFY(verdict && !verdict->defect);
    const QList<Entry> entries = (*journal)->read(1, std::numeric_limits<int>::max()).value();
    for (const Acknowledged& told : std::as_const(m_acknowledged))
        QCOMPARE(entries.value(told.seq - 1).hash, told.hash);
}

void KillTest::losesNothingAcknowledged() {
    const int runs = qEnvironmentVariable("TRIDESK_KILL_RUNS", u"60"_s).toInt();
    QRandomGenerator chance(20261121);
    qsizetype acknowledged = 0;
    for (int run = 0; run < runs; ++run) {
        if (run % 20 == 0)
            renew();
        std::vector<std::unique_ptr<QProcess>> children;
        for (int count = run % 3 == 2 ? 2 : 1; count > 0; --count)
            children.push_back(child({u"0"_s, QString::number(chance.bounded(longestLife))}));
        const qsizetype known = m_acknowledged.size();
        for (const auto& process : children) {
            QVERIFY(process->waitForFinished());
            QCOMPARE(process->exitStatus(), QProcess::CrashExit);
            collect(*process);
        }
        acknowledged += m_acknowledged.size() - known;
        if (!QFile::exists(m_path)) // killed before it was made
            continue;
        check();
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d kills, %lld entries acknowledged and all there, %d interrupted writes set aside", runs,
          qlonglong(acknowledged), m_setAside);
    QVERIFY(acknowledged > 0);
}

void KillTest::keepsOneChainForManyProcesses() {
    renew();
    constexpr int processes = 4, appends = 25;
    std::vector<std::unique_ptr<QProcess>> children;
    children.reserve(processes);
    for (int i = 0; i < processes; ++i)
        children.push_back(child({QString::number(appends)}));
    for (const auto& process : children) {
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitCode(), 0);
        collect(*process);
    }
    check();
    const auto verdict = verifyFile(m_path).value();
    QVERIFY(!verdict.defect);
    QCOMPARE(verdict.head.seq, m_acknowledged.size());
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::KillTest)
#include "kill_test.moc"
