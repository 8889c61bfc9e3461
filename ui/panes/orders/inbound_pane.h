// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/order.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

class QPushButton;

namespace tridesk {

class Dispatcher;
class InboundModel;
class PromptBar;
class RowTable;

/// A duty room's orders: what the bureau has sent, to be signed, handed on to units and reported back. That
/// they came and were on the screen is told by itself.
class InboundPane : public QWidget {
    Q_OBJECT

public:
    InboundPane(const PaneContext& context, const PostId& post, QWidget* parent = nullptr);

    void signAll();

Q_SIGNALS:
    void echoed(const QString& line);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void join();
    void check();
    void acknowledge();
    void advance(const QList<OrderId>& orders, OrderStage to, const QString& text = {});
    void askText(OrderStage to, const QString& name, const QString& question, const QString& accept);
    [[nodiscard]] QList<OrderId> chosen() const; ///< the rows selected
    [[nodiscard]] QList<OrderId> toSign() const; ///< those, or all where none is
    [[nodiscard]] bool mayAny(const QList<OrderId>& orders, OrderStage to) const;

    PaneContext m_context;
    InboundModel* m_model;
    RowTable* m_table;
    QPushButton* m_sign;
    QPushButton* m_report;
    QPushButton* m_refuse;
    PromptBar* m_prompts;
    Dispatcher* m_dispatcher;
    QSet<OrderId> m_shown;
};

} // namespace tridesk
