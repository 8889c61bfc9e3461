// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/feed_reader.h"

#include "app/video/feed_session.h"
#include "app/video/reconnect_pause.h"
#include "app/video/video_threads.h"

#include <QLoggingCategory>

namespace tridesk {

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.video")

void playUntilStopped(const FeedSource& source, FeedSlot& slot, const StreamLimits& limits) {
    ReconnectPause pause;
    PictureMaker maker;
    std::optional<StreamFault::Kind> told;
    while (!slot.stopped()) {
        FeedSession session(slot, maker, limits);
        const StreamFault fault = session.play(source);
        if (slot.stopped())
            return;
        if (session.hasPlayed()) {
            pause.reset();
            told.reset();
        }
        if (told != fault.kind) // once for each loss and each new reason, not for each try
            qCInfo(log).noquote() << source.address.toString() << nameOf(fault.kind) << fault.detail;
        told = fault.kind;
        const Milliseconds left = pause.next(fault.kind);
        slot.lost(fault, left);
        if (!slot.pause(left))
            return;
    }
}

} // namespace

FeedReader::FeedReader(FeedSource source, FeedSlot::Notify notify, const StreamLimits& limits,
                       std::shared_ptr<Rewind> rewind)
    : m_slot(std::make_shared<FeedSlot>(std::move(notify), std::move(rewind))) {
    VideoThreads::start("feed", [slot = m_slot, source = std::move(source), limits] {
        playUntilStopped(source, *slot, limits);
    });
}

FeedReader::~FeedReader() {
    m_slot->stop();
}

int FeedReader::running() {
    return VideoThreads::running();
}

bool FeedReader::waitForEnd(Milliseconds most) {
    return VideoThreads::waitForEnd(most);
}

} // namespace tridesk
