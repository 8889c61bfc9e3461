// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/timeline/timeline_strip.h"

#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tridesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int densityHeight = 34;
constexpr int tickHeight = 9;
constexpr int leastLane = 13;
constexpr double wheelStep = 1.25; ///< of zoom, for each notch
constexpr int partPixels = 3;
constexpr int flagWidth = 11;

} // namespace

TimelineStrip::TimelineStrip(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look) {
    setObjectName(u"timeline.strip"_s);
    setAccessibleName(tr("Timeline of the record"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(110);
    connect(&look, &Look::changed, this, [this] { update(); });
}

QSize TimelineStrip::sizeHint() const {
    return {900, 150};
}

int TimelineStrip::axisHeight() const {
    return fontMetrics().height() + 6;
}

QRect TimelineStrip::densityArea() const {
    return {0, axisHeight(), width(), densityHeight};
}

QRect TimelineStrip::barArea() const {
    const int top = axisHeight() + densityHeight + 3;
    return {0, top, width(), std::max(leastLane, height() - top - tickHeight - 2)};
}

void TimelineStrip::setSpan(Instant first, Instant last) {
    m_first = first;
    m_last = last;
    if (std::exchange(m_spanned, true))
        return ask(); // it grew: what is shown stays where it is
    show({first, std::max(last, first + TimeScale::shortest), width()});
}

void TimelineStrip::show(const TimeScale& scale) {
    m_scale = scale;
    m_scale.pixels = std::max(1, width());
    place();
    update();
    ask();
}

void TimelineStrip::ask() {
    if (m_spanned)
        Q_EMIT pictureAsked({m_scale.from, m_scale.to, std::max(1, width() / partPixels), m_chosen, m_only});
}

void TimelineStrip::setAt(Instant at) {
    m_at = at;
    if (at < m_scale.from || at > m_scale.to) {
        TimeScale scale = m_scale;
        const Milliseconds length = scale.length();
        scale.from = at - length / 2;
        scale.to = scale.from + length;
        show(scale.within(m_first, m_last));
    }
    update();
}

void TimelineStrip::setChosen(const IncidentId& incident) {
    m_chosen = incident;
    ask();
}

void TimelineStrip::setFlags(const QList<StripFlag>& flags) {
    m_flags = flags;
    update();
}

void TimelineStrip::setOnly(const FilmQuery& only) {
    if (std::exchange(m_only, only) != only)
        ask();
}

void TimelineStrip::setPicture(const StripPicture& picture) {
    m_picture = picture;
    place();
    update();
}

/// Bars in as few lanes as they fit in without touching; what finds none is counted.
void TimelineStrip::place() {
    m_lanes.clear();
    m_hidden = 0;
    const QRect area = barArea();
    const int height = std::max(leastLane, fontMetrics().height());
    QList<double> ends(std::max(1, area.height() / height), -1.0);
    for (qsizetype i = 0; i < m_picture.bars.size(); ++i) {
        const StripPicture::Bar& bar = m_picture.bars[i];
        const double left = std::max(0.0, m_scale.xOf(bar.from));
        const double right =
            std::max(left + 3, std::min(double(width()), m_scale.xOf(std::min(bar.to, m_last))));
        const auto lane = std::ranges::find_if(ends, [left](double end) { return end < left; });
        if (lane == ends.end()) {
            ++m_hidden;
            continue;
        }
        *lane = right + 2;
        const auto top = double(area.top() + (lane - ends.begin()) * height);
        m_lanes.append({QRectF(left, top + 1, right - left, height - 2), i});
    }
}

IncidentId TimelineStrip::incidentAt(QPoint at) const {
    for (const Lane& lane : m_lanes)
        if (lane.bar.adjusted(-1, 0, 1, 0).contains(at))
            return m_picture.bars[lane.index].incident;
    return {};
}

const StripFlag* TimelineStrip::flagAt(QPoint at) const {
    if (at.y() > axisHeight())
        return nullptr;
    for (const StripFlag& flag : m_flags) {
        const double x = m_scale.xOf(flag.at);
        if (at.x() >= x - 2 && at.x() <= x + flagWidth + 1)
            return &flag;
    }
    return nullptr;
}

void TimelineStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().panel);
    paintDensity(painter);
    paintAxis(painter);
    paintBars(painter);
    paintHops(painter);
    paintTicks(painter);
    paintFlags(painter);
    paintNow(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_look.theme().accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void TimelineStrip::paintAxis(QPainter& painter) const {
    const Theme& theme = m_look.theme();
    const int least = fontMetrics().horizontalAdvance(u"00:00:00"_s) + 24;
    const bool seconds = timeStep(m_scale, least) < 1min;
    painter.fillRect(0, 0, width(), axisHeight(), theme.raised);
    for (const TimeMark& mark : timeMarks(m_scale, least)) {
        const double x = m_scale.xOf(mark.at);
        painter.setPen(theme.line);
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
        const QDateTime time = toDateTime(mark.at).toLocalTime();
        painter.setPen(mark.isDay ? theme.text : theme.dim);
        painter.drawText(QRectF(x + 4, 0, least, axisHeight()), Qt::AlignVCenter | Qt::AlignLeft,
                         time.toString(mark.isDay ? u"MM-dd"
                                       : seconds  ? u"HH:mm:ss"
                                                  : u"HH:mm"));
    }
}

void TimelineStrip::paintDensity(QPainter& painter) const {
    if (m_picture.density.isEmpty())
        return;
    const Theme& theme = m_look.theme();
    const QRect area = densityArea();
    const qint64 most = std::max<qint64>(1, *std::ranges::max_element(m_picture.density));
    const double length = double((m_picture.to - m_picture.from).count()) / double(m_picture.density.size());
    for (qsizetype i = 0; i < m_picture.density.size(); ++i) {
        if (m_picture.density[i] == 0)
            continue;
        const double left = m_scale.xOf(m_picture.from + Milliseconds(qint64(length * double(i))));
        const double right = m_scale.xOf(m_picture.from + Milliseconds(qint64(length * double(i + 1))));
        // by the root: a list brought in at once would else press everything else flat
        const double share = std::sqrt(double(m_picture.density[i]) / double(most));
        const double tall = std::max(1.0, share * (area.height() - 4));
        painter.fillRect(QRectF(left, area.bottom() - tall, std::max(1.0, right - left - 0.5), tall),
                         mix(theme.panel, theme.accent, 0.55));
    }
}

void TimelineStrip::paintBars(QPainter& painter) const {
    const Theme& theme = m_look.theme();
    for (const Lane& lane : m_lanes) {
        const StripPicture::Bar& bar = m_picture.bars[lane.index];
        const bool chosen = bar.incident == m_chosen;
        const Swatch swatch = theme.level(bar.level);
        painter.fillRect(lane.bar, mix(theme.panel, swatch.colour, chosen ? 0.45 : 0.2));
        painter.fillRect(QRectF(lane.bar.topLeft(), QSizeF(3, lane.bar.height())), swatch.colour);
        if (chosen) {
            painter.setPen(QPen(theme.text, 1));
            painter.drawRect(lane.bar);
        }
        const QString words = swatch.glyph + u' ' + text::shortNumber(bar.number);
        if (lane.bar.width() < fontMetrics().horizontalAdvance(words) + 8)
            continue;
        painter.setPen(theme.text);
        painter.drawText(lane.bar.adjusted(6, 0, -2, 0), Qt::AlignVCenter | Qt::AlignLeft, words);
    }
    QString left;
    if (m_picture.bars.isEmpty() && m_picture.manyBars > 0)
        left = tr("Incidents here: %1. Zoom in to tell them apart.").arg(m_picture.manyBars);
    else if (m_hidden > 0)
        left = tr("More incidents here: %1", "there is no room for their bars").arg(m_hidden);
    painter.setPen(theme.dim);
    painter.drawText(barArea().adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignBottom, left);
}

void TimelineStrip::paintHops(QPainter& painter) const {
    const auto lane = std::ranges::find_if(
        m_lanes, [this](const Lane& each) { return m_picture.bars[each.index].incident == m_chosen; });
    if (lane == m_lanes.end())
        return;
    painter.setPen(QPen(m_look.theme().text, 2));
    for (const StripPicture::Hop& hop : m_picture.hops) {
        const double x = m_scale.xOf(hop.at);
        painter.drawLine(QPointF(x, lane->bar.top() - 1), QPointF(x, lane->bar.bottom() + 1));
    }
}

QColor TimelineStrip::colourOf(FilmKind kind) const {
    const Theme& theme = m_look.theme();
    switch (kind) {
    case FilmKind::Emergency:
    case FilmKind::Deadline:
        return theme.alarm;
    case FilmKind::Order:
        return theme.accent;
    case FilmKind::Incident:
        return theme.warning;
    case FilmKind::Message:
        return theme.good;
    case FilmKind::Unit:
    case FilmKind::Map:
    case FilmKind::Desk:
        return theme.dim;
    }
    return theme.dim;
}

void TimelineStrip::paintTicks(QPainter& painter) const {
    for (const StripPicture::Tick& tick : m_picture.ticks)
        painter.fillRect(QRectF(m_scale.xOf(tick.at) - 0.5, height() - tickHeight, 1.5, tickHeight - 1),
                         colourOf(tick.kind));
}

/// On a pole through the whole height, its cloth in the axis where nothing else is clicked.
void TimelineStrip::paintFlags(QPainter& painter) const {
    const Theme& theme = m_look.theme();
    for (const StripFlag& flag : m_flags) {
        const double x = m_scale.xOf(flag.at);
        if (x < -flagWidth || x > width())
            continue;
        painter.setPen(QPen(theme.replay, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.replay);
        const double foot = axisHeight() - 3;
        painter.drawPolygon(QPolygonF({{x, 3}, {x + flagWidth, 3 + (foot - 3) / 2}, {x, foot}}));
    }
}

void TimelineStrip::paintNow(QPainter& painter) const {
    const Theme& theme = m_look.theme();
    const double x = m_scale.xOf(m_at);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.replay, 2));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    painter.setBrush(theme.replay);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(QPolygonF({{x - 7, 0}, {x + 7, 0}, {x, 10}}));
}

void TimelineStrip::resizeEvent(QResizeEvent*) {
    if (m_spanned)
        show(m_scale);
}

void TimelineStrip::mousePressEvent(QMouseEvent* event) {
    m_dragged = event->position().toPoint();
    if (event->button() != Qt::LeftButton)
        return;
    if (const StripFlag* flag = flagAt(m_dragged))
        return Q_EMIT bookmarkAsked(flag->bookmark);
    if (const IncidentId incident = incidentAt(m_dragged); !incident.isNull())
        Q_EMIT incidentAsked(incident);
    Q_EMIT seekAsked(m_scale.at(event->position().x()));
}

void TimelineStrip::mouseMoveEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    if (event->buttons() & Qt::LeftButton)
        Q_EMIT seekAsked(m_scale.at(std::clamp(event->position().x(), 0.0, double(width()))));
    if (event->buttons() & (Qt::RightButton | Qt::MiddleButton)) {
        TimeScale scale = m_scale;
        const Milliseconds by = m_scale.at(m_dragged.x()) - m_scale.at(at.x());
        scale.from += by;
        scale.to += by;
        show(scale.within(m_first, m_last));
    }
    m_dragged = at;
}

