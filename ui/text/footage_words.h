// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/video_feed.h"
#include "app/video/clip_writer.h"
#include "app/video/footage_store.h"

#include <QString>

// The words of what is kept of pictures, in the language that is set. GUI thread only.
namespace tridesk::text {

[[nodiscard]] QString name(FootageKind kind); ///< "Clip", 片段
/// Why something could not be kept, as a whole sentence.
[[nodiscard]] QString faultText(const WriteFault& fault);
/// Why a clip ended by itself, as a whole sentence; empty where it did not.
[[nodiscard]] QString endText(ClipResult::End end);
/// Whether a file is still what was kept.
[[nodiscard]] QString checkText(FootageStore::Check check);
/// Why a file was deleted: what the clockwork writes has words, whatever a person wrote stays as it is.
[[nodiscard]] QString removalReason(const QString& reason);
[[nodiscard]] QString bytes(qint64 bytes); ///< "12.3 MiB"

} // namespace tridesk::text
