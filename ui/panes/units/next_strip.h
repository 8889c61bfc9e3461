// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/stack_rules.h"
#include "ui/panes/common/pane_context.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace tridesk {

/// Says which unit came free and what waits for it, one at a time. One key sends it; nothing is sent by
/// itself. Takes no room while nothing waits.
class NextStrip : public QFrame {
    Q_OBJECT

public:
    explicit NextStrip(const PaneContext& context, QWidget* parent = nullptr);

    /// Sends what is proposed; nothing where nothing is.
    void send();
    [[nodiscard]] bool isOffering() const { return !m_offered.isEmpty(); }

Q_SIGNALS:
    void sendAsked(const tridesk::IncidentId& incident, const tridesk::UnitId& unit);
    void takeUpAsked(const tridesk::IncidentId& incident);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void dress();
    void retranslate();
    [[nodiscard]] bool isOurs(const stack_rules::Proposal& proposal) const;

    PaneContext m_context;
    QList<stack_rules::Proposal> m_offered; ///< to this seat
    QLabel* m_text;
    QPushButton* m_send;
    QPushButton* m_takeUp;
    QTimer* m_soon; ///< gathers the changes of a turn
};

} // namespace tridesk
