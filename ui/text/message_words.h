// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/message.h"

#include <QString>

// The words of messages, in the language that is set. GUI thread only.
namespace tridesk::text {

[[nodiscard]] QString name(MessageStage stage); ///< "Delivered", 已送达
[[nodiscard]] QString name(MessageKind kind);   ///< "Bulletin", 布控通报
/// In the place of words that may not be read here (SeatDesk::mayRead()).
[[nodiscard]] QString hiddenWords();

} // namespace tridesk::text
