// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/figure_label.h"

#include "ui/theme/look.h"

#include <QFontMetrics>
#include <QPainter>

namespace tridesk {

namespace {
constexpr int margin = 9;
constexpr int gap = 6;
} // namespace

FigureLabel::FigureLabel(const QString& caption, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_caption(caption) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
    connect(&look, &Look::beat, this, [this] {
        if (m_mood == Mood::Alarm)
            update();
    });
}

void FigureLabel::setFigure(const QString& figure, Mood mood) {
    if (m_figure == figure && m_mood == mood)
        return;
    const bool wider = m_figure.size() != figure.size();
    m_figure = figure;
    m_mood = mood;
    setAccessibleName(m_caption + u' ' + figure);
    if (wider)
        updateGeometry();
    update();
}

QFont FigureLabel::figureFont() const {
    QFont font = this->font();
    font.setPointSizeF(m_look.theme().fontPoint * 1.45);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont FigureLabel::captionFont() const {
    QFont font = this->font();
    font.setPointSize(m_look.theme().fontPoint);
    return font;
}

QSize FigureLabel::sizeHint() const {
    const QFontMetrics figure(figureFont());
    const int width =
        figure.horizontalAdvance(m_figure) + gap + QFontMetrics(captionFont()).horizontalAdvance(m_caption);
    return {width + 2 * margin, figure.height() + 4};
}

void FigureLabel::paintEvent(QPaintEvent*) {
    const Theme& theme = m_look.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ink = m_mood == Mood::Good ? theme.good : m_mood == Mood::Warning ? theme.warning : theme.text;
    QColor captionInk = theme.dim;
    if (m_mood == Mood::Alarm) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look.alarmNow());
        painter.drawRoundedRect(rect().adjusted(1, 4, -1, -4), 3, 3);
        ink = captionInk = theme.onAlarm;
    }
    painter.setPen(ink);
    painter.setFont(figureFont());
    const int width = QFontMetrics(painter.font()).horizontalAdvance(m_figure);
    painter.drawText(QRect(margin, 0, width + 1, height()), Qt::AlignLeft | Qt::AlignVCenter, m_figure);
    painter.setPen(captionInk);
    painter.setFont(captionFont());
    painter.drawText(rect().adjusted(margin + width + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     m_caption);
}

} // namespace tridesk
