// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/footage_file.h"
#include "app/video/packet_source.h"

#include <QFuture>
#include <QImage>
#include <QList>

#include <utility>

namespace tridesk {

/// A picture to be kept as large as it came.
struct SnapshotWish {
    QString folder;
    QString name; ///< of the file, without its ending
    /// What stands in the file about itself: "Title", "Description", "Time"; without a login. A key is one
    /// word.
    QList<std::pair<QString, QString>> words;
    OpenSource source;
    VideoTime at;   ///< the last picture of the source that is no later
    QImage asShown; ///< kept where the source has none: streams that never send one that stands by itself
    RoomCheck room = {};
};

/// What was kept, and whether it is as large as it came.
struct Snapshot {
    WrittenFile file;
    QSize size;
};

/// Above so many points it is written as JPEG, below as PNG, which loses nothing.
constexpr qint64 mostPngPoints = 1920LL * 1200;

/// In a thread of its own.
[[nodiscard]] QFuture<std::expected<Snapshot, WriteFault>> saveSnapshot(SnapshotWish wish);

/// The last picture that is no later, as large as it came; null where there is none.
[[nodiscard]] QImage pictureAt(PacketSource& source, VideoTime at);

} // namespace tridesk
