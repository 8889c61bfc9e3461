// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/place_label.h"

#include "maps/gazetteer/text.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

bool hasHan(const QString& text) {
    return std::ranges::any_of(wordsOf(folded(text)), [](const QString& word) { return isHan(word); });
}

QString firstOf(const QString& wanted, const QString& otherwise) {
    return wanted.isEmpty() ? otherwise : wanted;
}

QString nameIn(const FoundPlace& place, bool chinese) {
    const QString name = chinese ? firstOf(place.nameZh, place.nameEn) : firstOf(place.nameEn, place.nameZh);
    return firstOf(name, place.ref);
}

// Hanzi have the number behind, with 号; other scripts as it is spoken in English.
QString withHouse(const QString& street, const QString& house) {
    if (house.isEmpty())
        return street;
    if (!hasHan(street))
        return QString(house).remove(u'号').remove(u'號').trimmed() + u' ' + street;
    // "118" is said 118号; "9幢" and "2号楼" already say what they are.
    return street + (hasHan(house) ? house : house + u'号');
}

} // namespace

QString FoundPlace::label(bool chinese) const {
    return withHouse(nameIn(*this, chinese), kind == PlaceKind::Address ? houseNumber : QString());
}

QString WhereIs::label(bool chinese) const {
    if (address)
        return address->label(chinese);
    if (crossing)
        return crossing->label(chinese);
    if (!street)
        return {};
    constexpr double OnTheStreet = 15;
    const QString name = street->label(chinese);
    return street->metresOff <= OnTheStreet ? name
                                            : u"%1 (%2 m)"_s.arg(name).arg(std::lround(street->metresOff));
}

void nameCrossing(FoundPlace& crossing, const FoundPlace& first, const FoundPlace& second) {
    const QString zhFirst = nameIn(first, true);
    const QString zhSecond = nameIn(second, true);
    const QString joint = hasHan(zhFirst) && hasHan(zhSecond) ? u"与"_s : u" & "_s;
    crossing.nameZh = zhFirst + joint + zhSecond;
    crossing.nameEn = nameIn(first, false) + u" & "_s + nameIn(second, false);
}

} // namespace tridesk::maps
