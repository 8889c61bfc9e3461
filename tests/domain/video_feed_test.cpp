// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "app/access/watching.h"
#include "app/domain/feed_rules.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const FeedId carFeed = code<FeedId>(u"CAR-1A12");
const FeedId bodyFeed = code<FeedId>(u"BWC-7");

GeoPoint at(double longitude) {
    return must(GeoPoint::from(31.5, longitude));
}

VideoFeed feedOf(const FeedId& id, const FeedOwner& owner) {
    return {id, {u"画面"_s, u"picture"_s}, owner, u"rtsp://10.1.2.3:8554/main"_s, {}};
}

} // namespace

/// Feeds, who watches them, and what is kept of them.
class VideoFeedTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;

    Result<QList<Entry>> define(const VideoFeed& feed) { return m_scene->ask(u"bureau", DefineFeed{feed}); }

    void place(const QString& id, double longitude) {
        QVERIFY(define(feedOf(code<FeedId>(id), {.kind = FeedOwnerKind::Place, .at = at(longitude)})));
    }

    template <class F>
    static F fact(const Result<QList<Entry>>& made, qsizetype index = 0) {
        return std::get<F>(decode(made.value().at(index).fact).value());
    }

    ViewId begin(QStringView seat, const FeedId& feed, const QString& reason = u"asked"_s) {
        return fact<ViewBegan>(m_scene->ask(seat, BeginView{feed, {}, reason})).view;
    }

    Result<QList<Entry>> logOn(QStringView unit, const QString& camera, const QStringList& crew = {u"王"_s}) {
        ShiftKit kit;
        kit.camera = camera;
        return m_scene->ask(u"bureau", LogOn{code<UnitId>(unit), crew, kit});
    }

    SaveFootage clip() const {
        const Instant now = m_scene->clock.now();
        return {.kind = FootageKind::Clip,
                .feed = carFeed,
                .from = now - 20s,
                .to = now,
                .words = u"the car"_s,
                .sha256 = QByteArray(32, 'x'),
                .bytes = 4096,
                .file = u"1A12 12-00.mp4"_s};
    }

    Refusal saving(const SaveFootage& command) { return refusalOf(m_scene->ask(u"bureau", command)); }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        QVERIFY(define(feedOf(carFeed, {.unit = code<UnitId>(u"1A12")})));
        QVERIFY(define(feedOf(bodyFeed, {.kind = FeedOwnerKind::BodyCamera, .name = u"C-07"_s})));
    }

    void isDefinedChangedAndRetired() {
        VideoFeed feed = feedOf(carFeed, {.unit = code<UnitId>(u"1A12")});
        QCOMPARE(define(feed)->size(), 0);
        feed.owner.name = u"of another kind"_s; // not what this kind keeps
        QCOMPARE(define(feed)->size(), 0);
        feed.subAddress = u"http://host/live.flv?channel=2"_s;
        const auto made = define(feed);
        QCOMPARE(made->size(), 1);
        QCOMPARE(made->constFirst().fact.stream, u"feed/CAR-1A12"_s);
        QCOMPARE(m_scene->situation.feeds().find(carFeed)->subAddress, feed.subAddress);
        const ViewId view = begin(u"bureau", carFeed);
        const auto retired = m_scene->ask(u"bureau", RetireFeed{carFeed});
        QCOMPARE(fact<ViewEnded>(retired).view, view);
        QCOMPARE(fact<FeedRetired>(retired, 1).feed, carFeed);
        QVERIFY(!m_scene->situation.feeds().find(carFeed));
        QVERIFY(m_scene->situation.views().isEmpty());
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", RetireFeed{carFeed})).code, RefusalCode::UnknownFeed);
    }

    void refusesWhatCannotBe_data() {
        QTest::addColumn<QString>("main");
        QTest::addColumn<QString>("shown"); ///< of it, in the refusal; "ok": none
        QTest::newRow("rtsp") << u"rtsp://10.0.0.1/a/b"_s << u"ok"_s;
        QTest::newRow("port and parameters") << u"rtsp://cam:554/x?channel=1&subtype=0"_s << u"ok"_s;
        QTest::newRow("literal host") << u"rtsp://[2001:db8::1]:554/x"_s << u"ok"_s;
        QTest::newRow("parameters at once") << u"srt://cam:9000?mode=caller"_s << u"ok"_s;
        QTest::newRow("login") << u"rtsp://me:secret@cam/x"_s << u"rtsp://…@cam/x"_s;
        QTest::newRow("user alone") << u"rtsp://me@cam/x"_s << u"rtsp://…@cam/x"_s;
        QTest::newRow("slash in the password") << u"rtsp://me:se/cret@cam/x"_s << u"rtsp://…@cam/x"_s;
        QTest::newRow("token") << u"http://cam/x?a=1&Token=secret"_s << u"http://cam/x?…"_s;
        QTest::newRow("password after a wrong port") << u"rtsp://me:secret/x"_s << u"rtsp://me:secret/x"_s;
        QTest::newRow("no scheme") << u"cam/x"_s << u"cam/x"_s;
        QTest::newRow("blank") << u"rtsp://cam/a b"_s << u"rtsp://cam/a b"_s;
        QTest::newRow("line break") << u"rtsp://cam/a\nb"_s << u"rtsp://cam/a\nb"_s;
        QTest::newRow("fragment") << u"rtsp://cam/a#b"_s << u"rtsp://cam/a#b"_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void refusesWhatCannotBe() {
        QFETCH(QString, main);
        QFETCH(QString, shown);
        for (const bool isSub : {false, true}) {
            VideoFeed feed = feedOf(carFeed, {.unit = code<UnitId>(u"1A12")});
            (isSub ? feed.subAddress : feed.mainAddress) = main;
            const auto made = define(feed);
            const bool taken = shown == u"ok"_s || (isSub && main.isEmpty());
            QCOMPARE(made.has_value(), taken);
            if (taken)
                continue;
            QCOMPARE(refusalOf(made).field, isSub ? u"sub"_s : u"main"_s);
            QCOMPARE(refusalOf(made).value, shown);
        }
        const VideoFeed known = *m_scene->situation.feeds().find(carFeed);
        QVERIFY(!known.mainAddress.contains(u"secret"_s));
    }

    void refusesAnAddressThatIsTooLong() {
        VideoFeed feed = feedOf(carFeed, {.unit = code<UnitId>(u"1A12")});
        feed.mainAddress = u"rtsp://cam/"_s.leftJustified(limits::feedAddress, u'x');
        QVERIFY(define(feed));
        feed.mainAddress += u'x';
        QCOMPARE(refusalOf(define(feed)).code, RefusalCode::TooLong);
    }

    void needsWhatItsOwnersKindNeeds() {
        const auto owned = [&](const FeedOwner& owner) {
            return refusalOf(define(feedOf(code<FeedId>(u"F"), owner)));
        };
        QCOMPARE(owned({}).field, u"owner"_s);
        QCOMPARE(owned({.unit = code<UnitId>(u"9Z99")}).code, RefusalCode::UnknownUnit);
        QCOMPARE(owned({.kind = FeedOwnerKind::BodyCamera}).code, RefusalCode::Missing);
        QCOMPARE(owned({.kind = FeedOwnerKind::Officer, .name = QString(201, u'x')}).code,
                 RefusalCode::TooLong);
        QCOMPARE(owned({.kind = FeedOwnerKind::Camera}).code, RefusalCode::Missing);
        const FeedOwner camera{.kind = FeedOwnerKind::Camera, .camera = code<CameraId>(u"CAM1")};
        QCOMPARE(owned(camera).code, RefusalCode::UnknownCamera);
        QCOMPARE(owned({.kind = FeedOwnerKind::Place}).field, u"place"_s);
        VideoFeed nameless = feedOf(code<FeedId>(u"F"), {.unit = code<UnitId>(u"1A12")});
        nameless.name = {};
        QCOMPARE(refusalOf(define(nameless)).field, u"name"_s);
        nameless.id = {};
        QCOMPARE(refusalOf(define(nameless)).field, u"feed"_s);
        nameless.id = code<FeedId>(u"F");
        nameless.mainAddress.clear();
        QCOMPARE(refusalOf(define(nameless)).field, u"main"_s);
        QCOMPARE(m_scene->situation.feeds().size(), 2);
    }

    void goesWithWhoeverCarriesIt() {
        const auto unit = [&](const FeedId& id) {
            return feed_rules::unitOf(m_scene->situation, *m_scene->situation.feeds().find(id));
        };
        const auto feeds = [&](QStringView id) {
            return feed_rules::feedsOf(m_scene->situation, code<UnitId>(id));
        };
        QVERIFY(!unit(bodyFeed));
        QCOMPARE(feeds(u"1A12"), QList<FeedId>{carFeed});
        QVERIFY(logOn(u"1A12", u"c-07"_s)); // as somebody types it
        QCOMPARE(unit(bodyFeed), code<UnitId>(u"1A12"));
        QCOMPARE(feeds(u"1A12"), (QList<FeedId>{bodyFeed, carFeed}));
        m_scene->clock.advance(1h);
        QVERIFY(m_scene->ask(u"bureau", LogOff{code<UnitId>(u"2A01")}));
        QVERIFY(logOn(u"2A01", u"C-07"_s)); // the next shift; the first forgot to log off
        QCOMPARE(unit(bodyFeed), code<UnitId>(u"2A01"));
        QCOMPARE(feeds(u"1A12"), QList<FeedId>{carFeed});
        QVERIFY(m_scene->ask(u"bureau", LogOff{code<UnitId>(u"2A01")}));
        QCOMPARE(unit(bodyFeed), code<UnitId>(u"1A12"));
        const FeedId officers = code<FeedId>(u"LI");
        QVERIFY(define(feedOf(officers, {.kind = FeedOwnerKind::Officer, .name = u"赵"_s})));
        QVERIFY(!unit(officers));
        QVERIFY(logOn(u"1A14", {}, {u"钱"_s, u"赵"_s}));
        QCOMPARE(unit(officers), code<UnitId>(u"1A14"));
        QVERIFY(!feed_rules::placeOf(m_scene->situation, *m_scene->situation.feeds().find(officers)));
    }

    void standsWhereItsCameraStands() {
        const CameraId camera = code<CameraId>(u"CAM1");
        const FeedId id = code<FeedId>(u"F");
        const auto where = [&] {
            return feed_rules::placeOf(m_scene->situation, *m_scene->situation.feeds().find(id));
        };
        QVERIFY(define(feedOf(id, {.kind = FeedOwnerKind::Camera, .camera = camera, .at = at(118.7)})));
        QCOMPARE(where(), at(118.7)); // a map package's camera
        QVERIFY(m_scene->ask(u"bureau", DefineCamera{{camera, {{}, u"gate"_s}, at(118.8), {}}}));
        QCOMPARE(where(), at(118.8));
        QVERIFY(!feed_rules::unitOf(m_scene->situation, *m_scene->situation.feeds().find(id)));
    }

    void anIncidentHasItsCrewsAndTheNearestCameras() {
        for (const auto& [id, longitude] : {std::pair(u"P1"_s, 118.60),
                                            {u"P2"_s, 118.51},
                                            {u"P3"_s, 118.53},
                                            {u"P4"_s, 118.56},
                                            {u"P5"_s, 118.555},
                                            {u"P6"_s, 118.555}})
            place(id, longitude);
        const IncidentId incident = m_scene->report(u"x"_s, 118.55);
        const auto feeds = [&](qint64 most) {
            return feed_rules::feedsOf(m_scene->situation, incident, most);
        };
        QVERIFY(feeds(4).crews.isEmpty());
        QCOMPARE(feeds(4).cameras, (QList<FeedId>{code<FeedId>(u"P5"), code<FeedId>(u"P6"),
                                                  code<FeedId>(u"P4"), code<FeedId>(u"P3")}));
        QCOMPARE(feeds(0).cameras.size(), 0);
        QCOMPARE(feeds(99).cameras.size(), 6);
        QVERIFY(logOn(u"1A12", u"C-07"_s));
        const OrderId order = m_scene->issue(incident, u"1A12");
        QCOMPARE(feeds(4).crews, (QList<FeedId>{bodyFeed, carFeed}));
        QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{order, OrderStage::Cancelled, u"no"_s, {}}));
        QVERIFY(feeds(4).crews.isEmpty());
        QVERIFY(feed_rules::feedsOf(m_scene->situation, IncidentId(), 4).cameras.isEmpty());
    }

    void asksForAReasonOutsideOnesIncidents() {
        const auto asks = [&](QStringView seat, const FeedId& feed,
                              const std::optional<IncidentId>& incident = {}) {
            return feed_rules::needsReason(m_scene->situation, actor(seat), feed, incident);
        };
        place(u"NEAR"_s, 118.551);
        for (int i = 0; i < 4; ++i)
            place(u"N%1"_s.arg(i), 118.5501);
        place(u"GATE"_s, 118.5502);
        QVERIFY(asks(u"bureau", carFeed));
        QVERIFY(asks(u"bureau", code<FeedId>(u"GATE")));
        const IncidentId incident = m_scene->report(u"x"_s, 118.55);
        QVERIFY(!asks(u"bureau", code<FeedId>(u"N1")));
        QVERIFY(!asks(u"station:ST01", code<FeedId>(u"N1"), incident));
        QVERIFY(asks(u"station:ST02", code<FeedId>(u"N1")));
        QVERIFY2(asks(u"bureau", code<FeedId>(u"NEAR")), "four others are nearer");
        QVERIFY2(asks(u"bureau", carFeed), "its unit is not on an incident");
        m_scene->issue(incident, u"1A12");
        QVERIFY(!asks(u"bureau", carFeed));
        QVERIFY(!asks(u"bureau", carFeed, incident));
        QVERIFY(asks(u"bureau", carFeed, m_scene->report()));
        QVERIFY(!asks(u"station:ST01", carFeed));
        QVERIFY(!asks(u"field:1A12", carFeed));
        QVERIFY(asks(u"station:ST02", carFeed));
        QVERIFY(asks(u"bureau", code<FeedId>(u"NONE")));
    }

    void anEmergencyIsReasonEnough() {
        QVERIFY(feed_rules::needsReason(m_scene->situation, actor(u"bureau"), carFeed));
        QVERIFY(
            m_scene->ask(u"bureau", RaiseEmergency{code<UnitId>(u"1A12"), EmergencySource::Device, {}, {}}));
        QVERIFY(!feed_rules::needsReason(m_scene->situation, actor(u"bureau"), carFeed));
    }

    void aViewSaysWhoWhatWhenAndWhy() {
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", BeginView{carFeed, {}, u" "_s})).code,
                 RefusalCode::ReasonNeeded);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", BeginView{carFeed, {}, QString(401, u'x')})).code,
                 RefusalCode::TooLong);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", BeginView{code<FeedId>(u"NONE"), {}, u"x"_s})).code,
                 RefusalCode::UnknownFeed);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", BeginView{carFeed, IncidentId(), u"x"_s})).code,
                 RefusalCode::UnknownIncident);
        const auto made = m_scene->ask(u"bureau", BeginView{carFeed, {}, u" is it them? "_s});
        const ViewId id = fact<ViewBegan>(made).view;
        const FeedView view = *m_scene->situation.views().find(id);
        QCOMPARE(view.feed, carFeed);
        QCOMPARE(view.unit, code<UnitId>(u"1A12"));
        QCOMPARE(view.reason, u"is it them?"_s);
        QCOMPARE(view.seat, u"bureau"_s);
        QCOMPARE(view.by, u"test"_s);
        QCOMPARE(view.began, m_scene->clock.now());
        QCOMPARE(made->constFirst().fact.stream, u"feed/CAR-1A12"_s);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau:2", EndView{id})).code, RefusalCode::UnknownView);
        QCOMPARE(fact<ViewEnded>(m_scene->ask(u"bureau", EndView{id})).feed, carFeed);
        QVERIFY(m_scene->situation.views().isEmpty());
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", EndView{id})).code, RefusalCode::UnknownView);
    }

    void aViewForAnIncidentIsPartOfItsHistory() {
        const IncidentId incident = m_scene->report();
        m_scene->issue(incident, u"1A12");
        const auto made = m_scene->ask(u"station:ST01", BeginView{carFeed, incident, {}});
        const QString stream = u"incident/"_s + incident.toString();
        QCOMPARE(made->constFirst().fact.stream, stream);
        const auto ended = m_scene->ask(u"station:ST01", EndView{fact<ViewBegan>(made).view});
        QCOMPARE(ended->constFirst().fact.stream, stream);
    }

    void aSeatsViewsEndWithIt() {
        const ViewId first = begin(u"bureau", carFeed), second = begin(u"bureau", bodyFeed);
        const ViewId other = begin(u"bureau:2", carFeed);
        const auto closed = m_scene->ask(u"bureau", CloseSeat{});
        QCOMPARE(closed->size(), 3);
        QCOMPARE((QSet{fact<ViewEnded>(closed, 0).view, fact<ViewEnded>(closed, 1).view}),
                 (QSet{first, second}));
        QCOMPARE(m_scene->situation.views().size(), 1);
        QVERIFY(m_scene->situation.views().find(other));
        const auto again = m_scene->ask(u"bureau:2", OpenSeat{}); // its program died
        QCOMPARE(fact<ViewEnded>(again).view, other);
        QVERIFY(m_scene->situation.views().isEmpty());
    }

    /// A journal cut by hand, or of a program that decided nothing of views.
    void theFoldAloneEndsASeatsViews() {
        begin(u"bureau", carFeed);
        Situation situation = m_scene->situation;
        const Fact closed = SeatClosed{};
        Entry entry = m_scene->entries.constLast();
        ++entry.seq;
        const Changes changes = situation.fold(entry, closed);
        QVERIFY(situation.views().isEmpty());
        QCOMPARE(changes.views.size(), 1);
    }

    void aSeatHasNoMoreViewsThanItCanShow() {
        for (int i = 0; i < limits::viewsOfSeat; ++i)
            begin(u"bureau", carFeed);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", BeginView{carFeed, {}, u"x"_s})).code,
                 RefusalCode::TooMany);
        begin(u"bureau:2", carFeed);
    }

    void footageIsKeptGivenOutAndDeleted() {
        const IncidentId incident = m_scene->report();
        SaveFootage command = clip();
        command.incident = incident;
        const auto made = m_scene->ask(u"bureau", command);
        const FootageId id = fact<FootageSaved>(made).footage;
        QCOMPARE(made->constFirst().fact.stream, u"incident/"_s + incident.toString());
        const Footage kept = *m_scene->situation.footage().find(id);
        QCOMPARE(kept.unit, code<UnitId>(u"1A12"));
        QCOMPARE(kept.sha256, command.sha256);
        QCOMPARE(kept.seat, u"bureau"_s);
        QCOMPARE(kept.by, u"test"_s);
        QCOMPARE(kept.savedAt, m_scene->clock.now());
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", ExportFootage{id, {}, u"x"_s})).field, u"to"_s);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", ExportFootage{id, u"court"_s, {}})).code,
                 RefusalCode::ReasonNeeded);
        QCOMPARE(
            fact<FootageExported>(m_scene->ask(u"bureau", ExportFootage{id, u"court"_s, u"file 12"_s})).to,
            u"court"_s);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", RemoveFootage{id, {}})).code, RefusalCode::ReasonNeeded);
        QCOMPARE(m_scene->ask(u"machine:clockwork", RemoveFootage{id, u"30 days"_s})->size(), 1);
        QVERIFY(m_scene->situation.footage().find(id)->removed);
        QCOMPARE(m_scene->ask(u"bureau", RemoveFootage{id, u"again"_s})->size(), 0);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", ExportFootage{id, u"court"_s, u"x"_s})).code,
                 RefusalCode::UnknownFootage);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", RemoveFootage{FootageId(), u"x"_s})).code,
                 RefusalCode::UnknownFootage);
    }

    /// Also when its camera is long gone.
    void whatWasKeptIsPlayedOnRecord() {
        const IncidentId incident = m_scene->report();
        SaveFootage command = clip();
        command.incident = incident;
        const FootageId id = fact<FootageSaved>(m_scene->ask(u"station:ST02", command)).footage;
        const ViewId live = begin(u"bureau", carFeed);
        const auto played = m_scene->ask(u"bureau", BeginView{.footage = id});
        const auto began = fact<ViewBegan>(played);
        QCOMPARE(began.footage, id);
        QCOMPARE(began.feed, carFeed);
        QCOMPARE(began.incident, incident);
        QCOMPARE(began.unit, code<UnitId>(u"1A12"));
        QCOMPARE(played->constFirst().fact.stream, u"incident/"_s + incident.toString());
        const auto retired = m_scene->ask(u"bureau", RetireFeed{carFeed});
        QCOMPARE(fact<ViewEnded>(retired).view, live);
        QCOMPARE(retired->size(), 2);
        QCOMPARE(m_scene->situation.views().find(began.view)->footage, id);
        QCOMPARE(fact<ViewEnded>(m_scene->ask(u"bureau", EndView{began.view})).incident, incident);
        QVERIFY(m_scene->ask(u"bureau", RemoveFootage{id, u"x"_s}));
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", BeginView{.footage = id})).code,
                 RefusalCode::UnknownFootage);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", BeginView{.footage = FootageId()})).code,
                 RefusalCode::UnknownFootage);
    }

    void whatIsNotOnesOwnIsPlayedForAReason() {
        const FootageId id = fact<FootageSaved>(m_scene->ask(u"station:ST01", clip())).footage;
        QVERIFY(m_scene->ask(u"station:ST01", BeginView{.footage = id}));
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", BeginView{.footage = id})).code,
                 RefusalCode::ReasonNeeded);
        QCOMPARE(
            fact<ViewBegan>(m_scene->ask(u"bureau", BeginView{.reason = u"a complaint"_s, .footage = id}))
                .reason,
            u"a complaint"_s);
    }

    void aMarkHasWordsAndNoFile() {
        SaveFootage mark = clip();
        mark.kind = FootageKind::Mark;
        QCOMPARE(saving(mark).field, u"file"_s);
        mark.sha256.clear();
        mark.bytes = 0;
        mark.file.clear();
        mark.words.clear();
        QCOMPARE(saving(mark).field, u"words"_s);
        mark.words = u"he runs"_s;
        const auto made = m_scene->ask(u"bureau", mark);
        QCOMPARE(made->constFirst().fact.stream.section(u'/', 0, 0), u"footage"_s);
        QCOMPARE(refusalOf(
                     m_scene->ask(u"bureau", ExportFootage{fact<FootageSaved>(made).footage, u"a"_s, u"b"_s}))
                     .code,
                 RefusalCode::UnknownFootage);
    }

    void footageRefusesWhatCannotBe() {
        const auto with = [&](auto change) {
            SaveFootage command = clip();
            change(command);
            return saving(command).field;
        };
        QCOMPARE(with([](SaveFootage& c) { c.feed = code<FeedId>(u"NONE"); }), u"feed"_s);
        QCOMPARE(with([](SaveFootage& c) { c.incident = IncidentId(); }), u"incident"_s);
        QCOMPARE(with([](SaveFootage& c) { c.to += 2min; }), u"to"_s);
        QCOMPARE(with([](SaveFootage& c) { c.from = c.to + 1ms; }), u"from"_s);
        QCOMPARE(with([](SaveFootage& c) { c.from = c.to - 61min; }), u"from"_s);
        QCOMPARE(with([](SaveFootage& c) { c.sha256.chop(1); }), u"sha256"_s);
        QCOMPARE(with([](SaveFootage& c) { c.bytes = 0; }), u"bytes"_s);
        QCOMPARE(with([](SaveFootage& c) { c.words = QString(401, u'x'); }), u"words"_s);
        const QString names[] = {{},          u"../x.mp4"_s, u"a/b.mp4"_s,  u"a\\b.mp4"_s,
                                 u".x.mp4"_s, u"c:x.mp4"_s,  u"a\nb.mp4"_s, QString(201, u'x')};
        for (const QString& name : names)
            QCOMPARE(with([&](SaveFootage& c) { c.file = name; }), u"file"_s);
        QVERIFY(m_scene->situation.footage().isEmpty());
    }

    void thePolicyHasBounds() {
        VideoPolicy policy{.keepDays = 7};
        QCOMPARE(m_scene->ask(u"bureau", SetVideoPolicy{policy})->size(), 1);
        QCOMPARE(m_scene->ask(u"bureau", SetVideoPolicy{policy})->size(), 0);
        QCOMPARE(m_scene->situation.videoPolicy().keepDays, 7);
        policy.decoders = 0;
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", SetVideoPolicy{policy})).field, u"decoders"_s);
        policy = {.camerasOfIncident = 17};
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", SetVideoPolicy{policy})).detail, u"0 to 16"_s);
        // no camera belongs to an incident then
        QVERIFY(m_scene->ask(u"bureau", SetVideoPolicy{VideoPolicy{.camerasOfIncident = 0}}));
        place(u"P"_s, 118.55);
        const IncidentId incident = m_scene->report();
        QVERIFY(feed_rules::needsReason(m_scene->situation, actor(u"bureau"), code<FeedId>(u"P"), incident));
    }
};

QTEST_GUILESS_MAIN(VideoFeedTest)
#include "video_feed_test.moc"
