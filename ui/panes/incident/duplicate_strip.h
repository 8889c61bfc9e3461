// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/duplicates.h"
#include "ui/panes/common/pane_context.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace tridesk {

/// "3 calls, 80 m, 4 min ago: 0123 Accident …": open incidents that may be what is being typed, each to be
/// looked at or attached to. Looks anew when the hand pauses and when others report; hidden while there is
/// none.
class DuplicateStrip : public QFrame {
    Q_OBJECT

public:
    explicit DuplicateStrip(const PaneContext& context, QWidget* parent = nullptr);

    /// What is typed now, of the incident `self` where it is saved already; looked for after a pause.
    void look(const IncidentDetails& typed, const IncidentId& self);
    void forget(); ///< nothing is typed any more
    /// The likeliest; null: there is none.
    [[nodiscard]] IncidentId likeliest() const;

Q_SIGNALS:
    void attachAsked(const tridesk::IncidentId& into);
    void viewAsked(const tridesk::IncidentId& incident);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row {
        QWidget* whole;
        QPushButton* view;
        QPushButton* attach;
    };

    void addRow(qsizetype number);
    void refresh();
    void fit();
    [[nodiscard]] QString words(const Likeness& likeness) const;

    PaneContext m_context;
    IncidentDetails m_typed;
    IncidentId m_self;
    bool m_isTyping = false;
    QList<Likeness> m_found;
    QLabel* m_title;
    QList<Row> m_rows;
    QTimer* m_pause;
};

} // namespace tridesk
