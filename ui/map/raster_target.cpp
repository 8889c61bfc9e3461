// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/raster_target.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

#ifdef __SSE2__
#include <immintrin.h>
#ifdef __GNUC__
#define TRIDESK_AVX2
#endif
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

// Rectangles of pixels over others, both premultiplied: s + d·(255 − alpha of s) / 255, rounded. Rows are
// whole strides apart.
struct Block {
    uchar* below;
    qsizetype belowStride;
    const uchar* above;
    qsizetype aboveStride;
    int width;
    int height;

    [[nodiscard]] quint32* belowRow(int y) const {
        return reinterpret_cast<quint32*>(below + y * belowStride);
    }
    [[nodiscard]] const quint32* aboveRow(int y) const {
        return reinterpret_cast<const quint32*>(above + y * aboveStride);
    }
};

#ifdef __SSE2__
// Four pixels at once. Without asking what is clear or solid: the answers change from one symbol's edge to
// the next, and a wrong guess of the processor costs more than the sum.
inline __m128i overFour(__m128i above, __m128i below) {
    const __m128i low = _mm_set1_epi32(0x00ff00ff);
    const __m128i half = _mm_set1_epi16(0x80);
    __m128i rest = _mm_sub_epi32(_mm_set1_epi32(255), _mm_srli_epi32(above, 24));
    rest = _mm_or_si128(rest, _mm_slli_epi32(rest, 16));
    __m128i rb = _mm_mullo_epi16(_mm_and_si128(below, low), rest);
    __m128i ag = _mm_mullo_epi16(_mm_srli_epi16(below, 8), rest);
    rb = _mm_srli_epi16(_mm_add_epi16(_mm_add_epi16(rb, _mm_srli_epi16(rb, 8)), half), 8);
    ag = _mm_andnot_si128(low, _mm_add_epi16(_mm_add_epi16(ag, _mm_srli_epi16(ag, 8)), half));
    return _mm_add_epi8(above, _mm_or_si128(rb, ag));
}

inline void blendFour(quint32* below, const quint32* above) {
    auto* to = reinterpret_cast<__m128i*>(below);
    _mm_storeu_si128(to,
                     overFour(_mm_loadu_si128(reinterpret_cast<const __m128i*>(above)), _mm_loadu_si128(to)));
}
#endif

void blendPlain(const Block& block) {
    for (int y = 0; y < block.height; ++y) {
        quint32* below = block.belowRow(y);
        const quint32* above = block.aboveRow(y);
        int i = 0;
#ifdef __SSE2__
        for (; i + 4 <= block.width; i += 4)
            blendFour(below + i, above + i);
#endif
        for (; i < block.width; ++i)
            below[i] = over(above[i], below[i]);
    }
}

#ifdef TRIDESK_AVX2
// The same with eight at once, where the processor can.
[[gnu::target("avx2")]] inline void blendEight(quint32* below, const quint32* above) {
    auto* to = reinterpret_cast<__m256i*>(below);
    const __m256i s = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(above));
    const __m256i d = _mm256_loadu_si256(to);
    const __m256i low = _mm256_set1_epi32(0x00ff00ff);
    const __m256i half = _mm256_set1_epi16(0x80);
    __m256i rest = _mm256_sub_epi32(_mm256_set1_epi32(255), _mm256_srli_epi32(s, 24));
    rest = _mm256_or_si256(rest, _mm256_slli_epi32(rest, 16));
    __m256i rb = _mm256_mullo_epi16(_mm256_and_si256(d, low), rest);
    __m256i ag = _mm256_mullo_epi16(_mm256_srli_epi16(d, 8), rest);
    rb = _mm256_srli_epi16(_mm256_add_epi16(_mm256_add_epi16(rb, _mm256_srli_epi16(rb, 8)), half), 8);
    ag = _mm256_andnot_si256(low, _mm256_add_epi16(_mm256_add_epi16(ag, _mm256_srli_epi16(ag, 8)), half));
    _mm256_storeu_si256(to, _mm256_add_epi8(s, _mm256_or_si256(rb, ag)));
}

[[gnu::target("avx2")]] void blendWide(const Block& block) {
    for (int y = 0; y < block.height; ++y) {
        quint32* below = block.belowRow(y);
        const quint32* above = block.aboveRow(y);
        int i = 0;
        for (; i + 8 <= block.width; i += 8)
            blendEight(below + i, above + i);
        if (i + 4 <= block.width) {
            blendFour(below + i, above + i);
            i += 4;
        }
        for (; i < block.width; ++i)
            below[i] = over(above[i], below[i]);
    }
}
#endif

using BlendBlock = void (*)(const Block&);

BlendBlock fastestBlend() {
#ifdef TRIDESK_AVX2
    if (__builtin_cpu_supports("avx2"))
        return blendWide;
#endif
    return blendPlain;
}

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

// A line with round ends, and how far a pixel's middle lies from it.
class Capsule {
public:
    Capsule(QPointF from, QPointF to, double radius)
        : m_from(from)
        , m_length(std::hypot(to.x() - from.x(), to.y() - from.y()))
        , m_along(m_length > 0 ? (to - from) / m_length : QPointF(1, 0))
        , m_reach(radius + 0.5) {}

