// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/map_picture.h"

#include "maps/package/package.h"
#include "ui/map/canvas.h"
#include "ui/panes/map/symbols_of.h"
#include "ui/text/language.h"
#include "ui/text/names.h"

#include <QAbstractButton>
#include <QTimer>

namespace tridesk {

using namespace std::chrono_literals;

namespace {

constexpr double streetZoom = 15.2;
constexpr auto between = 100ms;
constexpr int mostLooks = 60; ///< six seconds and more

ui::StationSymbol stationOf(const Post& post, GeoPoint at, quint64 key) {
    return {.key = key,
            .at = ui::toMercator(at.coordinate()),
            .bureau = post.tier == Tier::Bureau,
            .label = text::name(post.name),
            .id = post.id.toString()};
}

} // namespace

MapPicture::MapPicture(const maps::Package* package, const Situation& situation, const Incident& incident,
                       Instant now, QObject* parent)
    : QObject(parent)
    , m_canvas(std::make_unique<ui::MapCanvas>()) {
    m_canvas->setObjectName(QStringLiteral("report.map"));
    m_canvas->setAccessibleName(tr("Map of the report"));
    m_canvas->resize(size);
    for (QAbstractButton* button : m_canvas->findChildren<QAbstractButton*>())
        button->hide(); // nobody presses them on paper
    m_canvas->setStyle(ui::MapStyle::day());
    m_canvas->setAttribution(package ? package->manifest().attribution : QString());
    m_canvas->setBasemap(package ? package->basemapFile() : QString());
    quint64 key = 1;
    for (const Post& post : situation.posts())
        if (const auto& where = post.at)
            m_canvas->upsert(stationOf(post, *where, ++key));
    const auto& at = incident.details.place.at;
    if (!at)
        return;
    ui::IncidentSymbol symbol = incidentSymbol(situation, incident, *at, now);
    symbol.key = 1;
    symbol.selected = true;
    symbol.overdue = false; // then, perhaps; on paper nothing flashes
    m_canvas->upsert(symbol);
    m_canvas->lookAt(at->coordinate(), streetZoom);
}

MapPicture::~MapPicture() = default;

void MapPicture::make(const Made& made) {
    m_made = made;
    look();
}

/// To paint it is what makes the ground ask for its tiles; they are drawn on other threads.
void MapPicture::look() {
    const QImage picture = m_canvas->grab().toImage();
    if (m_canvas->isBasemapComplete() || ++m_looks >= mostLooks)
        return m_made(picture);
    QTimer::singleShot(between, this, &MapPicture::look);
}

} // namespace tridesk
