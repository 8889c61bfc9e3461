// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/maps/raster/made_pictures.h"

#include "maps/geo/mercator.h"

#include <QBuffer>
#include <QPainter>

namespace tridesk::test {

QRgb colourOf(maps::TileId id) {
    return qRgb(40 + id.z * 9 % 200, 20 + id.x * 53 % 230, 20 + id.y * 97 % 230);
}

QImage plainTile(maps::TileId id, int edge) {
    QImage image(edge, edge, QImage::Format_RGB32);
    image.fill(colourOf(id));
    return image;
}

QImage markedTile(maps::TileId id, const QGeoCoordinate& wgs84, maps::Datum datum, int edge) {
    QImage image(edge, edge, QImage::Format_RGB32);
    image.fill(Qt::white);
    const QPointF at =
        maps::toMercator(maps::fromWgs84(wgs84, datum)) * double(1LL << id.z) - QPointF(id.x, id.y);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle = at * edge;
    painter.fillRect(QRectF(middle - QPointF(4.5, 4.5), QSizeF(9, 9)), Qt::black);
    return image;
}

QByteArray encoded(const QImage& image, const char* format) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QPointF middleOfDark(const QImage& image) {
    double x = 0;
    double y = 0;
    double weight = 0;
    for (int row = 0; row < image.height(); ++row) {
        for (int column = 0; column < image.width(); ++column) {
            const double dark = 255 - qGray(image.pixel(column, row));
            x += (column + 0.5) * dark;
            y += (row + 0.5) * dark;
            weight += dark;
        }
    }
    return weight > 0 ? QPointF(x / weight, y / weight) : QPointF();
}

} // namespace tridesk::test
