// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/rewind_spill.h"

#include "app/video/rewind.h"
#include "app/video/video_threads.h"

#include <condition_variable>
#include <vector>

namespace tridesk {

namespace {

constexpr Milliseconds everySoOften{250};
// The newest stay: whoever keeps a clip asks for them just now.
constexpr Milliseconds stays{250};
// Replays and clips hold on to what rewinds have let go of.
constexpr qint64 most = 2 * Rewind::mostBytesOfAll;

} // namespace

struct RewindSpill::Shared {
    std::shared_ptr<SpillFile> file;
    std::mutex lock;
    std::condition_variable woken;
    std::vector<std::weak_ptr<Rewind>> rewinds;
    bool isRunning = false;
    bool stop = false;

    /// Those that are there; false once it shall end.
    [[nodiscard]] bool next(std::vector<std::shared_ptr<Rewind>>& now) {
        std::unique_lock locked(lock);
        if (woken.wait_for(locked, everySoOften, [this] { return stop; }))
            return false;
        std::erase_if(rewinds, [](const std::weak_ptr<Rewind>& rewind) { return rewind.expired(); });
        for (const std::weak_ptr<Rewind>& rewind : rewinds)
            if (auto held = rewind.lock())
                now.push_back(std::move(held));
        return true;
    }
    void run() {
        for (std::vector<std::shared_ptr<Rewind>> now; next(now); now.clear())
            for (const std::shared_ptr<Rewind>& rewind : now)
                rewind->spill(*file, videoNow() - stays);
    }
};

RewindSpill::RewindSpill(const QString& folder)
    : m_shared(std::make_shared<Shared>()) {
    m_shared->file = SpillFile::create(folder, most);
}

RewindSpill::~RewindSpill() {
    {
        const std::scoped_lock locked(m_shared->lock);
        m_shared->stop = true;
    }
    m_shared->woken.notify_all();
}

void RewindSpill::watch(const std::shared_ptr<Rewind>& rewind) {
    if (!m_shared->file)
        return;
    const std::scoped_lock locked(m_shared->lock);
    m_shared->rewinds.emplace_back(rewind);
    if (!std::exchange(m_shared->isRunning, true))
        VideoThreads::start("rewind", [shared = m_shared] { shared->run(); });
}

const std::shared_ptr<SpillFile>& RewindSpill::file() const {
    return m_shared->file;
}

} // namespace tridesk
