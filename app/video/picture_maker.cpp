// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/picture_maker.h"

#include <algorithm>
#include <atomic>
#include <cmath>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

namespace tridesk {

void PictureMaker::FreeScaler::operator()(SwsContext* scaler) const {
    sws_freeContext(scaler);
}

PictureMaker::PictureMaker() = default;
PictureMaker::~PictureMaker() = default;

// An image that nobody else holds any more is written again.
QImage& PictureMaker::freeImage(QSize size) {
    const auto isFree = [](const QImage& image) { return image.isNull() || image.isDetached(); };
    auto* image = std::ranges::find_if(m_images, isFree);
    if (image == m_images.end())
        image = m_images.begin(); // whoever holds it keeps it; we take new memory
    if (image->size() != size || !isFree(*image))
        *image = QImage(size, QImage::Format_RGB32);
    // whoever let go of it in another thread had read it before
    std::atomic_thread_fence(std::memory_order_acquire);
    return *image;
}

QImage PictureMaker::make(const AVFrame& frame, QSize shown) {
    const QSize size = pictureSize(nativeSize(frame), shown);
    if (size.isEmpty())
        return {};
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), frame.width, frame.height,
                                        AVPixelFormat(frame.format), size.width(), size.height(),
                                        AV_PIX_FMT_BGRA, SWS_FAST_BILINEAR, nullptr, nullptr, nullptr));
    if (!m_scaler)
        return {};
    QImage& image = freeImage(size);
    if (image.isNull())
        return {};
    const std::array<std::uint8_t*, 4> planes{image.bits(), nullptr, nullptr, nullptr};
    const std::array<int, 4> strides{int(image.bytesPerLine()), 0, 0, 0};
    const int lines =
        sws_scale(m_scaler.get(), frame.data, frame.linesize, 0, frame.height, planes.data(), strides.data());
    return lines > 0 ? image : QImage();
}

QSize pictureSize(QSize native, QSize shown) {
    if (shown.isEmpty() || native.isEmpty())
        return native;
    const QSize fitted = native.scaled(shown, Qt::KeepAspectRatio).boundedTo(native);
    return fitted.expandedTo({1, 1});
}

QSize nativeSize(const AVFrame& frame) {
    const AVRational aspect = frame.sample_aspect_ratio;
    QSize size(frame.width, frame.height);
    if (aspect.num > 0 && aspect.den > 0 && aspect.num != aspect.den) {
        // only ever stretched by what a real camera squeezes
        const double wide = std::clamp(double(aspect.num) / aspect.den, 0.25, 4.0);
        size.setWidth(std::max(1, int(std::lround(frame.width * wide))));
    }
    return size;
}

LumaDigest digestOf(const AVFrame& frame) {
    const AVPixFmtDescriptor* kind = av_pix_fmt_desc_get(AVPixelFormat(frame.format));
    constexpr std::uint64_t unreadable =
        AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_PAL;
    if (kind == nullptr || (kind->flags & unreadable) != 0)
        return {};
    const AVComponentDescriptor& luma = kind->comp[0];
    const bool isHigh = luma.depth + luma.shift > 8 && (kind->flags & AV_PIX_FMT_FLAG_BE) == 0;
    LumaPlane plane;
    plane.data = frame.data[luma.plane] + luma.offset + (isHigh ? 1 : 0); // the upper byte of two
    plane.stride = frame.linesize[luma.plane];
    plane.width = frame.width;
    plane.height = frame.height;
    plane.step = luma.step;
    return LumaDigest(plane);
}

} // namespace tridesk
