// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tridesk {

/// Takes the first SIGINT, SIGTERM or SIGHUP as a wish to end, for work that asks; a second one ends the
/// program as ever. One in a process.
class StopRequest {
public:
    StopRequest();
    ~StopRequest();
    StopRequest(const StopRequest&) = delete;
    StopRequest& operator=(const StopRequest&) = delete;

    [[nodiscard]] static bool isMade();
};

} // namespace tridesk
