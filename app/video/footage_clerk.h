// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/video/clip_writer.h"
#include "app/video/footage_store.h"
#include "app/video/packet_source.h"
#include "app/video/snapshot.h"

#include <QHash>

#include <memory>

namespace tridesk {

class FootageKeeper;

/// Of what something is kept.
struct FootageOf {
    FeedId feed;
    std::optional<IncidentId> incident = {};
};

/// What one seat keeps of feeds: writes it into the store, and puts it on record once it is whole. What is on
/// record is there; what could not be put on record is deleted again, unless it is only the journal that
/// cannot write: then it is found at the next start. Lives in the desk's thread; desk and keeper outlive it.
class FootageClerk : public QObject {
    Q_OBJECT

public:
    FootageClerk(SeatDesk& desk, const FootageKeeper& keeper, QObject* parent = nullptr);
    /// Clips that are being written are ended and put on record: the one wait, of two seconds at most.
    ~FootageClerk() override;

    /// Whether anything of that feed may be kept by this seat, and can be.
    [[nodiscard]] Result<void> may(const FootageOf& of) const;

    /// The picture of a source that is no later than `at`; `then`: when that was on the desk's clock.
    void takePicture(const FootageOf& of, const OpenSource& source, VideoTime at, Instant then,
                     const QImage& asShown);
    /// From so far back until endClip(), or until it has grown as long as one may; `whileWritten` is let go
    /// of then. One at a time of a feed.
    void beginClip(const FootageOf& of, RewindHold rewind, Milliseconds back,
                   std::shared_ptr<void> whileWritten = {});
    void endClip(const FeedId& feed);
    [[nodiscard]] bool isWriting(const FeedId& feed) const { return m_clips.contains(feed); }
    [[nodiscard]] Milliseconds length(const FeedId& feed) const; ///< of the clip that is being written
    void mark(const FootageOf& of, Instant then, const QString& words);

    /// Reads the file again; then verified().
    void verify(const FootageId& footage);
    /// Puts it on record and copies the file then, its hash beside it; exported(), or exportFailed().
    void exportTo(const FootageId& footage, const QString& folder, const QString& whom, const QString& why);
    /// Where the file of it is; empty: it has none.
    [[nodiscard]] QString pathOf(const FootageId& footage) const;
    [[nodiscard]] const FootageKeeper& keeper() const { return m_keeper; }

Q_SIGNALS:
    void changed(const tridesk::FeedId& feed); ///< isWriting()
    void saved(const tridesk::FeedId& feed, tridesk::FootageKind kind);
    /// What came before is kept all the same, and told by saved().
    void failed(const tridesk::FeedId& feed, tridesk::FootageKind kind, const tridesk::WriteFault& fault);
    void refused(const tridesk::FeedId& feed, const tridesk::Refusal& refusal);
    /// A clip ended by itself.
    void clipEnded(const tridesk::FeedId& feed, tridesk::ClipResult::End end);
    void verified(const tridesk::FootageId& footage, tridesk::FootageStore::Check check);
    void exported(const tridesk::FootageId& footage, const QString& path);
    void exportFailed(const tridesk::FootageId& footage, const tridesk::WriteFault& fault);
    void exportRefused(const tridesk::FootageId& footage, const tridesk::Refusal& refusal);

private:
    struct Clip {
        FootageOf of;
        std::unique_ptr<ClipWriter> writer;
        std::shared_ptr<void> whileWritten;
    };

    [[nodiscard]] Instant instantOf(VideoTime at) const;
    [[nodiscard]] QString titleOf(const FootageOf& of) const;
    [[nodiscard]] QString commentOf(const FootageOf& of) const;
    void finish(const FeedId& feed, const ClipResult& result);
    void record(const SaveFootage& command, const std::shared_ptr<FileClaim>& claim);
    [[nodiscard]] SaveFootage commandOf(const FootageOf& of, const ClipPart& part) const;

    SeatDesk& m_desk;
    const FootageKeeper& m_keeper;
    QHash<FeedId, std::shared_ptr<Clip>> m_clips;
};

} // namespace tridesk
