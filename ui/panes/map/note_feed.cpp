// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/note_feed.h"

#include "app/desk/desk.h"
#include "app/domain/message_rules.h"
#include "ui/map/canvas.h"
#include "ui/text/premises.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

// Drawings, notes and bulletins share one layer: their numbers must not meet.
constexpr quint64 noteKeys = quint64(1) << 62;
constexpr quint64 messageKeys = quint64(1) << 61;
constexpr int circleCorners = 36;
constexpr qsizetype longestLabel = 18; ///< of a bulletin on the map; all of it is in its pane

QPolygonF circle(GeoPoint at, qint64 metres) {
    QPolygonF points;
    points.reserve(circleCorners);
    for (int corner = 0; corner < circleCorners; ++corner)
        points << ui::toMercator(
            at.coordinate().atDistanceAndAzimuth(double(metres), 360.0 * corner / circleCorners));
    return points;
}

QPolygonF ring(const Area& area) {
    QPolygonF points;
    points.reserve(area.constFirst().size());
    for (const GeoPoint& corner : area.constFirst())
        points << ui::toMercator(corner.coordinate());
    return points;
}

ui::PlotInk inkOf(PremiseKind kind) {
    switch (kind) {
    case PremiseKind::Hazard:
        return ui::PlotInk::Orange;
    case PremiseKind::Premise:
        return ui::PlotInk::Grey;
    case PremiseKind::KeySite:
        return ui::PlotInk::Purple;
    }
    return ui::PlotInk::Grey;
}

} // namespace

NoteFeed::NoteFeed(const PaneContext& context, ui::MapCanvas& canvas, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_canvas(canvas)
    , m_wall(context.desk.isWall()) {
    showAll();
    connect(&context.desk, &SeatDesk::changed, this, &NoteFeed::take);
    auto* clock = new QTimer(this); // what has an end goes by itself
    connect(clock, &QTimer::timeout, this, &NoteFeed::tick);
    clock->start(5s);
}

PremiseNoteId NoteFeed::note(quint64 key) const {
    return (key & noteKeys) != 0 ? m_notes.id(key & ~noteKeys) : PremiseNoteId();
}

void NoteFeed::showAll() {
    for (const PremiseNote& note : m_context.desk.situation().premises())
        show(note.id);
    for (const Message& message : m_context.desk.situation().messages())
        if (!message.area.isEmpty())
            show(message.id);
}

void NoteFeed::take(const Changes& changes) {
    if (m_wall != m_context.desk.isWall()) {
        m_wall = m_context.desk.isWall();
        showAll();
    }
    for (const PremiseNoteId& id : changes.premises)
        show(id);
    for (const MessageId& id : changes.messages)
        show(id);
}

void NoteFeed::show(const PremiseNoteId& id) {
    const PremiseNote* note = m_context.desk.situation().premises().find(id);
    const quint64 key = m_notes.of(id) | noteKeys;
    const bool isPlace = note && (note->details.at || !note->details.area.isEmpty());
    if (!isPlace || m_wall || !note->stands(m_context.desk.now())) {
        if (m_shownNotes.remove(id))
            m_canvas.remove(ui::SymbolKind::Plot, key);
        return;
    }
    ui::PlotShape shape;
    shape.key = key;
    shape.kind = ui::PlotKind::Zone;
    shape.ink = inkOf(note->details.kind);
    shape.label = text::premiseSign(note->details.kind);
    shape.points = note->details.area.isEmpty() ? circle(*note->details.at, note->details.radius)
                                                : ring(note->details.area);
    m_shownNotes.insert(id);
    m_canvas.upsert(shape);
}

void NoteFeed::show(const MessageId& id) {
    const SeatDesk& desk = m_context.desk;
    const Message* message = desk.situation().messages().find(id);
    const bool stands = message && !message->area.isEmpty() && isStanding(message->kind) && !m_wall &&
                        message->stands(desk.now()) && desk.mayRead(*message) &&
                        message_rules::concerns(desk.situation(), *message, desk.actor().seat);
    if (!stands) {
        if (m_shownMessages.remove(id))
            m_canvas.remove(ui::SymbolKind::Plot, m_messages.of(id) | messageKeys);
        return;
    }
    ui::PlotShape shape;
    shape.key = m_messages.of(id) | messageKeys;
    shape.kind = ui::PlotKind::Zone;
    shape.ink = ui::PlotInk::Blue;
    const QString words = message->text.simplified();
    shape.label = words.size() > longestLabel ? words.left(longestLabel) + u'…' : words;
    shape.points = ring(message->area);
    m_shownMessages.insert(id);
    m_canvas.upsert(shape);
}

void NoteFeed::tick() {
    const QSet<PremiseNoteId> notes = m_shownNotes; // showing one may take it out
    for (const PremiseNoteId& id : notes)
        if (const PremiseNote* note = m_context.desk.situation().premises().find(id);
            note && !note->stands(m_context.desk.now()))
            show(id);
    const QSet<MessageId> messages = m_shownMessages;
    for (const MessageId& id : messages)
        if (const Message* message = m_context.desk.situation().messages().find(id);
            message && !message->stands(m_context.desk.now()))
            show(id);
}

} // namespace tridesk
