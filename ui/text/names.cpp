// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/names.h"

#include "app/domain/stack_rules.h"
#include "ui/text/times.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tridesk::text {

namespace {

struct Names {
    Q_DECLARE_TR_FUNCTIONS(tridesk::text::Names)
};

} // namespace

QString name(Level level) {
    switch (level) {
    case Level::Critical:
        return Names::tr("Critical");
    case Level::Urgent:
        return Names::tr("Urgent");
    case Level::Routine:
        return Names::tr("Routine");
    case Level::NonPolice:
        return Names::tr("Non-police");
    }
    return {};
}

QString name(UnitStatus status) {
    switch (status) {
    case UnitStatus::Off:
        return Names::tr("Off duty", "unit status");
    case UnitStatus::Available:
        return Names::tr("Available", "unit status");
    case UnitStatus::AvailableAtStation:
        return Names::tr("At station", "unit status");
    case UnitStatus::Reserved:
        return Names::tr("Reserved", "unit status");
    case UnitStatus::Dispatched:
        return Names::tr("Dispatched", "unit status");
    case UnitStatus::Signed:
        return Names::tr("Signed", "unit status");
    case UnitStatus::EnRoute:
        return Names::tr("En route", "unit status");
    case UnitStatus::OnScene:
        return Names::tr("On scene", "unit status");
    case UnitStatus::BusyDivertable:
        return Names::tr("Busy, divertable", "unit status");
    case UnitStatus::BusyCommitted:
        return Names::tr("Busy, committed", "unit status");
    case UnitStatus::Transport:
        return Names::tr("Transport", "unit status");
    case UnitStatus::Reporting:
        return Names::tr("Reporting", "unit status");
    case UnitStatus::OutOfService:
        return Names::tr("Out of service", "unit status");
    case UnitStatus::Emergency:
        return Names::tr("Emergency", "unit status");
    }
    return {};
}

QString name(UnitKind kind) {
    switch (kind) {
    case UnitKind::Car:
        return Names::tr("Car");
    case UnitKind::Motorcycle:
        return Names::tr("Motorcycle");
    case UnitKind::Foot:
        return Names::tr("Foot patrol");
    case UnitKind::Van:
        return Names::tr("Van");
    case UnitKind::Boat:
        return Names::tr("Boat");
    case UnitKind::Auxiliary:
        return Names::tr("Auxiliary");
    }
    return {};
}

QString name(IncidentStage stage) {
    switch (stage) {
    case IncidentStage::Pending:
        return Names::tr("Pending");
    case IncidentStage::Dispatched:
        return Names::tr("Dispatched");
    case IncidentStage::EnRoute:
        return Names::tr("En route");
    case IncidentStage::OnScene:
        return Names::tr("On scene");
    case IncidentStage::Reported:
        return Names::tr("Reported");
    case IncidentStage::Closed:
        return Names::tr("Closed");
    }
    return {};
}

QString name(OrderStage stage) {
    switch (stage) {
    case OrderStage::Issued:
        return Names::tr("Issued");
    case OrderStage::Delivered:
        return Names::tr("Delivered");
    case OrderStage::Shown:
        return Names::tr("Shown");
    case OrderStage::Signed:
        return Names::tr("Signed");
    case OrderStage::UnderWay:
        return Names::tr("Under way");
    case OrderStage::Arrived:
        return Names::tr("Arrived");
    case OrderStage::Reported:
        return Names::tr("Reported");
    case OrderStage::Closed:
        return Names::tr("Closed");
    case OrderStage::Recalled:
        return Names::tr("Recalled");
    case OrderStage::Refused:
        return Names::tr("Refused");
    case OrderStage::Cancelled:
        return Names::tr("Cancelled");
    }
    return {};
}

QString name(IncidentFlag flag) {
    switch (flag) {
    case IncidentFlag::Major:
        return Names::tr("Major");
    case IncidentFlag::Watch:
        return Names::tr("Watch");
    case IncidentFlag::Pinned:
        return Names::tr("Pinned");
    case IncidentFlag::Sensitive:
        return Names::tr("Sensitive");
    case IncidentFlag::ConfidentialCaller:
        return Names::tr("Confidential caller");
    }
    return {};
}

