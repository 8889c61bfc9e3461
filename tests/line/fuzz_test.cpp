// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever is typed: an error or commands, never a crash, never a position outside the line.
#include "app/line/words.h"
#include "tests/line/line_scene.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tridesk::test {

class FuzzTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesCharacters();
    void survivesWords();
    void survivesCutLines();
    void survivesLength();

private:
    void feed(const QString& typed);

    LineScene m_scene;
    QRandomGenerator m_chance{20261121};
    int m_read = 0;
};

void FuzzTest::feed(const QString& typed) {
    line::Context context = m_scene.context(m_chance.bounded(2) ? u"bureau" : u"field:1A12");
    if (m_chance.bounded(2))
        context.incident = m_scene.first;
    const auto reading = line::read(typed, context);
    if (reading) {
        ++m_read;
        for (const Command& command : reading->commands)
            (void)line::write(command, context);
        return;
    }
    const line::Error& error = reading.error();
    QVERIFY2(error.at >= 0 && error.length >= 0 && error.at + error.length <= typed.size(),
             qPrintable(typed));
    QVERIFY(error.candidates.size() <= line::mostCandidates);
    QVERIFY((error.fault == line::Fault::Ambiguous) == !error.candidates.isEmpty());
}

void FuzzTest::survivesCharacters() {
    for (int i = 0; i < 30'000; ++i) {
        QString typed;
        for (int n = m_chance.bounded(24); n > 0; --n)
            typed += QChar(ushort(m_chance.bounded(3) ? m_chance.bounded(0x7f) : m_chance.bounded(0x10000)));
        feed(typed);
    }
}

void FuzzTest::survivesWords() {
    QStringList words{u"1A12"_s,      u"1A14"_s,         u"2A01"_s,    u"0001"_s,      u"#0002"_s,
                      u"ST01"_s,      u"ST02:"_s,        u"."_s,       u"*"_s,         u"handled"_s,
                      u"已处理"_s,    u"urgent"_s,       u"10"_s,      u"18:00"_s,     u"\""_s,
                      u"\"a b\""_s,   u"via=radio"_s,    u"why=\"x"_s, u"at=31,118"_s, u"area=\"1,2 3,4\""_s,
                      u"caller=|"_s,  u"@here"_s,        u"-"_s,       u"off"_s,       u"，"_s,
                      u"text"_s,      u"文"_s,           u"level=2"_s, u"type=none"_s, u"\\"_s,
                      u"transport"_s, u"20261121-0001"_s};
    for (const line::VerbSpec& spec : line::verbSpecs()) {
        QString typed = line::verbNames(spec.verb)[0];
        feed(typed);
        for (int i = 0; i < 600; ++i) {
            typed = line::verbNames(spec.verb)[m_chance.bounded(int(line::verbNames(spec.verb).size()))];
            for (int n = m_chance.bounded(8); n > 0; --n)
                typed += u' ' + words[m_chance.bounded(int(words.size()))];
            feed(typed);
        }
    }
    QVERIFY2(m_read > 1'000, "most were nonsense: the test tries too little");
}

/// A good line at every length, and with each character changed.
void FuzzTest::survivesCutLines() {
    for (const QString& line :
         {u"D 1A14 2A01 0002 why=\"a b\" go \"now\""_s, u"VS 2A01 type=traffic at=31.5,118.5 text @addr"_s,
          u"B ST01 1A12 18:00 area=\"1,2 3,4 5,6;7,8 9,1 2,3\" text"_s, u"S 1A12 经=电台 话=“收 到” 好"_s,
          u"ED 0001 caller=\"a|b\" hazard=weapon,injured text=\"\\n\""_s})
        for (qsizetype i = 0; i <= line.size(); ++i) {
            feed(line.first(i));
            QString changed = line;
            if (i < line.size())
                changed[i] = QChar(ushort(m_chance.bounded(0x3000)));
            feed(changed);
        }
}

void FuzzTest::survivesLength() {
    feed(QString(1'000'000, u'"'));
    feed(QString(line::longestLine, u'D'));
    feed(u"D "_s + u"1A12 "_s.repeated(3'900));
    feed(u"M "_s + u"ST01 "_s.repeated(3'900));
    feed(u"ON 1A12 "_s + u"\"\" "_s.repeated(6'000));
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::FuzzTest)
#include "fuzz_test.moc"
