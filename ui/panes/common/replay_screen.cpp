// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/replay_screen.h"

#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

QRectF placed(QSize picture, const QRectF& room) {
    const QSizeF size = QSizeF(picture).scaled(room.size(), Qt::KeepAspectRatio);
    QRectF at(QPointF(), size);
    at.moveCenter(room.center());
    return at;
}

} // namespace

ReplayScreen::ReplayScreen(const Look& look, Replayer& replay, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_replay(replay) {
    setObjectName(u"replayScreen"_s);
    setAccessibleName(tr("Replay"));
    setMinimumSize(120, 68);
    connect(&replay, &Replayer::pictureChanged, this, qOverload<>(&QWidget::update));
    connect(&replay, &Replayer::stateChanged, this, qOverload<>(&QWidget::update));
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void ReplayScreen::setInstantOf(InstantOf instantOf) {
    m_instantOf = std::move(instantOf);
    update();
}

void ReplayScreen::setStill(const QImage& still, Instant then) {
    m_still = still;
    m_stillAt = then;
    update();
}

void ReplayScreen::setInset(const QImage& picture, const QString& word) {
    m_inset = picture;
    m_insetWord = word;
    update();
}

void ReplayScreen::setCaption(const QString& caption) {
    m_caption = caption;
    update();
}

void ReplayScreen::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_replay.setShownSize((QSizeF(size()) * devicePixelRatioF()).toSize());
    // what stands still was made for another size
    if (const ReplayStatus status = m_replay.status(); status.isOpen && (status.paused || status.ended))
        m_replay.seek(m_replay.position());
}

QString ReplayScreen::trouble() const {
    const auto fault = m_replay.status().fault;
    if (!fault || !m_still.isNull())
        return {};
    return fault->kind == StreamFault::Kind::NoPicture
               ? tr("Nothing was kept that could be replayed yet.")
               : tr("This cannot be played: the file is not there, or damaged.");
}

int ReplayScreen::headHeight() const {
    return fontMetrics().height() + 6;
}

void ReplayScreen::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = m_look.theme();
    painter.fillRect(rect(), mix(theme.window, theme.panel, 0.5));
    const QImage& picture = m_still.isNull() ? m_replay.picture().image : m_still;
    if (!picture.isNull()) {
        const QRectF at = placed(picture.size(), rect().adjusted(3, headHeight(), -3, -3));
        painter.setRenderHint(QPainter::SmoothPixmapTransform, at.size() != QSizeF(picture.size()));
        painter.drawImage(at, picture);
    }
    painter.setPen(theme.text);
    painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, trouble());
    paintInset(painter);
    if (!picture.isNull())
        paintHead(painter);
}

// A band over the whole head, in the colour of what needs care: red would be an alarm.
void ReplayScreen::paintHead(QPainter& painter) const {
    const Theme& theme = m_look.theme();
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const QRect band(0, 0, width(), headHeight());
    painter.fillRect(band, theme.warning);
    painter.fillRect(QRect(0, 0, 3, height()), theme.warning);
    painter.fillRect(QRect(width() - 3, 0, 3, height()), theme.warning);
    painter.fillRect(QRect(0, height() - 3, width(), 3), theme.warning);
    const Instant then = m_still.isNull() && m_instantOf ? m_instantOf(m_replay.picture().at) : m_stillAt;
    const QString word =
        m_still.isNull() ? tr("REPLAY %1").arg(text::clock(then)) : tr("STILL %1").arg(text::clock(then));
    painter.setFont(bold);
    painter.setPen(theme.panel);
    const QRect room = band.adjusted(8, 0, -8, 0);
    const QString whole = m_caption.isEmpty() ? word : word + u"   "_s + m_caption;
    painter.drawText(
        room, Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(whole, Qt::ElideRight, room.width())); // a tile's tools stand at the right
}

void ReplayScreen::paintInset(QPainter& painter) const {
    if (m_inset.isNull() || width() < 200)
        return;
    const Theme& theme = m_look.theme();
    const QFontMetrics metrics(font());
    const QSizeF size = QSizeF(m_inset.size()).scaled(QSizeF(width(), height()) * 0.3, Qt::KeepAspectRatio);
    const QRectF at(QPointF(width() - size.width() - 8, headHeight() + 5), size);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(at, m_inset);
    painter.setPen(QPen(theme.good, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(at);
    const QRectF word(at.left(), at.bottom() - metrics.height(),
                      std::min(at.width(), metrics.horizontalAdvance(m_insetWord) + 8.0), metrics.height());
    painter.fillRect(word, theme.panel);
    painter.setPen(theme.text);
    painter.drawText(word, Qt::AlignCenter, metrics.elidedText(m_insetWord, Qt::ElideRight, int(at.width())));
}

} // namespace tridesk
