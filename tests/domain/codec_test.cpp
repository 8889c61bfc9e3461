// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/every_fact.h"
#include "tests/support/scene.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

class CodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites() {
        for (const Fact& fact : everyKind()) {
            const Draft draft = encoded(fact);
            const auto read = decode(draft);
            QVERIFY2(read.has_value(), qPrintable(draft.kind));
            QVERIFY2(static_cast<const AnyFact&>(*read) == static_cast<const AnyFact&>(fact),
                     qPrintable(draft.kind));
            QCOMPARE(encoded(*read).payload, draft.payload);
        }
    }

    void namesEveryKindOnce() {
        QSet<QString> kinds;
        for (const Fact& fact : everyKind())
            kinds.insert(kindOf(fact));
        QCOMPARE(kinds.size(), qsizetype(std::variant_size_v<AnyFact>) - 1 + orderStageCount - 1);
    }

    void keepsAllOfAnIncidentInOneStream() {
        Scene scene;
        scene.furnish();
        const IncidentId id = scene.report();
        scene.issue(id, u"1A12");
        QCOMPARE(scene.entries.last().fact.stream, u"incident/"_s + id.toString());
        QCOMPARE(scene.entries.last().fact.kind, u"order.issued"_s);
    }

    void refusesWhatItDoesNotKnow() {
        Draft draft = encoded(IncidentNoted{IncidentId(QUuid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), u"x"_s});
        Draft newer = draft;
        newer.version = 99;
        QCOMPARE(decode(newer).error().field, u"version"_s);
        Draft other = draft;
        other.kind = u"incident.sung"_s;
        QCOMPARE(decode(other).error().field, u"kind"_s);
        Draft pattern =
            encoded(OrderAdvanced{OrderId(QUuid(8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), {}, {}, {}, {}});
        pattern.kind = u"order.*"_s;
        QCOMPARE(decode(pattern).error().field, u"kind"_s);
        Draft wrong = draft;
        wrong.payload = "{\"incident\":7}";
        QCOMPARE(decode(wrong).error().field, u"incident"_s);
        Draft torn = draft;
        torn.payload.chop(3);
        QCOMPARE(decode(torn).error().field, u"payload"_s);
    }

    void survivesDamage() {
        QRandomGenerator random(20261121);
        const QList<Fact> facts = everyKind();
        for (int i = 0; i < 20'000; ++i) {
            Draft draft = encoded(facts[i % facts.size()]);
            for (int flips = random.bounded(1, 4); flips > 0 && !draft.payload.isEmpty(); --flips)
                draft.payload[random.bounded(int(draft.payload.size()))] = char(random.bounded(256));
            if (const auto read = decode(draft))
                Q_UNUSED(encoded(*read));
        }
    }
};

QTEST_GUILESS_MAIN(CodecTest)
#include "codec_test.moc"
