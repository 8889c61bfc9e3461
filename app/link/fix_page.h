// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"
#include "app/link/seat_scope.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <expected>

namespace tridesk {

/// Where a seat's units are: of each the newest fix alone, of those that the gateway received after some
/// moment. A crew's seat gets its own unit, a station's all of its station.
struct FixPage {
    Instant upTo;      ///< received up to then; whoever asks for what came after it goes on from here
    bool more = false; ///< there is more already
    QList<Fix> fixes;  ///< by the time received
};

/// So many fixes are given at once, and more only where they were received in the same millisecond.
constexpr qsizetype fixesInPage = 1'000;

[[nodiscard]] FixPage fixPage(const QHash<UnitId, Fix>& newest, const SeatScope& scope, Instant after);

[[nodiscard]] QByteArray toJson(const FixPage& page);
/// The reverse, from outside. On failure one line that names the field and its value.
[[nodiscard]] std::expected<FixPage, QString> fixPageFrom(const QByteArray& json);

} // namespace tridesk
