// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/practice.h"
#include "app/domain/seat.h"
#include "app/replay/replay_ground.h"

#include <expected>
#include <functional>
#include <optional>

namespace tridesk {

/// Of what, and where to, a drill is made.
struct PracticeWish {
    JournalFactory journal; ///< of the record
    FixStoreFactory fixes;
    QString origin; ///< what the record is called
    QString folder; ///< the drill's: not there yet, or empty
    Instant at;     ///< how far the record is taken
    Instant now;    ///< when the drill begins: all times are moved so that `at` becomes it
    Actor by = {};  ///< who makes it
};

/// How many of how many entries were looked at; false: stop, and take away what was made.
using PracticeProgress = std::function<bool(qint64 done, qint64 of)>;

/// Makes a data folder of its own with the record up to an instant, and where the units were in the hour
/// before it; fact_shift.h says what is left out. Its first entry says that it is practice, and of what. Who
/// sat at a desk then sits there no longer. Neither users nor tokens nor cameras' logins are taken, and
/// nothing leads back to the record. On a failure, one line of why, nothing is left behind. Reads the whole
/// record: not for the window's thread.
[[nodiscard]] std::expected<Practice, QString> makePractice(const PracticeWish& wish,
                                                            const PracticeProgress& progress = {});

/// What the data folder's journal was made of; nothing where it is live, or there is none yet.
[[nodiscard]] std::expected<std::optional<Practice>, QString> practiceIn(const QString& dataFolder);

/// Why that folder must not be opened: practice as if it were live, or the other way round. Empty where it
/// may.
[[nodiscard]] QString practiceFault(const QString& dataFolder, bool asPractice);

} // namespace tridesk
