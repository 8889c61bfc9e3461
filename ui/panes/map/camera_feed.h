// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/pane_context.h"
#include "ui/panes/map/symbol_keys.h"

#include <QHash>
#include <QObject>
#include <QPointF>

namespace tridesk {

namespace maps {
struct FixedCamera;
}
namespace ui {
class MapCanvas;
}
struct Camera;

/// A fixed camera as the map shows it.
struct ShownCamera {
    QString ref;
    QString name;
    QPointF at;         ///< on Mercator's unit square
    float heading = -1; ///< degrees clockwise from north; negative: it looks all round
};

/// Keeps the map's cameras in step: those of the map package, and those that the desk defined, which stand
/// before a package's of the same code.
class CameraFeed : public QObject {
    Q_OBJECT

public:
    CameraFeed(const PaneContext& context, ui::MapCanvas& canvas, QObject* parent = nullptr);

    void setPackage(const QList<maps::FixedCamera>& cameras);
    [[nodiscard]] const QHash<quint64, ShownCamera>& all() const { return m_shown; }

private:
    void showDefined(const Camera& camera);
    void show(const ShownCamera& camera);

    PaneContext m_context;
    ui::MapCanvas& m_canvas;
    SymbolKeys<QString> m_keys; ///< by code
    QHash<QString, ShownCamera> m_package;
    QHash<quint64, ShownCamera> m_shown;
};

} // namespace tridesk
