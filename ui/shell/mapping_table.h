// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/layers/mapping.h"

#include <QTableWidget>

class QComboBox;

namespace tridesk {

/// What each column of a list says: its header, the field that it is taken for, to be put right, and what
/// stands in the first rows.
class MappingTable : public QTableWidget {
    Q_OBJECT

public:
    explicit MappingTable(QWidget* parent = nullptr);

    void show(const maps::Layer& layer);
    void setColumns(const QMap<maps::LayerField, int>& columns);
    [[nodiscard]] const QMap<maps::LayerField, int>& columns() const { return m_columns; }

Q_SIGNALS:
    void edited(); ///< by the user

private:
    void choose(int column, int index);
    [[nodiscard]] QComboBox* makeChoice(const QString& header, int column);

    QMap<maps::LayerField, int> m_columns;
    QList<QComboBox*> m_choices; ///< one for each column of the file
};

} // namespace tridesk
