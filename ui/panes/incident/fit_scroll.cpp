// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/fit_scroll.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace tridesk {

namespace {

constexpr int leastLines = 6; ///< that stay in sight

} // namespace

FitScroll::FitScroll(QWidget* parent)
    : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

void FitScroll::setBody(QWidget* body) {
    setWidget(body);
    body->installEventFilter(this);
    fit();
}

QSize FitScroll::minimumSizeHint() const {
    const int width = widget() ? widget()->minimumSizeHint().width() : 0;
    return {width, fontMetrics().lineSpacing() * leastLines};
}

int FitScroll::leastHeight(int width) const {
    const QLayout* layout = widget()->layout();
    return layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(width)
                                       : layout->totalMinimumSize().height();
}

void FitScroll::fit() {
    if (!widget() || !widget()->layout())
        return;
    const QSize room = maximumViewportSize();
    int width = room.width();
    if (leastHeight(width) > room.height())
        width -= verticalScrollBar()->sizeHint().width();
    widget()->resize(width, std::max(room.height(), leastHeight(width)));
}

void FitScroll::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

bool FitScroll::eventFilter(QObject* watched, QEvent* event) {
    const bool asked = watched == widget() && event->type() == QEvent::LayoutRequest;
    const bool done = QScrollArea::eventFilter(watched, event);
    if (asked)
        fit();
    return done;
}

} // namespace tridesk
