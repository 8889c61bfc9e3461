// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/cell_delegate.h"

namespace tridesk {

/// The messages' cells: what is to be acknowledged stands out by weight, sign and colour; each kind has its
/// sign; what stands no more is dim.
class MessageDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    [[nodiscard]] Cell cell(const QModelIndex& index) const override;

private:
    [[nodiscard]] QString sign(const QModelIndex& index) const;
    [[nodiscard]] QColor stageInk(const QModelIndex& index) const;
};

} // namespace tridesk
