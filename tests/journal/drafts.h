// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"

#include <QList>

namespace tridesk::test {

/// A believable fact, different for each number, made without chance.
[[nodiscard]] inline Draft draft(int number, int payloadBytes = 60) {
    using namespace Qt::StringLiterals;
    const QUuid request(uint(number), 0x1111, 0x4222, 0x80, 0, 0, 0, 0, 0, 0, 1);
    QByteArray payload =
        "{\"number\":" + QByteArray::number(number) + ",\"text\":\"" + u"中山路口车祸"_s.toUtf8();
    payload += QByteArray(std::max<qsizetype>(0, payloadBytes - payload.size() - 2), 'x') + "\"}";
    return {RequestId(request),
            instantFromMs(1'700'000'000'000 + number),
            u"station:ST03"_s,
            u"李雷"_s,
            u"incident/%1"_s.arg(number),
            u"incident.reported"_s,
            1,
            payload};
}

[[nodiscard]] inline QList<Draft> drafts(int first, int count) {
    QList<Draft> made;
    for (int number = first; number < first + count; ++number)
        made += draft(number);
    return made;
}

} // namespace tridesk::test
