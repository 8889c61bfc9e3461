// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/fill.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tridesk::maps::city {

namespace {

Tags named(Tags tags, const Name& name) {
    addName(tags, name);
    return tags;
}

Tags levels(const char* kind, int count) {
    return {{"building", kind}, {"building:levels", std::to_string(count)}};
}

/// A plot with its tags, entered from its front; returns the land to build on.
Ring open(Site& site, const Block& block, Tags tags, const Name& name) {
    const Ring plot = plotOf(site, block);
    if (plot.empty())
        return plot;
    const int front = frontEdge(site, block);
    if (front >= 0)
        append(tags, addressTags(site, block, static_cast<std::size_t>(front), 0.5));
    drawArea(site, plot, named(std::move(tags), name));
    return area(plot) > 5000 ? enter(site, block, plot, front, name) : inset(plot, 4);
}

/// Buildings where they fit around the middle, largest first.
void cluster(Site& site, const Ring& land, const Tags& tags, const std::vector<std::pair<Vec, Ring>>& parts) {
    if (land.empty())
        return;
    const Vec axis = eastAxis(land);
    const Vec middle = centroid(land);
    const double scale = std::sqrt(area(land));
    for (const auto& [place, shape] : parts) {
        const Vec at = middle + axis * (place.x * scale) + left(axis) * (place.y * scale);
        for (const double size : {1.0, 0.75, 0.5}) {
            Ring scaled = shape;
            for (Vec& p : scaled)
                p = p * size;
            if (build(site, land, at, axis, scaled, tags))
                break;
        }
    }
}

/// A running track with a pitch in it; 400 metres around where the land allows.
void drawTrack(Site& site, const Ring& land, Vec at, Vec axis, double half) {
    const double straight = half * 0.95;
    const double bend = half * 0.72;
    Ring ring;
    for (int side : {1, -1})
        for (int k = 0; k <= 8; ++k) {
            const Vec round =
                oval({}, {1, 0}, bend, bend, 16)[static_cast<std::size_t>((k + (side > 0 ? 12 : 4)) % 16)];
            ring.push_back(at + axis * (side * straight + round.x) + left(axis) * round.y);
        }
    if (!std::ranges::all_of(ring, [&](Vec p) { return holds(land, p); }))
        return;
    site.standing.push_back(box(at, axis, straight + bend, bend));
    drawArea(site, ring, {{"leisure", "track"}});
    drawArea(site, box(at, axis, straight, bend * 0.68), {{"leisure", "pitch"}, {"sport", "soccer"}});
}

/// The first of a kind have numbers, the others names.
Name schoolName(Site& site, int number, bool primary) {
    if (number > 9)
        return primary ? site.names.rootWith("小学", "Primary School")
                       : site.names.rootWith("中学", "Middle School");
    const std::string ordinal = Names::ordinalZh(number);
    const std::string en =
        " No. " + std::to_string(number) + (primary ? " Primary School" : " Middle School");
    return primary ? makeName("临江区 第" + ordinal + " 小学", "Linjiang" + en)
                   : makeName("云湖市 第" + ordinal + " 中学", "Yunhu" + en);
}

} // namespace

void fillSchool(Site& site, const Block& block, int number, bool primary) {
    const Name name = schoolName(site, number, primary);
    const Ring land = open(site, block, {{"amenity", "school"}}, name);
    if (land.empty())
        return;
    const Vec axis = eastAxis(land);
    const double half = std::min(62.0, depth(land) * 0.3);
    drawTrack(site, land, centroid(land) + axis * (std::sqrt(area(land)) * -0.22), axis, half * 0.9);
    const Tags tags = levels("school", primary ? 4 : 5);
    cluster(site, land, tags,
            {{{0.28, 0.12}, courtShape(58, 44, 12)},
             {{0.3, -0.25}, boxShape(56, 14)},
             {{0.0, 0.36}, boxShape(50, 13)},
             {{0.32, 0.38}, boxShape(30, 22)},
             {{-0.3, 0.36}, boxShape(44, 13)}});
}

