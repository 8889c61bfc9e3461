// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/tags.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <osmium/osm/tag.hpp>
#include <string_view>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

std::string_view value(const osmium::TagList& tags, const char* key) {
    const char* text = tags.get_value_by_key(key);
    return text ? text : std::string_view{};
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, text) != list.end();
}

struct ClassName {
    std::string_view highway;
    RoadClass cls;
};

constexpr std::array ClassNames{
    ClassName{"motorway", RoadClass::Motorway},
    ClassName{"trunk", RoadClass::Trunk},
    ClassName{"primary", RoadClass::Primary},
    ClassName{"secondary", RoadClass::Secondary},
    ClassName{"tertiary", RoadClass::Tertiary},
    ClassName{"unclassified", RoadClass::Unclassified},
    ClassName{"road", RoadClass::Unclassified},
    ClassName{"residential", RoadClass::Residential},
    ClassName{"living_street", RoadClass::LivingStreet},
    ClassName{"service", RoadClass::Service},
    ClassName{"busway", RoadClass::Service},
    ClassName{"track", RoadClass::Track},
    ClassName{"pedestrian", RoadClass::Pedestrian},
    ClassName{"footway", RoadClass::Footway},
    ClassName{"path", RoadClass::Footway},
    ClassName{"cycleway", RoadClass::Footway},
    ClassName{"steps", RoadClass::Footway},
    ClassName{"bridleway", RoadClass::Footway},
};

OneWay oneWayOf(const osmium::TagList& tags, const RoadWay& way) {
    const std::string_view said = value(tags, "oneway");
    if (isOneOf(said, {"yes", "true", "1"}))
        return OneWay::Forward;
    if (isOneOf(said, {"-1", "reverse"}))
        return OneWay::Backward;
    if (isOneOf(said, {"no", "false", "0"}))
        return OneWay::No;
    return way.roundabout || way.cls == RoadClass::Motorway ? OneWay::Forward : OneWay::No;
}

Access accessOf(const osmium::TagList& tags) {
    // the more particular tag wins
    for (const char* key : {"motorcar", "motor_vehicle", "vehicle", "access"}) {
        const std::string_view said = value(tags, key);
        if (said.empty())
            continue;
        if (said == "no")
            return std::strcmp(key, "access") == 0 ? Access::Private : Access::NoVehicles;
        if (isOneOf(said, {"private", "permit", "residents", "employees"}))
            return Access::Private;
        if (isOneOf(said, {"destination", "customers", "delivery", "permissive_destination"}))
            return Access::Destination;
        return Access::Open;
    }
    return Access::Open;
}

bool isYes(std::string_view said) {
    return isOneOf(said, {"yes", "designated", "official", "permissive"});
}

// What a road closed to cars leaves to buses, emergencies and people, and who may go against its one-way.
void takePrivileges(const osmium::TagList& tags, std::string_view highway, RoadWay& way) {
    if (highway == "busway")
        way.access = Access::NoVehicles;
    const bool isForBuses = highway == "busway" || isYes(value(tags, "bus")) || isYes(value(tags, "psv"));
    const bool isClosed = way.access == Access::NoVehicles || way.access == Access::Private;
    way.busOnly = isForBuses && isClosed;
    way.emergency = isYes(value(tags, "emergency"));
    way.noFoot = isOneOf(value(tags, "foot"), {"no", "private"});
    way.busAgainst = value(tags, "oneway:bus") == "no" || value(tags, "oneway:psv") == "no" ||
                     isOneOf(value(tags, "busway"), {"opposite_lane", "opposite"});
    way.bicycleAgainst = value(tags, "oneway:bicycle") == "no" ||
                         isOneOf(value(tags, "cycleway"), {"opposite", "opposite_lane", "opposite_track"});
}

bool isSet(std::string_view said) {
    return !said.empty() && said != "no" && said != "false" && said != "0";
}

/// Keys that make a named thing a point of interest, the telling ones first.
constexpr std::array PoiKeys{"amenity",    "shop",     "tourism",   "leisure", "office",
                             "healthcare", "historic", "emergency", "railway", "aeroway",
                             "natural",    "sport",    "craft",     "club",    "man_made",
                             "waterway",   "building", "highway",   "landuse", "public_transport"};

bool isPoi(std::string_view key, std::string_view said) {
    if (!isSet(said))
        return false;
    if (key == "railway")
        return isOneOf(said, {"station", "halt", "tram_stop", "subway_entrance"});
    if (key == "highway") // all else under highway is a road or its furniture
        return isOneOf(said, {"bus_stop", "services", "rest_area"});
    if (key == "landuse" || key == "man_made" || key == "waterway" || key == "natural")
        return !isOneOf(said, {"surveillance", "tree", "tree_row", "coastline"});
    return true;
}

/// Settlements, quarters and compounds: what people name when they say where they are.
bool isArea(std::string_view key, std::string_view said) {
    return key == "place" ||
           (key == "landuse" && isOneOf(said, {"residential", "industrial", "commercial", "retail"}));
}

QString classText(std::string_view key, std::string_view said) {
    return (QString::fromUtf8(key) + u'=' + QString::fromUtf8(said)).left(Place::MaxNameLength);
}

Place namedPlace(const Names& names, const osmium::TagList& tags, PlaceKind kind, const QString& osmClass) {
    Place place;
    place.kind = kind;
    place.nameZh = names.zh;
    place.nameEn = names.en;
    place.namePinyin = names.pinyin;
    place.street = textTag(tags, "addr:street");
    place.houseNumber = textTag(tags, "addr:housenumber");
    place.osmClass = osmClass;
    place.ref = textTag(tags, "ref");
    return place;
}

