// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/label_source.h"
#include "ui/map/line_join.h"
#include "ui/map/map_style.h"

#include <QHash>
#include <QPolygonF>
#include <QString>

#include <vector>

namespace tridesk::ui {

// What is written along streets and rivers, and stands on them: their names, road numbers, one-way arrows.
class StreetLabels {
public:
    // `dataZoom` is that of the data tiles; `sight` what the view shows, with its margin, on Mercator's
    // square.
    StreetLabels(const LabelRequest& request, int dataZoom, const QRectF& sight, TakeLabel take);

    // Every data tile of the view, then finish(): streets are whole only when all their pieces are there.
    void gather(const DataTile& data);
    void finish();

private:
    using Layer = maps::VectorLayer;
    using Feature = maps::VectorFeature;
    struct StreetName {
        QString text;
        QString second;
        int look; // RoadClass, or roadClasses for water
        [[nodiscard]] bool operator==(const StreetName&) const = default;
        friend size_t qHash(const StreetName& s, size_t seed) {
            return qHashMulti(seed, s.text, s.second, s.look);
        }
    };

    void gatherLines(const DataTile& data, QStringView name);
    [[nodiscard]] bool inSight(const DataTile& data, const Layer& layer, const Feature& f) const;
    // "G4;G107" says two roads in one: the first stands for both.
    void gatherNumber(const DataTile& data, const Layer& layer, const Feature& f, RoadClass c,
                      const QString& ref);
    void roadNumbers();
    // In the middle of each piece between two junctions, and at even steps on long ones.
    void arrows(const DataTile& data);
    void addArrows(const QPolygonF& piece, bool against);
    [[nodiscard]] bool namedAt(RoadClass c) const;
    // The feature's lines within their own tile only: what reaches over the edge is the neighbour's as well.
    void addPieces(const DataTile& data, const Layer& layer, const Feature& f,
                   std::vector<QPolygonF>& pieces) const;
    static void flush(const DataTile& data, const Layer& layer, QPolygonF& piece,
                      std::vector<QPolygonF>& pieces);
    // Liang and Barsky: cuts a segment to the tile; false where none of it is inside.
    static bool cutToTile(QLineF& s, double extent);
    // Pieces that end within this of each other are one street's.
    [[nodiscard]] double joint() const;
    void finishStreets();
    [[nodiscard]] LabelCandidate streetLook(const StreetName& name) const;
    // Places along a street where its name may stand: the middle of each piece, and on from there at even
    // steps. They hang on the data, not on the view, so that a name stays where it is while the map is moved.
    void anchors(const LabelCandidate& look, const JoinedLine& joined, const std::vector<QPolygonF>& pieces,
                 double spacing, bool written);
    static double lengthOf(const QPolygonF& line);
    static QPointF pointAt(const QPolygonF& line, double distance);

    const LabelRequest& m_request;
    const MapStyle& m_style;
    double m_zoom;
    int m_dataZoom;
    QRectF m_sight;
    TakeLabel m_take;
    QHash<StreetName, std::vector<QPolygonF>> m_streets;
    QHash<StreetName, std::vector<QPolygonF>> m_numbers;
};

} // namespace tridesk::ui
