// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"
#include "app/domain/facts.h"

#include <QString>

#include <expected>

namespace tridesk {

/// Why an entry cannot be read: an unknown kind, a version from the future, or a field that is not what it
/// must be.
struct CodecError {
    QString kind;
    QString field;
    QString detail;
};

/// The kind under which a fact is journalled, and the stream that it belongs to.
[[nodiscard]] QString kindOf(const Fact& fact);
[[nodiscard]] QString streamOf(const Fact& fact);

/// Writes a fact in its newest version.
[[nodiscard]] Draft encode(const Fact& fact, const Request& request, Instant happenedAt);

/// Reads a fact of any version ever written: older ones pass one upcaster a step.
[[nodiscard]] std::expected<Fact, CodecError> decode(const Draft& draft);

} // namespace tridesk