void fillHospital(Site& site, const Block& block, int number) {
    static constexpr std::array<std::pair<const char*, const char*>, 6> Hospitals{
        {{"云湖市 人民 医院", "Yunhu People's Hospital"},
         {"临江区 中心 医院", "Linjiang Central Hospital"},
         {"云湖市 中医院", "Yunhu Hospital of Chinese Medicine"},
         {"云湖市 妇幼 保健院", "Yunhu Women and Children's Hospital"},
         {"云湖市 第二 人民 医院", "Yunhu Second People's Hospital"},
         {"临江区 康复 医院", "Linjiang Rehabilitation Hospital"}}};
    const auto index = static_cast<std::size_t>(number);
    const Name name = index < Hospitals.size() ? makeName(Hospitals[index].first, Hospitals[index].second)
                                               : site.names.rootWith("医院", "Hospital");
    const Ring land = open(site, block, {{"amenity", "hospital"}, {"emergency", "yes"}}, name);
    cluster(site, land, levels("hospital", site.random.between(8, 18)),
            {{{0, 0.1}, courtShape(90, 60, 22)},
             {{0.3, -0.25}, boxShape(60, 20)},
             {{-0.3, -0.25}, angleShape(60, 40, 17)},
             {{0, 0.38}, boxShape(70, 16)},
             {{-0.36, 0.2}, boxShape(20, 44)}});
}

void fillMarket(Site& site, const Block& block) {
    const Name name = site.names.rootWith("农贸 市场", "Market");
    const Ring land = open(site, block, {{"amenity", "marketplace"}}, name);
    cluster(site, land, levels("retail", 2),
            {{{0, 0}, boxShape(80, 48)},
             {{0, 0.33}, boxShape(70, 14)},
             {{0, -0.33}, boxShape(70, 14)},
             {{0.36, 0}, boxShape(16, 50)},
             {{-0.36, 0}, boxShape(16, 50)}});
}

void fillMall(Site& site, const Block& block) {
    static const std::vector<std::pair<std::string, std::string>> kinds{{"购物 广场", "Shopping Plaza"},
                                                                        {"百货 大厦", "Department Store"},
                                                                        {"天地", "Tiandi"},
                                                                        {"新天地", "Xintiandi"}};
    const auto& [zh, en] = site.random.pick(kinds);
    const Name name = site.names.rootWith(zh, en);
    const Ring land = open(site, block, {{"landuse", "retail"}, {"shop", "mall"}}, name);
    cluster(site, land, levels("retail", site.random.between(4, 7)),
            {{{-0.02, 0.0}, angleShape(120, 84, 46)},
             {{0.3, 0.3}, boxShape(34, 34)},
             {{-0.3, -0.32}, boxShape(50, 26)}});
    if (land.empty())
        return;
    for (int k = 0; k < 6; ++k)
        drawPoint(site, centroid(land) + Vec{site.random.real(-30, 30), site.random.real(-20, 20)},
                  someShop(site));
}

