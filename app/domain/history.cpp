// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/history.h"

#include <QtNumeric>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tridesk {

namespace {

constexpr double cellDegrees = 0.001; ///< 111 m of latitude
constexpr double metresPerDegree = 111'320;
constexpr int mostCellsAside = 12;        ///< near a pole a degree of longitude is nothing
constexpr size_t mostUnsorted = 4'096;    ///< looked through one by one
constexpr qsizetype mostCandidates = 400; ///< of a place where everything happens
constexpr qsizetype leastOfAddress = 4;   ///< characters; "无" is no place

quint64 cellKey(qint64 latitude, qint64 longitude) {
    return qHashMulti(size_t(0x706c6163), latitude, longitude);
}

quint64 wordKey(size_t kind, const QString& word) {
    return qHash(word, kind);
}

qint64 cellOf(double degrees) {
    return qint64(std::floor(degrees / cellDegrees));
}

constexpr size_t ofAddress = 0x61646472;
constexpr size_t ofCaller = 0x63616c6c;

/// One incident against the one in hand.
class Comparison {
public:
    Comparison(const IncidentDetails& details, const HistoryBounds& bounds)
        : m_at(details.place.at)
        , m_address(plainAddress(details.place.address))
        , m_bounds(bounds) {
        for (const Caller& caller : details.callers)
            if (const QString number = subscriber(caller.phone); !number.isEmpty())
                m_subscribers.append(number);
    }

    void groundOf(const Incident& incident, Earlier& found) const {
        if (m_at && incident.details.place.at)
            found.metres = m_at->metresTo(*incident.details.place.at);
        found.samePlace = found.metres && *found.metres <= m_bounds.metres;
    }

    /// Making an address plain takes longer than all else here: asked of those alone that were found by it.
    void wordsOf(const Incident& incident, Earlier& found) const {
        found.sameAddress = !m_address.isEmpty() && found.metres.value_or(0) <= m_bounds.addressMetres &&
                            m_address == plainAddress(incident.details.place.address);
        found.samePlace = found.samePlace || found.sameAddress;
    }

    [[nodiscard]] bool isCalledBy(const Incident& incident) const {
        return std::ranges::any_of(incident.details.callers, [this](const Caller& caller) {
            const QString number = subscriber(caller.phone);
            return !number.isEmpty() && m_subscribers.contains(number);
        });
    }

private:
    std::optional<GeoPoint> m_at;
    QString m_address;
    QStringList m_subscribers;
    const HistoryBounds& m_bounds;
};

bool isAnotherReport(const Situation& situation, const Incident& incident, const IncidentId& self) {
    const Incident* own = situation.incidents().find(self);
    return incident.id == self ||
           (own && (incident.mergedInto == self || own->mergedInto == incident.id ||
                    (!own->mergedInto.isNull() && own->mergedInto == incident.mergedInto)));
}

} // namespace

QString plainAddress(const QString& address) {
    QString plain;
    for (const QChar c : address.normalized(QString::NormalizationForm_KC).toCaseFolded())
        if (c.isLetterOrNumber())
            plain += c;
    return plain.size() < leastOfAddress ? QString() : plain;
}

void HistoryIndex::add(quint64 what, quint32 row, bool isNew) {
    const Key key{what, row};
    if (isNew ||
        (!std::ranges::binary_search(m_sorted, key) && std::ranges::find(m_recent, key) == m_recent.end()))
        m_recent.push_back(key);
    if (m_recent.size() > mostUnsorted)
        settle();
}

void HistoryIndex::settle() {
    std::ranges::sort(m_recent);
    const auto middle = qsizetype(m_sorted.size());
    m_sorted.insert(m_sorted.end(), m_recent.begin(), m_recent.end());
    std::inplace_merge(m_sorted.begin(), m_sorted.begin() + middle, m_sorted.end());
    m_recent.clear();
}

void HistoryIndex::take(const Incident& incident) {
    const auto known = m_rowOf.constFind(incident.id);
    const bool isNew = known == m_rowOf.constEnd();
    const quint32 row = isNew ? quint32(m_rows.size()) : *known;
    if (isNew) {
        m_rowOf.insert(incident.id, row);
        m_rows.push_back({incident.id, incident.reportedAt});
    }
    const Place& place = incident.details.place;
    if (place.at)
        add(cellKey(cellOf(place.at->latitude()), cellOf(place.at->longitude())), row, isNew);
    if (const QString address = plainAddress(place.address); !address.isEmpty())
        add(wordKey(ofAddress, address), row, isNew);
    for (const Caller& caller : incident.details.callers)
        if (const QString number = subscriber(caller.phone); !number.isEmpty())
            add(wordKey(ofCaller, number), row, isNew);
}

