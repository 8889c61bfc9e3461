// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLineEdit;
class QTabBar;

namespace tridesk {

class Dispatcher;
class NarrowChip;
class NarrowedUnits;
class NextStrip;
class PostPicker;
class PromptBar;
class RecallStrip;
class RowTable;
class UnitFilter;
class UnitMenu;
class UnitModel;

/// The status board. With an incident in hand its units stand first and the others by distance. Takes an
/// incident dropped on a unit's row; units are dragged out, several at once.
class UnitPane : public QWidget {
    Q_OBJECT

public:
    explicit UnitPane(const PaneContext& context, QWidget* parent = nullptr);
    ~UnitPane() override;

    void setPost(const PostId& post); ///< null: all
    void focusSearch();
    [[nodiscard]] QList<UnitId> selected() const;
    void sendNext();    ///< the unit that came free to what waits for it
    void resetChecks(); ///< the safety checks of those who work on the incident in hand

Q_SIGNALS:
    /// A row key or Return on the selected rows; L is the pane's own: it logs a crew on, or changes it.
    void rowKey(const QList<tridesk::UnitId>& units, Qt::Key key);
    void messageAsked(const QList<tridesk::UnitId>& units);
    void picturesAsked(const QList<tridesk::UnitId>& units);
    void echoed(const QString& line);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildFilters();
    void buildKinds();
    void buildTable();
    void joinDrops();
    void joinSelection();
    void joinNarrowing();
    void narrow();
    void showChosen();
    void retranslate();
    void countTabs();
    void showColumns();
    void tick();
    void openMenu(const QPoint& at);

    PaneContext m_context;
    UnitModel* m_model;
    UnitFilter* m_filter;
    QTabBar* m_groups;
    NarrowedUnits* m_narrowed;
    NarrowChip* m_chip;
    QComboBox* m_kinds;
    PostPicker* m_posts;
    QLineEdit* m_search;
    RowTable* m_table;
    PromptBar* m_prompts;
    Dispatcher* m_dispatcher;
    RecallStrip* m_recall;
    NextStrip* m_next;
    std::unique_ptr<UnitMenu> m_menu;
    bool m_isNarrowing = false;
    int m_seconds = 0;
    bool m_isTight = false; ///< a safety check runs, and there is little room
};

} // namespace tridesk
