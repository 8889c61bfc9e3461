// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a script's file says, and what is said of one that cannot be taken: the line, the field, the value.
#include "app/line/script.h"
#include "tests/support/must.h"
#include "tests/support/mutate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk::test {

namespace {

const QByteArray sample = "# a drill\r\n"
                          "begin 2026-11-21 20:00:00\r\n"
                          "seat bureau as Chen Wei\r\n"
                          "20:00:05 I traffic two cars @Jiefang Road\r\n"
                          "+6 D 1A12 0001\r\n"
                          "\r\n"
                          "+1.5 field:1A12 S\r\n"
                          "  bureau !unit_busy D 1A12 0002\r\n"
                          "+10m 派1A12 0001\r\n"
                          "23:59 station:ST01 N 0001 quiet\r\n"
                          "00:10 @the bridge\r\n"
                          "+1h\r\n";

} // namespace

class ScriptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTimesSeatsAndLines();
    void countsFromItsFirstTime();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void survivesDamage();
};

void ScriptTest::readsTimesSeatsAndLines() {
    const auto script = line::readScript(sample, QTimeZone(8 * 3600));
    QVERIFY2(script, script ? "" : qPrintable(script.error().toString(u"x"_s)));
    QCOMPARE(toIso(must(script->begin)), u"2026-11-21T12:00:00.000Z"_s);
    QCOMPARE(script->lines.size(), 7);
    struct Expected {
        int row;
        Milliseconds at;
        QString seat, user, code, text;
    };
    const Expected expected[] = {
        {4, 5s, u"bureau"_s, u"Chen Wei"_s, {}, u"I traffic two cars @Jiefang Road"_s},
        {5, 11s, u"bureau"_s, u"Chen Wei"_s, {}, u"D 1A12 0001"_s},
        {7, 12500ms, u"field:1A12"_s, {}, {}, u"S"_s},
        {8, 12500ms, u"bureau"_s, u"Chen Wei"_s, u"unit_busy"_s, u"D 1A12 0002"_s},
        {9, 612500ms, u"bureau"_s, u"Chen Wei"_s, {}, u"派1A12 0001"_s},
        {10, 3h + 59min, u"station:ST01"_s, {}, {}, u"N 0001 quiet"_s},
        {11, 4h + 10min, u"station:ST01"_s, {}, {}, u"@the bridge"_s},
    };
    for (qsizetype i = 0; i < script->lines.size(); ++i) {
        const line::ScriptLine& line = script->lines.at(i);
        QCOMPARE(line.row, expected[i].row);
        QCOMPARE(line.at, expected[i].at);
        QCOMPARE(line.seat.toString(), expected[i].seat);
        QCOMPARE(line.user, expected[i].user);
        QCOMPARE(line.mustRefuse, expected[i].code);
        QCOMPARE(line.text, expected[i].text);
    }
    QCOMPARE(script->length, 5h + 10min); // the last line only lets time pass
}

void ScriptTest::countsFromItsFirstTime() {
    const auto script = line::readScript("+5 AV 1A12\n21:00 AV 1A14\n21:00:10 AV 2A01\n", QTimeZone::UTC);
    QVERIFY(script);
    QVERIFY(!script->begin);
    QCOMPARE(script->lines.at(0).at, 5s);
    QCOMPARE(script->lines.at(1).at, 5s);
    QCOMPARE(script->lines.at(2).at, 15s);
    QCOMPARE(script->lines.at(0).seat.toString(), u"bureau"_s);
}

void ScriptTest::saysWhatIsWrong_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const QByteArray& file, const QString& said) {
        QTest::newRow(name) << file << u"drill"_s + said;
    };
    row("no verb", "AV 1A12\nxyzzy 1A12\n", u":2: verb: \"xyzzy\": is no verb"_s);
    row("several verbs", "e 1A12\n", u":1: verb: \"e\": is no verb, or the beginning of several"_s);
    row("time", "25:00 AV 1A12\n", u":1: time: \"25:00\": must be a time of day"_s);
    row("later", "+5x AV 1A12\n", u":1: time: \"+5x\": must be"_s);
    row("going back", "20:00 AV 1A12\n19:59 AV 1A12\n", u":2: time: \"19:59\": is earlier"_s);
    row("too long", "20:00 AV 1A12\n+200h AV 1A12\n", u":2: time: \"+200h\": is more than a week"_s);
    row("seat", "seat station AV\n", u":1: seat: \"station\": must be bureau"_s);
    row("seat of a machine", "machine:cad I smoke\n", u":1: seat: \"machine:cad\": must be bureau"_s);
    row("line behind a seat", "seat bureau AV 1A12\n", u":1: seat: \"AV\": only \"as NAME\" may follow"_s);
    row("code", "!busy D 1A12 0001\n", u":1: code: \"!busy\": is no code"_s);
    row("code of nothing", "!unit_busy\n", u":1: line: \"!unit_busy\": nothing to be refused"_s);
    row("begin late", "AV 1A12\nbegin 2026-11-21 20:00\n",
        u":2: begin: \"2026-11-21 20:00\": must stand once"_s);
    row("begin twice", "begin 2026-11-21 20:00\nbegin 2026-11-21 20:00\n", u":2: begin:"_s);
    row("begin when", "begin tonight\nAV 1A12\n", u":1: begin: \"tonight\": must be a date and a time"_s);
    row("begin on a day", "begin 2026-11-21\nAV 1A12\n", u":1: begin: \"2026-11-21\": must be"_s);
    row("empty", "# nothing\n", u": lines: there is nothing to play"_s);
    row("not UTF-8", "AV \xff\xfe\n", u": encoding: is not UTF-8"_s);
    row("long line", "N 0001 " + QByteArray(30'000, 'x'), u":1: line: \"N 0001 xxx"_s);
    row("large", QByteArray(5'000'000, '\n'), u": size: \"5000000\": more than"_s);
    row("many lines", QByteArray("AV 1A12\n").repeated(100'001), u":100001: line:"_s);
}

void ScriptTest::saysWhatIsWrong() {
    QFETCH(QByteArray, file);
    QFETCH(QString, said);
    const auto script = line::readScript(file, QTimeZone::UTC);
    QVERIFY(!script);
    const QString line = script.error().toString(u"drill"_s);
    QVERIFY2(line.startsWith(said), qPrintable(line));
    QVERIFY(!line.contains(u'\n'));
}

void ScriptTest::survivesDamage() {
    std::mt19937 random(7); // NOLINT: the same damage in every run
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray damaged = mutated(sample, random);
        const auto script = line::readScript(damaged, QTimeZone::UTC);
        if (!script)
            continue;
        Milliseconds last{0};
        for (const line::ScriptLine& line : script->lines) {
            QVERIFY(line.at >= last && line.at <= script->length && !line.text.isEmpty());
            last = line.at;
        }
    }
}

} // namespace tridesk::test

QTEST_APPLESS_MAIN(tridesk::test::ScriptTest)
#include "script_test.moc"
