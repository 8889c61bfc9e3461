// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <QByteArray>
#include <QString>

namespace tridesk {

/// Says that a journal is practice, and of what it was made. Stands in the journal's chain, so that no copy
/// of it and no change of a setting makes it live.
struct Practice {
    QString origin;        ///< whose record, as its folder was called
    qint64 seq = 0;        ///< of the record's last entry that was taken
    QByteArray hash;       ///< of that entry
    Instant at;            ///< the instant of the record that became the beginning
    Milliseconds shift{0}; ///< by how much all times were moved, so that the beginning is when it was made

    friend bool operator==(const Practice&, const Practice&) = default;
};

} // namespace tridesk
