// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/incident.h"
#include "ui/panes/common/pane_context.h"

#include <QFrame>

class QPushButton;
class QVBoxLayout;

namespace tridesk {

/// The notes that stand on a place, danger first, a line each: read before anybody is sent. Hidden where
/// there is none, and from visitors.
class PremiseStrip : public QFrame {
    Q_OBJECT

public:
    explicit PremiseStrip(const PaneContext& context, QWidget* parent = nullptr);

    void showPlace(const Place& place);

Q_SIGNALS:
    void noteAsked(const tridesk::PremiseNoteId& note); ///< to be read whole, changed or withdrawn

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void fit();
    QPushButton* row(qsizetype number);

    PaneContext m_context;
    Place m_place;
    QList<PremiseNoteId> m_notes;
    QVBoxLayout* m_column;
    QList<QPushButton*> m_rows;
};

} // namespace tridesk