    [[nodiscard]] QRect box() const {
        const QPointF to = m_from + m_along * m_length;
        return QRectF(m_from, to).normalized().adjusted(-m_reach, -m_reach, m_reach, m_reach).toAlignedRect();
    }

    // The pixels of a row that it can touch, within those given.
    [[nodiscard]] std::pair<int, int> inRow(int y, int left, int right) const {
        const double dy = y + 0.5 - m_from.y();
        double low = left;
        double high = right;
        const auto keep = [&](double a, double b) {
            low = std::max(low, std::min(a, b) + m_from.x() - 1);
            high = std::min(high, std::max(a, b) + m_from.x() + 1);
        };
        if (std::abs(m_along.y()) > steepest)
            keep((dy * m_along.x() - m_reach) / m_along.y(), (dy * m_along.x() + m_reach) / m_along.y());
        if (std::abs(m_along.x()) > steepest)
            keep((-m_reach - dy * m_along.y()) / m_along.x(),
                 (m_length + m_reach - dy * m_along.y()) / m_along.x());
        return {int(std::floor(low)), int(std::ceil(high))};
    }

    // Tells `paint` of each pixel of a row, from the first to the last, how much of it is covered, 1 to 255.
    // Along a row both distances grow evenly, so that a pixel costs two additions.
    template <typename Paint>
    void coverRow(int y, int first, int last, const Paint& paint) const {
        const double dx = first + 0.5 - m_from.x();
        const double dy = y + 0.5 - m_from.y();
        double across = dy * m_along.x() - dx * m_along.y();
        double along = dx * m_along.x() + dy * m_along.y();
        for (int x = first; x <= last; ++x, across -= m_along.y(), along += m_along.x()) {
            const bool beside = along >= 0 && along <= m_length;
            const double gap =
                beside ? std::abs(across) : std::hypot(across, along - std::clamp(along, 0.0, m_length));
            const double covered = m_reach - gap;
            if (const auto ink = quint32(std::clamp(covered, 0.0, 1.0) * 255 + 0.5); ink != 0)
                paint(x, ink);
        }
    }

private:
    static constexpr double steepest = 1e-6;

    QPointF m_from;
    double m_length;
    QPointF m_along; // of length 1
    double m_reach;  // to where nothing is covered
};

bool isWhole(double value) {
    return std::abs(value - 1) < 1e-9;
}

} // namespace

std::optional<RasterTarget> RasterTarget::of(QPainter& painter) {
    QImage* image = pictureBehind(painter);
    const QTransform t = painter.deviceTransform();
    if (image == nullptr || painter.opacity() != 1 ||
        painter.compositionMode() != QPainter::CompositionMode_SourceOver || t.type() > QTransform::TxScale ||
        !isWhole(t.m11()) || !isWhole(t.m22()))
        return std::nullopt;
    RasterTarget target;
    target.m_clip = image->rect();
    if (const QRegion clip = painter.paintEngine()->systemClip(); !clip.isEmpty())
        target.m_clip &= clip;
    target.m_origin = QPoint(qRound(t.dx()), qRound(t.dy()));
    if (painter.hasClipping())
        target.m_clip &= painter.clipRegion().translated(target.m_origin);
    if (target.m_clip.rectCount() > mostClipRects)
        return std::nullopt;
    if (target.m_clip.rectCount() == 1)
        target.m_single = target.m_clip.boundingRect();
    target.m_bits = image->bits();
    target.m_stride = image->bytesPerLine();
    return target;
}

void RasterTarget::blend(const QImage& from, const QRect& part, QPoint at) const {
    static const BlendBlock blendBlock = fastestBlend();
    const QRect whole(at + m_origin, part.size());
    const uchar* bits = from.constBits();
    const qsizetype stride = from.bytesPerLine();
    const auto blendIn = [&](const QRect& clip) {
        const int left = std::max(whole.left(), clip.left());
        const int right = std::min(whole.right(), clip.right());
        const int top = std::max(whole.top(), clip.top());
        const int bottom = std::min(whole.bottom(), clip.bottom());
        if (left > right || top > bottom)
            return;
        const QPoint source = part.topLeft() - whole.topLeft() + QPoint(left, top);
        blendBlock({m_bits + top * m_stride + 4 * qsizetype(left), m_stride,
                    bits + source.y() * stride + 4 * qsizetype(source.x()), stride, right - left + 1,
                    bottom - top + 1});
    };
    if (!m_single.isNull()) {
        blendIn(m_single);
        return;
    }
    for (const QRect& clip : m_clip)
        blendIn(clip);
}

void RasterTarget::stroke(QPointF from, QPointF to, double width, const QColor& colour) const {
    const Capsule line(from + m_origin, to + m_origin, width / 2);
    const quint32 ink = qPremultiply(colour.rgba());
    for (const QRect& clip : m_clip) {
        const QRect box = line.box() & clip;
        for (int y = box.top(); y <= box.bottom(); ++y) {
            auto* row = reinterpret_cast<quint32*>(m_bits + y * m_stride);
            const auto [first, last] = line.inRow(y, box.left(), box.right());
            line.coverRow(y, std::max(first, box.left()), std::min(last, box.right()),
                          [row, ink](int x, quint32 covered) {
                              row[x] = over(covered == 255 ? ink : scaled(ink, covered), row[x]);
                          });
        }
    }
}

} // namespace tridesk::ui
