// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/match.h"
#include "maps/gazetteer/pinyin.h"
#include "maps/gazetteer/text.h"

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
    QCOMPARE(houseKey(u"号"_s), QString());
    QCOMPARE(houseKey(QString(100, u'1')), QString());
}

void TextTest::knowsASlip() {
    for (const QString& slip : {u"renmin"_s, u"renmn"_s, u"renmiin"_s, u"rwnmin"_s, u"rnemin"_s, u"renmi"_s})
        QVERIFY2(isOneSlipFrom(slip, u"renmin"), qPrintable(slip));
    for (const QString& far : {u"renmxxn"_s, u"mirnen"_s, u"ren"_s, QString()})
        QVERIFY2(!isOneSlipFrom(far, u"renmin"), qPrintable(far));
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
