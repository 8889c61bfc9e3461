// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/hazard_signs.h"

#include "ui/text/names.h"

#include <QCoreApplication>

#include <array>

namespace tridesk::text {

namespace {

struct HazardWords {
    Q_DECLARE_TR_FUNCTIONS(tridesk::text::HazardSigns)
};

struct Sign {
    bool Hazards::* hazard;
    char16_t sign;
};

constexpr std::array signs = {Sign{&Hazards::weapon, u'⚔'}, Sign{&Hazards::injured, u'✚'},
                              Sign{&Hazards::trapped, u'▣'}, Sign{&Hazards::hazmat, u'⚗'}};

} // namespace

QString hazardSigns(const Hazards& hazards) {
    QString found;
    for (const Sign& each : signs)
        if (hazards.*each.hazard)
            found += QChar(each.sign);
    return found;
}

QString signedHazards(const Hazards& hazards) {
    QStringList found;
    for (const Sign& each : signs)
        if (hazards.*each.hazard) {
            Hazards one;
            one.*each.hazard = true;
            found << QChar(each.sign) + QStringLiteral(" ") + text::hazards(one);
        }
    return found.join(HazardWords::tr(", ", "between words of a list"));
}

} // namespace tridesk::text
