// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/map/sample_symbols.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace tridesk::test {
namespace {

QPointF scattered(QRandomGenerator& random, const QGeoCoordinate& around, double degrees) {
    const double dx = (random.generateDouble() - 0.5) * 2 * degrees;
    const double dy = (random.generateDouble() - 0.5) * 2 * degrees;
    return ui::toMercator(QGeoCoordinate(around.latitude() + dy * 0.6, around.longitude() + dx));
}

QPolygonF polygon(const QGeoCoordinate& around, std::initializer_list<QPointF> steps, double degrees) {
    QPolygonF out;
    for (const QPointF& s : steps)
        out << ui::toMercator(
            QGeoCoordinate(around.latitude() + s.y() * degrees * 0.6, around.longitude() + s.x() * degrees));
    return out;
}

} // namespace

void scatterUnits(ui::MapCanvas& map, const QGeoCoordinate& around, double degrees, int count) {
    QRandomGenerator random(7);
    for (int i = 0; i < count; ++i) {
        ui::UnitSymbol s;
        s.key = quint64(i + 1);
        s.at = scattered(random, around, degrees);
        s.heading = i % 4 == 0 ? -1 : float(random.bounded(360));
        s.kind = ui::UnitGlyph(i % 8 == 0 ? random.bounded(8) : random.bounded(3));
        s.state = ui::SymbolState(i < 14 ? i : random.bounded(13));
        s.ageFade = i % 7 == 3 ? 0.5F : i % 11 == 5 ? 0.9F : 0;
        s.label = u"%1A%2"_s.arg(i / 100 + 1).arg(i % 100, 2, 10, QChar(u'0'));
        s.id = s.label;
        s.selected = i == 17;
        s.overdue = i == 19;
        map.upsert(s);
    }
}

void scatterIncidents(ui::MapCanvas& map, const QGeoCoordinate& around, double degrees, int count) {
    QRandomGenerator random(11);
    const QStringList types = {u"盗窃"_s, u"纠纷"_s, u"交通事故"_s, u"求助"_s};
    for (int i = 0; i < count; ++i) {
        ui::IncidentSymbol s;
        s.key = quint64(i + 1);
        s.at = scattered(random, around, degrees);
        s.level = quint8(1 + i % 4);
        s.stage = ui::IncidentStage(i % 4 == 3 ? 3 : random.bounded(3));
        s.label = u"%1 %2"_s.arg(i + 120, 4, 10, QChar(u'0')).arg(types[i % 4]);
        s.id = u"incident-%1"_s.arg(i);
        s.overdue = i == 2;
        s.major = i == 4;
        s.selected = i == 5;
        map.upsert(s);
    }
}

void scatterCameras(ui::MapCanvas& map, const QGeoCoordinate& around, double degrees, int count) {
    QRandomGenerator random(13);
    for (int i = 0; i < count; ++i)
        map.upsert(ui::CameraSymbol{quint64(i + 1),
                                    scattered(random, around, degrees),
                                    float(random.bounded(360)),
                                    i % 9 != 4,
                                    {},
                                    {},
                                    false});
}

void addShapes(ui::MapCanvas& map, const QGeoCoordinate& around, double degrees) {
    using ui::ShapeStyle;
    map.upsert(ui::StationSymbol{1, ui::toMercator(around), false, u"中心派出所"_s, u"ST01"_s, false});
    map.upsert(
        ui::AreaShape{1, polygon(around, {{-.8, .7}, {.5, .9}, {.9, -.2}, {.1, -.9}, {-.9, -.5}}, degrees),
                      u"中心派出所辖区"_s, ShapeStyle::Area, false});
    map.upsert(ui::RingShape{1, ui::toMercator(around), {{500, u"1′"_s}, {1200, u"3′"_s}}});
    map.upsertRoute({1,
                     polygon(around, {{-.5, -.5}, {-.3, -.1}, {0, 0}, {.3, .1}}, degrees),
                     {},
                     ShapeStyle::Route,
                     ui::SymbolState::EnRoute,
                     false});
    map.upsertTrail({1,
                     polygon(around, {{.5, -.5}, {.4, -.2}, {.1, -.3}}, degrees),
                     {},
                     ShapeStyle::Trail,
                     ui::SymbolState::Available,
                     false});
    map.upsert(ui::PlotShape{1, polygon(around, {{-.2, .4}, {.1, .5}, {.2, .2}, {-.1, .15}}, degrees),
                             ui::PlotKind::Cordon, ui::PlotInk::Blue, u"警戒区"_s, false});
}

} // namespace tridesk::test
