// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/alarms.h"
#include "app/domain/id.h"
#include "app/domain/order.h"
#include "app/domain/unit.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace tridesk {

class SeatDesk;
struct Changes;
struct Incident;
struct Message;

/// What a seat is called by (desk.md, *Colour and sound*: at most six), the most pressing first.
enum class AlertFamily {
    Emergency,
    UrgentIncident, ///< a critical or urgent incident came, or one became so
    Overdue,        ///< a deadline passed, the order was chased again, a safety check was not answered
    Assigned,       ///< an order to this seat's post or unit, or over the post's head, once it may be seen
    Message,        ///< to be acknowledged here
    Status, ///< a crew arrived, reported or refused, in an order that this seat gave; or asks for more units;
            ///< a crew's body camera tells that it records, or that a weapon was drawn; a unit came free for
            ///< which something waits
};
constexpr int alertFamilyCount = int(AlertFamily::Status) + 1;

/// Something that this seat is to be called for. What the family does not speak of is null.
struct Alert {
    AlertFamily family = AlertFamily::Emergency;
    IncidentId incident = {};
    UnitId unit = {};
    OrderId order = {};
    MessageId message = {};
    std::optional<DeadlineKind> deadline = {}; ///< Overdue
    bool check = false;                        ///< Overdue: the unit's safety check
    bool step = false;                         ///< Overdue: a step of the incident's plan
    std::optional<NoticeKind> notice = {};     ///< Assigned: not to the post, but to be noted by it
    bool reinforcement = false;                ///< Status: more units are asked for
    std::optional<CameraSign> sign = {};       ///< Status: of the unit's body camera
    bool next = false;                         ///< Status: the unit is free, and the incident waits for it
};

/// Tells when a seat is to be called, whether its window is looked at, locked or hidden. What stood already
/// when the watch began calls nobody, but an emergency that nobody has taken still rings. A crew is not
/// called by its own emergency, which might betray it. Same thread rules as the desk's.
class AlertWatch : public QObject {
    Q_OBJECT

public:
    /// `desk` outlives it.
    explicit AlertWatch(SeatDesk& desk, QObject* parent = nullptr);

    /// An emergency that this seat may see stands, and nobody has acknowledged it.
    [[nodiscard]] bool isRinging() const { return !m_ringing.isEmpty(); }

Q_SIGNALS:
    void alerted(const tridesk::Alert& alert);
    void ringingChanged(bool rings);

private:
    void take(const Changes& changes);
    void lookAt(const Incident& incident, bool isNews);
    void lookAtReinforcement(const Incident& incident, bool isNews);
    void lookAt(const Order& order, bool isNews);
    void lookAt(const Unit& unit, bool isNews);
    void lookAt(const Message& message, bool isNews);
    void lookAtOrder(const OrderId& id);
    void lookAtPlan(const Incident& incident, bool isNews);
    [[nodiscard]] bool isShelved(AlarmKind kind, const QString& id) const;
    void releaseDue();
    [[nodiscard]] std::optional<IncidentId> nextFor(const Unit& unit) const;
    void setRinging(const UnitId& unit, bool rings);
    [[nodiscard]] const OrderNotice* noticeOf(const Order& order, Instant at) const;
    [[nodiscard]] bool isMine(const Order& order) const;
    [[nodiscard]] bool isWatched(const Order& order) const;

    SeatDesk& m_desk;
    QSet<UnitId> m_inTrouble;                 ///< whose emergency was told
    QSet<UnitId> m_silent;                    ///< told as not answering its safety check
    QSet<UnitId> m_recording;                 ///< told as recorded by its body camera
    QSet<UnitId> m_free;                      ///< told as free for what waits
    QSet<UnitId> m_drawn;                     ///< told as with a weapon drawn
    QSet<UnitId> m_ringing;                   ///< and was not acknowledged
    QSet<IncidentId> m_urgent;                ///< told as urgent
    QSet<IncidentId> m_undispatched;          ///< told as not dispatched in time
    QHash<IncidentId, Instant> m_reinforced;  ///< when more units were asked for, as told
    QHash<OrderId, int> m_late;               ///< deadlines missed and chases, as told
    QHash<IncidentId, qsizetype> m_lateSteps; ///< of its plan, as told
    QHash<OrderId, OrderStage> m_stages;
    QSet<OrderId> m_assigned;   ///< told
    QSet<OrderId> m_noticed;    ///< told as given over the post's head
    QSet<OrderId> m_coming;     ///< to this seat, or over its head, not to be seen yet
    QSet<MessageId> m_messages; ///< told
};

} // namespace tridesk
