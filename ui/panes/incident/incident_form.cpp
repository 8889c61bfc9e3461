// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/incident_form.h"

#include "app/domain/codec.h"
#include "ui/actions/selection.h"
#include "ui/panes/incident/picker_edit.h"
#include "ui/panes/incident/type_search.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/theme/look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr auto pauseBeforeSaving = 700ms; // of the typing hand; a sentence is one amendment rather than ten
constexpr auto pauseBeforeSearching = 120ms;
constexpr int typesOffered = 40;

void markWrong(QWidget* field, bool wrong) {
    if (field->property("wrong").toBool() == wrong)
        return;
    field->setProperty("wrong", wrong);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

/// Whose words these are. A seat of a station or a crew sees what it reported itself wherever it lies.
Source sourceOf(const Actor& actor) {
    return {actor.seat.tier == Tier::Bureau ? u"phone"_s : actor.seat.toString(), {}};
}

template <class Field>
Field* named(Field* field, const QString& objectName) {
    field->setObjectName(objectName);
    return field;
}

} // namespace

IncidentForm::IncidentForm(const PaneContext& context, PlaceSearch search, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_search(std::move(search))
    , m_typeEdit(named(new PickerEdit(this), u"incidentType"_s))
    , m_level(named(new QComboBox(this), u"incidentLevel"_s))
    , m_reason(named(new QLineEdit(this), u"incidentReason"_s))
    , m_place(named(new PickerEdit(this), u"incidentPlace"_s))
    , m_pick(named(new QPushButton(tr("Pick on map"), this), u"incidentPick"_s))
    , m_located(named(new QLabel(this), u"incidentLocated"_s))
    , m_text(named(new QPlainTextEdit(this), u"incidentText"_s))
    , m_callerName(named(new QLineEdit(this), u"callerName"_s))
    , m_callerPhone(named(new QLineEdit(this), u"callerPhone"_s))
    , m_weapon(named(new QCheckBox(tr("Weapon"), this), u"hazardWeapon"_s))
    , m_injured(named(new QCheckBox(tr("Injured"), this), u"hazardInjured"_s))
    , m_trapped(named(new QCheckBox(tr("Trapped"), this), u"hazardTrapped"_s))
    , m_hazmat(named(new QCheckBox(tr("Hazardous material"), this), u"hazardHazmat"_s))
    , m_state(named(new QLabel(this), u"incidentState"_s))
    , m_submit(named(new QPushButton(this), u"incidentSubmit"_s))
    , m_new(named(new QPushButton(this), u"incidentClear"_s))
    , m_pause(new QTimer(this))
    , m_searchPause(new QTimer(this)) {
    setObjectName(u"incidentForm"_s);
    buildFields();
    buildButtons();
    layFields();
    begin();
}

void IncidentForm::buildFields() {
    m_typeEdit->setPlaceholderText(tr("Code, name, or its beginning"));
    m_typeEdit->setAccessibleName(tr("Type"));
    m_place->setPlaceholderText(tr("Address, crossing, or name"));
    m_place->setAccessibleName(tr("Place"));
    m_reason->setPlaceholderText(tr("Why the level changes"));
    m_reason->setAccessibleName(tr("Reason of the level"));
    m_text->setPlaceholderText(tr("What the caller says"));
    m_text->setAccessibleName(tr("What the caller says"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * 4);
    m_text->setMaximumHeight(fontMetrics().lineSpacing() * 10);
    m_callerName->setPlaceholderText(tr("Name"));
    m_callerName->setAccessibleName(tr("Caller's name"));
    m_callerPhone->setPlaceholderText(tr("Telephone"));
    m_callerPhone->setAccessibleName(tr("Caller's telephone"));
    m_level->setAccessibleName(tr("Level"));
    for (const Level level : {Level::Critical, Level::Urgent, Level::Routine, Level::NonPolice})
        m_level->addItem(m_context.look.theme().level(level).glyph + u' ' + text::name(level), int(level));

    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseBeforeSaving);
    connect(m_pause, &QTimer::timeout, this, &IncidentForm::save);
    m_searchPause->setSingleShot(true);
    m_searchPause->setInterval(pauseBeforeSearching);
    connect(m_searchPause, &QTimer::timeout, this, &IncidentForm::offerPlaces);

    connect(m_typeEdit, &PickerEdit::textEdited, this, &IncidentForm::offerTypes);
    connect(m_typeEdit, &PickerEdit::chosen, this, [this](const QVariant& code) {
        takeType(TypeCode::parse(code.toString()).value_or(TypeCode()));
    });
    connect(m_typeEdit, &PickerEdit::editingFinished, this, &IncidentForm::settleType);
    connect(m_level, &QComboBox::activated, this, [this] {
        m_levelChosen = true;
        touched();
    });
    connect(m_place, &PickerEdit::textEdited, this, [this] {
        if (!m_place->text().contains(m_pinned)) // other words are another place; more of them are not
            m_at.reset();
        m_searchPause->start();
        touched();
    });
    connect(m_place, &PickerEdit::chosen, this, [this](const QVariant& at, const QString& address) {
        const QPointF point = at.toPointF();
        if (const auto place = GeoPoint::from(point.y(), point.x()))
            setPlace(*place, address);
    });
    connect(m_pick, &QPushButton::clicked, this, &IncidentForm::pickOnMapAsked);
    connect(m_text, &QPlainTextEdit::textChanged, this, &IncidentForm::touched);
    for (QLineEdit* line : {m_callerName, m_callerPhone, m_reason})
        connect(line, &QLineEdit::textEdited, this, &IncidentForm::touched);
    for (QCheckBox* box : {m_weapon, m_injured, m_trapped, m_hazmat})
        connect(box, &QCheckBox::clicked, this, &IncidentForm::touched);
}

void IncidentForm::buildButtons() {
    m_submit->setProperty("main", true);
    m_submit->setToolTip(tr("Ctrl+Enter"));
    m_state->setProperty("dim", true);
    m_state->setWordWrap(true);
    connect(m_submit, &QPushButton::clicked, this, &IncidentForm::submit);
    connect(m_new, &QPushButton::clicked, this, [this] {
        if (m_amending)
            Q_EMIT left();
        else
            begin();
    });
}

void IncidentForm::addRow(QFormLayout& form, const QString& label, QWidget* field,
                          const QString& refusalField) {
    auto* refusal = named(new QLabel(this), u"refusal."_s + refusalField);
    refusal->setProperty("refusal", true);
    refusal->setWordWrap(true);
    refusal->hide();
    auto* cell = new QVBoxLayout;
    cell->setSpacing(2);
    cell->addWidget(field);
    cell->addWidget(refusal);
    auto* name = new QLabel(label, this);
    name->setBuddy(field);
    form.addRow(name, cell);
    m_refusals.insert(refusalField, {field, refusal});
}

void IncidentForm::layFields() {
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    addRow(*form, tr("&Type"), m_typeEdit, u"type"_s);
    auto* place = new QWidget(this);
    auto* placeRow = new QHBoxLayout(place);
    placeRow->setContentsMargins(0, 0, 0, 0);
    placeRow->addWidget(m_place, 1);
    placeRow->addWidget(m_pick);
    place->setFocusProxy(m_place);
    addRow(*form, tr("&Place"), place, u"place"_s);
    m_refusals[u"place"_s].first = m_place;
    m_located->setProperty("caption", true);
    form->addRow(QString(), m_located);
    auto* level = new QWidget(this);
    auto* levelRow = new QHBoxLayout(level);
    levelRow->setContentsMargins(0, 0, 0, 0);
    levelRow->addWidget(m_level, 1);
    levelRow->addWidget(m_reason, 2);
    level->setFocusProxy(m_level);
    addRow(*form, tr("&Level"), level, u"reason"_s);
    m_refusals[u"reason"_s].first = m_reason;
    m_refusals[u"level"_s] = m_refusals[u"reason"_s];
    addRow(*form, tr("Te&xt"), m_text, u"text"_s);
    auto* hazards = new QWidget(this);
    auto* ticks = new QHBoxLayout(hazards);
    ticks->setContentsMargins(0, 0, 0, 0);
    for (QCheckBox* box : {m_weapon, m_injured, m_trapped, m_hazmat})
        ticks->addWidget(box);
    ticks->addStretch(1);
    addRow(*form, tr("Safety"), hazards, u"hazards"_s);
    auto* caller = new QWidget(this);
    auto* callerRow = new QHBoxLayout(caller);
    callerRow->setContentsMargins(0, 0, 0, 0);
    callerRow->addWidget(m_callerName, 1);
    callerRow->addWidget(m_callerPhone, 1);
    caller->setFocusProxy(m_callerName);
    addRow(*form, tr("&Caller"), caller, u"callers"_s);
    m_refusals[u"callers"_s].first = m_callerName;

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_state, 1);
    buttons->addWidget(m_new);
    buttons->addWidget(m_submit);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(8, 8, 8, 8);
    all->addLayout(form);
    all->addStretch(1);
    all->addLayout(buttons);
}

