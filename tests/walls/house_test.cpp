// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The walls of architecture.md, proved on the house as it stands; and that the proof can fail.
#include "tests/walls/rooms.h"
#include "tests/walls/wording.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tridesk::walls {

namespace {

QByteArray told(const QList<Breach>& breaches) {
    QString text;
    for (const Breach& breach : breaches)
        text += u"\n    "_s + breach.told();
    return text.toLocal8Bit();
}

} // namespace

class HouseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void includesGoDownwards();
    void linksGoDownwards();
    void roomsFormNoRing();
    void forbiddenFormsAreAbsent();
    void filesCarryTheirLicence();
    void filesAreOneThing();

    void seesBadLine_data();
    void seesBadLine();
    void letsGoodLinePass_data();
    void letsGoodLinePass();
    void seesBadLink_data();
    void seesBadLink();
    void seesRing();
    void seesMissingLicenceAndLength();

private:
    QList<SourceFile> m_house;
    QList<Link> m_links;
};

void HouseTest::initTestCase() {
    m_house = readHouse(QStringLiteral(TRIDESK_SOURCE_DIR));
    m_links = readLinks(QStringLiteral(TRIDESK_LINKS));
    QVERIFY(m_house.size() > 20);
    QVERIFY(m_links.size() > 5);
}

void HouseTest::includesGoDownwards() {
    const auto breaches = upwardIncludes(m_house);
    QVERIFY2(breaches.isEmpty(), told(breaches).constData());
}

void HouseTest::linksGoDownwards() {
    const auto breaches = upwardLinks(m_links);
    QVERIFY2(breaches.isEmpty(), told(breaches).constData());
}

void HouseTest::roomsFormNoRing() {
    const auto breaches = ringsOfRooms(m_house);
    QVERIFY2(breaches.isEmpty(), told(breaches).constData());
}

void HouseTest::forbiddenFormsAreAbsent() {
    const auto breaches = forbiddenForms(m_house);
    QVERIFY2(breaches.isEmpty(), told(breaches).constData());
}

void HouseTest::filesCarryTheirLicence() {
    const auto breaches = missingLicences(m_house);
    QVERIFY2(breaches.isEmpty(), told(breaches).constData());
}

void HouseTest::filesAreOneThing() {
    const auto breaches = overlongFiles(m_house);
    QVERIFY2(breaches.isEmpty(), told(breaches).constData());
}

void HouseTest::seesBadLine_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row = [](const char* name, const QString& path, const QString& line) {
        QTest::newRow(name) << path << line;
    };
    row("domain to journal", u"app/domain/a.cpp"_s, u"#include \"app/journal/journal.h\""_s);
    row("domain to maps", u"app/domain/a.cpp"_s, u"#include \"maps/roads/graph.h\""_s);
    row("desk to intake", u"app/desk/a.h"_s, u"#include \"app/intake/server.h\""_s);
    row("app to ui", u"app/video/a.cpp"_s, u"#include <ui/map/canvas.h>"_s);
    row("maps to ui", u"maps/tiles/a.cpp"_s, u"  #  include \"ui/map/canvas.h\""_s);
    row("maps to app", u"maps/tiles/a.cpp"_s, u"#include \"app/domain/id.h\""_s);
    row("ui to journal", u"ui/panes/queue/a.cpp"_s, u"#include \"app/journal/journal.h\""_s);
    row("pane to pane", u"ui/panes/queue/a.cpp"_s, u"#include \"ui/panes/units/model.h\""_s);
    row("text to shell", u"ui/text/a.cpp"_s, u"#include \"ui/shell/window.h\""_s);
    row("room to tests", u"ui/text/a.cpp"_s, u"#include \"tests/support/clock.h\""_s);
    row("program to shell", u"app/programs/gateway_main.cpp"_s, u"#include \"ui/shell/window.h\""_s);
    row("beside the console's main", u"app/programs/first_start.cpp"_s,
        u"#include \"ui/console/console.h\""_s);
    row("shell to intake", u"ui/shell/a.cpp"_s, u"#include \"app/intake/incident_file.h\""_s);
    row("shell to console", u"ui/shell/a.cpp"_s, u"#include \"ui/console/console.h\""_s);
    row("console to journal", u"ui/console/a.cpp"_s, u"#include \"app/journal/journal.h\""_s);
    row("bare include", u"ui/text/a.cpp"_s, u"#include \"names.h\""_s);
    row("sql in desk", u"app/desk/a.cpp"_s, u"QSqlQuery query(database);"_s);
    row("sql in ui", u"ui/shell/a.cpp"_s, u"run(\"SELECT id FROM incident\");"_s);
    row("string connect", u"ui/shell/a.cpp"_s, u"connect(a, SIGNAL(b()), c, SLOT(d()));"_s);
    row("nested loop", u"app/intake/a.cpp"_s, u"QEventLoop loop;"_s);
    row("exec", u"ui/shell/a.cpp"_s, u"if (dialog.exec() == QDialog::Accepted)"_s);
    row("static prompt", u"ui/shell/a.cpp"_s, u"QMessageBox::warning(this, a, b);"_s);
    row("fixed wait", u"tests/ui/a.cpp"_s, u"QTest::qWait(100);"_s);
    row("sleep", u"tests/ui/a.cpp"_s, u"QThread::msleep(100);"_s);
    row("sleep_for", u"tests/ui/a.cpp"_s, u"std::this_thread::sleep_for(1s);"_s);
    row("singleton", u"app/desk/a.h"_s, u"    static Desk& instance();"_s);
    row("clock in domain", u"app/domain/a.cpp"_s, u"const auto now = QDateTime::currentDateTimeUtc();"_s);
    row("object in domain", u"app/domain/a.h"_s, u"#include <QObject>"_s);
}

