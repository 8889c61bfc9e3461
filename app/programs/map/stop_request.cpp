// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/map/stop_request.h"

#include <atomic>
#include <csignal>

namespace tridesk {

namespace {

// A handler may touch nothing else.
std::atomic<bool> isAsked = false;
static_assert(std::atomic<bool>::is_always_lock_free);

constexpr int signalsTaken[] = {SIGINT, SIGTERM, SIGHUP};

} // namespace

StopRequest::StopRequest() {
    struct sigaction action = {};
    action.sa_handler = [](int) { isAsked = true; };
    action.sa_flags = SA_RESETHAND;
    for (const int signal : signalsTaken)
        ::sigaction(signal, &action, nullptr);
}

StopRequest::~StopRequest() {
    for (const int signal : signalsTaken)
        ::signal(signal, SIG_DFL);
}

bool StopRequest::isMade() {
    return isAsked;
}

} // namespace tridesk
