// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/geoservice/place_finder.h"
#include "ui/panes/common/picker_edit.h"

#include <QStyledItemDelegate>

namespace tridesk {

class Look;

/// Paints found places as rows: a sign for what each is, its name, where it stands, how far off.
class PlaceRowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `look` outlives it.
    explicit PlaceRowDelegate(const Look& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintPlace(QPainter& painter, const QStyleOptionViewItem& option, const QRect& box,
                    const maps::RankedPlace& place) const;

    const Look& m_look;
};

/// What the list below a line offers for them. A list of none says so in a row that cannot be chosen.
[[nodiscard]] QList<PickerEdit::Choice> placeChoices(const QList<maps::RankedPlace>& places);

[[nodiscard]] QString placeKindText(maps::PlaceKind kind); ///< "Street", 道路
/// A whole sentence of a row, for those who hear it.
[[nodiscard]] QString placeRowText(const maps::RankedPlace& place);

} // namespace tridesk
