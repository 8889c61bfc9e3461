// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/video/tile_face.h"

#include "ui/text/times.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr int edge = 2;         ///< of a tile, in which focus and emergency are drawn
constexpr int hatch = 9;        ///< width of the edge of what is not live
constexpr double mostScale = 2; ///< a picture is enlarged no further: beyond that its points are seen

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tridesk::TileFace)
};

QColor inkOf(const TileFace& face, const Theme& theme) {
    switch (face.trust) {
    case Trust::Live:
        return theme.good;
    case Trust::Late:
    case Trust::Frozen:
        return theme.warning;
    case Trust::None:
    case Trust::Still:
        return theme.dim;
    }
    return theme.dim;
}

QString ageText(const TileFace& face) {
    if (!face.age)
        return {};
    return *face.age < 1s ? Words::tr("< 1 s", "age of a picture") : text::age(*face.age);
}

/// As large as it came, or as fits; never stretched out of shape.
QRectF placed(const QImage& picture, const QRect& room, double dpr) {
    const QSizeF own = QSizeF(picture.size()) / dpr;
    const double scale = std::min({room.width() / own.width(), room.height() / own.height(), mostScale});
    const QSizeF size = scale > 0.99 && scale < 1.01 ? own : own * scale;
    return {room.x() + std::floor((room.width() - size.width()) / 2),
            room.y() + std::floor((room.height() - size.height()) / 2), size.width(), size.height()};
}

void paintPicture(QPainter& painter, const TileFace& face, const QRectF& at, const Theme& theme) {
    painter.save();
    const QSizeF own = QSizeF(face.picture.size()) / painter.device()->devicePixelRatioF();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, own != at.size());
    if (face.trust != Trust::Live) {
        painter.fillRect(at, theme.window);
        painter.setOpacity(face.trust == Trust::Still ? 0.6 : 0.4);
    }
    painter.drawImage(at, face.picture);
    painter.restore();
}

/// A band of slanting strokes around what is not live.
void paintHatch(QPainter& painter, const QRectF& at, const QColor& ink) {
    painter.save();
    QPainterPath band;
    band.addRect(at);
    band.addRect(at.adjusted(hatch, hatch, -hatch, -hatch));
    painter.setClipPath(band);
    QColor ground = ink;
    ground.setAlphaF(0.25F);
    painter.fillRect(at, ground);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 3));
    for (double x = at.left() - at.height(); x < at.right(); x += 12)
        painter.drawLine(QPointF(x, at.bottom()), QPointF(x + at.height(), at.top()));
    painter.restore();
}

QFont scaled(const QFont& font, double by, bool bold) {
    QFont larger = font;
    larger.setPointSizeF(font.pointSizeF() * by);
    larger.setBold(bold);
    return larger;
}

