// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/map_marks.h"

#include <QFrame>
#include <QHash>

class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItem;
class QStandardItemModel;

namespace tridesk {

/// The list of places that the desk has named, over the map: to be narrowed, gone to, renamed, forgotten.
/// Holds no rule: what may be done with the row that is current is told by its owner.
///
/// objectNames: namesPanel; names.filter, names.list, names.go, names.rename, names.forget, names.add,
/// names.close, names.none.
class NamesPanel : public QFrame {
    Q_OBJECT

public:
    explicit NamesPanel(QWidget* parent = nullptr);

    /// Adds the row or changes it; no other row is touched.
    void put(const NamedPlace& place, const QString& by);
    void take(const NamedPlaceId& id);
    [[nodiscard]] NamedPlaceId current() const; ///< null: no row is
    void allow(bool mayRename, bool mayForget); ///< of the current row
    void focusFilter();

Q_SIGNALS:
    void currentChanged();
    void goAsked();
    void renameAsked();
    void forgetAsked();
    void addAsked();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLayout* buildHead();
    void buildList();
    QLayout* buildButtons();
    void showWhatStands();

    QStandardItemModel* m_names;
    QSortFilterProxyModel* m_shown;
    QHash<NamedPlaceId, QStandardItem*> m_rows;
    QLineEdit* m_filter;
    QListView* m_list;
    QLabel* m_none;
    QPushButton* m_go;
    QPushButton* m_rename;
    QPushButton* m_forget;
};

} // namespace tridesk
