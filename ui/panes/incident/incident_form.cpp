// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/incident_form.h"

#include "app/domain/checks.h"
#include "app/domain/codec.h"
#include "ui/actions/echo.h"
#include "ui/actions/selection.h"
#include "ui/panes/incident/duplicate_strip.h"
#include "ui/panes/incident/history_strip.h"
#include "ui/panes/incident/incident_fields.h"
#include "ui/panes/incident/premise_strip.h"
#include "ui/text/refusals.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr auto pauseBeforeSaving = 700ms; // of the typing hand; a sentence is one amendment rather than ten

/// Whose words these are. A seat of a station or a crew sees what it reported itself wherever it lies.
Source sourceOf(const Actor& actor) {
    return {actor.seat.tier == Tier::Bureau ? u"phone"_s : actor.seat.toString(), {}};
}

/// The incident that an answer brought into being, or null.
IncidentId reportedBy(const QList<Entry>& entries) {
    for (const Entry& entry : entries)
        if (const auto fact = decode(entry.fact))
            if (const auto* reported = std::get_if<IncidentReported>(&*fact))
                return reported->incident;
    return {};
}

bool changesNothing(const AmendIncident& c) {
    return !c.text && !c.type && !c.level && !c.place && !c.callers && !c.hazards;
}

} // namespace

IncidentForm::IncidentForm(const PaneContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_fields(new IncidentFields(context, this))
    , m_duplicates(new DuplicateStrip(context, this))
    , m_premises(new PremiseStrip(context, this))
    , m_history(new HistoryStrip(context, this))
    , m_state(new QLabel(this))
    , m_submit(new QPushButton(this))
    , m_leave(new QPushButton(this))
    , m_pause(new QTimer(this)) {
    setObjectName(u"incidentForm"_s);
    buildButtons();
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseBeforeSaving);
    connect(m_pause, &QTimer::timeout, this, &IncidentForm::save);
    connect(m_fields, &IncidentFields::touched, this, &IncidentForm::touched);
    connect(m_duplicates, &DuplicateStrip::attachAsked, this, &IncidentForm::attach);
    connect(m_duplicates, &DuplicateStrip::viewAsked, &context.selection, &Selection::setIncident);
    connect(m_premises, &PremiseStrip::noteAsked, this, &IncidentForm::noteAsked);
    connect(m_history, &HistoryStrip::viewAsked, &context.selection, &Selection::setIncident);
    connect(m_fields, &IncidentFields::confidentialChosen, this, [this](bool on) {
        if (!m_incident.isNull())
            markConfidential(on);
    });
    connect(m_fields, &IncidentFields::pickOnMapAsked, this, &IncidentForm::pickOnMapAsked);
    connect(&context.desk, &SeatDesk::changed, this, &IncidentForm::followWall);
    begin();
    followWall();
}

void IncidentForm::buildButtons() {
    m_state->setObjectName(u"incidentState"_s);
    m_submit->setObjectName(u"incidentSubmit"_s);
    m_leave->setObjectName(u"incidentLeave"_s);
    m_submit->setProperty("main", true);
    m_submit->setToolTip(tr("Ctrl+Enter"));
    m_state->setProperty("dim", true);
    m_state->setWordWrap(true);
    connect(m_submit, &QPushButton::clicked, this, &IncidentForm::submit);
    connect(m_leave, &QPushButton::clicked, this, [this] {
        if (m_amending)
            Q_EMIT left();
        else
            begin();
    });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_state, 1);
    buttons->addWidget(m_leave);
    buttons->addWidget(m_submit);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(8, 8, 8, 8);
    all->addWidget(m_fields);
    all->addWidget(m_duplicates);
    all->addWidget(m_premises);
    all->addWidget(m_history);
    all->addStretch(1);
    all->addLayout(buttons);
}

void IncidentForm::restart(const IncidentId& incident, const IncidentDetails& details) {
    m_pause->stop();
    ++m_draft;
    m_incident = incident;
    m_by = m_context.desk.actor();
    m_amending = !incident.isNull();
    m_underWay = false;
    m_again = false;
    m_finishing = false;
    m_attachTo = {};
    m_levelRefused.reset();
    m_duplicates->forget();
    m_history->forget();
    m_premises->showPlace({});
    m_fields->fill(details, m_amending);
    const Incident* known = m_context.desk.situation().incidents().find(incident);
    m_fields->setConfidential(known && known->has(IncidentFlag::ConfidentialCaller));
    m_saved = m_fields->typed(details);
    m_fields->clearRefusals();
    showState();
}

void IncidentForm::begin() {
    restart({}, {});
    m_fields->start();
}

void IncidentForm::open(const IncidentId& incident) {
    if (const Incident* known = m_context.desk.situation().incidents().find(incident))
        restart(incident, m_context.desk.shown(*known).details);
}

