// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/late_refusal.h"

#include <QObject>
#include <QSet>

#include <optional>
#include <utility>

namespace tridesk {

/// What of a situation was decided here alone: the gateway has not answered it yet.
struct Unsent {
    QSet<std::pair<OrderId, OrderStage>> steps;
    QSet<OrderId> reinforcements; ///< asked for
    QSet<UnitId> units;           ///< their crew or status
    QSet<UnitId> checks;          ///< answered
    QSet<UnitId> emergencies;
    QSet<IncidentId> incidents; ///< reported here: their number is not known yet
    QSet<MessageId> messages;   ///< sent, or acknowledged

    friend bool operator==(const Unsent&, const Unsent&) = default;
};

/// How a desk stands that works over a line.
struct LinkState {
    bool isUp = false;
    /// When the gateway was last heard; none: never since the folder was made.
    std::optional<Instant> heardAt = {};
    /// It is there, and does not let this terminal in: its token, or its seat. One line.
    QString turnedAway = {};
    int waiting = 0;                          ///< what somebody here asked for and it has not answered
    std::optional<Instant> waitingSince = {}; ///< the oldest of them
    Unsent unsent = {};
    QList<LateRefusal> refused = {}; ///< late, and not read of yet; the oldest first
};

/// The line that a desk works over, for its windows. Lives in the desk's thread.
class Link : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const LinkState& state() const { return m_state; }
    void setState(const LinkState& state) {
        m_state = state;
        Q_EMIT changed();
    }
    /// What was refused late has been read.
    void dismiss(const RequestId& request) { Q_EMIT dismissed(request); }

Q_SIGNALS:
    void changed();
    void dismissed(const tridesk::RequestId& request);

private:
    LinkState m_state;
};

} // namespace tridesk
