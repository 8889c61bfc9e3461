// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "ui/map/symbols.h"
#include "ui/panes/common/pane_context.h"
#include "ui/panes/map/caught.h"

#include <QList>
#include <QObject>
#include <QPointF>

namespace tridesk {

namespace ui {
class MapCanvas;
class MapModes;
struct ModeShape;
} // namespace ui
class CatchBar;
class Dispatcher;
class Prompts;

enum class CatchBy { Circle, Polygon, Lasso };

/// Catches what lies inside a circle, a polygon or a lasso, counts it while it is drawn, and acts on it:
/// selects the units, dispatches the available ones, writes to them, lists all.
class CatchTool : public QObject {
    Q_OBJECT

public:
    struct Ground {
        ui::MapCanvas& canvas;
        ui::MapModes& modes;
        const MapFeed& feed;
        const CameraFeed& cameras;
        CatchBar& bar;
        Dispatcher& dispatcher;
        Prompts& prompts;
    };
    /// All outlive it.
    CatchTool(const PaneContext& context, const Ground& ground, QObject* parent = nullptr);

    void start(CatchBy by);
    void letGo(); ///< of what was caught
    [[nodiscard]] const Caught& caught() const { return m_caught; }
    /// What is caught now and where it stands, for its highlight.
    struct Mark {
        ui::SymbolKind kind = ui::SymbolKind::None;
        QPointF at; ///< on Mercator's unit square
    };
    [[nodiscard]] QList<Mark> marks() const;

Q_SIGNALS:
    void hinted(const QString& hint);
    void messageAsked(const QList<tridesk::UnitId>& units);

private:
    void count(const ui::ModeShape& shape);
    void take(const ui::ModeShape& shape, Qt::KeyboardModifiers keys);
    void refresh();
    void list();
    void select();
    void dispatch();
    void askMessage();
    void choose(quint64 row);
    [[nodiscard]] QString cannotSend() const;

    struct Row {
        QString text;
        std::optional<QPointF> at;
    };
    [[nodiscard]] QList<Row> rows() const;

    PaneContext m_context;
    Ground m_ground;
    Caught m_caught;
    Caught m_drawing; ///< inside what is being drawn
    QList<Row> m_rows;
    QString m_hint;
};

} // namespace tridesk
