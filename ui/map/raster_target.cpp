// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/raster_target.h"

#include <QPaintEngine>
#include <QPainter>

#include <cmath>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tridesk::ui {
namespace {

constexpr int mostClipRects = 12; // more would cost more than the painter

quint32 scaled(quint32 pixel, quint32 by) {
    quint32 rb = (pixel & 0xff00ff) * by;
    rb = ((rb + ((rb >> 8) & 0xff00ff) + 0x800080) >> 8) & 0xff00ff;
    quint32 ag = ((pixel >> 8) & 0xff00ff) * by;
    ag = (ag + ((ag >> 8) & 0xff00ff) + 0x800080) & 0xff00ff00;
    return rb | ag;
}

quint32 over(quint32 above, quint32 below) {
    const quint32 alpha = above >> 24;
    if (alpha == 255)
        return above;
    return above == 0 ? below : above + scaled(below, 255 - alpha);
}

#ifdef __SSE2__
// Four pixels at once; most of a symbol is either clear or solid.
void blendFour(__m128i* below, __m128i above) {
    const __m128i alphaBits = _mm_set1_epi32(int(0xff000000U));
    if (_mm_movemask_epi8(_mm_cmpeq_epi32(_mm_and_si128(above, alphaBits), alphaBits)) == 0xffff) {
        _mm_storeu_si128(below, above);
        return;
    }
    if (_mm_movemask_epi8(_mm_cmpeq_epi32(above, _mm_setzero_si128())) == 0xffff)
        return;
    const __m128i low = _mm_set1_epi32(0x00ff00ff);
    const __m128i half = _mm_set1_epi16(0x80);
    __m128i rest = _mm_sub_epi32(_mm_set1_epi32(255), _mm_srli_epi32(above, 24));
    rest = _mm_or_si128(rest, _mm_slli_epi32(rest, 16));
    const __m128i old = _mm_loadu_si128(below);
    __m128i rb = _mm_mullo_epi16(_mm_and_si128(old, low), rest);
    __m128i ag = _mm_mullo_epi16(_mm_srli_epi16(old, 8), rest);
    rb = _mm_srli_epi16(_mm_add_epi16(_mm_add_epi16(rb, _mm_srli_epi16(rb, 8)), half), 8);
    ag = _mm_andnot_si128(low, _mm_add_epi16(_mm_add_epi16(ag, _mm_srli_epi16(ag, 8)), half));
    _mm_storeu_si128(below, _mm_add_epi8(above, _mm_or_si128(rb, ag)));
}
#endif

// What a widget or a picture is painted into, if it is a picture of the usual formats.
QImage* pictureBehind(const QPainter& painter) {
    const QPaintEngine* engine = painter.paintEngine();
    if (engine == nullptr || engine->type() != QPaintEngine::Raster || engine->paintDevice() == nullptr ||
        engine->paintDevice()->devType() != QInternal::Image)
        return nullptr;
    auto* image = static_cast<QImage*>(engine->paintDevice());
    const bool usual =
        image->format() == QImage::Format_RGB32 || image->format() == QImage::Format_ARGB32_Premultiplied;
    return usual ? image : nullptr;
}

bool isWhole(double value) {
    return std::abs(value - 1) < 1e-9;
}

} // namespace

void blendPixels(quint32* below, const quint32* above, int count) {
    int i = 0;
#ifdef __SSE2__
    for (; i + 4 <= count; i += 4)
        blendFour(reinterpret_cast<__m128i*>(below + i),
                  _mm_loadu_si128(reinterpret_cast<const __m128i*>(above + i)));
#endif
    for (; i < count; ++i)
        below[i] = over(above[i], below[i]);
}

std::optional<RasterTarget> RasterTarget::of(QPainter& painter) {
    QImage* image = pictureBehind(painter);
    const QTransform t = painter.deviceTransform();
    if (image == nullptr || painter.hasClipping() || painter.opacity() != 1 ||
        painter.compositionMode() != QPainter::CompositionMode_SourceOver || t.type() > QTransform::TxScale ||
        !isWhole(t.m11()) || !isWhole(t.m22()))
        return std::nullopt;
    RasterTarget target;
    target.m_clip = image->rect();
    if (const QRegion clip = painter.paintEngine()->systemClip(); !clip.isEmpty())
        target.m_clip &= clip;
    if (target.m_clip.rectCount() > mostClipRects)
        return std::nullopt;
    if (target.m_clip.rectCount() == 1)
        target.m_single = target.m_clip.boundingRect();
    target.m_bits = image->bits();
    target.m_stride = image->bytesPerLine();
    target.m_origin = QPoint(qRound(t.dx()), qRound(t.dy()));
    return target;
}

void RasterTarget::blend(const QImage& from, const QRect& part, QPoint at) const {
    const QRect whole(at + m_origin, part.size());
    const auto blendIn = [&](const QRect& clip) {
        const int left = std::max(whole.left(), clip.left());
        const int right = std::min(whole.right(), clip.right());
        const int top = std::max(whole.top(), clip.top());
        const int bottom = std::min(whole.bottom(), clip.bottom());
        if (left > right)
            return;
        const QPoint source = part.topLeft() - whole.topLeft();
        for (int y = top; y <= bottom; ++y) {
            const auto* above =
                reinterpret_cast<const quint32*>(from.constScanLine(y + source.y())) + left + source.x();
            blendPixels(reinterpret_cast<quint32*>(m_bits + y * m_stride) + left, above, right - left + 1);
        }
    };
    if (!m_single.isNull()) {
        blendIn(m_single);
        return;
    }
    for (const QRect& clip : m_clip)
        blendIn(clip);
}

} // namespace tridesk::ui
