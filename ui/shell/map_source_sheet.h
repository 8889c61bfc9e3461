// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/fetcher.h"
#include "maps/raster/source_trial.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace tridesk {

class MapSourceFields;

/// What the sheet begins with.
struct MapSourceGround {
    maps::TileSource shown; ///< now
    bool hasPackage = false;
    QPointF centre; ///< of the map in sight, Mercator: where one picture is tried
    int zoom = 12;
    std::chrono::milliseconds patience{8'000}; ///< with a server that is tried
};

/// Chooses which map lies beneath everything: the installed package, a file of tiles, a server of the site.
/// One picture can be tried before the map is changed. Stands beside the work and deletes itself.
class MapSourceSheet : public QDialog {
    Q_OBJECT

public:
    explicit MapSourceSheet(const MapSourceGround& ground, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const tridesk::maps::TileSource& source); ///< checked

private:
    void build();
    [[nodiscard]] bool check();
    void begin();
    void beginFile(const maps::TileSource& source);
    void beginPicture(const maps::TileSource& source);
    void forget();
    void tell(const QString& words);
    void tell(const maps::TrialResult& result);
    void choose();

    MapSourceGround m_ground;
    MapSourceFields* m_fields;
    QPushButton* m_try = nullptr;
    QLabel* m_picture = nullptr;
    QLabel* m_words = nullptr;
    quint64 m_turn = 0; ///< of trying: what was asked before a change is not told after it
    std::unique_ptr<maps::SourceTrial> m_trial;
};

} // namespace tridesk
