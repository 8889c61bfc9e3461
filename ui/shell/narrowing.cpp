// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/narrowing.h"

#include "app/desk/desk.h"
#include "ui/actions/selection.h"

#include <QAction>
#include <QDockWidget>
#include <QKeyEvent>
#include <QSettings>
#include <QUrl>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace tridesk {

Narrowing::Narrowing(const PaneContext& context, QAction& action, QWidget& window)
    : QObject(&window)
    , m_context(context)
    , m_action(action) {
    m_context.selection.setNarrowing(m_context.settings->value(key(), true).toBool());
    m_action.setChecked(m_context.selection.isNarrowing());
    connect(&action, &QAction::triggered, this, &Narrowing::toggle);
    // A pane that floats is a window of its own: the keys that it does not take do not come to this one.
    window.installEventFilter(this);
    for (QDockWidget* dock : window.findChildren<QDockWidget*>())
        dock->installEventFilter(this);
}

QString Narrowing::key() const {
    return u"narrowing/"_s + QString::fromLatin1(QUrl::toPercentEncoding(m_context.desk.actor().user));
}

/// What is seen is what is switched: narrowed panes are widened, others narrowed.
void Narrowing::toggle() {
    Selection& selection = m_context.selection;
    const bool isOn =
        selection.incident().isNull() ? selection.isNarrowing() : !selection.narrowedTo().isNull();
    selection.setNarrowing(!isOn);
    m_action.setChecked(!isOn);
    m_context.settings->setValue(key(), !isOn);
}

bool Narrowing::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        !m_context.selection.narrowedTo().isNull()) {
        m_context.selection.widen();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tridesk
