// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/broker_inbox.h"

#include <QLoggingCategory>

#include <utility>

namespace tridesk {

namespace {

Q_LOGGING_CATEGORY(logBroker, "tridesk.field.broker")

constexpr qint64 toldOf = 20; // refusals of a kind that are written out; all are counted

} // namespace

BrokerCounts& BrokerCounts::operator+=(const BrokerCounts& more) {
    heard += more.heard;
    taken += more.taken;
    steps += more.steps;
    invalid += more.invalid;
    forged += more.forged;
    replayed += more.replayed;
    unknown += more.unknown;
    limited += more.limited;
    dropped += more.dropped;
    refused += more.refused;
    published += more.published;
    return *this;
}

void BrokerInbox::take(const MqttMessage& message, Instant now) {
    Result<BrokerWord> word = readBroker(message, now);
    bool wakes = false;
    {
        const std::scoped_lock lock(m_mutex);
        ++m_counts.heard;
        if (!word)
            return count(word.error());
        if (auto* fixes = std::get_if<BrokerFixes>(&*word)) {
            if (fixes->reports.isEmpty())
                return;
            m_positions += fixes->reports.size();
            m_fixes.push_back(std::move(*fixes));
            while (m_positions > mostFixes && m_fixes.size() > 1) {
                m_positions -= m_fixes.front().reports.size();
                m_counts.dropped += m_fixes.front().reports.size();
                m_fixes.pop_front();
            }
        } else if (auto* kept = std::get_if<BrokerKept>(&*word)) {
            if (message.retained && m_rest.kept.size() < mostSteps) // else our own, back again
                m_rest.kept.append(std::move(*kept));
        } else if (m_rest.steps.size() < mostSteps) {
            m_rest.steps.append(std::get<BrokerStep>(std::move(*word)));
        } else {
            ++m_counts.refused;
        }
        wakes = std::exchange(m_isAwaited, false);
    }
    if (wakes)
        m_wake();
}

void BrokerInbox::count(const Refusal& refusal) {
    const bool isForged = refusal.code == RefusalCode::NotPermitted;
    if (++(isForged ? m_counts.forged : m_counts.invalid) <= toldOf)
        qCWarning(logBroker).noquote() << (isForged ? "refused as forged:" : "cannot be read:")
                                       << refusal.field << refusal.value << refusal.detail;
}

BrokerInbox::Batch BrokerInbox::drain(qsizetype mostPositions) {
    const std::scoped_lock lock(m_mutex);
    Batch batch = std::exchange(m_rest, {});
    qsizetype positions = 0;
    while (!m_fixes.empty() && positions < mostPositions) {
        positions += m_fixes.front().reports.size();
        batch.fixes.append(std::move(m_fixes.front()));
        m_fixes.pop_front();
    }
    m_positions -= positions;
    m_isAwaited = batch.isEmpty();
    return batch;
}

BrokerCounts BrokerInbox::counts() const {
    const std::scoped_lock lock(m_mutex);
    return m_counts;
}

qsizetype BrokerInbox::waiting() const {
    const std::scoped_lock lock(m_mutex);
    return m_positions;
}

} // namespace tridesk
