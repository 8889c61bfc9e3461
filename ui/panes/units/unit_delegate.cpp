// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/units/unit_delegate.h"

#include "app/domain/safety_check.h"
#include "ui/panes/common/ageing.h"
#include "ui/panes/units/unit_model.h"

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

QString kindGlyph(UnitKind kind) {
    switch (kind) {
    case UnitKind::Car:
        return u"▬"_s;
    case UnitKind::Motorcycle:
        return u"∞"_s;
    case UnitKind::Foot:
        return u"↑"_s;
    case UnitKind::Van:
        return u"▮"_s;
    case UnitKind::Boat:
        return u"∪"_s;
    case UnitKind::Auxiliary:
        return u"+"_s;
    }
    return {};
}

} // namespace

void UnitDelegate::dressStatus(Cell& cell, const QModelIndex& index) const {
    const auto status = UnitStatus(index.data(UnitModel::StatusRole).toInt());
    const Swatch swatch = theme().status(status);
    cell.glyph = swatch.glyph;
    cell.ink = swatch.colour;
    if (status == UnitStatus::Emergency)
        setAlarming(cell, swatch.glyph);
}

void UnitDelegate::dressCheck(Cell& cell, const QModelIndex& index) const {
    const QVariant check = index.data(UnitModel::CheckRole);
    if (!check.isValid())
        return;
    cell.glyph = u"☎"_s;
    switch (CheckState(check.toInt())) {
    case CheckState::Running:
        cell.ink = theme().dim;
        break;
    case CheckState::Soon:
        cell.ink = theme().warning;
        cell.strong = true;
        break;
    case CheckState::Missed:
        setAlarming(cell);
        break;
    }
}

Cell UnitDelegate::cell(const QModelIndex& index) const {
    Cell cell = CellDelegate::cell(index);
    const bool off = UnitStatus(index.data(UnitModel::StatusRole).toInt()) == UnitStatus::Off;
    if (off)
        cell.ink = theme().dim;
    switch (UnitModel::Column(index.column())) {
    case UnitModel::CallsignColumn:
        cell.strong = !off;
        if (index.data(UnitModel::OwnRole).toBool()) {
            cell.glyph = u"›"_s;
            cell.ink = theme().accent;
        }
        break;
    case UnitModel::Status:
        dressStatus(cell, index);
        break;
    case UnitModel::Since:
        if (const int step = index.data(UnitModel::AgeingRole).toInt(); step > 0) {
            cell.glyph = ageingSign(step);
            cell.ink = mix(theme().text, theme().warning, double(step) / mostAged);
            cell.strong = step == mostAged;
        }
        break;
    case UnitModel::Check:
        dressCheck(cell, index);
        break;
    case UnitModel::Kind:
        cell.glyph = kindGlyph(UnitKind(index.data(UnitModel::KindRole).toInt()));
        break;
    case UnitModel::Distance:
    case UnitModel::FixAge:
        if (index.data(UnitModel::StaleRole).toBool() && !off && !cell.text.isEmpty()) {
            cell.glyph = u"?"_s;
            cell.ink = theme().warning;
        }
        break;
    default:
        break;
    }
    return cell;
}

} // namespace tridesk
