// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/step_verbs.h"

namespace tridesk::line {

std::optional<Verb> statusVerb(const SetUnitStatus& c) {
    if (!c.custom.isNull())
        return std::nullopt;
    switch (c.status) {
    case UnitStatus::Available:
        return Verb::Available;
    case UnitStatus::AvailableAtStation:
        return Verb::AtStation;
    case UnitStatus::Reserved:
        return Verb::Reserve;
    case UnitStatus::OutOfService:
        return Verb::OutOfService;
    case UnitStatus::Off:
    case UnitStatus::Dispatched:
    case UnitStatus::Signed:
    case UnitStatus::EnRoute:
    case UnitStatus::OnScene:
    case UnitStatus::BusyDivertable:
    case UnitStatus::BusyCommitted:
    case UnitStatus::Transport:
    case UnitStatus::Reporting:
    case UnitStatus::Emergency:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Verb> stepVerb(OrderStage stage) {
    switch (stage) {
    case OrderStage::Signed:
        return Verb::Sign;
    case OrderStage::UnderWay:
        return Verb::EnRoute;
    case OrderStage::Arrived:
        return Verb::Arrive;
    case OrderStage::Reported:
        return Verb::Clear;
    case OrderStage::Closed:
        return Verb::CloseOrder;
    case OrderStage::Delivered:
        return Verb::Delivered;
    case OrderStage::Shown:
        return Verb::Shown;
    case OrderStage::Refused:
        return Verb::RefuseOrder;
    case OrderStage::Cancelled:
        return Verb::CancelOrder;
    case OrderStage::Issued:
    case OrderStage::Recalled:
        return std::nullopt;
    }
    return std::nullopt;
}

Verb flagVerb(IncidentFlag flag) {
    switch (flag) {
    case IncidentFlag::Major:
        return Verb::Major;
    case IncidentFlag::Watch:
        return Verb::Watch;
    case IncidentFlag::Pinned:
        return Verb::Pin;
    case IncidentFlag::Sensitive:
        return Verb::Sensitive;
    case IncidentFlag::ConfidentialCaller:
        return Verb::ConfidentialCaller;
    }
    return Verb::Watch;
}

} // namespace tridesk::line
