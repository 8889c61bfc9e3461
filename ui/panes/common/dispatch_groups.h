// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

#include <QSet>
#include <QStringList>

class QSettings;

namespace tridesk {

struct Actor;

/// Sets of posts that a dispatcher answers for, each under a name ("East, nights"), kept for the user: what a
/// list is narrowed to in one touch.
class DispatchGroups {
public:
    static constexpr int longestName = 40;

    /// `settings` outlives it; null: there are none, and none is kept.
    DispatchGroups(QSettings* settings, const Actor& actor);

    [[nodiscard]] QStringList names() const; ///< in the order of the alphabet
    /// Empty where there is no such group.
    [[nodiscard]] QSet<PostId> posts(const QString& name) const;
    void save(const QString& name, const QSet<PostId>& posts);
    void remove(const QString& name);

private:
    [[nodiscard]] QString key(const QString& name) const;

    QSettings* m_settings;
    QString m_group;
};

} // namespace tridesk
