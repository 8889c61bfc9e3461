// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/message_card.h"

#include "app/desk/desk.h"
#include "app/domain/message_rules.h"
#include "ui/field/touch.h"
#include "ui/text/message_words.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

/// Of what the crew wrote: how far it has come at the one who is behind.
QString progress(const Message& message, const Situation& situation) {
    MessageStage slowest = MessageStage::Acknowledged;
    const QList<message_rules::Reader> readers = message_rules::readers(situation, message);
    for (const message_rules::Reader& reader : readers)
        slowest = std::min(slowest, reader.stage);
    return text::name(readers.isEmpty() ? MessageStage::Sent : slowest);
}

QString head(const Message& message, const SeatDesk& desk, bool own) {
    const Situation& situation = desk.situation();
    QStringList parts;
    if (isStanding(message.kind))
        parts << (message.kind == MessageKind::Bulletin ? u"⚑ "_s : u"ⓘ "_s) + text::name(message.kind);
    const Incident* room = message.kind == MessageKind::Room && message.incident
                               ? situation.incidents().find(*message.incident)
                               : nullptr;
    if (room)
        parts << u"⌂ "_s + text::shortNumber(room->number);
    if (own && room) {
        parts << MessageCard::tr("to all");
    } else if (own) {
        QStringList names;
        for (const Addressee& to : message.to)
            names << text::addressee(situation, to);
        parts << u"→ "_s + names.join(u", "_s);
    } else {
        parts << text::seatName(situation, message.from);
    }
    parts << text::time(message.sentAt, desk.now());
    if (message.withdrawnAt)
        parts << MessageCard::tr("withdrawn");
    else if (message.expiresAt)
        parts << MessageCard::tr("until %1").arg(text::time(*message.expiresAt, desk.now()));
    parts << (own ? progress(message, situation)
                  : text::name(message_rules::stageAt(message, desk.actor().seat.toString())));
    return parts.join(u" · "_s);
}

} // namespace

MessageCard::MessageCard(const MessageId& message, QWidget* parent)
    : QFrame(parent)
    , m_message(message)
    , m_head(touch::label(u"card.head"_s, tr("Who wrote, and when"), this))
    , m_words(touch::label(u"card.words"_s, tr("Words of the message"), this))
    , m_acknowledge(touch::button(u"card.acknowledge"_s, u"✓  "_s + tr("Got it"), this)) {
    setObjectName(u"card"_s);
    m_acknowledge->setAccessibleName(tr("Acknowledge the message"));
    m_head->setProperty("dim", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_head);
    column->addWidget(m_words);
    column->addWidget(m_acknowledge);
    connect(m_acknowledge, &QPushButton::clicked, this, [this] { Q_EMIT acknowledged(m_message); });
}

void MessageCard::tell(const Message& message, const SeatDesk& desk, const Look& look, bool unsent) {
    const Seat& seat = desk.actor().seat;
    const bool waits = message_rules::isUnread(desk.situation(), message, seat, desk.now());
    const QString who = head(message, desk, message.from == seat.toString());
    m_head->setText(unsent ? who + u" · ⇡ "_s + tr("not sent yet") : who);
    m_words->setText(message.text);
    QFont font = m_words->font();
    font.setWeight(waits ? QFont::DemiBold : QFont::Normal);
    m_words->setFont(font);
    m_acknowledge->setVisible(waits);
    touch::setMain(*m_acknowledge, waits);
    const Theme& theme = look.theme();
    const bool over = isStanding(message.kind) && !message.stands(desk.now());
    setStyleSheet(u"#card { background: %1; border: 1px solid %2; border-radius: 4px; }"
                  "#card\\.words { color: %3; }"_s.arg(theme.raised.name(),
                                                       (waits ? theme.accent : theme.line).name(),
                                                       (over ? theme.dim : theme.text).name()));
}

} // namespace tridesk
