// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/builder.h"

#include "maps/gazetteer/database.h"
#include "maps/gazetteer/pinyin.h"
#include "maps/gazetteer/schema.h"
#include "maps/gazetteer/streets.h"
#include "maps/gazetteer/text.h"
#include "maps/gazetteer/tokens.h"
#include "maps/gazetteer/vocabulary.h"
#include "maps/geo/distance.h"

#include <QFile>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>
#include <vector>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;
using gazetteer_schema::UnitsPerDegree;

constexpr double SaidTwiceMetres = 150;   // a shop as a node and again as its building
constexpr double SameStreetMetres = 3000; // how far from a street a house may say to stand in it

// How far finish() is after each of its steps: shares of its time over Malta.
constexpr double StreetsGathered = 0.16;
constexpr double PlacesKept = 0.2;
constexpr double AddressesWritten = 0.27;
constexpr double StreetsWritten = 0.37;
constexpr double NamesWritten = 0.85;
constexpr double KeysOfRest = 0.4; // of what is left then
constexpr double IndexesOfRest = 0.6;

int units(double degrees) {
    return static_cast<int>(std::lround(degrees * UnitsPerDegree));
}

int importance(PlaceKind kind) {
    switch (kind) {
    case PlaceKind::Street:
        return 0;
    case PlaceKind::Station:
        return 1;
    case PlaceKind::Area:
        return 2;
    case PlaceKind::Intersection:
        return 3;
    case PlaceKind::Poi:
        return 4;
    case PlaceKind::Camera:
    case PlaceKind::Named:
        return 5;
    case PlaceKind::Address:
        return 6;
    }
    return 6;
}

QStringList namesOf(const Place& place) {
    QStringList keys;
    for (const QString& name : {place.nameZh, place.nameEn, place.ref}) {
        const QString key = keyOf(folded(name));
        if (!key.isEmpty())
            keys.append(key);
    }
    return keys;
}

double metresToStreet(const Street& street, const QGeoCoordinate& at) {
    const LocalPlane plane(at);
    double least = INFINITY;
    for (const QList<QGeoCoordinate>& piece : street.pieces) {
        for (qsizetype index = 1; index < piece.size(); ++index) {
            const NearestOnStretch near =
                nearestToOrigin(plane.toPlane(piece.at(index - 1)), plane.toPlane(piece.at(index)));
            least = std::min(least, near.metres);
        }
    }
    // A street that only addresses name has one point and no stretch.
    return std::isfinite(least) ? least : metresBetween(street.at, at);
}

} // namespace

class GazetteerBuilder::Work {
public:
    std::expected<void, QString> open(const QString& path) {
        m_path = path;
        m_part = path + u".part"_s;
        QFile::remove(m_part);
        auto database = Database::open(m_part, Database::Mode::New);
        if (!database)
            return std::unexpected(database.error());
        m_database = std::make_unique<Database>(std::move(*database));
        // The file is new and counts only once it is whole: a journal of it would be for nothing.
        run(u"PRAGMA journal_mode=OFF"_s);
        run(u"PRAGMA cache_size=-65536"_s);
        run(u"BEGIN"_s);
        for (const QString& table : gazetteer_schema::tables())
            run(table);
        // Nobody reads while it is written: gather much before each merge, and merge once, at the end.
        run(u"INSERT INTO name_text(name_text, rank) VALUES('hashsize', 67108864)"_s);
        run(u"INSERT INTO name_text(name_text, rank) VALUES('automerge', 0)"_s);
        if (!m_error.isEmpty())
            return std::unexpected(m_error);
        return {};
    }

    void add(const Place& place) {
        if (!place.at.isValid()) {
            ++m_counts.leftOut;
            return;
        }
        if (place.kind == PlaceKind::Address)
            m_addresses.push_back(place);
        else
            m_places.push_back(place);
    }

    void add(const RoadWay& way) {
        if (!way.nameZh.isEmpty() || !way.nameEn.isEmpty() || !way.ref.isEmpty())
            m_ways.push_back(way);
    }

