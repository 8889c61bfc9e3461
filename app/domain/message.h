// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"
#include "app/domain/order.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace tridesk {

enum class MessageStage { Sent, Delivered, Shown, Acknowledged };

/// A message from a seat to posts and units, with what became of it at each.
struct Message {
    MessageId id;
    QString from; ///< seat
    QList<Addressee> to;
    std::optional<IncidentId> incident;
    QString text;
    Instant sentAt;
    QHash<QString, MessageStage> stages; ///< by receiving seat
};

} // namespace tridesk
