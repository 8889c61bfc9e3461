// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/hover_card.h"

#include "ui/map/canvas.h"
#include "ui/map/map_view.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int restMs = 350;
constexpr int widest = 330;
constexpr QPoint beside(16, 18); ///< from the pointer to the card

} // namespace

HoverCard::HoverCard(ui::MapCanvas& canvas, Ask ask, InSight inSight)
    : QFrame(&canvas)
    , m_canvas(canvas)
    , m_ask(std::move(ask))
    , m_inSight(std::move(inSight))
    , m_title(new QLabel(this))
    , m_lines(new QLabel(this))
    , m_rest(new QTimer(this)) {
    setObjectName(u"map.card"_s);
    setProperty("overlay", true);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setMaximumWidth(widest);
    m_title->setObjectName(u"map.card.title"_s);
    m_title->setProperty("strong", true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_lines->setObjectName(u"map.card.lines"_s);
    m_lines->setTextFormat(Qt::PlainText);
    m_lines->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(9, 6, 9, 7);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_lines);
    hide();
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    connect(m_rest, &QTimer::timeout, this, &HoverCard::showNow);
    connect(&canvas, &ui::MapCanvas::hovered, this, &HoverCard::rest);
    connect(&canvas, &ui::MapCanvas::viewChanged, this, &HoverCard::vanish);
    connect(&canvas, &ui::MapCanvas::dragStarted, this, &HoverCard::vanish);
    canvas.installEventFilter(this);
}

QString HoverCard::text() const {
    return isVisible() ? m_spoken : QString();
}

void HoverCard::rest(ui::SymbolKind kind, quint64 key, const QPoint& global) {
    vanish();
    if (kind == ui::SymbolKind::None)
        return;
    m_thing = {kind, key, {}};
    m_at = m_canvas.mapFromGlobal(global);
    m_rest->start();
}

void HoverCard::vanish() {
    m_rest->stop();
    hide();
    m_spoken.clear(); // what may not be read any more is not kept either
    setAccessibleName({});
    m_canvas.setAccessibleDescription({});
    for (QLabel* label : {m_title, m_lines})
        label->clear();
}

void HoverCard::showNow() {
    const Card card = m_ask(m_thing.kind, m_thing.key);
    if (card.isEmpty())
        return vanish();
    m_title->setText(card.title);
    m_lines->setText(card.lines.join(u'\n'));
    m_lines->setVisible(!card.lines.isEmpty());
    int words = m_title->fontMetrics().horizontalAdvance(card.title);
    for (const QString& line : card.lines)
        words = qMax(words, m_lines->fontMetrics().horizontalAdvance(line));
    setFixedWidth(qMin(widest, words + 28));
    m_spoken = card.spoken();
    setAccessibleName(m_spoken);
    place(m_at);
    show();
    raise();
}

void HoverCard::place(QPoint at) {
    const QSize size(width(), heightForWidth(width()));
    QPoint corner = at + beside;
    if (corner.x() + size.width() > m_canvas.width() - 4)
        corner.setX(at.x() - beside.x() - size.width());
    if (corner.y() + size.height() > m_canvas.height() - 4)
        corner.setY(at.y() - beside.y() - size.height());
    setGeometry(QRect(QPoint(qMax(4, corner.x()), qMax(4, corner.y())), size));
}

bool HoverCard::step(int by) {
    QList<Thing> things = m_inSight();
    if (things.isEmpty())
        return false;
    // as one reads: from the left, and from the top where two stand over each other
    std::ranges::sort(things, {}, [](const Thing& t) { return std::tuple(t.at.x(), t.at.y(), t.key); });
    const auto now = std::ranges::find_if(
        things, [this](const Thing& t) { return t.kind == m_thing.kind && t.key == m_thing.key; });
    const qsizetype n = things.size();
    const qsizetype next =
        now == things.end() || !isVisible() ? (by > 0 ? 0 : n - 1) : (now - things.begin() + by + n) % n;
    m_thing = things[next];
    m_at = m_canvas.view().toPixel(m_thing.at).toPoint();
    showNow();
    m_canvas.setAccessibleDescription(m_spoken);
    QAccessibleEvent spoken(&m_canvas, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&spoken);
    return true;
}

bool HoverCard::key(const QKeyEvent& event) {
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_I:
        return step((event.modifiers() & Qt::ShiftModifier) ? -1 : 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isVisible())
            return false;
        Q_EMIT chosen(m_thing.kind, m_thing.key);
        return true;
    case Qt::Key_Escape:
        if (!isVisible())
            return false;
        vanish();
        return true;
    default:
        return false;
    }
}

bool HoverCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched != &m_canvas)
        return false;
    if (event->type() == QEvent::KeyPress)
        return key(*static_cast<QKeyEvent*>(event));
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::FocusOut)
        vanish();
    return false;
}

} // namespace tridesk
