// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/map/saved_views.h"

#include <QMenu>

namespace tridesk {

namespace ui {
class MapCanvas;
}
class Prompts;

/// The user's saved views as a menu: go to one (its number key does the same on the map), keep the present
/// one, rename, remove.
class ViewsMenu : public QMenu {
    Q_OBJECT

public:
    /// All outlive it.
    ViewsMenu(SavedViews views, ui::MapCanvas& canvas, Prompts& prompts, QWidget* parent = nullptr);

    /// The view of that number, from 1. False where there is none.
    bool go(int number);

Q_SIGNALS:
    void gone(); ///< the map was moved to a view

private:
    void fill();
    void go(const SavedView& view);
    void askName();
    void askNewName(const QString& name);

    SavedViews m_views;
    ui::MapCanvas& m_canvas;
    Prompts& m_prompts;
};

} // namespace tridesk
