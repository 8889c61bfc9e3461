// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/broker_inbox.h"
#include "app/field/broker_reader.h"
#include "tests/support/must.h"
#include "tests/support/mutate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

const Instant noon = instantFromMs(1'795'262'400'000); // 2026-11-21 12:00 UTC
const QByteArray position =
    R"({"at":"2026-11-21T11:59:58Z","lat":32.05,"lon":118.55,"speed":8,"heading":90})";
const QByteArray phone = R"({"_type":"location","lat":32.05,"lon":118.55,"tst":1795262398,"vel":36})";
const QByteArray signedStep =
    R"({"order":"00000001-0000-7000-8000-000000000001","step":"signed","happened_at":"2026-11-21T11:59:00Z"})";

Result<BrokerWord> read(const QByteArray& topic, const QByteArray& payload, bool retained = false) {
    return readBroker({topic, payload, retained}, noon);
}

BrokerFixes fixesOf(const Result<BrokerWord>& word) {
    return word && std::holds_alternative<BrokerFixes>(*word) ? std::get<BrokerFixes>(*word) : BrokerFixes();
}

} // namespace

class BrokerReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAPosition() {
        const BrokerFixes fixes = fixesOf(read("tridesk/fix/1A12", position));
        QCOMPARE(fixes.user, u"1A12");
        QCOMPARE(fixes.reports.size(), 1);
        QCOMPARE(fixes.reports.first().at.latitude(), 32.05);
        QCOMPARE(must(fixes.reports.first().speed), 8.0);
        QCOMPARE(fixes.reports.first().measuredAt, noon - std::chrono::seconds(2));
    }

    void readsAPhone() {
        const BrokerFixes fixes = fixesOf(read("owntracks/wang/phone", phone));
        QCOMPARE(fixes.user, u"wang");
        QCOMPARE(fixes.device, u"wang/phone");
        QCOMPARE(must(fixes.reports.first().speed), 10.0);
        QVERIFY(fixesOf(read("owntracks/wang/phone", R"({"_type":"lwt","tst":1})")).reports.isEmpty());
        QVERIFY(read("owntracks/wang/phone/event", "no json"));
    }

    void readsAStep() {
        const Result<BrokerWord> word = read("tridesk/step/1A12", signedStep);
        QVERIFY(word);
        const auto& said = std::get<BrokerStep>(*word);
        QCOMPARE(said.unit, u"1A12");
        QCOMPARE(said.step.to, OrderStage::Signed);
        QCOMPARE(must(said.happenedAt), noon - std::chrono::minutes(1));
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("topic");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("isForged");
        const auto row = [](const char* name, const QByteArray& topic, const QByteArray& payload,
                            const QString& field, bool isForged = false) {
            QTest::newRow(name) << topic << payload << field << isForged;
        };
        row("another unit's position", "tridesk/fix/1A14",
            R"({"unit":"1A12","at":"2026-11-21T11:59:58Z","lat":32,"lon":118})", u"unit"_s, true);
        row("another unit's step", "tridesk/step/1A14", R"({"unit":"1A12"})", u"unit"_s, true);
        row("another phone's topic", "owntracks/li/phone",
            R"({"_type":"location","lat":32,"lon":118,"tst":1795262398,"topic":"owntracks/wang/phone"})",
            u"topic"_s, true);
        row("no JSON", "tridesk/fix/1A12", "{", u"payload"_s);
        row("a list", "tridesk/fix/1A12", "[1]", u"payload"_s);
        row("empty", "tridesk/step/1A12", "", u"payload"_s);
        row("no place", "tridesk/fix/1A12", R"({"at":"2026-11-21T11:59:58Z"})", u"lat"_s);
        row("nowhere", "tridesk/fix/1A12", R"({"at":"2026-11-21T11:59:58Z","lat":91,"lon":0})", u"lat"_s);
        row("no time", "tridesk/fix/1A12", R"({"lat":32,"lon":118})", u"at"_s);
        row("in two days", "tridesk/fix/1A12", R"({"at":"2026-11-23T12:00:01Z","lat":32,"lon":118})",
            u"at"_s);
        row("unknown field", "tridesk/fix/1A12",
            R"({"at":"2026-11-21T11:59:58Z","lat":32,"lon":118,"colour":"red"})", u"colour"_s);
        row("no step", "tridesk/step/1A12", R"({"order":"00000001-0000-7000-8000-000000000001"})", u"step"_s);
        row("a desk's step", "tridesk/step/1A12",
            R"({"order":"00000001-0000-7000-8000-000000000001","step":"closed"})", u"step"_s);
        row("no order", "tridesk/step/1A12", R"({"order":"7","step":"signed"})", u"order"_s);
        row("encrypted", "owntracks/wang/phone", R"({"_type":"encrypted","data":"x"})", u"_type"_s);
        row("another topic", "tridesk/door/1A12", "{}", u"topic"_s);
        row("deeper", "tridesk/fix/1A12/x", "{}", u"topic"_s);
        row("nobody", "tridesk/fix/", "{}", u"topic"_s);
        row("long topic", "tridesk/fix/" + QByteArray(300, 'a'), "{}", u"topic"_s);
        row("long", "tridesk/fix/1A12", QByteArray(longestBrokerPayload + 1, ' '), u"payload"_s);
    }
    void refuses() {
        QFETCH(const QByteArray, topic);
        QFETCH(const QByteArray, payload);
        QFETCH(const QString, field);
        QFETCH(const bool, isForged);
        const Result<BrokerWord> word = read(topic, payload);
        QVERIFY(!word);
        QCOMPARE(word.error().field, field);
        QCOMPARE(word.error().code == RefusalCode::NotPermitted, isForged);
    }

    void refusesWhatWasKept() {
        for (const auto& [topic, payload] :
             {std::pair("tridesk/fix/1A12"_ba, position), std::pair("owntracks/wang/phone"_ba, phone),
              std::pair("tridesk/step/1A12"_ba, signedStep)}) {
            const Result<BrokerWord> word = read(topic, payload, true);
            QVERIFY(!word);
            QCOMPARE(word.error().code, RefusalCode::NotPermitted);
        }
        QVERIFY(read("tridesk/order/1A12", "{}", true)); // our own
    }

    void survivesWhatNobodyWouldSend() {
        std::mt19937 random(7);
        const QList<std::pair<QByteArray, QByteArray>> good{{"tridesk/fix/1A12", position},
                                                            {"owntracks/wang/phone", phone},
                                                            {"tridesk/step/1A12", signedStep},
                                                            {"tridesk/order/1A12", "{}"}};
        for (int i = 0; i < 20'000; ++i) {
            const auto& [topic, payload] = good[i % good.size()];
            const Result<BrokerWord> word =
                read(i % 3 == 0 ? mutated(topic, random) : topic, mutated(payload, random), i % 11 == 0);
            for (const TrackerReport& report : fixesOf(word).reports)
                QVERIFY(report.measuredAt <= noon + trackerClockSlack && !report.device.isEmpty());
            if (!word)
                QVERIFY(!word.error().field.isEmpty());
        }
    }

    void keepsTheNewestOfABurst() {
        int woken = 0;
        BrokerInbox inbox([&] { ++woken; });
        QVERIFY(inbox.drain(1).isEmpty());
        constexpr int sent = BrokerInbox::mostFixes + 10'000;
        inbox.take({"tridesk/step/1A12", signedStep}, noon);
        for (int i = 0; i < sent; ++i)
            inbox.take({"tridesk/fix/" + QByteArray::number(i), position}, noon);
        QCOMPARE(woken, 1);
        QCOMPARE(inbox.counts().heard, sent + 1);
        QCOMPARE(inbox.counts().dropped, 10'000);
        QCOMPARE(inbox.waiting(), BrokerInbox::mostFixes);
        BrokerInbox::Batch batch = inbox.drain(100);
        QCOMPARE(batch.steps.size(), 1); // a step is not given up for positions
        QCOMPARE(batch.fixes.size(), 100);
        QCOMPARE(batch.fixes.first().user, u"10000");
        qsizetype rest = 0;
        while (!(batch = inbox.drain(1000)).isEmpty())
            rest += batch.fixes.size();
        QCOMPARE(rest, BrokerInbox::mostFixes - 100);
        inbox.take({"tridesk/fix/1A12", position}, noon);
        QCOMPARE(woken, 2);
    }

    void countsWhatItRefuses() {
        BrokerInbox inbox([] {});
        inbox.take({"tridesk/fix/1A12", "{"}, noon);
        inbox.take({"tridesk/fix/1A12", position, true}, noon);
        QCOMPARE(inbox.counts().invalid, 1);
        QCOMPARE(inbox.counts().forged, 1);
        QCOMPARE(inbox.waiting(), 0);
    }

    void readsAddresses() {
        const BrokerOptions options = must(BrokerOptions::parse(u"mqtts://gateway@broker.site"_s));
        QCOMPARE(options.port, 8883);
        QCOMPARE(options.user, u"gateway");
        QVERIFY(options.tls && !options.isPlain());
        QVERIFY(must(BrokerOptions::parse(u"mqtt://10.1.2.3"_s)).isPlain());
        QVERIFY(!must(BrokerOptions::parse(u"mqtt://[::1]:7"_s)).isPlain());
        for (const QString& bad : {u""_s, u"broker"_s, u"http://broker"_s, u"mqtt://"_s, u"mqtt://a/b"_s,
                                   u"mqtt://a:70000"_s, u"mqtt://a?x=1"_s, u"mqtt://me:secret@a"_s}) {
            const auto parsed = BrokerOptions::parse(bad);
            QVERIFY2(!parsed, qPrintable(bad));
            QVERIFY(!parsed.error().contains(u"secret"));
        }
    }

    void readsPasswordsThatAreKept() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"password"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a word\r\nmore");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(must(passwordIn(file.fileName())), "a word"_ba);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadOther));
        QVERIFY(passwordIn(file.fileName()).error().contains(u"chmod 600"));
        QVERIFY(!passwordIn(folder.filePath(u"none"_s)));
        BrokerOptions options = must(BrokerOptions::parse(u"mqtt://gateway@127.0.0.1"_s));
        QVERIFY(options.fault().isEmpty());
        options.passwordFile = file.fileName();
        QVERIFY(options.fault().contains(u"chmod 600"));
        options.passwordFile.clear();
        options.authorities = file.fileName();
        QVERIFY(options.fault().contains(u"mqtts"));
    }
};

QTEST_GUILESS_MAIN(BrokerReaderTest)
#include "broker_reader_test.moc"
