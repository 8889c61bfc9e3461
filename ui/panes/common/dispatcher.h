// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"

#include <QObject>

namespace tridesk {

class Advisor;
class Prompts;

/// What sending one unit to one incident would meet, asked before anything is sent.
struct UnitVerdict {
    UnitId unit;
    QString callsign;
    std::optional<Refusal> refusal; ///< nothing: it is free to go

    [[nodiscard]] bool isFree() const { return !refusal; }
    [[nodiscard]] bool isBusy() const { return refusal && refusal->code == RefusalCode::UnitBusy; }
};

/// Whether the incident may wait for the unit instead.
[[nodiscard]] bool mayStack(const SeatDesk& desk, const IncidentId& incident, const UnitId& unit);
/// The verdict of the same question that IssueOrder will ask, for a preview while dragging. No words: those
/// are verdictText().
[[nodiscard]] UnitVerdict verdict(const SeatDesk& desk, const IncidentId& incident, const UnitId& unit);
/// "1A12 free", "1A12 busy with 0123", "1A12: not on duty"; each with its sign.
[[nodiscard]] QString verdictText(const UnitVerdict& verdict, const Situation& situation);
/// The lines of several, at most `limit` of them, then how many more.
[[nodiscard]] QString verdictText(const QList<UnitVerdict>& verdicts, const Situation& situation,
                                  int limit = 6);

/// Ids that came by a drag, those that are unit codes; at most maxUnits of them.
[[nodiscard]] QList<UnitId> parseUnits(const QStringList& codes);
constexpr int maxUnits = 50; ///< in one gesture

/// Carries out the gestures that send units to incidents: lists, map and forms all come through here, so that
/// they ask and refuse alike. Free units are ordered at once, the first as primary unless the incident has
/// one; for busy ones a reason is asked; what cannot be is told. GUI thread.
class Dispatcher : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    Dispatcher(SeatDesk& desk, Prompts& prompts, QObject* parent = nullptr);
    /// Its recommendation, as it stands on the screen, goes on record with the orders given here.
    void setAdvisor(const Advisor* advisor) { m_advisor = advisor; }

    void send(const IncidentId& incident, const QList<UnitId>& units);
    /// Lets an incident wait for a unit, last in its order, as long as a hold usually is.
    void stack(const IncidentId& incident, const UnitId& unit);
    /// To a station's duty room.
    void refer(const IncidentId& incident, const PostId& post);
    /// Submits any other command; a refusal is told in the prompts' place.
    void submit(const Command& command) { submitAll({command}); }
    /// Several that one gesture asks for, in their order; echoed together.
    void submitAll(const QList<Command>& commands);

Q_SIGNALS:
    /// The line that would have done it: "D 1A12 1A14 0123".
    void echoed(const QString& line);
    /// An order is durable; it can be recalled until `order`'s releaseAt.
    void issued(const tridesk::OrderId& order);

private:
    void order(const IncidentId& incident, const QList<UnitId>& units, const QString& overrideReason);
    void echoAndSubmit(const QList<Command>& commands);
    void askFor(const IncidentId& incident, const QList<UnitVerdict>& busy);
    [[nodiscard]] bool hasPrimary(const IncidentId& incident) const;
    void follow(const QFuture<Outcome>& outcome);

    SeatDesk& m_desk;
    Prompts& m_prompts;
    const Advisor* m_advisor = nullptr;
};

} // namespace tridesk
