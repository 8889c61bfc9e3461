// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include <cstdint>
#include <expected>

namespace tridesk::maps {

enum class PictureProblem : std::uint8_t {
    NotAPicture, ///< none of PNG, JPEG and WebP
    TooLarge,    ///< more than 4096 pixels along an edge
    Damaged,
};

/// A tile's picture, opaque where it says nothing else. Its size is asked before anything is decoded, so that
/// a few bytes cannot ask for gigabytes. Any thread.
[[nodiscard]] std::expected<QImage, PictureProblem> decodePicture(const QByteArray& bytes);

} // namespace tridesk::maps
