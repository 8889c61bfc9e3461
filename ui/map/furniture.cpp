// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/furniture.h"

#include "ui/map/map_view.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::ui {
namespace {

constexpr double margin = 12;
constexpr double widestBar = 130;

QFont furnitureFont(int pixels) {
    QFont font;
    font.setFamilies({u"Noto Sans CJK SC"_s, u"Noto Sans SC"_s, u"Noto Sans"_s, u"sans-serif"_s});
    font.setPixelSize(pixels);
    return font;
}

QString lengthText(double metres) {
    return metres >= 1000 ? QCoreApplication::translate("MapFurniture", "%1 km").arg(metres / 1000)
                          : QCoreApplication::translate("MapFurniture", "%1 m").arg(metres);
}

void paintBox(QPainter& painter, const QRectF& box, const MapStyle& style, const QString& text) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.furniture);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(style.furnitureText);
    painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace

double scaleBarMetres(double pixelsPerMetre, double mostPixels) {
    const double most = mostPixels / pixelsPerMetre;
    const double power = std::pow(10, std::floor(std::log10(most)));
    const double lead = most / power;
    return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

void paintScaleBar(QPainter& painter, const MapView& view, const MapStyle& style) {
    const double metres = scaleBarMetres(view.pixelsPerMetre(), widestBar);
    const double width = metres * view.pixelsPerMetre();
    const double y = view.size().height() - margin;
    painter.setFont(furnitureFont(11));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const bool halo : {true, false}) {
        painter.setPen(
            QPen(halo ? style.furniture : style.furnitureText, halo ? 4 : 1.6, Qt::SolidLine, Qt::FlatCap));
        painter.drawPolyline(
            QPolygonF({{margin, y - 5}, {margin, y}, {margin + width, y}, {margin + width, y - 5}}));
    }
    const QString text = lengthText(metres);
    const double textWidth = QFontMetricsF(painter.font()).horizontalAdvance(text) + 10;
    paintBox(painter, QRectF(margin + width / 2 - textWidth / 2, y - 20, textWidth, 15), style, text);
}

void paintAttribution(QPainter& painter, const MapView& view, const MapStyle& style, const QString& text,
                      const QString& trouble) {
    painter.setFont(furnitureFont(10));
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(painter.font());
    double bottom = view.size().height() - 4;
    for (const QString& line : {text, trouble}) {
        if (line.isEmpty())
            continue;
        const double most = view.size().width() - 8;
        const QString shown = metrics.elidedText(line, Qt::ElideRight, most - 12);
        const double width = std::min(most, metrics.horizontalAdvance(shown) + 12);
        paintBox(painter, QRectF(view.size().width() - width - 4, bottom - 16, width, 16), style, shown);
        bottom -= 18;
    }
}

void paintNotice(QPainter& painter, const MapView& view, const MapStyle& style, const QString& text) {
    constexpr double foot = 36; // above the scale bar: at the top stand the search and what tells of a mode
    constexpr double buttons = 60;
    painter.setFont(furnitureFont(13));
    painter.setRenderHint(QPainter::Antialiasing);
    const double most = std::max(120.0, view.size().width() - 2 * buttons);
    const QRectF words =
        QFontMetricsF(painter.font())
            .boundingRect(QRectF(0, 0, most - 32, 1000), Qt::AlignCenter | Qt::TextWordWrap, text);
    const QSizeF box(words.width() + 32, words.height() + 12);
    paintBox(
        painter,
        QRectF(QPointF((view.size().width() - box.width()) / 2, view.size().height() - foot - box.height()),
               box),
        style, text);
}

MapButton::MapButton(Sign sign, QWidget* parent)
    : QAbstractButton(parent)
    , m_sign(sign)
    , m_style(MapStyle::day()) {
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::ArrowCursor);
    setAutoRepeat(sign != Sign::North);
    resize(MapButton::sizeHint());
}

void MapButton::setMapStyle(const MapStyle& style) {
    m_style = style;
    update();
}

void MapButton::setBearing(double degrees) {
    if (degrees == m_bearing)
        return;
    m_bearing = degrees;
    update();
}

// Dark to the north, pale to the south. Not red: that is for alarms.
void MapButton::paintNeedle(QPainter& painter) const {
    painter.translate(QRectF(rect()).center());
    painter.rotate(-m_bearing);
    const QColor ink = m_style.furnitureText;
    QColor pale = ink;
    pale.setAlpha(90);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF({{0, -11}, {5, 1}, {-5, 1}}));
    painter.setBrush(pale);
    painter.drawPolygon(QPolygonF({{0, 11}, {5, 1}, {-5, 1}}));
}

void MapButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor face = m_style.furniture;
    if (isDown())
        face = m_style.dark ? face.lighter(150) : face.darker(112);
    else if (underMouse())
        face = m_style.dark ? face.lighter(122) : face.darker(104);
    painter.setPen(QPen(m_style.grid, 1));
    painter.setBrush(face);
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 6, 6);
    if (m_sign == Sign::North) {
        paintNeedle(painter);
        return;
    }
    painter.setPen(QPen(m_style.furnitureText, 2, Qt::SolidLine, Qt::RoundCap));
    const QPointF c = QRectF(rect()).center();
    painter.drawLine(c - QPointF(6, 0), c + QPointF(6, 0));
    if (m_sign == Sign::Plus)
        painter.drawLine(c - QPointF(0, 6), c + QPointF(0, 6));
}

} // namespace tridesk::ui
