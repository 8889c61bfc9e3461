// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/label.h"
#include "ui/map/text_measure.h"

#include <QFont>
#include <QPainterPath>

namespace tridesk::ui {

[[nodiscard]] QFont labelFont(const LabelFace& face);
[[nodiscard]] bool isCjk(const QString& text);
[[nodiscard]] bool isCjkOnly(const QString& text);

// A label drawn into a picture of its own. Logical pixels; `origin` is where its anchor lies in the picture.
struct LabelSprite {
    QImage image;
    QPointF origin;
    std::vector<QRectF> boxes; // what it covers, from the anchor
};

// A point's label: an icon with the text under it, or the text alone centred on the point.
[[nodiscard]] LabelSprite pointSprite(const LabelCandidate& candidate, double dpr, TextMeasure& measure);
// Its boxes alone, without drawing: cheap, for collision.
[[nodiscard]] std::vector<QRectF> pointBoxes(const LabelCandidate& candidate, TextMeasure& measure);
// The arrow of a one-way street; `angle` is the way on the screen, in degrees clockwise from the right.
[[nodiscard]] LabelSprite arrowSprite(const LabelFace& face, double angle, double dpr);

// Where each letter of a street's name stands, from the anchor, in logical pixels; empty where the street is
// too short or bends too sharply. Chinese on a steep street is written upright from top to bottom, as it is
// on paper maps.
struct LetterPlace {
    QString letter;
    QPointF at;       // baseline, left end of the letter
    double angle = 0; // degrees
};
struct LineText {
    std::vector<LetterPlace> letters;
    std::vector<QRectF> boxes;
};
// `line` in logical pixels relative to the anchor; `along` the anchor's distance along it.
[[nodiscard]] LineText placeAlong(const QString& text, const LabelFace& face, const QPolygonF& line,
                                  double along, TextMeasure& measure);
// A street's name in both languages where it has room; in the first alone on a steep street or a short one.
[[nodiscard]] LineText placeStreet(const LabelCandidate& candidate, const QPolygonF& line, double along,
                                   TextMeasure& measure);
[[nodiscard]] LabelSprite lineSprite(const LineText& text, const LabelFace& face, double dpr);

} // namespace tridesk::ui
