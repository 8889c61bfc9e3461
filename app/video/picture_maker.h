// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/luma_digest.h"

#include <QImage>
#include <QSize>

#include <array>
#include <memory>

struct AVFrame;
struct SwsContext;

namespace tridesk {

/// Decoded pictures made into images as large as they are shown. Belongs to one thread; its images may go to
/// others.
class PictureMaker {
public:
    PictureMaker();
    ~PictureMaker();
    Q_DISABLE_COPY_MOVE(PictureMaker)

    /// The picture, at most as large as `shown` and never larger than it came; null where its kind of points
    /// is unknown or there is no memory.
    [[nodiscard]] QImage make(const AVFrame& frame, QSize shown);

private:
    struct FreeScaler {
        void operator()(SwsContext* scaler) const;
    };

    [[nodiscard]] QImage& freeImage(QSize size);

    std::unique_ptr<SwsContext, FreeScaler> m_scaler;
    // one being shown, one being made: memory is taken once, not for each picture. While a window is busy a
    // third is waiting, and is let go of with it.
    std::array<QImage, 2> m_images;
};

/// The size of a picture of `native` points on the screen where at most `shown` is given to it; an empty
/// `shown` means as it is.
[[nodiscard]] QSize pictureSize(QSize native, QSize shown);

/// How large a decoded picture is meant to be seen: cameras squeeze pictures, and say so.
[[nodiscard]] QSize nativeSize(const AVFrame& frame);

[[nodiscard]] LumaDigest digestOf(const AVFrame& frame);

} // namespace tridesk
