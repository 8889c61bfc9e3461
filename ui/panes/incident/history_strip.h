// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/history.h"
#include "ui/panes/common/pane_context.h"

#include <QFrame>
#include <QSet>

class QLabel;
class QPushButton;
class QScrollArea;
class QTimer;
class QVBoxLayout;

namespace tridesk {

/// "Third visit this week · 5 earlier here · 2 of this caller": what was before at the place and of the
/// caller of an incident, each to be looked at. Hidden while there is nothing, and from visitors. That
/// somebody read it is on record once for each incident that is opened or typed.
class HistoryStrip : public QFrame {
    Q_OBJECT

public:
    explicit HistoryStrip(const PaneContext& context, QWidget* parent = nullptr);

    /// What is known of the incident in hand, as this seat may read it; looked for after a pause of the hand.
    void look(const IncidentDetails& details, const IncidentId& self);
    void forget();
    void setOpen(bool open); ///< each earlier incident on a line of its own
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const History& history() const { return m_history; }

Q_SIGNALS:
    void viewAsked(const tridesk::IncidentId& incident);
    void looked(); ///< history() is that of what is in hand

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void ask();
    void show(const HistoryIndex::Hits& hits);
    void refresh();
    void fit();
    void record();
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString words(const Earlier& earlier) const;
    [[nodiscard]] QString subjectOf(LookKind kind) const;
    QPushButton* row(qsizetype number);

    PaneContext m_context;
    IncidentDetails m_details;
    IncidentId m_self;
    bool m_isLooking = false;
    int m_asked = 0; ///< counts the questions: an answer to an earlier one is not for what stands now
    bool m_isOpen = false;
    History m_history;
    QSet<QString> m_recorded; ///< looks of what is in hand
    QLabel* m_title;
    QPushButton* m_open;
    QScrollArea* m_rowArea;
    QVBoxLayout* m_column;
    QList<QPushButton*> m_rows;
    QTimer* m_pause;
};

} // namespace tridesk
