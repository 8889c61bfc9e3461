// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"
#include "app/journal/journal.h"
#include "app/link/sign_in_message.h"

#include <QSet>
#include <QStringList>

#include <expected>

namespace tridesk {

/// A stretch of the journal as one seat may read it. Entries keep their numbers and hashes; what the seat may
/// not see is left out, so numbers have gaps. The fold of what is there is right all the same: facts that
/// speak of what is not there change nothing.
///
/// What a seat may see of an incident comes and goes with others' entries. So of each incident that the
/// stretch touches the whole stream is given, from its first entry on, and takes the place of what was given
/// before; of one that may not be seen any more, nothing is.
struct SeatPage {
    qint64 upTo = 0;        ///< the journal has been looked at up to here
    qint64 head = 0;        ///< and ends there
    QByteArray origin;      ///< the hash of its first entry, which tells one journal from another
    Instant now;            ///< the gateway's clock
    QStringList streams;    ///< given whole
    QList<Entry> entries;   ///< by number
    QSet<qint64> redacted;  ///< of these something was left out, and the hash is that of the whole
    SeatSignIn signIn = {}; ///< how it stands at the seat that asks
    /// The hashes of the entry that was asked after, and of entry upTo: each page must begin where the one
    /// before ended, or it is another journal's. Empty where there is none, and of an older gateway.
    QByteArray after = {};
    QByteArray reached = {};

    [[nodiscard]] bool hasNews() const { return !streams.isEmpty() || !entries.isEmpty(); }
};

/// At most so many entries of the journal are looked at for one page, and about so many bytes given.
constexpr int entriesInPage = 2'000;
constexpr qsizetype bytesInPage = 2 * 1024 * 1024;

/// What came after entry `after`, for the seat of a crew or a station (seat_scope.h); the bureau's gets
/// nothing. `situation` is the fold of the journal; what lies behind it is left for the next page. Visibility
/// is as of now.
[[nodiscard]] std::expected<SeatPage, JournalFault> seatPage(Journal& journal, const Situation& situation,
                                                             const Seat& seat, qint64 after);

/// Whether a change may bring the seat something: cheap, asked for every seat that waits.
[[nodiscard]] bool bringsNews(const Situation& situation, const Seat& seat, const Changes& changes);

[[nodiscard]] QByteArray toJson(const SeatPage& page);
/// The reverse, from outside: every entry that is given whole must match its hash, numbers must rise, and no
/// entry may lie behind upTo. On failure says what is wrong in one line.
[[nodiscard]] std::expected<SeatPage, QString> seatPageFrom(const QByteArray& json);

} // namespace tridesk
