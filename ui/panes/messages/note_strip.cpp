// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/messages/note_strip.h"

#include "app/desk/desk.h"
#include "app/desk/inbox.h"
#include "ui/panes/messages/areas.h"
#include "ui/text/message_words.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr auto eachStands = 8s; // long enough to read a line twice

} // namespace

NoteStrip::NoteStrip(const PaneContext& context, Inbox& inbox, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_inbox(inbox)
    , m_unread(new QToolButton(this))
    , m_text(new QLabel(this))
    , m_next(new QToolButton(this))
    , m_turning(new QTimer(this)) {
    setObjectName(u"noteStrip"_s);
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(m_unread, &QToolButton::clicked, this, &NoteStrip::messagesAsked);
    connect(m_next, &QToolButton::clicked, this, &NoteStrip::turn);
    connect(m_turning, &QTimer::timeout, this, &NoteStrip::turn);
    connect(&inbox, &Inbox::changed, this, &NoteStrip::follow);
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (!changes.incidents.isEmpty())
            tell(); // who may read it may be another
    });
    connect(&context.look, &Look::changed, this, &NoteStrip::dress);
    dress();
    follow();
}

void NoteStrip::build() {
    m_unread->setObjectName(u"notes.unread"_s);
    m_unread->setProperty("main", true);
    m_unread->setFocusPolicy(Qt::TabFocus);
    m_text->setObjectName(u"notes.text"_s);
    m_text->setAccessibleName(tr("Status note"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setCursor(Qt::PointingHandCursor);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // words never widen the window
    m_text->installEventFilter(this);
    m_next->setObjectName(u"notes.next"_s);
    m_next->setAccessibleName(tr("Next status note"));
    m_next->setToolTip(m_next->accessibleName());
    m_next->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 1, 8, 1);
    row->setSpacing(10);
    row->addWidget(m_unread);
    row->addWidget(m_text, 1);
    row->addWidget(m_next);
    row->addStretch(); // what is unread stands on the left without a note too
    m_turning->setInterval(eachStands);
}

void NoteStrip::dress() {
    const Theme& theme = m_context.look.theme();
    setStyleSheet(u"#noteStrip { background: %1; border-bottom: 1px solid %2; }"
                  "#notes\\.text { color: %3; font-weight: 600; }"_s.arg(
                      mix(theme.raised, theme.warning, 0.1).name(), theme.line.name(), theme.text.name()));
}

void NoteStrip::follow() {
    const QList<MessageId>& notes = m_inbox.notes();
    const qsizetype unread = m_inbox.unread().size();
    if (!notes.contains(m_shown))
        m_shown = notes.value(0);
    setVisible(!notes.isEmpty() || unread > 0);
    m_unread->setVisible(unread > 0);
    m_unread->setText(u"✉ %1"_s.arg(unread));
    m_unread->setAccessibleName(tr("%n to acknowledge", nullptr, int(unread)));
    m_unread->setToolTip(m_unread->accessibleName());
    m_next->setVisible(notes.size() > 1);
    notes.size() > 1 ? m_turning->start() : m_turning->stop();
    tell();
}

void NoteStrip::turn() {
    const QList<MessageId>& notes = m_inbox.notes();
    if (notes.isEmpty())
        return;
    m_shown = notes[(notes.indexOf(m_shown) + 1) % notes.size()];
    m_turning->start();
    tell();
}

QString NoteStrip::words() const {
    const Message* note = m_context.desk.situation().messages().find(m_shown);
    if (!note)
        return {};
    const SeatDesk& desk = m_context.desk;
    QStringList parts{desk.mayRead(*note) ? note->text.simplified() : text::hiddenWords(),
                      areaName(note->area, desk)};
    if (note->expiresAt)
        parts << tr("until %1").arg(text::time(*note->expiresAt, desk.now()));
    parts << text::seatName(desk.situation(), note->from);
    parts.removeAll(QString());
    return u"ⓘ "_s + parts.join(u" · "_s);
}

void NoteStrip::tell() {
    const QString whole = words();
    m_text->setVisible(!whole.isEmpty());
    m_text->setText(m_text->fontMetrics().elidedText(whole, Qt::ElideRight, m_text->width()));
    m_text->setToolTip(whole);
    m_text->setAccessibleDescription(whole);
    m_next->setText(u"%1/%2 ▸"_s.arg(m_inbox.notes().indexOf(m_shown) + 1).arg(m_inbox.notes().size()));
    if (isVisible() && !m_shown.isNull())
        m_inbox.noteShown({m_shown});
}

bool NoteStrip::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::MouseButtonRelease && !m_shown.isNull())
        Q_EMIT noteAsked(m_shown);
    if (watched == m_text && event->type() == QEvent::Resize)
        tell();
    return QFrame::eventFilter(watched, event);
}

void NoteStrip::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    tell();
}

void NoteStrip::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    tell();
}

} // namespace tridesk
