// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/own_page.h"

#include "app/desk/fix_board.h"
#include "ui/field/crew_work.h"
#include "ui/field/touch.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr qsizetype usual = 6; ///< types at one glance

/// What patrols come upon most, by the codes of the catalogue that comes with the program; a site's own table
/// may have others.
constexpr std::array readyTypes = {u"tip.suspicious.person",
                                   u"tip.suspicious.vehicle",
                                   u"traffic.accident",
                                   u"order.fight",
                                   u"dispute",
                                   u"help"};

/// What crews of this desk came upon most, by the table that it uses, the most frequent first.
QList<TypeCode> comeUpon(const Situation& situation) {
    QHash<TypeCode, int> counts;
    for (const Incident& incident : situation.incidents())
        if (incident.source.name == u"field" && !incident.details.type.isNull())
            ++counts[incident.details.type];
    QList<TypeCode> codes = counts.keys();
    std::ranges::sort(codes, [&](const TypeCode& a, const TypeCode& b) {
        return std::tuple(-counts[a], a) < std::tuple(-counts[b], b);
    });
    return codes;
}

QList<IncidentType> shortList(const Situation& situation) {
    const Catalogue& catalogue = situation.catalogue();
    QList<TypeCode> codes = comeUpon(situation);
    for (const char16_t* code : readyTypes)
        codes.append(TypeCode::parse(QString(code)).value_or(TypeCode()));
    QList<IncidentType> ready;
    ready.reserve(usual);
    for (const TypeCode& code : std::as_const(codes))
        if (const IncidentType* type = catalogue.type(code);
            type && !ready.contains(*type) && ready.size() < usual)
            ready.append(*type);
    if (ready.size() == usual)
        return ready;
    for (const IncidentType& type : catalogue.types)
        if (!type.code.toString().contains(u'.') && !ready.contains(type))
            ready.append(type);
    return ready;
}

} // namespace

