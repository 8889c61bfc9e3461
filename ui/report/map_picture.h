// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"
#include "maps/raster/tile_source.h"

#include <QImage>
#include <QObject>

#include <functional>
#include <memory>

namespace tridesk {

namespace maps {
class Package;
}
namespace ui {
class MapCanvas;
}

/// A picture of the place of an incident, painted by the map's own canvas out of sight, by day: the incident,
/// its station, what was drawn for it. Over the installed package only: a report does not wait for a server.
/// GUI thread.
class MapPicture : public QObject {
    Q_OBJECT

public:
    using Made = std::function<void(const QImage&)>;

    MapPicture(const maps::Package* package, const Situation& situation, const Incident& incident,
               Instant now, QObject* parent);
    ~MapPicture() override;

    /// Calls back once the ground is drawn, with what there is after some seconds at the latest, and then
    /// never again.
    void make(const Made& made);

    static constexpr QSize size{896, 480};

private:
    void look();

    std::unique_ptr<ui::MapCanvas> m_canvas;
    Made m_made;
    int m_looks = 0;
};

} // namespace tridesk
