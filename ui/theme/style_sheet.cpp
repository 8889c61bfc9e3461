// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tridesk {

QString styleSheet(const Theme& theme) {
    QFile file(u":/themes/tridesk.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // the longer name first, where one begins with another
    const std::pair<QString, QColor> colours[] = {
        {u"@window"_s, theme.window},
        {u"@panel"_s, theme.panel},
        {u"@raised"_s, theme.raised},
        {u"@line"_s, theme.line},
        {u"@text"_s, theme.text},
        {u"@dim"_s, theme.dim},
        {u"@accent"_s, theme.accent},
        {u"@onAccent"_s, theme.onAccent},
        {u"@selection"_s, theme.selection},
        {u"@good"_s, theme.good},
        {u"@warning"_s, theme.warning},
        {u"@alarm"_s, theme.alarm},
        {u"@onAlarm"_s, theme.onAlarm},
        {u"@hover"_s, mix(theme.raised, theme.accent, 0.14)},
        {u"@press"_s, mix(theme.raised, theme.accent, 0.3)},
    };
    for (const auto& [name, colour] : colours)
        sheet.replace(name, colour.name());
    sheet.replace(u"@small"_s, u"%1pt"_s.arg(qMax(8, theme.fontPoint - 1)));
    sheet.replace(u"@large"_s, u"%1pt"_s.arg(theme.fontPoint * 3 / 2));
    return sheet;
}

} // namespace tridesk
