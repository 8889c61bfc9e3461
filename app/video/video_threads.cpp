// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/video_threads.h"

#include <malloc.h>
#include <pthread.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace tridesk {

namespace {

// Held by each thread, so that one which ends after main() still has it.
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

const std::shared_ptr<Running>& runningThreads() {
    static const auto running = std::make_shared<Running>();
    return running;
}

} // namespace

void VideoThreads::shareMemory() {
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 128 * 1024); // which otherwise grows with what is let go of
}

void VideoThreads::start(const char* name, std::function<void()> work) {
    runningThreads()->add(1);
    std::thread thread([name, work = std::move(work), running = runningThreads()]() mutable {
        pthread_setname_np(pthread_self(), name);
        work();
        work = nullptr; // what it held is gone before it counts as ended
        running->add(-1);
    });
    thread.detach();
}

int VideoThreads::running() {
    const std::scoped_lock locked(runningThreads()->lock);
    return runningThreads()->count;
}

bool VideoThreads::waitForEnd(Milliseconds most) {
    std::unique_lock locked(runningThreads()->lock);
    return runningThreads()->changed.wait_for(locked, most, [] { return runningThreads()->count == 0; });
}

} // namespace tridesk
