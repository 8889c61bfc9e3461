// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/figures.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenuBar;
class QTimer;

namespace tridesk {

class FigureLabel;
class Look;
class SeatDesk;
struct PaneContext;

/// The one row at the head of a window: menus, live figures, who sits here, the state of the store, toggles,
/// and the 24-hour clock. Figures follow the desk, gathered; the clock ticks by itself.
class HeaderBar : public QWidget {
    Q_OBJECT

public:
    HeaderBar(SeatDesk& desk, const Look& look, QWidget* parent = nullptr);

    [[nodiscard]] QMenuBar& menuBar() { return *m_menus; }
    /// A button for an action, right of the figures.
    void addButton(QAction& action, bool main = false); ///< the main one stands out, with its text
    /// Says to which incident the window is narrowed, while it is.
    void addChip(const PaneContext& context);
    /// Why the store cannot take entries; empty: it can.
    void setTrouble(const QString& why);

protected:
    bool event(QEvent* event) override;

private:
    void fit();
    FigureLabel* addFigure(const QString& name, const QString& caption, const QString& tip);
    QLabel* addLabel(const QString& name, const QString& accessible);
    void dress();
    void refresh();
    void tick();

    SeatDesk& m_desk;
    const Look& m_look;
    QHBoxLayout* m_row;
    QMenuBar* m_menus;
    FigureLabel* m_open;
    FigureLabel* m_unassigned;
    FigureLabel* m_overdue;
    FigureLabel* m_available;
    QHBoxLayout* m_middle;
    QLabel* m_trouble;
    QLabel* m_seat;
    QString m_seatShort; ///< without the user, who gives way first where there is little room
    QString m_seatFull;
    QWidget* m_buttons;
    QLabel* m_date;
    QLabel* m_clock;
    QTimer* m_gather;
};

} // namespace tridesk
