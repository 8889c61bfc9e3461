// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/street_labels.h"

#include "ui/map/road_style.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::ui {
namespace {

constexpr double anchorSpacing = 260; // logical pixels between places where a street may be named
constexpr double numberSpacing = 420; // of a road's number
constexpr double arrowSpacing = 140;
constexpr double arrowZoom = 15.4;
constexpr double shortestArrow = 34; // logical pixels of street that an arrow wants
constexpr qsizetype longestNumber = 7;

} // namespace

StreetLabels::StreetLabels(const LabelRequest& request, int dataZoom, const QRectF& sight, TakeLabel take)
    : m_request(request)
    , m_style(*request.style)
    , m_zoom(request.view.zoom())
    , m_dataZoom(dataZoom)
    , m_sight(sight)
    , m_take(std::move(take)) {}

void StreetLabels::finish() {
    finishStreets();
    roadNumbers();
}

void StreetLabels::gather(const DataTile& data) {
    gatherLines(data, u"transportation_name");
    gatherLines(data, u"water_name");
    gatherLines(data, u"waterway");
    arrows(data);
}

void StreetLabels::gatherLines(const DataTile& data, QStringView name) {
    const Layer* layer = data.tile->layer(name);
    if (layer == nullptr)
        return;
    const NameKeys keys(*layer);
    const int classKey = layer->keyIndex(u"class");
    const int subclassKey = layer->keyIndex(u"subclass");
    const int refKey = layer->keyIndex(u"ref");
    const bool road = name == u"transportation_name";
    for (const Feature& f : layer->features) {
        if (f.kind != maps::GeometryKind::Line || !inSight(data, *layer, f))
            continue;
        const RoadClass roadClass =
            road ? roadClassOf(layer->text(f, classKey), layer->text(f, subclassKey)) : RoadClass::None;
        if (road)
            gatherNumber(data, *layer, f, roadClass, layer->text(f, refKey));
        if (road && !namedAt(roadClass))
            continue;
        const Names names = keys.names(f, m_request.language);
        if (names.first.isEmpty())
            continue;
        addPieces(data, *layer, f, m_streets[{names.first, names.second, int(roadClass)}]);
    }
}

bool StreetLabels::inSight(const DataTile& data, const Layer& layer, const Feature& f) const {
    const QRect& b = f.bounds;
    const QPointF low = mercatorOf(data, layer, b.topLeft());
    const QPointF high = mercatorOf(data, layer, {b.left() + b.width(), b.top() + b.height()});
    return low.x() <= m_sight.right() && high.x() >= m_sight.left() && low.y() <= m_sight.bottom() &&
           high.y() >= m_sight.top();
}

void StreetLabels::gatherNumber(const DataTile& data, const Layer& layer, const Feature& f, RoadClass c,
                                const QString& ref) {
    if (c > RoadClass::Secondary || ref.isEmpty() || roadWidth(c, m_zoom) < 2)
        return;
    const QString number = ref.section(u';', 0, 0).trimmed();
    if (!number.isEmpty() && number.size() <= longestNumber)
        addPieces(data, layer, f, m_numbers[{number, {}, int(c)}]);
}

void StreetLabels::roadNumbers() {
    for (auto it = m_numbers.cbegin(); it != m_numbers.cend(); ++it) {
        const bool motorway = it.key().look == int(RoadClass::Motorway);
        LabelCandidate look;
        look.text = it.key().text;
        look.rank = RoadNumber + it.key().look;
        look.face.size = 10;
        look.face.bold = true;
        look.face.colour = motorway ? m_style.shieldMotorwayText : m_style.shieldText;
        look.face.plate = motorway ? m_style.shieldMotorway : m_style.shield;
        look.face.halo = m_style.shieldEdge;
        for (const JoinedLine& joined : joinLines(it.value(), joint()))
            anchors(look, joined, it.value(), numberSpacing, false);
    }
}

void StreetLabels::arrows(const DataTile& data) {
    const Layer* layer = m_zoom >= arrowZoom ? data.tile->layer(u"transportation") : nullptr;
    if (layer == nullptr)
        return;
    const int classKey = layer->keyIndex(u"class");
    const int subclassKey = layer->keyIndex(u"subclass");
    const int onewayKey = layer->keyIndex(u"oneway");
    const int brunnelKey = layer->keyIndex(u"brunnel");
    for (const Feature& f : layer->features) {
        if (f.kind != maps::GeometryKind::Line || !inSight(data, *layer, f))
            continue;
        const double oneway = layer->number(f, onewayKey, 0);
        if (oneway == 0 || layer->text(f, brunnelKey) == u"tunnel" ||
            roadClassOf(layer->text(f, classKey), layer->text(f, subclassKey)) > RoadClass::Service)
            continue;
        std::vector<QPolygonF> pieces;
        addPieces(data, *layer, f, pieces);
        for (const QPolygonF& piece : pieces)
            addArrows(piece, oneway < 0);
    }
}

void StreetLabels::addArrows(const QPolygonF& piece, bool against) {
    const double world = 256 * std::exp2(std::round(m_zoom));
    const double length = lengthOf(piece);
    if (length * world < shortestArrow)
        return;
    const int count = std::clamp(int(std::lround(length * world / arrowSpacing)), 1, 200);
    for (int i = 0; i < count; ++i) {
        const double along = (i + 0.5) * length / count;
        LabelCandidate c;
        c.icon = LabelIcon::OneWay;
        c.at = pointAt(piece, along);
        const double step = 4 / world;
        c.way = pointAt(piece, along + step) - pointAt(piece, std::max(0.0, along - step));
        if (against)
            c.way = -c.way;
        c.rank = Arrow;
        c.face.colour = m_style.oneway;
        c.key = labelKey(u"\u2192"_s, c.at);
        if (m_sight.contains(c.at))
            m_take(std::move(c));
    }
}

