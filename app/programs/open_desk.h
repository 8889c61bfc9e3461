// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/journal/postgres_address.h"
#include "app/link/link_options.h"
#include "app/replay/replay_ground.h"

#include <QString>

#include <expected>
#include <memory>

namespace tridesk {

/// A data folder's desk and positions on this machine, not yet started. The board goes first, the desk last.
struct OpenDesk {
    std::unique_ptr<Desk> desk;
    std::unique_ptr<FixBoard> board;
    std::optional<ReplayGround> record; ///< none where the journal is on another machine
};

/// Makes the folder where it is missing. A drill's is refused, unless that is what is asked for; then a live
/// one is. One line on failure.
[[nodiscard]] std::expected<OpenDesk, QString>
openDesk(const QString& dataFolder, std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>(),
         bool asDrill = false);

/// Where a journal on a server is, and the file with the password for it (empty: libpq's own, or none is
/// wanted). One line on failure, without a password.
[[nodiscard]] std::expected<PostgresAddress, QString> serverAt(const QString& address,
                                                               const QString& passwordFile);

/// A desk whose journal and positions are on a server; the folder keeps what is this machine's: settings,
/// kept video, the cache of facts. A folder that holds a desk of its own is refused, and so is, once it is
/// started, an account that reads only a part of the journal. Its clock follows the server's, where none is
/// given. Without the server it takes nothing: the gateway's, whose word must be the server's.
[[nodiscard]] std::expected<OpenDesk, QString> openServerDesk(const QString& dataFolder,
                                                              const PostgresAddress& server,
                                                              std::shared_ptr<const Clock> clock = {});

/// The same for a console: the folder keeps a copy of the journal too, which everything is read from, and
/// what was taken while the server was away. One program at a time in a folder.
[[nodiscard]] std::expected<OpenDesk, QString> openReplicaDesk(const QString& dataFolder,
                                                               const PostgresAddress& server);

/// A crew's terminal: the folder keeps its part of the journal behind a gateway, and what waits for the link.
/// A folder that holds a desk of its own is refused. One line on failure.
[[nodiscard]] std::expected<OpenDesk, QString> openLink(const QString& dataFolder, const LinkOptions& link);

/// When the newest entry of a data folder's journal was recorded; 1970 where there is none. Read off the
/// disk, at once: before anything is opened.
[[nodiscard]] std::expected<Instant, QString> newestEntryOf(const QString& dataFolder);

/// The same of a journal on a server. Waits for its answer.
[[nodiscard]] std::expected<Instant, QString> newestEntryOn(const PostgresAddress& server);

/// Whether the server lets this account, for other seats, write what is dated `at`: it takes only what is
/// near its own clock. Asks it, and waits for its answer; nothing is written. One line.
[[nodiscard]] std::expected<void, QString> takesEntriesOf(const PostgresAddress& server, Instant at);

} // namespace tridesk
