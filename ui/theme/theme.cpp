// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QPalette>

using namespace Qt::StringLiterals;

namespace tridesk {

Theme Theme::day() {
    return {.night = false,
            .window = QColor(0xdd, 0xe3, 0xe9),
            .panel = QColor(0xfb, 0xfc, 0xfd),
            .raised = QColor(0xee, 0xf2, 0xf5),
            .line = QColor(0xc6, 0xd0, 0xd9),
            .text = QColor(0x14, 0x20, 0x2b),
            .dim = QColor(0x56, 0x66, 0x75),
            .accent = QColor(0x14, 0x61, 0xa8),
            .onAccent = QColor(0xff, 0xff, 0xff),
            .selection = QColor(0xcf, 0xe3, 0xf5),
            .good = QColor(0x00, 0x72, 0x55),
            .warning = QColor(0x95, 0x5b, 0x00),
            .alarm = QColor(0xc8, 0x1e, 0x1e),
            .onAlarm = QColor(0xff, 0xff, 0xff),
            .replay = QColor(0x5b, 0x36, 0x8f),
            .onReplay = QColor(0xff, 0xff, 0xff)};
}

Theme Theme::nightly() {
    return {.night = true,
            .window = QColor(0x0c, 0x11, 0x16),
            .panel = QColor(0x13, 0x1a, 0x21),
            .raised = QColor(0x1b, 0x24, 0x2d),
            .line = QColor(0x2b, 0x37, 0x43),
            .text = QColor(0xe3, 0xea, 0xf0),
            .dim = QColor(0x8d, 0x9d, 0xac),
            .accent = QColor(0x4a, 0xa3, 0xee),
            .onAccent = QColor(0x06, 0x12, 0x1d),
            .selection = QColor(0x1d, 0x40, 0x60),
            .good = QColor(0x37, 0xc9, 0x9d),
            .warning = QColor(0xf0, 0xb9, 0x4a),
            .alarm = QColor(0xff, 0x54, 0x4a),
            .onAlarm = QColor(0x1a, 0x04, 0x03),
            .replay = QColor(0xb9, 0x93, 0xf0),
            .onReplay = QColor(0x16, 0x08, 0x28)};
}

Swatch Theme::level(Level level) const {
    // Okabe and Ito's orange, yellow and sky blue, moved in lightness to be read as text
    switch (level) {
    case Level::Critical:
        return {night ? QColor(0xff, 0x9a, 0x2e) : QColor(0xb4, 0x50, 0x00), u"▲"_s};
    case Level::Urgent:
        return {night ? QColor(0xf2, 0xd9, 0x4e) : QColor(0x7a, 0x63, 0x00), u"◆"_s};
    case Level::Routine:
        return {night ? QColor(0x5c, 0xb6, 0xf0) : QColor(0x14, 0x61, 0xa8), u"●"_s};
    case Level::NonPolice:
        return {dim, u"○"_s};
    }
    return {dim, {}};
}

Swatch Theme::status(UnitStatus status) const {
    const QColor waiting = night ? QColor(0xf0, 0xb9, 0x4a) : QColor(0x95, 0x5b, 0x00);
    const QColor moving = night ? QColor(0x5c, 0xb6, 0xf0) : QColor(0x14, 0x61, 0xa8);
    const QColor present = night ? QColor(0xcb, 0x9c, 0xf2) : QColor(0x74, 0x3a, 0xa8);
    switch (status) {
    case UnitStatus::Off:
        return {dim, u"–"_s};
    case UnitStatus::Available:
        return {good, u"○"_s};
    case UnitStatus::AvailableAtStation:
        return {good, u"□"_s};
    case UnitStatus::Reserved:
        return {waiting, u"◇"_s};
    case UnitStatus::Dispatched:
        return {waiting, u"◆"_s};
    case UnitStatus::Signed:
        return {moving, u"◐"_s};
    case UnitStatus::EnRoute:
        return {moving, u"▶"_s};
    case UnitStatus::OnScene:
        return {present, u"●"_s};
    case UnitStatus::BusyDivertable:
        return {present, u"◑"_s};
    case UnitStatus::BusyCommitted:
        return {present, u"■"_s};
    case UnitStatus::Transport:
        return {present, u"▷"_s};
    case UnitStatus::Reporting:
        return {present, u"≡"_s};
    case UnitStatus::OutOfService:
        return {dim, u"×"_s};
    case UnitStatus::Emergency:
        return {alarm, u"!"_s};
    }
    return {dim, {}};
}

Swatch Theme::stage(IncidentStage stage) const {
    switch (stage) {
    case IncidentStage::Pending:
        return {text, u"○"_s};
    case IncidentStage::Dispatched:
        return status(UnitStatus::Dispatched);
    case IncidentStage::EnRoute:
        return status(UnitStatus::EnRoute);
    case IncidentStage::OnScene:
        return status(UnitStatus::OnScene);
    case IncidentStage::Reported:
        return status(UnitStatus::Reporting);
    case IncidentStage::Closed:
        return {dim, u"×"_s};
    }
    return {dim, {}};
}

QColor mix(const QColor& a, const QColor& b, double share) {
    const auto between = [share](int x, int y) { return int(x + (y - x) * share); };
    return {between(a.red(), b.red()), between(a.green(), b.green()), between(a.blue(), b.blue())};
}

QPalette palette(const Theme& theme) {
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.raised);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.alarm);
    palette.setColor(QPalette::Highlight, theme.selection);
    palette.setColor(QPalette::HighlightedText, theme.text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.dim);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Accent, theme.accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mix(theme.dim, theme.panel, 0.35));
    return palette;
}

} // namespace tridesk
