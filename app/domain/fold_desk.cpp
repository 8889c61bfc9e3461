// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/fold.h"

#include <algorithm>

namespace tridesk {

void Fold::operator()(const PostDefined& f) {
    m_s.m_posts.edit(f.post.id) = f.post;
    m_changes.posts.insert(f.post.id);
}

void Fold::operator()(const BeatDefined& f) {
    m_s.m_beats.edit(f.beat.id) = f.beat;
    m_changes.beats.insert(f.beat.id);
}

void Fold::operator()(const BeatRetired& f) {
    m_s.m_beats.remove(f.beat);
    m_changes.beats.insert(f.beat);
}

void Fold::operator()(const CatalogueDefined& f) {
    m_s.m_catalogue = f.catalogue;
    m_changes.catalogue = true;
}

void Fold::operator()(const SeatOpened&) {
    const QString& seat = m_entry.fact.seat;
    m_s.m_seats.insert(seat);
    m_s.m_duty.edit(seat) = {seat, m_entry.fact.user, m_at};
    m_changes.seats.insert(seat);
    forgetOldMarks(seat);
    endViewsOf(seat); // a program that died has closed nothing
}

/// What a desk did about alarms of days ago is nobody's business any more, and would only grow.
void Fold::forgetOldMarks(const QString& seat) {
    if (m_s.m_alarmMarks.find(seat))
        m_s.m_alarmMarks.edit(seat).removeIf([this](AlarmMarks::iterator mark) {
            constexpr auto kept = std::chrono::hours(48);
            const Instant last =
                std::max(mark->acknowledgedAt.value_or(Instant()), mark->shelvedUntil.value_or(Instant()));
            return last + kept < m_at;
        });
}

void Fold::operator()(const SeatClosed&) {
    m_s.m_seats.remove(m_entry.fact.seat);
    endViewsOf(m_entry.fact.seat);
    m_s.m_duty.remove(m_entry.fact.seat);
    m_changes.seats.insert(m_entry.fact.seat);
}

void Fold::operator()(const SectorMoved& f) {
    for (const PostId& post : f.posts) {
        SectorCover& cover = m_s.m_sectors.edit(post);
        cover = {.post = post,
                 .desk = f.desk,
                 .before = cover.desk,
                 .name = f.name,
                 .by = m_entry.fact.user,
                 .since = m_at,
                 .noted = {m_entry.fact.seat}}; // who moves it knows
        m_changes.sectors.insert(post);
    }
}

void Fold::operator()(const SectorMoveNoted& f) {
    for (const PostId& post : f.posts)
        if (m_s.m_sectors.find(post)) {
            m_s.m_sectors.edit(post).noted.insert(m_entry.fact.seat);
            m_changes.sectors.insert(post);
        }
}

void Fold::operator()(const AlarmsAcknowledged& f) {
    AlarmMarks& marks = m_s.m_alarmMarks.edit(m_entry.fact.seat);
    for (const QString& alarm : f.alarms)
        marks[alarm].acknowledgedAt = m_at;
    m_changes.alarms.insert(m_entry.fact.seat);
}

void Fold::operator()(const AlarmShelved& f) {
    AlarmMark& mark = m_s.m_alarmMarks.edit(m_entry.fact.seat)[f.alarm];
    mark.shelvedUntil = f.until;
    mark.reason = f.reason;
    m_changes.alarms.insert(m_entry.fact.seat);
}

void Fold::operator()(const PolicyDefined& f) {
    m_s.m_policy = f.policy;
    m_changes.policy = true;
}

void Fold::operator()(const LookRecorded&) {} // stands in the journal only

void Fold::operator()(const ReportMade&) {} // as does that

void Fold::operator()(const HandoverOffered& f) {
    m_s.m_handovers.edit(f.handover) = Handover{.id = f.handover,
                                                .seat = m_entry.fact.seat,
                                                .from = m_entry.fact.user,
                                                .brief = f.brief,
                                                .notes = f.notes,
                                                .offeredAt = m_at,
                                                .takenBy = {},
                                                .answer = {},
                                                .takenAt = {}};
    m_changes.handovers.insert(f.handover);
}

void Fold::operator()(const HandoverTaken& f) {
    if (!m_s.m_handovers.find(f.handover))
        return;
    Handover& handover = m_s.m_handovers.edit(f.handover);
    handover.takenBy = m_entry.fact.user;
    handover.answer = f.answer;
    handover.takenAt = m_at;
    m_changes.handovers.insert(f.handover);
}

void Fold::operator()(const MessageSent& f) {
    m_s.m_messages.edit(f.message) = Message{.id = f.message,
                                             .from = m_entry.fact.seat,
                                             .to = f.to,
                                             .incident = f.incident,
                                             .text = f.text,
                                             .sentAt = m_at,
                                             .stages = {},
                                             .kind = f.kind,
                                             .expiresAt = f.expiresAt,
                                             .area = f.area,
                                             .withdrawnAt = {}};
    m_changes.messages.insert(f.message);
}

void Fold::operator()(const MessageAdvanced& f) {
    if (!m_s.m_messages.find(f.message))
        return;
    m_s.m_messages.edit(f.message).stages.insert(m_entry.fact.seat, f.stage);
    m_changes.messages.insert(f.message);
}

void Fold::operator()(const MessageWithdrawn& f) {
    if (!m_s.m_messages.find(f.message))
        return;
    m_s.m_messages.edit(f.message).withdrawnAt = m_at;
    m_changes.messages.insert(f.message);
}

void Fold::operator()(const BookmarkSet& f) {
    Bookmark& bookmark = m_s.m_bookmarks.edit(f.bookmark);
    bookmark.id = f.bookmark;
    bookmark.details = f.details;
    bookmark.by = m_entry.fact.seat;
    bookmark.user = m_entry.fact.user;
    bookmark.setAt = m_at;
    m_changes.bookmarks.insert(f.bookmark);
}

void Fold::operator()(const BookmarkRemoved& f) {
    m_s.m_bookmarks.remove(f.bookmark);
    m_changes.bookmarks.insert(f.bookmark);
}

void Fold::operator()(const PracticeBegan& f) {
    if (m_entry.seq == 1) // no live journal is turned into practice later
        m_s.m_practice = f.practice;
}

} // namespace tridesk
