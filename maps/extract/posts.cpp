// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/posts.h"

#include <QPointF>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

using Ring = QList<QPointF>;

/// A flat picture of the bounds: x shrunk so that both axes are of one length. Good enough for a country's
/// width.
class Plane {
public:
    explicit Plane(const QGeoRectangle& bounds)
        : m_scale(std::max(0.01, std::cos(bounds.center().latitude() * std::numbers::pi / 180))) {}
    [[nodiscard]] QPointF to(const QGeoCoordinate& at) const {
        return {at.longitude() * m_scale, at.latitude()};
    }
    [[nodiscard]] QGeoCoordinate from(QPointF p) const { return {p.y(), p.x() / m_scale}; }

private:
    double m_scale;
};

/// What of the ring is nearer to a than to b.
Ring nearer(const Ring& ring, QPointF a, QPointF b) {
    const QPointF middle = (a + b) / 2;
    const QPointF along = b - a;
    const auto beyond = [&](QPointF p) { return QPointF::dotProduct(p - middle, along); };
    Ring result;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF p = ring[i];
        const QPointF q = ring[(i + 1) % ring.size()];
        const double dp = beyond(p);
        const double dq = beyond(q);
        if (dp <= 0)
            result.append(p);
        if ((dp < 0 && dq > 0) || (dp > 0 && dq < 0))
            result.append(p + (q - p) * (dp / (dp - dq)));
    }
    return result;
}

Ring cornersOf(const QGeoRectangle& bounds, const Plane& plane) {
    return {plane.to(bounds.topLeft()), plane.to(bounds.topRight()), plane.to(bounds.bottomRight()),
            plane.to(bounds.bottomLeft())};
}

QGeoPolygon polygonOf(const Ring& ring, const Plane& plane) {
    QList<QGeoCoordinate> path;
    for (QPointF p : ring)
        path.append(plane.from(p));
    return QGeoPolygon(path);
}

QList<PostArea> byNearest(const QList<PostArea>& stations, const QGeoRectangle& bounds) {
    const Plane plane(bounds);
    QList<PostArea> result;
    for (const PostArea& station : stations) {
        Ring ring = cornersOf(bounds, plane);
        for (const PostArea& other : stations)
            if (other.station != station.station && ring.size() >= 3)
                ring = nearer(ring, plane.to(station.station), plane.to(other.station));
        if (ring.size() < 3)
            continue;
        result.append(station);
        result.last().area = polygonOf(ring, plane);
    }
    return result;
}

QList<PostArea> byDrawing(QList<PostArea> stations, QList<PostArea> areas) {
    for (PostArea& area : areas) {
        auto found = std::ranges::find_if(
            stations, [&](const PostArea& s) { return !area.ref.isEmpty() && s.ref == area.ref; });
        if (found == stations.end())
            found = std::ranges::find_if(stations,
                                         [&](const PostArea& s) { return area.area.contains(s.station); });
        if (found == stations.end()) {
            area.station = area.area.center();
            continue;
        }
        area.station = found->station;
        if (!found->nameZh.isEmpty())
            area.nameZh = found->nameZh;
        if (!found->nameEn.isEmpty())
            area.nameEn = found->nameEn;
        stations.erase(found);
    }
    return areas;
}

/// Two nodes or a node and a building may be one station: those within a few metres are.
QList<PostArea> withoutTwins(const QList<PostArea>& stations) {
    QList<PostArea> result;
    for (const PostArea& station : stations) {
        const auto twin = [&](const PostArea& other) {
            return other.station.distanceTo(station.station) < 30;
        };
        if (std::ranges::none_of(result, twin))
            result.append(station);
    }
    return result;
}

template <typename Item>
void makeRefs(QList<Item>& items, const QString& prefix, int digits) {
    static const QRegularExpression code(u"^[A-Z]{1,6}[0-9]{1,6}$"_s);
    QSet<QString> taken;
    for (Item& item : items) {
        if (!code.match(item.ref).hasMatch() || taken.contains(item.ref))
            item.ref.clear();
        else
            taken.insert(item.ref);
    }
    int number = 0;
    for (Item& item : items) {
        while (item.ref.isEmpty()) {
            const QString ref = prefix + u"%1"_s.arg(++number, digits, 10, QChar(u'0'));
            if (!taken.contains(ref))
                item.ref = ref;
        }
    }
}

} // namespace

QList<PostArea> makePosts(QList<PostArea> stations, QList<PostArea> areas, const QGeoRectangle& bounds,
                          const QGeoCoordinate& centre) {
    QList<PostArea> posts;
    if (!areas.isEmpty()) {
        posts = byDrawing(std::move(stations), std::move(areas));
    } else {
        stations = withoutTwins(stations);
        stations.removeIf([&](const PostArea& s) { return !bounds.contains(s.station); });
        if (stations.isEmpty())
            stations.append({.ref = u"ST01"_s, .nameZh = {}, .nameEn = {}, .station = centre, .area = {}});
        posts = byNearest(stations, bounds);
    }
    if (posts.size() > Package::MaxPosts)
        posts.resize(Package::MaxPosts);
    makeRefs(posts, u"ST"_s, 2);
    for (PostArea& post : posts)
        if (post.nameZh.isEmpty())
            post.nameZh = post.ref;
    std::ranges::sort(posts, {}, &PostArea::ref);
    return posts;
}

QList<FixedCamera> makeCameras(QList<FixedCamera> cameras) {
    if (cameras.size() > Package::MaxCameras)
        cameras.resize(Package::MaxCameras);
    makeRefs(cameras, u"CAM"_s, 4);
    for (FixedCamera& camera : cameras)
        if (camera.name.isEmpty())
            camera.name = camera.ref;
    return cameras;
}

} // namespace tridesk::maps
