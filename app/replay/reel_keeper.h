// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/replay/replay_ground.h"

#include <QObject>

#include <atomic>

namespace tridesk {

class WorkerThread;

/// Keeps a replay's cache (fact_reel.h) up to the journal while a desk is at work, so that the first replay
/// need not wait for it. On a thread of its own, which gives way to every other; some time after the start,
/// when whoever began a shift has long begun it.
class ReelKeeper : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds usualPause{60};

    ReelKeeper(const ReplayGround& ground, Milliseconds pause = usualPause, QObject* parent = nullptr);
    ~ReelKeeper() override;

Q_SIGNALS:
    void kept(qint64 seq); ///< up to that entry

private:
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<WorkerThread> m_thread;
};

} // namespace tridesk
