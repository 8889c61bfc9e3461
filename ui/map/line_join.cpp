// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/line_join.h"

#include <QHash>
#include <QLineF>

#include <algorithm>
#include <cmath>
#include <optional>

namespace tridesk::ui {
namespace {

using Cell = std::pair<qint64, qint64>;

struct End {
    int piece;
    bool tail; // its last point, not its first
};

class Joiner {
public:
    Joiner(const std::vector<QPolygonF>& pieces, double tolerance)
        : m_pieces(pieces)
        , m_tolerance(tolerance)
        , m_used(pieces.size(), false) {
        for (int i = 0; i < int(pieces.size()); ++i) {
            m_ends.insert(cell(pieces[std::size_t(i)].front()), {i, false});
            m_ends.insert(cell(pieces[std::size_t(i)].back()), {i, true});
        }
    }

    std::vector<JoinedLine> run() {
        std::vector<JoinedLine> out;
        for (int i = 0; i < int(m_pieces.size()); ++i) {
            if (m_used[std::size_t(i)])
                continue;
            m_used[std::size_t(i)] = true;
            JoinedLine joined{m_pieces[std::size_t(i)], {i}};
            extend(joined);
            std::ranges::reverse(joined.line);
            std::ranges::reverse(joined.pieces);
            extend(joined);
            out.push_back(std::move(joined));
        }
        return out;
    }

private:
    [[nodiscard]] Cell cell(QPointF p) const {
        return {std::llround(p.x() / m_tolerance), std::llround(p.y() / m_tolerance)};
    }

    // Takes up piece after piece at the end of the line.
    void extend(JoinedLine& joined) {
        while (const std::optional<End> next = straightest(joined.line)) {
            m_used[std::size_t(next->piece)] = true;
            QPolygonF piece = m_pieces[std::size_t(next->piece)];
            if (next->tail)
                std::ranges::reverse(piece);
            joined.line += piece.mid(1);
            joined.pieces.push_back(next->piece);
        }
    }

    [[nodiscard]] std::optional<End> straightest(const QPolygonF& line) const {
        const QPointF end = line.back();
        const QPointF way = end - line[line.size() - 2];
        std::optional<End> best;
        double bestCosine = 0.2; // sharper turns are corners, where a street's name does not go round
        for (const End& candidate : endsNear(end)) {
            const QPolygonF& p = m_pieces[std::size_t(candidate.piece)];
            const QPointF on = candidate.tail ? p[p.size() - 2] - p.back() : p[1] - p.front();
            const double lengths = std::hypot(way.x(), way.y()) * std::hypot(on.x(), on.y());
            const double cosine = lengths <= 0 ? 0.3 : QPointF::dotProduct(way, on) / lengths;
            if (cosine > bestCosine) {
                bestCosine = cosine;
                best = candidate;
            }
        }
        return best;
    }

    [[nodiscard]] std::vector<End> endsNear(QPointF place) const {
        std::vector<End> out;
        const Cell centre = cell(place);
        for (const qint64 dy : {-1, 0, 1}) {
            for (const qint64 dx : {-1, 0, 1}) {
                const auto [first, last] = m_ends.equal_range({centre.first + dx, centre.second + dy});
                for (auto it = first; it != last; ++it) {
                    if (!m_used[std::size_t(it->piece)] &&
                        QLineF(place, endPoint(*it)).length() <= m_tolerance)
                        out.push_back(*it);
                }
            }
        }
        return out;
    }

    [[nodiscard]] QPointF endPoint(End end) const {
        const QPolygonF& p = m_pieces[std::size_t(end.piece)];
        return end.tail ? p.back() : p.front();
    }

    const std::vector<QPolygonF>& m_pieces;
    double m_tolerance;
    std::vector<bool> m_used;
    QMultiHash<Cell, End> m_ends;
};

} // namespace

std::vector<JoinedLine> joinLines(const std::vector<QPolygonF>& pieces, double tolerance) {
    return Joiner(pieces, tolerance).run();
}

} // namespace tridesk::ui
