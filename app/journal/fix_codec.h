// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <span>

namespace tridesk {

/// How a batch of fixes is packed into bytes; stored beside each batch, so that another packing can come
/// later.
constexpr int fixFormat = 1;

/// About 30 bytes a fix: the codes of units and sources once each, then times as differences, coordinates as
/// whole 1e-7 degrees, the rest as single-precision numbers.
[[nodiscard]] QByteArray packFixes(std::span<const Fix> fixes);

/// Nothing if the bytes are no such batch. With `only`, that unit's fixes; a batch without it costs almost
/// nothing.
[[nodiscard]] std::optional<QList<Fix>> unpackFixes(const QByteArray& packed, const UnitId& only = {});

} // namespace tridesk
