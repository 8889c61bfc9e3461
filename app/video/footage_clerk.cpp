// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/footage_clerk.h"

#include "app/domain/feed_rules.h"
#include "app/video/footage_keeper.h"

#include <QFile>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {
constexpr Milliseconds longestEnd{2000};
} // namespace

FootageClerk::FootageClerk(SeatDesk& desk, const FootageKeeper& keeper, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_keeper(keeper) {}

FootageClerk::~FootageClerk() {
    for (const auto& clip : std::as_const(m_clips))
        clip->writer->stop(); // all at once, and waited for one after the other
    for (const auto& clip : std::as_const(m_clips)) {
        const auto result = clip->writer->finishWithin(longestEnd);
        if (!result)
            continue;
        for (const ClipPart& part : result->parts)
            m_desk.submit(commandOf(clip->of, part));
    }
}

Instant FootageClerk::instantOf(VideoTime at) const {
    return m_desk.now() - (videoNow() - at);
}

Result<void> FootageClerk::may(const FootageOf& of) const {
    return m_desk.may(SaveFootage{.kind = FootageKind::Mark,
                                  .feed = of.feed,
                                  .incident = of.incident,
                                  .from = m_desk.now(),
                                  .to = m_desk.now(),
                                  .words = u"?"_s});
}

QString FootageClerk::titleOf(const FootageOf& of) const {
    const Situation& situation = m_desk.situation();
    const VideoFeed* feed = situation.feeds().find(of.feed);
    const auto carrier = feed ? feed_rules::unitOf(situation, *feed) : std::nullopt;
    return carrier ? carrier->toString() + u" · "_s + of.feed.toString() : of.feed.toString();
}

QString FootageClerk::commentOf(const FootageOf& of) const {
    const Incident* incident = of.incident ? m_desk.situation().incidents().find(*of.incident) : nullptr;
    const Actor& actor = m_desk.actor();
    return u"feed=%1 incident=%2 seat=%3 user=%4"_s.arg(of.feed.toString(),
                                                        incident ? QString::number(incident->number) : u"-"_s,
                                                        actor.seat.toString(), actor.user);
}

void FootageClerk::takePicture(const FootageOf& of, const OpenSource& source, VideoTime at, Instant then,
                               const QImage& asShown) {
    if (const auto allowed = may(of); !allowed)
        return Q_EMIT refused(of.feed, allowed.error());
    if (!m_keeper.store())
        return Q_EMIT failed(of.feed, FootageKind::Snapshot, m_keeper.trouble().value_or(WriteFault()));
    SnapshotWish wish{
        .folder = m_keeper.store()->folder(),
        .name = FootageStore::nameFor(of.feed.toString(), then),
        .words = {{u"Title"_s, titleOf(of)}, {u"Description"_s, commentOf(of)}, {u"Time"_s, toIso(then)}},
        .source = source,
        .at = at,
        .asShown = asShown,
        .room = m_keeper.room()};
    saveSnapshot(std::move(wish))
        .then(this, [this, of, then](const std::expected<Snapshot, WriteFault>& picture) {
            if (!picture)
                return Q_EMIT failed(of.feed, FootageKind::Snapshot, picture.error());
            const WrittenFile& file = picture->file;
            record({.kind = FootageKind::Snapshot,
                    .feed = of.feed,
                    .incident = of.incident,
                    .from = then,
                    .to = then,
                    .sha256 = file.sha256,
                    .bytes = file.bytes,
                    .file = file.name},
                   file.claim);
        });
}

void FootageClerk::beginClip(const FootageOf& of, RewindHold rewind, Milliseconds back,
                             std::shared_ptr<void> whileWritten) {
    if (isWriting(of.feed))
        return;
    if (const auto allowed = may(of); !allowed)
        return Q_EMIT refused(of.feed, allowed.error());
    if (!m_keeper.store())
        return Q_EMIT failed(of.feed, FootageKind::Clip, m_keeper.trouble().value_or(WriteFault()));
    const VideoTime from = videoNow() - back;
    ClipWish wish{
        .folder = m_keeper.store()->folder(),
        .name = FootageStore::nameFor(of.feed.toString(), instantOf(from)),
        .words = {.title = titleOf(of), .comment = commentOf(of), .begins = instantOf(from)},
        .from = from,
        .room = m_keeper.room(),
    };
    auto clip = std::make_shared<Clip>(Clip{of, {}, std::move(whileWritten)});
    clip->writer = std::make_unique<ClipWriter>(std::move(rewind), std::move(wish));
    connect(clip->writer.get(), &ClipWriter::finished, this,
            [this, feed = of.feed](const ClipResult& result) { finish(feed, result); });
    m_clips.insert(of.feed, clip);
    Q_EMIT changed(of.feed);
}

void FootageClerk::endClip(const FeedId& feed) {
    if (const auto clip = m_clips.value(feed))
        clip->writer->stop();
}

Milliseconds FootageClerk::length(const FeedId& feed) const {
    const auto clip = m_clips.value(feed);
    return clip ? clip->writer->length() : Milliseconds(0);
}

SaveFootage FootageClerk::commandOf(const FootageOf& of, const ClipPart& part) const {
    return {.kind = FootageKind::Clip,
            .feed = of.feed,
            .incident = of.incident,
            .from = instantOf(part.from),
            .to = instantOf(part.to),
            .sha256 = part.file.sha256,
            .bytes = part.file.bytes,
            .file = part.file.name};
}

void FootageClerk::finish(const FeedId& feed, const ClipResult& result) {
    const auto clip = m_clips.take(feed);
    if (!clip)
        return;
    clip->writer.release()->deleteLater(); // it is its signal that we are in
    for (const ClipPart& part : result.parts)
        record(commandOf(clip->of, part), part.file.claim);
    if (result.fault)
        Q_EMIT failed(feed, FootageKind::Clip, *result.fault);
    else if (result.end != ClipResult::End::Asked)
        Q_EMIT clipEnded(feed, result.end);
    Q_EMIT changed(feed);
}

void FootageClerk::mark(const FootageOf& of, Instant then, const QString& words) {
    record({.kind = FootageKind::Mark,
            .feed = of.feed,
            .incident = of.incident,
            .from = then,
            .to = then,
            .words = words},
           {});
}

// The claim lasts until it is on record: no other program takes the file for one that was left.
void FootageClerk::record(const SaveFootage& command, const std::shared_ptr<FileClaim>& claim) {
    m_desk.submit(command).then(this, [this, command, claim](const Outcome& outcome) {
        if (outcome)
            return Q_EMIT saved(command.feed, command.kind);
        const auto& store = m_keeper.store();
        if (store && !command.file.isEmpty() && outcome.error().code != RefusalCode::Storage)
            QFile::remove(store->pathOf(command.file)); // only now and then: not worth a thread
        Q_EMIT refused(command.feed, outcome.error());
    });
}

QString FootageClerk::pathOf(const FootageId& footage) const {
    const Footage* known = m_desk.situation().footage().find(footage);
    return known && !known->removed && m_keeper.store() ? m_keeper.store()->pathOf(known->file) : QString();
}

void FootageClerk::verify(const FootageId& footage) {
    const Footage* known = m_desk.situation().footage().find(footage);
    if (!known || !m_keeper.store())
        return;
    QtConcurrent::run([store = *m_keeper.store(), file = known->file, sha256 = known->sha256] {
        return store.verify(file, sha256);
    }).then(this, [this, footage](FootageStore::Check check) { Q_EMIT verified(footage, check); });
}

// On record before it leaves: what is found outside was given out, or taken.
void FootageClerk::exportTo(const FootageId& footage, const QString& folder, const QString& whom,
                            const QString& why) {
    const Footage* known = m_desk.situation().footage().find(footage);
    if (!known || !m_keeper.store())
        return Q_EMIT exportFailed(footage, m_keeper.trouble().value_or(WriteFault()));
    m_desk.submit(ExportFootage{.footage = footage, .to = whom, .reason = why})
        .then(this,
              [this, footage, folder, file = known->file, sha256 = known->sha256](const Outcome& outcome) {
                  if (!outcome)
                      return Q_EMIT exportRefused(footage, outcome.error());
                  QtConcurrent::run([store = *m_keeper.store(), file, sha256, folder] {
                      return store.exportTo(file, sha256, folder);
                  }).then(this, [this, footage](const std::expected<QString, WriteFault>& path) {
                      if (path)
                          Q_EMIT exported(footage, *path);
                      else
                          Q_EMIT exportFailed(footage, path.error());
                  });
              });
}

} // namespace tridesk
