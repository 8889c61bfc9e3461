// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"

#include <QList>
#include <QObject>

#include <optional>

class QMimeData;

namespace tridesk {

class FeedViews;
class Prompts;
class VideoGrid;
class VideoTile;

/// What hands and other panes ask a grid to show: of units, of a camera, of an incident, of what is dropped.
/// Where there is nothing to show it says why, and it asks for the reason that a look needs.
class FeedOpener : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    FeedOpener(const PaneContext& context, FeedViews& views, VideoGrid& grid, Prompts& prompts,
               QObject* parent = nullptr);

    /// `first`: the tile to begin with.
    void openFeeds(const QList<FeedId>& feeds, const std::optional<IncidentId>& incident = {},
                   VideoTile* first = nullptr);
    void openUnits(const QList<UnitId>& units, VideoTile* first = nullptr);
    void openCamera(const CameraId& camera, VideoTile* first = nullptr);
    /// Its crews' pictures and those of the nearest fixed cameras.
    void openIncident(const IncidentId& incident, VideoTile* first = nullptr);
    /// By itself, without taking the keys; a pinned picture keeps its place.
    void openEmergency(const UnitId& unit);
    /// Asks for the reason of all that wait for one.
    void askReason();

Q_SIGNALS:
    void shownAsked(); ///< there is something to see, or to read, and the grid may be out of sight

private:
    void drop(const QMimeData& data, VideoTile* tile);

    PaneContext m_context;
    FeedViews& m_views;
    VideoGrid& m_grid;
    Prompts& m_prompts;
};

} // namespace tridesk
