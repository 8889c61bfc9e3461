// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"

#include <QList>
#include <QString>

namespace tridesk {

/// The first letter of each Chinese character's reading, "盗窃" → "dq"; letters and digits stay, the rest is
/// left out. Knows the 3,755 common characters (GB 2312 lists those in the order of their readings).
[[nodiscard]] QString initials(const QString& text);

/// The types that what was typed may mean, best first: by code ("traf", "traffic.acc"), Chinese, the initials
/// of the Chinese ("jtsg") or the words of the English, each from its beginning; all of them for nothing
/// typed.
[[nodiscard]] QList<TypeCode> findTypes(const Catalogue& catalogue, const QString& typed);

} // namespace tridesk
