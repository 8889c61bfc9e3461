// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/alert_watch.h"
#include "app/domain/instant.h"

#include <QByteArray>

#include <vector>

namespace tridesk::sound {

/// One stroke: a tone and the silence after it.
struct Stroke {
    int hertz = 0;
    Milliseconds on{0};
    Milliseconds off{0};

    friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// What a family sounds like. Told apart by number and length of the strokes, and only besides by pitch, so
/// that who hears badly, or through a wall, still knows which it is (desk.md, *Colour and sound*). None is
/// longer than two seconds.
[[nodiscard]] std::vector<Stroke> rhythm(AlertFamily family);

[[nodiscard]] Milliseconds length(const std::vector<Stroke>& strokes);

constexpr int sampleRate = 48'000; ///< one channel of signed 16 bit, native order

/// As samples; `loudness` 0 to 1. Strokes swell and fade within some milliseconds, so that nothing clicks.
[[nodiscard]] QByteArray samples(const std::vector<Stroke>& strokes, double loudness);

} // namespace tridesk::sound
