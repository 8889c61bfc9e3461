// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/premise_sheet.h"

#include "app/desk/desk.h"
#include "ui/actions/echo.h"
#include "ui/text/names.h"
#include "ui/text/premises.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr qsizetype mostListed = 500; ///< the search finds the others

} // namespace

PremiseSheet::PremiseSheet(SeatDesk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_head(new QLabel(this))
    , m_kind(new QComboBox(this))
    , m_words(new QPlainTextEdit(this))
    , m_address(new QLineEdit(this))
    , m_where(new QLabel(this))
    , m_radius(new QSpinBox(this))
    , m_pick(new QPushButton(tr("Pick on the map"), this))
    , m_show(new QPushButton(tr("Show on the map"), this))
    , m_ends(new QCheckBox(tr("until"), this))
    , m_until(new QDateTimeEdit(this))
    , m_refusal(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_withdraw(new QPushButton(tr("Withdraw"), this))
    , m_save(new QPushButton(this))
    , m_new(new QPushButton(tr("New note"), this)) {
    setObjectName(u"premiseSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Notes on places"));
    resize(820, 480);
    buildFields();
    build();
    fillList();
    begin({});
    connect(&desk, &SeatDesk::changed, this, &PremiseSheet::take);
}

void PremiseSheet::buildFields() {
    const auto dress = [](QWidget* widget, const char* name, const QString& accessible) {
        widget->setObjectName(u"premise."_s + QLatin1StringView(name));
        widget->setAccessibleName(accessible);
    };
    dress(m_search, "search", tr("Search the notes"));
    m_search->setPlaceholderText(tr("Search the notes"));
    m_search->setClearButtonEnabled(true);
    dress(m_list, "list", tr("Notes that stand"));
    m_list->setProperty("list", true);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_head->setObjectName(u"premise.head"_s);
    m_head->setProperty("strong", true);
    m_head->setWordWrap(true);
    dress(m_kind, "kind", tr("Kind"));
    for (const PremiseKind kind : {PremiseKind::Hazard, PremiseKind::Premise, PremiseKind::KeySite})
        m_kind->addItem(text::premiseSign(kind) + u' ' + text::name(kind), int(kind));
    dress(m_words, "words", tr("Words"));
    m_words->setPlaceholderText(tr("What a crew must know before it arrives"));
    m_words->setTabChangesFocus(true);
    dress(m_address, "address", tr("Address"));
    dress(m_where, "where", tr("Place"));
    m_where->setWordWrap(true);
    dress(m_radius, "radius", tr("Radius"));
    m_radius->setRange(1, int(limits::premiseRadius));
    m_radius->setSuffix(u" m"_s);
    dress(m_pick, "pick", m_pick->text());
    dress(m_show, "show", m_show->text());
    dress(m_ends, "ends", tr("It ends"));
    dress(m_until, "until", tr("Until"));
    m_until->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_until->setCalendarPopup(true);
    dress(m_refusal, "refusal", tr("Why it was not saved"));
    m_refusal->setProperty("warning", true);
    m_refusal->setWordWrap(true);
    dress(m_reason, "reason", tr("Why it is withdrawn"));
    m_reason->setPlaceholderText(tr("Why it is withdrawn, may be empty"));
    dress(m_withdraw, "withdraw", m_withdraw->text());
    dress(m_save, "save", tr("Save"));
    m_save->setProperty("main", true);
    m_save->setDefault(true);
    dress(m_new, "new", m_new->text());
    connect(m_search, &QLineEdit::textChanged, this, &PremiseSheet::fillList);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        if (const auto note = PremiseNoteId::parse(item->data(Qt::UserRole).toString()))
            showNote(*note);
    });
    connect(m_list, &QListWidget::itemClicked, m_list, &QListWidget::itemActivated);
    connect(m_ends, &QCheckBox::toggled, m_until, &QWidget::setEnabled);
    connect(m_pick, &QPushButton::clicked, this, &PremiseSheet::pickOnMapAsked);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (m_at)
            Q_EMIT showAsked(*m_at);
    });
    connect(m_new, &QPushButton::clicked, this, [this] { begin({}); });
    connect(m_save, &QPushButton::clicked, this, &PremiseSheet::save);
    connect(m_withdraw, &QPushButton::clicked, this, &PremiseSheet::withdraw);
}

