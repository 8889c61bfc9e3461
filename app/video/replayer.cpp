// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/replayer.h"

#include "app/video/replay_run.h"
#include "app/video/video_threads.h"

namespace tridesk {

namespace {

void runReplay(ReplaySlot& slot, const OpenSource& open) {
    auto source = open();
    if (!source)
        slot.ended(source.error());
    else if (!slot.stopped())
        ReplayRun(slot, *std::move(source)).run();
}

} // namespace

Replayer::Replayer(QObject* parent)
    : QObject(parent) {}

Replayer::~Replayer() {
    if (m_slot)
        m_slot->stop(); // from here on nothing is queued to us
}

void Replayer::play(const OpenSource& source, std::optional<VideoTime> from) {
    stop();
    m_picture = {};
    m_told = {};
    const auto notify = [this, queued = m_queued] {
        if (!queued->exchange(true))
            QMetaObject::invokeMethod(this, &Replayer::takeNews, Qt::QueuedConnection);
    };
    m_slot = std::make_shared<ReplaySlot>(notify);
    m_slot->setShownSize(m_shownSize);
    if (from)
        m_slot->seek(*from);
    VideoThreads::start("replay", [slot = m_slot, source] { runReplay(*slot, source); });
}

void Replayer::stop() {
    if (m_slot)
        m_slot->stop();
    m_slot.reset();
}

void Replayer::setShownSize(QSize size) {
    m_shownSize = size;
    if (m_slot)
        m_slot->setShownSize(size);
}

void Replayer::setPaused(bool paused) {
    if (m_slot)
        m_slot->setPaused(paused);
    Q_EMIT stateChanged();
}

void Replayer::setRate(double rate) {
    if (m_slot)
        m_slot->setRate(rate);
    Q_EMIT stateChanged();
}

void Replayer::seek(VideoTime to) {
    if (m_slot)
        m_slot->seek(to);
}

void Replayer::step(int pictures) {
    if (m_slot)
        m_slot->step(pictures);
    Q_EMIT stateChanged();
}

ReplayStatus Replayer::status() const {
    return m_slot ? m_slot->status() : ReplayStatus();
}

void Replayer::takeNews() {
    *m_queued = false;
    if (!m_slot)
        return;
    if (auto picture = m_slot->pictureAfter(m_picture.number)) {
        m_picture = *std::move(picture);
        Q_EMIT pictureChanged();
    }
    const ReplayStatus now = status();
    const bool isNew = now.isOpen != m_told.isOpen || now.ended != m_told.ended || now.fault != m_told.fault;
    m_told = now;
    if (isNew)
        Q_EMIT stateChanged();
}

} // namespace tridesk
