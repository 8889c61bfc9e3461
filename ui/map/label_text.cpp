// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/label_text.h"

#include "ui/map/label_icons.h"

#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::ui {
namespace {

constexpr double haloWidth = 3;
constexpr double iconSize = 15;
constexpr double arrowSize = 13;
constexpr double platePadding = 4;
constexpr double secondScale = 0.86;
constexpr double sharpestTurn = 32;  // degrees between two letters
constexpr double greatestTurn = 100; // over the whole name
constexpr double steep = 50;         // degrees, from where Chinese is written downwards

// Breaks into lines of about equal length: at spaces, or anywhere in Chinese.
QStringList wrapped(const MeasuredText& text, double limit, bool anywhere) {
    if (text.width <= limit)
        return {text.letters.join(QString())};
    const double goal = text.width / std::ceil(text.width / limit) * 1.15;
    QStringList lines;
    QString line;
    QString piece;
    double lineWidth = 0;
    double pieceWidth = 0;
    const auto take = [&] {
        if (!line.isEmpty() && lineWidth + pieceWidth > goal) {
            lines << line.trimmed();
            line.clear();
            lineWidth = 0;
        }
        line += piece;
        lineWidth += pieceWidth;
        piece.clear();
        pieceWidth = 0;
    };
    for (qsizetype i = 0; i < text.letters.size(); ++i) {
        piece += text.letters[i];
        pieceWidth += text.advances[std::size_t(i)];
        if (anywhere || text.letters[i] == u' ')
            take();
    }
    take();
    lines << line.trimmed();
    lines.removeAll(QString());
    return lines.mid(0, 3);
}

struct TextLine {
    QString text;
    LabelFace face;
    QRectF box; // from the anchor
    double ascent = 0;
};

void addBlock(std::vector<TextLine>& out, double& top, const QString& text, const LabelFace& face,
              double scale, TextMeasure& measure) {
    LabelFace scaled = face;
    scaled.size *= scale;
    const double height = scaled.size * 1.18;
    const bool anywhere = isCjk(text);
    for (const QString& line :
         wrapped(measure.measure(text, scaled), scaled.size * (anywhere ? 7.5 : 9.5), anywhere)) {
        const double width = measure.measure(line, scaled).width;
        out.push_back({line, scaled, QRectF(-width / 2, top, width, height), scaled.size * 0.95});
        top += height;
    }
}

std::vector<TextLine> layout(const LabelCandidate& c, TextMeasure& measure) {
    std::vector<TextLine> lines;
    double top = c.icon == LabelIcon::None ? 0 : iconSize / 2 + 1;
    if (!c.text.isEmpty())
        addBlock(lines, top, c.text, c.face, 1, measure);
    if (!c.second.isEmpty())
        addBlock(lines, top, c.second, c.face, secondScale, measure);
    if (c.icon == LabelIcon::None) {
        for (TextLine& line : lines)
            line.box.translate(0, -top / 2);
    }
    return lines;
}

QRectF plateOf(const QRectF& text) {
    QRectF plate = text.adjusted(-platePadding, -1, platePadding, 1);
    if (plate.width() < plate.height()) // a single figure still stands on a plate that is wider than high
        plate.adjust((plate.width() - plate.height()) / 2, 0, (plate.height() - plate.width()) / 2, 0);
    return plate;
}

QImage blank(QSizeF size, double dpr) {
    QImage image(int(std::ceil(size.width() * dpr)), int(std::ceil(size.height() * dpr)),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(dpr);
    image.fill(Qt::transparent);
    return image;
}

// What lies within a radius of the ink, by how much: the greatest of the ink's shades around, each paled by
// its distance. Some thirty times faster than stroking the letters' outlines, and looks the same.
std::vector<quint8> grown(const QImage& ink, double radius) {
    const int w = ink.width();
    const int h = ink.height();
    std::vector<quint8> alpha(std::size_t(w) * std::size_t(h));
    for (int y = 0; y < h; ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(ink.constScanLine(y));
        for (int x = 0; x < w; ++x)
            alpha[std::size_t(y) * std::size_t(w) + std::size_t(x)] = quint8(qAlpha(line[x]));
    }
    std::vector<quint8> out = alpha;
    const int reach = int(std::ceil(radius));
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            const int weight = int(256 * std::clamp(radius + 0.5 - std::hypot(dx, dy), 0.0, 1.0));
            if (weight == 0)
                continue;
            const int left = std::max(0, dx);
            const int right = w + std::min(0, dx);
            for (int y = std::max(0, dy); y < h + std::min(0, dy); ++y) {
                quint8* to = out.data() + std::ptrdiff_t(y) * w;
                const quint8* from = alpha.data() + std::ptrdiff_t(y - dy) * w - dx;
                for (int x = left; x < right; ++x)
                    to[x] = std::max(to[x], quint8(from[x] * weight >> 8));
            }
        }
    }
    return out;
}

