// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/situation.h"

#include <algorithm>

namespace tridesk {

const Unit* Situation::unitByCallsign(const Callsign& callsign) const {
    const auto at = m_callsigns.constFind(callsign);
    return at == m_callsigns.constEnd() ? nullptr : m_units.find(*at);
}

const Unit* Situation::unitByDevice(const QString& device) const {
    const auto at = m_devices.constFind(device);
    return at == m_devices.constEnd() ? nullptr : m_units.find(*at);
}

const Incident* Situation::incidentByNumber(qint64 number) const {
    const auto at = m_numbers.constFind(number);
    return at == m_numbers.constEnd() ? nullptr : m_incidents.find(*at);
}

const Incident* Situation::incidentBySource(const Source& source) const {
    const auto at = m_sources.constFind(source);
    return at == m_sources.constEnd() ? nullptr : m_incidents.find(*at);
}

const NamedPlace* Situation::placeNamed(const QString& name, GeoPoint at) const {
    for (auto it = m_placeNames.constFind(name); it != m_placeNames.constEnd() && it.key() == name; ++it)
        if (const NamedPlace* place = m_places.find(*it); place && place->details.at == at)
            return place;
    return nullptr;
}

AlarmMarks Situation::alarmMarks(const QString& seat) const {
    const AlarmMarks* marks = m_alarmMarks.find(seat);
    return marks ? *marks : AlarmMarks();
}

PostId Situation::postAt(GeoPoint point) const {
    // The smallest id wins where areas overlap, so that everybody finds the same one.
    PostId found;
    for (const Post& post : m_posts)
        if ((found.isNull() || post.id < found) && contains(post.area, point))
            found = post.id;
    return found;
}

BeatId Situation::beatAt(const PostId& post, GeoPoint point) const {
    BeatId found;
    for (const Beat& beat : m_beats)
        if (beat.post == post && (found.isNull() || beat.id < found) && contains(beat.area, point))
            found = beat.id;
    return found;
}

qint64 Situation::nextNumber(QDate day) const {
    const qint64 first = (qint64(day.year()) * 10'000 + day.month() * 100 + day.day()) * 1'000'000;
    return std::max(first, m_lastNumber) + 1;
}

} // namespace tridesk
