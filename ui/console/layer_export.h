// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "maps/layers/writers.h"
#include "ui/shell/layer_export_sheet.h"

#include <QFuture>
#include <QObject>

class QWidget;

namespace tridesk {

/// A layer of the map or a unit's track written to a file, by the functions that tridesk-gateway uses; put
/// together and written on a worker. Belongs to its window, and goes when the sheet that it opened is closed.
class LayerExport : public QObject {
    Q_OBJECT

public:
    LayerExport(SeatDesk& desk, FixBoard& fixes, QWidget* window);

    void open();
    void save(const ExportChoice& choice, const QString& path);

private:
    using Features = QList<maps::MappedFeature>;

    [[nodiscard]] QFuture<Features> features(const ExportChoice& choice) const;
    void count(const ExportChoice& choice);
    void askForFile(const ExportChoice& choice);
    void tell(const QString& path, const std::expected<maps::WrittenLayer, QString>& written);

    SeatDesk& m_desk;
    FixBoard& m_fixes;
    QWidget* m_window;
    LayerExportSheet* m_sheet = nullptr;
    int m_round = 0; ///< of counts; an answer to an older one is dropped
};

} // namespace tridesk
