// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/label_collector.h"

#include "ui/map/label_icons.h"
#include "ui/map/line_join.h"
#include "ui/map/road_style.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::ui {
namespace {

constexpr double anchorSpacing = 260; // logical pixels between places where a street may be named
constexpr int maxTextLength = 60;

// Ranks: lower is placed first.
enum Rank {
    City = 0,
    Town = 10,
    District = 20,
    WaterName = 26,
    MainRoad = 30,
    Landmark = 34,
    Street = 50,
    Place = 60,
    Number = 90
};

struct Names {
    QString first;
    QString second;
};

// Which attributes hold a layer's names, looked up once.
class NameKeys {
public:
    explicit NameKeys(const maps::VectorLayer& layer)
        : m_layer(layer) {
        for (const QStringView key : {u"name:zh", u"name:zh-Hans", u"name_zh"})
            m_zh.push_back(layer.keyIndex(key));
        for (const QStringView key : {u"name:en", u"name_en", u"name:latin", u"name_int"})
            m_en.push_back(layer.keyIndex(key));
        m_name = layer.keyIndex(u"name");
    }

    [[nodiscard]] Names names(const maps::VectorFeature& f, LabelLanguage language) const {
        const QString local = m_layer.text(f, m_name);
        const QString zh = firstOf(f, m_zh);
        const QString en = firstOf(f, m_en);
        const auto orLocal = [](const QString& wanted, const QString& otherwise) {
            return wanted.isEmpty() ? otherwise : wanted;
        };
        const QString anyLocal = orLocal(local, orLocal(zh, en)).left(maxTextLength);
        if (language == LabelLanguage::Chinese)
            return {orLocal(zh, anyLocal).left(maxTextLength), {}};
        if (language == LabelLanguage::English)
            return {orLocal(en, anyLocal).left(maxTextLength), {}};
        const QString first = orLocal(zh, anyLocal).left(maxTextLength);
        return {first, en == first ? QString() : en.left(maxTextLength)};
    }

private:
    [[nodiscard]] QString firstOf(const maps::VectorFeature& f, const std::vector<int>& keys) const {
        for (const int key : keys) {
            const QString text = m_layer.text(f, key);
            if (!text.isEmpty())
                return text;
        }
        return {};
    }

    const maps::VectorLayer& m_layer;
    std::vector<int> m_zh;
    std::vector<int> m_en;
    int m_name = -1;
};

quint64 keyOf(const QString& text, QPointF at) {
    // About a metre: the same thing read from two tiles is rounded alike but for the last place.
    const auto quantise = [](double v) { return qint64(std::floor(v * double(1 << 24) + 0.5)); };
    return qHashMulti(0x7a11, text, quantise(at.x()), quantise(at.y()));
}

class Collector {
public:
    Collector(const LabelRequest& request, const std::vector<DataTile>& tiles)
        : m_request(request)
        , m_style(*request.style)
        , m_tiles(tiles)
        , m_zoom(request.view.zoom())
        , m_sight(request.view.mercatorRect(160)) {}

    std::vector<LabelCandidate> run() {
        for (const DataTile& data : m_tiles) {
            places(data);
            waters(data);
            points(data);
            numbers(data);
            gatherStreets(data);
        }
        streets();
        return std::move(m_out);
    }

private:
    using Layer = maps::VectorLayer;
    using Feature = maps::VectorFeature;

    [[nodiscard]] static QPointF mercator(const DataTile& data, const Layer& layer, QPoint p) {
        const double tiles = double(1LL << data.id.z);
        return {(data.id.x + double(p.x()) / layer.extent) / tiles,
                (data.id.y + double(p.y()) / layer.extent) / tiles};
    }

    // Calls `use` for each point feature of a layer that lies in sight.
    template <typename Use>
    void eachPoint(const DataTile& data, QStringView name, Use use) {
        const Layer* layer = data.tile->layer(name);
        if (layer == nullptr)
            return;
        const NameKeys keys(*layer);
        for (const Feature& f : layer->features) {
            if (f.kind != maps::GeometryKind::Point)
                continue;
            const QPointF at = mercator(data, *layer, layer->part(f.firstPart).front());
            if (m_sight.contains(at))
                use(*layer, f, keys, at);
        }
    }

    void add(LabelCandidate c) {
        if (c.text.isEmpty())
            return;
        c.key = keyOf(c.text, c.at);
        c.face.halo = m_style.halo;
        if (m_known.contains(c.key))
            return;
        m_known.insert(c.key);
        m_out.push_back(std::move(c));
    }

