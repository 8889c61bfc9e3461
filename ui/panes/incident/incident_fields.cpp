// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/incident_fields.h"

#include "ui/panes/common/picker_edit.h"
#include "ui/panes/common/place_rows.h"
#include "ui/panes/common/place_search.h"
#include "ui/panes/incident/type_search.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/theme/look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr auto pauseBeforeSearching = 120ms;
constexpr int typesOffered = 40;
constexpr int placesOffered = 10;
constexpr int placeRowWidth = 420;

void markWrong(QWidget* field, bool wrong) {
    if (field->property("wrong").toBool() == wrong)
        return;
    field->setProperty("wrong", wrong);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

template <class Field>
Field* named(Field* field, const QString& objectName) {
    field->setObjectName(objectName);
    return field;
}

/// Several inputs side by side, as one field of a form; the first has the focus.
QWidget* side(QWidget* parent, std::initializer_list<std::pair<QWidget*, int>> parts) {
    auto* all = new QWidget(parent);
    auto* row = new QHBoxLayout(all);
    row->setContentsMargins(0, 0, 0, 0);
    for (const auto& [part, stretch] : parts)
        row->addWidget(part, stretch);
    all->setFocusProxy(parts.begin()->first);
    return all;
}

} // namespace

IncidentFields::IncidentFields(const PaneContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_typeEdit(named(new PickerEdit(this), u"incidentType"_s))
    , m_level(named(new QComboBox(this), u"incidentLevel"_s))
    , m_reason(named(new QLineEdit(this), u"incidentReason"_s))
    , m_place(named(new PickerEdit(this), u"incidentPlace"_s))
    , m_pick(named(new QPushButton(tr("Pick on map"), this), u"incidentPick"_s))
    , m_located(named(new QLabel(this), u"incidentLocated"_s))
    , m_text(named(new QPlainTextEdit(this), u"incidentText"_s))
    , m_callerName(named(new QLineEdit(this), u"callerName"_s))
    , m_callerPhone(named(new QLineEdit(this), u"callerPhone"_s))
    , m_anonymous(named(new QCheckBox(tr("Anonymous"), this), u"callerAnonymous"_s))
    , m_confidential(named(new QCheckBox(tr("Confidential"), this), u"callerConfidential"_s))
    , m_weapon(named(new QCheckBox(tr("Weapon"), this), u"hazardWeapon"_s))
    , m_injured(named(new QCheckBox(tr("Injured"), this), u"hazardInjured"_s))
    , m_trapped(named(new QCheckBox(tr("Trapped"), this), u"hazardTrapped"_s))
    , m_hazmat(named(new QCheckBox(tr("Hazardous material"), this), u"hazardHazmat"_s))
    , m_searchPause(new QTimer(this)) {
    nameFields();
    joinType();
    joinPlace();
    joinRest();
    lay();
}

void IncidentFields::nameFields() {
    m_typeEdit->setPlaceholderText(tr("Code, name, or its beginning"));
    m_typeEdit->setAccessibleName(tr("Type"));
    m_place->setPlaceholderText(tr("Address, crossing, or name"));
    m_place->setAccessibleName(tr("Place"));
    m_reason->setPlaceholderText(tr("Why the level changes"));
    m_reason->setAccessibleName(tr("Reason of the level"));
    m_reason->hide();
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
}

void IncidentFields::joinType() {
    connect(m_typeEdit, &PickerEdit::textEdited, this, &IncidentFields::offerTypes);
    connect(m_typeEdit, &PickerEdit::chosen, this, [this](const QVariant& code) {
        takeType(TypeCode::parse(code.toString()).value_or(TypeCode()));
    });
    connect(m_typeEdit, &PickerEdit::editingFinished, this, &IncidentFields::settleType);
    connect(m_level, &QComboBox::activated, this, [this] {
        m_levelChosen = true;
        Q_EMIT touched();
    });
}

void IncidentFields::joinPlace() {
    m_searchPause->setSingleShot(true);
    m_searchPause->setInterval(pauseBeforeSearching);
    connect(m_searchPause, &QTimer::timeout, this, &IncidentFields::offerPlaces);
    connect(m_place, &PickerEdit::textEdited, this, [this] {
        if (!m_place->text().contains(m_pinned)) // other words are another place; more of them are not
            m_at.reset();
        showLocated();
        m_searchPause->start();
        Q_EMIT touched();
    });
    m_place->setRows(new PlaceRowDelegate(m_context.look, this), placeRowWidth);
    connect(m_place, &PickerEdit::chosen, this, [this](const QVariant& value, const QString& address) {
        const auto place = value.value<maps::RankedPlace>();
        m_context.places->notePick(place);
        if (const auto at = GeoPoint::from(place.at))
            setPlace(*at, address);
    });
    connect(m_pick, &QPushButton::clicked, this, &IncidentFields::pickOnMapAsked);
}

void IncidentFields::joinRest() {
    connect(m_text, &QPlainTextEdit::textChanged, this, &IncidentFields::touched);
    for (QLineEdit* line : {m_callerName, m_callerPhone, m_reason})
        connect(line, &QLineEdit::textEdited, this, &IncidentFields::touched);
    for (QCheckBox* box : {m_weapon, m_injured, m_trapped, m_hazmat})
        connect(box, &QCheckBox::clicked, this, &IncidentFields::touched);
    m_anonymous->setToolTip(tr("The caller does not say who it is"));
    m_confidential->setToolTip(tr("Stations, crews and walls do not learn who called"));
    connect(m_anonymous, &QCheckBox::clicked, this, [this](bool on) {
        m_callerName->setText(on ? tr("Anonymous") : QString());
        m_callerName->setEnabled(!on);
        Q_EMIT touched();
    });
    connect(m_confidential, &QCheckBox::clicked, this, [this](bool on) {
        Q_EMIT confidentialChosen(on);
        Q_EMIT touched();
    });
}

bool IncidentFields::isConfidential() const {
    return m_confidential->isChecked();
}

void IncidentFields::setConfidential(bool on) {
    m_confidential->setChecked(on);
}

void IncidentFields::addRow(QFormLayout& form, const QString& label, QWidget* field,
                            const QString& refusalField, QWidget* marked) {
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
    m_refusals.insert(refusalField, {marked ? marked : field, refusal});
}

void IncidentFields::lay() {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    addRow(*form, tr("&Type"), m_typeEdit, u"type"_s);
    addRow(*form, tr("&Place"), side(this, {{m_place, 1}, {m_pick, 0}}), u"place"_s, m_place);
    m_located->setProperty("caption", true);
    form->addRow(QString(), m_located);
    addRow(*form, tr("&Level"), side(this, {{m_level, 1}, {m_reason, 2}}), u"reason"_s, m_reason);
    m_refusals.insert(u"level"_s, m_refusals.value(u"reason"_s));
    addRow(*form, tr("Te&xt"), m_text, u"text"_s);
    QWidget* ticks = side(this, {{m_weapon, 0}, {m_injured, 0}, {m_trapped, 0}, {m_hazmat, 1}});
    addRow(*form, tr("Safety"), ticks, u"hazards"_s);
    addRow(*form, tr("&Caller"), side(this, {{m_callerName, 1}, {m_callerPhone, 1}}), u"callers"_s,
           m_callerName);
    form->addRow(QString(), side(this, {{m_anonymous, 0}, {m_confidential, 1}}));
}

void IncidentFields::fill(const IncidentDetails& details, bool levelChosen) {
    const QSignalBlocker quiet(m_text);
    m_levelChosen = levelChosen;
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
    m_anonymous->setChecked(caller.name == tr("Anonymous"));
    m_callerName->setEnabled(!m_anonymous->isChecked());
    m_weapon->setChecked(details.hazards.weapon);
    m_injured->setChecked(details.hazards.injured);
    m_trapped->setChecked(details.hazards.trapped);
    m_hazmat->setChecked(details.hazards.hazmat);
    showLocated();
}

QList<Caller> IncidentFields::typedCallers(QList<Caller> known) const {
    const Caller first{m_callerName->text().trimmed(), m_callerPhone->text().trimmed()};
    const bool none = first.name.isEmpty() && first.phone.isEmpty();
    if (!known.isEmpty())
        known[0] = first;
    else if (!none)
        known.append(first);
    return known;
}

IncidentDetails IncidentFields::typed(const IncidentDetails& known) const {
    return {.text = m_text->toPlainText().trimmed(),
            .type = strayType().isEmpty() ? m_type : known.type, // half a word is not yet another type
            .level = Level(m_level->currentData().toInt()),
            .place = {m_at, m_place->text().trimmed()},
            .callers = typedCallers(known.callers),
            .hazards = {.weapon = m_weapon->isChecked(),
                        .injured = m_injured->isChecked(),
                        .trapped = m_trapped->isChecked(),
                        .hazmat = m_hazmat->isChecked()}};
}

QString IncidentFields::reason() const {
    return m_reason->text().trimmed();
}

void IncidentFields::resume(const IncidentFields& before) {
    const QSignalBlocker quiet(this);
    m_type = before.m_type;
    m_at = before.m_at;
    m_pinned = before.m_pinned;
    m_levelChosen = before.m_levelChosen;
    // a type that was chosen is named anew in the language that is set now; words stay as they were typed
    m_typeEdit->setText(m_type.isNull() ? before.m_typeEdit->text()
                                        : text::typePath(m_context.desk.situation().catalogue(), m_type));
    m_level->setCurrentIndex(before.m_level->currentIndex());
    m_place->setText(before.m_place->text());
    m_text->setPlainText(before.m_text->toPlainText());
    m_reason->setText(before.m_reason->text());
    m_callerName->setText(before.m_callerName->text());
    m_callerPhone->setText(before.m_callerPhone->text());
    m_anonymous->setChecked(before.m_anonymous->isChecked());
    m_callerName->setEnabled(!m_anonymous->isChecked());
    m_confidential->setChecked(before.m_confidential->isChecked());
    m_weapon->setChecked(before.m_weapon->isChecked());
    m_injured->setChecked(before.m_injured->isChecked());
    m_trapped->setChecked(before.m_trapped->isChecked());
    m_hazmat->setChecked(before.m_hazmat->isChecked());
    showLocated();
}

void IncidentFields::clearReason() {
    m_reason->clear();
}

void IncidentFields::showReason(bool wanted) {
    m_reason->setVisible(wanted);
}

void IncidentFields::offerTypes() {
    const Catalogue& catalogue = m_context.desk.situation().catalogue();
    QList<PickerEdit::Choice> choices;
    for (const TypeCode& code : findTypes(catalogue, m_typeEdit->text()).mid(0, typesOffered)) {
        const QString path = text::typePath(catalogue, code);
        choices.append({path, path + u"  ·  "_s + code.toString(), code.toString()});
    }
    m_typeEdit->offer(choices);
    m_type = TypeCode();
    Q_EMIT touched();
}

void IncidentFields::takeType(const TypeCode& code) {
    const Catalogue& catalogue = m_context.desk.situation().catalogue();
    m_type = code;
    m_typeEdit->setText(code.isNull() ? QString() : text::typePath(catalogue, code));
    if (const IncidentType* type = catalogue.type(code); type && !m_levelChosen)
        m_level->setCurrentIndex(m_level->findData(int(type->level)));
    Q_EMIT touched();
}

void IncidentFields::settleType() {
    const QString words = strayType();
    if (words.isEmpty())
        return;
    const QList<TypeCode> found = findTypes(m_context.desk.situation().catalogue(), words);
    if (!found.isEmpty())
        takeType(found.first());
}

QString IncidentFields::strayType() const {
    return m_type.isNull() ? m_typeEdit->text().trimmed() : QString();
}

bool IncidentFields::isTypingType() const {
    return m_typeEdit->hasFocus();
}

void IncidentFields::offerPlaces() {
    const QString words = m_place->text().trimmed();
    if (!m_context.places || words.isEmpty()) {
        m_place->offer({});
        return;
    }
    const int search = ++m_searches;
    m_context.places->find(words, placesOffered, this,
                           [this, search](const QList<maps::RankedPlace>& places) {
                               if (search == m_searches)
                                   m_place->offer(placeChoices(places));
                           });
}

void IncidentFields::setPlace(GeoPoint at, const QString& address) {
    m_at = at;
    m_pinned = address;
    if (!address.isEmpty())
        m_place->setText(address);
    ++m_searches;
    showLocated();
    Q_EMIT touched();
}

void IncidentFields::showLocated() {
    m_located->setText(m_at ? tr("✓ located at %1").arg(text::place({m_at, {}}))
                            : tr("○ not located on the map yet"));
}

void IncidentFields::start() {
    m_typeEdit->setFocus(Qt::OtherFocusReason);
}

bool IncidentFields::tell(const Refusal& refusal) {
    const auto at = m_refusals.constFind(refusal.field.section(u'.', 0, 0));
    if (at == m_refusals.constEnd())
        return false;
    markWrong(at->first, true);
    at->second->setText(refusalText(refusal, m_context.desk.situation()));
    at->second->show();
    at->first->setFocus(Qt::OtherFocusReason);
    return true;
}

void IncidentFields::clearRefusals() {
    for (const auto& [field, label] : std::as_const(m_refusals)) {
        markWrong(field, false);
        label->hide();
    }
}

} // namespace tridesk
