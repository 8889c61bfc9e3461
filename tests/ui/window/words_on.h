// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace tridesk::test {

/// Everything that a person could read or hear of a window, whether it is in sight or not: texts, tips, names
/// for assistive technology, and all that its lists hold under the roles that people meet.
[[nodiscard]] QStringList wordsOn(const QWidget& window);

} // namespace tridesk::test
