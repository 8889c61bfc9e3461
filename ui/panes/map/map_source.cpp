// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/map_source.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

/// A line of its own for each, so that a site can write them by hand.
QString keyOf(const QString& field) {
    return u"basemap/"_s + field;
}

} // namespace

maps::TileSource loadMapSource(const QSettings& settings) {
    QVariantMap kept;
    const QVariantMap fields = maps::toSetting({});
    for (auto it = fields.cbegin(); it != fields.cend(); ++it)
        kept.insert(it.key(), settings.value(keyOf(it.key()), it.value()));
    return maps::sourceFromSetting(kept);
}

void saveMapSource(QSettings& settings, const maps::TileSource& source) {
    const QVariantMap fields = maps::toSetting(source);
    for (auto it = fields.cbegin(); it != fields.cend(); ++it)
        settings.setValue(keyOf(it.key()), it.value());
}

} // namespace tridesk
