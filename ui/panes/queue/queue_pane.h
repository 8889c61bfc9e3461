// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QBoxLayout;
class QTabBar;
class QToolButton;

namespace tridesk {

class Dispatcher;
class GroupedRows;
class IncidentMenu;
class PostPicker;
class PromptBar;
class QueueFilter;
class QueueModel;
class RecallStrip;
class RowTable;
struct QueueArrangement;

/// The queue of incidents: pending and active, those recently closed, narrowed by station or dispatch group
/// and by words, sorted and under headings as the user likes it. Takes units dropped on a row; follows and
/// sets the window's selection.
class QueuePane : public QWidget {
    Q_OBJECT

public:
    explicit QueuePane(const PaneContext& context, QWidget* parent = nullptr);
    ~QueuePane() override;

    void setStation(const PostId& station); ///< null: all
    void focusSearch();
    /// Opens the menu that sorts and groups.
    void openArrangement();
    void arrange(const QueueArrangement& arrangement);
    /// Asks for how long and parks it.
    void askHold(const IncidentId& incident);
    /// The incidents selected, topmost first.
    [[nodiscard]] QList<IncidentId> selected() const;

Q_SIGNALS:
    /// A row key (D, V, E, N, X, U, P, H) or Return (as V) on the selected rows.
    void rowKey(const QList<tridesk::IncidentId>& incidents, Qt::Key key);
    /// To those who are assigned to it.
    /// To speak to all who work on an incident.
    void roomAsked(const tridesk::IncidentId& incident);
    void messageAsked(const tridesk::IncidentId& incident);
    /// The command line that a gesture stands for.
    void echoed(const QString& line);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildFilters();
    void buildTable();
    void fitColumns();
    void joinDrops();
    void joinSelection();
    void openMenu(const QPoint& at);
    void joinArrangement();
    void showArrangement();
    [[nodiscard]] QString arrangementKey() const;
    [[nodiscard]] QString heading(const QString& group, int rows) const;
    void countTabs();
    void foldFilters();
    void tick();
    void select(const IncidentId& incident);

    PaneContext m_context;
    QueueModel* m_model;
    QueueFilter* m_filter;
    GroupedRows* m_rows;
    QBoxLayout* m_filters = nullptr;
    QTabBar* m_groups;
    QWidget* m_controls;
    QLineEdit* m_search;
    QToolButton* m_arrange;
    PostPicker* m_stations;
    RowTable* m_table;
    PromptBar* m_prompts;
    Dispatcher* m_dispatcher;
    RecallStrip* m_recall;
    std::unique_ptr<IncidentMenu> m_menu;
};

} // namespace tridesk
