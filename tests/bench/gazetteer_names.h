// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/builder.h"

#include <QGeoCoordinate>
#include <QList>
#include <QRandomGenerator>
#include <QString>

namespace tridesk::bench {

/// A question and where the one who asks is looking.
struct GazetteerQuery {
    const char* shape; ///< "exact", "pinyin", …
    QString text;
    QGeoCoordinate near;
};

/// A made city of more than a million names, the same every time: streets that cross, their houses, and
/// shops, schools and offices called after quarters and streets, in Chinese, English and letters alone. Few
/// names are common and many are rare, as in a real one.
class GazetteerNames {
public:
    static constexpr int Names = 1'000'000; ///< streets and points of interest; houses come on top

    GazetteerNames();
    /// Draws the names that queries() asks about, and hands everything to the builder; null: draws only.
    void fill(maps::GazetteerBuilder* builder);
    /// Mixed questions about what fill() wrote.
    [[nodiscard]] QList<GazetteerQuery> queries(int count);

private:
    struct Line {
        QString zh;
        QString en;
        QString pinyin; ///< parted by blanks
    };
    [[nodiscard]] Line stem();
    [[nodiscard]] Line street(bool vertical);
    [[nodiscard]] Line poi();
    [[nodiscard]] QString typed(const char* shape, const Line& line);
    [[nodiscard]] QString slipped(const QString& text);
    [[nodiscard]] const Line& any(const QList<Line>& lines);
    [[nodiscard]] int few(int count); ///< below count, small ones far oftener

    QRandomGenerator m_random{3};
    QList<Line> m_stems;
    QList<Line> m_vertical;
    QList<Line> m_horizontal;
    QList<Line> m_pois;
};

} // namespace tridesk::bench
