// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSettings;

namespace tridesk {

class Advisor;
class FootageClerk;
class FeedPlayers;
class FixBoard;
class Look;
class PlaceSearch;
class SeatDesk;
class Selection;

/// What every pane of a window is given; all of it outlives the panes.
struct PaneContext {
    SeatDesk& desk;
    Selection& selection;
    const Look& look;
    const FixBoard* fixes = nullptr; ///< null: positions are not known here
    QSettings* settings = nullptr;   ///< what the user chose is kept here; null: it is not
    PlaceSearch* places = nullptr;   ///< null: no place can be looked for here
    Advisor* advisor = nullptr;      ///< null: nobody is proposed here
    FootageClerk* footage = nullptr; ///< null: nothing of pictures is kept here
    FeedPlayers* video = nullptr;    ///< null: no pictures of cameras here
};

} // namespace tridesk