bool IncidentForm::mayGoOn(const IncidentForm& before) const {
    const SeatDesk& desk = m_context.desk;
    const Incident* known = desk.situation().incidents().find(before.m_incident);
    if (!known || before.m_by == desk.actor())
        return true;
    return desk.sight(*known) == Sight::Whole &&
           (desk.knowsCallers(*known) || before.typed().callers.isEmpty());
}

void IncidentForm::resume(const IncidentForm& before) {
    if (!mayGoOn(before))
        return restart({}, {});
    restart(before.m_incident, before.m_saved);
    m_amending = before.m_amending;
    m_saved = before.m_saved;
    m_fields->resume(*before.m_fields);
    if (isUntouched())
        showState();
    else
        touched(); // and what was waiting for a pause of the hand is saved after one
}

IncidentDetails IncidentForm::typed() const {
    return m_fields->typed(m_saved);
}

bool IncidentForm::isUntouched() const {
    return typed() == m_saved && m_fields->strayType().isEmpty();
}

void IncidentForm::setPlace(GeoPoint at, const QString& address) {
    m_fields->setPlace(at, address);
}

AmendIncident IncidentForm::change(const IncidentDetails& now) const {
    AmendIncident change;
    change.incident = m_incident;
    change.reason = m_fields->reason();
    const auto set = [](auto& field, const auto& value, const auto& saved) {
        if (value != saved)
            field = value;
    };
    set(change.text, now.text, m_saved.text);
    set(change.type, now.type, m_saved.type);
    set(change.place, now.place, m_saved.place);
    set(change.callers, now.callers, m_saved.callers);
    set(change.hazards, now.hazards, m_saved.hazards);
    // a regrade waits for its reason rather than be refused at every pause
    if (change.type || !change.reason.isEmpty() || m_finishing)
        set(change.level, now.level, m_saved.level);
    return change;
}

/// What the caller says is not lost over a level that this user may not give.
void IncidentForm::leaveOutTheLevel(AmendIncident& change) {
    m_levelRefused.reset();
    if (!change.level)
        return;
    const auto may = m_context.desk.may(change);
    if (may || may.error().code != RefusalCode::NotOfRole)
        return;
    m_levelRefused = may.error();
    change.level.reset();
}

/// What is typed stays, out of the visitors' sight.
void IncidentForm::followWall() {
    const bool isOut = m_context.desk.isWall();
    if (isOut != m_fields->isHidden()) {
        m_fields->setVisible(!isOut);
        m_submit->setVisible(!isOut);
        lookForDuplicates();
        lookBack();
        showState();
    }
}

void IncidentForm::touched() {
    showState();
    lookForDuplicates();
    lookBack();
    m_pause->start();
}

/// The pane around a form that amends shows what is known; a new one shows it itself.
void IncidentForm::lookBack() {
    const bool isNew = !m_amending && !m_context.desk.isWall();
    const IncidentDetails now = isNew ? typed() : IncidentDetails();
    m_premises->showPlace(now.place);
    isNew ? m_history->look(now, m_incident) : m_history->forget();
}

void IncidentForm::toggleHistory() {
    m_history->setOpen(!m_history->isOpen());
}

/// An incident that was there before has its own place and callers: only what is new may be another's report.
void IncidentForm::lookForDuplicates() {
    if (m_amending || m_context.desk.isWall())
        m_duplicates->forget();
    else
        m_duplicates->look(typed(), m_incident);
}

void IncidentForm::attachToLikeliest() {
    if (const IncidentId into = m_duplicates->likeliest(); !into.isNull())
        attach(into);
}

/// Of a report that is attached nobody needs to say again what kind of event it is.
void IncidentForm::attach(const IncidentId& into) {
    const Incident* master = m_context.desk.situation().incidents().find(into);
    if (!master)
        return;
    m_fields->settleType();
    if (typed().type.isNull())
        m_fields->setType(master->details.type);
    m_attachTo = into;
    submit();
}

void IncidentForm::submit() {
    m_fields->settleType();
    m_pause->stop();
    m_fields->clearRefusals();
    if (const QString words = m_fields->strayType(); !words.isEmpty()) {
        m_attachTo = {};
        tell({RefusalCode::UnknownType, u"type"_s, words.left(80), {}});
        return;
    }
    // What a machine or an early save may lack, a finished form may not: a journalled setting says what.
    const auto whole = checks::required(m_context.desk.situation().catalogue(), typed());
    if (!whole && m_attachTo.isNull()) {
        tell(whole.error());
        save(); // what is there is kept all the same
        return;
    }
    m_finishing = true;
    save();
}

void IncidentForm::save() {
    if (m_underWay) {
        m_again = true;
        return;
    }
    if (!m_fields->isTypingType())
        m_fields->settleType();
    const IncidentDetails now = typed();
    const bool enough = !now.type.isNull() && (now.place.at || !now.place.address.isEmpty());
    if (!m_incident.isNull())
        amend();
    else if (enough || m_finishing)
        report();
}

