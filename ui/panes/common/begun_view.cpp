// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/begun_view.h"

#include "app/domain/codec.h"

namespace tridesk {

std::optional<ViewId> begunView(const Outcome& outcome) {
    for (const Entry& entry : outcome.value_or(QList<Entry>()))
        if (const auto fact = decode(entry.fact))
            if (const auto* began = std::get_if<ViewBegan>(&*fact))
                return began->view;
    return {};
}

} // namespace tridesk
