// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/intake/import_report.h"
#include "app/intake/layer_commands.h"
#include "ui/shell/layer_import_sheet.h"

#include <QObject>

#include <memory>

class QSettings;
class QWidget;

namespace tridesk {

class RowImport;
class TrackImport;

/// What a layer import stands on; all of it outlives the import.
struct LayerImportGround {
    Desk& desk;
    FixBoard& fixes;
    QSettings& settings; ///< mappings that were put right are kept here, by the columns that they are of
    Actor actor;
};

/// One list or layer brought in by menu: asks which file, reads it on a worker, counts what would come of
/// each mapping, imports by the functions that tridesk-gateway uses. Belongs to its window, and goes when the
/// sheet that it opened is closed.
class LayerImport : public QObject {
    Q_OBJECT

public:
    LayerImport(const LayerImportGround& ground, QWidget* window);

    void askForFile();
    void read(const QString& path);

private:
    using Layer = std::shared_ptr<const maps::Layer>;

    /// What a choice comes to: rows for the desk or fixes for the store, and what is left out.
    struct Plan {
        QList<RosterRow> rows;
        QList<Fix> fixes;
        ImportReport unread;
    };

    void take(const std::expected<maps::Layer, QString>& layer);
    [[nodiscard]] LayerChoice firstChoice() const;
    [[nodiscard]] QFuture<Plan> plan(const LayerChoice& choice) const;
    void preview(const LayerChoice& choice);
    void start(const LayerChoice& choice);
    void run(const Plan& plan, bool isTrack);
    void finish(const ImportReport& report);

    LayerImportGround m_ground;
    QWidget* m_window;
    QString m_path;
    LayerImportSheet* m_sheet = nullptr;
    Layer m_layer;
    QString m_kept;  ///< where the settings keep this layer's mapping
    int m_round = 0; ///< of previews; an answer to an older one is dropped
    bool m_isCancelled = false;
};

} // namespace tridesk