/// A caller who must not be known is told once the incident is marked so: nobody reads it in between. A
/// station, which does not know such a caller itself, could not add it afterwards.
void IncidentForm::report() {
    IncidentDetails details = typed();
    if (m_fields->isConfidential() && m_context.desk.actor().seat.tier == Tier::Bureau)
        details.callers.clear();
    submitFor(ReportIncident{.source = sourceOf(m_context.desk.actor()), .details = details}, details);
}

void IncidentForm::markConfidential(bool on) {
    const FlagIncident command{m_incident, IncidentFlag::ConfidentialCaller, on};
    Q_EMIT echoed(echoLine(command, m_context.desk));
    m_context.desk.submit(command).then(this, [this, on, draft = m_draft](const Outcome& outcome) {
        if (draft != m_draft || outcome)
            return;
        m_fields->setConfidential(!on);
        tell(outcome.error());
    });
}

void IncidentForm::amend() {
    IncidentDetails sent = typed();
    AmendIncident wanted = change(sent);
    leaveOutTheLevel(wanted);
    if (!wanted.level)
        sent.level = m_saved.level;
    if (changesNothing(wanted))
        done(QList<Entry>(), sent);
    else
        submitFor(wanted, sent);
}

void IncidentForm::submitFor(const Command& command, const IncidentDetails& sent) {
    m_underWay = true;
    showState();
    Q_EMIT echoed(echoLine(command, m_context.desk));
    m_context.desk.submit(command).then(this, [this, sent, draft = m_draft](const Outcome& outcome) {
        if (draft == m_draft)
            done(outcome, sent);
    });
}

void IncidentForm::done(const Outcome& outcome, const IncidentDetails& sent) {
    m_underWay = false;
    if (!outcome) {
        m_finishing = false;
        m_attachTo = {};
        m_again = false;
        showState();
        tell(outcome.error());
        return;
    }
    m_saved = sent;
    if (sent.level == typed().level)
        m_fields->clearReason();
    m_fields->clearRefusals();
    if (m_incident.isNull()) {
        m_incident = reportedBy(*outcome);
        if (m_fields->isConfidential()) {
            markConfidential(true);
            m_again = m_again || !isUntouched(); // who called follows
        }
        lookForDuplicates(); // itself is none
        lookBack();
        Q_EMIT reported(m_incident);
    }
    if (std::exchange(m_again, false) || (m_finishing && !m_levelRefused && !isUntouched())) {
        save();
        return;
    }
    showState();
    if (const auto refused = std::exchange(m_levelRefused, std::nullopt); refused && m_attachTo.isNull()) {
        m_finishing = false;
        tell(*refused);
        return;
    }
    if (!std::exchange(m_finishing, false))
        return;
    m_duplicates->forget();
    if (m_attachTo.isNull())
        Q_EMIT finished(m_incident);
    else
        merge();
}

void IncidentForm::merge() {
    const MergeIncident command{.incident = m_incident, .into = std::exchange(m_attachTo, IncidentId())};
    m_underWay = true;
    showState();
    Q_EMIT echoed(echoLine(command, m_context.desk));
    m_context.desk.submit(command).then(this,
                                        [this, into = command.into, draft = m_draft](const Outcome& outcome) {
                                            if (draft != m_draft)
                                                return;
                                            m_underWay = false;
                                            showState();
                                            if (!outcome)
                                                return tell(outcome.error());
                                            Q_EMIT finished(into);
                                        });
}

void IncidentForm::tell(const Refusal& refusal) {
    if (!m_fields->tell(refusal))
        m_state->setText(refusalText(refusal, m_context.desk.situation()));
}

void IncidentForm::showState() {
    if (m_context.desk.isWall()) {
        m_leave->hide();
        m_state->setText(tr("Visitors can see this screen: no form stands on it"));
        return;
    }
    const bool isNew = m_incident.isNull();
    const IncidentDetails now = typed();
    m_fields->showReason(!isNew && now.level != m_saved.level && now.type == m_saved.type);
    m_submit->setText(isNew ? tr("Report") : tr("Save"));
    m_leave->setText(m_amending ? tr("Leave") : tr("Clear for another"));
    m_leave->setVisible(!isNew || !isUntouched());
    const Incident* known = m_context.desk.situation().incidents().find(m_incident);
    const QString number = known ? incidentNumberText(known->number) : QString();
    if (m_underWay)
        m_state->setText(tr("Saving…"));
    else if (isNew)
        m_state->setText(tr("Saved as soon as type and place are known"));
    else
        m_state->setText(isUntouched() ? tr("%1 saved").arg(number) : tr("%1, typing").arg(number));
}

void IncidentForm::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        submit();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace tridesk