// The picture with a halo under what is drawn on it.
QImage withHalo(const QImage& ink, const QColor& halo, double dpr) {
    const std::vector<quint8> shade = grown(ink, haloWidth / 2 * dpr);
    const QRgb colour = qPremultiply(halo.rgba());
    QImage out = ink;
    for (int y = 0; y < out.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(out.scanLine(y));
        for (int x = 0; x < out.width(); ++x) {
            const int under = shade[std::size_t(y) * std::size_t(out.width()) + std::size_t(x)];
            const int part = under * (255 - qAlpha(line[x])) / 255;
            const auto mix = [&](int over, int below) { return std::min(255, over + below * part / 255); };
            line[x] = qRgba(mix(qRed(line[x]), qRed(colour)), mix(qGreen(line[x]), qGreen(colour)),
                            mix(qBlue(line[x]), qBlue(colour)), mix(qAlpha(line[x]), qAlpha(colour)));
        }
    }
    return out;
}

// A stretch of a line by distance: where a letter stands, and which way the line runs there.
class Walk {
public:
    explicit Walk(QPolygonF line)
        : m_line(std::move(line)) {
        m_at.reserve(std::size_t(m_line.size()));
        double sum = 0;
        for (qsizetype i = 0; i < m_line.size(); ++i) {
            if (i > 0)
                sum += std::hypot(m_line[i].x() - m_line[i - 1].x(), m_line[i].y() - m_line[i - 1].y());
            m_at.push_back(sum);
        }
    }
    [[nodiscard]] double length() const { return m_at.back(); }
    [[nodiscard]] QPointF point(double distance) const {
        const auto above = std::ranges::upper_bound(m_at, distance);
        const auto i = std::clamp<std::ptrdiff_t>(above - m_at.begin(), 1, std::ptrdiff_t(m_at.size()) - 1);
        const double span = m_at[std::size_t(i)] - m_at[std::size_t(i - 1)];
        const double part = span <= 0 ? 0 : (distance - m_at[std::size_t(i - 1)]) / span;
        return m_line[i - 1] + (m_line[i] - m_line[i - 1]) * part;
    }
    // Direction of the chord that a letter of this width stands on, in degrees.
    [[nodiscard]] double angle(double distance, double width) const {
        const QPointF d = point(distance + width / 2) - point(distance - width / 2);
        return std::atan2(d.y(), d.x()) * 180 / M_PI;
    }

private:
    QPolygonF m_line;
    std::vector<double> m_at;
};

double turned(double from, double to) {
    return std::remainder(to - from, 360.0);
}

} // namespace

bool isCjk(const QString& text) {
    return std::ranges::any_of(text, [](QChar c) { return c.unicode() >= 0x2E80 && c.unicode() <= 0x9FFF; });
}

// No Latin letter in it: such a name may be written from top to bottom.
bool isCjkOnly(const QString& text) {
    return isCjk(text) &&
           std::ranges::none_of(text, [](QChar c) { return c.unicode() < 0x2E80 && c.isLetter(); });
}

QFont labelFont(const LabelFace& face) {
    QFont font;
    font.setFamilies(
        {u"Noto Sans CJK SC"_s, u"Noto Sans SC"_s, u"Source Han Sans SC"_s, u"Noto Sans"_s, u"sans-serif"_s});
    font.setPixelSize(std::max(6, int(std::lround(face.size))));
    font.setWeight(face.bold ? QFont::DemiBold : QFont::Medium);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (face.spaced)
        font.setLetterSpacing(QFont::AbsoluteSpacing, face.size * 0.14);
    return font;
}

std::vector<QRectF> pointBoxes(const LabelCandidate& c, TextMeasure& measure) {
    std::vector<QRectF> boxes;
    if (c.icon == LabelIcon::OneWay)
        return {QRectF(-arrowSize / 2, -arrowSize / 2, arrowSize, arrowSize)};
    if (c.icon != LabelIcon::None)
        boxes.emplace_back(-iconSize / 2, -iconSize / 2, iconSize, iconSize);
    QRectF text;
    for (const TextLine& line : layout(c, measure))
        text |= line.box;
    if (!text.isEmpty())
        boxes.push_back(c.face.plate.isValid() ? plateOf(text) : text);
    return boxes;
}

