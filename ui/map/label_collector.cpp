// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/label_collector.h"

#include "ui/map/label_icons.h"
#include "ui/map/label_source.h"
#include "ui/map/street_labels.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::ui {
namespace {

constexpr double nameOnWater = 45; // logical pixels that a lake has to be wide to be named

class Collector {
public:
    Collector(const LabelRequest& request, const std::vector<DataTile>& tiles)
        : m_request(request)
        , m_style(*request.style)
        , m_tiles(tiles)
        , m_zoom(request.view.zoom())
        , m_sight(request.view.mercatorRect(160)) {}

    std::vector<LabelCandidate> run() {
        StreetLabels streets(m_request, m_tiles.empty() ? 0 : m_tiles.front().id.z, m_sight,
                             [this](LabelCandidate c) { add(std::move(c)); });
        for (const DataTile& data : m_tiles) {
            places(data);
            waters(data);
            points(data);
            numbers(data);
            streets.gather(data);
        }
        streets.finish();
        return std::move(m_out);
    }

private:
    using Layer = maps::VectorLayer;
    using Feature = maps::VectorFeature;

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
            const QPointF at = mercatorOf(data, *layer, layer->part(f.firstPart).front());
            if (m_sight.contains(at))
                use(*layer, f, keys, at);
        }
    }

    void add(LabelCandidate c) {
        if (c.text.isEmpty() && c.icon != LabelIcon::OneWay)
            return;
        if (c.key == 0)
            c.key = labelKey(c.text, c.at);
        if (!c.face.halo.isValid())
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
                      [this, name](const Layer& l, const Feature& f, const NameKeys& keys, QPointF at) {
                          if (!isLargeEnough(l, f, at))
                              return;
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

    // A pool's name would outshout its district's; tiles from elsewhere do not say how large a water is.
    [[nodiscard]] bool isLargeEnough(const Layer& l, const Feature& f, QPointF at) const {
        const double area = l.number(f, l.keyIndex(u"area"), -1); // m²
        if (area < 0)
            return true;
        const double latitude = std::atan(std::sinh(M_PI * (1 - 2 * at.y())));
        const double metresPerPixel = 40075016.7 * std::cos(latitude) / (256 * std::exp2(m_zoom));
        return std::sqrt(area) / metresPerPixel >= nameOnWater;
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

    const LabelRequest& m_request;
    const MapStyle& m_style;
    const std::vector<DataTile>& m_tiles;
    double m_zoom;
    QRectF m_sight;
    QSet<quint64> m_known;
    std::vector<LabelCandidate> m_out;
};

} // namespace

std::vector<LabelCandidate> collectLabels(const LabelRequest& request, const std::vector<DataTile>& tiles) {
    return Collector(request, tiles).run();
}

} // namespace tridesk::ui
