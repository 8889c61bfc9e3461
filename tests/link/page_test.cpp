// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/premise_rules.h"
#include "tests/link/kept_scene.h"
#include "tests/support/mutate.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

QStringList kindsIn(const SeatPage& page, const QString& stream) {
    QStringList kinds;
    for (const Entry& entry : page.entries)
        if (entry.fact.stream.startsWith(stream))
            kinds << entry.fact.kind;
    return kinds;
}

} // namespace

/// What of a journal goes to a seat on another machine.
class PageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesACrewItsPart();
    void givesTheWholeIncidentOnceItIsTheCrews();
    void hidesAConfidentialCaller();
    void tellsWhatIsKnownOfThePlace();
    void bringsTheRoomWithItsIncident();
    void comesBackAsItWent();
    void refusesWhatWasTamperedWith();
    void survivesAnything();
};

void PageTest::givesACrewItsPart() {
    Scene scene;
    scene.furnish();
    const IncidentId incident = scene.report();
    scene.issue(incident, u"1A12");
    (void)scene.ask(
        u"bureau", RecordLook{.kind = LookKind::AddressHistory, .subject = u"Linjiang Road"_s, .reason = {}});
    (void)scene.ask(u"bureau", OfferHandover{.brief = u"everything"_s, .notes = {}});
    (void)scene.ask(u"bureau",
                    SendMessage{.to = {code<UnitId>(u"1A14")}, .text = u"to others"_s, .incident = {}});
    (void)scene.ask(u"bureau",
                    SendMessage{.to = {code<UnitId>(u"1A12")}, .text = u"to you"_s, .incident = {}});
    const Kept kept(scene);
    const SeatPage page = kept.page(u"field:1A12");
    QCOMPARE(page.upTo, kept.situation.seq());
    QCOMPARE(page.head, kept.situation.seq());
    QVERIFY(kindsIn(page, u"incident/"_s).contains(u"order.issued"_s));
    QCOMPARE(kindsIn(page, u"message/"_s), QStringList{u"message.sent"_s});
    QVERIFY(!kindsIn(page, u"desk"_s).contains(u"look.recorded"_s));
    QVERIFY(!kindsIn(page, u"desk"_s).contains(u"handover.offered"_s));
    QCOMPARE(kindsIn(page, u"unit/2A01"_s), QStringList{u"unit.defined"_s});
    QVERIFY(kindsIn(page, u"unit/1A12"_s).contains(u"unit.logged_on"_s));
    // The bureau's seats stand on the journal itself, and nothing is behind the end.
    QVERIFY(!kept.page(u"bureau").hasNews());
    QVERIFY(!kept.page(u"field:1A12", page.upTo).hasNews());
}

void PageTest::givesTheWholeIncidentOnceItIsTheCrews() {
    Scene scene;
    scene.furnish();
    const IncidentId incident = scene.report();
    const qint64 before = scene.entries.size();
    QVERIFY(!Kept(scene).page(u"field:1A12").streams.contains(u"incident/"_s + incident.toString()));
    const OrderId order = scene.issue(incident, u"1A12");
    const SeatPage page = Kept(scene).page(u"field:1A12", before);
    QCOMPARE(page.streams, QStringList{u"incident/"_s + incident.toString()});
    QVERIFY(page.entries.constFirst().seq <= before); // from its beginning
    QCOMPARE(kindsIn(page, u"incident/"_s).constFirst(), u"incident.reported"_s);
    // Recalled before it could be seen: it comes whole again, with nothing in it.
    const qint64 issued = scene.entries.size();
    QVERIFY(scene.ask(u"bureau", RecallOrder{order}));
    const SeatPage after = Kept(scene).page(u"field:1A12", issued);
    QCOMPARE(after.streams, page.streams);
    QVERIFY(kindsIn(after, u"incident/"_s).isEmpty());
}

void PageTest::hidesAConfidentialCaller() {
    Scene scene;
    scene.furnish();
    const IncidentId incident = scene.report();
    (void)scene.ask(u"bureau", AmendIncident{.incident = incident,
                                             .text = {},
                                             .type = {},
                                             .level = {},
                                             .place = {},
                                             .callers = QList<Caller>{{.name = u"Zhao"_s, .phone = u"139"_s}},
                                             .hazards = {},
                                             .reason = {}});
    scene.issue(incident, u"1A12");
    QVERIFY(toJson(Kept(scene).page(u"field:1A12")).contains("Zhao"));
    (void)scene.ask(u"bureau",
                    FlagIncident{.incident = incident, .flag = IncidentFlag::ConfidentialCaller, .on = true});
    const SeatPage page = Kept(scene).page(u"field:1A12");
    QVERIFY(!page.redacted.isEmpty());
    const QByteArray json = toJson(page);
    QVERIFY(!json.contains("Zhao"));
    QVERIFY(!json.contains("139\""));
    QVERIFY(seatPageFrom(json).has_value()); // and is not taken for tampered with
}

