// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/handover_strip.h"

#include "app/desk/desk.h"
#include "app/domain/brief.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tridesk {

HandoverStrip::HandoverStrip(SeatDesk& desk, const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_look(look)
    , m_text(new QLabel(this))
    , m_open(new QPushButton(this)) {
    setObjectName(u"handoverStrip"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_text->setObjectName(u"handover.text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // words never widen the window
    m_open->setObjectName(u"handover.open"_s);
    m_open->setAccessibleName(tr("Open the handover"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 10, 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, &HandoverStrip::sheetAsked);
    connect(&look, &Look::changed, this, &HandoverStrip::dress);
    connect(&desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (!changes.handovers.isEmpty())
            refresh();
    });
    dress();
    refresh();
}

void HandoverStrip::dress() {
    const Theme& theme = m_look.theme();
    setStyleSheet(u"#handoverStrip { background: %1; border-bottom: 1px solid %2; }"
                  "#handover\\.text { font-weight: 600; }"_s.arg(mix(theme.raised, theme.accent, 0.22).name(),
                                                                 theme.line.name()));
}

void HandoverStrip::refresh() {
    const Actor& actor = m_desk.actor();
    const Handover* standing = standingHandover(m_desk.situation(), actor.seat.toString());
    setVisible(standing != nullptr);
    if (!standing)
        return;
    const QString when = text::time(standing->offeredAt, m_desk.now());
    const bool own = standing->from == actor.user;
    m_text->setText(
        own ? tr("You handed this seat over at %1. It waits for the next user's signature.").arg(when)
            : tr("%1 handed this seat over at %2: read and sign.").arg(standing->from, when));
    m_text->setAccessibleName(m_text->text());
    m_open->setText(own ? tr("Show…") : tr("Read and sign…"));
    m_open->setAccessibleName(m_open->text());
    m_open->setProperty("main", !own);
}

} // namespace tridesk
