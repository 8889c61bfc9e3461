// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <QHash>
#include <QString>

#include <algorithm>

namespace tridesk {

/// A token bucket for each name: `perSecond` in the long run, `burst` at once. Holds a bounded number of
/// names: one that has been quiet long enough to be full again is forgotten.
class RateLimit {
public:
    RateLimit(double perSecond, double burst)
        : m_perSecond(perSecond)
        , m_burst(burst) {}

    [[nodiscard]] bool take(const QString& name, Instant now, double cost = 1) {
        if (m_buckets.size() >= mostNames)
            forgetFull(now);
        auto bucket = m_buckets.find(name);
        if (bucket == m_buckets.end())
            bucket = m_buckets.insert(name, {m_burst, now});
        return spend(*bucket, now, cost);
    }
    /// Whether there is nothing left, without taking any.
    [[nodiscard]] bool isSpent(const QString& name, Instant now) {
        const auto bucket = m_buckets.find(name);
        return bucket != m_buckets.end() && !spend(*bucket, now, 0);
    }

private:
    static constexpr int mostNames = 10000;

    struct Bucket {
        double left = 0;
        Instant at;
    };

    [[nodiscard]] double filled(const Bucket& bucket, Instant now) const {
        const double seconds = std::chrono::duration<double>(std::max(now, bucket.at) - bucket.at).count();
        return std::min(m_burst, bucket.left + seconds * m_perSecond);
    }
    bool spend(Bucket& bucket, Instant now, double cost) {
        bucket = {filled(bucket, now), now};
        if (bucket.left < std::max(cost, 1.0))
            return false;
        bucket.left -= cost;
        return true;
    }
    void forgetFull(Instant now) {
        m_buckets.removeIf([&](const auto& at) { return filled(at.value(), now) >= m_burst; });
        if (m_buckets.size() >= mostNames)
            m_buckets.clear();
    }

    double m_perSecond;
    double m_burst;
    QHash<QString, Bucket> m_buckets;
};

} // namespace tridesk
