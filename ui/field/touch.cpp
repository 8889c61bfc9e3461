// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/touch.h"

#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVariant>

namespace tridesk::touch {

QPushButton* button(const QString& name, const QString& text, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setMinimumHeight(target);
    enlarge(*button, 1.15, true);
    return button;
}

QLabel* label(const QString& name, const QString& accessible, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setAccessibleName(accessible);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void enlarge(QWidget& widget, double share, bool strong) {
    QFont font = widget.font();
    font.setPointSizeF(font.pointSizeF() * share);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    widget.setFont(font);
}

void setMain(QAbstractButton& button, bool main) {
    if (button.property("main").toBool() == main)
        return;
    button.setProperty("main", main);
    button.style()->unpolish(&button);
    button.style()->polish(&button);
}

} // namespace tridesk::touch
