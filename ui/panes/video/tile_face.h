// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"
#include "app/video/feed_health.h"

#include <QImage>
#include <QString>

#include <optional>

class QFont;
class QFontMetrics;
class QPainter;
class QRect;

namespace tridesk {

struct Theme;

/// How far a picture may be believed.
enum class Trust {
    None,   ///< there is no picture
    Live,   ///< what it shows is now
    Late,   ///< nothing new for two seconds
    Frozen, ///< for five; or always the same comes
    Still   ///< not decoded: it is there, and others come first
};

/// What a tile shows: worked out from a look at a feed, and nothing but drawn here. Whatever is not live is
/// dim under a hatched edge with its word and age across it, so that nobody can take it for live.
struct TileFace {
    QString name; ///< whose picture; empty: the tile is empty
    QString hint; ///< of an empty tile
    FeedState state = FeedState::Off;
    Trust trust = Trust::None;
    QImage picture; ///< null: none
    std::optional<Milliseconds> age;
    QString clock;  ///< when the picture was
    QString word;   ///< "Live", "Frozen", "Last still"
    QString reason; ///< below the word, or in the place of the picture
    bool emergency = false;
    bool pinned = false;
    bool heard = false; ///< its sound is the one that was chosen
    bool focused = false;
    bool hovered = false;

    [[nodiscard]] bool isEmpty() const { return name.isEmpty(); }
    /// As a screen reader says it, without what changes every second.
    [[nodiscard]] QString spoken() const;
};

/// A sign that tells the state beside its colour.
[[nodiscard]] QString signOf(const TileFace& face);
/// Below the picture: name, state, clock, age.
[[nodiscard]] int footHeight(const QFontMetrics& metrics);
/// The room for the picture within a tile.
[[nodiscard]] QRect pictureRoom(const QRect& tile, const QFontMetrics& metrics);

void paintTile(QPainter& painter, const QRect& tile, const TileFace& face, const Theme& theme,
               const QFont& font);

} // namespace tridesk
