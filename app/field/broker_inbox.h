// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/field/broker_reader.h"

#include <deque>
#include <functional>
#include <mutex>

namespace tridesk {

/// How many of each came; they only grow.
struct BrokerCounts {
    qint64 heard = 0;     ///< messages
    qint64 taken = 0;     ///< positions that went on to the board
    qint64 steps = 0;     ///< steps of orders that went on to the journal
    qint64 invalid = 0;   ///< could not be read
    qint64 forged = 0;    ///< spoke for another, or kept by the broker
    qint64 replayed = 0;  ///< positions no newer than the newest of that device
    qint64 unknown = 0;   ///< of a device that no unit has
    qint64 limited = 0;   ///< of a device that sends too often
    qint64 dropped = 0;   ///< positions given up because too many waited; the newest are kept
    qint64 refused = 0;   ///< steps that the desk refused
    qint64 published = 0; ///< lists of orders

    BrokerCounts& operator+=(const BrokerCounts& more);
};

/// Between the line's thread, which reads each message as it comes, and the desk's, which takes them in
/// batches: bounded, so that a burst costs old positions and neither memory nor the order that comes after
/// it. Any thread.
class BrokerInbox {
public:
    static constexpr qsizetype mostFixes = 50'000;
    static constexpr qsizetype mostSteps = 10'000; ///< more are refused: their senders repeat them

    struct Batch {
        QList<BrokerFixes> fixes; ///< oldest first
        QList<BrokerStep> steps;
        QList<BrokerKept> kept;

        [[nodiscard]] bool isEmpty() const { return fixes.isEmpty() && steps.isEmpty() && kept.isEmpty(); }
    };

    /// `wake` is called on the thread of take() when there is something and drain() must be called again.
    explicit BrokerInbox(std::function<void()> wake)
        : m_wake(std::move(wake)) {}

    void take(const MqttMessage& message, Instant now);
    /// The steps and lists all, of positions at most so many. Empty: wake will be called.
    [[nodiscard]] Batch drain(qsizetype mostPositions);
    [[nodiscard]] BrokerCounts counts() const;
    [[nodiscard]] qsizetype waiting() const; ///< positions

private:
    void count(const Refusal& refusal);

    std::function<void()> m_wake;
    mutable std::mutex m_mutex;
    std::deque<BrokerFixes> m_fixes;
    qsizetype m_positions = 0; ///< in m_fixes
    Batch m_rest;              ///< steps and lists
    BrokerCounts m_counts;
    bool m_isAwaited = true; ///< the other side found nothing, or was not told yet
};

} // namespace tridesk
