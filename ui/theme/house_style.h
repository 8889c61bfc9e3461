// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QIcon>
#include <QProxyStyle>

namespace tridesk {

/// Fusion, with words alone on the buttons of dialogs, its icons kept and its boxes seen by night. A dock's
/// title asks for its buttons' icons whenever it is measured or painted, and Fusion reads the picture files
/// anew each time: a third of the time that a change of a row took. A box it edges with its ground made
/// darker, which on a dark ground nobody sees.
class HouseStyle : public QProxyStyle {
    Q_OBJECT

public:
    HouseStyle();

    using QProxyStyle::polish;
    void polish(QPalette& palette) override; ///< icons follow the palette
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* returned) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap icon, const QStyleOption* option,
                                     const QWidget* widget) const override;

private:
    mutable QHash<std::pair<int, bool>, QIcon>
        m_icons; ///< by what it is, and whether it reads from right to left
};

} // namespace tridesk
