// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A whole evening with the bureau, the stations and the crews, played by script through the programs: the
// journal holds what was expected, at the second at which it was expected, and the same whenever it is
// played.
#include "tests/support/told.h"
#include "tests/system/journal_place.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto journal = "tridesk-journal"_L1;

QString evening(const QString& name) {
    return QStringLiteral(TRIDESK_TEST_DATA "/evening/") + name;
}

QStringList linesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

Ran play(const QString& script, const JournalPlace& place) {
    return place.gateway({u"script"_s, script, u"--catalogue"_s, evening(u"catalogue.json"_s), u"--posts"_s,
                          evening(u"posts.geojson"_s), u"--units"_s, evening(u"units.csv"_s)});
}

QStringList told(const QString& data) {
    Told told;
    QStringList lines;
    const Ran exported = run(journal, {u"export"_s, data});
    for (const QByteArray& each : exported.out.split('\n'))
        if (const QJsonObject entry = QJsonDocument::fromJson(each).object(); !entry.isEmpty())
            lines.append(entry[u"recordedAt"].toString().sliced(11, 8) + u' ' + told.line(entry));
    return lines;
}

} // namespace

class EveningTest : public QObject {
    Q_OBJECT

    JournalPlaces m_places;

private Q_SLOTS:
    void initTestCase() {
        qputenv("TZ", "Asia/Shanghai");
    } // the desk's zone; incidents are counted by its days

    void leavesWhatWasExpected_data() { JournalPlaces::addRows(); }
    void leavesWhatWasExpected() {
        QFETCH(bool, onServer);
        QTemporaryDir folder;
        const JournalPlace place = m_places.make(onServer, folder.path());
        QVERIFY2(place.trouble().isEmpty(), qPrintable(place.trouble()));
        QVERIFY(place.allowAnyClock());
        const Ran ran = play(evening(u"evening.script"_s), place);
        QVERIFY2(ran.code == 0, ran.err.constData());
        const QStringList expected = linesOf(evening(u"evening.expected"_s));
        const QStringList found = told(place.toRead());
        for (qsizetype i = 0; i < qMin(found.size(), expected.size()); ++i)
            if (found[i] != expected[i])
                QFAIL(
                    qPrintable(u"entry %1: \"%2\", expected \"%3\""_s.arg(i + 1).arg(found[i], expected[i])));
        QCOMPARE(found.size(), expected.size());
        QCOMPARE(run(journal, {u"verify"_s, place.toRead()}).code, 0);

        // once more into the same journal: that is newer than the script by now, and stays as it is
        const Ran again = play(evening(u"evening.script"_s), place);
        QCOMPARE(again.code, 2);
        QVERIFY2(again.err.contains("later than that") && again.err.count('\n') == 1, again.err.constData());
        QCOMPARE(told(place.toRead()), found);
    }
};

QTEST_GUILESS_MAIN(EveningTest)
#include "evening_test.moc"
