// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/refusal_words.h"

#include <QStringList>

namespace tridesk {

using namespace Qt::StringLiterals;

// NOLINTNEXTLINE(readability-function-size): a line a code, so that the compiler misses none
QString codeWord(RefusalCode code) {
    switch (code) {
    case RefusalCode::NotPermitted:
        return u"not_permitted"_s;
    case RefusalCode::NotOfRole:
        return u"not_of_role"_s;
    case RefusalCode::UnknownIncident:
        return u"unknown_incident"_s;
    case RefusalCode::UnknownUnit:
        return u"unknown_unit"_s;
    case RefusalCode::UnknownPost:
        return u"unknown_post"_s;
    case RefusalCode::UnknownBeat:
        return u"unknown_beat"_s;
    case RefusalCode::UnknownOrder:
        return u"unknown_order"_s;
    case RefusalCode::UnknownMessage:
        return u"unknown_message"_s;
    case RefusalCode::UnknownPlot:
        return u"unknown_plot"_s;
    case RefusalCode::UnknownPlace:
        return u"unknown_place"_s;
    case RefusalCode::UnknownCamera:
        return u"unknown_camera"_s;
    case RefusalCode::UnknownFeed:
        return u"unknown_feed"_s;
    case RefusalCode::UnknownView:
        return u"unknown_view"_s;
    case RefusalCode::UnknownFootage:
        return u"unknown_footage"_s;
    case RefusalCode::UnknownHandover:
        return u"unknown_handover"_s;
    case RefusalCode::UnknownStatus:
        return u"unknown_status"_s;
    case RefusalCode::UnknownType:
        return u"unknown_type"_s;
    case RefusalCode::UnknownDisposition:
        return u"unknown_disposition"_s;
    case RefusalCode::Missing:
        return u"missing"_s;
    case RefusalCode::TooLong:
        return u"too_long"_s;
    case RefusalCode::TooMany:
        return u"too_many"_s;
    case RefusalCode::Invalid:
        return u"invalid"_s;
    case RefusalCode::DuplicateWithOtherContent:
        return u"duplicate_with_other_content"_s;
    case RefusalCode::AlreadyDefined:
        return u"already_defined"_s;
    case RefusalCode::IncidentClosed:
        return u"incident_closed"_s;
    case RefusalCode::IncidentHasOpenOrders:
        return u"incident_has_open_orders"_s;
    case RefusalCode::Incomplete:
        return u"incomplete"_s;
    case RefusalCode::NoRoom:
        return u"no_room"_s;
    case RefusalCode::UnitOff:
        return u"unit_off"_s;
    case RefusalCode::UnitBusy:
        return u"unit_busy"_s;
    case RefusalCode::AlreadyAssigned:
        return u"already_assigned"_s;
    case RefusalCode::OrderOver:
        return u"order_over"_s;
    case RefusalCode::OrderNotReleased:
        return u"order_not_released"_s;
    case RefusalCode::OrderReleased:
        return u"order_released"_s;
    case RefusalCode::OutOfTurn:
        return u"out_of_turn"_s;
    case RefusalCode::ReasonNeeded:
        return u"reason_needed"_s;
    case RefusalCode::HeldByHigherTier:
        return u"held_by_higher_tier"_s;
    case RefusalCode::InEmergency:
        return u"in_emergency"_s;
    case RefusalCode::NoEmergency:
        return u"no_emergency"_s;
    case RefusalCode::AlreadyMerged:
        return u"already_merged"_s;
    case RefusalCode::NotMerged:
        return u"not_merged"_s;
    case RefusalCode::NotClosed:
        return u"not_closed"_s;
    case RefusalCode::AwayAlready:
        return u"away_already"_s;
    case RefusalCode::NotAway:
        return u"not_away"_s;
    case RefusalCode::SameUser:
        return u"same_user"_s;
    case RefusalCode::NoTimer:
        return u"no_timer"_s;
    case RefusalCode::UnknownPremiseNote:
        return u"unknown_premise_note"_s;
    case RefusalCode::UnknownBookmark:
        return u"unknown_bookmark"_s;
    case RefusalCode::UnknownStep:
        return u"unknown_step"_s;
    case RefusalCode::NobodyThere:
        return u"nobody_there"_s;
    case RefusalCode::NeverShelved:
        return u"never_shelved"_s;
    case RefusalCode::Replayed:
        return u"replayed"_s;
    case RefusalCode::Storage:
        return u"storage"_s;
    }
    return {};
}

std::optional<RefusalCode> codeNamed(QStringView word) {
    for (int code = 0; code < refusalCodeCount; ++code)
        if (word == codeWord(RefusalCode(code)))
            return RefusalCode(code);
    return std::nullopt;
}

QString inWords(const QString& field, const QString& value, const QString& code, const QString& detail) {
    QStringList parts{field, value.isEmpty() ? QString() : u'"' + value.simplified() + u'"', code, detail};
    parts.removeAll(QString());
    return parts.join(u": "_s);
}

QString inWords(const Refusal& refusal) {
    return inWords(refusal.field, refusal.value, codeWord(refusal.code), refusal.detail);
}

} // namespace tridesk
