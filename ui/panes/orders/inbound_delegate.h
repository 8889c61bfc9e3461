// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/cell_delegate.h"

namespace tridesk {

/// The inbound orders' cells: the level with its sign, an unsigned order standing out, what is overdue on an
/// alarm chip.
class InboundDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    [[nodiscard]] Cell cell(const QModelIndex& index) const override;
};

} // namespace tridesk
