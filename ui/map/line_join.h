// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>

#include <vector>

namespace tridesk::ui {

// Pieces of one street, joined end to end where they meet (within `tolerance`), as far as they go. Where more
// than two meet the straightest pair is joined. Each piece ends up in exactly one joined line.
struct JoinedLine {
    QPolygonF line;
    std::vector<int> pieces; // in order
};
[[nodiscard]] std::vector<JoinedLine> joinLines(const std::vector<QPolygonF>& pieces, double tolerance);

} // namespace tridesk::ui
