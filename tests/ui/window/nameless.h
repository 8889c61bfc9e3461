// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace tridesk::test {

/// Parts that Qt makes within its own widgets are named by the widget around them.
inline bool isQtsOwn(const QWidget& widget) {
    for (const QWidget* parent = &widget; parent; parent = parent->parentWidget()) {
        const QString name = parent->objectName();
        if (name.startsWith(QStringLiteral("qt_")) || parent->inherits("QComboBoxPrivateContainer") ||
            parent->inherits("QCompleterPopup"))
            return true;
    }
    const QWidget* around = widget.parentWidget();
    return qobject_cast<const QHeaderView*>(&widget) ||
           (around &&
            (around->inherits("QLineEdit") || around->inherits("QAbstractItemView") ||
             around->inherits("QTabBar") || around->inherits("QDockWidget") || around->inherits("QMenuBar") ||
             around->inherits("QComboBox") || around->inherits("QDialogButtonBox") ||
             around->inherits("QInputDialog") || around->inherits("QMessageBox")));
}

inline bool isWorkedWith(const QWidget& widget) {
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
           qobject_cast<const QPlainTextEdit*>(&widget) || qobject_cast<const QComboBox*>(&widget) ||
           qobject_cast<const QAbstractItemView*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget);
}

inline QStringList nameless(const QWidget& window) {
    QStringList found;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!isWorkedWith(*widget) || isQtsOwn(*widget))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool spoken = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (widget->objectName().isEmpty() || !spoken)
            found << QLatin1StringView(widget->metaObject()->className()) + QStringLiteral(" '") +
                         widget->objectName() + QStringLiteral("' in '") +
                         widget->parentWidget()->objectName() + QLatin1Char('\'');
    }
    return found;
}

} // namespace tridesk::test
