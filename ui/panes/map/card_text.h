// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/incident.h"

#include <QString>
#include <QStringList>

namespace tridesk {

class Situation;
struct Fix;
struct Post;
struct ShownCamera;
struct Unit;

/// What the card of one thing on the map says: its name, then a line each, what matters most first.
struct Card {
    QString title;
    QStringList lines;

    [[nodiscard]] bool isEmpty() const { return title.isEmpty(); }
    [[nodiscard]] QString spoken() const {
        return title + QStringLiteral(". ") + lines.join(QStringLiteral(". "));
    }
};

/// `job`: what it works on, as far as that may be read. `fix` may be null: its place is not known.
[[nodiscard]] Card cardOf(const Situation& situation, const Unit& unit, const std::optional<Incident>& job,
                          const Fix* fix, Instant now);
/// `incident` as it may be read (SeatDesk::shown()).
[[nodiscard]] Card cardOf(const Situation& situation, const Incident& incident, Instant now);
/// What is said of a unit whose place nobody reported.
[[nodiscard]] QString workedOutText();
[[nodiscard]] Card cardOf(const Situation& situation, const Post& post);
[[nodiscard]] Card cardOf(const ShownCamera& camera);

} // namespace tridesk
