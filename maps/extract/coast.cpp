// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/coast.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <optional>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

double areaOf(const DegreeLine& ring) {
    double sum = 0;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF& a = ring[i];
        const QPointF& b = ring[(i + 1) % ring.size()];
        sum += a.x() * b.y() - b.x() * a.y();
    }
    return sum / 2;
}

QRectF boxOf(const DegreeLine& ring) {
    double west = 180;
    double east = -180;
    double south = 90;
    double north = -90;
    for (const QPointF& p : ring) {
        west = std::min(west, p.x());
        east = std::max(east, p.x());
        south = std::min(south, p.y());
        north = std::max(north, p.y());
    }
    return {QPointF(west, south), QPointF(east, north)};
}

/// Even-odd.
bool encloses(const DegreeLine& ring, QPointF p) {
    bool inside = false;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF& a = ring[i];
        const QPointF& b = ring[(i + 1) % ring.size()];
        if ((a.y() > p.y()) != (b.y() > p.y()))
            inside ^= p.x() < a.x() + (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y());
    }
    return inside;
}

bool isFinite(QPointF p) {
    return std::isfinite(p.x()) && std::isfinite(p.y()) && std::abs(p.x()) <= 180 && std::abs(p.y()) <= 90;
}

/// What is left of the lines: points that say something, at least two of them.
QList<DegreeLine> cleaned(const QList<DegreeLine>& lines) {
    QList<DegreeLine> out;
    for (const DegreeLine& line : lines) {
        DegreeLine clean;
        for (const QPointF& p : line)
            if (isFinite(p) && (clean.isEmpty() || clean.constLast() != p))
                clean << p;
        if (clean.size() >= 2)
            out << clean;
    }
    return out;
}

/// Joins each line to the one that begins where it ends; the end of a way of OSM is the very node of the
/// next.
QList<DegreeLine> joined(QList<DegreeLine> lines) {
    const auto key = [](QPointF p) { return std::pair(p.x(), p.y()); };
    QHash<std::pair<double, double>, qsizetype> starts;
    QHash<std::pair<double, double>, bool> ends;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].constFirst() == lines[i].constLast())
            continue;
        starts.insert(key(lines[i].constFirst()), i);
        ends.insert(key(lines[i].constLast()), true);
    }
    std::vector<bool> used(std::size_t(lines.size()), false);
    QList<DegreeLine> out;
    const auto follow = [&](qsizetype i) {
        DegreeLine line = lines[i];
        used[std::size_t(i)] = true;
        while (line.constFirst() != line.constLast()) {
            const auto next = starts.constFind(key(line.constLast()));
            if (next == starts.cend() || used[std::size_t(*next)])
                break;
            used[std::size_t(*next)] = true;
            line += lines[*next].mid(1);
        }
        out << line;
    };
    for (qsizetype i = 0; i < lines.size(); ++i) // those that nothing leads to first: the others go round
        if (!used[std::size_t(i)] && !ends.contains(key(lines[i].constFirst())))
            follow(i);
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (!used[std::size_t(i)])
            follow(i);
    return out;
}

/// The rectangle, and places on its edge by how far they lie along it: clockwise from the north-west corner,
/// each side counting 1.
class Frame {
public:
    explicit Frame(const QGeoRectangle& box)
        : m_west(box.topLeft().longitude())
        , m_north(box.topLeft().latitude())
        , m_east(box.bottomRight().longitude())
        , m_south(box.bottomRight().latitude()) {}

