// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"
#include "app/domain/incident.h"
#include "app/domain/unit.h"

#include <QColor>
#include <QString>

class QPalette;

namespace tridesk {

/// How one value of a scale looks: never by colour alone.
struct Swatch {
    QColor colour; ///< readable as text on Theme::panel
    QString glyph; ///< one character that stands beside or instead of the colour
};

/// All colours and sizes of the windows. A value; Look (ui/theme/look.h) holds the one that is set. The
/// scales hold for colour-blind eyes (their lightness differs as well as their hue), and red is kept for what
/// is overdue or an emergency.
struct Theme {
    bool night = false;
    int fontPoint = 10; ///< body text, 10 to 30
    bool still = false; ///< nothing flashes; what is overdue is told by colour, sign and word alone

    QColor window; ///< behind everything
    QColor panel;  ///< lists and forms
    QColor raised; ///< headers, buttons, every second row
    QColor line;   ///< hairlines
    QColor text;
    QColor dim;       ///< what matters less: captions, ages
    QColor accent;    ///< the one thing to press, focus
    QColor onAccent;  ///< text on accent
    QColor selection; ///< a selected row's ground; text stays Theme::text
    QColor good;
    QColor warning; ///< soon due, data growing old
    QColor alarm;   ///< overdue and emergency only
    QColor onAlarm; ///< text on alarm
    QColor replay;  ///< what is not now
    QColor onReplay;

    [[nodiscard]] static Theme day();
    [[nodiscard]] static Theme nightly();

    [[nodiscard]] Swatch level(Level level) const;
    [[nodiscard]] Swatch status(UnitStatus status) const;
    [[nodiscard]] Swatch stage(IncidentStage stage) const;

    friend bool operator==(const Theme&, const Theme&) = default;
};

constexpr int smallestFont = 10;
constexpr int largestFont = 30;

[[nodiscard]] QPalette palette(const Theme& theme);
[[nodiscard]] QString styleSheet(const Theme& theme);

/// Between two colours: 0 is `a`, 1 is `b`.
[[nodiscard]] QColor mix(const QColor& a, const QColor& b, double share);

} // namespace tridesk