    std::expected<GazetteerCounts, QString> finish(const BuildWatch& watch) {
        if (!m_database)
            return std::unexpected(u"gazetteer: not opened"_s);
        const auto stretch = [&](double from, double to) { return BuildStretch(watch, from, to); };
        m_network = gatherStreets(m_ways);
        indexStreets();
        keepGoing(stretch(0, StreetsGathered).at(1));
        // before the streets: what stands there as a street already is looked up, not written
        keepPlaces(stretch(StreetsGathered, PlacesKept));
        writeAddresses(stretch(PlacesKept, AddressesWritten));
        writeStreets(stretch(AddressesWritten, StreetsWritten));
        writeNames(stretch(StreetsWritten, NamesWritten));
        writeRest(stretch(NamesWritten, 1));
        m_database.reset();
        if (m_error.isEmpty())
            putInPlace();
        if (m_error.isEmpty())
            return m_counts;
        QFile::remove(m_part);
        return std::unexpected(m_error);
    }

    ~Work() {
        m_database.reset();
        if (!m_part.isEmpty())
            QFile::remove(m_part);
    }

private:
    void run(const QString& sql, const QVariantList& values = {}) {
        if (m_error.isEmpty())
            keep(m_database->run(sql, values));
    }
    void run(QSqlQuery& query, const QVariantList& values) {
        if (m_error.isEmpty())
            keep(Database::run(query, values));
    }
    void keep(const QString& error) {
        if (!error.isEmpty())
            m_error = u"%1: %2"_s.arg(m_path, error);
    }

    // False: it was told to end, or has failed before, and nothing more is done.
    bool keepGoing(bool isWanted) {
        if (!isWanted)
            keep(QString::fromUtf16(endedText));
        return m_error.isEmpty();
    }

    void indexStreets() {
        for (std::size_t street = 0; street < m_network.streets.size(); ++street)
            indexStreet(street);
    }

    void indexStreet(std::size_t street) {
        const Street& s = m_network.streets[street];
        for (const QString& name : {s.nameZh, s.nameEn}) {
            const QString key = keyOf(folded(name));
            if (!key.isEmpty())
                m_streetsByKey[key].push_back(street);
        }
    }

    std::optional<std::size_t> streetNear(const QString& key, const QGeoCoordinate& at) const {
        std::optional<std::size_t> best;
        double least = SameStreetMetres;
        for (const std::size_t street : m_streetsByKey.value(key)) {
            const double metres = metresToStreet(m_network.streets[street], at);
            if (metres < least) {
                least = metres;
                best = street;
            }
        }
        return best;
    }

    // Keeps the places to be written, most important first.
    void keepPlaces(const BuildStretch& stretch) {
        std::ranges::stable_sort(m_places, {}, [](const Place& place) { return importance(place.kind); });
        QHash<QString, QList<QGeoCoordinate>> said;
        qint64 looked = 0;
        for (const Place& place : m_places) {
            if (!keepGoing(stretch.count(++looked, qint64(m_places.size()))))
                return;
            const QStringList keys = namesOf(place);
            const QString key = keys.value(0);
            const bool isStreet = place.kind == PlaceKind::Street && streetNear(key, place.at);
            QList<QGeoCoordinate>& before = said[key + place.osmClass];
            const bool twice = std::ranges::any_of(before, [&](const QGeoCoordinate& at) {
                return metresBetween(at, place.at) < SaidTwiceMetres;
            });
            if (keys.isEmpty() || isStreet || twice) {
                ++m_counts.leftOut;
                continue;
            }
            before.append(place.at);
            m_kept.push_back(place);
        }
    }

    void writeAddresses(const BuildStretch& stretch) {
        QSqlQuery insert = m_database->prepare(u"INSERT INTO address VALUES(?,?,?,?,?,?)"_s);
        QSqlQuery index = m_database->prepare(u"INSERT INTO address_at VALUES(?,?,?,?,?)"_s);
        qint64 id = 0;
        qint64 looked = 0;
        QHash<QString, QGeoCoordinate> said;
        for (const Place& address : m_addresses) {
            if (!keepGoing(stretch.count(++looked, qint64(m_addresses.size()))))
                return;
            const QString key = keyOf(folded(address.street));
            const QString house = houseKey(address.houseNumber);
            if (key.isEmpty() || house.isEmpty()) {
                ++m_counts.leftOut;
                continue;
            }
            const std::size_t street = streetOf(address, key);
            QGeoCoordinate& before = said[QString::number(street) + u' ' + house];
            if (before.isValid() && metresBetween(before, address.at) < SaidTwiceMetres) {
                ++m_counts.leftOut;
                continue;
            }
            before = address.at;
            run(insert, {++id, streetId(street), address.houseNumber, house, address.at.latitude(),
                         address.at.longitude()});
            runBox(index, id, {address.at});
        }
        m_counts.places += id;
    }

