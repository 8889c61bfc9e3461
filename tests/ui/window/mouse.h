// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_layer.h"

#include <QPoint>
#include <QWidget>

#include <functional>

class QAbstractItemView;
class QGeoCoordinate;

namespace tridesk::ui {
class MapCanvas;
}

namespace tridesk::test {

/// Drags with the mouse from a place in one widget to a place in another, both shown. The drag runs its own
/// loop, so that the moves after the first come from timers. Returns once the mouse was let go: when the goal
/// has noticed it, and where `said` is given once that holds while it hovers there (some seconds at most).
void dragAndDrop(QWidget& from, QPoint start, QWidget& to, QPoint end,
                 const std::function<bool()>& said = {});

/// The middle of the first row in sight with a cell that holds the text; null: none.
[[nodiscard]] QPoint rowWith(const QAbstractItemView& list, const QString& text);
/// The middle of where the map shows a symbol of that kind; null: nowhere.
[[nodiscard]] QPoint symbol(const ui::MapCanvas& map, ui::SymbolKind kind, const QGeoCoordinate& at);

/// The child of that objectName and type; null, and a test failure, where there is none.
template <class T>
T* part(const QWidget& window, const QString& name) {
    T* found = window.findChild<T*>(name);
    if (!found)
        qCritical("no %s named %s", T::staticMetaObject.className(), qPrintable(name));
    return found;
}

} // namespace tridesk::test
