// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <atomic>
#include <memory>

namespace tridesk {

/// The gateway's clock at a terminal, whose own may be an hour wrong: the machine's, moved by what the
/// gateway said last. What is given without a link is dated by it.
class LinkClock final : public Clock {
public:
    explicit LinkClock(std::shared_ptr<const Clock> own = std::make_shared<SystemClock>())
        : m_own(std::move(own)) {}

    [[nodiscard]] Instant now() const override { return m_own->now() + ahead(); }
    [[nodiscard]] Milliseconds ahead() const { return Milliseconds(m_ahead.load()); }
    void setAhead(Milliseconds ahead) { m_ahead = ahead.count(); }
    /// The gateway says that it is now `at`; how far it was off by more than an answer's time on the way.
    bool follow(Instant at) {
        const Milliseconds off = at - now();
        if (off < tolerated && off > -tolerated)
            return false;
        setAhead(ahead() + off);
        return true;
    }

private:
    static constexpr Milliseconds tolerated{500};

    std::shared_ptr<const Clock> m_own;
    std::atomic<qint64> m_ahead = 0;
};

} // namespace tridesk