    void places(const DataTile& data) {
        eachPoint(data, u"place", [this](const Layer& l, const Feature& f, const NameKeys& keys, QPointF at) {
            LabelCandidate c;
            if (!placeLook(l.text(f, l.keyIndex(u"class")), c))
                return;
            const Names names = keys.names(f, m_request.language);
            c.text = names.first;
            c.second = c.rank < Place || m_zoom >= 15.4 ? names.second : QString();
            c.at = at;
            c.rank += int(std::clamp(l.number(f, l.keyIndex(u"rank"), 5), 0.0, 9.0));
            add(std::move(c));
        });
    }

    // False where a place of this class is not named at this zoom.
    bool placeLook(const QString& placeClass, LabelCandidate& c) const {
        c.face.colour = m_style.text;
        if (placeClass == u"city") {
            c.rank = City;
            c.face.size = m_zoom < 11 ? 16 : 19;
            c.face.bold = true;
            return m_zoom < 15;
        }
        if (placeClass == u"town") {
            c.rank = Town;
            c.face.size = m_zoom < 12 ? 13 : 15;
            c.face.bold = true;
            return m_zoom >= 8 && m_zoom < 16;
        }
        c.face.colour = m_style.textSoft;
        c.rank = District;
        if (placeClass == u"suburb" || placeClass == u"quarter" || placeClass == u"borough") {
            c.face.size = m_zoom < 13.5 ? 12 : 14;
            c.face.bold = true;
            c.face.spaced = true;
            return m_zoom >= 11 && m_zoom < 16.5;
        }
        if (placeClass == u"village") {
            c.rank = District + 4;
            c.face.size = 11.5;
            return m_zoom >= 12.4 && m_zoom < 16.5;
        }
        if (placeClass == u"neighbourhood" || placeClass == u"hamlet" || placeClass == u"locality" ||
            placeClass == u"isolated_dwelling") {
            c.rank = Place;
            c.face.size = 11;
            c.face.spaced = true;
            return m_zoom >= 14.4 && m_zoom < 17.5;
        }
        c.face.size = 12;
        return placeClass == u"island" && m_zoom >= 11;
    }

    void waters(const DataTile& data) {
        for (const QStringView name :
             {QStringView(u"water_name"), QStringView(u"aerodrome_label"), QStringView(u"mountain_peak")}) {
            eachPoint(data, name,
                      [this, name](const Layer&, const Feature& f, const NameKeys& keys, QPointF at) {
                          const Names names = keys.names(f, m_request.language);
                          LabelCandidate c;
                          c.text = names.first;
                          c.second = names.second;
                          c.at = at;
                          c.rank = WaterName;
                          c.face.size = 12;
                          c.face.spaced = true;
                          c.face.colour = name == u"water_name" ? m_style.textWater : m_style.textSoft;
                          add(std::move(c));
                      });
        }
    }

    void points(const DataTile& data) {
        eachPoint(data, u"poi", [this](const Layer& l, const Feature& f, const NameKeys& keys, QPointF at) {
            const LabelIcon icon =
                iconOf(l.text(f, l.keyIndex(u"class")), l.text(f, l.keyIndex(u"subclass")));
            if (m_zoom < firstZoomOf(icon))
                return;
            const Names names = keys.names(f, m_request.language);
            LabelCandidate c;
            c.text = names.first;
            c.second = m_zoom >= 16.5 ? names.second : QString();
            c.at = at;
            c.icon = icon;
            const bool landmark = firstZoomOf(icon) < 15;
            const int order = int(std::clamp((firstZoomOf(icon) - 13) * 2, 0.0, 9.0));
            c.rank = icon == LabelIcon::Police ? MainRoad - 1 : (landmark ? Landmark : Place) + order;
            c.face.size = landmark ? 11.5 : 11;
            c.face.colour = icon == LabelIcon::Park ? m_style.textPark : m_style.textPoi;
            add(std::move(c));
        });
    }

    void numbers(const DataTile& data) {
        if (m_zoom < 17.4)
            return;
        eachPoint(data, u"housenumber",
                  [this](const Layer& l, const Feature& f, const NameKeys&, QPointF at) {
                      LabelCandidate c;
                      c.text = l.text(f, l.keyIndex(u"housenumber")).left(10);
                      c.at = at;
                      c.rank = Number;
                      c.face.size = 10;
                      c.face.colour = m_style.textSoft;
                      add(std::move(c));
                  });
    }

    struct StreetName {
        QString text;
        QString second;
        int look; // RoadClass, or roadClasses for water
        [[nodiscard]] bool operator==(const StreetName&) const = default;
        friend size_t qHash(const StreetName& s, size_t seed) {
            return qHashMulti(seed, s.text, s.second, s.look);
        }
    };

    void gatherStreets(const DataTile& data) {
        gatherLines(data, u"transportation_name");
        gatherLines(data, u"water_name");
        gatherLines(data, u"waterway");
    }

