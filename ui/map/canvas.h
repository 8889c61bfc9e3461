// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/canvas_surface.h"
#include "ui/map/map_style.h"
#include "ui/map/map_view.h"
#include "ui/map/symbols.h"

#include <QGeoCoordinate>
#include <QWidget>

#include <memory>
#include <utility>
#include <vector>

class QPinchGesture;

namespace tridesk::maps {
class PictureProvider;
struct TileSource;
} // namespace tridesk::maps

namespace tridesk::ui {

class MapLayer;
enum class MapLayerRole;
struct MapHit;
struct MapParts;

// The one map widget: everything is painted by QPainter, in layers. GUI thread only. Panes push plain values
// and connect to its signals; it holds no rule. Changes are gathered and painted once a frame.
//
// Widgets within it, for tests: objectName "map", "map.zoomIn", "map.zoomOut", "map.north".
class MapCanvas : public QWidget {
    Q_OBJECT

public:
    explicit MapCanvas(QWidget* parent = nullptr);
    ~MapCanvas() override;

    // On the raster surface until told otherwise.
    void setSurface(MapSurface wish);
    [[nodiscard]] bool isAccelerated() const; // on OpenGL

    // The basemap of a map package (an MBTiles file of OpenMapTiles vector tiles, or of pictures), opened on
    // another thread. Empty or unreadable: a grid with a sentence that says so; symbols still show. Shows the
    // package's own extent if nothing was looked at yet.
    void setBasemap(const QString& mbtilesPath);
    // The same of a file whose datum, or whom it is owed to, was said.
    void setBasemap(const maps::TileSource& file);
    // A map of pictures, from wherever they come. What is wrong with it stands in a corner.
    void setBasemap(std::unique_ptr<maps::PictureProvider> pictures);
    // Who made the map, shown in a corner; what the tiles themselves say stands where this is empty.
    void setAttribution(const QString& text);
    void setStyle(const MapStyle& style);
    void setLabelLanguage(LabelLanguage language);
    // All tiles and names of the present view are drawn: for pictures and tests.
    [[nodiscard]] bool isBasemapComplete() const;
    [[nodiscard]] const MapStyle& style() const;

    // What it looks at.
    [[nodiscard]] const MapView& view() const;
    void setView(const MapView& view); // at once; size and dpr are the widget's own
    void lookAt(const QGeoCoordinate& centre, double zoom);
    void fit(const QList<QGeoCoordinate>& places);
    void zoomBy(double levels);  // about the centre, animated
    void turnBy(double degrees); // clockwise: what is up comes from the right; animated
    void turnTo(double bearing); // 0: north is up again; animated

    // Symbols, by key. Upserting an equal key replaces that one only.
    void upsert(const UnitSymbol& symbol);
    void upsert(const IncidentSymbol& symbol);
    void upsert(const CameraSymbol& symbol);
    void upsert(const StationSymbol& symbol);
    void upsert(const AreaShape& shape);
    void upsert(const RingShape& shape);
    void upsertRoute(const RouteShape& shape);
    void upsertTrail(const TrailShape& shape);
    void upsert(const PlotShape& shape);
    void remove(SymbolKind kind, quint64 key);
    void clear(SymbolKind kind);
    [[nodiscard]] qsizetype count(SymbolKind kind) const;
    // The caller's own layers at the same place in the order go with it.
    void setLayerVisible(SymbolKind kind, bool visible);

    // Marks this one as selected (and no other of its kind); key 0 selects none. Does not move the view.
    void select(SymbolKind kind, quint64 key);
    // While set, the next click on the map gives pointPicked() instead of clicked(), and so does Enter for
    // the middle of the map; Esc leaves it.
    void setPickMode(bool on);
    [[nodiscard]] bool pickMode() const;

    [[nodiscard]] MapHit hitAt(QPointF pixel) const;
    // A layer of the caller's own at a place in the order; the canvas owns it.
    void addLayer(MapLayerRole role, std::unique_ptr<MapLayer> layer);

Q_SIGNALS:
    void clicked(tridesk::ui::SymbolKind kind, quint64 key, Qt::KeyboardModifiers modifiers);
    void doubleClicked(tridesk::ui::SymbolKind kind, quint64 key);
    void contextRequested(tridesk::ui::SymbolKind kind, quint64 key, const QGeoCoordinate& at,
                          const QPoint& global);
    void hovered(tridesk::ui::SymbolKind kind, quint64 key, const QPoint& global); // None, 0 when nothing is
    void pointPicked(const QGeoCoordinate& at);
    void dragStarted(tridesk::ui::SymbolKind kind, quint64 key);
    // Units or an incident (drag_payload.h) hover over a symbol or place while dragged, and are let go there.
    void dragHovered(const QString& mimeType, const QByteArray& payload, tridesk::ui::SymbolKind kind,
                     quint64 key);
    void dropped(const QString& mimeType, const QByteArray& payload, tridesk::ui::SymbolKind kind,
                 quint64 key, const QGeoCoordinate& at);
    void viewChanged(const tridesk::ui::MapView& view);
    void basemapFailed(const QString& reason);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    friend class MapSurfacePainter;
    void paintMap(QPainter& painter);
    static void paintLayer(QPainter& painter, const MapView& view, MapLayer& layer);
    // The first of the layers that it left to be painted.
    std::vector<std::pair<MapLayerRole, std::unique_ptr<MapLayer>>>::const_iterator
    paintGround(QPainter& painter, const MapView& view);
    void refresh();    // one repaint, gathered, after what else is to be painted now
    void refreshNow(); // with it: the hand moves the map
    void moveTo(const MapView& view);
    void startDrag(const MapHit& hit);
    void updateTimers();
    void updateFlash();
    void showPackage();
    void zoomAbout(QPointF pixel, double levels);
    void turnAbout(QPointF pixel, double degrees); // at once
    void settleTurn();
    void pinched(const QPinchGesture& pinch);
    void spread(QPointF pixel, double factor);
    void pickAt(QPointF pixel);
    [[nodiscard]] QPointF spotInHand() const;
    void askForMenu(QPointF pixel, QPoint global);
    void layOutButtons();
    void showBearing();
    void hover(QPointF pixel);
    void releaseThrow();
    [[nodiscard]] QByteArray dragPayload(const MapHit& hit) const;
    [[nodiscard]] MapHit dropTarget(QPointF pixel) const;
    [[nodiscard]] QString attributionText() const;
    [[nodiscard]] QString notice() const;

    std::unique_ptr<MapParts> m;
};

} // namespace tridesk::ui
