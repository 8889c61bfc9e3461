// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/clip_file.h"
#include "app/video/rewind.h"

#include <QList>
#include <QObject>

#include <atomic>
#include <memory>

namespace tridesk {

/// What is to be written.
struct ClipWish {
    QString folder;
    QString name; ///< of the file, without its ending; a second one, of another coding, ends in "-2"
    ClipWords words;
    VideoTime from;                      ///< it begins at the last picture before that stands by itself
    std::optional<VideoTime> until = {}; ///< nothing: until stop()
    Milliseconds longest{10 * 60'000};   ///< after which it ends by itself
    Milliseconds longestSilence{30'000}; ///< the same, when nothing comes any more
    RoomCheck room = {};
};

/// A file of a clip, and what of the feed it holds.
struct ClipPart {
    WrittenFile file;
    VideoTime from;
    VideoTime to;
};

/// How a clip ended. What was written whole is kept, however it ended: there is a part for each coding.
struct ClipResult {
    enum class End {
        Asked,   ///< stop(), or `until` came
        Longest, ///< it has grown as long as one may
        Silent,  ///< the feed was lost and did not return
        Fault    ///< `fault` says why; without room, what came before it is kept
    };

    End end = End::Asked;
    std::optional<WriteFault> fault = {};
    QList<ClipPart> parts = {};
};

/// Writes what is kept of a feed, and what goes on coming, into Matroska files as it came, in a thread of its
/// own. Whoever lets go of it before it has ended lets it end; the files are then found without a record.
class ClipWriter : public QObject {
    Q_OBJECT

public:
    ClipWriter(RewindHold rewind, ClipWish wish, QObject* parent = nullptr);
    ~ClipWriter() override;

    /// It ends with what has come by now; then finished().
    void stop();
    /// The same at a program's end: waits for it at most so long. finished() is not sent then.
    [[nodiscard]] std::optional<ClipResult> finishWithin(Milliseconds most);

    [[nodiscard]] Milliseconds length() const; ///< written by now
    [[nodiscard]] qint64 bytes() const;

Q_SIGNALS:
    void finished(const tridesk::ClipResult& result);

private:
    struct Shared;
    class Run;

    std::shared_ptr<Shared> m_shared;
};

} // namespace tridesk
