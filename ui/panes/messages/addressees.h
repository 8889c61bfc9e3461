// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/order.h"

#include <QList>
#include <QString>

#include <expected>

namespace tridesk {

class SeatDesk;
class Situation;

/// Several that are written to under one name: "Everyone", "Units of Linjiang".
struct AddresseeGroup {
    QString name;
    QList<Addressee> to;
};

/// The units and posts that have an open order on an incident.
[[nodiscard]] QList<Addressee> assignedTo(const Situation& situation, const IncidentId& incident);
/// All that a message may be sent to by one name now: everyone, the stations, the bureau, the crews on duty
/// of each station and of each kind, and those who are assigned to the incident in hand. None is empty.
[[nodiscard]] QList<AddresseeGroup> addresseeGroups(const SeatDesk& desk, const IncidentId& inHand);

/// Reads "1A12, Linjiang, Every car": names of groups, callsigns, posts by code or name, beginnings where
/// they are unique. The error is a whole phrase that names the word. Each addressee comes once.
[[nodiscard]] std::expected<QList<Addressee>, QString>
readAddressees(const QString& text, const QList<AddresseeGroup>& groups, const SeatDesk& desk);

/// As readAddressees() reads it.
[[nodiscard]] QString writeAddressees(const QList<Addressee>& to, const Situation& situation);
/// "1A12, Linjiang and 3 more"; for a row.
[[nodiscard]] QString addresseesText(const QList<Addressee>& to, const Situation& situation,
                                     qsizetype most = 2);

/// Where the last name of what is being typed begins.
[[nodiscard]] qsizetype lastNameAt(const QString& text);
/// Names that the beginning of one may become: those of groups first, then posts, then units.
[[nodiscard]] QStringList namesFor(const QString& beginning, const QList<AddresseeGroup>& groups,
                                   const Situation& situation, qsizetype most);

} // namespace tridesk
