// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace tridesk {

class AlarmBoard;
class AlarmModel;
struct Alarm;

/// The alarms of the seat, each until somebody took notice: acknowledged one by one or all that are over, or
/// shelved for a while with a reason (product.md, "Alarm budget"). An emergency can only be acknowledged.
class AlarmPane : public QWidget {
    Q_OBJECT

public:
    /// `board` outlives it.
    AlarmPane(const PaneContext& context, AlarmBoard& board, QWidget* parent = nullptr);

    void focusList();

Q_SIGNALS:
    void incidentAsked(const tridesk::IncidentId& incident);
    void unitAsked(const tridesk::UnitId& unit);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void retranslate();
    void judge();
    void acknowledge();
    void acknowledgeOver();
    void shelve();
    void view();
    void submit(const Command& command);
    [[nodiscard]] QList<Alarm> chosen() const;

    PaneContext m_context;
    AlarmBoard& m_board;
    AlarmModel* m_model;
    QTableView* m_table;
    QLabel* m_nothing;
    QPushButton* m_acknowledge;
    QPushButton* m_over;
    QComboBox* m_length;
    QLineEdit* m_reason;
    QPushButton* m_shelve;
    QLabel* m_refusal;
};

} // namespace tridesk
