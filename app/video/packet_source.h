// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/held_packet.h"
#include "app/video/stream_fault.h"

#include <expected>
#include <functional>
#include <memory>
#include <optional>

namespace tridesk {

/// Pictures that are over, for a replay: what was kept of a feed, or a file. Belongs to one thread.
class PacketSource {
public:
    virtual ~PacketSource() = default;
    PacketSource() = default;
    Q_DISABLE_COPY_MOVE(PacketSource)

    /// What there is, on the source's own clock.
    [[nodiscard]] virtual VideoTime begin() const = 0;
    [[nodiscard]] virtual VideoTime end() const = 0;

    /// The next packet of the pictures; nothing at the end.
    [[nodiscard]] virtual std::expected<std::optional<HeldPacket>, StreamFault> next() = 0;
    /// next() goes on at the last picture that stands by itself and is no later; at the first where there is
    /// none.
    virtual void seek(VideoTime to) = 0;
};

/// Makes one in the thread that reads it.
using OpenSource = std::function<std::expected<std::unique_ptr<PacketSource>, StreamFault>()>;

/// What was kept of a feed; its clock is videoNow()'s. A span without a picture is refused: NoPicture.
[[nodiscard]] OpenSource replayOf(PacketSpan span);
/// A clip on disk; its clock begins at nought.
[[nodiscard]] OpenSource replayOf(const QString& file);

} // namespace tridesk
