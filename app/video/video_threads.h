// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <functional>

namespace tridesk {

/// Threads that read, replay and write video: nobody waits for one while the program runs, so they are
/// counted, and waited for at its end.
class VideoThreads {
public:
    /// To be called once, before anything plays: feeds' threads take their memory from the same two places,
    /// and what is large goes back to the system at once. Otherwise each has a place of its own, which keeps
    /// what it once needed.
    static void shareMemory();

    /// Runs `work` in a thread of that name (at most 15 letters) and lets go of it.
    static void start(const char* name, std::function<void()> work);

    /// How many have not ended yet.
    [[nodiscard]] static int running();
    /// Waits until none is left; false when the time was not enough.
    [[nodiscard]] static bool waitForEnd(Milliseconds most);
};

} // namespace tridesk
