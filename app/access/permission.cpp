// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"

#include "app/access/redaction.h"
#include "app/access/rights.h"
#include "app/access/watching.h"

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Refusal> notPermitted(const Actor& actor, const QString& field) {
    return refuse(RefusalCode::NotPermitted, field, actor.seat.toString());
}

bool isOwn(const Situation& situation, const Seat& seat, const UnitId& id) {
    if (seat.unit() == id)
        return true;
    const Unit* unit = situation.units().find(id);
    return unit && seat.post() == unit->definition.post;
}

bool isOwn(const Situation& situation, const Seat& seat, const Addressee& to) {
    if (const UnitId* unit = std::get_if<UnitId>(&to))
        return isOwn(situation, seat, *unit);
    return seat.post() == std::get<PostId>(to);
}

/// An order to the seat itself, to one of its units, or given by it.
bool concerns(const Situation& situation, const Seat& seat, const Order& order) {
    return isOwn(situation, seat, order.to) || order.issuedBy == seat.toString();
}

/// What a crew, unlike its duty room, may take an order to: its own part.
bool isCrewsPart(OrderStage stage) {
    return (stage > OrderStage::Issued && stage <= OrderStage::Reported) || stage == OrderStage::Refused;
}

/// Asked of stations and crews; the bureau may ask for everything, and a machine for little.
struct Permitted {
    const Situation& situation;
    const Actor& actor;

    const Seat& seat() const { return actor.seat; }
    bool isStation() const { return seat().tier == Tier::Station; }
    Result<void> only(bool allowed, const QString& field) const {
        return allowed ? Result<void>() : Result<void>(notPermitted(actor, field));
    }
    Result<void> incident(const IncidentId& id) const {
        const Incident* found = situation.incidents().find(id);
        // What is not there is refused by the decision, in clearer words.
        return only(!found || maySee(situation, actor, *found, Instant::max()), u"incident"_s);
    }
    Result<void> unit(const UnitId& id) const { return only(isOwn(situation, seat(), id), u"unit"_s); }

