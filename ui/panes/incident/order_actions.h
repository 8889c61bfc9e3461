// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace tridesk {

class Prompts;

/// What may be done with one order from here: the crew's steps on its behalf, its refusal too, with how and
/// in what words they were told; press it, let it lead, recall, cancel, and another unit in its place, of
/// those that are proposed. A button is grey for the same reason for which the command would be refused, and
/// says it. Below it, how often the order was pressed and which posts have taken note.
class OrderActions : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it.
    OrderActions(const PaneContext& context, Prompts& prompts, QWidget* parent = nullptr);

    void showOrder(const OrderId& order); ///< null: none
    [[nodiscard]] const OrderId& order() const { return m_order; }
    /// Whether the last line is shown: where there is no room for it, the order's row and its tip say the
    /// same.
    void setRoomy(bool roomy);
    void refresh();
    void retranslate();

Q_SIGNALS:
    void asked(const tridesk::Command& command);

private:
    void addStep(OrderStage stage, const QString& objectName);
    void ask(OrderStage stage);
    void setMay(QPushButton* button, const Command& command);
    [[nodiscard]] QWidget* buildTold();
    /// How a step was told; nothing where the desk takes its own.
    [[nodiscard]] std::optional<OnBehalf> onBehalf(OrderStage stage) const;
    [[nodiscard]] bool isAnothers() const;
    void showKnown(const Order& order);
    void openReplacements();
    void addReplacement(QMenu& menu, const UnitId& unit, const QString& said);
    void askReplacement(const UnitId& unit, bool busy);

    PaneContext m_context;
    SeatDesk& m_desk;
    Prompts& m_prompts;
    OrderId m_order;
    OrderStage m_stage = OrderStage::Issued; ///< as it was shown last
    QPushButton* m_recall;
    QWidget* m_told;
    QComboBox* m_channel;
    QLineEdit* m_words;
    QPushButton* m_chase;
    QPushButton* m_lead;
    QPushButton* m_replace;
    QLabel* m_known;
    bool m_roomy = true;
    QList<std::pair<OrderStage, QPushButton*>> m_steps;
};

} // namespace tridesk
