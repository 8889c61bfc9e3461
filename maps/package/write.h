// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/package.h"

namespace tridesk::maps {

/// Each writes one file of a package into the folder, whole or not at all (a temporary file, renamed).
[[nodiscard]] std::expected<void, QString> writeManifest(const QString& folder, const Manifest& manifest);
[[nodiscard]] std::expected<void, QString> writePosts(const QString& folder, const QList<PostArea>& posts);
[[nodiscard]] std::expected<void, QString> writeCameras(const QString& folder,
                                                        const QList<FixedCamera>& cameras);

} // namespace tridesk::maps
