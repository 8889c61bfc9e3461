// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/charts.h"

#include "ui/report/report_words.h"
#include "ui/text/names.h"

#include <QCoreApplication>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

struct Charts {
    Q_DECLARE_TR_FUNCTIONS(tridesk::Charts)
};

struct Row {
    QString label;
    const Tally* tally = nullptr;
};

/// All hours of the day, also those without anything; of others those with most.
QList<Row> rowsOf(const Statistics& statistics, Grouping grouping, qsizetype most) {
    QList<Row> rows;
    if (grouping == Grouping::Hour) {
        for (int hour = 0; hour < 24; ++hour) {
            const QString code = u"%1"_s.arg(hour, 2, 10, QLatin1Char('0'));
            const auto found = statistics.by(grouping).find(code);
            rows.append({code, found == statistics.by(grouping).end() ? nullptr : &found->second});
        }
        return rows;
    }
    for (const auto& [code, tally] : statistics.by(grouping))
        rows.append({text::rowName(statistics, grouping, code), &tally});
    std::ranges::stable_sort(rows, std::greater(), [](const Row& row) { return row.tally->incidents; });
    rows.resize(std::min(rows.size(), most));
    return rows;
}

QStringList labelsOf(const QList<Row>& rows) {
    QStringList labels;
    for (const Row& row : rows)
        labels.append(row.label);
    return labels;
}

} // namespace

BarChart volumeChart(const Statistics& statistics, Grouping grouping, const Theme& theme, qsizetype most) {
    constexpr std::array patterns{Qt::SolidPattern, Qt::FDiagPattern, Qt::BDiagPattern, Qt::Dense6Pattern};
    const QList<Row> rows = rowsOf(statistics, grouping, most);
    BarChart chart{.title = Charts::tr("Incidents, %1").arg(text::name(grouping).toLower()),
                   .labels = labelsOf(rows),
                   .parts = {},
                   .unit = {}};
    for (int level = 0; level < levelCount; ++level) {
        BarChart::Part part{.name = text::name(Level(level)),
                            .colour = theme.level(Level(level)).colour,
                            .pattern = patterns[size_t(level)],
                            .values = {}};
        for (const Row& row : rows)
            part.values.append(row.tally ? double(row.tally->levels[size_t(level)]) : 0);
        chart.parts.append(part);
    }
    return chart;
}

BarChart lengthChart(const Statistics& statistics, Grouping grouping, Interval interval, const Theme& theme,
                     qsizetype most) {
    const QList<Row> rows = rowsOf(statistics, grouping, most);
    BarChart::Part median{
        .name = Charts::tr("median"), .colour = theme.accent, .pattern = Qt::SolidPattern, .values = {}};
    BarChart::Part rest{.name = Charts::tr("to the 90th of a hundred"),
                        .colour = theme.accent,
                        .pattern = Qt::BDiagPattern,
                        .values = {}};
    for (const Row& row : rows) {
        const Spread spread = row.tally ? row.tally->of(interval) : Spread();
        median.values.append(double(spread.median()) / 60);
        rest.values.append(double(spread.percentile(90) - spread.median()) / 60);
    }
    return {.title = Charts::tr("%1 in minutes, %2", "interval, by what")
                         .arg(text::name(interval), text::name(grouping).toLower()),
            .labels = labelsOf(rows),
            .parts = {median, rest},
            .unit = {}};
}

BarChart bucketChart(const Tally& tally, Interval interval, const Theme& theme) {
    const Spread::Edges edges = interval == Interval::Sign     ? bucket_edges::sign
                                : interval == Interval::SetOut ? bucket_edges::setOut
                                                               : bucket_edges::report;
    const QString title =
        interval == Interval::OnScene ? Charts::tr("Reporting back, from arriving") : text::name(interval);
    BarChart::Part part{.name = {}, .colour = theme.accent, .pattern = Qt::SolidPattern, .values = {}};
    for (const qint64 count : tally.of(interval).counts(edges))
        part.values.append(double(count));
    return {.title = title, .labels = text::bucketNames(edges), .parts = {part}, .unit = {}};
}

ChartInk inkOf(const Theme& theme) {
    return {.text = theme.text, .dim = theme.dim, .line = theme.line};
}

} // namespace tridesk
