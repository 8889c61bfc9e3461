// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tridesk::journal_tool {

/// `tridesk-journal report …`, with the arguments behind that word: figures of a span, or all of an incident,
/// on standard output or in a file. Reads only: it leaves no trace in the record, as its owner's tools do
/// not. Exit codes as the others: 0; 2 with one line on standard error that names option and value.
int report(const QStringList& arguments);

} // namespace tridesk::journal_tool
