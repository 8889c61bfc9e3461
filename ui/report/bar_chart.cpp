// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/bar_chart.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// A round number of which four or five steps reach `most`.
double stepFor(double most) {
    const double rough = std::max(most, 1.0) / 4;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 2.5, 5.0, 10.0})
        if (times * power >= rough)
            return power >= 1 || times != 2.5 ? std::max(1.0, times * power) : std::max(1.0, 5 * power);
    return std::max(1.0, 10 * power);
}

double heightOf(const BarChart& chart, qsizetype label) {
    double sum = 0;
    for (const BarChart::Part& part : chart.parts)
        sum += part.values.value(label);
    return sum;
}

class Painting {
public:
    Painting(QPainter& painter, const QRectF& within, const BarChart& chart, const ChartInk& ink)
        : m_painter(painter)
        , m_chart(chart)
        , m_ink(ink)
        , m_line(painter.fontMetrics().height()) {
        for (qsizetype label = 0; label < chart.labels.size(); ++label)
            m_most = std::max(m_most, heightOf(chart, label));
        m_step = stepFor(m_most);
        m_top = std::max(m_step, std::ceil(m_most / m_step) * m_step);
        const double axis = painter.fontMetrics().horizontalAdvance(number(m_top)) + m_line / 2;
        m_plot =
            within.adjusted(axis, m_line * (chart.parts.size() > 1 ? 3.0 : 1.8), -m_line / 2, -m_line * 1.5);
        m_within = within;
    }

    void run() {
        head();
        if (m_plot.height() < m_line || m_chart.labels.isEmpty())
            return;
        axis();
        bars();
        labels();
    }

private:
    [[nodiscard]] QString number(double value) const {
        return m_chart.unit.isEmpty() ? QString::number(value) : QString::number(value) + u' ' + m_chart.unit;
    }

    void head() {
        m_painter.setPen(m_ink.text);
        QFont font = m_painter.font();
        const QFont plain = font;
        font.setBold(true);
        m_painter.setFont(font);
        m_painter.drawText(m_within, Qt::AlignLeft | Qt::AlignTop, m_chart.title);
        m_painter.setFont(plain);
        if (m_chart.parts.size() < 2)
            return;
        double left = m_within.left();
        for (const BarChart::Part& part : m_chart.parts) {
            const QRectF swatch(left, m_within.top() + m_line * 1.5, m_line * 0.7, m_line * 0.7);
            fill(swatch, part);
            m_painter.setPen(m_ink.text);
            m_painter.drawText(QPointF(swatch.right() + m_line * 0.3, swatch.bottom()), part.name);
            left = swatch.right() + m_line + m_painter.fontMetrics().horizontalAdvance(part.name);
        }
    }

    void axis() {
        for (double value = 0; value <= m_top + m_step / 2; value += m_step) {
            const double y = m_plot.bottom() - value / m_top * m_plot.height();
            m_painter.setPen(QPen(m_ink.line, 0));
            m_painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
            m_painter.setPen(m_ink.dim);
            m_painter.drawText(
                QRectF(m_within.left(), y - m_line, m_plot.left() - m_within.left() - m_line / 3, m_line * 2),
                Qt::AlignRight | Qt::AlignVCenter, number(value));
        }
    }

    [[nodiscard]] double slot() const { return m_plot.width() / double(m_chart.labels.size()); }

    void bars() {
        for (qsizetype label = 0; label < m_chart.labels.size(); ++label) {
            double bottom = m_plot.bottom();
            for (const BarChart::Part& part : m_chart.parts) {
                const double height = part.values.value(label) / m_top * m_plot.height();
                const double width = std::min(slot() * 0.7, m_line * 4);
                const double middle = m_plot.left() + (double(label) + 0.5) * slot();
                fill(QRectF(middle - width / 2, bottom - height, width, height), part);
                bottom -= height;
            }
        }
    }

    void fill(const QRectF& bar, const BarChart::Part& part) {
        if (bar.height() <= 0)
            return;
        QColor ground = part.colour;
        if (part.pattern != Qt::SolidPattern) {
            ground.setAlphaF(0.35F);
            m_painter.fillRect(bar, ground);
        }
        m_painter.fillRect(bar, QBrush(part.colour, part.pattern));
    }

    /// Every so many of them, that none lies on another; a long one is cut.
    void labels() {
        m_painter.setPen(m_ink.text);
        double widest = m_line;
        for (const QString& label : m_chart.labels)
            widest =
                std::max(widest, double(m_painter.fontMetrics().horizontalAdvance(label)) + m_line * 0.6);
        const bool mayCut = m_chart.labels.size() <= 16;
        const auto every = mayCut ? qsizetype(1) : qsizetype(std::ceil(widest / slot()));
        for (qsizetype label = 0; label < m_chart.labels.size(); label += every) {
            const double room = mayCut ? slot() - m_line * 0.3 : widest;
            const QString shown =
                m_painter.fontMetrics().elidedText(m_chart.labels[label], Qt::ElideRight, int(room));
            const double middle = m_plot.left() + (double(label) + 0.5) * slot();
            m_painter.drawText(QRectF(middle - room / 2, m_plot.bottom() + m_line * 0.2, room, m_line * 1.2),
                               Qt::AlignHCenter | Qt::AlignTop, shown);
        }
    }

    QPainter& m_painter;
    const BarChart& m_chart;
    const ChartInk& m_ink;
    double m_line;
    double m_most = 0;
    double m_step = 1;
    double m_top = 1;
    QRectF m_plot;
    QRectF m_within;
};

} // namespace

void paintChart(QPainter& painter, const QRectF& within, const BarChart& chart, const ChartInk& ink) {
    painter.save();
    Painting(painter, within, chart, ink).run();
    painter.restore();
}

BarChartView::BarChartView(const ChartInk& ink, QWidget* parent)
    : QWidget(parent)
    , m_ink(ink) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BarChartView::setChart(const BarChart& chart) {
    m_chart = chart;
    setAccessibleName(chart.title);
    QStringList told;
    for (qsizetype label = 0; label < chart.labels.size(); ++label)
        told << u"%1: %2"_s.arg(chart.labels[label]).arg(heightOf(chart, label));
    setAccessibleDescription(told.join(u"; "_s));
    update();
}

void BarChartView::setInk(const ChartInk& ink) {
    m_ink = ink;
    update();
}

QSize BarChartView::minimumSizeHint() const {
    return {240, fontMetrics().height() * 8};
}

void BarChartView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintChart(painter, QRectF(rect()).adjusted(4, 4, -4, -4), m_chart, m_ink);
}

} // namespace tridesk
