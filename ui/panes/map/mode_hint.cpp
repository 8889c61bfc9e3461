// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/mode_hint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int widest = 620; ///< pixels; longer words go on in a second line

} // namespace

ModeHint::ModeHint(const QString& name, const QString& wayOut, QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_leave(new QToolButton(this)) {
    setObjectName(name);
    setProperty("overlay", true);
    m_text->setObjectName(name + u".text"_s);
    m_text->setWordWrap(true);
    m_leave->setObjectName(name + u".leave"_s);
    m_leave->setText(u"✕"_s);
    m_leave->setAccessibleName(wayOut);
    m_leave->setToolTip(wayOut);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 2, 2);
    row->setSpacing(4);
    row->addWidget(m_text, 1);
    row->addWidget(m_leave);
    connect(m_leave, &QToolButton::clicked, this, &ModeHint::left);
    hide();
}

void ModeHint::say(const QString& text) {
    if (m_text->text() != text) {
        m_text->setText(text);
        m_text->setAccessibleName(text);
        updateGeometry();
    }
    setVisible(!text.isEmpty());
}

QSize ModeHint::sizeHint() const {
    const QMargins edge = layout()->contentsMargins();
    const int beside = edge.left() + edge.right() + layout()->spacing() + m_leave->sizeHint().width() + 8;
    const int width = qMin(widest, m_text->fontMetrics().horizontalAdvance(m_text->text()) + beside);
    return {width, heightForWidth(width)};
}

} // namespace tridesk
