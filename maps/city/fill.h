// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/site.h"

namespace tridesk::maps::city {

/// What stands on a block. Each draws the plot, its ways in, buildings, addresses and points of interest.
void fillEstate(Site& site, const Block& block, bool towers);
void fillCentre(Site& site, const Block& block);
void fillOldTown(Site& site, const Block& block);
void fillIndustry(Site& site, const Block& block);
void fillFields(Site& site, const Block& block, bool village);
[[nodiscard]] Name villageName(Site& site);
void fillPark(Site& site, const Block& block);
void fillSchool(Site& site, const Block& block, int number, bool primary);
void fillHospital(Site& site, const Block& block, int number);
void fillMarket(Site& site, const Block& block);
void fillMall(Site& site, const Block& block);
void fillOffices(Site& site, const Block& block, int kind); ///< public offices: kind counts through the sorts
void fillCampus(Site& site, const Block& block, int part);
void fillTemple(Site& site, const Block& block);
void fillSports(Site& site, const Block& block);
void fillGreen(Site& site, const Block& block); ///< what is left over: grass and trees

/// A way in from a side of the block: service road, gate with the plot's address, and a loop within the plot
/// if there is room. Returns the land within the loop (or the plot).
Ring enter(Site& site, const Block& block, const Ring& plot, int edge, const Name& name);

/// Units along a side of the block, each so wide and deep, their middles at their place on the plan.
struct Unit {
    Vec at;
    Vec axis;
    double width = 0;
    double fraction = 0; ///< along the side
};
[[nodiscard]] std::vector<Unit> unitsAlong(Site& site, const Block& block, std::size_t edge, double least,
                                           double most, double deep, double back);
/// A row of shops along a side; back is how deep it stands.
void shopRow(Site& site, const Block& block, const Ring& plot, std::size_t edge);

/// Rows of equal buildings facing south across a plot, leaving free what free says.
struct Rows {
    double along = 48, across = 11.5, gap = 12, pitch = 27;
    bool towers = false;
};
/// Calls make(number, at, axis, along) for each place in the rows.
void rowsOver(const Ring& land, Vec axis, const Rows& rows,
              const std::function<void(int, Vec, Vec, double)>& make);
/// The direction of the plot's sides that runs most nearly from west to east.
[[nodiscard]] Vec eastAxis(const Ring& plot);

/// Tags of a shop, restaurant or the like; most have a name of their own.
[[nodiscard]] Tags someShop(Site& site);

} // namespace tridesk::maps::city