    void gatherLines(const DataTile& data, QStringView name) {
        const Layer* layer = data.tile->layer(name);
        if (layer == nullptr)
            return;
        const NameKeys keys(*layer);
        const int classKey = layer->keyIndex(u"class");
        const bool road = name == u"transportation_name";
        for (const Feature& f : layer->features) {
            if (f.kind != maps::GeometryKind::Line)
                continue;
            const RoadClass roadClass = road ? roadClassOf(layer->text(f, classKey)) : RoadClass::None;
            if (road && !namedAt(roadClass))
                continue;
            const Names names = keys.names(f, m_request.language);
            if (names.first.isEmpty())
                continue;
            addPieces(data, *layer, f, m_streets[{names.first, names.second, int(roadClass)}]);
        }
    }

    [[nodiscard]] bool namedAt(RoadClass c) const {
        if (c == RoadClass::None || c == RoadClass::Rail || c == RoadClass::Tram || c == RoadClass::Ferry)
            return false;
        // The desk's own signs come first: a name waits until its street is wide enough to carry it.
        const double width = roadWidth(c, m_zoom);
        if (c <= RoadClass::Secondary)
            return width > 1.4;
        if (c <= RoadClass::Service)
            return width > 2.7;
        return m_zoom > 16.5;
    }

    // The feature's lines within their own tile only: what reaches over the edge is the neighbour's as well.
    void addPieces(const DataTile& data, const Layer& layer, const Feature& f,
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

    static void flush(const DataTile& data, const Layer& layer, QPolygonF& piece,
                      std::vector<QPolygonF>& pieces) {
        const double tiles = double(1LL << data.id.z);
        for (QPointF& p : piece)
            p = {(data.id.x + p.x() / layer.extent) / tiles, (data.id.y + p.y() / layer.extent) / tiles};
        if (piece.size() >= 2)
            pieces.push_back(std::move(piece));
        piece = {};
    }

    // Liang and Barsky: cuts a segment to the tile; false where none of it is inside.
    static bool cutToTile(QLineF& s, double extent) {
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

    void streets() {
        const double unit = m_tiles.empty() ? 0 : 1.0 / (double(1LL << m_tiles.front().id.z) * 4096);
        for (auto it = m_streets.cbegin(); it != m_streets.cend(); ++it) {
            const LabelCandidate look = streetLook(it.key());
            for (const JoinedLine& joined : joinLines(it.value(), 3 * unit))
                anchors(look, joined, it.value());
        }
    }

    [[nodiscard]] LabelCandidate streetLook(const StreetName& name) const {
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
        c.rank = roadClass <= RoadClass::Tertiary ? MainRoad + name.look
                                                  : Street + name.look - int(RoadClass::Minor);
        c.face.size = std::clamp(9.5 + width * 0.18, 10.5, 14.0);
        c.face.bold = roadClass <= RoadClass::Secondary;
        c.face.colour = m_style.textRoad;
        return c;
    }

    // Places along a street where its name may stand: the middle of each piece, and on from there at even
    // steps. They hang on the data, not on the view, so that a name stays where it is while the map is moved.
    void anchors(const LabelCandidate& look, const JoinedLine& joined, const std::vector<QPolygonF>& pieces) {
        const double world = 256 * std::exp2(std::round(m_zoom));
        const double step = anchorSpacing / world;
        const auto line = std::make_shared<const QPolygonF>(joined.line);
        double before = 0;
        for (const int piece : joined.pieces) {
            const double length = lengthOf(pieces[std::size_t(piece)]);
            const double middle = before + length / 2;
            const int steps = std::min(40, int(length / 2 / step));
            for (int i = -steps; i <= steps; ++i) {
                LabelCandidate c = look;
                c.line = line;
                c.along = middle + i * step;
                c.at = pointAt(*line, c.along);
                if (m_sight.contains(c.at))
                    add(std::move(c));
            }
            before += length;
        }
    }

    static double lengthOf(const QPolygonF& line) {
        double sum = 0;
        for (qsizetype i = 1; i < line.size(); ++i)
            sum += QLineF(line[i - 1], line[i]).length();
        return sum;
    }

    static QPointF pointAt(const QPolygonF& line, double distance) {
        for (qsizetype i = 1; i < line.size(); ++i) {
            const QLineF s(line[i - 1], line[i]);
            const double length = s.length();
            if (distance <= length && length > 0)
                return s.pointAt(distance / length);
            distance -= length;
        }
        return line.back();
    }

    const LabelRequest& m_request;
    const MapStyle& m_style;
    const std::vector<DataTile>& m_tiles;
    double m_zoom;
    QRectF m_sight;
    QHash<StreetName, std::vector<QPolygonF>> m_streets;
    QSet<quint64> m_known;
    std::vector<LabelCandidate> m_out;
};

} // namespace

std::vector<LabelCandidate> collectLabels(const LabelRequest& request, const std::vector<DataTile>& tiles) {
    return Collector(request, tiles).run();
}

} // namespace tridesk::ui