/// The word and what explains it, on a plate of their own in the middle.
void paintPlate(QPainter& painter, const TileFace& face, const QRect& room, const Theme& theme,
                const QFont& font) {
    const QString age = ageText(face);
    const QString head = face.word + (age.isEmpty() || face.trust == Trust::None ? QString() : u"  "_s + age);
    const QFont large = scaled(font, room.width() < 200 ? 1.1 : 1.5, true);
    const int most = std::max(20, room.width() - 2 * hatch - 12);
    const QFontMetrics headMetrics(large);
    const QFontMetrics metrics(font);
    const QRect headBox =
        headMetrics.boundingRect(QRect(0, 0, most, 1000), Qt::TextWordWrap | Qt::AlignHCenter, head);
    const QRect textBox =
        face.reason.isEmpty()
            ? QRect()
            : metrics.boundingRect(QRect(0, 0, most, 1000), Qt::TextWordWrap | Qt::AlignHCenter, face.reason);
    // in a small tile the word counts, what explains it is told when the tile is pointed at
    const bool tells = !textBox.isNull() && headBox.height() + textBox.height() + 14 <= room.height();
    const QSize size(std::max(headBox.width(), tells ? textBox.width() : 0) + 16,
                     headBox.height() + (tells ? textBox.height() + 2 : 0) + 8);
    QRect plate(QPoint(), size);
    plate.moveCenter(room.center());
    plate = plate.intersected(room);
    QColor ground = theme.panel;
    ground.setAlphaF(0.88F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(face.picture.isNull() ? QColor(Qt::transparent) : ground);
    painter.drawRoundedRect(plate, 4, 4);
    painter.setFont(large);
    painter.setPen(inkOf(face, theme));
    painter.drawText(QRect(plate.x() + 8, plate.y() + 4, plate.width() - 16, headBox.height()),
                     Qt::TextWordWrap | Qt::AlignHCenter, head);
    if (!tells)
        return;
    painter.setFont(font);
    painter.setPen(theme.text);
    painter.drawText(
        QRect(plate.x() + 8, plate.y() + 6 + headBox.height(), plate.width() - 16, textBox.height()),
        Qt::TextWordWrap | Qt::AlignHCenter, face.reason);
}

void paintFoot(QPainter& painter, const TileFace& face, const QRect& foot, const Theme& theme,
               const QFont& font) {
    painter.fillRect(foot, face.emergency ? theme.alarm : theme.raised);
    const QColor ink = face.emergency ? theme.onAlarm : theme.text;
    const QFontMetrics metrics(font);
    QFont bold = font;
    bold.setBold(true);
    const QFontMetrics boldMetrics(bold);
    constexpr int gap = 6;
    int left = foot.left() + gap;
    int right = foot.right() - gap;
    const auto write = [&](const QString& text, const QColor& colour, const QFont& in, int at) {
        painter.setFont(in);
        painter.setPen(colour);
        painter.drawText(QRect(at, foot.top(), foot.right() - at, foot.height()),
                         Qt::AlignVCenter | Qt::TextSingleLine, text);
    };
    const QString state = signOf(face) + u' ' + face.word;
    write(state, face.emergency ? ink : inkOf(face, theme), bold, left);
    left += boldMetrics.horizontalAdvance(state) + gap;
    // what has no room goes: the clock before the age, both before the name
    const int nameNeeds =
        std::min(boldMetrics.horizontalAdvance(face.name), boldMetrics.averageCharWidth() * 8);
    for (const QString& text : {ageText(face), face.clock}) {
        const int width = metrics.horizontalAdvance(text);
        if (text.isEmpty() || right - width - gap < left + nameNeeds)
            continue;
        right -= width;
        write(text, face.emergency ? ink : theme.dim, font, right);
        right -= gap;
    }
    const QString name = (face.heard ? u"♪ "_s : QString()) + (face.pinned ? u"⚲ "_s : QString()) + face.name;
    write(boldMetrics.elidedText(name, Qt::ElideRight, std::max(0, right - left)), ink, bold, left);
}

void paintEmpty(QPainter& painter, const QRect& tile, const TileFace& face, const Theme& theme,
                const QFont& font) {
    QPen dashed(theme.line, 1, Qt::DashLine);
    painter.setPen(dashed);
    painter.drawRect(tile.adjusted(4, 4, -5, -5));
    painter.setPen(theme.dim);
    painter.setFont(font);
    painter.drawText(tile.adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, face.hint);
}

} // namespace

QString TileFace::spoken() const {
    if (isEmpty())
        return hint;
    const QString seen = emergency
                             ? Words::tr("%1, emergency, %2", "whose picture, its state").arg(name, word)
                             : Words::tr("%1, %2", "whose picture, its state").arg(name, word);
    return heard ? Words::tr("%1, sound on", "whose picture and its state").arg(seen) : seen;
}

QString signOf(const TileFace& face) {
    switch (face.trust) {
    case Trust::Live:
        return u"●"_s;
    case Trust::Late:
        return u"◐"_s;
    case Trust::Frozen:
        return u"✱"_s;
    case Trust::Still:
        return u"❚❚"_s;
    case Trust::None:
        return face.state == FeedState::Connecting ? u"…"_s : u"○"_s;
    }
    return {};
}

int footHeight(const QFontMetrics& metrics) {
    return metrics.height() + 4;
}

QRect pictureRoom(const QRect& tile, const QFontMetrics& metrics) {
    return tile.adjusted(edge, edge, -edge, -edge - footHeight(metrics));
}

void paintTile(QPainter& painter, const QRect& tile, const TileFace& face, const Theme& theme,
               const QFont& font) {
    painter.fillRect(tile, mix(theme.window, theme.panel, 0.5));
    if (face.isEmpty()) {
        paintEmpty(painter, tile, face, theme, font);
    } else {
        const QFontMetrics metrics(font);
        const QRect room = pictureRoom(tile, metrics);
        painter.setClipRect(tile);
        if (!face.picture.isNull()) {
            const QRectF at = placed(face.picture, room, painter.device()->devicePixelRatioF());
            paintPicture(painter, face, at, theme);
            if (face.trust != Trust::Live)
                paintHatch(painter, at, inkOf(face, theme));
        }
        if (face.trust != Trust::Live)
            paintPlate(painter, face, room, theme, font);
        painter.setRenderHint(QPainter::Antialiasing, false);
        paintFoot(painter, face,
                  QRect(tile.x() + edge, room.bottom() + 1, tile.width() - 2 * edge, footHeight(metrics)),
                  theme, font);
    }
    if (!face.focused && !face.emergency)
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(face.emergency ? theme.alarm : theme.accent, edge));
    painter.drawRect(tile.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2));
    if (face.focused && face.emergency) { // the alarm's edge stays, and where the keys go is seen too
        painter.setPen(QPen(theme.accent, edge));
        painter.drawRect(tile.adjusted(edge * 2, edge * 2, -edge * 2, -edge * 2));
    }
}

} // namespace tridesk