void PageTest::tellsWhatIsKnownOfThePlace() {
    Scene scene;
    scene.furnish();
    const IncidentId incident = scene.report();
    const auto note = [&](const QString& words, double longitude) {
        PremiseNoteDetails details;
        details.words = words;
        details.at = GeoPoint::from(31.5, longitude);
        details.radius = 100;
        QVERIFY(scene.ask(u"bureau", NotePremise{.note = {}, .details = details}));
    };
    note(u"a dog in the yard"_s, 118.55);
    note(u"elsewhere"_s, 118.65);
    const qint64 before = scene.entries.size();
    QVERIFY(kindsIn(Kept(scene).page(u"field:1A12"), u"premise/"_s).isEmpty()); // it is at neither
    scene.issue(incident, u"1A12");
    const Kept kept(scene);
    const Place place = kept.situation.incidents().find(incident)->details.place;
    QCOMPARE(premise_rules::notesAt(kept.situation, place, scene.clock.now()).size(), 1);
    const SeatPage page = kept.page(u"field:1A12", before);
    QCOMPARE(kindsIn(page, u"premise/"_s), QStringList{u"premise.noted"_s});
    QVERIFY(toJson(page).contains("a dog in the yard"));
    // One that comes while the crew is there, too.
    const qint64 there = scene.entries.size();
    note(u"and a gas bottle"_s, 118.55);
    QVERIFY(toJson(Kept(scene).page(u"field:1A12", there)).contains("a gas bottle"));
}

/// What was said before the crew was sent comes with the incident, each entry once.
void PageTest::bringsTheRoomWithItsIncident() {
    Scene scene;
    scene.furnish();
    const IncidentId incident = scene.report();
    const OrderId first = scene.issue(incident, u"1A14");
    scene.clock.advance(recallWindow);
    QVERIFY(scene.ask(u"field:1A14", AdvanceOrder{first, OrderStage::Delivered, {}, {}}));
    QVERIFY(scene.ask(u"bureau", SendMessage{{}, u"north gate"_s, incident, MessageKind::Room}));
    const qint64 before = Kept(scene).page(u"field:1A12").upTo;
    QVERIFY(kindsIn(Kept(scene).page(u"field:1A12"), u"message/"_s).isEmpty());
    const OrderId second = scene.issue(incident, u"1A12");
    scene.clock.advance(recallWindow);
    QVERIFY(scene.ask(u"field:1A12", AdvanceOrder{second, OrderStage::Delivered, {}, {}}));
    QVERIFY(scene.ask(u"bureau", SendMessage{{}, u"hurry"_s, incident, MessageKind::Room}));
    const SeatPage page = Kept(scene).page(u"field:1A12", before);
    QCOMPARE(kindsIn(page, u"message/"_s), QStringList({u"message.sent"_s, u"message.sent"_s}));
    QVERIFY(seatPageFrom(toJson(page))); // numbers rise: none came twice
}

void PageTest::comesBackAsItWent() {
    Scene scene;
    scene.furnish();
    scene.issue(scene.report(u"中文 \"quoted\"\n"_s), u"1A12");
    const SeatPage page = Kept(scene).page(u"field:1A12");
    const auto read = seatPageFrom(toJson(page));
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error()));
    QCOMPARE(read->entries, page.entries);
    QCOMPARE(read->streams, page.streams);
    QCOMPARE(read->upTo, page.upTo);
    QCOMPARE(read->head, page.head);
    QCOMPARE(read->origin, page.origin);
}

void PageTest::refusesWhatWasTamperedWith() {
    Scene scene;
    scene.furnish();
    scene.issue(scene.report(u"collision"_s), u"1A12");
    QByteArray json = toJson(Kept(scene).page(u"field:1A12"));
    QVERIFY(json.contains("collision"));
    json.replace("collision", "collusion");
    const auto read = seatPageFrom(json);
    QVERIFY(!read);
    QVERIFY(read.error().contains("hash"_L1));
}

void PageTest::survivesAnything() {
    Scene scene;
    scene.furnish();
    scene.issue(scene.report(), u"1A12");
    const QByteArray json = toJson(Kept(scene).page(u"field:1A12"));
    std::mt19937 random(20261121);
    int taken = 0;
    for (int i = 0; i < 3'000; ++i)
        taken += seatPageFrom(mutated(json, random)).has_value();
    QVERIFY(taken < 3'000);
    QVERIFY(!seatPageFrom({}));
    QVERIFY(!seatPageFrom("[]"));
    QVERIFY(!seatPageFrom(R"({"up_to":1,"head":1})"));
}

QTEST_GUILESS_MAIN(PageTest)
#include "page_test.moc"