void IncidentForm::begin() {
    m_pause->stop();
    m_incident = IncidentId();
    m_amending = false;
    m_levelChosen = false;
    m_finishing = false;
    fill({});
    m_saved = typed();
    clearRefusals();
    showState();
    m_typeEdit->setFocus(Qt::OtherFocusReason);
}

void IncidentForm::open(const IncidentId& incident) {
    const Incident* known = m_context.desk.situation().incidents().find(incident);
    if (!known)
        return;
    m_pause->stop();
    m_incident = incident;
    m_amending = true;
    m_levelChosen = true;
    m_finishing = false;
    fill(known->details);
    m_saved = known->details;
    clearRefusals();
    showState();
}

void IncidentForm::fill(const IncidentDetails& details) {
    const QSignalBlocker quiet(m_text);
    m_type = details.type;
    m_typeEdit->setText(m_type.isNull() ? QString()
                                        : text::typePath(m_context.desk.situation().catalogue(), m_type));
    m_level->setCurrentIndex(m_level->findData(int(details.level)));
    m_reason->clear();
    m_at = details.place.at;
    m_pinned.clear();
    m_place->setText(details.place.address);
    m_text->setPlainText(details.text);
    const Caller caller = details.callers.value(0);
    m_callerName->setText(caller.name);
    m_callerPhone->setText(caller.phone);
    m_weapon->setChecked(details.hazards.weapon);
    m_injured->setChecked(details.hazards.injured);
    m_trapped->setChecked(details.hazards.trapped);
    m_hazmat->setChecked(details.hazards.hazmat);
    m_saved = details;
}