PlaceKind kindOf(std::string_view key, std::string_view said) {
    if (key == "amenity" && said == "police")
        return PlaceKind::Station;
    return isArea(key, said) ? PlaceKind::Area : PlaceKind::Poi;
}

std::optional<Place> poiOf(const Names& names, const osmium::TagList& tags) {
    const std::string_view place = value(tags, "place");
    if (isSet(place))
        return namedPlace(names, tags, PlaceKind::Area, classText("place", place));
    for (const char* key : PoiKeys) {
        const std::string_view said = value(tags, key);
        if (isPoi(key, said))
            return namedPlace(names, tags, kindOf(key, said), classText(key, said));
    }
    return std::nullopt;
}

std::optional<Place> addressOf(const osmium::TagList& tags, qint64* cut) {
    Place place;
    place.kind = PlaceKind::Address;
    place.houseNumber = textTag(tags, "addr:housenumber", cut);
    place.street = textTag(tags, "addr:street", cut);
    if (place.street.isEmpty())
        place.street = textTag(tags, "addr:place", cut);
    if (place.houseNumber.isEmpty() || place.street.isEmpty())
        return std::nullopt;
    place.osmClass = u"addr:housenumber"_s;
    return place;
}

} // namespace

QString textTag(const osmium::TagList& tags, const char* key, qint64* cut) {
    const QString text = QString::fromUtf8(value(tags, key)).trimmed();
    if (text.size() <= Place::MaxNameLength)
        return text;
    if (cut)
        ++*cut;
    return text.left(Place::MaxNameLength);
}

Names namesOf(const osmium::TagList& tags, qint64* cut) {
    Names names{.zh = textTag(tags, "name:zh", cut),
                .en = textTag(tags, "name:en", cut),
                .pinyin = textTag(tags, "name:zh_pinyin", cut)};
    if (names.zh.isEmpty())
        names.zh = textTag(tags, "name", cut);
    return names;
}

double speedOf(const char* text) {
    const std::string_view said = text ? text : std::string_view{};
    double speed = 0;
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), speed);
    if (error != std::errc{} || !std::isfinite(speed))
        return 0;
    const std::string_view unit(end, static_cast<size_t>(said.data() + said.size() - end));
    if (unit.find("mph") != std::string_view::npos)
        speed *= 1.609344;
    return speed >= 1 && speed <= 200 ? speed : 0;
}

quint8 turnExemptionsOf(std::string_view except) {
    static constexpr std::array<std::pair<std::string_view, quint8>, 6> Groups{
        std::pair<std::string_view, quint8>{"motorcar", TurnCar},
        {"motorcycle", TurnMotorcycle},
        {"psv", TurnPsv},
        {"bus", TurnPsv},
        {"bicycle", TurnBicycle},
        {"emergency", TurnEmergency}};
    quint8 exempt = 0;
    while (!except.empty()) {
        const std::size_t end = std::min(except.find(';'), except.size());
        std::string_view word = except.substr(0, end);
        word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
        word = word.substr(0, word.find_last_not_of(' ') + 1);
        for (const auto& [name, group] : Groups)
            exempt |= word == name ? group : 0;
        except.remove_prefix(std::min(end + 1, except.size()));
    }
    return exempt;
}

std::optional<RoadWay> roadOf(const osmium::TagList& tags, qint64* cut) {
    std::string_view highway = value(tags, "highway");
    if (highway.empty() || value(tags, "area") == "yes")
        return std::nullopt;
    RoadWay way;
    if (highway.ends_with("_link")) {
        way.link = true;
        highway.remove_suffix(5);
    }
    const auto found = std::ranges::find(ClassNames, highway, &ClassName::highway);
    if (found == ClassNames.end())
        return std::nullopt;
    way.cls = found->cls;
    const Names names = namesOf(tags, cut);
    way.nameZh = names.zh;
    way.nameEn = names.en;
    way.ref = textTag(tags, "ref", cut);
    way.roundabout = isOneOf(value(tags, "junction"), {"roundabout", "circular"});
    way.oneWay = oneWayOf(tags, way);
    way.access = accessOf(tags);
    takePrivileges(tags, highway, way);
    way.maxSpeedKmh = speedOf(tags.get_value_by_key("maxspeed"));
    way.bridge = isSet(value(tags, "bridge"));
    way.tunnel = isSet(value(tags, "tunnel"));
    return way;
}

QList<Place> placesOf(const osmium::TagList& tags, qint64* cut) {
    QList<Place> places;
    if (tags.empty() || value(tags, "man_made") == "surveillance")
        return places;
    const Names names = namesOf(tags, cut);
    if (!names.zh.isEmpty() || !names.en.isEmpty()) {
        if (const auto poi = poiOf(names, tags))
            places.append(*poi);
    }
    if (const auto address = addressOf(tags, cut))
        places.append(*address);
    return places;
}

double headingOf(const osmium::TagList& tags) {
    std::string_view said = value(tags, "camera:direction");
    if (said.empty())
        said = value(tags, "direction");
    static constexpr std::array<std::string_view, 16> Compass{
        "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"};
    const auto point = std::ranges::find(Compass, said);
    if (point != Compass.end())
        return 22.5 * static_cast<double>(point - Compass.begin());
    double degrees = 0;
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), degrees);
    if (error != std::errc{} || !std::isfinite(degrees))
        return 0;
    degrees = std::fmod(degrees, 360.0);
    return degrees < 0 ? degrees + 360 : degrees;
}

} // namespace tridesk::maps
