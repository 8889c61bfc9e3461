// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/order.h"

#include <QWidget>

#include <map>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tridesk {

class CrewWork;
class Look;
struct Incident;

/// The order in hand: what, where, what to beware of, what was said; and a button for each step that the crew
/// takes.
class OrderPage : public QWidget {
    Q_OBJECT

public:
    OrderPage(CrewWork& work, const Look& look, QWidget* parent = nullptr);

    void refresh();
    void tick();             ///< a second has passed
    void setWide(bool wide); ///< brief and steps side by side

Q_SIGNALS:
    void reportAsked();
    void refuseAsked();
    void reinforcementAsked();

private:
    QWidget* buildBrief();
    QWidget* buildSteps();
    QLabel* addPart(QVBoxLayout& column, const QString& name, const QString& caption);
    void dressCountdown();
    void showBrief(const Incident& whole, const Order& order);
    void addAsides(QGridLayout& grid, int row);
    void showAsides(const Incident& incident);
    void showStep(OrderStage stage, const Order& order, bool next);

    CrewWork& m_work;
    const Look& m_look;
    QBoxLayout* m_halves;
    QLabel* m_head;
    QLabel* m_type;
    QLabel* m_hazards;
    QLabel* m_known; ///< notes that stand on the place
    QLabel* m_place;
    QLabel* m_text;
    QLabel* m_order;
    QLabel* m_callers;
    QLabel* m_others;
    QLabel* m_countdown;
    QPushButton* m_refuse;
    QPushButton* m_reinforce;
    bool m_late = false;
    std::map<OrderStage, QPushButton*> m_steps;
};

} // namespace tridesk