QString name(EmergencySource source) {
    switch (source) {
    case EmergencySource::Crew:
        return Names::tr("pressed by the crew");
    case EmergencySource::Device:
        return Names::tr("from a device");
    case EmergencySource::MissedCheck:
        return Names::tr("safety check not answered");
    case EmergencySource::Desk:
        return Names::tr("entered by a desk");
    case EmergencySource::ManDown:
        return Names::tr("body camera: man down");
    case EmergencySource::Shot:
        return Names::tr("body camera: shot");
    case EmergencySource::CameraKey:
        return Names::tr("key of the body camera");
    }
    return {};
}

QString name(CameraSign sign) {
    switch (sign) {
    case CameraSign::Recording:
        return Names::tr("body camera records");
    case CameraSign::RecordingEnded:
        return Names::tr("body camera records no longer");
    case CameraSign::WeaponDrawn:
        return Names::tr("weapon drawn");
    case CameraSign::WeaponHolstered:
        return Names::tr("weapon holstered");
    }
    return {};
}

QString name(EmergencyOutcome outcome) {
    switch (outcome) {
    case EmergencyOutcome::Resolved:
        return Names::tr("Resolved");
    case EmergencyOutcome::False:
        return Names::tr("False alarm");
    }
    return {};
}

QString name(DeadlineKind kind) {
    switch (kind) {
    case DeadlineKind::Dispatch:
        return Names::tr("Dispatch");
    case DeadlineKind::Sign:
        return Names::tr("Sign");
    case DeadlineKind::Arrive:
        return Names::tr("Arrive");
    case DeadlineKind::Report:
        return Names::tr("Report");
    }
    return {};
}

QString name(Tier tier) {
    switch (tier) {
    case Tier::Bureau:
        return Names::tr("Bureau");
    case Tier::Station:
        return Names::tr("Station");
    case Tier::Field:
        return Names::tr("Field");
    case Tier::Machine:
        return Names::tr("Machine");
    }
    return {};
}

QString name(Role role) {
    switch (role) {
    case Role::Anybody:
        return Names::tr("No sign-in");
    case Role::Dispatcher:
        return Names::tr("Dispatcher");
    case Role::Supervisor:
        return Names::tr("Supervisor");
    case Role::DutyOfficer:
        return Names::tr("Duty officer");
    case Role::Crew:
        return Names::tr("Crew", "role of a user");
    case Role::Reviewer:
        return Names::tr("Reviewer");
    case Role::Administrator:
        return Names::tr("Administrator");
    }
    return {};
}

QString name(const Name& name) {
    const bool chinese = QLocale().language() == QLocale::Chinese;
    const QString& wanted = chinese ? name.zh : name.en;
    return wanted.isEmpty() ? (chinese ? name.en : name.zh) : wanted;
}

QString typeName(const Catalogue& catalogue, const TypeCode& code) {
    const IncidentType* type = catalogue.type(code);
    return type ? name(type->name) : code.toString();
}

QString typePath(const Catalogue& catalogue, const TypeCode& code) {
    QStringList names;
    const QString& whole = code.toString();
    for (qsizetype end = whole.indexOf(u'.');; end = whole.indexOf(u'.', end + 1)) {
        if (const auto part = TypeCode::parse(QStringView(whole).left(end < 0 ? whole.size() : end)))
            names << typeName(catalogue, *part);
        if (end < 0)
            return names.join(u" › "_s);
    }
}

QString dispositionName(const Catalogue& catalogue, const TypeCode& code) {
    const Disposition* disposition = catalogue.disposition(code);
    return disposition ? name(disposition->name) : code.toString();
}

QString callsign(const Situation& situation, const UnitId& unit) {
    const Unit* known = situation.units().find(unit);
    return known ? known->definition.callsign.toString() : unit.toString();
}

QString statusName(const Catalogue& catalogue, UnitStatus base, const TypeCode& custom) {
    const CustomStatus* own = catalogue.status(custom);
    return own ? name(own->name) : name(base);
}

