// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QWidget>

namespace tridesk::test {

/// Drags with the mouse from a place in one widget to a place in another, both shown. The drag runs its own
/// loop, so that the moves after the first come from timers. Returns once the mouse was let go.
void dragAndDrop(QWidget& from, QPoint start, QWidget& to, QPoint end);

/// The child of that objectName and type; null, and a test failure, where there is none.
template <class T>
T* part(const QWidget& window, const QString& name) {
    T* found = window.findChild<T*>(name);
    if (!found)
        qCritical("no %s named %s", T::staticMetaObject.className(), qPrintable(name));
    return found;
}

} // namespace tridesk::test