void HouseTest::seesBadLine() {
    QFETCH(QString, path);
    QFETCH(QString, line);
    const QList<SourceFile> sample{{path, {line}}};
    QCOMPARE(upwardIncludes(sample).size() + forbiddenForms(sample).size(), 1);
}

void HouseTest::letsGoodLinePass_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::newRow("desk to domain") << u"app/desk/a.h"_s << u"#include \"app/domain/id.h\""_s;
    QTest::newRow("desk to roads") << u"app/desk/a.h"_s << u"#include \"maps/roads/graph.h\""_s;
    QTest::newRow("pane to common") << u"ui/panes/queue/a.h"_s << u"#include \"ui/panes/common/row.h\""_s;
    QTest::newRow("the console's main")
        << u"app/programs/console_main.cpp"_s << u"#include \"ui/console/console.h\""_s;
    QTest::newRow("console to intake")
        << u"ui/console/a.cpp"_s << u"#include \"app/intake/incident_file.h\""_s;
    QTest::newRow("test to all") << u"tests/ui/a.cpp"_s << u"#include \"app/intake/server.h\""_s;
    QTest::newRow("sql in a store") << u"app/journal/a.cpp"_s << u"QSqlQuery query; query.exec();"_s;
    QTest::newRow("drag") << u"ui/panes/queue/a.cpp"_s << u"drag->exec(Qt::LinkAction);"_s;
    QTest::newRow("comment") << u"ui/shell/a.cpp"_s << u"open(); // and never dialog.exec()"_s;
    QTest::newRow("address") << u"ui/shell/a.cpp"_s << u"fetch(u\"http://localhost\"_s);"_s;
    QTest::newRow("moc") << u"tests/ui/a.cpp"_s << u"#include \"a.moc\""_s;
}

void HouseTest::letsGoodLinePass() {
    QFETCH(QString, path);
    QFETCH(QString, line);
    const QList<SourceFile> sample{{path, {line}}};
    const auto breaches = upwardIncludes(sample) + forbiddenForms(sample);
    QVERIFY2(breaches.isEmpty(), told(breaches).constData());
}

void HouseTest::seesBadLink_data() {
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("linked");
    QTest::addColumn<QString>("linkedRoom");
    QTest::newRow("up") << u"app/domain"_s << u"tridesk_desk"_s << u"app/desk"_s;
    QTest::newRow("to a window") << u"maps/roads"_s << u"tridesk_ui_map"_s << u"ui/map"_s;
    QTest::newRow("widgets below") << u"app/desk"_s << u"Qt6::Widgets"_s << QString();
    QTest::newRow("a program to a window") << u"app/programs"_s << u"tridesk_ui_shell"_s << u"ui/shell"_s;
    QTest::newRow("network in the domain") << u"app/domain"_s << u"Qt6::Network"_s << QString();
}

void HouseTest::seesBadLink() {
    QFETCH(QString, room);
    QFETCH(QString, linked);
    QFETCH(QString, linkedRoom);
    QCOMPARE(upwardLinks({{room, u"tridesk_x"_s, linked, linkedRoom}}).size(), 1);
}

void HouseTest::seesRing() {
    const QList<SourceFile> sample{{u"maps/a/x.h"_s, {u"#include \"maps/b/x.h\""_s}},
                                   {u"maps/b/x.h"_s, {u"#include \"maps/c/x.h\""_s}},
                                   {u"maps/c/x.h"_s, {u"#include \"maps/a/x.h\""_s}}};
    QCOMPARE(ringsOfRooms(sample).size(), 3);
    QCOMPARE(ringsOfRooms(sample.first(2)).size(), 0);
}

void HouseTest::seesMissingLicenceAndLength() {
    const SourceFile sample{u"app/desk/a.cpp"_s, QStringList(600, u"int x;"_s)};
    QCOMPARE(missingLicences({sample}).size(), 1);
    QCOMPARE(overlongFiles({sample}).size(), 1);
}

} // namespace tridesk::walls

QTEST_APPLESS_MAIN(tridesk::walls::HouseTest)
#include "house_test.moc"
