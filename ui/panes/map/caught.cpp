// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/caught.h"

#include "app/domain/situation.h"
#include "ui/map/map_view.h"
#include "ui/map/modes/map_mode.h"
#include "ui/panes/map/camera_feed.h"
#include "ui/panes/map/map_feed.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

struct CaughtWords {
    Q_DECLARE_TR_FUNCTIONS(tridesk::Caught)
};

} // namespace

Caught caughtBy(const ui::ModeShape& shape, const MapFeed& feed, const CameraFeed& cameras) {
    const auto inside = [&](const std::optional<GeoPoint>& at) {
        return at && shape.contains(ui::toMercator(at->coordinate()));
    };
    Caught caught;
    for (const UnitId& unit : feed.units())
        if (inside(feed.placeOf(unit)))
            caught.units.insert(unit);
    for (const IncidentId& incident : feed.incidents())
        if (inside(feed.placeOf(incident)))
            caught.incidents.insert(incident);
    for (const auto& [key, camera] : cameras.all().asKeyValueRange())
        if (shape.contains(camera.at))
            caught.cameras.insert(key);
    return caught;
}

Caught merged(const Caught& before, const Caught& now, Qt::KeyboardModifiers keys) {
    if (keys & Qt::ShiftModifier)
        return {before.units | now.units, before.incidents | now.incidents, before.cameras | now.cameras};
    if (keys & (Qt::AltModifier | Qt::ControlModifier))
        return {before.units - now.units, before.incidents - now.incidents, before.cameras - now.cameras};
    return now;
}

QList<UnitId> availableOf(const Caught& caught, const Situation& situation) {
    QList<UnitId> available;
    for (const UnitId& id : caught.units)
        if (const Unit* unit = situation.units().find(id); unit && isAvailable(unit->status))
            available << id;
    std::sort(available.begin(), available.end());
    return available;
}

QString caughtText(const Caught& caught, const Situation& situation) {
    QStringList parts;
    if (!caught.units.isEmpty())
        parts << CaughtWords::tr("Units %1 (%2 available)")
                     .arg(caught.units.size())
                     .arg(availableOf(caught, situation).size());
    if (!caught.incidents.isEmpty())
        parts << CaughtWords::tr("incidents %1").arg(caught.incidents.size());
    if (!caught.cameras.isEmpty())
        parts << CaughtWords::tr("cameras %1").arg(caught.cameras.size());
    return parts.isEmpty() ? CaughtWords::tr("Nothing inside") : parts.join(CaughtWords::tr(", "));
}

} // namespace tridesk