    // The street that an address names, or a new one that only addresses name (a village, a block).
    std::size_t streetOf(const Place& address, const QString& key) {
        if (const auto known = streetNear(key, address.at))
            return *known;
        Street street;
        street.nameZh = address.street;
        street.at = address.at;
        m_network.streets.push_back(street);
        indexStreet(m_network.streets.size() - 1);
        return m_network.streets.size() - 1;
    }

    static qint64 streetId(std::size_t street) { return static_cast<qint64>(street) + 1; }

    void writeStreets(const BuildStretch& stretch) {
        QSqlQuery insert = m_database->prepare(u"INSERT INTO street_piece VALUES(?,?,?)"_s);
        QSqlQuery index = m_database->prepare(u"INSERT INTO street_piece_at VALUES(?,?,?,?,?)"_s);
        qint64 piece = 0;
        for (std::size_t street = 0; street < m_network.streets.size(); ++street) {
            if (!keepGoing(stretch.count(qint64(street), qint64(m_network.streets.size()))))
                return;
            for (const QList<QGeoCoordinate>& points : m_network.streets[street].pieces) {
                run(insert, {++piece, streetId(street), packPoints(points)});
                runBox(index, piece, points);
            }
        }
        QSqlQuery crossing = m_database->prepare(u"INSERT INTO crossing VALUES(?,?,?,?)"_s);
        for (const Crossing& c : m_network.crossings)
            run(crossing, {streetId(c.first), streetId(c.second), c.at.latitude(), c.at.longitude()});
        m_counts.streets = static_cast<qint64>(m_network.streets.size());
        m_counts.intersections = static_cast<qint64>(m_network.crossings.size());
    }

    void runBox(QSqlQuery& query, qint64 id, const QList<QGeoCoordinate>& points) {
        const auto [south, north] = std::ranges::minmax(points, {}, &QGeoCoordinate::latitude);
        const auto [west, east] = std::ranges::minmax(points, {}, &QGeoCoordinate::longitude);
        run(query, {id, units(south.latitude()), units(north.latitude()), units(west.longitude()),
                    units(east.longitude())});
    }

    // Streets have the first ids, as their pieces and houses say; the places follow.
    void writeNames(const BuildStretch& stretch) {
        QSqlQuery insert = m_database->prepare(u"INSERT INTO name VALUES(?,?,?,?,?,?,?,?,?)"_s);
        QSqlQuery text = m_database->prepare(u"INSERT INTO name_text(rowid, tokens) VALUES(?,?)"_s);
        QSqlQuery box = m_database->prepare(u"INSERT INTO name_at VALUES(?,?,?,?,?)"_s);
        qint64 id = 0;
        const auto all = qint64(m_network.streets.size() + m_kept.size());
        for (const Street& street : m_network.streets) {
            if (!keepGoing(stretch.count(id, all)))
                return;
            Place place;
            place.kind = PlaceKind::Street;
            place.nameZh = street.nameZh;
            place.nameEn = street.nameEn;
            place.at = street.at;
            place.ref = street.ref;
            place.osmClass = street.pieces.empty() ? u"addr:street"_s : u"highway"_s;
            writeName(insert, text, ++id, place);
        }
        for (const Place& place : m_kept) {
            if (!keepGoing(stretch.count(id, all)))
                return;
            writeName(insert, text, ++id, place);
            runBox(box, id, {place.at});
        }
        m_counts.places += id + m_counts.intersections;
    }

