// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"

#include <QList>
#include <QString>

class QSettings;

namespace tridesk {

struct Actor;

/// What a map looked at, under a name.
struct SavedView {
    QString name;
    GeoPoint centre;
    double zoom = 12;
    double bearing = 0; ///< degrees clockwise that the top of the map points from north

    friend bool operator==(const SavedView&, const SavedView&) = default;
};

/// The views that a user keeps, in their order, which is what the number keys count by.
class SavedViews {
public:
    static constexpr qsizetype most = 50;
    static constexpr int longestName = 60;

    /// `settings` may be null (nothing is kept); outlives it otherwise.
    SavedViews(QSettings* settings, const Actor& actor);

    [[nodiscard]] QList<SavedView> list() const;
    /// Of the same name: in its place. False where there are too many already, or the name is empty or long.
    [[nodiscard]] bool save(const SavedView& view);
    /// False where there is none of that name, or another has the new one.
    [[nodiscard]] bool rename(const QString& from, const QString& to);
    void remove(const QString& name);

private:
    void write(const QList<SavedView>& views);

    QSettings* m_settings;
    QString m_group;
};

} // namespace tridesk