void TimelineStrip::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    show(m_scale.zoomed(std::pow(wheelStep, -notches), event->position().x(), m_first, m_last));
    event->accept();
}

void TimelineStrip::keyPressEvent(QKeyEvent* event) {
    const Milliseconds step = std::max<Milliseconds>(m_scale.length() / 100, 1s);
    const double here = m_scale.xOf(m_at);
    switch (event->key()) {
    case Qt::Key_Left:
        return Q_EMIT seekAsked(m_at - step);
    case Qt::Key_Right:
        return Q_EMIT seekAsked(m_at + step);
    case Qt::Key_PageUp:
        return Q_EMIT seekAsked(m_at - m_scale.length() / 2);
    case Qt::Key_PageDown:
        return Q_EMIT seekAsked(m_at + m_scale.length() / 2);
    case Qt::Key_Home:
        return Q_EMIT seekAsked(m_first);
    case Qt::Key_End:
        return Q_EMIT seekAsked(m_last);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return show(m_scale.zoomed(1 / wheelStep, here, m_first, m_last));
    case Qt::Key_Minus:
        return show(m_scale.zoomed(wheelStep, here, m_first, m_last));
    default:
        QWidget::keyPressEvent(event);
    }
}

bool TimelineStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const IncidentId under = incidentAt(help->pos());
    QStringList lines{text::dateTime(m_scale.at(help->pos().x()))};
    if (const StripFlag* flag = flagAt(help->pos()))
        lines = {text::dateTime(flag->at), flag->words};
    for (const StripPicture::Bar& bar : std::as_const(m_picture.bars))
        if (bar.incident == under)
            lines.append(tr("Incident %1, %2", "number, level")
                             .arg(text::shortNumber(bar.number), text::name(bar.level)));
    constexpr double nearHop = 4;
    for (const StripPicture::Hop& hop : std::as_const(m_picture.hops))
        if (under == m_chosen && !under.isNull() && qAbs(m_scale.xOf(hop.at) - help->pos().x()) < nearHop)
            lines.append(u"%1  %2  %3"_s.arg(text::clock(hop.at), hop.to, text::name(hop.stage)));
    QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
    return true;
}

} // namespace tridesk