void PremiseSheet::build() {
    auto* left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    left->addWidget(m_new);
    auto* where = new QHBoxLayout;
    where->addWidget(m_where, 1);
    where->addWidget(m_pick);
    where->addWidget(m_show);
    auto* ends = new QHBoxLayout;
    ends->addWidget(m_ends);
    ends->addWidget(m_until);
    ends->addStretch(1);
    auto* form = new QFormLayout;
    form->addRow(tr("Kind"), m_kind);
    form->addRow(tr("Words"), m_words);
    form->addRow(tr("Address"), m_address);
    form->addRow(tr("Place"), where);
    form->addRow(tr("Radius"), m_radius);
    form->addRow(tr("Stands"), ends);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"premise.close"_s);
    close->setAccessibleName(close->text());
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* withdraw = new QHBoxLayout;
    withdraw->addWidget(m_reason, 1);
    withdraw->addWidget(m_withdraw);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_save);
    auto* right = new QVBoxLayout;
    right->addWidget(m_head);
    right->addLayout(form, 1);
    right->addLayout(withdraw);
    right->addWidget(m_refusal);
    right->addLayout(buttons);
    auto* columns = new QHBoxLayout(this);
    columns->setSpacing(16);
    columns->addLayout(left, 2);
    columns->addLayout(right, 3);
}

void PremiseSheet::fillList() {
    const QString wanted = m_search->text().simplified();
    QList<const PremiseNote*> notes;
    for (const PremiseNote& note : m_desk.situation().premises())
        if (note.stands(m_desk.now()) &&
            (wanted.isEmpty() || note.details.words.contains(wanted, Qt::CaseInsensitive) ||
             note.details.address.contains(wanted, Qt::CaseInsensitive)))
            notes.append(&note);
    std::ranges::sort(notes, [](const PremiseNote* a, const PremiseNote* b) {
        return std::tuple(b->changedAt, b->id) < std::tuple(a->changedAt, a->id);
    });
    notes.resize(std::min(notes.size(), mostListed));
    m_list->clear();
    for (const PremiseNote* note : std::as_const(notes)) {
        auto* item = new QListWidgetItem(text::premiseLine(note->details).simplified(), m_list);
        item->setToolTip(text::premiseLine(note->details) + u'\n' + text::premisePlace(note->details));
        item->setData(Qt::UserRole, note->id.toString());
        if (m_note == note->id)
            m_list->setCurrentItem(item);
    }
}

void PremiseSheet::begin(const Place& place) {
    m_note.reset();
    fill({.kind = PremiseKind::Hazard,
          .words = {},
          .at = place.at,
          .radius = limits::usualPremiseRadius,
          .area = {},
          .address = place.address,
          .expiresAt = {}});
    m_list->setCurrentItem(nullptr);
    m_words->setFocus(Qt::OtherFocusReason);
}

void PremiseSheet::showNote(const PremiseNoteId& note) {
    const PremiseNote* known = m_desk.situation().premises().find(note);
    if (!known)
        return;
    m_note = note;
    fill(known->details);
    fillList();
}

void PremiseSheet::resume(const PremiseSheet& before) {
    m_note = before.m_note;
    fill(before.entered());
    m_radius->setValue(before.m_radius->value());
    m_reason->setText(before.m_reason->text());
    fillList();
}

