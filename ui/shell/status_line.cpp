// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

using namespace Qt::StringLiterals;

namespace tridesk {

StatusLine::StatusLine(QWidget* parent)
    : QLabel(parent) {
    setObjectName(u"status.ground"_s);
    setAccessibleName(tr("Data folder and map"));
    setTextFormat(Qt::PlainText);
    setProperty("dim", true);
    setContentsMargins(4, 2, 10, 2);
}

void StatusLine::setGround(const QString& text, const QString& tip) {
    constexpr int longest = 60;
    setText(fontMetrics().elidedText(text, Qt::ElideMiddle, longest * fontMetrics().averageCharWidth()));
    setToolTip(text + u'\n' + tip);
}

} // namespace tridesk
