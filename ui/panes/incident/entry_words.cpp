// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/entry_words.h"

#include "app/domain/codec.h"
#include "app/domain/situation.h"
#include "ui/text/footage_words.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

/// One for each kind of fact.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(tridesk::EntryWords)

public:
    const Situation& situation;

    QString operator()(const PostDefined& f) const { return tr("Post %1 defined").arg(f.post.id.toString()); }
    QString operator()(const UnitDefined& f) const {
        return tr("Unit %1 defined").arg(f.unit.callsign.toString());
    }
    QString operator()(const CatalogueDefined&) const { return tr("Types and deadlines defined"); }
    QString operator()(const SeatOpened&) const { return tr("Seat opened"); }
    QString operator()(const SeatClosed&) const { return tr("Seat closed"); }
    QString operator()(const UnitLoggedOn& f) const {
        return tr("%1 logged on: %2").arg(callsign(f.unit), f.crew.join(tr(", ", "between names")));
    }
    QString operator()(const UnitLoggedOff& f) const { return tr("%1 logged off").arg(callsign(f.unit)); }
    QString operator()(const UnitStatusSet& f) const {
        return withReason(tr("%1: %2", "unit, its status").arg(callsign(f.unit), text::name(f.status)),
                          f.reason);
    }
    QString operator()(const IncidentReported& f) const {
        return tr("Reported by %1: %2, %3, %4", "source, type, level, place")
            .arg(source(f.source), type(f.details.type), text::name(f.details.level),
                 text::place(f.details.place));
    }
    QString operator()(const IncidentAmended& f) const {
        return withReason(amendment(f.change).join(tr("; ", "between changes")), f.change.reason);
    }
    QString operator()(const IncidentNoted& f) const { return tr("Note: %1").arg(f.text); }
    QString operator()(const IncidentClosed& f) const {
        const QString how = withReason(
            tr("Closed: %1").arg(text::dispositionName(situation.catalogue(), f.disposition)), f.text);
        return f.overrideReason.isEmpty()
                   ? how
                   : tr("%1, with something unknown because: %2").arg(how, f.overrideReason);
    }
    QString operator()(const OrderIssued& f) const {
        const QString role = f.role == OrderRole::Primary ? tr("primary") : tr("backup");
        const bool unit = std::holds_alternative<UnitId>(f.to);
        const QString what = unit ? tr("Order to %1 as %2").arg(text::addressee(situation, f.to), role)
                                  : tr("Referred to %1").arg(text::addressee(situation, f.to));
        const QString said =
            f.text.isEmpty() ? what : tr("%1: %2", "what, the words with it").arg(what, f.text);
        return f.overrideReason.isEmpty()
                   ? said
                   : tr("%1, taken from other work because: %2").arg(said, f.overrideReason);
    }
    QString operator()(const OrderAdvanced& f) const {
        const QString what =
            tr("%1: %2", "addressee, stage of its order").arg(addressee(f.order), text::name(f.stage));
        const QString told = f.onBehalf
                                 ? tr("%1, by %2: “%3”", "what, channel, words")
                                       .arg(what, text::channelName(f.onBehalf->channel), f.onBehalf->words)
                                 : what;
        return withReason(told, f.text);
    }
    QString operator()(const MessageSent& f) const {
        return f.kind == MessageKind::Room ? tr("Said in the room: %1").arg(f.text)
                                           : tr("Message: %1").arg(f.text);
    }
    QString operator()(const MessageAdvanced&) const { return tr("Message acknowledged"); }
    QString operator()(const MessageWithdrawn&) const { return tr("Bulletin or note taken down"); }
    QString operator()(const NoticeAcknowledged& f) const {
        return tr("%1 has taken note of the order").arg(text::postName(situation, f.post));
    }
    QString operator()(const ReinforcementAsked& f) const {
        return withReason(tr("%1 asks for reinforcement").arg(addressee(f.order)), f.text);
    }
    QString operator()(const OrderRoleSet& f) const {
        return f.role == OrderRole::Primary ? tr("%1 leads from now on").arg(addressee(f.order))
                                            : tr("%1 backs up from now on").arg(addressee(f.order));
    }
    QString operator()(const OrderChased& f) const {
        return withReason(f.automatic ? tr("%1 chased by the clock").arg(addressee(f.order))
                                      : tr("%1 chased").arg(addressee(f.order)),
                          f.text);
    }
    QString operator()(const DeadlineMissed& f) const {
        return f.order ? tr("%1 is late: %2").arg(addressee(*f.order), text::name(f.kind))
                       : tr("Nobody sent in time");
    }
    QString operator()(const IncidentFlagged& f) const {
        return f.on ? tr("Marked: %1").arg(text::name(f.flag))
                    : tr("No longer marked: %1").arg(text::name(f.flag));
    }
    QString operator()(const IncidentTagged& f) const {
        return f.tags.isEmpty() ? tr("Tags taken off") : tr("Tags: %1").arg(f.tags.join(u", "_s));
    }
    QString operator()(const IncidentHeld& f) const {
        if (!f.until)
            return withReason(tr("Taken up again"), f.reason);
        const QString until = text::clock(*f.until);
        return withReason(f.unit            ? tr("Waits for %1 until %2").arg(callsign(*f.unit), until)
                          : f.beat.isNull() ? tr("Held until %1").arg(until)
                                            : tr("Waits for the beat %1 until %2").arg(beat(f.beat), until),
                          f.reason);
    }
    QString operator()(const IncidentMerged& f) const { return tr("Merged into %1").arg(number(f.into)); }
    QString operator()(const IncidentSplit& f) const { return withReason(tr("Split off again"), f.reason); }
    QString operator()(const IncidentReopened& f) const { return withReason(tr("Opened again"), f.reason); }
    QString operator()(const IncidentTransferred& f) const {
        return withReason(tr("Given to %1").arg(f.agency), f.reason);
    }
    QString operator()(const TransferReturned& f) const { return withReason(tr("Came back"), f.answer); }
    QString operator()(const UnitTimerSet& f) const {
        return f.due ? tr("Safety timer of %1: next at %2").arg(callsign(f.unit), text::clock(*f.due))
                     : tr("Safety timer of %1 stopped").arg(callsign(f.unit));
    }
    QString operator()(const CheckMissed& f) const {
        return tr("%1 has not answered the safety check").arg(callsign(f.unit));
    }
    QString operator()(const EmergencyRaised& f) const {
        return withReason(tr("EMERGENCY of %1 (%2)").arg(callsign(f.unit), text::name(f.source)), f.text);
    }
    QString operator()(const EmergencyAcknowledged& f) const {
        return tr("Emergency of %1 acknowledged").arg(callsign(f.unit));
    }
    QString operator()(const EmergencyEnded& f) const {
        return withReason(tr("Emergency of %1 ended: %2").arg(callsign(f.unit), text::name(f.outcome)),
                          f.reason);
    }
    QString operator()(const PolicyDefined&) const { return tr("Recommendation policy changed"); }
    QString operator()(const LookRecorded& f) const {
        return withReason(tr("Looked up: %1").arg(f.subject), f.reason);
    }
    QString operator()(const ReportMade& f) const {
        return f.report.named ? tr("Report made, with names") : tr("Report made, without names");
    }
    QString operator()(const HandoverOffered&) const { return tr("Seat offered for handover"); }
    QString operator()(const PremiseNoted& f) const { return tr("Note on a place: %1").arg(f.details.words); }
    QString operator()(const PremiseNoteWithdrawn& f) const {
        return withReason(tr("Note on a place withdrawn"), f.reason);
    }
    QString operator()(const SectorMoved& f) const {
        return f.desk.isEmpty() ? tr("Stations are every desk's again")
                                : tr("Stations moved to %1").arg(f.desk);
    }
    QString operator()(const SectorMoveNoted&) const { return tr("Moved stations noted"); }
    QString operator()(const PlanOpened& f) const {
        return f.plan.code.isNull() ? tr("Its plan fits no more")
                                    : tr("Plan opened: %1").arg(text::name(f.plan.name));
    }
    QString operator()(const StepTicked& f) const {
        return f.done ? tr("Done: %1").arg(step(f.incident, f.step))
                      : tr("Not done after all: %1").arg(step(f.incident, f.step));
    }
    QString operator()(const StepMissed& f) const {
        return tr("Not done in time: %1").arg(step(f.incident, f.step));
    }
    QString operator()(const AlarmsAcknowledged&) const { return tr("Alarms acknowledged"); }
    QString operator()(const AlarmShelved& f) const {
        return withReason(f.until ? tr("Alarm shelved until %1").arg(text::clock(*f.until))
                                  : tr("Shelved alarm taken up again"),
                          f.reason);
    }
    QString operator()(const BookmarkSet& f) const { return tr("Bookmark: %1").arg(f.details.words); }
    QString operator()(const BookmarkRemoved&) const { return tr("Bookmark removed"); }
    QString operator()(const PracticeBegan& f) const {
        return tr("Drill begun, from %1").arg(f.practice.origin);
    }
    QString operator()(const HandoverTaken&) const { return tr("Seat taken over"); }
    QString operator()(const PlotDrawn& f) const { return tr("Drawn on the map: %1").arg(f.details.label); }
    QString operator()(const PlotErased&) const { return tr("Drawing erased"); }
    QString operator()(const PlaceNamed& f) const { return tr("Place named: %1").arg(f.details.name); }
    QString operator()(const PlaceForgotten&) const { return tr("Name of a place forgotten"); }
    QString operator()(const CameraDefined& f) const {
        return tr("Camera set up: %1").arg(f.camera.id.toString());
    }
    QString operator()(const CameraRetired& f) const {
        return tr("Camera taken away: %1").arg(f.camera.toString());
    }
    QString operator()(const FeedDefined& f) const {
        return tr("Video feed set up: %1").arg(f.feed.id.toString());
    }
    QString operator()(const FeedRetired& f) const {
        return tr("Video feed taken away: %1").arg(f.feed.toString());
    }
    QString operator()(const ViewBegan& f) const {
        return withReason(f.footage ? tr("Footage played: %1").arg(feed(f.feed, f.unit))
                                    : tr("Video opened: %1").arg(feed(f.feed, f.unit)),
                          f.reason);
    }
    QString operator()(const ViewEnded& f) const { return tr("Video closed: %1").arg(f.feed.toString()); }
    QString operator()(const FootageSaved& f) const {
        return withReason(savedAs(f.kind).arg(feed(f.feed, f.unit)), f.words);
    }
    QString operator()(const FootageExported& f) const {
        return withReason(tr("Footage given out to %1").arg(f.to), f.reason);
    }
    QString operator()(const FootageRemoved& f) const {
        return withReason(tr("Footage deleted"), text::removalReason(f.reason));
    }
    QString operator()(const CameraSignNoted& f) const {
        return withReason(tr("%1: %2", "unit, its status").arg(callsign(f.unit), text::name(f.sign)), f.text);
    }
    QString operator()(const VideoPolicyDefined&) const { return tr("Bounds of video changed"); }

    QString operator()(const BeatDefined& f) const {
        return tr("Beat set up: %1").arg(text::name(f.beat.name));
    }
    QString operator()(const BeatRetired& f) const {
        return tr("Beat taken away: %1").arg(f.beat.toString());
    }

