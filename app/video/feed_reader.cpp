// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/feed_reader.h"

#include "app/video/feed_session.h"
#include "app/video/reconnect_pause.h"

#include <QLoggingCategory>

#include <pthread.h>

#include <thread>

namespace tridesk {

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.video")

// Readers that run. Held by each of them, so that one which ends after main() still has it.
struct Running {
    std::mutex lock;
    std::condition_variable changed;
    int count = 0;

    void add(int by) {
        const std::scoped_lock locked(lock);
        count += by;
        changed.notify_all();
    }
};

const std::shared_ptr<Running>& runningReaders() {
    static const auto running = std::make_shared<Running>();
    return running;
}

void playUntilStopped(const FeedSource& source, FeedSlot& slot, const StreamLimits& limits) {
    ReconnectPause pause;
    PictureMaker maker;
    std::optional<StreamFault::Kind> told;
    while (!slot.stopped()) {
        FeedSession session(slot, maker, limits);
        const StreamFault fault = session.play(source);
        if (slot.stopped())
            return;
        if (session.hasPlayed()) {
            pause.reset();
            told.reset();
        }
        if (told != fault.kind) // once for each loss and each new reason, not for each try
            qCInfo(log).noquote() << source.address.toString() << nameOf(fault.kind) << fault.detail;
        told = fault.kind;
        slot.lost(fault);
        if (!slot.pause(pause.next(fault.kind)))
            return;
    }
}

} // namespace

FeedReader::FeedReader(FeedSource source, FeedSlot::Notify notify, const StreamLimits& limits)
    : m_slot(std::make_shared<FeedSlot>(std::move(notify))) {
    runningReaders()->add(1);
    std::thread thread(
        [slot = m_slot, source = std::move(source), limits, running = runningReaders()]() mutable {
            pthread_setname_np(pthread_self(), "feed");
            playUntilStopped(source, *slot, limits);
            slot.reset();
            running->add(-1);
        });
    thread.detach();
}

FeedReader::~FeedReader() {
    m_slot->stop();
}

int FeedReader::running() {
    const std::scoped_lock locked(runningReaders()->lock);
    return runningReaders()->count;
}

bool FeedReader::waitForEnd(Milliseconds most) {
    std::unique_lock locked(runningReaders()->lock);
    return runningReaders()->changed.wait_for(locked, most, [] { return runningReaders()->count == 0; });
}

} // namespace tridesk
