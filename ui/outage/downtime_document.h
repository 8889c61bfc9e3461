// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report_document.h"

namespace tridesk {

class SeatDesk;

struct DowntimeOptions {
    bool named = false; ///< callers and crews by name; for those alone who may know callers
    int cards = 24;     ///< blank ones
};

/// Blank cards in one pack, at most.
constexpr int mostBlankCards = 120;

/// What a desk needs on paper when everything is down, as it stands now and as its seat may see it: how to go
/// on, open incidents with who is on them, units on shift, posts, the words for types and outcomes, blank
/// cards. Each card has a number that no other pack has. GUI thread.
[[nodiscard]] ReportDocument downtimeDocument(const SeatDesk& desk, const DowntimeOptions& options);

/// "page %1 of %2", in the language that is set.
[[nodiscard]] QString downtimePageWord();

} // namespace tridesk
