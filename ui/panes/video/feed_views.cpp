// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/video/feed_views.h"

#include "app/domain/feed_rules.h"
#include "ui/panes/common/begun_view.h"

#include <QPointer>

#include <algorithm>
#include <functional>
#include <utility>

namespace tridesk {

FeedViews::FeedViews(const PaneContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context) {
    connect(&context.desk, &SeatDesk::changed, this, &FeedViews::follow);
}

FeedViews::~FeedViews() {
    for (const View& view : std::as_const(m_views))
        if (view.stage == Stage::Open)
            m_context.desk.submit(EndView{view.id});
}

void FeedViews::open(const FeedId& feed, const std::optional<IncidentId>& incident) {
    const bool known = m_views.contains(feed);
    View& view = m_views[feed];
    ++view.lookers;
    if (known) {
        Q_EMIT changed(feed);
        return;
    }
    view.incident = incident;
    const SeatDesk& desk = m_context.desk;
    if (feed_rules::needsReason(desk.situation(), desk.actor(), feed, incident)) {
        // what may not be watched at all is refused without a question
        const auto may =
            desk.may(BeginView{.feed = feed, .incident = incident, .reason = QStringLiteral("…")});
        if (!may) {
            view.stage = Stage::Refused;
            view.refusal = may.error();
        }
        Q_EMIT changed(feed);
        return;
    }
    begin(feed, view);
}

// One that the record ended under an open window goes on being shown while it is asked for again.
void FeedViews::begin(const FeedId& feed, View& view) {
    if (m_covered) {
        view.stage = Stage::Covered;
        Q_EMIT changed(feed);
        return;
    }
    if (view.stage != Stage::Open)
        view.stage = Stage::Beginning;
    view.refusal.reset();
    view.ask = ++m_asks;
    SeatDesk& desk = m_context.desk;
    desk.submit(BeginView{.feed = feed, .incident = view.incident, .reason = view.reason})
        .then(&desk, [&desk, self = QPointer(this), feed, ask = view.ask](const Outcome& outcome) {
            if (self)
                self->take(feed, ask, outcome);
            else if (const auto begun = begunView(outcome)) // the window is gone
                desk.submit(EndView{*begun});
        });
    Q_EMIT changed(feed);
}

/// Whoever has closed the feed meanwhile, and perhaps opened it again, has not watched it by this.
void FeedViews::take(const FeedId& feed, quint64 ask, const Outcome& outcome) {
    const auto begun = begunView(outcome);
    const auto at = m_views.find(feed);
    if (at == m_views.end() || at->ask != ask) {
        if (begun)
            m_context.desk.submit(EndView{*begun});
        return;
    }
    if (begun) {
        at->stage = Stage::Open;
        at->id = *begun;
    } else if (!outcome && outcome.error().code == RefusalCode::ReasonNeeded) {
        at->stage = Stage::Asking; // it belonged to an incident of the seat until just now
    } else {
        at->stage = Stage::Refused;
        at->refusal = outcome ? Refusal{} : outcome.error();
    }
    Q_EMIT changed(feed);
}

void FeedViews::close(const FeedId& feed) {
    const auto at = m_views.find(feed);
    if (at == m_views.end() || --at->lookers > 0)
        return;
    const View view = *at;
    m_views.erase(at);
    if (view.stage == Stage::Open)
        m_context.desk.submit(EndView{view.id});
}

void FeedViews::giveReason(const QList<FeedId>& feeds, const QString& reason) {
    for (const FeedId& feed : feeds) {
        const auto at = m_views.find(feed);
        if (at == m_views.end() || at->stage != Stage::Asking)
            continue;
        at->reason = reason;
        begin(feed, *at);
    }
}

QList<FeedId> FeedViews::asking() const {
    QList<FeedId> feeds;
    for (const auto& [feed, view] : m_views.asKeyValueRange())
        if (view.stage == Stage::Asking)
            feeds << feed;
    std::ranges::sort(feeds, std::less<>());
    return feeds;
}

FeedViews::Stage FeedViews::stage(const FeedId& feed) const {
    return m_views.value(feed).stage;
}

std::optional<Refusal> FeedViews::refusal(const FeedId& feed) const {
    return m_views.value(feed).refusal;
}

std::optional<IncidentId> FeedViews::incident(const FeedId& feed) const {
    return m_views.value(feed).incident;
}

bool FeedViews::isHidden(const FeedId& feed) const {
    const VideoFeed* known = m_context.desk.situation().feeds().find(feed);
    return known && !m_context.desk.maySee(*known);
}

bool FeedViews::isBeginning() const {
    return std::ranges::any_of(m_views, [](const View& view) { return view.stage == Stage::Beginning; });
}

/// A view that the desk ended by itself: a feed that was retired shows nothing any more. Where another window
/// of the seat was opened or closed, which ends on record what this one watches too, it begins again.
void FeedViews::follow(const Changes& changes) {
    if (changes.views.isEmpty())
        return;
    const Situation& situation = m_context.desk.situation();
    QList<FeedId> ended;
    for (auto at = m_views.begin(); at != m_views.end(); ++at)
        if (at->stage == Stage::Open && changes.views.contains(at->id) && !situation.views().find(at->id))
            ended << at.key();
    for (const FeedId& feed : std::as_const(ended)) {
        View& view = m_views[feed];
        if (situation.feeds().find(feed)) {
            begin(feed, view);
            continue;
        }
        view.stage = Stage::Refused;
        view.refusal = Refusal{.code = RefusalCode::UnknownView, .field = {}, .value = {}, .detail = {}};
        Q_EMIT changed(feed);
    }
}

void FeedViews::setCovered(bool covered) {
    if (std::exchange(m_covered, covered) == covered)
        return;
    const QList<FeedId> feeds = m_views.keys();
    for (const FeedId& feed : feeds) {
        View& view = m_views[feed];
        if (!covered && view.stage == Stage::Covered) {
            begin(feed, view);
        } else if (covered && (view.stage == Stage::Open || view.stage == Stage::Beginning)) {
            if (view.stage == Stage::Open)
                m_context.desk.submit(EndView{view.id});
            view.ask = ++m_asks; // what is being asked for ends when it is answered
            view.stage = Stage::Covered;
            Q_EMIT changed(feed);
        }
    }
}

void FeedViews::adopt(FeedViews& before) {
    m_covered = before.m_covered;
    QHash<FeedId, View> views = std::exchange(before.m_views, {});
    for (auto at = views.begin(); at != views.end(); ++at) {
        View& view = at.value();
        const bool stands = view.stage == Stage::Open && m_context.desk.situation().views().find(view.id);
        if (!stands && view.stage != Stage::Refused)
            continue; // begins anew when its tile opens, with a reason where it takes one
        view.lookers = 0;
        m_views.insert(at.key(), view);
    }
}

} // namespace tridesk