private:
    QString beat(const BeatId& id) const {
        const Beat* beat = situation.beats().find(id);
        return beat ? text::name(beat->name) : id.toString();
    }
    QString callsign(const UnitId& unit) const { return text::callsign(situation, unit); }
    QString addressee(const OrderId& id) const {
        const Order* order = situation.orders().find(id);
        return order ? text::addressee(situation, order->to) : QString();
    }
    QString step(const IncidentId& id, const TypeCode& code) const {
        const Checklist* list = situation.checklist(id);
        const PlanStep* step = list ? list->plan.step(code) : nullptr;
        return step ? text::name(step->name) : code.toString();
    }
    QString number(const IncidentId& id) const {
        const Incident* incident = situation.incidents().find(id);
        return incident ? text::shortNumber(incident->number) : QString();
    }
    QString type(const TypeCode& code) const {
        return code.isNull() ? tr("no type") : text::typeName(situation.catalogue(), code);
    }
    QString source(const Source& source) const {
        return source.name == u"phone"_s ? tr("telephone") : text::seatName(situation, source.name);
    }
    QString feed(const FeedId& id, const std::optional<UnitId>& unit) const {
        return unit ? tr("%1, carried by %2", "feed, unit").arg(id.toString(), callsign(*unit))
                    : id.toString();
    }
    static QString savedAs(FootageKind kind) {
        switch (kind) {
        case FootageKind::Mark:
            return tr("Marked in the video of %1");
        case FootageKind::Snapshot:
            return tr("Picture kept of %1");
        case FootageKind::Clip:
            return tr("Clip kept of %1");
        }
        return {};
    }
    static QString withReason(const QString& what, const QString& reason) {
        return reason.isEmpty() ? what
                                : tr("%1 (%2)", "what happened, the reason or report").arg(what, reason);
    }
    QStringList amendment(const AmendIncident& change) const {
        QStringList parts;
        if (change.type)
            parts << tr("Type: %1").arg(type(*change.type));
        if (change.level)
            parts << tr("Level: %1").arg(text::name(*change.level));
        if (change.place)
            parts << tr("Place: %1").arg(text::place(*change.place));
        if (change.text)
            parts << tr("Text: %1").arg(*change.text);
        if (change.callers)
            parts << tr("Callers: %n", nullptr, int(change.callers->size()));
        if (change.hazards)
            parts << tr("Safety: %1")
                         .arg(change.hazards->any() ? text::hazards(*change.hazards) : tr("nothing known"));
        return parts;
    }
};

} // namespace

QString entryWords(const Entry& entry, const Situation& situation) {
    const auto fact = decode(entry.fact);
    return fact ? std::visit(Words{situation}, *fact) : entry.fact.kind;
}

} // namespace tridesk
