// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/holding.h"

#include "app/line/details.h"

namespace tridesk::line {

std::expected<Command, Error> readHold(const Parts& parts, const Context& context) {
    HoldIncident hold{parts.incidents.first(), parts.until, parts.text};
    if (const Word* word = given(parts, Option::Beat)) {
        const auto beat = beatNamed(context, word->text).value;
        if (!beat)
            return wrongOption(parts, Option::Beat);
        hold.beat = *beat;
    }
    return hold;
}

std::expected<Command, Error> readStack(const Parts& parts, const Context& context) {
    HoldIncident hold{parts.incidents.first(), parts.until.value_or(context.now + usualHold), parts.text};
    hold.unit = parts.units.first();
    if (const Word* word = given(parts, Option::Place)) {
        bool isPlace = false;
        hold.place = word->text.toLongLong(&isPlace);
        if (!isPlace || hold.place < 1)
            return wrongOption(parts, Option::Place);
    }
    return hold;
}

Command readClosing(const Parts& parts) {
    return CloseIncident{parts.incidents.first(), parts.disposition.value_or(TypeCode()), parts.text,
                         givenText(parts, Option::Why)};
}

} // namespace tridesk::line
