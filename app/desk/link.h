// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/session.h"
#include "app/domain/late_refusal.h"
#include "app/domain/situation.h"

#include <QByteArray>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <optional>
#include <utility>

namespace tridesk {

/// What of a situation was decided here alone: where it counts it has not been answered yet.
struct Unsent {
    QSet<std::pair<OrderId, OrderStage>> steps;
    QSet<OrderId> reinforcements; ///< asked for
    QSet<UnitId> units;           ///< their crew or status, or an order to them
    QSet<UnitId> checks;          ///< answered
    QSet<UnitId> emergencies;
    QSet<IncidentId> incidents; ///< reported here: their number is not known yet
    QSet<MessageId> messages;   ///< sent, or acknowledged
    QSet<OrderId> orders;       ///< given or changed
    QSet<IncidentId> touched;   ///< something about them, whatever it is

    friend bool operator==(const Unsent&, const Unsent&) = default;
};

/// How a desk stands that works over a line.
struct LinkState {
    bool isUp = false;
    /// When the gateway was last heard; none: never since the folder was made.
    std::optional<Instant> heardAt = {};
    /// It is there, and does not let this terminal in: its token, or its seat. One line.
    QString turnedAway = {};
    /// Behind the line is another journal than the one that is kept here, or an older state of it: nothing is
    /// sent to it, and nothing taken from it. One line.
    QString strayed = {};
    int waiting = 0;                          ///< what somebody here asked for and it has not answered
    std::optional<Instant> waitingSince = {}; ///< the oldest of them
    Unsent unsent = {};
    QList<LateRefusal> refused = {}; ///< late, and not read of yet; the oldest first
    QList<Request> outbox = {};      ///< of a console: what waits, the oldest first; some of them
    bool isToServer = false;         ///< the line is a console's to its server, and no gateway's
    /// Whether somebody must have signed in for a command of this seat, as its gateway said last; nothing
    /// where it was never asked.
    std::optional<bool> needsSignIn = {};
    bool isTried = false; ///< it has answered, or not, since the program began
    /// Who must sign in again before what is theirs is sent: it waits for them, the oldest first; and who
    /// sits here without the gateway's word.
    QStringList unheard = {};
};

/// Somebody who was let in at a linked seat: by the gateway, which gave the session, or without the link, by
/// what was kept of an earlier time; then it is empty.
struct LinkComer {
    QString login;
    QByteArray session = {};
    Instant endsAt = {};
};

/// The line that a desk works over, for its windows. Lives in the desk's thread.
class Link : public QObject {
    Q_OBJECT

public:
    /// So long something may be on its way over a line that is up before it is marked as not sent.
    static constexpr std::chrono::milliseconds onItsWay{2'000};

    explicit Link(QObject* parent = nullptr);

    [[nodiscard]] const LinkState& state() const { return m_state; }
    void setState(const LinkState& state);
    /// What is to be marked as not sent yet: nothing while it is only on its way.
    [[nodiscard]] const Unsent& marks() const { return m_marks; }
    /// What was refused late has been read.
    void dismiss(const RequestId& request) { Q_EMIT dismissed(request); }
    /// The journal that is there now is the right one: follow it from its beginning. What was kept of the
    /// other stays on the disk, aside; what waits is decided on the new one.
    void beginAnew() { Q_EMIT anewAsked(); }
    /// Told before anything is asked for in that name.
    void letIn(const LinkComer& comer) { Q_EMIT cameIn(comer); }
    /// Who sits here now; empty: nobody. Told after the last command of the one before, whose session ends
    /// once nothing of theirs waits.
    void setSitting(const QString& login) { Q_EMIT sat(login); }
    /// Nobody waits for them to sign in again: what was theirs to send is put before who sits here.
    void giveUp(const QString& login) { Q_EMIT givenUp(login); }

Q_SIGNALS:
    void changed();
    /// Rows whose mark came or went.
    void marked(const tridesk::Changes& changes);
    void dismissed(const tridesk::RequestId& request);
    void anewAsked();
    void cameIn(const tridesk::LinkComer& comer);
    void sat(const QString& login);
    void givenUp(const QString& login);
    /// The gateway takes nothing more by that sign-in.
    void sessionEnded(const QString& login, tridesk::SessionStand why);

private:
    void mark();

    LinkState m_state;
    Unsent m_marks;
    QTimer m_overdue; ///< runs while something is on its way
};

} // namespace tridesk
