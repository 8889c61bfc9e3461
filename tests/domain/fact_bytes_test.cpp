// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/fact_bytes.h"
#include "tests/support/every_fact.h"
#include "tests/support/scene.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;

class FactBytesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItPacks() {
        for (const Fact& fact : everyKind()) {
            QByteArray bytes;
            packFact(bytes, fact);
            const std::optional<Fact> read = unpackFact(bytes);
            QVERIFY2(read.has_value(), qPrintable(kindOf(fact)));
            QVERIFY2(static_cast<const AnyFact&>(*read) == static_cast<const AnyFact&>(fact),
                     qPrintable(kindOf(fact)));
        }
    }

    void readsWhatTheJournalReads() {
        for (const Fact& fact : everyKind()) {
            const auto read = decode(encoded(fact));
            QVERIFY2(read.has_value(), qPrintable(kindOf(fact)));
            const Fact& journalled = *read;
            QByteArray bytes;
            packFact(bytes, journalled);
            QCOMPARE(encoded(must(unpackFact(bytes))).payload, encoded(fact).payload);
        }
    }

    void refusesTornBytes() {
        for (const Fact& fact : everyKind()) {
            QByteArray bytes;
            packFact(bytes, fact);
            for (qsizetype size = 0; size < bytes.size(); ++size)
                QVERIFY2(!unpackFact(QByteArrayView(bytes).first(size)), qPrintable(kindOf(fact)));
            QVERIFY2(!unpackFact(bytes + '\0'), qPrintable(kindOf(fact)));
        }
    }

    /// Whatever stands there, it is read within its bounds or not at all.
    void survivesAnyBytes() {
        QRandomGenerator random(20261126);
        for (const Fact& fact : everyKind()) {
            QByteArray bytes;
            packFact(bytes, fact);
            for (int round = 0; round < 2'000; ++round) {
                QByteArray mutated = bytes;
                for (int change = random.bounded(1, 4); change > 0; --change)
                    mutated[random.bounded(mutated.size())] = char(random.bounded(256));
                const auto read = unpackFact(mutated);
                if (!read)
                    continue;
                QByteArray again;
                packFact(again, *read);
                QVERIFY(unpackFact(again).has_value());
            }
        }
    }

    void namesItsForm() {
        QCOMPARE(factBytesForm(), factBytesForm());
        QVERIFY(factBytesForm() != 0);
    }
};

QTEST_APPLESS_MAIN(FactBytesTest)
#include "fact_bytes_test.moc"
