// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/seat.h"
#include "maps/raster/tile_source.h"
#include "ui/map/canvas_surface.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QHostAddress>
#include <QList>
#include <QSize>
#include <QStringList>
#include <QUrl>
#include <QVariantMap>

#include <expected>
#include <optional>

class QSettings;

namespace tridesk {

/// What `tridesk` was asked for on its command line.
struct ConsoleOptions {
    QString data;
    QString map;                             ///< a map package's folder; empty: none
    std::optional<maps::TileSource> basemap; ///< shown instead of what the desk's settings say
    QString geoProvider;                     ///< of Qt Location; empty: tridesk, over the map package
    QVariantMap geoParameters;               ///< that provider's own
    QList<Seat> seats;
    QString user;                                           ///< empty: as the server's account is called
    bool wall = false;                                      ///< visitors see the windows
    std::optional<std::pair<QHostAddress, quint16>> listen; ///< nothing: no way in
    std::optional<Language> language;
    std::optional<bool> night;
    ui::MapSurface surface = ui::MapSurface::Auto;
    QSize size;           ///< of every window; empty: as they were left
    QString screenshot;   ///< where pictures of the windows go; then the program ends
    int after = 5;        ///< seconds until then
    QUrl link;            ///< a gateway; then this is a crew's terminal. Empty: the desk is on this machine
    QString tokenFile;    ///< what lets it in there
    QString journal;      ///< a server's address; then journal and positions are there
    QString passwordFile; ///< with the password for it
    bool drill = false;   ///< `data` is a drill's folder
    QString script;       ///< a file of lines that is played in front of the user; empty: none
    double scriptSpeed = 1;
};

/// One line where an argument is not what it must be; asks the parser to print help and leave where that was
/// asked.
[[nodiscard]] std::expected<ConsoleOptions, QString> consoleOptions(const QStringList& arguments);

/// What the command line says, else what this user left it at.
[[nodiscard]] Theme startTheme(const ConsoleOptions& options, const QSettings& settings);
[[nodiscard]] maps::TileSource startBasemap(const ConsoleOptions& options, const QSettings& settings);
[[nodiscard]] Language startLanguage(const ConsoleOptions& options, const QSettings& settings);

} // namespace tridesk