LabelSprite arrowSprite(const LabelFace& face, double angle, double dpr) {
    LabelSprite sprite;
    const double half = arrowSize / 2;
    sprite.boxes = {QRectF(-half, -half, arrowSize, arrowSize)};
    sprite.origin = {half, half};
    sprite.image = blank({arrowSize, arrowSize}, dpr);
    QPainter painter(&sprite.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(half, half);
    painter.rotate(angle);
    painter.setPen(QPen(face.colour, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(QPointF(-half + 1, 0), QPointF(half - 1.5, 0));
    painter.drawPolyline(QPolygonF({{half - 4.5, -half * 0.52}, {half - 1.5, 0}, {half - 4.5, half * 0.52}}));
    return sprite;
}

LabelSprite pointSprite(const LabelCandidate& c, double dpr, TextMeasure& measure) {
    const std::vector<TextLine> lines = layout(c, measure);
    LabelSprite sprite;
    sprite.boxes = pointBoxes(c, measure);
    QRectF all;
    for (const QRectF& box : sprite.boxes)
        all |= box;
    all.adjust(-haloWidth, -haloWidth, haloWidth, haloWidth);
    sprite.origin = {std::ceil(-all.left()), std::ceil(-all.top())};
    sprite.image = blank({all.width() + 2, all.height() + 2}, dpr);
    {
        QPainter painter(&sprite.image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.translate(sprite.origin);
        if (c.face.plate.isValid()) {
            painter.setPen(QPen(c.face.halo, 1));
            painter.setBrush(c.face.plate);
            painter.drawRoundedRect(sprite.boxes.back().adjusted(.5, .5, -.5, -.5), 3, 3);
        }
        painter.setPen(c.face.colour);
        for (const TextLine& line : lines) {
            painter.setFont(labelFont(line.face));
            painter.drawText(QPointF(line.box.left(), line.box.top() + line.ascent), line.text);
        }
    }
    if (!c.face.plate.isValid())
        sprite.image = withHalo(sprite.image, c.face.halo, dpr);
    if (c.icon != LabelIcon::None) {
        QPainter painter(&sprite.image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(sprite.origin);
        drawLabelIcon(painter, c.icon, {0, 0}, iconSize, c.face);
    }
    return sprite;
}

LineText placeAlong(const QString& text, const LabelFace& face, const QPolygonF& line, double along,
                    TextMeasure& measure) {
    const MeasuredText& measured = measure.measure(text, face);
    const double length = measured.width;
    QPolygonF way = line;
    Walk walk(way);
    const double margin = 4;
    if (line.size() < 2 || along - length / 2 < margin || along + length / 2 > walk.length() - margin)
        return {};
    const double chord = walk.angle(along, length);
    const bool downwards = isCjkOnly(text) && std::abs(std::abs(chord) - 90) < 90 - steep;
    if (downwards ? chord < 0 : std::abs(chord) > 90) { // read from the left, or from the top
        std::ranges::reverse(way);
        along = walk.length() - along;
        walk = Walk(way);
    }
    LineText out;
    double distance = along - length / 2;
    double before = 1000;
    double sum = 0;
    for (qsizetype i = 0; i < measured.letters.size(); ++i) {
        const double advance = measured.advances[std::size_t(i)];
        const double middle = distance + advance / 2;
        const double angle = walk.angle(middle, std::max(advance, face.size));
        const double turn = before > 999 ? 0 : turned(before, angle);
        sum += std::abs(turn);
        if (std::abs(turn) > sharpestTurn || sum > greatestTurn)
            return {};
        before = angle;
        const double shown = downwards ? angle - 90 : angle;
        const QPointF p = walk.point(middle);
        // The letter's middle stands on the line: half its advance back, a third of its height down.
        const QPointF corner = QTransform().rotate(shown).map(QPointF(-advance / 2, face.size * 0.36));
        out.letters.push_back({measured.letters[i], p + corner, shown});
        const double half = std::max(advance, face.size) * 0.55;
        out.boxes.emplace_back(p.x() - half, p.y() - half, 2 * half, 2 * half);
        distance += downwards ? std::max(advance, face.size * 1.02) : advance;
    }
    return out;
}

LineText placeStreet(const LabelCandidate& c, const QPolygonF& line, double along, TextMeasure& measure) {
    if (!c.second.isEmpty()) {
        LineText both = placeAlong(c.text + u"  "_s + c.second, c.face, line, along, measure);
        const bool upright = std::ranges::any_of(both.letters, [](const LetterPlace& l) {
            return std::abs(std::abs(turned(0, l.angle)) - 90) < 90 - steep;
        });
        if (!both.letters.empty() && !upright)
            return both;
    }
    return placeAlong(c.text, c.face, line, along, measure);
}

LabelSprite lineSprite(const LineText& text, const LabelFace& face, double dpr) {
    LabelSprite sprite;
    sprite.boxes = text.boxes;
    const QFont font = labelFont(face);
    QPainterPath path;
    for (const LetterPlace& l : text.letters) {
        QPainterPath letter;
        letter.addText(0, 0, font, l.letter);
        QTransform transform;
        transform.translate(l.at.x(), l.at.y());
        transform.rotate(l.angle);
        path.addPath(transform.map(letter));
    }
    path.setFillRule(Qt::WindingFill);
    const QRectF all = path.boundingRect().adjusted(-haloWidth, -haloWidth, haloWidth, haloWidth);
    sprite.origin = {std::ceil(-all.left()), std::ceil(-all.top())};
    sprite.image = blank({all.width() + 2, all.height() + 2}, dpr);
    {
        QPainter painter(&sprite.image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(sprite.origin);
        painter.fillPath(path, face.colour);
    }
    sprite.image = withHalo(sprite.image, face.halo, dpr);
    return sprite;
}

} // namespace tridesk::ui
