// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/picture.h"

#include <QBuffer>
#include <QImageReader>

namespace tridesk::maps {

namespace {

constexpr int mostPixels = 4096;

QByteArray formatOf(const QByteArray& bytes) {
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (bytes.startsWith("RIFF") && bytes.size() > 12 && bytes.sliced(8, 4) == "WEBP")
        return "webp";
    return {};
}

} // namespace

std::expected<QImage, PictureProblem> decodePicture(const QByteArray& bytes) {
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty())
        return std::unexpected(PictureProblem::NotAPicture);
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    // The format is given: otherwise every plugin there is would look at what a stranger sent.
    QImageReader reader(&device, format);
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return std::unexpected(PictureProblem::Damaged);
    if (size.width() > mostPixels || size.height() > mostPixels)
        return std::unexpected(PictureProblem::TooLarge);
    QImage image = reader.read();
    if (image.isNull())
        return std::unexpected(PictureProblem::Damaged);
    return std::move(image).convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace tridesk::maps
