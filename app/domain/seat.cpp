// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/seat.h"

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

struct TierName {
    Tier tier;
    QLatin1StringView name;
};

constexpr TierName tierNames[] = {{Tier::Bureau, "bureau"_L1},
                                  {Tier::Station, "station"_L1},
                                  {Tier::Field, "field"_L1},
                                  {Tier::Machine, "machine"_L1}};

} // namespace

std::optional<Seat> Seat::parse(QStringView text) {
    const qsizetype colon = text.indexOf(u':');
    const QStringView name = colon < 0 ? text : text.first(colon);
    const QStringView place = colon < 0 ? QStringView() : text.sliced(colon + 1);
    for (const TierName& known : tierNames) {
        if (name.compare(known.name, Qt::CaseInsensitive) != 0)
            continue;
        if (place.isEmpty() ? known.tier != Tier::Bureau || colon >= 0 : !Code<Seat>::parse(place))
            return std::nullopt;
        return Seat{known.tier, place.toString()};
    }
    return std::nullopt;
}

QString Seat::toString() const {
    for (const TierName& known : tierNames)
        if (known.tier == tier)
            return place.isEmpty() ? QString(known.name) : known.name + u':' + place;
    return {};
}

std::optional<PostId> Seat::post() const {
    return tier == Tier::Station ? PostId::parse(place) : std::nullopt;
}

std::optional<UnitId> Seat::unit() const {
    return tier == Tier::Field ? UnitId::parse(place) : std::nullopt;
}

Seat clockworkSeat() {
    return {Tier::Machine, QStringLiteral("clockwork")};
}

} // namespace tridesk
