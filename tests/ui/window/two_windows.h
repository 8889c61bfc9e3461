// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/live_desk.h"
#include "ui/field/field_window.h"
#include "ui/map/canvas.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QSettings>

namespace tridesk::test {

/// A bureau's window and the window of 1A12's crew, beside each other.
struct TwoWindows {
    explicit TwoWindows(LiveDesk& live, maps::GeoService* places = nullptr)
        : look(*qApp)
        , settings(live.file(QStringLiteral("console.ini")), QSettings::IniFormat)
        , bureau(live.desk(), actor(u"bureau"))
        , crew(live.desk(), actor(u"field:1A12"))
        , main({.desk = bureau,
                .fixes = live.fixes(),
                .look = look,
                .settings = settings,
                .places = places,
                .name = QStringLiteral("test"),
                .size = QSize(1400, 900),
                .restore = false})
        , field(crew, look) {
        main.move(0, 0);
        main.show();
        field.useFixes(live.fixes());
        field.setGeometry(1420, 0, 460, 800);
        field.show();
    }

    Look look;
    QSettings settings;
    SeatDesk bureau;
    SeatDesk crew;
    MainWindow main;
    FieldWindow field;
};

} // namespace tridesk::test
