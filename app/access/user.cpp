// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/user.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

std::optional<SeatRule> SeatRule::parse(QStringView text) {
    SeatRule rule;
    if (text.endsWith(u":*")) {
        rule.m_all = true;
        rule.m_seat.tier = text == u"station:*" ? Tier::Station : Tier::Field;
        return rule.toString() == text ? std::optional(rule) : std::nullopt;
    }
    const auto seat = Seat::parse(text);
    // One desk of the bureau is as good as another: they are numbered so that they can be told apart.
    if (!seat || seat->tier == Tier::Machine || (seat->tier == Tier::Bureau && !seat->place.isEmpty()))
        return std::nullopt;
    rule.m_seat = *seat;
    return rule;
}

bool SeatRule::allows(const Seat& seat) const {
    return seat.tier == m_seat.tier && (m_all || seat.tier == Tier::Bureau || seat.place == m_seat.place);
}

QString SeatRule::toString() const {
    if (!m_all)
        return m_seat.toString();
    return m_seat.tier == Tier::Station ? u"station:*"_s : u"field:*"_s;
}

bool User::mayTake(const Seat& seat) const {
    return !disabled && std::ranges::any_of(seats, [&](const SeatRule& rule) { return rule.allows(seat); });
}

QList<SeatRule> usualSeats(Role role) {
    const auto rules = [](std::initializer_list<QStringView> texts) {
        QList<SeatRule> parsed;
        parsed.reserve(qsizetype(texts.size()));
        for (const QStringView text : texts)
            parsed.append(SeatRule::parse(text).value_or(SeatRule()));
        return parsed;
    };
    switch (role) {
    case Role::Dispatcher:
    case Role::Reviewer:
    case Role::Administrator:
        return rules({u"bureau"});
    case Role::Supervisor:
        return rules({u"bureau", u"station:*"});
    case Role::DutyOfficer:
    case Role::Crew:
    case Role::Anybody:
        return {};
    }
    return {};
}

} // namespace tridesk
