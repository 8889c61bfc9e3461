// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/every_fact.h"

#include "tests/support/must.h"
#include "tests/support/scene.h"

namespace tridesk::test {

using namespace Qt::StringLiterals;

QList<Fact> everyKind() {
    const IncidentId incident(QUuid(7, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    const OrderId order(QUuid(8, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    const MessageId message(QUuid(9, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    const PlotId plot(QUuid(10, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    const NamedPlaceId namedPlace(QUuid(11, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    const UnitId unit = code<UnitId>(u"1A12");
    const FootageId footage(QUuid(12, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    const FeedId feed = code<FeedId>(u"BWC-1A12");
    const GeoPoint at = must(GeoPoint::from(31.5, 118.25));
    const Place place{at, u"解放路 1 号"_s};
    IncidentDetails details{
        u"撞车"_s, code<TypeCode>(u"traffic.injury"), Level::Urgent, place, {{u"王"_s, u"555"_s}}, {}};
    details.hazards.trapped = true;
    AmendIncident amend{incident, u"two"_s,        details.type, Level::Critical,
                        place,    details.callers, Hazards{},    u"worse"_s};
    const Area area = {{at, must(GeoPoint::from(31.6, 118.25)), must(GeoPoint::from(31.6, 118.5))}};
    const Name name{u"临江"_s, u"Linjiang"_s};
    QList<Fact> facts = {
        PostDefined{{code<PostId>(u"ST01"), Tier::Station, name, at, area}},
        UnitDefined{{unit, code<Callsign>(u"1A12"), UnitKind::Van, code<PostId>(u"ST01"), {u"t1"_s}}},
        CatalogueDefined{{{{details.type, name, Level::Urgent}}, {{code<TypeCode>(u"ok"), name}}, {}}},
        SeatOpened{},
        SeatClosed{},
        UnitLoggedOn{unit, {u"王"_s}},
        UnitLoggedOff{unit},
        UnitStatusSet{unit, UnitStatus::Transport, u"to hospital"_s},
        IncidentReported{
            incident, 20261121000001, {u"feed"_s, u"A1"_s}, "12345678", details, code<PostId>(u"ST01")},
        IncidentAmended{amend, PostId()},
        IncidentNoted{incident, u"note"_s},
        IncidentClosed{incident, code<TypeCode>(u"ok"), u"fine"_s},
        OrderIssued{order, incident, unit, OrderRole::Backup, OrderId(incident.value()), u"go"_s,
                    instantFromMs(5), u"near"_s},
        MessageSent{message, {unit, code<PostId>(u"ST01")}, u"hello"_s, incident},
        MessageAdvanced{message, MessageStage::Shown},
        PlotDrawn{
            plot,
            {PlotShape::Cordon, area.first(), u"外圈"_s, PlotColour::Orange, incident, instantFromMs(9)}},
        PlotErased{plot},
        PlaceNamed{namedPlace, {u"老百货"_s, at, u"alias"_s, u"解放路 1 号"_s}},
        PlaceForgotten{namedPlace},
        CameraDefined{{code<CameraId>(u"CAM0001"), name, at, 270}},
        CameraRetired{code<CameraId>(u"CAM0001")},
        MessageWithdrawn{message},
        NoticeAcknowledged{order, incident, code<PostId>(u"ST01")},
        ReinforcementAsked{order, incident, u"two more"_s},
        OrderRoleSet{order, incident, OrderRole::Backup},
        OrderChased{order, incident, u"where are you"_s, true},
        DeadlineMissed{incident, order, DeadlineKind::Sign, instantFromMs(11)},
        IncidentFlagged{incident, IncidentFlag::Sensitive, true},
        IncidentTagged{incident, {u"bridge"_s}},
        IncidentHeld{incident, instantFromMs(12), u"no unit"_s},
        IncidentMerged{incident, IncidentId(order.value())},
        IncidentSplit{incident, u"another car"_s},
        IncidentReopened{incident, u"called again"_s},
        IncidentTransferred{incident, u"12345"_s, u"street light"_s},
        TransferReturned{incident, u"mended"_s},
        UnitTimerSet{unit, instantFromMs(13), Milliseconds(600'000), true},
        CheckMissed{unit, instantFromMs(13)},
        EmergencyRaised{unit, EmergencySource::Device, u"key"_s, at},
        EmergencyAcknowledged{unit},
        EmergencyEnded{unit, EmergencyOutcome::False, u"leant on it"_s},
        PolicyDefined{RecommendPolicy{.picks = 3}},
        LookRecorded{LookKind::CallerHistory, u"555"_s, u"calls often"_s},
        HandoverOffered{HandoverId(message.value()), u"0001 open"_s, u"quiet"_s},
        HandoverTaken{HandoverId(message.value()), u"read"_s},
        FeedDefined{{feed,
                     name,
                     {.kind = FeedOwnerKind::Camera, .camera = code<CameraId>(u"CAM0001"), .at = at},
                     u"rtsp://10.0.0.1:8554/main"_s,
                     u"rtsp://10.0.0.1:8554/sub?channel=1"_s}},
        FeedRetired{feed},
        ViewBegan{ViewId(order.value()), feed, incident, unit, u"asked for"_s, FootageId(order.value())},
        ViewEnded{ViewId(order.value()), feed, incident},
        FootageSaved{footage, FootageKind::Clip, feed, unit, incident, instantFromMs(14), instantFromMs(15),
                     u"the car"_s, QByteArray(32, '\7'), 4096, u"clip.mp4"_s},
        FootageExported{footage, incident, u"the court"_s, u"asked for"_s},
        FootageRemoved{footage, {}, u"kept for 30 days"_s},
        VideoPolicyDefined{VideoPolicy{.keepDays = 7}},
        CameraSignNoted{unit, CameraSign::WeaponDrawn, u"left hip"_s},
        PremiseNoted{PremiseNoteId(plot.value()),
                     {PremiseKind::Hazard, u"气瓶"_s, at, 60, area, u"解放路 1 号"_s, instantFromMs(14)}},
        PremiseNoteWithdrawn{PremiseNoteId(plot.value()), u"taken away"_s},
        SectorMoved{{code<PostId>(u"ST01")}, u"East"_s, u"bureau:2"_s},
        SectorMoveNoted{{code<PostId>(u"ST01")}},
        PlanOpened{incident,
                   {code<TypeCode>(u"injury"),
                    name,
                    details.type,
                    Level::Urgent,
                    {{code<TypeCode>(u"ambulance"), name, Milliseconds(120'000)}}}},
        StepTicked{incident, code<TypeCode>(u"ambulance"), true},
        StepMissed{incident, code<TypeCode>(u"ambulance"), instantFromMs(15)},
        AlarmsAcknowledged{{u"order_late/1"_s, u"urgent_incident/2"_s}},
        AlarmShelved{u"order_late/1"_s, instantFromMs(16), u"radio is down"_s},
        BookmarkSet{BookmarkId(plot.value()), {instantFromMs(17), u"too late"_s, incident}},
        BookmarkRemoved{BookmarkId(plot.value())},
        PracticeBegan{{u"desk"_s, 4711, QByteArray(32, '\5'), instantFromMs(18), Milliseconds(19)}},
        ReportMade{{.incident = incident,
                    .from = instantFromMs(16),
                    .to = instantFromMs(17),
                    .post = code<PostId>(u"ST01"),
                    .type = details.type,
                    .unit = unit,
                    .format = ReportFormat::GeoJson,
                    .named = true}},
        BeatDefined{{code<BeatId>(u"B07"), code<PostId>(u"ST01"), name, area}},
        BeatRetired{code<BeatId>(u"B07")},
    };
    for (int stage = int(OrderStage::Delivered); stage < orderStageCount; ++stage)
        facts.append(OrderAdvanced{order, incident, OrderStage(stage), u"text"_s, code<TypeCode>(u"ok")});
    return facts;
}

Draft encoded(const Fact& fact) {
    return encode(
        fact,
        Request{RequestId(QUuid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), actor(u"bureau"), {}, OpenSeat{}},
        instantFromMs(1'795'262'400'000));
}

} // namespace tridesk::test
