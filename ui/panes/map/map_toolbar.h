// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QToolButton;
class QVBoxLayout;

namespace tridesk {

/// The strip of the map's tools: a button for each action, with its icon, its words and its key as a tip.
class MapToolbar : public QFrame {
    Q_OBJECT

public:
    explicit MapToolbar(QWidget* parent = nullptr);

    QToolButton* add(QAction& action);
    void addGap();

private:
    QVBoxLayout* m_column;
};

} // namespace tridesk
