// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"

#include <QList>
#include <QString>

namespace tridesk {

/// What a drop of units on an incident would do, as it hovers: the guard's verdict on each, the job it would
/// drop, how long it needs and which ring would lose its last car (desk.md, *Drag*).
struct DropPreview {
    bool accept = false;
    QString text; ///< several lines
};

/// The same of an incident that hovers over a station: whether its duty room can be given it, who answers
/// for the place as it is, and how many cars it has to send.
[[nodiscard]] DropPreview referPreview(const PaneContext& context, const IncidentId& incident,
                                       const PostId& post);

/// Asks for what is not known yet; Advisor::advised() tells when to ask again.
[[nodiscard]] DropPreview dropPreview(const PaneContext& context, const IncidentId& incident,
                                      const QList<UnitId>& units);

} // namespace tridesk
