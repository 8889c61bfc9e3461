// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;
class QMenu;
class QTabBar;

namespace tridesk {

class Dispatcher;
class PromptBar;
class RecallStrip;
class RowTable;
class UnitFilter;
class UnitModel;

/// The status board. With an incident in hand its units stand first and the others by distance. Takes an
/// incident dropped on a unit's row; units are dragged out, several at once.
class UnitPane : public QWidget {
    Q_OBJECT

public:
    explicit UnitPane(const PaneContext& context, QWidget* parent = nullptr);

    void setPost(const PostId& post); ///< null: all
    void focusSearch();
    [[nodiscard]] QList<UnitId> selected() const;

Q_SIGNALS:
    /// A row key or Return on the selected rows.
    void rowKey(const QList<tridesk::UnitId>& units, Qt::Key key);
    void messageAsked(const QList<tridesk::UnitId>& units);
    void echoed(const QString& line);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildFilters();
    void buildKinds();
    void buildTable();
    void joinDrops();
    void joinSelection();
    void retranslate();
    void fillPosts();
    void countTabs();
    void tick();
    void openMenu(const QPoint& at);
    void addStatusActions(QMenu& menu, const QList<UnitId>& units);
    void addSafetyActions(QMenu& menu, const QList<UnitId>& units);
    void addDutyActions(QMenu& menu, const QList<UnitId>& units);
    void addSendAction(QMenu& menu, const QList<UnitId>& units);
    void askCrew(const UnitId& unit);
    /// Adds an action that submits a command for each unit; grey, with the reason, where none of them may.
    void addCommand(QMenu& menu, const QString& text, const QList<UnitId>& units,
                    const std::function<Command(const UnitId&)>& command);

    PaneContext m_context;
    UnitModel* m_model;
    UnitFilter* m_filter;
    QTabBar* m_groups;
    QComboBox* m_kinds;
    QComboBox* m_posts;
    QLineEdit* m_search;
    RowTable* m_table;
    PromptBar* m_prompts;
    Dispatcher* m_dispatcher;
    RecallStrip* m_recall;
    int m_seconds = 0;
};

} // namespace tridesk
