// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tridesk {

/// The absolute path of a file or folder of the sample data (real extracts, incidents, tracks, device
/// messages), which lies beside the checkout in `../shared/data`, or where the environment variable
/// TRIDESK_SHARED says. Nothing where it is absent: such a test then skips and says so.
[[nodiscard]] std::optional<QString> sharedData(const QString& relative);

} // namespace tridesk
