// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/number_text.h"

#include <cmath>

namespace tridesk::maps {

std::optional<double> numberFrom(const QString& text) {
    QString plain = text.trimmed().normalized(QString::NormalizationForm_KC);
    if (!plain.contains(u'.') && plain.count(u',') == 1)
        plain.replace(u',', u'.');
    bool isNumber = false;
    const double number = plain.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

} // namespace tridesk::maps
