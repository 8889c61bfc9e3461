// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/redaction.h"
#include "app/domain/commands.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tridesk {

class AdvicePanel;
class Dispatcher;
class HistoryStrip;
class IncidentForm;
class IncidentHeader;
class IncidentVeil;
class JournalModel;
class OrderActions;
class OrderModel;
class PlanPanel;
class PremiseStrip;
class PromptBar;
class RecallStrip;
struct Changes;

/// The incident in hand: what is known of it, its orders hop by hop, its journal; notes, amendments, the
/// orders' steps on a crew's behalf, closing. Refusals stand in the pane; what was typed stays.
class IncidentPane : public QWidget {
    Q_OBJECT

public:
    explicit IncidentPane(const PaneContext& context, QWidget* parent = nullptr);

    /// Row keys of the lists, for the incident in hand: N, E, X.
    void focusNote();
    void edit();
    void focusClosing();
    /// What of its orders is late; where nothing is, the chosen one.
    void chase();
    void letLead();        ///< the unit of the chosen order
    void assignProposed(); ///< the primary and the backups that the recommendation names
    void toggleHistory();  ///< what was before at the place and of the caller: a line, or all of it
    void togglePlan();     ///< the next steps, or all
    /// Goes on with the amendment that another pane has begun, of the same incident.
    void resume(const IncidentPane& before);
    [[nodiscard]] bool isSaving() const;
    /// What was picked on the map for the amendment that asked.
    void setPlace(GeoPoint at, const QString& address);

Q_SIGNALS:
    void pickOnMapAsked();
    void noteAsked(const tridesk::PremiseNoteId& note); ///< a note on the place is to be read whole
    void echoed(const QString& line);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildOrders();
    void fitOrders();
    void fitChain();
    void buildJournal();
    void buildActions();
    void buildKnown();
    void lay();
    void showIncident(const IncidentId& incident);
    [[nodiscard]] Sight sight() const; ///< of the incident in hand
    [[nodiscard]] bool isInSight() const;
    void showParts();
    void take(const Changes& changes);
    void refresh();
    void fillDispositions();
    void retranslate();
    void noteShown(const QList<qint64>& seqs);
    void addNote();
    void close();
    void closeAs(const CloseIncident& command);
    void tick();
    void showForm();
    void stopEditing();
    /// Submits; a refusal is told by the prompts, success clears `input`.
    void submit(const Command& command, QLineEdit* input);

    PaneContext m_context;
    IncidentId m_incident;
    bool m_isRead = false; ///< all of it stands here
    OrderModel* m_orders;
    JournalModel* m_journal;
    PromptBar* m_prompts;
    Dispatcher* m_dispatcher;
    RecallStrip* m_recall;
    QStackedWidget* m_pages;
    QLabel* m_nothing;
    IncidentVeil* m_veil;
    QWidget* m_page;
    IncidentHeader* m_header;
    IncidentForm* m_form;
    QPushButton* m_edit;
    PremiseStrip* m_premises;
    HistoryStrip* m_history;
    PlanPanel* m_plan;
    AdvicePanel* m_advice = nullptr; ///< null where nobody advises
    QTableView* m_orderTable;
    int m_firstWidth = 0;     ///< that of whom they go to, at least
    QList<int> m_chainWidths; ///< of the columns of the orders, where all are shown
    OrderActions* m_orderActions;
    QTableView* m_journalTable;
    QLineEdit* m_note;
    QPushButton* m_addNote;
    QComboBox* m_disposition;
    QLineEdit* m_closing;
    QPushButton* m_close;
};

} // namespace tridesk
