// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/label_icons.h"

#include <QHash>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace tridesk::ui {
namespace {

struct IconLook {
    QRgb colour;
    double firstZoom;
};

// By LabelIcon. Hues only: shade follows day and night. None is red (desk.md: red is overdue and emergency).
constexpr IconLook looks[] = {
    {0x000000, 99},   // None
    {0x7a8694, 17.0}, // Dot
    {0x2458b0, 13.5}, // Police
    {0x9a4f86, 13.5}, // Hospital
    {0x86648a, 15.6}, // Clinic
    {0x6d8a72, 16.3}, // Pharmacy
    {0x8a6a2f, 14.8}, // School
    {0x3f6b9f, 13.0}, // Rail
    {0x3f6b9f, 16.2}, // Bus
    {0x4f8a48, 14.0}, // Park
    {0x7d68b5, 16.4}, // Shop
    {0xb7772c, 16.6}, // Food
    {0x5d7a92, 16.6}, // Bank
    {0x5d7a92, 15.8}, // Fuel
    {0x4f74a8, 16.4}, // Parking
    {0x8a5fa8, 16.0}, // Lodging
    {0x77706a, 15.6}, // Worship
    {0x5a6d8c, 14.5}, // Government
    {0xb5642a, 14.0}, // Fire
    {0x4f8a6a, 15.4}, // Sport
    {0x8a6f4a, 15.0}, // Sight
    {0x7a6a9a, 15.0}, // Culture
    {0x3f6b9f, 11.5}, // Airport
    {0x7a8694, 99},   // Camera: the desk draws its own
    {0x3f6b9f, 16.8}, // Entrance
    {0x000000, 99},   // OneWay
};

const QHash<QString, LabelIcon>& icons() {
    static const QHash<QString, LabelIcon> known = {
        {u"police"_s, LabelIcon::Police},
        {u"hospital"_s, LabelIcon::Hospital},
        {u"clinic"_s, LabelIcon::Clinic},
        {u"doctors"_s, LabelIcon::Clinic},
        {u"dentist"_s, LabelIcon::Clinic},
        {u"pharmacy"_s, LabelIcon::Pharmacy},
        {u"school"_s, LabelIcon::School},
        {u"college"_s, LabelIcon::School},
        {u"university"_s, LabelIcon::School},
        {u"kindergarten"_s, LabelIcon::School},
        {u"library"_s, LabelIcon::School},
        {u"railway"_s, LabelIcon::Rail},
        {u"subway"_s, LabelIcon::Rail},
        {u"station"_s, LabelIcon::Rail},
        {u"bus"_s, LabelIcon::Bus},
        {u"bus_station"_s, LabelIcon::Bus},
        {u"park"_s, LabelIcon::Park},
        {u"garden"_s, LabelIcon::Park},
        {u"zoo"_s, LabelIcon::Park},
        {u"attraction"_s, LabelIcon::Sight},
        {u"monument"_s, LabelIcon::Sight},
        {u"castle"_s, LabelIcon::Sight},
        {u"viewpoint"_s, LabelIcon::Sight},
        {u"museum"_s, LabelIcon::Culture},
        {u"theatre"_s, LabelIcon::Culture},
        {u"cinema"_s, LabelIcon::Culture},
        {u"airport"_s, LabelIcon::Airport},
        {u"aerodrome"_s, LabelIcon::Airport},
        {u"surveillance"_s, LabelIcon::Camera},
        {u"entrance"_s, LabelIcon::Entrance},
        {u"subway_entrance"_s, LabelIcon::Entrance},
        {u"shop"_s, LabelIcon::Shop},
        {u"grocery"_s, LabelIcon::Shop},
        {u"clothing_store"_s, LabelIcon::Shop},
        {u"supermarket"_s, LabelIcon::Shop},
        {u"mall"_s, LabelIcon::Shop},
        {u"marketplace"_s, LabelIcon::Shop},
        {u"restaurant"_s, LabelIcon::Food},
        {u"fast_food"_s, LabelIcon::Food},
        {u"cafe"_s, LabelIcon::Food},
        {u"bar"_s, LabelIcon::Food},
        {u"beer"_s, LabelIcon::Food},
        {u"bakery"_s, LabelIcon::Food},
        {u"bank"_s, LabelIcon::Bank},
        {u"atm"_s, LabelIcon::Bank},
        {u"fuel"_s, LabelIcon::Fuel},
        {u"parking"_s, LabelIcon::Parking},
        {u"lodging"_s, LabelIcon::Lodging},
        {u"hotel"_s, LabelIcon::Lodging},
        {u"place_of_worship"_s, LabelIcon::Worship},
        {u"town_hall"_s, LabelIcon::Government},
        {u"townhall"_s, LabelIcon::Government},
        {u"courthouse"_s, LabelIcon::Government},
        {u"post"_s, LabelIcon::Government},
        {u"government"_s, LabelIcon::Government},
        {u"community_centre"_s, LabelIcon::Government},
        {u"embassy"_s, LabelIcon::Government},
        {u"fire_station"_s, LabelIcon::Fire},
        {u"stadium"_s, LabelIcon::Sport},
        {u"sports_centre"_s, LabelIcon::Sport},
        {u"pitch"_s, LabelIcon::Sport},
        {u"swimming"_s, LabelIcon::Sport},
    };
    return known;
}

// Lines of the glyphs on a square from −1 to 1: points as x,y, lines parted by semicolons.
constexpr struct {
    LabelIcon icon;
    const char* lines;
} glyphLines[] = {
    {LabelIcon::Sight, "0,-.75 .2,-.2 .75,-.2 .3,.15 .5,.7 0,.38 -.5,.7 -.3,.15 -.75,-.2 -.2,-.2 0,-.75"},
    {LabelIcon::Culture,
     "-.7,-.15 0,-.6 .7,-.15 -.7,-.15; -.45,0 -.45,.55; 0,0 0,.55; .45,0 .45,.55; -.7,.65 .7,.65"},
    {LabelIcon::Airport, "0,-.75 0,.7; -.75,.15 0,-.25 .75,.15; -.35,.7 0,.45 .35,.7"},
    {LabelIcon::Entrance, "-.6,.6 -.2,.6 -.2,.15 .2,.15 .2,-.3 .6,-.3"},
    {LabelIcon::Police, "0,-.75 .65,-.45 .55,.3 0,.75 -.55,.3 -.65,-.45 0,-.75"},
    {LabelIcon::Hospital, "0,-.65 0,.65; -.65,0 .65,0"},
    {LabelIcon::Clinic, "0,-.65 0,.65; -.65,0 .65,0"},
    {LabelIcon::Pharmacy, "0,-.65 0,.65; -.65,0 .65,0"},
    {LabelIcon::School, "-.8,-.15 0,-.55 .8,-.15 0,.25 -.8,-.15; -.45,.1 -.45,.5 .45,.5 .45,.1"},
    {LabelIcon::Rail, "-.5,-.1 .5,-.1; -.35,.75 -.2,.5; .35,.75 .2,.5"},
    {LabelIcon::Bus, "-.5,-.1 .5,-.1; -.35,.75 -.2,.5; .35,.75 .2,.5"},
    {LabelIcon::Park, "0,.8 0,.1"},
    {LabelIcon::Shop, "-.6,-.2 .6,-.2 .5,.7 -.5,.7 -.6,-.2; -.3,-.2 -.25,-.65 .25,-.65 .3,-.2"},
    {LabelIcon::Food, "-.35,-.7 -.35,.7; .35,.7 .35,-.7 .1,-.3 .1,.05 .35,.05"},
    {LabelIcon::Bank, "-.7,-.2 0,-.65 .7,-.2 -.7,-.2; -.4,-.1 -.4,.5; .4,-.1 .4,.5; -.7,.65 .7,.65"},
    {LabelIcon::Fuel, "-.5,.7 -.5,-.65 .2,-.65 .2,.7 -.5,.7; .2,0 .6,.1 .6,-.4 .35,-.6"},
    {LabelIcon::Parking, "-.3,.7 -.3,-.65 .2,-.65 .42,-.4 .42,-.2 .2,.05 -.3,.05"},
    {LabelIcon::Lodging, "-.75,-.5 -.75,.55; -.75,.3 .75,.3 .75,.55; -.1,.25 -.1,-.1 .5,-.1 .75,.25"},
    {LabelIcon::Worship, "-.75,-.1 0,-.6 .75,-.1; -.5,0 -.5,.65 .5,.65 .5,0"},
    {LabelIcon::Government, "-.35,.75 -.35,-.75 .5,-.45 -.35,-.1"},
    {LabelIcon::Fire, "0,-.75 .5,.05 .35,.6 -.35,.6 -.5,.05 -.15,-.1 0,-.75"},
    {LabelIcon::Sport, "-.6,0 .6,0"},
};

QPolygonF lineOf(const QString& text) {
    QPolygonF line;
    for (const QString& point : text.split(u' ', Qt::SkipEmptyParts))
        line.emplace_back(point.section(u',', 0, 0).toDouble(), point.section(u',', 1).toDouble());
    return line;
}

QPainterPath glyph(LabelIcon icon) {
    QPainterPath path;
    for (const auto& known : glyphLines)
        if (known.icon == icon)
            for (const QString& line : QString::fromLatin1(known.lines).split(u';'))
                path.addPolygon(lineOf(line));
    if (icon == LabelIcon::Rail || icon == LabelIcon::Bus)
        path.addRoundedRect(QRectF(-.5, -.7, 1, 1.15), .2, .2);
    if (icon == LabelIcon::Park)
        path.addEllipse(QPointF(0, -.2), .5, .5);
    if (icon == LabelIcon::Sport)
        path.addEllipse(QPointF(0, 0), .6, .6);
    return path;
}

} // namespace

LabelIcon iconOf(QStringView poiClass, QStringView subclass) {
    const LabelIcon bySubclass = icons().value(subclass.toString(), LabelIcon::Dot);
    return bySubclass != LabelIcon::Dot ? bySubclass : icons().value(poiClass.toString(), LabelIcon::Dot);
}

double firstZoomOf(LabelIcon icon) {
    return looks[int(icon)].firstZoom;
}

void drawLabelIcon(QPainter& painter, LabelIcon icon, QPointF at, double size, const LabelFace& face) {
    const bool dark = face.halo.lightness() < 128;
    const QColor colour = dark ? QColor::fromRgb(looks[int(icon)].colour).lighter(125)
                               : QColor::fromRgb(looks[int(icon)].colour);
    const double r = icon == LabelIcon::Dot ? size * 0.2 : size * 0.46;
    painter.setPen(QPen(face.halo, 1.4));
    painter.setBrush(colour);
    painter.drawEllipse(at, r, r);
    const double s = r * 0.66;
    QTransform place;
    place.translate(at.x(), at.y());
    place.scale(s, s);
    painter.strokePath(place.map(glyph(icon)),
                       QPen(Qt::white, size * 0.085, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

} // namespace tridesk::ui
