// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/cell_delegate.h"

namespace tridesk {

/// The board's cells: status and kind with their signs, an emergency on an alarm chip, old positions told
/// apart, the units of the incident in hand in strong letters.
class UnitDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    [[nodiscard]] Cell cell(const QModelIndex& index) const override;

private:
    void dressStatus(Cell& cell, const QModelIndex& index) const;
    void dressCheck(Cell& cell, const QModelIndex& index) const;
};

} // namespace tridesk
