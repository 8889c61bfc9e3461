// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/link.h"

#include <QObject>

class QTimer;

namespace tridesk {

/// A crew's own part of the desk: its unit, the order that it works on once that may be seen, and the
/// receipts that a screen gives by itself. Says when any of it changed.
class CrewWork : public QObject {
    Q_OBJECT

public:
    /// `desk` is a field seat's and outlives it.
    explicit CrewWork(SeatDesk& desk, QObject* parent = nullptr);

    [[nodiscard]] const Unit* unit() const; ///< null: not defined here
    /// Null: none, it can still be recalled, or the crew has reported and is free again.
    [[nodiscard]] const Order* order() const;
    /// What the crew reported and no desk has closed yet, the newest first.
    [[nodiscard]] QList<const Order*> reported() const;
    [[nodiscard]] const Incident* incident() const; ///< of order()
    [[nodiscard]] SeatDesk& desk() { return m_desk; }
    [[nodiscard]] const SeatDesk& desk() const { return m_desk; }

    /// What is on the screen and not on the desk's record, once it has been so for longer than a command
    /// takes over a line that is up; nothing at a desk on this machine.
    [[nodiscard]] const Unsent& unsent() const;
    /// Whether what was asked for last longest is on its way for longer than that.
    [[nodiscard]] bool isOverdueOnTheLine() const;

    /// The order is on the screen now: the desk is told, once.
    void noteShown();
    void logOn(const QStringList& crew, const ShiftKit& kit);
    void logOff();
    void setStatus(UnitStatus status);
    void raiseEmergency();
    /// "We are all right": the running safety check is answered.
    void answerCheck();
    /// To these, about the incident of the order in hand where there is one.
    void write(const QList<Addressee>& to, const QString& words);
    /// To all who work on the incident in hand.
    void speak(const QString& words);
    void acknowledge(const MessageId& message);
    void advance(OrderStage to, const QString& text = {}, const TypeCode& disposition = {});
    void refuse(const QString& reason);
    void askReinforcement(const QString& words);
    /// The crew came upon something, or stops somebody: it is on the scene at once.
    void initiate(const IncidentDetails& details);
    [[nodiscard]] bool mayAdvance(OrderStage to) const;
    [[nodiscard]] bool mayRefuse() const;
    [[nodiscard]] bool mayAskReinforcement() const;
    [[nodiscard]] bool mayInitiate() const;

Q_SIGNALS:
    void changed();
    /// A new order may be seen from now on.
    void ordered();
    void refused(const tridesk::Refusal& refusal); ///< not told of what the screen asks by itself
    void accepted();

private:
    void look();
    void recallReported();
    void ask(const Command& command);
    void report(OrderStage stage);

    SeatDesk& m_desk;
    QTimer* m_release;
    OrderId m_delivered;
    OrderId m_shown;
    QList<OrderId> m_reported; ///< what this crew has reported, the newest first
    Unsent m_nothing;          ///< everything is sent
};

} // namespace tridesk
