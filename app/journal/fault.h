// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tridesk {

/// Why a store could not do what was asked. Callers tell the codes apart; `detail` is for logs and a dialog's
/// small print.
struct JournalFault {
    enum class Code {
        Locked,   ///< another writer held it for longer than the bounded wait; trying again is right
        Full,     ///< no room on the disk; nothing of the step was stored
        ReadOnly, ///< the file, its folder or the medium cannot be written
        Corrupt,  ///< not one of our files, or damaged
        TooNew,   ///< written by a newer Tridesk
        TooOld,   ///< of an older Tridesk, and this user may not bring it up
        Refused,  ///< the server does not let this user do it, or not with this clock
        Unknown, ///< the line was lost while it was stored: in or not; the same request id may be asked again
        Io       ///< everything else: missing, no permission, a failing disk, a server that is away
    };

    Code code = Code::Io;
    QString where;  ///< the file, or the server
    QString detail; ///< what was tried and what the machine said, untranslated

    /// One line for a log: "Locked: /data/journal.db: begin: database is locked".
    [[nodiscard]] QString toString() const;

    friend bool operator==(const JournalFault&, const JournalFault&) = default;
};

/// "Locked", "Full", …
[[nodiscard]] QString nameOf(JournalFault::Code code);

} // namespace tridesk