    Result<void> operator()(const DefinePost&) const { return only(false, u"post"_s); }
    Result<void> operator()(const DefineUnit&) const { return only(false, u"unit"_s); }
    Result<void> operator()(const DefineBeat&) const { return only(false, u"beat"_s); }
    Result<void> operator()(const RetireBeat&) const { return only(false, u"beat"_s); }
    Result<void> operator()(const DefineCatalogue&) const { return only(false, u"catalogue"_s); }
    Result<void> operator()(const OpenSeat&) const { return {}; }
    Result<void> operator()(const CloseSeat&) const { return {}; }
    Result<void> operator()(const LogOn& c) const { return unit(c.unit); }
    Result<void> operator()(const LogOff& c) const { return unit(c.unit); }
    Result<void> operator()(const SetUnitStatus& c) const { return unit(c.unit); }
    Result<void> operator()(const ReportIncident&) const { return {}; }
    Result<void> operator()(const AmendIncident& c) const { return incident(c.incident); }
    Result<void> operator()(const AddNote& c) const { return incident(c.incident); }
    Result<void> operator()(const CloseIncident& c) const {
        const auto seen = incident(c.incident);
        return seen ? only(seat().tier == Tier::Station, u"incident"_s) : seen;
    }
    Result<void> operator()(const IssueOrder& c) const {
        const auto seen = incident(c.incident);
        const bool own = std::holds_alternative<UnitId>(c.to) && isOwn(situation, seat(), c.to);
        return seen ? only(isStation() && own, u"to"_s) : seen;
    }
    Result<void> operator()(const ReplaceUnit& c) const {
        const auto own = order(c.order);
        return own ? only(isStation() && isOwn(situation, seat(), c.unit), u"unit"_s) : own;
    }
    Result<void> operator()(const ExchangeUnits& c) const {
        const auto own = unit(c.first);
        return own ? only(isStation() && isOwn(situation, seat(), c.second), u"unit"_s) : own;
    }
    Result<void> order(const OrderId& id) const {
        const Order* order = situation.orders().find(id);
        return only(!order || concerns(situation, seat(), *order), u"order"_s);
    }
    Result<void> operator()(const AdvanceOrder& c) const {
        return isStation() || isCrewsPart(c.to) ? order(c.order) : only(false, u"order"_s);
    }
    Result<void> operator()(const AcknowledgeNotice& c) const {
        return only(isStation() && seat().post() == c.post, u"post"_s);
    }
    Result<void> operator()(const AskReinforcement& c) const { return order(c.order); }
    Result<void> operator()(const SetPrimary& c) const {
        return isStation() ? order(c.order) : only(false, u"order"_s);
    }
    Result<void> operator()(const ChaseOrder& c) const {
        return isStation() && !c.automatic ? order(c.order) : only(false, u"order"_s);
    }
    Result<void> operator()(const MarkMissed&) const { return only(false, u"command"_s); }
    Result<void> operator()(const MissCheck&) const { return only(false, u"command"_s); }
    Result<void> operator()(const InitiateIncident& c) const { return unit(c.unit); }
    Result<void> stationsOwn(const IncidentId& id) const {
        const auto seen = incident(id);
        return seen ? only(isStation(), u"incident"_s) : seen;
    }
    Result<void> operator()(const FlagIncident& c) const { return stationsOwn(c.incident); }
    Result<void> operator()(const TagIncident& c) const { return stationsOwn(c.incident); }
    Result<void> operator()(const HoldIncident& c) const {
        const auto own = stationsOwn(c.incident);
        return own && c.unit ? unit(*c.unit) : own;
    }
    Result<void> operator()(const MergeIncident& c) const {
        const auto seen = stationsOwn(c.incident);
        return seen ? incident(c.into) : seen;
    }
    Result<void> operator()(const SplitIncident& c) const { return stationsOwn(c.incident); }
    Result<void> operator()(const ReopenIncident& c) const { return stationsOwn(c.incident); }
    Result<void> operator()(const TransferIncident& c) const { return stationsOwn(c.incident); }
    Result<void> operator()(const ReturnTransfer& c) const { return stationsOwn(c.incident); }
    Result<void> operator()(const SetTimer& c) const { return unit(c.unit); }
    Result<void> operator()(const ResetTimers& c) const {
        for (const UnitId& id : c.units)
            if (const auto own = unit(id); !own)
                return own;
        return {};
    }
    Result<void> operator()(const RaiseEmergency& c) const {
        return c.source == EmergencySource::MissedCheck ? only(false, u"source"_s) : unit(c.unit);
    }
    Result<void> operator()(const NoteCameraSign& c) const { return unit(c.unit); }
    // A crew may press the key, not let go of it: whoever threatens it could do that too.
    Result<void> operator()(const AcknowledgeEmergency& c) const {
        return isStation() ? unit(c.unit) : only(false, u"unit"_s);
    }
    Result<void> operator()(const EndEmergency& c) const {
        return isStation() ? unit(c.unit) : only(false, u"unit"_s);
    }
    Result<void> operator()(const DefinePolicy&) const { return only(false, u"policy"_s); }
    Result<void> operator()(const RecordLook&) const { return {}; }
    /// A station reports on its own work; of a span, on what lies in its area.
    Result<void> operator()(const MakeReport& c) const {
        if (c.report.incident)
            return stationsOwn(*c.report.incident);
        return only(isStation() && c.report.post == seat().post(), u"post"_s);
    }
    Result<void> operator()(const OfferHandover&) const { return {}; }
    Result<void> operator()(const TakeHandover&) const { return {}; }
    Result<void> operator()(const RecallOrder& c) const {
        const Order* order = situation.orders().find(c.order);
        return only(!order || order->issuedBy == seat().toString(), u"order"_s);
    }
    Result<void> operator()(const SendMessage& c) const {
        if (isStanding(c.kind) && !isStation())
            return only(false, u"kind"_s);
        return c.incident ? incident(*c.incident) : Result<void>();
    }
    Result<void> operator()(const AdvanceMessage&) const { return {}; }
    Result<void> operator()(const WithdrawMessage& c) const {
        const Message* message = situation.messages().find(c.message);
        return only(!message || message->from == seat().toString(), u"message"_s);
    }
    Result<void> operator()(const DrawPlot& c) const {
        if (c.details.incident)
            if (const auto seen = incident(*c.details.incident); !seen)
                return seen;
        return only(seat().tier == Tier::Station && (!c.plot || isOwnPlot(*c.plot)), u"plot"_s);
    }
    Result<void> operator()(const ErasePlot& c) const {
        return only(seat().tier == Tier::Station && isOwnPlot(c.plot), u"plot"_s);
    }
    Result<void> operator()(const NamePlace& c) const {
        return only(seat().tier == Tier::Station && (!c.place || isOwnPlace(*c.place)), u"place"_s);
    }
    Result<void> operator()(const ForgetPlace& c) const {
        return only(seat().tier == Tier::Station && isOwnPlace(c.place), u"place"_s);
    }
    Result<void> operator()(const NotePremise& c) const {
        return only(isStation() && (!c.note || isOwnNote(*c.note)), u"note"_s);
    }
    Result<void> operator()(const WithdrawPremiseNote& c) const {
        return only(isStation() && isOwnNote(c.note), u"note"_s);
    }
    Result<void> operator()(const MoveSector&) const { return only(false, u"post"_s); }
    Result<void> operator()(const NoteSectorMove&) const { return only(false, u"post"_s); }
    Result<void> operator()(const TickStep& c) const { return stationsOwn(c.incident); }
    Result<void> operator()(const MissStep&) const { return only(false, u"command"_s); }
    Result<void> operator()(const AcknowledgeAlarms&) const { return only(isStation(), u"alarm"_s); }
    Result<void> operator()(const ShelveAlarm&) const { return only(isStation(), u"alarm"_s); }
    Result<void> operator()(const SetBookmark& c) const {
        const auto seen = c.details.incident ? incident(*c.details.incident) : Result<void>();
        return seen ? ownBookmark(c.bookmark) : seen;
    }
    Result<void> operator()(const RemoveBookmark& c) const { return ownBookmark(c.bookmark); }
    Result<void> operator()(const DefineCamera&) const { return only(false, u"camera"_s); }
    Result<void> operator()(const RetireCamera&) const { return only(false, u"camera"_s); }
    Result<void> operator()(const DefineFeed&) const { return only(false, u"feed"_s); }
    Result<void> operator()(const RetireFeed&) const { return only(false, u"feed"_s); }
    Result<void> feed(const FeedId& id, const std::optional<IncidentId>& of) const {
        if (const auto seen = of ? incident(*of) : Result<void>(); !seen)
            return seen;
        const VideoFeed* feed = situation.feeds().find(id);
        return only(!feed || mayWatch(situation, actor, *feed, Instant::max()), u"feed"_s);
    }
    Result<void> footage(const FootageId& id) const {
        const Footage* footage = situation.footage().find(id);
        return only(isStation() &&
                        (!footage || mayShow(situation, {.actor = actor}, *footage, Instant::max())),
                    u"footage"_s);
    }
    Result<void> operator()(const BeginView& c) const {
        return c.footage ? footage(*c.footage) : feed(c.feed, c.incident);
    }
    Result<void> operator()(const EndView&) const { return {}; }
    Result<void> operator()(const SaveFootage& c) const { return feed(c.feed, c.incident); }
    Result<void> operator()(const ExportFootage& c) const { return footage(c.footage); }
    Result<void> operator()(const RemoveFootage& c) const { return footage(c.footage); }
    Result<void> operator()(const SetVideoPolicy&) const { return only(false, u"policy"_s); }

private:
    // What is not there is refused by the decision, here too.
    bool isOwnPlot(const PlotId& id) const {
        const Plot* plot = situation.plots().find(id);
        return !plot || plot->by == seat().toString();
    }
    bool isOwnNote(const PremiseNoteId& id) const {
        const PremiseNote* note = situation.premises().find(id);
        return !note || note->by == seat().toString();
    }
    Result<void> ownBookmark(const std::optional<BookmarkId>& id) const {
        const Bookmark* bookmark = id ? situation.bookmarks().find(*id) : nullptr;
        return only(isStation() && (!bookmark || bookmark->by == seat().toString()), u"bookmark"_s);
    }
    bool isOwnPlace(const NamedPlaceId& id) const {
        const NamedPlace* place = situation.places().find(id);
        return !place || place->by == seat().toString();
    }
};

