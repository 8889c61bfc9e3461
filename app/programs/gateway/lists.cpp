// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/gateway/lists.h"

namespace tridesk::gateway {

using namespace Qt::StringLiterals;

namespace {

using Reader = std::expected<Roster, QString> (*)(const QString&);

} // namespace

std::expected<QList<NamedRoster>, QString> rosters(const Options& options) {
    const std::pair<QString, Reader> kinds[] = {
        {u"catalogue"_s, &readCatalogue}, {u"posts"_s, &readPosts}, {u"units"_s, &readUnits}};
    QList<NamedRoster> all;
    for (const auto& [name, read] : kinds)
        for (const QString& path : options.values(name)) {
            std::expected<Roster, QString> roster = read(path);
            if (!roster)
                return std::unexpected(roster.error());
            all.append({path, std::move(*roster)});
        }
    return all;
}

} // namespace tridesk::gateway
