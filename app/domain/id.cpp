// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/id.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <chrono>

namespace tridesk {

// RFC 9562, version 7: 48 bits of milliseconds, then chance. Ids that were made together lie together in an
// index. (QUuid::createUuidV7 comes with Qt 6.9.)
QUuid RandomIds::next() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const quint64 ms = quint64(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
    const quint64 chance = QRandomGenerator::system()->generate64();
    QUuid::Id128Bytes raw;
    qToBigEndian((ms << 16) | 0x7000 | (QRandomGenerator::system()->generate() & 0x0fff), raw.data);
    qToBigEndian((chance >> 2) | 0x8000'0000'0000'0000, raw.data + 8);
    return QUuid(raw);
}

} // namespace tridesk
