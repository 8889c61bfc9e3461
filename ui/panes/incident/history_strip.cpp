// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/history_strip.h"

#include "app/desk/desk.h"
#include "ui/text/hazard_signs.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr auto pauseBeforeLooking = 250ms; // of the typing hand
constexpr qsizetype mostRows = 20;
constexpr int rowsInSight = 4; ///< the rest is scrolled to

} // namespace

HistoryStrip::HistoryStrip(const PaneContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_rowArea(new QScrollArea(this))
    , m_pause(new QTimer(this)) {
    setObjectName(u"historyStrip"_s);
    m_title->setObjectName(u"history.title"_s);
    m_title->setProperty("strong", true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_open->setObjectName(u"history.open"_s);
    m_open->setFlat(true);
    auto* rows = new QWidget(m_rowArea);
    m_column = new QVBoxLayout(rows);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_rowArea->setObjectName(u"history.rows"_s);
    m_rowArea->setWidget(rows);
    m_rowArea->setWidgetResizable(true);
    m_rowArea->setFrameShape(QFrame::NoFrame);
    m_rowArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rowArea->setFocusPolicy(Qt::NoFocus);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_title, 1);
    line->addWidget(m_open);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 1, 8, 1);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_rowArea);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseBeforeLooking);
    connect(m_pause, &QTimer::timeout, this, &HistoryStrip::ask);
    connect(m_open, &QPushButton::clicked, this, [this] { setOpen(!m_isOpen); });
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (m_isLooking && !changes.incidents.isEmpty() && !m_pause->isActive())
            m_pause->start();
    });
    refresh();
}

void HistoryStrip::look(const IncidentDetails& details, const IncidentId& self) {
    // a report that was saved while it is typed is the same look
    const bool isSame = m_isLooking && (m_self == self || m_self.isNull());
    if (isSame && m_self == self && details.place == m_details.place && details.callers == m_details.callers)
        return;
    if (!isSame)
        forget();
    m_details = details;
    m_self = self;
    m_isLooking = true;
    m_pause->start();
}

void HistoryStrip::forget() {
    m_pause->stop();
    ++m_asked;
    m_isLooking = false;
    m_history = {};
    m_recorded.clear();
    hide();
}

void HistoryStrip::setOpen(bool open) {
    m_isOpen = open;
    refresh();
}

void HistoryStrip::ask() {
    if (!m_isLooking || m_context.desk.isWall())
        return forget();
    m_context.desk.earlier(m_details.place, m_details.callers)
        .then(this, [this, asked = ++m_asked](const HistoryIndex::Hits& hits) {
            if (asked == m_asked)
                show(hits);
        });
}

void HistoryStrip::show(const HistoryIndex::Hits& hits) {
    const SeatDesk& desk = m_context.desk;
    m_history = historyOf(
        desk.situation(), hits, m_details, m_self,
        {.now = desk.now(),
         .sees = [&desk](const Incident& incident) { return desk.sight(incident) == Sight::Whole; },
         .knowsCallers = [&desk](const Incident& incident) { return desk.knowsCallers(incident); }});
    refresh();
    Q_EMIT looked();
}

QString HistoryStrip::title() const {
    QStringList parts;
    switch (m_history.atPlaceThisWeek) {
    case 0:
        break;
    case 1:
        parts << tr("Second visit this week");
        break;
    case 2:
        parts << tr("Third visit this week");
        break;
    case 3:
        parts << tr("Fourth visit this week");
        break;
    default:
        parts << tr("Visit no. %1 this week").arg(m_history.atPlaceThisWeek + 1);
    }
    if (m_history.atPlace > 0)
        parts << tr("%1 earlier here").arg(m_history.atPlace);
    if (m_history.ofCaller > 0)
        parts << tr("☎ %1 earlier of this caller").arg(m_history.ofCaller);
    return parts.join(u" · "_s);
}

