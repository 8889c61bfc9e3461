// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/gazetteer.h"

#include "maps/gazetteer/address_search.h"
#include "maps/gazetteer/database.h"
#include "maps/gazetteer/name_search.h"
#include "maps/gazetteer/reverse.h"
#include "maps/gazetteer/schema.h"
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
        if (!known)
            places.append(candidate.place);
    }
    return places;
}

} // namespace

class Gazetteer::Store {
public:
    explicit Store(Database opened)
        : database(std::move(opened)) {}
    Database database;
    qint64 places = 0;
};

Gazetteer::Gazetteer(std::unique_ptr<Store> store)
    : m_store(std::move(store)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

std::expected<Gazetteer, QString> Gazetteer::open(const QString& path) {
    auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return std::unexpected(database.error());
    auto store = std::make_unique<Store>(std::move(*database));
    QSqlQuery meta = store->database.prepare(u"SELECT value FROM meta WHERE key = ?"_s);
    const QString error = Database::run(meta, {u"format"_s});
    if (!error.isEmpty() || !meta.next())
        return std::unexpected(u"%1: not a gazetteer: %2"_s.arg(path, error));
    const int format = meta.value(0).toInt();
    if (format != gazetteer_schema::Format)
        return std::unexpected(
            u"%1: gazetteer of format %2, this program reads format %3"_s.arg(path).arg(format).arg(
                gazetteer_schema::Format));
    if (Database::run(meta, {u"places"_s}).isEmpty() && meta.next())
        store->places = meta.value(0).toLongLong();
    return Gazetteer(std::move(store));
}

QList<FoundPlace> Gazetteer::find(const QString& text, const QGeoCoordinate& near, int limit) const {
    const QString cut = text.left(MaxTextLength);
    const NameSearch names(m_store->database);
    const AddressSearch addresses(m_store->database, names);
    std::vector<Candidate> candidates = addresses.crossings(cut, near);
    std::ranges::move(addresses.houses(cut, near), std::back_inserter(candidates));
    const auto similar = candidates.empty() ? NameSearch::Similar::IfNothingElse : NameSearch::Similar::No;
    std::ranges::move(names.find(folded(cut), near, NameSearch::Only::Everything, similar),
                      std::back_inserter(candidates));
    if (candidates.empty())
        candidates = addresses.crossingsWithoutJoint(cut, near);
    return best(std::move(candidates), std::clamp(limit, 1, MaxResults));
}

WhereIs Gazetteer::reverse(const QGeoCoordinate& at) const {
    return whereIs(m_store->database, at);
}

qint64 Gazetteer::placeCount() const {
    return m_store->places;
}

} // namespace tridesk::maps
