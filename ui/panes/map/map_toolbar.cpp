// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/map_toolbar.h"

#include <QAction>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

MapToolbar::MapToolbar(QWidget* parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this)) {
    setObjectName(u"map.tools"_s);
    setAccessibleName(tr("Tools of the map"));
    setProperty("overlay", true);
    m_column->setContentsMargins(2, 2, 2, 2);
    m_column->setSpacing(1);
}

QToolButton* MapToolbar::add(QAction& action) {
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    action.setToolTip(keys.isEmpty() ? action.text()
                                     : tr("%1 (%2)", "an action and its key").arg(action.text(), keys));
    auto* button = new QToolButton(this);
    button->setObjectName(u"map.tool."_s + action.objectName().section(u'.', 1));
    button->setAccessibleName(action.text());
    button->setProperty("tool", true);
    button->setDefaultAction(&action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setIconSize({20, 20});
    button->setFixedSize(28, 28);
    button->setFocusPolicy(Qt::TabFocus);
    m_column->addWidget(button);
    return button;
}

void MapToolbar::addGap() {
    auto* line = new QFrame(this);
    line->setProperty("line", true);
    line->setFixedHeight(1);
    m_column->addWidget(line);
}

} // namespace tridesk
