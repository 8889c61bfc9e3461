// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/desk_load.h"
#include "ui/panes/common/pane_context.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTableWidget;
class QTimer;

namespace tridesk {

/// What each desk and station has in hand now, and which desk answers for which stations; a supervisor moves
/// stations to a free desk here (product.md, capability 97). Stands beside the work.
class DeskLoadSheet : public QDialog {
    Q_OBJECT

public:
    explicit DeskLoadSheet(const PaneContext& context, QWidget* parent = nullptr);

Q_SIGNALS:
    void echoed(const QString& line);

private:
    void build();
    void buildLoads();
    void buildMove();
    void refresh();
    void showLoads(const QList<DeskLoad>& loads);
    void showStations();
    void fillDesks();
    void fillGroups();
    void tickGroup();
    void judge();
    void move();
    [[nodiscard]] QList<PostId> ticked() const;
    [[nodiscard]] QString deskName(const QString& seat) const;

    PaneContext m_context;
    QLabel* m_sum;
    QTableWidget* m_loads;
    QListWidget* m_stations;
    QComboBox* m_group;
    QComboBox* m_desk;
    QLineEdit* m_name;
    QPushButton* m_move;
    QLabel* m_refusal;
    QTimer* m_pause;
};

} // namespace tridesk
