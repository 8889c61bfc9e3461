// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/refusal.h"

#include <QString>
#include <QStringList>

namespace tridesk {

class Situation;

/// The interface's names of fields ("place.address") as a person reads them, one after the other.
[[nodiscard]] QString fieldNames(const QStringList& fields);

/// Why a command was not carried out, as one whole phrase that names the field and the value.
[[nodiscard]] QString refusalText(const Refusal& refusal, const Situation& situation);

} // namespace tridesk
