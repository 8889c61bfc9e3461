// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"

#include <QObject>

#include <atomic>

namespace tridesk {

class WorkerThread;

/// Keeps the cache of facts (fact_reel.h) up to the journal while a desk is at work, so that neither the
/// first replay nor the next start waits for it. On a thread of its own, which gives way to every other; some
/// time after the start, when whoever began a shift has long begun it.
class ReelKeeper : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds usualPause{60};

    ReelKeeper(JournalFactory journal, const QString& facts, Milliseconds pause = usualPause,
               QObject* parent = nullptr);
    ~ReelKeeper() override;

Q_SIGNALS:
    void kept(qint64 seq); ///< up to that entry

private:
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<WorkerThread> m_thread;
};

} // namespace tridesk
