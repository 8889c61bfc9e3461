// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/feed_rules.h"
#include "app/domain/fold.h"

namespace tridesk {

void Fold::endViewsOf(const QString& seat) {
    const QList<ViewId> over = feed_rules::viewsOf(m_s, seat);
    for (const ViewId& id : over) {
        m_s.m_views.remove(id);
        m_changes.views.insert(id);
    }
}

void Fold::operator()(const FeedDefined& f) {
    m_s.m_feeds.edit(f.feed.id) = f.feed;
    m_changes.feeds.insert(f.feed.id);
}

void Fold::operator()(const FeedRetired& f) {
    m_s.m_feeds.remove(f.feed);
    m_changes.feeds.insert(f.feed);
}

void Fold::operator()(const ViewBegan& f) {
    m_s.m_views.edit(f.view) = FeedView{.id = f.view,
                                        .feed = f.feed,
                                        .incident = f.incident,
                                        .unit = f.unit,
                                        .reason = f.reason,
                                        .seat = m_entry.fact.seat,
                                        .by = m_entry.fact.user,
                                        .began = m_at,
                                        .footage = f.footage};
    m_changes.views.insert(f.view);
}

void Fold::operator()(const ViewEnded& f) {
    m_s.m_views.remove(f.view);
    m_changes.views.insert(f.view);
}

void Fold::operator()(const FootageSaved& f) {
    m_s.m_footage.edit(f.footage) = Footage{.id = f.footage,
                                            .kind = f.kind,
                                            .feed = f.feed,
                                            .unit = f.unit,
                                            .incident = f.incident,
                                            .from = f.from,
                                            .to = f.to,
                                            .words = f.words,
                                            .sha256 = f.sha256,
                                            .bytes = f.bytes,
                                            .file = f.file,
                                            .seat = m_entry.fact.seat,
                                            .by = m_entry.fact.user,
                                            .savedAt = m_at,
                                            .removed = false};
    m_changes.footage.insert(f.footage);
}

void Fold::operator()(const FootageExported&) {} // stands in the journal only

void Fold::operator()(const FootageRemoved& f) {
    if (!m_s.m_footage.find(f.footage))
        return;
    m_s.m_footage.edit(f.footage).removed = true;
    m_changes.footage.insert(f.footage);
}

void Fold::operator()(const VideoPolicyDefined& f) {
    m_s.m_videoPolicy = f.policy;
    m_changes.videoPolicy = true;
}

} // namespace tridesk
