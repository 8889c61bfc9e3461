// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/messages/areas.h"

#include "app/desk/desk.h"
#include "ui/text/names.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

struct Areas {
    Q_DECLARE_TR_FUNCTIONS(tridesk::Areas)
};

QList<AreaChoice> stations(const Situation& situation) {
    QList<AreaChoice> found;
    for (const Post& post : situation.posts())
        if (!post.area.isEmpty())
            found.append({u"post:"_s + post.id.toString(), Areas::tr("Area of %1").arg(text::name(post.name)),
                          post.area});
    std::ranges::sort(found, {}, &AreaChoice::key);
    return found;
}

QList<AreaChoice> drawings(const SeatDesk& desk) {
    QList<AreaChoice> found;
    for (const Plot& plot : desk.situation().plots()) {
        const PlotDetails& details = plot.details;
        const bool isArea = details.shape == PlotShape::Zone || details.shape == PlotShape::Cordon;
        if (isArea && details.points.size() >= 3 && desk.maySee(plot))
            found.append({u"plot:"_s + plot.id.toString(),
                          details.label.isEmpty() ? Areas::tr("A drawn area")
                                                  : Areas::tr("Drawn: %1").arg(details.label),
                          {details.points}});
    }
    std::ranges::sort(found, {}, &AreaChoice::name);
    return found;
}

} // namespace

QList<AreaChoice> areaChoices(const SeatDesk& desk) {
    return QList<AreaChoice>{{QString(), Areas::tr("Everywhere"), {}}} + stations(desk.situation()) +
           drawings(desk);
}

QString areaName(const Area& area, const SeatDesk& desk) {
    if (area.isEmpty())
        return {};
    const QList<AreaChoice> known = areaChoices(desk);
    const auto at = std::ranges::find(known, area, &AreaChoice::area);
    return at == known.end() ? Areas::tr("A drawn area") : at->name;
}

} // namespace tridesk
