// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/video/feed_opener.h"

#include "app/desk/desk.h"
#include "app/domain/feed_rules.h"
#include "ui/actions/prompts.h"
#include "ui/map/drag_payload.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/video/feed_names.h"
#include "ui/panes/video/feed_views.h"
#include "ui/panes/video/video_grid.h"
#include "ui/panes/video/video_tile.h"
#include "ui/text/names.h"

#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

FeedOpener::FeedOpener(const PaneContext& context, FeedViews& views, VideoGrid& grid, Prompts& prompts,
                       QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_views(views)
    , m_grid(grid)
    , m_prompts(prompts) {
    connect(&grid, &VideoGrid::dropped, this, &FeedOpener::drop);
    connect(&grid, &VideoGrid::reasonAsked, this, &FeedOpener::askReason);
}

void FeedOpener::openFeeds(const QList<FeedId>& feeds, const std::optional<IncidentId>& incident,
                           VideoTile* first) {
    m_prompts.complain({});
    Q_EMIT shownAsked();
    if (!m_grid.open(feeds, incident, first))
        m_prompts.complain(tr("All places are taken by pinned pictures: unpin or close one."));
    askReason();
}

void FeedOpener::openUnits(const QList<UnitId>& units, VideoTile* first) {
    const Situation& situation = m_context.desk.situation();
    QList<FeedId> feeds;
    QStringList without;
    for (const UnitId& unit : units) {
        const QList<FeedId> own = feed_rules::feedsOf(situation, unit);
        feeds += own;
        if (own.isEmpty())
            without << text::callsign(situation, unit);
    }
    if (!feeds.isEmpty())
        openFeeds(feeds, {}, first);
    else
        Q_EMIT shownAsked();
    if (!without.isEmpty())
        m_prompts.complain(tr("No camera is known of %1.", "units").arg(without.join(tr(", "))));
    else if (units.isEmpty())
        m_prompts.complain(tr("Select a unit first."));
}

void FeedOpener::openCamera(const CameraId& camera, VideoTile* first) {
    const QList<FeedId> feeds = feedsOfCamera(m_context.desk.situation(), camera);
    if (!feeds.isEmpty())
        return openFeeds(feeds, {}, first);
    Q_EMIT shownAsked();
    m_prompts.complain(tr("The camera %1 has no picture here.").arg(camera.toString()));
}

void FeedOpener::openIncident(const IncidentId& id, VideoTile* first) {
    const Situation& situation = m_context.desk.situation();
    const Incident* incident = situation.incidents().find(id);
    if (!incident || m_context.desk.sight(*incident) <= Sight::Outline) {
        Q_EMIT shownAsked();
        return m_prompts.complain(tr("Select an incident first."));
    }
    const auto feeds = feed_rules::feedsOf(situation, id, situation.videoPolicy().camerasOfIncident);
    if (feeds.crews.isEmpty() && feeds.cameras.isEmpty()) {
        Q_EMIT shownAsked();
        return m_prompts.complain(
            tr("There is no camera on or near incident %1.").arg(text::shortNumber(incident->number)));
    }
    openFeeds(feeds.crews + feeds.cameras, id, first);
}

void FeedOpener::openEmergency(const UnitId& unit) {
    const Situation& situation = m_context.desk.situation();
    const QList<FeedId> feeds = feed_rules::feedsOf(situation, unit);
    if (feeds.isEmpty())
        return;
    Q_EMIT shownAsked();
    if (!m_grid.open(feeds.first(1), {}, nullptr, false))
        m_prompts.complain(tr("%1 is in an emergency, and all places are taken by pinned pictures.")
                               .arg(text::callsign(situation, unit)));
}

void FeedOpener::askReason() {
    const QList<FeedId> feeds = m_views.asking();
    if (feeds.isEmpty())
        return;
    QStringList names;
    for (const FeedId& feed : feeds.first(std::min<qsizetype>(3, feeds.size())))
        names << feedTitle(m_context.desk.situation(), feed);
    if (feeds.size() > names.size())
        names << tr("%n more", nullptr, int(feeds.size() - names.size()));
    m_prompts.ask(
        {.name = u"reason.view"_s,
         .text =
             tr("%1: not of an incident of yours. Why do you look?", "pictures").arg(names.join(tr(", "))),
         .answer = {},
         .accept = tr("Look with this reason")},
        this, [views = &m_views, feeds](const QString& reason) { views->giveReason(feeds, reason); });
}

void FeedOpener::drop(const QMimeData& data, VideoTile* tile) {
    if (data.hasFormat(ui::drag::camerasMime)) {
        for (const QString& code : ui::drag::decodeIds(data.data(ui::drag::camerasMime)).first(1))
            if (const auto camera = CameraId::parse(code))
                openCamera(*camera, tile);
    } else if (data.hasFormat(ui::drag::unitsMime)) {
        openUnits(parseUnits(ui::drag::unitIds(&data)), tile);
    } else if (const auto incident = IncidentId::parse(ui::drag::incidentId(&data))) {
        openIncident(*incident, tile);
    }
}

} // namespace tridesk
