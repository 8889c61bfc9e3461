// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/checklist.h"
#include "app/domain/commands.h"
#include "ui/panes/common/pane_context.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tridesk {

/// The plan of an incident as a list to be ticked: what is to be done next on one line each, with the time
/// that is left; late steps in the overdue style. Hidden where the incident has no plan.
class PlanPanel : public QFrame {
    Q_OBJECT

public:
    explicit PlanPanel(const PaneContext& context, QWidget* parent = nullptr);

    void showIncident(const IncidentId& incident); ///< null: none
    void tick();                                   ///< a second has gone by
    void setOpen(bool open);                       ///< all steps, the ticked ones too
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

Q_SIGNALS:
    void asked(const tridesk::Command& command);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void dress(QCheckBox* box, const PlanStep& step);
    [[nodiscard]] const Checklist* list() const;
    [[nodiscard]] QString words(const PlanStep& step) const;
    QCheckBox* row(qsizetype number);

    PaneContext m_context;
    IncidentId m_incident;
    bool m_isOpen = false;
    QList<PlanStep> m_shown;
    QLabel* m_title;
    QPushButton* m_open;
    QScrollArea* m_area;
    QVBoxLayout* m_column;
    QList<QCheckBox*> m_rows;
};

} // namespace tridesk
