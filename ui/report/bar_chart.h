// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QStringList>
#include <QWidget>

namespace tridesk {

struct Theme;

/// A chart of bars: for each label its parts, one upon the other. Painted by the same code on a window and in
/// a document, by day and by night, which is why it is no Qt Charts.
struct BarChart {
    struct Part {
        QString name;
        QColor colour;
        Qt::BrushStyle pattern = Qt::SolidPattern; ///< so that colour is not the only sign
        QList<double> values;                      ///< one for each label
    };
    QString title;
    QStringList labels;
    QList<Part> parts;
    QString unit; ///< behind the numbers of the axis
};

/// Of what a chart is made beside its bars.
struct ChartInk {
    QColor text;
    QColor dim;
    QColor line;
};

void paintChart(QPainter& painter, const QRectF& within, const BarChart& chart, const ChartInk& ink);

/// The chart in a window.
class BarChartView : public QWidget {
    Q_OBJECT

public:
    explicit BarChartView(const ChartInk& ink, QWidget* parent = nullptr);

    void setChart(const BarChart& chart);
    void setInk(const ChartInk& ink);
    [[nodiscard]] const BarChart& chart() const { return m_chart; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    BarChart m_chart;
    ChartInk m_ink;
};

} // namespace tridesk
