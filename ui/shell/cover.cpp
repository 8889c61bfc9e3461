// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/cover.h"

#include "app/desk/desk.h"
#include "ui/shell/cover_crew.h"
#include "ui/shell/emergency_bar.h"
#include "ui/shell/figure_label.h"
#include "ui/shell/figures.h"
#include "ui/shell/sign_in_sheet.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

QLabel* centred(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setAlignment(Qt::AlignCenter);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

Cover::Cover(SeatDesk* desk, const Look& look, const QString& place, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_look(look)
    , m_title(centred(u"cover.title"_s, this))
    , m_seat(centred(u"cover.seat"_s, this))
    , m_clock(centred(u"cover.clock"_s, this))
    , m_date(centred(u"cover.date"_s, this))
    , m_sheet(new SignInSheet(this)) {
    setObjectName(u"cover"_s);
    setAttribute(Qt::WA_StyledBackground);
    build(place);
    connect(&look, &Look::changed, this, &Cover::dress);
    auto* second = new QTimer(this);
    connect(second, &QTimer::timeout, this, &Cover::tick);
    second->start(1000);
    dress();
    tick();
}

void Cover::build(const QString& place) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    if (m_desk)
        column->addWidget(new EmergencyBar(*m_desk, m_look, nullptr, this));
    column->addStretch(2);
    column->addWidget(m_title);
    m_clock->setAccessibleName(tr("Clock"));
    m_date->setAccessibleName(tr("Date"));
    column->addWidget(m_clock);
    column->addWidget(m_date);
    if (m_desk) {
        addSeat(*column);
        addFigures(*column);
    }
    column->addSpacing(16);
    column->addWidget(m_sheet, 0, Qt::AlignHCenter);
    column->addStretch(3);
    if (const auto unit = m_desk ? m_desk->actor().seat.unit() : std::nullopt) {
        m_crew = new CoverCrew(*m_desk, m_look, *unit, this);
        column->addWidget(m_crew, 0, Qt::AlignHCenter);
    }
    column->addLayout(buildFoot(place));
}

void Cover::addSeat(QVBoxLayout& column) {
    m_seat->setAccessibleName(tr("Seat and user"));
    column.addWidget(m_seat);
}

void Cover::addFigures(QVBoxLayout& column) {
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    const auto add = [&](const QString& name, const QString& caption) {
        auto* figure = new FigureLabel(caption, m_look, this);
        figure->setObjectName(name);
        row->addWidget(figure);
        return figure;
    };
    m_open = add(u"cover.open"_s, tr("open"));
    m_unassigned = add(u"cover.unassigned"_s, tr("unassigned"));
    m_overdue = add(u"cover.overdue"_s, tr("overdue"));
    row->addStretch(1);
    column.addLayout(row);
}

QHBoxLayout* Cover::buildFoot(const QString& place) {
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 4, 8, 6);
    QLabel* where = centred(u"cover.place"_s, this);
    where->setProperty("dim", true);
    where->setText(place);
    foot->addWidget(where);
    foot->addStretch(1);
    auto* night = new QToolButton(this);
    auto* language = new QToolButton(this);
    night->setObjectName(u"cover.night"_s);
    night->setAccessibleName(tr("Night colours"));
    language->setObjectName(u"cover.language"_s);
    language->setAccessibleName(tr("Language"));
    language->setText(tr("中文", "the other language's own name"));
    for (QToolButton* button : {night, language}) {
        button->setMinimumSize(36, 32);
        foot->addWidget(button);
    }
    connect(night, &QToolButton::clicked, this, &Cover::nightToggled);
    connect(language, &QToolButton::clicked, this, &Cover::languageToggled);
    return foot;
}

void Cover::dress() {
    const Theme& theme = m_look.theme();
    setStyleSheet(
        u"#cover { background: %1; }"
        "#cover\\.emergency { color: %2; border: 2px solid %2; background: transparent; font-weight: 600; }"
        "#cover\\.emergency:pressed { background: %2; color: %3; }"_s.arg(
            theme.window.name(), theme.alarm.name(), theme.onAlarm.name()));
    const auto sized = [&](QLabel& label, double share, QFont::Weight weight) {
        QFont letters = font();
        letters.setPointSizeF(theme.fontPoint * share);
        letters.setWeight(weight);
        letters.setFeature("tnum", 1);
        label.setFont(letters);
    };
    sized(*m_title, 1.3, QFont::DemiBold);
    sized(*m_clock, 5.0, QFont::DemiBold);
    sized(*m_date, 1.2, QFont::Normal);
    sized(*m_seat, 1.4, QFont::DemiBold);
    findChild<QToolButton*>(u"cover.night"_s)->setIcon(m_look.icon(theme.night ? u"sun"_s : u"moon"_s));
    m_title->setText(m_desk ? tr("Locked") : tr("Tridesk"));
    setWindowTitle(m_desk ? tr("Locked – Tridesk") : tr("Sign in – Tridesk"));
    if (!m_desk)
        return;
    const Actor& actor = m_desk->actor();
    const QString seat = text::seatName(m_desk->situation(), actor.seat.toString());
    m_seat->setText(tr("%1 · %2", "seat, user").arg(seat, actor.user));
}

void Cover::tick() {
    const Instant now = m_desk ? m_desk->now() : SystemClock().now();
    m_clock->setText(text::clock(now));
    m_date->setText(QLocale().toString(toDateTime(now).toLocalTime().date(), QLocale::LongFormat));
    if (!m_desk)
        return;
    if (m_crew)
        m_crew->refresh();
    const Figures counted = figures(*m_desk);
    using Mood = FigureLabel::Mood;
    m_open->setFigure(QString::number(counted.open), Mood::Calm);
    m_unassigned->setFigure(QString::number(counted.unassigned),
                            counted.unassigned ? Mood::Warning : Mood::Calm);
    m_overdue->setFigure(QString::number(counted.overdue), counted.overdue ? Mood::Alarm : Mood::Calm);
}

void Cover::closeEvent(QCloseEvent* event) {
    event->setAccepted(!m_desk); // who has not come in yet may go
}

void Cover::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    activateWindow();
    m_sheet->setFocus(Qt::ActiveWindowFocusReason);
}

} // namespace tridesk
