// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/clip_writer.h"

#include "app/video/video_threads.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;

namespace tridesk {

struct ClipWriter::Shared {
    std::mutex lock;
    std::condition_variable changed;
    std::optional<VideoTime> until; ///< nothing: for as long as it goes
    std::optional<ClipResult> result;
    std::function<void()> notify;
    std::atomic<qint64> length{0}; ///< ms
    std::atomic<qint64> bytes{0};

    void endAt(VideoTime at) {
        {
            const std::scoped_lock locked(lock);
            until = std::min(until.value_or(at), at);
        }
        changed.notify_all();
    }
    [[nodiscard]] std::optional<VideoTime> end() {
        const std::scoped_lock locked(lock);
        return until;
    }
    /// Until more may have come, or it is to end.
    void waitForMore() {
        constexpr Milliseconds everySoOften{200};
        std::unique_lock locked(lock);
        changed.wait_for(locked, everySoOften, [this] { return until.has_value(); });
    }
    void tell(ClipResult told) {
        {
            const std::scoped_lock locked(lock);
            result = std::move(told);
            if (notify)
                notify();
        }
        changed.notify_all();
    }
};

namespace {

// A camera that nobody decodes may be seconds from its next picture that stands by itself.
constexpr Milliseconds longestUntilFirst{20'000};

} // namespace

/// What the writer's thread does.
class ClipWriter::Run {
public:
    Run(Shared& shared, const Rewind& rewind, const ClipWish& wish)
        : m_shared(shared)
        , m_rewind(rewind)
        , m_wish(wish)
        , m_cameAt(videoNow()) {}

    [[nodiscard]] ClipResult run() {
        begin();
        while (!m_end) {
            const auto until = m_shared.end(); // asked before what is there is taken: nothing is missed
            takeIn(until);
            if (!m_end)
                judge(until);
            if (!m_end)
                m_shared.waitForMore();
        }
        finishPart();
        m_result.end = *m_end;
        if (m_result.parts.isEmpty() && !m_result.fault) {
            m_result.end = ClipResult::End::Fault;
            m_result.fault = WriteFault{WriteFault::Kind::NoPicture};
        }
        return std::move(m_result);
    }

private:
    using End = ClipResult::End;

    void begin() {
        const PacketSpan kept = m_rewind.after();
        const auto sound = std::ranges::find_if(
            kept.rbegin(), kept.rend(), [](const HeldPacket& held) { return held.coding->isSound(); });
        if (sound != kept.rend())
            m_sound = sound->coding;
        m_from = m_wish.from;
        bool found = false;
        for (const HeldPacket& held : kept) {
            if (found && held.at > m_wish.from)
                break;
            if (held.begins) {
                m_last = held.number - 1;
                m_from = held.at;
                found = true;
            }
        }
    }

    void takeIn(std::optional<VideoTime> until) {
        const PacketSpan more = m_rewind.after(m_last);
        for (const HeldPacket& held : more) {
            if (until && held.at > *until)
                return endBy(End::Asked);
            if (held.at - m_from > m_wish.longest)
                return endBy(End::Longest);
            m_last = held.number;
            m_cameAt = videoNow();
            const auto there = inMemory(held);
            if (!there)
                return failBy({WriteFault::Kind::CannotWrite, u"what was kept cannot be read again"_s});
            if (!take(*there))
                return;
        }
    }

    bool take(const HeldPacket& held) {
        if (m_part && !m_part->takes(held) && !held.coding->isSound())
            finishPart();
        if (!m_part) {
            if (!held.begins)
                return !m_end;
            if (!startPart(held))
                return false;
        }
        if (!m_part->takes(held))
            return true; // sound of another kind than it began with
        if (const auto written = m_part->write(held); !written) {
            if (written.error().kind != WriteFault::Kind::NoRoom)
                m_part.reset(); // what is broken is not kept
            failBy(written.error());
            return false;
        }
        m_shared.length = (held.at - m_from).count();
        m_shared.bytes = m_bytes + m_part->bytes();
        return true;
    }

    bool startPart(const HeldPacket& first) {
        const qsizetype number = m_started + 1;
        const QString ending = number == 1 ? u".mkv"_s : u"-%1.mkv"_s.arg(number);
        auto file = FootageFile::create(m_wish.folder, m_wish.name + ending, m_wish.room);
        if (!file) {
            failBy(file.error());
            return false;
        }
        ClipWords words = m_wish.words;
        words.begins += first.at - m_wish.from;
        auto part = ClipFile::create(*std::move(file), first, m_sound, words);
        if (!part) {
            if (part.error().kind == WriteFault::Kind::NoPicture)
                return true; // half a picture; the next is tried
            failBy(part.error());
            return false;
        }
        m_part = *std::move(part);
        m_started = number;
        return true;
    }

    void finishPart() {
        if (!m_part)
            return;
        const auto part = std::exchange(m_part, nullptr);
        auto written = part->finish();
        if (!written) {
            failBy(written.error());
            return;
        }
        m_bytes += written->bytes;
        m_result.parts.push_back({*std::move(written), part->from(), part->to()});
    }

    void judge(std::optional<VideoTime> until) {
        const VideoTime now = videoNow();
        if (until && now >= *until)
            endBy(End::Asked);
        else if (m_part == nullptr && m_result.parts.isEmpty() && now - m_cameAt > longestUntilFirst)
            endBy(End::Silent);
        else if (now - m_cameAt > m_wish.longestSilence)
            endBy(End::Silent);
    }

    void endBy(End end) { m_end = m_end.value_or(end); }
    void failBy(const WriteFault& fault) {
        if (!m_result.fault)
            m_result.fault = fault;
        m_end = End::Fault;
    }

    Shared& m_shared;
    const Rewind& m_rewind;
    const ClipWish& m_wish;
    CodingPtr m_sound;
    std::unique_ptr<ClipFile> m_part;
    ClipResult m_result;
    std::optional<End> m_end;
    VideoTime m_from;
    VideoTime m_cameAt;
    quint64 m_last = 0; ///< number of the last packet taken
    qsizetype m_started = 0;
    qint64 m_bytes = 0;
};

ClipWriter::ClipWriter(RewindHold rewind, ClipWish wish, QObject* parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>()) {
    m_shared->until = wish.until;
    m_shared->notify = [this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (const auto& result = m_shared->result; result && m_shared->notify)
                    Q_EMIT finished(*result);
            },
            Qt::QueuedConnection);
    };
    auto held = std::make_shared<RewindHold>(std::move(rewind));
    VideoThreads::start("clip", [shared = m_shared, held, wish = std::move(wish)] {
        shared->tell(Run(*shared, **held, wish).run());
    });
}

ClipWriter::~ClipWriter() {
    stop();
    const std::scoped_lock locked(m_shared->lock);
    m_shared->notify = nullptr; // from here on nothing is queued to us
}

void ClipWriter::stop() {
    m_shared->endAt(videoNow());
}

std::optional<ClipResult> ClipWriter::finishWithin(Milliseconds most) {
    stop();
    std::unique_lock locked(m_shared->lock);
    m_shared->notify = nullptr;
    m_shared->changed.wait_for(locked, most, [this] { return m_shared->result.has_value(); });
    return m_shared->result;
}

Milliseconds ClipWriter::length() const {
    return Milliseconds(m_shared->length.load());
}

qint64 ClipWriter::bytes() const {
    return m_shared->bytes;
}

} // namespace tridesk
