// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/incident_header.h"

#include "ui/panes/incident/merged_reports.h"
#include "ui/text/hazard_signs.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr qsizetype mostAsked = 160; ///< characters of a crew's words: the orders below need the room

QLabel* label(QWidget* parent, const QString& objectName, const char* style = nullptr) {
    auto* label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText); // a caller's words are never markup
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (style)
        label->setProperty(style, true);
    return label;
}

void setInk(QLabel* label, const QColor& colour) {
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

} // namespace

IncidentHeader::IncidentHeader(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_level(label(this, u"detailLevel"_s))
    , m_number(label(this, u"detailNumber"_s, "title"))
    , m_stage(label(this, u"detailStage"_s))
    , m_age(label(this, u"detailAge"_s, "dim"))
    , m_type(label(this, u"detailType"_s))
    , m_place(label(this, u"detailPlace"_s))
    , m_hazards(label(this, u"detailHazards"_s))
    , m_tags(label(this, u"detailTags"_s, "dim"))
    , m_reinforcement(label(this, u"detailReinforcement"_s))
    , m_hold(label(this, u"detailHold"_s))
    , m_lacking(label(this, u"detailLacking"_s))
    , m_callers(label(this, u"detailCallers"_s, "dim"))
    , m_merged(label(this, u"detailMerged"_s, "dim"))
    , m_text(label(this, u"detailText"_s))
    , m_words(new QScrollArea(this)) {
    auto* line = new QHBoxLayout;
    line->setSpacing(10);
    for (QLabel* part : {m_level, m_number, m_stage, m_age})
        line->addWidget(part);
    line->addStretch(1);
    for (QLabel* part : {m_type, m_place, m_hazards, m_reinforcement, m_hold, m_lacking, m_callers, m_text})
        part->setWordWrap(true);
    m_merged->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // twenty reports are one line too
    m_merged->installEventFilter(this);
    QFont strong = font();
    strong.setBold(true);
    m_level->setFont(strong);
    m_hazards->setFont(strong);
    m_reinforcement->setFont(strong);
    m_words->setWidget(m_text);
    m_words->setWidgetResizable(true);
    m_words->setFrameShape(QFrame::NoFrame);
    m_words->setFocusPolicy(Qt::NoFocus);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setContentsMargins(0, 2, 0, 2);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(8, 5, 8, 1);
    all->setSpacing(1);
    all->addLayout(line);
    auto* kind = new QHBoxLayout; // tags beside the type: the orders below need the height
    kind->setSpacing(10);
    kind->addWidget(m_type, 1);
    kind->addWidget(m_tags, 0, Qt::AlignTop);
    all->addLayout(kind);
    for (QLabel* part : {m_place, m_hazards, m_reinforcement, m_hold, m_lacking, m_callers, m_merged})
        all->addWidget(part);
    all->addWidget(m_words);
}

bool IncidentHeader::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_merged && event->type() == QEvent::Resize)
        fitMerged();
    return QWidget::eventFilter(watched, event);
}

void IncidentHeader::fitWords() {
    const int most = fontMetrics().lineSpacing() * 5;
    m_words->setVisible(!m_text->text().isEmpty());
    m_words->setFixedHeight(std::min(most, m_text->heightForWidth(std::max(100, width() - 40)) + 4));
}

void IncidentHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitWords();
}

void IncidentHeader::showLevel(const Incident& incident) {
    const Swatch level = m_look.theme().level(incident.details.level);
    m_level->setText(level.glyph + u' ' + text::name(incident.details.level));
    setInk(m_level, level.colour);
    const Swatch stage = m_look.theme().stage(incident.stage);
    m_stage->setText(stage.glyph + u' ' + text::name(incident.stage));
    setInk(m_stage, stage.colour);
}

void IncidentHeader::showCallers(const QList<Caller>& callers) {
    QStringList lines;
    for (const Caller& caller : callers)
        lines << callerText(caller);
    m_callers->setVisible(!lines.isEmpty());
    m_callers->setText(tr("Callers: %1").arg(lines.join(tr(", ", "between callers"))));
}

void IncidentHeader::hideCallers() {
    m_callers->setText(tr("Callers: confidential"));
    m_callers->show();
}

/// On one line; all are in the tip.
void IncidentHeader::showMerged(const QStringList& reports) {
    m_reports =
        tr("Also reported ×%1: %2").arg(reports.size()).arg(reports.join(tr("; ", "between reports")));
    m_merged->setVisible(!reports.isEmpty());
    m_merged->setToolTip(reports.join(u'\n'));
    m_merged->setAccessibleDescription(m_reports);
    fitMerged();
}

void IncidentHeader::fitMerged() {
    m_merged->setText(m_merged->fontMetrics().elidedText(m_reports, Qt::ElideRight, m_merged->width()));
}

void IncidentHeader::showIncident(const Situation& situation, const Incident& incident, Instant now) {
    const IncidentDetails& details = incident.details;
    showLevel(incident);
    m_number->setText(incidentNumberText(incident.number));
    m_type->setText(details.type.isNull() ? tr("No type yet")
                                          : text::typePath(situation.catalogue(), details.type));
    const QString station = incident.post.isNull() ? QString() : text::postName(situation, incident.post);
    QStringList where{text::place(details.place)};
    if (!station.isEmpty())
        where << station;
    if (!incident.beat.isNull())
        where << text::beatName(situation, incident.beat);
    m_place->setText(where.join(u" · "_s));
    m_hazards->setVisible(details.hazards.any());
    m_hazards->setText(text::signedHazards(details.hazards));
    setInk(m_hazards, m_look.theme().warning);
    m_tags->setVisible(!incident.tags.isEmpty());
    m_tags->setText(u'#' + incident.tags.join(u"  #"_s));
    m_reinforcement->setVisible(incident.isOpen() && incident.reinforcement);
    const QString asked = text::reinforcement(situation, incident);
    m_reinforcement->setText(u"⊕ "_s + (asked.size() > mostAsked ? asked.left(mostAsked) + u'…' : asked));
    m_reinforcement->setToolTip(asked);
    setInk(m_reinforcement, m_look.theme().warning);
    showCallers(details.callers);
    const QString held = text::hold(situation, incident);
    m_hold->setVisible(!held.isEmpty());
    m_hold->setText(u"⏸ "_s + held);
    m_text->setText(details.text);
    fitWords();
    showAge(incident, now);
}

void IncidentHeader::showLacking(const QStringList& fields) {
    m_lacking->setVisible(!fields.isEmpty());
    m_lacking->setText(tr("To be asked before it is closed: %1").arg(fieldNames(fields)));
    setInk(m_lacking, m_look.theme().warning);
}

void IncidentHeader::showAge(const Incident& incident, Instant now) {
    m_age->setText(incident.isOpen() ? tr("for %1").arg(text::duration(now - incident.reportedAt))
                                     : tr("closed %1").arg(text::time(incident.stageSince, now)));
    m_age->setToolTip(tr("Reported %1").arg(text::dateTime(incident.reportedAt)));
}

} // namespace tridesk
