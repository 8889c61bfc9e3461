// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/layer_builder.h"
#include "maps/layers/readers.h"

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

/// Reads well-known text from left to right; the first thing that is wrong stays.
class Wkt {
public:
    explicit Wkt(QStringView text)
        : m_text(text) {}

    [[nodiscard]] std::expected<Shape, LayerProblem> read() {
        Shape shape;
        const QString word = name();
        if (word == u"POINT")
            shape = {.kind = ShapeKind::Point, .parts = {points()}, .times = {}};
        else if (word == u"LINESTRING")
            shape = {.kind = ShapeKind::Line, .parts = {points()}, .times = {}};
        else if (word == u"MULTILINESTRING")
            shape = {.kind = ShapeKind::Line, .parts = rings(false), .times = {}};
        else if (word == u"POLYGON")
            shape = {.kind = ShapeKind::Area, .parts = rings(true), .times = {}};
        else if (word == u"MULTIPOLYGON")
            shape = {.kind = ShapeKind::Area, .parts = polygons(), .times = {}};
        else
            return std::unexpected(LayerProblem::NotAShape);
        skip();
        if (m_at < m_text.size())
            wrong(LayerProblem::NotAShape);
        if (m_wrong)
            return std::unexpected(*m_wrong);
        return shape;
    }

private:
    void wrong(LayerProblem problem) {
        if (!m_wrong)
            m_wrong = problem;
        m_at = m_text.size(); // ends every loop
    }
    void skip() {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    [[nodiscard]] bool takeIf(QChar c) {
        skip();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    void expect(QChar c) {
        if (!takeIf(c))
            wrong(LayerProblem::NotAShape);
    }
    [[nodiscard]] QString name() {
        skip();
        const qsizetype from = m_at;
        while (m_at < m_text.size() && m_text[m_at].isLetter())
            ++m_at;
        const QString word = m_text.sliced(from, m_at - from).toString().toUpper();
        skip();
        for (const QStringView dimension : {QStringView(u"ZM"), QStringView(u"Z"), QStringView(u"M")})
            if (m_text.sliced(m_at).startsWith(dimension, Qt::CaseInsensitive)) {
                m_at += dimension.size();
                break;
            }
        return word;
    }
    [[nodiscard]] double number() {
        skip();
        const qsizetype from = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && m_text[m_at] != u',' &&
               m_text[m_at] != u')')
            ++m_at;
        bool isNumber = false;
        const double number = m_text.sliced(from, m_at - from).toDouble(&isNumber);
        if (!isNumber)
            wrong(LayerProblem::NotANumber);
        return number;
    }
    [[nodiscard]] QList<QGeoCoordinate> points() {
        QList<QGeoCoordinate> points;
        expect(u'(');
        do {
            const double longitude = number();
            const double latitude = number();
            while (m_at < m_text.size() && m_text[m_at].isSpace()) { // heights and measures
                skip();
                if (m_at < m_text.size() && m_text[m_at] != u',' && m_text[m_at] != u')')
                    (void)number();
            }
            const auto at = coordinateOf(latitude, longitude);
            if (!at && !m_wrong)
                wrong(LayerProblem::OutOfRange);
            if (points.size() > layer_limits::Points)
                wrong(LayerProblem::TooManyPoints);
            if (at)
                points.append(*at);
        } while (takeIf(u','));
        expect(u')');
        return points;
    }
    [[nodiscard]] QList<QList<QGeoCoordinate>> rings(bool areClosed) {
        QList<QList<QGeoCoordinate>> rings;
        expect(u'(');
        do {
            rings.append(points());
            if (areClosed)
                openRing(rings.last());
        } while (takeIf(u','));
        expect(u')');
        return rings;
    }
    [[nodiscard]] QList<QList<QGeoCoordinate>> polygons() {
        QList<QList<QGeoCoordinate>> all;
        expect(u'(');
        do
            all += rings(true);
        while (takeIf(u','));
        expect(u')');
        return all;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    std::optional<LayerProblem> m_wrong;
};

} // namespace

std::expected<Shape, LayerProblem> shapeFromWkt(const QString& text) {
    QStringView rest = QStringView(text).trimmed();
    if (rest.startsWith(u"SRID=4326;", Qt::CaseInsensitive))
        rest = rest.sliced(10);
    return Wkt(rest).read();
}

} // namespace tridesk::maps
