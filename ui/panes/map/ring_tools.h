// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/id.h"
#include "app/domain/instant.h"
#include "maps/geoservice/geo_service.h"
#include "ui/panes/common/pane_context.h"

#include <QObject>
#include <QStringList>

class QTimer;

namespace tridesk {

namespace ui {
class MapCanvas;
}
class EscapeBar;
class MapFeed;
class RingShapesLayer;

/// The rings of 1, 3 and 5 minutes around what is selected (toward an incident, from a unit or a station),
/// and the ring of somebody who flees, growing with the desk's clock. Asks the geographic service and draws
/// what it answers; reckons nothing itself. What comes late for something no longer shown is dropped.
class RingTools : public QObject {
    Q_OBJECT

public:
    /// `places` may be null: then each request is answered by a sentence that says so.
    RingTools(const PaneContext& context, ui::MapCanvas& canvas, const MapFeed& feed,
              maps::GeoService* places, QWidget* parent);

    [[nodiscard]] EscapeBar& bar() { return *m_bar; }
    /// Of a station that was clicked, until the selection changes or this is null.
    void setStation(const PostId& station);
    void setRingsShown(bool shown);
    [[nodiscard]] bool areRingsShown() const { return m_ringsShown; }
    /// What is drawn now.
    [[nodiscard]] const std::vector<maps::ReachRing>& rings() const { return m_rings; }
    [[nodiscard]] const std::optional<maps::EscapeAnswer>& escape() const { return m_escape; }
    /// From a place, since a time.
    void beginEscape(GeoPoint from, Instant since);
    /// From the selected incident.
    void beginEscape();
    void endEscape();

Q_SIGNALS:
    void refused();                     ///< rings were asked for and there are no roads
    void told(const QString& sentence); ///< why nothing can be shown

private:
    void follow();
    void askRings();
    [[nodiscard]] std::optional<GeoPoint> middle(maps::TimeField::Direction& direction) const;
    void takeRings(const maps::GeoService::Reached& answer);
    void askEscape();
    void takeEscape(const maps::GeoService::Escaped& answer);
    void tellCuts(const maps::EscapeAnswer& answer);
    void draw();
    [[nodiscard]] QString wrong(maps::EscapeError error) const;
    [[nodiscard]] bool isAvailable();

    PaneContext m_context;
    ui::MapCanvas& m_canvas;
    const MapFeed& m_feed;
    maps::GeoService* m_places;
    RingShapesLayer* m_layer; ///< of the canvas
    EscapeBar* m_bar;
    QTimer* m_beat;
    PostId m_station;
    bool m_ringsShown = false;
    bool m_escapeShown = false;
    bool m_asking = false;  ///< an escape ring is on its way
    quint64 m_question = 0; ///< the newest of the rings' questions
    GeoPoint m_from;
    std::vector<maps::ReachRing> m_rings;
    std::optional<maps::EscapeAnswer> m_escape;
    std::vector<QGeoCoordinate> m_cutters; ///< of the escape question under way
    QStringList m_cutterNames;
};

} // namespace tridesk
