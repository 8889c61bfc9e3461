// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/label_text.h"

#include "ui/map/label_icons.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QTransform>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::ui {
namespace {

constexpr double haloWidth = 2.6;
constexpr double iconSize = 15;
constexpr double secondScale = 0.86;
constexpr double sharpestTurn = 32;  // degrees between two letters
constexpr double greatestTurn = 100; // over the whole name
constexpr double steep = 50;         // degrees, from where Chinese is written downwards

QStringList letters(const QString& text) {
    QStringList out;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0;
    while (finder.toNextBoundary() != -1) {
        out << text.mid(from, finder.position() - from);
        from = finder.position();
    }
    return out;
}

// Breaks into lines of about equal length: at spaces, or anywhere in Chinese.
QStringList wrapped(const QString& text, const QFontMetricsF& metrics, double limit) {
    const double width = metrics.horizontalAdvance(text);
    if (width <= limit)
        return {text};
    const double goal = width / std::ceil(width / limit);
    const bool anywhere = isCjk(text);
    QStringList lines;
    QString line;
    for (const QString& piece : anywhere ? letters(text) : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() || anywhere ? line + piece : line + u' ' + piece;
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > goal * 1.15) {
            lines << line;
            line = piece;
        } else {
            line = longer;
        }
    }
    lines << line;
    return lines.mid(0, 3);
}

struct TextLine {
    QString text;
    QFont font;
    QRectF box; // from the anchor
    double ascent = 0;
};

void addBlock(std::vector<TextLine>& out, double& top, const QString& text, const LabelFace& face,
              double scale) {
    LabelFace scaled = face;
    scaled.size *= scale;
    const QFont font = labelFont(scaled);
    const QFontMetricsF metrics(font);
    const double height = scaled.size * 1.18;
    for (const QString& line : wrapped(text, metrics, scaled.size * (isCjk(text) ? 7.5 : 9.5))) {
        const double width = metrics.horizontalAdvance(line);
        out.push_back({line, font, QRectF(-width / 2, top, width, height), scaled.size * 0.95});
        top += height;
    }
}

std::vector<TextLine> layout(const LabelCandidate& c) {
    std::vector<TextLine> lines;
    double top = c.icon == LabelIcon::None ? 0 : iconSize / 2 + 1;
    addBlock(lines, top, c.text, c.face, 1);
    if (!c.second.isEmpty())
        addBlock(lines, top, c.second, c.face, secondScale);
    if (c.icon == LabelIcon::None) {
        for (TextLine& line : lines)
            line.box.translate(0, -top / 2);
    }
    return lines;
}

QImage blank(QSizeF size, double dpr) {
    QImage image(int(std::ceil(size.width() * dpr)), int(std::ceil(size.height() * dpr)),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(dpr);
    image.fill(Qt::transparent);
    return image;
}

QPen haloPen(const LabelFace& face) {
    return QPen(face.halo, haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
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

std::vector<QRectF> pointBoxes(const LabelCandidate& c) {
    std::vector<QRectF> boxes;
    if (c.icon != LabelIcon::None)
        boxes.emplace_back(-iconSize / 2, -iconSize / 2, iconSize, iconSize);
    QRectF text;
    for (const TextLine& line : layout(c))
        text |= line.box;
    if (!text.isEmpty())
        boxes.push_back(text);
    return boxes;
}

LabelSprite pointSprite(const LabelCandidate& c, double dpr) {
    const std::vector<TextLine> lines = layout(c);
    LabelSprite sprite;
    sprite.boxes = pointBoxes(c);
    QRectF all;
    for (const QRectF& box : sprite.boxes)
        all |= box;
    all.adjust(-haloWidth, -haloWidth, haloWidth, haloWidth);
    sprite.origin = {std::ceil(-all.left()), std::ceil(-all.top())};
    sprite.image = blank({all.width() + 2, all.height() + 2}, dpr);
    QPainter painter(&sprite.image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(sprite.origin);
    QPainterPath path;
    for (const TextLine& line : lines)
        path.addText(line.box.left(), line.box.top() + line.ascent, line.font, line.text);
    painter.strokePath(path, haloPen(c.face));
    painter.setPen(c.face.colour);
    for (const TextLine& line : lines) {
        painter.setFont(line.font);
        painter.drawText(QPointF(line.box.left(), line.box.top() + line.ascent), line.text);
    }
    if (c.icon != LabelIcon::None)
        drawLabelIcon(painter, c.icon, {0, 0}, iconSize, c.face);
    return sprite;
}

LineText placeAlong(const QString& text, const LabelFace& face, const QPolygonF& line, double along) {
    const QFontMetricsF metrics(labelFont(face));
    const double length = metrics.horizontalAdvance(text);
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
    for (const QString& letter : letters(text)) {
        const double advance = metrics.horizontalAdvance(letter);
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
        out.letters.push_back({letter, p + corner, shown});
        const double half = std::max(advance, face.size) * 0.55;
        out.boxes.emplace_back(p.x() - half, p.y() - half, 2 * half, 2 * half);
        distance += downwards ? std::max(advance, face.size * 1.02) : advance;
    }
    return out;
}

LineText placeStreet(const LabelCandidate& c, const QPolygonF& line, double along) {
    if (!c.second.isEmpty()) {
        LineText both = placeAlong(c.text + u"  "_s + c.second, c.face, line, along);
        const bool upright = std::ranges::any_of(both.letters, [](const LetterPlace& l) {
            return std::abs(std::abs(turned(0, l.angle)) - 90) < 90 - steep;
        });
        if (!both.letters.empty() && !upright)
            return both;
    }
    return placeAlong(c.text, c.face, line, along);
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
    const QRectF all = path.boundingRect().adjusted(-haloWidth, -haloWidth, haloWidth, haloWidth);
    sprite.origin = {std::ceil(-all.left()), std::ceil(-all.top())};
    sprite.image = blank({all.width() + 2, all.height() + 2}, dpr);
    QPainter painter(&sprite.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(sprite.origin);
    painter.strokePath(path, haloPen(face));
    path.setFillRule(Qt::WindingFill);
    painter.fillPath(path, face.colour);
    return sprite;
}

} // namespace tridesk::ui
