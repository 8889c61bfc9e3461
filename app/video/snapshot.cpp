// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/snapshot.h"

#include "app/video/picture_maker.h"
#include "app/video/stream_decoder.h"

#include <QBuffer>
#include <QImageWriter>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

QByteArray encoded(const QImage& picture, bool asPng, const QList<std::pair<QString, QString>>& words) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, asPng ? "png" : "jpeg");
    writer.setQuality(asPng ? 60 : 95);
    for (const auto& [key, text] : words)
        writer.setText(key, text);
    return writer.write(picture) ? buffer.data() : QByteArray();
}

QImage pictureOf(const SnapshotWish& wish) {
    if (!wish.source)
        return wish.asShown;
    const auto source = wish.source();
    const QImage picture = source ? pictureAt(**source, wish.at) : QImage();
    return picture.isNull() ? wish.asShown : picture;
}

std::expected<Snapshot, WriteFault> save(const SnapshotWish& wish) {
    const QImage picture = pictureOf(wish);
    if (picture.isNull())
        return std::unexpected(WriteFault{WriteFault::Kind::NoPicture});
    const bool asPng = qint64(picture.width()) * picture.height() <= mostPngPoints;
    const QByteArray data = encoded(picture, asPng, wish.words);
    if (data.isEmpty())
        return std::unexpected(WriteFault{WriteFault::Kind::NoPicture});
    auto file = FootageFile::create(wish.folder, wish.name + (asPng ? ".png"_L1 : ".jpg"_L1), wish.room);
    if (!file)
        return std::unexpected(file.error());
    if (const auto reserved = (*file)->reserve(data.size()); !reserved)
        return std::unexpected(reserved.error());
    if (!(*file)->write(data.constData(), data.size()))
        return std::unexpected((*file)->fault().value_or(WriteFault()));
    auto written = (*file)->finish();
    if (!written)
        return std::unexpected(written.error());
    return Snapshot{*std::move(written), picture.size()};
}

} // namespace

QImage pictureAt(PacketSource& source, VideoTime at) {
    source.seek(at);
    StreamDecoder decoder;
    CodingPtr coding;
    const AVFrame* newest = nullptr;
    for (;;) {
        const auto held = source.next().value_or(std::nullopt);
        if (!held || (newest != nullptr && held->at > at))
            break;
        if (held->coding != coding) {
            coding = held->coding;
            if (!decoder.open(coding->parameters()))
                break;
            newest = nullptr;
        }
        const auto frame = decoder.decode(*held->packet);
        if (!frame)
            break;
        if (*frame != nullptr)
            newest = *frame;
    }
    return newest != nullptr ? PictureMaker().make(*newest, {}) : QImage();
}

QFuture<std::expected<Snapshot, WriteFault>> saveSnapshot(SnapshotWish wish) {
    return QtConcurrent::run([wish = std::move(wish)] { return save(wish); });
}

} // namespace tridesk
