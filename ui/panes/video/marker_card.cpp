// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/video/marker_card.h"

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/domain/feed_rules.h"
#include "ui/panes/video/feed_views.h"
#include "ui/panes/video/video_tile.h"
#include "ui/text/names.h"

#include <QEvent>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr int margin = 6;    ///< between card and the map's edge
constexpr double clear = 30; ///< around the marker, with its name
constexpr QSize usual(272, 196);

QPoint within(const QRect& map, QSize card, QPointF corner) {
    const QRect inner = map.adjusted(margin, margin, -margin - card.width(), -margin - card.height());
    return {std::clamp(int(corner.x()), inner.left(), std::max(inner.left(), inner.right())),
            std::clamp(int(corner.y()), inner.top(), std::max(inner.top(), inner.bottom()))};
}

/// Which way to look for what is out of sight.
QString arrowTo(const QRect& map, QPointF marker) {
    const bool left = marker.x() < map.left();
    const bool right = marker.x() > map.right();
    const bool up = marker.y() < map.top();
    const bool down = marker.y() > map.bottom();
    if (up)
        return left ? u"↖"_s : right ? u"↗"_s : u"↑"_s;
    if (down)
        return left ? u"↙"_s : right ? u"↘"_s : u"↓"_s;
    return left ? u"←"_s : right ? u"→"_s : QString();
}

} // namespace

QPoint cardPlace(const QRect& map, QSize card, QPointF marker) {
    const QSizeF size(card);
    const std::array corners{
        QPointF(marker.x() + clear, marker.y() - size.height() - clear / 2),
        QPointF(marker.x() - clear - size.width(), marker.y() - size.height() - clear / 2),
        QPointF(marker.x() + clear, marker.y() + clear / 2),
        QPointF(marker.x() - clear - size.width(), marker.y() + clear / 2)};
    const QRectF taken(marker.x() - clear / 2, marker.y() - clear / 2, clear, clear);
    for (const QPointF& corner : corners) {
        const QPoint at = within(map, card, corner);
        if (!QRectF(at, size).intersects(taken))
            return at;
    }
    return within(map, card, corners.front());
}

MarkerCard::MarkerCard(const PaneContext& context, FeedViews& views, QWidget& map, MarkerOf markerOf)
    : QFrame(&map)
    , m_context(context)
    , m_map(map)
    , m_markerOf(std::move(markerOf))
    , m_title(new QLabel(this))
    , m_tile(new VideoTile(context, views, 0, this)) {
    setObjectName(u"markerCard"_s);
    setProperty("overlay", true);
    m_title->setObjectName(u"markerCard.title"_s);
    m_title->setProperty("strong", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 3, 4, 4);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_tile, 1);
    hide();
    connect(m_tile, &VideoTile::closeAsked, this, &MarkerCard::leave);
    if (context.fixes)
        connect(context.fixes, &FixBoard::moved, this, [this](const QSet<UnitId>& units) {
            if (units.contains(m_unit))
                place();
        });
    auto* second = new QTimer(this);
    second->setInterval(1s);
    connect(second, &QTimer::timeout, m_tile, [this] {
        if (isVisible())
            m_tile->tick();
    });
    second->start();
    map.installEventFilter(this);
}

bool MarkerCard::open(const UnitId& unit) {
    const QList<FeedId> feeds = feed_rules::feedsOf(m_context.desk.situation(), unit);
    if (feeds.isEmpty())
        return false;
    m_unit = unit;
    m_tile->open(feeds.constFirst(), {});
    setAccessibleName(tr("Picture of %1 on the map").arg(text::callsign(m_context.desk.situation(), unit)));
    resize(usual);
    place();
    show();
    raise();
    Q_EMIT changed();
    return true;
}

void MarkerCard::leave() {
    if (m_unit.isNull())
        return;
    m_unit = {};
    m_tile->clear();
    hide();
    m_map.setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void MarkerCard::place() {
    if (m_unit.isNull())
        return;
    const QString callsign = text::callsign(m_context.desk.situation(), m_unit);
    const auto marker = m_markerOf(m_unit);
    const QString arrow = marker ? arrowTo(m_map.rect(), *marker) : u"?"_s;
    m_title->setText(!marker ? tr("%1: its place is not known").arg(callsign)
                     : arrow.isEmpty()
                         ? callsign
                         : tr("%1 %2 out of sight", "an arrow, a callsign").arg(arrow, callsign));
    move(cardPlace(m_map.rect(), size(), marker.value_or(QPointF(m_map.width(), 0))));
}

bool MarkerCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_map && event->type() == QEvent::Resize)
        place();
    return false;
}

} // namespace tridesk
