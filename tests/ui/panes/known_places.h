// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/place_search.h"

namespace tridesk::test {

/// A search that knows two places, whatever is asked, and keeps what was asked and picked.
class KnownPlaces : public PlaceSearch {
public:
    [[nodiscard]] bool knowsMap() const override { return true; }
    void find(const QString& text, int /*limit*/, QObject* /*asker*/, Found found) override {
        asked = text;
        found(rows);
    }
    void notePick(const maps::RankedPlace& place) override { picked << place.key; }

    QString asked;
    QStringList picked;
    QList<maps::RankedPlace> rows{{.key = QStringLiteral("1@31.50000,118.50000"),
                                   .label = QStringLiteral("解放路1号"),
                                   .area = QStringLiteral("ST01"),
                                   .kind = maps::PlaceKind::Address,
                                   .at = {31.5, 118.5},
                                   .metresOff = 350},
                                  {.key = QStringLiteral("own:post/ST01"),
                                   .label = QStringLiteral("解放路派出所"),
                                   .kind = maps::PlaceKind::Station,
                                   .at = {31.51, 118.51},
                                   .own = true}};
};

} // namespace tridesk::test
