// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/maps/tiles/tile_writer.h"
#include "ui/map/canvas.h"

#include <QTest>

#include <cmath>
#include <memory>
#include <utility>

/// A canvas of 800 × 600 over nothing, or over one square pond, and symbols to put on it.
namespace tridesk::test {

using namespace Qt::StringLiterals;

inline const QPointF centre(0.83, 0.41);

inline ui::UnitSymbol unit(quint64 key, QPointF at) {
    ui::UnitSymbol s;
    s.key = key;
    s.at = at;
    s.label = u"1A%1"_s.arg(key);
    s.id = s.label;
    return s;
}

inline ui::IncidentSymbol incident(quint64 key, QPointF at) {
    ui::IncidentSymbol s;
    s.key = key;
    s.at = at;
    s.label = u"012%1"_s.arg(key);
    s.id = u"incident-%1"_s.arg(key);
    return s;
}

// A square pond in the tile around the centre; its middle on Mercator's square.
inline const QPoint pondTile(int(centre.x() * 16384), int(centre.y() * 16384));

inline QPointF pond() {
    return QPointF((pondTile.x() + 2000 / 4096.0) / 16384, (pondTile.y() + 2000 / 4096.0) / 16384);
}

inline bool writePond(const QString& path) {
    const QByteArray tile = encodeTile(
        {{u"water"_s,
          {{3, {{1800, 1800}, {2200, 1800}, {2200, 2200}, {1800, 2200}}, {{u"class"_s, u"lake"_s}}}}}});
    return writeMbTiles(path, {{{14, pondTile.x(), pondTile.y()}, gzip(tile)}},
                        {{u"maxzoom"_s, u"14"_s}, {u"minzoom"_s, u"14"_s}});
}

// The middle of all pixels that are nearly of a colour; the number of them.
inline std::pair<QPointF, int> middleOf(const QImage& image, QColor colour) {
    double x = 0;
    double y = 0;
    int n = 0;
    for (int row = 0; row < image.height(); ++row) {
        for (int column = 0; column < image.width(); ++column) {
            const QColor c = image.pixelColor(column, row);
            if (std::abs(c.red() - colour.red()) + std::abs(c.green() - colour.green()) +
                    std::abs(c.blue() - colour.blue()) >
                6)
                continue;
            x += column + 0.5;
            y += row + 0.5;
            ++n;
        }
    }
    return {n == 0 ? QPointF() : QPointF(x / n, y / n), n};
}

class CanvasFixture : public QObject {
protected:
    void makeMap() {
        m_map = std::make_unique<ui::MapCanvas>();
        m_map->resize(800, 600);
    }
    void show(double zoom = 15) {
        m_map->setView(m_map->view().withCentre(centre).withZoom(zoom));
        m_map->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_map.get()));
    }
    [[nodiscard]] QPoint pixel(QPointF at) const { return m_map->view().toPixel(at).toPoint(); }
    [[nodiscard]] QPointF beside(double dx, double dy) const {
        return centre + QPointF(dx, dy) / m_map->view().worldPixels();
    }

    std::unique_ptr<ui::MapCanvas> m_map;
};

} // namespace tridesk::test
