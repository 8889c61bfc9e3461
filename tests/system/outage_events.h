// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/system/outage_scene.h"

#include <functional>
#include <optional>
#include <random>

namespace tridesk::test {

/// What was asked for somewhere, under a mark that stands in it and in nothing else.
struct Asked {
    QString mark;
    QByteArray word = {}; ///< what was said to it; "" nothing: whoever was asked was killed before, say
};

/// What happens in an evening, in an order that a seed gives: somebody does something, or something breaks or
/// comes back. One thing at a time; the word is mostly waited for.
class OutageEvents {
public:
    OutageEvents(OutageScene& scene, uint seed)
        : m_scene(scene)
        , m_random(seed) {}

    void workAndBreak(); ///< a few things are done, and one thing breaks or comes back
    /// The duty rooms and the crew over the link get an order each, to be contradicted later.
    void orderSeats();
    /// Each seat, cut off, does what the bureau does otherwise meanwhile; then its line comes back. What it
    /// did is put before it.
    void contradictSeats();
    /// The crew at the broker to something new, off whatever it does: asked for and carried out.
    void sendCrewAgain();
    /// A message to each seat over the gateway's link: whoever has it has all that came before.
    void tellAll();

    /// With the words that have come by now.
    [[nodiscard]] QList<Asked> asked();
    [[nodiscard]] QString mark() const { return QStringLiteral("k%1.").arg(m_marks); }

private:
    using Seat = OutageScene::Seat;

    void work();
    void breakSomething();
    void workAtConsole(Seat console);
    void workAtStation(Seat room);
    void workInCar();
    void workOverBroker();
    void sendCrew(QStringView unit);
    void post();
    void report(Seat seat, double longitude);
    void ask(Seat seat, const Command& command);
    void send(Seat seat, const Command& command);
    void done(Seat seat, const Command& command); ///< with its word waited for
    [[nodiscard]] OutageScene::Line someCutLine();
    [[nodiscard]] OrderStage nextStep(OrderStage after);
    [[nodiscard]] IncidentId reportedByWitness(double longitude);
    [[nodiscard]] Command contraryTo(Seat seat, const IncidentId& incident) const;
    [[nodiscard]] std::optional<IncidentId> someIncident(const std::optional<PostId>& of = {});
    [[nodiscard]] std::optional<OrderId> someOrder(const std::function<bool(const Order&)>& is);
    [[nodiscard]] const Order* orderOn(const IncidentId& incident) const; ///< the newest; null where none is
    [[nodiscard]] uint chance(uint of) { return uint(m_random()) % of; }
    template <class T>
    [[nodiscard]] const T& oneOf(const QList<T>& all) {
        return all.at(chance(uint(all.size())));
    }

    OutageScene& m_scene;
    std::mt19937 m_random;
    QList<Asked> m_asked;
    QHash<qsizetype, std::pair<Seat, int>> m_open; ///< asked of a seat under that number
    QHash<qsizetype, int> m_steps;                 ///< asked of the crew at the broker
    QHash<QString, int> m_stepOf;                  ///< the last one of each of its orders
    std::array<IncidentId, OutageScene::seats> m_contradicted;
    int m_marks = 0;
};

} // namespace tridesk::test
