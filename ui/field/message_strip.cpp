// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/message_strip.h"

#include "app/desk/inbox.h"
#include "ui/field/crew_work.h"
#include "ui/field/touch.h"
#include "ui/text/message_words.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int mostLines = 2; // the page below keeps its room
constexpr std::chrono::seconds eachStands(8);

} // namespace

MessageStrip::MessageStrip(CrewWork& work, Inbox& inbox, const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_work(work)
    , m_inbox(inbox)
    , m_look(look)
    , m_from(touch::label(u"field.messageFrom"_s, tr("Who writes"), this))
    , m_words(touch::label(u"field.messageWords"_s, tr("Newest message"), this))
    , m_acknowledge(touch::button(u"field.messageAcknowledge"_s, u"✓  "_s + tr("Got it"), this))
    , m_open(touch::button(u"field.messageOpen"_s, tr("Read"), this))
    , m_note(touch::label(u"field.note"_s, tr("Status note"), this))
    , m_turning(new QTimer(this)) {
    setObjectName(u"field.messageStrip"_s);
    m_acknowledge->setAccessibleName(tr("Acknowledge the message"));
    m_from->setProperty("dim", true);
    m_from->setWordWrap(false);
    touch::enlarge(*m_words, 1.1, true);
    for (QLabel* label : {m_from, m_words, m_note})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // words never widen the window
    m_note->setWordWrap(false);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(14, 4, 12, 4);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_from, 0, 0);
    grid->addWidget(m_words, 1, 0);
    grid->addWidget(m_open, 0, 1, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_acknowledge, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_note, 2, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    connect(m_acknowledge, &QPushButton::clicked, this, [this] {
        if (!m_inbox.unread().isEmpty())
            m_work.acknowledge(m_inbox.unread().constFirst());
    });
    connect(m_open, &QPushButton::clicked, this, &MessageStrip::openAsked);
    m_turning->setInterval(eachStands);
    connect(m_turning, &QTimer::timeout, this, &MessageStrip::turn);
    hide();
}

void MessageStrip::refresh() {
    const Unit* unit = m_work.unit();
    const bool crewed = unit && unit->status != UnitStatus::Off;
    setVisible(crewed && !m_quiet && !(m_inbox.unread().isEmpty() && m_inbox.notes().isEmpty()));
    const Theme& theme = m_look.theme();
    setStyleSheet(u"#field\\.messageStrip { background: %1; border-bottom: 1px solid %2; }"
                  "#field\\.note { color: %3; }"_s.arg(
                      mix(theme.raised, theme.accent, m_inbox.unread().isEmpty() ? 0.0 : 0.22).name(),
                      theme.line.name(), theme.warning.name()));
    showMessage();
    showNote();
    tellShown();
}

void MessageStrip::setQuiet(bool quiet) {
    m_quiet = quiet;
    refresh();
}

bool MessageStrip::fits(const QString& words) const {
    const QFontMetrics metrics(m_words->font());
    const QRect needed = metrics.boundingRect(0, 0, qMax(1, m_words->width()), 10'000,
                                              Qt::TextWordWrap | Qt::AlignLeft, words);
    return needed.height() <= metrics.lineSpacing() * mostLines;
}

/// What does not fit is read on its page before it can be acknowledged there.
void MessageStrip::showMessage() {
    const MessageId id = m_inbox.unread().value(0);
    const Message* message = m_work.desk().situation().messages().find(id);
    for (QWidget* part : std::initializer_list<QWidget*>{m_from, m_words})
        part->setVisible(message != nullptr);
    const bool whole = message && fits(message->text);
    m_acknowledge->setVisible(whole);
    m_open->setVisible(message && !whole);
    if (!message)
        return;
    QStringList head{message->kind == MessageKind::Bulletin ? u"⚑ "_s + text::name(message->kind) : u"✉"_s,
                     text::seatName(m_work.desk().situation(), message->from),
                     text::time(message->sentAt, m_work.desk().now())};
    if (const qsizetype more = m_inbox.unread().size() - 1; more > 0)
        head << tr("%n more", "messages that wait", int(more));
    m_from->setText(head.join(u" · "_s));
    const QFontMetrics metrics(m_words->font());
    m_words->setText(whole ? message->text
                           : metrics.elidedText(message->text.simplified(), Qt::ElideRight,
                                                m_words->width() * mostLines * 4 / 5));
}

void MessageStrip::showNote() {
    const QList<MessageId>& notes = m_inbox.notes();
    if (!notes.contains(m_shownNote))
        m_shownNote = notes.value(0);
    const Message* note = m_work.desk().situation().messages().find(m_shownNote);
    m_note->setVisible(note != nullptr);
    notes.size() > 1 ? m_turning->start() : m_turning->stop();
    if (!note)
        return;
    const QString count =
        notes.size() > 1 ? u" %1/%2"_s.arg(notes.indexOf(m_shownNote) + 1).arg(notes.size()) : QString();
    const QString until =
        note->expiresAt ? tr("until %1").arg(text::time(*note->expiresAt, m_work.desk().now())) : QString();
    const QString whole = u"ⓘ%1 %2 · %3"_s.arg(count, until, note->text.simplified());
    m_note->setText(m_note->fontMetrics().elidedText(whole, Qt::ElideRight, m_note->width()));
}

void MessageStrip::turn() {
    const QList<MessageId>& notes = m_inbox.notes();
    if (notes.isEmpty())
        return;
    m_shownNote = notes[(notes.indexOf(m_shownNote) + 1) % notes.size()];
    showNote();
    tellShown();
}

void MessageStrip::tellShown() {
    if (!isVisible())
        return;
    QList<MessageId> shown;
    if (m_acknowledge->isVisible())
        shown << m_inbox.unread().value(0);
    if (!m_shownNote.isNull())
        shown << m_shownNote;
    m_inbox.noteShown(shown);
}

void MessageStrip::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    QMetaObject::invokeMethod(this, &MessageStrip::refresh, Qt::QueuedConnection); // once it is laid out
}

void MessageStrip::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    QMetaObject::invokeMethod(this, &MessageStrip::refresh, Qt::QueuedConnection);
}

} // namespace tridesk
