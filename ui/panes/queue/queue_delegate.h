// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/cell_delegate.h"

namespace tridesk {

/// The queue's cells: level and stage with their signs, the number's last four digits, what is overdue on an
/// alarm chip.
class QueueDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    [[nodiscard]] Cell cell(const QModelIndex& index) const override;
};

} // namespace tridesk
