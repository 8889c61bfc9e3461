// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"

#include <QJsonObject>
#include <QString>

#include <expected>

namespace tridesk {

/// What a command is called over a line and in an outbox: "log_on", "advance_order". Stable.
[[nodiscard]] QString commandWord(const Command& command);

/// The command as JSON: its word under "command", and its fields beside it.
[[nodiscard]] QJsonObject commandJson(const Command& command);

/// The reverse; on failure names the field that cannot be read. Says nothing of lengths: decide() does. A
/// field that is not known is passed over: a newer program may have written it.
[[nodiscard]] std::expected<Command, QString> commandFrom(const QJsonObject& json);

} // namespace tridesk
