// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/match.h"
#include "maps/gazetteer/pinyin.h"
#include "maps/gazetteer/text.h"
#include "maps/gazetteer/vocabulary.h"

#include <QTest>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;

class TextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldsWidthCaseAndAccents();
    void partsHanziFromWords();
    void readsHouseNumbers();
    void knowsASlip();
    void countsSlips();
    void mendsWords();
    void readsHanzi();
    void ranksAnswers();
};

void TextTest::foldsWidthCaseAndAccents() {
    QCOMPARE(folded(u"Ｒénmín　Lù・１１８号"_s), u"renmin lu 118号"_s);
    QCOMPARE(folded(u"  O'Connell   St. "_s), u"oconnell st"_s);
    QCOMPARE(folded(u"Straße"_s), u"strasse"_s);
    QCOMPARE(folded(u"—、。"_s), QString());
    QCOMPARE(keyOf(u"main st"_s), keyOf(u"main street"_s));
}

void TextTest::partsHanziFromWords() {
    QCOMPARE(wordsOf(u"人民路118号abc d"_s), (QStringList{u"人民路"_s, u"118"_s, u"号"_s, u"abc"_s, u"d"_s}));
    QVERIFY(isHan(u"𠀀路"_s));
    QVERIFY(!isHan(u"路a"_s));
    QVERIFY(!isHan(QString()));
}

void TextTest::readsHouseNumbers() {
    QCOMPARE(houseKey(u"118号"_s), u"118"_s);
    QCOMPARE(houseKey(u"No. １２ A"_s), u"12a"_s);
    QCOMPARE(houseKey(u"118号3楼"_s), u"118"_s);
    QCOMPARE(houseKey(u"31-33"_s), u"31-33"_s);
    QCOMPARE(houseKey(u"丁11号"_s), u"丁11"_s);
    QCOMPARE(houseKey(u"6 к6"_s), u"6к6"_s);
    QCOMPARE(houseKey(u"16院"_s), u"16"_s);
    QCOMPARE(houseKey(u"16号院3号楼"_s), u"16"_s);
    QCOMPARE(houseKey(u"号"_s), QString());
    QCOMPARE(houseKey(QString(100, u'1')), QString());
}

void TextTest::knowsASlip() {
    for (const QString& slip : {u"renmin"_s, u"renmn"_s, u"renmiin"_s, u"rwnmin"_s, u"rnemin"_s, u"renmi"_s})
        QVERIFY2(isOneSlipFrom(slip, u"renmin"), qPrintable(slip));
    for (const QString& far : {u"renmxxn"_s, u"mirnen"_s, u"ren"_s, QString()})
        QVERIFY2(!isOneSlipFrom(far, u"renmin"), qPrintable(far));
}

void TextTest::countsSlips() {
    QCOMPARE(slipsToBegin(u"renmin", u"renminlu"), 0);
    QCOMPARE(slipsToBegin(u"renmni", u"renminlu"), 1);
    QCOMPARE(slipsToBegin(u"remin", u"renmin"), 1);
    QCOMPARE(slipsToBegin(u"jiefnagg", u"jiefangdadao"), 2);
    QCOMPARE(slipsToBegin(u"路", u""), 1);
    QCOMPARE(slipsToBegin(u"", u"路"), 0);
    QCOMPARE(slipsToBegin(QString(500, u'a'), QString(500, u'b')), 32); // looked at up to 32 letters
}

void TextTest::mendsWords() {
    const Vocabulary words(Vocabulary::pack({"zhongsha", "renmin", "hospital", "人民", "民路"}));
    QVERIFY(words.contains(u"人民"_s));
    QVERIFY(!words.contains(u"人"_s));
    QVERIFY(words.anyBegins(u"zhong"_s));
    QVERIFY(!words.anyBegins(u"zx"_s));
    QCOMPARE(words.oneSlipFrom(u"renmni"_s, 9).value(0), u"renmin"_s); // whole before begun
    // Kept to eight letters, yet found with a letter missing of more.
    QCOMPARE(words.oneSlipFrom(u"zhonshanlu"_s, 9).value(0), u"zhongsha"_s);
    QCOMPARE(words.oneSlipFrom(u"hopsital"_s, 9).value(0), u"hospital"_s);
    QVERIFY(words.oneSlipFrom(u"renmin"_s, 9).isEmpty()); // right as it is
    QVERIFY(words.oneSlipFrom(u"rem"_s, 9).isEmpty());    // too short to tell
    for (const QByteArray& packed : {QByteArray(), QByteArray("\n\n\n"), QByteArray("\xFF\n\x80")}) {
        const Vocabulary nonsense(packed);
        QVERIFY(!nonsense.contains(u"renmin"_s));
        QVERIFY(nonsense.oneSlipFrom(u"renmni"_s, 9).isEmpty());
    }
}

void TextTest::readsHanzi() {
    Pinyin pinyin;
    QCOMPARE(pinyin.syllables(u"人民路"_s), (QStringList{u"ren"_s, u"min"_s, u"lu"_s}));
    QCOMPARE(pinyin.syllables(u"长江路abc"_s), (QStringList{u"chang"_s, u"jiang"_s, u"lu"_s, u"abc"_s}));
    QCOMPARE(pinyin.syllables(u"建设银行"_s), (QStringList{u"jian"_s, u"she"_s, u"yin"_s, u"hang"_s}));
    QCOMPARE(pinyin.syllables(u"𠀀人银行"_s).mid(2), (QStringList{u"yin"_s, u"hang"_s}));
    QCOMPARE(pinyin.syllables(u"main street"_s), QStringList());
    QCOMPARE(initialsOf(pinyin.syllables(u"人民路118号"_s)), u"rml118h"_s);
}

void TextTest::ranksAnswers() {
    const NameForms name{
        u"人民中路"_s, u"renmin middle road"_s, {u"ren"_s, u"min"_s, u"zhong"_s, u"lu"_s}, {}};
    const auto match = [&](const QString& text) { return answerOf(Wanted(folded(text)), name).match; };
    QCOMPARE(match(u"人民中路"_s), Match::Exact);
    QCOMPARE(match(u"renminzhonglu"_s), Match::Exact);
    QCOMPARE(match(u"ren min zhong lu"_s), Match::Exact);
    QCOMPARE(match(u"Renmin Middle Rd"_s), Match::Exact);
    QCOMPARE(match(u"人民"_s), Match::Prefix);
    QCOMPARE(match(u"renminz"_s), Match::Prefix);
    QCOMPARE(match(u"rmz"_s), Match::Prefix);
    QCOMPARE(match(u"road renmin"_s), Match::Words);
    QCOMPARE(match(u"中路"_s), Match::Contains);
    QCOMPARE(match(u"zhonglu"_s), Match::Contains);
    QCOMPARE(match(u"解放"_s), Match::Similar);
}

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::TextTest)
#include "text_test.moc"
