// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/line/line.h"
#include "tests/support/scene.h"

namespace tridesk::test {

/// The scene of the grammar's tests: two incidents of the day, 0001 and 0002; 1A12 is sent to 0001, 2A01 in
/// an emergency; a bulletin stands; a handover waits.
class LineScene : public Scene {
public:
    LineScene() {
        using namespace Qt::StringLiterals;
        furnish();
        first = report(u"collision"_s);
        second = report(u"theft"_s);
        sent = issue(first, u"1A12");
        clock.advance(recallWindow);
    }

    [[nodiscard]] line::Context context(QStringView seat = u"bureau") const {
        return {.situation = situation, .seat = must(Seat::parse(seat)), .now = clock.now()};
    }

    IncidentId first;
    IncidentId second;
    OrderId sent;
};

} // namespace tridesk::test
