// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtClassHelperMacros>

#include <optional>

namespace tridesk {

/// The file whose change tells other processes that a store has grown; it lies beside the store.
[[nodiscard]] QString bellOf(const QString& storePath);
[[nodiscard]] QString storeOfBell(const QString& bell);

/// The number that a store's bell was last rung with; nothing where it never was.
[[nodiscard]] std::optional<qint64> lastRung(const QString& storePath);

/// Rings a store's bell. Ringing costs a few microseconds and never fails aloud: who listens also looks by
/// itself (journal_watch.h).
class Bell {
public:
    explicit Bell(const QString& storePath);
    ~Bell();
    Q_DISABLE_COPY_MOVE(Bell)

    /// `last`: the newest entry that is stored. It is written before that entry is acknowledged, so a store
    /// whose end can still be read up to it has lost nothing. Of two processes the later may ring with the
    /// lower number.
    void ring(qint64 last);

private:
    int m_file;
};

} // namespace tridesk
