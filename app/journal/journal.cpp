// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal.h"

namespace tridesk {

std::expected<bool, JournalFault> JournalReader::seen(RequestId request) {
    return entriesOf(request).transform([](const QList<Entry>& entries) { return !entries.isEmpty(); });
}

} // namespace tridesk
