// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

class QSettings;

namespace tridesk {

struct Actor;

/// How a user has laid out the windows of one kind of seat, each layout under a name; and the one it was left
/// in.
class Layouts {
public:
    /// `settings` outlives it.
    Layouts(QSettings& settings, const Actor& actor);

    [[nodiscard]] QStringList names() const;
    void save(const QString& name, const QByteArray& geometry, const QByteArray& state);
    [[nodiscard]] QByteArray geometry(const QString& name) const;
    [[nodiscard]] QByteArray state(const QString& name) const; ///< empty where there is none

    static const QString last; ///< the name of the one that a window was left in; not among names()

private:
    [[nodiscard]] QString key(const QString& name, const QString& part) const;

    QSettings& m_settings;
    QString m_group;
};

} // namespace tridesk
