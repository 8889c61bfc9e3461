// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/gazetteer.h"

#include "maps/gazetteer/address_search.h"
#include "maps/gazetteer/name_search.h"
#include "maps/gazetteer/name_store.h"
#include "maps/gazetteer/reverse.h"
#include "maps/gazetteer/text.h"
#include "maps/geo/distance.h"

#include <algorithm>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

constexpr double SamePlaceMetres = 150;

bool isSame(const FoundPlace& a, const FoundPlace& b) {
    return a.kind == b.kind && a.nameZh == b.nameZh && a.nameEn == b.nameEn &&
           a.houseNumber == b.houseNumber && metresBetween(a.at, b.at) < SamePlaceMetres;
}

QList<FoundPlace> best(std::vector<Candidate> candidates, int limit) {
    std::ranges::stable_sort(candidates, {}, &Candidate::cost);
    QList<FoundPlace> places;
    for (const Candidate& candidate : candidates) {
        if (places.size() == limit)
            break;
        const bool known =
            std::ranges::any_of(places, [&](const FoundPlace& p) { return isSame(p, candidate.place); });
        if (known)
            continue;
        places.append(candidate.place);
        places.last().cost = candidate.cost;
    }
    return places;
}

} // namespace

class Gazetteer::Store {
public:
    explicit Store(NameStore opened)
        : names(std::move(opened)) {}
    NameStore names;
};

Gazetteer::Gazetteer(std::unique_ptr<Store> store)
    : m_store(std::move(store)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

std::expected<Gazetteer, QString> Gazetteer::open(const QString& path) {
    auto names = NameStore::open(path);
    if (!names)
        return std::unexpected(names.error());
    return Gazetteer(std::make_unique<Store>(std::move(*names)));
}

QList<FoundPlace> Gazetteer::find(const QString& text, const QGeoCoordinate& near, int limit) const {
    const QString cut = text.left(MaxTextLength);
    const NameSearch names(m_store->names);
    const AddressSearch addresses(m_store->names, names);
    std::vector<Candidate> candidates = addresses.crossings(cut, near);
    std::ranges::move(addresses.houses(cut, near), std::back_inserter(candidates));
    const auto add = [&](NameSearch::Similar similar) {
        std::ranges::move(names.find(folded(cut), near, NameSearch::Only::Everything, similar),
                          std::back_inserter(candidates));
    };
    add(NameSearch::Similar::No);
    // What fits as it is typed goes before what would with another letter.
    if (std::ranges::none_of(candidates, [](const Candidate& c) { return c.place.match != Match::Similar; }))
        std::ranges::move(addresses.crossingsWithoutJoint(cut, near), std::back_inserter(candidates));
    if (candidates.empty())
        add(NameSearch::Similar::IfNothingElse);
    return best(std::move(candidates), std::clamp(limit, 1, MaxResults));
}

WhereIs Gazetteer::reverse(const QGeoCoordinate& at) const {
    return whereIs(m_store->names, at);
}

std::optional<FoundPlace> Gazetteer::streetAt(const QGeoCoordinate& at) const {
    return streetNear(m_store->names, at);
}

qint64 Gazetteer::placeCount() const {
    return m_store->names.placeCount();
}

} // namespace tridesk::maps
