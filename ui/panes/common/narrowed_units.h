// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace tridesk {

/// The units to which the panes are narrowed: those ordered to the incident in hand, those proposed for it,
/// and those taken in hand with it: once a hand has taken a unit it stays until the next incident. Nothing is
/// narrowed where nobody is, so that a dispatcher never looks at an empty board.
class NarrowedUnits : public QObject {
    Q_OBJECT

public:
    explicit NarrowedUnits(const PaneContext& context, QObject* parent = nullptr);

    /// Nothing: all are shown.
    [[nodiscard]] const std::optional<QSet<UnitId>>& units() const { return m_units; }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] std::optional<QSet<UnitId>> gathered() const;
    void refresh();

    PaneContext m_context;
    QSet<UnitId> m_chosen; ///< since the panes were narrowed
    std::optional<QSet<UnitId>> m_units;
};

} // namespace tridesk
