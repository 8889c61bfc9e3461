// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/escape_bar.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

EscapeBar::EscapeBar(QWidget* parent)
    : QFrame(parent)
    , m_speed(new QComboBox(this))
    , m_kmh(new QSpinBox(this))
    , m_start(new QDateTimeEdit(this))
    , m_told(new QLabel(this)) {
    setObjectName(u"escapeBar"_s);
    setAccessibleName(tr("Escape ring"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(6, 3, 6, 3);
    rows->setSpacing(2);
    auto* row = new QHBoxLayout;
    rows->addLayout(row);
    m_speed->setObjectName(u"escape.speed"_s);
    m_speed->setAccessibleName(tr("How somebody got away"));
    m_speed->addItem(tr("By car"), int(Speed::ByCar));
    m_speed->addItem(tr("On foot"), int(Speed::OnFoot));
    m_speed->addItem(tr("At a speed"), int(Speed::Stated));
    m_kmh->setObjectName(u"escape.kmh"_s);
    m_kmh->setAccessibleName(tr("Speed"));
    m_kmh->setRange(1, 250);
    m_kmh->setValue(40);
    m_kmh->setSuffix(tr(" km/h"));
    m_kmh->hide();
    m_start->setObjectName(u"escape.start"_s);
    m_start->setAccessibleName(tr("Since when"));
    m_start->setDisplayFormat(u"MM-dd HH:mm:ss"_s);
    m_told->setObjectName(u"escape.told"_s);
    m_told->setWordWrap(true);
    auto* end = new QToolButton(this);
    end->setObjectName(u"escape.end"_s);
    end->setAccessibleName(tr("End the escape ring"));
    end->setToolTip(tr("End the escape ring"));
    end->setText(u"✕"_s);
    end->setAutoRaise(true);
    row->addWidget(new QLabel(tr("Escape ring"), this));
    row->addWidget(m_speed);
    row->addWidget(m_kmh);
    row->addWidget(new QLabel(tr("since"), this));
    row->addWidget(m_start);
    row->addStretch(1);
    row->addWidget(end);
    rows->addWidget(m_told);
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] {
        m_kmh->setVisible(speed() == Speed::Stated);
        Q_EMIT changed();
    });
    connect(m_kmh, &QSpinBox::valueChanged, this, &EscapeBar::changed);
    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, &EscapeBar::changed);
    connect(end, &QToolButton::clicked, this, &EscapeBar::ended);
    hide();
}

void EscapeBar::begin(Instant start) {
    const QSignalBlocker quiet(m_start);
    m_start->setDateTime(toDateTime(start).toLocalTime());
    tell(QString());
    show();
    m_speed->setFocus(Qt::ShortcutFocusReason);
}

EscapeBar::Speed EscapeBar::speed() const {
    return static_cast<Speed>(m_speed->currentData().toInt());
}

int EscapeBar::kmh() const {
    return m_kmh->value();
}

Instant EscapeBar::start() const {
    return Instant(Milliseconds(m_start->dateTime().toMSecsSinceEpoch()));
}

void EscapeBar::tell(const QString& text, const QString& details) {
    m_told->setText(text);
    m_told->setToolTip(details);
}

void EscapeBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT ended();
    else
        QFrame::keyPressEvent(event);
}

} // namespace tridesk
