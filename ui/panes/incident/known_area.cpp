// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/known_area.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int leastLines = 2; ///< in sight however low the pane is

} // namespace

KnownArea::KnownArea(QWidget* parent)
    : QScrollArea(parent) {
    setObjectName(u"incident.known"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* inner = new QWidget(this);
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setWidget(inner);
}

void KnownArea::add(QWidget* part) {
    m_column->addWidget(part);
}

QSize KnownArea::sizeHint() const {
    return {100, m_column->sizeHint().height()};
}

QSize KnownArea::minimumSizeHint() const {
    return {100, std::min(m_column->sizeHint().height(), fontMetrics().lineSpacing() * leastLines + 8)};
}

bool KnownArea::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace tridesk