QString channelName(const QString& channel) {
    if (channel == QLatin1StringView("radio"))
        return Names::tr("radio");
    if (channel == QLatin1StringView("telephone"))
        return Names::tr("telephone");
    if (channel == QLatin1StringView("message"))
        return Names::tr("message");
    if (channel == QLatin1StringView("paper"))
        return Names::tr("paper card");
    if (channel == QLatin1StringView("person"))
        return Names::tr("word of mouth");
    return channel;
}

QString postName(const Situation& situation, const PostId& post) {
    const Post* known = situation.posts().find(post);
    return known ? name(known->name) : post.toString();
}

QString beatName(const Situation& situation, const BeatId& beat) {
    const Beat* known = situation.beats().find(beat);
    return known ? name(known->name) : beat.toString();
}

QString hold(const Situation& situation, const Incident& incident) {
    if (!incident.isOpen() || !incident.hold)
        return {};
    const Hold& hold = *incident.hold;
    const QString until = clock(hold.until);
    QString said = Names::tr("Held until %1").arg(until);
    if (hold.unit)
        said = Names::tr("Waits for %1, place %2, until %3", "unit, in its order, time")
                   .arg(callsign(situation, *hold.unit))
                   .arg(stack_rules::placeOf(situation, incident))
                   .arg(until);
    else if (!hold.beat.isNull())
        said = Names::tr("Waits for whoever of %1 comes free, until %2", "beat, time")
                   .arg(beatName(situation, hold.beat), until);
    return hold.reason.isEmpty() ? said : Names::tr("%1: %2", "a hold, its reason").arg(said, hold.reason);
}

QString addressee(const Situation& situation, const Addressee& to) {
    if (const auto* unit = std::get_if<UnitId>(&to))
        return callsign(situation, *unit);
    return postName(situation, std::get<PostId>(to));
}

QString seatName(const Situation& situation, const QString& seat) {
    const auto known = Seat::parse(seat);
    if (!known)
        return seat;
    if (const auto post = known->post())
        return postName(situation, *post);
    if (const auto unit = known->unit())
        return Names::tr("Crew of %1", "a seat in a car").arg(callsign(situation, *unit));
    if (*known == clockworkSeat())
        return Names::tr("The desk's clock");
    if (known->tier == Tier::Machine)
        return known->place;
    return known->place.isEmpty() ? Names::tr("Bureau") : Names::tr("Bureau desk %1").arg(known->place);
}

QString shortNumber(qint64 number) {
    return QString::number(number % 1'000'000).rightJustified(4, u'0');
}

QString qualification(const QString& word) {
    const QHash<QString, QString> known{{u"firearm"_s, Names::tr("firearm")},
                                        {u"negotiator"_s, Names::tr("negotiator")},
                                        {u"water"_s, Names::tr("water rescue")},
                                        {u"first_aid"_s, Names::tr("first aid")},
                                        {u"dog"_s, Names::tr("dog")},
                                        {u"drone"_s, Names::tr("drone")}};
    return known.value(word, word);
}

QString hazards(const Hazards& hazards) {
    QStringList found;
    if (hazards.weapon)
        found << Names::tr("Weapon");
    if (hazards.injured)
        found << Names::tr("Injured");
    if (hazards.trapped)
        found << Names::tr("Trapped");
    if (hazards.hazmat)
        found << Names::tr("Hazardous material");
    return found.join(Names::tr(", ", "between words of a list"));
}

QString reinforcement(const Situation& situation, const Incident& incident) {
    if (!incident.reinforcement)
        return {};
    const Reinforcement& asked = *incident.reinforcement;
    const Order* order = situation.orders().find(asked.order);
    const QString who = order ? addressee(situation, order->to) : QString();
    const QString at = clock(asked.at);
    return asked.text.isEmpty() ? Names::tr("%1 asks for reinforcement (%2)").arg(who, at)
                                : Names::tr("%1 asks for reinforcement (%2): %3").arg(who, at, asked.text);
}

QString place(const Place& place) {
    if (!place.address.isEmpty())
        return place.address;
    if (place.at)
        return u"%1, %2"_s.arg(place.at->latitude(), 0, 'f', 5).arg(place.at->longitude(), 0, 'f', 5);
    return Names::tr("Place unknown");
}

} // namespace tridesk::text