bool StreetLabels::namedAt(RoadClass c) const {
    if (c >= RoadClass::Rail)
        return false;
    // The desk's own signs come first: a name waits until its street is wide enough to carry it.
    const double width = roadWidth(c, m_zoom);
    if (c <= RoadClass::Secondary)
        return width > 1.4;
    if (c <= RoadClass::Service)
        return width > (c == RoadClass::Lane || c == RoadClass::Pedestrian ? 2.4 : 2.7);
    return m_zoom > 16.5;
}

void StreetLabels::addPieces(const DataTile& data, const Layer& layer, const Feature& f,
                             std::vector<QPolygonF>& pieces) const {
    for (std::uint32_t i = f.firstPart; i < f.endPart; ++i) {
        const auto points = layer.part(i);
        QPolygonF piece;
        for (std::size_t k = 1; k < points.size(); ++k) {
            QLineF segment(points[k - 1], points[k]);
            const bool in = cutToTile(segment, layer.extent);
            if (!in || (!piece.isEmpty() && segment.p1() != QPointF(points[k - 1])))
                flush(data, layer, piece, pieces);
            if (!in)
                continue;
            if (piece.isEmpty())
                piece << segment.p1();
            piece << segment.p2();
            if (segment.p2() != QPointF(points[k]))
                flush(data, layer, piece, pieces);
        }
        flush(data, layer, piece, pieces);
    }
}

void StreetLabels::flush(const DataTile& data, const Layer& layer, QPolygonF& piece,
                         std::vector<QPolygonF>& pieces) {
    const double tiles = double(1LL << data.id.z);
    for (QPointF& p : piece)
        p = {(data.id.x + p.x() / layer.extent) / tiles, (data.id.y + p.y() / layer.extent) / tiles};
    if (piece.size() >= 2)
        pieces.push_back(std::move(piece));
    piece = {};
}

bool StreetLabels::cutToTile(QLineF& s, double extent) {
    double from = 0;
    double to = 1;
    const auto edge = [&](double p, double q) {
        if (p == 0)
            return q >= 0;
        const double t = q / p;
        if (p < 0)
            from = std::max(from, t);
        else
            to = std::min(to, t);
        return from < to;
    };
    const bool in = edge(-s.dx(), s.x1()) && edge(s.dx(), extent - s.x1()) && edge(-s.dy(), s.y1()) &&
                    edge(s.dy(), extent - s.y1());
    if (in)
        s = QLineF(from > 0 ? s.pointAt(from) : s.p1(), to < 1 ? s.pointAt(to) : s.p2());
    return in;
}

double StreetLabels::joint() const {
    return 3.0 / (double(1LL << m_dataZoom) * 4096);
}

void StreetLabels::finishStreets() {
    for (auto it = m_streets.cbegin(); it != m_streets.cend(); ++it) {
        const LabelCandidate look = streetLook(it.key());
        for (const JoinedLine& joined : joinLines(it.value(), joint()))
            anchors(look, joined, it.value(), anchorSpacing, true);
    }
}

LabelCandidate StreetLabels::streetLook(const StreetName& name) const {
    LabelCandidate c;
    c.text = name.text;
    c.second = name.second;
    if (name.look == roadClasses) {
        c.rank = WaterName;
        c.face.size = 12;
        c.face.spaced = true;
        c.face.colour = m_style.textWater;
        return c;
    }
    const auto roadClass = RoadClass(name.look);
    const double width = roadWidth(roadClass, m_zoom);
    c.rank =
        roadClass <= RoadClass::Tertiary ? MainRoad + name.look : Street + name.look - int(RoadClass::Minor);
    c.face.size = std::clamp(9.5 + width * 0.18, 10.5, 14.0);
    c.face.bold = roadClass <= RoadClass::Secondary;
    c.face.colour = m_style.textRoad;
    return c;
}

void StreetLabels::anchors(const LabelCandidate& look, const JoinedLine& joined,
                           const std::vector<QPolygonF>& pieces, double spacing, bool written) {
    const double world = 256 * std::exp2(std::round(m_zoom));
    const double step = spacing / world;
    const auto line = std::make_shared<const QPolygonF>(joined.line);
    double before = 0;
    for (const int piece : joined.pieces) {
        const double length = lengthOf(pieces[std::size_t(piece)]);
        const double middle = before + length / 2;
        const int steps = std::min(40, int(length / 2 / step));
        for (int i = -steps; i <= steps; ++i) {
            LabelCandidate c = look;
            if (written)
                c.line = line;
            c.along = middle + i * step;
            c.at = pointAt(*line, c.along);
            if (m_sight.contains(c.at))
                m_take(std::move(c));
        }
        before += length;
    }
}

double StreetLabels::lengthOf(const QPolygonF& line) {
    double sum = 0;
    for (qsizetype i = 1; i < line.size(); ++i)
        sum += QLineF(line[i - 1], line[i]).length();
    return sum;
}

QPointF StreetLabels::pointAt(const QPolygonF& line, double distance) {
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QLineF s(line[i - 1], line[i]);
        const double length = s.length();
        if (distance <= length && length > 0)
            return s.pointAt(distance / length);
        distance -= length;
    }
    return line.back();
}

} // namespace tridesk::ui
