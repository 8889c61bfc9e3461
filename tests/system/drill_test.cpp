// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The programs on a drill: it opens as one alone, and nothing live opens as that.

#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/replay/practice_journal.h"
#include "tests/support/must.h"
#include "tests/system/gateway_process.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

class DrillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        const Ran made = run(u"tridesk"_s, quick({u"--data"_s, live()}));
        QVERIFY2(made.code == 0, made.err.constData());
        const DataFolder folder = must(DataFolder::open(live()));
        const auto journal = must(SqliteJournal::open(folder.journal()));
        const Entry last = must(journal->read(must(journal->head()).seq, 1)).constFirst();
        QVERIFY(
            makePractice(
                {.journal = [path = folder.journal()]() -> std::expected<std::unique_ptr<Journal>, QString> {
                     return must(SqliteJournal::open(path));
                 },
                 .fixes = [path = folder.fixes()]() -> std::expected<std::unique_ptr<FixStore>, QString> {
                     return must(FixStore::open(path));
                 },
                 .origin = u"live"_s,
                 .folder = drill(),
                 .at = last.recordedAt,
                 .now = SystemClock().now()})
                .has_value());
    }

    void opensAsADrillAlone() {
        const Ran opened = run(u"tridesk"_s, quick({u"--drill"_s, drill()}));
        QVERIFY2(opened.code == 0, opened.err.constData());
        const Ran refused = run(u"tridesk"_s, quick({u"--data"_s, drill()}));
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("--drill"), refused.err.constData());
    }

    void nothingLiveOpensAsADrill() {
        const Ran refused = run(u"tridesk"_s, quick({u"--drill"_s, live()}));
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("is no drill"), refused.err.constData());
        const Ran none = run(u"tridesk"_s, quick({u"--drill"_s, m_dir.filePath(u"nowhere"_s)}));
        QCOMPARE(none.code, 2);
        QVERIFY(!QDir(m_dir.filePath(u"nowhere"_s)).exists());
    }

    void noGatewayServesOrFeedsIt() {
        for (const QStringList& what :
             {QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s},
              QStringList{u"import"_s, u"--units"_s,
                          QStringLiteral(TRIDESK_SOURCE_DIR "/tests/data/evening/units.csv")}}) {
            const Ran refused = run(u"tridesk-gateway"_s, what + QStringList{u"--data"_s, drill()});
            QVERIFY2(refused.code != 0, qPrintable(what.constFirst()));
            QVERIFY2(refused.err.contains("is a drill"), refused.err.constData());
        }
    }

    void standsByItself() {
        for (const QStringList& more :
             {QStringList{u"--data"_s, live()}, QStringList{u"--link"_s, u"http://127.0.0.1:1"_s}}) {
            const Ran refused = run(u"tridesk"_s, quick(QStringList{u"--drill"_s, drill()} + more));
            QCOMPARE(refused.code, 2);
            QVERIFY2(refused.err.contains(more.constFirst().toUtf8()), refused.err.constData());
        }
    }

private:
    QString live() const { return m_dir.filePath(u"desk"_s); }
    QString drill() const { return m_dir.filePath(u"drill"_s); }

    /// A console that opens, takes its picture and ends.
    QStringList quick(const QStringList& arguments) const {
        return arguments +
               QStringList{u"--lang"_s,  u"en"_s, u"--size"_s,       u"1366x768"_s,
                           u"--after"_s, u"1"_s,  u"--screenshot"_s, m_dir.filePath(u"picture.png"_s)};
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(DrillTest)
#include "drill_test.moc"
