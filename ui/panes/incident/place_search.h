// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"

#include <QList>
#include <QString>

#include <functional>

namespace tridesk {

struct PlaceCandidate {
    QString label;  ///< what the address becomes
    QString detail; ///< tells it from others of that name
    GeoPoint at;
};

/// Looks for places; answers later or at once, on the GUI thread. The window connects it to the geographic
/// service.
using PlaceSearch =
    std::function<void(const QString& text, std::function<void(const QList<PlaceCandidate>&)> found)>;

} // namespace tridesk