void HistoryIndex::collect(quint64 what, std::vector<quint32>& rows) const {
    const auto same = std::ranges::equal_range(m_sorted, what, {}, &Key::what);
    for (const Key& key : same)
        rows.push_back(key.row);
    for (const Key& key : m_recent)
        if (key.what == what)
            rows.push_back(key.row);
}

QList<IncidentId> HistoryIndex::newest(std::vector<quint32> rows) const {
    std::ranges::sort(rows, [this](quint32 a, quint32 b) {
        return std::pair(m_rows[b].reportedAt, b) < std::pair(m_rows[a].reportedAt, a);
    });
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
    QList<IncidentId> found;
    found.reserve(std::min(mostCandidates, qsizetype(rows.size())));
    for (const quint32 row : rows) {
        if (found.size() == mostCandidates)
            break;
        found.append(m_rows[row].incident);
    }
    return found;
}

HistoryIndex::Hits HistoryIndex::find(const Place& place, const QList<Caller>& callers,
                                      const HistoryBounds& bounds) const {
    std::vector<quint32> there;
    std::vector<quint32> worded;
    std::vector<quint32> theirs;
    if (place.at) {
        const double latitude = place.at->latitude();
        const double wide =
            metresPerDegree * cellDegrees * std::max(0.01, std::cos(latitude * std::numbers::pi / 180));
        const int aside = std::clamp(int(std::ceil(bounds.metres / wide)), 1, mostCellsAside);
        const int along = std::max(1, int(std::ceil(bounds.metres / (metresPerDegree * cellDegrees))));
        for (qint64 row = -along; row <= along; ++row)
            for (qint64 column = -aside; column <= aside; ++column)
                collect(cellKey(cellOf(latitude) + row, cellOf(place.at->longitude()) + column), there);
    }
    if (const QString address = plainAddress(place.address); !address.isEmpty())
        collect(wordKey(ofAddress, address), worded);
    for (const Caller& caller : callers)
        if (const QString number = subscriber(caller.phone); !number.isEmpty())
            collect(wordKey(ofCaller, number), theirs);
    return {newest(std::move(there)), newest(std::move(worded)), newest(std::move(theirs))};
}

History historyOf(const Situation& situation, const HistoryIndex::Hits& hits, const IncidentDetails& details,
                  const IncidentId& self, const LikenessView& view, const HistoryBounds& bounds) {
    const Comparison comparison(details, bounds);
    const Incident* own = situation.incidents().find(self);
    const Instant until = own ? own->reportedAt : view.now;
    QHash<IncidentId, Earlier> found;
    const auto compare = [&](const QList<IncidentId>& candidates, const auto& with) {
        for (const IncidentId& id : candidates) {
            const Incident* incident = situation.incidents().find(id);
            if (!incident || isAnotherReport(situation, *incident, self) || incident->reportedAt > until ||
                until - incident->reportedAt > bounds.back || (view.sees && !view.sees(*incident)))
                continue;
            Earlier& earlier = found[id];
            earlier.incident = id;
            earlier.ago = view.now - incident->reportedAt;
            comparison.groundOf(*incident, earlier);
            with(*incident, earlier);
        }
    };
    compare(hits.place, [](const Incident&, Earlier&) {});
    compare(hits.callers, [&](const Incident& incident, Earlier& earlier) {
        earlier.sameCaller =
            (!view.knowsCallers || view.knowsCallers(incident)) && comparison.isCalledBy(incident);
    });
    compare(hits.address,
            [&](const Incident& incident, Earlier& earlier) { comparison.wordsOf(incident, earlier); });
    found.removeIf(
        [](QHash<IncidentId, Earlier>::iterator each) { return !each->samePlace && !each->sameCaller; });
    History history;
    for (const Earlier& each : std::as_const(found)) {
        constexpr auto week = std::chrono::hours(24 * 7);
        const Instant reportedAt = situation.incidents().find(each.incident)->reportedAt;
        history.atPlace += int(each.samePlace);
        history.ofCaller += int(each.sameCaller);
        history.atPlaceThisWeek += int(each.samePlace && until - reportedAt < week);
        history.earlier.append(each);
    }
    std::ranges::sort(history.earlier, [](const Earlier& a, const Earlier& b) {
        return std::pair(a.ago, a.incident) < std::pair(b.ago, b.incident);
    });
    history.earlier.resize(std::min(history.earlier.size(), bounds.most));
    return history;
}

} // namespace tridesk
