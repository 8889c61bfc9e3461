// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/cell_delegate.h"

namespace tridesk {

/// Marks, stills and clips told apart by a sign; what is deleted is dim.
class FootageDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    [[nodiscard]] Cell cell(const QModelIndex& index) const override;
};

} // namespace tridesk