void PremiseSheet::fill(const PremiseNoteDetails& details) {
    m_kind->setCurrentIndex(m_kind->findData(int(details.kind)));
    m_words->setPlainText(details.words);
    m_address->setText(details.address);
    m_at = details.at;
    m_area = details.area;
    m_radius->setValue(int(details.at ? details.radius : limits::usualPremiseRadius));
    m_ends->setChecked(details.expiresAt.has_value());
    m_until->setEnabled(m_ends->isChecked());
    m_until->setDateTime(
        toDateTime(details.expiresAt.value_or(m_desk.now() + std::chrono::hours(24))).toLocalTime());
    m_refusal->clear();
    m_reason->clear();
    showWhere();
    judge();
}

void PremiseSheet::showWhere() {
    QStringList parts;
    if (m_at)
        parts << text::place({m_at, {}});
    if (!m_area.isEmpty())
        parts << tr("an area of %1 corners").arg(m_area.constFirst().size());
    m_where->setText(parts.isEmpty() ? tr("by the address alone") : parts.join(u" · "_s));
    m_radius->setEnabled(m_at.has_value());
    m_show->setEnabled(m_at.has_value());
}

void PremiseSheet::setPlace(GeoPoint at, const QString& address) {
    m_at = at;
    if (!address.isEmpty())
        m_address->setText(address);
    showWhere();
    raise();
    activateWindow();
}

PremiseNoteDetails PremiseSheet::entered() const {
    PremiseNoteDetails details{.kind = PremiseKind(m_kind->currentData().toInt()),
                               .words = m_words->toPlainText().trimmed(),
                               .at = m_at,
                               .radius = m_at ? m_radius->value() : 0,
                               .area = m_area,
                               .address = m_address->text().trimmed(),
                               .expiresAt = {}};
    if (m_ends->isChecked())
        details.expiresAt = instantFromMs(m_until->dateTime().toMSecsSinceEpoch());
    return details;
}

Command PremiseSheet::wanted() const {
    return NotePremise{m_note, entered()};
}

/// What this seat may do with the note that stands here; what is missing is told once it is asked for.
void PremiseSheet::judge() {
    const PremiseNote* known = m_note ? m_desk.situation().premises().find(*m_note) : nullptr;
    m_head->setText(known ? tr("Written by %1 at %2, changed %3")
                                .arg(known->user, text::seatName(m_desk.situation(), known->by),
                                     text::time(known->changedAt, m_desk.now()))
                          : tr("A new note"));
    m_save->setText(known ? tr("Save the change") : tr("Note it"));
    const auto right =
        known ? m_desk.may(WithdrawPremiseNote{known->id, {}})
              : m_desk.may(NotePremise{
                    {}, {.words = u"-"_s, .at = {}, .area = {}, .address = u"-"_s, .expiresAt = {}}});
    for (QWidget* part : std::initializer_list<QWidget*>{m_withdraw, m_reason})
        part->setVisible(known != nullptr);
    m_withdraw->setEnabled(right.has_value());
    m_reason->setEnabled(right.has_value());
    m_save->setEnabled(right.has_value());
    if (!right)
        m_refusal->setText(refusalText(right.error(), m_desk.situation()));
    m_refusal->setVisible(!m_refusal->text().isEmpty());
}

void PremiseSheet::save() {
    submit(wanted());
}

void PremiseSheet::withdraw() {
    if (m_note)
        submit(WithdrawPremiseNote{*m_note, m_reason->text().trimmed()});
}

void PremiseSheet::submit(const Command& command) {
    m_refusal->clear();
    m_refusal->hide();
    Q_EMIT echoed(echoLine(command, m_desk));
    m_desk.submit(command).then(this, [this](const Outcome& outcome) {
        if (outcome)
            return begin({});
        m_refusal->setText(refusalText(outcome.error(), m_desk.situation()));
        m_refusal->show();
    });
}

/// What is being typed stays; a note that was withdrawn meanwhile is a new one.
void PremiseSheet::take(const Changes& changes) {
    if (m_desk.isWall()) // no form stands on it
        close();
    if (changes.premises.isEmpty())
        return;
    if (m_note && !m_desk.situation().premises().find(*m_note))
        m_note.reset();
    fillList();
    judge();
}

} // namespace tridesk
