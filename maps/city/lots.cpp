// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/lots.h"

#include "maps/city/fill.h"
#include "maps/city/landscape.h"
#include "maps/city/transit.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace tridesk::maps::city {

namespace {

enum class Use : std::uint8_t {
    ByZone,
    PrimarySchool,
    MiddleSchool,
    Hospital,
    Market,
    Mall,
    Park,
    Office,
    Village,
    Temple
};

struct Lot {
    Block block;
    Zone zone = Zone::Estates;
    Use use = Use::ByZone;
    int number = 0;
};

CutRules rulesOf(Zone zone) {
    switch (zone) {
    case Zone::Centre:
        return {.largest = 26'000,
                .shortest = 75,
                .secondAbove = 1.6e5,
                .minor = Rank::Residential,
                .oneWay = 0.35};
    case Zone::OldTown:
        return {.largest = 7'500,
                .shortest = 42,
                .secondAbove = 2.2e5,
                .minor = Rank::Living,
                .snap = 22,
                .oneWay = 0.25};
    case Zone::Slabs:
        return {.largest = 48'000, .shortest = 85, .secondAbove = 2.4e5, .oneWay = 0.06};
    case Zone::Industry:
        return {.largest = 115'000, .shortest = 140, .secondAbove = 5e5};
    case Zone::Campus:
        return {.largest = 52'000, .shortest = 100, .secondAbove = 1e9, .minor = Rank::Service};
    case Zone::Rural:
        return {.largest = 330'000, .shortest = 230, .secondAbove = 1e9};
    case Zone::Park:
        return {.largest = 240'000, .shortest = 120};
    case Zone::Station:
        return {.largest = 210'000, .shortest = 160};
    case Zone::Sports:
        return {.largest = 420'000, .shortest = 160};
    case Zone::Lake:
    case Zone::Hill:
    case Zone::Civic:
    case Zone::River:
        return {.largest = 1e12};
    case Zone::Estates:
        break;
    }
    return {.largest = 68'000, .shortest = 105, .secondAbove = 2.8e5, .oneWay = 0.04};
}

/// Cuts the blocks and gives out uses.
class Lots {
public:
    Lots(Site& site, const Plan& plan, const Skeleton& skeleton, std::vector<Beat>& beats)
        : m_site(site)
        , m_plan(plan)
        , m_skeleton(skeleton)
        , m_beats(beats)
        , m_cutter(site.streets, site.random.fork(71)) {}

    void run() {
        for (const Region& region : m_plan.regions)
            if (region.zone != Zone::River)
                cutRegion(region);
        houseStations();
        giveUses();
        for (Lot& lot : m_lots) {
            m_site.standing.clear();
            fill(lot);
        }
    }

private:
    void cutRegion(const Region& region);
    [[nodiscard]] std::vector<Block> withoutStrips(const std::vector<Block>& blocks) const;
    int newRoad(Rank rank, Zone zone);
    void houseStations();
    [[nodiscard]] bool suits(const Lot& lot, Use use) const;
    void giveHomes(std::vector<Lot*> homes);
    void giveUses();
    void fill(const Lot& lot);
    void fillCivic(const Block& block);
    void fillStationPart(const Block& block);

    Site& m_site;
    const Plan& m_plan;
    const Skeleton& m_skeleton;
    std::vector<Beat>& m_beats;
    Cutter m_cutter;
    std::vector<Lot> m_lots;
    int m_campusPart = 0;
    int m_offices = 6; ///< the first stand in the district's own quarter
    bool m_hasStation = false;
    bool m_hasStadium = false;
};

/// Takes the strips of the canal, the railway and the expressway out of blocks that they run through.
std::vector<Block> Lots::withoutStrips(const std::vector<Block>& blocks) const {
    struct Strip {
        Vec at, along;
        double half;
    };
    const Strip strips[]{{{0, m_plan.railway}, {1, 0}, RailwayStrip},
                         {{0, m_plan.expressway}, {1, 0}, ExpresswayStrip},
                         {{m_plan.canal, 0}, {0, 1}, CanalStrip}};
    std::vector<Block> result = blocks;
    for (const Strip& strip : strips) {
        std::vector<Block> next;
        for (const Block& block : result) {
            const Vec off = left(strip.along) * strip.half;
            const bool isCanalSouth = strip.along.y > 0 && centroid(block.corners).y < 0;
            const auto beside = [&](Vec p) { return cross(strip.along, p - strip.at); };
            const auto [least, most] = std::ranges::minmax(block.corners, {}, beside);
            if (isCanalSouth || beside(most) < strip.half || beside(least) > -strip.half) {
                next.push_back(block);
                continue;
            }
            for (const Block& part : {Cutter::part(block, strip.at + off, strip.at + off + strip.along),
                                      Cutter::part(block, strip.at - off, strip.at - off - strip.along)})
                if (part.corners.size() >= 3 && area(part.corners) > 800)
                    next.push_back(part);
        }
        result = std::move(next);
    }
    return result;
}

int Lots::newRoad(Rank rank, Zone zone) {
    if (zone == Zone::Campus || (zone == Zone::Rural && !m_site.random.chance(0.4)))
        return -1;
    if (zone == Zone::OldTown && rank == Rank::Living)
        return m_site.streets.addRoad(m_site.random.chance(0.6) ? m_site.names.rootWith("巷", "Lane")
                                                                : m_site.names.rootWith("弄", "Alley"));
    if (rank == Rank::Tertiary || m_site.random.chance(0.62))
        return m_site.streets.addRoad(m_site.names.rootWith("路", "Road"));
    return m_site.streets.addRoad(m_site.names.rootWith("街", "Street"));
}

void Lots::cutRegion(const Region& region) {
    CutRules rules = rulesOf(region.zone);
    rules.newRoad = [&](Rank rank) { return newRoad(rank, region.zone); };
    for (const Block& block : withoutStrips(m_skeleton.blocksOf(region)))
        m_cutter.cut(block, rules, [&](const Block& piece) { m_lots.push_back({piece, region.zone}); });
}

void Lots::houseStations() {
    for (Beat& beat : m_beats) {
        Lot* best = nullptr;
        double nearest = 1e18;
        for (Lot& lot : m_lots) {
            const bool fits = lot.zone == Zone::Estates || lot.zone == Zone::Slabs ||
                              lot.zone == Zone::Centre || lot.zone == Zone::Industry;
            const Vec at = centroid(lot.block.corners);
            const double size = area(lot.block.corners);
            if (!fits || !beat.holds(at) || size < 11'000 || size > 160'000)
                continue;
            const int front = frontEdge(m_site, lot.block);
            if (front < 0)
                continue;
            const Edge& edge = lot.block.edges[static_cast<std::size_t>(front)];
            const bool onMain = m_site.streets.street(edge.street).rank <= Rank::Secondary;
            const double far = length(at - beat.middle()) * (onMain ? 0.6 : 1);
            if (far < nearest) {
                nearest = far;
                best = &lot;
            }
        }
        if (best)
            best->block = buildStation(m_site, best->block, beat);
        if (!beat.housed)
            placeStation(m_site, beat);
    }
}

/// What a quarter needs, in turn: of a hundred blocks so many schools, so many markets.
constexpr std::array Needed{
    Use::PrimarySchool, Use::ByZone,   Use::ByZone,       Use::Market, Use::ByZone, Use::Park,   Use::ByZone,
    Use::Office,        Use::ByZone,   Use::MiddleSchool, Use::ByZone, Use::ByZone, Use::Mall,   Use::ByZone,
    Use::ByZone,        Use::Hospital, Use::ByZone,       Use::ByZone, Use::ByZone, Use::ByZone, Use::Park,
    Use::ByZone,        Use::ByZone,   Use::ByZone,       Use::ByZone, Use::ByZone};

/// How far two of a kind lie from each other at least, in metres: nobody builds a second hospital next door.
double apart(Use use) {
    switch (use) {
    case Use::Hospital:
        return 2000;
    case Use::Mall:
        return 1300;
    case Use::MiddleSchool:
        return 1000;
    case Use::Park:
        return 800;
    case Use::Market:
    case Use::Office:
        return 700;
    case Use::PrimarySchool:
        return 500;
    case Use::ByZone:
    case Use::Village:
    case Use::Temple:
        break;
    }
    return 0;
}

bool Lots::suits(const Lot& lot, Use use) const {
    if (use != Use::Park && area(lot.block.corners) < 34'000)
        return false; // small blocks stay homes
    const Vec at = centroid(lot.block.corners);
    return std::ranges::none_of(m_lots, [&](const Lot& other) {
        return other.use == use && length(centroid(other.block.corners) - at) < apart(use);
    });
}

/// Gives a use to the first of the homes that suits; a need that none suits is passed over.
void Lots::giveHomes(std::vector<Lot*> homes) {
    std::map<Use, int> counts;
    for (std::size_t turn = 0; !homes.empty(); ++turn) {
        const Use use = Needed[turn % Needed.size()];
        const auto found =
            use == Use::ByZone
                ? homes.begin()
                : std::ranges::find_if(homes, [&](const Lot* lot) { return suits(*lot, use); });
        if (found == homes.end())
            continue;
        Lot& lot = **found;
        homes.erase(found);
        lot.use = use;
        lot.number = use == Use::Office     ? 6 + counts[use]++
                     : use == Use::Hospital ? counts[use]++
                                            : ++counts[use];
    }
}

void Lots::giveUses() {
    std::vector<Lot*> homes;
    std::vector<Lot*> country;
    std::vector<Lot*> middle;
    std::vector<Lot*> old;
    for (Lot& lot : m_lots) {
        const double size = area(lot.block.corners);
        if ((lot.zone == Zone::Estates || lot.zone == Zone::Slabs) && size > 18'000 &&
            frontEdge(m_site, lot.block) >= 0)
            homes.push_back(&lot);
        if (lot.zone == Zone::OldTown && size > 4'500 && frontEdge(m_site, lot.block) >= 0)
            old.push_back(&lot);
        if (lot.zone == Zone::Centre && size > 14'000 && frontEdge(m_site, lot.block) >= 0)
            middle.push_back(&lot);
        if (lot.zone == Zone::Rural && size > 60'000 && frontEdge(m_site, lot.block) >= 0)
            country.push_back(&lot);
    }
    m_site.random.shuffle(homes);
    m_site.random.shuffle(country);
    m_site.random.shuffle(middle);
    giveHomes(homes);
    for (std::size_t k = 0; k < middle.size(); ++k) {
        middle[k]->use = k % 11 == 0   ? Use::Mall
                         : k % 13 == 1 ? Use::Park
                         : k % 17 == 2 ? Use::Office
                                       : Use::ByZone;
        middle[k]->number = m_offices;
        m_offices += middle[k]->use == Use::Office ? 1 : 0;
    }
    m_site.random.shuffle(old);
    for (std::size_t k = 0; k < old.size(); ++k)
        old[k]->use = k % 37 == 0   ? Use::Park
                      : k % 61 == 1 ? Use::Temple
                      : k % 53 == 2 ? Use::Market
                                    : Use::ByZone;
    for (std::size_t k = 0; k < country.size(); ++k)
        if (k % 3 != 2)
            country[k]->use = Use::Village;
}

/// The district's own quarter: its government on the axis, with its institutions around.
void Lots::fillCivic(const Block& block) {
    CutRules rules{.largest = 60'000, .shortest = 95, .secondAbove = 1.5e5};
    rules.newRoad = [&](Rank rank) { return newRoad(rank, Zone::Civic); };
    int kind = 0;
    m_cutter.cut(block, rules, [&](const Block& piece) {
        m_site.standing.clear();
        if (kind % 3 == 2)
            fillPark(m_site, piece);
        else
            fillOffices(m_site, piece, kind - kind / 3);
        ++kind;
    });
}

/// The station stands on the first piece along the railway's north side; around it are offices and hotels.
void Lots::fillStationPart(const Block& block) {
    const bool isNorth = centroid(block.corners).y > m_plan.railway;
    const bool isBeside =
        std::ranges::any_of(block.corners, [&](Vec p) { return p.y < m_plan.railway + 40; });
    if (!isNorth)
        fillIndustry(m_site, block);
    else if (isBeside && !std::exchange(m_hasStation, true))
        fillStation(m_site, block, m_plan);
    else
        fillCentre(m_site, block);
}

void Lots::fill(const Lot& lot) {
    const Block& block = lot.block;
    switch (lot.use) {
    case Use::PrimarySchool:
        return fillSchool(m_site, block, lot.number, true);
    case Use::MiddleSchool:
        return fillSchool(m_site, block, lot.number, false);
    case Use::Hospital:
        return fillHospital(m_site, block, lot.number);
    case Use::Market:
        return fillMarket(m_site, block);
    case Use::Mall:
        return fillMall(m_site, block);
    case Use::Park:
        return fillPark(m_site, block);
    case Use::Office:
        return fillOffices(m_site, block, lot.number);
    case Use::Village:
        return fillFields(m_site, block, true);
    case Use::Temple:
        return fillTemple(m_site, block);
    case Use::ByZone:
        break;
    }
    switch (lot.zone) {
    case Zone::Centre:
        return fillCentre(m_site, block);
    case Zone::OldTown:
        return fillOldTown(m_site, block);
    case Zone::Estates:
        return fillEstate(m_site, block, m_site.random.chance(0.85));
    case Zone::Slabs:
        return fillEstate(m_site, block, m_site.random.chance(0.2));
    case Zone::Industry:
        return fillIndustry(m_site, block);
    case Zone::Campus:
        return fillCampus(m_site, block, m_campusPart++);
    case Zone::Lake:
        return drawLake(m_site, block);
    case Zone::Hill:
        return drawHill(m_site, block);
    case Zone::Park:
        return fillPark(m_site, block);
    case Zone::Station:
        return fillStationPart(block);
    case Zone::Civic:
        return fillCivic(block);
    case Zone::Sports:
        return std::exchange(m_hasStadium, true) ? fillPark(m_site, block) : fillSports(m_site, block);
    case Zone::Rural:
        return fillFields(m_site, block, false);
    case Zone::River:
        return;
    }
}

} // namespace

void fillLots(Site& site, const Plan& plan, const Skeleton& skeleton, std::vector<Beat>& beats) {
    Lots(site, plan, skeleton, beats).run();
}

} // namespace tridesk::maps::city
