// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/house_style.h"

#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace tridesk {

HouseStyle::HouseStyle()
    : QProxyStyle(u"Fusion"_s) {}

void HouseStyle::polish(QPalette& palette) {
    m_icons.clear();
    QProxyStyle::polish(palette);
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    constexpr int dark = 128; // lightness
    const auto* box =
        element == PE_IndicatorCheckBox ? qstyleoption_cast<const QStyleOptionButton*>(option) : nullptr;
    if (!box || box->palette.color(QPalette::Window).lightness() >= dark)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    QStyleOptionButton seen = *box;
    seen.palette.setColor(QPalette::Window, box->palette.color(QPalette::WindowText));
    QProxyStyle::drawPrimitive(element, &seen, painter, widget);
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const {
    return hint == SH_DialogButtonBox_ButtonsHaveIcons
               ? 0
               : QProxyStyle::styleHint(hint, option, widget, returned);
}

QIcon HouseStyle::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const {
    const std::pair key(int(icon), option && option->direction == Qt::RightToLeft);
    if (const auto known = m_icons.constFind(key); known != m_icons.cend())
        return *known;
    return *m_icons.insert(key, QProxyStyle::standardIcon(icon, option, widget));
}

} // namespace tridesk