void fillOffices(Site& site, const Block& block, int kind) {
    struct Office {
        const char* zh;
        const char* en;
        const char* key;
        const char* value;
    };
    static constexpr std::array<Office, 14> Offices{{
        {"临江区 人民 政府", "Linjiang District Government", "amenity", "townhall"},
        {"临江区 政务 服务 中心", "Linjiang Government Service Centre", "office", "government"},
        {"临江区 人民 法院", "Linjiang People's Court", "amenity", "courthouse"},
        {"临江区 图书馆", "Linjiang Library", "amenity", "library"},
        {"云湖 博物馆", "Yunhu Museum", "tourism", "museum"},
        {"云湖 大剧院", "Yunhu Grand Theatre", "amenity", "theatre"},
        {"临江区 消防 救援 大队", "Linjiang Fire and Rescue Brigade", "amenity", "fire_station"},
        {"临江区 文化馆", "Linjiang Culture Centre", "amenity", "community_centre"},
        {"临江区 税务局", "Linjiang Tax Office", "office", "government"},
        {"云湖 汽车 客运 中心", "Yunhu Coach Station", "amenity", "bus_station"},
        {"滨江 消防 救援站", "Binjiang Fire Station", "amenity", "fire_station"},
        {"老城 消防 救援站", "Laocheng Fire Station", "amenity", "fire_station"},
        {"云湖 科技馆", "Yunhu Science Museum", "tourism", "museum"},
        {"临江 邮政 中心局", "Linjiang Post Office", "amenity", "post_office"},
    }};
    // after those that a district has one of come those that every quarter has
    const auto index = static_cast<std::size_t>(kind);
    const bool isOne = index < Offices.size();
    const Name name = isOne ? makeName(Offices[index].zh, Offices[index].en)
                            : site.names.rootWith("社区 服务 中心", "Community Centre");
    const char* key = isOne ? Offices[index].key : "amenity";
    const char* value = isOne ? Offices[index].value : "community_centre";
    const Ring land = open(site, block, {{key, value}, {"landuse", "commercial"}}, name);
    cluster(site, land, levels("public", site.random.between(4, 12)),
            {{{0, 0.12}, courtShape(80, 46, 16)},
             {{-0.32, -0.1}, boxShape(18, 50)},
             {{0.32, -0.1}, boxShape(18, 50)},
             {{0, 0.4}, boxShape(60, 14)}});
}

void fillCentre(Site& site, const Block& block) {
    static const std::vector<std::pair<std::string, std::string>> kinds{{"大厦", "Tower"},
                                                                        {"中心", "Centre"},
                                                                        {"国际 广场", "International Plaza"},
                                                                        {"金融 大厦", "Finance Tower"},
                                                                        {"大酒店", "Grand Hotel"},
                                                                        {"商务 中心", "Business Centre"}};
    const Ring plot = plotOf(site, block);
    if (plot.empty() || area(plot) < 900)
        return fillGreen(site, block);
    drawArea(site, plot, {{"landuse", "commercial"}});
    const Ring land = inset(plot, 5);
    const Vec axis = land.empty() ? Vec{1, 0} : eastAxis(land);
    const int front = frontEdge(site, block);
    Rows rows{.along = site.random.real(36, 50),
              .across = site.random.real(30, 42),
              .gap = site.random.real(18, 30),
              .pitch = site.random.real(62, 78),
              .towers = true};
    rowsOver(land, axis, rows, [&](int number, Vec at, Vec direction, double along) {
        const auto& [zh, en] = site.random.pick(kinds);
        Tags tags = levels("commercial", site.random.between(12, 46));
        const Ring shape =
            site.random.chance(0.3) ? angleShape(along, rows.across, 17) : boxShape(along, rows.across);
        if (!build(site, land, at, direction, shape, tags))
            return;
        const bool isHotel = std::string_view(zh) == "大酒店";
        Tags point{{isHotel ? "tourism" : "office", isHotel ? "hotel" : "company"}};
        addName(point, site.names.rootWith(zh, en));
        if (front >= 0)
            append(point, addressTags(site, block, static_cast<std::size_t>(front), 0.15 * (number % 6 + 1)));
        drawPoint(site, at, point);
        for (int k = site.random.below(3); k > 0; --k)
            drawPoint(site,
                      at + direction * site.random.real(-16, 16) +
                          left(direction) * site.random.real(-12, 12),
                      someShop(site));
    });
    for (std::size_t edge = 0; edge < block.edges.size(); ++edge)
        if (block.edges[edge].street >= 0)
            shopRow(site, block, plot, edge);
}

