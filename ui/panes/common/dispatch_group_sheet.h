// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"

#include <QDialog>
#include <QSet>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace tridesk {

/// Makes, changes and removes dispatch groups: a name, and the stations that belong to it. Stands beside the
/// work; goes when it is closed.
class DispatchGroupSheet : public QDialog {
    Q_OBJECT

public:
    explicit DispatchGroupSheet(const PaneContext& context, QWidget* parent = nullptr);

Q_SIGNALS:
    void saved(const QString& name);

private:
    void build();
    void fillNames();
    void fillStations();
    void tick(const QString& name);
    [[nodiscard]] QSet<PostId> ticked() const;
    void judge();
    void save();
    void remove();

    PaneContext m_context;
    QComboBox* m_name;
    QListWidget* m_stations;
    QLabel* m_refusal;
    QPushButton* m_save = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace tridesk
