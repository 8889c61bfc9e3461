// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/orders/inbound_delegate.h"

#include "app/domain/order.h"
#include "ui/panes/orders/inbound_model.h"

namespace tridesk {

Cell InboundDelegate::cell(const QModelIndex& index) const {
    Cell cell = CellDelegate::cell(index);
    const bool unsignedYet = index.data(InboundModel::StageRole).toInt() < int(OrderStage::Signed);
    const bool overdue = index.data(InboundModel::OverdueRole).toBool();
    if (index.column() == InboundModel::Level) {
        const Swatch swatch = theme().level(Level(index.data(InboundModel::LevelRole).toInt()));
        cell.glyph = swatch.glyph;
        cell.ink = swatch.colour;
    } else if (index.column() == InboundModel::Countdown && overdue) {
        setAlarming(cell);
    } else if (index.column() == InboundModel::Stage || index.column() == InboundModel::Number) {
        cell.strong = unsignedYet;
        if (index.column() == InboundModel::Stage && unsignedYet)
            cell.ink = theme().warning;
    }
    return cell;
}

} // namespace tridesk
