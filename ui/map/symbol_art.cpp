// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/symbol_art.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::ui {
namespace {

constexpr double bodyRadius = 10;
constexpr double smallRadius = 5.5;
constexpr double pinRadius = 10.5;
constexpr double pinHeight = 28;
constexpr double asideOpacity = 0.34; // there, and no more than that

QPainterPath polyline(std::initializer_list<QPointF> points, bool closed = false) {
    QPainterPath p;
    p.addPolygon(QPolygonF(QList<QPointF>(points)));
    if (closed)
        p.closeSubpath();
    return p;
}

// What kind of unit: outlines on a square from −1 to 1, filled.
QPainterPath kindPath(UnitGlyph kind) {
    QPainterPath p;
    switch (kind) {
    case UnitGlyph::Car:
        p.addRoundedRect(QRectF(-.42, -.78, .84, 1.56), .26, .26);
        p.addRoundedRect(QRectF(-.3, -.34, .6, .3), .1, .1);
        p.addRoundedRect(QRectF(-.3, .3, .6, .22), .1, .1);
        break;
    case UnitGlyph::Van:
        p.addRoundedRect(QRectF(-.52, -.82, 1.04, 1.64), .16, .16);
        p.addRect(QRectF(-.38, -.58, .76, .28));
        break;
    case UnitGlyph::Motorcycle: // from the side: only so is it told from a car
        for (const double x : {-.56, .56}) {
            p.addEllipse(QPointF(x, .34), .36, .36);
            p.addEllipse(QPointF(x, .34), .16, .16);
        }
        p.addPath(polyline({{-.56, .3},
                            {-.3, -.2},
                            {.2, -.2},
                            {.4, -.56},
                            {.66, -.56},
                            {.66, -.42},
                            {.5, -.42},
                            {.36, -.1},
                            {.5, .3},
                            {.1, .36},
                            {-.2, .36}},
                           true));
        break;
    case UnitGlyph::Foot:
        p.addEllipse(QPointF(0, -.5), .29, .29);
        p.addRoundedRect(QRectF(-.48, -.1, .96, .86), .4, .4);
        break;
    case UnitGlyph::Dog:
        p = polyline({{-.7, -.1},
                      {-.45, -.55},
                      {-.2, -.2},
                      {.45, -.2},
                      {.75, -.5},
                      {.68, .1},
                      {.6, .65},
                      {.38, .65},
                      {.3, .2},
                      {-.3, .2},
                      {-.36, .65},
                      {-.58, .65},
                      {-.55, .15}},
                     true);
        break;
    case UnitGlyph::Boat:
        p = polyline({{-.8, .15}, {.8, .15}, {.5, .65}, {-.5, .65}}, true);
        p.addPath(polyline({{-.05, -.75}, {.55, .02}, {-.05, .02}}, true));
        break;
    case UnitGlyph::Auxiliary:
        p = polyline({{0, -.78}, {.72, 0}, {0, .78}, {-.72, 0}}, true);
        break;
    case UnitGlyph::Drone:
        for (const QPointF at : {QPointF(-.5, -.5), QPointF(.5, -.5), QPointF(-.5, .5), QPointF(.5, .5)})
            p.addEllipse(at, .27, .27);
        p.addRect(QRectF(-.2, -.2, .4, .4));
        break;
    }
    return p;
}

// What it is doing: strokes on a square from −1 to 1.
QPainterPath statePath(SymbolState state) {
    QPainterPath p;
    switch (state) {
    case SymbolState::Off:
        p = polyline({{-.5, -.5}, {.5, .5}});
        break;
    case SymbolState::Available:
        p = polyline({{-.6, .05}, {-.15, .5}, {.6, -.45}});
        break; // tick
    case SymbolState::AtStation:
        p = polyline({{-.6, 0}, {0, -.6}, {.6, 0}, {.6, .55}, {-.6, .55}, {-.6, 0}});
        break;
    case SymbolState::Reserved:
        p = polyline({{-.2, -.55}, {-.2, .55}});
        p.addPath(polyline({{.25, -.55}, {.25, .55}}));
        break;
    case SymbolState::Dispatched:
        p.addEllipse(QPointF(0, 0), .5, .5);
        break; // open: not signed
    case SymbolState::Signed:
        p.addEllipse(QPointF(0, 0), .55, .55);
        p.addPath(polyline({{-.2, .02}, {-.04, .2}, {.25, -.18}}));
        break;
    case SymbolState::EnRoute:
        p = polyline({{-.5, -.55}, {0, 0}, {-.5, .55}});
        p.addPath(polyline({{.05, -.55}, {.55, 0}, {.05, .55}}));
        break;
    case SymbolState::OnScene:
        p = polyline({{0, .65}, {-.45, -.1}, {0, -.6}, {.45, -.1}, {0, .65}});
        break;
    case SymbolState::Divertable:
        p = polyline({{-.55, .25}, {.1, -.3}, {.55, -.3}, {.3, -.6}});
        p.addPath(polyline({{.55, -.3}, {.3, .05}}));
        break;
    case SymbolState::Committed:
        p.addRect(QRectF(-.45, -.45, .9, .9));
        break;
    case SymbolState::Transport:
        p = polyline({{-.6, 0}, {.5, 0}, {.1, -.45}});
        p.addPath(polyline({{.5, 0}, {.1, .45}}));
        break;
    case SymbolState::Reporting:
        p = polyline({{-.55, -.4}, {.55, -.4}});
        p.addPath(polyline({{-.55, 0}, {.55, 0}}));
        p.addPath(polyline({{-.55, .4}, {.1, .4}}));
        break;
    case SymbolState::OutOfService:
        p = polyline({{-.5, -.5}, {.5, .5}});
        p.addPath(polyline({{.5, -.5}, {-.5, .5}}));
        break;
    case SymbolState::Emergency:
        p = polyline({{0, -.7}, {0, .2}});
        p.addEllipse(QPointF(0, .62), .05, .05);
        break;
    }
    return p;
}

QTransform placed(double x, double y, double scale) {
    QTransform t;
    t.translate(x, y);
    t.scale(scale, scale);
    return t;
}

QColor faded(QColor colour, int fade) {
    const float saturation[] = {1.0F, 0.55F, 0.0F};
    colour.setHslF(colour.hslHueF() < 0 ? 0 : colour.hslHueF(), colour.hslSaturationF() * saturation[fade],
                   colour.lightnessF());
    return colour;
}

// The beak that shows where a unit heads.
void drawBeak(QPainter& painter, int step, double radius, const QColor& colour, const QColor& edge) {
    painter.save();
    painter.rotate(step * 360.0 / headingSteps);
    const QPainterPath beak =
        polyline({{-radius * .7, -radius * .7}, {0, -radius * 1.6}, {radius * .7, -radius * .7}}, true);
    painter.strokePath(beak, QPen(edge, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(beak, colour);
    painter.restore();
}

void drawBadge(QPainter& painter, SymbolState state, const QColor& colour, const QColor& edge) {
    const QPointF at(8.2, 8.2);
    painter.setPen(QPen(colour, 1.1));
    painter.setBrush(edge);
    painter.drawEllipse(at, 4.9, 4.9);
    painter.strokePath(placed(at.x(), at.y(), 4).map(statePath(state)),
                       QPen(colour, 1.35, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

QFont plateFont() {
    QFont font;
    font.setFamilies({u"Noto Sans CJK SC"_s, u"Noto Sans SC"_s, u"Noto Sans"_s, u"sans-serif"_s});
    font.setPixelSize(11);
    font.setWeight(QFont::DemiBold);
    return font;
}

QPainterPath pinPath(double r, double height) {
    QPainterPath p;
    const double cy = -(height - r);
    p.moveTo(0, 0);
    p.cubicTo(-r * .25, -r * .75, -r, cy + r * .85, -r, cy);
    p.arcTo(QRectF(-r, cy - r, 2 * r, 2 * r), 180, -180);
    p.cubicTo(r, cy + r * .85, r * .25, -r * .75, 0, 0);
    p.closeSubpath();
    return p;
}

} // namespace

QRectF unitExtent(const UnitLook& look) {
    const double r = look.small ? smallRadius : bodyRadius;
    double out = r + 1.5;
    if (look.headingStep >= 0)
        out = r * 1.6 + 1.5;
    if (look.overdue || look.state == SymbolState::Emergency)
        out = std::max(out, r + 5);
    QRectF extent(-out, -out, 2 * out, 2 * out);
    if (!look.small)
        extent |= QRectF(0, 0, 14, 14);
    return extent;
}

void drawUnit(QPainter& painter, const UnitLook& look, const MapStyle& style) {
    const double r = look.small ? smallRadius : bodyRadius;
    const QColor colour =
        faded(look.state == SymbolState::Emergency ? style.alarm : style.stateColour(look.state), look.fade);
    const QColor edge = style.symbolEdge;
    painter.setOpacity(look.aside ? asideOpacity : look.fade == 2 ? 0.72 : 1);
    if (look.overdue || look.state == SymbolState::Emergency) {
        painter.setPen(QPen(style.alarm, 2.2));
        painter.setBrush(Qt::NoBrush);
        if (!look.flash)
            painter.drawEllipse(QPointF(0, 0), r + 3, r + 3);
    }
    if (look.headingStep >= 0)
        drawBeak(painter, look.headingStep, r, colour, edge);
    painter.setPen(QPen(edge, look.small ? 1.2 : 1.8));
    painter.setBrush(look.guessed ? edge : colour);
    painter.drawEllipse(QPointF(0, 0), r, r);
    if (look.guessed) {
        QPen broken(colour, look.small ? 1.4 : 2.2);
        broken.setDashPattern({1.6, 1.2});
        painter.setPen(broken);
        painter.drawEllipse(QPointF(0, 0), r - 1, r - 1);
    }
    const QColor plain = style.dark ? QColor(0x0d, 0x13, 0x1b) : QColor(Qt::white);
    const QColor glyph = look.guessed ? colour : plain;
    if (look.small) {
        painter.strokePath(placed(0, 0, r * 0.55).map(statePath(look.state)),
                           QPen(glyph, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        return;
    }
    painter.fillPath(placed(0, 0, r * 0.72).map(kindPath(look.kind)), glyph);
    drawBadge(painter, look.state, colour, edge);
}

double clusterRadius(int count) {
    return count < 10 ? 13 : count < 100 ? 16 : 20;
}

void drawCluster(QPainter& painter, int count, SymbolState strongest, const MapStyle& style) {
    const double r = clusterRadius(count);
    const QColor colour = style.stateColour(strongest);
    painter.setPen(QPen(style.symbolEdge, 1.2));
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(0, 0), r + 1, r + 1);
    painter.setPen(Qt::NoPen);
    QColor plate = style.symbolPlate;
    plate.setAlpha(255);
    painter.setBrush(plate);
    painter.drawEllipse(QPointF(0, 0), r - 3, r - 3);
    painter.strokePath(placed(0, r * 0.42, r * 0.26).map(statePath(strongest)),
                       QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setFont(plateFont());
    painter.setPen(style.symbolText);
    painter.drawText(QRectF(-r, -r * 0.85, 2 * r, r * 1.1), Qt::AlignCenter, QString::number(count));
}

QRectF incidentExtent(bool major) {
    const double grow = major ? 8 : 5;
    return QRectF(-pinRadius - grow, -pinHeight - grow, 2 * (pinRadius + grow), pinHeight + 2 * grow);
}

QPointF incidentHead() {
    return {0, -(pinHeight - pinRadius)};
}

void drawIncident(QPainter& painter, const IncidentSymbol& symbol, const MapStyle& style, bool flash) {
    const QPointF head = incidentHead();
    if (symbol.aside)
        painter.setOpacity(asideOpacity);
    if (symbol.dimmed) {
        painter.setPen(QPen(style.symbolEdge, 1.4));
        painter.setBrush(style.levelColour(4));
        painter.drawEllipse(QPointF(0, 0), 5, 5);
        return;
    }
    const QColor level =
        symbol.stage == IncidentStage::Closed ? style.levels[0] : style.levelColour(symbol.level);
    if (symbol.major || symbol.overdue) {
        painter.setPen(QPen(symbol.overdue ? style.alarm : level, 2.4));
        painter.setBrush(Qt::NoBrush);
        if (!symbol.overdue || !flash)
            painter.drawEllipse(head, pinRadius + 3.4, pinRadius + 3.4);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 46));
    painter.drawEllipse(QPointF(0, 0), 4.5, 1.9);
    const QPainterPath pin = pinPath(pinRadius, pinHeight);
    const bool pending = symbol.stage == IncidentStage::Pending;
    // Waiting: full of its colour. Being dealt with: a coloured rim around a pale heart.
    painter.setPen(QPen(style.symbolEdge, 1.6));
    painter.setBrush(symbol.overdue && flash ? style.alarm : level);
    painter.drawPath(pin);
    if (!pending) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.symbolEdge);
        painter.drawEllipse(head, pinRadius - 3.2, pinRadius - 3.2);
    }
    QFont font = plateFont();
    font.setPixelSize(12);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(pending ? (style.dark ? QColor(0x0d, 0x13, 0x1b) : QColor(Qt::white)) : level);
    const QString sign = symbol.stage == IncidentStage::Closed ? u"✓"_s : QString::number(symbol.level);
    painter.drawText(QRectF(head.x() - 9, head.y() - 9, 18, 18), Qt::AlignCenter, sign);
}

QRectF cameraExtent(bool small, bool looks) {
    const double r = small ? 4 : looks ? 30 : 9;
    return QRectF(-r, -r, 2 * r, 2 * r);
}

void drawCamera(QPainter& painter, const CameraSymbol& symbol, const MapStyle& style, bool small) {
    const QColor colour = symbol.online ? style.camera : style.cameraOff;
    if (small) {
        painter.setPen(QPen(style.symbolEdge, 1));
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(0, 0), 2.8, 2.8);
        return;
    }
    if (symbol.heading >= 0 && symbol.online) {
        QColor wedge = colour;
        wedge.setAlpha(46);
        painter.setPen(Qt::NoPen);
        painter.setBrush(wedge);
        const double from = 90 - double(symbol.heading) + 27;
        painter.drawPie(QRectF(-28, -28, 56, 56), int(from * 16), -54 * 16);
    }
    painter.setPen(QPen(style.symbolEdge, 1.2));
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(-7.5, -7.5, 15, 15), 3.5, 3.5);
    const QColor glyph = style.symbolEdge;
    painter.setPen(Qt::NoPen);
    painter.setBrush(glyph);
    painter.drawRoundedRect(QRectF(-5, -3, 6.4, 6), 1.2, 1.2);
    painter.drawPath(polyline({{2, -.6}, {5, -2.8}, {5, 2.8}, {2, .6}}, true));
    if (!symbol.online)
        painter.strokePath(polyline({{-6, 6}, {6, -6}}), QPen(glyph, 1.5));
}

QRectF stationExtent(bool bureau) {
    const double r = bureau ? 15 : 13;
    return QRectF(-r, -r, 2 * r, 2 * r);
}

void drawStation(QPainter& painter, bool bureau, const MapStyle& style) {
    const double s = bureau ? 13 : 11;
    QPainterPath shield;
    shield.moveTo(0, -s);
    shield.cubicTo(s * .35, -s * .72, s * .7, -s * .66, s * .86, -s * .66);
    shield.cubicTo(s * .92, s * .2, s * .5, s * .75, 0, s);
    shield.cubicTo(-s * .5, s * .75, -s * .92, s * .2, -s * .86, -s * .66);
    shield.cubicTo(-s * .7, -s * .66, -s * .35, -s * .72, 0, -s);
    painter.setPen(QPen(style.symbolEdge, 1.8));
    painter.setBrush(style.station);
    painter.drawPath(shield);
    QPainterPath star;
    for (int i = 0; i < 10; ++i) {
        const double r = s * (i % 2 == 0 ? .52 : .21);
        const double a = (i * 36 - 90) * M_PI / 180;
        const QPointF p(r * std::cos(a), r * std::sin(a) - s * .06);
        i == 0 ? star.moveTo(p) : star.lineTo(p);
    }
    star.closeSubpath();
    painter.fillPath(star, style.symbolEdge);
}

namespace {

// Widths of the letters of a plate. Asked for every unit in every frame, and shaping a text costs a hundred
// times as much; a plate need not be exact.
class PlateWidths {
public:
    PlateWidths() {
        const QFontMetricsF metrics(plateFont());
        for (int c = 0; c < int(m_ascii.size()); ++c)
            m_ascii[std::size_t(c)] = metrics.horizontalAdvance(QChar(c));
        m_wide = metrics.horizontalAdvance(QChar(0x8B66));
    }
    [[nodiscard]] double of(const QString& text) const {
        double sum = 0;
        for (const QChar c : text)
            sum += c.unicode() < m_ascii.size() ? m_ascii[c.unicode()] : m_wide;
        return sum;
    }

private:
    std::array<double, 128> m_ascii{};
    double m_wide = 0;
};

} // namespace

QRectF plateExtent(const QString& text) {
    static const PlateWidths widths;
    return QRectF(0, -8, std::ceil(widths.of(text)) + 8, 16);
}

void drawPlate(QPainter& painter, const QString& text, const MapStyle& style, const QColor& edge) {
    const QRectF plate = plateExtent(text);
    painter.setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
    painter.setBrush(style.symbolPlate);
    painter.drawRoundedRect(plate.adjusted(.5, .5, -.5, -.5), 3.5, 3.5);
    painter.setFont(plateFont());
    painter.setPen(style.symbolText);
    painter.drawText(plate, Qt::AlignCenter, text);
}

void drawHalo(QPainter& painter, QPointF at, double radius, const QColor& colour) {
    QColor soft = colour;
    soft.setAlpha(60);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(soft, 6));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(colour, 2));
    painter.drawEllipse(at, radius, radius);
}

} // namespace tridesk::ui
