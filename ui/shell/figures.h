// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tridesk {

class SeatDesk;

/// The live figures of the header, of what the seat may see.
struct Figures {
    int open = 0;
    int unassigned = 0; ///< pending: nobody was sent yet
    int overdue = 0;    ///< open, and past the deadline that runs now
    int available = 0;  ///< units that can be sent without dropping anything
    int crewed = 0;     ///< units with somebody on them

    friend bool operator==(const Figures&, const Figures&) = default;
};

[[nodiscard]] Figures figures(const SeatDesk& desk);

} // namespace tridesk
