// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/strip_picture.h"

#include <algorithm>

namespace tridesk {

namespace {

QString addressee(const Situation& situation, const Addressee& to) {
    if (const auto* post = std::get_if<PostId>(&to))
        return post->toString();
    const Unit* unit = situation.units().find(std::get<UnitId>(to));
    return unit ? unit->definition.callsign.toString() : std::get<UnitId>(to).toString();
}

void addHops(StripPicture& picture, const Situation& end, const IncidentId& chosen) {
    const Incident* incident = end.incidents().find(chosen);
    if (!incident)
        return;
    for (const OrderId& id : incident->orders) {
        const Order* order = end.orders().find(id);
        for (size_t stage = 0; order && stage < order->reachedAt.size(); ++stage)
            if (const auto at = order->reachedAt[stage]; at && *at >= picture.from && *at <= picture.to)
                picture.hops.append({*at, OrderStage(stage), addressee(end, order->to)});
    }
    std::ranges::stable_sort(picture.hops, {}, &StripPicture::Hop::at);
}

} // namespace

StripPicture stripPicture(const FilmIndex& index, const Situation& end, const StripQuestion& question) {
    StripPicture picture{
        .from = question.from,
        .to = question.to,
        .density = index.density(question.from, question.to, std::max(1, question.parts), question.only),
        .bars = {},
        .manyBars = 0,
        .ticks = {},
        .hops = {}};
    const auto only =
        question.only.isAnything() ? std::nullopt : std::optional(index.incidentsOf(question.only));
    for (const Incident& incident : end.incidents()) {
        const Instant to = incident.isOpen() ? Instant::max() : incident.stageSince;
        if (incident.reportedAt >= question.to || to < question.from ||
            (only && !only->contains(incident.id)))
            continue;
        if (++picture.manyBars <= StripPicture::mostBars)
            picture.bars.append(
                {incident.id, incident.number, incident.details.level, incident.reportedAt, to});
    }
    if (picture.manyBars > StripPicture::mostBars)
        picture.bars.clear();
    std::ranges::sort(picture.bars, [](const auto& a, const auto& b) {
        return std::pair(a.from, a.number) < std::pair(b.from, b.number);
    });
    const auto ticks = index.found(question.from, question.to, StripPicture::mostTicks, question.only);
    for (const qint64 seq : ticks.value_or(QList<qint64>()))
        picture.ticks.append({index.timeOf(seq), index.kindOf(seq)});
    addHops(picture, end, question.chosen);
    return picture;
}

} // namespace tridesk
