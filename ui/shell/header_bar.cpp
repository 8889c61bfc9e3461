// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/header_bar.h"

#include "app/access/rights.h"
#include "app/desk/desk.h"
#include "app/desk/link.h"
#include "ui/panes/common/narrow_chip.h"
#include "ui/shell/figure_label.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenuBar>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tridesk {

HeaderBar::HeaderBar(SeatDesk& desk, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_look(look)
    , m_row(new QHBoxLayout(this))
    , m_menus(new QMenuBar(this))
    , m_buttons(new QWidget(this))
    , m_gather(new QTimer(this)) {
    setObjectName(u"header"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_row->setContentsMargins(4, 0, 10, 0);
    m_row->setSpacing(4);
    m_menus->setObjectName(u"header.menus"_s);
    m_menus->setAccessibleName(tr("Menus"));
    m_menus->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_row->addWidget(m_menus);
    m_row->addSpacing(8);
    m_open = addFigure(u"header.open"_s, tr("open"), tr("Incidents that are not closed"));
    m_unassigned =
        addFigure(u"header.unassigned"_s, tr("unassigned"), tr("Incidents to which nobody was sent yet"));
    m_overdue =
        addFigure(u"header.overdue"_s, tr("overdue"), tr("Incidents past the deadline that runs now"));
    m_available =
        addFigure(u"header.available"_s, tr("available"), tr("Units that are free, of those with a crew"));
    m_middle = new QHBoxLayout;
    m_row->addLayout(m_middle);
    m_row->addStretch(1);
    m_trouble = addLabel(u"header.trouble"_s, tr("State of the store"));
    m_seat = addLabel(u"header.seat"_s, tr("Seat and user"));
    m_row->addSpacing(4);
    auto* buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(2);
    m_row->addWidget(m_buttons);
    m_row->addSpacing(4);
    m_date = addLabel(u"header.date"_s, tr("Date"));
    m_clock = addLabel(u"header.clock"_s, tr("Clock"));
    m_gather->setSingleShot(true);
    m_gather->setInterval(100);
    connect(m_gather, &QTimer::timeout, this, &HeaderBar::refresh);
    connect(&desk, &SeatDesk::changed, this, [this] {
        if (!m_gather->isActive())
            m_gather->start();
    });
    connect(&look, &Look::changed, this, &HeaderBar::dress);
    auto* second = new QTimer(this);
    connect(second, &QTimer::timeout, this, &HeaderBar::tick);
    second->start(1000);
    setTrouble({});
    dress();
    refresh();
    tick();
}

FigureLabel* HeaderBar::addFigure(const QString& name, const QString& caption, const QString& tip) {
    auto* figure = new FigureLabel(caption, m_look, this);
    figure->setObjectName(name);
    figure->setToolTip(tip);
    m_row->addWidget(figure);
    return figure;
}

QLabel* HeaderBar::addLabel(const QString& name, const QString& accessible) {
    auto* label = new QLabel(this);
    label->setObjectName(name);
    label->setAccessibleName(accessible);
    m_row->addWidget(label);
    return label;
}

void HeaderBar::addButton(QAction& action, bool main) {
    auto* button = new QToolButton(m_buttons);
    button->setDefaultAction(&action);
    button->setObjectName(u"header."_s + action.objectName());
    button->setAccessibleName(action.text());
    button->setFocusPolicy(Qt::NoFocus);
    button->setProperty("main", main);
    if (main)
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_buttons->layout()->addWidget(button);
}

void HeaderBar::addChip(const PaneContext& context) {
    auto* chip = new NarrowChip(context, u"header.narrowed"_s, this, NarrowChip::Words::Sentence);
    chip->setLeavingOut(true);
    m_middle->addWidget(chip, 0, Qt::AlignVCenter);
}

void HeaderBar::setTrouble(const QString& why) {
    m_trouble->setText(why.isEmpty() ? tr("Saved") : tr("Not saving"));
    m_trouble->setToolTip(why.isEmpty() ? tr("All that was done is in the journal") : why);
    m_trouble->setProperty("alarm", !why.isEmpty());
    m_trouble->setProperty("dim", why.isEmpty());
    m_trouble->setVisible(!why.isEmpty());
    dress();
}

void HeaderBar::dress() {
    const Theme& theme = m_look.theme();
    setStyleSheet(
        u"#header { background: %1; border-bottom: 1px solid %2; } #header QMenuBar { border: 0; background: %1; }"_s
            .arg(theme.raised.name(), theme.line.name()));
    QFont clockFont = font();
    clockFont.setPointSizeF(theme.fontPoint * 1.45);
    clockFont.setWeight(QFont::DemiBold);
    clockFont.setFeature("tnum", 1); // the digits do not dance
    m_clock->setFont(clockFont);
    m_date->setProperty("dim", true);
    const Actor& actor = m_desk.actor();
    const QString who = u"%1 · %2"_s.arg(actor.user, text::name(actor.role));
    m_seatShort =
        u"<b>%1</b>"_s.arg(text::seatName(m_desk.situation(), actor.seat.toString()).toHtmlEscaped());
    m_seatFull =
        u"%1 <span style='color:%2'>%3</span>"_s.arg(m_seatShort, theme.dim.name(), who.toHtmlEscaped());
    const bool isByToken = m_desk.link() && !m_desk.link()->state().needsSignIn.value_or(false) &&
                           actor.role == roleByToken(actor.seat) && actor.role != Role::Anybody;
    m_seat->setToolTip(who + u'\n' +
                       (isByToken ? tr("Nobody signs in at this terminal: its token stands for the seat")
                        : actor.role == Role::Anybody
                            ? tr("This desk has no users: whoever opens it sits here")
                            : tr("Signed in as: %1").arg(text::name(actor.role))));
    fit();
}

bool HeaderBar::event(QEvent* event) {
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return done;
}

/// Nothing of the menus is ever cut: the user's name goes before, and then the date.
void HeaderBar::fit() {
    QLabel full(m_seatFull);
    full.setFont(m_seat->font());
    QLabel brief(m_seatShort);
    brief.setFont(m_seat->font());
    const auto widthOf = [](const QWidget* widget) {
        return widget->isHidden() ? 0 : widget->sizeHint().width();
    };
    const int rest = m_row->sizeHint().width() - widthOf(m_seat) - widthOf(m_date);
    const int date = m_date->sizeHint().width();
    const bool hasRoom = rest + full.sizeHint().width() + date <= width();
    const QString& words = hasRoom ? m_seatFull : m_seatShort;
    if (m_seat->text() != words)
        m_seat->setText(words);
    const bool dated = hasRoom || rest + brief.sizeHint().width() + date <= width();
    if (m_date->isHidden() == dated)
        m_date->setVisible(dated);
}

void HeaderBar::refresh() {
    const Figures now = figures(m_desk);
    using Mood = FigureLabel::Mood;
    m_open->setFigure(QString::number(now.open), Mood::Calm);
    m_unassigned->setFigure(QString::number(now.unassigned), now.unassigned ? Mood::Warning : Mood::Calm);
    m_overdue->setFigure(QString::number(now.overdue), now.overdue ? Mood::Alarm : Mood::Calm);
    m_available->setFigure(u"%1/%2"_s.arg(now.available).arg(now.crewed),
                           now.available ? Mood::Good : Mood::Warning);
}

void HeaderBar::tick() {
    const Instant now = m_desk.now();
    m_clock->setText(text::clock(now));
    m_date->setText(QLocale().toString(toDateTime(now).toLocalTime(),
                                       tr("ddd d MMM", "date in the header, QDate's format")));
    refresh();
}

} // namespace tridesk