    void writeName(QSqlQuery& insert, QSqlQuery& text, qint64 id, const Place& place) {
        NameForms forms{.zh = folded(place.nameZh),
                        .en = folded(place.nameEn),
                        .syllables = {},
                        .ref = folded(place.ref)};
        forms.syllables = m_pinyin.syllables(forms.zh);
        // Who mapped the place knows better how it is read, if they parted the syllables.
        const QStringList given = folded(place.namePinyin).split(u' ', Qt::SkipEmptyParts);
        if (!forms.syllables.isEmpty() && given.size() == forms.syllables.size())
            forms.syllables = given;
        run(insert, {id, static_cast<int>(place.kind), place.nameZh, place.nameEn, forms.syllables.join(u' '),
                     place.osmClass, place.ref, place.at.latitude(), place.at.longitude()});
        for (const QString& key : keysOf(forms)) {
            m_keys.emplace_back(key.toUtf8(), id);
            if (place.kind == PlaceKind::Street)
                m_keys.emplace_back(streetKey(key).toUtf8(), id);
        }
        const QStringList tokens = tokensOf(forms, place.at);
        run(text, {id, tokens.join(u' ')});
        for (const QString& token : tokens) {
            if (tokens::isWord(token) || isHan(token))
                m_words.insert(token.toUtf8());
        }
    }

    // The merging of the full text, which takes most of it, tells nothing of how far it is.
    void writeRest(const BuildStretch& stretch) {
        QSqlQuery sign = m_database->prepare(u"INSERT INTO hanzi VALUES(?,?)"_s);
        const QHash<char32_t, QString>& signs = m_pinyin.signs();
        for (auto entry = signs.cbegin(); entry != signs.cend(); ++entry)
            run(sign, {static_cast<qint64>(entry.key()), entry.value()});
        writeKeys();
        if (!keepGoing(stretch.at(KeysOfRest)))
            return;
        for (const QString& index : gazetteer_schema::indexes())
            run(index);
        if (!keepGoing(stretch.at(IndexesOfRest)))
            return;
        run(u"INSERT INTO name_text(name_text) VALUES('optimize')"_s);
        run(u"INSERT INTO meta VALUES('format', ?)"_s, {gazetteer_schema::Format});
        run(u"INSERT INTO meta VALUES('places', ?)"_s, {m_counts.places});
        run(u"INSERT INTO meta VALUES('streets', ?)"_s, {m_counts.streets});
        run(u"INSERT INTO meta VALUES('words', ?)"_s, {Vocabulary::pack(m_words)});
        run(u"COMMIT"_s);
    }

    // In their order, which fills the pages of the table from one end.
    void writeKeys() {
        std::ranges::sort(m_keys);
        const auto repeats = std::ranges::unique(m_keys);
        m_keys.erase(repeats.begin(), repeats.end());
        QSqlQuery insert = m_database->prepare(u"INSERT INTO key VALUES(?,?)"_s);
        for (const auto& [key, id] : m_keys)
            run(insert, {QString::fromUtf8(key), id});
    }

    void putInPlace() {
        // rename(2) replaces what is there in one step, where QFile::rename would not.
        if (std::rename(QFile::encodeName(m_part).constData(), QFile::encodeName(m_path).constData()) != 0)
            m_error = u"%1: cannot be put in place"_s.arg(m_path);
    }

    QString m_path;
    QString m_part;
    QString m_error;                      ///< the first
    std::unique_ptr<Database> m_database; ///< once open() has made it
    std::vector<Place> m_places;
    std::vector<Place> m_kept;
    std::vector<Place> m_addresses;
    std::vector<RoadWay> m_ways;
    StreetNetwork m_network;
    QHash<QString, std::vector<std::size_t>> m_streetsByKey;
    Pinyin m_pinyin;
    QSet<QByteArray> m_words;
    std::vector<std::pair<QByteArray, qint64>> m_keys;
    GazetteerCounts m_counts;
};

GazetteerBuilder::GazetteerBuilder()
    : m_work(std::make_unique<Work>()) {}

GazetteerBuilder::~GazetteerBuilder() = default;

std::expected<void, QString> GazetteerBuilder::open(const QString& path) {
    return m_work->open(path);
}

void GazetteerBuilder::add(const Place& place) {
    m_work->add(place);
}

void GazetteerBuilder::add(const RoadWay& way) {
    m_work->add(way);
}

std::expected<GazetteerCounts, QString> GazetteerBuilder::finish(const BuildWatch& watch) {
    return m_work->finish(watch);
}

} // namespace tridesk::maps