bool isOfDevice(EmergencySource source) {
    switch (source) {
    case EmergencySource::Device:
    case EmergencySource::ManDown:
    case EmergencySource::Shot:
    case EmergencySource::CameraKey:
        return true;
    case EmergencySource::Crew:
    case EmergencySource::MissedCheck:
    case EmergencySource::Desk:
        break;
    }
    return false;
}

/// A source reports incidents and the alarms of devices; the clockwork marks what is late and deletes what is
/// kept no longer.
bool machineMay(const Seat& seat, const Command& command) {
    if (seat == clockworkSeat())
        return std::holds_alternative<MarkMissed>(command) || std::holds_alternative<ChaseOrder>(command) ||
               std::holds_alternative<MissCheck>(command) || std::holds_alternative<MissStep>(command) ||
               std::holds_alternative<RaiseEmergency>(command) ||
               std::holds_alternative<RemoveFootage>(command);
    const auto* alarm = std::get_if<RaiseEmergency>(&command);
    return std::holds_alternative<ReportIncident>(command) ||
           std::holds_alternative<NoteCameraSign>(command) || (alarm && isOfDevice(alarm->source));
}

/// Who does not know the callers would put a list in their place from which they are missing.
bool changesHiddenCallers(const Situation& situation, const Actor& actor, const Command& command) {
    const auto* amend = std::get_if<AmendIncident>(&command);
    const Incident* incident =
        amend && amend->callers ? situation.incidents().find(amend->incident) : nullptr;
    return incident && !knowsCallers({.actor = actor}, *incident);
}

