// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/city.h"

#include "maps/city/countryside.h"
#include "maps/city/landscape.h"
#include "maps/city/lots.h"
#include "maps/city/pbf_writer.h"
#include "maps/city/policing.h"
#include "maps/city/transit.h"

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

void markPlaces(city::Site& site, const city::Plan& plan) {
    using namespace city;
    Tags town{{"place", "city"}};
    addName(town, makeName("云湖市", "Yunhu"));
    const int axis = Plan::nearest(plan.columns, 0);
    drawPoint(site, plan.corner(axis, plan.south + 2) + Vec{200, 200}, town);
    Tags district{{"place", "district"}};
    addName(district, makeName("临江区", "Linjiang District"));
    drawPoint(site, plan.corner(axis, plan.ringNorth) + Vec{250, 300}, district);
}

/// 街道: the quarters that people name, one in each area.
void markQuarters(city::Site& site, const std::vector<city::Beat>& beats) {
    using namespace city;
    for (const Beat& beat : beats) {
        Tags tags{{"place", "suburb"}};
        Name name = beat.name;
        const auto swap = [](std::string& text, std::string_view from, std::string_view to) {
            if (const std::size_t at = text.find(from); at != std::string::npos)
                text.replace(at, from.size(), to);
        };
        swap(name.zh, "派出所", "街道");
        swap(name.pinyin, "Pàichūsuǒ", "Jiēdào");
        swap(name.en, "Police Station", "Subdistrict");
        addName(tags, name);
        drawPoint(site, beat.middle(), tags);
    }
}

} // namespace

QString cityName() {
    return u"云湖市临江区"_s;
}

city::OsmData generateCity(const CitySpec& spec) {
    using namespace city;
    const Prng random(spec.seed);
    OsmData out;
    const Ground ground(random);
    Names names(random);
    const Plan plan = makePlan(random, spec.size, names);
    Streets streets(ground, out);
    Skeleton skeleton(plan, ground, streets, out, random);
    skeleton.lay();
    Site site{.ground = ground,
              .streets = streets,
              .out = out,
              .names = names,
              .random = random.fork(61),
              .buildings = spec.buildings,
              .standing = {}};
    std::vector<Beat> beats = makeBeats(plan, spec.size, names);
    layElevatedRing(site, plan, skeleton);
    layExpressway(site, plan, skeleton);
    drawRiver(site, plan);
    drawCanal(site, plan);
    drawRailway(site, plan);
    drawMetro(site, plan);
    fillLots(site, plan, skeleton, beats);
    drawCountryside(site, plan, skeleton);
    drawBeats(site, plan, beats);
    drawCameras(site, plan, skeleton);
    markPlaces(site, plan);
    markQuarters(site, beats);
    streets.write();
    skeleton.restrictTurns();
    out.setBounds(rimOf(ground, plan));
    return out;
}

std::expected<void, QString> writeCity(const CitySpec& spec, const QString& pbfFile) {
    const bool fits =
        spec.size >= CitySpec::LeastSize && spec.size <= CitySpec::LargestSize; // and is a number
    if (!fits)
        return std::unexpected(u"size is %1, it has to be %2 to %3"_s.arg(spec.size)
                                   .arg(CitySpec::LeastSize)
                                   .arg(CitySpec::LargestSize));
    return city::writePbf(generateCity(spec), pbfFile);
}

} // namespace tridesk::maps
