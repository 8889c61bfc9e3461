// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codec.h"
#include "app/journal/chain.h"
#include "app/journal/entry_json.h"
#include "tests/support/every_fact.h"

#include <QDir>
#include <QTest>

// Entries as they were written, one file a kind and version: each must load for ever. A new kind or version
// gets its file by TRIDESK_WRITE_GOLDEN=1; a file that is there is never written again.

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

const QString folder = QStringLiteral(TRIDESK_TEST_DATA "/golden");

QString fileOf(const Draft& draft) {
    return u"%1/%2-%3.jsonl"_s.arg(folder, draft.kind).arg(draft.version);
}

bool writeOnce(const Draft& draft) {
    QFile file(fileOf(draft));
    const Entry entry = chained({}, draft, instantFromMs(1'795'262'400'500));
    return file.exists() || (file.open(QIODevice::WriteOnly) && file.write(toJsonLine(entry) + '\n') > 0);
}

} // namespace

class GoldenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void haveEveryKind() {
        for (const Fact& fact : everyKind()) {
            const Draft draft = encoded(fact);
            if (qEnvironmentVariableIsSet("TRIDESK_WRITE_GOLDEN"))
                QVERIFY(writeOnce(draft));
            QVERIFY2(QFile::exists(fileOf(draft)), qPrintable(fileOf(draft)));
        }
    }

    void load_data() {
        QTest::addColumn<QString>("path");
        for (const QFileInfo& file : QDir(folder).entryInfoList({u"*.jsonl"_s}))
            QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    }

    void load() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        int lines = 0;
        while (!file.atEnd()) {
            const auto entry = entryFromJsonLine(file.readLine().trimmed());
            QVERIFY2(entry, entry ? "" : qPrintable(entry.error()));
            QCOMPARE(chainHash(*entry), entry->hash);
            QVERIFY(QFileInfo(path).fileName().startsWith(entry->fact.kind + u'-'));
            const auto fact = decode(entry->fact);
            QVERIFY2(fact, fact ? "" : qPrintable(fact.error().field + u' ' + fact.error().detail));
            ++lines;
        }
        QVERIFY(lines > 0);
    }
};

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::GoldenTest)
#include "golden_test.moc"
