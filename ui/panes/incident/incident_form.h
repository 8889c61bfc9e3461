// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace tridesk {

class DuplicateStrip;
class HistoryStrip;
class IncidentFields;
class PremiseStrip;

/// What is known of an incident, being typed. With a type and a place a new one is reported at once, and
/// others see it while its caller still talks; what is typed from then on follows as amendments, a field at a
/// time. While a new one is typed, what may be another report of the same is shown, and it can be attached to
/// that in one touch, its caller kept. The same form amends an incident that is there. What the desk refuses
/// is told beside the field, and stays as it was typed. On a wall nothing of it is in sight.
class IncidentForm : public QWidget {
    Q_OBJECT

public:
    /// Without a search in the context the place is free text and what is picked on the map.
    explicit IncidentForm(const PaneContext& context, QWidget* parent = nullptr);

    /// Clears everything for a new incident.
    void begin();
    /// Goes on with an incident that is there.
    void open(const IncidentId& incident);
    /// Goes on where another form left off, which is not saving just now. Begins anew where another user
    /// typed there and what was typed is of an incident or a caller that this one may not read.
    void resume(const IncidentForm& before);
    [[nodiscard]] bool isSaving() const { return m_underWay; }
    /// Null until the incident is reported.
    [[nodiscard]] const IncidentId& incident() const { return m_incident; }
    [[nodiscard]] bool isUntouched() const; ///< nothing typed that is not saved

    /// What was picked on the map; an empty address keeps what was typed.
    void setPlace(GeoPoint at, const QString& address);
    /// Reports or amends now what stands in the fields; finished() follows when all of it is durable.
    void submit();
    void toggleHistory(); ///< what was before at the place and of the caller: a line, or all of it
    /// Saves what stands in the fields and attaches it to the likeliest of what is shown as reported already;
    /// finished() tells of that one.
    void attachToLikeliest();

    [[nodiscard]] QSize sizeHint() const override { return {460, 480}; }

Q_SIGNALS:
    void pickOnMapAsked();
    void noteAsked(const tridesk::PremiseNoteId& note); ///< a note on the place is to be read whole
    void reported(const tridesk::IncidentId& incident);
    /// All is saved and the user is done with it.
    void finished(const tridesk::IncidentId& incident);
    /// The user leaves it; what was typed is kept.
    void left();
    /// The line that would have saved it.
    void echoed(const QString& line);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildButtons();
    void restart(const IncidentId& incident, const IncidentDetails& details);
    [[nodiscard]] IncidentDetails typed() const;
    [[nodiscard]] AmendIncident change(const IncidentDetails& now) const;
    void leaveOutTheLevel(AmendIncident& change);
    [[nodiscard]] bool mayGoOn(const IncidentForm& before) const;
    void followWall();
    void touched();
    void save();
    void attach(const IncidentId& into);
    void merge();
    void lookForDuplicates();
    void lookBack();
    void report();
    void markConfidential(bool on);
    void amend();
    void submitFor(const Command& command, const IncidentDetails& sent);
    void done(const Outcome& outcome, const IncidentDetails& sent);
    void tell(const Refusal& refusal);
    void showState();

    PaneContext m_context;
    IncidentId m_incident;
    Actor m_by;                            ///< who types here
    IncidentDetails m_saved;               ///< as the desk last took it from here
    bool m_amending = false;               ///< an incident that was there before
    bool m_underWay = false;               ///< a command is on its way
    bool m_again = false;                  ///< something changed while a command was on its way
    bool m_finishing = false;              ///< the user has asked for all of it to be saved
    IncidentId m_attachTo;                 ///< once all is saved
    std::optional<Refusal> m_levelRefused; ///< why the level that stands here is not sent with the rest
    int m_draft = 0; ///< counts what was begun: an answer to an earlier one is not for this

    IncidentFields* m_fields;
    DuplicateStrip* m_duplicates;
    PremiseStrip* m_premises;
    HistoryStrip* m_history;
    QLabel* m_state;
    QPushButton* m_submit;
    QPushButton* m_leave;
    QTimer* m_pause;
};

} // namespace tridesk
