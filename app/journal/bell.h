// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtClassHelperMacros>

namespace tridesk {

/// The file whose change tells other processes that a store has grown; it lies beside the store.
[[nodiscard]] QString bellOf(const QString& storePath);
[[nodiscard]] QString storeOfBell(const QString& bell);

/// Rings a store's bell. Ringing costs a few microseconds and never fails aloud: who listens also looks by
/// itself (journal_watch.h).
class Bell {
public:
    explicit Bell(const QString& storePath);
    ~Bell();
    Q_DISABLE_COPY_MOVE(Bell)

    void ring();

private:
    int m_file;
};

} // namespace tridesk
