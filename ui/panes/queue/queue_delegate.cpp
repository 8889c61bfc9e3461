// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/queue/queue_delegate.h"

#include "ui/panes/common/ageing.h"
#include "ui/panes/queue/queue_model.h"

using namespace Qt::StringLiterals;

namespace tridesk {

Cell QueueDelegate::cell(const QModelIndex& index) const {
    Cell cell = CellDelegate::cell(index);
    const bool open = index.data(QueueModel::OpenRole).toBool();
    if (!open)
        cell.ink = theme().dim;
    if (index.data(QueueModel::VeiledRole).toBool()) {
        cell.glyph = index.column() == QueueModel::LevelColumn ? u"●"_s : QString();
        cell.ink = theme().dim;
        return cell;
    }
    switch (QueueModel::Column(index.column())) {
    case QueueModel::LevelColumn: {
        const Swatch swatch = theme().level(Level(index.data(QueueModel::LevelRole).toInt()));
        cell.glyph = swatch.glyph;
        cell.ink = swatch.colour;
        cell.strong = open;
        break;
    }
    case QueueModel::Number:
        cell.strongTail = 4;
        cell.glyph = index.data(QueueModel::MarksRole).toString();
        break;
    case QueueModel::Stage: {
        const Swatch swatch = theme().stage(IncidentStage(index.data(QueueModel::StageRole).toInt()));
        cell.glyph = swatch.glyph;
        cell.ink = swatch.colour;
        break;
    }
    case QueueModel::Age:
        if (const int step = index.data(QueueModel::AgeingRole).toInt(); step > 0) {
            cell.glyph = ageingSign(step);
            cell.ink = mix(theme().text, theme().warning, double(step) / mostAged);
        }
        break;
    case QueueModel::Type:
        cell.glyph = index.data(QueueModel::HazardsRole).toString();
        if (open && !cell.glyph.isEmpty()) {
            cell.ink = theme().warning;
            cell.strong = true;
        }
        break;
    case QueueModel::Countdown:
        if (index.data(QueueModel::OverdueRole).toBool())
            setAlarming(cell);
        break;
    default:
        break;
    }
    return cell;
}

} // namespace tridesk
