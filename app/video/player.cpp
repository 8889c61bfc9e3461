// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/player.h"

namespace tridesk {

Player::Player(QObject* parent)
    : QObject(parent) {
    m_due.setSingleShot(true);
    m_due.setTimerType(Qt::PreciseTimer);
    connect(&m_due, &QTimer::timeout, this, &Player::judge);
}

Player::~Player() {
    m_reader.reset(); // from here on nothing is queued to us
}

void Player::play(const FeedSource& source, const StreamLimits& limits) {
    m_reader.reset();
    const bool keeping = m_hold.has_value();
    m_hold.reset();
    m_rewind = Rewind::make(m_spill);
    setKeeping(keeping);
    playOther(source, limits);
}

void Player::setKeeping(bool keeping) {
    if (!keeping)
        m_hold.reset();
    else if (!m_hold)
        m_hold = m_rewind->hold();
}

void Player::playOther(const FeedSource& source, const StreamLimits& limits) {
    m_reader.reset();
    m_seen = 0;
    const auto notify = [this, queued = m_queued] {
        if (!queued->exchange(true))
            QMetaObject::invokeMethod(this, &Player::takeNews, Qt::QueuedConnection);
    };
    m_reader = std::make_unique<FeedReader>(source, notify, limits, m_rewind);
    m_reader->setShownSize(m_shownSize);
    m_reader->setDecoding(m_decoding);
    m_reader->setListener(m_listener);
    judge();
}

void Player::stop() {
    m_reader.reset();
    judge();
}

void Player::setShownSize(QSize size) {
    m_shownSize = size;
    if (m_reader)
        m_reader->setShownSize(size);
}

void Player::setDecoding(bool decoding) {
    m_decoding = decoding;
    if (m_reader)
        m_reader->setDecoding(decoding);
}

void Player::setListener(std::shared_ptr<SoundQueue> listener) {
    m_listener = std::move(listener);
    if (m_reader)
        m_reader->setListener(m_listener);
}

FeedStatus Player::status() const {
    return m_reader ? m_reader->status(videoNow()) : FeedStatus();
}

void Player::takeNews() {
    *m_queued = false;
    if (!m_reader)
        return;
    if (auto picture = m_reader->pictureAfter(m_seen)) {
        m_seen = picture->number;
        m_picture = std::move(*picture);
        Q_EMIT pictureChanged();
    }
    judge();
}

void Player::judge() {
    const FeedStatus now = status();
    if (now.untilChange)
        m_due.start(*now.untilChange);
    else
        m_due.stop();
    const bool isNew = now.state != m_told.state || now.still != m_told.still || now.fault != m_told.fault ||
                       now.hasSound != m_told.hasSound;
    m_told = now;
    if (isNew)
        Q_EMIT stateChanged();
}

} // namespace tridesk