QString HistoryStrip::words(const Earlier& earlier) const {
    const Situation& situation = m_context.desk.situation();
    const Incident* known = situation.incidents().find(earlier.incident);
    if (!known)
        return {};
    const Incident incident = m_context.desk.shown(*known);
    QStringList parts{tr("%1 ago").arg(text::age(earlier.ago)),
                      u"%1 %2"_s
                          .arg(text::shortNumber(incident.number),
                               text::typeName(situation.catalogue(), incident.details.type))
                          .trimmed(),
                      incident.isOpen() ? text::name(incident.stage)
                                        : text::dispositionName(situation.catalogue(), incident.disposition)};
    if (incident.details.hazards.any())
        parts << text::signedHazards(incident.details.hazards);
    if (earlier.sameAddress)
        parts << tr("same address");
    else if (earlier.samePlace && earlier.metres)
        parts << tr("%1 m away").arg(qRound(*earlier.metres / 5) * 5);
    if (earlier.sameCaller)
        parts << (earlier.samePlace
                      ? tr("☎ same caller")
                      : tr("☎ same caller, %1", "place").arg(text::place(incident.details.place)));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QPushButton* HistoryStrip::row(qsizetype number) {
    while (m_rows.size() <= number) {
        auto* button = new QPushButton(m_rowArea->widget());
        button->setObjectName(u"history.view.%1"_s.arg(m_rows.size()));
        button->setFlat(true);
        button->setStyleSheet(u"text-align: left; border: none; padding: 1px 6px;"_s);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this, [this, at = m_rows.size()] {
            if (at < m_history.earlier.size())
                Q_EMIT viewAsked(m_history.earlier.at(at).incident);
        });
        m_column->addWidget(button);
        m_rows.append(button);
    }
    return m_rows.at(number);
}

void HistoryStrip::refresh() {
    const qsizetype count = m_isOpen ? std::min(m_history.earlier.size(), mostRows) : 0;
    for (qsizetype number = 0; number < std::max(count, m_rows.size()); ++number) {
        QPushButton* button = row(number);
        button->setVisible(number < count);
        if (number >= count)
            continue;
        const QString text = words(m_history.earlier.at(number));
        button->setToolTip(text);
        button->setAccessibleName(tr("Look at it: %1").arg(text));
    }
    // One line is worth more than a sum where there is but one.
    const QString said =
        m_history.isEmpty() ? QString()
        : m_isOpen
            ? title()
            : tr("%1: %2", "how often, the newest").arg(title(), words(m_history.earlier.constFirst()));
    m_title->setToolTip(said);
    m_title->setAccessibleName(said);
    m_open->setText(m_isOpen ? tr("Less") : tr("Show all"));
    m_open->setAccessibleName(m_isOpen ? tr("Less of what was before")
                                       : tr("All that was before here and of this caller"));
    m_open->setToolTip(tr("Earlier here and of this caller (Ctrl+Shift+H)"));
    m_rowArea->setVisible(count > 0);
    if (count > 0) {
        const int high = row(0)->sizeHint().height();
        m_rowArea->setFixedHeight(high * std::min(int(count), rowsInSight) + 2);
    }
    setVisible(m_isLooking && !m_history.isEmpty());
    layout()->activate();
    fit();
    update();
}

/// As much of the words as there is room for; all of them are in the tip.
void HistoryStrip::fit() {
    constexpr int besideTheText = 20;
    m_title->setText(m_title->fontMetrics().elidedText(m_title->toolTip(), Qt::ElideRight, m_title->width()));
    for (QPushButton* each : std::as_const(m_rows))
        each->setText(each->fontMetrics().elidedText(each->toolTip(), Qt::ElideRight,
                                                     m_rowArea->viewport()->width() - besideTheText));
}

QString HistoryStrip::subjectOf(LookKind kind) const {
    QStringList phones;
    for (const Caller& caller : m_details.callers)
        phones << caller.phone;
    phones.removeAll(QString());
    const QString subject =
        kind == LookKind::CallerHistory ? phones.join(u", "_s) : text::place(m_details.place);
    return subject.left(limits::line);
}

/// It stands on the screen: somebody has read it.
void HistoryStrip::record() {
    const Incident* self = m_context.desk.situation().incidents().find(m_self);
    const QString reason = self ? incidentNumberText(self->number) : tr("New incident");
    const auto look = [&](LookKind kind, int found) {
        const QString subject = subjectOf(kind);
        const QString key = QString::number(int(kind)) + subject;
        if (found == 0 || subject.trimmed().isEmpty() || m_recorded.contains(key))
            return;
        m_recorded.insert(key);
        m_context.desk.submit(RecordLook{kind, subject, reason});
    };
    look(LookKind::AddressHistory, m_history.atPlace);
    look(LookKind::CallerHistory, m_history.ofCaller);
}

void HistoryStrip::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    record();
}

void HistoryStrip::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    layout()->activate();
    fit();
}

void HistoryStrip::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
}

} // namespace tridesk