void fillCampus(Site& site, const Block& block, int part) {
    const Ring plot = plotOf(site, block);
    if (plot.empty())
        return;
    drawArea(site, plot, {{"amenity", "university"}});
    if (part == 3) {
        Tags point{{"amenity", "university"}};
        addName(point, makeName("云湖 大学", "Yunhu University"));
        drawPoint(site, centroid(plot), point);
    }
    const Ring land = inset(plot, 5);
    if (land.empty())
        return;
    const Vec axis = eastAxis(land);
    const double half = std::min(70.0, depth(land) * 0.33);
    switch (part % 4) {
    case 0:
        drawTrack(site, land, centroid(land), axis, half);
        break;
    case 1:
        drawArea(site, oval(centroid(land), axis, half * 1.1, half * 0.6, 18),
                 {{"natural", "water"}, {"water", "lake"}});
        break;
    case 2:
        rowsOver(land, axis, {.along = 62, .across = 14, .gap = 14, .pitch = 30},
                 [&](int, Vec at, Vec d, double along) {
                     build(site, land, at, d, boxShape(along, 14), levels("dormitory", 6));
                 });
        break;
    default:
        cluster(site, land, levels("university", 6),
                {{{0, 0}, courtShape(92, 56, 18)},
                 {{0.34, 0.1}, angleShape(60, 50, 17)},
                 {{-0.34, 0.1}, courtShape(60, 44, 15)},
                 {{0, -0.36}, boxShape(80, 18)},
                 {{0, 0.38}, boxShape(80, 18)}});
    }
}

void fillTemple(Site& site, const Block& block) {
    static const std::vector<std::pair<std::string, std::string>> kinds{
        {"寺", "Temple"}, {"古塔", "Pagoda"}, {"庙", "Shrine"}, {"祠", "Memorial Hall"}};
    const auto& [zh, en] = site.random.pick(kinds);
    const Ring plot = plotOf(site, block);
    if (plot.empty())
        return;
    Tags tags{{"amenity", "place_of_worship"}, {"landuse", "religious"}};
    addName(tags, site.names.rootWith(zh, en));
    drawArea(site, plot, tags);
    drawArea(site, inset(plot, 2).empty() ? plot : inset(plot, 2), {{"landuse", "grass"}});
    cluster(site, inset(plot, 3), levels("temple", 2),
            {{{0, 0}, boxShape(26, 16)},
             {{0, 0.3}, boxShape(20, 11)},
             {{0, -0.3}, boxShape(16, 9)},
             {{0.32, 0}, boxShape(8, 24)},
             {{-0.32, 0}, boxShape(8, 24)}});
}

void fillSports(Site& site, const Block& block) {
    const Ring land =
        open(site, block, {{"leisure", "sports_centre"}}, makeName("云湖 体育 中心", "Yunhu Sports Centre"));
    if (land.empty())
        return;
    const Vec axis = mainAxis(land);
    const Vec middle = centroid(land);
    const double half = std::min(130.0, depth(land) * 0.3);
    Tags stadium{{"building", "stadium"}, {"leisure", "stadium"}, {"building:levels", "8"}};
    addName(stadium, makeName("云湖 体育场", "Yunhu Stadium"));
    drawArea(site, oval(middle, axis, half, half * 0.8, 32), stadium);
    drawArea(site, box(middle, axis, half * 0.45, half * 0.3), {{"leisure", "pitch"}});
    for (int side : {1, -1}) {
        Tags hall{{"building", "sports_hall"}, {"building:levels", "4"}, {"leisure", "sports_centre"}};
        addName(hall, side > 0 ? makeName("云湖 体育馆", "Yunhu Arena")
                               : makeName("云湖 游泳馆", "Yunhu Swimming Hall"));
        const Vec at = middle + axis * (side * half * 1.75);
        const Ring ring = oval(at, axis, half * 0.42, half * 0.36, 20);
        if (std::ranges::all_of(ring, [&](Vec p) { return holds(land, p); }))
            drawArea(site, ring, hall);
    }
}

} // namespace tridesk::maps::city
