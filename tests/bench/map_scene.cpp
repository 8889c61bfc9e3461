// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/map_scene.h"

#include "tests/maps/tiles/tile_writer.h"

#include <QRandomGenerator>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::bench {
namespace {

constexpr int extent = 4096;
constexpr int block = 256; // tile units between two streets: 16 a tile, about 90 m apart at zoom 14

test::FeatureSpec street(int at, bool across, const QString& name, const QString& roadClass) {
    const auto p = [&](int along) { return across ? QPoint(along, at) : QPoint(at, along); };
    return {2,
            {p(-20), p(extent / 2), p(extent + 20)},
            {{u"class"_s, roadClass}, {u"name"_s, name}, {u"name:en"_s, u"Road "_s + name}}};
}

QString streetClass(int i) {
    return i % 8 == 0 ? u"primary"_s : i % 4 == 0 ? u"secondary"_s : i % 2 == 0 ? u"tertiary"_s : u"minor"_s;
}

test::FeatureSpec rectangle(QPoint at, QSize size, const QString& featureClass) {
    const QPoint e = at + QPoint(size.width(), size.height());
    return {3, {at, {e.x(), at.y()}, e, {at.x(), e.y()}}, {{u"class"_s, featureClass}}};
}

QByteArray cityTile(QRandomGenerator& random) {
    test::LayerSpec roads{u"transportation"_s, {}};
    test::LayerSpec names{u"transportation_name"_s, {}};
    test::LayerSpec buildings{u"building"_s, {}};
    test::LayerSpec parks{u"landcover"_s, {}};
    test::LayerSpec points{u"poi"_s, {}};
    const QStringList classes = {u"police"_s, u"hospital"_s, u"school"_s, u"shop"_s, u"bus"_s, u"bank"_s};
    for (int i = 0; i < extent / block; ++i) {
        for (const bool across : {false, true}) {
            roads.features.push_back(
                street(i * block + 40, across, u"第%1路"_s.arg(i + (across ? 100 : 0)), streetClass(i)));
            names.features.push_back(roads.features.back());
        }
        for (int j = 0; j < extent / block; ++j) {
            const QPoint corner(i * block + 80, j * block + 80);
            if (random.bounded(12) == 0)
                parks.features.push_back(rectangle(corner, {150, 150}, u"grass"_s));
            else
                for (int b = 0; b < 4; ++b)
                    buildings.features.push_back(rectangle(corner + QPoint(b % 2 * 85, b / 2 * 85),
                                                           {50 + random.bounded(25), 40 + random.bounded(30)},
                                                           u"yes"_s));
            if (random.bounded(3) == 0)
                points.features.push_back({1,
                                           {corner + QPoint(60, 60)},
                                           {{u"class"_s, classes[random.bounded(6)]},
                                            {u"name"_s, u"地点%1"_s.arg(random.bounded(900))}}});
        }
    }
    const test::LayerSpec water{u"water"_s, {rectangle({1500, -20}, {180, extent + 40}, u"river"_s)}};
    return test::gzip(test::encodeTile({water, parks, roads, names, buildings, points}));
}

} // namespace

bool writeCity(const QString& mbtiles, QPointF middle) {
    QRandomGenerator random(3);
    std::vector<test::TileSpec> tiles;
    for (const int z : {13, 14}) {
        const int x = int(middle.x() * (1 << z));
        const int y = int(middle.y() * (1 << z));
        for (int dy = -4; dy <= 4; ++dy) {
            for (int dx = -5; dx <= 5; ++dx)
                tiles.push_back({{z, x + dx, y + dy}, cityTile(random)});
        }
    }
    return test::writeMbTiles(mbtiles, tiles,
                              {{u"minzoom"_s, u"13"_s}, {u"maxzoom"_s, u"14"_s}, {u"format"_s, u"pbf"_s}});
}

std::vector<ui::UnitSymbol> makeUnits(int count, QPointF middle, double spread) {
    QRandomGenerator random(5);
    std::vector<ui::UnitSymbol> out;
    for (int i = 0; i < count; ++i) {
        ui::UnitSymbol s;
        s.key = quint64(i + 1);
        s.at = middle +
               QPointF(random.generateDouble() - 0.5, (random.generateDouble() - 0.5) * 0.5625) * spread;
        s.heading = float(random.bounded(360));
        s.kind = ui::UnitGlyph(random.bounded(4));
        s.state = ui::SymbolState(random.bounded(13));
        s.label = u"%1A%2"_s.arg(i / 100).arg(i % 100, 2, 10, QChar(u'0'));
        s.id = s.label;
        out.push_back(s);
    }
    return out;
}

void moveUnits(std::vector<ui::UnitSymbol>& units, int frame) {
    constexpr double step = 1.2e-7; // a pixel or so at zoom 14.6
    static const auto ways = [] {   // whoever moves the units is not what is measured
        std::array<QPointF, 360> out;
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = QPointF(std::sin(double(i) * M_PI / 180), -std::cos(double(i) * M_PI / 180)) * step;
        return out;
    }();
    const double sense = (frame / 60) % 2 == 0 ? 1 : -1;
    for (ui::UnitSymbol& s : units) {
        s.at += ways[std::size_t(s.heading)] * sense;
        if ((s.key + quint64(std::abs(frame))) % 90 == 0)
            s.heading = float(int(s.heading + 45) % 360);
    }
}

} // namespace tridesk::bench