OwnPage::OwnPage(CrewWork& work, QWidget* parent)
    : QWidget(parent)
    , m_work(work) {
    setObjectName(u"own"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    auto* title = new QLabel(tr("Own incident or stop: what is it?"), this);
    title->setWordWrap(true);
    touch::enlarge(*title, 1.25, true);
    column->addWidget(title);
    m_halves = new QBoxLayout(QBoxLayout::TopToBottom);
    m_halves->setSpacing(10);
    m_halves->addWidget(buildWhat(), 3);
    m_halves->addWidget(buildWhere(), 2);
    column->addLayout(m_halves, 1);
    auto* buttons = new QHBoxLayout;
    m_back = touch::button(u"own.back"_s, tr("Back"), this);
    m_send = touch::button(u"own.send"_s, tr("We are on it"), this);
    touch::setMain(*m_send, true);
    buttons->addWidget(m_back, 1);
    buttons->addWidget(m_send, 2);
    column->addLayout(buttons);
    join();
    fill();
    tick();
}

QWidget* OwnPage::buildWhat() {
    auto* what = new QWidget(this);
    auto* column = new QVBoxLayout(what);
    column->setContentsMargins(0, 0, 0, 0);
    m_types = new QListWidget(what);
    m_types->setObjectName(u"own.types"_s);
    m_types->setAccessibleName(tr("Type"));
    m_types->setAlternatingRowColors(true);
    m_all = touch::button(u"own.all"_s, tr("All types"), what);
    m_all->setCheckable(true);
    touch::enlarge(*m_all, 1 / 1.15);
    column->addWidget(m_types, 1);
    column->addWidget(m_all);
    return what;
}

QWidget* OwnPage::buildWhere() {
    auto* where = new QWidget(this);
    auto* column = new QVBoxLayout(where);
    column->setContentsMargins(0, 0, 0, 0);
    m_here = touch::button(u"own.here"_s, tr("At our position"), where);
    m_here->setCheckable(true);
    m_here->setChecked(true);
    touch::enlarge(*m_here, 1 / 1.15);
    m_place = new QLineEdit(where);
    m_place->setObjectName(u"own.place"_s);
    m_place->setAccessibleName(tr("Place in words"));
    m_place->setPlaceholderText(tr("Place in words"));
    m_place->setMinimumHeight(touch::target);
    m_place->setMaxLength(limits::line);
    m_text = new QPlainTextEdit(where);
    m_text->setObjectName(u"own.text"_s);
    m_text->setAccessibleName(tr("What you see: plate, persons, words"));
    m_text->setPlaceholderText(tr("What you see: plate, persons, words"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(touch::target);
    column->addWidget(m_here);
    column->addWidget(m_place);
    column->addWidget(m_text, 1);
    return where;
}

void OwnPage::join() {
    connect(m_back, &QPushButton::clicked, this, &OwnPage::done);
    connect(m_all, &QPushButton::toggled, this, &OwnPage::fill);
    connect(m_here, &QPushButton::toggled, this, &OwnPage::tick);
    connect(m_types, &QListWidget::currentRowChanged, this, &OwnPage::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, &OwnPage::check);
    connect(m_send, &QPushButton::clicked, this, [this] {
        m_sent = true;
        m_work.initiate(details());
    });
    connect(&m_work, &CrewWork::accepted, this, [this] {
        if (!std::exchange(m_sent, false))
            return;
        clear();
        Q_EMIT done();
    });
    connect(&m_work, &CrewWork::refused, this, [this] { m_sent = false; });
}

void OwnPage::useFixes(const FixBoard& fixes) {
    m_fixes = &fixes;
    tick();
}

void OwnPage::resume(const OwnPage& before) {
    m_all->setChecked(before.m_all->isChecked());
    m_here->setChecked(before.m_here->isChecked());
}

void OwnPage::setWide(bool wide) {
    m_halves->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void OwnPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fill(); // the catalogue may have changed since
    tick();
}

/// Keeps what was chosen where it is in the new list too.
void OwnPage::fill() {
    const TypeCode chosen = type();
    const Catalogue& catalogue = m_work.desk().situation().catalogue();
    const bool all = m_all->isChecked();
    const QSignalBlocker quiet(m_types); // it would tell of rows that are on their way out
    m_types->clear();
    for (const IncidentType& type : all ? catalogue.types : shortList(m_work.desk().situation())) {
        const QString code = type.code.toString();
        const QString depth = all ? QString(code.count(u'.') * 4, u' ') : QString();
        auto* item = new QListWidgetItem(depth + text::name(type.name), m_types);
        item->setData(Qt::UserRole, code);
        item->setSizeHint({0, touch::target});
        if (type.code == chosen)
            m_types->setCurrentItem(item);
    }
    check();
}

TypeCode OwnPage::type() const {
    const QListWidgetItem* item = m_types->currentItem();
    return TypeCode::parse(item ? item->data(Qt::UserRole).toString() : QString()).value_or(TypeCode());
}

const Fix* OwnPage::fix() const {
    const Unit* unit = m_work.unit();
    return m_fixes && unit ? m_fixes->latest(unit->definition.id) : nullptr;
}

IncidentDetails OwnPage::details() const {
    const IncidentType* known = m_work.desk().situation().catalogue().type(type());
    const Fix* fix = m_here->isChecked() ? this->fix() : nullptr;
    return {
        .text = m_text->toPlainText().trimmed(),
        .type = type(),
        .level = known ? known->level : Level::Routine,
        .place = {.at = fix ? std::optional(fix->at) : std::nullopt, .address = m_place->text().trimmed()},
        .callers = {},
        .hazards = {}};
}

/// A position is shown with its age: the crew may have driven on since.
void OwnPage::tick() {
    const Fix* fix = this->fix();
    m_here->setEnabled(fix != nullptr);
    const QString sign = fix && m_here->isChecked() ? u"✓ "_s : QString();
    m_here->setText(
        fix ? sign + tr("At our position (%1 old)")
                         .arg(text::age(std::max(Milliseconds(0), m_work.desk().now() - fix->measuredAt)))
            : tr("No position of this unit: type the place"));
}

void OwnPage::check() {
    m_send->setEnabled(!type().isNull() || !m_text->toPlainText().trimmed().isEmpty());
}

void OwnPage::clear() {
    m_text->clear();
    m_place->clear();
    m_here->setChecked(true);
    m_all->setChecked(false);
    m_types->setCurrentRow(-1);
}

} // namespace tridesk
