// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decide.h"

/// One decision for each command, grouped by what it changes: decide_desk.cpp, decide_unit.cpp,
/// decide_safety.cpp, decide_incident.cpp, decide_queue.cpp, decide_order.cpp, decide_order_steps.cpp,
/// decide_message.cpp, decide_map.cpp, decide_video.cpp, decide_plan.cpp, decide_premise.cpp,
/// decide_review.cpp, decide_sector.cpp. decide() finds the right one.
namespace tridesk::decisions {

struct Asking {
    const Situation& situation;
    const Request& request;
    DecisionContext& context;
};

Decision decide(const Asking& asking, const DefinePost& command);
Decision decide(const Asking& asking, const DefineUnit& command);
Decision decide(const Asking& asking, const DefineCatalogue& command);
Decision decide(const Asking& asking, const OpenSeat& command);
Decision decide(const Asking& asking, const CloseSeat& command);
Decision decide(const Asking& asking, const LogOn& command);
Decision decide(const Asking& asking, const LogOff& command);
Decision decide(const Asking& asking, const SetUnitStatus& command);
Decision decide(const Asking& asking, const ReportIncident& command);
Decision decide(const Asking& asking, const AmendIncident& command);
Decision decide(const Asking& asking, const AddNote& command);
Decision decide(const Asking& asking, const CloseIncident& command);
Decision decide(const Asking& asking, const IssueOrder& command);
Decision decide(const Asking& asking, const AdvanceOrder& command);
Decision decide(const Asking& asking, const RecallOrder& command);
Decision decide(const Asking& asking, const SendMessage& command);
Decision decide(const Asking& asking, const AdvanceMessage& command);
Decision decide(const Asking& asking, const DrawPlot& command);
Decision decide(const Asking& asking, const ErasePlot& command);
Decision decide(const Asking& asking, const NamePlace& command);
Decision decide(const Asking& asking, const ForgetPlace& command);
Decision decide(const Asking& asking, const DefineCamera& command);
Decision decide(const Asking& asking, const RetireCamera& command);
Decision decide(const Asking& asking, const WithdrawMessage& command);
Decision decide(const Asking& asking, const AcknowledgeNotice& command);
Decision decide(const Asking& asking, const AskReinforcement& command);
Decision decide(const Asking& asking, const ReplaceUnit& command);
Decision decide(const Asking& asking, const SetPrimary& command);
Decision decide(const Asking& asking, const ChaseOrder& command);
Decision decide(const Asking& asking, const MarkMissed& command);
Decision decide(const Asking& asking, const InitiateIncident& command);
Decision decide(const Asking& asking, const FlagIncident& command);
Decision decide(const Asking& asking, const TagIncident& command);
Decision decide(const Asking& asking, const HoldIncident& command);
Decision decide(const Asking& asking, const MergeIncident& command);
Decision decide(const Asking& asking, const SplitIncident& command);
Decision decide(const Asking& asking, const ReopenIncident& command);
Decision decide(const Asking& asking, const TransferIncident& command);
Decision decide(const Asking& asking, const ReturnTransfer& command);
Decision decide(const Asking& asking, const SetTimer& command);
Decision decide(const Asking& asking, const ResetTimers& command);
Decision decide(const Asking& asking, const MissCheck& command);
Decision decide(const Asking& asking, const RaiseEmergency& command);
Decision decide(const Asking& asking, const AcknowledgeEmergency& command);
Decision decide(const Asking& asking, const EndEmergency& command);
Decision decide(const Asking& asking, const DefinePolicy& command);
Decision decide(const Asking& asking, const RecordLook& command);
Decision decide(const Asking& asking, const MakeReport& command);
Decision decide(const Asking& asking, const OfferHandover& command);
Decision decide(const Asking& asking, const TakeHandover& command);
Decision decide(const Asking& asking, const DefineFeed& command);
Decision decide(const Asking& asking, const RetireFeed& command);
Decision decide(const Asking& asking, const BeginView& command);
Decision decide(const Asking& asking, const EndView& command);
Decision decide(const Asking& asking, const SaveFootage& command);
Decision decide(const Asking& asking, const ExportFootage& command);
Decision decide(const Asking& asking, const RemoveFootage& command);
Decision decide(const Asking& asking, const SetVideoPolicy& command);
Decision decide(const Asking& asking, const NoteCameraSign& command);

/// Each open view of the seat ends with it.
[[nodiscard]] QList<Fact> viewsEnded(const Asking& asking);
Decision decide(const Asking& asking, const NotePremise& command);
Decision decide(const Asking& asking, const WithdrawPremiseNote& command);
Decision decide(const Asking& asking, const MoveSector& command);
Decision decide(const Asking& asking, const NoteSectorMove& command);
Decision decide(const Asking& asking, const TickStep& command);
Decision decide(const Asking& asking, const MissStep& command);
Decision decide(const Asking& asking, const AcknowledgeAlarms& command);
Decision decide(const Asking& asking, const ShelveAlarm& command);
Decision decide(const Asking& asking, const ExchangeUnits& command);
Decision decide(const Asking& asking, const SetBookmark& command);
Decision decide(const Asking& asking, const RemoveBookmark& command);
Decision decide(const Asking& asking, const DefineBeat& command);
Decision decide(const Asking& asking, const RetireBeat& command);

/// Opens the plan that the catalogue has for such an incident, or closes the one that fits no more.
void openPlan(const Asking& asking, const IncidentId& incident, const IncidentDetails& details,
              QList<Fact>& facts);
Result<void> checkArea(const Area& area);
Result<void> checkPlans(const QList<Plan>& plans);

} // namespace tridesk::decisions
