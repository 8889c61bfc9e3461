// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scripts through the programs: what is said of a bad one, what it leaves behind, and a drill in the window.
#include "tests/system/journal_place.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto gateway = "tridesk-gateway"_L1;

QString evening(const QString& name) {
    return QStringLiteral(TRIDESK_TEST_DATA "/evening/") + name;
}

/// What the journal holds, kind by kind in its order.
QStringList kinds(const QString& data) {
    QStringList found;
    for (const QByteArray& line : run(u"tridesk-journal"_s, {u"export"_s, data}).out.split('\n'))
        if (const QJsonObject entry = QJsonDocument::fromJson(line).object(); !entry.isEmpty())
            found << entry[u"kind"].toString();
    return found;
}

} // namespace

class ScriptTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    JournalPlaces m_places;
    std::optional<JournalPlace> m_place;

    const QString& data() const { return m_place->folder(); }
    QString script(const QByteArray& lines) const {
        QFile file(m_folder->filePath(u"drill.script"_s));
        return file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size() ? file.fileName()
                                                                                    : QString();
    }
    Ran play(const QByteArray& lines, const QStringList& more = {}) const {
        return m_place->gateway(QStringList{u"script"_s, script(lines)} + more);
    }
    /// Puts the desk where the row says; a server's as one for training.
    [[nodiscard]] bool isPlaced() {
        QFETCH(bool, onServer);
        m_place = m_places.make(onServer, data());
        return m_place->trouble().isEmpty() && m_place->allowAnyClock();
    }
    static QStringList lists() {
        return {u"--catalogue"_s, evening(u"catalogue.json"_s), u"--posts"_s, evening(u"posts.geojson"_s),
                u"--units"_s,     evening(u"units.csv"_s)};
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = JournalPlace(m_folder->filePath(u"desk"_s));
    }

    void saysInOneLineWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const QByteArray& lines, const QStringList& more,
                            const QByteArray& said) { QTest::newRow(name) << lines << more << said; };
        row("verb", "AV 1A12\n\nfly 1A12\n", {}, "drill.script:3: verb: \"fly\": is no verb");
        row("time", "8pm AV 1A12\n", {}, "drill.script:1: time: \"8pm\": must be");
        row("nothing", "", {}, "drill.script: lines: there is nothing to play");
        row("future", "begin 2999-01-01 20:00:00\nAV 1A12\n", {}, "begin: \"2999-01-01");
        row("begin", "AV 1A12\n", {u"--begin"_s, u"yesterday"_s}, "--begin: \"yesterday\" is no time");
        row("no such list", "AV 1A12\n", {u"--posts"_s, u"/nowhere"_s}, "/nowhere");
        row("option", "AV 1A12\n", {u"--speed"_s, u"2"_s}, "speed");
    }
    void saysInOneLineWhatIsWrong() {
        QFETCH(QByteArray, lines);
        QFETCH(QStringList, more);
        QFETCH(QByteArray, said);
        const Ran ran = play(lines, more);
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.startsWith("tridesk-gateway: ") && ran.err.count('\n') == 1 &&
                     ran.err.contains(said),
                 ran.err.constData());
        QVERIFY(kinds(m_place->toRead()).isEmpty());
    }

    void missingFile() {
        const Ran ran = run(gateway, {u"script"_s, u"/nowhere.script"_s, u"--data"_s, data()});
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.contains("/nowhere.script: "), ran.err.constData());
        QCOMPARE(run(gateway, {u"script"_s, u"--data"_s, data()}).code, 2);
    }

    void stopsAtTheLineThatGoesWrong_data() { JournalPlaces::addRows(); }
    void stopsAtTheLineThatGoesWrong() {
        QVERIFY(isPlaced());
        const Ran ran = play("station:ST01 ON 1A12 Wang\nbureau D 1A12 0001\n", lists());
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.contains("drill.script:2: bureau: D 1A12 0001: incident: \"0001\": line.unknown"),
                 ran.err.constData());
        QVERIFY(ran.err.contains("the 1 lines before it are played"));
        QCOMPARE(kinds(m_place->toRead()).constLast(), u"unit.logged_on"_s);
    }

    void withoutADateItHasJustEnded_data() { JournalPlaces::addRows(); }
    void withoutADateItHasJustEnded() {
        QVERIFY(isPlaced());
        const Ran ran = play("station:ST01 ON 1A12 Wang\n+3600 OFF 1A12\n", lists());
        QVERIFY2(ran.code == 0, ran.err.constData());
        QVERIFY2(ran.out.contains("2 lines played"), ran.out.constData());
        // the desk goes on from there: nothing lies in its future
        QCOMPARE(play("station:ST01 ON 1A12 Wang\n").code, 0);
        QVERIFY(play("station:ST01 ON 1A12 Wang\n+60\n").err.contains("later than that"));
    }

    /// A server dates by its own clock, but where it is for training: nothing is played, or loaded.
    void aServerRefusesAnotherTime() {
        m_place = m_places.make(true, data());
        QVERIFY2(m_place->trouble().isEmpty(), qPrintable(m_place->trouble()));
        const Ran ran = play("begin 2026-11-21 20:00:00\nstation:ST01 ON 1A12 Wang\n", lists());
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.contains("drill.script: begin: \"2026-11-21T") &&
                     ran.err.contains("away from the server's clock") && ran.err.count('\n') == 1,
                 ran.err.constData());
        QVERIFY(kinds(m_place->toRead()).isEmpty());
        QVERIFY(m_place->allowAnyClock());
        QCOMPARE(play("begin 2026-11-21 20:00:00\nstation:ST01 ON 1A12 Wang\n", lists()).code, 0);
    }

    /// A bureau's account writes by its own name at its own seats: a script needs a gateway's.
    void aServerRefusesWhoMayNotSpeakForOthers() {
        m_place = m_places.make(true, data());
        QVERIFY2(m_place->trouble().isEmpty(), qPrintable(m_place->trouble()));
        const Ran ran = run(gateway, {u"script"_s, script("station:ST01 ON 1A12 Wang\n"), u"--data"_s, data(),
                                      u"--journal"_s, m_place->address(u"wang"_s)});
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.contains("wang may not write") && ran.err.count('\n') == 1, ran.err.constData());
    }

    void aDrillIsPlayedInTheWindow() {
        QCOMPARE(play("station:ST01 ON 1A12 Wang\n", lists()).code, 0);
        const QString lines = script("seat bureau as Trainer\n"
                                     "I traffic.accident at=32.05,118.55 two cars @Jiefang Road 5\n"
                                     "+20 D 1A12 0009\n"
                                     "+10 D 1A12 0001\n");
        const QString picture = m_folder->filePath(u"drill.png"_s);
        const Ran ran =
            run(u"tridesk"_s, {u"--data"_s, data(), u"--listen"_s, u"none"_s, u"--lang"_s, u"en"_s,
                               u"--size"_s, u"1366x768"_s, u"--script"_s, lines, u"--script-speed"_s, u"50"_s,
                               u"--screenshot"_s, picture, u"--after"_s, u"4"_s});
        QVERIFY2(ran.code == 0, ran.err.constData());
        QVERIFY2(ran.err.contains("drill.script:3: bureau: D 1A12 0009: incident: \"0009\": line.unknown"),
                 ran.err.constData());
        const QStringList found = kinds(m_place->toRead());
        QCOMPARE(found.count(u"incident.reported"_s), 1);
        QCOMPARE(found.count(u"order.issued"_s), 1);
        QVERIFY(QFile::exists(picture));
    }

    void theWindowDoesNotOpenOnABadScript() {
        const Ran ran = run(u"tridesk"_s, {u"--data"_s, data(), u"--listen"_s, u"none"_s, u"--script"_s,
                                           script("AV 1A12\nfly\n")});
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.contains("drill.script:2: verb: \"fly\""), ran.err.constData());
    }
};

QTEST_GUILESS_MAIN(ScriptTest)
#include "script_test.moc"
