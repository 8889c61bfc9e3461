// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/rights.h"
#include "tests/support/must.h"
#include "ui/text/language.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"
#include "ui/text/video_words.h"

#include <QCoreApplication>
#include <QSet>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class WordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        qputenv("TZ", "Asia/Shanghai");
        m_translation = std::make_unique<Translation>(*qApp);
    }

    void everyValueHasANameOfItsOwn_data() {
        QTest::addColumn<bool>("chinese");
        QTest::newRow("en") << false;
        QTest::newRow("zh") << true;
    }
    void everyValueHasANameOfItsOwn() {
        QFETCH(bool, chinese);
        m_translation->set(chinese ? Language::Chinese : Language::English);
        distinct<Level>(int(Level::NonPolice) + 1);
        distinct<UnitStatus>(int(UnitStatus::Emergency) + 1);
        distinct<UnitKind>(int(UnitKind::Auxiliary) + 1);
        distinct<IncidentStage>(int(IncidentStage::Closed) + 1);
        distinct<OrderStage>(orderStageCount);
        distinct<DeadlineKind>(int(DeadlineKind::Report) + 1);
        distinct<Tier>(int(Tier::Machine) + 1);
        distinct<Role>(int(Role::Administrator) + 1);
        distinct<FeedState>(int(FeedState::Frozen) + 1);
    }

    void aPictureThatIsNotThereSaysWhy() {
        for (const Language language : {Language::English, Language::Chinese}) {
            m_translation->set(language);
            QSet<QString> words;
            for (int fault = 0; fault <= int(StreamFault::Kind::Stopped); ++fault)
                words.insert(text::faultText(StreamFault::Kind(fault)));
            for (int why = 0; why <= int(AttentionWhy::Rest); ++why)
                words.insert(text::attentionText({.plays = true, .why = AttentionWhy(why), .crowded = true}));
            words.insert(text::attentionText({.crowded = true}));
            words.insert(text::attentionText({.crowded = true, .loaded = true}));
            words.insert(text::name(FeedStill::NoPictures));
            words.insert(text::name(FeedStill::SamePicture));
            QCOMPARE(words.size(), int(StreamFault::Kind::Stopped) + 1 + int(AttentionWhy::Rest) + 1 + 4);
            QVERIFY(!words.contains(QString()));
            QVERIFY(text::attentionText({.plays = true}).isEmpty()); // all play: nothing to explain
        }
    }

    void everyRightIsRefusedInWordsOfItsOwn() {
        const Situation situation;
        for (const Language language : {Language::English, Language::Chinese}) {
            m_translation->set(language);
            QSet<QString> words;
            for (int right = int(Right::Work); right <= int(Right::ReadSensitive); ++right)
                words.insert(
                    refusalText({RefusalCode::NotOfRole, enumName(Right(right)), u"crew"_s, {}}, situation));
            QCOMPARE(words.size(), int(Right::ReadSensitive));
            QVERIFY(!words.contains(QString()));
        }
    }

    void refusalsNameFieldAndValue() {
        m_translation->set(Language::English);
        const Situation situation;
        for (int code = 0; code <= int(RefusalCode::Storage); ++code)
            QVERIFY(!refusalText({RefusalCode(code), u"unit"_s, u"1A12"_s, u"7"_s}, situation).isEmpty());
        const QString text =
            refusalText({RefusalCode::Invalid, u"place.lat"_s, u"91"_s, u"-90 to 90"_s}, situation);
        QVERIFY2(text.contains(u"Latitude"_s) && text.contains(u"91"_s) && text.contains(u"-90 to 90"_s),
                 qPrintable(text));
    }

    void chineseIsInstalledAndTakenBack() {
        m_translation->set(Language::Chinese);
        QCOMPARE(text::name(Level::Critical), u"特急"_s);
        QCOMPARE(text::name(Name{.zh = u"江东"_s, .en = u"East"_s}), u"江东"_s);
        m_translation->set(Language::English);
        QCOMPARE(text::name(Level::Critical), u"Critical"_s);
        QCOMPARE(text::name(Name{.zh = u"江东"_s, .en = {}}), u"江东"_s);
    }

    void qtsOwnDialogsAreChineseToo() { // from a package of its own: without it they stay English
        m_translation->set(Language::Chinese);
        const QString chinese = QCoreApplication::translate("QFileDialog", "Look in:");
        m_translation->set(Language::English);
        QVERIFY2(chinese.front().script() == QChar::Script_Han, qPrintable(chinese));
        QCOMPARE(QCoreApplication::translate("QFileDialog", "Look in:"), u"Look in:"_s);
    }

    void timesAreLocalAndHave24Hours() {
        m_translation->set(Language::English);
        const Instant at = instantFromMs(1'795'266'309'000); // 2026-11-21 13:05:09 UTC
        QCOMPARE(text::clock(at), u"21:05:09"_s);
        QCOMPARE(text::time(at, at + 1h), u"21:05"_s);
        QCOMPARE(text::time(at, at + 24h), u"11-21 21:05"_s);
    }

    void durationsCountToTheSecond() {
        QCOMPARE(text::duration(42s), u"0:42"_s);
        QCOMPARE(text::duration(725999ms), u"12:05"_s);
        QCOMPARE(text::duration(3h + 7min + 44s), u"3:07:44"_s);
        QCOMPARE(text::countdown(-70s), u"+1:10"_s);
        QCOMPARE(text::countdown(-59min), u"+59:00"_s);
        QCOMPARE(text::countdown(-3h - 11min), u"+3 h"_s);
        QCOMPARE(text::age(59s), u"59 s"_s);
        QCOMPARE(text::age(40min), u"40 min"_s);
    }

    void aTypeIsNamedWithThoseAboveIt() {
        m_translation->set(Language::English);
        Catalogue catalogue;
        catalogue.types = {
            {must(TypeCode::parse(u"traffic")), {u"交通"_s, u"Traffic"_s}, Level::Routine},
            {must(TypeCode::parse(u"traffic.jam")), {u"拥堵"_s, u"Congestion"_s}, Level::Routine}};
        QCOMPARE(text::typePath(catalogue, must(TypeCode::parse(u"traffic.jam"))), u"Traffic › Congestion"_s);
        QCOMPARE(text::typeName(catalogue, must(TypeCode::parse(u"what"))), u"what"_s);
    }

private:
    template <class E>
    void distinct(int count) {
        QSet<QString> seen;
        for (int value = 0; value < count; ++value) {
            const QString name = text::name(E(value));
            QVERIFY(!name.isEmpty());
            seen.insert(name);
        }
        QCOMPARE(seen.size(), qsizetype(count));
    }

    std::unique_ptr<Translation> m_translation;
};

QTEST_GUILESS_MAIN(WordsTest)

#include "words_test.moc"
