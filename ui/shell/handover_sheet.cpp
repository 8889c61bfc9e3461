// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/handover_sheet.h"

#include "app/desk/desk.h"
#include "app/domain/brief.h"
#include "ui/actions/echo.h"
#include "ui/text/brief.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

HandoverSheet::HandoverSheet(SeatDesk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_head(new QLabel(this))
    , m_brief(new QTextEdit(this))
    , m_said(new QLabel(this))
    , m_caption(new QLabel(this))
    , m_notes(new QPlainTextEdit(this))
    , m_refusal(new QLabel(this)) {
    setObjectName(u"handoverSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Handover of %1").arg(text::seatName(desk.situation(), desk.actor().seat.toString())));
    build();
    resize(820, 640);
    present(standingHandover(desk.situation(), desk.actor().seat.toString()) != nullptr);
    connect(&desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (m_desk.isWall() != m_isWall)
            present(offered() != nullptr);
        else if (!changes.handovers.isEmpty())
            check();
    });
}

void HandoverSheet::build() {
    m_head->setObjectName(u"handover.head"_s);
    m_head->setWordWrap(true);
    m_head->setTextFormat(Qt::PlainText);
    m_head->setProperty("strong", true);
    m_brief->setObjectName(u"handover.brief"_s);
    m_brief->setAccessibleName(tr("What is in hand"));
    m_brief->setReadOnly(true);
    m_brief->setTabChangesFocus(true);
    m_said->setObjectName(u"handover.said"_s);
    m_said->setAccessibleName(tr("Notes of the one who goes"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_caption->setProperty("caption", true);
    m_caption->setBuddy(m_notes);
    m_notes->setObjectName(u"handover.notes"_s);
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(fontMetrics().lineSpacing() * 4 + 14);
    m_refusal->setObjectName(u"handover.refusal"_s);
    m_refusal->setAccessibleName(tr("Why it was not taken"));
    m_refusal->setProperty("refusal", true);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    auto* buttons = new QDialogButtonBox(this);
    m_do = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_do->setObjectName(u"handover.do"_s);
    m_renew = buttons->addButton(QString(), QDialogButtonBox::ResetRole);
    m_renew->setObjectName(u"handover.renew"_s);
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"handover.close"_s);
    for (QPushButton* button : {m_do, m_renew, close})
        button->setAutoDefault(false); // Enter in the notes is a line
    m_do->setProperty("main", true);
    connect(m_do, &QPushButton::clicked, this, &HandoverSheet::act);
    connect(m_renew, &QPushButton::clicked, this, &HandoverSheet::renew);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_head);
    column->addWidget(m_brief, 1);
    column->addWidget(m_said);
    column->addWidget(m_caption);
    column->addWidget(m_notes);
    column->addWidget(m_refusal);
    column->addWidget(buttons);
}

const Handover* HandoverSheet::offered() const {
    return m_desk.situation().handovers().find(m_offered);
}

/// The offer that stands, to be read and signed; or what is in hand now, to be offered.
void HandoverSheet::present(bool standing) {
    const Situation& situation = m_desk.situation();
    const Actor& actor = m_desk.actor();
    const Handover* handover = standing ? standingHandover(situation, actor.seat.toString()) : nullptr;
    m_offered = handover ? handover->id : HandoverId();
    if (handover) {
        m_head->setText(
            tr("%1 handed this seat over at %2.").arg(handover->from, text::dateTime(handover->offeredAt)));
        m_brief->setPlainText(handover->brief);
        m_said->setText(tr("Notes: %1").arg(handover->notes));
    } else {
        m_head->setText(tr("What is in hand at %1, for the next user of this seat. Offered by %2.")
                            .arg(text::dateTime(m_desk.now()), actor.user));
        m_brief->setPlainText(text::brief(briefOf(m_desk), situation));
    }
    m_isWall = m_desk.isWall();
    if (m_isWall) {
        m_brief->clear();
        m_said->clear();
    }
    m_said->setVisible(handover && !handover->notes.isEmpty() && !m_isWall);
    m_caption->setText(handover ? tr("What you answer, if anything")
                                : tr("Notes: what the list does not say"));
    m_notes->setAccessibleName(m_caption->text());
    m_do->setText(handover ? tr("I have read it: sign") : tr("Offer the handover"));
    m_do->setAccessibleName(m_do->text());
    m_renew->setText(handover ? tr("Write a new one") : tr("Bring up to date"));
    m_renew->setAccessibleName(m_renew->text());
    check();
}

void HandoverSheet::renew() {
    present(false);
}

Result<void> HandoverSheet::may() const {
    if (offered())
        return m_desk.may(TakeHandover{m_offered, m_notes->toPlainText()});
    return m_desk.may(OfferHandover{m_brief->toPlainText(), m_notes->toPlainText()});
}

/// Who has offered it cannot sign it; what was signed meanwhile cannot be signed again.
void HandoverSheet::check() {
    const Handover* handover = offered();
    const Result<void> may = this->may();
    m_do->setEnabled(may.has_value() && !(handover && handover->takenAt) && !m_isWall);
    m_renew->setEnabled(!m_isWall);
    if (m_isWall)
        complain(tr("Visitors can see this screen: what is in hand is not shown on it."));
    else if (handover && handover->takenAt)
        complain(tr("%1 signed it at %2.").arg(handover->takenBy, text::clock(*handover->takenAt)));
    else
        complain(may ? QString() : refusalText(may.error(), m_desk.situation()));
}

void HandoverSheet::act() {
    const QString words = m_notes->toPlainText().trimmed();
    const Command command = offered() ? Command(TakeHandover{m_offered, words})
                                      : Command(OfferHandover{m_brief->toPlainText(), words});
    if (const QString line = echoLine(command, m_desk); !line.isEmpty())
        Q_EMIT echoed(line);
    m_do->setEnabled(false);
    m_desk.submit(command).then(this, [this](const Outcome& outcome) {
        if (outcome) {
            close();
            return;
        }
        m_do->setEnabled(true);
        complain(refusalText(outcome.error(), m_desk.situation()));
    });
}

void HandoverSheet::complain(const QString& why) {
    m_refusal->setText(why.isEmpty() ? QString() : u"✕ "_s + why);
    m_refusal->setVisible(!why.isEmpty());
}

} // namespace tridesk
