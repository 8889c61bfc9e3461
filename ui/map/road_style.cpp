// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/road_style.h"

#include <QHash>
#include <QString>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::ui {
namespace {

// Logical pixels at zooms 10, 12, 14, 16, 18, 20; between them widths grow evenly in ratio. 0: not shown
// there.
using Widths = std::array<double, 6>;
constexpr std::array<Widths, roadClasses> widths = {{
    {1.8, 3.0, 5.2, 11, 26, 70},   // motorway
    {1.5, 2.7, 4.8, 10, 24, 62},   // trunk
    {1.1, 2.2, 4.4, 9.5, 22, 58},  // primary
    {0.7, 1.7, 3.6, 8.5, 20, 50},  // secondary
    {0.4, 1.1, 2.9, 7.5, 17, 44},  // tertiary
    {0, 0.45, 1.7, 5.6, 14, 36},   // minor
    {0, 0.4, 1.6, 4.2, 11, 28},    // lane
    {0, 0, 1.2, 4.2, 11, 28},      // pedestrian
    {0, 0, 0.7, 2.9, 8, 20},       // service
    {0, 0, 0.6, 1.5, 3.2, 6},      // track
    {0, 0, 0.6, 1.4, 2.6, 5},      // path
    {0.5, 0.7, 1.2, 2.4, 5, 9},    // rail
    {0, 0, 0.7, 1.4, 2.4, 4},      // tram
    {0, 0.7, 1.5, 2.4, 3.2, 4},    // subway
    {0.5, 0.8, 1.0, 1.4, 1.8, 2.2} // ferry
}};
constexpr double firstZoom = 10;
constexpr double zoomStep = 2;

} // namespace

RoadClass roadClassOf(QStringView value, QStringView subclass) {
    if (subclass == u"living_street")
        return RoadClass::Lane;
    if (subclass == u"pedestrian")
        return RoadClass::Pedestrian;
    if (subclass == u"subway")
        return RoadClass::Subway;
    if (value.endsWith(u"_construction"))
        return RoadClass::Track;
    static const QHash<QString, RoadClass> known = {
        {u"motorway"_s, RoadClass::Motorway}, {u"trunk"_s, RoadClass::Trunk},
        {u"primary"_s, RoadClass::Primary},   {u"secondary"_s, RoadClass::Secondary},
        {u"tertiary"_s, RoadClass::Tertiary}, {u"minor"_s, RoadClass::Minor},
        {u"street"_s, RoadClass::Minor},      {u"residential"_s, RoadClass::Minor},
        {u"busway"_s, RoadClass::Minor},      {u"raceway"_s, RoadClass::Minor},
        {u"service"_s, RoadClass::Service},   {u"track"_s, RoadClass::Track},
        {u"path"_s, RoadClass::Path},         {u"pier"_s, RoadClass::Path},
        {u"rail"_s, RoadClass::Rail},         {u"transit"_s, RoadClass::Tram},
        {u"ferry"_s, RoadClass::Ferry},       {u"aerialway"_s, RoadClass::Track},
    };
    return known.value(value.toString(), RoadClass::None);
}

double roadWidth(RoadClass roadClass, double zoom) {
    if (roadClass == RoadClass::None)
        return 0;
    const Widths& w = widths[std::size_t(roadClass)];
    const double place = std::clamp((zoom - firstZoom) / zoomStep, 0.0, double(w.size() - 1));
    const auto below = std::min(std::size_t(place), w.size() - 2);
    const double part = place - double(below);
    if (w[below] <= 0) // comes into sight half way to the first zoom that has it
        return part < 0.5 ? 0 : w[below + 1] * (2 * part - 1);
    return w[below] * std::pow(w[below + 1] / w[below], part);
}

double casingWidth(double width) {
    if (width < 1.8)
        return 0;
    return std::min(1.3, 0.35 + width * 0.06);
}

} // namespace tridesk::ui