    [[nodiscard]] bool isValid() const { return m_west < m_east && m_south < m_north; }
    [[nodiscard]] bool holds(QPointF p) const {
        return p.x() > m_west && p.x() < m_east && p.y() > m_south && p.y() < m_north;
    }
    [[nodiscard]] DegreeLine ring() const { return {corner(0), corner(1), corner(2), corner(3)}; }
    [[nodiscard]] QPointF corner(int number) const {
        switch (number % 4) {
        case 0:
            return {m_west, m_north};
        case 1:
            return {m_east, m_north};
        case 2:
            return {m_east, m_south};
        default:
            return {m_west, m_south};
        }
    }
    [[nodiscard]] double along(QPointF p) const {
        const double top = std::abs(p.y() - m_north);
        const double right = std::abs(p.x() - m_east);
        const double bottom = std::abs(p.y() - m_south);
        const double left = std::abs(p.x() - m_west);
        const double least = std::min({top, right, bottom, left});
        const double x = std::clamp((p.x() - m_west) / (m_east - m_west), 0.0, 1.0);
        const double y = std::clamp((m_north - p.y()) / (m_north - m_south), 0.0, 1.0);
        if (least == top)
            return x;
        if (least == right)
            return 1 + y;
        return least == bottom ? 3 - x : 4 - y;
    }
    [[nodiscard]] QPointF onEdge(double along) const {
        const int side = int(along) % 4;
        const double part = along - std::floor(along);
        return corner(side) + (corner(side + 1) - corner(side)) * part;
    }
    /// The part of a straight line within, by its fractions; nothing where it misses.
    [[nodiscard]] std::optional<std::pair<double, double>> within(QPointF a, QPointF b) const {
        double from = 0;
        double to = 1;
        const auto edge = [&](double p, double q) {
            if (p == 0)
                return q >= 0;
            (p < 0 ? from : to) = p < 0 ? std::max(from, q / p) : std::min(to, q / p);
            return from < to;
        };
        const QPointF d = b - a;
        if (!edge(-d.x(), a.x() - m_west) || !edge(d.x(), m_east - a.x()) || !edge(-d.y(), a.y() - m_south) ||
            !edge(d.y(), m_north - a.y()))
            return std::nullopt;
        return std::pair(from, to);
    }

private:
    double m_west, m_north, m_east, m_south;
};

struct Pieces {
    QList<DegreeLine> open;  ///< from edge to edge
    QList<DegreeLine> rings; ///< wholly within, without a closing point
};

/// A line's stretches within the frame; `out` gets each of them, ended on the frame or where the line ends.
QList<DegreeLine> stretches(const DegreeLine& line, const Frame& frame) {
    QList<DegreeLine> out;
    DegreeLine piece;
    const auto flush = [&] {
        if (piece.size() >= 2)
            out << piece;
        piece.clear();
    };
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF a = line[i - 1];
        const QPointF b = line[i];
        const auto part = frame.within(a, b);
        if (!part) {
            flush();
            continue;
        }
        const QPointF from = a + (b - a) * part->first;
        if (piece.isEmpty() || part->first > 0) {
            flush();
            piece << from;
        }
        piece << (part->second < 1 ? a + (b - a) * part->second : b);
        if (part->second < 1)
            flush();
    }
    flush();
    return out;
}

Pieces cut(const QList<DegreeLine>& lines, const Frame& frame) {
    Pieces out;
    for (const DegreeLine& line : lines) {
        const bool closed = line.constFirst() == line.constLast();
        if (closed && std::ranges::all_of(line, [&](QPointF p) { return frame.holds(p); })) {
            if (line.size() > 3)
                out.rings << line.mid(1);
            continue;
        }
        DegreeLine turned = line;
        if (closed) { // begins outside, so that no stretch is cut in two at its first point
            DegreeLine ring = line.mid(1);
            const auto outside = std::ranges::find_if(ring, [&](QPointF p) { return !frame.holds(p); });
            std::ranges::rotate(ring, outside);
            turned = ring;
            turned << ring.constFirst();
        }
        for (DegreeLine piece : stretches(turned, frame)) {
            // what breaks off inside goes on to the nearest edge
            if (frame.holds(piece.constFirst()))
                piece.prepend(frame.onEdge(frame.along(piece.constFirst())));
            if (frame.holds(piece.constLast()))
                piece.append(frame.onEdge(frame.along(piece.constLast())));
            out.open << piece;
        }
    }
    return out;
}

