// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/refusals.h"

#include "app/access/rights.h"
#include "app/access/session.h"
#include "ui/text/names.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

struct Refusals {
    Q_DECLARE_TR_FUNCTIONS(tridesk::Refusals)
};

/// The interface's field name as a person reads it.
QString fieldName(const QString& field) {
    static const QHash<QString, const char*> words{
        {QStringLiteral("text"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Text")},
        {QStringLiteral("type"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Type")},
        {QStringLiteral("level"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Level")},
        {QStringLiteral("place"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Place")},
        {QStringLiteral("place.lat"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Latitude")},
        {QStringLiteral("place.lon"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Longitude")},
        {QStringLiteral("place.address"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Address")},
        {QStringLiteral("place.at"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Place on the map")},
        {QStringLiteral("callers.name"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Caller's name")},
        {QStringLiteral("callers.phone"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Caller's telephone")},
        {QStringLiteral("beat"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Beat")},
        {QStringLiteral("incident"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Incident")},
        {QStringLiteral("callers"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Callers")},
        {QStringLiteral("reason"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Reason")},
        {QStringLiteral("disposition"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Outcome")},
        {QStringLiteral("unit"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Unit")},
        {QStringLiteral("callsign"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Callsign")},
        {QStringLiteral("vehicle"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Vehicle")},
        {QStringLiteral("radio"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Radio")},
        {QStringLiteral("weapon"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Weapon kit")},
        {QStringLiteral("channel"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Channel")},
        {QStringLiteral("words"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Words")},
        {QStringLiteral("crew"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Crew")},
        {QStringLiteral("post"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Post")},
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Name")},
        {QStringLiteral("label"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Label")},
        {QStringLiteral("points"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Points")},
        {QStringLiteral("camera"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Camera")},
        {QStringLiteral("geometry"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Geometry")},
        {QStringLiteral("time"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Time")},
        {QStringLiteral("row"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Row")},
        {QStringLiteral("to"), QT_TRANSLATE_NOOP("tridesk::Refusals", "To")},
        {QStringLiteral("expires_at"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Until")},
        {QStringLiteral("area"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Area")},
        {QStringLiteral("kind"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Kind")},
        {QStringLiteral("brief"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Brief")},
        {QStringLiteral("notes"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Notes")},
        {QStringLiteral("answer"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Answer")},
        {QStringLiteral("feed"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Video feed")},
        {QStringLiteral("owner"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Whose")},
        {QStringLiteral("main"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Main stream")},
        {QStringLiteral("sub"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Sub stream")},
        {QStringLiteral("login"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Login")},
        {QStringLiteral("views"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Open pictures")},
        {QStringLiteral("file"), QT_TRANSLATE_NOOP("tridesk::Refusals", "File")},
        {QStringLiteral("keep_days"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Days kept")},
        {QStringLiteral("store_mib"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Room for footage, MiB")},
        {QStringLiteral("leave_free_mib"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Room left free, MiB")},
        {QStringLiteral("decoders"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Pictures at once")},
        {QStringLiteral("cameras_of_incident"),
         QT_TRANSLATE_NOOP("tridesk::Refusals", "Cameras of an incident")},
        {QStringLiteral("radius"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Radius")},
        {QStringLiteral("address"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Address")},
        {QStringLiteral("desk"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Desk")},
        {QStringLiteral("until"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Until")},
        {QStringLiteral("card"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Card")},
        {QStringLiteral("dispatched"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Dispatched")},
        {QStringLiteral("arrived"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Arrived")},
        {QStringLiteral("clear"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Clear")},
        {QStringLiteral("heading"), QT_TRANSLATE_NOOP("tridesk::Refusals", "Heading")},
    };
    const char* word = words.value(field);
    return word ? QCoreApplication::translate("tridesk::Refusals", word) : field;
}

} // namespace

QString fieldNames(const QStringList& fields) {
    QStringList names;
    for (const QString& field : fields)
        names.append(fieldName(field));
    return names.join(Refusals::tr(", ", "between the names of fields"));
}

namespace {

/// Why a value cannot be, as the layers below say it in English; told as it is where it is none of these.
QString detailText(const QString& detail) {
    static constexpr const char* known[] = {
        QT_TRANSLATE_NOOP("tridesk::Refusals", "must be a number"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "lies outside of the range"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "too few points for its shape"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "no geometry that fits"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "bytes that are no text, or a row that is too long"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "nested too deep"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "lies more than a day ahead"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "lies before 1990"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "lies ahead"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "a login does not belong in an address"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "not an address"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "rtsp, http, https, rtmp or srt"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "no host"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "port 1 to 65535"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "a line break or another control character"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "a station is wanted"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "a desk of the bureau is wanted"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "twelve hours at most"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "a time as 01:05, or 11-26 01:05"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "lies before the step that it follows"),
        QT_TRANSLATE_NOOP("tridesk::Refusals", "lies more than 31 days back"),
    };
    for (const char* each : known)
        if (detail == QLatin1StringView(each))
            return QCoreApplication::translate("tridesk::Refusals", each);
    return detail;
}

QString orderStageWord(const QString& value) {
    bool isNumber = false;
    const int stage = value.toInt(&isNumber);
    return isNumber && stage >= 0 && stage < orderStageCount ? text::name(OrderStage(stage)) : value;
}

/// A role's refusal says who does it.
QString roleText(const Refusal& refusal) {
    const Role role = enumFrom<Role>(refusal.value).value_or(Role::Anybody);
    const QString word = text::name(role);
    switch (enumFrom<Right>(refusal.field).value_or(Right::Work)) {
    case Right::Sit:
    case Right::Work:
        return role == Role::Reviewer
                   ? Refusals::tr("A reviewer reads and changes nothing.")
                   : Refusals::tr("That is the shift's work; you are signed in as: %1.").arg(word);
    case Right::LowerLevel:
        return Refusals::tr("A supervisor lowers a level; you are signed in as: %1.").arg(word);
    case Right::TakeFromWorse:
        return Refusals::tr("The unit works on a more pressing incident: a supervisor may take it; you are "
                            "signed in as: %1.")
            .arg(word);
    case Right::EndEmergency:
        return Refusals::tr("A supervisor or duty officer ends an emergency; you are signed in as: %1.")
            .arg(word);
    case Right::LiftProtection:
        return Refusals::tr("A supervisor lifts that protection; you are signed in as: %1.").arg(word);
    case Right::AdjustPolicy:
        return Refusals::tr("A supervisor adjusts what recommendations weigh; you are signed in as: %1.")
            .arg(word);
    case Right::DefineDesk:
        return Refusals::tr("A supervisor or administrator sets up posts, units, cameras and types; you are "
                            "signed in as: %1.")
            .arg(word);
    case Right::KnowCallers:
        return Refusals::tr("The bureau's dispatchers and supervisors know who a confidential caller is.");
    case Right::ExportFootage:
        return Refusals::tr("A supervisor or duty officer gives footage out; you are signed in as: %1.")
            .arg(word);
    case Right::KeepFootage:
        return Refusals::tr("A supervisor says how long footage is kept; you are signed in as: %1.")
            .arg(word);
    case Right::MoveSectors:
        return Refusals::tr("A supervisor moves stations from desk to desk; you are signed in as: %1.")
            .arg(word);
    case Right::Review:
        return Refusals::tr("A supervisor or reviewer plays the record; you are signed in as: %1.").arg(word);
    case Right::ReadSensitive:
        return Refusals::tr("A sensitive incident is read by the bureau and by those who were sent to it.");
    }
    return {};
}

/// Where the field is the session, it was done at a desk whose gateway wants to know by whom.
QString notPermittedText(const Refusal& refusal) {
    const QString& value = refusal.value;
    if (refusal.field != u"session")
        return value.isEmpty() ? Refusals::tr("This seat may not do that.")
                               : Refusals::tr("This seat may not do that: %1").arg(value);
    if (value == enumName(SessionStand::Withdrawn))
        return Refusals::tr("Who did this may not sit at this desk any more.");
    if (value == enumName(SessionStand::Over))
        return Refusals::tr("Who did this has not signed in here again, and it was given up.");
    return Refusals::tr("Nobody had signed in at this desk.");
}

} // namespace

QString refusalText(const Refusal& refusal, const Situation& situation) {
    const QString field = fieldName(refusal.field);
    const QString& value = refusal.value;
    const auto unit = [&] {
        const auto id = UnitId::parse(value);
        return id ? text::callsign(situation, *id) : value;
    };
    switch (refusal.code) {
    case RefusalCode::NotPermitted:
        return notPermittedText(refusal);
    case RefusalCode::NotOfRole:
        return roleText(refusal);
    case RefusalCode::UnknownIncident:
        return Refusals::tr("There is no incident %1.").arg(value);
    case RefusalCode::UnknownUnit:
        return Refusals::tr("There is no unit %1.").arg(value);
    case RefusalCode::UnknownPost:
        return Refusals::tr("There is no post %1.").arg(value);
    case RefusalCode::UnknownBeat:
        return Refusals::tr("There is no beat %1.").arg(value);
    case RefusalCode::UnknownOrder:
        return Refusals::tr("That order is not known here.");
    case RefusalCode::UnknownMessage:
        return Refusals::tr("That message is not known here.");
    case RefusalCode::UnknownPlot:
        return Refusals::tr("That drawing is no longer there.");
    case RefusalCode::UnknownPlace:
        return Refusals::tr("That place is no longer named.");
    case RefusalCode::UnknownCamera:
        return Refusals::tr("There is no camera %1.").arg(value);
    case RefusalCode::UnknownFeed:
        return Refusals::tr("There is no video feed %1.").arg(value);
    case RefusalCode::UnknownView:
        return Refusals::tr("That picture is no longer open here.");
    case RefusalCode::UnknownFootage:
        return Refusals::tr("That footage is no longer kept.");
    case RefusalCode::UnknownType:
        return value.isEmpty() ? Refusals::tr("Choose an incident type.")
                               : Refusals::tr("There is no incident type %1.").arg(value);
    case RefusalCode::UnknownDisposition:
        return value.isEmpty() ? Refusals::tr("Choose an outcome.")
                               : Refusals::tr("There is no outcome %1.").arg(value);
    case RefusalCode::Missing:
        return Refusals::tr("%1 is missing.").arg(field);
    case RefusalCode::TooLong:
        return Refusals::tr("%1 is too long: at most %2 characters.").arg(field, refusal.detail);
    case RefusalCode::TooMany:
        return Refusals::tr("%1: too many, at most %2.").arg(field, refusal.detail);
    case RefusalCode::Invalid:
        if (value.isEmpty() && !refusal.detail.isEmpty())
            return Refusals::tr("%1: %2.").arg(field, detailText(refusal.detail));
        return refusal.detail.isEmpty() ? Refusals::tr("%1: “%2” is not valid.").arg(field, value)
                                        : Refusals::tr("%1: “%2” is not valid (%3).")
                                              .arg(field, value, detailText(refusal.detail));
    case RefusalCode::DuplicateWithOtherContent:
        return Refusals::tr("The source has already sent %1 with other content.").arg(value);
    case RefusalCode::AlreadyDefined:
        return Refusals::tr("%1: “%2” belongs to another one already.").arg(field, value);
    case RefusalCode::IncidentClosed:
        return Refusals::tr("The incident is closed.");
    case RefusalCode::IncidentHasOpenOrders:
        return Refusals::tr("The incident still has open orders.");
    case RefusalCode::Incomplete:
        return Refusals::tr("Not known yet: %1. Closing it all the same needs a reason.")
            .arg(fieldNames(refusal.detail.split(u", "_s)));
    case RefusalCode::NoRoom:
        return Refusals::tr("Nobody was sent to %1 yet: there is nobody to talk to.").arg(value);
    case RefusalCode::UnitOff:
        return value.isEmpty() ? Refusals::tr("Nobody crews that unit.")
                               : Refusals::tr("Nobody crews %1.").arg(unit());
    case RefusalCode::UnitBusy:
        return Refusals::tr("The unit works on %1; taking it needs a reason.").arg(value);
    case RefusalCode::AlreadyAssigned:
        return Refusals::tr("It is already assigned to this incident.");
    case RefusalCode::OrderOver:
        return Refusals::tr("That order is over.");
    case RefusalCode::OrderNotReleased:
        return Refusals::tr("The order can still be recalled; a moment.");
    case RefusalCode::OrderReleased:
        return Refusals::tr("Too late to recall: the addressee has the order.");
    case RefusalCode::OutOfTurn:
        return Refusals::tr("Not in this order: it stands at “%1”.").arg(orderStageWord(value));
    case RefusalCode::ReasonNeeded:
        return Refusals::tr("Give a reason.");
    case RefusalCode::UnknownHandover:
        return Refusals::tr("There is no such handover of this seat.");
    case RefusalCode::UnknownStatus:
        return Refusals::tr("There is no status %1.").arg(value);
    case RefusalCode::HeldByHigherTier:
        return Refusals::tr("The bureau's order holds the unit (%1): ask the bureau.").arg(value);
    case RefusalCode::InEmergency:
        return Refusals::tr("An emergency of %1 stands.").arg(value);
    case RefusalCode::NoEmergency:
        return Refusals::tr("No emergency of %1 stands.").arg(value);
    case RefusalCode::AlreadyMerged:
        return Refusals::tr("It is part of %1: split it off first.").arg(value);
    case RefusalCode::NotMerged:
        return Refusals::tr("%1 is not part of another incident.").arg(value);
    case RefusalCode::NotClosed:
        return Refusals::tr("%1 is open.").arg(value);
    case RefusalCode::AwayAlready:
        return Refusals::tr("It is with %1 already.").arg(value);
    case RefusalCode::NotAway:
        return Refusals::tr("%1 is not with another agency.").arg(value);
    case RefusalCode::SameUser:
        return Refusals::tr("A handover is signed by two: %1 offered it.").arg(value);
    case RefusalCode::NoTimer:
        return Refusals::tr("No safety timer runs for %1.").arg(value);
    case RefusalCode::UnknownPremiseNote:
        return Refusals::tr("That note on a place is not there any more.");
    case RefusalCode::UnknownBookmark:
        return Refusals::tr("That bookmark is not there any more.");
    case RefusalCode::UnknownStep:
        return Refusals::tr("The incident's plan has no such step: %1").arg(value);
    case RefusalCode::NobodyThere:
        return Refusals::tr("Nobody sits at %1: stations are given to a desk that somebody sits at.")
            .arg(value);
    case RefusalCode::NeverShelved:
        return Refusals::tr("An emergency stays in sight until it is acknowledged.");
    case RefusalCode::Replayed:
        return Refusals::tr("This is a replay: nothing here changes the record.");
    case RefusalCode::Storage:
        return Refusals::tr("The journal could not take it: %1").arg(refusal.detail);
    }
    return {};
}

} // namespace tridesk