QList<Caller> IncidentForm::typedCallers() const {
    QList<Caller> callers = m_saved.callers; // the form shows the first of them
    const Caller first{m_callerName->text().trimmed(), m_callerPhone->text().trimmed()};
    const bool none = first.name.isEmpty() && first.phone.isEmpty();
    if (!callers.isEmpty())
        callers[0] = first;
    else if (!none)
        callers.append(first);
    return callers;
}

IncidentDetails IncidentForm::typed() const {
    return {.text = m_text->toPlainText().trimmed(),
            .type = m_type,
            .level = Level(m_level->currentData().toInt()),
            .place = {m_at, m_place->text().trimmed()},
            .callers = typedCallers(),
            .hazards = {.weapon = m_weapon->isChecked(),
                        .injured = m_injured->isChecked(),
                        .trapped = m_trapped->isChecked(),
                        .hazmat = m_hazmat->isChecked()}};
}

AmendIncident IncidentForm::change() const {
    const IncidentDetails now = typed();
    AmendIncident change;
    change.incident = m_incident;
    change.reason = m_reason->text().trimmed();
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

bool IncidentForm::isUntouched() const {
    return typed() == m_saved;
}

void IncidentForm::offerTypes() {
    const Catalogue& catalogue = m_context.desk.situation().catalogue();
    QList<PickerEdit::Choice> choices;
    for (const TypeCode& code : findTypes(catalogue, m_typeEdit->text()).mid(0, typesOffered)) {
        const QString path = text::typePath(catalogue, code);
        choices.append({path, path + u"  ·  "_s + code.toString(), code.toString()});
    }
    m_typeEdit->offer(choices);
    m_type = TypeCode();
    touched();
}

void IncidentForm::takeType(const TypeCode& code) {
    const Catalogue& catalogue = m_context.desk.situation().catalogue();
    m_type = code;
    m_typeEdit->setText(code.isNull() ? QString() : text::typePath(catalogue, code));
    if (const IncidentType* type = catalogue.type(code); type && !m_levelChosen)
        m_level->setCurrentIndex(m_level->findData(int(type->level)));
    touched();
}

void IncidentForm::settleType() {
    const QString words = m_typeEdit->text().trimmed();
    if (!m_type.isNull() || words.isEmpty())
        return;
    const QList<TypeCode> found = findTypes(m_context.desk.situation().catalogue(), words);
    if (!found.isEmpty())
        takeType(found.first());
}

void IncidentForm::offerPlaces() {
    const QString words = m_place->text().trimmed();
    if (!m_search || words.isEmpty()) {
        m_place->offer({});
        return;
    }
    const int search = ++m_searches; // a late answer to an earlier question is dropped
    m_search(words, [self = QPointer<IncidentForm>(this), search](const QList<PlaceCandidate>& found) {
        if (!self || search != self->m_searches)
            return;
        QList<PickerEdit::Choice> choices;
        for (const PlaceCandidate& place : found)
            choices.append({place.label,
                            place.detail.isEmpty() ? place.label : place.label + u"  ·  "_s + place.detail,
                            QPointF(place.at.longitude(), place.at.latitude())});
        self->m_place->offer(choices);
    });
}

void IncidentForm::setPlace(GeoPoint at, const QString& address) {
    m_at = at;
    m_pinned = address;
    if (!address.isEmpty())
        m_place->setText(address);
    ++m_searches;
    touched();
}

void IncidentForm::touched() {
    showState();
    m_pause->start();
}

void IncidentForm::submit() {
    settleType();
    m_finishing = true;
    m_pause->stop();
    clearRefusals();
    save();
}

void IncidentForm::save() {
    if (m_underWay) {
        m_again = true;
        return;
    }
    if (!m_typeEdit->hasFocus())
        settleType();
    if (!m_incident.isNull())
        return amend();
    const bool enough = !m_type.isNull() && (m_at || !m_place->text().trimmed().isEmpty());
    if (enough || m_finishing)
        report();
}

void IncidentForm::report() {
    m_underWay = true;
    showState();
    const IncidentDetails details = typed();
    m_context.desk.submit(ReportIncident{.source = sourceOf(m_context.desk.actor()), .details = details})
        .then(this, [this, details](const Outcome& outcome) {
            if (outcome)
                for (const Entry& entry : *outcome)
                    if (const auto fact = decode(entry.fact))
                        if (const auto* reported = std::get_if<IncidentReported>(&*fact))
                            m_incident = reported->incident;
            done(outcome, details);
            if (outcome && !m_incident.isNull())
                Q_EMIT this->reported(m_incident);
        });
}

void IncidentForm::amend() {
    const AmendIncident wanted = change();
    const bool nothing =
        !wanted.text && !wanted.type && !wanted.level && !wanted.place && !wanted.callers && !wanted.hazards;
    IncidentDetails sent = typed();
    if (!wanted.level)
        sent.level = m_saved.level;
    if (nothing) {
        done(QList<Entry>(), sent);
        return;
    }
    m_underWay = true;
    showState();
    m_context.desk.submit(wanted).then(this, [this, sent](const Outcome& outcome) { done(outcome, sent); });
}

void IncidentForm::done(const Outcome& outcome, const IncidentDetails& sent) {
    m_underWay = false;
    if (!outcome) {
        m_finishing = false;
        m_again = false;
        tell(outcome.error());
        showState();
        return;
    }
    m_saved = sent;
    if (sent.level == Level(m_level->currentData().toInt()))
        m_reason->clear();
    clearRefusals();
    if (std::exchange(m_again, false) || (m_finishing && !isUntouched()))
        return save();
    showState();
    if (std::exchange(m_finishing, false))
        Q_EMIT finished(m_incident);
}

void IncidentForm::tell(const Refusal& refusal) {
    const QString field = refusal.field.section(u'.', 0, 0);
    const QString words = refusalText(refusal, m_context.desk.situation());
    const auto at = m_refusals.constFind(field);
    if (at == m_refusals.constEnd()) {
        m_state->setText(words);
        return;
    }
    markWrong(at->first, true);
    at->second->setText(words);
    at->second->show();
    at->first->setFocus(Qt::OtherFocusReason);
}

void IncidentForm::clearRefusals() {
    for (const auto& [field, label] : std::as_const(m_refusals)) {
        markWrong(field, false);
        label->hide();
    }
}

void IncidentForm::showState() {
    const bool isNew = m_incident.isNull();
    m_located->setText(m_at ? tr("✓ located at %1").arg(text::place({m_at, {}}))
                            : tr("○ not located on the map yet"));
    m_reason->setVisible(!isNew && Level(m_level->currentData().toInt()) != m_saved.level &&
                         m_type == m_saved.type);
    m_submit->setText(isNew ? tr("Report") : tr("Save"));
    m_new->setText(m_amending ? tr("Leave") : tr("Clear for another"));
    m_new->setVisible(!isNew || !isUntouched());
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
