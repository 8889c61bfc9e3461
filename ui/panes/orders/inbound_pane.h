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
class NarrowChip;
class NoticesStrip;
class PromptBar;
class RowTable;

/// A duty room's orders: what the bureau has sent, to be signed, handed on to units and reported back; over
/// them what was ordered past it, until it has taken note. That
/// they came and were on the screen is told by itself. Narrowed to the incident in hand it leaves out the
/// orders that are signed and in time.
class InboundPane : public QWidget {
    Q_OBJECT

public:
    InboundPane(const PaneContext& context, const PostId& post, QWidget* parent = nullptr);

    void signAll();

Q_SIGNALS:
    void echoed(const QString& line);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void join();
    void narrow();
    void check();
    void acknowledge();
    void advance(const QList<OrderId>& orders, OrderStage to, const QString& text = {});
    void askText(OrderStage to, const QString& name, const QString& question, const QString& accept);
    [[nodiscard]] QList<OrderId> chosen() const; ///< the rows selected
    [[nodiscard]] QList<OrderId> toSign() const; ///< those, or all where none is
    [[nodiscard]] bool mayAny(const QList<OrderId>& orders, OrderStage to) const;

    PaneContext m_context;
    InboundModel* m_model;
    NoticesStrip* m_notices;
    RowTable* m_table;
    NarrowChip* m_chip;
    QPushButton* m_sign;
    QPushButton* m_report;
    QPushButton* m_refuse;
    PromptBar* m_prompts;
    Dispatcher* m_dispatcher;
    QSet<OrderId> m_shown;
};

} // namespace tridesk
