// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/attention.h"

namespace tridesk {

/// How busy the machine and this program have been since the last time it was asked, after the kernel's own
/// count (/proc/stat).
class LoadMeter {
public:
    /// Nothing the first time, where the count cannot be read, and where too little time has gone by to tell.
    [[nodiscard]] std::optional<DecoderBudget::Load> measure();

private:
    struct Count {
        qint64 busy = 0; ///< of all processors, in the kernel's ticks
        qint64 all = 0;
        qint64 ours = 0;
    };
    [[nodiscard]] static std::optional<Count> read();

    std::optional<Count> m_before;
};

} // namespace tridesk
