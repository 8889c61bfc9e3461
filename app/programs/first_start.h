// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"

#include <QFuture>

namespace tridesk {

namespace maps {
class Package;
}

/// What a data folder needs before anybody can work with it, where it is not there yet: the catalogue that
/// programs carry inside themselves, the posts of a map package (may be null), and one for the bureau. Asked
/// for in the name of `actor`, which is a bureau seat; journalled like everything else. Refusals go to
/// `complain`, one line each. Fulfilled, in the desk's thread, once all of it is there.
QFuture<void> furnish(Desk& desk, const Actor& actor, const maps::Package* map,
                      const std::function<void(const QString&)>& complain);

} // namespace tridesk
