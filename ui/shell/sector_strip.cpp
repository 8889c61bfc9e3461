// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sector_strip.h"

#include "app/desk/desk.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

SectorStrip::SectorStrip(SeatDesk& desk, const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_look(look)
    , m_text(new QLabel(this))
    , m_note(new QPushButton(tr("Noted"), this)) {
    setObjectName(u"sectorStrip"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_text->setObjectName(u"sector.text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // words never widen the window
    m_note->setObjectName(u"sector.note"_s);
    m_note->setAccessibleName(tr("The moved stations are noted"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 10, 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_note);
    connect(m_note, &QPushButton::clicked, this, &SectorStrip::note);
    connect(&look, &Look::changed, this, &SectorStrip::dress);
    connect(&desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (!changes.sectors.isEmpty())
            refresh();
    });
    dress();
    refresh();
}

void SectorStrip::dress() {
    const Theme& theme = m_look.theme();
    setStyleSheet(u"#sectorStrip { background: %1; border-bottom: 1px solid %2; }"
                  "#sector\\.text { font-weight: 600; }"_s.arg(mix(theme.raised, theme.accent, 0.22).name(),
                                                               theme.line.name()));
}

void SectorStrip::refresh() {
    const Situation& situation = m_desk.situation();
    const QString seat = m_desk.actor().seat.toString();
    QStringList came;
    QStringList went;
    const SectorCover* newest = nullptr;
    m_posts.clear();
    QList<const SectorCover*> covers;
    for (const SectorCover& cover : situation.sectors())
        if (!cover.noted.contains(seat) && (cover.desk == seat || cover.before == seat))
            covers.append(&cover);
    std::ranges::sort(covers, [](const SectorCover* a, const SectorCover* b) { return a->post < b->post; });
    for (const SectorCover* cover : std::as_const(covers)) {
        m_posts.append(cover->post);
        if (cover->desk == seat)
            came << text::postName(situation, cover->post);
        else
            went << tr("%1 to %2", "station, desk")
                        .arg(text::postName(situation, cover->post),
                             cover->desk.isEmpty() ? tr("every desk")
                                                   : text::seatName(situation, cover->desk));
        if (!newest || cover->since > newest->since)
            newest = cover;
    }
    setVisible(newest != nullptr);
    if (!newest)
        return;
    QStringList parts;
    const QString comma = tr(", ", "between stations");
    if (!came.isEmpty())
        parts << tr("Yours from now on: %1").arg(came.join(comma));
    if (!went.isEmpty())
        parts << tr("No longer yours: %1").arg(went.join(comma));
    parts << tr("moved by %1, %2").arg(newest->by, text::time(newest->since, m_desk.now()));
    m_text->setText(parts.join(u" · "_s));
    m_text->setToolTip(m_text->text());
    m_text->setAccessibleName(m_text->text());
}

void SectorStrip::note() {
    m_desk.submit(NoteSectorMove{m_posts});
}

} // namespace tridesk
