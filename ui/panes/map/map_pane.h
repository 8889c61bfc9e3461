// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/id.h"
#include "ui/map/symbols.h"
#include "ui/panes/common/pane_context.h"

#include <QGeoCoordinate>
#include <QWidget>

class QMenu;

namespace tridesk {

namespace maps {
class GeoService;
class Package;
struct TileSource;
} // namespace maps
namespace ui {
class MapCanvas;
}
class ActionTable;
class CameraFeed;
class Dispatcher;
class MapFeed;
class MapTools;
class PlaceBox;
class PlaceNames;
class PromptBar;
class RecallStrip;
class RingTools;

/// The map with everything of the desk on it: follows and sets the window's selection, takes and gives units
/// and incidents by drag, finds places. What a gesture leads to is the Dispatcher's.
class MapPane : public QWidget {
    Q_OBJECT

public:
    /// `package` may be null (a grid is shown), and so may `places` (no roads to reckon with). Both outlive
    /// the pane.
    MapPane(const PaneContext& context, const maps::Package* package, maps::GeoService* places,
            QWidget* parent = nullptr);

    [[nodiscard]] ui::MapCanvas& canvas() { return *m_canvas; }
    [[nodiscard]] RingTools& rings() { return *m_rings; }
    /// Which map lies beneath: the package that the pane was made with, or another one.
    void showSource(const maps::TileSource& source);
    void focusSearch();
    void find(const QString& text); ///< as if it had been typed into the search
    void showSelected();            ///< moves to what is selected
    /// Where its crew is; without a fix where its emergency was raised.
    void showUnit(const UnitId& unit);
    void showEverything(); ///< the map's own extent, or all that stands on it
    /// Joins the window's actions with the map's tools, and shows their buttons. Once.
    void takeActions(ActionTable& actions);
    void lookAt(GeoPoint at); ///< near enough to read the street
    /// The next click on the map is told by picked().
    void pick();
    void follow(const UnitId& unit);
    /// Where its marker stands on the canvas, in or out of sight; nothing where none is known.
    [[nodiscard]] std::optional<QPointF> markerOf(const UnitId& unit) const;

Q_SIGNALS:
    void echoed(const QString& line);
    void picked(const QGeoCoordinate& at);
    void newIncidentAsked(const QGeoCoordinate& at);
    void noteHereAsked(const QGeoCoordinate& at);       ///< a note on that place is to be written
    void noteAsked(const tridesk::PremiseNoteId& note); ///< or one is to be read
    void detailsAsked(const tridesk::IncidentId& incident);
    void messageAsked(const QList<tridesk::UnitId>& units);
    void pictureAsked(const tridesk::UnitId& unit);
    void cameraPictureAsked(const tridesk::CameraId& camera);
    void incidentPicturesAsked(const tridesk::IncidentId& incident);
    void markerPictureAsked(const tridesk::UnitId& unit); ///< beside its marker

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showOwn();
    void build(const maps::Package* package, maps::GeoService* places);
    void join();
    void dress();
    void showCameras(const maps::Package& package);
    bool goTo(const QString& text);
    void pickToName();
    void takePicked(const QGeoCoordinate& at);
    void joinNames(ActionTable& actions);
    void click(ui::SymbolKind kind, quint64 key, Qt::KeyboardModifiers modifiers);
    void drop(const QString& mime, const QByteArray& payload, ui::SymbolKind kind, quint64 key,
              const QGeoCoordinate& at);
    void dropUnits(const QList<UnitId>& units, ui::SymbolKind kind, quint64 key);
    void dropIncident(const IncidentId& incident, ui::SymbolKind kind, quint64 key, const QGeoCoordinate& at);
    void previewDrop(const QString& mime, const QByteArray& payload, ui::SymbolKind kind, quint64 key);
    void tellPreview();
    void openMenu(ui::SymbolKind kind, quint64 key, const QGeoCoordinate& at, const QPoint& global);
    void addIncidentActions(QMenu& menu, const IncidentId& incident);
    void addPictureActions(QMenu& menu, ui::SymbolKind kind, quint64 key);

    /// What hovers over what, as the hand says.
    struct Previewed {
        IncidentId incident;
        QList<UnitId> units;
        PostId station = {}; ///< over which it hovers, in place of units
    };

    PaneContext m_context;
    const maps::Package* m_package;
    bool m_looked = false; ///< it has shown everything once
    bool m_naming = false; ///< the next place picked is to be named
    ui::MapCanvas* m_canvas;
    MapFeed* m_feed;
    CameraFeed* m_cameras;
    MapTools* m_tools;
    PlaceBox* m_search;
    PlaceNames* m_names;
    PromptBar* m_prompts;
    Dispatcher* m_dispatcher;
    RecallStrip* m_recall;
    RingTools* m_rings;
    Previewed m_previewed;
};

} // namespace tridesk