/// Names leave the desk with those alone who may know all of them.
bool namesUnknown(const Actor& actor, const Command& command) {
    const auto* report = std::get_if<MakeReport>(&command);
    return report && report->report.named && !hasRight(actor.role, Right::KnowCallers);
}

} // namespace

Result<void> permitted(const Situation& situation, const Actor& actor, const Command& command) {
    if (const Right right = rightFor(situation, command); !hasRight(actor.role, right))
        return refuse(RefusalCode::NotOfRole, enumName(right), enumName(actor.role));
    if (changesHiddenCallers(situation, actor, command) || namesUnknown(actor, command))
        return refuse(RefusalCode::NotOfRole, enumName(Right::KnowCallers), enumName(actor.role));
    switch (actor.seat.tier) {
    case Tier::Bureau:
        return {};
    case Tier::Station:
    case Tier::Field:
        return std::visit(Permitted{situation, actor}, command);
    case Tier::Machine:
        return machineMay(actor.seat, command) ? Result<void>() : notPermitted(actor, u"command"_s);
    }
    return notPermitted(actor, u"seat"_s);
}

bool maySee(const Situation& situation, const Actor& actor, const Incident& incident, Instant now) {
    if (actor.seat.tier == Tier::Bureau)
        return true;
    const bool isSensitive = incident.has(IncidentFlag::Sensitive);
    if (actor.seat.tier == Tier::Station && actor.seat.post() == incident.post && !isSensitive)
        return true;
    if (incident.source.name == actor.seat.toString())
        return true;
    for (const OrderId& id : incident.orders) {
        const Order& order = *situation.orders().find(id);
        const bool sent = now >= order.releaseAt && order.stage != OrderStage::Recalled;
        if (sent && isOwn(situation, actor.seat, order.to))
            return true;
    }
    return false;
}

bool maySee(const Situation& situation, const Actor& actor, const Plot& plot, Instant now) {
    if (plot.details.expiresAt && *plot.details.expiresAt <= now)
        return false;
    const Incident* incident =
        plot.details.incident ? situation.incidents().find(*plot.details.incident) : nullptr;
    return !incident || maySee(situation, actor, *incident, now);
}

bool maySee(const Situation& situation, const Actor& actor, const Unit& unit) {
    return actor.seat.tier == Tier::Bureau || isOwn(situation, actor.seat, unit.definition.id);
}

} // namespace tridesk
