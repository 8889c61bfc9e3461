// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

namespace tridesk {

/// Takes one fact into a situation; fold_desk.cpp, fold_units.cpp, fold_incidents.cpp, fold_orders.cpp,
/// fold_plans.cpp, fold_map.cpp and fold_video.cpp hold the facts of each. Facts were decided before they
/// were journalled, so nothing is judged here: what refers to something unknown (a journal cut by hand)
/// changes nothing.
class Fold {
public:
    Fold(Situation& situation, const Entry& entry)
        : m_s(situation)
        , m_entry(entry)
        , m_at(entry.fact.happenedAt) {}

    [[nodiscard]] Changes takeChanges() { return std::move(m_changes); }

    void operator()(const PostDefined& f);
    void operator()(const BeatDefined& f);
    void operator()(const BeatRetired& f);
    void operator()(const CatalogueDefined& f);
    void operator()(const SeatOpened&);
    void operator()(const SeatClosed&);
    void operator()(const PolicyDefined& f);
    void operator()(const LookRecorded&);
    void operator()(const ReportMade&);
    void operator()(const HandoverOffered& f);
    void operator()(const HandoverTaken& f);
    void operator()(const SectorMoved& f);
    void operator()(const SectorMoveNoted& f);
    void operator()(const AlarmsAcknowledged& f);
    void operator()(const AlarmShelved& f);
    void operator()(const BookmarkSet& f);
    void operator()(const BookmarkRemoved& f);
    void operator()(const PracticeBegan& f);
    void operator()(const MessageSent& f);
    void operator()(const MessageAdvanced& f);
    void operator()(const MessageWithdrawn& f);

    void operator()(const UnitDefined& f);
    void operator()(const UnitLoggedOn& f);
    void operator()(const UnitLoggedOff& f);
    void operator()(const UnitStatusSet& f);
    void operator()(const UnitTimerSet& f);
    void operator()(const CheckMissed& f);
    void operator()(const EmergencyRaised& f);
    void operator()(const EmergencyAcknowledged& f);
    void operator()(const EmergencyEnded& f);
    void operator()(const CameraSignNoted& f);

    void operator()(const IncidentReported& f);
    void operator()(const IncidentAmended& f);
    void operator()(const IncidentNoted& f);
    void operator()(const IncidentClosed& f);
    void operator()(const IncidentFlagged& f);
    void operator()(const IncidentTagged& f);
    void operator()(const IncidentHeld& f);
    void operator()(const IncidentMerged& f);
    void operator()(const IncidentSplit& f);
    void operator()(const IncidentReopened& f);
    void operator()(const IncidentTransferred& f);
    void operator()(const TransferReturned& f);

    void operator()(const OrderIssued& f);
    void operator()(const OrderAdvanced& f);
    void operator()(const NoticeAcknowledged& f);
    void operator()(const ReinforcementAsked& f);
    void operator()(const OrderRoleSet& f);
    void operator()(const OrderChased& f);
    void operator()(const DeadlineMissed& f);

    void operator()(const PlotDrawn& f);
    void operator()(const PlotErased& f);
    void operator()(const PlaceNamed& f);
    void operator()(const PlaceForgotten& f);
    void operator()(const CameraDefined& f);
    void operator()(const CameraRetired& f);
    void operator()(const PremiseNoted& f);
    void operator()(const PremiseNoteWithdrawn& f);

    void operator()(const PlanOpened& f);
    void operator()(const StepTicked& f);
    void operator()(const StepMissed& f);

    void operator()(const FeedDefined& f);
    void operator()(const FeedRetired& f);
    void operator()(const ViewBegan& f);
    void operator()(const ViewEnded& f);
    void operator()(const FootageSaved& f);
    void operator()(const FootageExported&);
    void operator()(const FootageRemoved& f);
    void operator()(const VideoPolicyDefined& f);

private:
    [[nodiscard]] Unit* editUnit(const std::optional<UnitId>& id);
    [[nodiscard]] Incident* editIncident(const IncidentId& id);
    [[nodiscard]] Order* editOrder(const OrderId& id);
    /// The status that the unit has, or would have if no emergency stood.
    [[nodiscard]] static UnitStatus& behind(Unit& unit);
    void setStatus(Unit& unit, UnitStatus status);
    void follow(Unit& unit, OrderStage stage);
    [[nodiscard]] Checklist* editChecklist(const IncidentId& id);
    void deriveStage(Incident& incident);
    void forgetOldMarks(const QString& seat);
    void endHold(Incident& incident);
    void close(Incident& incident);
    void reopen(Incident& incident);
    void endViewsOf(const QString& seat);

    Situation& m_s;
    const Entry& m_entry;
    Instant m_at;
    Changes m_changes;
};

} // namespace tridesk
