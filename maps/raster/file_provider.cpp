// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/file_provider.h"

#include "maps/raster/picture.h"

#include <QFileInfo>

namespace tridesk::maps {

std::expected<MbTilesInfo, QString> lookInto(const QString& mbtilesPath) {
    const auto file = MbTiles::open(mbtilesPath);
    if (!file)
        return std::unexpected(file.error());
    return (*file)->info();
}

FileProvider::FileProvider(TileSource source, QObject* parent)
    : PictureProvider(parent)
    , m_source(std::move(source)) {}

void FileProvider::open() {
    auto file = MbTiles::open(m_source.address);
    if (!file) {
        Q_EMIT troubled({SourceTrouble::Code::FileUnreadable, file.error()});
        return;
    }
    const MbTilesInfo& info = (*file)->info();
    m_source.minZoom = info.minZoom;
    m_source.maxZoom = info.maxZoom;
    if (m_source.name.isEmpty())
        m_source.name = info.name.isEmpty() ? QFileInfo(m_source.address).fileName() : info.name;
    if (m_source.attribution.isEmpty())
        m_source.attribution = info.attribution;
    const auto sample = (*file)->anyTile();
    const auto picture = decodePicture(sample.value_or(QByteArray()));
    // A single damaged tile does not condemn a file; that none can be told from its first one does not
    // either.
    if (picture)
        m_source.tileSize = picture->width() >= 512 ? 512 : 256;
    m_file = std::move(*file);
    Q_EMIT opened(m_source, info.bounds);
}

void FileProvider::want(std::vector<TileId> ids) {
    m_wanted.assign(ids.begin(), ids.end());
    if (!std::exchange(m_stepping, true))
        QMetaObject::invokeMethod(this, &FileProvider::step, Qt::QueuedConnection);
}

/// One tile at a time, so that a new wish is heard between two.
void FileProvider::step() {
    m_stepping = false;
    if (m_wanted.empty() || !m_file)
        return;
    const TileId id = m_wanted.front();
    m_wanted.pop_front();
    Q_EMIT answered(id, read(id));
    if (!m_wanted.empty() && !std::exchange(m_stepping, true))
        QMetaObject::invokeMethod(this, &FileProvider::step, Qt::QueuedConnection);
}

TileAnswer FileProvider::read(TileId id) {
    const auto stored = m_file->tile(id);
    SourceTrouble trouble{SourceTrouble::Code::FileUnreadable, stored ? QString() : stored.error()};
    if (stored) {
        const std::optional<QByteArray>& bytes = *stored;
        if (!bytes)
            return {TileAnswer::Kind::Absent, {}};
        auto picture = decodePicture(*bytes);
        if (picture)
            return {TileAnswer::Kind::Picture, std::move(*picture), bytes->size()};
        trouble.code = picture.error() == PictureProblem::TooLarge ? SourceTrouble::Code::PictureTooLarge
                                                                   : SourceTrouble::Code::NotPictures;
        trouble.detail = QStringLiteral("%1/%2/%3").arg(id.z).arg(id.x).arg(id.y);
    }
    if (!std::exchange(m_told, true))
        Q_EMIT troubled(trouble);
    return {TileAnswer::Kind::Absent, {}};
}

} // namespace tridesk::maps
