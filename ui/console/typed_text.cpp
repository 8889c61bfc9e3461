// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/typed_text.h"

#include "ui/panes/incident/incident_form.h"

#include <QComboBox>
#include <QHash>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

/// The names from the window down to a widget; empty for one without a name, and within a form of an
/// incident.
QString pathOf(const QWidget& widget) {
    if (widget.objectName().isEmpty())
        return {};
    QString path;
    for (const QWidget* at = &widget; at; at = at->isWindow() ? nullptr : at->parentWidget()) {
        if (qobject_cast<const IncidentForm*>(at))
            return {};
        path.prepend(u'/' + at->objectName());
    }
    return path;
}

template <class Input>
void carry(const QWidget& before, const QWidget& after, void (*copy)(const Input&, Input&)) {
    QHash<QString, Input*> inputs;
    for (Input* input : after.findChildren<Input*>())
        if (const QString path = pathOf(*input); !path.isEmpty())
            inputs.insert(path, input);
    for (const Input* input : before.findChildren<Input*>())
        if (Input* now = inputs.value(pathOf(*input)))
            copy(*input, *now);
}

void copyChoice(const QComboBox& from, QComboBox& to) {
    const QVariant chosen = from.currentData();
    to.setCurrentIndex(chosen.isValid() ? to.findData(chosen) : from.currentIndex());
}

} // namespace

void carryTyped(const QWidget& before, QWidget& after) {
    carry<QComboBox>(before, after, copyChoice);
    carry<QTabBar>(before, after,
                   [](const QTabBar& from, QTabBar& to) { to.setCurrentIndex(from.currentIndex()); });
    carry<QListWidget>(before, after,
                       [](const QListWidget& from, QListWidget& to) { to.setCurrentRow(from.currentRow()); });
    carry<QLineEdit>(before, after, [](const QLineEdit& from, QLineEdit& to) { to.setText(from.text()); });
    carry<QPlainTextEdit>(before, after, [](const QPlainTextEdit& from, QPlainTextEdit& to) {
        to.setPlainText(from.toPlainText());
    });
}

} // namespace tridesk
