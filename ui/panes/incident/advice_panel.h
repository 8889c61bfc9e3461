// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/recommend.h"
#include "ui/panes/common/pane_context.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tridesk {

class AdviceModel;
class Dispatcher;
class RowTable;

/// Who should go to the incident in hand: ranked, with time, reasons and what it costs in coverage; what is
/// missing; which stations have no car near. All that are proposed are sent by one button, single rows by key
/// or drag. What stands here goes on record with the order that follows.
class AdvicePanel : public QFrame {
    Q_OBJECT

public:
    /// The context's advisor must be there; all outlive it.
    AdvicePanel(const PaneContext& context, Dispatcher& dispatcher, QWidget* parent = nullptr);

    void showIncident(const IncidentId& incident); ///< null, or closed: nothing is proposed
    void assignProposed();
    void retranslate();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void refresh();
    void fit();
    void tell(const Recommendation* answer);
    void note();
    void assign(const QList<UnitId>& units);

    PaneContext m_context;
    Dispatcher& m_dispatcher;
    IncidentId m_incident;
    QList<UnitId> m_proposed;
    AdviceModel* m_model;
    QLabel* m_title;
    QPushButton* m_assign;
    RowTable* m_table;
    QLabel* m_shortfall;
    QLabel* m_uncovered;
};

} // namespace tridesk
