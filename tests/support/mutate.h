// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <random>

namespace tridesk {

/// Spoils input as a bad line or a bad program would, the same way for the same generator: bytes changed,
/// taken out, doubled, cut off, swapped for what parsers trip over.
inline QByteArray mutated(QByteArray input, std::mt19937& random) {
    static constexpr const char* spikes[] = {"\"",   "{",    "[",  "\\u0000", "1e999",
                                             "-",    "\r\n", "\r", "\n\n",    "\xff\xfe",
                                             "null", ",",    ":",  "%00",     "\\"};
    const auto at = [&] { return qsizetype(random() % std::size_t(input.size() + 1)); };
    const int steps = 1 + int(random() % 4);
    for (int i = 0; i < steps; ++i) {
        const qsizetype where = at();
        switch (random() % 5) {
        case 0:
            if (where < input.size())
                input[where] = char(random());
            break;
        case 1:
            input.remove(where, 1 + qsizetype(random() % 8));
            break;
        case 2:
            input.insert(where, input.mid(where, qsizetype(random() % 64)));
            break;
        case 3:
            input.insert(where, spikes[random() % std::size(spikes)]);
            break;
        default:
            input.truncate(random() % 8 == 0 ? where : input.size());
            break;
        }
    }
    return input;
}

} // namespace tridesk