/// Outlines of the sea: along a piece with the sea on the right, then clockwise along the frame to where the
/// next piece comes in, until it closes.
QList<DegreeLine> outlines(const QList<DegreeLine>& open, const Frame& frame) {
    struct Entry {
        double along;
        qsizetype piece;
    };
    std::vector<Entry> entries;
    entries.reserve(std::size_t(open.size()));
    for (qsizetype i = 0; i < open.size(); ++i)
        entries.push_back({frame.along(open[i].constFirst()), i});
    std::ranges::sort(entries, {}, &Entry::along);
    std::vector<bool> used(std::size_t(open.size()), false);
    QList<DegreeLine> out;
    for (qsizetype first = 0; first < open.size(); ++first) {
        if (used[std::size_t(first)])
            continue;
        DegreeLine ring;
        for (qsizetype at = first; !used[std::size_t(at)];) {
            used[std::size_t(at)] = true;
            ring += open[at];
            const double leave = frame.along(open[at].constLast());
            const auto next = std::ranges::upper_bound(entries, leave, {}, &Entry::along);
            const Entry& entry = next == entries.end() ? entries.front() : *next;
            const double arrive = entry.along > leave ? entry.along : entry.along + 4;
            for (int corner = int(leave) + 1; corner < arrive; ++corner)
                ring << frame.corner(corner);
            at = entry.piece;
        }
        if (ring.size() >= 3)
            out << ring;
    }
    return out;
}

/// Cheap where most points miss: the rings' boxes first.
class Holder {
public:
    explicit Holder(const SeaArea& area)
        : m_outline(area.outline) {
        for (const DegreeLine& island : area.islands)
            m_islands.emplace_back(island);
    }
    [[nodiscard]] bool holds(QPointF p) const {
        return m_outline.holds(p) &&
               std::ranges::none_of(m_islands, [&](const Ring& r) { return r.holds(p); });
    }

private:
    struct Ring {
        explicit Ring(const DegreeLine& line)
            : points(line)
            , box(boxOf(line)) {}
        [[nodiscard]] bool holds(QPointF p) const { return box.contains(p) && encloses(points, p); }
        DegreeLine points; // shared with the area's
        QRectF box;
    };
    Ring m_outline;
    std::vector<Ring> m_islands;
};

} // namespace

QList<SeaArea> seaWithin(const QGeoRectangle& box, const QList<DegreeLine>& coastlines) {
    const Frame frame(box);
    if (!frame.isValid())
        return {};
    const Pieces pieces = cut(joined(cleaned(coastlines)), frame);
    QList<SeaArea> sea;
    for (const DegreeLine& outline : outlines(pieces.open, frame))
        sea.append({outline, {}});
    QList<DegreeLine> islands;
    for (const DegreeLine& ring : pieces.rings) {
        if (areaOf(ring) > 0)
            islands << ring;
        else
            sea.append({ring, {}});
    }
    if (sea.isEmpty() && !islands.isEmpty())
        sea.append({frame.ring(), {}});
    for (const DegreeLine& island : islands) {
        const auto around = std::ranges::find_if(
            sea, [&](const SeaArea& s) { return encloses(s.outline, island.constFirst()); });
        if (around != sea.end())
            around->islands << island;
    }
    return sea;
}

double shareAtSea(const QList<SeaArea>& sea, const QList<QPointF>& places) {
    if (places.isEmpty())
        return 0;
    std::vector<Holder> holders(sea.begin(), sea.end());
    const auto wet = std::ranges::count_if(places, [&](QPointF p) {
        return std::ranges::any_of(holders, [&](const Holder& h) { return h.holds(p); });
    });
    return double(wet) / double(places.size());
}

QByteArray seaGeoJson(const QList<SeaArea>& sea) {
    const auto ringOf = [](const DegreeLine& ring) {
        QJsonArray out;
        for (qsizetype i = 0; i <= ring.size(); ++i) {
            const QPointF& p = ring[i % ring.size()];
            out.append(QJsonArray{p.x(), p.y()});
        }
        return out;
    };
    QJsonArray features;
    for (const SeaArea& area : sea) {
        QJsonArray rings;
        rings.append(ringOf(area.outline));
        for (const DegreeLine& island : area.islands)
            rings.append(ringOf(island));
        features.append(
            QJsonObject{{u"type"_s, u"Feature"_s},
                        {u"properties"_s, QJsonObject{{u"class"_s, u"ocean"_s}}},
                        {u"geometry"_s, QJsonObject{{u"type"_s, u"Polygon"_s}, {u"coordinates"_s, rings}}}});
    }
    return QJsonDocument(QJsonObject{{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}})
        .toJson(QJsonDocument::Compact);
}

} // namespace tridesk::maps
