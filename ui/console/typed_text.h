// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tridesk {

/// Brings what was typed and chosen in the inputs of one window into those of another that was made in its
/// place, in another language or text size: lines, texts, choices, tabs. An input is known by its objectName
/// and the names around it. The forms of an incident are not asked: they know more of their inputs than the
/// words (MainWindow::resume).
void carryTyped(const QWidget& before, QWidget& after);

} // namespace tridesk
