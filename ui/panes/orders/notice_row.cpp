// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/orders/notice_row.h"

#include "app/desk/desk.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tridesk {

NoticeRow::NoticeRow(const OrderId& order, QWidget* parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_show(new QToolButton(this))
    , m_acknowledge(new QPushButton(tr("Noted"), this)) {
    setObjectName(u"notice."_s + order.toString());
    m_words->setObjectName(u"notice.words"_s);
    m_words->setAccessibleName(tr("To be noted by this station"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // words never widen the pane
    m_show->setObjectName(u"notice.show"_s);
    m_show->setToolTip(tr("Show the incident"));
    m_acknowledge->setObjectName(u"notice.acknowledge"_s);
    m_acknowledge->setAccessibleName(tr("Acknowledge"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 6, 2);
    row->setSpacing(6);
    row->addWidget(m_words, 1);
    row->addWidget(m_show);
    row->addWidget(m_acknowledge);
    connect(m_show, &QToolButton::clicked, this, &NoticeRow::showAsked);
    connect(m_acknowledge, &QPushButton::clicked, this, &NoticeRow::acknowledged);
}

void NoticeRow::tell(const Order& order, const OrderNotice& notice, const SeatDesk& desk) {
    const Situation& situation = desk.situation();
    const QString who = text::addressee(situation, order.to);
    const QString by = text::seatName(situation, order.issuedBy);
    const QString at = text::clock(order.reached(OrderStage::Issued).value_or(order.releaseAt));
    const bool overridden = notice.kind == NoticeKind::Overridden;
    m_sentence = overridden
                     ? u"⇄ "_s + tr("%1: your order was dropped for another, by %2, %3").arg(who, by, at)
                     : u"⚑ "_s + tr("%1 was ordered over this station's head, by %2, %3").arg(who, by, at);
    m_short = overridden ? u"⇄ "_s + tr("%1 taken by %2").arg(who, by)
                         : u"⚑ "_s + tr("%1 ordered by %2").arg(who, by);
    const Incident* incident = situation.incidents().find(order.incident);
    const bool isRead = incident && desk.sight(*incident) > Sight::Outline;
    m_show->setVisible(isRead);
    m_show->setText(isRead ? text::shortNumber(incident->number) : QString());
    m_show->setAccessibleName(tr("Show incident %1").arg(m_show->text()));
    m_words->setToolTip(order.text.isEmpty() ? m_sentence : m_sentence + u'\n' + order.text);
    m_words->setAccessibleDescription(m_sentence);
    fit();
    const auto may = desk.may(AcknowledgeNotice{order.id, notice.post});
    m_acknowledge->setEnabled(may.has_value());
    m_acknowledge->setToolTip(may ? m_acknowledge->accessibleName() : refusalText(may.error(), situation));
}

void NoticeRow::fit() {
    const QFontMetrics metrics = m_words->fontMetrics();
    const int width = m_words->width();
    m_words->setText(metrics.horizontalAdvance(m_sentence) <= width
                         ? m_sentence
                         : metrics.elidedText(m_short, Qt::ElideRight, width));
}

void NoticeRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

} // namespace tridesk
