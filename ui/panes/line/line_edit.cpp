// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/line/line_edit.h"

#include <QKeyEvent>

namespace tridesk {

bool LineEdit::event(QEvent* event) {
    if (event->type() == QEvent::KeyPress && !m_composing) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        const bool back = key->key() == Qt::Key_Backtab;
        // An empty line lets the focus go on; a line that is being typed is completed.
        if ((back || key->key() == Qt::Key_Tab) && !text().isEmpty()) {
            Q_EMIT tabbed(back);
            return true;
        }
    }
    return QLineEdit::event(event);
}

void LineEdit::keyPressEvent(QKeyEvent* event) {
    const bool isStep = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (m_composing)
        QLineEdit::keyPressEvent(event);
    else if (isStep)
        Q_EMIT stepped(event->key() == Qt::Key_Up);
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QLineEdit::keyPressEvent(event);
}

void LineEdit::inputMethodEvent(QInputMethodEvent* event) {
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

void LineEdit::focusOutEvent(QFocusEvent* event) {
    m_composing = false;
    QLineEdit::focusOutEvent(event);
    Q_EMIT blurred();
}

} // namespace tridesk
