// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractButton;
class QLabel;
class QPushButton;
class QWidget;

// Parts of the field window, made for a finger on a moving car's screen.
namespace tridesk::touch {

constexpr int target = 52; ///< pixels: the least height of what is pressed

[[nodiscard]] QPushButton* button(const QString& name, const QString& text, QWidget* parent);
/// `share` of the body font; 1 is the body's own size.
[[nodiscard]] QLabel* label(const QString& name, const QString& accessible, QWidget* parent);
void enlarge(QWidget& widget, double share, bool strong = false);
void setMain(QAbstractButton& button, bool main); ///< the one step that comes next

} // namespace tridesk::touch
