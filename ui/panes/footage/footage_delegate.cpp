// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/footage/footage_delegate.h"

#include "app/domain/video_feed.h"
#include "ui/panes/footage/footage_model.h"

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

QString signOf(FootageKind kind) {
    switch (kind) {
    case FootageKind::Mark:
        return u"⚑"_s;
    case FootageKind::Snapshot:
        return u"▣"_s;
    case FootageKind::Clip:
        return u"▶"_s;
    }
    return {};
}

} // namespace

Cell FootageDelegate::cell(const QModelIndex& index) const {
    Cell cell = CellDelegate::cell(index);
    if (index.column() == FootageModel::Kind)
        cell.glyph = signOf(FootageKind(index.data(FootageModel::KindRole).toInt()));
    if (index.data(FootageModel::RemovedRole).toBool())
        cell.ink = theme().dim;
    return cell;
}

} // namespace tridesk
