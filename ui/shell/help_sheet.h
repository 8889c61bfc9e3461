// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tridesk {

/// The keys of the table of actions and of the lists, as a sheet that stands beside the work. Deletes itself
/// when closed.
QWidget* openHelpSheet(QWidget* parent);
/// What the program is and whose map it shows.
QWidget* openAbout(QWidget* parent);

} // namespace tridesk
