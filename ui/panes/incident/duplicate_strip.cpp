// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/duplicate_strip.h"

#include "app/desk/desk.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr auto pauseBeforeLooking = 250ms; // of the typing hand
constexpr LikenessBounds bounds;

} // namespace

DuplicateStrip::DuplicateStrip(const PaneContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_pause(new QTimer(this)) {
    setObjectName(u"duplicateStrip"_s);
    setFrameShape(QFrame::StyledPanel);
    m_title->setObjectName(u"duplicateTitle"_s);
    m_title->setProperty("strong", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 6);
    column->setSpacing(3);
    column->addWidget(m_title);
    for (qsizetype number = 0; number < bounds.most; ++number)
        addRow(number);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseBeforeLooking);
    connect(m_pause, &QTimer::timeout, this, &DuplicateStrip::refresh);
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (m_isTyping && !changes.incidents.isEmpty() && !m_pause->isActive())
            m_pause->start();
    });
    hide();
}

void DuplicateStrip::addRow(qsizetype number) {
    auto* whole = new QWidget(this);
    auto* view = new QPushButton(whole);
    view->setObjectName(u"duplicate.view.%1"_s.arg(number));
    view->setFlat(true);
    view->setStyleSheet(u"text-align: left;"_s);
    view->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* attach = new QPushButton(whole);
    attach->setObjectName(u"duplicate.attach.%1"_s.arg(number));
    view->setAccessibleName(tr("Look at it"));
    attach->setAccessibleName(tr("Attach"));
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(view, 1);
    row->addWidget(attach);
    layout()->addWidget(whole);
    connect(view, &QPushButton::clicked, this,
            [this, number] { Q_EMIT viewAsked(m_found.value(number).incident); });
    connect(attach, &QPushButton::clicked, this,
            [this, number] { Q_EMIT attachAsked(m_found.value(number).incident); });
    m_rows.append({whole, view, attach});
}

void DuplicateStrip::look(const IncidentDetails& typed, const IncidentId& self) {
    m_typed = typed;
    m_self = self;
    m_isTyping = true;
    m_pause->start();
}

void DuplicateStrip::forget() {
    m_pause->stop();
    m_isTyping = false;
    m_found.clear();
    hide();
}

IncidentId DuplicateStrip::likeliest() const {
    return m_found.value(0).incident;
}

QString DuplicateStrip::words(const Likeness& likeness) const {
    const Incident* incident = m_context.desk.situation().incidents().find(likeness.incident);
    if (!incident)
        return {};
    QStringList signs{likeness.reports == 1 ? tr("1 call") : tr("%1 calls").arg(likeness.reports)};
    if (likeness.metres)
        signs << (*likeness.metres < 1000 ? tr("%1 m").arg(qRound(*likeness.metres / 10) * 10)
                                          : tr("%1 km").arg(*likeness.metres / 1000, 0, 'f', 1));
    signs << tr("%1 ago").arg(text::age(likeness.ago));
    if (likeness.sameCaller)
        signs << tr("same telephone");
    const QString what =
        u"%1 %2"_s.arg(text::shortNumber(incident->number),
                       text::typeName(m_context.desk.situation().catalogue(), incident->details.type));
    return tr("%1: %2, %3", "signs of a duplicate, incident, place")
        .arg(signs.join(tr(", ")), what.trimmed(), text::place(incident->details.place));
}

void DuplicateStrip::refresh() {
    if (!m_isTyping)
        return;
    const SeatDesk& desk = m_context.desk;
    m_found = likelyDuplicates(
        desk.situation(), m_typed, m_self,
        {.now = desk.now(),
         .sees = [&desk](const Incident& incident) { return desk.sight(incident) > Sight::Outline; },
         .knowsCallers =
             [&desk](const Incident& incident) {
                 return desk.sight(incident) == Sight::Whole && desk.knowsCallers(incident);
             }});
    m_title->setText(tr("Reported already?"));
    for (qsizetype number = 0; number < m_rows.size(); ++number) {
        const Row& row = m_rows.at(number);
        row.whole->setVisible(number < m_found.size());
        if (number >= m_found.size())
            continue;
        const QString text = words(m_found.at(number));
        row.view->setToolTip(text);
        row.view->setAccessibleName(tr("Look at it: %1").arg(text));
        row.attach->setText(number == 0 ? tr("Attach (Ctrl+J)") : tr("Attach"));
        row.attach->setAccessibleName(tr("Attach this report to it: %1").arg(text));
    }
    setVisible(!m_found.isEmpty());
    layout()->activate();
    fit();
}

/// As much of the words as there is room for; all of them are in the tip.
void DuplicateStrip::fit() {
    constexpr int besideTheText = 24; // the button's edge and padding, on both sides
    for (const Row& row : std::as_const(m_rows))
        row.view->setText(row.view->fontMetrics().elidedText(row.view->toolTip(), Qt::ElideRight,
                                                             row.view->width() - besideTheText));
}

void DuplicateStrip::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    layout()->activate();
    fit();
}

void DuplicateStrip::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace tridesk
